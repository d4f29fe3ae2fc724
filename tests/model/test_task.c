/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tasks of a strategy, what their state is on a day, and their money. The day is 2026-01-31. */
#include "task_fixture.h"

#include "base/i18n.h"
#include "model/strategies/strategy_change.h"
#include "model/strategies/task.h"
#include "model/strategies/task_money.h"
#include "model/strategies/task_state.h"

static struct task_fixture f;

static int
set_up(void **state)
{
	(void)state;
	task_fixture_start(&f);
	return 0;
}

static int
tear_down(void **state)
{
	(void)state;
	task_fixture_end(&f);
	return 0;
}

static struct task
new_task(int64_t goal, const char *name)
{
	struct task t;

	task_start(&t, TASK_FIXTURE_STRATEGY);
	t.goal = goal;
	t.name = name;
	return t;
}

static int64_t
add(int64_t goal, const char *name)
{
	struct task t = new_task(goal, name);

	assert_done(task_save(f.db, task_fixture_rev(&f), &t, &f.err), f.err);
	return t.id;
}

static struct task
load(int64_t id)
{
	struct task t;

	assert_done(task_load(f.db, id, &f.arena, &t, &f.err), f.err);
	return t;
}

static void
refused(struct task *t, int field)
{
	assert_int_equal(task_save(f.db, task_fixture_rev(&f), t, &f.err), -1);
	assert_int_equal(f.err.field, field);
	assert_code(f.err, ERROR_INPUT);
}

/* "name@place" of the list, in order. */
static const char *
listed(const struct task_filter *filter)
{
	static char text[512];
	struct task *list;
	int count;
	size_t used = 0;

	assert_done(task_list(f.db, filter, &f.arena, &list, &count, &f.err), f.err);
	text[0] = '\0';
	for (int i = 0; i < count; i++)
		used += (size_t)snprintf(text + used, sizeof(text) - used, "%s%s@%d", i ? " " : "",
			list[i].name, list[i].position);
	return text;
}

static const struct task_filter all = { .strategy = TASK_FIXTURE_STRATEGY };

/* ---- keeping tasks ---- */

static void
a_task_comes_back_as_it_was_saved_and_raises_the_strategys_rev(void **state)
{
	struct task t = new_task(3, "Remont szkoły"), back;
	int64_t rev = task_fixture_rev(&f);

	(void)state;
	t.kind = TASK_PROJECT;
	t.office = "Wydział Oświaty";
	t.partners = "powiat";
	t.planned_from = "2025-03-01";
	t.planned_to = "2026-12-31";
	t.real_from = "2025-04-02";
	t.state = TASK_RUNNING;
	t.percent = 40;
	t.product = "wyremontowana szkoła";
	t.note = "dwa\nwiersze";
	assert_done(task_save(f.db, rev, &t, &f.err), f.err);
	assert_int_equal(task_fixture_rev(&f), rev + 1);
	back = load(t.id);
	assert_int_equal(back.kind, TASK_PROJECT);
	assert_int_equal(back.goal, 3);
	assert_int_equal(back.position, 1);
	assert_string_equal(back.office, "Wydział Oświaty");
	assert_string_equal(back.partners, "powiat");
	assert_string_equal(back.planned_to, "2026-12-31");
	assert_string_equal(back.real_from, "2025-04-02");
	assert_string_equal(back.real_to, "");
	assert_int_equal(back.state, TASK_RUNNING);
	assert_int_equal(back.percent, 40);
	assert_string_equal(back.product, "wyremontowana szkoła");
	assert_string_equal(back.note, "dwa\nwiersze");
	assert_int_equal(strlen(back.uid), 32);
}

static void
tasks_stand_in_the_order_of_their_goals(void **state)
{
	const struct task_filter second = { .strategy = TASK_FIXTURE_STRATEGY, .goal = 5 };

	(void)state;
	add(5, "e");
	add(3, "b");
	add(0, "a");
	add(1, "top");
	add(4, "d");
	add(3, "c");
	assert_string_equal(listed(&all), "a@1 top@1 b@1 c@2 d@1 e@1");
	assert_string_equal(listed(&second), "e@1");
}

