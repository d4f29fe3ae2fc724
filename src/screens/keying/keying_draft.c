/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A correction in progress: each answer goes to the disk as a draft, and is laid over the form as
 * it stands when the correction goes on. What a colleague changed meanwhile is never covered. */
#include "config.h"

#include "base/text.h"
#include "screens/keying/keying_draft.h"

#include <string.h>

static bool
equal(bool there, const struct answer *a, const struct answer *b)
{
	if (!there || !b)
		return !there && !b;
	return a->missing == b->missing && strcmp(a->value, b->value) == 0;
}

static struct typed_answer
typed_at(const struct sheet *h, struct place at)
{
	const struct answer *x = answers_find(&h->answers, at.question, at.occurrence);
	const struct answer *before = answers_find(&h->before, at.question, at.occurrence);
	struct typed_answer typed = { .at = at, .there = x != NULL, .was_there = before != NULL };

	if (x)
		typed.answer = *x;
	if (before)
		typed.before = *before;
	return typed;
}

/* All that differs, marks too. */
static int
mine(const struct sheet *h, struct arena *arena, struct typed_answer **list)
{
	int count = 0;

	*list = arena_array(arena, (size_t)(h->answers.count + h->before.count) + 1, sizeof **list);
	for (int i = 0; i < h->answers.count; i++) {
		struct place at = { h->answers.list[i].question, h->answers.list[i].occurrence };
		struct typed_answer x = typed_at(h, at);

		if (!x.was_there || !equal(true, &x.answer, &x.before) ||
			x.answer.marks != x.before.marks)
			(*list)[count++] = x;
	}
	for (int i = 0; i < h->before.count; i++) {
		struct place at = { h->before.list[i].question, h->before.list[i].occurrence };

		if (!answers_find(&h->answers, at.question, at.occurrence))
			(*list)[count++] = typed_at(h, at);
	}
	return count;
}

/* ---- to the disk ---- */

int
sheet_draft_put(struct sheet *h, struct error *err)
{
	const struct keying_session *x = h->session;
	struct arena arena = { 0 };
	struct typed_answer *list =
		arena_array(&arena, (size_t)h->changed_count + 1, sizeof *list);
	int result;

	for (int i = 0; i < h->changed_count; i++)
		list[i] = typed_at(h, h->changed[i]);
	result = typed_put(x->app->db, TYPED_CORRECTION, &h->form, &x->keyer, &x->q, list,
		h->changed_count, &h->at, err);
	if (result == 0)
		h->drafted = h->apart_count || mine(h, &arena, &list);
	arena_release(&arena);
	return result;
}

int
sheet_draft_drop(struct sheet *h, struct error *err)
{
	if (h->drafted && typed_drop(h->session->app->db, TYPED_CORRECTION, &h->form,
				  &h->session->keyer, err))
		return -1;
	h->drafted = false;
	h->changed_count = 0;
	return 0;
}

/* ---- over what stands now ---- */

static void
lay(struct sheet *h, const struct typed_answer *x)
{
	if (x->there)
		answers_put(&h->answers, x->at.question, x->at.occurrence, x->answer.value,
			x->answer.missing, x->answer.marks);
	else
		answers_remove(&h->answers, x->at.question, x->at.occurrence);
}

/* Fields that only this keyer changed are laid over the form; where a colleague changed it too the
 * keyer decides, and until then the colleague's stands. */
static void
merge(struct sheet *h, const struct typed_answer *list, int count)
{
	h->apart = arena_array(&h->arena, (size_t)count + 1, sizeof *h->apart);
	h->apart_count = 0;
	for (int i = 0; i < count; i++) {
		const struct typed_answer *x = &list[i];
		const struct answer *now =
			answers_find(&h->before, x->at.question, x->at.occurrence);

		if (equal(x->was_there, &x->before, now) || equal(x->there, &x->answer, now)) {
			lay(h, x);
			sheet_note(h, x->at);
		} else {
			h->apart[h->apart_count++] = *x;
		}
	}
}

int
sheet_draft_take(struct sheet *h, struct error *err)
{
	const struct keying_session *x = h->session;
	struct typed typed;

	if (typed_load(x->app->db, TYPED_CORRECTION, &h->form, &x->keyer, &x->q, &h->arena, &typed,
		    err))
		return -1;
	if (!typed.count)
		return 0;
	h->drafted = true;
	text_copy(h->typed_at, sizeof h->typed_at, typed.saved_at);
	h->reading.at = typed.at;
	h->moved_on = typed.base_rev != h->form.rev;
	merge(h, typed.list, typed.count);
	if (!h->moved_on)
		h->changed_count = 0; /* they are on the disk just so */
	return 0;
}

void
sheet_answers_copy(struct answers *to, const struct answers *from)
{
	for (int i = 0; i < from->count; i++)
		answers_put(to, from->list[i].question, from->list[i].occurrence,
			from->list[i].value, from->list[i].missing, from->list[i].marks);
}

int
sheet_rebase(struct sheet *h, struct error *err)
{
	const struct keying_session *x = h->session;
	struct answers now = { .arena = &h->arena };
	struct typed_answer *list;
	struct form form;
	int count;

	if (form_by_number(x->app->db, x->wave.id, h->form.number, &form, err))
		return -1;
	if (form.rev == h->form.rev)
		return 0;
	if (form_answers(x->app->db, form.id, &x->q, &now, err))
		return -1;
	count = mine(h, &h->arena, &list);
	h->form = form;
	h->before = now;
	h->answers = (struct answers){ .arena = &h->arena };
	sheet_answers_copy(&h->answers, &now);
	h->undo_count = h->changed_count = 0; /* they spoke of what stood there before */
	merge(h, list, count);
	sheet_go(h, h->at);
	return 1;
}

void
sheet_decide(struct sheet *h, const char *choice)
{
	for (int i = 0; i < h->apart_count; i++) {
		if (choice[i] == 'm')
			lay(h, &h->apart[i]);
		sheet_note(h, h->apart[i].at);
	}
	h->apart_count = 0;
	sheet_go(h, h->at);
}
