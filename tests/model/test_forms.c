/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Forms and their readings: who may key, what is kept when, corrections, walks against a ledger. */
#include "config.h"

#include "forms_fixture.h"

#include "model/sitting.h"
#include "model/wave.h"

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

	if (forms_open(f, NULL) < 0)
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
form_of(struct forms *f, int64_t number)
{
	struct form form;

	error_clear(&f->err);
	if (form_by_number(f->db, f->wave, number, &form, &f->err) < 0)
		fail_msg("%s", f->err.text);
	return form;
}

/* As it stands now; the numbers of the fixture's forms begin behind 100. */
static struct form *
now(struct forms *f, int64_t id)
{
	struct form *form = arena_new(&f->arena, sizeof(*form));

	*form = form_of(f, 100 + id);
	return form;
}

static int
open_reading(struct forms *f, int64_t number, enum reading_kind kind, const struct keyer *keyer,
	bool take, struct reading *r)
{
	struct form form = form_of(f, number);

	return reading_open(f->db, &form, kind, keyer, &f->q, take, r, &f->err);
}

static int
put(struct forms *f, const struct reading *r, const char *name, const char *value, const char *at)
{
	struct answer_change change = { .answer = { forms_question(f, name), 1, value, MISSING_NONE, 0 } };

	error_clear(&f->err);
	return reading_put(f->db, r, &f->q, &change, 1,
		(struct place){ *at ? forms_question(f, at) : -1, 1 }, &f->err);
}

static void
a_form_begins_goes_on_and_ends(void **state)
{
	struct forms *f = *state;
	struct answers a = { .arena = &f->arena };
	struct reading r;

	assert_int_equal(open_reading(f, 101, READING_FIRST, &f->anna, false, &r), 0);
	assert_false(r.resumed);
	assert_int_equal(r.at.question, 0);
	assert_int_equal(form_of(f, 101).state, FORM_KEYING);
	assert_int_equal(put(f, &r, "sex", "female", "born"), 0);
	assert_int_equal(put(f, &r, "born", "1970", "household"), 0);
	assert_int_equal(put(f, &r, "born", "1971", "household"), 0);
	/* As if the program had been killed here. */
	assert_int_equal(open_reading(f, 101, READING_FIRST, &f->anna, false, &r), 0);
	assert_true(r.resumed);
	assert_int_equal(r.at.question, forms_question(f, "household"));
	assert_int_equal(reading_load(f->db, &r, &f->q, &a, &f->err), 0);
	assert_int_equal(a.count, 2);
	assert_string_equal(answers_find(&a, forms_question(f, "born"), 1)->value, "1971");
	assert_int_equal(route_complete(f->r, &a, false, &f->err), 0);
	assert_int_equal(reading_finish(f->db, &r, &f->q, &a, NULL, 0, NULL, &f->err), 0);
	assert_int_equal(form_of(f, 101).state, FORM_KEYED);
	assert_string_equal(form_of(f, 101).keyer, "AN");
	assert_int_equal(put(f, &r, "born", "1972", ""), -1);
	assert_int_equal(open_reading(f, 101, READING_FIRST, &f->anna, false, &r), -1);
	assert_int_equal(f->err.code, ERROR_INPUT);
}

