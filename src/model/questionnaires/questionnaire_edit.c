/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changing the questions of a draft in memory. Rows stay in the order of the paper, a group
 * directly before all that it holds; so a group and its rows are one block. */
#include "config.h"

#include "model/questionnaires/questionnaire_edit.h"

#include "base/expression.h"
#include "base/i18n.h"
#include "model/questionnaires/questionnaire_check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct questionnaire_past {
	struct questionnaire q;
	struct questionnaire_past *before;
};

static void *
duplicate(struct arena *arena, const void *items, int count, size_t size)
{
	void *copy = arena_array(arena, (size_t)count + 1, size);

	if (count > 0)
		memcpy(copy, items, (size_t)count * size);
	return copy;
}

void
questionnaire_edit_start(struct questionnaire_edit *e, struct questionnaire *q, struct arena *arena)
{
	*e = (struct questionnaire_edit){ .q = q, .arena = arena };
}

void
questionnaire_edit_keep(struct questionnaire_edit *e)
{
	struct questionnaire_past *past = arena_new(e->arena, sizeof(*past));

	past->q = *e->q;
	past->before = e->past;
	e->past = past;
	e->past_count++;
	/* The past keeps the old rows, the present goes on with its own; texts never change. */
	e->q->questions = duplicate(e->arena, e->q->questions, e->q->question_count,
		sizeof(*e->q->questions));
	e->q->question_room = (size_t)e->q->question_count + 1;
	e->q->choices =
		duplicate(e->arena, e->q->choices, e->q->choice_count, sizeof(*e->q->choices));
	e->q->choice_room = (size_t)e->q->choice_count + 1;
}

bool
questionnaire_edit_undo(struct questionnaire_edit *e)
{
	struct questionnaire now = *e->q;

	if (!e->past)
		return false;
	*e->q = e->past->q;
	e->past = e->past->before;
	e->past_count--;
	/* What is in the database is not undone: it may have been saved meanwhile. */
	e->q->id = now.id;
	e->q->rev = now.rev;
	memcpy(e->q->uid, now.uid, sizeof(now.uid));
	e->q->version_id = now.version_id;
	e->q->version_rev = now.version_rev;
	e->q->number = now.number;
	e->q->published_at = now.published_at;
	return true;
}

/* ---- blocks of rows ---- */

static bool
is_group(const struct question *q)
{
	return q->type == QUESTION_GROUP || q->type == QUESTION_REPEAT;
}

static bool
lies_in(const struct questionnaire *q, int question, int group)
{
	for (int i = q->questions[question].parent; i >= 0; i = q->questions[i].parent)
		if (i == group)
			return true;
	return false;
}

/* The row after a question and all that it holds. */
static int
block_end(const struct questionnaire *q, int question)
{
	int end = question + 1;

	while (end < q->question_count && lies_in(q, end, question))
		end++;
	return end;
}

/* Lays the rows anew: order[new place] = old place. */
static void
rearrange(struct questionnaire_edit *e, const int *order, int count)
{
	struct questionnaire *q = e->q;
	struct question *rows = arena_array(e->arena, (size_t)count + 1, sizeof(*rows));
	int *place = arena_array(e->arena, (size_t)q->question_count + 1, sizeof(*place));

	for (int i = 0; i < count; i++) {
		rows[i] = q->questions[order[i]];
		place[order[i]] = i;
	}
	for (int i = 0; i < count; i++)
		if (rows[i].parent >= 0)
			rows[i].parent = place[rows[i].parent];
	q->questions = rows;
	q->question_count = count;
	q->question_room = (size_t)count + 1;
}

/* Takes the block [from, end) to before row `to`, which lies outside it. Its new first row. */
static int
move_block(struct questionnaire_edit *e, int from, int end, int to)
{
	int count = e->q->question_count, n = 0, start;
	int *order = arena_array(e->arena, (size_t)count + 1, sizeof(*order));

	for (int i = 0; i < to; i++)
		if (i < from || i >= end)
			order[n++] = i;
	start = n;
	for (int i = from; i < end; i++)
		order[n++] = i;
	for (int i = to; i < count; i++)
		if (i < from || i >= end)
			order[n++] = i;
	rearrange(e, order, n);
	return start;
}

/* Adds empty rows before row `at`. */
static void
open_gap(struct questionnaire_edit *e, int at, int rows)
{
	struct questionnaire *q = e->q;
	int count = q->question_count + rows;
	struct question *longer = arena_array(e->arena, (size_t)count + 1, sizeof(*longer));

	for (int i = 0; i < q->question_count; i++) {
		struct question *to = &longer[i < at ? i : i + rows];

		*to = q->questions[i];
		if (to->parent >= at)
			to->parent += rows;
	}
	q->questions = longer;
	q->question_count = count;
	q->question_room = (size_t)count + 1;
}

/* Where a new row comes after `after`, and in which group it then stands. */
static int
place_after(const struct questionnaire *q, int after, int *parent)
{
	*parent = -1;
	if (after < 0)
		return 0;
	if (is_group(&q->questions[after])) {
		*parent = after;
		return after + 1;
	}
	*parent = q->questions[after].parent;
	return after + 1;
}

