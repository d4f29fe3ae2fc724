/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whose figures stand for a member of a group: its own, those of its former code, and of a city with
 * powiat rights those of its other code. */
#include "values_fixture.h"

#include "model/groups/exchange_group.h"
#include "model/groups/group_sheet.h"
#include "model/indicators/group.h"
#include "model/indicators/matrix.h"

struct group_of {
	struct db *db;
	struct unit_table units;
	struct exchange_group group;
	struct group_sheet sheet;
	struct arena arena;
	struct error err;
};

static int
join(struct group_of *g, const char *code)
{
	struct exchange_member m = { .slot = fixture_slot(g->db, code), .joined_on = "2026-01-15" };

	return exchange_member_save(g->db, &g->group, &m, &g->err);
}

/* A group of two cities, of which one was recoded, and a town. */
static int
set_up(void **state)
{
	struct group_of *g = calloc(1, sizeof *g);

	g->db = fixture_database();
	fixture_changes(g->db);
	exchange_group_defaults(&g->group, EXCHANGE_NETWORK);
	strcpy(g->group.code, "M1");
	strcpy(g->group.name, "Miasta");
	strcpy(g->group.starts_on, "2026-01-15");
	assert_done(exchange_group_save(g->db, &g->group, &g->err), g->err);
	assert_done(join(g, "026501"), g->err);
	assert_done(join(g, "146501"), g->err);
	assert_done(join(g, "020101"), g->err);
	assert_done(unit_table_load(g->db, &g->units, &g->err), g->err);
	*state = g;
	return 0;
}

static int
tear_down(void **state)
{
	struct group_of *g = *state;

	unit_table_release(&g->units);
	arena_release(&g->arena);
	db_close(g->db);
	free(g);
	return 0;
}

/* The member's figure of an indicator in a year. */
static const struct sheet_cell *
figure(struct group_of *g, const char *indicator, int year, const char *member)
{
	struct indicator card = fixture_card(g->db, indicator, &g->arena);

	assert_done(exchange_group_load(g->db, g->group.id, &g->group, &g->err), g->err);
	assert_done(
		group_sheet_choose(g->db, g->group.id, g->group.rev, &card.id, 1, &g->err), g->err);
	assert_done(group_sheet_load(
			    g->db, &g->units, g->group.id, year, &g->arena, &g->sheet, &g->err),
		g->err);
	for (int i = 0; i < g->sheet.member_count; i++)
		if (g->sheet.members[i].slot == fixture_slot(g->db, member))
			return &g->sheet.rows[0].cells[i];
	fail();
	return NULL;
}

static void
a_recoded_member_keeps_its_past(void **state)
{
	struct group_of *g = *state;
	const struct sheet_cell *cell;

	fixture_indicator(g->db, "A", 'S');
	fixture_values(g->db, "A", 2012, "022109=5 146501=7");
	fixture_values(g->db, "A", 2013, "026501=6 146501=8");
	cell = figure(g, "A", 2012, "026501");
	assert_int_equal(cell->flag, FLAG_NONE);
	assert_value(cell->value, 5.0);
	assert_true(cell->before);
	assert_int_equal(cell->from, fixture_slot(g->db, "022109"));
	assert_int_equal(g->sheet.rows[0].group.n, 2);
	cell = figure(g, "A", 2013, "026501");
	assert_value(cell->value, 6.0);
	assert_false(cell->before);
	assert_int_equal(cell->from, fixture_slot(g->db, "026501"));
}

static void
the_chart_of_members_takes_the_same_figures(void **state)
{
	struct group_of *g = *state;
	struct group_trend trend;
	struct indicator card;

	fixture_indicator(g->db, "A", 'S');
	fixture_values(g->db, "A", 2012, "022109=5 146501=7");
	fixture_values(g->db, "A", 2013, "026501=6 146501=8");
	card = fixture_card(g->db, "A", &g->arena);
	assert_done(
		group_trend_load(g->db, &g->units, g->group.id, &card, &g->arena, &trend, &g->err),
		g->err);
	for (int i = 0; i < trend.member_count; i++)
		if (trend.members[i].slot == fixture_slot(g->db, "026501")) {
			assert_value(trend.values[i][0], 5.0);
			assert_true(trend.before[i][0]);
			assert_value(trend.values[i][1], 6.0);
			assert_false(trend.before[i][1]);
		}
	assert_value(trend.median[0], 6.0);
}

