/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Moving through a form and putting answers into it. */
#include "config.h"

#include "base/i18n.h"
#include "base/memory.h"
#include "base/text.h"
#include "screens/keying/keying_sheet.h"
#include "screens/keying/keying_codes.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool
same_place(struct place a, struct place b)
{
	return a.question == b.question && (a.question < 0 || a.occurrence == b.occurrence);
}

static const struct answer *
standing(const struct sheet *h, struct place at)
{
	return at.question < 0 ? NULL : answers_find(&h->answers, at.question, at.occurrence);
}

bool
sheet_keyed(const struct sheet *h, int question)
{
	return h->session->kind != READING_SECOND || h->session->twice[question];
}

/* ---- changes and undo ---- */

void
sheet_note(struct sheet *h, struct place at)
{
	for (int i = 0; i < h->changed_count; i++)
		if (same_place(h->changed[i], at))
			return;
	h->changed = arena_grow(&h->arena, h->changed, (size_t)h->changed_count, &h->changed_room,
		sizeof *h->changed);
	h->changed[h->changed_count++] = at;
}

bool
sheet_changed(const struct sheet *h, struct place at)
{
	for (int i = 0; i < h->changed_count; i++)
		if (same_place(h->changed[i], at))
			return true;
	return false;
}

static void
put(struct sheet *h, struct place at, const char *value, enum missing missing, unsigned marks)
{
	const struct answer *old = standing(h, at);
	struct sheet_undo undo = { at, old != NULL, old ? *old : (struct answer){ 0 } };

	if (old && old->missing == missing && old->marks == marks && strcmp(old->value, value) == 0)
		return;
	h->undo = arena_grow(
		&h->arena, h->undo, (size_t)h->undo_count, &h->undo_room, sizeof *h->undo);
	h->undo[h->undo_count++] = undo;
	if (old && !(old->marks & ANSWER_PASSED_OVER))
		h->session->sitting.corrections++;
	answers_put(&h->answers, at.question, at.occurrence, value, missing, marks);
	sheet_note(h, at);
}

static void
note_taken(struct sheet *h, struct place at)
{
	for (int i = 0; i < h->taken_count; i++)
		if (same_place(h->taken_back[i], at))
			return;
	h->taken_back = arena_grow(&h->arena, h->taken_back, (size_t)h->taken_count, &h->taken_room,
		sizeof *h->taken_back);
	h->taken_back[h->taken_count++] = at;
}

void
sheet_taken_back(const struct sheet *h, char *dst, size_t size)
{
	size_t length = 0;
	char number[16];

	dst[0] = '\0';
	for (int i = 0; i < h->taken_count && length < size; i++) {
		const struct answer *x = standing(h, h->taken_back[i]);

		if (!x || x->missing != MISSING_NONE)
			length += (size_t)snprintf(dst + length, size - length, "%s%s",
				length ? ", " : "",
				question_number(&h->session->q, h->taken_back[i].question, number,
					sizeof number));
	}
}

bool
sheet_undo(struct sheet *h, struct answer *was, bool *there)
{
	const struct answer *now;
	struct sheet_undo *u;

	if (!h->undo_count)
		return false;
	u = &h->undo[--h->undo_count];
	now = standing(h, u->at);
	*there = now != NULL;
	*was = now ? *now : (struct answer){ 0 };
	if (now && now->missing == MISSING_NONE)
		note_taken(h, u->at);
	if (u->there)
		answers_put(&h->answers, u->at.question, u->at.occurrence, u->answer.value,
			u->answer.missing, u->answer.marks);
	else
		answers_remove(&h->answers, u->at.question, u->at.occurrence);
	sheet_note(h, u->at);
	sheet_go(h, u->at);
	return true;
}

/* ---- moving ---- */

void
sheet_go(struct sheet *h, struct place at)
{
	h->at = at;
	h->insisted_count = 0;
	h->verify = (struct verify){ 0 };
	keying_codes_field(h);
}