/* ---- names ---- */

static bool
name_taken(const struct questionnaire *q, const char *name)
{
	size_t length = strlen(name);

	if (question_by_name(q, name) >= 0)
		return true;
	for (int i = 0; i < q->question_count; i++) {
		size_t n = strlen(q->questions[i].name);

		if (q->questions[i].or_other && length == n + 6 &&
			strcmp(name + n, "_other") == 0 &&
			memcmp(name, q->questions[i].name, n) == 0)
			return true;
	}
	return false;
}

static const char *
free_name(struct questionnaire_edit *e, const char *stem, int from)
{
	const char *name;

	do
		name = arena_format(e->arena, "%s%d", stem, from++);
	while (name_taken(e->q, name));
	return name;
}

static const char *
identity_of(struct questionnaire_edit *e, const char *name)
{
	return arena_format(e->arena, "%s/%s", e->q->code, name);
}

int
questionnaire_edit_insert(struct questionnaire_edit *e, int after, enum question_type type)
{
	int parent, at;
	struct question *row;
	bool group = type == QUESTION_GROUP || type == QUESTION_REPEAT;
	const char *name = free_name(e, group ? "g" : "q", 1);

	questionnaire_edit_keep(e);
	at = place_after(e->q, after, &parent);
	open_gap(e, at, 1);
	row = &e->q->questions[at];
	*row = (struct question){ .parent = parent,
		.type = type,
		.word = question_type_name(type),
		.name = name,
		.identity = identity_of(e, name),
		.list = "",
		.required = "",
		.relevant = "",
		.hard_check = "",
		.soft_check = "",
		.calculation = "",
		.appearance = "",
		.default_value = "",
		.read_only = "",
		.choice_filter = "",
		.repeat_count = "",
		.parameters = type == QUESTION_RANGE ? "start=0 end=10 step=1" : "",
		.number = "",
		.second_keying = type != QUESTION_TEXT };
	return at;
}

/* ---- names in expressions and texts ---- */

static void
rename_text(struct questionnaire_edit *e, const char **text, const char *from, const char *to)
{
	char *renamed;

	if (!*text || !strstr(*text, "${"))
		return;
	renamed = expression_rename(*text, from, to);
	if (renamed && strcmp(renamed, *text) != 0)
		*text = arena_string(e->arena, renamed);
	free(renamed);
}

static void
rename_texts(struct questionnaire_edit *e, struct texts *t, const char *from, const char *to)
{
	for (int i = 0; i < QUESTIONNAIRE_LANGUAGES; i++)
		rename_text(e, &t->in[i], from, to);
}

static void
rename_in_row(
	struct questionnaire_edit *e, struct question *row, const char *from, const char *to)
{
	const char **rules[] = { &row->required, &row->relevant, &row->hard_check, &row->soft_check,
		&row->calculation, &row->default_value, &row->read_only, &row->choice_filter,
		&row->repeat_count };

	for (size_t i = 0; i < sizeof(rules) / sizeof(rules[0]); i++)
		rename_text(e, rules[i], from, to);
	rename_texts(e, &row->label, from, to);
	rename_texts(e, &row->hint, from, to);
	rename_texts(e, &row->hard_message, from, to);
	rename_texts(e, &row->soft_message, from, to);
	rename_texts(e, &row->required_message, from, to);
}

/* The name, and NAME_other where the question has such a text. */
static void
rename_in_rows(struct questionnaire_edit *e, int first, int end, const char *from, const char *to)
{
	const char *from_other = arena_format(e->arena, "%s_other", from);
	const char *to_other = arena_format(e->arena, "%s_other", to);

	for (int i = first; i < end; i++) {
		rename_in_row(e, &e->q->questions[i], from, to);
		rename_in_row(e, &e->q->questions[i], from_other, to_other);
	}
}

int
questionnaire_edit_rename(
	struct questionnaire_edit *e, int question, const char *name, struct error *err)
{
	const char *old = e->q->questions[question].name;

	if (strcmp(old, name) == 0)
		return 0;
	if (!expression_name_valid(name))
		return error_set(err, ERROR_INPUT,
			_("“%s” cannot be a name: a name is a letter or _, then letters, digits, "
			  "_, - and dots."),
			name);
	if (name_taken(e->q, name))
		return error_set(err, ERROR_INPUT,
			_("Another row is called “%s” already; choose another name."), name);
	questionnaire_edit_keep(e);
	name = arena_string(e->arena, name);
	e->q->questions[question].name = name;
	rename_in_rows(e, 0, e->q->question_count, old, name);
	return 0;
}

/* ---- copy and delete ---- */

/* Where a copied block may stand: never inside itself. */
static int
copy_place(const struct questionnaire *q, int question, int after, int *parent)
{
	if (after == question || (after >= 0 && lies_in(q, after, question))) {
		*parent = q->questions[question].parent;
		return block_end(q, question);
	}
	return place_after(q, after, parent);
}

