/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Settling differences: by whom, with which value, and taking a decision back. */
#include "config.h"

#include "differences_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static void
a_third_person_settles_and_the_form_is_done(void **state)
{
	struct forms *f = *state;
	struct difference *d;
	int64_t number;

	twice_key(f, 102, READING_FIRST, &f->anna, PAPER, 0);
	twice_key(f, 102, READING_SECOND, &f->jan, OTHER, 2);
	d = twice_list(f, true, 2);
	assert_string_equal(twice_settled(f, 102, "born"), "1970");
	assert_int_equal(twice_settle(f, &d[0], &f->ewa, "second", NULL, SETTLED_THIRD), 0);
	assert_string_equal(twice_settled(f, 102, "born"), "1971");
	assert_int_equal(twice_form(f, 102).second, SECOND_DIFFERS);
	assert_int_equal(twice_settle(f, &d[0], &f->ewa, "first", NULL, SETTLED_THIRD), -1);
	assert_int_equal(f->err.code, ERROR_CONFLICT);
	assert_int_equal(twice_settle(f, &d[1], &f->ewa, "third", "1", SETTLED_THIRD), 0);
	assert_int_equal(twice_form(f, 102).second, SECOND_DONE);
	assert_string_equal(twice_settled(f, 102, "roads"), "1");
	d = twice_list(f, false, 2);
	assert_string_equal(d[0].charged, "first");
	assert_string_equal(d[1].charged, "both");
	assert_string_equal(d[1].settled, "third");
	number = forms_number(f, "SELECT count(*) FROM audit WHERE action = 'difference.settle' AND "
				 "entity = 'batch' AND entity_id = '1' AND summary IN ('second', 'third')");
	assert_int_equal(number, 2); /* no form and no question: they would name the keyers */
	number = forms_number(f, "SELECT count(*) FROM reading WHERE kind = 'third' AND "
				 "finished_at IS NOT NULL AND answers = 1");
	assert_int_equal(number, 1);
}

static void
a_third_value_equal_to_a_reading_is_that_readings(void **state)
{
	struct forms *f = *state;
	struct difference *d;

	twice_key(f, 102, READING_FIRST, &f->anna, PAPER, 0);
	twice_key(f, 102, READING_SECOND, &f->jan, OTHER, 2);
	d = twice_list(f, true, 2);
	assert_int_equal(twice_settle(f, &d[0], &f->ewa, "third", "1970", SETTLED_THIRD), 0);
	assert_int_equal(twice_settle(f, &d[1], &f->ewa, "third", "3", SETTLED_THIRD), 0);
	d = twice_list(f, false, 2);
	assert_string_equal(d[0].outcome, "first");
	assert_string_equal(d[0].charged, "second");
	assert_string_equal(d[1].outcome, "second");
	assert_string_equal(twice_settled(f, 102, "roads"), "3");
	assert_int_equal(forms_number(f, "SELECT count(*) FROM reading WHERE reading = 3"), 0);
}

static void
who_keyed_twice_alone_settles_nothing_as_both(void **state)
{
	struct forms *f = *state;
	struct difference *d;

	forms_sql(f, "UPDATE wave SET lifted_at = '2026-11-22T12:00:00Z', lifted_by = (SELECT min(id) FROM person)");
	twice_key(f, 102, READING_FIRST, &f->anna, PAPER, 0);
	twice_key(f, 102, READING_SECOND, &f->anna, OTHER, 2);
	forms_sql(f, "UPDATE wave SET lifted_at = NULL, lifted_by = NULL");
	d = twice_list(f, true, 2);
	assert_int_equal(twice_settle(f, &d[0], &f->anna, "first", NULL, SETTLED_BOTH), -1);
	assert_non_null(strstr(f->err.text, "keyed twice by one person"));
	assert_int_equal(twice_settle(f, &d[0], &f->ewa, "first", NULL, SETTLED_BOTH), -1);
	assert_int_equal(twice_settle(f, &d[0], &f->ewa, "first", NULL, SETTLED_THIRD), 0);
}

