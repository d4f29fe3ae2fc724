/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Exchange groups, members, people, stages, and the comparison group that follows. */
#include "values_fixture.h"

#include "base/text.h"
#include "model/check.h"
#include "model/groups/contact.h"
#include "model/groups/exchange_group.h"
#include "model/indicators/group.h"
#include "model/office.h"
#include "model/groups/stage.h"
#include "model/units/unit_told.h"
#include "store/internal.h"

static struct db *db;
static struct error err;
static struct arena arena;

static int
open_database(void **state)
{
	(void)state;
	err = (struct error){ .code = ERROR_NONE };
	db = fixture_database();
	return 0;
}

static int
close_database(void **state)
{
	(void)state;
	arena_release(&arena);
	db_close(db);
	return 0;
}

static struct exchange_group
made(const char *code)
{
	struct exchange_group g;

	exchange_group_defaults(&g, EXCHANGE_GWD);
	text_copy(g.code, sizeof g.code, code);
	snprintf(g.name, sizeof g.name, "Grupa %s", code);
	text_copy(g.starts_on, sizeof g.starts_on, "2026-03-15");
	assert_done(exchange_group_save(db, &g, &err), err);
	return g;
}

static struct exchange_member
joined(struct exchange_group *g, const char *unit)
{
	struct exchange_member m = { .slot = fixture_slot(db, unit) };

	assert_done(exchange_member_save(db, g, &m, &err), err);
	return m;
}

static struct contact
known(const char *name)
{
	struct contact c = { 0 };

	text_copy(c.name, sizeof c.name, name);
	assert_done(contact_save(db, &c, &err), err);
	return c;
}

static void
sql(const char *text)
{
	char *why = NULL;

	if (sqlite3_exec(db->handle, text, NULL, NULL, &why) != SQLITE_OK)
		fail_msg("%s", why);
}

static void
count_fault(void *context, const char *sentence)
{
	print_message("# %s\n", sentence);
	++*(int *)context;
}

static int
faults(void)
{
	int count = 0;

	assert_true(check_database(db, count_fault, &count, &err) >= 0);
	return count;
}

/* ---- groups ---- */

static void
a_new_group_gets_the_stages_of_its_kind_with_periods_from_its_first_day(void **state)
{
	struct exchange_group g = made("GWD-1");
	struct group_stage *list;
	int count;

	(void)state;
	assert_done(group_stage_list(db, g.id, &arena, &list, &count, &err), err);
	assert_int_equal(count, 8);
	assert_string_equal(list[0].from_on, "2026-03-15");
	assert_string_equal(list[0].to_on, "2026-04-14");
	assert_string_equal(list[7].from_on, "2027-12-15");
	assert_string_equal(list[7].to_on, "2028-01-14");
}

static void
a_period_begins_on_the_last_day_of_a_month_that_is_too_short(void **state)
{
	struct exchange_group g;
	struct group_stage *list;
	int count;

	(void)state;
	exchange_group_defaults(&g, EXCHANGE_WZS);
	text_copy(g.code, sizeof g.code, "WZS-1");
	text_copy(g.name, sizeof g.name, "Warsztaty");
	text_copy(g.starts_on, sizeof g.starts_on, "2026-12-31");
	assert_done(exchange_group_save(db, &g, &err), err);
	assert_done(group_stage_list(db, g.id, &arena, &list, &count, &err), err);
	assert_int_equal(count, 5);
	assert_string_equal(list[1].from_on, "2027-02-28");
	assert_string_equal(list[1].to_on, "2027-04-29");
	assert_int_equal(list[0].days, 2);
}

static void
a_code_that_exists_is_refused(void **state)
{
	struct exchange_group g = made("GWD-1"), again;

	(void)state;
	again = g;
	again.id = again.rev = 0;
	assert_int_equal(exchange_group_save(db, &again, &err), -1);
	assert_int_equal(err.field, EXCHANGE_FIELD_CODE);
	assert_code(err, ERROR_INPUT);
	assert_done(exchange_group_retire(db, &g, false, &err), err);
	assert_int_equal(exchange_group_save(db, &again, &err), -1);
	assert_code(err, ERROR_INPUT);
}

static void
a_group_cannot_lie_under_itself_or_its_own_sub_group(void **state)
{
	struct exchange_group top = made("GWD-1"), middle = made("GWD-2"), low = made("GWD-3");

	(void)state;
	middle.parent = top.id;
	assert_done(exchange_group_save(db, &middle, &err), err);
	low.parent = middle.id;
	assert_done(exchange_group_save(db, &low, &err), err);
	top.parent = low.id;
	assert_int_equal(exchange_group_save(db, &top, &err), -1);
	assert_int_equal(err.field, EXCHANGE_FIELD_PARENT);
	assert_code(err, ERROR_INPUT);
	top.parent = top.id;
	assert_int_equal(exchange_group_save(db, &top, &err), -1);
	assert_code(err, ERROR_INPUT);
	assert_int_equal(faults(), 0);
}

static void
days_that_cannot_be_are_refused_with_their_field(void **state)
{
	struct exchange_group g = made("GWD-1");

	(void)state;
	text_copy(g.starts_on, sizeof g.starts_on, "2026-02-31");
	assert_int_equal(exchange_group_save(db, &g, &err), -1);
	assert_int_equal(err.field, EXCHANGE_FIELD_STARTS);
	assert_code(err, ERROR_INPUT);
	text_copy(g.starts_on, sizeof g.starts_on, "2026-03-15");
	text_copy(g.ends_on, sizeof g.ends_on, "2026-03-14");
	assert_int_equal(exchange_group_save(db, &g, &err), -1);
	assert_int_equal(err.field, EXCHANGE_FIELD_ENDS);
	assert_code(err, ERROR_INPUT);
}

