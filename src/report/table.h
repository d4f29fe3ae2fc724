/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table built once and written as CSV, text, a page or a workbook. */
#ifndef REPORT_TABLE_H
#define REPORT_TABLE_H

#include "base/arena.h"
#include "base/error.h"
#include "base/output.h"

#include <stdbool.h>
#include <stddef.h>

enum report_kind {
	REPORT_TEXT,  /* words */
	REPORT_CODE,  /* TERYT, numbers of indicators: never a number, never cut */
	REPORT_NUMBER,
	REPORT_BAR   /* numbers drawn as bars, for people only: no CSV holds them, and in a workbook
	              * the numbers of the column before carry the bars */
};

struct report_column {
	const char *name;    /* of the neutral CSV: "unit"; English, never changes */
	const char *heading; /* for people: _("JST") */
	enum report_kind kind;
	int decimals;        /* of numbers; -1 = as many as each has, at most 6 */
	const char *alone;   /* heading in files that carry no title; NULL = the same */
	double low, high;    /* of bars: what is an empty one and a whole one */
	bool signs;          /* of bars: some cell has signs (report/bar_sign.h) */
	bool entry;          /* to be filled in: workbooks lock all other columns */
	const char *const
		*choices; /* what may be filled in where a row has a text; NULL = anything */
};

enum report_cell_kind {
	REPORT_CELL_EMPTY,
	REPORT_CELL_TEXT,
	REPORT_CELL_NUMBER,
	REPORT_CELL_MISSING
};

struct report_cell {
	enum report_cell_kind kind;
	const char *text; /* of a text; of a missing number what people read instead: "x", "brak" */
	const char *mark; /* short sign after a number: "p", "*"; NULL = none */
	double number;
	int decimals;
	bool plain; /* a year: nothing stands between its thousands */
	const double *signs; /* of bars: their places; NULL = none */
};

struct report_row {
	struct report_cell *cells; /* as many as there are columns */
	bool sum;                  /* stands under a line: totals, bases */
};

struct report_place { /* where a row stands in the text */
	size_t at, row; /* bytes before it; row_count = no row: heads, what follows */
};

struct report_table {
	struct arena *arena;
	const char *title;
	const char **lines; /* under the title: what, where, source, date of the data */
	size_t line_count, line_capacity;
	struct report_column *columns;
	size_t column_count, column_capacity;
	struct report_row *rows;
	size_t row_count, row_capacity;
	size_t filled;      /* cells of the last row so far */
	bool has_notes;     /* some cell is missing with a text, or marked */
	const char **footnotes;
	size_t footnote_count, footnote_capacity;
	const char *fonts;  /* folder of the letters for PDF; NULL or "" = as configure found it */
	/* Of the text that was written last into memory, from top to bottom. */
	struct report_place *places;
	size_t place_count, place_room;
};

/* Everything is copied into the arena, which stays the caller's; what only people read (title,
 * lines, headings, flags, marks, footnotes) is cleaned. Columns come before rows. */
void report_table_start(struct report_table *t, struct arena *arena, const char *title);
void report_table_line(struct report_table *t, const char *text);
void report_table_footnote(struct report_table *t, const char *text);
/* decimals: for REPORT_NUMBER only. */
void report_table_column(struct report_table *t, const char *name, const char *heading,
	enum report_kind kind, int decimals);

/* Bars beside the column before, of the same numbers; an empty cell is no bar. */
void report_table_bar(struct report_table *t, double low, double high);
bool report_table_is_bar(const struct report_table *t, size_t column);
/* Where along the room of bars the cell's begins and ends, 0 to 1: from zero, or from what is an
 * empty one where that is above it; one below zero goes to the left. false = there is no bar. */
bool report_bar_ends(const struct report_column *column, const struct report_cell *cell,
	double *from, double *to);

/* Of the last column: what it holds, for a file without the title. */
void report_table_alone(struct report_table *t, const char *heading);
void report_table_entry(struct report_table *t); /* of the last column: it is filled in */
/* The same with one of the words, kept by the caller; NULL ends them. */
void report_table_choices(struct report_table *t, const char *const *words);
const char *report_column_alone(const struct report_column *column);

/* Rows from top to bottom, cells from left to right; what is left out stays empty. */
void report_table_row(struct report_table *t);
void report_table_sum(struct report_table *t); /* the last row is one */
void report_cell_text(struct report_table *t, const char *text); /* of text and code columns */
/* With the column's decimals, or its own; a value that is not finite leaves the cell empty. */
void report_cell_number(struct report_table *t, double value);
void report_cell_decimals(struct report_table *t, double value, int decimals);
/* flag: what people read ("x"); empty or NULL where another column says it. */
void report_cell_missing(struct report_table *t, const char *flag);
void report_cell_empty(struct report_table *t);
void report_cell_plain(struct report_table *t); /* the cell written last is a year */
void report_cell_mark(struct report_table *t, const char *mark); /* of the cell written last */

/* Marks and reasons of one row in words, for formats whose number cells hold nothing else:
 * "2023: x; 2024: p". Empty when there are none. */
const char *report_table_notes(struct report_table *t, size_t row);
/* The text of a cell for people, without its mark, cleaned; numbers in the language's form. */
char *report_cell_show(char *dst, size_t size, const struct report_cell *cell);

enum report_format {
	REPORT_FORMAT_CSV,        /* comma, point, UTF-8, LF, fixed English names */
	REPORT_FORMAT_CSV_POLISH, /* BOM, semicolon, decimal comma, CRLF, translated headings */
	REPORT_FORMAT_TEXT,
	REPORT_FORMAT_HTML,
	REPORT_FORMAT_XLSX,
	REPORT_FORMAT_PDF,
	REPORT_FORMAT_DOCX,
	REPORT_FORMAT_COUNT
};

/* "csv", "csv-pl", "text", "html", "xlsx", "pdf", "docx"; -1 for any other. */
int report_format_from_name(const char *name);
const char *report_format_name(enum report_format format);
/* By the ending: .csv .txt .html .htm .xlsx .pdf .docx, in any case; -1 for any other. */
int report_format_of_path(const char *path);
const char *report_format_ending(enum report_format format); /* ".csv" */

/* The table alone as text, for a screen: no title, lines and footnotes. ascii: bars of "#". */
enum { REPORT_TEXT_WIDTH = 80 };
void report_text_table(struct report_table *t, int width, bool ascii, struct output *out);

/* Writes the table into out, which the caller commits or aborts. A failure of writing itself
 * is kept in out and told by output_commit; -1 here means that the form cannot hold the table
 * or (workbooks) that the file does not hold what was written. */
int report_write(struct report_table *t, enum report_format format, struct output *out,
	struct error *err);

#endif
