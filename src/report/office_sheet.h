/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheet of one office for a year of a strategy: the figures that it keys and the state of its
 * tasks, to be filled in and sent back. exchange/office_sheet_read.c reads it. */
#ifndef REPORT_OFFICE_SHEET_H
#define REPORT_OFFICE_SHEET_H

#include "model/monitoring/office_sheet_layout.h"
#include "report/table.h"

/* office "": what names none. Written as .xlsx or .csv by report_write(). An office without a keyed
 * indicator and without a task is refused. */
int office_sheet_table(struct report_table *t, const struct round_state *state, const char *office,
	struct arena *arena, struct error *err);

#endif
