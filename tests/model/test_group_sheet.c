/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A group's comparison, conclusions drawn from it, and plans that follow a measure. */
#include "values_fixture.h"

#include "store/internal.h"

#include "model/plans/closing_note.h"
#include "model/plans/conclusion.h"
#include "model/groups/exchange_group.h"
#include "model/groups/group_sheet.h"
#include "model/plans/improvement_plan.h"

static struct db *db;
static struct unit_table units;
static struct exchange_group group;
static int town, rural, mixed;

static void
join(const char *code)
{
	struct exchange_member m = { .slot = fixture_slot(db, code), .joined_on = "2026-01-15" };
	struct error err = { 0 };

	assert_done(exchange_member_save(db, &group, &m, &err), err);
}

static int
setup(void **state)
{
	struct error err = { 0 };

	(void)state;
	db = fixture_database();
	exchange_group_defaults(&group, EXCHANGE_GWD);
	group.id = group.rev = 0;
	strcpy(group.code, "G1");
	strcpy(group.name, "Oświata w gminach");
	strcpy(group.starts_on, "2026-01-15");
	assert_done(exchange_group_save(db, &group, &err), err);
	join("020101");
	join("020102");
	join("020104");
	assert_done(unit_table_load(db, &units, &err), err);
	town = fixture_slot(db, "020101");
	rural = fixture_slot(db, "020102");
	mixed = fixture_slot(db, "020104");
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	unit_table_release(&units);
	db_close(db);
	group = (struct exchange_group){ 0 };
	return 0;
}

static void
choose(int64_t first, int64_t second)
{
	const int64_t ids[] = { first, second };
	struct error err = { 0 };

	assert_done(exchange_group_load(db, group.id, &group, &err), err);
	assert_done(group_sheet_choose(db, group.id, group.rev, ids, second ? 2 : 1, &err), err);
}

static void
two_colleagues_cannot_choose_rows_over_each_other(void **state)
{
	const int64_t ids[] = { fixture_indicator(db, "A", 'S'), fixture_indicator(db, "B", 'S') };
	struct error err = { 0 };
	int64_t read;

	(void)state;
	assert_done(exchange_group_load(db, group.id, &group, &err), err);
	read = group.rev;
	assert_done(group_sheet_choose(db, group.id, read, ids, 2, &err), err);
	assert_int_equal(group_sheet_choose(db, group.id, read, ids, 1, &err), -1);
	assert_code(err, ERROR_CONFLICT);
	assert_done(exchange_group_load(db, group.id, &group, &err), err);
	assert_int_equal(group.rev, read + 1);
}

static struct group_sheet
sheet_of(int year, struct arena *arena)
{
	struct group_sheet sheet;
	struct error err = { 0 };

	assert_done(group_sheet_load(db, &units, group.id, year, arena, &sheet, &err), err);
	return sheet;
}

static const struct sheet_cell *
cell_of(const struct group_sheet *sheet, int row, int slot)
{
	for (int i = 0; i < sheet->member_count; i++)
		if (sheet->members[i].slot == slot)
			return &sheet->rows[row].cells[i];
	fail();
	return NULL;
}

/* ---- the sheet ---- */

static void
members_stand_beside_each_other_with_mean_and_median(void **state)
{
	struct arena arena = { 0 };
	struct group_sheet sheet;

	(void)state;
	choose(fixture_indicator(db, "A", 'S'), 0);
	fixture_values(db, "A", 2025, "020101=10 020102=20 020104=60");
	sheet = sheet_of(2025, &arena);
	assert_int_equal(sheet.count, 1);
	assert_int_equal(sheet.member_count, 3);
	assert_int_equal(sheet.rows[0].group.n, 3);
	assert_value(sheet.rows[0].group.mean, 30.0);
	assert_value(sheet.rows[0].group.median, 20.0);
	assert_value(cell_of(&sheet, 0, mixed)->value, 60.0);
	arena_release(&arena);
}

static void
the_best_of_what_should_be_low_is_the_lowest(void **state)
{
	struct arena arena = { 0 };
	struct group_sheet sheet;

	(void)state;
	choose(fixture_indicator(db, "HIGH", 'S'), fixture_indicator(db, "LOW", 'D'));
	fixture_values(db, "HIGH", 2025, "020101=1 020102=2 020104=3");
	fixture_values(db, "LOW", 2025, "020101=1 020102=2 020104=3");
	sheet = sheet_of(2025, &arena);
	assert_true(cell_of(&sheet, 0, mixed)->best);
	assert_true(cell_of(&sheet, 0, town)->worst);
	assert_true(cell_of(&sheet, 1, town)->best);
	assert_true(cell_of(&sheet, 1, mixed)->worst);
	assert_false(cell_of(&sheet, 0, rural)->best || cell_of(&sheet, 0, rural)->worst);
	arena_release(&arena);
}