static void
a_task_moves_within_its_goal_and_stops_at_the_ends(void **state)
{
	int64_t a = add(3, "a"), b = add(3, "b");

	(void)state;
	add(3, "c");
	assert_done(task_move(f.db, task_fixture_rev(&f), a, 1, &f.err), f.err);
	assert_string_equal(listed(&all), "b@1 a@2 c@3");
	assert_done(task_move(f.db, task_fixture_rev(&f), b, -1, &f.err), f.err);
	assert_string_equal(listed(&all), "b@1 a@2 c@3");
}

static void
a_task_that_changes_its_goal_goes_to_its_end_and_leaves_no_gap(void **state)
{
	int64_t a = add(3, "a");
	struct task t;

	(void)state;
	add(3, "b");
	add(4, "c");
	t = load(a);
	t.goal = 4;
	assert_done(task_save(f.db, task_fixture_rev(&f), &t, &f.err), f.err);
	assert_string_equal(listed(&all), "b@1 c@1 a@2");
}

static void
a_deleted_task_leaves_its_place_and_comes_back_at_the_end(void **state)
{
	const struct task_filter retired = { .strategy = TASK_FIXTURE_STRATEGY, .retired = true };
	int64_t a = add(3, "a");

	(void)state;
	add(3, "b");
	assert_done(task_retire(f.db, task_fixture_rev(&f), a, &f.err), f.err);
	assert_string_equal(listed(&all), "b@1");
	assert_string_equal(listed(&retired), "a@1");
	assert_int_equal(task_retire(f.db, task_fixture_rev(&f), a, &f.err), -1);
	assert_code(f.err, ERROR_MISSING);
	assert_done(task_restore(f.db, task_fixture_rev(&f), a, &f.err), f.err);
	assert_string_equal(listed(&all), "b@1 a@2");
	assert_int_equal(task_restore(f.db, task_fixture_rev(&f), a, &f.err), -1);
	assert_code(f.err, ERROR_MISSING);
}

static void
a_task_whose_goal_is_deleted_comes_back_to_the_whole_strategy(void **state)
{
	int64_t a = add(3, "a");

	(void)state;
	assert_done(task_retire(f.db, task_fixture_rev(&f), a, &f.err), f.err);
	task_fixture_sql(&f, "UPDATE goal SET retired_at = '2026-01-01' WHERE id = 3");
	assert_done(task_restore(f.db, task_fixture_rev(&f), a, &f.err), f.err);
	assert_int_equal(load(a).goal, 0);
}

static void
a_colleagues_change_of_the_strategy_is_a_conflict(void **state)
{
	int64_t rev = task_fixture_rev(&f), a = add(3, "a");
	struct task t = load(a);

	(void)state;
	t.name = "inaczej";
	assert_int_equal(task_save(f.db, rev, &t, &f.err), -1);
	assert_code(f.err, ERROR_CONFLICT);
	assert_int_equal(task_move(f.db, rev, a, 1, &f.err), -1);
	assert_code(f.err, ERROR_CONFLICT);
	assert_int_equal(task_retire(f.db, rev, a, &f.err), -1);
	assert_code(f.err, ERROR_CONFLICT);
	assert_string_equal(load(a).name, "a");
}

static void
a_task_is_deleted_beside_a_colleagues_change_of_another_but_not_of_itself(void **state)
{
	int64_t a = add(3, "a"), b = add(3, "b"), rev = task_fixture_rev(&f);
	struct task seen = load(a), other = load(b);

	(void)state;
	other.name = "inaczej";
	assert_done(task_save(f.db, rev, &other, &f.err), f.err);
	assert_done(task_retire_seen(f.db, rev, &seen, &f.err), f.err);
	seen = other;
	seen.name = "b";
	assert_int_equal(task_retire_seen(f.db, rev, &seen, &f.err), -1);
	assert_code(f.err, ERROR_CONFLICT);
	assert_string_equal(load(b).name, "inaczej");
}

/* ---- what is refused ---- */

