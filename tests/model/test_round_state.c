/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The state of a strategy in a year, freezing it, corrections. The day is 2026-11-22, the year 2025;
 * four of nine years after the base, so 50 is expected of targets that go from 10 to 100. */
#include "year_fixture.h"

#include "base/text.h"
#include "model/indicators/flag.h"

#include "model/monitoring/round_freeze.h"
#include "model/monitoring/round_source.h"
#include "model/strategies/task_state.h"

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
		"INSERT OR REPLACE INTO target_reading (target_id, year, value, flag, source, "
		"login, "
		"entered_at) VALUES (%d, %d, %s, %s, 'Rejestr', 'anna', '2026-02-01T10:00:00Z')",
		target, year, value, strcmp(value, "NULL") == 0 ? "98" : "0");
	year_sql(&f, sql);
}

static struct round_state
load(void)
{
	struct round_state s;

	assert_done(
		round_state_load(f.db, &units, YEAR_STRATEGY, 2025, &f.arena, &s, &f.err), f.err);
	return s;
}

static struct monitoring_round
begin(void)
{
	struct monitoring_round r = { .strategy = YEAR_STRATEGY, .year = 2025 };

	assert_done(round_save(f.db, &r, &f.err), f.err);
	return r;
}

/* Of a state that was seen with this round; no document is kept. */
static int
approve_as(struct monitoring_round *r, const char *on, const char *by)
{
	struct round_state seen = load();

	seen.round = *r;
	if (round_approve_seen(f.db, &units, &seen, on, by, NULL, &f.err))
		return -1;
	return round_load(f.db, r->id, r, &f.err);
}

static void
approve(struct monitoring_round *r)
{
	assert_done(approve_as(r, "2026-11-22", "Wójt Gminy"), f.err);
}

static void
a_year_without_a_round_is_computed_all_the_same(void **state)
{
	struct round_state s = load();

	(void)state;
	assert_int_equal(s.round.id, 0);
	assert_false(s.frozen);
	assert_int_equal(s.figure_count, 4);
	assert_int_equal(s.counts[TARGET_NO_DATA], 4);
	assert_int_equal(s.task_count, 2);
}

static void
what_begins_later_is_neither_asked_for_nor_counted(void **state)
{
	struct round_state s;

	(void)state;
	year_sql(&f, "UPDATE target SET base_year = 2026 WHERE id = 1");
	year_sql(&f, "UPDATE target SET base_year = 2025 WHERE id = 2");
	s = load();
	assert_int_equal(s.figures[0].want, WANT_NOTHING);
	assert_int_equal(s.figures[1].want, WANT_NOTHING); /* the base stands on the card */
	assert_int_equal(s.figures[0].as.state, TARGET_EARLY);
	assert_int_equal(s.counts[TARGET_NO_DATA], 2);
	assert_int_equal(s.goals[s.course.goal_count].counts[TARGET_NO_DATA], 2);
}

static void
what_nobody_keyed_is_missing_and_bd_is_an_answer(void **state)
{
	struct round_state s;

	(void)state;
	key(1, 2025, "48");
	key(3, 2024, "55");
	key(3, 2025, "NULL");
	s = load();
	assert_int_equal(s.figures[2].as.state, TARGET_NO_DATA); /* 2024 does not stand in for it */
	assert_int_equal(s.figures[2].as.doubt, DOUBT_SAID_NONE);
	assert_int_equal(s.figures[2].as.value_year, 0);
	assert_int_equal(s.figures[2].flag, FLAG_NO_DATA);
	assert_int_equal(s.counts[TARGET_NO_DATA], 3);
	assert_int_equal(s.figures[0].want, WANT_NOTHING);
	assert_int_equal(s.figures[1].want, WANT_SOURCE);
	assert_int_equal(s.figures[2].want, WANT_NOTHING);
	assert_int_equal(s.figures[3].want, WANT_KEYED);
	assert_int_equal(round_state_missing(&s), 2);
	assert_string_equal(round_want_text(&s.figures[3], 2025, &f.arena), "not entered yet");
	year_sql(&f, "UPDATE target SET month = 12 WHERE id = 4");
	s = load();
	assert_int_equal(s.figures[3].want, WANT_LATER);
	assert_int_equal(round_state_missing(&s), 1);
	assert_string_equal(round_want_text(&s.figures[3], 2025, &f.arena), "known from 12.2026");
}

