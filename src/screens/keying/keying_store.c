/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A form from and to the disk: opening, each answer, the list at its end, finishing. */
#include "config.h"

#include "base/i18n.h"
#include "base/memory.h"
#include "base/text.h"
#include "screens/keying/keying_codes.h"
#include "screens/keying/keying_draft.h"
#include "screens/keying/keying_open.h"
#include "screens/keying/keying_sheet.h"

#include <stdlib.h>
#include <string.h>

enum { TEXT_BYTES = 4 * ANSWER_TEXT_MOST + 8 };

/* ---- opening ---- */

static int
start_sitting(struct keying_session *x, struct error *err)
{
	if (x->sitting.id)
		return 0;
	x->sitting = (struct sitting){ .wave = x->wave.id,
		.batch = x->batch.id,
		.keyer = x->keyer,
		.mode = x->kind,
		.paused = x->sitting.paused };
	return sitting_start(x->app->db, &x->sitting, err);
}

/* What is not keyed twice comes from the first reading, so that routes lead the same way. */
static void
copy_rest(struct sheet *h)
{
	for (int i = 0; i < h->before.count; i++) {
		const struct answer *x = &h->before.list[i];

		if (question_asked(&h->session->q.questions[x->question]) &&
			!h->session->twice[x->question])
			answers_put(&h->answers, x->question, x->occurrence, x->value, x->missing,
				x->marks);
	}
}

static int
load(struct sheet *h, bool take, struct error *err)
{
	struct keying_session *x = h->session;
	struct db *db = x->app->db;

	if (x->kind == READING_CORRECTION) {
		h->reading = (struct reading){ .form = h->form.id,
			.number = h->form.number,
			.kind = READING_CORRECTION,
			.at = { 0, 1 } };
		if (form_answers(db, h->form.id, &x->q, &h->before, err))
			return -1;
		sheet_answers_copy(&h->answers, &h->before);
		return sheet_draft_take(h, err);
	}
	/* Opening changes the form, so it is read again: its note is written over what is known. */
	if (reading_open(db, &h->form, x->kind, &x->keyer, &x->q, take, &h->reading, err) ||
		form_by_number(db, x->wave.id, h->form.number, &h->form, err))
		return -1;
	if (x->kind == READING_SECOND) {
		if (form_reading(db, h->form.id, 1, &x->q, &h->before, err))
			return -1;
		copy_rest(h);
	}
	return reading_load(db, &h->reading, &x->q, &h->answers, err);
}

/* Where the reading goes on: the place of the disk, or the next asked one. */
static void
find_place(struct sheet *h)
{
	struct error ignored = { 0 };
	struct place at = h->reading.at, found = at;

	if (at.question >= 0)
		route_next(h->session->route, &h->answers, at, session_enforces(h->session), &found,
			&ignored);
	while (found.question >= 0 && !sheet_keyed(h, found.question))
		route_after(h->session->route, &h->answers, found, session_enforces(h->session),
			&found, &ignored);
	h->kept_at = found;
	sheet_go(h, found);
}

int
sheet_open(struct sheet *h, struct keying_session *x, const struct form *form, bool take,
	struct error *err)
{
	*h = (struct sheet){ .session = x, .form = *form };
	h->answers.arena = h->before.arena = &h->arena;
	if (session_renew(x, err) || session_prepare(x, form->version, err) ||
		load(h, take, err) || start_sitting(x, err)) {
		arena_release(&h->arena);
		return -1;
	}
	h->text = memory_new(TEXT_BYTES);
	h->field.edit = (struct edit){ .text = h->text, .size = TEXT_BYTES };
	find_place(h);
	return 0;
}

void
sheet_release(struct sheet *h)
{
	free(h->text);
	arena_release(&h->arena);
	arena_release(&h->field_arena);
	arena_release(&h->check_arena);
	*h = (struct sheet){ 0 };
}

/* ---- each answer ---- */