static void
two_colleagues_cannot_save_one_group_over_each_other(void **state)
{
	struct exchange_group mine = made("GWD-1"), theirs = mine;
	struct exchange_member m = { .slot = fixture_slot(db, "020101") };

	(void)state;
	text_copy(theirs.name, sizeof theirs.name, "Inna");
	assert_done(exchange_group_save(db, &theirs, &err), err);
	assert_int_equal(exchange_group_save(db, &mine, &err), -1);
	assert_code(err, ERROR_CONFLICT);
	assert_int_equal(exchange_member_save(db, &mine, &m, &err), -1);
	assert_code(err, ERROR_CONFLICT);
	assert_int_equal(exchange_group_retire(db, &mine, false, &err), -1);
	assert_code(err, ERROR_CONFLICT);
}

static void
a_group_that_came_in_a_package_is_only_read(void **state)
{
	struct exchange_group g = made("GWD-1");

	(void)state;
	sql("UPDATE exchange_group SET owner = '0123456789abcdef0123456789abcdef'");
	assert_done(exchange_group_load(db, g.id, &g, &err), err);
	assert_int_equal(exchange_group_save(db, &g, &err), -1);
	assert_code(err, ERROR_DENIED);
	assert_int_equal(exchange_group_retire(db, &g, false, &err), -1);
	assert_code(err, ERROR_DENIED);
	/* The row says whose it is, not the caller. */
	g.owner[0] = '\0';
	assert_int_equal(exchange_group_save(db, &g, &err), -1);
	assert_code(err, ERROR_DENIED);
	assert_int_equal(exchange_group_retire(db, &g, false, &err), -1);
	assert_code(err, ERROR_DENIED);
}

/* ---- members ---- */

static void
a_unit_is_no_member_twice_at_one_time_but_may_come_back(void **state)
{
	struct exchange_group g = made("GWD-1");
	struct exchange_member m = joined(&g, "020101"), again = { .slot = m.slot };

	(void)state;
	assert_string_equal(m.joined_on, "2026-03-15");
	assert_int_equal(exchange_member_save(db, &g, &again, &err), -1);
	assert_int_equal(err.field, MEMBER_FIELD_UNIT);
	assert_code(err, ERROR_INPUT);
	text_copy(m.left_on, sizeof m.left_on, "2026-08-31");
	assert_done(exchange_member_save(db, &g, &m, &err), err);
	text_copy(again.joined_on, sizeof again.joined_on, "2026-08-31");
	assert_int_equal(exchange_member_save(db, &g, &again, &err), -1);
	assert_int_equal(err.field, MEMBER_FIELD_JOINED);
	assert_code(err, ERROR_INPUT);
	text_copy(again.joined_on, sizeof again.joined_on, "2026-09-01");
	assert_done(exchange_member_save(db, &g, &again, &err), err);
	assert_int_equal(faults(), 0);
}

static void
a_city_does_not_come_back_under_its_other_code_beside_itself(void **state)
{
	struct exchange_group g = made("GWD-1");
	struct exchange_member m = joined(&g, "026501"),
			       powiat = { .slot = fixture_slot(db, "0265") };

	(void)state;
	text_copy(m.left_on, sizeof m.left_on, "2026-06-01");
	assert_done(exchange_member_save(db, &g, &m, &err), err);
	text_copy(powiat.joined_on, sizeof powiat.joined_on, "2026-07-01");
	assert_done(exchange_member_save(db, &g, &powiat, &err), err);
	m.left_on[0] = '\0';
	assert_int_equal(exchange_member_save(db, &g, &m, &err), -1);
	assert_int_equal(err.field, MEMBER_FIELD_UNIT);
	assert_code(err, ERROR_INPUT);
	assert_int_equal(faults(), 0);
	sql("UPDATE exchange_member SET left_on = NULL");
	assert_int_equal(faults(), 1);
	text_copy(m.left_on, sizeof m.left_on, "2026-08-01");
	assert_done(exchange_member_save(db, &g, &m, &err), err);
}

static void
nobody_leaves_before_joining_or_joins_after_the_end(void **state)
{
	struct exchange_group g = made("GWD-1");
	struct exchange_member m = { .slot = fixture_slot(db, "020101") };

	(void)state;
	text_copy(m.joined_on, sizeof m.joined_on, "2026-05-01");
	text_copy(m.left_on, sizeof m.left_on, "2026-05-01");
	assert_int_equal(exchange_member_save(db, &g, &m, &err), -1);
	assert_int_equal(err.field, MEMBER_FIELD_LEFT);
	assert_code(err, ERROR_INPUT);
	text_copy(m.left_on, sizeof m.left_on, "2026-02-31");
	assert_int_equal(exchange_member_save(db, &g, &m, &err), -1);
	assert_code(err, ERROR_INPUT);
	m.left_on[0] = '\0';
	text_copy(g.ends_on, sizeof g.ends_on, "2026-04-30");
	assert_done(exchange_group_save(db, &g, &err), err);
	assert_int_equal(exchange_member_save(db, &g, &m, &err), -1);
	assert_int_equal(err.field, MEMBER_FIELD_JOINED);
	assert_code(err, ERROR_INPUT);
}

static void
nobody_joins_before_the_group_began(void **state)
{
	struct exchange_group g = made("GWD-1");
	struct exchange_member m = { .slot = fixture_slot(db, "020101") };

	(void)state;
	text_copy(m.joined_on, sizeof m.joined_on, "2026-03-14");
	assert_int_equal(exchange_member_save(db, &g, &m, &err), -1);
	assert_int_equal(err.field, MEMBER_FIELD_JOINED);
	assert_code(err, ERROR_INPUT);
	text_copy(m.joined_on, sizeof m.joined_on, "2026-03-15");
	assert_done(exchange_member_save(db, &g, &m, &err), err);
	/* Who was there from the first day begins with the group. */
	text_copy(g.starts_on, sizeof g.starts_on, "2026-04-01");
	assert_done(exchange_group_save(db, &g, &err), err);
	assert_done(exchange_member_load(db, m.id, &m, &err), err);
	assert_string_equal(m.joined_on, "2026-04-01");
}

