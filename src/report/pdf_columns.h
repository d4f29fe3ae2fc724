/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns of a table on paper: letters, widths, parts. For pdf_sheet.c alone. */
#ifndef REPORT_PDF_COLUMNS_H
#define REPORT_PDF_COLUMNS_H

#include "report/pdf_sheet.h"

/* What stands in the cell, with its mark; in the sheet's arena. */
const char *sheet_shown(struct sheet *s, const struct report_cell *cell);
/* Whether the column stands in the part that is laid out or drawn now. */
bool sheet_is_in(const struct sheet *s, size_t column);
/* sheet_lay_out() without the rows. */
bool sheet_columns(struct sheet *s, struct report_table *t, double size, double smallest);

#endif
