/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is due in groups, the coordinator's overview, an indicator over the years for all members,
 * and what the check of the database finds in conclusions and plans. */
#include "meeting_fixture.h"

#include "model/check.h"
#include "model/due.h"
#include "model/groups/group_overview.h"
#include "model/groups/group_sheet.h"
#include "model/meetings/attendance.h"
#include "model/meetings/homework.h"

#include <math.h>

static struct meeting_fixture f;
static struct meeting first;
static const struct date today = { 2026, 2, 20 };

static int
set_up(void **state)
{
	(void)state;
	meeting_fixture_start(&f);
	first = meeting_fixture_meeting(&f);
	meeting_fixture_sql(&f, "INSERT INTO comparison_group (uid, name, exchange_group_id) "
				"SELECT printf('%032d', 9), name, id FROM exchange_group");
	return 0;
}

static int
tear_down(void **state)
{
	(void)state;
	meeting_fixture_end(&f);
	return 0;
}

static struct homework
given(int slot, const char *due)
{
	struct homework h = { .group = f.group,
		.meeting = first.id,
		.slot = slot,
		.text = "Zebrać dane",
		.due_on = due };

	assert_done(homework_save(f.db, &h, &f.arena, &f.err), f.err);
	return h;
}

static struct due_item *
listed(int slot, int *count)
{
	struct due_item *list;

	assert_done(due_list(f.db, today, slot, &f.arena, &list, count, &f.err), f.err);
	return list;
}

static struct due_summary
summed(int slot)
{
	struct due_summary s;

	assert_done(due_summary(f.db, today, slot, &f.arena, &s, &f.err), f.err);
	return s;
}

/* ---- what is due ---- */

static void
a_meeting_that_has_passed_unmarked_and_the_next_one_are_due(void **state)
{
	struct meeting next = { .group = f.group, .host = f.slots[2] };
	struct due_item *list;
	int count;

	(void)state;
	strcpy(next.starts_at, "2026-03-12T10:00");
	strcpy(next.ends_at, "2026-03-12T15:00");
	assert_done(meeting_save(f.db, &next, &f.err), f.err);
	list = listed(NO_SLOT, &count);
	assert_int_equal(count, 2);
	assert_true(list[0].kind == DUE_MEETING && list[0].overdue);
	assert_false(list[1].overdue);
	assert_int_equal(list[1].meeting, next.id);
	assert_int_equal(list[1].slot, f.slots[2]);
	assert_int_equal(summed(NO_SLOT).meeting_count, 1);
	assert_int_equal(summed(NO_SLOT).meetings[0].id, next.id);
}

static void
actions_of_adopted_plans_are_due_until_they_are_carried_out(void **state)
{
	struct due_item *list;
	char sql[512];
	int count;

	(void)state;
	snprintf(sql, sizeof sql,
		"INSERT INTO improvement_plan (id, uid, group_id, slot, title, state, adopted_on) "
		"VALUES (4, printf('%%032d', 4), %d, %d, 'Plan', 'adopted', '2026-01-02');"
		"INSERT INTO improvement_action (plan_id, position, text, to_on) VALUES "
		"(4, 1, 'Przetarg', '2026-02-10'), (4, 2, 'Umowa', '2026-02-25'), "
		"(4, 3, 'Odbiór', '2026-09-30'), (4, 4, 'Dawno', '2024-01-31')",
		(int)f.group, f.slots[0]);
	meeting_fixture_sql(&f, sql);
	list = listed(f.slots[0], &count);
	assert_int_equal(count, 3); /* with the meeting of January */
	assert_true(list[1].kind == DUE_ACTION && list[1].overdue);
	assert_string_equal(list[1].text, "Przetarg");
	assert_true(list[2].number == 2 && !list[2].overdue);
	listed(f.slots[2], &count);
	assert_int_equal(count, 1);
	meeting_fixture_sql(&f, "UPDATE improvement_action SET state = 'done' WHERE position = 1");
	listed(NO_SLOT, &count);
	assert_int_equal(count, 2);
	meeting_fixture_sql(&f, "UPDATE improvement_plan SET state = 'draft'");
	listed(NO_SLOT, &count);
	assert_int_equal(count, 1);
}