static void
who_joins_is_there_from_the_groups_first_day_until_it_has_met(void **state)
{
	struct exchange_group g = made("GWD-1");
	char day[12];

	(void)state;
	text_copy(g.starts_on, sizeof g.starts_on, "2026-01-10");
	assert_done(exchange_group_save(db, &g, &err), err);
	assert_string_equal(joined(&g, "020101").joined_on, "2026-01-10");
	sql("INSERT INTO meeting (uid, group_id, number, starts_at, ends_at) VALUES "
	    "(hex(zeroblob(16)), 1, 1, '2026-01-30T10:00', '2026-01-30T12:00')");
	assert_done(exchange_member_day(db, &g, day, &err), err);
	assert_string_equal(day, "2026-01-31");
	assert_string_equal(joined(&g, "020102").joined_on, "2026-01-31");
}

static void
voivodeships_can_be_members_and_parts_of_gminas_cannot(void **state)
{
	struct exchange_group g = made("GWD-1");
	struct exchange_member part = { .slot = fixture_slot(db, "0201044") };

	(void)state;
	joined(&g, "02");
	assert_int_equal(exchange_member_save(db, &g, &part, &err), -1);
	assert_int_equal(err.field, MEMBER_FIELD_UNIT);
	assert_code(err, ERROR_INPUT);
}

static void
the_comparison_group_follows_name_and_members_and_is_changed_nowhere_else(void **state)
{
	struct exchange_group g = made("GWD-1");
	struct exchange_member m = joined(&g, "020101");
	struct group c;
	int *slots, count;

	(void)state;
	joined(&g, "020103");
	assert_done(group_by_name(db, "Grupa GWD-1", &c, &err), err);
	assert_int_equal(c.members, 2);
	assert_string_equal(c.exchange, "GWD-1");
	assert_done(group_by_name(db, "GWD-1", &c, &err), err);
	assert_done(group_members(db, c.id, &arena, &slots, &count, &err), err);
	assert_int_equal(group_save(db, &c, slots, 1, &err), -1);
	assert_non_null(strstr(err.text, "GWD-1"));
	assert_code(err, ERROR_INPUT);
	assert_int_equal(group_retire(db, c.id, &err), -1);
	assert_code(err, ERROR_INPUT);
	text_copy(m.left_on, sizeof m.left_on, "2026-08-31");
	assert_done(exchange_member_save(db, &g, &m, &err), err);
	text_copy(g.name, sizeof g.name, "Oświata");
	assert_done(exchange_group_save(db, &g, &err), err);
	assert_done(group_by_name(db, "Oświata", &c, &err), err);
	assert_int_equal(c.members, 2);
	setenv("GROMADA_NOW", "2026-09-01T09:00:00Z", 1);
	assert_done(group_by_name(db, "Oświata", &c, &err), err);
	unsetenv("GROMADA_NOW");
	assert_int_equal(c.members, 1);
	assert_done(exchange_group_retire(db, &g, false, &err), err);
	assert_int_equal(group_by_name(db, "Oświata", &c, &err), -1);
	assert_code(err, ERROR_MISSING);
	assert_done(exchange_group_retire(db, &g, true, &err), err);
	assert_done(group_by_name(db, "Oświata", &c, &err), err);
	assert_int_equal(faults(), 0);
}

static void
a_name_that_a_comparison_group_bears_is_followed_under_name_and_code(void **state)
{
	struct group other = { .name = "Grupa GWD-1" }, c;
	int slot = fixture_slot(db, "020101");

	(void)state;
	assert_done(group_save(db, &other, &slot, 1, &err), err);
	made("GWD-1");
	assert_done(group_by_name(db, "Grupa GWD-1 (GWD-1)", &c, &err), err);
	assert_string_equal(c.exchange, "GWD-1");
}

static void
sizes_and_kinds_of_units_outside_the_rule_are_warned_of(void **state)
{
	struct exchange_group g = made("GWD-1");
	struct exchange_member m;
	struct unit_table units;
	const char **list;
	int count;

	(void)state;
	assert_done(unit_table_load(db, &units, &err), err);
	g.units = UNITS_RURAL;
	assert_done(exchange_group_save(db, &g, &err), err);
	joined(&g, "020101");
	m = joined(&g, "020102");
	assert_done(exchange_group_warnings(db, &g, &units, &arena, &list, &count, &err), err);
	assert_int_equal(count, 3); /* a town, two members, no moderator */
	assert_non_null(strstr(list[0], "Bolesławiec"));
	text_copy(m.left_on, sizeof m.left_on, "2099-01-01"); /* one of two until then */
	assert_done(exchange_member_save(db, &g, &m, &err), err);
	assert_done(exchange_group_warnings(db, &g, &units, &arena, &list, &count, &err), err);
	assert_non_null(strstr(list[1], " 2 "));
	sql("UPDATE exchange_member SET joined_on = '2026-01-01', left_on = '2026-01-30' "
	    "WHERE left_on IS NOT NULL");
	assert_done(exchange_group_warnings(db, &g, &units, &arena, &list, &count, &err), err);
	assert_non_null(strstr(list[1], " 1 "));
	unit_table_release(&units);
}

static void
a_member_entered_by_mistake_goes_with_its_row(void **state)
{
	struct exchange_group g = made("GWD-1");
	struct exchange_member m = joined(&g, "020101"), *list;
	struct group c;
	int count;

	(void)state;
	assert_done(exchange_member_remove(db, &g, m.id, &err), err);
	assert_done(exchange_member_list(db, g.id, NULL, &arena, &list, &count, &err), err);
	assert_int_equal(count, 0);
	assert_done(group_by_name(db, "GWD-1", &c, &err), err);
	assert_int_equal(c.members, 0);
}

static void
a_member_with_a_part_in_the_group_leaves_by_a_day(void **state)
{
	static const char *const parts[] = {
		"INSERT INTO conclusion (uid, group_id, slot, text, made_on) SELECT printf('%032d', 5), "
		"group_id, slot, 'x', '2026-01-31' FROM exchange_member",
		"DELETE FROM conclusion; INSERT INTO data_sheet (uid, group_id, year) SELECT "
		"printf('%032d', 6), group_id, 2025 FROM exchange_member; INSERT INTO sheet_return "
		"(uid, sheet_id, slot, changed_on) SELECT printf('%032d', 7), d.id, m.slot, "
		"'2026-01-31' FROM data_sheet AS d, exchange_member AS m"
	};
	struct exchange_group g = made("GWD-1");
	struct exchange_member m = joined(&g, "020101");

	(void)state;
	for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++) {
		sql(parts[i]);
		assert_int_equal(exchange_member_remove(db, &g, m.id, &err), -1);
		assert_code(err, ERROR_INPUT);
	}
}

