/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was typed about a finished form and not saved: kept per operator, given back as typed, gone
 * with the save and with the wave's personal data. */
#include "config.h"

#include "forms_fixture.h"

#include "model/surveys/batch.h"
#include "model/keying/typed.h"
#include "model/surveys/wave.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static int
open_forms(void **state)
{
	struct forms *f = calloc(1, sizeof(*f));

	if (forms_open(f, NULL) < 0 || forms_key(f, 101, READING_FIRST, &f->anna,
					       "sex=male|born=1970|comments=raz dwa", NULL) < 0)
		fail_msg("%s", f->err.text);
	*state = f;
	return 0;
}

static int
close_forms(void **state)
{
	forms_close(*state);
	free(*state);
	return 0;
}

static struct form
form_101(struct forms *f)
{
	struct form form;

	if (form_by_number(f->db, f->wave, 101, &form, &f->err) < 0)
		fail_msg("%s", f->err.text);
	return form;
}

/* value NULL: the answer goes; before NULL: nothing stood there. */
static struct typed_answer
line(const struct forms *f, const char *name, const char *value, const char *before)
{
	struct place at = { forms_question(f, name), 1 };

	return (struct typed_answer){ at, value != NULL, before != NULL,
		{ at.question, 1, value ? value : "", MISSING_NONE, 0 },
		{ at.question, 1, before ? before : "", MISSING_NONE, 0 } };
}

static int
keep(struct forms *f, const struct keyer *keyer, struct typed_answer x, const char *at)
{
	struct form form = form_101(f);
	struct place place = { *at ? forms_question(f, at) : -1, 1 };

	error_clear(&f->err);
	return typed_put(f->db, TYPED_CORRECTION, &form, keyer, &f->q, &x, 1, &place, &f->err);
}

static struct typed
kept(struct forms *f, const struct keyer *keyer)
{
	struct form form = form_101(f);
	struct typed t;

	error_clear(&f->err);
	if (typed_load(f->db, TYPED_CORRECTION, &form, keyer, &f->q, &f->arena, &t, &f->err) < 0)
		fail_msg("%s", f->err.text);
	return t;
}

static const struct typed_answer *
kept_at(const struct forms *f, const struct typed *t, const char *name)
{
	for (int i = 0; i < t->count; i++)
		if (t->list[i].at.question == forms_question(f, name))
			return &t->list[i];
	return NULL;
}

static void
what_was_typed_comes_back_as_it_was_typed(void **state)
{
	struct forms *f = *state;
	struct typed_answer x = line(f, "sex", "", "male");
	struct typed t;

	x.answer.missing = MISSING_ILLEGIBLE;
	x.answer.marks = ANSWER_AS_ON_PAPER;
	assert_int_equal(keep(f, &f->jan, line(f, "born", "1980", "1970"), "household"), 0);
	assert_int_equal(keep(f, &f->jan, x, "household"), 0);
	assert_int_equal(keep(f, &f->jan, line(f, "comments", " dwa  razy ", "raz dwa"), ""), 0);
	assert_int_equal(keep(f, &f->jan, line(f, "transport_other", "koń", NULL), "comments"), 0);
	t = kept(f, &f->jan);
	assert_int_equal(t.count, 4);
	assert_int_equal(t.base_rev, form_101(f).rev);
	assert_string_not_equal(t.saved_at, "");
	assert_int_equal(t.at.question, forms_question(f, "comments"));
	assert_string_equal(kept_at(f, &t, "born")->answer.value, "1980");
	assert_string_equal(kept_at(f, &t, "born")->before.value, "1970");
	assert_int_equal(kept_at(f, &t, "sex")->answer.missing, MISSING_ILLEGIBLE);
	assert_int_equal(kept_at(f, &t, "sex")->answer.marks, ANSWER_AS_ON_PAPER);
	assert_string_equal(kept_at(f, &t, "sex")->answer.value, "");
	assert_string_equal(kept_at(f, &t, "comments")->answer.value, " dwa  razy ");
	assert_string_equal(kept_at(f, &t, "comments")->before.value, "raz dwa");
	assert_string_equal(kept_at(f, &t, "transport_other")->answer.value, "koń");
	assert_false(kept_at(f, &t, "transport_other")->was_there);
	/* Nothing of it counts. */
	assert_int_equal(forms_number(f, "SELECT max(reading) FROM answer WHERE form_id = 1"), 1);
}

static void
an_answer_that_was_taken_away_stays_away(void **state)
{
	struct forms *f = *state;
	struct typed t;

	assert_int_equal(keep(f, &f->jan, line(f, "born", NULL, "1970"), ""), 0);
	t = kept(f, &f->jan);
	assert_int_equal(t.count, 1);
	assert_false(t.list[0].there);
	assert_true(t.list[0].was_there);
	assert_int_equal(t.at.question, -1);
}

