/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an approved year keeps while the strategy goes on changing, and corrections of it. The day is
 * 2026-11-22; targets go from 10 in 2021 to 100 in 2030, so 50 is expected of 2025. */
#include "year_fixture.h"

#include "base/text.h"
#include "model/import.h"
#include "model/indicators/flag.h"
#include "model/monitoring/round_freeze.h"
#include "model/monitoring/round_missing.h"
#include "model/office.h"

static struct year_fixture f;
static struct unit_table units;

static int
set_up(void **state)
{
	(void)state;
	year_start(&f);
	assert_done(unit_table_load(f.db, &units, &f.err), f.err);
	return 0;
}

static int
tear_down(void **state)
{
	(void)state;
	unit_table_release(&units);
	year_end(&f);
	return 0;
}

static void
key(int target, int year, const char *value)
{
	char sql[256];

	snprintf(sql, sizeof sql,
		"INSERT OR REPLACE INTO target_reading (target_id, year, value, flag, source, login, "
		"entered_at) VALUES (%d, %d, %s, 0, 'Rejestr', 'anna', '2026-02-01T10:00:00Z')",
		target, year, value);
	year_sql(&f, sql);
}

static struct strategy_course
course_in(int year)
{
	struct strategy_course c;

	assert_done(target_course_load(f.db, &units, YEAR_STRATEGY, year, &f.arena, &c, &f.err),
		f.err);
	return c;
}

static struct round_state
state_in(int year)
{
	struct round_state s;

	assert_done(
		round_state_load(f.db, &units, YEAR_STRATEGY, year, &f.arena, &s, &f.err), f.err);
	return s;
}

static struct monitoring_round
approve(int year)
{
	struct monitoring_round r = { .strategy = YEAR_STRATEGY, .year = year };
	struct round_state seen;

	assert_done(round_save(f.db, &r, &f.err), f.err);
	assert_done(round_state_load(f.db, &units, YEAR_STRATEGY, year, &f.arena, &seen, &f.err),
		f.err);
	assert_done(round_approve_seen(f.db, &units, &seen, "2026-11-22", "Wójt", NULL, &f.err),
		f.err);
	assert_done(round_load(f.db, r.id, &r, &f.err), f.err);
	return r;
}

static struct target_judgement
judged(int target, int year)
{
	struct strategy_course c = course_in(year);

	return target_course_of(&c, target)->now;
}

/* ---- the rule stays ---- */

static void
a_correction_is_judged_by_the_tolerance_that_was_approved(void **state)
{
	struct monitoring_round r;

	(void)state;
	year_sql(&f, "UPDATE target SET direction = 'K', base = 100, target = NULL, tolerance = 5 "
		     "WHERE id = 1");
	key(1, 2025, "108");
	r = approve(2025);
	assert_int_equal(judged(1, 2025).state, TARGET_AT_RISK);
	year_sql(&f, "UPDATE target SET tolerance = 20 WHERE id = 1");
	assert_done(round_correct(f.db, &r, 1, 109, FLAG_NONE, "Korekta", &f.err), f.err);
	assert_int_equal(judged(1, 2025).state, TARGET_OFF_COURSE); /* 5 of 9 */
	year_sql(&f, "UPDATE target SET direction = 'S', target = 200 WHERE id = 1");
	assert_int_equal(judged(1, 2025).state, TARGET_OFF_COURSE);
	assert_int_equal(judged(1, 2026).doubt, DOUBT_NONE); /* by the rule of now */
}