static void
a_decision_can_be_taken_back(void **state)
{
	struct forms *f = *state;
	struct difference *d;

	twice_key(f, 102, READING_FIRST, &f->anna, PAPER, 0);
	twice_key(f, 102, READING_SECOND, &f->jan, OTHER, 2);
	d = twice_list(f, true, 2);
	assert_int_equal(twice_settle(f, &d[0], &f->ewa, "third", "1999", SETTLED_THIRD), 0);
	assert_int_equal(twice_settle(f, &d[1], &f->jan, "ambiguous", "2", SETTLED_BOTH), 0);
	assert_int_equal(twice_form(f, 102).second, SECOND_DONE);
	d = twice_list(f, false, 2);
	assert_string_equal(d[1].charged, "nobody");
	assert_int_equal(difference_reopen(f->db, &d[0], &f->ewa, &f->err), 0);
	assert_int_equal(twice_form(f, 102).second, SECOND_DIFFERS);
	assert_string_equal(twice_settled(f, 102, "born"), "1970");
	d = twice_list(f, true, 1);
	assert_int_equal(difference_reopen(f->db, &d[0], &f->ewa, &f->err), -1);
	assert_int_equal(twice_settle(f, &d[0], &f->ewa, "first", NULL, SETTLED_THIRD), 0);
	assert_int_equal(twice_form(f, 102).second, SECOND_DONE);
}

static void
a_colleagues_other_third_value_is_not_covered(void **state)
{
	struct forms *f = *state;
	struct difference *seen, *now;

	twice_key(f, 102, READING_FIRST, &f->anna, PAPER, 0);
	twice_key(f, 102, READING_SECOND, &f->jan, OTHER, 2);
	assert_int_equal(twice_settle(f, twice_list(f, true, 2), &f->ewa, "third", "1972", SETTLED_THIRD), 0);
	seen = twice_list(f, false, 2);
	assert_string_equal(seen[0].third, "1972");
	assert_string_equal(seen[1].third, "");
	now = twice_list(f, false, 2);
	assert_int_equal(twice_settle(f, &now[0], &f->ewa, "third", "1973", SETTLED_THIRD), 0);
	assert_int_equal(twice_settle(f, &seen[0], &f->ewa, "third", "1974", SETTLED_THIRD), -1);
	assert_int_equal(f->err.code, ERROR_CONFLICT);
	assert_int_equal(difference_reopen(f->db, &seen[0], &f->ewa, &f->err), -1);
	now = twice_list(f, false, 2);
	assert_string_equal(now[0].third, "1973");
	error_clear(&f->err);
	assert_int_equal(difference_decide(f->db, f->wave, &now[0], &f->ewa, "ambiguous", "",
				 MISSING_ILLEGIBLE, SETTLED_THIRD, &f->err),
		0);
	seen = twice_list(f, false, 2);
	assert_int_equal(difference_decide(f->db, f->wave, &seen[0], &f->ewa, "ambiguous", "",
				 MISSING_TWO_MARKS, SETTLED_THIRD, &f->err),
		0);
	assert_int_equal(difference_decide(f->db, f->wave, &seen[0], &f->ewa, "first", "",
				 MISSING_NONE, SETTLED_THIRD, &f->err),
		-1);
	assert_int_equal(f->err.code, ERROR_CONFLICT);
}

static struct difference
difference_of(struct forms *f, const char *name, int occurrence)
{
	struct difference *all;
	int count;

	error_clear(&f->err);
	if (difference_list(f->db, f->wave, f->batch, false, &f->arena, &all, &count, &f->err) < 0)
		fail_msg("%s", f->err.text);
	for (int i = 0; i < count; i++)
		if (!strcmp(all[i].name, name) && all[i].occurrence == occurrence)
			return all[i];
	fail_msg("no difference in %s:%d", name, occurrence);
	return all[0];
}

static void
a_pass_that_only_the_first_read_goes_when_the_second_is_right(void **state)
{
	struct forms *f = *state;
	struct answers a = { .arena = &f->arena };
	int64_t trip = f->q.questions[forms_question(f, "trip_km")].id;
	struct difference d;
	struct form *found;
	int count;

	twice_key(f, 102, READING_FIRST, &f->anna, PAPER "|trip_km=5|trip_km:2=7", 0);
	twice_key(f, 102, READING_SECOND, &f->jan, PAPER "|trip_km=5", 1);
	d = difference_of(f, "trip_km", 2);
	assert_int_equal(twice_settle(f, &d, &f->ewa, "second", NULL, SETTLED_THIRD), 0);
	assert_int_equal(twice_form(f, 102).second, SECOND_DONE);
	assert_int_equal(form_answers(f->db, 2, &f->q, &a, &f->err), 0);
	assert_null(answers_find(&a, forms_question(f, "trip_km"), 2));
	assert_string_equal(answers_find(&a, forms_question(f, "trip_km"), 1)->value, "5");
	assert_int_equal(form_find(f->db, f->wave, trip, "7", &f->arena, &found, &count, &f->err), 0);
	assert_int_equal(count, 0);
	assert_int_equal(form_find(f->db, f->wave, trip, "5", &f->arena, &found, &count, &f->err), 0);
	assert_int_equal(count, 1);
}