static void
typing_what_stood_there_leaves_no_draft(void **state)
{
	struct forms *f = *state;

	assert_int_equal(keep(f, &f->jan, line(f, "born", "1970", "1970"), "sex"), 0);
	assert_int_equal(forms_number(f, "SELECT count(*) FROM draft"), 0);
	assert_int_equal(keep(f, &f->jan, line(f, "born", "1980", "1970"), "sex"), 0);
	assert_int_equal(forms_number(f, "SELECT count(*) FROM draft"), 3);
	assert_int_equal(keep(f, &f->jan, line(f, "born", "1970", "1970"), "sex"), 0);
	assert_int_equal(forms_number(f, "SELECT count(*) FROM draft"), 0);
	assert_string_equal(kept(f, &f->jan).saved_at, "");
}

static void
two_operators_of_one_account_see_each_their_own(void **state)
{
	struct forms *f = *state;
	struct typed t;

	assert_int_equal(keep(f, &f->jan, line(f, "born", "1980", "1970"), ""), 0);
	assert_int_equal(kept(f, &f->anna).count, 0);
	assert_int_equal(keep(f, &f->anna, line(f, "born", "1990", "1970"), ""), 0);
	t = kept(f, &f->jan);
	assert_string_equal(t.list[0].answer.value, "1980");
	t = kept(f, &f->anna);
	assert_string_equal(t.list[0].answer.value, "1990");
}

static int
correct(struct forms *f, const struct keyer *keyer, const char *reason)
{
	struct answer_change change = { .answer = { forms_question(f, "born"), 1, "1980",
						MISSING_NONE, 0 } };
	struct form form = form_101(f);

	error_clear(&f->err);
	return form_correct(f->db, &form, keyer, &f->q, &change, 1, reason, &f->err);
}

static void
saving_the_correction_drops_its_own_draft_and_no_other(void **state)
{
	struct forms *f = *state;

	assert_int_equal(keep(f, &f->jan, line(f, "born", "1980", "1970"), ""), 0);
	assert_int_equal(keep(f, &f->anna, line(f, "born", "1990", "1970"), ""), 0);
	assert_int_equal(correct(f, &f->jan, " "), -1);
	assert_int_equal(kept(f, &f->jan).count, 1);
	assert_int_equal(correct(f, &f->jan, "źle odczytano"), 0);
	assert_int_equal(kept(f, &f->jan).count, 0);
	assert_int_equal(kept(f, &f->anna).count, 1);
	assert_true(kept(f, &f->anna).base_rev < form_101(f).rev);
}

static void
a_correction_that_is_refused_keeps_what_was_typed(void **state)
{
	struct forms *f = *state;

	assert_int_equal(keep(f, &f->jan, line(f, "born", "1980", "1970"), ""), 0);
	forms_sql(f, "UPDATE form SET second = 'differs' WHERE id = 1");
	assert_int_equal(correct(f, &f->jan, "źle odczytano"), -1);
	assert_int_equal(kept(f, &f->jan).count, 1);
}

static void
a_line_that_means_nothing_any_more_is_passed_over(void **state)
{
	struct forms *f = *state;
	struct typed t;

	assert_int_equal(keep(f, &f->jan, line(f, "born", "1980", "1970"), ""), 0);
	forms_sql(f, "INSERT INTO draft SELECT person_id, screen, uid, base_rev, x.f, '- 0 1', saved_at "
		     "FROM draft, (SELECT '99999.1' AS f UNION SELECT '3' UNION SELECT 'x.1' "
		     "UNION SELECT '1.0') AS x WHERE field = 'at'");
	forms_sql(f, "UPDATE draft SET text = 'nowhere' WHERE field = 'at'");
	t = kept(f, &f->jan);
	assert_int_equal(t.count, 1);
	assert_int_equal(t.at.question, 0);
}

static void
what_was_typed_goes_with_its_operator(void **state)
{
	struct forms *f = *state;

	assert_int_equal(keep(f, &f->jan, line(f, "born", "1980", "1970"), ""), 0);
	assert_int_equal(keep(f, &f->ewa, line(f, "born", "1990", "1970"), ""), 0);
	assert_int_equal(operator_erase(f->db, f->jan.id, &f->err), 0);
	assert_int_equal(kept(f, &f->ewa).count, 1);
	assert_int_equal(kept(f, &f->jan).count, 0);
	assert_int_equal(forms_number(f, "SELECT count(DISTINCT uid) FROM draft"), 1);
}