static void
homework_is_due_as_far_ahead_as_meetings(void **state)
{
	struct homework ahead = given(f.slots[0], "2026-04-15");
	int count;

	(void)state;
	assert_int_equal(listed(f.slots[0], &count)[1].id, ahead.id);
	assert_int_equal(count, 2);
}

static void
a_meeting_of_several_days_stays_the_next_one_until_its_last(void **state)
{
	struct meeting m = { .group = f.group, .host = f.slots[2] };
	long now = date_to_days(today);

	(void)state;
	date_iso(m.starts_at, sizeof m.starts_at, date_from_days(now - 1));
	strcat(m.starts_at, "T10:00");
	date_iso(m.ends_at, sizeof m.ends_at, date_from_days(now + 1));
	strcat(m.ends_at, "T15:00");
	assert_done(meeting_save(f.db, &m, &f.err), f.err);
	assert_int_equal(summed(NO_SLOT).meeting_count, 1);
	assert_int_equal(summed(NO_SLOT).meetings[0].id, m.id);
}

static void
homework_is_overdue_until_it_is_answered_and_is_its_own_members(void **state)
{
	struct homework late = given(f.slots[0], "2026-02-10"),
			soon = given(f.slots[2], "2026-02-25");
	struct homework_answer done = {
		.state = HOMEWORK_DONE, .text = "Dane zebrano", .answered_on = "2026-02-19"
	};
	int count;

	(void)state;
	given(f.slots[0], "2026-06-01");
	assert_int_equal(summed(NO_SLOT).overdue, 1);
	assert_int_equal(summed(f.slots[2]).overdue, 0);
	assert_true(listed(NO_SLOT, &count)[1].overdue); /* after the meeting of January */
	assert_int_equal(count, 3);
	assert_int_equal(listed(f.slots[2], &count)[1].id, soon.id);
	assert_int_equal(count, 2);
	assert_done(homework_answer(f.db, &late, &done, &f.err), f.err);
	assert_int_equal(summed(NO_SLOT).overdue, 0);
	meeting_fixture_sql(&f, "DELETE FROM homework_answer");
	assert_int_equal(summed(NO_SLOT).overdue, 1);
	meeting_fixture_sql(&f, "UPDATE exchange_group SET retired_at = '2026-02-19T10:00:00Z'");
	assert_int_equal(summed(NO_SLOT).overdue, 0);
}

/* A sheet without lines asks nobody. */
static void
ask_for_figures(void)
{
	int count;

	meeting_fixture_sql(&f, "INSERT INTO data_sheet (id, uid, group_id, year, due_on) VALUES "
				"(1, '0123456789abcdef0123456789abcdef', 1, 2025, '2026-02-15')");
	listed(NO_SLOT, &count);
	assert_int_equal(count, 1); /* the homework */
	assert_int_equal(summed(NO_SLOT).sheets, 0);
	meeting_fixture_sql(&f,
		"INSERT INTO indicator (id, uid, code, name, measure, numerator, denominator, "
		"decimals, "
		"direction, source, frequency, kind, service) VALUES (1, printf('%032d', 1), 'X1', "
		"'Wskaźnik', 'szt.', '', '', 0, 'D', '', 'R', 'own', '')");
	meeting_fixture_sql(&f,
		"INSERT INTO data_sheet_line (sheet_id, position, indicator_id) VALUES "
		"(1, 1, 1)");
}

static void
a_city_owes_under_either_of_its_codes(void **state)
{
	int powiat = fixture_slot(f.db, "0265000"), count;

	(void)state;
	given(f.slots[3], "2026-02-10");
	listed(powiat, &count);
	assert_true(count > 0);
	assert_int_equal(summed(powiat).overdue, 1);
	assert_int_equal(summed(f.slots[0]).overdue, 0);
}