/* Texts are passed over where the wave says so; a mark tells that from an empty paper. */
static bool
passes_over(const struct sheet *h, struct place at)
{
	return h->session->kind == READING_FIRST && !h->session->wave.open_answers &&
	       h->session->q.questions[at.question].type == QUESTION_TEXT;
}

static struct place
settle_on(struct sheet *h, struct place at)
{
	struct error ignored = { 0 };
	bool enforced = session_enforces(h->session);

	while (at.question >= 0 && (!sheet_keyed(h, at.question) || passes_over(h, at))) {
		if (passes_over(h, at) && !standing(h, at)) {
			answers_put(&h->answers, at.question, at.occurrence, "", MISSING_NO_ANSWER,
				ANSWER_PASSED_OVER);
			sheet_note(h, at);
		}
		route_after(h->session->route, &h->answers, at, enforced, &at, &ignored);
	}
	return at;
}

static void
go_after(struct sheet *h)
{
	struct error ignored = { 0 };
	struct place next = h->at;

	route_after(h->session->route, &h->answers, h->at, session_enforces(h->session), &next,
		&ignored);
	sheet_go(h, settle_on(h, next));
}

void
sheet_back(struct sheet *h)
{
	struct error ignored = { 0 };
	struct place at = h->at, before;

	for (;;) {
		route_previous(h->session->route, &h->answers, at, session_enforces(h->session),
			&before, &ignored);
		if (same_place(before, at))
			return;
		if (sheet_keyed(h, before.question) && !passes_over(h, before))
			break;
		at = before;
	}
	sheet_go(h, before);
}

void
sheet_go_open(struct sheet *h)
{
	struct error ignored = { 0 };
	bool enforced = session_enforces(h->session);
	struct place at;

	route_next(h->session->route, &h->answers, (struct place){ 0, 1 }, enforced, &at, &ignored);
	at = settle_on(h, at);
	while (at.question >= 0 && standing(h, at)) {
		route_after(h->session->route, &h->answers, at, enforced, &at, &ignored);
		at = settle_on(h, at);
	}
	sheet_go(h, at);
}

int
sheet_find_number(const struct sheet *h, const char *number, struct place *at)
{
	const struct questionnaire *q = &h->session->q;
	char other[32];

	for (int i = 0; i < q->question_count; i++) {
		if (!question_asked(&q->questions[i]) || !sheet_keyed(h, i))
			continue;
		if (strcasecmp(question_number(q, i, other, sizeof other), number))
			continue;
		*at = (struct place){ i, 1 };
		return 0;
	}
	return -1;
}

/* ---- answering ---- */

static enum sheet_result
insist(struct sheet *h, const char *value, enum missing missing)
{
	h->insisted_at = h->at;
	h->insisted = (struct answer){ h->at.question, h->at.occurrence,
		arena_string(&h->arena, value), missing, 0 };
	h->insisted_count++;
	return SHEET_REFUSED;
}

static bool
insisted(const struct sheet *h, const char *value, enum missing missing)
{
	return h->insisted_count && same_place(h->insisted_at, h->at) &&
	       h->insisted.missing == missing && strcmp(h->insisted.value, value) == 0;
}

/* A rule on the field alone is told at once; the same answer again stands as on the paper. */
static int
check_range(struct sheet *h, const char *value, enum missing missing, struct error *err)
{
	const struct question *q = &h->session->q.questions[h->at.question];
	const struct answer *old = standing(h, h->at);
	struct answer kept = old ? *old : (struct answer){ 0 };
	struct failed_check *list;
	struct arena arena = { 0 };
	int count = 0, found = 0;

	if (!session_enforces(h->session) || h->session->kind != READING_FIRST || !q->hard_check ||
		!q->hard_check[0] || strstr(q->hard_check, "${") || missing)
		return 0;
	answers_put(&h->answers, h->at.question, h->at.occurrence, value, missing, 0);
	route_check_place(h->session->route, &h->answers, h->at, h->session->language, &arena,
		&list, &count, err);
	for (int i = 0; i < count && !found; i++)
		if (list[i].kind == CHECK_HARD)
			found = error_set(err, ERROR_INPUT,
				_("%s The same once more keeps it as on the paper."), list[i].text);
	arena_release(&arena);
	if (old)
		answers_put(&h->answers, h->at.question, h->at.occurrence, kept.value, kept.missing,
			kept.marks);
	else
		answers_remove(&h->answers, h->at.question, h->at.occurrence);
	return found;
}

