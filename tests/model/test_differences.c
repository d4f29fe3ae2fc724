/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Second keying: what is chosen, compared, settled, and what the figures say. */
#include "config.h"

#include "forms_fixture.h"

#include "model/batch.h"
#include "model/check.h"
#include "model/sitting.h"
#include "model/wave.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define PAPER "sex=female|born=1970|household=3|children=no|services=bus park|district=north|" \
	"street=long|roads=2|distance=1.5|transport=other|transport_other=rower"

static int
open_forms(void **state)
{
	struct forms *f = calloc(1, sizeof(*f));

	if (forms_open(f, NULL) < 0)
		fail_msg("%s", f->err.text);
	*state = f;
	return 0;
}

static void
tell(void *context, const char *sentence)
{
	(void)context;
	print_message("# %s\n", sentence);
}

/* Whatever a test did, the database is sound afterwards. */
static int
close_forms(void **state)
{
	struct forms *f = *state;
	int faults = check_database(f->db, tell, NULL, &f->err);

	forms_close(f);
	free(f);
	return faults > 1 ? -1 : 0; /* the fixture's unit has no name */
}

static struct form
form_of(struct forms *f, int64_t number)
{
	struct form form;

	error_clear(&f->err);
	if (form_by_number(f->db, f->wave, number, &form, &f->err) < 0)
		fail_msg("%s", f->err.text);
	return form;
}

static void
key(struct forms *f, int64_t number, enum reading_kind kind, const struct keyer *keyer,
	const char *answers, int wanted)
{
	int differences = 0;

	if (forms_key(f, number, kind, keyer, answers, &differences) < 0)
		fail_msg("%s", f->err.text);
	assert_int_equal(differences, wanted);
}

static struct difference *
list(struct forms *f, bool open_only, int wanted)
{
	struct difference *all;
	int count;

	error_clear(&f->err);
	if (difference_list(f->db, f->wave, f->batch, open_only, &f->arena, &all, &count, &f->err) < 0)
		fail_msg("%s", f->err.text);
	assert_int_equal(count, wanted);
	return all;
}

static void
every_nth_form_from_the_start_is_chosen(void **state)
{
	struct forms *f = *state;

	for (int i = 1; i <= 12; i++)
		key(f, 100 + i, READING_FIRST, &f->anna, PAPER, 0);
	for (int i = 1; i <= 12; i++)
		assert_int_equal(form_of(f, 100 + i).second,
			i % 5 == 2 ? SECOND_CHOSEN : SECOND_NONE);
	key(f, 102, READING_SECOND, &f->jan, PAPER, 0);
}