static void
nobody_is_best_where_all_are_alike_or_nothing_is_wanted(void **state)
{
	struct arena arena = { 0 };
	struct group_sheet sheet;

	(void)state;
	choose(fixture_indicator(db, "SAME", 'S'), fixture_indicator(db, "CONTEXT", 'N'));
	fixture_values(db, "SAME", 2025, "020101=7 020102=7 020104=7");
	fixture_values(db, "CONTEXT", 2025, "020101=1 020102=2 020104=3");
	sheet = sheet_of(2025, &arena);
	for (int row = 0; row < 2; row++)
		for (int i = 0; i < 3; i++)
			assert_false(
				sheet.rows[row].cells[i].best || sheet.rows[row].cells[i].worst);
	arena_release(&arena);
}

static void
two_that_tie_are_both_best(void **state)
{
	struct arena arena = { 0 };
	struct group_sheet sheet;

	(void)state;
	choose(fixture_indicator(db, "A", 'S'), 0);
	fixture_values(db, "A", 2025, "020101=9 020102=9 020104=3");
	sheet = sheet_of(2025, &arena);
	assert_true(cell_of(&sheet, 0, town)->best && cell_of(&sheet, 0, rural)->best);
	arena_release(&arena);
}

static void
a_reason_of_missing_is_shown_and_does_not_count(void **state)
{
	struct arena arena = { 0 };
	struct group_sheet sheet;

	(void)state;
	choose(fixture_indicator(db, "A", 'S'), 0);
	fixture_values(db, "A", 2025, "020101=10 020102=:b");
	sheet = sheet_of(2025, &arena);
	assert_int_equal(sheet.rows[0].group.n, 1);
	assert_int_equal(cell_of(&sheet, 0, rural)->flag, FLAG_NO_DATA);
	assert_int_equal(cell_of(&sheet, 0, mixed)->flag, FLAG_ABSENT);
	arena_release(&arena);
}

static void
a_group_of_a_derived_indicator_has_the_ratio_of_its_sums(void **state)
{
	struct arena arena = { 0 };
	struct group_sheet sheet;
	int64_t derived;

	(void)state;
	fixture_indicator(db, "COST", 'N');
	fixture_indicator(db, "PUPILS", 'N');
	derived = fixture_derived(db, "RATIO", "COST", "PUPILS", 1);
	fixture_values(db, "COST", 2025, "020101=100 020102=300");
	fixture_values(db, "PUPILS", 2025, "020101=10 020102=100");
	choose(derived, 0);
	sheet = sheet_of(2025, &arena);
	assert_value(sheet.rows[0].group.mean, 6.5);
	assert_true(fabs(sheet.rows[0].ratio_of_sums - 400.0 / 110.0) < 1e-12);
	arena_release(&arena);
}

static void
units_of_the_type_outside_the_group_give_a_reference(void **state)
{
	struct arena arena = { 0 };
	struct group_sheet sheet;

	(void)state;
	choose(fixture_indicator(db, "A", 'S'), 0);
	fixture_values(db, "A", 2025, "020101=10 020102=20 020104=60");
	sheet = sheet_of(2025, &arena);
	assert_int_equal(sheet.rows[0].reference_kind, REFERENCE_NONE);
	assert_true(isnan(sheet.rows[0].reference));
	fixture_values(db, "A", 2025, "020103=30");
	sheet = sheet_of(2025, &arena);
	assert_int_equal(sheet.rows[0].reference_kind, REFERENCE_TYPE);
	assert_value(sheet.rows[0].reference, 30.0);
	arena_release(&arena);
}

