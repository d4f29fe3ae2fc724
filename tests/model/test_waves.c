/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Surveys, waves, operators and batches of paper. */
#include "values_fixture.h"

#include "base/text.h"

#include "model/batch.h"
#include "model/form.h"
#include "model/operator.h"
#include "model/questionnaire.h"
#include "model/wave.h"
#include "store/internal.h"

static struct db *db;
static struct error err;
static struct arena arena;
static struct survey survey;
static struct wave wave;

static void
make_questionnaire(void)
{
	struct question question = { .parent = -1,
		.type = QUESTION_INTEGER,
		.word = "integer",
		.name = "age",
		.identity = "people/age",
		.list = "",
		.required = "",
		.relevant = "",
		.hard_check = "",
		.soft_check = "",
		.calculation = "",
		.appearance = "",
		.default_value = "",
		.read_only = "",
		.choice_filter = "",
		.repeat_count = "",
		.parameters = "",
		.number = "1",
		.label = { .in = { "Age" } },
		.second_keying = true };
	struct questionnaire q = { .code = "people",
		.kind = "residents",
		.form_version = "",
		.source = "",
		.published_at = "",
		.language_count = 1,
		.languages = { "English (en)" },
		.title = { .in = { "People" } },
		.questions = &question,
		.question_count = 1 };

	assert_done(questionnaire_save(db, &q, &err), err);
	assert_done(questionnaire_publish(db, q.version_id, q.version_rev, &err), err);
	survey.questionnaire = q.id;
}

static int
set_up(void **state)
{
	(void)state;
	err = (struct error){ 0 };
	arena = (struct arena){ 0 };
	db = fixture_database();
	survey = (struct survey){ .code = "people", .name = "What people think" };
	make_questionnaire();
	assert_done(survey_save(db, &survey, &err), err);
	wave_defaults(&wave);
	wave.survey = survey.id;
	text_copy(wave.survey_code, sizeof(wave.survey_code), survey.code);
	wave.slot = fixture_slot(db, "020101");
	assert_done(wave_save(db, &wave, &err), err);
	return 0;
}

static int
tear_down(void **state)
{
	(void)state;
	arena_release(&arena);
	db_close(db);
	return 0;
}

static struct batch
receive(int64_t first, int64_t last)
{
	struct batch b = { .wave = wave.id,
		.received_on = "2026-01-30",
		.received = (int)(last - first + 1),
		.first_number = first,
		.last_number = last };

	assert_done(batch_save(db, &b, &err), err);
	return b;
}

static void
set_state(int64_t number, enum form_state state, const char *reason)
{
	struct form form;

	assert_done(form_by_number(db, wave.id, number, &form, &err), err);
	assert_done(form_set_state(db, &form, state, reason, &err), err);
}

static void
a_wave_takes_the_newest_published_version_and_a_free_code(void **state)
{
	struct wave second = wave, loaded;

	(void)state;
	assert_string_equal(wave.code, "people-2026");
	assert_true(wave.version > 0);
	second.id = second.rev = 0;
	second.code[0] = '\0';
	assert_done(wave_save(db, &second, &err), err);
	assert_string_equal(second.code, "people-2026-2");
	assert_done(wave_by_code(db, "people-2026", &loaded, &err), err);
	assert_int_equal(loaded.id, wave.id);
	assert_string_equal(loaded.questionnaire_code, "people");
	assert_int_equal(loaded.second_every, 10);
	assert_int_equal(wave_by_code(db, "people-1999", &loaded, &err), -1);
	assert_code(err, ERROR_MISSING);
}

static void
a_wave_that_a_colleague_changed_is_not_overwritten(void **state)
{
	struct wave stale = wave;

	(void)state;
	wave.planned = 400;
	assert_done(wave_save(db, &wave, &err), err);
	stale.planned = 300;
	assert_int_equal(wave_save(db, &stale, &err), -1);
	assert_code(err, ERROR_CONFLICT);
	assert_done(wave_load(db, wave.id, &stale, &err), err);
	assert_int_equal(stale.planned, 400);
}

