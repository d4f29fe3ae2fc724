/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rounds of monitoring, what offices deliver, deviations with their measures. The day is
 * 2026-11-22. */
#include "year_fixture.h"

#include "model/deleted_line.h"
#include "model/due.h"
#include "model/monitoring/deviation.h"
#include "model/monitoring/monitoring_round.h"

static struct year_fixture f;

static int
set_up(void **state)
{
	(void)state;
	year_start(&f);
	return 0;
}

static int
tear_down(void **state)
{
	(void)state;
	year_end(&f);
	return 0;
}

static struct monitoring_round
open_round(int year)
{
	struct monitoring_round r = { .strategy = YEAR_STRATEGY, .year = year };

	assert_done(round_save(f.db, &r, &f.err), f.err);
	return r;
}

static void
refused(struct monitoring_round r, int field)
{
	assert_int_equal(round_save(f.db, &r, &f.err), -1);
	assert_int_equal(f.err.field, field);
	assert_code(f.err, ERROR_INPUT);
}

static void
a_new_round_asks_every_office_that_targets_and_tasks_name(void **state)
{
	struct monitoring_round r = open_round(2025);
	struct round_delivery *list;
	int count;

	(void)state;
	assert_string_equal(r.opened_on, "2026-11-22");
	assert_string_equal(r.due_on, "2026-12-22"); /* begun late: a month */
	assert_int_equal(r.offices, 4);
	assert_int_equal(r.delivered, 0);
	assert_string_equal(year_last_act(&f), "round.add");
	assert_done(round_deliveries(f.db, &r, &f.arena, &list, &count, &f.err), f.err);
	assert_int_equal(count, 4);
	assert_string_equal(list[0].office, "Drogi");
	assert_string_equal(list[1].office, "Kultura");
	assert_string_equal(list[2].office, "Oświata");
	assert_string_equal(list[3].office, "");
	assert_false(list[0].late);
}

static void
an_office_whose_figures_come_from_files_alone_is_not_asked(void **state)
{
	struct monitoring_round r;
	struct round_delivery *list,
		delivery = { .delivered_on = "2026-11-20", .sent_on = "", .note = "" };
	int count;

	(void)state;
	year_sql(&f, "UPDATE target SET office = 'Statystyka' WHERE indicator <> ''");
	r = open_round(2025);
	assert_int_equal(r.offices, 4);
	assert_done(round_deliveries(f.db, &r, &f.arena, &list, &count, &f.err), f.err);
	assert_int_equal(count, 4);
	for (int i = 0; i < count; i++)
		assert_string_not_equal(list[i].office, "Statystyka");
	delivery.office = "Statystyka";
	assert_int_equal(round_delivery_save(f.db, &r, &delivery, &f.err), -1);
	assert_non_null(strstr(f.err.text, "catalogue"));
	assert_code(f.err, ERROR_INPUT);
	delivery.office = "Kadry";
	assert_int_equal(round_delivery_save(f.db, &r, &delivery, &f.err), -1);
	assert_non_null(strstr(f.err.text, "no indicator and no task"));
	assert_code(f.err, ERROR_INPUT);
}

static void
a_round_lies_in_the_years_of_its_strategy_and_its_year_is_over(void **state)
{
	(void)state;
	refused((struct monitoring_round){ .strategy = YEAR_STRATEGY, .year = 2020 },
		ROUND_FIELD_YEAR);
	refused((struct monitoring_round){ .strategy = YEAR_STRATEGY, .year = 2026 },
		ROUND_FIELD_YEAR);
	open_round(2025);
	refused((struct monitoring_round){ .strategy = YEAR_STRATEGY, .year = 2025 },
		ROUND_FIELD_YEAR);
}

static void
days_of_a_round_are_in_the_calendar_and_in_order(void **state)
{
	struct monitoring_round r = open_round(2025);

	(void)state;
	strcpy(r.due_on, "2026-02-30");
	refused(r, ROUND_FIELD_DUE);
	strcpy(r.due_on, "2026-11-01");
	refused(r, ROUND_FIELD_DUE);
}

static void
the_same_round_changed_by_two_people_keeps_the_first_change(void **state)
{
	struct monitoring_round r = open_round(2025), other = r;

	(void)state;
	strcpy(r.summary, "Rok inwestycji.");
	assert_done(round_save(f.db, &r, &f.err), f.err);
	strcpy(other.summary, "Coś innego.");
	assert_int_equal(round_save(f.db, &other, &f.err), -1);
	assert_code(f.err, ERROR_CONFLICT);
	assert_done(round_load(f.db, r.id, &r, &f.err), f.err);
	assert_string_equal(r.summary, "Rok inwestycji.");
}