static void
figures_off_their_course_and_late_tasks_want_a_cause(void **state)
{
	struct monitoring_round r = begin();
	struct deviation d = { .target = 1, .measure = "Nowy oddział" };
	struct round_state s;

	(void)state;
	key(1, 2025, "20");
	key(3, 2025, "60"); /* expected 60: on course */
	s = load();
	assert_int_equal(s.figures[0].as.state, TARGET_OFF_COURSE);
	assert_value(s.figures[0].as.expected, 50);
	assert_true(s.figures[0].off);
	assert_int_equal(s.figures[2].as.state, TARGET_ON_COURSE);
	assert_int_equal(s.tasks[0].said.state, TASK_LATE);
	assert_int_equal(s.tasks[1].said.state, TASK_RUNNING);
	assert_int_equal(round_state_unexplained(&s), 2);
	assert_done(deviation_save(f.db, &r, &d, &f.err), f.err);
	s = load();
	assert_int_equal(round_state_unexplained(&s), 2); /* a measure does not say why */
	assert_true(round_figure_unexplained(&s.figures[0]));
	text_copy(d.cause, sizeof d.cause, "Mniej miejsc");
	assert_done(deviation_save(f.db, &r, &d, &f.err), f.err);
	s = load();
	assert_string_equal(s.figures[0].deviation->cause, "Mniej miejsc");
	assert_int_equal(round_state_unexplained(&s), 1);
	assert_false(round_figure_again(&s.figures[0]));
	key(1, 2025, "50");
	s = load();
	assert_false(s.figures[0].off);
	assert_true(round_figure_again(&s.figures[0])); /* its cause alone makes it no deviation */
	assert_false(round_figure_again(&s.figures[2]));
}

static void
an_office_that_keyed_everything_is_known_before_it_delivers(void **state)
{
	struct round_state s = load();
	struct round_share share = round_share_of(&s, "Drogi");

	(void)state;
	assert_int_equal(share.figures, 1);
	assert_int_equal(share.missing, 1);
	assert_false(share.keyed_all);
	key(3, 2025, "60");
	key(1, 2025, "48");
	s = load();
	assert_true(round_share_of(&s, "Drogi").keyed_all);
	share = round_share_of(&s, "Oświata");
	assert_int_equal(share.figures, 2);
	assert_int_equal(share.missing, 1); /* a file has it */
	assert_false(share.keyed_all);
}

static void
the_year_that_is_worked_on_was_begun_and_is_not_approved(void **state)
{
	struct monitoring_round r;
	int year;

	(void)state;
	assert_done(round_year_open(f.db, YEAR_STRATEGY, &year, &f.err), f.err);
	assert_int_equal(year, 0);
	r = (struct monitoring_round){ .strategy = YEAR_STRATEGY, .year = 2024 };
	assert_done(round_save(f.db, &r, &f.err), f.err);
	assert_done(round_year_open(f.db, YEAR_STRATEGY, &year, &f.err), f.err);
	assert_int_equal(year, 2024);
	r = begin();
	approve(&r);
	assert_done(round_year_open(f.db, YEAR_STRATEGY, &year, &f.err), f.err);
	assert_int_equal(year, 2024);
}

static void
money_of_tasks_is_that_of_the_year(void **state)
{
	struct round_state s = load();

	(void)state;
	assert_int_equal(s.tasks[0].said.planned, 10000000);
	assert_int_equal(s.tasks[0].said.spent, 9000000);
	assert_int_equal(s.tasks[1].said.planned, 20000050);
	assert_int_equal(s.tasks[1].said.spent, 100);
}

static void
a_task_that_ended_after_the_year_was_not_done_in_it(void **state)
{
	struct round_state s;

	(void)state;
	year_sql(&f, "UPDATE task SET state = 'done', percent = 100, real_to = '2026-02-10'");
	s = load();
	assert_int_equal(s.tasks[0].said.state, TASK_LATE);
	assert_int_equal(s.tasks[1].said.state, TASK_RUNNING);
	assert_int_equal(s.tasks[1].said.percent, TASK_PERCENT_UNKNOWN); /* not the 100 of today */
	year_sql(&f, "UPDATE task SET real_to = '2025-12-31'");
	s = load();
	assert_int_equal(s.tasks[0].said.state, TASK_DONE);
	assert_int_equal(s.tasks[0].said.percent, 100);
}