static void
a_sheet_counts_the_members_that_have_not_handed_it_in(void **state)
{
	struct due_item *list;
	int count;

	(void)state;
	meeting_fixture_sql(&f, "UPDATE exchange_member SET left_on = '2026-02-01' "
				"WHERE left_on IS NOT NULL");
	ask_for_figures();
	meeting_fixture_sql(&f,
		"INSERT INTO sheet_return (uid, sheet_id, slot, state, changed_on) "
		"SELECT '1123456789abcdef0123456789abcdef', 1, slot, 'sent', '2026-02-01' FROM "
		"exchange_member WHERE left_on IS NULL LIMIT 1");
	list = listed(NO_SLOT, &count);
	assert_int_equal(count, 3);
	assert_int_equal(list[1].kind, DUE_RETURNS);
	assert_int_equal(list[2].kind, DUE_SHEET);
	assert_true(list[2].overdue);
	assert_int_equal(list[2].of, 3);
	assert_int_equal(list[2].missing, 2);
	assert_int_equal(summed(NO_SLOT).sheets, 3); /* the one handed in waits */
	/* It is owed however long ago it was due. */
	meeting_fixture_sql(&f, "UPDATE data_sheet SET due_on = '2020-01-31'");
	assert_int_equal(summed(NO_SLOT).sheets, 3);
	meeting_fixture_sql(&f, "UPDATE data_sheet SET due_on = '2026-01-31'");
	meeting_fixture_sql(&f, "UPDATE sheet_return SET state = 'queried'");
	list = listed(NO_SLOT, &count);
	assert_int_equal(list[1].of, 3);
	assert_int_equal(list[1].missing, 2);
	assert_int_equal(list[1].queried, 1);
	assert_int_equal(summed(NO_SLOT).sheets, 3);
}

/* One member has handed in the sheet that is due far ahead. */
static int
hand_in_early(void)
{
	ask_for_figures();
	meeting_fixture_sql(&f, "UPDATE data_sheet SET due_on = '2026-12-31'");
	meeting_fixture_sql(&f,
		"INSERT INTO sheet_return (uid, sheet_id, slot, state, changed_on) "
		"SELECT '1123456789abcdef0123456789abcdef', 1, slot, 'sent', '2026-02-01' FROM "
		"exchange_member WHERE left_on IS NULL ORDER BY id LIMIT 1");
	return f.slots[0];
}

static void
a_question_is_the_members_to_answer_however_far_ahead_its_sheet_is_due(void **state)
{
	int slot = hand_in_early(), count;
	struct due_item *list;

	(void)state;
	meeting_fixture_sql(&f, "UPDATE sheet_return SET state = 'queried'");
	list = listed(slot, &count);
	assert_int_equal(count, 2); /* after the meeting of January */
	assert_int_equal(list[1].kind, DUE_SHEET);
	assert_int_equal(list[1].queried, 1);
	assert_int_equal(list[1].missing, 0);
	assert_false(list[1].overdue);
	assert_int_equal(summed(slot).sheets, 1);
	listed(f.slots[2], &count);
	assert_int_equal(count, 1);
}

static void
what_was_handed_in_waits_to_be_verified_by_the_office_that_keeps_the_sheet(void **state)
{
	struct due_item *list;
	int count;

	(void)state;
	hand_in_early();
	list = listed(NO_SLOT, &count);
	assert_int_equal(count, 2);
	assert_int_equal(list[1].kind, DUE_RETURNS);
	assert_int_equal(list[1].missing, 1);
	assert_string_equal(list[1].on, "2026-02-01");
	assert_false(list[1].overdue);
	assert_int_equal(summed(NO_SLOT).sheets, 1);
	meeting_fixture_sql(&f, "UPDATE data_sheet SET owner = printf('%032d', 7)");
	listed(NO_SLOT, &count);
	assert_int_equal(count, 1);
	meeting_fixture_sql(&f, "UPDATE data_sheet SET owner = ''");
	meeting_fixture_sql(&f, "UPDATE sheet_return SET state = 'verified'");
	listed(NO_SLOT, &count);
	assert_int_equal(count, 1);
	assert_int_equal(summed(NO_SLOT).sheets, 0);
}

static void
who_leaves_later_still_owes_the_sheet(void **state)
{
	int count;

	(void)state;
	meeting_fixture_sql(&f, "UPDATE exchange_member SET left_on = '2026-02-01' "
				"WHERE left_on IS NOT NULL");
	ask_for_figures();
	meeting_fixture_sql(&f, "UPDATE exchange_member SET left_on = '2026-02-20' WHERE id = "
				"(SELECT min(id) FROM exchange_member WHERE left_on IS NULL)");
	assert_int_equal(listed(NO_SLOT, &count)[1].of, 3);
	meeting_fixture_sql(&f, "UPDATE exchange_member SET left_on = '2026-02-19' "
				"WHERE left_on = '2026-02-20'");
	assert_int_equal(listed(NO_SLOT, &count)[1].of, 2);
}