static void
names_goals_and_days_that_cannot_be_are_refused_with_their_field(void **state)
{
	struct task t = new_task(3, " ");

	(void)state;
	refused(&t, TASK_FIELD_NAME);
	t = new_task(6, "a");
	refused(&t, TASK_FIELD_GOAL);
	t = new_task(3, "a");
	t.planned_from = "2026-02-30";
	refused(&t, TASK_FIELD_PLANNED_FROM);
	t.planned_from = "2026-03-01";
	t.planned_to = "2026-02-28";
	refused(&t, TASK_FIELD_PLANNED_TO);
	t.planned_to = "";
	t.state = TASK_RUNNING;
	t.real_from = "2026-02-01"; /* tomorrow */
	refused(&t, TASK_FIELD_REAL_FROM);
	t.state = TASK_DONE;
	t.real_from = "2026-01-20";
	t.real_to = "2026-01-19";
	refused(&t, TASK_FIELD_REAL_TO);
}

static void
a_text_longer_than_its_room_is_refused_and_one_that_just_fits_comes_back(void **state)
{
	static char name[TASK_NAME_SIZE + 1], office[KEPT_OFFICE_SIZE + 1],
		lines[KEPT_LINES_SIZE + 1];
	struct task t = new_task(0, name), back;

	(void)state;
	memset(name, 'n', TASK_NAME_SIZE - 1);
	memset(office, 'o', KEPT_OFFICE_SIZE - 1);
	memset(lines, 'x', KEPT_LINES_SIZE - 1);
	t.office = office;
	t.partners = t.reason = t.product = t.note = lines;
	assert_done(task_save(f.db, task_fixture_rev(&f), &t, &f.err), f.err);
	back = load(t.id);
	assert_string_equal(back.name, name);
	assert_string_equal(back.office, office);
	assert_string_equal(back.note, lines);
	lines[KEPT_LINES_SIZE - 1] = 'x';
	assert_int_equal(task_save(f.db, task_fixture_rev(&f), &t, &f.err), -1);
	assert_string_equal(
		f.err.text, "The partners: the text is too long by 1 character. Shorten it.");
	refused(&t, TASK_FIELD_PARTNERS);
	t.partners = "";
	refused(&t, TASK_FIELD_REASON);
	t.reason = t.product = "";
	refused(&t, TASK_FIELD_NOTE);
	office[KEPT_OFFICE_SIZE - 1] = 'o';
	refused(&t, TASK_FIELD_OFFICE);
	name[TASK_NAME_SIZE - 1] = 'n';
	refused(&t, TASK_FIELD_NAME);
}

static void
a_state_that_the_rest_contradicts_is_refused(void **state)
{
	struct task t = new_task(3, "a");

	(void)state;
	t.state = TASK_DONE;
	refused(&t, TASK_FIELD_REAL_TO);
	t.state = TASK_HELD;
	refused(&t, TASK_FIELD_REASON);
	t.state = TASK_GIVEN_UP;
	refused(&t, TASK_FIELD_REASON);
	t.state = TASK_NOT_STARTED;
	t.percent = 1;
	refused(&t, TASK_FIELD_STATE);
	t.state = TASK_RUNNING;
	t.percent = 100;
	refused(&t, TASK_FIELD_PERCENT);
	t.percent = 101;
	refused(&t, TASK_FIELD_PERCENT);
	t.percent = 50;
	t.real_to = "2026-01-10";
	refused(&t, TASK_FIELD_STATE);
}

static void
a_task_that_is_done_is_done_to_a_hundred_percent(void **state)
{
	struct task t = new_task(3, "a");

	(void)state;
	t.state = TASK_DONE;
	t.real_to = "2026-01-10";
	assert_done(task_save(f.db, task_fixture_rev(&f), &t, &f.err), f.err);
	assert_int_equal(load(t.id).percent, 100);
}

/* ---- what it is on a day ---- */

static void
what_should_have_begun_or_ended_is_late_whatever_was_said(void **state)
{
	struct task t = new_task(0, "a");

	(void)state;
	t.planned_from = "2026-01-10";
	t.planned_to = "2026-01-20";
	assert_int_equal(task_state_on(&t, "2026-01-10"), TASK_NOT_STARTED);
	assert_int_equal(task_state_on(&t, "2026-01-11"), TASK_LATE);
	assert_int_equal(task_days_late(&t, "2026-01-13"), 3);
	assert_string_equal(
		task_late_reason(&t, "2026-01-13", &f.arena), "should have begun on 2026-01-10");
	t.state = TASK_RUNNING;
	assert_int_equal(task_state_on(&t, "2026-01-20"), TASK_RUNNING);
	assert_int_equal(task_days_late(&t, "2026-01-20"), 0);
	assert_int_equal(task_state_on(&t, "2026-02-01"), TASK_LATE);
	assert_int_equal(task_days_late(&t, "2026-02-01"), 12);
	assert_string_equal(
		task_late_reason(&t, "2026-02-01", &f.arena), "should have ended on 2026-01-20");
	t.state = TASK_HELD;
	assert_int_equal(task_state_on(&t, "2026-02-01"), TASK_HELD);
	t.state = TASK_DONE;
	assert_int_equal(task_state_on(&t, "2026-02-01"), TASK_DONE);
	assert_int_equal(task_days_late(&t, "2026-02-01"), 0);
}

