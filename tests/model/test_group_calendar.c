/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Holidays, winter breaks, hosts in their turn, the calendar proposed. */
#include "values_fixture.h"

#include "base/text.h"
#include "model/groups/group_calendar.h"
#include "model/groups/stage.h"

static struct error err;

static void
easter_falls_on_its_known_days(void **state)
{
	static const struct date known[] = { { 1818, 3, 22 }, { 1943, 4, 25 }, { 1954, 4, 18 },
		{ 1981, 4, 19 }, { 2000, 4, 23 }, { 2008, 3, 23 }, { 2011, 4, 24 }, { 2012, 4, 8 },
		{ 2024, 3, 31 }, { 2025, 4, 20 }, { 2026, 4, 5 }, { 2027, 3, 28 }, { 2028, 4, 16 },
		{ 2038, 4, 25 }, { 2049, 4, 18 } };

	(void)state;
	for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
		struct date d = easter_sunday(known[i].year);

		assert_int_equal(d.month, known[i].month);
		assert_int_equal(d.day, known[i].day);
	}
}

static int
holidays_of(int year)
{
	long first = date_to_days((struct date){ year, 1, 1 });
	int count = 0;

	for (int i = 0; i < 366; i++) {
		struct date d = date_from_days(first + i);

		count += d.year == year && holiday_name(d) != NULL;
	}
	return count;
}

static void
a_year_has_thirteen_holidays_and_since_2025_fourteen(void **state)
{
	(void)state;
	assert_int_equal(holidays_of(2010), 12); /* before Epiphany */
	assert_int_equal(holidays_of(2024), 13);
	assert_int_equal(holidays_of(2025), 14);
	assert_null(holiday_name((struct date){ 2024, 12, 24 }));
	assert_non_null(holiday_name((struct date){ 2025, 12, 24 }));
	assert_non_null(holiday_name((struct date){ 2026, 6, 4 })); /* Corpus Christi */
	assert_non_null(holiday_name((struct date){ 2026, 4, 6 }));
	assert_non_null(holiday_name((struct date){ 2026, 5, 24 }));
	assert_null(holiday_name((struct date){ 2026, 5, 2 }));
}

static void
weekdays_begin_with_monday(void **state)
{
	(void)state;
	assert_int_equal(date_weekday((struct date){ 2026, 11, 23 }), 0);
	assert_int_equal(date_weekday((struct date){ 2026, 11, 22 }), 6);
	assert_int_equal(date_weekday((struct date){ 1969, 12, 31 }), 2);
}

static void
every_voivodeship_has_its_winter_holidays_in_a_new_database(void **state)
{
	struct db *db = fixture_database();
	struct arena arena = { 0 };
	struct winter_break *list;
	struct free_days f;
	const char *masovia[] = { "14", NULL }, *two[] = { "22", "14", "30", NULL };
	int count, seen[33] = { 0 };

	(void)state;
	assert_done(winter_break_list(db, NULL, &arena, &list, &count, &err), err);
	assert_int_equal(count, 32);
	for (int i = 0; i < count; i++) {
		struct date first, last;

		seen[atoi(list[i].voivodeship)]++;
		assert_int_equal(
			date_parse(list[i].first_on, (struct date){ 2000, 1, 1 }, &first), 0);
		assert_int_equal(
			date_parse(list[i].last_on, (struct date){ 2000, 1, 1 }, &last), 0);
		assert_int_equal(date_weekday(first), 0);
		assert_int_equal(date_to_days(last) - date_to_days(first), 13);
	}
	for (int v = 2; v <= 32; v += 2)
		assert_int_equal(seen[v], 2);
	assert_done(free_days_load(db, &arena, &f, &err), err);
	assert_string_equal(free_days_reason(&f, (struct date){ 2027, 2, 3 }, masovia, &arena),
		"winter holidays (Mazowieckie)");
	assert_string_equal(free_days_reason(&f, (struct date){ 2027, 2, 3 }, two, &arena),
		"winter holidays (Mazowieckie, Pomorskie)");
	assert_null(free_days_reason(&f, (struct date){ 2027, 2, 17 }, masovia, &arena));
	assert_non_null(free_days_reason(&f, (struct date){ 2027, 2, 17 }, NULL, &arena));
	arena_release(&arena);
	db_close(db);
}