static void
minutes_that_wait_for_remarks_are_due(void **state)
{
	struct due_item *list;
	int count;

	(void)state;
	meeting_fixture_sql(&f,
		"INSERT INTO minutes (uid, meeting_id, state, remarks_until) SELECT "
		"'2123456789abcdef0123456789abcdef', id, 'remarks', '2026-02-28' FROM meeting");
	list = listed(NO_SLOT, &count);
	assert_int_equal(count, 2);
	assert_int_equal(list[1].kind, DUE_REMARKS);
	assert_int_equal(list[1].meeting, first.id);
	assert_false(list[1].overdue);
}

static void
minutes_of_a_held_meeting_are_due_until_they_are_sent(void **state)
{
	struct due_item *list;
	int count;

	(void)state;
	meeting_fixture_sql(&f, "UPDATE meeting SET state = 'held', rev = rev + 1");
	list = listed(f.slots[2], &count);
	assert_int_equal(count, 1);
	assert_int_equal(list[0].kind, DUE_MINUTES);
	assert_int_equal(list[0].meeting, first.id);
	assert_string_equal(list[0].on, "2026-02-13"); /* 14 days after the meeting */
	assert_true(list[0].overdue);
	assert_int_equal(summed(NO_SLOT).minutes, 1);
	meeting_fixture_sql(&f, "UPDATE meeting SET ends_at = '2026-02-06T15:00'");
	assert_false(listed(NO_SLOT, &count)[0].overdue);
	assert_int_equal(summed(NO_SLOT).minutes, 0);
	meeting_fixture_sql(&f, "INSERT INTO minutes (id, uid, meeting_id) SELECT 1, "
				"'2123456789abcdef0123456789abcdef', id FROM meeting");
	assert_int_equal(listed(NO_SLOT, &count)[0].kind, DUE_MINUTES); /* a draft */
	meeting_fixture_sql(&f, "UPDATE minutes SET state = 'approved'");
	listed(NO_SLOT, &count);
	assert_int_equal(count, 0);
}

static void
minutes_of_another_office_and_of_long_ago_are_not_due_here(void **state)
{
	int count;

	(void)state;
	meeting_fixture_sql(&f, "UPDATE meeting SET state = 'held', rev = rev + 1");
	meeting_fixture_sql(&f, "UPDATE meeting SET owner = printf('%032d', 7)");
	listed(NO_SLOT, &count);
	assert_int_equal(count, 0);
	meeting_fixture_sql(&f, "UPDATE meeting SET owner = '', starts_at = '2025-01-30T10:00', "
				"ends_at = '2025-01-30T15:00'");
	listed(NO_SLOT, &count);
	assert_int_equal(count, 0);
	assert_int_equal(summed(NO_SLOT).minutes, 0);
}

/* ---- the overview ---- */

static void
the_overview_counts_meetings_and_open_homework(void **state)
{
	struct overview_row *list;
	int count;

	(void)state;
	given(f.slots[0], "2026-02-10");
	given(f.slots[2], "2026-02-25");
	assert_done(group_overview(f.db, "2026-02-20", &f.arena, &list, &count, &f.err), f.err);
	assert_int_equal(count, 1);
	assert_int_equal(list[0].members, 4); /* one leaves later */
	assert_int_equal(list[0].planned, 1);
	assert_int_equal(list[0].homework_open, 2);
	assert_int_equal(list[0].homework_overdue, 1);
}