static void
the_end_of_the_form_is_kept_as_a_place(void **state)
{
	struct forms *f = *state;
	struct reading r;

	assert_int_equal(open_reading(f, 101, READING_FIRST, &f->anna, false, &r), 0);
	assert_int_equal(put(f, &r, "comments", "–", ""), 0);
	assert_int_equal(open_reading(f, 101, READING_FIRST, &f->anna, false, &r), 0);
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

	assert_int_equal(open_reading(f, 101, READING_FIRST, &f->anna, false, &r), 0);
	assert_int_equal(open_reading(f, 101, READING_FIRST, &f->jan, false, &other), -1);
	assert_int_equal(f->err.code, ERROR_BUSY);
	assert_non_null(strstr(f->err.text, "AN"));
	error_clear(&f->err);
	assert_int_equal(open_reading(f, 101, READING_FIRST, &f->jan, true, &other), -1);
	assert_int_equal(f->err.code, ERROR_BUSY);
	assert_int_equal(put(f, &r, "sex", "male", "born"), 0);
	assert_int_equal(reading_leave(f->db, &r, &f->err), 0);
	assert_int_equal(open_reading(f, 101, READING_FIRST, &f->jan, false, &other), -1);
	assert_int_equal(f->err.code, ERROR_CONFLICT);
	assert_int_equal(open_reading(f, 101, READING_FIRST, &f->jan, true, &other), 0);
	assert_true(other.resumed);
	assert_int_equal(put(f, &r, "sex", "male", "born"), -1);
	assert_int_equal(f->err.code, ERROR_CONFLICT);
	assert_int_equal(put(f, &other, "sex", "male", "born"), 0);
	/* Anna reads it too, so she may go on when Jan has left. */
	assert_int_equal(open_reading(f, 101, READING_FIRST, &f->anna, false, &r), -1);
	assert_int_equal(reading_leave(f->db, &other, &f->err), 0);
	assert_int_equal(open_reading(f, 101, READING_FIRST, &f->anna, false, &r), 0);
}

static void
a_form_opened_and_left_untouched_waits_as_before(void **state)
{
	struct forms *f = *state;
	struct reading r;
	int64_t number;

	assert_int_equal(open_reading(f, 101, READING_FIRST, &f->anna, false, &r), 0);
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
	assert_int_equal(open_reading(f, 101, READING_FIRST, &f->jan, false, &r), 0);
	assert_int_equal(put(f, &r, "sex", "male", "born"), 0);
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

	assert_int_equal(open_reading(f, 101, READING_FIRST, &f->anna, false, &old), 0);
	assert_int_equal(put(f, &old, "sex", "female", "born"), 0);
	assert_int_equal(open_reading(f, 101, READING_FIRST, &f->anna, false, &new), 0);
	assert_int_equal(put(f, &new, "born", "1970", "household"), 0);
	assert_int_equal(put(f, &old, "born", "1980", "household"), -1);
	assert_int_equal(f->err.code, ERROR_CONFLICT);
	error_clear(&f->err);
	/* Finishing would throw away what the other window has put on disk. */
	assert_int_equal(reading_finish(f->db, &old, &f->q, &a, NULL, 0, NULL, &f->err), -1);
	assert_int_equal(f->err.code, ERROR_CONFLICT);
	error_clear(&f->err);
	/* A lost line is noticed late: the old session then lets nothing go that is held anew. */
	assert_int_equal(reading_leave(f->db, &old, &f->err), 0);
	assert_int_equal(put(f, &new, "household", "4", ""), 0);
	assert_int_equal(reading_load(f->db, &new, &f->q, &a, &f->err), 0);
	assert_string_equal(answers_find(&a, forms_question(f, "born"), 1)->value, "1970");
}

static void
a_form_silent_for_ten_minutes_may_be_taken(void **state)
{
	struct forms *f = *state;
	struct reading r;

	assert_int_equal(open_reading(f, 101, READING_FIRST, &f->anna, false, &r), 0);
	forms_sql(f, "UPDATE form SET held_until = '2020-01-01T00:00:00Z' WHERE number = 101");
	assert_int_equal(open_reading(f, 101, READING_FIRST, &f->jan, true, &r), 0);
}

static void
an_erased_keyer_leaves_the_form_to_others(void **state)
{
	struct forms *f = *state;
	struct reading r;

	assert_int_equal(open_reading(f, 101, READING_FIRST, &f->anna, false, &r), 0);
	forms_sql(f, "UPDATE form SET held_by = NULL; DELETE FROM reading_keyer;"
		     "DELETE FROM operator WHERE id = 1");
	assert_int_equal(put(f, &r, "sex", "male", "born"), -1);
	assert_int_equal(open_reading(f, 101, READING_FIRST, &f->jan, true, &r), 0);
	assert_int_equal(put(f, &r, "sex", "male", "born"), 0);
}