static void
winter_holidays_do_not_overlap_in_a_voivodeship(void **state)
{
	struct winter_break b = { "14", "2027-02-10", "2027-02-20", "" }, *list, changed;
	struct db *db = fixture_database();
	struct arena arena = { 0 };
	int count;

	(void)state;
	assert_int_equal(winter_break_save(db, NULL, &b, &err), -1);
	assert_int_equal(err.field, WINTER_FIELD_FIRST);
	assert_code(err, ERROR_INPUT);
	assert_done(winter_break_list(db, "14", &arena, &list, &count, &err), err);
	changed = list[0];
	text_copy(changed.last_on, sizeof changed.last_on, "2027-02-31");
	assert_int_equal(winter_break_save(db, &list[0], &changed, &err), -1);
	assert_int_equal(err.field, WINTER_FIELD_LAST);
	assert_code(err, ERROR_INPUT);
	text_copy(changed.last_on, sizeof changed.last_on, "2027-02-15");
	assert_done(winter_break_save(db, &list[0], &changed, &err), err);
	assert_done(winter_break_remove(db, &changed, &err), err);
	assert_int_equal(winter_break_remove(db, &changed, &err), -1);
	assert_code(err, ERROR_CONFLICT);
	arena_release(&arena);
	db_close(db);
}

/* ---- the calendar ---- */

static struct exchange_group
group_with_members(struct db *db, const char *starts_on)
{
	static const char *const units[] = { "020101", "020102", "020103", "146501" };
	struct exchange_group g;

	exchange_group_defaults(&g, EXCHANGE_GWD);
	text_copy(g.code, sizeof g.code, "GWD-1");
	text_copy(g.name, sizeof g.name, "Grupa");
	text_copy(g.starts_on, sizeof g.starts_on, starts_on);
	assert_done(exchange_group_save(db, &g, &err), err);
	for (int i = 0; i < 4; i++) {
		struct exchange_member m = { .slot = fixture_slot(db, units[i]),
			.host_order = i == 3 ? 1 : 0 };

		assert_done(exchange_member_save(db, &g, &m, &err), err);
	}
	return g;
}

static void
the_proposal_meets_on_working_days_off_holidays_and_winter_breaks(void **state)
{
	struct db *db = fixture_database();
	struct exchange_group g = group_with_members(db, "2026-11-01");
	struct arena arena = { 0 };
	struct proposed_meeting *list;
	struct free_days f;
	const char **voivodeships, *before = "";
	int count;

	(void)state;
	assert_done(group_calendar_propose(db, &g, &arena, &list, &count, &err), err);
	assert_done(free_days_load(db, &arena, &f, &err), err);
	assert_done(group_calendar_voivodeships(db, &g, &arena, &voivodeships, &err), err);
	assert_string_equal(voivodeships[0], "02");
	assert_string_equal(voivodeships[1], "14");
	assert_null(voivodeships[2]);
	assert_int_equal(count, 8);
	for (int i = 0; i < count; i++) {
		struct date d;
		int weekday;

		assert_int_equal(date_parse(list[i].starts_on, (struct date){ 2000, 1, 1 }, &d), 0);
		weekday = date_weekday(d);
		assert_true(weekday >= 1 && weekday <= 3);
		assert_null(free_days_reason(&f, d, voivodeships, &arena));
		assert_true(strcmp(list[i].starts_on, before) > 0);
		before = list[i].starts_on;
	}
	arena_release(&arena);
	db_close(db);
}

/* All stages last two days, and one has this period. */
static void
make_workshop(
	struct db *db, struct exchange_group *g, int position, const char *from, const char *to)
{
	struct arena arena = { 0 };
	struct group_stage *stages;
	int count;

	assert_done(group_stage_list(db, g->id, &arena, &stages, &count, &err), err);
	for (int i = 0; i < count; i++) {
		stages[i].days = 2;
		if (stages[i].position == position) {
			text_copy(stages[i].from_on, sizeof stages[i].from_on, from);
			text_copy(stages[i].to_on, sizeof stages[i].to_on, to);
		}
		assert_done(group_stage_save(db, g, &stages[i], &err), err);
	}
	arena_release(&arena);
}

