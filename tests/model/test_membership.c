/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is a member of a group on a day, wherever it is asked: today is 2026-11-22, Gromadka leaves
 * and Wałbrzych joins on a day to come. */
#include "meeting_fixture.h"

#include "model/sheets/data_sheet.h"
#include "model/sheets/decision_count.h"
#include "model/due.h"
#include "model/groups/exchange_group.h"
#include "model/indicators/group.h"
#include "model/groups/group_calendar.h"
#include "model/groups/group_overview.h"
#include "model/groups/group_sheet.h"
#include "model/sheets/service_organisation.h"
#include "model/sheets/sheet_turn.h"

static struct meeting_fixture f;

enum { BOLESLAWIEC, GROMADKA, NOWOGRODZIEC, WALBRZYCH };

static int
set_up(void **state)
{
	(void)state;
	meeting_fixture_start(&f);
	meeting_fixture_sql(&f,
		"INSERT INTO comparison_group (id, uid, name, exchange_group_id) "
		"SELECT 9, printf('%032d', 9), name, id FROM exchange_group;"
		"UPDATE exchange_member SET left_on = '2027-06-29' WHERE left_on IS NOT NULL;"
		"UPDATE exchange_member SET joined_on = '2027-06-01' WHERE host_order = 4;");
	return 0;
}

static int
tear_down(void **state)
{
	(void)state;
	meeting_fixture_end(&f);
	return 0;
}

static struct exchange_group
loaded(void)
{
	struct exchange_group g;

	assert_done(exchange_group_load(f.db, f.group, &g, &f.err), f.err);
	return g;
}

/* Whether the comparison group and the group's comparison have these members, and no others. */
static void
assert_compared(const int *who, int count)
{
	struct sheet_member *members;
	struct unit_table units;
	int *slots, n;

	assert_done(group_members(f.db, 9, &f.arena, &slots, &n, &f.err), f.err);
	assert_int_equal(n, count);
	for (int i = 0; i < count; i++)
		assert_int_equal(slots[i], f.slots[who[i]]);
	assert_done(unit_table_load(f.db, &units, &f.err), f.err);
	assert_done(group_sheet_members(f.db, &units, f.group, MEMBERS_PRESENT, &f.arena,
			    &members, &n, &f.err),
		f.err);
	assert_int_equal(n, count);
	for (int i = 0; i < count; i++)
		assert_int_equal(members[i].slot, f.slots[who[i]]);
	unit_table_release(&units);
}

static void
who_leaves_next_year_is_compared_until_then_and_who_joins_from_then_on(void **state)
{
	const int now[] = { BOLESLAWIEC, GROMADKA, NOWOGRODZIEC };
	const int later[] = { BOLESLAWIEC, NOWOGRODZIEC, WALBRZYCH };
	struct group *list;
	int count;

	(void)state;
	assert_compared(now, 3);
	assert_done(group_list(f.db, &f.arena, &list, &count, &f.err), f.err);
	assert_int_equal(list[0].members, 3);
	meeting_fixture_sql(&f, "UPDATE exchange_member SET left_on = '2026-11-21' "
				"WHERE left_on IS NOT NULL;"
				"UPDATE exchange_member SET joined_on = '2026-11-22' "
				"WHERE host_order = 4");
	assert_compared(later, 3);
}

static void
who_joins_next_year_is_counted_nowhere_yet(void **state)
{
	struct exchange_group g = loaded();
	struct exchange_member *list;
	struct overview_row *rows;
	int count;

	(void)state;
	assert_int_equal(g.members, 3);
	assert_done(exchange_member_list(
			    f.db, f.group, "2026-11-22", &f.arena, &list, &count, &f.err),
		f.err);
	assert_int_equal(count, 3);
	assert_done(group_overview(f.db, "2026-11-22", &f.arena, &rows, &count, &f.err), f.err);
	assert_int_equal(rows[0].members, 3);
}

