/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Forms that are keyed: corrected, marked, noted, found and listed. */
#include "config.h"

#include "form_steps.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static void
a_correction_keeps_the_old_value_and_gives_its_reason(void **state)
{
	struct forms *f = *state;
	struct answers first = { .arena = &f->arena };
	struct answer_change change = { .answer = { forms_question(f, "born"), 1, "1980",
						MISSING_NONE, 0 } };

	assert_int_equal(form_correct(f->db, forms_now(f, 1), &f->jan, &f->q, &change, 1, "źle odczytano", &f->err),
		-1);
	assert_int_equal(forms_key(f, 101, READING_FIRST, &f->anna, "sex=male|born=1970", NULL), 0);
	assert_int_equal(form_correct(f->db, forms_now(f, 1), &f->jan, &f->q, &change, 1, " ", &f->err), -1);
	error_clear(&f->err);
	assert_int_equal(form_correct(f->db, forms_now(f, 1), &f->jan, &f->q, &change, 1, "źle odczytano", &f->err),
		0);
	assert_string_equal(forms_settled(f, 101, "born")->value, "1980");
	assert_string_equal(forms_settled(f, 101, "sex")->value, "male");
	assert_int_equal(form_reading(f->db, 1, 1, &f->q, &first, &f->err), 0);
	assert_string_equal(answers_find(&first, forms_question(f, "born"), 1)->value, "1970");
	assert_int_equal(forms_number(f, "SELECT reading FROM reading WHERE kind = 'correction'"), 4);
	change.removed = true;
	assert_int_equal(form_correct(f->db, forms_now(f, 1), &f->jan, &f->q, &change, 1, "puste", &f->err), 0);
	assert_int_equal(forms_settled(f, 101, "born")->missing, MISSING_NO_ANSWER);
	assert_int_equal(form_reading(f->db, 1, 9, &f->q, &first, &f->err), -1);
	assert_int_equal(f->err.code, ERROR_MISSING);
}

static void
what_a_colleague_changed_in_a_form_is_not_covered(void **state)
{
	struct forms *f = *state;
	struct answer_change change = { .answer = { forms_question(f, "born"), 1, "1980",
						MISSING_NONE, 0 } };
	int64_t question = f->q.questions[forms_question(f, "born")].id;
	struct form seen, mine;

	assert_int_equal(forms_key(f, 101, READING_FIRST, &f->anna, "sex=male|born=1970", NULL), 0);
	seen = mine = forms_form(f, 101);
	assert_int_equal(form_set_note(f->db, &mine, "koperta", &f->err), 0);
	assert_int_equal(remark_set(f->db, &mine, question, 1, "niewyraźnie", &f->err), 0);
	assert_int_equal(form_correct(f->db, &mine, &f->jan, &f->q, &change, 1, "źle", &f->err), 0);
	assert_int_equal(mine.rev, forms_form(f, 101).rev);
#define CONFLICT(call) \
	error_clear(&f->err); \
	assert_int_equal(call, -1); \
	assert_int_equal(f->err.code, ERROR_CONFLICT); \
	assert_non_null(strstr(f->err.text, "101"))
	change.answer.value = "1990";
	CONFLICT(form_correct(f->db, &seen, &f->anna, &f->q, &change, 1, "źle", &f->err));
	CONFLICT(form_set_note(f->db, &seen, "inna", &f->err));
	CONFLICT(remark_set(f->db, &seen, question, 1, "", &f->err));
	assert_string_equal(forms_settled(f, 101, "born")->value, "1980");
	assert_string_equal(forms_form(f, 101).note, "koperta");
	assert_int_equal(forms_number(f, "SELECT count(*) FROM remark"), 1);
	/* A remark alone is a change of the form too. */
	seen = mine = forms_form(f, 101);
	assert_int_equal(remark_set(f->db, &mine, question, 1, "czytelnie", &f->err), 0);
	CONFLICT(form_correct(f->db, &seen, &f->anna, &f->q, &change, 1, "źle", &f->err));
}