static void
a_task_that_began_after_the_year_had_not_begun_in_it(void **state)
{
	struct round_state s;

	(void)state;
	year_sql(&f, "UPDATE task SET state = 'running', percent = 10, planned_from = "
		     "'2025-06-01', planned_to = '2027-12-31', real_from = '2026-02-01'");
	s = load();
	assert_int_equal(s.tasks[0].said.state, TASK_LATE); /* should have begun in June */
	assert_int_equal(s.tasks[0].said.percent, 0);
	assert_int_equal(s.goals[0].behind, 2);
	year_sql(&f, "UPDATE task SET planned_from = '2026-02-01'");
	s = load();
	assert_int_equal(s.tasks[0].said.state, TASK_NOT_STARTED);
	assert_int_equal(s.goals[0].behind, 0);
	year_sql(&f, "UPDATE task SET state = 'held', reason = 'Przetarg'");
	assert_int_equal(load().tasks[0].said.state, TASK_NOT_STARTED);
}

static void
how_far_a_task_was_before_the_year_that_ended_last_is_not_known(void **state)
{
	struct task t = {
		.state = TASK_RUNNING, .percent = 35, .real_from = "2023-05-01", .real_to = ""
	};

	(void)state;
	assert_int_equal(task_percent_in(&t, 2022), 0);
	assert_int_equal(task_percent_in(&t, 2024), TASK_PERCENT_UNKNOWN);
	assert_int_equal(task_percent_in(&t, 2025), 35);
	t = (struct task){
		.state = TASK_DONE, .percent = 100, .real_from = "", .real_to = "2024-03-01"
	};
	assert_int_equal(task_percent_in(&t, 2023), TASK_PERCENT_UNKNOWN);
	assert_int_equal(task_percent_in(&t, 2024), 100);
}

static void
a_task_as_of_a_year_is_what_its_sheet_begins_with(void **state)
{
	struct task t = { .state = TASK_RUNNING, .percent = 40, .said_for = 2025,
		.planned_from = "2025-03-01", .planned_to = "2027-01-01",
		.real_from = "2025-04-01", .real_to = "" };

	(void)state;
	assert_int_equal(task_as_of(&t, 2024).percent, 0);
	assert_int_equal(task_as_of(&t, 2024).state, TASK_NOT_STARTED);
	assert_string_equal(task_otherwise_from(&t, 2024), "2025-04-01");
	assert_int_equal(task_as_of(&t, 2025).percent, 40);
	assert_int_equal(task_as_of(&t, 2025).state, TASK_RUNNING);
	assert_string_equal(task_otherwise_from(&t, 2025), "");
}

static void
what_the_sheet_of_a_year_says_of_a_task_counts_for_that_year(void **state)
{
	struct monitoring_round r = { .strategy = YEAR_STRATEGY, .year = 2024 };
	struct round_state s;
	char sql[200];

	(void)state;
	assert_done(round_save(f.db, &r, &f.err), f.err);
	year_sql(&f, "INSERT INTO import (id, uid, kind, file_name, sha256, size, encoding, "
		     "person_id, imported_at) SELECT 901, hex(zeroblob(16)), 'round', 'o.csv', "
		     "hex(zeroblob(32)), 1, 'utf-8', min(id), '2026-11-20T10:00:00Z' FROM person");
	snprintf(sql, sizeof sql,
		"INSERT INTO round_sheet (import_id, office, round_id, delivered_on) "
		"VALUES (901, 'Drogi', %lld, '2026-11-20')",
		(long long)r.id);
	year_sql(&f, sql);
	year_sql(&f, "UPDATE task SET state = 'held', reason = 'Przetarg', percent = 55, "
		     "real_from = '2022-01-10', planned_to = '2030-12-31', import_id = 901, "
		     "entered_at = '2026-11-20T10:00:00Z' WHERE id = 1");
	assert_done(
		round_state_load(f.db, &units, YEAR_STRATEGY, 2024, &f.arena, &s, &f.err), f.err);
	assert_int_equal(s.tasks[0].said.percent, 55);
	assert_int_equal(s.tasks[0].said.state, TASK_HELD);
	assert_int_equal(load().tasks[0].said.percent, 55);
	assert_int_equal(task_percent_in(s.tasks[0].task, 2023), TASK_PERCENT_UNKNOWN);
	assert_int_equal(task_state_in(s.tasks[0].task, 2023), TASK_RUNNING);
	/* a person says it today: of 2025; 2024 keeps its own */
	year_sql(&f, "UPDATE task SET import_id = NULL WHERE id = 1");
	assert_done(
		round_state_load(f.db, &units, YEAR_STRATEGY, 2024, &f.arena, &s, &f.err), f.err);
	assert_int_equal(s.tasks[0].said.percent, 55);
	assert_int_equal(load().tasks[0].said.percent, 55);
	/* in New Year's night it is 2025 already */
	year_sql(&f, "UPDATE task SET entered_at = '2024-12-31T23:10:00Z' WHERE id = 1");
	assert_done(
		round_state_load(f.db, &units, YEAR_STRATEGY, 2024, &f.arena, &s, &f.err), f.err);
	assert_int_equal(s.tasks[0].said.percent, 55);
	assert_int_equal(task_percent_in(s.tasks[0].task, 2023), TASK_PERCENT_UNKNOWN);
}