static void
how_far_a_task_is_stays_unknown_until_somebody_says_it(void **state)
{
	struct task t = new_task(3, "Ścieżka"), back;
	int read = 0;

	(void)state;
	assert_done(task_save(f.db, task_fixture_rev(&f), &t, &f.err), f.err);
	assert_int_equal(load(t.id).percent, TASK_PERCENT_UNKNOWN);
	t.state = TASK_RUNNING; /* without saying how far */
	assert_done(task_save(f.db, task_fixture_rev(&f), &t, &f.err), f.err);
	back = load(t.id);
	assert_int_equal(back.percent, TASK_PERCENT_UNKNOWN);
	assert_int_equal(task_percent_in(&back, 2025), TASK_PERCENT_UNKNOWN);
	t.percent = 0; /* said */
	assert_done(task_save(f.db, task_fixture_rev(&f), &t, &f.err), f.err);
	assert_int_equal(load(t.id).percent, 0);
	t.percent = TASK_PERCENT_UNKNOWN; /* taken back */
	assert_done(task_save(f.db, task_fixture_rev(&f), &t, &f.err), f.err);
	assert_int_equal(load(t.id).percent, TASK_PERCENT_UNKNOWN);
	assert_int_equal(task_percent_read("", &read, &f.err), 0);
	assert_int_equal(read, TASK_PERCENT_UNKNOWN);
	assert_int_equal(task_percent_read("dużo", &read, &f.err), -1);
}

static void
totals_leave_what_was_given_up_out_of_the_mean(void **state)
{
	struct task list[3] = { new_task(0, "a"), new_task(0, "b"), new_task(0, "c") };
	struct task_totals totals;

	(void)state;
	list[0].state = TASK_RUNNING;
	list[0].percent = 25;
	list[0].planned = 100;
	list[1].state = TASK_DONE;
	list[1].percent = 100;
	list[1].spent = 70;
	list[2].state = TASK_GIVEN_UP;
	list[2].percent = 5;
	task_totals(list, 3, "2026-01-31", &totals);
	assert_int_equal(totals.percent, 63); /* 62,5 */
	assert_int_equal(totals.by_state[TASK_GIVEN_UP], 1);
	assert_int_equal(totals.planned, 100);
	assert_int_equal(totals.spent, 70);
	list[0].percent = TASK_PERCENT_UNKNOWN;
	task_totals(list, 3, "2026-01-31", &totals);
	assert_int_equal(totals.percent, 100); /* of what is known */
	task_totals(list, 0, "2026-01-31", &totals);
	assert_int_equal(totals.percent, -1);
}

static void
offices_of_tasks_and_targets_stand_once_in_polish_order(void **state)
{
	const char **list;
	struct task t = new_task(3, "a");
	int count;

	(void)state;
	t.office = "Żłobek";
	assert_done(task_save(f.db, task_fixture_rev(&f), &t, &f.err), f.err);
	t = new_task(3, "b");
	t.office = "Łaźnia";
	assert_done(task_save(f.db, task_fixture_rev(&f), &t, &f.err), f.err);
	task_fixture_sql(&f,
		"INSERT INTO target (uid, strategy_id, position, name, kind, direction, office) "
		"VALUES (printf('%032d', 1), 1, 1, 'x', 'result', 'S', 'Żłobek')");
	assert_done(task_offices(f.db, 1, &f.arena, &list, &count, &f.err), f.err);
	assert_int_equal(count, 2);
	assert_string_equal(list[0], "Łaźnia");
	assert_string_equal(list[1], "Żłobek");
}

/* ---- money ---- */