/* Against the first reading, by the rule of model/keying/verify.h. */
static enum sheet_result
verify(struct sheet *h, const char *value, enum missing missing, struct error *err)
{
	const struct question *q = &h->session->q.questions[h->at.question];
	const struct answer *first = answers_find(&h->before, h->at.question, h->at.occurrence);
	struct answer typed = { h->at.question, h->at.occurrence, value, missing, 0 };
	struct verify before = h->verify;

	switch (verify_typed(&h->verify, q, first, &typed, &h->arena)) {
	case VERIFY_AGAIN:
		error_set(err, ERROR_INPUT, "%s",
			_("Not what was keyed first. Look at the paper and key it again."));
		return SHEET_DIFFERS;
	case VERIFY_SLIP:
		if (session_renew(h->session, err) == 0 &&
			difference_slip(h->session->app->db, &h->reading, q->id, h->at.occurrence,
				err) == 0)
			return SHEET_MOVED;
		h->verify = before;
		return SHEET_REFUSED;
	default:
		return SHEET_MOVED;
	}
}

enum sheet_result
sheet_take(struct sheet *h, const char *value, enum missing missing, struct error *err)
{
	unsigned marks = 0;
	enum sheet_result result;

	if (value[0] && route_legal(h->session->route, &h->answers, h->at, value, err))
		return SHEET_REFUSED;
	if (insisted(h, value, missing) && !session_verifies(h->session))
		marks = check_confirm(0, CHECK_HARD, true);
	else if (check_range(h, value, missing, err))
		return insist(h, value, missing);
	if (session_verifies(h->session)) {
		result = verify(h, value, missing, err);
		if (result != SHEET_MOVED)
			return result;
	}
	put(h, h->at, value, missing, marks);
	h->session->sitting.fields++;
	return SHEET_MOVED;
}

enum sheet_result
sheet_answer(struct sheet *h, const char *value, enum missing missing, struct error *err)
{
	enum sheet_result result = sheet_take(h, value, missing, err);

	if (result == SHEET_MOVED)
		go_after(h);
	return result;
}

enum sheet_result
sheet_next(struct sheet *h, struct error *err)
{
	if (session_enforces(h->session) && h->session->kind != READING_CORRECTION &&
		!standing(h, h->at)) {
		error_set(err, ERROR_INPUT, "%s",
			_("Nothing is keyed here. Press * when the paper has no answer."));
		return SHEET_REFUSED;
	}
	go_after(h);
	return SHEET_MOVED;
}

enum sheet_result
sheet_end_repeat(struct sheet *h, struct error *err)
{
	struct place next = h->at;

	if (question_repeat(&h->session->q, h->at.question) < 0) {
		error_set(err, ERROR_INPUT, "%s",
			_("This question does not belong to a repeated group."));
		return SHEET_REFUSED;
	}
	route_end_repeat(
		h->session->route, &h->answers, h->at, session_enforces(h->session), &next, err);
	sheet_go(h, settle_on(h, next));
	return SHEET_MOVED;
}

int
sheet_last_value(struct sheet *h, char *dst, size_t size, struct error *err)
{
	struct keying_session *x = h->session;
	const struct question *q = &x->q.questions[h->at.question];

	dst[0] = '\0';
	if (!q->repeat_last || x->kind != READING_FIRST || !x->app->db)
		return 0;
	if (x->last_of != x->keyer.id) {
		if (form_last_keyed(x->app->db, x->batch.id, x->keyer.id, &x->last_form, err))
			return -1;
		x->last_of = x->keyer.id;
	}
	return form_last_value(x->app->db, x->last_form, q->id, dst, size, err);
}