static void
members_are_those_of_the_day(void **state)
{
	struct exchange_group g = made("GWD-1");
	struct exchange_member m = joined(&g, "020101"), *list;
	int count;

	(void)state;
	joined(&g, "020103");
	text_copy(m.left_on, sizeof m.left_on, "2026-08-31");
	assert_done(exchange_member_save(db, &g, &m, &err), err);
	assert_done(exchange_member_list(db, g.id, "2026-08-31", &arena, &list, &count, &err), err);
	assert_int_equal(count, 2);
	assert_done(exchange_member_list(db, g.id, "2026-09-01", &arena, &list, &count, &err), err);
	assert_int_equal(count, 1);
	assert_done(exchange_member_list(db, g.id, "2026-03-14", &arena, &list, &count, &err), err);
	assert_int_equal(count, 2); /* those with whom the group will begin */
}

/* ---- stages ---- */

static void
stages_of_a_kind_are_changed_without_touching_groups(void **state)
{
	struct exchange_group g = made("GWD-1");
	struct stage s, *kinds;
	struct group_stage *list;
	struct stage_item *items;
	int count;

	(void)state;
	assert_done(stage_list(db, EXCHANGE_GWD, &arena, &kinds, &count, &err), err);
	s = kinds[0];
	text_copy(s.name, sizeof s.name, "Początek");
	assert_done(stage_save(db, &s, &err), err);
	assert_done(group_stage_list(db, g.id, &arena, &list, &count, &err), err);
	assert_string_not_equal(list[0].name, "Początek");
	assert_done(stage_remove(db, &kinds[1], &err), err);
	assert_done(stage_list(db, EXCHANGE_GWD, &arena, &kinds, &count, &err), err);
	assert_int_equal(count, 7);
	assert_int_equal(kinds[6].position, 7);
	assert_done(stage_item_list(db, &(struct stage_place){ EXCHANGE_GWD, 0, 7 }, &arena, &items, &count, &err), err);
	assert_int_equal(count, 6); /* of the former eighth */
	assert_done(stage_item_list(db, &(struct stage_place){ EXCHANGE_GWD, 0, 8 }, &arena, &items, &count, &err), err);
	assert_int_equal(count, 0);
}

static void
a_stage_that_a_colleague_moved_or_changed_is_not_overwritten(void **state)
{
	struct stage *seen, *now;
	int count;

	(void)state;
	assert_done(stage_list(db, EXCHANGE_GWD, &arena, &seen, &count, &err), err);
	assert_done(stage_remove(db, &seen[1], &err), err);
	assert_int_equal(stage_save(db, &seen[2], &err), -1);
	assert_int_equal(err.code, ERROR_CONFLICT);
	assert_int_equal(stage_remove(db, &seen[3], &err), -1);
	assert_int_equal(err.code, ERROR_CONFLICT);
	assert_int_equal(stage_save(db, &seen[count - 1], &err), -1); /* there is no such place */
	assert_done(stage_list(db, EXCHANGE_GWD, &arena, &now, &count, &err), err);
	assert_string_equal(now[1].name, seen[2].name);
	assert_string_equal(now[2].name, seen[3].name);
	text_copy(now[1].aim, sizeof now[1].aim, "Cel");
	assert_done(stage_save(db, &now[1], &err), err);
	assert_done(stage_save(db, &now[1], &err), err);
}

static struct stage_item
first_item(int stage, int at, int *count)
{
	struct stage_item *list;

	assert_done(stage_item_list(db, &(struct stage_place){ EXCHANGE_GWD, 0, stage }, &arena, &list, count, &err), err);
	assert_true(at < *count);
	return list[at];
}

static void
the_agenda_of_a_stage_is_added_to_changed_moved_and_cut(void **state)
{
	struct stage_item item = { .of = { EXCHANGE_GWD, 0, 1 }, .minutes = 25 }, first;
	int count, before;

	(void)state;
	first = first_item(1, 0, &before);
	text_copy(item.title, sizeof item.title, "Zwiedzanie zakładu");
	text_copy(item.speaker, sizeof item.speaker, "gospodarz");
	assert_done(stage_item_save(db, &item, &err), err);
	assert_int_equal(item.position, before + 1);
	item.minutes = 40;
	assert_done(stage_item_save(db, &item, &err), err);
	assert_int_equal(first_item(1, before, &count).minutes, 40);
	assert_int_equal(count, before + 1);
	assert_int_equal(stage_item_move(db, &item, 1, &err), 0);
	assert_int_equal(stage_item_move(db, &item, -1, &err), 1);
	item = first_item(1, before - 1, &count);
	assert_string_equal(item.title, "Zwiedzanie zakładu");
	assert_int_equal(item.position, before);
	assert_done(stage_item_remove(db, &first, &err), err);
	assert_string_not_equal(first_item(1, 0, &count).title, first.title);
	assert_int_equal(count, before);
}

static void
an_item_of_a_stage_that_a_colleague_changed_is_not_written_over(void **state)
{
	struct stage_item mine, theirs;
	int count;

	(void)state;
	mine = theirs = first_item(1, 0, &count);
	theirs.minutes = 35;
	assert_done(stage_item_save(db, &theirs, &err), err);
	mine.minutes = 10;
	assert_int_equal(stage_item_save(db, &mine, &err), -1);
	assert_int_equal(err.code, ERROR_CONFLICT);
	assert_int_equal(stage_item_remove(db, &mine, &err), -1);
	assert_int_equal(first_item(1, 0, &count).minutes, 35);
	error_clear(&err);
	mine.position = count + 1;
	assert_int_equal(stage_item_save(db, &mine, &err), -1);
	assert_int_equal(err.code, ERROR_MISSING);
	error_clear(&err);
	mine = (struct stage_item){ .of = { EXCHANGE_GWD, 0, 1 }, .minutes = 0 };
	text_copy(mine.title, sizeof mine.title, "Punkt");
	assert_int_equal(stage_item_save(db, &mine, &err), -1);
	assert_int_equal(err.field, STAGE_ITEM_MINUTES);
	error_clear(&err);
	mine.minutes = 5;
	mine.of.stage = 9;
	assert_int_equal(stage_item_save(db, &mine, &err), -1);
	assert_int_equal(err.code, ERROR_MISSING);
}