static void
all_none_or_a_share_are_chosen_as_the_wave_says(void **state)
{
	struct forms *f = *state;
	int chosen = 0, again;

	forms_sql(f, "UPDATE wave SET second_choice = 'all'");
	key(f, 101, READING_FIRST, &f->anna, PAPER, 0);
	assert_int_equal(form_of(f, 101).second, SECOND_CHOSEN);
	forms_sql(f, "UPDATE wave SET second_choice = 'none'");
	key(f, 102, READING_FIRST, &f->anna, PAPER, 0);
	assert_int_equal(form_of(f, 102).second, SECOND_NONE);
	forms_sql(f, "UPDATE wave SET second_choice = 'share', second_share = 50");
	for (int i = 3; i <= 20; i++) {
		key(f, 100 + i, READING_FIRST, &f->anna, PAPER, 0);
		chosen += form_of(f, 100 + i).second == SECOND_CHOSEN;
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
	int64_t batch = forms_number(f, "SELECT batch_id FROM form WHERE number = 101");

	forms_sql(f, "UPDATE wave SET second_choice = 'all'");
	key(f, 101, READING_FIRST, &f->anna, PAPER, 0);
	forms_sql(f, "UPDATE form SET state = 'keying' WHERE number = 102");
	assert_int_equal(batch_close(f->db, batch, "", &f->err), -1);
	assert_non_null(strstr(f->err.text, "1 form is being keyed."));
	assert_non_null(strstr(f->err.text, "1 form waits for second keying."));
	assert_non_null(strstr(f->err.text, "The counts do not agree."));
	f->err = (struct error){ 0 };
	assert_int_equal(batch_close(f->db, batch, "lost", &f->err), -1);
	assert_null(strstr(f->err.text, "The counts do not agree."));
	forms_sql(f, "UPDATE form SET state = 'waiting' WHERE number = 102");
}

static void
only_paper_is_keyed_twice(void **state)
{
	struct forms *f = *state;

	forms_sql(f, "UPDATE form SET mode = 'interviewer' WHERE number = 102");
	key(f, 102, READING_FIRST, &f->anna, PAPER, 0);
	assert_int_equal(form_of(f, 102).second, SECOND_NONE);
}

static void
the_first_keyer_may_not_be_the_second_unless_it_is_lifted(void **state)
{
	struct forms *f = *state;
	struct form form;
	struct reading r;

	key(f, 101, READING_FIRST, &f->anna, PAPER, 0);
	key(f, 102, READING_FIRST, &f->anna, PAPER, 0);
	form = form_of(f, 101);
	assert_int_equal(reading_open(f->db, &form, READING_SECOND, &f->jan, &f->q, false, &r, &f->err),
		-1);
	assert_int_equal(f->err.code, ERROR_INPUT);
	form = form_of(f, 102);
	assert_int_equal(reading_open(f->db, &form, READING_SECOND, &f->anna, &f->q, false, &r, &f->err),
		-1);
	assert_int_equal(f->err.code, ERROR_DENIED);
	forms_sql(f, "UPDATE wave SET lifted_by = 1, lifted_at = '2026-01-30T00:00:00Z'");
	key(f, 102, READING_SECOND, &f->anna, PAPER, 0);
	assert_int_equal(form_of(f, 102).second, SECOND_DONE);
	form = form_of(f, 102);
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

#define OTHER "sex=female|born=1971|household=3|children=no|services=park bus|district=north|" \
	"street=long|roads=3|distance=1.50|transport=other"

static void
differences_are_listed_and_texts_are_not_compared(void **state)
{
	struct forms *f = *state;
	struct difference *d;

	key(f, 102, READING_FIRST, &f->anna, PAPER, 0);
	key(f, 102, READING_SECOND, &f->jan, OTHER, 2);
	assert_int_equal(form_of(f, 102).second, SECOND_DIFFERS);
	d = list(f, true, 2);
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

static const char *
settled(struct forms *f, int64_t number, const char *name)
{
	struct answers *a = arena_new(&f->arena, sizeof(*a));

	a->arena = &f->arena;
	error_clear(&f->err);
	if (form_answers(f->db, form_of(f, number).id, &f->q, a, &f->err) < 0)
		fail_msg("%s", f->err.text);
	return answers_find(a, forms_question(f, name), 1)->value;
}

static int
settle(struct forms *f, struct difference *d, const struct keyer *keyer, const char *outcome,
	const char *value, enum settled_by by)
{
	error_clear(&f->err);
	return difference_settle(f->db, d, keyer, outcome, value, MISSING_NONE, by, &f->q, &f->err);
}

static void
a_third_person_settles_and_the_form_is_done(void **state)
{
	struct forms *f = *state;
	struct difference *d;
	int64_t number;

	key(f, 102, READING_FIRST, &f->anna, PAPER, 0);
	key(f, 102, READING_SECOND, &f->jan, OTHER, 2);
	d = list(f, true, 2);
	assert_string_equal(settled(f, 102, "born"), "1970");
	assert_int_equal(settle(f, &d[0], &f->ewa, "second", NULL, SETTLED_THIRD), 0);
	assert_string_equal(settled(f, 102, "born"), "1971");
	assert_int_equal(form_of(f, 102).second, SECOND_DIFFERS);
	assert_int_equal(settle(f, &d[0], &f->ewa, "first", NULL, SETTLED_THIRD), -1);
	assert_int_equal(f->err.code, ERROR_CONFLICT);
	assert_int_equal(settle(f, &d[1], &f->ewa, "third", "1", SETTLED_THIRD), 0);
	assert_int_equal(form_of(f, 102).second, SECOND_DONE);
	assert_string_equal(settled(f, 102, "roads"), "1");
	d = list(f, false, 2);
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

	key(f, 102, READING_FIRST, &f->anna, PAPER, 0);
	key(f, 102, READING_SECOND, &f->jan, OTHER, 2);
	d = list(f, true, 2);
	assert_int_equal(settle(f, &d[0], &f->ewa, "third", "1970", SETTLED_THIRD), 0);
	assert_int_equal(settle(f, &d[1], &f->ewa, "third", "3", SETTLED_THIRD), 0);
	d = list(f, false, 2);
	assert_string_equal(d[0].outcome, "first");
	assert_string_equal(d[0].charged, "second");
	assert_string_equal(d[1].outcome, "second");
	assert_string_equal(settled(f, 102, "roads"), "3");
	assert_int_equal(forms_number(f, "SELECT count(*) FROM reading WHERE reading = 3"), 0);
}

static void
a_decision_can_be_taken_back(void **state)
{
	struct forms *f = *state;
	struct difference *d;

	key(f, 102, READING_FIRST, &f->anna, PAPER, 0);
	key(f, 102, READING_SECOND, &f->jan, OTHER, 2);
	d = list(f, true, 2);
	assert_int_equal(settle(f, &d[0], &f->ewa, "third", "1999", SETTLED_THIRD), 0);
	assert_int_equal(settle(f, &d[1], &f->ewa, "ambiguous", "2", SETTLED_BOTH), 0);
	assert_int_equal(form_of(f, 102).second, SECOND_DONE);
	d = list(f, false, 2);
	assert_string_equal(d[1].charged, "nobody");
	assert_int_equal(difference_reopen(f->db, &d[0], &f->ewa, &f->err), 0);
	assert_int_equal(form_of(f, 102).second, SECOND_DIFFERS);
	assert_string_equal(settled(f, 102, "born"), "1970");
	d = list(f, true, 1);
	assert_int_equal(difference_reopen(f->db, &d[0], &f->ewa, &f->err), -1);
	assert_int_equal(settle(f, &d[0], &f->ewa, "first", NULL, SETTLED_THIRD), 0);
	assert_int_equal(form_of(f, 102).second, SECOND_DONE);
}

static void
a_colleagues_other_third_value_is_not_covered(void **state)
{
	struct forms *f = *state;
	struct difference *seen, *now;

	key(f, 102, READING_FIRST, &f->anna, PAPER, 0);
	key(f, 102, READING_SECOND, &f->jan, OTHER, 2);
	assert_int_equal(settle(f, list(f, true, 2), &f->ewa, "third", "1972", SETTLED_THIRD), 0);
	seen = list(f, false, 2);
	assert_string_equal(seen[0].third, "1972");
	assert_string_equal(seen[1].third, "");
	now = list(f, false, 2);
	assert_int_equal(settle(f, &now[0], &f->ewa, "third", "1973", SETTLED_THIRD), 0);
	assert_int_equal(settle(f, &seen[0], &f->ewa, "third", "1974", SETTLED_THIRD), -1);
	assert_int_equal(f->err.code, ERROR_CONFLICT);
	assert_int_equal(difference_reopen(f->db, &seen[0], &f->ewa, &f->err), -1);
	now = list(f, false, 2);
	assert_string_equal(now[0].third, "1973");
	error_clear(&f->err);
	assert_int_equal(difference_decide(f->db, f->wave, &now[0], &f->ewa, "ambiguous", "",
				 MISSING_ILLEGIBLE, SETTLED_THIRD, &f->err),
		0);
	seen = list(f, false, 2);
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

	key(f, 102, READING_FIRST, &f->anna, PAPER "|trip_km=5|trip_km:2=7", 0);
	key(f, 102, READING_SECOND, &f->jan, PAPER "|trip_km=5", 1);
	d = difference_of(f, "trip_km", 2);
	assert_int_equal(settle(f, &d, &f->ewa, "second", NULL, SETTLED_THIRD), 0);
	assert_int_equal(form_of(f, 102).second, SECOND_DONE);
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

		key(f, number, READING_FIRST, &f->anna, cases[i].first, 0);
		key(f, number, READING_SECOND, &f->jan, cases[i].second, 1);
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
		assert_string_equal(settled(f, number, "roads"), "9");
	}
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

static int
correct(struct forms *f, int64_t form, const char *name, const char *value)
{
	struct answer_change change = { .answer = { forms_question(f, name), 1, value,
						MISSING_NONE, 0 } };
	struct form seen = form_of(f, 100 + form);

	error_clear(&f->err);
	return form_correct(f->db, &seen, &f->anna, &f->q, &change, 1, "pomyłka", &f->err);
}

static void
a_decision_stands_over_an_older_correction_and_under_a_newer_one(void **state)
{
	struct forms *f = *state;
	struct difference d;

	key(f, 102, READING_FIRST, &f->anna, PAPER, 0);
	assert_int_equal(correct(f, 2, "born", "1960"), 0);
	assert_int_equal(correct(f, 2, "household", "4"), 0);
	key(f, 102, READING_SECOND, &f->jan, OTHER, 2);
	assert_int_equal(correct(f, 2, "born", "1950"), -1);
	assert_non_null(strstr(f->err.text, "102"));
	d = difference_of(f, "born", 1);
	assert_int_equal(settle(f, &d, &f->ewa, "third", "1972", SETTLED_THIRD), 0);
	d = difference_of(f, "roads", 1);
	assert_int_equal(settle(f, &d, &f->ewa, "first", NULL, SETTLED_THIRD), 0);
	assert_string_equal(settled(f, 102, "born"), "1972");
	assert_string_equal(settled(f, 102, "household"), "4");
	assert_int_equal(correct(f, 2, "born", "1973"), 0);
	assert_string_equal(settled(f, 102, "born"), "1973");
}

static void
a_person_who_stands_twice_in_the_register_is_one_person(void **state)
{
	struct forms *f = *state;
	struct form form;
	struct reading r;
	struct difference *d;

	key(f, 102, READING_FIRST, &f->anna, PAPER, 0);
	forms_sql(f, "UPDATE operator SET name = 'OPERATOR an' WHERE id = 3");
	form = form_of(f, 102);
	assert_int_equal(reading_open(f->db, &form, READING_SECOND, &f->ewa, &f->q, false, &r, &f->err),
		-1);
	assert_int_equal(f->err.code, ERROR_DENIED);
	assert_non_null(strstr(f->err.text, "AN"));
	key(f, 102, READING_SECOND, &f->jan, OTHER, 2);
	d = list(f, true, 2);
	forms_sql(f, "UPDATE person SET role = 'clerk'");
	assert_int_equal(settle(f, &d[0], &f->ewa, "first", NULL, SETTLED_THIRD), -1);
	assert_int_equal(f->err.code, ERROR_DENIED);
	forms_sql(f, "UPDATE operator SET name = 'Operator EW' WHERE id = 3");
	assert_int_equal(settle(f, &d[0], &f->ewa, "first", NULL, SETTLED_THIRD), 0);
}

static void
keyers_settle_only_together_or_as_coordinators(void **state)
{
	struct forms *f = *state;
	struct difference *d;

	key(f, 102, READING_FIRST, &f->anna, PAPER, 0);
	key(f, 102, READING_SECOND, &f->jan, OTHER, 2);
	d = list(f, true, 2);
	forms_sql(f, "UPDATE person SET role = 'clerk'");
	assert_int_equal(settle(f, &d[0], &f->jan, "first", NULL, SETTLED_THIRD), -1);
	assert_int_equal(f->err.code, ERROR_DENIED);
	assert_int_equal(settle(f, &d[0], &f->jan, "first", NULL, SETTLED_BOTH), 0);
	forms_sql(f, "UPDATE person SET role = 'coordinator'");
	assert_int_equal(settle(f, &d[1], &f->jan, "first", NULL, SETTLED_THIRD), 0);
}

static void
together_is_for_the_two_who_read(void **state)
{
	struct forms *f = *state;
	struct difference *d;

	key(f, 102, READING_FIRST, &f->anna, PAPER, 0);
	key(f, 102, READING_SECOND, &f->jan, OTHER, 2);
	d = list(f, true, 2);
	forms_sql(f, "UPDATE person SET role = 'clerk'");
	assert_int_equal(settle(f, &d[0], &f->ewa, "first", NULL, SETTLED_BOTH), -1);
	assert_int_equal(f->err.code, ERROR_DENIED);
	assert_non_null(strstr(f->err.text, "102"));
	assert_int_equal(settle(f, &d[0], &f->anna, "first", NULL, SETTLED_BOTH), 0);
	forms_sql(f, "UPDATE person SET role = 'coordinator'");
	assert_int_equal(settle(f, &d[1], &f->ewa, "first", NULL, SETTLED_BOTH), 0);
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

	key(f, 102, READING_FIRST, &f->anna, PAPER, 0);
	key(f, 102, READING_SECOND, &f->jan, OTHER, 2);
	d = list(f, true, 2);
	forms_sql(f, "UPDATE person SET role = 'clerk'");
	assert_int_equal(settle(f, &d[0], &f->ewa, "first", NULL, SETTLED_THIRD), 0);
	assert_int_equal(settle(f, &d[1], &f->jan, "first", NULL, SETTLED_BOTH), 0);
	d = list(f, false, 2);
	assert_int_equal(take_back(f, &d[0], &f->jan), -1);
	assert_int_equal(f->err.code, ERROR_DENIED);
	assert_int_equal(take_back(f, &d[0], NULL), -1);
	assert_int_equal(f->err.code, ERROR_DENIED);
	assert_int_equal(take_back(f, &d[1], &f->ewa), -1);
	assert_int_equal(f->err.code, ERROR_DENIED);
	list(f, true, 0);
	assert_int_equal(take_back(f, &d[0], &f->ewa), 0);
	assert_int_equal(take_back(f, &d[1], &f->anna), 0);
	d = list(f, true, 2);
	assert_int_equal(settle(f, &d[0], &f->ewa, "second", NULL, SETTLED_THIRD), 0);
	d = list(f, false, 2);
	forms_sql(f, "UPDATE operator SET person_id = 1 WHERE id = 3");
	assert_int_equal(take_back(f, &d[0], NULL), 0);
	d = list(f, true, 2);
	assert_int_equal(settle(f, &d[0], &f->ewa, "second", NULL, SETTLED_THIRD), 0);
	forms_sql(f, "UPDATE person SET role = 'coordinator'; UPDATE operator SET person_id = NULL");
	assert_int_equal(take_back(f, &list(f, false, 2)[0], NULL), 0);
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
	key(f, 102, READING_FIRST, &f->anna, PAPER, 0);
	form = form_of(f, 102);
	assert_int_equal(reading_open(f->db, &form, READING_SECOND, &f->jan, &f->q, false, &r, &f->err),
		0);
	assert_int_equal(difference_slip(f->db, &r, f->q.questions[forms_question(f, "sex")].id, 1,
				 &f->err),
		0);
	forms_parse(&f->q, &a, OTHER);
	assert_int_equal(route_complete(f->r, &a, false, &f->err), 0);
	assert_int_equal(reading_finish(f->db, &r, &f->q, &a, NULL, 0, &found, &f->err), 0);
	assert_int_equal(found, 2);
	assert_int_equal(form_of(f, 102).second, SECOND_DONE);
	assert_string_equal(settled(f, 102, "born"), "1971");
	d = list(f, false, 3);
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
		key(f, 100 + i, READING_FIRST, &f->anna, PAPER, 0);
	for (int i = 2; i <= FIXTURE_FORMS; i += 5) {
		assert_int_equal(forms_number(f, "SELECT second_whole FROM batch"), 0);
		key(f, 100 + i, READING_SECOND, &f->jan, OTHER, 2);
	}
	assert_int_equal(forms_number(f, "SELECT sum(compared) > 100 FROM reading"), 0);
	assert_int_equal(forms_number(f, "SELECT second_whole FROM batch"), 0);
	forms_sql(f, "UPDATE wave SET second_every = 3");
	forms_sql(f, "UPDATE form SET second = 'chosen' WHERE number IN (101, 103, 104, 105)");
	for (int i = 3; i <= 5; i++)
		key(f, 100 + i, READING_SECOND, &f->jan, PAPER, 0);
	assert_int_equal(forms_number(f, "SELECT second_whole FROM batch"), 0);
	key(f, 101, READING_SECOND, &f->jan, PAPER, 0);
	assert_int_equal(forms_number(f, "SELECT second_whole FROM batch"), 1);
	assert_int_equal(forms_number(f, "SELECT count(*) FROM form WHERE second = 'chosen'"), 12);
}

static void
a_batch_under_the_threshold_keeps_its_sample(void **state)
{
	struct forms *f = *state;

	forms_sql(f, "UPDATE wave SET second_choice = 'all', threshold = 50");
	for (int i = 1; i <= FIXTURE_FORMS; i++)
		key(f, 100 + i, READING_FIRST, &f->anna, PAPER, 0);
	for (int i = 1; i <= FIXTURE_FORMS; i++)
		key(f, 100 + i, READING_SECOND, &f->jan, OTHER, 2);
	assert_int_equal(forms_number(f, "SELECT second_whole FROM batch"), 0);
}

static void
what_was_typed_must_be_allowed(void **state)
{
	struct forms *f = *state;
	struct difference *d;

	key(f, 102, READING_FIRST, &f->anna, PAPER, 0);
	key(f, 102, READING_SECOND, &f->jan, OTHER, 2);
	d = list(f, true, 2);
	assert_int_equal(difference_decide(f->db, f->wave, &d[1], &f->ewa, "third", "7",
				 MISSING_NONE, SETTLED_THIRD, &f->err),
		-1);
	assert_int_equal(f->err.code, ERROR_INPUT);
	error_clear(&f->err);
	assert_int_equal(difference_decide(f->db, f->wave, &d[1], &f->ewa, "third", "",
				 MISSING_NONE, SETTLED_THIRD, &f->err),
		-1);
	list(f, true, 2);
	assert_int_equal(difference_decide(f->db, f->wave, &d[1], &f->ewa, "third", "1",
				 MISSING_NONE, SETTLED_THIRD, &f->err),
		0);
	assert_int_equal(difference_decide(f->db, f->wave, &d[0], &f->ewa, "ambiguous", "",
				 MISSING_TWO_MARKS, SETTLED_THIRD, &f->err),
		0);
	d = list(f, false, 2);
	assert_string_equal(d[0].outcome, "ambiguous");
	assert_string_equal(d[1].outcome, "third");
	assert_int_equal(form_of(f, 102).second, SECOND_DONE);
}

static void
what_double_keying_leaves_follows_from_what_it_found(void **state)
{
	(void)state;
	/* Kawado (2003): 0.34 % wrong in all, of which 88.3 % are found. */
	assert_true(fabs(quality_left(0.34 * 0.883) - 0.34 * 0.117) < 1e-9);
	assert_true(quality_left(0) < 1e-12);
}

static void
wilsons_interval_is_as_published(void **state)
{
	double low, high;

	(void)state;
	/* Newcombe (1998), table I: 81/263, 15/148, 0/20, 1/29. */
	quality_interval(81, 263, &low, &high);
	assert_true(fabs(low - 25.53) < 0.01 && fabs(high - 36.62) < 0.01);
	quality_interval(15, 148, &low, &high);
	assert_true(fabs(low - 6.24) < 0.01 && fabs(high - 16.05) < 0.01);
	quality_interval(0, 20, &low, &high);
	assert_true(low < 1e-12 && fabs(high - 16.11) < 0.01);
	quality_interval(1, 29, &low, &high);
	assert_true(fabs(low - 0.61) < 0.01 && fabs(high - 17.18) < 0.01);
	quality_interval(0, 0, &low, &high);
	assert_true(low < 1e-12 && high > 99.9);
}

static void
quality_counts_agree_however_they_are_grouped(void **state)
{
	static const enum quality_by ways[] = { QUALITY_QUESTION, QUALITY_BATCH, QUALITY_KEYER };
	struct forms *f = *state;
	struct difference *d;
	int64_t compared;

	key(f, 102, READING_FIRST, &f->anna, PAPER, 0);
	key(f, 107, READING_FIRST, &f->jan, PAPER, 0);
	key(f, 102, READING_SECOND, &f->jan, OTHER, 2);
	key(f, 107, READING_SECOND, &f->anna, PAPER, 0);
	d = list(f, true, 2);
	assert_int_equal(settle(f, &d[0], &f->ewa, "first", NULL, SETTLED_THIRD), 0);
	compared = forms_number(f, "SELECT sum(compared) FROM reading");
	assert_true(compared > 20);
	for (int w = 0; w < 3; w++) {
		struct quality_row *rows, sum = { 0 };
		int count;

		assert_int_equal(quality_report(f->db, f->wave, ways[w], 0, &f->arena, &rows, &count,
					 &f->err),
			0);
		for (int i = 0; i < count; i++) {
			sum.fields += rows[i].fields;
			sum.differing += rows[i].differing;
			sum.second_wrong += rows[i].second_wrong;
			sum.open += rows[i].open;
		}
		assert_int_equal(sum.fields, compared);
		assert_int_equal(sum.differing, 2);
		assert_int_equal(sum.second_wrong, 1);
		assert_int_equal(sum.open, 1);
	}
}

static void
figures_of_people_are_for_coordinators_and_for_themselves(void **state)
{
	struct forms *f = *state;
	struct sitting s = { .wave = f->wave, .batch = f->batch, .keyer = f->anna };
	struct operator_row *rows;
	struct quality_row *quality;
	int count;

	forms_sql(f, "INSERT INTO person (uid, login, role, created_at) "
		     "VALUES (hex(randomblob(16)), 'piotr', 'clerk', '2026-01-01T00:00:00Z')");
	forms_sql(f, "UPDATE operator SET person_id = 1 WHERE id = 1; UPDATE operator SET "
		     "person_id = (SELECT id FROM person WHERE login = 'piotr') WHERE id = 2");
	assert_int_equal(sitting_start(f->db, &s, &f->err), 0);
	s.keyer = f->jan;
	assert_int_equal(sitting_start(f->db, &s, &f->err), 0);
	s.forms = 1;
	s.keys = 60;
	assert_int_equal(sitting_save(f->db, &s, &f->err), 0);
	forms_sql(f, "UPDATE sitting SET started_at = '2026-01-30T00:00:00Z', "
		     "ended_at = '2026-01-30T01:00:00Z', paused = 600");
	key(f, 102, READING_FIRST, &f->anna, PAPER, 0);
	key(f, 102, READING_SECOND, &f->jan, OTHER, 2);
	assert_int_equal(settle(f, list(f, true, 2), &f->ewa, "second", NULL, SETTLED_THIRD), 0);
	assert_int_equal(operator_report(f->db, f->wave, 0, &f->arena, &rows, &count, &f->err), 0);
	assert_int_equal(count, 2);
	assert_string_equal(rows[0].initials, "AN");
	assert_int_equal(rows[0].wrong, 1);
	assert_int_equal(rows[1].wrong, 0);
	assert_int_equal(rows[1].compared, rows[0].compared);
	assert_int_equal(rows[0].seconds, 3000);
	assert_int_equal(rows[1].seconds, 0);
	forms_sql(f, "UPDATE wave SET speed_from = '2026-01-01'");
	assert_int_equal(operator_report(f->db, f->wave, 2, &f->arena, &rows, &count, &f->err), 0);
	assert_int_equal(rows[0].seconds, 3000);
	forms_sql(f, "UPDATE wave SET speed_from = '2027-01-01'; UPDATE person SET role = 'clerk'");
	if (operator_report(f->db, f->wave, 0, &f->arena, &rows, &count, &f->err) < 0)
		fail_msg("%s", f->err.text);
	assert_int_equal(count, 1);
	assert_int_equal(rows[0].operator_id, 1);
	assert_int_equal(operator_report(f->db, f->wave, 2, &f->arena, &rows, &count, &f->err), -1);
	assert_int_equal(f->err.code, ERROR_DENIED);
	error_clear(&f->err);
	assert_int_equal(
		quality_report(f->db, f->wave, QUALITY_KEYER, 2, &f->arena, &quality, &count, &f->err),
		-1);
	error_clear(&f->err);
	assert_int_equal(
		quality_report(f->db, f->wave, QUALITY_KEYER, 0, &f->arena, &quality, &count, &f->err),
		0);
	assert_int_equal(count, 1);
	assert_string_equal(quality[0].key, "AN");
}

static void
whose_reading_it_was_is_told_to_coordinators_and_to_the_reader(void **state)
{
	struct forms *f = *state;
	struct difference *d;

	key(f, 102, READING_FIRST, &f->anna, PAPER, 0);
	key(f, 102, READING_SECOND, &f->jan, OTHER, 2);
	forms_sql(f, "UPDATE person SET role = 'clerk'; UPDATE operator SET person_id = 1 WHERE id = 2");
	d = list(f, true, 2);
	assert_string_equal(d[0].first_keyer, "");
	assert_string_equal(d[0].second_keyer, "JK");
	forms_sql(f, "UPDATE operator SET person_id = NULL");
	d = list(f, true, 2);
	assert_string_equal(d[0].first_keyer, "");
	assert_string_equal(d[0].second_keyer, "");
	forms_sql(f, "UPDATE person SET role = 'coordinator'");
	d = list(f, true, 2);
	assert_string_equal(d[0].first_keyer, "AN");
	assert_string_equal(d[0].second_keyer, "JK");
}

static void
what_is_keyed_twice_stays_once_a_form_was_compared(void **state)
{
	struct forms *f = *state;
	int64_t born = f->q.questions[forms_question(f, "born")].id;

	assert_int_equal(wave_set_second_keying(f->db, f->wave, born, false, &f->err), 0);
	assert_int_equal(wave_set_second_keying(f->db, f->wave, born, true, &f->err), 0);
	key(f, 102, READING_FIRST, &f->anna, PAPER, 0);
	key(f, 102, READING_SECOND, &f->jan, OTHER, 2);
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

	key(f, 101, READING_FIRST, &f->anna, PAPER, 0);
	key(f, 102, READING_FIRST, &f->anna, PAPER, 0);
	assert_int_equal(operator_erase(f->db, f->anna.id, &f->err), -1);
	assert_int_equal(f->err.code, ERROR_INPUT);
	assert_non_null(strstr(f->err.text, "s-26"));
	key(f, 102, READING_SECOND, &f->jan, OTHER, 2);
	assert_int_equal(operator_erase(f->db, f->anna.id, &f->err), -1);
	assert_int_equal(operator_erase(f->db, f->jan.id, &f->err), -1);
	d = list(f, true, 2);
	for (int i = 0; i < 2; i++)
		assert_int_equal(settle(f, &d[i], &f->ewa, "second", NULL, SETTLED_THIRD), 0);
	assert_int_equal(operator_erase(f->db, f->anna.id, &f->err), 0);
	assert_int_equal(operator_erase(f->db, f->jan.id, &f->err), 0);
}

static void
an_erased_keyer_leaves_figures_under_nobody(void **state)
{
	struct forms *f = *state;
	struct quality_row *rows;
	int count;

	key(f, 102, READING_FIRST, &f->anna, PAPER, 0);
	key(f, 102, READING_SECOND, &f->jan, OTHER, 2);
	forms_sql(f, "DELETE FROM reading_keyer");
	assert_string_equal(list(f, true, 2)[0].first_keyer, "");
	assert_string_equal(form_of(f, 102).keyer, "");
	assert_int_equal(
		quality_report(f->db, f->wave, QUALITY_KEYER, 0, &f->arena, &rows, &count, &f->err), 0);
	assert_int_equal(count, 1);
	assert_string_equal(rows[0].key, "");
}

static int
faults(struct forms *f)
{
	int found = -1;

	assert_int_equal(check_forms(f->db, tell, NULL, &found, &f->err), 0);
	return found;
}

static void
a_damaged_form_is_told_of(void **state)
{
	static const struct {
		const char *damage, *repair;
	} table[] = {
		{ "DELETE FROM answer WHERE form_id = 1 AND reading = 1 AND value = '1970'", NULL },
		{ "UPDATE form SET state = 'waiting' WHERE id = 1",
			"UPDATE form SET state = 'keyed' WHERE id = 1" },
		{ "UPDATE form SET state = 'keyed' WHERE id = 4",
			"UPDATE form SET state = 'waiting' WHERE id = 4" },
		{ "UPDATE form SET state = 'keying' WHERE id = 4",
			"UPDATE form SET state = 'waiting' WHERE id = 4" },
		{ "UPDATE form SET second = 'done' WHERE id = 2",
			"UPDATE form SET second = 'differs' WHERE id = 2" },
		{ "UPDATE form SET second = 'differs' WHERE id = 1",
			"UPDATE form SET second = 'none' WHERE id = 1" },
		{ "UPDATE form SET second = 'chosen' WHERE id = 4",
			"UPDATE form SET second = 'none' WHERE id = 4" },
		{ "UPDATE form SET number = 500 WHERE id = 4",
			"UPDATE form SET number = 104 WHERE id = 4" },
		{ "UPDATE form SET held_by = 1 WHERE id = 1",
			"UPDATE form SET held_by = NULL WHERE id = 1" },
		{ "UPDATE answer SET missing = 'lost' WHERE form_id = 2 AND reading = 1 AND missing = 'off_route'",
			"UPDATE answer SET missing = 'off_route' WHERE missing = 'lost'" },
		{ "INSERT INTO answer VALUES (4, 7, 1, 1, 'x', '', 0)",
			"DELETE FROM answer WHERE reading = 7" },
		{ "UPDATE difference SET outcome = 'third' WHERE form_id = 2 AND outcome = 'open' "
		  "AND question_id = (SELECT max(question_id) FROM difference)",
			"UPDATE difference SET outcome = 'open' WHERE outcome = 'third'" },
		{ "UPDATE form_count SET forms = forms + 1 WHERE state = 'waiting'",
			"UPDATE form_count SET forms = forms - 1 WHERE state = 'waiting'" },
	};
	struct forms *f = *state;

	for (int number = 101; number <= 102; number++)
		key(f, number, READING_FIRST, &f->anna, PAPER, 0);
	key(f, 102, READING_SECOND, &f->jan, OTHER, 2);
	assert_int_equal(faults(f), 0);
	for (size_t i = sizeof(table) / sizeof(table[0]); i-- > 0;) {
		forms_sql(f, "%s", table[i].damage);
		if (faults(f) < 1)
			fail_msg("not seen: %s", table[i].damage);
		if (table[i].repair)
			forms_sql(f, "%s", table[i].repair);
	}
	forms_sql(f, "UPDATE reading SET answers = answers - 1 WHERE form_id = 1");
	assert_int_equal(faults(f), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, open_forms, close_forms)
		TEST(every_nth_form_from_the_start_is_chosen),
		TEST(all_none_or_a_share_are_chosen_as_the_wave_says),
		TEST(a_batch_that_cannot_be_closed_gives_every_reason),
		TEST(only_paper_is_keyed_twice),
		TEST(the_first_keyer_may_not_be_the_second_unless_it_is_lifted),
		cmocka_unit_test(case_blanks_order_and_zeros_make_no_difference),
		TEST(differences_are_listed_and_texts_are_not_compared),
		TEST(a_third_person_settles_and_the_form_is_done),
		TEST(a_third_value_equal_to_a_reading_is_that_readings),
		TEST(a_decision_can_be_taken_back),
		TEST(a_colleagues_other_third_value_is_not_covered),
		TEST(a_printed_exit_settles_with_its_code_and_its_reason),
		TEST(the_same_printed_exit_is_no_difference),
		TEST(a_pass_that_only_the_first_read_goes_when_the_second_is_right),
		TEST(a_decision_stands_over_an_older_correction_and_under_a_newer_one),
		TEST(a_person_who_stands_twice_in_the_register_is_one_person),
		TEST(keyers_settle_only_together_or_as_coordinators),
		TEST(together_is_for_the_two_who_read),
		TEST(a_decision_is_taken_back_by_whom_might_take_it),
		TEST(verifying_while_keying_charges_who_was_wrong),
		TEST(a_batch_that_differs_too_much_is_keyed_twice_whole),
		TEST(a_batch_under_the_threshold_keeps_its_sample),
		cmocka_unit_test_setup_teardown(
			what_was_typed_must_be_allowed, open_forms, close_forms),
		cmocka_unit_test(what_double_keying_leaves_follows_from_what_it_found),
		cmocka_unit_test(wilsons_interval_is_as_published),
		TEST(quality_counts_agree_however_they_are_grouped),
		TEST(figures_of_people_are_for_coordinators_and_for_themselves),
		TEST(whose_reading_it_was_is_told_to_coordinators_and_to_the_reader),
		TEST(what_is_keyed_twice_stays_once_a_form_was_compared),
		TEST(a_keyer_stays_while_another_person_is_awaited),
		TEST(an_erased_keyer_leaves_figures_under_nobody),
		TEST(a_damaged_form_is_told_of),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
