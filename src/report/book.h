/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A workbook written cell by cell, row by row downwards, sheet after sheet (libxlsxwriter in
 * constant memory). What fails is told by book_close. */
#ifndef REPORT_BOOK_H
#define REPORT_BOOK_H

#include "base/arena.h"
#include "base/error.h"
#include "base/output.h"

enum book_style {
	BOOK_PLAIN,
	BOOK_BOLD,
	BOOK_WRAPPED,
	BOOK_TITLE,
	BOOK_HEAD,
	BOOK_HEAD_NUMBER,
	BOOK_STYLES
};
enum { BOOK_MAX_ROWS = 1048575 /* less the heading */, BOOK_MAX_COLUMNS = 16383 };

struct book;

/* out must be a file. The arena is for what is cleaned on the way. */
int book_open(struct book **book, struct output *out, struct arena *arena, const char *title,
	struct error *err);
/* The name is cut to what a workbook allows and made unique. */
void book_sheet(struct book *b, const char *name);
void book_heads(struct book *b); /* row 0 stays in view and stands on every page */
void book_pages(struct book *b); /* prints as wide as a page A4 */
void book_width(struct book *b, int column, int characters);
/* Nothing is written for "". book_text cleans, book_exact does not. */
void book_exact(struct book *b, long row, int column, const char *text, enum book_style style);
void book_text(struct book *b, long row, int column, const char *text, enum book_style style);
void book_number(struct book *b, long row, int column, double value, int decimals);
/* Nothing of the sheet can be changed but its entries: cells with a frame, "" is an empty one. No
 * password: it keeps from slips, not from people. */
void book_lock(struct book *b);
/* The spreadsheet warns of numbers typed as text in that column, which it does in no other. */
void book_warn(struct book *b, int column);
void book_hide(struct book *b); /* the sheet; never the first */
void book_entry_text(struct book *b, long row, int column, const char *text);
void book_entry_number(struct book *b, long row, int column, double value, int decimals);
/* Cells that are filled in with one of the words; NULL ends them, at most 20. */
void book_choices(struct book *b, long row, int column, const char *const *words);
/* Bars inside the number cells of a column. */
void book_bars(struct book *b, long first, long last, int column, double low, double high);
/* Writes the file, reads it back and frees b. */
int book_close(struct book *b, struct error *err);

#endif