static void
wrong_figures_of_a_wave_are_refused_at_their_field(void **state)
{
	struct wave w = wave;

	(void)state;
	w.year = 19999;
	assert_int_equal(wave_save(db, &w, &err), -1);
	assert_int_equal(err.field, WAVE_FIELD_YEAR);
	assert_code(err, ERROR_INPUT);
	w = wave;
	w.slot = 0;
	assert_int_equal(wave_save(db, &w, &err), -1);
	assert_int_equal(err.field, WAVE_FIELD_UNIT);
	assert_code(err, ERROR_INPUT);
	w = wave;
	text_copy(w.code, sizeof(w.code), "mieszkańcy 2026");
	assert_int_equal(wave_save(db, &w, &err), -1);
	assert_int_equal(err.field, WAVE_FIELD_CODE);
	assert_code(err, ERROR_INPUT);
}

static void
the_smallest_cell_of_employees_can_only_be_raised(void **state)
{
	struct wave w = wave;

	(void)state;
	assert_int_equal(w.smallest_cell, WAVE_SMALLEST_CELL);
	w.smallest_cell = 0;
	assert_done(wave_save(db, &w, &err), err);
	assert_done(wave_load(db, wave.id, &wave, &err), err);
	assert_int_equal(wave.smallest_cell, 0);
	assert_int_equal(sqlite3_exec(db->handle, "UPDATE questionnaire SET kind = 'employees'", NULL,
				 NULL, NULL), SQLITE_OK);
	w.smallest_cell = 4;
	assert_int_equal(wave_save(db, &w, &err), -1);
	assert_int_equal(err.field, WAVE_FIELD_SMALLEST);
	assert_code(err, ERROR_INPUT);
	w.smallest_cell = 8;
	assert_done(wave_save(db, &w, &err), err);
	w.smallest_cell = 1001;
	assert_int_equal(wave_save(db, &w, &err), -1);
	assert_int_equal(err.field, WAVE_FIELD_SMALLEST);
	assert_code(err, ERROR_INPUT);
}

static void
a_date_that_is_none_is_refused_at_its_field(void **state)
{
	static const char *const wrong[] = { "2026-02-31", "31.01.2026", "2026-1-31", "jutro", " " };
	struct operator_entry o = { .name = "Operator", .initials = "OP",
		.starts_on = "2026-01-01" }, p;
	struct batch b = { .wave = wave.id, .received = 2, .first_number = 1, .last_number = 2 };
	struct wave w;

	(void)state;
	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++) {
#define REFUSED(date, call, wanted) \
	text_copy(date, sizeof(date), wrong[i]); \
	assert_int_equal(call, -1); \
	assert_int_equal(err.field, wanted); \
	assert_code(err, ERROR_INPUT)
		w = wave;
		REFUSED(w.keep_until, wave_save(db, &w, &err), WAVE_FIELD_KEEP);
		w = wave;
		REFUSED(w.speed_from, wave_save(db, &w, &err), WAVE_FIELD_SPEED);
		w = wave;
		REFUSED(w.destroy_after, wave_save(db, &w, &err), WAVE_FIELD_DESTROY);
		w = wave;
		REFUSED(w.destroyed_on, wave_save(db, &w, &err), WAVE_FIELD_DESTROYED);
		REFUSED(b.received_on, batch_save(db, &b, &err), BATCH_FIELD_ON);
		p = o;
		REFUSED(p.starts_on, operator_save(db, &p, &err), OPERATOR_FIELD_STARTS);
		p = o;
		REFUSED(p.ends_on, operator_save(db, &p, &err), OPERATOR_FIELD_ENDS);
	}
}

static void
a_survey_with_waves_stays(void **state)
{
	struct survey twin = survey;

	(void)state;
	assert_int_equal(survey_retire(db, &survey, false, &err), -1);
	assert_code(err, ERROR_INPUT);
	twin.id = twin.rev = 0;
	assert_int_equal(survey_save(db, &twin, &err), -1);
	assert_int_equal(err.field, 1);
	assert_code(err, ERROR_INPUT);
	text_copy(twin.code, sizeof(twin.code), "other");
	assert_done(survey_save(db, &twin, &err), err);
	assert_done(survey_retire(db, &twin, false, &err), err);
	assert_int_equal(survey_by_code(db, "other", &twin, &err), -1);
	assert_code(err, ERROR_MISSING);
	assert_done(survey_retire(db, &twin, true, &err), err);
}