static void
an_office_delivers_and_is_late_when_the_day_is_over(void **state)
{
	struct monitoring_round r = open_round(2025);
	struct round_delivery d = {
		.office = "Drogi", .sent_on = "2026-01-10", .delivered_on = "2026-02-20", .note = ""
	};
	struct round_delivery *list;
	int count;

	(void)state;
	assert_done(round_delivery_save(f.db, &r, &d, &f.err), f.err);
	assert_int_equal(r.delivered, 1);
	strcpy(r.opened_on, "2026-01-02");
	strcpy(r.due_on, "2026-03-31");
	assert_done(round_save(f.db, &r, &f.err), f.err);
	assert_done(round_deliveries(f.db, &r, &f.arena, &list, &count, &f.err), f.err);
	assert_string_equal(list[0].delivered_on, "2026-02-20");
	assert_false(list[0].late);
	assert_true(list[1].late);
	d.delivered_on = "2026-12-01";
	assert_int_equal(round_delivery_save(f.db, &r, &d, &f.err), -1);
	assert_int_equal(f.err.field, DELIVERY_FIELD_DELIVERED);
	assert_code(f.err, ERROR_INPUT);
}

static void
a_round_goes_only_while_nothing_was_delivered_or_written(void **state)
{
	struct monitoring_round r = open_round(2025), none;
	struct deviation d = { .target = 1, .cause = "Zamknięto oddział" };
	struct round_delivery delivery = { .office = "Drogi", .delivered_on = "" };

	(void)state;
	assert_done(deviation_save(f.db, &r, &d, &f.err), f.err);
	assert_int_equal(round_remove(f.db, &r, &f.err), -1);
	assert_code(f.err, ERROR_INPUT);
	d.cause[0] = '\0';
	assert_done(deviation_save(f.db, &r, &d, &f.err), f.err);
	assert_int_equal(d.id, 0);
	strcpy(r.summary, "Rok inwestycji.");
	assert_done(round_save(f.db, &r, &f.err), f.err);
	assert_int_equal(round_remove(f.db, &r, &f.err), -1);
	assert_code(f.err, ERROR_INPUT);
	r.summary[0] = '\0';
	assert_done(round_save(f.db, &r, &f.err), f.err);
	for (int i = 0; i < 2; i++) {
		delivery.sent_on = i ? "" : "2026-01-10";
		delivery.note = i ? "Proszą o tydzień" : "";
		assert_done(round_delivery_save(f.db, &r, &delivery, &f.err), f.err);
		assert_int_equal(round_remove(f.db, &r, &f.err), -1);
		assert_code(f.err, ERROR_INPUT);
	}
	delivery.note = "";
	assert_done(round_delivery_save(f.db, &r, &delivery, &f.err), f.err);
	assert_done(round_remove(f.db, &r, &f.err), f.err);
	assert_done(round_find(f.db, YEAR_STRATEGY, 2025, &none, &f.err), f.err);
	assert_int_equal(none.id, 0);
}

