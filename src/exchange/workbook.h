/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Workbooks (.xlsx) read sheet by sheet and row by row, as CSV is (ECMA-376 part 1, 18.3). The
 * names begin with xlsx_ because libxlsxwriter owns workbook_. */
#ifndef EXCHANGE_WORKBOOK_H
#define EXCHANGE_WORKBOOK_H

#include "base/csv.h"
#include "base/error.h"

#include <stdbool.h>
#include <stddef.h>

#define XLSX_MAX_PART (256L * 1024 * 1024) /* unpacked bytes of a sheet */
#define XLSX_MAX_TEXT (64L * 1024 * 1024)  /* bytes of all shared texts; of a row 4 MB */
#define XLSX_MAX_COLUMNS 1000
#define XLSX_MAX_SHEETS 1000

struct xlsx;

/* Refuses in words: what input_open() refuses, .xls, .ods, .xlsb, a workbook locked with a
 * password, a damaged zip. */
int xlsx_open(struct xlsx **out, const char *path, struct error *err);
/* The same for bytes in memory; not copied. */
int xlsx_open_memory(struct xlsx **out, const char *name, const void *bytes, size_t size,
	struct error *err);
void xlsx_close(struct xlsx *w); /* NULL is fine */

int xlsx_sheets(const struct xlsx *w);
const char *xlsx_sheet_name(const struct xlsx *w, int sheet); /* cleaned for display */
int xlsx_find(const struct xlsx *w, const char *name); /* whatever its case; or -1 */

enum xlsx_dates {
	XLSX_SERIAL, /* a date is its number, as it is stored */
	XLSX_ISO     /* 2026-11-22, 2026-11-22T10:20:00, 10:20:00 */
};

/* Rows with nothing in them are passed over; line is the row's number in the sheet, the last
 * field the last cell that is not empty. Whole numbers have no point, others at most 15 digits and
 * never an exponent; truth is TRUE and FALSE; a formula is its last result, and one that no
 * spreadsheet program has counted yet is refused by its cell, wherever it stands. Fields say
 * whether their cell holds text, and with XLSX_ISO whether its number is shown as per cent. */
int xlsx_read(struct xlsx *w, int sheet, enum xlsx_dates dates, csv_row *row,
	void *context, struct error *err);

/* "G7": column from 0, row from 1. Returns dst. */
enum { SHEET_CELL_SIZE = 16 };
char *sheet_cell(char dst[SHEET_CELL_SIZE], int column, long row);

/* A serial number of a spreadsheet as the ISO text above; from_1904: as old Macs count. An empty
 * text for what is no date. Returns dst. */
char *xlsx_date(char *dst, size_t size, double serial, bool from_1904);

#endif
