/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table as a workbook (libxlsxwriter): codes are text cells, numbers are numbers, what is
 * missing is an empty cell with its reason in a last column. A second sheet holds title,
 * source and footnotes, so that the first is nothing but the table. */
#include "config.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/input.h"
#include "base/text.h"
#include "base/xml.h"
#include "base/zip.h"
#include "report/sheets.h"
#include "report/writers.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>
#include <xlsxwriter.h>

#define MAX_ROWS 1048575 /* of a sheet, less the heading */
#define MAX_COLUMNS 16383
#define MAX_DECIMALS 9
#define LONGEST 32767 /* characters of a cell */
#define WIDEST 60 /* columns of text wrap no further, as a spreadsheet shows them anyway */

struct book {
	struct report_table *table;
	lxw_workbook *workbook;
	lxw_worksheet *sheet;
	lxw_format *bold;
	lxw_format *numbers[MAX_DECIMALS + 1]; /* by decimals; made when first used */
	lxw_error failed;                      /* the first */
	bool row_used;                         /* something stands in the current row */
	size_t rows;                           /* of the table's sheet that are not empty */
};

static void
note(struct book *b, lxw_error result)
{
	if (b->failed == LXW_NO_ERROR)
		b->failed = result;
}

static const char *
clean(struct book *b, const char *text)
{
	size_t size = 3 * strlen(text) + 1;

	return text_clean(arena_new(b->table->arena, size), size, text);
}

static void
put_text(struct book *b, lxw_row_t row, size_t column, const char *text, lxw_format *format)
{
	if (!*text)
		return;
	b->row_used = true;
	note(b, worksheet_write_string(b->sheet, row, (lxw_col_t)column, clean(b, text), format));
}

static lxw_format *
number_format_of(struct book *b, int decimals)
{
	char format[32] = "#,##0";

	if (decimals < 0)
		return NULL;
	if (decimals > MAX_DECIMALS)
		decimals = MAX_DECIMALS;
	if (!b->numbers[decimals]) {
		if (decimals > 0)
			snprintf(format, sizeof format, "#,##0.%0*d", decimals, 0);
		b->numbers[decimals] = workbook_add_format(b->workbook);
		format_set_num_format(b->numbers[decimals], format);
	}
	return b->numbers[decimals];
}

static void
put_cell(struct book *b, lxw_row_t row, size_t column, const struct report_cell *cell)
{
	if (cell->kind == REPORT_CELL_TEXT) {
		put_text(b, row, column, cell->text, NULL);
	} else if (cell->kind == REPORT_CELL_NUMBER) {
		b->row_used = true;
		note(b, worksheet_write_number(b->sheet, row, (lxw_col_t)column, cell->number,
			number_format_of(b, cell->decimals)));
	}
}

static void
set_width(struct book *b, size_t column)
{
	const struct report_table *t = b->table;
	int widest = text_width(report_column_alone(&t->columns[column]));
	char text[1024];

	for (size_t row = 0; row < t->row_count; row++) {
		int width = text_width(report_cell_show(text, sizeof text,
			&t->rows[row].cells[column]));

		if (width > widest)
			widest = width;
	}
	note(b, worksheet_set_column(b->sheet, (lxw_col_t)column, (lxw_col_t)column,
		(widest < WIDEST ? widest : WIDEST) + 2, NULL));
}

static void
put_headings(struct book *b)
{
	const struct report_table *t = b->table;
	size_t count = t->column_count;

	for (size_t i = 0; i < count; i++)
		set_width(b, i);
	for (size_t i = 0; i < count; i++)
		put_text(b, 0, i, report_column_alone(&t->columns[i]), b->bold);
	if (t->has_notes) {
		put_text(b, 0, count, C_("column", "Notes"), b->bold);
		note(b, worksheet_set_column(b->sheet, (lxw_col_t)count, (lxw_col_t)count, 30,
			NULL));
	}
	worksheet_freeze_panes(b->sheet, 1, 0);
	worksheet_repeat_rows(b->sheet, 0, 0);
}