static void
a_state_is_not_set_over_what_a_colleague_did_meanwhile(void **state)
{
	struct forms *f = *state;
	struct form seen = forms_form(f, 101), mine = seen;
	struct reading r;

	assert_int_equal(form_set_state(f->db, &mine, FORM_EMPTY, "", &f->err), 0);
	assert_int_equal(mine.rev, forms_form(f, 101).rev);
	assert_int_equal(mine.state, FORM_EMPTY);
	CONFLICT(form_set_state(f->db, &seen, FORM_SPOILT, "zalany", &f->err));
	assert_int_equal(forms_form(f, 101).state, FORM_EMPTY);
	assert_int_equal(form_set_state(f->db, &mine, FORM_WAITING, "", &f->err), 0);
	/* Somebody opened it to key it: that is a change too. */
	seen = forms_form(f, 101);
	assert_int_equal(forms_reading(f, 101, READING_FIRST, &f->anna, false, &r), 0);
	CONFLICT(form_set_state(f->db, &seen, FORM_MISSING, "", &f->err));
	assert_int_equal(forms_form(f, 101).state, FORM_KEYING);
}

static void
confirmed_checks_and_answers_off_the_route_mark_the_form(void **state)
{
	struct forms *f = *state;
	struct answers a = { .arena = &f->arena };
	struct failed_check *list;
	struct reading r;
	int count;

	forms_parse(&f->q, &a, "sex=male|born=1970|household=12|children=no|children_count=2");
	assert_int_equal(forms_reading(f, 101, READING_FIRST, &f->anna, false, &r), 0);
	assert_int_equal(route_check(f->r, &a, 0, &f->arena, &list, &count, &f->err), 0);
	assert_int_equal(count, 2);
	assert_int_equal(route_complete(f->r, &a, false, &f->err), 0);
	assert_int_equal(reading_finish(f->db, &r, &f->q, &a, list, count, NULL, &f->err), 0);
	assert_int_equal(forms_number(f, "SELECT count(*) FROM confirmed_check"), 2);
	assert_true(forms_form(f, 101).inconsistent);
	assert_string_equal(forms_settled(f, 101, "children_count")->value, "2");
	assert_int_equal(forms_settled(f, 101, "child_age")->missing, MISSING_OFF_ROUTE);
	assert_int_equal(forms_key(f, 103, READING_FIRST, &f->anna, "sex=male|children=no", NULL), 0);
	assert_false(forms_form(f, 103).inconsistent);
}

static void
forms_are_found_by_what_counts(void **state)
{
	struct forms *f = *state;
	struct answer_change change = { .answer = { forms_question(f, "services"), 1, "park",
						MISSING_NONE, 0 } };
	struct form *list;
	int count;

	assert_int_equal(forms_key(f, 101, READING_FIRST, &f->anna,
				 "services=bus park|comments=Za głośno w nocy", NULL),
		0);
	assert_int_equal(forms_key(f, 103, READING_FIRST, &f->anna, "services=bus", NULL), 0);
	assert_int_equal(form_correct(f->db, forms_now(f, 3), &f->jan, &f->q, &change, 1, "pomyłka", &f->err), 0);
#define FIND(name, value) \
	assert_int_equal(form_find(f->db, f->wave, f->q.questions[forms_question(f, name)].id, value, \
				 &f->arena, &list, &count, &f->err), \
		0)
	FIND("services", "bus");
	assert_int_equal(count, 1);
	assert_int_equal(list[0].number, 101);
	FIND("services", "park");
	assert_int_equal(count, 2);
	FIND("comments", "GLOSNO");
	assert_int_equal(count, 1);
	FIND("services", "par");
	assert_int_equal(count, 0);
}

