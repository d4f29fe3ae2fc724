/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures of sheets that are still drafts, beside those that were handed over. */
#include "config.h"

#include "sheets_fixture.h"

#include "model/groups/group_sheet.h"
#include "model/indicators/flag.h"
#include "model/indicators/matrix.h"
#include "model/indicators/ranking.h"
#include "model/plans/conclusion.h"

#include <stdlib.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static void
say(struct sheets *s, int64_t indicator, int slot, double value, enum sheet_state state)
{
	const struct own_figure f = {
		.indicator_id = indicator, .year = 2025, .slot = slot, .value = value
	};
	struct own_figure was;
	struct sheet_return r;

	assert_int_equal(own_figure_load(s->db, indicator, 2025, slot, &was, &s->err), 0);
	assert_int_equal(sheet_return_load(s->db, &s->sheet, slot, &s->arena, &r, &s->err), 0);
	assert_int_equal(sheet_figure_save(s->db, &r, &f, &was, &s->err), 0);
	sheets_sql(s->db, "UPDATE sheet_return SET state = '%s' WHERE slot = %d",
		sheet_state_name(state), slot);
}

static const struct sheet_cell *
cell_of(const struct group_sheet *sheet, int slot)
{
	for (int i = 0; i < sheet->member_count; i++)
		if (sheet->members[i].slot == slot)
			return &sheet->rows[0].cells[i];
	fail();
	return NULL;
}

static void
a_draft_is_shown_and_counts_in_nothing(void **state)
{
	struct sheets *s = *state;
	const int64_t row = OWN_A;
	struct unit_table units;
	struct group_sheet sheet;
	struct group_trend trend;
	struct indicator card;

	say(s, OWN_A, 2, 10, SHEET_SENT);
	say(s, OWN_A, 3, 20, SHEET_APPROVED);
	say(s, OWN_A, 4, 90, SHEET_DRAFT);
	assert_int_equal(unit_table_load(s->db, &units, &s->err), 0);
	assert_int_equal(group_sheet_choose(s->db, GROUP, 1, &row, 1, &s->err), 0);
	assert_int_equal(
		group_sheet_load(s->db, &units, GROUP, 2025, &s->arena, &sheet, &s->err), 0);
	assert_int_equal(sheet.rows[0].group.n, 2);
	assert_float_equal(sheet.rows[0].group.mean, 15, 0);
	assert_true(cell_of(&sheet, 4)->draft);
	assert_false(cell_of(&sheet, 4)->worst);
	assert_float_equal(cell_of(&sheet, 4)->value, 90, 0);
	assert_true(cell_of(&sheet, 3)->worst && cell_of(&sheet, 3)->unverified);
	assert_false(cell_of(&sheet, 3)->draft);
	assert_int_equal(indicator_load_id(s->db, OWN_A, &s->arena, &card, &s->err), 0);
	assert_int_equal(
		group_trend_load(s->db, &units, GROUP, &card, &s->arena, &trend, &s->err), 0);
	assert_int_equal(trend.count, 1);
	assert_float_equal(trend.median[0], 15, 0);
	unit_table_release(&units);
}

static void
what_is_derived_from_a_draft_is_one(void **state)
{
	struct sheets *s = *state;
	struct unit_table units;
	struct indicator card;
	struct vector v;

	say(s, OWN_A, 2, 10, SHEET_SENT);
	say(s, OWN_B, 2, 5, SHEET_SENT);
	say(s, OWN_A, 3, 10, SHEET_SENT);
	say(s, OWN_B, 3, 5, SHEET_DRAFT);
	sheets_sql(s->db, "UPDATE indicator SET kind = 'derived', numerator_id = %d, "
			  "denominator_id = %d WHERE id = %d",
		OWN_A, OWN_B, FED);
	assert_int_equal(indicator_load_id(s->db, FED, &s->arena, &card, &s->err), 0);
	assert_int_equal(unit_table_load(s->db, &units, &s->err), 0);
	vector_new(&v, units.slots);
	assert_int_equal(value_load(s->db, &card, 2025, &v, NULL, &s->err), 0);
	assert_int_equal(v.flag[2], FLAG_PRELIMINARY);
	assert_int_equal(v.flag[3], FLAG_DRAFT);
	assert_float_equal(v.value[3], v.value[2], 0); /* for those who show it */
	assert_int_equal(v.flag[4], FLAG_ABSENT);
	vector_release(&v);
	unit_table_release(&units);
}

