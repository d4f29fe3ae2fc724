/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers as lines of a draft, and back. */
#include "config.h"

#include "model/keying/typed.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/draft.h"
#include "model/surveys/form_parts.h"
#include "model/queries.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIELD = 64, UID = 72, REASON = 24 };

static const char before_sign[] = " before", at_field[] = "at", at_end[] = "end";

/* "" where form or operator are gone. */
static int
load_uid(struct db *db, int64_t form, int64_t keyer, char uid[UID], struct error *err)
{
	struct stmt *row = db_start(db, Q_TYPED_UID, err);

	db_bind_int(row, 1, form);
	db_bind_int(row, 2, keyer);
	text_copy(uid, UID, db_next(row) ? db_text(row, 0) : "");
	return db_end(row);
}

/* ---- a line ---- */

static char *
name_field(char dst[FIELD], int64_t question, int occurrence, const char *sign)
{
	snprintf(dst, FIELD, "%lld.%d%s", (long long)question, occurrence, sign);
	return dst;
}

static char *
name_place(char dst[FIELD], const struct questionnaire *q, struct place at)
{
	if (at.question < 0)
		return text_copy(dst, FIELD, at_end);
	return name_field(dst, q->questions[at.question].id, at.occurrence, "");
}

/* false: no place of this questionnaire. *rest: what stands behind it. */
static bool
read_place(const char *field, const struct questionnaire *q, struct place *at, const char **rest)
{
	char *end, *last;
	long long question = strtoll(field, &end, 10);
	long occurrence;

	if (end == field || *end != '.')
		return false;
	occurrence = strtol(end + 1, &last, 10);
	*at = (struct place){ question_by_id(q, question), (int)occurrence };
	*rest = last;
	return last != end + 1 && at->question >= 0 && occurrence > 0;
}

static char *
write_answer(struct arena *arena, bool there, const struct answer *x)
{
	const char *reason = missing_reason(x->missing)->name;

	if (!there)
		return arena_string(arena, "");
	return arena_format(arena, "%s %u %s", reason[0] ? reason : "-", x->marks,
		x->value ? x->value : "");
}

static bool
read_answer(const char *text, struct place at, struct answer *out)
{
	char reason[REASON], *end;
	size_t length = strcspn(text, " ");
	int missing = MISSING_NONE;

	*out = (struct answer){ at.question, at.occurrence, "", MISSING_NONE, 0 };
	if (!text[length] || length >= sizeof(reason))
		return false;
	text_copy(reason, length + 1, text);
	if (strcmp(reason, "-"))
		missing = missing_by_name(reason);
	out->missing = missing < 0 ? MISSING_NO_ANSWER : (enum missing)missing;
	out->marks = (unsigned)strtoul(text + length + 1, &end, 10);
	if (*end != ' ')
		return false;
	out->value = end + 1;
	return true;
}

static bool
same(const struct typed_answer *x)
{
	if (!x->there || !x->was_there)
		return x->there == x->was_there;
	return x->answer.missing == x->before.missing && x->answer.marks == x->before.marks &&
	       !strcmp(x->answer.value, x->before.value);
}

/* ---- reading ---- */

static struct typed_answer *
entry(struct typed *t, struct place at)
{
	for (int i = 0; i < t->count; i++)
		if (t->list[i].at.question == at.question &&
			t->list[i].at.occurrence == at.occurrence)
			return &t->list[i];
	t->list[t->count] = (struct typed_answer){ .at = at };
	return &t->list[t->count++];
}

static void
read_line(struct typed *t, const struct questionnaire *q, const struct draft_field *line)
{
	struct typed_answer *x;
	struct place at;
	const char *rest;

	if (!strcmp(line->field, at_field)) {
		if (!strcmp(line->text, at_end))
			t->at = (struct place){ -1, 1 };
		else if (read_place(line->text, q, &at, &rest))
			t->at = at;
		return;
	}
	if (!read_place(line->field, q, &at, &rest))
		return;
	if (*rest && strcmp(rest, before_sign))
		return;
	x = entry(t, at);
	if (*rest)
		x->was_there = read_answer(line->text, at, &x->before);
	else
		x->there = read_answer(line->text, at, &x->answer);
}

int
typed_load(struct db *db, const char *screen, const struct form *form, const struct keyer *keyer,
	const struct questionnaire *q, struct arena *arena, struct typed *out, struct error *err)
{
	struct draft draft = { 0 };
	char uid[UID];

	*out = (struct typed){ .at = { 0, 1 } };
	if (load_uid(db, form->id, keyer->id, uid, err) < 0)
		return -1;
	if (!uid[0])
		return 0;
	if (draft_load(db, db_person(db), screen, uid, arena, &draft, err) < 0)
		return -1;
	out->list = arena_array(arena, (size_t)draft.count + 1, sizeof(*out->list));
	out->base_rev = draft.base_rev;
	text_copy(out->saved_at, sizeof(out->saved_at), draft.saved_at);
	for (int i = 0; i < draft.count; i++)
		read_line(out, q, &draft.fields[i]);
	return 0;
}

/* ---- writing ---- */

struct putting {
	const char *screen;
	const struct form *form;
	const struct keyer *keyer;
	const struct questionnaire *q;
	const struct typed_answer *list;
	int count;
	const struct place *at;
	struct arena *arena;
	char uid[UID];
};