/* A sheet of the year with this import says how far the first task is. */
static void
say_by_sheet(int year, int import, const char *state_is, int percent)
{
	struct monitoring_round r;
	char sql[400];

	assert_done(round_find(f.db, YEAR_STRATEGY, year, &r, &f.err), f.err);
	if (!r.id) {
		r = (struct monitoring_round){ .strategy = YEAR_STRATEGY, .year = year };
		assert_done(round_save(f.db, &r, &f.err), f.err);
	}
	snprintf(sql, sizeof sql,
		"INSERT INTO import (id, uid, kind, file_name, sha256, size, encoding, person_id, "
		"imported_at) SELECT %d, hex(randomblob(16)), 'round', 'o.csv', "
		"hex(randomblob(32)), "
		"1, 'utf-8', min(id), '2026-11-20T10:00:00Z' FROM person",
		import);
	year_sql(&f, sql);
	snprintf(sql, sizeof sql,
		"INSERT INTO round_sheet (import_id, office, round_id, delivered_on) VALUES (%d, "
		"'Drogi', %lld, '2026-11-20')",
		import, (long long)r.id);
	year_sql(&f, sql);
	snprintf(sql, sizeof sql,
		"UPDATE task SET state = '%s', reason = 'Przetarg', percent = %d, real_from = "
		"'2022-01-10', planned_to = '2030-12-31', import_id = %d, entered_at = "
		"'2026-11-20T10:00:00Z' WHERE id = 1",
		state_is, percent, import);
	year_sql(&f, sql);
}

static const struct round_task *
first_task_in(int year)
{
	static struct round_state s;

	assert_done(
		round_state_load(f.db, &units, YEAR_STRATEGY, year, &f.arena, &s, &f.err), f.err);
	return &s.tasks[0];
}

static void
what_is_said_of_a_task_for_a_year_counts_for_it_whatever_comes_first(void **state)
{
	(void)state;
	say_by_sheet(2025, 902, "running", 60);
	say_by_sheet(2023, 903, "held", 20);
	assert_int_equal(first_task_in(2025)->said.percent, 60);
	assert_int_equal(first_task_in(2025)->said.state, TASK_RUNNING);
	assert_int_equal(first_task_in(2024)->said.percent, 20);
	assert_int_equal(first_task_in(2023)->said.percent, 20);
	assert_int_equal(first_task_in(2023)->said.state, TASK_HELD);
	assert_int_equal(first_task_in(2022)->said.percent, TASK_PERCENT_UNKNOWN);
	/* in the order of the years it is the same */
	year_sql(&f, "UPDATE task SET percent = 10, import_id = NULL, entered_at = '' WHERE id = 1;"
		     "DELETE FROM task_former");
	say_by_sheet(2024, 904, "held", 40);
	say_by_sheet(2025, 905, "running", 70);
	assert_int_equal(first_task_in(2024)->said.percent, 40);
	assert_int_equal(first_task_in(2024)->said.state, TASK_HELD);
	assert_int_equal(first_task_in(2025)->said.percent, 70);
	/* done since: the year before keeps what was said for it */
	year_sql(&f, "UPDATE task SET state = 'done', percent = 100, real_to = '2026-03-01', "
		     "import_id = "
		     "NULL, entered_at = '2026-11-21T10:00:00Z' WHERE id = 1");
	assert_int_equal(first_task_in(2025)->said.percent, 70);
	assert_int_equal(first_task_in(2024)->said.percent, 40);
	/* it was done in 2024: what was said then is known better now */
	year_sql(&f, "UPDATE task SET real_to = '2024-03-01' WHERE id = 1");
	assert_int_equal(first_task_in(2024)->said.state, TASK_DONE);
	assert_int_equal(first_task_in(2024)->said.percent, 100);
	/* what was undone says nothing */
	year_sql(&f, "UPDATE task SET state = 'running', real_to = NULL, percent = 80 WHERE id = 1;"
		     "UPDATE import SET undone_at = '2026-11-22T10:00:00Z' WHERE id = 904");
	assert_int_equal(first_task_in(2024)->said.percent, TASK_PERCENT_UNKNOWN);
}