static void
a_draft_has_no_place_in_a_ranking_and_is_no_value_of_a_table_or_a_series(void **state)
{
	const struct unit_filter gminy = { .level = LEVEL_GMINA };
	struct sheets *s = *state;
	struct unit_table units;
	struct ranking ranking;
	struct matrix table;
	struct value_point *points;
	struct indicator card;
	int count;

	say(s, OWN_A, 2, 10, SHEET_SENT);
	say(s, OWN_A, 4, 90, SHEET_DRAFT);
	assert_int_equal(unit_table_load(s->db, &units, &s->err), 0);
	assert_int_equal(indicator_load_id(s->db, OWN_A, &s->arena, &card, &s->err), 0);
	assert_int_equal(ranking_load(s->db, &units, &card, 2025, &gminy, false, &s->arena,
				 &ranking, &s->err),
		0);
	assert_int_equal(ranking.ranked, 1);
	assert_float_equal(ranking.summary.mean, 10, 0);
	assert_int_equal(
		matrix_years(s->db, &units, &card, 2025, 2025, &gminy, &s->arena, &table, &s->err),
		0);
	for (int i = 0; i < table.rows; i++)
		if (table.slots[i] == 4)
			assert_int_equal(table.cells[i].flag, FLAG_DRAFT);
	assert_int_equal(value_series(s->db, &units, &card, 4, 2025, 2025, &s->arena, &points,
				 &count, &s->err),
		0);
	assert_int_equal(points[0].flag, FLAG_DRAFT);
	unit_table_release(&units);
}

/* As the file's source, and a sheet's own words. */
static void
evidence_names_the_sources_that_gave_the_figures(void **state)
{
	struct sheets *s = *state;
	struct conclusion c = { .group = GROUP, .slot = 4, .text = "Mniej awarii", .cost = NAN };
	const int64_t row = OWN_A;
	struct unit_table units;
	struct group_sheet sheet;
	struct evidence *list;
	int count;

	sheets_sql(s->db, "UPDATE indicator SET source = 'BDL P2908, własne' WHERE id = %d", OWN_A);
	say(s, OWN_A, 2, 10, SHEET_SENT);
	say(s, OWN_A, 3, 20, SHEET_SENT);
	say(s, OWN_A, 4, 90, SHEET_DRAFT);
	sheets_sql(s->db, "UPDATE own_figure SET source = 'SIO' WHERE slot = 3");
	assert_int_equal(unit_table_load(s->db, &units, &s->err), 0);
	assert_int_equal(group_sheet_choose(s->db, GROUP, 1, &row, 1, &s->err), 0);
	assert_int_equal(
		group_sheet_load(s->db, &units, GROUP, 2025, &s->arena, &sheet, &s->err), 0);
	assert_int_equal(conclusion_save(s->db, &c, &s->err), 0);
	assert_int_equal(evidence_freeze(s->db, c.id, &sheet, 0, &s->err), 0);
	assert_int_equal(evidence_list(s->db, c.id, &s->arena, &list, &count, &s->err), 0);
	assert_null(strstr(list[0].text, "BDL"));
	assert_non_null(strstr(list[0].text, "; "));
	assert_non_null(strstr(list[0].text, "own figures of the office"));
	assert_non_null(strstr(list[0].text, ": SIO")); /* with the name of who wrote it */
	assert_true(isnan(list[0].value)); /* a draft */
	assert_non_null(strstr(list[0].text, "; still drafts, left out: Adamów"));
	sheets_sql(s->db, "UPDATE sheet_return SET state = 'draft'");
	assert_int_equal(
		group_sheet_load(s->db, &units, GROUP, 2025, &s->arena, &sheet, &s->err), 0);
	assert_int_equal(evidence_freeze(s->db, c.id, &sheet, 0, &s->err), -1);
	assert_non_null(strstr(s->err.text, "are drafts"));
	unit_table_release(&units);
}

/* Nobody wrote where these are from, and they are not of one office. */
static void
evidence_says_of_how_many_offices_the_figures_are(void **state)
{
	struct sheets *s = *state;
	struct conclusion c = { .group = GROUP, .slot = 4, .text = "Mniej awarii", .cost = NAN };
	const int64_t row = OWN_A;
	struct unit_table units;
	struct group_sheet sheet;
	struct evidence *list;
	int count;

	say(s, OWN_A, 2, 10, SHEET_SENT);
	say(s, OWN_A, 3, 20, SHEET_SENT);
	say(s, OWN_A, 4, 90, SHEET_SENT);
	sheets_sql(s->db, "UPDATE own_figure SET source = 'SIO' WHERE slot = 3");
	assert_int_equal(unit_table_load(s->db, &units, &s->err), 0);
	assert_int_equal(group_sheet_choose(s->db, GROUP, 1, &row, 1, &s->err), 0);
	assert_int_equal(
		group_sheet_load(s->db, &units, GROUP, 2025, &s->arena, &sheet, &s->err), 0);
	assert_int_equal(conclusion_save(s->db, &c, &s->err), 0);
	assert_int_equal(evidence_freeze(s->db, c.id, &sheet, 0, &s->err), 0);
	assert_int_equal(evidence_list(s->db, c.id, &s->arena, &list, &count, &s->err), 0);
	assert_non_null(strstr(list[0].text, "SIO"));
	assert_non_null(strstr(list[0].text, "own figures of 2 offices"));
	assert_null(strstr(list[0].text, "of the office"));
	unit_table_release(&units);
}

