/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Random walks over all that can be done with batches of paper, against a ledger: whatever the
 * order of acts, received = keyed + empty + missing + spoilt + what still waits, an act that is
 * refused changes nothing, and what is closed stays as it was. */
#include "config.h"

#include "forms_fixture.h"

#include "base/text.h"
#include "model/surveys/batch.h"
#include "model/check.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { NUMBERS = 150, WALKS = 12, STEPS = 400 };

struct paper { /* what the ledger knows of a stamped number */
	int64_t batch; /* 0 = not stamped */
	enum form_state state;
	enum form_second second;
	bool by_closing; /* missing, because its batch was closed */
};

struct walk {
	struct forms f;
	struct paper papers[NUMBERS + 1];
	struct batch batches[NUMBERS];
	int batch_count;
	bool wave_closed;
	struct arena arena; /* of lists */
	uint32_t seed;
	int done, refused;
};

static int
below(struct walk *w, int limit)
{
	w->seed = w->seed * 1664525u + 1013904223u;
	return (int)((w->seed >> 8) % (uint32_t)limit);
}

static int
open_walk(void **state)
{
	struct walk *w = calloc(1, sizeof(*w));

	if (forms_open(&w->f, NULL) < 0)
		fail_msg("%s", w->f.err.text);
	forms_sql(&w->f, "DELETE FROM form; DELETE FROM batch");
	*state = w;
	return 0;
}

static int
close_walk(void **state)
{
	struct walk *w = *state;

	forms_close(&w->f);
	free(w);
	return 0;
}

/* ---- what may be done, as the ledger sees it ---- */

static struct batch *
batch_of(struct walk *w, int64_t id)
{
	for (int i = 0; i < w->batch_count; i++)
		if (w->batches[i].id == id)
			return &w->batches[i];
	return NULL;
}

static int
count(const struct walk *w, int64_t batch, enum form_state state)
{
	int n = 0;

	for (int i = 1; i <= NUMBERS; i++)
		n += w->papers[i].batch && (!batch || w->papers[i].batch == batch) &&
		     w->papers[i].state == state;
	return n;
}

static bool
half_done(const struct walk *w, int64_t batch)
{
	for (int i = 1; i <= NUMBERS; i++)
		if (w->papers[i].batch == batch &&
			(w->papers[i].state == FORM_KEYING ||
				(w->papers[i].second != SECOND_NONE &&
					w->papers[i].second != SECOND_DONE)))
			return true;
	return false;
}

static int
unexplained(const struct walk *w, const struct batch *b)
{
	return b->received - count(w, b->id, FORM_KEYED) - count(w, b->id, FORM_EMPTY) -
	       count(w, b->id, FORM_SPOILT) - b->spoilt - b->empty;
}

/* The program and the ledger must agree on what is allowed. */
static bool
agreed(struct walk *w, int result, bool allowed, const char *act)
{
	if ((result == 0) != allowed)
		fail_msg("%s: %s, but the ledger says %s (%s)", act, result ? "refused" : "done",
			allowed ? "allowed" : "not allowed", w->f.err.text);
	if (result && !w->f.err.text[0])
		fail_msg("%s: refused without a sentence", act);
	error_clear(&w->f.err);
	*(allowed ? &w->done : &w->refused) += 1;
	return allowed;
}

/* ---- acts ---- */

static bool
range_allowed(const struct walk *w, const struct batch *b)
{
	if (w->wave_closed || b->closed_at[0])
		return false;
	for (int i = 1; i <= NUMBERS; i++) {
		const struct paper *p = &w->papers[i];
		bool inside = i >= b->first_number && i <= b->last_number;

		if (inside && p->batch && p->batch != b->id)
			return false;
		if (!inside && b->id && p->batch == b->id && p->state != FORM_WAITING &&
			p->state != FORM_MISSING)
			return false;
	}
	return true;
}