static void
totals_and_services_of_a_group_are_those_of_present_members(void **state)
{
	struct service_organisation *services;
	struct service_filter of_services = { .group = f.group };
	struct decision_filter of_decisions = { .group = f.group };
	struct decision_count *decisions;
	int count;

	(void)state;
	meeting_fixture_sql(&f,
		"INSERT INTO decision_count (uid, slot, year, quarter, case_type, issued) "
		"SELECT printf('%032d', slot), slot, 2026, 1, 'budowa', 10 FROM exchange_member;"
		"INSERT INTO service_organisation (uid, slot, service, year, provider) "
		"SELECT printf('%032d', slot), slot, 'woda', 2026, 'own_unit' FROM exchange_member");
	assert_done(decision_count_list(f.db, &of_decisions, &f.arena, &decisions, &count, &f.err), f.err);
	assert_int_equal(count, 3);
	assert_done(service_organisation_list(
			    f.db, &of_services, &f.arena, &services, &count, &f.err),
		f.err);
	assert_int_equal(count, 3);
}

static void
a_sheet_asks_those_who_joined_before_it_was_due(void **state)
{
	struct data_sheet sheet;
	struct sheet_return *list, one;
	struct overview_row *rows;
	struct due_item *due;
	int count;

	(void)state;
	meeting_fixture_sql(&f,
		"UPDATE exchange_member SET joined_on = '2026-06-01' WHERE host_order = 4;"
		"INSERT INTO indicator (id, uid, code, name, measure, decimals, direction, source, "
		"frequency, kind) VALUES (1, printf('%032d', 1), 'X1', 'X', '%', 1, 'D', 'własne', 'R', "
		"'own');"
		"INSERT INTO data_sheet (id, uid, group_id, year, due_on) VALUES "
		"(1, printf('%032d', 1), 1, 2025, '2026-05-15');"
		"INSERT INTO data_sheet_line (sheet_id, position, indicator_id) VALUES (1, 1, 1)");
	assert_done(data_sheet_load(f.db, 1, &sheet, &f.err), f.err);
	assert_done(sheet_return_list(f.db, &sheet, &f.arena, &list, &count, &f.err), f.err);
	assert_int_equal(count, 3);
	assert_done(sheet_missing_list(f.db, NO_SLOT, &f.arena, &list, &count, &f.err), f.err);
	assert_int_equal(count, 3);
	assert_done(due_list(f.db, (struct date){ 2026, 11, 22 }, NO_SLOT, &f.arena, &due, &count, &f.err),
		f.err);
	assert_int_equal(due[count - 1].of, 3);
	assert_done(group_overview(f.db, "2026-11-22", &f.arena, &rows, &count, &f.err), f.err);
	assert_int_equal(rows[0].returns, 3);
	/* who joined later may return one unasked */
	assert_done(sheet_return_load(f.db, &sheet, f.slots[WALBRZYCH], &f.arena, &one, &f.err), f.err);
	meeting_fixture_sql(&f, "UPDATE data_sheet SET due_on = '2026-06-01'");
	assert_done(sheet_missing_list(f.db, NO_SLOT, &f.arena, &list, &count, &f.err), f.err);
	assert_int_equal(count, 4);
	meeting_fixture_sql(&f, "UPDATE data_sheet SET due_on = '2026-05-15', year = 2026");
	assert_done(sheet_missing_list(f.db, NO_SLOT, &f.arena, &list, &count, &f.err), f.err);
	assert_int_equal(count, 4);
}

static void
before_a_group_begins_its_members_are_those_of_its_first_day(void **state)
{
	const int first[] = { BOLESLAWIEC, GROMADKA, NOWOGRODZIEC };

	(void)state;
	meeting_fixture_sql(&f, "UPDATE exchange_member SET joined_on = '2027-02-01' "
				"WHERE joined_on < '2027-02-01';"
				"UPDATE exchange_group SET starts_on = '2027-02-01'");
	assert_int_equal(loaded().members, 3);
	assert_compared(first, 3);
}

static void
who_joins_later_is_no_host_today_but_one_of_days_to_come(void **state)
{
	struct host_turn *turns;
	int count;

	(void)state;
	assert_done(host_turn_list(f.db, f.group, false, &f.arena, &turns, &count, &f.err), f.err);
	assert_int_equal(count, 3);
	assert_done(host_turn_list(f.db, f.group, true, &f.arena, &turns, &count, &f.err), f.err);
	assert_int_equal(count, 4);
}

