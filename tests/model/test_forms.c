/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Forms and their readings: who may key, what is kept when, what is counted of a sitting. */
#include "config.h"

#include "form_steps.h"

#include "model/keying/sitting.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static void
a_form_begins_goes_on_and_ends(void **state)
{
	struct forms *f = *state;
	struct answers a = { .arena = &f->arena };
	struct reading r;

	assert_int_equal(forms_reading(f, 101, READING_FIRST, &f->anna, false, &r), 0);
	assert_false(r.resumed);
	assert_int_equal(r.at.question, 0);
	assert_int_equal(forms_form(f, 101).state, FORM_KEYING);
	assert_int_equal(forms_put(f, &r, "sex", "female", "born"), 0);
	assert_int_equal(forms_put(f, &r, "born", "1970", "household"), 0);
	assert_int_equal(forms_put(f, &r, "born", "1971", "household"), 0);
	/* As if the program had been killed here. */
	assert_int_equal(forms_reading(f, 101, READING_FIRST, &f->anna, false, &r), 0);
	assert_true(r.resumed);
	assert_int_equal(r.at.question, forms_question(f, "household"));
	assert_int_equal(reading_load(f->db, &r, &f->q, &a, &f->err), 0);
	assert_int_equal(a.count, 2);
	assert_string_equal(answers_find(&a, forms_question(f, "born"), 1)->value, "1971");
	assert_int_equal(route_complete(f->r, &a, false, &f->err), 0);
	assert_int_equal(reading_finish(f->db, &r, &f->q, &a, NULL, 0, NULL, &f->err), 0);
	assert_int_equal(forms_form(f, 101).state, FORM_KEYED);
	assert_string_equal(forms_form(f, 101).keyer, "AN");
	assert_int_equal(forms_put(f, &r, "born", "1972", ""), -1);
	assert_int_equal(forms_reading(f, 101, READING_FIRST, &f->anna, false, &r), -1);
	assert_int_equal(f->err.code, ERROR_INPUT);
}

static void
the_end_of_the_form_is_kept_as_a_place(void **state)
{
	struct forms *f = *state;
	struct reading r;

	assert_int_equal(forms_reading(f, 101, READING_FIRST, &f->anna, false, &r), 0);
	assert_int_equal(forms_put(f, &r, "comments", "–", ""), 0);
	assert_int_equal(forms_reading(f, 101, READING_FIRST, &f->anna, false, &r), 0);
	assert_int_equal(r.at.question, -1);
}

static void
a_number_outside_the_batches_names_what_they_hold(void **state)
{
	struct forms *f = *state;
	struct form form;

	assert_int_equal(form_by_number(f->db, f->wave, 500, &form, &f->err), -1);
	assert_int_equal(f->err.code, ERROR_MISSING);
	assert_non_null(strstr(f->err.text, "101–120"));
}

static void
a_colleagues_form_is_refused_with_initials_and_taken_over_only_when_left(void **state)
{
	struct forms *f = *state;
	struct reading r, other;

	assert_int_equal(forms_reading(f, 101, READING_FIRST, &f->anna, false, &r), 0);
	assert_int_equal(forms_reading(f, 101, READING_FIRST, &f->jan, false, &other), -1);
	assert_int_equal(f->err.code, ERROR_BUSY);
	assert_non_null(strstr(f->err.text, "AN"));
	error_clear(&f->err);
	assert_int_equal(forms_reading(f, 101, READING_FIRST, &f->jan, true, &other), -1);
	assert_int_equal(f->err.code, ERROR_BUSY);
	assert_int_equal(forms_put(f, &r, "sex", "male", "born"), 0);
	assert_int_equal(reading_leave(f->db, &r, &f->err), 0);
	assert_int_equal(forms_reading(f, 101, READING_FIRST, &f->jan, false, &other), -1);
	assert_int_equal(f->err.code, ERROR_CONFLICT);
	assert_int_equal(forms_reading(f, 101, READING_FIRST, &f->jan, true, &other), 0);
	assert_true(other.resumed);
	assert_int_equal(forms_put(f, &r, "sex", "male", "born"), -1);
	assert_int_equal(f->err.code, ERROR_CONFLICT);
	assert_int_equal(forms_put(f, &other, "sex", "male", "born"), 0);
	/* Anna reads it too, so she may go on when Jan has left. */
	assert_int_equal(forms_reading(f, 101, READING_FIRST, &f->anna, false, &r), -1);
	assert_int_equal(reading_leave(f->db, &other, &f->err), 0);
	assert_int_equal(forms_reading(f, 101, READING_FIRST, &f->anna, false, &r), 0);
}