static void
a_cause_that_was_emptied_comes_back_to_the_round_of_its_year(void **state)
{
	const struct deleted_of of = { DELETED_DEVIATION, YEAR_STRATEGY };
	struct monitoring_round r = open_round(2025);
	struct deviation d = { .task = 1,
		.cause = "Wykonawca zszedł z budowy",
		.measure = "Nowy przetarg",
		.office = "Drogi",
		.due_on = "2026-06-30" };
	struct deviation empty = { .task = 1 }, again = { .task = 1, .cause = "Mróz" }, *list;
	struct deleted_line *deleted;
	int count;

	(void)state;
	assert_done(deviation_save(f.db, &r, &d, &f.err), f.err);
	empty.id = d.id;
	assert_done(deviation_save(f.db, &r, &empty, &f.err), f.err);
	assert_done(deleted_line_list(f.db, &of, &f.arena, &deleted, &count, &f.err), f.err);
	assert_int_equal(count, 1);
	assert_string_equal(deleted[0].text, "Wykonawca zszedł z budowy (Przebudowa ulicy, 2025)");
	/* What was written of it since is not overwritten. */
	assert_done(deviation_save(f.db, &r, &again, &f.err), f.err);
	assert_int_equal(deleted_line_restore(f.db, deleted[0].id, "", &f.err), -1);
	assert_code(f.err, ERROR_CONFLICT);
	year_sql(&f, "DELETE FROM deviation");
	assert_done(round_load(f.db, r.id, &r, &f.err), f.err);
	assert_done(round_remove(f.db, &r, &f.err), f.err);
	assert_int_equal(deleted_line_restore(f.db, deleted[0].id, "", &f.err), -1);
	assert_non_null(strstr(f.err.text, "2025"));
	assert_code(f.err, ERROR_MISSING);
	r = open_round(2025);
	assert_done(deleted_line_restore(f.db, deleted[0].id, "", &f.err), f.err);
	assert_string_equal(year_last_act(&f), "round.deviation-back");
	assert_done(deviation_list(f.db, r.id, &f.arena, &list, &count, &f.err), f.err);
	assert_int_equal(count, 1);
	assert_int_equal(list[0].task, 1);
	assert_string_equal(list[0].cause, d.cause);
	assert_string_equal(list[0].measure, d.measure);
	assert_string_equal(list[0].office, d.office);
	assert_string_equal(list[0].due_on, d.due_on);
	assert_string_equal(list[0].done_on, "");
	assert_int_equal(deleted_line_restore(f.db, deleted[0].id, "", &f.err), -1);
	assert_code(f.err, ERROR_MISSING);
}

static void
a_deviation_has_a_cause_or_a_measure_of_a_target_or_a_task(void **state)
{
	struct monitoring_round r = open_round(2025);
	struct deviation d = { .target = 1 }, *list;
	int count;

	(void)state;
	assert_int_equal(deviation_save(f.db, &r, &d, &f.err), -1);
	assert_int_equal(f.err.field, DEVIATION_FIELD_CAUSE);
	assert_code(f.err, ERROR_INPUT);
	strcpy(d.cause, "Brak miejsc");
	strcpy(d.due_on, "2027-09-01");
	assert_int_equal(deviation_save(f.db, &r, &d, &f.err), -1);
	assert_int_equal(f.err.field, DEVIATION_FIELD_MEASURE);
	assert_code(f.err, ERROR_INPUT);
	strcpy(d.measure, "Nowy oddział");
	assert_done(deviation_save(f.db, &r, &d, &f.err), f.err);
	d = (struct deviation){ .task = 77, .cause = "x" };
	assert_int_equal(deviation_save(f.db, &r, &d, &f.err), -1);
	assert_code(f.err, ERROR_MISSING);
	assert_done(deviation_list(f.db, r.id, &f.arena, &list, &count, &f.err), f.err);
	assert_int_equal(count, 1);
	assert_string_equal(list[0].subject, "Dzieci w przedszkolach");
	assert_false(list[0].overdue);
	assert_done(round_load(f.db, r.id, &r, &f.err), f.err);
	assert_int_equal(r.deviations, 1);
	assert_int_equal(r.measures, 1);
}

static void
a_measure_is_followed_until_it_is_done(void **state)
{
	struct monitoring_round r = open_round(2025);
	struct deviation d = { .task = 1,
		.cause = "Wykonawca zszedł z budowy",
		.measure = "Nowy przetarg",
		.due_on = "2026-06-30" };
	struct deviation *list;
	int count;

	(void)state;
	assert_done(deviation_save(f.db, &r, &d, &f.err), f.err);
	assert_done(deviation_open_list(f.db, 0, &f.arena, &list, &count, &f.err), f.err);
	assert_int_equal(count, 1);
	assert_true(list[0].overdue);
	assert_string_equal(list[0].subject, "Przebudowa ulicy");
	strcpy(d.done_on, "2027-01-01");
	assert_int_equal(deviation_save(f.db, &r, &d, &f.err), -1);
	assert_int_equal(f.err.field, DEVIATION_FIELD_DONE);
	assert_code(f.err, ERROR_INPUT);
	strcpy(d.done_on, "2026-11-20");
	assert_done(deviation_save(f.db, &r, &d, &f.err), f.err);
	assert_done(deviation_open_list(f.db, 0, &f.arena, &list, &count, &f.err), f.err);
	assert_int_equal(count, 0);
}