static void
reception_makes_a_waiting_form_of_every_number(void **state)
{
	struct batch b = receive(101, 130);
	struct form *forms;
	int count;

	(void)state;
	assert_int_equal(b.number, 1);
	assert_int_equal(b.waiting, 30);
	assert_in_range(b.second_start, 1, 10);
	assert_done(form_list(db, wave.id, b.id, &arena, &forms, &count, &err), err);
	assert_int_equal(count, 30);
	assert_int_equal(forms[0].number, 101);
	assert_int_equal(forms[29].number, 130);
	assert_int_equal(forms[29].state, FORM_WAITING);
}

static void
a_number_belongs_to_one_batch_only(void **state)
{
	struct batch b = { .wave = wave.id,
		.received_on = "2026-01-30",
		.received = 10,
		.first_number = 125,
		.last_number = 134 };

	(void)state;
	receive(101, 130);
	assert_int_equal(batch_save(db, &b, &err), -1);
	assert_int_equal(err.field, BATCH_FIELD_FIRST);
	assert_code(err, ERROR_INPUT);
	b.first_number = 131;
	assert_done(batch_save(db, &b, &err), err);
	assert_int_equal(b.number, 2);
}

static void
a_range_grows_and_shrinks_but_never_loses_a_handled_form(void **state)
{
	struct batch b = receive(1, 10);

	(void)state;
	b.last_number = 12;
	assert_done(batch_save(db, &b, &err), err);
	assert_int_equal(b.waiting, 12);
	set_state(12, FORM_EMPTY, "nothing on it");
	b.last_number = 11;
	assert_int_equal(batch_save(db, &b, &err), -1);
	assert_int_equal(err.field, BATCH_FIELD_LAST);
	assert_code(err, ERROR_INPUT);
	b.last_number = 12;
	b.first_number = 3;
	assert_done(batch_save(db, &b, &err), err);
	assert_int_equal(b.waiting, 9);
}

static void
wrong_ranges_and_counts_are_refused_at_their_field(void **state)
{
	struct batch b = { .wave = wave.id, .received_on = "2026-01-30", .received = 10,
		.first_number = 10, .last_number = 1 };

	(void)state;
	assert_int_equal(batch_save(db, &b, &err), -1);
	assert_int_equal(err.field, BATCH_FIELD_LAST);
	assert_code(err, ERROR_INPUT);
	b.last_number = INT64_C(4000000000);
	assert_int_equal(batch_save(db, &b, &err), -1);
	assert_int_equal(err.field, BATCH_FIELD_LAST);
	assert_code(err, ERROR_INPUT);
	b.last_number = 20;
	b.spoilt = 1;
	assert_int_equal(batch_save(db, &b, &err), -1);
	assert_int_equal(err.field, BATCH_FIELD_REASON);
	assert_code(err, ERROR_INPUT);
}

static void
a_batch_closes_only_when_counts_agree_or_are_explained(void **state)
{
	struct batch b = receive(1, 3);
	const char **points;
	int count;

	(void)state;
	set_state(1, FORM_EMPTY, "blank");
	set_state(2, FORM_SPOILT, "torn");
	assert_done(batch_open_points(db, b.id, &arena, &points, &count, &err), err);
	assert_int_equal(count, 2);
	assert_int_equal(batch_close(db, &b, "", &err), -1);
	assert_code(err, ERROR_INPUT);
	assert_done(batch_close(db, &b, "Number 3 was never stamped.", &err), err);
	assert_done(batch_load(db, b.id, &b, &err), err);
	assert_true(b.closed_at[0]);
	assert_int_equal(b.missing, 1);
	assert_int_equal(b.waiting, 0);
	assert_int_equal(batch_save(db, &b, &err), -1);
	assert_code(err, ERROR_CONFLICT);
	assert_done(batch_reopen(db, &b, &err), err);
	assert_done(batch_load(db, b.id, &b, &err), err);
	assert_int_equal(b.waiting, 1);
	assert_string_equal(b.difference, "Number 3 was never stamped.");
	set_state(3, FORM_EMPTY, "blank");
	assert_done(batch_close(db, &b, "", &err), err);
	assert_done(batch_load(db, b.id, &b, &err), err);
	assert_string_equal(b.difference, "");
}

