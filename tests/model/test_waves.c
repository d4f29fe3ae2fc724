/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Surveys and their waves: terms, life, what is erased. */
#include "waves_fixture.h"

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
		T(a_wave_stays_open_while_a_batch_is),
		T(a_wave_is_due_for_erasure_after_its_day_and_only_once),
		T(nothing_is_erased_before_its_day),
		T(what_is_closed_is_not_closed_again),
		T(a_wave_without_forms_can_go_and_one_with_forms_stays),
		T(a_survey_with_waves_keeps_its_questionnaire),
		T(a_wave_with_forms_keeps_its_questionnaire),
		T(nothing_is_done_to_a_wave_that_a_colleague_changed),
		T(a_survey_that_a_colleague_changed_is_not_deleted),
	};

	setenv("GROMADA_TEST", "1", 1); /* the clock stands still */
	return cmocka_run_group_tests(tests, NULL, NULL);
}