/* The third stage's period has 30 December in its middle. */
static void
each_day_of_a_workshop_is_a_working_day_and_not_between_christmas_and_new_year(void **state)
{
	struct db *db = fixture_database();
	struct exchange_group g = group_with_members(db, "2026-06-01");
	const char **voivodeships;
	struct proposed_meeting *list, across = { .days = 2, .starts_on = "2026-11-10" };
	struct arena arena = { 0 };
	struct free_days f;
	char last[12];
	int count, workshops = 0;

	(void)state;
	make_workshop(db, &g, 3, "2026-12-14", "2027-01-15");
	assert_done(group_calendar_propose(db, &g, &arena, &list, &count, &err), err);
	assert_done(free_days_load(db, &arena, &f, &err), err);
	assert_done(group_calendar_voivodeships(db, &g, &arena, &voivodeships, &err), err);
	for (int i = 0; i < count; i++) {
		if (!list[i].starts_on[0])
			continue;
		workshops += list[i].days == 2;
		assert_null(group_calendar_against(&f, voivodeships, &list[i], &arena));
		group_calendar_last_day(last, &list[i]);
		assert_true(strcmp(last, list[i].starts_on) > 0);
		assert_false(strcmp(last + 5, "12-24") >= 0);
	}
	assert_true(workshops > 3);
	assert_string_equal(list[2].starts_on, "2026-12-22");
	/* the second day is what speaks against it */
	assert_string_equal(
		group_calendar_against(&f, NULL, &across, &arena), "11.11.2026: Independence Day");
	make_workshop(db, &g, 3, "2026-12-24", "2026-12-31");
	assert_done(group_calendar_propose(db, &g, &arena, &list, &count, &err), err);
	assert_string_equal(list[2].starts_on, "2026-12-28");
	assert_string_equal(list[2].remark, "free days only between Christmas and New Year");
	arena_release(&arena);
	db_close(db);
}

/* A day in January to March is free only as far as the table of winter holidays goes. */
static void
the_proposal_says_where_the_table_of_winter_holidays_ends(void **state)
{
	struct db *db = fixture_database();
	struct exchange_group g = group_with_members(db, "2026-11-01");
	struct arena arena = { 0 };
	struct proposed_meeting *list;
	int count, unknown = 0, winters = 0;

	(void)state;
	assert_done(group_calendar_propose(db, &g, &arena, &list, &count, &err), err);
	for (int i = 0; i < count; i++) {
		bool winter = list[i].starts_on[5] == '0' && list[i].starts_on[6] <= '3';
		bool told = strstr(list[i].remark, "no winter holidays known for 2028") != NULL;

		winters += winter;
		unknown += told;
		assert_true(told == (winter && !strncmp(list[i].starts_on, "2028", 4)));
	}
	assert_true(unknown > 0 && winters > unknown); /* those of 2027 are in the table */
	arena_release(&arena);
	db_close(db);
}

static void
hosts_come_in_turn_the_agreed_first_one_first(void **state)
{
	struct db *db = fixture_database();
	struct exchange_group g = group_with_members(db, "2026-11-01");
	struct arena arena = { 0 };
	struct proposed_meeting *list;
	struct host_turn *turns;
	int count, hosts;

	(void)state;
	assert_done(host_turn_list(db, g.id, false, &arena, &turns, &hosts, &err), err);
	assert_int_equal(hosts, 4);
	assert_int_equal(turns[0].member.slot, fixture_slot(db, "146501"));
	assert_done(group_calendar_propose(db, &g, &arena, &list, &count, &err), err);
	for (int i = 0; i < count; i++)
		assert_int_equal(list[i].host, turns[i % 4].member.slot);
	arena_release(&arena);
	db_close(db);
}

static void
leave(struct db *db, struct exchange_group *g, const char *unit, const char *day)
{
	struct exchange_member *list;
	struct arena arena = { 0 };
	int count;

	assert_done(exchange_member_list(db, g->id, NULL, &arena, &list, &count, &err), err);
	for (int i = 0; i < count; i++)
		if (list[i].slot == fixture_slot(db, unit)) {
			text_copy(list[i].joined_on, sizeof list[i].joined_on, g->starts_on);
			text_copy(list[i].left_on, sizeof list[i].left_on, day);
			assert_done(exchange_member_save(db, g, &list[i], &err), err);
		}
	arena_release(&arena);
}