static void
received_is_always_the_sum_of_what_became_of_it(void **state)
{
	struct batch b = { .wave = wave.id, .received_on = "2026-01-30", .received = 12,
		.first_number = 1, .last_number = 10, .spoilt = 1, .empty = 1,
		.reason = "rain" };
	struct wave_counts c;

	(void)state;
	assert_done(batch_save(db, &b, &err), err);
	set_state(4, FORM_EMPTY, "blank");
	set_state(5, FORM_SPOILT, "torn");
	assert_done(wave_count(db, wave.id, &c, &err), err);
	assert_int_equal(c.received, 12);
	assert_int_equal(c.waiting + c.keying + c.keyed + c.empty + c.spoilt + c.missing, 12);
	assert_int_equal(c.empty, 2);
	assert_int_equal(c.spoilt, 2);
}

static void
a_wave_stays_open_while_a_batch_is(void **state)
{
	struct batch b = receive(1, 2), later;

	(void)state;
	assert_int_equal(wave_close(db, &wave, &err), -1);
	assert_code(err, ERROR_INPUT);
	assert_done(batch_close(db, &b, "lost in the post", &err), err);
	assert_done(wave_close(db, &wave, &err), err);
	later = (struct batch){ .wave = wave.id, .received_on = "2026-01-31", .received = 1,
		.first_number = 3, .last_number = 3 };
	assert_int_equal(batch_save(db, &later, &err), -1);
	assert_code(err, ERROR_INPUT);
	assert_done(wave_reopen(db, &wave, &err), err);
	assert_done(batch_save(db, &later, &err), err);
}

static void
an_operator_keys_between_the_dates_of_the_register(void **state)
{
	struct operator_entry o = { .name = "Operator", .initials = "OP",
		.starts_on = "2026-01-01", .ends_on = "2026-01-30" };
	struct keyer keyer;

	(void)state;
	assert_done(operator_save(db, &o, &err), err);
	assert_int_equal(operator_declare(db, "op", &keyer, &err), -1);
	assert_code(err, ERROR_DENIED);
	text_copy(o.ends_on, sizeof(o.ends_on), "2026-01-31");
	assert_done(operator_save(db, &o, &err), err);
	assert_done(operator_declare(db, "op", &keyer, &err), err);
	assert_true(keyer.declared);
	assert_int_equal(keyer.id, o.id);
	assert_int_equal(operator_declare(db, "XX", &keyer, &err), -1);
	assert_code(err, ERROR_MISSING);
}

static void
initials_are_one_persons(void **state)
{
	struct operator_entry o = { .name = "First", .initials = "AB", .starts_on = "2026-01-01" };
	struct operator_entry twin = { .name = "Second", .initials = "ab",
		.starts_on = "2026-01-01" };

	(void)state;
	assert_done(operator_save(db, &o, &err), err);
	assert_int_equal(operator_save(db, &twin, &err), -1);
	assert_int_equal(err.field, 2);
	assert_code(err, ERROR_INPUT);
}

static void
an_account_of_ones_own_becomes_an_operator(void **state)
{
	struct person me;
	struct keyer keyer;

	(void)state;
	assert_done(person_enter(db, "tester", &me, &err), err);
	assert_int_equal(operator_of(db, me.id, &keyer, &err), -1);
	assert_code(err, ERROR_MISSING);
	assert_done(operator_make_own(db, &me, &keyer, &err), err);
	assert_false(keyer.declared);
	assert_string_equal(keyer.initials, "T");
	assert_done(operator_of(db, me.id, &keyer, &err), err);
	assert_done(operator_erase(db, keyer.id, &err), err);
	assert_int_equal(operator_of(db, me.id, &keyer, &err), -1);
	assert_code(err, ERROR_MISSING);
}

