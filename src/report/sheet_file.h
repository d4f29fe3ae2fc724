/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One member's data sheet as a file that goes out and comes back: a workbook in which nothing but
 * value, remark and source can be changed, or CSV. exchange/sheet_read.c reads both. */
#ifndef REPORT_SHEET_FILE_H
#define REPORT_SHEET_FILE_H

#include "model/sheets/data_sheet.h"
#include "model/sheets/sheet_layout.h"
#include "report/table.h"

/* XLSX, CSV or Polish CSV; the caller commits or aborts out. */
int sheet_file_write(struct db *db, const struct data_sheet *sheet, const struct sheet_return *r,
	enum report_format format, struct arena *arena, struct output *out, struct error *err);

#endif