static void
a_new_cause_stands_beside_those_of_colleagues_and_about_the_same_nothing_is_overwritten(
	void **state)
{
	struct monitoring_round mine = open_round(2025), theirs = mine;
	struct deviation d = { .target = 1, .cause = "Brak miejsc" },
			 other = { .target = 3, .cause = "Mróz" },
			 same = { .target = 1, .cause = "Susza" }, *list;
	int64_t id;
	int count;

	(void)state;
	assert_done(deviation_save(f.db, &theirs, &d, &f.err), f.err);
	assert_done(deviation_save(f.db, &mine, &other, &f.err), f.err);
	assert_int_equal(mine.rev, theirs.rev + 1);
	assert_int_equal(deviation_save(f.db, &mine, &same, &f.err), -1);
	assert_code(f.err, ERROR_CONFLICT);
	assert_done(deviation_find(f.db, mine.id, 1, 0, &id, &f.err), f.err);
	assert_int_equal(id, d.id);
	assert_done(deviation_list(f.db, mine.id, &f.arena, &list, &count, &f.err), f.err);
	assert_int_equal(count, 2);
	/* What was there when it was read is changed under its rev, and the refusal says which year. */
	strcpy(d.cause, "Brak kadry");
	theirs.year = 0;
	assert_int_equal(deviation_save(f.db, &theirs, &d, &f.err), -1);
	assert_non_null(strstr(f.err.text, "2025"));
	assert_code(f.err, ERROR_CONFLICT);
}

static const struct due_item *
due_of(enum due_kind kind, struct date today)
{
	struct due_item *list;
	int count;

	assert_done(due_list(f.db, today, NO_SLOT, &f.arena, &list, &count, &f.err), f.err);
	for (int i = 0; i < count; i++)
		if (list[i].kind == kind)
			return &list[i];
	return NULL;
}

static int
in_force(int slot, int year)
{
	struct due_summary due;

	assert_done(due_in_force(f.db, (struct date){ year + 1, 6, 1 }, slot, &f.arena, &due, &f.err),
		f.err);
	return due.in_force_count;
}

static void
a_supralocal_strategy_is_due_with_all_its_units_as_long_as_it_is_in_force(void **state)
{
	const int leader = fixture_slot(f.db, "0201011"), partner = fixture_slot(f.db, "0201022"),
		  stranger = fixture_slot(f.db, "0265011");
	struct due_item *list;
	char sql[160];
	int count;

	(void)state;
	assert_int_equal(in_force(partner, 2025), 0);
	snprintf(sql, sizeof sql, "INSERT INTO strategy_unit (strategy_id, slot) VALUES (1, %d)",
		partner);
	year_sql(&f, sql);
	assert_int_equal(in_force(leader, 2025), 1);
	assert_int_equal(in_force(partner, 2025), 1);
	assert_int_equal(in_force(NO_SLOT, 2025), 1);
	assert_int_equal(in_force(stranger, 2025), 0);
	assert_int_equal(in_force(leader, 2031), 0);
	assert_done(due_list(f.db, (struct date){ 2026, 6, 1 }, partner, &f.arena, &list, &count,
			    &f.err),
		f.err);
	assert_true(count > 0);
	year_sql(&f, "UPDATE strategy SET state = 'draft' WHERE id = 1");
	assert_int_equal(in_force(NO_SLOT, 2025), 0);
}

static void
the_report_of_the_year_is_due_and_a_round_without_missing_offices_waits_for_approval(void **state)
{
	const struct date early = { 2026, 3, 1 }, may = { 2026, 5, 20 }, late = { 2026, 6, 1 };
	struct monitoring_round r;

	(void)state;
	year_sql(&f, "UPDATE strategy SET state = 'adopted'");
	assert_null(due_of(DUE_REPORT, early));
	assert_false(due_of(DUE_REPORT, may)->overdue);
	assert_true(due_of(DUE_REPORT, late)->overdue);
	r = open_round(2025);
	assert_int_equal(due_of(DUE_REPORT, late)->missing, 1);
	year_sql(&f, "UPDATE round_delivery SET delivered_on = '2026-02-01'");
	assert_int_equal(due_of(DUE_REPORT, early)->missing, 0);
	assert_int_equal(due_of(DUE_REPORT, early)->id, r.id);
	assert_string_equal(due_of(DUE_REPORT, early)->on, "2026-05-31");
	/* One whose figures come from files alone is not waited for. */
	year_sql(&f, "UPDATE target SET office = 'Statystyka' WHERE indicator <> ''");
	assert_int_equal(due_of(DUE_REPORT, early)->missing, 0);
	assert_int_equal(due_of(DUE_REPORT, late)->id, r.id);
	/* An office named since then has not delivered either. */
	year_sql(&f, "UPDATE task SET office = 'Nowy' WHERE id = 2");
	assert_null(due_of(DUE_REPORT, early));
	assert_int_equal(due_of(DUE_REPORT, late)->missing, 1);
	year_sql(&f, "UPDATE task SET office = 'Kultura' WHERE id = 2");
	year_sql(
		&f, "UPDATE monitoring_round SET approved_on = '2026-05-01', approved_by = 'Rada'");
	assert_null(due_of(DUE_REPORT, late));
}