static void
a_wave_is_due_for_erasure_after_its_day_and_only_once(void **state)
{
	struct wave *due;
	int count;

	(void)state;
	text_copy(wave.keep_until, sizeof(wave.keep_until), "2026-01-30");
	assert_done(wave_save(db, &wave, &err), err);
	assert_done(wave_due(db, "2026-01-30", &arena, &due, &count, &err), err);
	assert_int_equal(count, 0);
	assert_done(wave_due(db, "2026-01-31", &arena, &due, &count, &err), err);
	assert_int_equal(count, 1);
	assert_done(wave_close(db, &wave, &err), err);
	assert_done(wave_erase(db, &wave, &err), err);
	assert_done(wave_due(db, "2026-01-31", &arena, &due, &count, &err), err);
	assert_int_equal(count, 0);
	assert_int_equal(wave_erase(db, &wave, &err), -1);
	assert_code(err, ERROR_MISSING);
}

static void
nothing_is_erased_before_its_day(void **state)
{
	(void)state;
	assert_int_equal(wave_erase(db, &wave, &err), -1);
	assert_code(err, ERROR_INPUT);
	text_copy(wave.keep_until, sizeof(wave.keep_until), "2026-01-31");
	assert_done(wave_save(db, &wave, &err), err);
	assert_int_equal(wave_erase(db, &wave, &err), -1);
	assert_code(err, ERROR_INPUT);
}

static void
what_is_closed_is_not_closed_again(void **state)
{
	struct batch b = receive(1, 2);

	(void)state;
	assert_int_equal(batch_reopen(db, &b, &err), -1);
	assert_code(err, ERROR_CONFLICT);
	assert_done(batch_close(db, &b, "lost", &err), err);
	assert_int_equal(batch_close(db, &b, "lost again", &err), -1);
	assert_code(err, ERROR_CONFLICT);
	assert_int_equal(wave_reopen(db, &wave, &err), -1);
	assert_code(err, ERROR_CONFLICT);
	assert_done(wave_close(db, &wave, &err), err);
	assert_int_equal(wave_close(db, &wave, &err), -1);
	assert_code(err, ERROR_CONFLICT);
	assert_int_equal(batch_reopen(db, &b, &err), -1);
	assert_code(err, ERROR_INPUT);
}

static void
a_wave_without_forms_can_go_and_one_with_forms_stays(void **state)
{
	struct batch b = receive(1, 2);
	struct wave other = wave, gone;

	(void)state;
	assert_int_equal(b.number, 1);
	assert_int_equal(wave_retire(db, &wave, &err), -1);
	assert_code(err, ERROR_INPUT);
	other.id = other.rev = 0;
	other.code[0] = '\0';
	assert_done(wave_save(db, &other, &err), err);
	assert_done(wave_retire(db, &other, &err), err);
	assert_int_equal(wave_load(db, other.id, &gone, &err), -1);
	assert_code(err, ERROR_MISSING);
}

static void
an_account_has_one_operator(void **state)
{
	struct operator_entry o = { .name = "First", .initials = "AB", .starts_on = "2026-01-01" };
	struct operator_entry twin = { .name = "Second", .initials = "CD",
		.starts_on = "2026-01-01" };
	struct person me;

	(void)state;
	assert_done(person_enter(db, "tester", &me, &err), err);
	o.person = twin.person = me.id;
	assert_done(operator_save(db, &o, &err), err);
	assert_int_equal(operator_save(db, &twin, &err), -1);
	assert_int_equal(err.field, OPERATOR_FIELD_ACCOUNT);
	assert_code(err, ERROR_INPUT);
	assert_done(operator_by_initials(db, "ab", &twin, &err), err);
	assert_int_equal(twin.id, o.id);
}

static void
initials_that_are_too_long_are_refused_at_their_field(void **state)
{
	struct operator_entry o = { .name = "Operator", .initials = "ABCDEFG",
		.starts_on = "2026-01-01" };

	(void)state;
	assert_int_equal(operator_save(db, &o, &err), -1);
	assert_int_equal(err.field, OPERATOR_FIELD_INITIALS);
	assert_code(err, ERROR_INPUT);
	text_copy(o.initials, sizeof(o.initials), "łabędź");
	assert_done(operator_save(db, &o, &err), err);
}