static void
cities_are_a_type_of_their_own_under_either_code(void **state)
{
	struct arena arena = { 0 };
	struct group_sheet sheet;
	struct error err = { 0 };

	(void)state;
	choose(fixture_indicator(db, "A", 'S'), 0);
	fixture_values(db, "A", 2025, "020101=10 020102=20 020104=60 026501=30 146501=50");
	sheet = sheet_of(2025, &arena);
	assert_int_equal(sheet.rows[0].reference_kind, REFERENCE_NONE);
	assert_done(exchange_group_load(db, group.id, &group, &err), err);
	join("026501");
	fixture_values(db, "A", 2025, "0265=31 1465=90");
	sheet = sheet_of(2025, &arena);
	assert_int_equal(sheet.rows[0].reference_kind, REFERENCE_TYPE);
	assert_value(sheet.rows[0].reference, (10 + 20 + 60 + 31 + 90) / 5.0);
	arena_release(&arena);
}

static void
who_has_left_stands_marked_in_the_years_of_its_membership_alone(void **state)
{
	struct arena arena = { 0 };
	struct exchange_member *members;
	struct group_sheet sheet;
	struct group_trend trend;
	struct indicator card;
	struct error err = { 0 };
	int count;

	(void)state;
	choose(fixture_indicator(db, "A", 'S'), 0);
	fixture_values(db, "A", 2025, "020101=10 020102=20 020104=60");
	fixture_values(db, "A", 2027, "020101=10 020102=20 020104=60");
	assert_done(exchange_group_load(db, group.id, &group, &err), err);
	assert_done(exchange_member_list(db, group.id, NULL, &arena, &members, &count, &err), err);
	for (int i = 0; i < count; i++)
		if (members[i].slot == rural) {
			strcpy(members[i].joined_on, "2026-01-15");
			strcpy(members[i].left_on, "2099-06-01"); /* announced */
			assert_done(exchange_member_save(db, &group, &members[i], &err), err);
			assert_int_equal(sheet_of(2025, &arena).member_count, 3);
			strcpy(members[i].left_on, "2026-01-20");
			assert_done(exchange_member_save(db, &group, &members[i], &err), err);
		}
	/* Members of the first day are those of the years before the group began. */
	sheet = sheet_of(2025, &arena);
	assert_int_equal(sheet.member_count, 3);
	for (int i = 0; i < 3; i++)
		assert_string_equal(sheet.members[i].left_on,
			sheet.members[i].slot == rural ? "2026-01-20" : "");
	assert_value(sheet.rows[0].group.mean, 30.0);
	assert_int_equal(sheet_of(2026, &arena).member_count, 3);
	sheet = sheet_of(2027, &arena);
	assert_int_equal(sheet.member_count, 2);
	assert_value(sheet.rows[0].group.mean, 35.0);
	card = fixture_card(db, "A", &arena);
	assert_done(group_trend_load(db, &units, group.id, &card, &arena, &trend, &err), err);
	assert_int_equal(trend.member_count, 3);
	for (int i = 0; i < 3; i++) {
		assert_false(isnan(trend.values[i][0]));
		assert_int_equal(isnan(trend.values[i][2]) != 0, trend.members[i].slot == rural);
	}
	assert_done(group_sheet_members(db, &units, group.id, MEMBERS_PRESENT, &arena,
			    &sheet.members, &count, &err),
		err);
	assert_int_equal(count, 2);
	arena_release(&arena);
}

static void
years_are_those_of_any_of_its_indicators(void **state)
{
	struct arena arena = { 0 };
	struct error err = { 0 };
	int *years, count;

	(void)state;
	choose(fixture_indicator(db, "A", 'S'), fixture_indicator(db, "B", 'S'));
	fixture_values(db, "A", 2025, "020101=1");
	fixture_values(db, "B", 2023, "020101=1");
	fixture_values(db, "B", 2025, "020101=1");
	assert_done(group_sheet_years(db, group.id, &arena, &years, &count, &err), err);
	assert_int_equal(count, 2);
	assert_int_equal(years[0], 2023);
	assert_int_equal(years[1], 2025);
	arena_release(&arena);
}

static int
usual_year(int up_to)
{
	struct arena arena = { 0 };
	struct error err = { 0 };
	int *years, count, year;

	assert_done(group_sheet_years(db, group.id, &arena, &years, &count, &err), err);
	assert_done(group_sheet_usual_year(db, &units, group.id, years, count, up_to, &year, &err),
		err);
	arena_release(&arena);
	return year;
}