static void
empty_spoilt_and_missing_numbers_are_states_not_readings(void **state)
{
	struct forms *f = *state;
	struct reading r;
	int64_t next;

	assert_int_equal(form_set_state(f->db, now(f, 1), FORM_EMPTY, "", &f->err), 0);
	assert_int_equal(form_set_state(f->db, now(f, 2), FORM_SPOILT, "", &f->err), -1);
	error_clear(&f->err);
	assert_int_equal(form_set_state(f->db, now(f, 2), FORM_SPOILT, "zalany", &f->err), 0);
	assert_int_equal(open_reading(f, 102, READING_FIRST, &f->anna, false, &r), -1);
	assert_non_null(strstr(f->err.text, "zalany"));
	assert_int_equal(form_next_waiting(f->db, f->batch, &next, &f->err), 0);
	assert_int_equal(next, 103);
	assert_int_equal(open_reading(f, 103, READING_FIRST, &f->anna, false, &r), 0);
	assert_int_equal(form_set_state(f->db, now(f, 3), FORM_EMPTY, "", &f->err), 0);
	assert_int_equal(form_set_state(f->db, now(f, 3), FORM_WAITING, "", &f->err), 0);
	assert_int_equal(open_reading(f, 103, READING_FIRST, &f->anna, false, &r), 0);
	assert_int_equal(put(f, &r, "sex", "male", "born"), 0);
	assert_int_equal(form_set_state(f->db, now(f, 3), FORM_EMPTY, "", &f->err), -1);
	error_clear(&f->err);
	assert_int_equal(open_reading(f, 106, READING_FIRST, &f->anna, false, &r), 0);
	forms_sql(f, "INSERT INTO answer VALUES (6, 1, %lld, 1, '', 'illegible', 0)",
		(long long)f->q.questions[forms_question(f, "sex")].id);
	assert_int_equal(form_set_state(f->db, now(f, 6), FORM_EMPTY, "", &f->err), 0);
	assert_int_equal(forms_number(f, "SELECT count(*) FROM reading WHERE form_id = 6"), 0);
	assert_int_equal(forms_number(f, "SELECT count(*) FROM answer WHERE form_id = 6"), 0);
	assert_int_equal(forms_key(f, 104, READING_FIRST, &f->anna, "sex=male", NULL), 0);
	assert_int_equal(form_set_state(f->db, now(f, 4), FORM_EMPTY, "", &f->err), -1);
}

static void
a_closed_batch_takes_no_readings(void **state)
{
	struct forms *f = *state;
	struct reading r;

	forms_sql(f, "UPDATE batch SET closed_at = '2026-01-30T00:00:00Z'");
	assert_int_equal(open_reading(f, 101, READING_FIRST, &f->anna, false, &r), -1);
	assert_int_equal(f->err.code, ERROR_INPUT);
}

static const struct answer *
settled(struct forms *f, int64_t number, const char *name)
{
	struct answers *a = arena_new(&f->arena, sizeof(*a));

	a->arena = &f->arena;
	error_clear(&f->err);
	if (form_answers(f->db, form_of(f, number).id, &f->q, a, &f->err) < 0)
		fail_msg("%s", f->err.text);
	return answers_find(a, forms_question(f, name), 1);
}