static int
put(struct sheet *h, struct error *err)
{
	struct arena arena = { 0 };
	struct answer_change *changes =
		arena_array(&arena, (size_t)h->changed_count + 1, sizeof *changes);
	int result;

	for (int i = 0; i < h->changed_count; i++) {
		struct place at = h->changed[i];
		const struct answer *x = answers_find(&h->answers, at.question, at.occurrence);

		changes[i].removed = !x;
		changes[i].answer = x ? *x
				      : (struct answer){ .question = at.question,
						.occurrence = at.occurrence,
						.value = "" };
	}
	result = reading_put(h->session->app->db, &h->reading, &h->session->q, changes,
		h->changed_count, h->at, err);
	arena_release(&arena);
	return result;
}

/* Of a correction a place alone is nothing to keep. */
static bool
settled(const struct sheet *h)
{
	bool moved = h->at.question != h->kept_at.question ||
		     (h->at.question >= 0 && h->at.occurrence != h->kept_at.occurrence);

	return !h->changed_count &&
	       (!moved || (h->session->kind == READING_CORRECTION && !h->drafted));
}

int
sheet_settle(struct sheet *h, struct error *err)
{
	int result;

	if (settled(h))
		return 0;
	error_clear(&h->unsaved);
	result = session_renew(h->session, &h->unsaved);
	if (result == 0)
		result = h->session->kind == READING_CORRECTION ? sheet_draft_put(h, &h->unsaved)
								: put(h, &h->unsaved);
	if (result) {
		*err = h->unsaved;
		return -1;
	}
	h->changed_count = 0;
	h->kept_at = h->at;
	return 0;
}

int
sheet_leave(struct sheet *h, struct error *err)
{
	if (session_renew(h->session, err) || sheet_settle(h, err))
		return -1;
	if (h->session->kind == READING_CORRECTION)
		return 0;
	return reading_leave(h->session->app->db, &h->reading, err);
}

/* ---- the end ---- */

static void
add_check(struct sheet *h, struct failed_check failed)
{
	const struct answer *x =
		answers_find(&h->answers, failed.at.question, failed.at.occurrence);

	h->checks[h->check_count++] =
		(struct sheet_check){ failed, x && check_confirmed(x->marks, failed.kind) };
}

/* Codes that were typed into an open question. */
static void
add_lost_steps(struct sheet *h)
{
	for (int i = 0; i < h->answers.count; i++) {
		const struct answer *x = &h->answers.list[i];
		const struct place at = { x->question, x->occurrence };

		if (keying_open_lost(&h->session->q, x->question, x->value))
			add_check(h,
				(struct failed_check){ at, CHECK_SOFT,
					arena_format(&h->check_arena,
						_("An open answer of digits alone: %s"),
						x->value) });
	}
}

int
sheet_check_all(struct sheet *h, struct error *err)
{
	struct failed_check *list;
	int count;

	arena_release(&h->check_arena);
	h->checks = NULL;
	h->check_count = 0;
	if (h->session->kind == READING_SECOND)
		return 0;
	if (route_check(h->session->route, &h->answers, h->session->language, &h->check_arena,
		    &list, &count, err))
		return -1;
	h->checks = arena_array(&h->check_arena, (size_t)(count + h->answers.count) + 1,
		sizeof *h->checks);
	for (int i = 0; i < count; i++)
		add_check(h, list[i]);
	add_lost_steps(h);
	return 0;
}

/* The mark lies on the answer, so that it is there when the form is opened again. It confirms one
 * kind of check: what else is odd about the answer is asked by itself. */
void
sheet_confirm(struct sheet *h, int check)
{
	const struct failed_check *failed = &h->checks[check].failed;
	struct place at = failed->at;
	const struct answer *x = answers_find(&h->answers, at.question, at.occurrence);
	bool confirmed = !h->checks[check].confirmed;
	unsigned marks = check_confirm(x ? x->marks : 0, failed->kind, confirmed);

	answers_put(&h->answers, at.question, at.occurrence, x ? x->value : "",
		x ? x->missing : MISSING_NO_ANSWER, marks);
	sheet_note(h, at);
	for (int i = 0; i < h->check_count; i++)
		if (h->checks[i].failed.at.question == at.question &&
			h->checks[i].failed.at.occurrence == at.occurrence)
			h->checks[i].confirmed = check_confirmed(marks, h->checks[i].failed.kind);
}