static void
a_form_opened_and_left_untouched_waits_as_before(void **state)
{
	struct forms *f = *state;
	struct reading r;
	int64_t number;

	assert_int_equal(forms_reading(f, 101, READING_FIRST, &f->anna, false, &r), 0);
	assert_int_equal(
		form_begun(f->db, f->batch, READING_FIRST, f->anna.id, &number, &f->err), 0);
	assert_int_equal(number, 101);
	assert_int_equal(reading_leave(f->db, &r, &f->err), 0);
	assert_int_equal(forms_number(f, "SELECT count(*) FROM form WHERE state = 'keying'"), 0);
	assert_int_equal(forms_number(f, "SELECT count(*) FROM reading_keyer"), 0);
	assert_int_equal(
		form_begun(f->db, f->batch, READING_FIRST, f->anna.id, &number, &f->err), 0);
	assert_int_equal(number, 0);
	/* A colleague opens it without being asked. */
	assert_int_equal(forms_reading(f, 101, READING_FIRST, &f->jan, false, &r), 0);
	assert_int_equal(forms_put(f, &r, "sex", "male", "born"), 0);
	assert_int_equal(reading_leave(f->db, &r, &f->err), 0);
	assert_int_equal(
		form_begun(f->db, f->batch, READING_FIRST, f->jan.id, &number, &f->err), 0);
	assert_int_equal(number, 101);
	assert_int_equal(
		form_begun(f->db, f->batch, READING_FIRST, f->anna.id, &number, &f->err), 0);
	assert_int_equal(number, 0);
}

static void
the_newest_window_of_one_person_holds_the_form(void **state)
{
	struct forms *f = *state;
	struct answers a = { .arena = &f->arena };
	struct reading old, new;

	assert_int_equal(forms_reading(f, 101, READING_FIRST, &f->anna, false, &old), 0);
	assert_int_equal(forms_put(f, &old, "sex", "female", "born"), 0);
	assert_int_equal(forms_reading(f, 101, READING_FIRST, &f->anna, false, &new), 0);
	assert_int_equal(forms_put(f, &new, "born", "1970", "household"), 0);
	assert_int_equal(forms_put(f, &old, "born", "1980", "household"), -1);
	assert_int_equal(f->err.code, ERROR_CONFLICT);
	error_clear(&f->err);
	/* Finishing would throw away what the other window has put on disk. */
	assert_int_equal(reading_finish(f->db, &old, &f->q, &a, NULL, 0, NULL, &f->err), -1);
	assert_int_equal(f->err.code, ERROR_CONFLICT);
	error_clear(&f->err);
	/* A lost line is noticed late: the old session then lets nothing go that is held anew. */
	assert_int_equal(reading_leave(f->db, &old, &f->err), 0);
	assert_int_equal(forms_put(f, &new, "household", "4", ""), 0);
	assert_int_equal(reading_load(f->db, &new, &f->q, &a, &f->err), 0);
	assert_string_equal(answers_find(&a, forms_question(f, "born"), 1)->value, "1970");
}

static void
a_form_silent_for_ten_minutes_may_be_taken(void **state)
{
	struct forms *f = *state;
	struct reading r;

	assert_int_equal(forms_reading(f, 101, READING_FIRST, &f->anna, false, &r), 0);
	forms_sql(f, "UPDATE form SET held_until = '2020-01-01T00:00:00Z' WHERE number = 101");
	assert_int_equal(forms_reading(f, 101, READING_FIRST, &f->jan, true, &r), 0);
}

static void
an_erased_keyer_leaves_the_form_to_others(void **state)
{
	struct forms *f = *state;
	struct reading r;

	assert_int_equal(forms_reading(f, 101, READING_FIRST, &f->anna, false, &r), 0);
	forms_sql(f, "UPDATE form SET held_by = NULL; DELETE FROM reading_keyer;"
		     "DELETE FROM operator WHERE id = 1");
	assert_int_equal(forms_put(f, &r, "sex", "male", "born"), -1);
	assert_int_equal(forms_reading(f, 101, READING_FIRST, &f->jan, true, &r), 0);
	assert_int_equal(forms_put(f, &r, "sex", "male", "born"), 0);
}

static void
empty_spoilt_and_missing_numbers_are_states_not_readings(void **state)
{
	struct forms *f = *state;
	struct reading r;
	int64_t next;

	assert_int_equal(form_set_state(f->db, forms_now(f, 1), FORM_EMPTY, "", &f->err), 0);
	assert_int_equal(form_set_state(f->db, forms_now(f, 2), FORM_SPOILT, "", &f->err), -1);
	error_clear(&f->err);
	assert_int_equal(form_set_state(f->db, forms_now(f, 2), FORM_SPOILT, "zalany", &f->err), 0);
	assert_int_equal(forms_reading(f, 102, READING_FIRST, &f->anna, false, &r), -1);
	assert_non_null(strstr(f->err.text, "zalany"));
	assert_int_equal(form_next_waiting(f->db, f->batch, &next, &f->err), 0);
	assert_int_equal(next, 103);
	assert_int_equal(forms_reading(f, 103, READING_FIRST, &f->anna, false, &r), 0);
	assert_int_equal(form_set_state(f->db, forms_now(f, 3), FORM_EMPTY, "", &f->err), 0);
	assert_int_equal(form_set_state(f->db, forms_now(f, 3), FORM_WAITING, "", &f->err), 0);
	assert_int_equal(forms_reading(f, 103, READING_FIRST, &f->anna, false, &r), 0);
	assert_int_equal(forms_put(f, &r, "sex", "male", "born"), 0);
	assert_int_equal(form_set_state(f->db, forms_now(f, 3), FORM_EMPTY, "", &f->err), -1);
	error_clear(&f->err);
	assert_int_equal(forms_reading(f, 106, READING_FIRST, &f->anna, false, &r), 0);
	forms_sql(f, "INSERT INTO answer VALUES (6, 1, %lld, 1, '', 'illegible', 0)",
		(long long)f->q.questions[forms_question(f, "sex")].id);
	assert_int_equal(form_set_state(f->db, forms_now(f, 6), FORM_EMPTY, "", &f->err), 0);
	assert_int_equal(forms_number(f, "SELECT count(*) FROM reading WHERE form_id = 6"), 0);
	assert_int_equal(forms_number(f, "SELECT count(*) FROM answer WHERE form_id = 6"), 0);
	assert_int_equal(forms_key(f, 104, READING_FIRST, &f->anna, "sex=male", NULL), 0);
	assert_int_equal(form_set_state(f->db, forms_now(f, 4), FORM_EMPTY, "", &f->err), -1);
}

