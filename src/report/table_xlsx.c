/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table as a workbook: codes are text cells, numbers are numbers, what is missing is an empty
 * cell with its reason in a last column. A second sheet holds title, source and footnotes, so that
 * the first is nothing but the table. And plain sheets of texts as they are. */
#include "config.h"

#include "base/i18n.h"
#include "base/text.h"
#include "report/book.h"
#include "report/sheets.h"
#include "report/writers.h"

#include <string.h>

#define LONGEST 32767 /* characters of a cell */
#define WIDEST 60     /* columns of text wrap no further, as a spreadsheet shows them anyway */

/* Columns of bars are none in a workbook: the numbers before carry them. */
static int
place_of(const struct report_table *t, size_t column)
{
	int place = 0;

	for (size_t i = 0; i < column; i++)
		place += !report_table_is_bar(t, i);
	return place;
}

static void
set_width(struct book *b, const struct report_table *t, size_t column)
{
	int widest = text_width(report_column_alone(&t->columns[column]));
	char text[1024];

	for (size_t row = 0; row < t->row_count; row++) {
		int width = text_width(
			report_cell_show(text, sizeof text, &t->rows[row].cells[column]));

		if (width > widest)
			widest = width;
	}
	book_width(b, place_of(t, column), (widest < WIDEST ? widest : WIDEST) + 2);
}

static void
put_headings(struct book *b, const struct report_table *t)
{
	int count = place_of(t, t->column_count);

	for (size_t i = 0; i < t->column_count; i++) {
		if (report_table_is_bar(t, i))
			continue;
		set_width(b, t, i);
		book_text(b, 0, place_of(t, i), report_column_alone(&t->columns[i]), BOOK_BOLD);
	}
	if (t->has_notes) {
		book_text(b, 0, count, C_("column", "Notes"), BOOK_BOLD);
		book_width(b, count, 30);
	}
	book_heads(b);
}

static void
put_entry(struct book *b, long row, int column, const struct report_cell *cell)
{
	if (cell->kind == REPORT_CELL_NUMBER)
		book_entry_number(b, row, column, cell->number, cell->decimals);
	else
		book_entry_text(b, row, column, cell->kind == REPORT_CELL_TEXT ? cell->text : "");
}

static void
put_cell(struct book *b, long row, int column, const struct report_cell *cell, bool entry)
{
	if (entry)
		put_entry(b, row, column, cell);
	else if (cell->kind == REPORT_CELL_TEXT)
		book_text(b, row, column, cell->text, BOOK_PLAIN);
	else if (cell->kind == REPORT_CELL_NUMBER)
		book_number(b, row, column, cell->number, cell->plain ? -1 : cell->decimals);
}

static void
put_table(struct book *b, struct report_table *t)
{
	book_sheet(b, C_("sheet of a workbook", "Data"));
	put_headings(b, t);
	for (size_t i = 0; i < t->column_count; i++)
		if (t->columns[i].entry) {
			book_lock(b);
			break;
		}
	for (size_t row = 0; row < t->row_count; row++) {
		for (size_t i = 0; i < t->column_count; i++)
			if (!report_table_is_bar(t, i))
				put_cell(b, (long)row + 1, place_of(t, i), &t->rows[row].cells[i],
					t->columns[i].entry);
		for (size_t i = 0; i < t->column_count; i++)
			if (t->columns[i].choices && t->rows[row].cells[i].kind == REPORT_CELL_TEXT)
				book_choices(
					b, (long)row + 1, place_of(t, i), t->columns[i].choices);
		if (t->has_notes)
			book_text(b, (long)row + 1, place_of(t, t->column_count),
				report_table_notes(t, row), BOOK_PLAIN);
	}
	for (size_t i = 1; i < t->column_count; i++)
		if (report_table_is_bar(t, i) && t->row_count > 0)
			book_bars(b, 1, (long)t->row_count, place_of(t, i) - 1, t->columns[i].low,
				t->columns[i].high);
}

static void
put_description(struct book *b, const struct report_table *t)
{
	long row = 0;

	book_sheet(b, C_("sheet of a workbook", "Description"));
	book_width(b, 0, 80);
	book_text(b, row++, 0, t->title, BOOK_BOLD);
	for (size_t i = 0; i < t->line_count; i++)
		book_text(b, row++, 0, t->lines[i], BOOK_PLAIN);
	for (size_t i = 0; i < t->footnote_count; i++)
		book_text(b, row++, 0, t->footnotes[i], BOOK_PLAIN);
}

int
report_xlsx(struct report_table *t, struct output *out, struct error *err)
{
	struct book *b;

	if (t->row_count > BOOK_MAX_ROWS || t->column_count > BOOK_MAX_COLUMNS)
		return error_set(err, ERROR_INPUT,
			_("The result has too many rows or columns for a workbook. Choose CSV."));
	if (book_open(&b, out, t->arena, t->title, err))
		return -1;
	put_table(b, t);
	put_description(b, t);
	return book_close(b, err);
}

/* ---- plain sheets ---- */

static void
put_plain_row(struct book *b, long row, const char *const *cells, int count, enum book_style style)
{
	for (int i = 0; i < count; i++)
		book_exact(b, row, i, cells[i], style);
}

static void
put_plain_sheet(struct book *b, const struct report_sheet *s)
{
	book_sheet(b, s->name);
	for (int i = 0; i < s->columns; i++)
		book_width(b, i, i < 2 ? 24 : 32);
	book_heads(b);
	put_plain_row(b, 0, s->heads, s->columns, BOOK_BOLD);
	for (int i = 0; i < s->row_count; i++)
		put_plain_row(b, i + 1, s->rows[i], s->columns, BOOK_WRAPPED);
}

static int
refuse_long_cells(const struct report_sheet *s, struct error *err)
{
	for (int i = 0; i < s->row_count; i++)
		for (int k = 0; k < s->columns; k++)
			if (strlen(s->rows[i][k]) > LONGEST)
				return error_set(err, ERROR_INPUT,
					_("A text in row %d of the sheet %s is too long for a "
					  "workbook. Choose CSV."),
					i + 2, s->name);
	return 0;
}

int
report_sheets_write(
	const struct report_sheet *sheets, int count, struct output *out, struct error *err)
{
	struct arena arena = { 0 };
	struct book *b;
	int result = -1;

	for (int i = 0; i < count; i++)
		if (refuse_long_cells(&sheets[i], err) < 0)
			return -1;
	if (book_open(&b, out, &arena, "", err) == 0) {
		for (int i = 0; i < count; i++)
			put_plain_sheet(b, &sheets[i]);
		result = book_close(b, err);
	}
	arena_release(&arena);
	return result;
}
