/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Coding open answers: every act is a list of changes, so that it can be taken back. */
#include "config.h"

#include "model/surveys/open_code.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/queries.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LABEL = 1024 };

/* ---- texts ---- */

struct answer_text {
	struct open_place at;
	const char *text, *folded;
	int64_t *codes; /* ended by 0 */
	int code_count;
	size_t room;
};

/* Whole, however long; what is nothing but signs is told apart as it stands. */
static const char *
fold(struct arena *arena, const char *text)
{
	size_t size = 2 * strlen(text) + 1; /* no letter folds to more than twice its bytes */
	const char *folded = text_fold(arena_new(arena, size), size, text);

	return *folded ? folded : text;
}

static int
load_answers(struct db *db, int64_t wave, int64_t question, struct arena *arena,
	struct answer_text **list, int *count, struct error *err)
{
	struct stmt *row = db_start(db, Q_OPEN_ANSWERS, err);
	size_t room = 0;

	db_bind_int(row, 1, wave);
	db_bind_int(row, 2, question);
	while (db_next(row)) {
		struct open_place at = { db_int(row, 0), llabs(db_int(row, 3)),
			(int)db_int(row, 1) };
		struct answer_text *last = *count ? &(*list)[*count - 1] : NULL;

		if (!last || last->at.form != at.form || last->at.occurrence != at.occurrence) {
			*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof **list);
			last = &(*list)[(*count)++];
		}
		*last = (struct answer_text){ .at = at,
			.text = arena_string(arena, db_text(row, 2)) };
		last->folded = fold(arena, last->text);
	}
	return db_end(row);
}

static int
load_codes(struct db *db, int64_t wave, int64_t question, struct arena *arena,
	struct answer_text *list, int count, struct error *err)
{
	struct stmt *row = db_start(db, Q_OPEN_ANSWER_CODES, err);
	int i = 0;

	db_bind_int(row, 1, wave);
	db_bind_int(row, 2, llabs(question));
	while (db_next(row)) {
		int64_t form = db_int(row, 0);
		int occurrence = (int)db_int(row, 1);

		while (i < count && (list[i].at.form < form || (list[i].at.form == form &&
					    list[i].at.occurrence < occurrence)))
			i++;
		if (i == count || list[i].at.form != form || list[i].at.occurrence != occurrence)
			continue;
		list[i].codes = arena_grow(arena, list[i].codes, (size_t)list[i].code_count + 1,
			&list[i].room, sizeof *list[i].codes);
		list[i].codes[list[i].code_count++] = db_int(row, 2);
		list[i].codes[list[i].code_count] = 0;
	}
	return db_end(row);
}

static int
by_text(const void *a, const void *b)
{
	const struct answer_text *x = a, *y = b;
	int order = text_compare(x->folded, y->folded);

	if (order == 0)
		order = x->at.form < y->at.form ? -1 : x->at.form > y->at.form;
	return order ? order : x->at.occurrence - y->at.occurrence;
}

static bool
has_code(const int64_t *codes, int count, int64_t code)
{
	for (int i = 0; i < count; i++)
		if (codes[i] == code)
			return true;
	return false;
}

/* What the answers of the group have, one by one and together. */
static void
gather(struct open_text *t, const struct answer_text *first, struct arena *arena)
{
	size_t room = 0;

	t->at = arena_array(arena, (size_t)t->count, sizeof *t->at);
	t->held = arena_array(arena, (size_t)t->count, sizeof *t->held);
	for (int i = 0; i < t->count; i++) {
		t->at[i] = first[i].at;
		t->held[i] = first[i].codes;
		t->coded += first[i].code_count > 0;
		for (int k = 0; k < first[i].code_count; k++) {
			if (has_code(t->codes, t->code_count, first[i].codes[k]))
				continue;
			t->codes = arena_grow(arena, t->codes, (size_t)t->code_count, &room,
				sizeof *t->codes);
			t->codes[t->code_count++] = first[i].codes[k];
		}
	}
	for (int i = 0; i < t->count; i++)
		t->mixed |= first[i].code_count != t->code_count;
}

int
open_text_list(struct db *db, int64_t wave, int64_t question, struct arena *arena,
	struct open_text **list, int *count, struct error *err)
{
	struct answer_text *all = NULL;
	int total = 0, from = 0;
	size_t room = 0;

	*list = NULL;
	*count = 0;
	if (load_answers(db, wave, question, arena, &all, &total, err) < 0 ||
		load_codes(db, wave, question, arena, all, total, err) < 0)
		return -1;
	if (total)
		qsort(all, (size_t)total, sizeof *all, by_text);
	for (int i = 0; i < total; i++) {
		struct open_text *t;

		if (i + 1 < total && !strcmp(all[i + 1].folded, all[from].folded))
			continue;
		if (all[from].text[0]) {
			*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof **list);
			t = &(*list)[(*count)++];
			*t = (struct open_text){ .text = all[from].text, .count = i + 1 - from };
			gather(t, &all[from], arena);
		}
		from = i + 1;
	}
	return 0;
}

