/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Second keying: which forms are chosen, and where readings differ. */
#include "config.h"

#include "differences_fixture.h"

#include "model/surveys/batch.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static void
every_nth_form_from_the_start_is_chosen(void **state)
{
	struct forms *f = *state;

	for (int i = 1; i <= 12; i++)
		twice_key(f, 100 + i, READING_FIRST, &f->anna, PAPER, 0);
	for (int i = 1; i <= 12; i++)
		assert_int_equal(twice_form(f, 100 + i).second,
			i % 5 == 2 ? SECOND_CHOSEN : SECOND_NONE);
	twice_key(f, 102, READING_SECOND, &f->jan, PAPER, 0);
}

static void
all_none_or_a_share_are_chosen_as_the_wave_says(void **state)
{
	struct forms *f = *state;
	int chosen = 0, again;

	forms_sql(f, "UPDATE wave SET second_choice = 'all'");
	twice_key(f, 101, READING_FIRST, &f->anna, PAPER, 0);
	assert_int_equal(twice_form(f, 101).second, SECOND_CHOSEN);
	forms_sql(f, "UPDATE wave SET second_choice = 'none'");
	twice_key(f, 102, READING_FIRST, &f->anna, PAPER, 0);
	assert_int_equal(twice_form(f, 102).second, SECOND_NONE);
	forms_sql(f, "UPDATE wave SET second_choice = 'share', second_share = 50");
	for (int i = 3; i <= 20; i++) {
		twice_key(f, 100 + i, READING_FIRST, &f->anna, PAPER, 0);
		chosen += twice_form(f, 100 + i).second == SECOND_CHOSEN;
	}
	again = (int)forms_number(f, "SELECT count(*) FROM form WHERE second = 'chosen'");
	assert_int_equal(again, chosen + 1);
	assert_in_range(chosen, 3, 15);
	forms_sql(f, "UPDATE wave SET second_choice = 'all'");
}

static void
a_batch_that_cannot_be_closed_gives_every_reason(void **state)
{
	struct forms *f = *state;

	forms_sql(f, "UPDATE wave SET second_choice = 'all'");
	twice_key(f, 101, READING_FIRST, &f->anna, PAPER, 0);
	forms_sql(f, "UPDATE form SET state = 'keying' WHERE number = 102");
	assert_int_equal(batch_close(f->db, forms_batch(f), "", &f->err), -1);
	assert_non_null(strstr(f->err.text, "1 form is being keyed."));
	assert_non_null(strstr(f->err.text, "1 form waits for second keying."));
	assert_non_null(strstr(f->err.text, "The counts do not agree."));
	f->err = (struct error){ 0 };
	assert_int_equal(batch_close(f->db, forms_batch(f), "lost", &f->err), -1);
	assert_null(strstr(f->err.text, "The counts do not agree."));
	forms_sql(f, "UPDATE form SET state = 'waiting' WHERE number = 102");
}

static void
only_paper_is_keyed_twice(void **state)
{
	struct forms *f = *state;

	forms_sql(f, "UPDATE form SET mode = 'interviewer' WHERE number = 102");
	twice_key(f, 102, READING_FIRST, &f->anna, PAPER, 0);
	assert_int_equal(twice_form(f, 102).second, SECOND_NONE);
}

static void
the_first_keyer_may_not_be_the_second_unless_it_is_lifted(void **state)
{
	struct forms *f = *state;
	struct form form;
	struct reading r;

	twice_key(f, 101, READING_FIRST, &f->anna, PAPER, 0);
	twice_key(f, 102, READING_FIRST, &f->anna, PAPER, 0);
	form = twice_form(f, 101);
	assert_int_equal(reading_open(f->db, &form, READING_SECOND, &f->jan, &f->q, false, &r, &f->err),
		-1);
	assert_int_equal(f->err.code, ERROR_INPUT);
	form = twice_form(f, 102);
	assert_int_equal(reading_open(f->db, &form, READING_SECOND, &f->anna, &f->q, false, &r, &f->err),
		-1);
	assert_int_equal(f->err.code, ERROR_DENIED);
	forms_sql(f, "UPDATE wave SET lifted_by = 1, lifted_at = '2026-01-30T00:00:00Z'");
	twice_key(f, 102, READING_SECOND, &f->anna, PAPER, 0);
	assert_int_equal(twice_form(f, 102).second, SECOND_DONE);
	form = twice_form(f, 102);
	assert_int_equal(reading_open(f->db, &form, READING_SECOND, &f->jan, &f->q, false, &r, &f->err),
		-1);
}

