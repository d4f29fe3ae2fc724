/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures of sheets that are still drafts, beside those that were handed over. */
#include "config.h"

#include "sheets_fixture.h"

#include "model/groups/group_sheet.h"
#include "model/indicators/flag.h"

#include <stdlib.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

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
	unsigned char stages[8];
	struct indicator card;

	say(s, OWN_A, 2, 10, SHEET_SENT);
	say(s, OWN_B, 2, 5, SHEET_SENT);
	say(s, OWN_A, 3, 10, SHEET_SENT);
	say(s, OWN_B, 3, 5, SHEET_DRAFT);
	sheets_sql(s->db, "UPDATE indicator SET kind = 'derived', numerator_id = %d, "
			  "denominator_id = %d WHERE id = %d",
		OWN_A, OWN_B, FED);
	assert_int_equal(indicator_load_id(s->db, FED, &s->arena, &card, &s->err), 0);
	assert_int_equal(group_figure_stages(s->db, &card, 2025, stages, 8, &s->err), 0);
	assert_int_equal(stages[2], FIGURE_UNVERIFIED);
	assert_int_equal(stages[3], FIGURE_DRAFT);
	assert_int_equal(stages[4], FIGURE_SETTLED);
}

#define T(name) cmocka_unit_test_setup_teardown(name, sheets_open, sheets_close)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T(a_draft_is_shown_and_counts_in_nothing),
		T(what_is_derived_from_a_draft_is_one),
	};

	setenv("GROMADA_TEST", "1", 1); /* the clock stands still */
	return cmocka_run_group_tests(tests, NULL, NULL);
}