static void
neither_an_early_figure_nor_a_row_that_ends_earlier_says_which_year_is_shown(void **state)
{
	(void)state;
	choose(fixture_indicator(db, "A", 'S'), fixture_indicator(db, "B", 'S'));
	assert_int_equal(usual_year(0), 0);
	fixture_values(db, "A", 2024, "020101=1 020102=2 020104=3");
	assert_int_equal(usual_year(0), 2024);
	fixture_values(db, "A", 2026, "020101=1");
	assert_int_equal(usual_year(0), 2024);
	fixture_values(db, "A", 2025, "020101=1");
	fixture_values(db, "B", 2025, "020101=1");
	assert_int_equal(usual_year(0), 2025);
	assert_int_equal(usual_year(2024), 2024);
}

/* ---- conclusions ---- */

static struct conclusion
a_conclusion(void)
{
	struct conclusion c = { .group = group.id, .slot = town, .learn_from = mixed, .cost = NAN };
	struct error err = { 0 };

	strcpy(c.text, "Więcej miejsc w żłobkach");
	assert_done(conclusion_save(db, &c, &err), err);
	return c;
}

static void
frozen_evidence_stays_when_the_figure_changes(void **state)
{
	struct arena arena = { 0 };
	struct conclusion c = a_conclusion();
	struct group_sheet sheet;
	struct evidence *list;
	struct error err = { 0 };
	int count;

	(void)state;
	choose(fixture_indicator(db, "A", 'S'), 0);
	fixture_values(db, "A", 2025, "020101=10 020102=20 020104=60");
	sheet = sheet_of(2025, &arena);
	assert_done(evidence_freeze(db, c.id, &sheet, 0, &err), err);
	fixture_values(db, "A", 2025, "020101=11 020102=21 020104=61");
	assert_done(evidence_list(db, c.id, &arena, &list, &count, &err), err);
	assert_int_equal(count, 1);
	assert_value(list[0].value, 10.0);
	assert_value(list[0].mean, 30.0);
	assert_value(list[0].best, 60.0);
	assert_int_equal(list[0].best_slot, mixed);
	assert_int_equal(list[0].with_data, 3);
	assert_string_equal(list[0].indicator, "A");
	arena_release(&arena);
}

static void
a_town_and_the_rural_gmina_of_its_name_are_told_apart(void **state)
{
	struct arena arena = { 0 };
	struct group_sheet sheet;
	int kinds = 0;

	(void)state;
	choose(fixture_indicator(db, "A", 'S'), 0);
	sheet = sheet_of(2025, &arena);
	for (int i = 0; i < sheet.member_count; i++)
		kinds += strstr(sheet.members[i].label, "Bolesławiec, ") != NULL;
	assert_int_equal(kinds, 2);
	arena_release(&arena);
}

static void
evidence_of_a_derived_indicator_keeps_the_ratio_of_sums_that_was_shown(void **state)
{
	struct arena arena = { 0 };
	struct conclusion c = a_conclusion();
	struct group_sheet sheet;
	struct evidence *list;
	struct error err = { 0 };
	int count;

	(void)state;
	fixture_indicator(db, "COST", 'N');
	fixture_indicator(db, "PUPILS", 'N');
	choose(fixture_derived(db, "RATIO", "COST", "PUPILS", 1), 0);
	fixture_values(db, "COST", 2025, "020101=100 020102=10");
	fixture_values(db, "PUPILS", 2025, "020101=100 020102=1");
	sheet = sheet_of(2025, &arena);
	assert_done(evidence_freeze(db, c.id, &sheet, 0, &err), err);
	assert_done(evidence_list(db, c.id, &arena, &list, &count, &err), err);
	assert_int_equal(count, 1);
	assert_true(fabs(list[0].mean - 110.0 / 101.0) < 1e-12);
	assert_non_null(strstr(list[0].text, "the sum of numerators"));
	arena_release(&arena);
}

static void
evidence_needs_a_figure_and_is_kept_once(void **state)
{
	struct arena arena = { 0 };
	struct conclusion c = a_conclusion();
	struct group_sheet sheet;
	struct error err = { 0 };

	(void)state;
	choose(fixture_indicator(db, "A", 'S'), 0);
	fixture_values(db, "A", 2025, "020101=10 020102=20");
	sheet = sheet_of(1990, &arena);
	assert_int_equal(evidence_freeze(db, c.id, &sheet, 0, &err), -1);
	assert_code(err, ERROR_INPUT);
	sheet = sheet_of(2025, &arena);
	assert_done(evidence_freeze(db, c.id, &sheet, 0, &err), err);
	assert_int_equal(evidence_freeze(db, c.id, &sheet, 0, &err), -1);
	assert_code(err, ERROR_INPUT);
	fixture_values(db, "A", 2025, "020101=11");
	sheet = sheet_of(2025, &arena);
	assert_done(evidence_freeze(db, c.id, &sheet, 0, &err), err);
	assert_done(evidence_write(db, c.id, EVIDENCE_TEXT, "Kolejki", &err), err);
	assert_int_equal(evidence_write(db, c.id, EVIDENCE_TEXT, "Kolejki", &err), -1);
	arena_release(&arena);
}