/* Spreadsheets warn at each code that looks like a number; here that is meant. */
static void
accept_codes(struct book *b)
{
	char range[64] = "A1:XFD1048576";

	worksheet_ignore_errors(b->sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, range);
}

static void
put_table(struct book *b)
{
	struct report_table *t = b->table;

	b->sheet = workbook_add_worksheet(b->workbook, C_("sheet of a workbook", "Data"));
	put_headings(b);
	b->rows = b->row_used;
	accept_codes(b);
	for (size_t row = 0; row < t->row_count; row++) {
		b->row_used = false;
		for (size_t i = 0; i < t->column_count; i++)
			put_cell(b, (lxw_row_t)row + 1, i, &t->rows[row].cells[i]);
		if (t->has_notes)
			put_text(b, (lxw_row_t)row + 1, t->column_count, report_table_notes(t, row),
				NULL);
		b->rows += b->row_used;
	}
}

static void
put_description(struct book *b)
{
	const struct report_table *t = b->table;
	lxw_row_t row = 0;

	b->sheet = workbook_add_worksheet(b->workbook, C_("sheet of a workbook", "Description"));
	note(b, worksheet_set_column(b->sheet, 0, 0, 80, NULL));
	put_text(b, row++, 0, t->title, b->bold);
	for (size_t i = 0; i < t->line_count; i++)
		put_text(b, row++, 0, t->lines[i], NULL);
	for (size_t i = 0; i < t->footnote_count; i++)
		put_text(b, row++, 0, t->footnotes[i], NULL);
}

/* The library reports some failures on standard error, which is the person's screen. */
static int
silence(void)
{
	int saved = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 0);
	int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);

	fflush(stderr);
	if (nowhere >= 0) {
		dup2(nowhere, STDERR_FILENO);
		close(nowhere);
	}
	return saved;
}

static void
speak_again(int saved)
{
	fflush(stderr);
	if (saved >= 0) {
		dup2(saved, STDERR_FILENO);
		close(saved);
	}
}

static int
not_written(struct error *err, int reason)
{
	if (reason == ENOSPC || reason == EDQUOT || reason == EFBIG)
		return error_set(err, ERROR_FULL,
			_("The workbook was not written: the disk is full. "
			  "Make room and try again."));
	return error_set(err, ERROR_IO,
		_("The workbook was not written whole. Check the disk and try again."));
}

/* The library's own temporary files lie beside the target, never in a shared folder. */
static lxw_workbook *
start_book(const char *path, char *folder, size_t size)
{
	lxw_workbook_options options = { .constant_memory = LXW_TRUE, .tmpdir = folder };

	snprintf(folder, size, "%.*s", (int)(strrchr(path, '/') - path + 1), path);
	errno = 0;
	return workbook_new_opt(path, &options);
}

static int
build(struct report_table *t, const char *path, size_t *rows, struct error *err)
{
	char folder[4096];
	lxw_doc_properties properties = { .title = arena_string(t->arena, t->title),
		.created = (time_t)clock_now() };
	struct book b = { .table = t };
	int saved = silence();

	b.workbook = start_book(path, folder, sizeof folder);
	if (!b.workbook) {
		speak_again(saved);
		return not_written(err, errno);
	}
	workbook_set_properties(b.workbook, &properties);
	b.bold = workbook_add_format(b.workbook);
	format_set_bold(b.bold);
	put_table(&b);
	put_description(&b);
	note(&b, workbook_close(b.workbook));
	speak_again(saved);
	*rows = b.rows;
	return b.failed == LXW_NO_ERROR ? 0 : not_written(err, errno);
}

static int
count_row(void *context, const char *name, const char *text, long line, struct error *err)
{
	(void)text, (void)line, (void)err;
	*(size_t *)context += strcmp(name, "row") == 0;
	return 0;
}