/* ---- codes ---- */

int
open_code_list(struct db *db, int64_t survey, const char *question, struct arena *arena,
	struct open_code **list, int *count, struct error *err)
{
	struct stmt *row = db_start(db, Q_OPEN_CODE_LIST, err);
	size_t room = 0;

	*list = NULL;
	*count = 0;
	db_bind_int(row, 1, survey);
	db_bind_text(row, 2, question);
	while (db_next(row)) {
		*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof **list);
		(*list)[(*count)++] = (struct open_code){ db_int(row, 0), (int)db_int(row, 1),
			arena_string(arena, db_text(row, 2)), (int)db_int(row, 3) };
	}
	return db_end(row);
}

static int
check_label(const char *label, struct error *err)
{
	if (!label[strspn(label, " ")] || strlen(label) > 120 || !text_storable(label, ""))
		return error_set(err, ERROR_INPUT,
			_("A category needs a label of at most 120 characters."));
	return 0;
}

struct adding {
	int64_t survey, id;
	const char *question, *label;
	char summary[128];
};

static int
add(struct db *db, void *context, struct error *err)
{
	struct adding *a = context;
	struct stmt *row = db_start(db, Q_OPEN_CODE_NEXT, err);
	int64_t code;

	db_bind_int(row, 1, a->survey);
	db_bind_text(row, 2, a->question);
	code = db_next(row) ? db_int(row, 0) : 0;
	if (db_end(row) < 0)
		return -1;
	row = db_start(db, Q_OPEN_CODE_INSERT, err);
	db_bind_int(row, 1, a->survey);
	db_bind_text(row, 2, a->question);
	db_bind_int(row, 3, code);
	db_bind_text(row, 4, a->label);
	if (db_run(row, NULL) < 0)
		return -1;
	a->id = db_last_id(db);
	snprintf(a->summary, sizeof a->summary, "%.60s: category %lld", a->question,
		(long long)code);
	db_act_entity(db, a->id);
	return 0;
}

static int
refuse_known(const char *label, const char *known, int code, struct error *err)
{
	char folded[LABEL], other[LABEL];

	if (strcmp(text_fold(folded, sizeof folded, label), text_fold(other, sizeof other, known)))
		return 0;
	return error_set(err, ERROR_INPUT, _("There is a category “%s” already, number %d."), known,
		code);
}

int
open_code_add(struct db *db, int64_t survey, const char *question, const char *label, int64_t *id,
	struct error *err)
{
	struct adding a = { .survey = survey, .question = question, .label = label };
	struct db_act act = { .action = "open_code.add", .entity = "open_code",
		.summary = a.summary };
	struct arena arena = { 0 };
	struct open_code *list;
	int count, result = check_label(label, err);

	if (result == 0)
		result = open_code_list(db, survey, question, &arena, &list, &count, err);
	for (int i = 0; result == 0 && i < count; i++)
		result = refuse_known(label, list[i].label, list[i].code, err);
	arena_release(&arena);
	if (result == 0)
		result = db_write(db, &act, add, &a, err);
	*id = a.id;
	return result;
}

/* ---- acts ---- */

struct acting {
	const struct open_step *step;
	bool back;
	char summary[64];
};

static int
change(struct db *db, const struct open_change *c, bool add, struct error *err)
{
	struct stmt *row = db_start(db, add ? Q_ANSWER_CODE_ADD : Q_ANSWER_CODE_DROP, err);

	db_bind_int(row, 1, c->at.form);
	db_bind_int(row, 2, c->at.question);
	db_bind_int(row, 3, c->at.occurrence);
	db_bind_int(row, 4, c->code);
	return db_run(row, NULL);
}

static int
act_step(struct db *db, void *context, struct error *err)
{
	struct acting *a = context;
	const struct open_step *step = a->step;
	struct stmt *row;

	snprintf(a->summary, sizeof a->summary, "%d changes%s", step->count,
		a->back ? " taken back" : "");
	for (int i = 0; i < step->count; i++) {
		int at = a->back ? step->count - 1 - i : i;

		if (change(db, &step->changes[at], step->changes[at].added != a->back, err) < 0)
			return -1;
	}
	if (!step->code)
		return 0;
	row = db_start(db, Q_OPEN_CODE_CHANGE, err);
	db_bind_int(row, 1, step->code);
	db_bind_text(row, 2, step->label[!a->back]);
	if (step->merged[!a->back])
		db_bind_int(row, 3, step->merged[!a->back]);
	return db_run(row, NULL);
}