static void
a_closed_batch_takes_no_readings(void **state)
{
	struct forms *f = *state;
	struct reading r;

	forms_sql(f, "UPDATE batch SET closed_at = '2026-01-30T00:00:00Z'");
	assert_int_equal(forms_reading(f, 101, READING_FIRST, &f->anna, false, &r), -1);
	assert_int_equal(f->err.code, ERROR_INPUT);
}

static void
a_sitting_counts(void **state)
{
	struct forms *f = *state;
	struct sitting s = { .wave = f->wave, .batch = f->batch, .keyer = f->anna };

	assert_int_equal(sitting_start(f->db, &s, &f->err), 0);
	s.keys = 70;
	s.forms = 1;
	assert_int_equal(sitting_save(f->db, &s, &f->err), 0);
	assert_int_equal(forms_number(f, "SELECT keys FROM sitting WHERE operator_id = 1"), 70);
	assert_int_equal(forms_number(f, "SELECT declared FROM sitting"), 1);
}

/* Whatever kills the program then: form and figures are one transaction. */
static void
a_finished_form_is_in_the_figures_of_its_sitting(void **state)
{
	struct forms *f = *state;
	struct sitting s = { .wave = f->wave, .batch = f->batch, .keyer = f->anna };
	struct answers a = { .arena = &f->arena };
	struct reading r;

	assert_int_equal(sitting_start(f->db, &s, &f->err), 0);
	assert_int_equal(forms_reading(f, 101, READING_FIRST, &f->anna, false, &r), 0);
	s.forms = 1;
	s.keys = 70;
	r.sitting = &s;
	forms_parse(&f->q, &a, "sex=male");
	r.hold++; /* another window has the form */
	assert_int_equal(reading_finish(f->db, &r, &f->q, &a, NULL, 0, NULL, &f->err), -1);
	assert_int_equal(forms_number(f, "SELECT forms + keys FROM sitting"), 0);
	r.hold--;
	f->err = (struct error){ 0 };
	assert_int_equal(reading_finish(f->db, &r, &f->q, &a, NULL, 0, NULL, &f->err), 0);
	assert_int_equal(forms_number(f, "SELECT forms FROM sitting"), 1);
	assert_int_equal(forms_number(f, "SELECT keys FROM sitting"), 70);
}

static void
single_answers_leave_no_audit_line_and_a_finished_form_leaves_one(void **state)
{
	struct forms *f = *state;
	int64_t before = forms_number(f, "SELECT count(*) FROM audit");
	struct reading r;

	assert_int_equal(forms_reading(f, 101, READING_FIRST, &f->anna, false, &r), 0);
	assert_int_equal(forms_put(f, &r, "sex", "male", "born"), 0);
	assert_int_equal(forms_number(f, "SELECT count(*) FROM audit"), before);
	assert_int_equal(forms_key(f, 101, READING_FIRST, &f->anna, "sex=male", NULL), 0);
	assert_int_equal(forms_number(f, "SELECT count(*) FROM audit"), before + 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, forms_set_up, forms_tear_down)
		TEST(a_form_begins_goes_on_and_ends),
		TEST(the_end_of_the_form_is_kept_as_a_place),
		TEST(a_number_outside_the_batches_names_what_they_hold),
		TEST(a_colleagues_form_is_refused_with_initials_and_taken_over_only_when_left),
		TEST(a_form_opened_and_left_untouched_waits_as_before),
		TEST(the_newest_window_of_one_person_holds_the_form),
		TEST(a_form_silent_for_ten_minutes_may_be_taken),
		TEST(an_erased_keyer_leaves_the_form_to_others),
		TEST(empty_spoilt_and_missing_numbers_are_states_not_readings),
		TEST(a_closed_batch_takes_no_readings),
		TEST(a_sitting_counts),
		TEST(a_finished_form_is_in_the_figures_of_its_sitting),
		TEST(single_answers_leave_no_audit_line_and_a_finished_form_leaves_one),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