static void
the_source_of_a_year_is_not_that_of_a_draft(void **state)
{
	struct sheets *s = *state;
	struct value_source source;

	say(s, OWN_A, 2, 10, SHEET_SENT);
	say(s, OWN_A, 3, 20, SHEET_DRAFT);
	sheets_sql(s->db, "UPDATE own_figure SET source = 'SIO' WHERE slot = 2");
	sheets_sql(s->db, "UPDATE own_figure SET source = 'szkic', changed_at = '2027-01-01T00:00:00Z' "
			  "WHERE slot = 3");
	assert_int_equal(own_source(s->db, OWN_A, 2025, NO_SLOT, &source, &s->err), 0);
	assert_string_equal(source.source, "SIO");
}

static void
a_year_of_drafts_alone_is_none_but_for_the_comparison(void **state)
{
	struct sheets *s = *state;
	struct indicator card;
	int *years, count;

	say(s, OWN_A, 4, 90, SHEET_DRAFT);
	assert_int_equal(indicator_load_id(s->db, OWN_A, &s->arena, &card, &s->err), 0);
	assert_int_equal(value_years(s->db, &card, &s->arena, &years, &count, &s->err), 0);
	assert_int_equal(count, 0);
	assert_int_equal(card.last_year, 0); /* nor on its card */
	assert_int_equal(
		value_years_with(s->db, &card, true, &s->arena, &years, &count, &s->err), 0);
	assert_int_equal(count, 1);
	say(s, OWN_A, 4, 90, SHEET_APPROVED);
	assert_int_equal(value_years(s->db, &card, &s->arena, &years, &count, &s->err), 0);
	assert_int_equal(count, 1);
	assert_int_equal(indicator_load_id(s->db, OWN_A, &s->arena, &card, &s->err), 0);
	assert_int_equal(card.last_year, 2025);
}

static unsigned char
flag_in(struct sheets *s, int slot)
{
	struct indicator card;
	struct vector v;
	unsigned char flag;

	assert_int_equal(indicator_load_id(s->db, OWN_A, &s->arena, &card, &s->err), 0);
	vector_new(&v, 8);
	assert_int_equal(value_load(s->db, &card, 2025, &v, NULL, &s->err), 0);
	flag = v.flag[slot];
	vector_release(&v);
	return flag;
}

static void
the_mean_of_the_type_has_no_drafts_either(void **state)
{
	struct sheets *s = *state;
	const int64_t row = OWN_A;
	struct unit_table units;
	struct group_sheet sheet;

	say(s, OWN_A, 2, 10, SHEET_SENT);
	say(s, OWN_A, 3, 20, SHEET_SENT);
	say(s, OWN_A, 4, 90, SHEET_DRAFT);
	assert_int_equal(unit_table_load(s->db, &units, &s->err), 0);
	assert_int_equal(group_sheet_choose(s->db, GROUP, 1, &row, 1, &s->err), 0);
	assert_int_equal(
		group_sheet_load(s->db, &units, GROUP, 2025, &s->arena, &sheet, &s->err), 0);
	assert_true(isnan(sheet.rows[0].reference)); /* as many as the group has */
	assert_int_equal(sheets_key(s, OWN_A, 2025, 5, "30", ""), 0);
	assert_int_equal(
		group_sheet_load(s->db, &units, GROUP, 2025, &s->arena, &sheet, &s->err), 0);
	assert_int_equal(sheet.rows[0].reference_kind, REFERENCE_TYPE);
	assert_float_equal(sheet.rows[0].reference, 20, 0);
	unit_table_release(&units);
}

static void
a_figure_keyed_beside_the_sheet_begins_it_and_is_a_draft_too(void **state)
{
	struct sheets *s = *state;
	struct sheet_return r;

	assert_int_equal(sheets_key(s, OWN_A, 2025, 3, "50", ""), 0);
	assert_int_equal(flag_in(s, 3), FLAG_DRAFT);
	assert_int_equal(sheet_return_load(s->db, &s->sheet, 3, &s->arena, &r, &s->err), 0);
	assert_int_not_equal(r.id, 0);
	say(s, OWN_A, 3, 50, SHEET_SENT);
	assert_int_equal(flag_in(s, 3), FLAG_PRELIMINARY);
	say(s, OWN_A, 3, 50, SHEET_DRAFT);
	assert_int_equal(flag_in(s, 3), FLAG_DRAFT);
	assert_int_equal(sheets_key(s, OWN_A, 2025, 5, "50", ""), 0); /* no member */
	assert_int_equal(flag_in(s, 5), FLAG_PRELIMINARY);
	assert_int_equal(sheets_number(s->db, "SELECT count(*) FROM sheet_return"), 1);
}