static char *
day_before(char dst[12], const char *day)
{
	struct date d = { 0 };

	assert_int_equal(date_parse(day, (struct date){ 2000, 1, 1 }, &d), 0);
	return date_iso(dst, 12, date_from_days(date_to_days(d) - 1));
}

static void
who_leaves_later_is_a_member_and_host_until_that_day(void **state)
{
	struct db *db = fixture_database();
	struct exchange_group g = group_with_members(db, "2026-01-10");
	struct arena arena = { 0 };
	struct proposed_meeting *list;
	struct host_turn *turns;
	const char **voivodeships;
	char second[12], last[12];
	int count, hosts, at = 0, host = fixture_slot(db, "146501");

	(void)state;
	assert_done(group_calendar_propose(db, &g, &arena, &list, &count, &err), err);
	while (list[at].host != host)
		at++;
	assert_int_equal(list[at + 4].host, host);
	text_copy(second, sizeof second, list[at + 4].starts_on);
	leave(db, &g, "146501", day_before(last, second));
	assert_done(host_turn_list(db, g.id, false, &arena, &turns, &hosts, &err), err);
	assert_int_equal(hosts, 4);
	assert_string_equal(turns[0].member.left_on, last);
	assert_done(group_calendar_voivodeships(db, &g, &arena, &voivodeships, &err), err);
	assert_string_equal(voivodeships[1], "14");
	assert_done(group_calendar_propose(db, &g, &arena, &list, &count, &err), err);
	assert_int_equal(list[at].host, host);
	assert_string_equal(list[at + 4].starts_on, second);
	assert_int_equal(list[at + 4].host, list[at + 1].host);
	leave(db, &g, "146501", "2026-01-31");
	assert_done(host_turn_list(db, g.id, false, &arena, &turns, &hosts, &err), err);
	assert_int_equal(hosts, 4);
	leave(db, &g, "146501", "2026-01-30");
	assert_done(host_turn_list(db, g.id, false, &arena, &turns, &hosts, &err), err);
	assert_int_equal(hosts, 3);
	assert_done(group_calendar_voivodeships(db, &g, &arena, &voivodeships, &err), err);
	assert_null(voivodeships[1]);
	arena_release(&arena);
	db_close(db);
}

static void
who_joins_later_is_no_host_before(void **state)
{
	struct db *db = fixture_database();
	struct exchange_group g = group_with_members(db, "2026-01-10");
	struct arena arena = { 0 };
	struct exchange_member *members;
	struct proposed_meeting *list;
	int count, before = 0, host = fixture_slot(db, "146501");

	(void)state;
	assert_done(exchange_member_list(db, g.id, NULL, &arena, &members, &count, &err), err);
	for (int i = 0; i < count; i++)
		if (members[i].slot == host) {
			text_copy(members[i].joined_on, sizeof members[i].joined_on, "2027-06-01");
			assert_done(exchange_member_save(db, &g, &members[i], &err), err);
		}
	assert_done(group_calendar_propose(db, &g, &arena, &list, &count, &err), err);
	for (int i = 0; i < count; i++)
		if (list[i].starts_on[0] && strcmp(list[i].starts_on, "2027-06-01") < 0) {
			before++;
			assert_int_not_equal(list[i].host, host);
			assert_int_not_equal(list[i].host, NO_SLOT);
		}
	assert_true(before > 0);
	arena_release(&arena);
	db_close(db);
}