static void
a_survey_with_waves_keeps_its_questionnaire(void **state)
{
	struct survey changed;
	int64_t other;

	(void)state;
	assert_done(questionnaire_copy(db, wave.version, "other", "Other", &other, &err), err);
	assert_done(survey_by_code(db, survey.code, &changed, &err), err);
	changed.questionnaire = other;
	assert_int_equal(survey_save(db, &changed, &err), -1);
	assert_int_equal(err.field, 3);
	assert_code(err, ERROR_INPUT);
	assert_done(wave_retire(db, &wave, &err), err);
	assert_done(survey_save(db, &changed, &err), err);
}

static void
a_wave_with_forms_keeps_its_questionnaire(void **state)
{
	struct survey other = { .code = "other", .name = "Another survey" }, twin = other;
	struct wave moved = wave;

	(void)state;
	assert_done(questionnaire_copy(db, wave.version, "other", "Other", &other.questionnaire, &err),
		err);
	assert_done(survey_save(db, &other, &err), err);
	text_copy(twin.code, sizeof(twin.code), "twin");
	twin.questionnaire = survey.questionnaire;
	assert_done(survey_save(db, &twin, &err), err);
	receive(1, 2);
	moved.survey = other.id;
	moved.version = 0;
	assert_int_equal(wave_save(db, &moved, &err), -1);
	assert_int_equal(err.field, WAVE_FIELD_VERSION);
	assert_non_null(strstr(err.text, "has forms"));
	assert_code(err, ERROR_INPUT);
	moved.survey = twin.id;
	assert_done(wave_save(db, &moved, &err), err);
}

static void
a_number_with_a_remark_does_not_fall_out_of_its_batch(void **state)
{
	struct batch b = receive(1, 10);
	struct form form;
	int64_t question;

	(void)state;
	assert_done(form_by_number(db, wave.id, 10, &form, &err), err);
	question = 1;
	assert_done(remark_set(db, &form, question, 1, "torn", &err), err);
	b.last_number = 9;
	assert_int_equal(batch_save(db, &b, &err), -1);
	assert_int_equal(err.field, BATCH_FIELD_LAST);
	assert_code(err, ERROR_INPUT);
}

static void
a_blank_explains_nothing(void **state)
{
	struct batch b = receive(1, 2);
	struct form form;

	(void)state;
	assert_int_equal(batch_close(db, &b, "  ", &err), -1);
	assert_code(err, ERROR_INPUT);
	assert_done(form_by_number(db, wave.id, 1, &form, &err), err);
	assert_int_equal(form_set_state(db, &form, FORM_SPOILT, " ", &err), -1);
	assert_code(err, ERROR_INPUT);
}

static void
a_batch_whose_counts_agree_keeps_no_reason(void **state)
{
	struct batch b = receive(1, 2);

	(void)state;
	set_state(1, FORM_EMPTY, "blank");
	set_state(2, FORM_SPOILT, "torn");
	assert_done(batch_close(db, &b, "two were lost", &err), err);
	assert_done(batch_load(db, b.id, &b, &err), err);
	assert_true(b.closed_at[0]);
	assert_string_equal(b.difference, "");
}

static void
a_batch_that_a_colleague_changed_is_not_closed_and_not_opened(void **state)
{
	struct batch b = receive(1, 2), stale = b;

	(void)state;
	text_copy(b.room, sizeof(b.room), "12");
	assert_done(batch_save(db, &b, &err), err);
	assert_int_equal(batch_close(db, &stale, "lost", &err), -1);
	assert_code(err, ERROR_CONFLICT);
	assert_int_equal(batch_close_dropping(db, &stale, "lost", &err), -1);
	assert_code(err, ERROR_CONFLICT);
	assert_done(batch_close(db, &b, "lost", &err), err);
	stale = b;
	assert_done(batch_reopen(db, &b, &err), err);
	assert_done(batch_close(db, &b, "lost again", &err), err);
	assert_int_equal(batch_reopen(db, &stale, &err), -1);
	assert_code(err, ERROR_CONFLICT);
	assert_done(batch_reopen(db, &b, &err), err);
}