static void
a_correction_keeps_the_old_value_and_gives_its_reason(void **state)
{
	struct forms *f = *state;
	struct answers first = { .arena = &f->arena };
	struct answer_change change = { .answer = { forms_question(f, "born"), 1, "1980",
						MISSING_NONE, 0 } };

	assert_int_equal(form_correct(f->db, now(f, 1), &f->jan, &f->q, &change, 1, "źle odczytano", &f->err),
		-1);
	assert_int_equal(forms_key(f, 101, READING_FIRST, &f->anna, "sex=male|born=1970", NULL), 0);
	assert_int_equal(form_correct(f->db, now(f, 1), &f->jan, &f->q, &change, 1, " ", &f->err), -1);
	error_clear(&f->err);
	assert_int_equal(form_correct(f->db, now(f, 1), &f->jan, &f->q, &change, 1, "źle odczytano", &f->err),
		0);
	assert_string_equal(settled(f, 101, "born")->value, "1980");
	assert_string_equal(settled(f, 101, "sex")->value, "male");
	assert_int_equal(form_reading(f->db, 1, 1, &f->q, &first, &f->err), 0);
	assert_string_equal(answers_find(&first, forms_question(f, "born"), 1)->value, "1970");
	assert_int_equal(forms_number(f, "SELECT reading FROM reading WHERE kind = 'correction'"), 4);
	change.removed = true;
	assert_int_equal(form_correct(f->db, now(f, 1), &f->jan, &f->q, &change, 1, "puste", &f->err), 0);
	assert_int_equal(settled(f, 101, "born")->missing, MISSING_NO_ANSWER);
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
	seen = mine = form_of(f, 101);
	assert_int_equal(form_set_note(f->db, &mine, "koperta", &f->err), 0);
	assert_int_equal(remark_set(f->db, &mine, question, 1, "niewyraźnie", &f->err), 0);
	assert_int_equal(form_correct(f->db, &mine, &f->jan, &f->q, &change, 1, "źle", &f->err), 0);
	assert_int_equal(mine.rev, form_of(f, 101).rev);
#define CONFLICT(call) \
	error_clear(&f->err); \
	assert_int_equal(call, -1); \
	assert_int_equal(f->err.code, ERROR_CONFLICT); \
	assert_non_null(strstr(f->err.text, "101"))
	change.answer.value = "1990";
	CONFLICT(form_correct(f->db, &seen, &f->anna, &f->q, &change, 1, "źle", &f->err));
	CONFLICT(form_set_note(f->db, &seen, "inna", &f->err));
	CONFLICT(remark_set(f->db, &seen, question, 1, "", &f->err));
	assert_string_equal(settled(f, 101, "born")->value, "1980");
	assert_string_equal(form_of(f, 101).note, "koperta");
	assert_int_equal(forms_number(f, "SELECT count(*) FROM remark"), 1);
	/* A remark alone is a change of the form too. */
	seen = mine = form_of(f, 101);
	assert_int_equal(remark_set(f->db, &mine, question, 1, "czytelnie", &f->err), 0);
	CONFLICT(form_correct(f->db, &seen, &f->anna, &f->q, &change, 1, "źle", &f->err));
}