static void
amounts_are_read_to_the_grosz(void **state)
{
	int64_t grosze;

	(void)state;
	assert_done(money_read(" 1 204,5 ", 1, &grosze, &f.err), f.err);
	assert_int_equal(grosze, 120450);
	assert_done(money_read("", 1, &grosze, &f.err), f.err);
	assert_int_equal(grosze, MONEY_NONE);
	assert_done(money_read("0", 1, &grosze, &f.err), f.err);
	assert_int_equal(grosze, 0);
	assert_done(money_read("0.10", 1, &grosze, &f.err), f.err);
	assert_int_equal(grosze, 10);
	assert_done(money_read("99999999999,99", 1, &grosze, &f.err), f.err);
	assert_int_equal(grosze, INT64_C(9999999999999));
	for (int i = 0; i < 4; i++) {
		static const char *const bad[] = { "dużo", "-5", "1,005", "100000000000" };

		assert_int_equal(money_read(bad[i], 3, &grosze, &f.err), -1);
		assert_int_equal(f.err.field, 3);
		assert_code(f.err, ERROR_INPUT);
	}
}

static void
amounts_are_written_without_a_rest(void **state)
{
	char text[40];

	(void)state;
	assert_string_equal(money_format(text, sizeof(text), 120450), "1,204.50");
	assert_string_equal(money_format(text, sizeof(text), 120400), "1,204");
	assert_string_equal(
		money_format(text, sizeof(text), INT64_C(9999999999999)), "99,999,999,999.99");
	assert_string_equal(money_plain(text, sizeof(text), 120405), "1204.05");
}

static void
money_save(int64_t task, int year, enum money_source source, int64_t planned, int64_t spent)
{
	const struct task_money line = {
		.task = task, .year = year, .source = source, .planned = planned, .spent = spent
	};

	assert_done(task_money_save(f.db, task_fixture_rev(&f), &line, NULL, &f.err), f.err);
}

static void
money_is_kept_by_year_and_source_and_summed_exactly(void **state)
{
	int64_t a = add(3, "a"), b = add(4, "b");
	struct task_money_sum *sums;
	struct task_money *lines;
	int line_count, count;

	(void)state;
	money_save(a, 2026, MONEY_EU, 10, 1);
	money_save(a, 2024, MONEY_OWN, 20, 2);
	money_save(b, 2026, MONEY_OWN, 30, 3);
	assert_done(task_money_of_strategy(f.db, 1, &f.arena, &lines, &line_count, &f.err), f.err);
	task_money_sums(lines, line_count, &f.arena, &sums, &count);
	assert_int_equal(count, 3);
	assert_int_equal(sums[0].year, 2024);
	assert_int_equal(sums[1].year, 2026);
	assert_int_equal(sums[1].planned[MONEY_EU], 10);
	assert_int_equal(sums[1].planned_all, 40);
	assert_int_equal(sums[2].year, 0);
	assert_int_equal(sums[2].planned_all, 60);
	assert_int_equal(sums[2].spent_all, 6);
	assert_int_equal(load(a).planned, 30);
	assert_done(task_retire(f.db, task_fixture_rev(&f), b, &f.err), f.err);
	assert_done(task_money_of_strategy(f.db, 1, &f.arena, &lines, &line_count, &f.err), f.err);
	assert_int_equal(line_count, 2);
}

static void
money_and_states_know_who_said_them_and_when(void **state)
{
	int64_t a = add(3, "a");
	struct task_money *lines;
	struct task t;
	int count;

	(void)state;
	money_save(a, 2026, MONEY_OWN, 10, 1);
	assert_done(task_money_list(f.db, a, &f.arena, &lines, &count, &f.err), f.err);
	assert_string_equal(lines[0].login, "tester");
	assert_string_equal(lines[0].entered_at, "2026-01-31T12:00:00Z");
	assert_string_equal(lines[0].file_name, "");
	t = load(a);
	assert_string_equal(t.login, "tester");
	assert_string_equal(t.entered_at, "2026-01-31T12:00:00Z");
	/* Another name says nothing of the state. */
	task_fixture_sql(&f, "UPDATE task SET login = 'urzad'");
	t.name = "A";
	assert_done(task_save(f.db, task_fixture_rev(&f), &t, &f.err), f.err);
	assert_string_equal(load(a).login, "urzad");
	t.state = TASK_RUNNING;
	t.percent = 30;
	assert_done(task_save(f.db, task_fixture_rev(&f), &t, &f.err), f.err);
	assert_string_equal(load(a).login, "tester");
}