static void
what_is_known_every_second_year_is_not_missing_between(void **state)
{
	struct round_state s;

	(void)state;
	year_sql(&f, "UPDATE target SET frequency = '2' WHERE id IN (3, 4)");
	key(4, 2024, "20");
	key(3, 2023, "60");
	s = load();
	assert_int_equal(s.figures[3].want, WANT_NOTHING);
	assert_int_equal(s.figures[2].want, WANT_KEYED);
}

static void
context_is_never_judged(void **state)
{
	(void)state;
	year_sql(&f, "UPDATE target SET kind = 'context', direction = 'N', low = 10, "
		     "target_year = NULL, target = NULL WHERE id = 4");
	key(4, 2025, "5");
	assert_int_equal(load().figures[3].as.state, TARGET_NO_TARGET);
	year_sql(&f, "UPDATE target SET direction = 'K', tolerance = 1, low = NULL WHERE "
		     "id = 4");
	assert_int_equal(load().figures[3].as.state, TARGET_NO_TARGET);
}

static void
a_task_given_up_after_the_year_was_not_given_up_in_it(void **state)
{
	struct round_state s;

	(void)state;
	year_sql(&f, "UPDATE task SET state = 'given_up', reason = 'Brak środków', "
		     "real_from = '2025-02-01', real_to = '2026-03-03'");
	s = load();
	assert_int_equal(s.tasks[0].said.state, TASK_LATE);
	assert_int_equal(s.tasks[1].said.state, TASK_RUNNING);
	assert_int_equal(s.goals[0].behind, 1);
	year_sql(&f, "UPDATE task SET real_from = '2026-01-15' WHERE id = 2");
	s = load();
	assert_int_equal(s.tasks[1].said.state, TASK_LATE); /* should have begun */
	year_sql(&f, "UPDATE task SET real_from = '2025-02-01', real_to = '2025-12-01'");
	s = load();
	assert_int_equal(s.tasks[1].said.state, TASK_GIVEN_UP);
}

/* Judged by the tasks of each year's end, everywhere alike. */
static struct strategy_course
course_in(int year)
{
	struct strategy_course c;

	assert_done(
		target_course_load(f.db, &units, YEAR_STRATEGY, year, &f.arena, &c, &f.err), f.err);
	return c;
}

static void
a_goal_counts_what_should_have_begun_as_behind(void **state)
{
	struct strategy_course c;
	struct round_state s;

	(void)state;
	year_sql(&f, "UPDATE task SET state = 'not_started', percent = 0, planned_from = "
		     "'2025-03-01', planned_to = '2027-12-31'");
	c = course_in(2025);
	s = load();
	assert_int_equal(c.goal_status[0].behind, 2);
	assert_int_equal(s.goals[0].behind, 2);
}

static void
a_task_that_begins_after_the_year_gives_its_goal_no_status(void **state)
{
	(void)state;
	year_sql(&f, "DELETE FROM target WHERE goal_id IS NOT NULL");
	year_sql(&f, "UPDATE task SET state = 'not_started', percent = 0, real_from = NULL, "
		     "planned_from = '2026-01-01', planned_to = '2026-06-30'");
	year_sql(&f, "DELETE FROM task_former");
	assert_int_equal(course_in(2025).goal_status[0].state, TARGET_NO_DATA);
	assert_int_equal(course_in(2025).goal_status[0].tasks, 0);
	assert_int_equal(load().goals[0].tasks, 0);
	assert_int_equal(course_in(2026).goal_status[0].tasks, 2);
	/* one that began before its time counts */
	year_sql(&f, "UPDATE task SET state = 'running', real_from = '2025-11-01'");
	assert_int_equal(course_in(2025).goal_status[0].tasks, 2);
}

static void
years_that_are_over_are_judged_by_the_tasks_of_their_end(void **state)
{
	struct strategy_course c;

	(void)state;
	key(1, 2024, "40"); /* as expected */
	c = course_in(2024);
	assert_int_equal(c.goal_status[0].behind, 0); /* task 1 was due in June 2025 */
	assert_int_equal(course_in(2025).goal_status[0].behind, 1);
	year_sql(&f, "UPDATE task SET state = 'given_up', reason = 'x', real_from = '2024-02-01', "
		     "real_to = '2026-03-03'");
	c = course_in(2024);
	assert_int_equal(c.goal_status[0].behind, 0);
	assert_int_equal(c.goal_status[0].state, TARGET_ON_COURSE);
	assert_int_equal(course_in(2026).goal_status[0].behind, 2);
	year_sql(&f, "UPDATE task SET state = 'late', reason = '', real_to = NULL, planned_to = "
		     "'2026-06-30'");
	assert_int_equal(course_in(2024).goal_status[0].behind, 0);
	assert_int_equal(
		course_in(2025).goal_status[0].behind, 2); /* as it is said for that year */
}