static void
case_blanks_order_and_zeros_make_no_difference(void **state)
{
	struct question text = { .type = QUESTION_TEXT }, number = { .type = QUESTION_DECIMAL };
	struct question many = { .type = QUESTION_SELECT_MULTIPLE }, rank = { .type = QUESTION_RANK };
	struct answer a = { 0, 1, " Łódź", MISSING_NONE, 0 }, b = { 0, 1, "łódź ", MISSING_NONE, 0 };

	(void)state;
	assert_true(difference_same(&text, &a, &b));
	a.value = "1.50";
	b.value = "1.5";
	assert_true(difference_same(&number, &a, &b));
	assert_false(difference_same(&text, &a, &b));
	a.value = "bus park";
	b.value = "park bus";
	assert_true(difference_same(&many, &a, &b));
	assert_false(difference_same(&rank, &a, &b));
	b.value = "park";
	assert_false(difference_same(&many, &a, &b));
	a.value = b.value = "";
	a.missing = MISSING_NO_ANSWER;
	b.missing = MISSING_OFF_ROUTE;
	assert_true(difference_same(&many, &a, &b));
	b.missing = MISSING_ILLEGIBLE;
	assert_false(difference_same(&many, &a, &b));
	assert_true(difference_same(&many, NULL, &a));
}

static void
differences_are_listed_and_texts_are_not_compared(void **state)
{
	struct forms *f = *state;
	struct difference *d;

	twice_key(f, 102, READING_FIRST, &f->anna, PAPER, 0);
	twice_key(f, 102, READING_SECOND, &f->jan, OTHER, 2);
	assert_int_equal(twice_form(f, 102).second, SECOND_DIFFERS);
	d = twice_list(f, true, 2);
	assert_string_equal(d[0].name, "born");
	assert_string_equal(d[0].first, "1970");
	assert_string_equal(d[0].second, "1971");
	assert_string_equal(d[0].first_keyer, "AN");
	assert_string_equal(d[0].second_keyer, "JK");
	assert_string_equal(d[0].outcome, "open");
	assert_int_equal(d[0].number, 102);
	assert_int_equal(d[0].page, 1);
	assert_string_equal(d[1].name, "roads");
}

static void
the_same_printed_exit_is_no_difference(void **state)
{
	struct forms *f = *state;
	const struct question *q = &f->q.questions[forms_question(f, "roads")];
	struct answer ticked = { .value = "9", .missing = MISSING_DONT_KNOW };
	struct answer bare = { .value = "9" }, two = { .value = "2" };
	struct answer reason = { .value = "", .missing = MISSING_DONT_KNOW };

	assert_true(difference_same(q, &ticked, &ticked));
	assert_true(difference_same(q, &ticked, &bare));
	assert_false(difference_same(q, &ticked, &two));
	assert_false(difference_same(q, &ticked, &reason)); /* nothing is ticked */
}

static void
verifying_while_keying_charges_who_was_wrong(void **state)
{
	struct forms *f = *state;
	struct difference *d;
	struct form form;
	struct reading r;
	struct answers a = { .arena = &f->arena };
	int found;

	forms_sql(f, "UPDATE wave SET second_method = 'verify'");
	twice_key(f, 102, READING_FIRST, &f->anna, PAPER, 0);
	form = twice_form(f, 102);
	assert_int_equal(reading_open(f->db, &form, READING_SECOND, &f->jan, &f->q, false, &r, &f->err),
		0);
	assert_int_equal(difference_slip(f->db, &r, f->q.questions[forms_question(f, "sex")].id, 1,
				 &f->err),
		0);
	forms_parse(&f->q, &a, OTHER);
	assert_int_equal(route_complete(f->r, &a, false, &f->err), 0);
	assert_int_equal(reading_finish(f->db, &r, &f->q, &a, NULL, 0, &found, &f->err), 0);
	assert_int_equal(found, 2);
	assert_int_equal(twice_form(f, 102).second, SECOND_DONE);
	assert_string_equal(twice_settled(f, 102, "born"), "1971");
	d = twice_list(f, false, 3);
	assert_string_equal(d[0].name, "sex");
	assert_string_equal(d[0].charged, "second");
	assert_string_equal(d[1].charged, "first");
	assert_string_equal(d[1].settled, "verify");
	assert_int_equal(difference_reopen(f->db, &d[0], &f->ewa, &f->err), -1);
}

