/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the makers of result tables share. */
#ifndef REPORT_RESULT_PARTS_H
#define REPORT_RESULT_PARTS_H

#include "report/result_tables.h"

const char *result_figure(struct arena *arena, double value, int decimals);
/* A row's label: of a year without a mark between thousands. */
const char *result_row_label(const struct answer_column *column, const struct result_row *row);
const char *result_erased(void); /* said in place of texts that are gone */
/* Title, filter and weights above the table. */
void result_begin(struct report_table *t, struct arena *arena, const char *title,
	const struct result_view *view);
void result_count_cell(struct report_table *t, long n); /* -1 = hidden */
void result_share_cell(struct report_table *t, double share, long n, bool hidden);
void result_value_cell(struct report_table *t, double value, int decimals, bool hidden);
void result_interval_columns(struct report_table *t, const struct result_view *view, int decimals);
void result_interval_cells(struct report_table *t, const struct result_view *view, double low,
	double high, int decimals);

#endif