static void
a_figure_that_was_there_before_the_sheet_is_a_draft_until_it_is_handed_in(void **state)
{
	struct sheets *s = *state;

	sheets_sql(s->db, "INSERT INTO own_figure (indicator_id, year, slot, value, login, changed_at) VALUES "
			  "(%d, 2025, 3, 50, 'anna', '2026-01-01T00:00:00Z')",
		OWN_A);
	assert_int_equal(flag_in(s, 3), FLAG_DRAFT);
	sheets_sql(s->db, "UPDATE exchange_member SET left_on = '2025-06-01' WHERE slot = 3");
	assert_int_equal(flag_in(s, 3), FLAG_PRELIMINARY); /* nobody asks it */
}

static void
what_was_verified_is_a_draft_with_its_sheet_and_counts_in_nothing(void **state)
{
	struct sheets *s = *state;
	struct sheet_return r;

	say(s, OWN_A, 3, 50, SHEET_DRAFT);
	say(s, OWN_B, 3, 5, SHEET_DRAFT);
	say(s, OWN_C, 3, 7, SHEET_SENT);
	assert_int_equal(sheet_return_load(s->db, &s->sheet, 3, &s->arena, &r, &s->err), 0);
	assert_int_equal(sheet_return_move(s->db, &r, SHEET_VERIFIED, &s->err), 0);
	assert_int_equal(flag_in(s, 3), FLAG_NONE);
	assert_int_equal(sheets_key(s, OWN_B, 2025, 3, "6", "poprawiono"), 0);
	assert_int_equal(flag_in(s, 3), FLAG_PRELIMINARY); /* its sheet is to be explained */
	assert_int_equal(sheet_return_load(s->db, &s->sheet, 3, &s->arena, &r, &s->err), 0);
	assert_int_equal(r.state, SHEET_QUERIED);
	assert_int_equal(sheet_return_move(s->db, &r, SHEET_DRAFT, &s->err), 0);
	assert_int_equal(flag_in(s, 3), FLAG_DRAFT);
}

static void
a_verified_sheet_that_is_asked_for_more_is_verified_no_longer(void **state)
{
	struct data_sheet_line lines[] = {
		{ .indicator_id = OWN_A, .low = NAN, .high = NAN, .change = NAN },
		{ .indicator_id = OWN_B, .low = NAN, .high = NAN, .change = NAN }
	};
	struct sheets *s = *state;
	struct sheet_return r;

	assert_int_equal(data_sheet_save(s->db, &s->sheet, lines, 1, &s->err), 0);
	say(s, OWN_A, 3, 50, SHEET_SENT);
	assert_int_equal(sheet_return_load(s->db, &s->sheet, 3, &s->arena, &r, &s->err), 0);
	assert_int_equal(sheet_return_move(s->db, &r, SHEET_VERIFIED, &s->err), 0);
	assert_int_equal(data_sheet_save(s->db, &s->sheet, lines, 2, &s->err), 0);
	assert_int_equal(flag_in(s, 3), FLAG_PRELIMINARY);
}

#define T(name) cmocka_unit_test_setup_teardown(name, sheets_open, sheets_close)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T(a_draft_is_shown_and_counts_in_nothing),
		T(what_is_derived_from_a_draft_is_one),
		T(a_draft_has_no_place_in_a_ranking_and_is_no_value_of_a_table_or_a_series),
		T(evidence_names_the_sources_that_gave_the_figures),
		T(evidence_says_of_how_many_offices_the_figures_are),
		T(the_source_of_a_year_is_not_that_of_a_draft),
		T(the_mean_of_the_type_has_no_drafts_either),
		T(a_figure_keyed_beside_the_sheet_begins_it_and_is_a_draft_too),
		T(a_figure_that_was_there_before_the_sheet_is_a_draft_until_it_is_handed_in),
		T(what_was_verified_is_a_draft_with_its_sheet_and_counts_in_nothing),
		T(a_verified_sheet_that_is_asked_for_more_is_verified_no_longer),
		T(a_year_of_drafts_alone_is_none_but_for_the_comparison),
	};

	setenv("GROMADA_TEST", "1", 1); /* the clock stands still */
	return cmocka_run_group_tests(tests, NULL, NULL);
}
