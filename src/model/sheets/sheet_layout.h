/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a data sheet lies in a file: report/sheet_file.c writes it, exchange/sheet_read.c
 * reads it. */
#ifndef MODEL_SHEET_LAYOUT_H
#define MODEL_SHEET_LAYOUT_H

#define SHEET_FILE_HIDDEN "gromada" /* the sheet that says whose it is, what stood in it */
enum { SHEET_FILE_HEAD_ROW = 5 };   /* of a workbook, from 1; lines follow */
enum sheet_file_column {
	SHEET_FILE_NUMBER,
	SHEET_FILE_CODE,
	SHEET_FILE_NAME,
	SHEET_FILE_MEASURE,
	SHEET_FILE_DEFINITION,
	SHEET_FILE_BEFORE,
	SHEET_FILE_VALUE,
	SHEET_FILE_REMARK,
	SHEET_FILE_SOURCE, /* not in older files */
	SHEET_FILE_COLUMNS
};

#endif