static void
a_state_is_not_set_over_what_a_colleague_did_meanwhile(void **state)
{
	struct forms *f = *state;
	struct form seen = form_of(f, 101), mine = seen;
	struct reading r;

	assert_int_equal(form_set_state(f->db, &mine, FORM_EMPTY, "", &f->err), 0);
	assert_int_equal(mine.rev, form_of(f, 101).rev);
	assert_int_equal(mine.state, FORM_EMPTY);
	CONFLICT(form_set_state(f->db, &seen, FORM_SPOILT, "zalany", &f->err));
	assert_int_equal(form_of(f, 101).state, FORM_EMPTY);
	assert_int_equal(form_set_state(f->db, &mine, FORM_WAITING, "", &f->err), 0);
	/* Somebody opened it to key it: that is a change too. */
	seen = form_of(f, 101);
	assert_int_equal(open_reading(f, 101, READING_FIRST, &f->anna, false, &r), 0);
	CONFLICT(form_set_state(f->db, &seen, FORM_MISSING, "", &f->err));
	assert_int_equal(form_of(f, 101).state, FORM_KEYING);
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
	assert_int_equal(open_reading(f, 101, READING_FIRST, &f->anna, false, &r), 0);
	assert_int_equal(route_check(f->r, &a, 0, &f->arena, &list, &count, &f->err), 0);
	assert_int_equal(count, 2);
	assert_int_equal(route_complete(f->r, &a, false, &f->err), 0);
	assert_int_equal(reading_finish(f->db, &r, &f->q, &a, list, count, NULL, &f->err), 0);
	assert_int_equal(forms_number(f, "SELECT count(*) FROM confirmed_check"), 2);
	assert_true(form_of(f, 101).inconsistent);
	assert_string_equal(settled(f, 101, "children_count")->value, "2");
	assert_int_equal(settled(f, 101, "child_age")->missing, MISSING_OFF_ROUTE);
	assert_int_equal(forms_key(f, 103, READING_FIRST, &f->anna, "sex=male|children=no", NULL), 0);
	assert_false(form_of(f, 103).inconsistent);
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
	assert_int_equal(form_correct(f->db, now(f, 3), &f->jan, &f->q, &change, 1, "pomyłka", &f->err), 0);
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
	assert_int_equal(open_reading(f, 103, READING_FIRST, &f->anna, false, &half), 0);
	assert_int_equal(form_set_state(f->db, now(f, 4), FORM_EMPTY, "", &f->err), 0);
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

	assert_int_equal(remark_set(f->db, now(f, 1), question, 1, "skreślone", &f->err), 0);
	assert_int_equal(remark_set(f->db, now(f, 1), question, 1, "skreślone dwa razy", &f->err), 0);
	assert_int_equal(remark_get(f->db, 1, question, 1, text, sizeof(text), &f->err), 0);
	assert_string_equal(text, "skreślone dwa razy");
	assert_int_equal(remark_set(f->db, now(f, 1), question, 1, "", &f->err), 0);
	assert_int_equal(remark_get(f->db, 1, question, 1, text, sizeof(text), &f->err), 0);
	assert_string_equal(text, "");
	assert_int_equal(form_last_keyed(f->db, f->batch, 1, &last, &f->err), 0);
	assert_int_equal(last, 0);
	assert_int_equal(form_last_value(f->db, last, question, text, sizeof(text), &f->err), 0);
	assert_string_equal(text, "");
	assert_int_equal(forms_key(f, 101, READING_FIRST, &f->anna, "household=4", NULL), 0);
	assert_int_equal(forms_key(f, 103, READING_FIRST, &f->jan, "household=5", NULL), 0);
	assert_int_equal(form_last_keyed(f->db, f->batch, 1, &last, &f->err), 0);
	assert_int_equal(last, form_of(f, 101).id);
	assert_int_equal(form_last_value(f->db, last, question, text, sizeof(text), &f->err), 0);
	assert_string_equal(text, "4");
	assert_int_equal(form_set_note(f->db, now(f, 1), "koperta", &f->err), 0);
	assert_string_equal(form_of(f, 101).note, "koperta");
}

static void
nothing_about_people_comes_into_an_erased_wave(void **state)
{
	struct forms *f = *state;
	struct answer_change change = { .answer = { forms_question(f, "comments"), 1, "sąsiad",
						MISSING_NONE, 0 } };
	int64_t question = f->q.questions[forms_question(f, "comments")].id;
	struct reading r, half;

	assert_int_equal(forms_key(f, 101, READING_FIRST, &f->anna, "sex=male", NULL), 0);
	assert_int_equal(open_reading(f, 103, READING_FIRST, &f->anna, false, &half), 0);
	forms_sql(f, "UPDATE wave SET erased_at = '2026-01-30T00:00:00Z'; UPDATE form SET held_by = NULL");
	assert_int_equal(open_reading(f, 104, READING_FIRST, &f->anna, false, &r), -1);
	assert_non_null(strstr(f->err.text, "erased"));
#define REFUSED(call) \
	error_clear(&f->err); \
	assert_int_equal(call, -1); \
	assert_int_equal(f->err.code, ERROR_INPUT)
	REFUSED(form_correct(f->db, now(f, 1), &f->jan, &f->q, &change, 1, "pomyłka", &f->err));
	REFUSED(form_set_note(f->db, now(f, 1), "koperta", &f->err));
	REFUSED(remark_set(f->db, now(f, 1), question, 1, "skreślone", &f->err));
	assert_int_equal(put(f, &half, "comments", "sąsiad", ""), -1);
}