static void
a_task_is_due_when_it_ends_or_should_have_begun_and_a_step_when_it_is_planned(void **state)
{
	const struct date today = { 2026, 11, 22 };

	(void)state;
	year_sql(&f, "UPDATE strategy SET state = 'adopted'");
	year_sql(&f, "UPDATE task SET state = 'done', percent = 100");
	assert_null(due_of(DUE_TASK, today));
	year_sql(&f, "UPDATE task SET state = 'running', planned_from = '2026-01-01', planned_to = "
		     "'2026-11-30' WHERE id = 1");
	assert_false(due_of(DUE_TASK, today)->overdue);
	year_sql(&f, "UPDATE task SET planned_to = '2026-11-20' WHERE id = 1");
	assert_true(due_of(DUE_TASK, today)->overdue);
	year_sql(&f,
		"UPDATE task SET state = 'prepared', real_from = NULL, planned_to = '2027-11-20' "
		"WHERE id = 1");
	assert_true(due_of(DUE_TASK, today)->unbegun);
	assert_string_equal(due_of(DUE_TASK, today)->on, "2026-01-01");
	year_sql(&f,
		"INSERT INTO adoption_step (strategy_id, position, kind, name, planned_on) VALUES "
		"(1, 1, 'other', 'Druk', '2026-12-01')");
	assert_string_equal(due_of(DUE_STEP, today)->text, "Druk");
	year_sql(&f, "UPDATE adoption_step SET done_on = '2026-11-01'");
	assert_null(due_of(DUE_STEP, today));
}

static void
the_state_report_is_due_on_the_last_of_may_after_the_year(void **state)
{
	struct date d = round_state_report_day(2025);

	(void)state;
	assert_int_equal(d.year, 2026);
	assert_int_equal(d.month, 5);
	assert_int_equal(d.day, 31);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			a_new_round_asks_every_office_that_targets_and_tasks_name, set_up,
			tear_down),
		cmocka_unit_test_setup_teardown(
			an_office_whose_figures_come_from_files_alone_is_not_asked, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			a_round_lies_in_the_years_of_its_strategy_and_its_year_is_over, set_up,
			tear_down),
		cmocka_unit_test_setup_teardown(
			days_of_a_round_are_in_the_calendar_and_in_order, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			the_same_round_changed_by_two_people_keeps_the_first_change, set_up,
			tear_down),
		cmocka_unit_test_setup_teardown(
			an_office_delivers_and_is_late_when_the_day_is_over, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			a_round_goes_only_while_nothing_was_delivered_or_written, set_up,
			tear_down),
		cmocka_unit_test_setup_teardown(
			a_cause_that_was_emptied_comes_back_to_the_round_of_its_year, set_up,
			tear_down),
		cmocka_unit_test_setup_teardown(
			a_deviation_has_a_cause_or_a_measure_of_a_target_or_a_task, set_up,
			tear_down),
		cmocka_unit_test_setup_teardown(
			a_measure_is_followed_until_it_is_done, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			a_new_cause_stands_beside_those_of_colleagues_and_about_the_same_nothing_is_overwritten,
			set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			a_supralocal_strategy_is_due_with_all_its_units_as_long_as_it_is_in_force,
			set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			the_report_of_the_year_is_due_and_a_round_without_missing_offices_waits_for_approval,
			set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			a_task_is_due_when_it_ends_or_should_have_begun_and_a_step_when_it_is_planned,
			set_up, tear_down),
		cmocka_unit_test(the_state_report_is_due_on_the_last_of_may_after_the_year),
	};

	setenv("GROMADA_TEST", "1", 1);
	setenv("GROMADA_NOW", "2026-11-22T09:00:00Z", 1);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