static void
a_group_has_the_agendas_of_its_stages_for_itself(void **state)
{
	struct exchange_group g = made("GWD-1");
	struct stage_place of = { EXCHANGE_GWD, g.id, 1 };
	struct stage_item item = { .of = of, .minutes = 25, .title = "Zwiedzanie zakładu" }, *list;
	int count, before;

	(void)state;
	first_item(1, 0, &before);
	assert_done(stage_item_save(db, &item, &err), err);
	assert_int_equal(item.position, before + 1);
	first_item(1, 0, &count);
	assert_int_equal(count, before);
	assert_done(stage_item_list(db, &of, &arena, &list, &count, &err), err);
	assert_int_equal(count, before + 1);
	assert_string_equal(list[before].title, "Zwiedzanie zakładu");
	assert_int_equal(stage_item_move(db, &list[before], -1, &err), 1);
	item.of.stage = 9;
	item.position = 0;
	assert_int_equal(stage_item_save(db, &item, &err), -1);
	assert_int_equal(err.code, ERROR_MISSING);
	error_clear(&err);
	sql("UPDATE exchange_group SET owner = printf('%032d', 9)");
	assert_int_equal(stage_item_remove(db, &list[0], &err), -1);
	assert_code(err, ERROR_DENIED);
}

static int64_t
number(const char *text)
{
	sqlite3_stmt *stmt;
	int64_t value;

	assert_int_equal(sqlite3_prepare_v2(db->handle, text, -1, &stmt, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_step(stmt), SQLITE_ROW);
	value = sqlite3_column_int64(stmt, 0);
	sqlite3_finalize(stmt);
	return value;
}

static void
a_group_of_another_kind_takes_its_stages_until_it_has_met(void **state)
{
	struct exchange_group g = made("GWD-1");
	struct group_stage *list;
	int count;

	(void)state;
	sql("INSERT INTO meeting (uid, group_id, number, stage, starts_at, ends_at) VALUES "
	    "(printf('%032d', 8), 1, 1, 7, '2026-05-05T10:00', '2026-05-05T15:00')");
	g.kind = EXCHANGE_WZS;
	assert_done(exchange_group_save(db, &g, &err), err);
	assert_int_equal(g.smallest, 6);
	assert_int_equal(g.largest, 10);
	assert_done(group_stage_list(db, g.id, &arena, &list, &count, &err), err);
	assert_int_equal(count, 5);
	assert_string_equal(list[0].name, "Konferencja inauguracyjna");
	assert_int_equal(number("SELECT stage FROM meeting"), 0);
	assert_int_equal(number("SELECT count(*) FROM exchange_group_stage_item"),
		number("SELECT count(*) FROM stage_item WHERE kind = 'wzs'"));
	g.smallest = 5; /* a size that was chosen stays */
	assert_done(exchange_group_save(db, &g, &err), err);
	g.kind = EXCHANGE_NETWORK;
	assert_done(exchange_group_save(db, &g, &err), err);
	assert_int_equal(g.smallest, 5);
	assert_int_equal(g.largest, 10);
	sql("UPDATE meeting SET state = 'held'");
	g.kind = EXCHANGE_GWD;
	assert_int_equal(exchange_group_save(db, &g, &err), -1);
	assert_int_equal(err.field, EXCHANGE_FIELD_KIND);
	assert_code(err, ERROR_INPUT);
	assert_done(group_stage_list(db, g.id, &arena, &list, &count, &err), err);
	assert_int_equal(count, 4);
}

static void
periods_are_counted_by_what_the_kind_gave_once(void **state)
{
	struct exchange_group g = made("GWD-1");
	struct group_stage *list, own = { .name = "Dodatkowa", .from_on = "2027-01-05", .days = 1 };
	struct stage *kinds;
	int count;

	(void)state;
	assert_done(group_stage_save(db, &g, &own, &err), err);
	assert_done(stage_list(db, EXCHANGE_GWD, &arena, &kinds, &count, &err), err);
	assert_done(stage_remove(db, &kinds[0], &err), err);
	text_copy(g.starts_on, sizeof g.starts_on, "2026-05-01");
	assert_done(exchange_group_save(db, &g, &err), err);
	assert_done(group_stage_move(db, &g, &err), err);
	assert_done(group_stage_list(db, g.id, &arena, &list, &count, &err), err);
	assert_string_equal(list[0].from_on, "2026-05-01");
	assert_string_equal(list[1].from_on, "2026-08-01");
	assert_string_equal(list[8].from_on, "2027-01-05");
}

static void
stages_of_a_group_are_changed_moved_and_taken_away_from_the_end(void **state)
{
	struct exchange_group g = made("GWD-1");
	struct group_stage *list, s;
	int count;

	(void)state;
	assert_done(group_stage_list(db, g.id, &arena, &list, &count, &err), err);
	s = list[0];
	text_copy(s.to_on, sizeof s.to_on, "2026-03-01");
	assert_int_equal(group_stage_save(db, &g, &s, &err), -1);
	assert_int_equal(err.field, GROUP_STAGE_TO);
	assert_code(err, ERROR_INPUT);
	assert_int_equal(group_stage_remove(db, &g, 1, &err), -1);
	assert_code(err, ERROR_INPUT);
	assert_done(group_stage_remove(db, &g, 8, &err), err);
	text_copy(g.starts_on, sizeof g.starts_on, "2026-05-01");
	assert_done(exchange_group_save(db, &g, &err), err);
	assert_done(group_stage_move(db, &g, &err), err);
	assert_done(group_stage_list(db, g.id, &arena, &list, &count, &err), err);
	assert_int_equal(count, 7);
	assert_string_equal(list[1].from_on, "2026-08-01");
	assert_string_equal(list[1].to_on, "2026-08-31");
}

/* ---- people ---- */

static void
an_email_with_control_characters_or_without_a_host_is_refused(void **state)
{
	struct contact c = { .name = "Osoba A" };

	(void)state;
	text_copy(c.email, sizeof c.email, "a@urzad.pl\x1b[2J");
	assert_int_equal(contact_save(db, &c, &err), -1);
	assert_int_equal(err.field, CONTACT_FIELD_EMAIL);
	assert_code(err, ERROR_INPUT);
	text_copy(c.email, sizeof c.email, "urzad.pl");
	assert_int_equal(contact_save(db, &c, &err), -1);
	assert_int_equal(err.field, CONTACT_FIELD_EMAIL);
	assert_code(err, ERROR_INPUT);
	text_copy(c.email, sizeof c.email, "a@urzad.pl");
	assert_done(contact_save(db, &c, &err), err);
}

static void
a_contact_that_came_in_a_package_stays_whatever_the_caller_says_of_it(void **state)
{
	struct contact c = known("Osoba A");

	(void)state;
	sql("UPDATE contact SET owner = '0123456789abcdef0123456789abcdef'");
	text_copy(c.name, sizeof c.name, "Osoba B");
	assert_int_equal(contact_save(db, &c, &err), -1);
	assert_code(err, ERROR_DENIED);
	assert_done(contact_load(db, c.id, &c, &err), err);
	assert_string_equal(c.name, "Osoba A");
	assert_int_equal(contact_save(db, &c, &err), -1);
	assert_code(err, ERROR_DENIED);
}

static void
people_of_a_group_stand_by_part_and_are_replaced_not_doubled(void **state)
{
	struct exchange_group g = made("GWD-1");
	struct exchange_person *list, p = { .part = PART_EXPERT };
	int count;

	(void)state;
	p.contact = known("Osoba A").id;
	text_copy(p.field, sizeof p.field, "oświata");
	assert_done(exchange_person_save(db, &g, &p, &err), err);
	p = (struct exchange_person){ .part = PART_LEADER, .contact = known("Osoba B").id };
	assert_done(exchange_person_save(db, &g, &p, &err), err);
	text_copy(p.from_on, sizeof p.from_on, "2026-06-01");
	text_copy(p.to_on, sizeof p.to_on, "2026-05-01");
	assert_int_equal(exchange_person_save(db, &g, &p, &err), -1);
	assert_int_equal(err.field, GROUP_PERSON_TO);
	assert_code(err, ERROR_INPUT);
	p.to_on[0] = '\0';
	assert_done(exchange_person_save(db, &g, &p, &err), err);
	assert_done(exchange_person_list(db, g.id, NULL, &arena, &list, &count, &err), err);
	assert_int_equal(count, 2);
	assert_string_equal(list[0].name, "Osoba B");
	assert_int_equal(list[1].part, PART_EXPERT);
	assert_done(exchange_person_remove(db, &g, p.contact, &err), err);
	assert_int_equal(exchange_person_remove(db, &g, p.contact, &err), -1);
	assert_code(err, ERROR_MISSING);
}

static void
a_new_person_gets_card_and_part_at_once_or_neither(void **state)
{
	struct exchange_group g = made("GWD-1");
	struct exchange_person p = { .part = PART_LEADER }, *list;
	struct contact c = { .slot = fixture_slot(db, "020101") };
	int count;

	(void)state;
	text_copy(c.name, sizeof c.name, "Osoba Nowa");
	text_copy(p.from_on, sizeof p.from_on, "2026-02-31");
	assert_int_equal(exchange_person_add(db, &g, &c, &p, &err), -1);
	assert_int_equal(err.field, GROUP_PERSON_FROM);
	assert_code(err, ERROR_INPUT);
	assert_int_equal(c.id, 0);
	p.from_on[0] = '\0';
	assert_done(exchange_person_add(db, &g, &c, &p, &err), err);
	assert_done(exchange_person_list(db, g.id, NULL, &arena, &list, &count, &err), err);
	assert_int_equal(count, 1);
	assert_string_equal(list[0].name, "Osoba Nowa");
	assert_int_equal(list[0].contact, c.id);
	assert_int_equal(list[0].slot, c.slot);
	assert_done(exchange_group_save(db, &g, &err), err); /* the rev it has now */
}

static void
of_two_members_with_the_same_turn_as_host_both_are_named(void **state)
{
	struct exchange_group g = made("GWD-1");
	struct exchange_member first = joined(&g, "020101"), second = joined(&g, "020102");
	struct unit_table units;
	const char **list;
	int count;

	(void)state;
	assert_done(unit_table_load(db, &units, &err), err);
	for (int turns = 0; turns < 3; turns++) { /* none, the same, one after the other */
		int found = 0;

		first.host_order = turns ? 2 : 0;
		second.host_order = turns == 1 ? 2 : turns ? 3 : 0;
		assert_done(exchange_member_save(db, &g, &first, &err), err);
		assert_done(exchange_member_save(db, &g, &second, &err), err);
		assert_done(
			exchange_group_warnings(db, &g, &units, &arena, &list, &count, &err), err);
		for (int i = 0; i < count; i++)
			found += strstr(list[i], "have the same turn as host, 2") &&
				 strstr(list[i], unit_by_slot(&units, first.slot)->told) &&
				 strstr(list[i], unit_by_slot(&units, second.slot)->told);
		assert_int_equal(found, turns == 1);
	}
	unit_table_release(&units);
}

static void
a_service_that_no_indicator_has_is_warned_of(void **state)
{
	struct exchange_group g = made("GWD-1");
	struct unit_table units;
	const char **list;
	int count, found = 0;

	(void)state;
	assert_done(unit_table_load(db, &units, &err), err);
	for (int known = 0; known < 2; known++) {
		text_copy(g.service, sizeof g.service, known ? "" : "kultrua");
		assert_done(exchange_group_save(db, &g, &err), err);
		assert_done(
			exchange_group_warnings(db, &g, &units, &arena, &list, &count, &err), err);
		for (int i = 0; i < count; i++)
			found += strstr(list[i], "kultrua") != NULL;
	}
	assert_int_equal(found, 1);
	unit_table_release(&units);
}

static void
people_are_found_by_number_or_name_and_namesakes_told_apart(void **state)
{
	struct contact a = known("Osoba Żółta"), found, namesake = { .name = "Osoba Żółta" };
	char number[24];

	(void)state;
	assert_done(contact_find(db, "osoba zolta", &found, &err), err);
	assert_int_equal(found.id, a.id);
	namesake.slot = a.slot;
	assert_int_equal(contact_save(db, &namesake, &err), -1); /* the same person, for all we know */
	assert_int_equal(err.field, CONTACT_FIELD_NAME);
	text_copy(namesake.post, sizeof namesake.post, "sekretarz");
	assert_done(contact_save(db, &namesake, &err), err);
	assert_int_equal(contact_find(db, "Osoba Żółta", &found, &err), -1);
	assert_code(err, ERROR_INPUT);
	snprintf(number, sizeof number, "%lld", (long long)a.id);
	assert_done(contact_find(db, number, &found, &err), err);
	assert_int_equal(contact_find(db, "Osoba C", &found, &err), -1);
	assert_code(err, ERROR_MISSING);
}

static void
erasing_a_person_leaves_the_group_without_the_name(void **state)
{
	struct exchange_group g = made("GWD-1");
	struct contact a = known("Osoba A"), c;
	struct exchange_person *list, p = { .part = PART_LEADER, .contact = a.id };
	struct contact_trace *traces;
	int count;

	(void)state;
	g.moderator = a.id;
	assert_done(exchange_group_save(db, &g, &err), err);
	assert_done(exchange_person_save(db, &g, &p, &err), err);
	assert_done(contact_traces(db, a.id, &arena, &traces, &count, &err), err);
	assert_int_equal(count, 2);
	assert_string_equal(traces[0].group, "GWD-1");
	assert_done(contact_erase(db, a.id, &err), err);
	assert_int_equal(contact_load(db, a.id, &c, &err), -1);
	assert_code(err, ERROR_MISSING);
	assert_done(exchange_group_load(db, g.id, &g, &err), err);
	assert_int_equal(g.moderator, 0);
	assert_done(exchange_person_list(db, g.id, NULL, &arena, &list, &count, &err), err);
	assert_int_equal(count, 0);
	assert_int_equal(contact_erase(db, a.id, &err), -1);
	assert_code(err, ERROR_MISSING);
}

/* One text of each kind; all name the person. */
static void
texts_of_all_kinds_are_searched_for_a_name(void **state)
{
	static const char texts[] =
		"INSERT INTO meeting (id, uid, group_id, number, starts_at, ends_at, reason) VALUES "
		"(1, printf('%032d', 1), 1, 1, '2026-05-05T10:00', '2026-05-05T15:00', 'prosi Osoba A');"
		"INSERT INTO agenda_item (meeting_id, position, title, speaker, minutes) VALUES "
		"(1, 1, 'a', 'Osoba A', 5), (1, 2, 'b', 'Osoba A, Kutno', 5), (1, 3, 'c', 'ekspert Osoba A', 5);"
		"INSERT INTO participant (meeting_id, part, name, remark) VALUES (1, 'guest', 'x', 'za Osoba A');"
		"INSERT INTO minutes (id, uid, meeting_id) VALUES (1, printf('%032d', 1), 1);"
		"INSERT INTO minutes_remark (uid, minutes_id, version, text, made_on, answer) VALUES "
		"(printf('%032d', 1), 1, 1, 't', '2026-05-06', 'odpowiada Osoba A');"
		"INSERT INTO minutes_annex (minutes_id, number, text, approved_on) VALUES (1, 1, 'Osoba A', '2026-06-06');"
		"INSERT INTO opinion (id, uid, group_id, title, question, asked_on, due_on) VALUES "
		"(1, printf('%032d', 1), 1, 't', 'pyta Osoba A', '2026-05-06', '2026-05-26');"
		"INSERT INTO opinion_answer (uid, opinion_id, slot, view, text, answered_on) SELECT "
		"printf('%032d', 1), 1, slot, 'remarks', 'Osoba A ma uwagi', '2026-05-20' FROM exchange_member;"
		"INSERT INTO conclusion (id, uid, group_id, slot, text, responsible, made_on) SELECT 1, "
		"printf('%032d', 1), NULL, slot, 't', 'Osoba A', '2026-05-07' FROM exchange_member;"
		"INSERT INTO conclusion_evidence (conclusion_id, position, kind, text, frozen_at) VALUES "
		"(1, 1, 'text', 'ustaliła Osoba A', '2026-05-07T10:00:00Z');"
		"INSERT INTO improvement_plan (id, uid, group_id, slot, title, goal) SELECT 1, "
		"printf('%032d', 1), 1, slot, 't', 'cel, Osoba A' FROM exchange_member;"
		"INSERT INTO improvement_action (plan_id, position, text, responsible) VALUES (1, 1, 't', 'Osoba A');"
		"INSERT INTO improvement_result (plan_id, year, text, written_on) VALUES (1, 2026, 'Osoba A', '2026-12-30');"
		"INSERT INTO closing_note (uid, group_id, slot, kind, text, made_on) SELECT printf('%032d', 1), "
		"1, slot, 'problem', 'Osoba A odeszła', '2026-12-30' FROM exchange_member;";
	struct exchange_group g = made("GWD-1");
	struct contact a = known("Osoba A");
	struct contact_trace *list;
	int count;

	(void)state;
	joined(&g, "020101");
	sql(texts);
	assert_done(contact_traces(db, a.id, &arena, &list, &count, &err), err);
	assert_int_equal(count, 13);
	for (int i = 0; i < count; i++) {
		assert_int_equal(list[i].kind, TRACE_TEXT);
		assert_string_equal(list[i].group, i == 3 || i == 4 ? "020101" : "GWD-1");
	}
}

static void
contacts_are_due_after_their_last_day(void **state)
{
	struct contact c = { .name = "Osoba A", .keep_until = "2026-06-30" }, *list;
	int count;

	(void)state;
	assert_done(contact_save(db, &c, &err), err);
	known("Osoba B");
	assert_done(contact_due(db, "2026-06-30", &arena, &list, &count, &err), err);
	assert_int_equal(count, 0);
	assert_done(contact_due(db, "2026-07-01", &arena, &list, &count, &err), err);
	assert_int_equal(count, 1);
}

static void
an_office_makes_its_uid_once(void **state)
{
	struct office office;
	char first[33], second[33];

	(void)state;
	assert_done(office_uid(db, first, &err), err);
	assert_done(office_uid(db, second, &err), err);
	assert_int_equal(strlen(first), 32);
	assert_string_equal(first, second);
	assert_done(office_load(db, &office, &err), err);
	text_copy(office.name, sizeof office.name, "Związek");
	text_copy(office.heading, sizeof office.heading, "Związek\nul. Długa 1");
	assert_done(office_save(db, &office, &err), err);
	office = (struct office){ 0 };
	assert_done(office_load(db, &office, &err), err);
	assert_string_equal(office.uid, first);
	assert_string_equal(office.heading, "Związek\nul. Długa 1");
	text_copy(office.name, sizeof office.name, "Zwi\x07zek");
	assert_int_equal(office_save(db, &office, &err), -1);
	assert_code(err, ERROR_INPUT);
}

/* ---- names ---- */

static void
units_of_one_name_are_told_apart_as_soon_as_one_is_a_member(void **state)
{
	struct exchange_group g = made("GWD-1");
	struct exchange_member town = joined(&g, "020101"), again = { 0 };
	struct unit_table units;
	struct unit city;
	char text[64];

	(void)state;
	assert_done(unit_table_load(db, &units, &err), err);
	assert_string_equal(unit_by_slot(&units, town.slot)->told, "Bolesławiec");
	assert_string_equal(unit_by_code(&units, "020102")->told, "Bolesławiec, rural gmina");
	joined(&g, "020102");
	assert_done(unit_table_tell(db, &units, &err), err);
	assert_string_equal(unit_by_slot(&units, town.slot)->told, "Bolesławiec, urban gmina");
	assert_string_equal(unit_told_short(unit_by_slot(&units, town.slot), text, sizeof text),
		"m. Bolesławiec");
	city = *unit_by_code(&units, "0265");
	city.told = "Wałbrzych, city with powiat rights";
	assert_string_equal(unit_told_short(&city, text, sizeof text), "m. Wałbrzych");
	assert_string_equal(unit_by_code(&units, "0265")->told, "Wałbrzych");
	unit_table_release(&units);
	again.slot = town.slot;
	assert_int_equal(exchange_member_save(db, &g, &again, &err), -1);
	assert_non_null(strstr(err.text, "Bolesławiec, urban gmina is a member already"));
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, open_database, close_database)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_new_group_gets_the_stages_of_its_kind_with_periods_from_its_first_day),
		TEST(a_period_begins_on_the_last_day_of_a_month_that_is_too_short),
		TEST(a_code_that_exists_is_refused),
		TEST(a_group_cannot_lie_under_itself_or_its_own_sub_group),
		TEST(days_that_cannot_be_are_refused_with_their_field),
		TEST(two_colleagues_cannot_save_one_group_over_each_other),
		TEST(a_group_that_came_in_a_package_is_only_read),
		TEST(a_unit_is_no_member_twice_at_one_time_but_may_come_back),
		TEST(a_city_does_not_come_back_under_its_other_code_beside_itself),
		TEST(units_of_one_name_are_told_apart_as_soon_as_one_is_a_member),
		TEST(nobody_leaves_before_joining_or_joins_after_the_end),
		TEST(nobody_joins_before_the_group_began),
		TEST(who_joins_is_there_from_the_groups_first_day_until_it_has_met),
		TEST(voivodeships_can_be_members_and_parts_of_gminas_cannot),
		TEST(the_comparison_group_follows_name_and_members_and_is_changed_nowhere_else),
		TEST(a_name_that_a_comparison_group_bears_is_followed_under_name_and_code),
		TEST(sizes_and_kinds_of_units_outside_the_rule_are_warned_of),
		TEST(a_member_entered_by_mistake_goes_with_its_row),
		TEST(a_member_with_a_part_in_the_group_leaves_by_a_day),
		TEST(members_are_those_of_the_day),
		TEST(stages_of_a_kind_are_changed_without_touching_groups),
		TEST(a_stage_that_a_colleague_moved_or_changed_is_not_overwritten),
		TEST(the_agenda_of_a_stage_is_added_to_changed_moved_and_cut),
		TEST(an_item_of_a_stage_that_a_colleague_changed_is_not_written_over),
		TEST(a_group_has_the_agendas_of_its_stages_for_itself),
		TEST(a_group_of_another_kind_takes_its_stages_until_it_has_met),
		TEST(periods_are_counted_by_what_the_kind_gave_once),
		TEST(stages_of_a_group_are_changed_moved_and_taken_away_from_the_end),
		TEST(an_email_with_control_characters_or_without_a_host_is_refused),
		TEST(a_contact_that_came_in_a_package_stays_whatever_the_caller_says_of_it),
		TEST(people_of_a_group_stand_by_part_and_are_replaced_not_doubled),
		TEST(a_new_person_gets_card_and_part_at_once_or_neither),
		TEST(of_two_members_with_the_same_turn_as_host_both_are_named),
		TEST(a_service_that_no_indicator_has_is_warned_of),
		TEST(people_are_found_by_number_or_name_and_namesakes_told_apart),
		TEST(erasing_a_person_leaves_the_group_without_the_name),
		TEST(texts_of_all_kinds_are_searched_for_a_name),
		TEST(contacts_are_due_after_their_last_day),
		TEST(an_office_makes_its_uid_once),
	};

	setenv("GROMADA_TEST", "1", 1); /* the clock stands still */
	return cmocka_run_group_tests(tests, NULL, NULL);
}
