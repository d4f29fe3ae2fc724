/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Restless walks through forms, held against a ledger. */
#include "config.h"

#include "form_steps.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

/* ---- walks ---- */

static unsigned seed;

static unsigned
dice(unsigned sides)
{
	seed = seed * 1103515245u + 12345u;
	return (seed >> 16) % sides;
}

static const char *
some_value(struct forms *f, struct answers *a, struct place at)
{
	static char text[32];
	const struct question *q = &f->q.questions[at.question];
	int *list, count;

	switch (q->type) {
	case QUESTION_SELECT_ONE:
	case QUESTION_SELECT_MULTIPLE:
	case QUESTION_RANK:
		route_choices(f->r, a, at, &f->arena, &list, &count, &f->err);
		return count ? f->q.choices[list[dice((unsigned)count)]].name : "";
	case QUESTION_DATE:
		return "2001-05-01";
	case QUESTION_TEXT:
		return "tekst";
	default:
		snprintf(text, sizeof(text), "%u", q->name[0] == 'b' ? 1950 + dice(70) : dice(4));
		return text;
	}
}

static void
assert_ledger(struct forms *f, const struct reading *r, const struct answers *ledger)
{
	struct answers a = { .arena = &f->arena };

	assert_int_equal(reading_load(f->db, r, &f->q, &a, &f->err), 0);
	assert_int_equal(a.count, ledger->count);
	for (int i = 0; i < a.count; i++) {
		assert_int_equal(a.list[i].question, ledger->list[i].question);
		assert_int_equal(a.list[i].occurrence, ledger->list[i].occurrence);
		assert_string_equal(a.list[i].value, ledger->list[i].value);
		assert_int_equal(a.list[i].missing, ledger->list[i].missing);
	}
}

struct step {
	struct place at;
	struct answer old;
	bool was;
};

/* One key of a restless person: forward with an answer, back, undo. */
static void
walk_step(struct forms *f, const struct reading *r, struct answers *ledger, struct place *at,
	struct step *past, int *past_count)
{
	struct answer_change change = { .removed = false };
	const struct answer *old;
	unsigned what = dice(10);
	int changes = 0;

	if (what < 2 || at->question < 0) {
		assert_int_equal(route_previous(f->r, ledger, *at, true, at, &f->err), 0);
	} else if (what < 3 && *past_count > 0) {
		struct step *s = &past[--*past_count];

		change.answer = s->old;
		change.removed = !s->was;
		changes = 1;
		*at = s->at;
		if (s->was)
			answers_put(ledger, at->question, at->occurrence, s->old.value,
				s->old.missing, 0);
		else
			answers_remove(ledger, at->question, at->occurrence);
		change.answer.question = at->question;
		change.answer.occurrence = at->occurrence;
	} else {
		const char *value = dice(8) ? some_value(f, ledger, *at) : "";
		enum missing missing = *value ? MISSING_NONE : MISSING_NO_ANSWER;

		old = answers_find(ledger, at->question, at->occurrence);
		past[(*past_count)++] = (struct step){ *at, old ? *old : (struct answer){ 0 }, old };
		answers_put(ledger, at->question, at->occurrence, value, missing, 0);
		change.answer = *answers_find(ledger, at->question, at->occurrence);
		changes = 1;
		assert_int_equal(route_after(f->r, ledger, *at, true, at, &f->err), 0);
	}
	if (reading_put(f->db, r, &f->q, &change, changes, *at, &f->err) < 0)
		fail_msg("%s", f->err.text);
}

static void
a_thousand_walks_agree_with_their_ledger(void **state)
{
	struct forms *f = *state;
	struct step past[128];
	struct failed_check *list;

	for (int walk = 0; walk < 1000; walk++) {
		struct arena arena = f->arena;
		struct answers ledger = { .arena = &f->arena };
		int64_t number = 101 + walk % FIXTURE_FORMS;
		struct place at = { 0, 1 };
		struct reading r;
		int past_count = 0, count;

		f->arena = (struct arena){ 0 };
		seed = (unsigned)walk;
		if (walk % FIXTURE_FORMS == 0)
			forms_sql(f, "DELETE FROM confirmed_check; DELETE FROM answer;"
				     "DELETE FROM reading_keyer; DELETE FROM reading;"
				     "UPDATE form SET state = 'waiting', second = 'none'");
		assert_int_equal(forms_reading(f, number, READING_FIRST, &f->anna, false, &r), 0);
		assert_int_equal(route_next(f->r, &ledger, at, true, &at, &f->err), 0);
		for (int i = 0; i < 60; i++) {
			walk_step(f, &r, &ledger, &at, past, &past_count);
			if (dice(20))
				continue;
			assert_int_equal(
				forms_reading(f, number, READING_FIRST, &f->anna, false, &r), 0);
			assert_int_equal(r.at.question, at.question);
			assert_int_equal(r.at.occurrence, at.occurrence);
			assert_ledger(f, &r, &ledger);
		}
		assert_ledger(f, &r, &ledger);
		assert_int_equal(
			route_check(f->r, &ledger, 0, &f->arena, &list, &count, &f->err), 0);
		assert_int_equal(route_complete(f->r, &ledger, walk % 2, &f->err), 0);
		if (reading_finish(f->db, &r, &f->q, &ledger, list, count, NULL, &f->err) < 0)
			fail_msg("%s", f->err.text);
		assert_ledger(f, &r, &ledger);
		arena_release(&f->arena);
		f->arena = arena;
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, forms_set_up, forms_tear_down)
		TEST(a_thousand_walks_agree_with_their_ledger),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
