/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Signs along the bars of a table. */
#include "config.h"

#include "report/bar_sign.h"

#include <assert.h>
#include <math.h>
#include <string.h>

void
report_table_signed_bar(struct report_table *t, double low, double high, const char *legend)
{
	report_table_column(t, "bar", legend, REPORT_BAR, 0);
	t->columns[t->column_count - 1].low = low;
	t->columns[t->column_count - 1].high = high;
	t->columns[t->column_count - 1].signs = true;
}

const char *
report_sign_glyph(enum report_sign sign)
{
	static const char *const glyphs[REPORT_SIGNS] = {
		[SIGN_PATH] = "│",
		[SIGN_BASE] = "○",
		[SIGN_LEAST] = "[",
		[SIGN_MOST] = "]",
		[SIGN_TARGET] = "◆",
	};

	return glyphs[sign];
}

void
report_cell_signs(struct report_table *t, const double *places)
{
	double *copy = arena_array(t->arena, REPORT_SIGNS, sizeof *copy);

	assert(t->filled > 0 && report_table_is_bar(t, t->filled - 1));
	memcpy(copy, places, REPORT_SIGNS * sizeof *copy);
	t->columns[t->filled - 1].signs = true;
	t->rows[t->row_count - 1].cells[t->filled - 1].signs = copy;
}

double
report_sign_share(
	const struct report_column *column, const struct report_cell *cell, enum report_sign sign)
{
	double share;

	if (!cell->signs || isnan(cell->signs[sign]) || !(column->high > column->low))
		return -1;
	share = (cell->signs[sign] - column->low) / (column->high - column->low);
	return share < 0 ? 0 : share > 1 ? 1 : share;
}