static void
status_tree_and_lights_of_an_approved_year_are_those_of_its_report(void **state)
{
	struct monitoring_round r = begin();
	struct goal_status *lights;
	struct strategy_course c;

	(void)state;
	key(1, 2025, "20");
	approve(&r);
	key(1, 2025, "999");
	year_sql(&f, "UPDATE strategy SET goal_rule = 'worst'; UPDATE target SET target = 12;"
		     "UPDATE task SET state = 'done', percent = 100, real_to = '2025-05-01'");
	c = course_in(2025);
	assert_string_equal(c.approved_on, "2026-11-22");
	assert_int_equal(c.targets[0].now.state, TARGET_OFF_COURSE);
	assert_value(c.targets[0].now.value, 20);
	assert_int_equal(c.counts[TARGET_OFF_COURSE], 1);
	assert_int_equal(c.counts[TARGET_ACHIEVED], 0);
	assert_int_equal(c.goal_status[0].state, TARGET_OFF_COURSE);
	assert_int_equal(c.goal_status[0].done, 0);
	c = course_in(2026); /* what is not approved is as it is known now */
	assert_string_equal(c.approved_on, "");
	assert_int_equal(c.targets[0].now.state, TARGET_ACHIEVED);
	assert_done(goal_status_load(f.db, &c, 2025, &f.arena, &lights, &f.err), f.err);
	assert_int_equal(lights[0].state, TARGET_OFF_COURSE);
	assert_int_equal(lights[0].done, 0);
}

static void
what_nobody_saw_is_not_approved(void **state)
{
	struct monitoring_round r = begin();
	struct round_state seen;

	(void)state;
	key(1, 2025, "60");
	seen = load();
	key(1, 2025, "999");
	assert_int_equal(
		round_approve_seen(f.db, &units, &seen, "2026-11-22", "Wójt", NULL, &f.err), -1);
	assert_string_equal(f.err.text,
		"“Dzieci w przedszkolach”, 2025: you saw 60, meanwhile it "
		"became 999. Look at the year again before you approve it.");
	assert_code(f.err, ERROR_CONFLICT);
	seen = load();
	year_sql(&f, "UPDATE task_money SET spent = 5 WHERE task_id = 2");
	assert_int_equal(
		round_approve_seen(f.db, &units, &seen, "2026-11-22", "Wójt", NULL, &f.err), -1);
	assert_non_null(strstr(f.err.text, "Dom kultury"));
	assert_code(f.err, ERROR_CONFLICT);
	seen = load();
	year_sql(&f, "UPDATE strategy SET rev = rev + 1, goal_rule = 'worst'");
	assert_int_equal(
		round_approve_seen(f.db, &units, &seen, "2026-11-22", "Wójt", NULL, &f.err), -1);
	assert_code(f.err, ERROR_CONFLICT);
	assert_int_equal(year_number(&f, "SELECT count(*) FROM round_figure"), 0);
	assert_int_equal(year_number(&f, "SELECT rev FROM monitoring_round"), r.rev);
	seen = load();
	assert_done(
		round_approve_seen(f.db, &units, &seen, "2026-11-22", "Wójt", NULL, &f.err), f.err);
}

static void
an_approved_report_stays_as_it_was(void **state)
{
	struct monitoring_round r = begin();
	struct round_state s;

	(void)state;
	key(1, 2025, "20");
	approve(&r);
	assert_string_equal(r.approved_by, "Wójt Gminy");
	assert_string_equal(year_last_act(&f), "round.approve");
	key(1, 2025, "90");
	year_sql(&f,
		"UPDATE target SET target = 12, retired_at = NULL, name = 'Inna nazwa';"
		"UPDATE task SET name = 'Inne zadanie'; UPDATE strategy SET goal_rule = 'worst';"
		"UPDATE task SET state = 'done', percent = 100, real_to = '2025-05-01';"
		"UPDATE task_money SET spent = 1;"
		"UPDATE target SET retired_at = '2026-11-22' WHERE id = 4");
	s = load();
	assert_true(s.frozen);
	assert_int_equal(s.figure_count, 4); /* the deleted one too */
	assert_value(s.figures[0].as.value, 20);
	assert_int_equal(s.figures[0].as.state, TARGET_OFF_COURSE);
	assert_value(s.figures[0].target, 100);
	assert_string_equal(s.figures[0].course->target->name, "Dzieci w przedszkolach");
	assert_string_equal(s.tasks[0].task->name, "Przebudowa ulicy");
	assert_string_equal(s.figures[0].source, "Rejestr; entered 01.02.2026");
	assert_int_equal(s.tasks[0].said.state, TASK_LATE);
	assert_int_equal(s.tasks[0].said.spent, 9000000);
	assert_int_equal(s.counts[TARGET_OFF_COURSE], 1);
	assert_int_equal(s.goals[s.course.goal_count].counts[TARGET_OFF_COURSE], 1);
	assert_int_equal(s.goals[0].tasks, 2);
	assert_int_equal(s.goals[0].behind, 1);
}