static void
stamp(struct walk *w, const struct batch *b)
{
	for (int i = 1; i <= NUMBERS; i++) {
		bool inside = i >= b->first_number && i <= b->last_number;

		if (inside && !w->papers[i].batch)
			w->papers[i] = (struct paper){ .batch = b->id };
		else if (!inside && w->papers[i].batch == b->id)
			w->papers[i] = (struct paper){ .batch = 0 };
	}
}

static void
receive(struct walk *w)
{
	struct batch b = { .wave = w->f.wave, .received_on = "2026-01-30", .reason = "deszcz" };
	bool allowed;

	b.first_number = 1 + below(w, NUMBERS);
	b.last_number = b.first_number + below(w, 8);
	if (b.last_number > NUMBERS)
		b.last_number = NUMBERS;
	b.spoilt = below(w, 3) == 0;
	b.empty = below(w, 4) == 0;
	b.received = (int)(b.last_number - b.first_number + 1) + b.spoilt + b.empty;
	allowed = range_allowed(w, &b);
	if (agreed(w, batch_save(w->f.db, &b, &w->f.err), allowed, "receive")) {
		w->batches[w->batch_count++] = b;
		stamp(w, &b);
	}
}

static void
change(struct walk *w, struct batch *known)
{
	struct batch b = *known;
	bool allowed;

	b.first_number += below(w, 3) - 1;
	b.last_number += below(w, 3) - 1;
	b.received += below(w, 3) - 1;
	if (b.first_number < 1 || b.last_number > NUMBERS || b.last_number < b.first_number ||
		b.received < 0)
		return;
	if (below(w, 8) == 0)
		b.rev--; /* as a colleague who saw the batch before the last change */
	allowed = range_allowed(w, &b) && b.rev == known->rev;
	if (agreed(w, batch_save(w->f.db, &b, &w->f.err), allowed, "change")) {
		*known = b;
		stamp(w, &b);
	}
}

static void
key(struct walk *w, int number)
{
	struct paper *p = &w->papers[number];
	struct batch *b = batch_of(w, p->batch);
	bool allowed = b && !b->closed_at[0] && !w->wave_closed &&
		       (p->state == FORM_WAITING || p->state == FORM_KEYING);
	int result = forms_key(&w->f, number, READING_FIRST, &w->f.anna,
		"sex=male|born=1970|household=3|children=no", NULL);

	if (agreed(w, result, allowed, "key")) {
		struct form form;

		assert_int_equal(form_by_number(w->f.db, w->f.wave, number, &form, &w->f.err), 0);
		p->state = FORM_KEYED;
		p->second = form.second; /* whether it is chosen is another test's business */
	}
}

static void
key_again(struct walk *w, int number)
{
	struct paper *p = &w->papers[number];
	struct batch *b = batch_of(w, p->batch);
	bool allowed = b && !b->closed_at[0] && !w->wave_closed && p->state == FORM_KEYED &&
		       (p->second == SECOND_CHOSEN || p->second == SECOND_KEYING);
	bool differs = below(w, 2);
	int result = forms_key(&w->f, number, READING_SECOND, &w->f.jan,
		differs ? "sex=male|born=1971|household=3|children=no"
			: "sex=male|born=1970|household=3|children=no", NULL);

	if (agreed(w, result, allowed, "key again"))
		p->second = differs ? SECOND_DIFFERS : SECOND_DONE;
}

static void
begin(struct walk *w, int number)
{
	struct paper *p = &w->papers[number];
	struct batch *b = batch_of(w, p->batch);
	bool allowed = b && !b->closed_at[0] && !w->wave_closed &&
		       (p->state == FORM_WAITING || p->state == FORM_KEYING);
	struct reading r;
	struct form form;
	int result = form_by_number(w->f.db, w->f.wave, number, &form, &w->f.err);

	if (result == 0)
		result = reading_open(w->f.db, &form, READING_FIRST, &w->f.anna, &w->f.q, false, &r,
			&w->f.err);
	if (agreed(w, result, allowed, "begin")) {
		struct answer_change nothing = { .answer = { forms_question(&w->f, "sex"), 1, "",
							 MISSING_ILLEGIBLE, 0 } };

		/* Left untouched it is as it was; a reason keeps it in keying. */
		if (below(w, 2)) {
			p->state = FORM_KEYING;
			assert_int_equal(reading_put(w->f.db, &r, &w->f.q, &nothing, 1, r.at,
						 &w->f.err), 0);
		}
		assert_int_equal(reading_leave(w->f.db, &r, &w->f.err), 0);
	}
}