static void
an_erased_wave_holds_nothing_typed_and_takes_nothing(void **state)
{
	struct forms *f = *state;

	assert_int_equal(keep(f, &f->jan, line(f, "comments", "Kowalczyk", "raz dwa"), ""), 0);
	forms_sql(f, "UPDATE wave SET keep_until = '2001-01-01', closed_at = '2001-01-01T00:00:00Z'");
	assert_int_equal(wave_erase(f->db, forms_wave(f), &f->err), 0);
	assert_int_equal(forms_number(f, "SELECT count(*) FROM draft"), 0);
	assert_int_equal(keep(f, &f->jan, line(f, "comments", "Kowalczyk", ""), ""), -1);
	assert_int_equal(f->err.code, ERROR_INPUT);
	assert_int_equal(forms_number(f, "SELECT count(*) FROM draft"), 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_forms, close_forms)

static void
nothing_closes_over_a_correction_that_waits(void **state)
{
	struct forms *f = *state;
	const char **points;
	struct batch b;
	int count;

	assert_int_equal(keep(f, &f->jan, line(f, "born", "1971", "1970"), "born"), 0);
	forms_sql(f, "UPDATE form SET state = 'empty' WHERE number > 101");
	assert_int_equal(
		batch_open_points(f->db, f->batch, &f->arena, &points, &count, &f->err), 0);
	assert_int_equal(count, 1);
	assert_non_null(strstr(points[0], "Form 101: a correction by JK"));
	assert_int_equal(batch_close(f->db, forms_batch(f), "", &f->err), -1);
	assert_int_equal(f->err.field, BATCH_CLOSE_UNSAVED);
	assert_non_null(strstr(f->err.text, "Form 101"));
	forms_sql(f, "UPDATE person SET role = 'clerk'");
	error_clear(&f->err);
	assert_int_equal(batch_close_dropping(f->db, forms_batch(f), "", &f->err), -1);
	assert_int_equal(f->err.code, ERROR_DENIED);
	assert_int_equal(kept(f, &f->jan).count, 1);
	forms_sql(f, "UPDATE person SET role = 'coordinator'");
	error_clear(&f->err);
	assert_int_equal(batch_close_dropping(f->db, forms_batch(f), "", &f->err), 0);
	assert_int_equal(kept(f, &f->jan).count, 0);
	assert_int_equal(batch_load(f->db, f->batch, &b, &f->err), 0);
	assert_non_null(strstr(b.difference, "101 (JK)"));
}

static void
of_many_corrections_the_first_are_named_and_the_rest_counted(void **state)
{
	struct forms *f = *state;
	const char **points;
	int count;

	for (int i = 0; i < 5; i++)
		forms_sql(f, "INSERT INTO draft (person_id, screen, uid, field, text, saved_at) "
			     "SELECT 1, 'correction', f.uid || '/' || o.uid, '1.1', '', "
			     "'2026-11-22T09:00:00Z' FROM form AS f, operator AS o "
			     "WHERE f.number = 10%d AND o.id = 1", i + 1);
	forms_sql(f, "UPDATE form SET state = 'empty' WHERE number > 101");
	assert_int_equal(
		batch_open_points(f->db, f->batch, &f->arena, &points, &count, &f->err), 0);
	assert_int_equal(count, 4);
	assert_non_null(strstr(points[2], "Form 103"));
	assert_string_equal(points[3], "2 more are not saved.");
	assert_int_equal(batch_close_dropping(f->db, forms_batch(f), "", &f->err), 0);
	assert_int_equal(forms_number(f, "SELECT count(*) FROM draft"), 0);
}

/* The explanation of the closing grows by what was dropped; what it called missing is found by
 * it. */
static void
what_is_missing_waits_again_though_corrections_were_dropped(void **state)
{
	struct forms *f = *state;

	assert_int_equal(keep(f, &f->jan, line(f, "born", "1971", "1970"), "born"), 0);
	assert_int_equal(
		batch_close_dropping(f->db, forms_batch(f), "the rest was lost", &f->err), 0);
	assert_true(forms_number(f, "SELECT count(*) FROM form WHERE state = 'missing'") > 0);
	assert_int_equal(batch_reopen(f->db, forms_batch(f), &f->err), 0);
	assert_int_equal(forms_number(f, "SELECT count(*) FROM form WHERE state = 'missing'"), 0);
}

static void
a_wave_closes_over_no_correction_of_an_older_batch(void **state)
{
	struct forms *f = *state;

	forms_sql(f, "UPDATE form SET state = 'empty' WHERE number > 101");
	assert_int_equal(batch_close(f->db, forms_batch(f), "", &f->err), 0);
	assert_int_equal(keep(f, &f->jan, line(f, "born", "1971", "1970"), "born"), 0);
	assert_int_equal(wave_close(f->db, forms_wave(f), &f->err), -1);
	assert_non_null(strstr(f->err.text, "Form 101"));
	assert_int_equal(batch_reopen(f->db, forms_batch(f), (error_clear(&f->err), &f->err)), 0);
	assert_int_equal(batch_close_dropping(f->db, forms_batch(f), "", &f->err), 0);
	assert_int_equal(wave_close(f->db, forms_wave(f), &f->err), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(what_was_typed_comes_back_as_it_was_typed),
		TEST(an_answer_that_was_taken_away_stays_away),
		TEST(typing_what_stood_there_leaves_no_draft),
		TEST(two_operators_of_one_account_see_each_their_own),
		TEST(saving_the_correction_drops_its_own_draft_and_no_other),
		TEST(a_correction_that_is_refused_keeps_what_was_typed),
		TEST(a_line_that_means_nothing_any_more_is_passed_over),
		TEST(what_was_typed_goes_with_its_operator),
		TEST(an_erased_wave_holds_nothing_typed_and_takes_nothing),
		TEST(nothing_closes_over_a_correction_that_waits),
		TEST(of_many_corrections_the_first_are_named_and_the_rest_counted),
		TEST(what_is_missing_waits_again_though_corrections_were_dropped),
		TEST(a_wave_closes_over_no_correction_of_an_older_batch),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