static void
a_meeting_of_another_group_is_avoided_until_the_member_leaves_it(void **state)
{
	struct db *db = fixture_database();
	struct exchange_group g = group_with_members(db, "2026-11-01"), other = g;
	struct exchange_member m = { .slot = fixture_slot(db, "020101") };
	struct proposed_meeting *list, there = { .days = 1, .presentation = "" };
	struct arena arena = { 0 };
	char day[12];
	int count;

	(void)state;
	assert_done(group_calendar_propose(db, &g, &arena, &list, &count, &err), err);
	text_copy(day, sizeof day, list[3].starts_on);
	exchange_group_defaults(&other, EXCHANGE_GWD);
	text_copy(other.code, sizeof other.code, "GWD-2");
	text_copy(other.name, sizeof other.name, "Inna");
	text_copy(other.starts_on, sizeof other.starts_on, "2026-11-01");
	assert_done(exchange_group_save(db, &other, &err), err);
	assert_done(exchange_member_save(db, &other, &m, &err), err);
	text_copy(there.starts_on, sizeof there.starts_on, day);
	assert_done(group_calendar_take(db, other.id, &there, 1, &err), err);
	assert_done(group_calendar_propose(db, &g, &arena, &list, &count, &err), err);
	assert_string_not_equal(list[3].starts_on, day);
	leave(db, &other, "020101", "2027-12-31");
	assert_done(group_calendar_propose(db, &g, &arena, &list, &count, &err), err);
	assert_string_not_equal(list[3].starts_on, day);
	arena_release(&arena);
	db_close(db);
}

static void
a_stage_whose_time_has_passed_is_not_planned(void **state)
{
	struct db *db = fixture_database();
	struct exchange_group g = group_with_members(db, "2020-01-01");
	struct arena arena = { 0 };
	struct proposed_meeting *list;
	int count;

	(void)state;
	assert_done(group_calendar_propose(db, &g, &arena, &list, &count, &err), err);
	assert_string_equal(list[0].starts_on, "");
	assert_true(list[0].remark[0] != '\0');
	assert_int_equal(list[0].host, NO_SLOT);
	arena_release(&arena);
	db_close(db);
}

static void
a_calendar_ends_with_its_group_and_is_taken_whole_or_not_at_all(void **state)
{
	struct db *db = fixture_database();
	struct exchange_group g = group_with_members(db, "2026-11-01");
	struct arena arena = { 0 };
	struct proposed_meeting *list, late;
	int count, planned = 0;

	(void)state;
	text_copy(g.ends_on, sizeof g.ends_on, "2027-11-30");
	assert_done(exchange_group_save(db, &g, &err), err);
	assert_done(group_calendar_propose(db, &g, &arena, &list, &count, &err), err);
	for (int i = 0; i < count; i++) {
		planned += list[i].starts_on[0] != '\0';
		assert_true(list[i].starts_on[0] || list[i].remark[0]);
		assert_true(strcmp(list[i].starts_on, g.ends_on) <= 0);
		assert_null(group_calendar_outside(&g, &list[i]));
		assert_null(group_calendar_beside(&list[i]));
	}
	late = list[1]; /* a day that a person chose */
	text_copy(late.starts_on, sizeof late.starts_on, list[1].to_on);
	assert_null(group_calendar_beside(&late));
	late.days = 2;
	assert_non_null(strstr(group_calendar_beside(&late), "! after"));
	text_copy(late.starts_on, sizeof late.starts_on, g.starts_on);
	assert_non_null(strstr(group_calendar_beside(&late), "! before"));
	assert_true(planned > 1 && planned < count);
	late = list[1];
	text_copy(late.starts_on, sizeof late.starts_on, "2027-12-01");
	assert_non_null(group_calendar_outside(&g, &late));
	text_copy(list[1].starts_on, sizeof list[1].starts_on, "2026-10-31");
	assert_non_null(group_calendar_outside(&g, &list[1]));
	list[1] = late;
	assert_int_equal(group_calendar_take(db, g.id, list, 2, &err), -1);
	assert_non_null(strstr(err.text, late.stage_name));
	assert_done(group_calendar_propose(db, &g, &arena, &list, &count, &err), err);
	for (int i = 0; i < count; i++)
		assert_false(list[i].there);
	assert_done(group_calendar_take(db, g.id, list, 2, &err), err);
	arena_release(&arena);
	db_close(db);
}