static void
who_joins_later_is_counted_as_host_where_a_meeting_is_there(void **state)
{
	struct proposed_meeting *list;
	struct exchange_group g = loaded();
	struct host_turn *turns;
	char sql[256];
	int count;

	(void)state;
	snprintf(sql, sizeof sql,
		"INSERT INTO meeting (uid, group_id, number, stage, host, starts_at, ends_at) VALUES "
		"(printf('%%032d', 7), 1, 1, 5, %d, '2027-07-06T10:00', '2027-07-06T15:00')",
		f.slots[WALBRZYCH]);
	meeting_fixture_sql(&f, sql);
	assert_done(host_turn_list(f.db, f.group, false, &f.arena, &turns, &count, &f.err), f.err);
	assert_int_equal(count, 4);
	assert_int_equal(turns[3].member.slot, f.slots[WALBRZYCH]);
	assert_int_equal(turns[3].planned, 1);
	assert_false(host_turn_on(&turns[3], "2027-05-31"));
	assert_true(host_turn_on(&turns[3], "2027-06-01"));
	assert_done(group_calendar_propose(f.db, &g, &f.arena, &list, &count, &f.err), f.err);
	for (int i = 0; i < count; i++)
		if (list[i].there)
			assert_int_equal(list[i].host, f.slots[WALBRZYCH]);
		else if (i + 1 < count && list[i + 1].there)
			assert_int_not_equal(list[i].host, f.slots[WALBRZYCH]);
}

static void
another_groups_meeting_takes_the_day_of_those_who_are_members_of_both_then(void **state)
{
	struct proposed_meeting *list;
	struct exchange_group g = loaded();
	char day[16], sql[256];
	int count;

	(void)state;
	meeting_fixture_sql(&f, "UPDATE exchange_member SET joined_on = '2027-12-31' "
				"WHERE host_order = 4");
	assert_done(group_calendar_propose(f.db, &g, &f.arena, &list, &count, &f.err), f.err);
	snprintf(day, sizeof day, "%s", list[0].starts_on);
	assert_true(day[0]);
	meeting_fixture_sql(&f, "INSERT INTO exchange_group (id, uid, code, name, kind, starts_on) "
				"VALUES (2, printf('%032d', 2), 'GWD-2', 'G', 'gwd', '2026-01-01');"
				"INSERT INTO exchange_member (group_id, slot, joined_on) "
				"SELECT 2, slot, '2026-01-01' FROM exchange_member WHERE host_order = 4");
	snprintf(sql, sizeof sql,
		"INSERT INTO meeting (uid, group_id, number, starts_at, ends_at) VALUES "
		"(printf('%%032d', 7), 2, 1, '%sT10:00', '%sT15:00')",
		day, day);
	meeting_fixture_sql(&f, sql);
	assert_done(group_calendar_propose(f.db, &g, &f.arena, &list, &count, &f.err), f.err);
	assert_string_equal(list[0].starts_on, day); /* Wałbrzych is not in this group yet */
	meeting_fixture_sql(&f, "UPDATE exchange_member SET joined_on = '2026-06-01' "
				"WHERE group_id = 1 AND host_order = 4");
	assert_done(group_calendar_propose(f.db, &g, &f.arena, &list, &count, &f.err), f.err);
	assert_string_not_equal(list[0].starts_on, day);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(who_leaves_next_year_is_compared_until_then_and_who_joins_from_then_on),
		TEST(who_joins_next_year_is_counted_nowhere_yet),
		TEST(totals_and_services_of_a_group_are_those_of_present_members),
		TEST(a_sheet_asks_those_who_joined_before_it_was_due),
		TEST(before_a_group_begins_its_members_are_those_of_its_first_day),
		TEST(who_joins_later_is_no_host_today_but_one_of_days_to_come),
		TEST(who_joins_later_is_counted_as_host_where_a_meeting_is_there),
		TEST(another_groups_meeting_takes_the_day_of_those_who_are_members_of_both_then),
	};

	setenv("GROMADA_TEST", "1", 1);
	setenv("GROMADA_NOW", "2026-11-22T09:00:00Z", 1);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