static void
evidence_raises_the_rev_of_its_conclusion(void **state)
{
	struct conclusion c = a_conclusion(), stale = c;
	struct error err = { 0 };

	(void)state;
	assert_done(evidence_write(db, c.id, EVIDENCE_TEXT, "Lista oczekujących: 40 dzieci", &err),
		err);
	assert_int_equal(conclusion_save(db, &stale, &err), -1);
	assert_code(err, ERROR_CONFLICT);
	assert_done(conclusion_load(db, c.id, &c, &err), err);
	assert_int_equal(c.evidence, 1);
	assert_done(evidence_remove(db, c.id, 1, &err), err);
}

static void
refused(struct conclusion c, int field)
{
	struct error err = { 0 };

	assert_int_equal(conclusion_save(db, &c, &err), -1);
	assert_int_equal(err.field, field);
	assert_code(err, ERROR_INPUT);
}

static void
a_conclusion_is_refused_with_the_field_that_is_wrong(void **state)
{
	struct conclusion c = a_conclusion(), bad = c;

	(void)state;
	bad.text[0] = '\0';
	refused(bad, CONCLUSION_FIELD_TEXT);
	bad = c;
	bad.learn_from = c.slot;
	refused(bad, CONCLUSION_FIELD_LEARN_FROM);
	bad.learn_from = fixture_slot(db, "146501");
	refused(bad, CONCLUSION_FIELD_LEARN_FROM);
	bad = c;
	bad.state = CONCLUSION_REJECTED;
	refused(bad, CONCLUSION_FIELD_REASON);
	bad = c;
	strcpy(bad.due_on, "2027-02-31");
	refused(bad, CONCLUSION_FIELD_DUE);
	bad = c;
	bad.slot = fixture_slot(db, "146501");
	refused(bad, CONCLUSION_FIELD_UNIT);
}

static void
a_conclusion_changed_meanwhile_is_not_deleted(void **state)
{
	struct conclusion c = a_conclusion(), seen = c;
	struct error err = { 0 };

	(void)state;
	c.cost = 1200;
	assert_done(conclusion_save(db, &c, &err), err);
	assert_int_equal(conclusion_retire(db, seen.id, seen.rev, &err), -1);
	assert_code(err, ERROR_CONFLICT);
	assert_done(conclusion_retire(db, c.id, c.rev, &err), err);
	assert_int_equal(conclusion_retire(db, c.id, c.rev, &err), -1);
	assert_code(err, ERROR_MISSING);
}

static void
a_retired_conclusion_comes_back(void **state)
{
	const struct conclusion_filter all = { 0 }, retired = { .retired = true };
	struct arena arena = { 0 };
	struct conclusion c = a_conclusion(), *list;
	struct error err = { 0 };
	int count;

	(void)state;
	assert_done(conclusion_retire(db, c.id, c.rev, &err), err);
	assert_done(conclusion_list(db, &all, &arena, &list, &count, &err), err);
	assert_int_equal(count, 0);
	assert_done(conclusion_list(db, &retired, &arena, &list, &count, &err), err);
	assert_int_equal(count, 1);
	assert_done(conclusion_restore(db, c.id, &err), err);
	assert_done(conclusion_list(db, &all, &arena, &list, &count, &err), err);
	assert_int_equal(count, 1);
	arena_release(&arena);
}

/* ---- plans ---- */

static struct improvement_plan
a_plan(void)
{
	struct improvement_plan p = { .group = group.id,
		.slot = town,
		.base = 10,
		.base_year = 2024,
		.target = 30,
		.target_year = 2027,
		.budget = NAN };
	struct error err = { 0 };

	fixture_indicator(db, "MEASURE", 'S');
	strcpy(p.title, "Plan doskonalenia opieki nad dziećmi");
	strcpy(p.indicator, "MEASURE");
	assert_done(plan_save(db, &p, &err), err);
	return p;
}