static void
a_calendar_is_taken_once_however_many_look_at_it(void **state)
{
	struct db *db = fixture_database();
	struct exchange_group g = group_with_members(db, "2026-11-01");
	struct arena arena = { 0 };
	struct proposed_meeting *mine, *theirs;
	int count;

	(void)state;
	error_clear(&err);
	assert_done(group_calendar_propose(db, &g, &arena, &mine, &count, &err), err);
	assert_done(group_calendar_propose(db, &g, &arena, &theirs, &count, &err), err);
	assert_done(group_calendar_take(db, g.id, theirs, 3, &err), err);
	assert_int_equal(group_calendar_take(db, g.id, mine, 3, &err), -1);
	assert_non_null(strstr(err.text, mine[0].stage_name));
	assert_code(err, ERROR_CONFLICT);
	assert_done(group_calendar_take(db, g.id, mine + 3, 1, &err), err);
	mine[4].stage_name = "Inny etap";
	assert_int_equal(group_calendar_take(db, g.id, mine + 4, 1, &err), -1);
	assert_code(err, ERROR_CONFLICT);
	arena_release(&arena);
	db_close(db);
}

static void
whom_a_person_chose_as_host_is_not_host_twice_running(void **state)
{
	struct db *db = fixture_database();
	struct exchange_group g = group_with_members(db, "2026-11-01");
	bool kept[8] = { [1] = true, [5] = true };
	struct arena arena = { 0 };
	struct proposed_meeting *list;
	struct host_turn *turns;
	int count, hosts, uses[4] = { 0 };

	(void)state;
	assert_done(host_turn_list(db, g.id, false, &arena, &turns, &hosts, &err), err);
	assert_done(group_calendar_propose(db, &g, &arena, &list, &count, &err), err);
	assert_int_equal(count, 8);
	list[1].host = list[5].host = turns[0].member.slot;
	group_calendar_hosts(list, count, kept, turns, hosts, &arena);
	for (int i = 0; i < count; i++) {
		if (i)
			assert_int_not_equal(list[i].host, list[i - 1].host);
		for (int t = 0; t < hosts; t++)
			uses[t] += list[i].host == turns[t].member.slot;
	}
	for (int t = 0; t < hosts; t++)
		assert_int_equal(uses[t], 2);
	arena_release(&arena);
	db_close(db);
}

static void
who_was_a_member_from_the_first_day_moves_with_it(void **state)
{
	struct db *db = fixture_database();
	struct exchange_group g = group_with_members(db, "2027-03-01");
	struct arena arena = { 0 };
	struct exchange_member *list;
	int count;

	(void)state;
	text_copy(g.starts_on, sizeof g.starts_on, "2027-01-15");
	assert_done(exchange_group_save(db, &g, &err), err);
	assert_done(exchange_member_list(db, g.id, NULL, &arena, &list, &count, &err), err);
	for (int i = 0; i < count; i++)
		assert_string_equal(list[i].joined_on, "2027-01-15");
	arena_release(&arena);
	db_close(db);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(easter_falls_on_its_known_days),
		cmocka_unit_test(a_year_has_thirteen_holidays_and_since_2025_fourteen),
		cmocka_unit_test(weekdays_begin_with_monday),
		cmocka_unit_test(every_voivodeship_has_its_winter_holidays_in_a_new_database),
		cmocka_unit_test(winter_holidays_do_not_overlap_in_a_voivodeship),
		cmocka_unit_test(the_proposal_meets_on_working_days_off_holidays_and_winter_breaks),
		cmocka_unit_test(
			each_day_of_a_workshop_is_a_working_day_and_not_between_christmas_and_new_year),
		cmocka_unit_test(the_proposal_says_where_the_table_of_winter_holidays_ends),
		cmocka_unit_test(hosts_come_in_turn_the_agreed_first_one_first),
		cmocka_unit_test(who_leaves_later_is_a_member_and_host_until_that_day),
		cmocka_unit_test(who_joins_later_is_no_host_before),
		cmocka_unit_test(a_meeting_of_another_group_is_avoided_until_the_member_leaves_it),
		cmocka_unit_test(a_calendar_ends_with_its_group_and_is_taken_whole_or_not_at_all),
		cmocka_unit_test(a_calendar_is_taken_once_however_many_look_at_it),
		cmocka_unit_test(whom_a_person_chose_as_host_is_not_host_twice_running),
		cmocka_unit_test(who_was_a_member_from_the_first_day_moves_with_it),
		cmocka_unit_test(a_stage_whose_time_has_passed_is_not_planned),
	};

	setenv("GROMADA_TEST", "1", 1); /* the clock stands still */
	return cmocka_run_group_tests(tests, NULL, NULL);
}