static void
a_line_of_money_moves_to_another_year_and_never_over_another_line(void **state)
{
	int64_t a = add(3, "a");
	struct task_money former = { .task = a, .year = 2024, .planned = 20, .spent = 2 },
			  now = former, *lines;
	int count;

	(void)state;
	money_save(a, 2024, MONEY_OWN, 20, 2);
	money_save(a, 2025, MONEY_OWN, 5, 0);
	now.year = 2025;
	assert_int_equal(task_money_save(f.db, task_fixture_rev(&f), &now, &former, &f.err), -1);
	assert_int_equal(f.err.field, TASK_MONEY_SOURCE);
	assert_code(f.err, ERROR_INPUT);
	now.source = MONEY_STATE;
	assert_done(task_money_save(f.db, task_fixture_rev(&f), &now, &former, &f.err), f.err);
	assert_done(task_money_list(f.db, a, &f.arena, &lines, &count, &f.err), f.err);
	assert_int_equal(count, 2);
	assert_int_equal(lines[0].year, 2025);
	assert_int_equal(lines[0].source, MONEY_OWN);
	assert_int_equal(lines[1].source, MONEY_STATE);
	assert_done(task_money_remove(f.db, task_fixture_rev(&f), &lines[0], &f.err), f.err);
	assert_int_equal(task_money_remove(f.db, task_fixture_rev(&f), &lines[0], &f.err), -1);
	assert_code(f.err, ERROR_MISSING);
}

static void
the_year_of_changed_money_is_told_by_the_last_of_the_name(void **state)
{
	static const struct {
		const char *name;
		int year;
	} cases[] = {
		{ "Droga (2024, środki własne)", 2024 },
		{ "Droga (2023, etap 1) (2024, own funds)", 2024 },
		{ "Droga (2024, środki inne (fundusze))", 2024 },
		{ "Droga (2024)", 0 },
		{ "Droga (etap 2)", 0 },
		{ "Droga", 0 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct strategy_change change = { .noun = CHANGE_TASK, .name = cases[i].name };

		assert_int_equal(task_money_change_year(&change), cases[i].year);
		change.noun = CHANGE_GOAL;
		assert_int_equal(task_money_change_year(&change), 0);
	}
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_task_comes_back_as_it_was_saved_and_raises_the_strategys_rev),
		TEST(tasks_stand_in_the_order_of_their_goals),
		TEST(a_task_moves_within_its_goal_and_stops_at_the_ends),
		TEST(a_task_that_changes_its_goal_goes_to_its_end_and_leaves_no_gap),
		TEST(a_deleted_task_leaves_its_place_and_comes_back_at_the_end),
		TEST(a_task_whose_goal_is_deleted_comes_back_to_the_whole_strategy),
		TEST(a_colleagues_change_of_the_strategy_is_a_conflict),
		TEST(a_task_is_deleted_beside_a_colleagues_change_of_another_but_not_of_itself),
		TEST(names_goals_and_days_that_cannot_be_are_refused_with_their_field),
		TEST(a_text_longer_than_its_room_is_refused_and_one_that_just_fits_comes_back),
		TEST(a_state_that_the_rest_contradicts_is_refused),
		TEST(a_task_that_is_done_is_done_to_a_hundred_percent),
		TEST(what_should_have_begun_or_ended_is_late_whatever_was_said),
		TEST(how_far_a_task_is_stays_unknown_until_somebody_says_it),
		TEST(totals_leave_what_was_given_up_out_of_the_mean),
		TEST(offices_of_tasks_and_targets_stand_once_in_polish_order),
		TEST(amounts_are_read_to_the_grosz),
		TEST(amounts_are_written_without_a_rest),
		TEST(money_is_kept_by_year_and_source_and_summed_exactly),
		TEST(money_and_states_know_who_said_them_and_when),
		TEST(the_year_of_changed_money_is_told_by_the_last_of_the_name),
		TEST(a_line_of_money_moves_to_another_year_and_never_over_another_line),
	};

	i18n_start("en");
	setenv("GROMADA_TEST", "1", 1); /* the clock stands still */
	return cmocka_run_group_tests(tests, NULL, NULL);
}