static void
a_correction_is_judged_by_the_interval_and_path_that_were_approved(void **state)
{
	struct monitoring_round r;

	(void)state;
	year_sql(&f, "UPDATE target SET direction = 'N', base = 10, target = NULL, low = 50, "
		     "high = 60 WHERE id = 1;"
		     "INSERT INTO target_path (target_id, year, value) VALUES (3, 2024, 90)");
	key(1, 2025, "12");
	key(3, 2025, "80");
	r = approve(2025);
	assert_value(judged(3, 2025).expected, 90 - 80.0 / 6);
	year_sql(&f, "UPDATE target SET low = 11, high = 12 WHERE id = 1;"
		     "DELETE FROM target_path; UPDATE target SET base_year = 2023 WHERE id = 3");
	assert_done(round_correct(f.db, &r, 1, 13, FLAG_NONE, "Korekta", &f.err), f.err);
	assert_done(round_correct(f.db, &r, 3, 81, FLAG_NONE, "Korekta", &f.err), f.err);
	assert_int_equal(judged(1, 2025).state, TARGET_OFF_COURSE);
	assert_value(judged(3, 2025).expected, 90 - 80.0 / 6);
}

static void
a_correction_is_judged_by_the_limits_that_were_approved(void **state)
{
	struct monitoring_round r;
	struct office office;

	(void)state;
	key(1, 2025, "40");
	r = approve(2025);
	assert_int_equal(judged(1, 2025).state, TARGET_AT_RISK); /* 30 of 40 */
	assert_done(office_load(f.db, &office, &f.err), f.err);
	office.on_course = 70;
	assert_done(office_save(f.db, &office, &f.err), f.err);
	assert_done(round_correct(f.db, &r, 1, 41, FLAG_NONE, "Korekta", &f.err), f.err);
	assert_int_equal(judged(1, 2025).state, TARGET_AT_RISK);
}

/* ---- goals ---- */

static const struct goal_status *
goal_of(const struct strategy_course *c, int64_t id)
{
	return &c->goal_status[goal_index(c->goals, c->goal_count, id)];
}

static void
a_correction_counts_in_the_goals_under_which_the_indicator_stood(void **state)
{
	struct monitoring_round r;
	struct strategy_course c;

	(void)state;
	year_sql(&f, "INSERT INTO goal (id, uid, strategy_id, parent_id, position, name) VALUES "
		     "(3, printf('%032d', 3), 1, NULL, 2, 'Przestrzeń')");
	key(1, 2025, "20");
	key(4, 2025, "50");
	r = approve(2025);
	c = course_in(2025);
	assert_int_equal(goal_of(&c, 2)->counts[TARGET_OFF_COURSE], 1);
	year_sql(&f, "UPDATE target SET goal_id = 3 WHERE id IN (1, 4)");
	assert_done(round_correct(f.db, &r, 1, 50, FLAG_NONE, "Korekta", &f.err), f.err);
	c = course_in(2025);
	assert_int_equal(goal_of(&c, 2)->counts[TARGET_OFF_COURSE], 0);
	assert_int_equal(goal_of(&c, 2)->counts[TARGET_ON_COURSE], 2);
	assert_int_equal(goal_of(&c, 1)->counts[TARGET_ON_COURSE], 2);
	for (int word = 0; word < TARGET_WORDS; word++)
		assert_int_equal(goal_of(&c, 3)->counts[word], 0);
	assert_int_equal(goal_of(&c, 3)->state, TARGET_NO_DATA);
	assert_false(goal_of(&c, 3)->corrected);
	assert_string_equal(target_course_of(&c, 1)->approved->goal_number, "1.1");
}

static void
nothing_is_counted_below_zero_in_a_year_approved_before_rules_were_kept(void **state)
{
	struct monitoring_round r;
	struct strategy_course c;

	(void)state;
	year_sql(&f, "INSERT INTO goal (id, uid, strategy_id, parent_id, position, name) VALUES "
		     "(3, printf('%032d', 3), 1, NULL, 2, 'Przestrzeń')");
	key(1, 2025, "20");
	r = approve(2025);
	year_sql(&f, "UPDATE round_figure SET direction = '', goal_id = NULL;"
		     "UPDATE target SET goal_id = 3 WHERE id = 1");
	assert_done(round_correct(f.db, &r, 1, 50, FLAG_NONE, "Korekta", &f.err), f.err);
	c = course_in(2025);
	for (int i = 0; i <= c.goal_count; i++)
		for (int word = 0; word < TARGET_WORDS; word++)
			assert_true(c.goal_status[i].counts[word] >= 0);
	assert_int_equal(goal_of(&c, 3)->counts[TARGET_ON_COURSE], 0);
	assert_int_equal(c.goal_status[c.goal_count].counts[TARGET_ON_COURSE], 1);
}