static void
mark(struct walk *w, int number)
{
	static const enum form_state states[] = { FORM_WAITING, FORM_EMPTY, FORM_SPOILT,
		FORM_MISSING };
	struct paper *p = &w->papers[number];
	struct batch *b = batch_of(w, p->batch);
	enum form_state state = states[below(w, 4)];
	bool allowed = b && !b->closed_at[0] && p->state != FORM_KEYED;
	struct form form;
	int result = form_by_number(w->f.db, w->f.wave, number, &form, &w->f.err);

	if (result == 0)
		result = form_set_state(w->f.db, &form, state, "zalany", &w->f.err);
	if (agreed(w, result, allowed, "mark")) {
		p->state = state;
		p->by_closing = false;
	}
}

static void
settle(struct walk *w, struct batch *b)
{
	struct difference *list;
	int n;

	assert_int_equal(difference_list(w->f.db, w->f.wave, b->id, true, &w->arena, &list, &n,
				 &w->f.err), 0);
	for (int i = 0; i < n; i++) {
		int result = difference_settle(w->f.db, &list[i], &w->f.ewa, "second", NULL,
			MISSING_NONE, SETTLED_THIRD, &w->f.q, &w->f.err);

		if (agreed(w, result, !b->closed_at[0], "settle"))
			w->papers[list[i].number].second = SECOND_DONE;
	}
}

static void
close_batch(struct walk *w, struct batch *b)
{
	const char *why = below(w, 2) ? "zaginęły" : "";
	bool agrees = count(w, b->id, FORM_WAITING) == 0 && unexplained(w, b) == 0;
	bool allowed = !b->closed_at[0] && !half_done(w, b->id) && (agrees || why[0]);

	struct batch seen;

	assert_int_equal(batch_load(w->f.db, b->id, &seen, &w->f.err), 0);
	if (!agreed(w, batch_close(w->f.db, &seen, why, &w->f.err), allowed, "close"))
		return;
	for (int i = 1; i <= NUMBERS; i++)
		if (w->papers[i].batch == b->id && w->papers[i].state == FORM_WAITING) {
			w->papers[i].state = FORM_MISSING;
			w->papers[i].by_closing = true;
		}
	assert_int_equal(batch_load(w->f.db, b->id, b, &w->f.err), 0);
}

static void
open_batch(struct walk *w, struct batch *b)
{
	bool allowed = b->closed_at[0] && !w->wave_closed;
	struct batch seen;

	assert_int_equal(batch_load(w->f.db, b->id, &seen, &w->f.err), 0);
	if (!agreed(w, batch_reopen(w->f.db, &seen, &w->f.err), allowed, "reopen"))
		return;
	for (int i = 1; i <= NUMBERS; i++)
		if (w->papers[i].batch == b->id && w->papers[i].by_closing) {
			w->papers[i].state = FORM_WAITING;
			w->papers[i].by_closing = false;
		}
	assert_int_equal(batch_load(w->f.db, b->id, b, &w->f.err), 0);
}

static void
close_wave(struct walk *w)
{
	bool open = false;

	for (int i = 0; i < w->batch_count; i++)
		open |= !w->batches[i].closed_at[0];
	if (w->wave_closed) {
		agreed(w, wave_reopen(w->f.db, forms_wave(&w->f), &w->f.err), true,
			"reopen the wave");
		w->wave_closed = false;
	} else if (agreed(w, wave_close(w->f.db, forms_wave(&w->f), &w->f.err), !open,
			   "close the wave")) {
		w->wave_closed = true;
	}
}