void
sheet_drop(struct sheet *h, int check)
{
	struct place at = h->checks[check].failed.at;
	struct error ignored = { 0 };

	if (h->checks[check].failed.kind != CHECK_ROUTE)
		return;
	answers_remove(&h->answers, at.question, at.occurrence);
	sheet_note(h, at);
	sheet_check_all(h, &ignored);
}

int
sheet_open_checks(const struct sheet *h)
{
	int count = 0;

	for (int i = 0; i < h->check_count; i++)
		count += !h->checks[i].confirmed;
	return count;
}

static bool
equal(const struct answer *a, const struct answer *b)
{
	return a && b && a->missing == b->missing && strcmp(a->value, b->value) == 0;
}

/* The answers that differ from what stood there, gone ones too. */
static int
differing(const struct sheet *h, struct arena *arena, struct answer_change **list)
{
	int count = 0;

	*list = arena_array(arena, (size_t)(h->answers.count + h->before.count) + 1, sizeof **list);
	for (int i = 0; i < h->answers.count; i++) {
		const struct answer *x = &h->answers.list[i];

		if (!equal(x, answers_find(&h->before, x->question, x->occurrence)))
			(*list)[count++] = (struct answer_change){ *x, false };
	}
	for (int i = 0; i < h->before.count; i++) {
		const struct answer *x = &h->before.list[i];

		if (!answers_find(&h->answers, x->question, x->occurrence))
			(*list)[count++] = (struct answer_change){ *x, true };
	}
	return count;
}

int
sheet_corrections(const struct sheet *h)
{
	struct arena arena = { 0 };
	struct answer_change *list;
	int count = differing(h, &arena, &list);

	arena_release(&arena);
	return count;
}

static int
correct(struct sheet *h, const char *reason, struct error *err)
{
	struct answers typed = h->answers; /* a failure leaves the keyed ones alone */
	struct arena arena = { 0 };
	struct answer_change *list;
	int count, result = -1;

	h->answers = (struct answers){ .arena = &arena };
	sheet_answers_copy(&h->answers, &typed);
	if (route_complete(h->session->route, &h->answers, false, err) == 0) {
		count = differing(h, &arena, &list);
		result = form_correct(h->session->app->db, &h->form, &h->session->keyer,
			&h->session->q, list, count, reason, err);
	}
	h->answers = typed;
	arena_release(&arena);
	return result;
}

static int
finish_reading(struct sheet *h, struct error *err)
{
	struct failed_check *confirmed =
		arena_array(&h->check_arena, (size_t)h->check_count + 1, sizeof *confirmed);
	struct answers whole = {
		.arena = &h->check_arena
	}; /* a failure leaves the keyed ones alone */
	struct sitting counted = h->session->sitting;
	int count = 0, differences, result;

	sheet_answers_copy(&whole, &h->answers);
	for (int i = 0; i < h->check_count; i++)
		if (h->checks[i].confirmed)
			confirmed[count++] = h->checks[i].failed;
	if (route_complete(h->session->route, &whole, false, err))
		return -1;
	counted.forms++;
	h->reading.sitting = counted.id ? &counted : NULL;
	result = reading_finish(h->session->app->db, &h->reading, &h->session->q, &whole, confirmed,
		count, &differences, err);
	h->reading.sitting = NULL;
	return result;
}

int
sheet_finish(struct sheet *h, const char *reason, struct error *err)
{
	struct error ignored = { 0 };
	bool correction = h->session->kind == READING_CORRECTION;

	if (session_renew(h->session, err) ||
		(correction ? correct(h, reason, err) : finish_reading(h, err)))
		return -1;
	error_clear(&h->unsaved);
	h->drafted = false;
	h->changed_count = 0;
	h->kept_at = h->at;
	h->session->sitting.forms++;
	if (h->session->kind == READING_FIRST && h->session->last_of == h->session->keyer.id)
		h->session->last_form = h->form.id;
	/* It is saved whatever becomes of the figures, which the next form saves too. */
	if (correction)
		(void)session_save(h->session, &ignored);
	return 0;
}