static void
sums_of_a_ratio_take_the_former_code_too(void **state)
{
	struct group_of *g = *state;

	fixture_indicator(g->db, "UP", 'S');
	fixture_indicator(g->db, "DOWN", 'S');
	fixture_derived(g->db, "R", "UP", "DOWN", 100);
	fixture_values(g->db, "UP", 2012, "022109=1 146501=2");
	fixture_values(g->db, "DOWN", 2012, "022109=10 146501=10");
	assert_value(figure(g, "R", 2012, "026501")->value, 10.0);
	assert_value(g->sheet.rows[0].ratio_of_sums, 15.0);
}

static void
what_only_powiaty_have_stands_for_a_city_under_its_other_code(void **state)
{
	struct group_of *g = *state;
	const struct sheet_cell *cell;

	fixture_indicator(g->db, "A", 'S');
	fixture_values(g->db, "A", 2020, "0265=3 1465=4 0201=9");
	cell = figure(g, "A", 2020, "146501");
	assert_value(cell->value, 4.0);
	assert_int_equal(cell->from, fixture_slot(g->db, "1465"));
	assert_false(cell->before);
	assert_value(figure(g, "A", 2020, "026501")->value, 3.0);
	assert_int_equal(figure(g, "A", 2020, "020101")->flag, FLAG_ABSENT);
	assert_int_equal(g->sheet.rows[0].group.n, 2);
}

static void
tables_of_the_group_take_the_other_code_too(void **state)
{
	struct group_of *g = *state;
	struct unit_filter filter = { .level = -1, .ended_too = true };
	struct indicator card;
	struct matrix years, cards;

	fixture_indicator(g->db, "A", 'S');
	fixture_values(g->db, "A", 2012, "022109=5");
	fixture_values(g->db, "A", 2020, "0265=3 1465=4 0201=9");
	card = fixture_card(g->db, "A", &g->arena);
	figure(g, "A", 2020, "146501"); /* for the group that follows the members */
	assert_done(group_load_filter(
			    g->db, g->sheet.comparison, &g->units, &g->arena, &filter, &g->err),
		g->err);
	assert_done(matrix_years(g->db, &g->units, &card, 2012, 2020, &filter, &g->arena, &years,
			    &g->err),
		g->err);
	assert_done(matrix_indicators(
			    g->db, &g->units, &card, 1, 2020, &filter, &g->arena, &cards, &g->err),
		g->err);
	assert_int_equal(years.rows, 3);
	for (int i = 0; i < years.rows; i++) {
		const struct matrix_cell *row = &years.cells[i * years.columns];

		if (years.slots[i] == fixture_slot(g->db, "146501")) {
			assert_value(row[1].value, 4.0);
			assert_value(cards.cells[i].value, 4.0);
			assert_int_equal(row[1].marks & MARK_SUCCESSION, 0);
		}
		if (years.slots[i] == fixture_slot(g->db, "026501")) {
			assert_value(row[0].value, 5.0);
			assert_true(row[0].marks & MARK_SUCCESSION);
			assert_value(row[1].value, 3.0);
		}
		if (years.slots[i] == fixture_slot(g->db, "020101"))
			assert_int_equal(row[1].flag, FLAG_ABSENT);
	}
}

static void
a_city_s_own_figure_goes_before_that_of_its_other_code(void **state)
{
	struct group_of *g = *state;

	fixture_indicator(g->db, "A", 'S');
	fixture_values(g->db, "A", 2020, "1465=4 146501=5");
	assert_value(figure(g, "A", 2020, "146501")->value, 5.0);
}

static void
a_city_is_one_member_under_either_code(void **state)
{
	struct group_of *g = *state;

	assert_int_equal(join(g, "1465"), -1);
	assert_int_equal(g->err.field, MEMBER_FIELD_UNIT);
	assert_non_null(strstr(g->err.text, "1465011"));
	error_clear(&g->err);
	assert_int_equal(join(g, "0201"), 0); /* a powiat beside its towns is another unit */
}

static void
a_unit_that_ended_does_not_join(void **state)
{
	struct group_of *g = *state;

	assert_int_equal(join(g, "022109"), -1);
	assert_int_equal(g->err.field, MEMBER_FIELD_UNIT);
	assert_non_null(strstr(g->err.text, "ended"));
}

#define EACH(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		EACH(a_recoded_member_keeps_its_past),
		EACH(the_chart_of_members_takes_the_same_figures),
		EACH(sums_of_a_ratio_take_the_former_code_too),
		EACH(what_only_powiaty_have_stands_for_a_city_under_its_other_code),
		EACH(tables_of_the_group_take_the_other_code_too),
		EACH(a_city_s_own_figure_goes_before_that_of_its_other_code),
		EACH(a_city_is_one_member_under_either_code),
		EACH(a_unit_that_ended_does_not_join),
	};

	setenv("GROMADA_TEST", "1", 1); /* the clock stands still */
	return cmocka_run_group_tests(tests, NULL, NULL);
}
