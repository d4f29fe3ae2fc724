/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A workbook of several plain sheets: texts as they are, nothing translated, counted or titled. */
#ifndef REPORT_SHEETS_H
#define REPORT_SHEETS_H

#include "base/error.h"
#include "base/output.h"

struct report_sheet {
	const char *name;
	const char *const *heads;
	int columns;
	const char *const *const *rows; /* each of as many texts as there are columns; "" = empty */
	int row_count;
};

/* As report_write() makes a workbook; the caller commits or aborts out. */
int report_sheets_write(
	const struct report_sheet *sheets, int count, struct output *out, struct error *err);

#endif