static void
a_task_made_after_approval_is_not_in_the_report(void **state)
{
	struct monitoring_round r = begin();

	(void)state;
	approve(&r);
	year_sql(&f, "INSERT INTO task (id, uid, strategy_id, goal_id, position, name) VALUES "
		     "(3, printf('%032d', 3), 1, 2, 3, 'Nowe')");
	assert_int_equal(load().task_count, 2);
}

static void
approval_needs_a_day_that_has_come_and_somebody(void **state)
{
	struct monitoring_round r = begin();

	(void)state;
	assert_int_equal(approve_as(&r, "2026-11-23", "Wójt"), -1);
	assert_int_equal(f.err.field, APPROVAL_FIELD_ON);
	assert_code(f.err, ERROR_INPUT);
	assert_int_equal(approve_as(&r, "2026-11-22", " "), -1);
	assert_int_equal(f.err.field, APPROVAL_FIELD_BY);
	assert_code(f.err, ERROR_INPUT);
	approve(&r);
	assert_int_equal(approve_as(&r, "2026-11-22", "Wójt"), -1);
	assert_code(f.err, ERROR_INPUT);
}

static void
after_approval_only_what_was_done_is_written(void **state)
{
	struct monitoring_round r = begin();
	struct deviation d = { .target = 1, .cause = "Mniej miejsc", .measure = "Nowy oddział" };

	(void)state;
	assert_done(deviation_save(f.db, &r, &d, &f.err), f.err);
	approve(&r);
	strcpy(d.done_on, "2026-11-20");
	assert_done(deviation_save(f.db, &r, &d, &f.err), f.err);
	strcpy(d.cause, "Inna przyczyna");
	assert_int_equal(deviation_save(f.db, &r, &d, &f.err), -1);
	assert_code(f.err, ERROR_INPUT);
	assert_int_equal(
		year_number(&f, "SELECT count(*) FROM deviation WHERE cause = 'Mniej miejsc' "
				"AND done_on = '2026-11-20'"),
		1);
	d = (struct deviation){ .target = 3, .cause = "Nowe" };
	assert_int_equal(deviation_save(f.db, &r, &d, &f.err), -1);
	assert_code(f.err, ERROR_INPUT);
	assert_int_equal(round_save(f.db, &r, &f.err), -1);
	assert_code(f.err, ERROR_INPUT);
}

static void
a_later_figure_stands_beside_the_frozen_one(void **state)
{
	struct monitoring_round r = begin();
	struct round_state s;

	(void)state;
	key(1, 2025, "20");
	assert_int_equal(round_correct(f.db, &r, 1, 25, FLAG_NONE, "Po korekcie", &f.err), -1);
	assert_code(f.err, ERROR_INPUT);
	approve(&r);
	assert_int_equal(round_correct(f.db, &r, 1, 20, FLAG_NONE, "Po korekcie", &f.err), -1);
	assert_int_equal(f.err.field, CORRECTION_FIELD_VALUE);
	assert_code(f.err, ERROR_INPUT);
	assert_int_equal(round_correct(f.db, &r, 1, 25, FLAG_NONE, "", &f.err), -1);
	assert_int_equal(f.err.field, CORRECTION_FIELD_REASON);
	assert_code(f.err, ERROR_INPUT);
	assert_done(round_correct(f.db, &r, 1, 25, FLAG_NONE, "Korekta GUS", &f.err), f.err);
	assert_int_equal(round_correct(f.db, &r, 1, 25, FLAG_NONE, "Jeszcze raz", &f.err), -1);
	assert_code(f.err, ERROR_INPUT);
	s = load();
	assert_value(s.figures[0].as.value, 20);
	assert_value(s.figures[0].correction->value, 25);
	assert_string_equal(s.figures[0].correction->dated_on, "2026-11-22");
}