static void
the_sitting_of_an_erased_keyer_counts_for_nobody(void **state)
{
	struct forms *f = *state;
	struct sitting old = { .wave = f->wave, .batch = f->batch, .keyer = f->anna, .forms = 7 };
	struct sitting new = { .wave = f->wave, .batch = f->batch, .keyer = f->jan };

	assert_int_equal(sitting_start(f->db, &old, &f->err), 0);
	assert_int_equal(operator_erase(f->db, f->anna.id, &f->err), 0);
	assert_int_equal(sitting_start(f->db, &new, &f->err), 0);
	assert_int_equal(sitting_save(f->db, &old, &f->err), 0);
	assert_int_equal(forms_number(f, "SELECT sum(forms) FROM sitting"), 0);
}

/* As closing leaves it, whatever the test had in keying. */
static void
close_all(struct forms *f)
{
	forms_sql(f, "UPDATE form SET state = 'empty' WHERE state = 'waiting';"
		     "UPDATE batch SET closed_at = '2026-01-30T12:00:00Z';"
		     "UPDATE wave SET closed_at = '2026-01-30T12:00:00Z', keep_until = '2020-01-01'");
}

static void
an_open_wave_is_not_erased(void **state)
{
	struct forms *f = *state;
	struct reading half;

	forms_sql(f, "UPDATE wave SET keep_until = '2020-01-01'");
	assert_int_equal(open_reading(f, 101, READING_FIRST, &f->anna, false, &half), 0);
	assert_int_equal(put(f, &half, "sex", "male", "born"), 0);
	assert_int_equal(wave_erase(f->db, forms_wave(f), &f->err), -1);
	assert_int_equal(f->err.code, ERROR_INPUT);
	assert_non_null(strstr(f->err.text, "s-26"));
	assert_non_null(strstr(f->err.text, "lose"));
	assert_int_equal(forms_number(f, "SELECT count(*) FROM reading_keyer"), 1);
	error_clear(&f->err);
	assert_int_equal(forms_key(f, 101, READING_FIRST, &f->anna, "sex=male", NULL), 0);
	close_all(f);
	assert_int_equal(wave_erase(f->db, forms_wave(f), &f->err), 0);
}

