/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Differences are found by name: the row as its cells in the file's order, in words. Whose order of
 * the rows differs from what was saved last, gives the order. */
#include "config.h"

#include "screens/questionnaires/questionnaire_merge.h"

#include "base/i18n.h"
#include "base/text.h"
#include "exchange/xlsform.h"
#include "screens/frame/conflict.h"

#include <stdio.h>
#include <string.h>

struct row { /* a question, a choice, the head */
	struct design_difference key;
	const char *text; /* all that it says */
};

struct rows {
	struct row *list;
	int count;
};

static int
head_of(const struct xlsform_sheet *sheet, const char *head)
{
	for (int i = 0; i < sheet->columns; i++)
		if (strcmp(sheet->heads[i], head) == 0)
			return i;
	return -1;
}

static const char *
cell_of(const struct xlsform_sheet *sheet, int row, const char *head)
{
	int column = head_of(sheet, head);

	return column < 0 ? "" : sheet->rows[row].cells[column];
}

static const char *
describe(const struct xlsform_sheet *sheet, int row, struct arena *arena)
{
	const char *text = "";

	for (int i = 0; i < sheet->columns; i++)
		if (sheet->rows[row].cells[i][0])
			text = arena_format(arena, "%s%s%s: %s", text, text[0] ? "\n" : "",
				design_column_label(sheet->heads[i]), sheet->rows[row].cells[i]);
	return text;
}

static struct rows
rows_of(const struct questionnaire *q, struct arena *arena)
{
	struct xlsform_sheet sheets[XLSFORM_SHEETS];
	struct rows rows = { 0 };
	size_t room = 0;

	xlsform_sheets(q, arena, sheets);
	for (int i = 0; i < XLSFORM_SHEETS; i++)
		for (int k = 0; k < sheets[i].row_count; k++) {
			struct design_difference key = { DESIGN_HEAD, "", "" };

			if (i == XLSFORM_SURVEY) {
				key.what = DESIGN_QUESTION;
				key.name = cell_of(&sheets[i], k, "name");
				if (!key.name[0] || strncmp(cell_of(&sheets[i], k, "type"), "end",
							    3) == 0)
					continue;
			} else if (i == XLSFORM_CHOICES) {
				key.what = DESIGN_CHOICE;
				key.name = cell_of(&sheets[i], k, "name");
				key.list = cell_of(&sheets[i], k, "list_name");
			}
			rows.list = arena_grow(
				arena, rows.list, (size_t)rows.count, &room, sizeof *rows.list);
			rows.list[rows.count++] =
				(struct row){ key, describe(&sheets[i], k, arena) };
		}
	return rows;
}

static bool
same_key(const struct design_difference *a, const struct design_difference *b)
{
	return a->what == b->what && strcmp(a->name, b->name) == 0 &&
	       strcmp(a->list, b->list) == 0;
}

static const char *
text_in(const struct rows *rows, const struct design_difference *key)
{
	for (int i = 0; i < rows->count; i++)
		if (same_key(&rows->list[i].key, key))
			return rows->list[i].text;
	return NULL;
}

static const char *
label_of(const struct design_difference *key, struct arena *arena)
{
	if (key->what == DESIGN_HEAD)
		return _("Settings");
	if (key->what == DESIGN_QUESTION)
		return key->name;
	return arena_format(arena, "%s: %s", key->list, key->name);
}

static void
add(struct design *d, struct conflict_field *fields, const struct design_difference *key,
	const struct rows *mine, const struct rows *theirs, const struct rows *base)
{
	const char *a = text_in(mine, key), *b = text_in(theirs, key), *was = text_in(base, key);

	if (a && b ? strcmp(a, b) == 0 : !a && !b)
		return;
	d->differences[d->difference_count] = *key;
	fields[d->difference_count] = (struct conflict_field){ label_of(key, &d->found),
		a ? a : _("(not there)"), b ? b : _("(not there)"),
		a && was ? strcmp(a, was) == 0 : !a && !was };
	d->difference_count++;
}