static void
a_batch_that_differs_too_much_is_keyed_twice_whole(void **state)
{
	struct forms *f = *state;

	for (int i = 1; i <= FIXTURE_FORMS; i++)
		twice_key(f, 100 + i, READING_FIRST, &f->anna, PAPER, 0);
	for (int i = 2; i <= FIXTURE_FORMS; i += 5) {
		assert_int_equal(forms_number(f, "SELECT second_whole FROM batch"), 0);
		twice_key(f, 100 + i, READING_SECOND, &f->jan, OTHER, 2);
	}
	assert_int_equal(forms_number(f, "SELECT sum(compared) > 100 FROM reading"), 0);
	assert_int_equal(forms_number(f, "SELECT second_whole FROM batch"), 0);
	forms_sql(f, "UPDATE wave SET second_every = 3");
	forms_sql(f, "UPDATE form SET second = 'chosen' WHERE number IN (101, 103, 104, 105)");
	for (int i = 3; i <= 5; i++)
		twice_key(f, 100 + i, READING_SECOND, &f->jan, PAPER, 0);
	assert_int_equal(forms_number(f, "SELECT second_whole FROM batch"), 0);
	twice_key(f, 101, READING_SECOND, &f->jan, PAPER, 0);
	assert_int_equal(forms_number(f, "SELECT second_whole FROM batch"), 1);
	assert_int_equal(forms_number(f, "SELECT count(*) FROM form WHERE second = 'chosen'"), 12);
}

static void
a_batch_under_the_threshold_keeps_its_sample(void **state)
{
	struct forms *f = *state;

	forms_sql(f, "UPDATE wave SET second_choice = 'all', threshold = 50");
	for (int i = 1; i <= FIXTURE_FORMS; i++)
		twice_key(f, 100 + i, READING_FIRST, &f->anna, PAPER, 0);
	for (int i = 1; i <= FIXTURE_FORMS; i++)
		twice_key(f, 100 + i, READING_SECOND, &f->jan, OTHER, 2);
	assert_int_equal(forms_number(f, "SELECT second_whole FROM batch"), 0);
}

static void
what_is_keyed_twice_stays_once_a_form_was_compared(void **state)
{
	struct forms *f = *state;
	int64_t born = f->q.questions[forms_question(f, "born")].id;

	assert_int_equal(wave_set_second_keying(f->db, f->wave, born, false, &f->err), 0);
	assert_int_equal(wave_set_second_keying(f->db, f->wave, born, true, &f->err), 0);
	twice_key(f, 102, READING_FIRST, &f->anna, PAPER, 0);
	twice_key(f, 102, READING_SECOND, &f->jan, OTHER, 2);
	assert_int_equal(wave_set_second_keying(f->db, f->wave, born, false, &f->err), -1);
	assert_int_equal(f->err.code, ERROR_INPUT);
	assert_non_null(strstr(f->err.text, "s-26"));
	error_clear(&f->err);
	forms_sql(f, "UPDATE form SET second = 'chosen'; UPDATE wave SET closed_at = '2026-01-30'");
	assert_int_equal(wave_set_second_keying(f->db, f->wave, born, false, &f->err), -1);
	assert_non_null(strstr(f->err.text, "closed"));
	forms_sql(f, "UPDATE form SET second = iif(number = 102, 'differs', 'none')");
}

static void
a_keyer_stays_while_another_person_is_awaited(void **state)
{
	struct forms *f = *state;
	struct difference *d;

	twice_key(f, 101, READING_FIRST, &f->anna, PAPER, 0);
	twice_key(f, 102, READING_FIRST, &f->anna, PAPER, 0);
	assert_int_equal(operator_erase(f->db, f->anna.id, &f->err), -1);
	assert_int_equal(f->err.code, ERROR_INPUT);
	assert_non_null(strstr(f->err.text, "s-26"));
	twice_key(f, 102, READING_SECOND, &f->jan, OTHER, 2);
	assert_int_equal(operator_erase(f->db, f->anna.id, &f->err), -1);
	assert_int_equal(operator_erase(f->db, f->jan.id, &f->err), -1);
	d = twice_list(f, true, 2);
	for (int i = 0; i < 2; i++)
		assert_int_equal(twice_settle(f, &d[i], &f->ewa, "second", NULL, SETTLED_THIRD), 0);
	assert_int_equal(operator_erase(f->db, f->anna.id, &f->err), 0);
	assert_int_equal(operator_erase(f->db, f->jan.id, &f->err), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, twice_open, twice_close)
		TEST(every_nth_form_from_the_start_is_chosen),
		TEST(all_none_or_a_share_are_chosen_as_the_wave_says),
		TEST(a_batch_that_cannot_be_closed_gives_every_reason),
		TEST(only_paper_is_keyed_twice),
		TEST(the_first_keyer_may_not_be_the_second_unless_it_is_lifted),
		cmocka_unit_test(case_blanks_order_and_zeros_make_no_difference),
		TEST(differences_are_listed_and_texts_are_not_compared),
		TEST(the_same_printed_exit_is_no_difference),
		TEST(verifying_while_keying_charges_who_was_wrong),
		TEST(a_batch_that_differs_too_much_is_keyed_twice_whole),
		TEST(a_batch_under_the_threshold_keeps_its_sample),
		TEST(what_is_keyed_twice_stays_once_a_form_was_compared),
		TEST(a_keyer_stays_while_another_person_is_awaited),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