static void
forms_in_hand_are_counted_for_their_questionnaire(void **state)
{
	struct forms *f = *state;
	struct questionnaire_entry *list;
	struct reading half;
	int count;

	assert_int_equal(forms_key(f, 101, READING_FIRST, &f->anna, "sex=male", NULL), 0);
	assert_int_equal(forms_reading(f, 103, READING_FIRST, &f->anna, false, &half), 0);
	assert_int_equal(form_set_state(f->db, forms_now(f, 4), FORM_EMPTY, "", &f->err), 0);
	assert_int_equal(questionnaire_list(f->db, &f->arena, &list, &count, &f->err), 0);
	assert_int_equal(count, 1);
	assert_int_equal(list[0].forms, 2);
}

static void
pages_of_a_list_join_to_the_whole(void **state)
{
	struct forms *f = *state;
	struct form *all, *page;
	int total, count;

	assert_int_equal(form_list(f->db, f->wave, 0, &f->arena, &all, &total, &f->err), 0);
	assert_int_equal(total, FIXTURE_FORMS);
	assert_int_equal(all[0].batch_number, 1);
	assert_int_equal(form_page(f->db, f->wave, f->batch, 107, 5, &f->arena, &page, &count, &f->err),
		0);
	assert_int_equal(count, 5);
	assert_int_equal(page[0].number, 108);
	assert_int_equal(form_list(f->db, f->wave, f->batch, &f->arena, &all, &total, &f->err), 0);
	assert_int_equal(total, FIXTURE_FORMS);
}

static void
remarks_and_the_last_value_are_kept(void **state)
{
	struct forms *f = *state;
	int64_t question = f->q.questions[forms_question(f, "household")].id;
	int64_t last;
	char text[64];

	assert_int_equal(remark_set(f->db, forms_now(f, 1), question, 1, "skreślone", &f->err), 0);
	assert_int_equal(remark_set(f->db, forms_now(f, 1), question, 1, "skreślone dwa razy", &f->err), 0);
	assert_int_equal(remark_get(f->db, 1, question, 1, text, sizeof(text), &f->err), 0);
	assert_string_equal(text, "skreślone dwa razy");
	assert_int_equal(remark_set(f->db, forms_now(f, 1), question, 1, "", &f->err), 0);
	assert_int_equal(remark_get(f->db, 1, question, 1, text, sizeof(text), &f->err), 0);
	assert_string_equal(text, "");
	assert_int_equal(form_last_keyed(f->db, f->batch, 1, &last, &f->err), 0);
	assert_int_equal(last, 0);
	assert_int_equal(form_last_value(f->db, last, question, text, sizeof(text), &f->err), 0);
	assert_string_equal(text, "");
	assert_int_equal(forms_key(f, 101, READING_FIRST, &f->anna, "household=4", NULL), 0);
	assert_int_equal(forms_key(f, 103, READING_FIRST, &f->jan, "household=5", NULL), 0);
	assert_int_equal(form_last_keyed(f->db, f->batch, 1, &last, &f->err), 0);
	assert_int_equal(last, forms_form(f, 101).id);
	assert_int_equal(form_last_value(f->db, last, question, text, sizeof(text), &f->err), 0);
	assert_string_equal(text, "4");
	assert_int_equal(form_set_note(f->db, forms_now(f, 1), "koperta", &f->err), 0);
	assert_string_equal(forms_form(f, 101).note, "koperta");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, forms_set_up, forms_tear_down)
		TEST(a_correction_keeps_the_old_value_and_gives_its_reason),
		TEST(what_a_colleague_changed_in_a_form_is_not_covered),
		TEST(a_state_is_not_set_over_what_a_colleague_did_meanwhile),
		TEST(confirmed_checks_and_answers_off_the_route_mark_the_form),
		TEST(forms_are_found_by_what_counts),
		TEST(forms_in_hand_are_counted_for_their_questionnaire),
		TEST(pages_of_a_list_join_to_the_whole),
		TEST(remarks_and_the_last_value_are_kept),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