static int
put_line(struct db *db, const struct putting *p, const char *field, const char *text,
	struct error *err)
{
	return draft_put(
		db, db_person(db), p->screen, p->uid, p->form->rev, field, text, err);
}

static int
put_answer(struct db *db, const struct putting *p, const struct typed_answer *x, struct error *err)
{
	int64_t question = p->q->questions[x->at.question].id;
	char field[FIELD], before[FIELD];
	bool gone = same(x);

	name_field(field, question, x->at.occurrence, "");
	name_field(before, question, x->at.occurrence, before_sign);
	if (put_line(db, p, field, gone ? NULL : write_answer(p->arena, x->there, &x->answer),
		    err) < 0)
		return -1;
	return put_line(db, p, before,
		gone ? NULL : write_answer(p->arena, x->was_there, &x->before), err);
}

/* A place alone is no draft: nothing was typed. */
static int
put_place(struct db *db, const struct putting *p, struct error *err)
{
	struct stmt *row = db_start(db, Q_TYPED_LEFT, err);
	char place[FIELD];
	bool left;

	db_bind_int(row, 1, db_person(db));
	db_bind_text(row, 2, p->screen);
	db_bind_text(row, 3, p->uid);
	left = db_next(row);
	if (db_end(row) < 0)
		return -1;
	if (!left)
		return draft_forget(db, db_person(db), p->screen, p->uid, err);
	if (!p->at)
		return 0;
	return put_line(db, p, at_field, name_place(place, p->q, *p->at), err);
}

static int
put(struct db *db, void *context, struct error *err)
{
	struct putting *p = context;
	struct form_now now;

	if (form_now_load(db, p->form->id, &now, err) < 0 || form_refuse_erased(&now, err) < 0 ||
		load_uid(db, p->form->id, p->keyer->id, p->uid, err) < 0)
		return -1;
	if (!p->uid[0])
		return error_set(err, ERROR_MISSING, _("This operator is gone already."));
	for (int i = 0; i < p->count; i++)
		if (put_answer(db, p, &p->list[i], err) < 0)
			return -1;
	return put_place(db, p, err);
}

int
typed_put(struct db *db, const char *screen, const struct form *form, const struct keyer *keyer,
	const struct questionnaire *q, const struct typed_answer *list, int count,
	const struct place *at, struct error *err)
{
	struct arena arena = { 0 };
	struct putting p = { screen, form, keyer, q, list, count, at, &arena, "" };
	/* No audit line: nothing has been saved yet in the eyes of anybody. */
	int result = db_write(db, NULL, put, &p, err);

	arena_release(&arena);
	return result;
}

/* ---- the end of a draft ---- */

int
typed_forget(struct db *db, const char *screen, int64_t form, int64_t keyer, struct error *err)
{
	char uid[UID];

	if (load_uid(db, form, keyer, uid, err) < 0)
		return -1;
	return uid[0] ? draft_forget(db, db_person(db), screen, uid, err) : 0;
}

int
typed_forget_field(struct db *db, const char *screen, int64_t form, int64_t keyer,
	int64_t question, int occurrence, struct error *err)
{
	const char *const signs[] = { "", before_sign };
	char uid[UID], field[FIELD];

	if (load_uid(db, form, keyer, uid, err) < 0)
		return -1;
	for (size_t i = 0; uid[0] && i < sizeof(signs) / sizeof(*signs); i++) {
		name_field(field, question, occurrence, signs[i]);
		if (draft_put(db, db_person(db), screen, uid, 0, field, NULL, err) < 0)
			return -1;
	}
	return 0;
}

struct dropping {
	const char *screen;
	int64_t form, keyer;
};

static int
drop(struct db *db, void *context, struct error *err)
{
	const struct dropping *d = context;

	return typed_forget(db, d->screen, d->form, d->keyer, err);
}

int
typed_drop(struct db *db, const char *screen, const struct form *form, const struct keyer *keyer,
	struct error *err)
{
	struct dropping d = { screen, form->id, keyer->id };

	return db_write(db, NULL, drop, &d, err);
}

/* ---- what waits ---- */

int
typed_waiting(struct db *db, int64_t wave, int64_t batch, int64_t keyer, struct arena *arena,
	struct typed_waiting **list, int *count, struct error *err)
{
	struct stmt *row = db_start(db, Q_TYPED_WAITING, err);
	size_t room = 0;

	*list = NULL;
	*count = 0;
	db_bind_int(row, 1, wave);
	db_bind_int(row, 2, batch);
	db_bind_int(row, 3, keyer);
	while (db_next(row)) {
		struct typed_waiting w = { .number = db_int(row, 0),
			.third = db_int(row, 1) != 0,
			.keyer = db_int(row, 4),
			.batch = db_int(row, 5) };

		text_copy(w.initials, sizeof(w.initials), db_text(row, 2));
		text_copy(w.saved_at, sizeof(w.saved_at), db_text(row, 3));
		*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof(**list));
		(*list)[(*count)++] = w;
	}
	return db_end(row);
}

const char *
typed_waiting_text(const struct typed_waiting *w, struct arena *arena)
{
	const char *who = w->initials[0] ? w->initials : "–";
	char at[32];

	clock_local(at, sizeof(at), w->saved_at);
	return arena_format(arena,
		w->third ? _("Form %lld: %s began to settle its differences on %s and did not "
			     "save (3 3).")
			 : _("Form %lld: a correction by %s from %s waits."),
		(long long)w->number, who, at);
}