int
questionnaire_edit_copy(struct questionnaire_edit *e, int question, int after)
{
	int rows = block_end(e->q, question) - question, parent;
	int at = copy_place(e->q, question, after, &parent), from = question;

	questionnaire_edit_keep(e);
	open_gap(e, at, rows);
	if (question >= at)
		from += rows;
	for (int i = 0; i < rows; i++) {
		struct question *row = &e->q->questions[at + i];

		*row = e->q->questions[from + i];
		row->id = 0;
		row->parent = i == 0 ? parent : at + (row->parent - from);
		row->name = ""; /* free_name must not see the old one twice */
	}
	for (int i = 0; i < rows; i++) {
		const char *old = e->q->questions[from + i].name;

		e->q->questions[at + i].name =
			free_name(e, arena_format(e->arena, "%s_", old), 2);
		rename_in_rows(e, at, at + rows, old, e->q->questions[at + i].name);
	}
	return at;
}

static bool
names_in(const struct question *row, const char *name)
{
	const char *texts[] = { row->required, row->relevant, row->hard_check, row->soft_check,
		row->calculation, row->default_value, row->read_only, row->choice_filter,
		row->repeat_count };
	const struct texts *labels[] = { &row->label, &row->hint, &row->hard_message,
		&row->soft_message, &row->required_message };
	char *renamed;
	bool found = false;

	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]) && !found; i++) {
		renamed = expression_rename(texts[i], name, "");
		found = renamed && strcmp(renamed, texts[i]) != 0;
		free(renamed);
	}
	for (int i = 0; i < 5 * QUESTIONNAIRE_LANGUAGES && !found; i++) {
		const char *text = labels[i / QUESTIONNAIRE_LANGUAGES]
					   ->in[i % QUESTIONNAIRE_LANGUAGES];

		if (!text || !strstr(text, "${"))
			continue;
		renamed = expression_rename(text, name, "");
		found = renamed && strcmp(renamed, text) != 0;
		free(renamed);
	}
	return found;
}

/* Whether a row outside [from, end) names one of the rows inside. */
static int
refuse_named(struct questionnaire_edit *e, int from, int end, struct error *err)
{
	const struct questionnaire *q = e->q;

	for (int i = from; i < end; i++) {
		const char *name = q->questions[i].name;
		const char *other = arena_format(e->arena, "%s_other", name);

		for (int k = 0; k < q->question_count; k++)
			if ((k < from || k >= end) &&
				(names_in(&q->questions[k], name) ||
					(q->questions[i].or_other &&
						names_in(&q->questions[k], other))))
				return error_set(err, ERROR_INPUT,
					_("“%s” asks for the answer of “%s”; change that first."),
					q->questions[k].name, name);
	}
	return 0;
}

int
questionnaire_edit_delete(struct questionnaire_edit *e, int question, struct error *err)
{
	int end = block_end(e->q, question), count = 0;
	int *order;

	if (refuse_named(e, question, end, err) < 0)
		return -1;
	questionnaire_edit_keep(e);
	order = arena_array(e->arena, (size_t)e->q->question_count + 1, sizeof(*order));
	for (int i = 0; i < e->q->question_count; i++)
		if (i < question || i >= end)
			order[count++] = i;
	rearrange(e, order, count);
	return 0;
}

/* ---- move ---- */

/* Whether a group may take the block: a repeat inside a repeat is not known. */
static bool
may_hold(const struct questionnaire *q, int group, int from, int end)
{
	bool repeated = q->questions[group].type == QUESTION_REPEAT ||
			question_repeat(q, group) >= 0;

	for (int i = from; i < end && repeated; i++)
		if (q->questions[i].type == QUESTION_REPEAT)
			return false;
	return true;
}

static int
move_up(struct questionnaire_edit *e, int question)
{
	struct questionnaire *q = e->q;
	int end = block_end(q, question), parent = q->questions[question].parent, before;

	if (question == 0)
		return question;
	questionnaire_edit_keep(e);
	if (question - 1 == parent) { /* first in its group: out of it */
		q->questions[question].parent = q->questions[parent].parent;
		return move_block(e, question, end, parent);
	}
	for (before = question - 1; q->questions[before].parent != parent;)
		before = q->questions[before].parent;
	if (is_group(&q->questions[before]) && may_hold(q, before, question, end)) {
		q->questions[question].parent = before;
		return question;
	}
	return move_block(e, question, end, before);
}

static int
move_down(struct questionnaire_edit *e, int question)
{
	struct questionnaire *q = e->q;
	int end = block_end(q, question), parent = q->questions[question].parent;

	if (end < q->question_count && q->questions[end].parent == parent) {
		questionnaire_edit_keep(e);
		if (is_group(&q->questions[end]) && may_hold(q, end, question, end)) {
			q->questions[question].parent = end;
			return move_block(e, question, end, end + 1);
		}
		return move_block(e, question, end, block_end(q, end));
	}
	if (parent < 0)
		return question;
	questionnaire_edit_keep(e); /* last in its group: out of it, where it stands */
	q->questions[question].parent = q->questions[parent].parent;
	return question;
}

int
questionnaire_edit_move(struct questionnaire_edit *e, int question, int step)
{
	return step < 0 ? move_up(e, question) : move_down(e, question);
}