static void
nothing_is_done_to_a_wave_that_a_colleague_changed(void **state)
{
	struct wave stale = wave;

	(void)state;
	text_copy(wave.keep_until, sizeof(wave.keep_until), "2026-01-30");
	assert_done(wave_save(db, &wave, &err), err);
	assert_int_equal(wave_close(db, &stale, &err), -1);
	assert_code(err, ERROR_CONFLICT);
	assert_int_equal(wave_lift(db, &stale, true, &err), -1);
	assert_code(err, ERROR_CONFLICT);
	assert_int_equal(wave_retire(db, &stale, &err), -1);
	assert_code(err, ERROR_CONFLICT);
	assert_done(wave_lift(db, &wave, true, &err), err);
	assert_done(wave_close(db, &wave, &err), err);
	assert_int_equal(wave_erase(db, &stale, &err), -1);
	assert_code(err, ERROR_CONFLICT);
	stale = wave;
	assert_done(wave_reopen(db, &wave, &err), err);
	assert_done(wave_close(db, &wave, &err), err);
	assert_int_equal(wave_reopen(db, &stale, &err), -1);
	assert_code(err, ERROR_CONFLICT);
	assert_done(wave_erase(db, &wave, &err), err);
}

static void
a_survey_that_a_colleague_changed_is_not_deleted(void **state)
{
	struct survey other = survey, stale;

	(void)state;
	other.id = other.rev = 0;
	text_copy(other.code, sizeof(other.code), "other");
	assert_done(survey_save(db, &other, &err), err);
	stale = other;
	text_copy(other.name, sizeof(other.name), "What others think");
	assert_done(survey_save(db, &other, &err), err);
	assert_int_equal(survey_retire(db, &stale, false, &err), -1);
	assert_code(err, ERROR_CONFLICT);
	assert_done(survey_retire(db, &other, false, &err), err);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
#define T(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
		T(a_wave_takes_the_newest_published_version_and_a_free_code),
		T(a_wave_that_a_colleague_changed_is_not_overwritten),
		T(wrong_figures_of_a_wave_are_refused_at_their_field),
		T(the_smallest_cell_of_employees_can_only_be_raised),
		T(a_date_that_is_none_is_refused_at_its_field),
		T(a_survey_with_waves_stays),
		T(reception_makes_a_waiting_form_of_every_number),
		T(a_number_belongs_to_one_batch_only),
		T(a_range_grows_and_shrinks_but_never_loses_a_handled_form),
		T(wrong_ranges_and_counts_are_refused_at_their_field),
		T(a_batch_closes_only_when_counts_agree_or_are_explained),
		T(received_is_always_the_sum_of_what_became_of_it),
		T(a_wave_stays_open_while_a_batch_is),
		T(an_operator_keys_between_the_dates_of_the_register),
		T(initials_are_one_persons),
		T(an_account_of_ones_own_becomes_an_operator),
		T(a_wave_is_due_for_erasure_after_its_day_and_only_once),
		T(nothing_is_erased_before_its_day),
		T(what_is_closed_is_not_closed_again),
		T(a_wave_without_forms_can_go_and_one_with_forms_stays),
		T(an_account_has_one_operator),
		T(initials_that_are_too_long_are_refused_at_their_field),
		T(a_survey_with_waves_keeps_its_questionnaire),
		T(a_wave_with_forms_keeps_its_questionnaire),
		T(a_number_with_a_remark_does_not_fall_out_of_its_batch),
		T(a_blank_explains_nothing),
		T(a_batch_whose_counts_agree_keeps_no_reason),
		T(a_batch_that_a_colleague_changed_is_not_closed_and_not_opened),
		T(nothing_is_done_to_a_wave_that_a_colleague_changed),
		T(a_survey_that_a_colleague_changed_is_not_deleted),
	};

	setenv("GROMADA_TEST", "1", 1); /* the clock stands still */
	return cmocka_run_group_tests(tests, NULL, NULL);
}