/* The only difference of a form, as it stands now. */
static struct difference
only(struct forms *f, int64_t number)
{
	struct difference *all;
	int count, found = -1;

	error_clear(&f->err);
	if (difference_list(f->db, f->wave, f->batch, false, &f->arena, &all, &count, &f->err) < 0)
		fail_msg("%s", f->err.text);
	for (int i = 0; i < count; i++)
		if (all[i].number == number)
			found = i;
	assert_int_not_equal(found, -1);
	return all[found];
}

static int
decide(struct forms *f, int64_t number, const char *outcome, const char *value,
	enum missing missing)
{
	struct difference d = only(f, number);

	return difference_decide(f->db, f->wave, &d, &f->ewa, outcome, value, missing,
		SETTLED_THIRD, &f->err);
}

static void
take_exit_back(struct forms *f, int64_t number)
{
	struct difference d = only(f, number);

	if (difference_reopen(f->db, &d, &f->ewa, &f->err) < 0)
		fail_msg("%s", f->err.text);
}

/* What is printed as "hard to say" is a code and a reason at once. */
static void
a_printed_exit_settles_with_its_code_and_its_reason(void **state)
{
	static const struct {
		int64_t number;
		const char *first, *second, *outcome, *charged;
		enum missing typed;
	} cases[] = {
		{ 102, PAPER "|roads=1", PAPER, "third", "both", MISSING_DONT_KNOW },
		{ 107, PAPER "|roads=9", PAPER, "first", "second", MISSING_DONT_KNOW },
		{ 112, PAPER, PAPER "|roads=9", "second", "first", MISSING_NONE },
	};
	struct forms *f = *state;

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		int64_t number = cases[i].number;
		bool third = !strcmp(cases[i].outcome, "third");

		twice_key(f, number, READING_FIRST, &f->anna, cases[i].first, 0);
		twice_key(f, number, READING_SECOND, &f->jan, cases[i].second, 1);
		assert_int_equal(decide(f, number, "third", "9", MISSING_REFUSED), -1);
		assert_int_equal(decide(f, number, "third", "1", MISSING_DONT_KNOW), -1);
		assert_int_equal(f->err.code, ERROR_INPUT);
		assert_int_equal(decide(f, number, "ambiguous", "9", cases[i].typed), 0);
		assert_int_equal(only(f, number).third_missing, MISSING_DONT_KNOW);
		take_exit_back(f, number);
		assert_int_equal(decide(f, number, cases[i].outcome, "9", cases[i].typed), 0);
		take_exit_back(f, number);
		if (decide(f, number, "third", "9", cases[i].typed) < 0)
			fail_msg("%s", f->err.text);
		assert_string_equal(only(f, number).outcome, cases[i].outcome);
		assert_string_equal(only(f, number).charged, cases[i].charged);
		assert_int_equal(only(f, number).third_missing,
			third ? MISSING_DONT_KNOW : MISSING_NONE);
		assert_string_equal(twice_settled(f, number, "roads"), "9");
	}
}

static int
correct(struct forms *f, int64_t form, const char *name, const char *value)
{
	struct answer_change change = { .answer = { forms_question(f, name), 1, value,
						MISSING_NONE, 0 } };
	struct form seen = twice_form(f, 100 + form);

	error_clear(&f->err);
	return form_correct(f->db, &seen, &f->anna, &f->q, &change, 1, "pomyłka", &f->err);
}

static void
a_decision_stands_over_an_older_correction_and_under_a_newer_one(void **state)
{
	struct forms *f = *state;
	struct difference d;

	twice_key(f, 102, READING_FIRST, &f->anna, PAPER, 0);
	assert_int_equal(correct(f, 2, "born", "1960"), 0);
	assert_int_equal(correct(f, 2, "household", "4"), 0);
	twice_key(f, 102, READING_SECOND, &f->jan, OTHER, 2);
	assert_int_equal(correct(f, 2, "born", "1950"), -1);
	assert_non_null(strstr(f->err.text, "102"));
	d = difference_of(f, "born", 1);
	assert_int_equal(twice_settle(f, &d, &f->ewa, "third", "1972", SETTLED_THIRD), 0);
	d = difference_of(f, "roads", 1);
	assert_int_equal(twice_settle(f, &d, &f->ewa, "first", NULL, SETTLED_THIRD), 0);
	assert_string_equal(twice_settled(f, 102, "born"), "1972");
	assert_string_equal(twice_settled(f, 102, "household"), "4");
	assert_int_equal(correct(f, 2, "born", "1973"), 0);
	assert_string_equal(twice_settled(f, 102, "born"), "1973");
}