static void
the_measure_follows_its_indicator(void **state)
{
	struct improvement_plan p = a_plan();
	struct plan_progress progress;
	struct error err = { 0 };

	(void)state;
	assert_done(plan_progress_load(db, &units, &p, &progress, &err), err);
	assert_int_equal(progress.year, 0);
	fixture_values(db, "MEASURE", 2024, "020101=10");
	fixture_values(db, "MEASURE", 2026, "020101=15");
	assert_done(plan_progress_load(db, &units, &p, &progress, &err), err);
	assert_int_equal(progress.year, 2026);
	assert_value(progress.percent, 25.0);
}

static void
a_plan_changed_meanwhile_is_not_deleted(void **state)
{
	struct improvement_plan p = a_plan(), seen = p;
	struct error err = { 0 };

	(void)state;
	strcpy(p.goal, "Mniej awarii");
	assert_done(plan_save(db, &p, &err), err);
	assert_int_equal(plan_retire(db, seen.id, seen.rev, &err), -1);
	assert_code(err, ERROR_CONFLICT);
	assert_done(plan_retire(db, p.id, p.rev, &err), err);
	assert_done(plan_restore(db, p.id, &err), err);
	assert_int_equal(plan_restore(db, p.id, &err), -1);
	assert_code(err, ERROR_MISSING);
}

static void
plan_refused(struct improvement_plan p, int field)
{
	struct error err = { 0 };

	assert_int_equal(plan_save(db, &p, &err), -1);
	assert_int_equal(err.field, field);
	assert_code(err, ERROR_INPUT);
}

static void
a_plan_is_refused_with_the_field_that_is_wrong(void **state)
{
	struct improvement_plan p = a_plan(), bad = p;

	(void)state;
	bad.target_year = 2024;
	plan_refused(bad, PLAN_FIELD_TARGET_YEAR);
	bad = p;
	bad.target = bad.base;
	plan_refused(bad, PLAN_FIELD_TARGET);
	bad = p;
	bad.base_year = 0;
	plan_refused(bad, PLAN_FIELD_BASE_YEAR);
	bad = p;
	strcpy(bad.indicator, "NONE");
	plan_refused(bad, PLAN_FIELD_INDICATOR);
	bad = p;
	bad.state = PLAN_ADOPTED;
	plan_refused(bad, PLAN_FIELD_ADOPTED);
}

static void
actions_move_and_close_up(void **state)
{
	struct arena arena = { 0 };
	struct improvement_plan p = a_plan();
	struct plan_action a = { .cost = NAN }, *list;
	struct error err = { 0 };
	int count;

	(void)state;
	/* New ones stand beside each other, whatever the plan was when they were begun. */
	for (int i = 0; i < 3; i++) {
		snprintf(a.text, sizeof a.text, "Działanie %c", 'A' + i);
		assert_done(plan_action_save(db, p.id, p.rev, &a, &err), err);
	}
	assert_int_equal(plan_action_move(db, p.id, p.rev, 3, -1, &err), -1);
	assert_code(err, ERROR_CONFLICT);
	p.rev += 3;
	assert_done(plan_action_move(db, p.id, p.rev++, 3, -1, &err), err);
	assert_done(plan_action_remove(db, p.id, p.rev++, 1, &err), err);
	assert_done(plan_actions(db, p.id, &arena, &list, &count, &err), err);
	assert_int_equal(count, 2);
	assert_int_equal(list[0].position, 1);
	assert_string_equal(list[0].text, "Działanie C");
	assert_string_equal(list[1].text, "Działanie B");
	assert_int_equal(plan_action_remove(db, p.id, 1, 1, &err), -1);
	assert_code(err, ERROR_CONFLICT);
	arena_release(&arena);
}

static void
a_plan_gathers_conclusions_of_its_own_unit_only(void **state)
{
	struct improvement_plan p = a_plan();
	struct conclusion own = a_conclusion(), other = own;
	struct error err = { 0 };
	int64_t ids[2];

	(void)state;
	other.id = other.rev = 0;
	other.slot = rural;
	assert_done(conclusion_save(db, &other, &err), err);
	ids[0] = own.id;
	ids[1] = other.id;
	assert_int_equal(plan_gather(db, p.id, p.rev, ids, 2, &err), -1);
	assert_code(err, ERROR_INPUT);
	assert_done(plan_gather(db, p.id, p.rev, ids, 1, &err), err);
	assert_int_equal(plan_gather(db, p.id, p.rev, ids, 0, &err), -1);
	assert_code(err, ERROR_CONFLICT);
	assert_done(plan_load(db, p.id, &p, &err), err);
	assert_int_equal(p.conclusions, 1);
}