/* The library does not look whether its temporary files took everything: read the sheet back. */
static int
verify(const char *path, int sheet, size_t rows, struct error *err)
{
	char name[64];
	static const struct xml_handler handler = { .end = count_row };
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
	struct unzip *zip = NULL;
	struct input *in = NULL;
	size_t found = 0;
	int entry;
	bool whole;

	snprintf(name, sizeof name, "xl/worksheets/sheet%d.xml", sheet);
	whole = fd >= 0 && unzip_open(&zip, fd, "xlsx", NULL) == 0
		&& (entry = unzip_find(zip, name)) >= 0
		&& input_open_entry(&in, zip, entry, ENCODING_UTF8, NULL) == 0
		&& xml_read(in, &handler, &found, NULL) == 0 && found == rows;

	input_close(in);
	unzip_close(zip);
	if (fd >= 0)
		close(fd);
	return whole ? 0 : not_written(err, 0);
}

int
report_xlsx(struct report_table *t, struct output *out, struct error *err)
{
	const char *path = output_temporary(out);
	size_t rows;

	if (!path)
		return error_set(err, ERROR_INPUT,
			_("A workbook is written into a file only. Give the file a name."));
	if (t->row_count > MAX_ROWS || t->column_count > MAX_COLUMNS)
		return error_set(err, ERROR_INPUT,
			_("The result has too many rows or columns for a workbook. Choose CSV."));
	return build(t, path, &rows, err) != 0 ? -1 : verify(path, 1, rows, err);
}

/* ---- plain sheets ---- */

static void
put_plain_row(
	struct book *b, lxw_row_t row, const char *const *cells, int count, lxw_format *format)
{
	for (int i = 0; i < count; i++)
		if (*cells[i])
			note(b, worksheet_write_string(
					b->sheet, row, (lxw_col_t)i, cells[i], format));
}

static void
put_plain_sheet(struct book *b, const struct report_sheet *s, lxw_format *wrapped)
{
	b->sheet = workbook_add_worksheet(b->workbook, s->name);
	accept_codes(b);
	for (int i = 0; i < s->columns; i++)
		note(b, worksheet_set_column(
				b->sheet, (lxw_col_t)i, (lxw_col_t)i, i < 2 ? 24 : 32, NULL));
	worksheet_freeze_panes(b->sheet, 1, 0);
	put_plain_row(b, 0, s->heads, s->columns, b->bold);
	for (int i = 0; i < s->row_count; i++)
		put_plain_row(b, (lxw_row_t)i + 1, s->rows[i], s->columns, wrapped);
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

static int
build_sheets(const struct report_sheet *sheets, int count, const char *path, struct error *err)
{
	char folder[4096];
	lxw_doc_properties properties = { .created = (time_t)clock_now() };
	struct book b = { .table = NULL };
	lxw_format *wrapped;
	int saved = silence();

	b.workbook = start_book(path, folder, sizeof folder);
	if (!b.workbook) {
		speak_again(saved);
		return not_written(err, errno);
	}
	workbook_set_properties(b.workbook, &properties);
	b.bold = workbook_add_format(b.workbook);
	format_set_bold(b.bold);
	wrapped = workbook_add_format(b.workbook);
	format_set_text_wrap(wrapped);
	format_set_align(wrapped, LXW_ALIGN_VERTICAL_TOP);
	for (int i = 0; i < count; i++)
		put_plain_sheet(&b, &sheets[i], wrapped);
	note(&b, workbook_close(b.workbook));
	speak_again(saved);
	return b.failed == LXW_NO_ERROR ? 0 : not_written(err, errno);
}

/* Rows that hold something: the others are not in the file. */
static size_t
filled_rows(const struct report_sheet *s)
{
	size_t count = s->columns > 0;

	for (int i = 0; i < s->row_count; i++)
		for (int k = 0; k < s->columns; k++)
			if (*s->rows[i][k]) {
				count++;
				break;
			}
	return count;
}

int
report_sheets_write(
	const struct report_sheet *sheets, int count, struct output *out, struct error *err)
{
	const char *path = output_temporary(out);

	if (!path)
		return error_set(err, ERROR_INPUT,
			_("A workbook is written into a file only. Give the file a name."));
	for (int i = 0; i < count; i++)
		if (refuse_long_cells(&sheets[i], err) < 0)
			return -1;
	if (build_sheets(sheets, count, path, err) < 0)
		return -1;
	for (int i = 0; i < count; i++)
		if (verify(path, i + 1, filled_rows(&sheets[i]), err) < 0)
			return -1;
	return 0;
}