static void
a_person_who_stands_twice_in_the_register_is_one_person(void **state)
{
	struct forms *f = *state;
	struct form form;
	struct reading r;
	struct difference *d;

	twice_key(f, 102, READING_FIRST, &f->anna, PAPER, 0);
	forms_sql(f, "UPDATE operator SET name = 'OPERATOR an' WHERE id = 3");
	form = twice_form(f, 102);
	assert_int_equal(reading_open(f->db, &form, READING_SECOND, &f->ewa, &f->q, false, &r, &f->err),
		-1);
	assert_int_equal(f->err.code, ERROR_DENIED);
	assert_non_null(strstr(f->err.text, "AN"));
	twice_key(f, 102, READING_SECOND, &f->jan, OTHER, 2);
	d = twice_list(f, true, 2);
	forms_sql(f, "UPDATE person SET role = 'clerk'");
	assert_int_equal(twice_settle(f, &d[0], &f->ewa, "first", NULL, SETTLED_THIRD), -1);
	assert_int_equal(f->err.code, ERROR_DENIED);
	forms_sql(f, "UPDATE operator SET name = 'Operator EW' WHERE id = 3");
	assert_int_equal(twice_settle(f, &d[0], &f->ewa, "first", NULL, SETTLED_THIRD), 0);
}

static void
who_read_a_form_settles_it_only_together(void **state)
{
	struct forms *f = *state;
	struct difference *d;

	twice_key(f, 102, READING_FIRST, &f->anna, PAPER, 0);
	twice_key(f, 102, READING_SECOND, &f->jan, OTHER, 2);
	d = twice_list(f, true, 2);
	forms_sql(f, "UPDATE person SET role = 'clerk'");
	assert_int_equal(twice_settle(f, &d[0], &f->jan, "first", NULL, SETTLED_THIRD), -1);
	assert_int_equal(f->err.code, ERROR_DENIED);
	assert_int_equal(twice_settle(f, &d[0], &f->jan, "first", NULL, SETTLED_BOTH), 0);
	/* A shared account of an administrator makes nobody a third person. */
	forms_sql(f, "UPDATE person SET role = 'administrator'");
	assert_int_equal(twice_settle(f, &d[1], &f->jan, "first", NULL, SETTLED_THIRD), -1);
	assert_int_equal(f->err.code, ERROR_DENIED);
	f->jan.declared = false;
	assert_int_equal(twice_settle(f, &d[1], &f->jan, "first", NULL, SETTLED_THIRD), -1);
	assert_int_equal(twice_settle(f, &d[1], &f->jan, "first", NULL, SETTLED_BOTH), 0);
	d = twice_list(f, false, 2);
	assert_string_equal(d[0].settled, "both");
	assert_string_equal(d[1].settled, "both");
}

static void
together_is_for_the_two_who_read(void **state)
{
	struct forms *f = *state;
	struct difference *d;

	twice_key(f, 102, READING_FIRST, &f->anna, PAPER, 0);
	twice_key(f, 102, READING_SECOND, &f->jan, OTHER, 2);
	d = twice_list(f, true, 2);
	forms_sql(f, "UPDATE person SET role = 'clerk'");
	assert_int_equal(twice_settle(f, &d[0], &f->ewa, "first", NULL, SETTLED_BOTH), -1);
	assert_int_equal(f->err.code, ERROR_DENIED);
	assert_non_null(strstr(f->err.text, "102"));
	assert_int_equal(twice_settle(f, &d[0], &f->anna, "first", NULL, SETTLED_BOTH), 0);
	forms_sql(f, "UPDATE person SET role = 'coordinator'");
	assert_int_equal(twice_settle(f, &d[1], &f->ewa, "first", NULL, SETTLED_BOTH), -1);
	f->ewa.declared = false;
	assert_int_equal(twice_settle(f, &d[1], &f->ewa, "first", NULL, SETTLED_BOTH), 0);
}

static int
take_back(struct forms *f, struct difference *d, const struct keyer *keyer)
{
	error_clear(&f->err);
	return difference_reopen(f->db, d, keyer, &f->err);
}