static void
what_speaks_for_a_unit_keeps_it_to_its_unit(void **state)
{
	struct improvement_plan p = a_plan();
	struct conclusion c = a_conclusion();
	struct error err = { 0 };

	(void)state;
	c.learn_from = NO_SLOT;
	c.slot = mixed;
	assert_done(conclusion_save(db, &c, &err), err);
	c.slot = town;
	assert_done(conclusion_save(db, &c, &err), err);
	assert_done(evidence_write(db, c.id, EVIDENCE_TEXT, "Z rozmów", &err), err);
	c.rev++;
	c.slot = mixed;
	assert_int_equal(conclusion_save(db, &c, &err), -1);
	assert_int_equal(err.field, CONCLUSION_FIELD_UNIT);
	c.slot = town;
	assert_done(conclusion_save(db, &c, &err), err);
	assert_done(plan_gather(db, p.id, p.rev++, &c.id, 1, &err), err);
	p.slot = mixed;
	assert_int_equal(plan_save(db, &p, &err), -1);
	assert_int_equal(err.field, PLAN_FIELD_UNIT);
	assert_done(evidence_remove(db, c.id, 1, &err), err);
	c.rev++;
	c.slot = mixed;
	assert_int_equal(conclusion_save(db, &c, &err), -1); /* the plan is the town's */
	assert_done(plan_gather(db, p.id, p.rev++, NULL, 0, &err), err);
	assert_done(plan_save(db, &p, &err), err);
	p.slot = 1; /* Poland */
	assert_int_equal(plan_save(db, &p, &err), -1);
	assert_int_equal(err.field, PLAN_FIELD_UNIT);
}

static void
a_plan_in_a_group_of_another_office_is_not_moved_to_another_member(void **state)
{
	struct improvement_plan p = a_plan();
	struct error err = { 0 };

	(void)state;
	assert_int_equal(sqlite3_exec(db->handle,
				 "UPDATE exchange_group SET owner = printf('%032d', 7);"
				 "INSERT OR REPLACE INTO office (key, value) SELECT 'own_unit', "
				 "code FROM unit WHERE slot = (SELECT slot FROM improvement_plan)",
				 NULL, NULL, NULL),
		SQLITE_OK);
	assert_done(plan_save(db, &p, &err), err);
	p.slot = mixed;
	plan_refused(p, PLAN_FIELD_UNIT);
}

static void
a_note_in_a_group_of_another_office_is_not_moved_to_another_member(void **state)
{
	struct closing_note n = { .group = group.id, .slot = town, .text = "Brak sal" };
	struct error err = { 0 };

	(void)state;
	assert_done(closing_note_save(db, &n, &err), err);
	assert_int_equal(sqlite3_exec(db->handle,
				 "UPDATE exchange_group SET owner = printf('%032d', 7);"
				 "INSERT OR REPLACE INTO office (key, value) SELECT 'own_unit', "
				 "code FROM unit WHERE slot = (SELECT slot FROM closing_note)",
				 NULL, NULL, NULL),
		SQLITE_OK);
	assert_done(closing_note_save(db, &n, &err), err);
	n.slot = mixed;
	assert_int_equal(closing_note_save(db, &n, &err), -1);
	assert_int_equal(err.field, CLOSING_FIELD_UNIT);
	assert_code(err, ERROR_INPUT);
}

static void
the_result_of_a_year_takes_the_value_of_its_measure(void **state)
{
	struct arena arena = { 0 };
	struct improvement_plan p = a_plan();
	struct plan_result *list;
	struct error err = { 0 };
	int count;

	(void)state;
	fixture_values(db, "MEASURE", 2025, "020101=12");
	assert_done(plan_result_write(db, &units, p.id, p.rev, 2025, "Otwarto oddział", &err), err);
	assert_done(
		plan_result_write(db, &units, p.id, p.rev + 1, 2025, "Otwarto dwa oddziały", &err),
		err);
	assert_int_equal(
		plan_result_write(db, &units, p.id, p.rev, 2025, "Otwarto trzy", &err), -1);
	assert_code(err, ERROR_CONFLICT);
	assert_done(plan_results(db, p.id, &arena, &list, &count, &err), err);
	assert_int_equal(count, 1);
	assert_value(list[0].value, 12.0);
	assert_string_equal(list[0].text, "Otwarto dwa oddziały");
	arena_release(&arena);
}