/* ---- what came and went since ---- */

static void
an_approved_year_speaks_of_what_its_report_has(void **state)
{
	struct monitoring_round r;
	struct strategy_course c;
	struct round_state s;

	(void)state;
	key(1, 2025, "20");
	r = approve(2025);
	year_sql(&f, "UPDATE target SET retired_at = '2026-11-22T10:00:00Z' WHERE id = 1;"
		     "INSERT INTO target (id, uid, strategy_id, goal_id, position, name, kind, "
		     "direction, base_year, base, target_year, target) VALUES "
		     "(5, printf('%032d', 5), 1, 2, 5, 'Nowy', 'result', 'S', 2021, 10, 2030, 100)");
	key(5, 2025, "20");
	c = course_in(2025);
	assert_int_equal(c.target_count, 4);
	assert_int_equal(c.gone_count, 1);
	assert_int_equal(c.gone[0].target->id, 1);
	assert_int_equal(c.gone[0].now.state, TARGET_OFF_COURSE);
	assert_value(c.gone[0].now.value, 20);
	assert_null(c.targets[3].approved);
	assert_int_equal(c.targets[3].now.doubt, DOUBT_LATER);
	assert_int_equal(c.targets[3].now.state, TARGET_NO_DATA);
	assert_int_equal(c.counts[TARGET_OFF_COURSE], 1);
	assert_int_equal(c.counts[TARGET_NO_DATA], 3);
	assert_int_equal(c.goal_status[c.goal_count].counts[TARGET_OFF_COURSE], 1);
	assert_done(round_correct(f.db, &r, 1, 50, FLAG_NONE, "Korekta", &f.err), f.err);
	c = course_in(2025);
	assert_int_equal(c.gone[0].now.state, TARGET_ON_COURSE);
	assert_int_equal(goal_of(&c, 2)->counts[TARGET_ON_COURSE], 1);
	assert_int_equal(goal_of(&c, 2)->counts[TARGET_OFF_COURSE], 0);
	assert_done(round_state_load(f.db, &units, YEAR_STRATEGY, 2025, &f.arena, &s, &f.err), f.err);
	assert_int_equal(s.figure_count, 4);
	c = course_in(2024);
	assert_null(c.gone[0].approved);
	assert_int_equal(c.targets[3].now.doubt, DOUBT_NO_VALUE);
}

static void
a_figure_that_a_correction_puts_off_its_course_is_explained_after_approval(void **state)
{
	struct deviation d = { .target = 1, .cause = "Zamknięto oddział" };
	struct monitoring_round r;
	struct round_state s;

	(void)state;
	key(1, 2025, "50");
	r = approve(2025);
	s = state_in(2025);
	assert_false(s.figures[0].off);
	assert_int_equal(deviation_save(f.db, &r, &d, &f.err), -1);
	assert_non_null(strstr(f.err.text, "but for figures that were corrected"));
	assert_code(f.err, ERROR_INPUT);
	assert_done(round_correct(f.db, &r, 1, 15, FLAG_NONE, "Pomyłka", &f.err), f.err);
	s = state_in(2025);
	assert_int_equal(s.figures[0].as.state, TARGET_ON_COURSE);
	assert_true(s.figures[0].off);
	assert_int_equal(round_figure_judged(&s.figures[0])->state, TARGET_OFF_COURSE);
	assert_true(round_figure_unexplained(&s.figures[0]));
	assert_done(deviation_save(f.db, &r, &d, &f.err), f.err);
	text_copy(d.cause, sizeof d.cause, "Zamknięto dwa oddziały");
	assert_done(deviation_save(f.db, &r, &d, &f.err), f.err);
	s = state_in(2025);
	assert_true(s.figures[0].deviation->later);
	assert_string_equal(s.figures[0].deviation->cause, "Zamknięto dwa oddziały");
	assert_done(round_correct(f.db, &r, 1, 50, FLAG_NONE, "Jednak tak", &f.err), f.err);
	s = state_in(2025);
	assert_false(s.figures[0].off);
	assert_true(round_figure_again(&s.figures[0]));
}