static void
a_decision_is_taken_back_by_whom_might_take_it(void **state)
{
	struct forms *f = *state;
	struct difference *d;

	twice_key(f, 102, READING_FIRST, &f->anna, PAPER, 0);
	twice_key(f, 102, READING_SECOND, &f->jan, OTHER, 2);
	d = twice_list(f, true, 2);
	forms_sql(f, "UPDATE person SET role = 'clerk'");
	assert_int_equal(twice_settle(f, &d[0], &f->ewa, "first", NULL, SETTLED_THIRD), 0);
	assert_int_equal(twice_settle(f, &d[1], &f->jan, "first", NULL, SETTLED_BOTH), 0);
	d = twice_list(f, false, 2);
	assert_int_equal(take_back(f, &d[0], &f->jan), -1);
	assert_int_equal(f->err.code, ERROR_DENIED);
	assert_int_equal(take_back(f, &d[0], NULL), -1);
	assert_int_equal(f->err.code, ERROR_DENIED);
	assert_int_equal(take_back(f, &d[1], &f->ewa), -1);
	assert_int_equal(f->err.code, ERROR_DENIED);
	twice_list(f, true, 0);
	assert_int_equal(take_back(f, &d[0], &f->ewa), 0);
	assert_int_equal(take_back(f, &d[1], &f->anna), 0);
	d = twice_list(f, true, 2);
	assert_int_equal(twice_settle(f, &d[0], &f->ewa, "second", NULL, SETTLED_THIRD), 0);
	d = twice_list(f, false, 2);
	forms_sql(f, "UPDATE operator SET person_id = 1 WHERE id = 3");
	assert_int_equal(take_back(f, &d[0], NULL), 0);
	d = twice_list(f, true, 2);
	assert_int_equal(twice_settle(f, &d[0], &f->ewa, "second", NULL, SETTLED_THIRD), 0);
	forms_sql(f, "UPDATE person SET role = 'coordinator'; UPDATE operator SET person_id = NULL");
	assert_int_equal(take_back(f, &twice_list(f, false, 2)[0], NULL), 0);
}

static void
what_was_typed_must_be_allowed(void **state)
{
	struct forms *f = *state;
	struct difference *d;

	twice_key(f, 102, READING_FIRST, &f->anna, PAPER, 0);
	twice_key(f, 102, READING_SECOND, &f->jan, OTHER, 2);
	d = twice_list(f, true, 2);
	assert_int_equal(difference_decide(f->db, f->wave, &d[1], &f->ewa, "third", "7",
				 MISSING_NONE, SETTLED_THIRD, &f->err),
		-1);
	assert_int_equal(f->err.code, ERROR_INPUT);
	error_clear(&f->err);
	assert_int_equal(difference_decide(f->db, f->wave, &d[1], &f->ewa, "third", "",
				 MISSING_NONE, SETTLED_THIRD, &f->err),
		-1);
	twice_list(f, true, 2);
	assert_int_equal(difference_decide(f->db, f->wave, &d[1], &f->ewa, "third", "1",
				 MISSING_NONE, SETTLED_THIRD, &f->err),
		0);
	assert_int_equal(difference_decide(f->db, f->wave, &d[0], &f->ewa, "ambiguous", "",
				 MISSING_TWO_MARKS, SETTLED_THIRD, &f->err),
		0);
	d = twice_list(f, false, 2);
	assert_string_equal(d[0].outcome, "ambiguous");
	assert_string_equal(d[1].outcome, "third");
	assert_int_equal(twice_form(f, 102).second, SECOND_DONE);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, twice_open, twice_close)
		TEST(a_third_person_settles_and_the_form_is_done),
		TEST(a_third_value_equal_to_a_reading_is_that_readings),
		TEST(who_keyed_twice_alone_settles_nothing_as_both),
		TEST(a_decision_can_be_taken_back),
		TEST(a_colleagues_other_third_value_is_not_covered),
		TEST(a_printed_exit_settles_with_its_code_and_its_reason),
		TEST(a_pass_that_only_the_first_read_goes_when_the_second_is_right),
		TEST(a_decision_stands_over_an_older_correction_and_under_a_newer_one),
		TEST(a_person_who_stands_twice_in_the_register_is_one_person),
		TEST(who_read_a_form_settles_it_only_together),
		TEST(together_is_for_the_two_who_read),
		TEST(a_decision_is_taken_back_by_whom_might_take_it),
		TEST(what_was_typed_must_be_allowed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