static void
closing_notes_stand_by_kind(void **state)
{
	struct closing_note problem = { .group = group.id,
		.slot = town,
		.kind = CLOSING_PROBLEM,
		.text = "Brak danych o kosztach" };
	struct closing_note advice = {
		.group = group.id, .slot = rural, .text = "Zacząć od danych"
	};
	struct closing_note *list, empty = { .group = group.id, .slot = town };
	struct closing_note stranger = {
		.group = group.id, .slot = fixture_slot(db, "0201"), .text = "Obca"
	};
	struct arena arena = { 0 };
	struct error err = { 0 };
	int count;

	(void)state;
	assert_done(closing_note_save(db, &problem, &err), err);
	assert_done(closing_note_save(db, &advice, &err), err);
	assert_done(closing_note_list(db, group.id, 0, &arena, &list, &count, &err), err);
	assert_int_equal(count, 2);
	assert_int_equal(list[0].kind, CLOSING_RECOMMENDATION);
	assert_int_equal(closing_note_save(db, &empty, &err), -1);
	assert_code(err, ERROR_INPUT);
	assert_int_equal(closing_note_save(db, &stranger, &err), -1);
	assert_code(err, ERROR_INPUT);
	strcpy(list[1].text, "Brak danych o kosztach i dochodach");
	assert_done(closing_note_save(db, &list[1], &err), err);
	assert_int_equal(closing_note_retire(db, problem.id, problem.rev, &err), -1);
	assert_code(err, ERROR_CONFLICT);
	assert_done(closing_note_retire(db, problem.id, list[1].rev, &err), err);
	assert_done(closing_note_restore(db, problem.id, &err), err);
	arena_release(&arena);
}

#define EACH(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		EACH(two_colleagues_cannot_choose_rows_over_each_other),
		EACH(members_stand_beside_each_other_with_mean_and_median),
		EACH(the_best_of_what_should_be_low_is_the_lowest),
		EACH(nobody_is_best_where_all_are_alike_or_nothing_is_wanted),
		EACH(two_that_tie_are_both_best),
		EACH(a_reason_of_missing_is_shown_and_does_not_count),
		EACH(a_group_of_a_derived_indicator_has_the_ratio_of_its_sums),
		EACH(units_of_the_type_outside_the_group_give_a_reference),
		EACH(cities_are_a_type_of_their_own_under_either_code),
		EACH(who_has_left_stands_marked_in_the_years_of_its_membership_alone),
		EACH(years_are_those_of_any_of_its_indicators),
		EACH(neither_an_early_figure_nor_a_row_that_ends_earlier_says_which_year_is_shown),
		EACH(frozen_evidence_stays_when_the_figure_changes),
		EACH(a_town_and_the_rural_gmina_of_its_name_are_told_apart),
		EACH(evidence_of_a_derived_indicator_keeps_the_ratio_of_sums_that_was_shown),
		EACH(evidence_needs_a_figure_and_is_kept_once),
		EACH(evidence_raises_the_rev_of_its_conclusion),
		EACH(a_conclusion_is_refused_with_the_field_that_is_wrong),
		EACH(a_conclusion_changed_meanwhile_is_not_deleted),
		EACH(a_plan_changed_meanwhile_is_not_deleted),
		EACH(a_retired_conclusion_comes_back),
		EACH(the_measure_follows_its_indicator),
		EACH(a_plan_is_refused_with_the_field_that_is_wrong),
		EACH(actions_move_and_close_up),
		EACH(what_speaks_for_a_unit_keeps_it_to_its_unit),
		EACH(a_plan_gathers_conclusions_of_its_own_unit_only),
		EACH(a_note_in_a_group_of_another_office_is_not_moved_to_another_member),
		EACH(a_plan_in_a_group_of_another_office_is_not_moved_to_another_member),
		EACH(the_result_of_a_year_takes_the_value_of_its_measure),
		EACH(closing_notes_stand_by_kind),
	};

	setenv("GROMADA_TEST", "1", 1); /* the clock stands still */
	return cmocka_run_group_tests(tests, NULL, NULL);
}