static void
seats_are_counted_once_and_alike_wherever_attendance_stands(void **state)
{
	struct meeting_filter filter = { .group = f.group };
	struct participant p = {
		.meeting = first.id, .part = PARTICIPANT_GUEST, .name = "Osoba G"
	};
	struct meeting_row *rows;
	struct attendance *units;
	struct overview_row *list;
	int64_t guest;
	int count, invited = 0, accepted = 0, came = 0;

	(void)state;
	assert_done(participant_save(f.db, &p, &f.err), f.err);
	guest = p.id;
	/* The substitute of a guest has the place of a guest. */
	p = (struct participant){ .meeting = first.id,
		.part = PARTICIPANT_SUBSTITUTE,
		.name = "Osoba H",
		.answer = REPLY_YES,
		.stands_for = guest };
	assert_done(participant_save(f.db, &p, &f.err), f.err);
	/* A member and its own substitute have one seat. */
	p = (struct participant){ .meeting = first.id,
		.part = PARTICIPANT_SUBSTITUTE,
		.name = "Osoba Z",
		.slot = f.slots[0],
		.answer = REPLY_YES,
		.stands_for = 1 };
	assert_done(participant_save(f.db, &p, &f.err), f.err);
	meeting_fixture_sql(&f, "UPDATE meeting SET state = 'held'");
	meeting_fixture_sql(
		&f, "UPDATE participant SET attended = 1 WHERE id = 1 OR stands_for > 0");
	assert_done(group_overview(f.db, "2026-02-20", &f.arena, &list, &count, &f.err), f.err);
	assert_done(meeting_list(f.db, &filter, &f.arena, &rows, &count, &f.err), f.err);
	assert_int_equal(rows[0].invited, 6);
	assert_int_equal(rows[0].accepted, 1);
	assert_int_equal(rows[0].attended, 1);
	assert_int_equal(rows[0].guests, 1);
	assert_int_equal(rows[0].guests_came, 1);
	assert_int_equal(list[0].invited, 6);
	assert_int_equal(list[0].attended, 1);
	assert_done(attendance_count(f.db, first.id, &f.arena, &units, &count, &f.err), f.err);
	for (int i = 0; i < count; i++) {
		invited += units[i].invited;
		accepted += units[i].accepted;
		came += units[i].came;
	}
	assert_int_equal(invited, 6);
	assert_int_equal(accepted, 1);
	assert_int_equal(came, 1);
}

/* ---- an indicator over the years ---- */

static void
members_stand_over_the_years_with_their_median(void **state)
{
	struct unit_table units = { 0 };
	struct indicator card;
	struct group_trend t;
	char values[3][64];

	(void)state;
	meeting_fixture_sql(&f, "UPDATE exchange_member SET left_on = '2099-10-01' "
				"WHERE left_on IS NOT NULL");
	fixture_indicator(f.db, "TREND", 'S');
	assert_done(unit_table_load(f.db, &units, &f.err), f.err);
	for (int i = 0; i < 3; i++)
		snprintf(values[i], sizeof values[i], "%s=%d",
			unit_by_slot(&units, f.slots[i ? i + 1 : 0])->code, 10 * (i + 1));
	fixture_values(f.db, "TREND", 2023, values[0]);
	fixture_values(f.db, "TREND", 2025, values[1]);
	assert_done(indicator_load(f.db, "TREND", &f.arena, &card, &f.err), f.err);
	assert_done(group_trend_load(f.db, &units, f.group, &card, &f.arena, &t, &f.err), f.err);
	assert_int_equal(t.member_count, 4); /* Gromadka has not left yet */
	assert_int_equal(t.first_year, 2023);
	assert_int_equal(t.count, 3);
	assert_value(t.median[0], 10.0);
	assert_true(isnan(t.median[1]));
	assert_value(t.median[2], 20.0);
	unit_table_release(&units);
}

/* ---- the check of the database ---- */

static void
take_fault(void *context, const char *sentence)
{
	snprintf(context, 512, "%s", sentence);
}

static const char *
fault_of(const char *damage)
{
	static char said[512];
	int found = 0;

	said[0] = '\0';
	meeting_fixture_sql(&f, damage);
	assert_done(check_exchange(f.db, take_fault, said, &found, &f.err), f.err);
	assert_int_equal(found, said[0] ? 1 : 0);
	return said;
}

static void
sound_conclusions_and_plans_have_no_faults(void **state)
{
	char sql[1024];

	(void)state;
	snprintf(sql, sizeof sql,
		"INSERT INTO conclusion (id, uid, group_id, slot, text, made_on) VALUES "
		"(1, '3123456789abcdef0123456789abcdef', %lld, %d, 'a', '2026-02-01');"
		"INSERT INTO improvement_plan (id, uid, group_id, slot, title) VALUES "
		"(1, '4123456789abcdef0123456789abcdef', %lld, %d, 'b');"
		"INSERT INTO improvement_plan_conclusion (plan_id, conclusion_id) VALUES (1, 1);"
		"INSERT INTO improvement_action (plan_id, position, text) VALUES (1, 1, 'c')",
		(long long)f.group, f.slots[0], (long long)f.group, f.slots[0]);
	assert_string_equal(fault_of(sql), "");
}