/* Nothing that could name a respondent, or tell who keyed which form. */
static void
erasing_leaves_no_text_and_no_way_to_the_keyer(void **state)
{
	struct forms *f = *state;
	struct answer_change change = { .answer = { forms_question(f, "born"), 1, "1980",
						MISSING_NONE, 0 } };
	int64_t question = f->q.questions[forms_question(f, "comments")].id;

	assert_int_equal(forms_key(f, 101, READING_FIRST, &f->anna,
				 "sex=male|born=1970|comments=Kowalczyk spod 7|transport=other|"
				 "transport_other=Kowalczyk wozi", NULL),
		0);
	forms_sql(f, "UPDATE question SET calculation = 'concat(${comments}, 1)' WHERE name = 'decade';"
		     "UPDATE answer SET value = 'Kowalczyk spod 71' WHERE question_id = "
		     "(SELECT id FROM question WHERE name = 'decade')");
	assert_int_equal(form_correct(f->db, now(f, 1), &f->jan, &f->q, &change, 1, "Kowalczyk dzwonił", &f->err),
		0);
	assert_int_equal(remark_set(f->db, now(f, 1), question, 1, "pismo Kowalczyka", &f->err), 0);
	assert_int_equal(form_set_note(f->db, now(f, 1), "od Kowalczyka", &f->err), 0);
	assert_int_equal(forms_key(f, 103, READING_FIRST, &f->anna, "comments=Kowalczyk", NULL), 0);
	assert_int_equal(form_set_state(f->db, now(f, 4), FORM_SPOILT, "Kowalczyk zalał", &f->err), 0);
	assert_int_equal(forms_number(f, "SELECT count(*) FROM audit WHERE summary LIKE '%10_%' OR "
					 "entity = 'form' OR (action LIKE 'form.%' AND "
					 "(entity, entity_id) IS NOT ('batch', '1'))"),
		0);
	forms_sql(f, "UPDATE batch SET received_from = 'Kowalczyk', received_by = 'Kowalczyk', "
		     "lent_to = 'Kowalczyk'");
	forms_sql(f, "INSERT INTO answer_mapping VALUES (1, 'label', 'transport', 'Kowalczyk', '')");
	close_all(f);
	assert_int_equal(wave_erase(f->db, forms_wave(f), &f->err), 0);
#define NONE(sql) assert_int_equal(forms_number(f, "SELECT count(*) FROM " sql), 0)
	NONE("answer WHERE value LIKE '%Kowalczyk%'");
	NONE("reading WHERE reason <> '' OR started_at NOT LIKE '%T00:00:00Z' OR "
	     "finished_at NOT LIKE '%T00:00:00Z'");
	NONE("form WHERE note <> '' OR reason <> '' OR held_by IS NOT NULL");
	NONE("batch WHERE received_from <> '' OR received_by <> '' OR lent_to <> ''");
	NONE("remark");
	NONE("reading_keyer");
	NONE("sitting");
	NONE("answer_mapping WHERE kind = 'label'");
	assert_string_equal(settled(f, 101, "born")->value, "1980");
	assert_string_equal(settled(f, 101, "age")->value, "56");
	assert_string_equal(settled(f, 101, "transport")->value, "other");
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
	assert_int_equal(open_reading(f, 101, READING_FIRST, &f->anna, false, &r), 0);
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

	assert_int_equal(open_reading(f, 101, READING_FIRST, &f->anna, false, &r), 0);
	assert_int_equal(put(f, &r, "sex", "male", "born"), 0);
	assert_int_equal(forms_number(f, "SELECT count(*) FROM audit"), before);
	assert_int_equal(forms_key(f, 101, READING_FIRST, &f->anna, "sex=male", NULL), 0);
	assert_int_equal(forms_number(f, "SELECT count(*) FROM audit"), before + 1);
}

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
		assert_int_equal(open_reading(f, number, READING_FIRST, &f->anna, false, &r), 0);
		assert_int_equal(route_next(f->r, &ledger, at, true, &at, &f->err), 0);
		for (int i = 0; i < 60; i++) {
			walk_step(f, &r, &ledger, &at, past, &past_count);
			if (dice(20))
				continue;
			assert_int_equal(
				open_reading(f, number, READING_FIRST, &f->anna, false, &r), 0);
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
#define TEST(name) cmocka_unit_test_setup_teardown(name, open_forms, close_forms)
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
		TEST(a_correction_keeps_the_old_value_and_gives_its_reason),
		TEST(what_a_colleague_changed_in_a_form_is_not_covered),
		TEST(a_state_is_not_set_over_what_a_colleague_did_meanwhile),
		TEST(confirmed_checks_and_answers_off_the_route_mark_the_form),
		TEST(forms_are_found_by_what_counts),
		TEST(forms_in_hand_are_counted_for_their_questionnaire),
		TEST(pages_of_a_list_join_to_the_whole),
		TEST(remarks_and_the_last_value_are_kept),
		TEST(nothing_about_people_comes_into_an_erased_wave),
		TEST(the_sitting_of_an_erased_keyer_counts_for_nobody),
		TEST(an_open_wave_is_not_erased),
		TEST(erasing_leaves_no_text_and_no_way_to_the_keyer),
		TEST(a_sitting_counts),
		TEST(a_finished_form_is_in_the_figures_of_its_sitting),
		TEST(single_answers_leave_no_audit_line_and_a_finished_form_leaves_one),
		TEST(a_thousand_walks_agree_with_their_ledger),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