static void
a_wrong_approved_figure_is_taken_back(void **state)
{
	struct monitoring_round r;
	struct strategy_course c;
	struct round_state s;

	(void)state;
	key(1, 2024, "45");
	key(1, 2025, "50");
	r = approve(2025);
	assert_int_equal(round_correct(f.db, &r, 1, NAN, FLAG_NONE, "Pomyłka", &f.err), -1);
	assert_int_equal(f.err.field, CORRECTION_FIELD_VALUE);
	assert_code(f.err, ERROR_INPUT);
	assert_done(round_correct(f.db, &r, 1, 49, FLAG_NONE, "Korekta", &f.err), f.err);
	assert_done(round_correct(f.db, &r, 1, NAN, FLAG_NO_DATA, "Pomyłka", &f.err), f.err);
	assert_int_equal(round_correct(f.db, &r, 1, NAN, FLAG_NO_DATA, "Znów", &f.err), -1);
	assert_code(f.err, ERROR_INPUT);
	s = state_in(2025);
	assert_value(s.figures[0].as.value, 50);
	assert_int_equal(s.corrections[0].as.state, TARGET_ON_COURSE);
	assert_int_equal(s.figures[0].correction->as.state, TARGET_NO_DATA);
	assert_int_equal(s.figures[0].correction->as.value_year, 0);
	c = course_in(2025);
	assert_int_equal(c.targets[0].now.doubt, DOUBT_SAID_NONE);
	assert_true(isnan(c.targets[0].now.value));
	assert_non_null(target_corrected(&c.targets[0], &c.targets[0].now, 2025));
	assert_done(round_correct(f.db, &r, 1, 50, FLAG_NONE, "Jednak tak", &f.err), f.err);
	assert_int_equal(course_in(2025).targets[0].now.state, TARGET_ON_COURSE);
}

static void
offices_that_have_not_delivered_and_figures_not_there_are_missing(void **state)
{
	struct monitoring_round r = { .strategy = YEAR_STRATEGY, .year = 2025 };
	struct round_missing *list;
	int count;

	(void)state;
	assert_done(round_missing_list(f.db, &units, NO_SLOT, &f.arena, &list, &count, &f.err), f.err);
	assert_int_equal(count, 0);
	assert_done(round_save(f.db, &r, &f.err), f.err);
	year_sql(&f, "UPDATE round_delivery SET delivered_on = '2026-02-01' WHERE office IN ('Drogi', "
		     "'Kultura')");
	key(3, 2024, "20");
	assert_done(round_missing_list(f.db, &units, NO_SLOT, &f.arena, &list, &count, &f.err), f.err);
	assert_int_equal(count, 3); /* Kultura has delivered, and owes no figure */
	assert_string_equal(list[0].office, "Drogi");
	assert_true(list[0].delivered);
	assert_int_equal(list[0].missing, 1);
	assert_string_equal(list[1].office, "Oświata");
	assert_false(list[1].delivered);
	assert_int_equal(list[1].missing, 2);
	assert_int_equal(list[1].figures, 2);
	assert_string_equal(list[2].office, "");
	/* who answers for files alone gets no sheet, and its figures are missing all the same */
	year_sql(&f, "UPDATE target SET office = 'Statystyka' WHERE id = 2");
	assert_done(round_missing_list(f.db, &units, NO_SLOT, &f.arena, &list, &count, &f.err), f.err);
	assert_int_equal(count, 4);
	assert_string_equal(list[3].office, "Statystyka");
	assert_false(list[3].asked);
	assert_int_equal(list[3].missing, 1);
	year_sql(&f, "UPDATE monitoring_round SET approved_on = '2026-11-22'");
	assert_done(round_missing_list(f.db, &units, NO_SLOT, &f.arena, &list, &count, &f.err), f.err);
	assert_int_equal(count, 0);
}