static void
a_plan_with_another_units_conclusion_is_found(void **state)
{
	char sql[128];

	sound_conclusions_and_plans_have_no_faults(state);
	snprintf(sql, sizeof sql, "UPDATE conclusion SET slot = %d", f.slots[2]);
	assert_non_null(strstr(fault_of(sql), "another unit"));
}

static void
a_gap_between_actions_is_found(void **state)
{
	sound_conclusions_and_plans_have_no_faults(state);
	assert_non_null(strstr(fault_of("UPDATE improvement_action SET position = 2"), "numbered"));
}

static void
a_wrong_mark_of_homework_is_found(void **state)
{
	(void)state;
	given(f.slots[0], "2026-02-10");
	assert_string_equal(fault_of("SELECT 1"), "");
	assert_non_null(strstr(fault_of("UPDATE homework SET open = 0"), "counted as open"));
}

static void
a_conclusion_of_a_stranger_is_found(void **state)
{
	sound_conclusions_and_plans_have_no_faults(state);
	assert_non_null(strstr(fault_of("DELETE FROM improvement_plan_conclusion;"
					"UPDATE improvement_plan SET group_id = NULL;"
					"UPDATE conclusion SET slot = (SELECT slot FROM unit "
					"WHERE code = '0201')"),
		"the unit 0201000, which was never its member"));
}

static void
a_substitute_of_a_substitute_is_found(void **state)
{
	struct meeting m = meeting_fixture_meeting(&f);
	char sql[512];

	(void)state;
	assert_string_equal(fault_of("SELECT 1"), "");
	snprintf(sql, sizeof sql,
		"INSERT INTO participant (id, meeting_id, part, name, stands_for) SELECT 91, %lld, "
		"'substitute', 'Osoba Y', min(id) FROM participant WHERE meeting_id = %lld;"
		"INSERT INTO participant (id, meeting_id, part, name, stands_for) VALUES "
		"(92, %lld, 'substitute', 'Osoba Z', 91)",
		(long long)m.id, (long long)m.id, (long long)m.id);
	assert_non_null(
		strstr(fault_of(sql), "of the group GWD-1 somebody stands for a substitute"));
}

#define EACH(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		EACH(a_meeting_that_has_passed_unmarked_and_the_next_one_are_due),
		EACH(actions_of_adopted_plans_are_due_until_they_are_carried_out),
		EACH(homework_is_due_as_far_ahead_as_meetings),
		EACH(a_meeting_of_several_days_stays_the_next_one_until_its_last),
		EACH(homework_is_overdue_until_it_is_answered_and_is_its_own_members),
		EACH(a_city_owes_under_either_of_its_codes),
		EACH(a_sheet_counts_the_members_that_have_not_handed_it_in),
		EACH(a_question_is_the_members_to_answer_however_far_ahead_its_sheet_is_due),
		EACH(what_was_handed_in_waits_to_be_verified_by_the_office_that_keeps_the_sheet),
		EACH(who_leaves_later_still_owes_the_sheet),
		EACH(minutes_that_wait_for_remarks_are_due),
		EACH(minutes_of_a_held_meeting_are_due_until_they_are_sent),
		EACH(minutes_of_another_office_and_of_long_ago_are_not_due_here),
		EACH(the_overview_counts_meetings_and_open_homework),
		EACH(seats_are_counted_once_and_alike_wherever_attendance_stands),
		EACH(members_stand_over_the_years_with_their_median),
		EACH(sound_conclusions_and_plans_have_no_faults),
		EACH(a_plan_with_another_units_conclusion_is_found),
		EACH(a_gap_between_actions_is_found),
		EACH(a_wrong_mark_of_homework_is_found),
		EACH(a_conclusion_of_a_stranger_is_found),
		EACH(a_substitute_of_a_substitute_is_found),
	};

	return cmocka_run_group_tests_name("due", tests, NULL, NULL);
}