static void
an_approved_figure_is_not_keyed_over(void **state)
{
	struct monitoring_round r = begin();
	const struct target_reading now = { .target = 1, .year = 2025, .value = 60, .source = "" },
				    gone = { .target = 1,
					    .year = 2025,
					    .value = NAN,
					    .source = "" },
				    next = { .target = 1, .year = 2026, .value = 60, .source = "" },
				    seen = { .value = 20 };

	(void)state;
	key(1, 2025, "20");
	approve(&r);
	assert_int_equal(target_reading_save(f.db, &now, &seen, &f.err), -1);
	assert_non_null(strstr(f.err.text, "gromada round correct S-1 2025 1"));
	assert_code(f.err, ERROR_INPUT);
	assert_int_equal(target_reading_save(f.db, &gone, &seen, &f.err), -1);
	assert_code(f.err, ERROR_INPUT);
	assert_done(target_reading_save(f.db, &next, NULL, &f.err), f.err);
}

static void
a_stale_round_cannot_be_approved(void **state)
{
	struct monitoring_round r = begin(), stale = r;
	struct deviation d = { .target = 1, .cause = "Mniej miejsc" };

	(void)state;
	assert_done(deviation_save(f.db, &r, &d, &f.err), f.err);
	assert_int_equal(approve_as(&stale, "2026-11-22", "Wójt"), -1);
	assert_code(f.err, ERROR_CONFLICT);
	assert_int_equal(year_number(&f, "SELECT count(*) FROM round_figure"), 0);
}

static void
a_linked_figure_names_its_file(void **state)
{
	struct round_state s;

	(void)state;
	fixture_indicator(f.db, "L1", 'S');
	fixture_values(f.db, "L1", 2024, "0201011=30");
	s = load();
	assert_done(round_state_sources(f.db, &units, &f.arena, &s, &f.err), f.err);
	assert_int_equal(s.figures[1].as.value_year, 2024);
	assert_int_equal(s.figures[1].want, WANT_SOURCE);
	assert_string_equal(round_want_text(&s.figures[1], 2025, &f.arena),
		"not in the files yet; newest 2024, 1 year older");
	assert_non_null(strstr(s.figures[1].source, "read in 22.11.2026"));
}

#define in_fixture(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		in_fixture(a_year_without_a_round_is_computed_all_the_same),
		in_fixture(what_begins_later_is_neither_asked_for_nor_counted),
		in_fixture(what_nobody_keyed_is_missing_and_bd_is_an_answer),
		in_fixture(figures_off_their_course_and_late_tasks_want_a_cause),
		in_fixture(the_year_that_is_worked_on_was_begun_and_is_not_approved),
		in_fixture(an_office_that_keyed_everything_is_known_before_it_delivers),
		in_fixture(money_of_tasks_is_that_of_the_year),
		in_fixture(a_task_that_ended_after_the_year_was_not_done_in_it),
		in_fixture(a_task_given_up_after_the_year_was_not_given_up_in_it),
		in_fixture(a_task_that_began_after_the_year_had_not_begun_in_it),
		in_fixture(how_far_a_task_was_before_the_year_that_ended_last_is_not_known),
		in_fixture(a_task_as_of_a_year_is_what_its_sheet_begins_with),
		in_fixture(what_the_sheet_of_a_year_says_of_a_task_counts_for_that_year),
		in_fixture(what_is_said_of_a_task_for_a_year_counts_for_it_whatever_comes_first),
		in_fixture(what_is_known_every_second_year_is_not_missing_between),
		in_fixture(context_is_never_judged),
		in_fixture(a_goal_counts_what_should_have_begun_as_behind),
		in_fixture(a_task_that_begins_after_the_year_gives_its_goal_no_status),
		in_fixture(years_that_are_over_are_judged_by_the_tasks_of_their_end),
		in_fixture(status_tree_and_lights_of_an_approved_year_are_those_of_its_report),
		in_fixture(what_nobody_saw_is_not_approved),
		in_fixture(an_approved_report_stays_as_it_was),
		in_fixture(a_task_made_after_approval_is_not_in_the_report),
		in_fixture(approval_needs_a_day_that_has_come_and_somebody),
		in_fixture(after_approval_only_what_was_done_is_written),
		in_fixture(a_later_figure_stands_beside_the_frozen_one),
		in_fixture(an_approved_figure_is_not_keyed_over),
		in_fixture(a_stale_round_cannot_be_approved),
		in_fixture(a_linked_figure_names_its_file),
	};

	setenv("GROMADA_TEST", "1", 1);
	setenv("GROMADA_NOW", "2026-11-22T09:00:00Z", 1);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