bool
questionnaire_merge_show(struct screens *s, struct design *d)
{
	struct error err = { 0 };
	struct rows mine, theirs, base;
	struct conflict_field *fields;

	if (questionnaire_load(d->app->db, d->q.code, 0, &d->arena, &d->theirs, &err) ||
		d->theirs.published_at[0] || d->theirs.retired)
		return false;
	mine = rows_of(&d->q, &d->found);
	theirs = rows_of(&d->theirs, &d->found);
	base = rows_of(&d->saved, &d->found);
	d->difference_count = 0;
	d->differences = arena_array(
		&d->found, (size_t)(mine.count + theirs.count) + 1, sizeof *d->differences);
	fields = arena_array(&d->found, (size_t)(mine.count + theirs.count) + 1, sizeof *fields);
	for (int i = 0; i < mine.count; i++)
		add(d, fields, &mine.list[i].key, &mine, &theirs, &base);
	for (int i = 0; i < theirs.count; i++)
		if (!text_in(&mine, &theirs.list[i].key))
			add(d, fields, &theirs.list[i].key, &mine, &theirs, &base);
	if (d->difference_count == 0)
		design_settle(s, d, "");
	else
		conflict_open(s, arena_format(&d->found, _("the questionnaire %s"), d->q.code),
			fields, d->difference_count, DESIGN_CONFLICT);
	return true;
}

/* ---- one of both ---- */

static int
find_choice(const struct questionnaire *q, const char *list, const char *name)
{
	for (int i = 0; i < q->choice_count; i++)
		if (strcmp(q->choices[i].list, list) == 0 &&
			strcmp(q->choices[i].name, name) == 0)
			return i;
	return -1;
}

/* Whether the questions that both have stand in the same order. */
static bool
same_order(const struct questionnaire *a, const struct questionnaire *b)
{
	int last = -1, at;

	for (int i = 0; i < a->question_count; i++) {
		at = question_by_name(b, a->questions[i].name);
		if (at >= 0 && at < last)
			return false;
		if (at >= 0)
			last = at;
	}
	return true;
}

/* The other's row, or its absence, into e->q. */
static void
take_question(struct questionnaire_edit *e, const struct questionnaire *other, const char *name)
{
	int at = question_by_name(e->q, name), from = question_by_name(other, name);
	struct error ignored = { 0 };
	struct question *row;
	int parent, after = -1;

	if (from < 0) {
		if (at >= 0)
			(void)questionnaire_edit_delete(e, at, &ignored);
		return;
	}
	if (at < 0) {
		if (from > 0)
			after = question_by_name(e->q, other->questions[from - 1].name);
		at = questionnaire_edit_insert(e, after, other->questions[from].type);
	}
	row = &e->q->questions[at];
	parent = row->parent;
	*row = other->questions[from];
	row->parent = parent;
}

static void
take_choice(struct questionnaire_edit *e, const struct questionnaire *other, const char *list,
	const char *name)
{
	int at = find_choice(e->q, list, name), from = find_choice(other, list, name), after = -1;
	struct error ignored = { 0 };

	if (from < 0) {
		if (at >= 0)
			(void)questionnaire_edit_delete_choice(e, at, &ignored);
		return;
	}
	if (at < 0) {
		if (from > 0 && strcmp(other->choices[from - 1].list, list) == 0)
			after = find_choice(e->q, list, other->choices[from - 1].name);
		at = questionnaire_edit_insert_choice(e, list, after);
	}
	e->q->choices[at] = other->choices[from];
}

static void
take_head(struct questionnaire *q, const struct questionnaire *other)
{
	q->kind = other->kind;
	q->form_version = other->form_version;
	q->language = other->language;
	q->language_count = other->language_count;
	memcpy(q->languages, other->languages, sizeof q->languages);
	q->title = other->title;
	q->notice = other->notice;
	q->instruction = other->instruction;
}

bool
questionnaire_merge(struct design *d, const char *answer)
{
	struct questionnaire mine = d->q, other;
	bool my_order = !same_order(&d->saved, &d->q);
	char wanted = my_order ? 't' : 'm'; /* the letter that takes from the other */

	if ((int)strlen(answer) != d->difference_count)
		return false;
	questionnaire_edit_keep(&d->edit);
	other = my_order ? d->theirs : mine;
	if (!my_order)
		d->q = d->theirs;
	questionnaire_edit_keep(&d->edit); /* rows of its own */
	for (int i = 0; i < d->difference_count; i++) {
		const struct design_difference *x = &d->differences[i];

		if (answer[i] != wanted)
			continue;
		if (x->what == DESIGN_HEAD)
			take_head(&d->q, &other);
		else if (x->what == DESIGN_QUESTION)
			take_question(&d->edit, &other, x->name);
		else
			take_choice(&d->edit, &other, x->list, x->name);
	}
	d->q.rev = d->theirs.rev;
	d->q.version_id = d->theirs.version_id;
	d->q.version_rev = d->theirs.version_rev;
	d->q.number = d->theirs.number;
	d->q.published_at = d->theirs.published_at;
	return true;
}