/* ---- what a year rests on ---- */

static void
a_year_has_no_value_before_the_first_one_whatever_came_later(void **state)
{
	struct target_judgement before, after;

	(void)state;
	before = judged(1, 2023);
	key(1, 2025, "20");
	after = judged(1, 2023);
	assert_int_equal(before.value_year, 0);
	assert_int_equal(after.value_year, 0);
	assert_true(isnan(after.value));
	assert_int_equal(after.doubt, DOUBT_NO_VALUE);
	assert_false(after.compared);
	assert_true(judged(1, 2025).compared);
	assert_int_equal(judged(1, 2025).trend, 1);
}

/* ---- sheets ---- */

static void
a_sheet_is_not_undone_under_an_approved_figure_whatever_became_of_its_round(void **state)
{
	(void)state;
	year_sql(&f, "INSERT INTO import (id, uid, kind, file_name, sha256, size, encoding, "
		     "person_id, imported_at) SELECT 77, printf('%032d', 77), 'round', 'a.csv', "
		     "printf('%064d', 7), 1, 'utf-8', id, '2026-02-01T10:00:00Z' FROM person LIMIT 1");
	key(1, 2025, "33");
	year_sql(&f, "UPDATE target_reading SET import_id = 77");
	approve(2025);
	assert_int_equal(import_undo(f.db, 77, &f.err), -1);
	assert_non_null(strstr(f.err.text, "the report of 2025 is approved with its figure of "
					   "“Dzieci w przedszkolach”"));
	assert_code(f.err, ERROR_INPUT);
	assert_int_equal(year_number(&f, "SELECT count(*) FROM target_reading"), 1);
}

static void
undoing_what_a_sheet_said_of_tasks_raises_the_strategys_rev(void **state)
{
	int64_t rev = year_number(&f, "SELECT rev FROM strategy");

	(void)state;
	year_sql(&f, "INSERT INTO import (id, uid, kind, file_name, sha256, size, encoding, "
		     "person_id, imported_at) SELECT 77, printf('%032d', 77), 'round', 'a.csv', "
		     "printf('%064d', 7), 1, 'utf-8', id, '2026-02-01T10:00:00Z' FROM person LIMIT 1;"
		     "UPDATE task SET state = 'done', percent = 100, real_to = '2026-01-05', "
		     "import_id = 77 WHERE id = 2");
	assert_done(import_undo(f.db, 77, &f.err), f.err);
	assert_int_equal(year_number(&f, "SELECT percent FROM task WHERE id = 2"), 20);
	assert_int_equal(year_number(&f, "SELECT rev FROM strategy"), rev + 1);
}

#define in_fixture(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		in_fixture(a_correction_is_judged_by_the_tolerance_that_was_approved),
		in_fixture(
			a_figure_that_a_correction_puts_off_its_course_is_explained_after_approval),
		in_fixture(a_wrong_approved_figure_is_taken_back),
		in_fixture(offices_that_have_not_delivered_and_figures_not_there_are_missing),
		in_fixture(a_correction_is_judged_by_the_interval_and_path_that_were_approved),
		in_fixture(a_correction_is_judged_by_the_limits_that_were_approved),
		in_fixture(a_correction_counts_in_the_goals_under_which_the_indicator_stood),
		in_fixture(nothing_is_counted_below_zero_in_a_year_approved_before_rules_were_kept),
		in_fixture(an_approved_year_speaks_of_what_its_report_has),
		in_fixture(a_year_has_no_value_before_the_first_one_whatever_came_later),
		in_fixture(a_sheet_is_not_undone_under_an_approved_figure_whatever_became_of_its_round),
		in_fixture(undoing_what_a_sheet_said_of_tasks_raises_the_strategys_rev),
	};

	setenv("GROMADA_TEST", "1", 1);
	setenv("GROMADA_NOW", "2026-11-22T09:00:00Z", 1);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
