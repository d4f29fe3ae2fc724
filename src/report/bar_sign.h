/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Signs along the bars of a table: what a value is held against. They are letters, the same in
 * every format, taller than the bar, so that they are told apart on a copy in black and white. */
#ifndef REPORT_BAR_SIGN_H
#define REPORT_BAR_SIGN_H

#include "report/table.h"

/* A later one hides an earlier one in the same place. */
enum report_sign { SIGN_PATH, SIGN_BASE, SIGN_LEAST, SIGN_MOST, SIGN_TARGET, REPORT_SIGNS };

/* report_table_bar() with signs along it; the legend is its heading, where bars are drawn. */
void report_table_signed_bar(struct report_table *t, double low, double high, const char *legend);
const char *report_sign_glyph(enum report_sign sign);
/* Of the bar written last, with or without a number; places: REPORT_SIGNS values on the scale of
 * the bar, NAN = no such sign. */
void report_cell_signs(struct report_table *t, const double *places);
/* Where along the whole bar a sign stands, 0 to 1; negative = it does not. */
double report_sign_share(const struct report_column *column, const struct report_cell *cell,
	enum report_sign sign);

#endif