static void
step(struct walk *w)
{
	struct batch *b = w->batch_count ? &w->batches[below(w, w->batch_count)] : NULL;
	int act = below(w, 40), number = 1 + below(w, NUMBERS);

	if (b && below(w, 8)) /* mostly a number that is stamped */
		number = (int)b->first_number + below(w, (int)(b->last_number - b->first_number) + 1);
	if (act == 0 || !b)
		receive(w);
	else if (act < 3)
		change(w, b);
	else if (act < 4 || (w->wave_closed && act < 16))
		close_wave(w);
	else if (act < 6)
		close_batch(w, b);
	else if (act < 10)
		open_batch(w, b);
	else if (act < 13)
		settle(w, b);
	else if (act < 16)
		begin(w, number);
	else if (act < 22)
		mark(w, number);
	else if (act < 30)
		key_again(w, number);
	else
		key(w, number);
}

/* ---- the ledger against the tables ---- */

static void
compare_batch(struct walk *w, struct batch *known)
{
	struct batch b;
	int stamped;

	assert_int_equal(batch_load(w->f.db, known->id, &b, &w->f.err), 0);
	assert_int_equal(b.waiting, count(w, b.id, FORM_WAITING));
	assert_int_equal(b.keying, count(w, b.id, FORM_KEYING));
	assert_int_equal(b.keyed, count(w, b.id, FORM_KEYED));
	assert_int_equal(b.empty_forms, count(w, b.id, FORM_EMPTY));
	assert_int_equal(b.spoilt_forms, count(w, b.id, FORM_SPOILT));
	assert_int_equal(b.missing, count(w, b.id, FORM_MISSING));
	stamped = (int)(b.last_number - b.first_number + 1);
	assert_int_equal(b.waiting + b.keying + b.keyed + b.empty_forms + b.spoilt_forms + b.missing,
		stamped);
	assert_int_equal(batch_unexplained(&b), unexplained(w, known));
	if (b.closed_at[0] && batch_unexplained(&b) != 0)
		assert_true(b.difference[0]);
	if (b.closed_at[0])
		assert_int_equal(b.waiting + b.keying, 0);
	*known = b;
}

static void
compare(struct walk *w)
{
	struct wave_counts c;
	int received = 0;

	for (int i = 0; i < w->batch_count; i++) {
		compare_batch(w, &w->batches[i]);
		received += w->batches[i].received;
	}
	assert_int_equal(wave_count(w->f.db, w->f.wave, &c, &w->f.err), 0);
	assert_int_equal(c.batches, w->batch_count);
	assert_int_equal(c.received, received);
	assert_int_equal(c.waiting, count(w, 0, FORM_WAITING));
	assert_int_equal(c.keying, count(w, 0, FORM_KEYING));
	assert_int_equal(c.keyed, count(w, 0, FORM_KEYED));
	assert_int_equal(c.missing, count(w, 0, FORM_MISSING));
}

static void
tell(void *context, const char *sentence)
{
	(void)context;
	if (strstr(sentence, "has no name")) /* the fixture's unit */
		return;
	print_message("# %s\n", sentence);
}

static void
counts_agree_in_every_order_of_acts(void **state)
{
	struct walk *w = *state;

	for (int walk = 0; walk < WALKS; walk++) {
		forms_sql(&w->f, "DELETE FROM answer; DELETE FROM reading_keyer; DELETE FROM reading;"
				 "DELETE FROM difference; DELETE FROM confirmed_check; DELETE FROM form;"
				 "DELETE FROM batch; UPDATE wave SET closed_at = NULL, closed_by = NULL");
		memset(w->papers, 0, sizeof(w->papers));
		w->batch_count = 0;
		w->wave_closed = false;
		w->seed = 2026u + (uint32_t)walk;
		for (int i = 0; i < STEPS; i++) {
			step(w);
			compare(w);
		}
		/* The fixture's unit has no name; nothing else may be wrong. */
		assert_in_range(check_database(w->f.db, tell, NULL, &w->f.err), 0, 1);
		arena_release(&w->arena);
	}
	assert_in_range(w->done, 600, WALKS * STEPS * 2);
	assert_in_range(w->refused, 600, WALKS * STEPS * 2);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(counts_agree_in_every_order_of_acts, open_walk,
			close_walk),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