static int
act_whole(struct db *db, const struct open_step *step, bool back, struct error *err)
{
	struct acting a = { step, back, "" };
	struct db_act act = { .action = "answers.code", .entity = "open_code",
		.entity_id = step->code, .summary = a.summary };

	return db_write(db, &act, act_step, &a, err);
}

static void
add_change(struct open_step *step, size_t *room, struct arena *arena, struct open_place at,
	int64_t code, bool added)
{
	step->changes = arena_grow(
		arena, step->changes, (size_t)step->count, room, sizeof *step->changes);
	step->changes[step->count++] = (struct open_change){ at, code, added };
}

static int
length(const int64_t *codes)
{
	int count = 0;

	while (codes && codes[count])
		count++;
	return count;
}

/* Only what becomes different is a change: taking it back leaves alone what was there before. */
int
open_code_assign(struct db *db, const struct open_text *text, const int64_t *codes, int count,
	struct arena *arena, struct open_step *step, struct error *err)
{
	size_t room = 0;

	*step = (struct open_step){ .count = 0 };
	for (int i = 0; i < text->count; i++) {
		const int64_t *held = text->held[i];
		int held_count = length(held);

		for (int k = 0; k < held_count; k++)
			if (!has_code(codes, count, held[k]))
				add_change(step, &room, arena, text->at[i], held[k], false);
		for (int k = 0; k < count; k++)
			if (!has_code(held, held_count, codes[k]))
				add_change(step, &room, arena, text->at[i], codes[k], true);
	}
	return step->count ? act_whole(db, step, false, err) : 0;
}

int
open_code_rename(struct db *db, const struct open_code *code, const char *label,
	struct arena *arena, struct open_step *step, struct error *err)
{
	struct error known = { 0 };
	struct stmt *row;

	if (check_label(label, err) < 0)
		return -1;
	row = db_start(db, Q_OPEN_CODE_BESIDE, err);
	db_bind_int(row, 1, code->id);
	while (db_next(row) && known.code == ERROR_NONE)
		refuse_known(label, db_text(row, 1), (int)db_int(row, 0), &known);
	if (db_end(row) < 0)
		return -1;
	if (known.code != ERROR_NONE) {
		*err = known;
		return -1;
	}
	*step = (struct open_step){ .code = code->id,
		.label = { arena_string(arena, code->label), arena_string(arena, label) } };
	return act_whole(db, step, false, err);
}

int
open_code_merge(struct db *db, const struct open_code *from, const struct open_code *into,
	struct arena *arena, struct open_step *step, struct error *err)
{
	const char *label = arena_string(arena, from->label);
	struct stmt *row;
	size_t room = 0;

	if (from->id == into->id)
		return error_set(err, ERROR_INPUT, _("A category cannot be merged into itself."));
	*step = (struct open_step){ .code = from->id, .label = { label, label },
		.merged = { 0, into->id } };
	row = db_start(db, Q_OPEN_CODE_USES, err);
	db_bind_int(row, 1, from->id);
	db_bind_int(row, 2, into->id);
	while (db_next(row)) {
		struct open_place at = { db_int(row, 0), db_int(row, 1), (int)db_int(row, 2) };

		add_change(step, &room, arena, at, from->id, false);
		if (!db_int(row, 3))
			add_change(step, &room, arena, at, into->id, true);
	}
	return db_end(row) < 0 ? -1 : act_whole(db, step, false, err);
}

/* Merged into itself: no longer in use, and what was said of it can still be read. */
int
open_code_drop(struct db *db, const struct open_code *code, struct arena *arena,
	struct open_step *step, struct error *err)
{
	const char *label = arena_string(arena, code->label);
	struct stmt *row = db_start(db, Q_OPEN_CODE_USES, err);
	int uses = 0;

	db_bind_int(row, 1, code->id);
	db_bind_int(row, 2, code->id);
	while (db_next(row))
		uses++;
	if (db_end(row) < 0)
		return -1;
	if (uses > 0)
		return error_set(err, ERROR_INPUT,
			P_("%d answer has the category “%s”. Merge it into another one, or take it "
			   "from the answer first.",
				"%d answers have the category “%s”. Merge it into another one, or "
				"take it from them first.",
				(unsigned long)uses),
			uses, label);
	*step = (struct open_step){
		.code = code->id, .label = { label, label }, .merged = { 0, code->id }
	};
	return act_whole(db, step, false, err);
}

int
open_code_undo(struct db *db, const struct open_step *step, struct error *err)
{
	return act_whole(db, step, true, err);
}
