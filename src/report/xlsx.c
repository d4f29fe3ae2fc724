/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The only file that knows libxlsxwriter: workbooks cell by cell, in constant memory. What was
 * written is read back, because the library does not look whether the disk took everything. */
#include "config.h"

#include "report/book.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/input.h"
#include "base/text.h"
#include "base/xml.h"
#include "base/zip.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>
#include <xlsxwriter.h>

#define MAX_DECIMALS 9
#define BAR_COLOUR 0xa6a6a6

enum { SHEET_NAME = 31, SHEET_NUMBER = 4 }; /* most letters; of which " 12" */

struct sheet {
	char name[SHEET_NAME * 4 + 16]; /* letters of several bytes */
	size_t rows;                    /* that are not empty */
};

struct book {
	struct arena *arena;
	const char *path;
	lxw_workbook *workbook;
	lxw_worksheet *sheet;
	lxw_format *styles[BOOK_STYLES];
	lxw_format *numbers[MAX_DECIMALS + 1]; /* by decimals; made when first used */
	lxw_format
		*entries[MAX_DECIMALS + 2]; /* the same that can be changed; the last for texts */
	lxw_error failed;                   /* the first */
	struct sheet *sheets;
	size_t count, room;
	long last; /* row that was written last, -1 = none */
	int silenced;
};

static void
note(struct book *b, lxw_error result)
{
	if (b->failed == LXW_NO_ERROR)
		b->failed = result;
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

/* ---- failures ---- */

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
	whole = fd >= 0 && unzip_open(&zip, fd, "xlsx", NULL) == 0 &&
		(entry = unzip_find(zip, name)) >= 0 &&
		input_open_entry(&in, zip, entry, ENCODING_UTF8, NULL) == 0 &&
		xml_read(in, &handler, &found, NULL) == 0 && found == rows;

	input_close(in);
	unzip_close(zip);
	if (fd >= 0)
		close(fd);
	return whole ? 0 : not_written(err, 0);
}

/* ---- the book ---- */

static void
make_styles(struct book *b)
{
	for (int i = BOOK_BOLD; i < BOOK_STYLES; i++) {
		b->styles[i] = workbook_add_format(b->workbook);
		if (i != BOOK_WRAPPED)
			format_set_bold(b->styles[i]);
	}
	format_set_text_wrap(b->styles[BOOK_WRAPPED]);
	format_set_align(b->styles[BOOK_WRAPPED], LXW_ALIGN_VERTICAL_TOP);
	format_set_font_size(b->styles[BOOK_TITLE], 14);
	for (int i = BOOK_HEAD; i <= BOOK_HEAD_NUMBER; i++) {
		format_set_text_wrap(b->styles[i]);
		format_set_bottom(b->styles[i], LXW_BORDER_THIN);
	}
	format_set_align(b->styles[BOOK_HEAD_NUMBER], LXW_ALIGN_RIGHT);
}

int
book_open(struct book **book, struct output *out, struct arena *arena, const char *title,
	struct error *err)
{
	char folder[4096];
	lxw_doc_properties properties = { .title = arena_string(arena, title),
		.created = (time_t)clock_now() };
	struct book *b = arena_new(arena, sizeof *b);

	b->arena = arena;
	b->path = output_temporary(out);
	if (!b->path)
		return error_set(err, ERROR_INPUT,
			_("A workbook is written into a file only. Give the file a name."));
	b->silenced = silence();
	b->workbook = start_book(b->path, folder, sizeof folder);
	if (!b->workbook) {
		speak_again(b->silenced);
		return not_written(err, errno);
	}
	workbook_set_properties(b->workbook, &properties);
	make_styles(b);
	*book = b;
	return 0;
}

/* Behind a whole word where there is one. */
static void
cut_name(char *name, int most)
{
	size_t fit = text_fit(name, most), end = fit;

	if (!name[fit])
		return;
	while (end > 0 && name[end] != ' ')
		end--;
	name[end > 0 ? end : fit] = '\0';
}

/* At most 31 characters, none of []:*?/\\, no two alike whatever their case. */
static void
name_sheet(struct book *b, struct sheet *sheet, const char *name)
{
	char wanted[SHEET_NAME * 4 + 1], *to = wanted;

	text_clean(wanted, sizeof wanted, name);
	for (const char *p = wanted; *p; p++)
		if (*p != ':')
			*to++ = strchr("[]*?/\\", *p) ? ' ' : *p;
	*to = '\0';
	cut_name(wanted, SHEET_NAME);
	text_copy(sheet->name, sizeof sheet->name, wanted);
	for (size_t i = 0, number = 2; i < b->count;)
		if (strcasecmp(b->sheets[i].name, sheet->name) == 0) {
			cut_name(wanted, SHEET_NAME - SHEET_NUMBER);
			snprintf(sheet->name, sizeof sheet->name, "%s %zu", wanted, number++);
			i = 0;
		} else {
			i++;
		}
}

void
book_sheet(struct book *b, const char *name)
{
	char everything[64] = "A1:XFD1048576";

	b->sheets = arena_grow(b->arena, b->sheets, b->count, &b->room, sizeof *b->sheets);
	name_sheet(b, &b->sheets[b->count], name);
	b->sheet = workbook_add_worksheet(b->workbook, b->sheets[b->count].name);
	b->count++;
	b->last = -1;
	/* Spreadsheets warn at each code that looks like a number; here that is meant. */
	worksheet_ignore_errors(b->sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, everything);
}

void
book_heads(struct book *b)
{
	worksheet_freeze_panes(b->sheet, 1, 0);
	worksheet_repeat_rows(b->sheet, 0, 0);
}

void
book_pages(struct book *b)
{
	worksheet_set_paper(b->sheet, 9); /* A4 */
	worksheet_fit_to_pages(b->sheet, 1, 0);
}

void
book_width(struct book *b, int column, int characters)
{
	note(b, worksheet_set_column(
			b->sheet, (lxw_col_t)column, (lxw_col_t)column, characters, NULL));
}

static void
count_row_of(struct book *b, long row)
{
	b->sheets[b->count - 1].rows += row != b->last;
	b->last = row;
}

void
book_exact(struct book *b, long row, int column, const char *text, enum book_style style)
{
	if (!*text)
		return;
	count_row_of(b, row);
	note(b, worksheet_write_string(
			b->sheet, (lxw_row_t)row, (lxw_col_t)column, text, b->styles[style]));
}

void
book_text(struct book *b, long row, int column, const char *text, enum book_style style)
{
	size_t size = 3 * strlen(text) + 1;

	book_exact(b, row, column, text_clean_line(arena_new(b->arena, size), size, text), style);
}

/* To the 15 digits that every spreadsheet keeps: sums bring what is 0.7999999999999999. */
static double
tidy(double value)
{
	char text[32];

	snprintf(text, sizeof(text), "%.15g", value);
	return strtod(text, NULL);
}

void
book_number(struct book *b, long row, int column, double value, int decimals)
{
	count_row_of(b, row);
	note(b, worksheet_write_number(b->sheet, (lxw_row_t)row, (lxw_col_t)column, tidy(value),
			number_format_of(b, decimals)));
}

/* ---- sheets to be filled in ---- */

void
book_lock(struct book *b)
{
	lxw_protection options = { .no_select_locked_cells = LXW_FALSE,
		.format_columns = LXW_TRUE,
		.format_rows = LXW_TRUE };

	worksheet_protect(b->sheet, NULL, &options);
}

void
book_warn(struct book *b, int column)
{
	char others[64], before[16], after[16];

	lxw_col_to_name(before, (lxw_col_t)(column - 1), 0);
	lxw_col_to_name(after, (lxw_col_t)(column + 1), 0);
	snprintf(others, sizeof(others), "A1:%s1048576 %s1:XFD1048576", before, after);
	worksheet_ignore_errors(b->sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, others);
}

void
book_hide(struct book *b)
{
	worksheet_hide(b->sheet);
}

static lxw_format *
entry_format(struct book *b, int decimals)
{
	lxw_format **format = &b->entries[decimals];
	char text[32] = "#,##0";

	if (*format)
		return *format;
	*format = workbook_add_format(b->workbook);
	format_set_unlocked(*format);
	format_set_border(*format, LXW_BORDER_THIN);
	if (decimals > MAX_DECIMALS) {
		format_set_text_wrap(*format);
		return *format;
	}
	if (decimals > 0)
		snprintf(text, sizeof text, "#,##0.%.*s", decimals, "#########");
	format_set_num_format(*format, text);
	return *format;
}

void
book_entry_text(struct book *b, long row, int column, const char *text)
{
	lxw_format *format = entry_format(b, MAX_DECIMALS + 1);

	count_row_of(b, row);
	note(b, *text ? worksheet_write_string(
				b->sheet, (lxw_row_t)row, (lxw_col_t)column, text, format)
		      : worksheet_write_blank(b->sheet, (lxw_row_t)row, (lxw_col_t)column, format));
}

void
book_entry_number(struct book *b, long row, int column, double value, int decimals)
{
	count_row_of(b, row);
	note(b, worksheet_write_number(b->sheet, (lxw_row_t)row, (lxw_col_t)column, tidy(value),
			entry_format(b, decimals > MAX_DECIMALS ? MAX_DECIMALS : decimals)));
}

void
book_choices(struct book *b, long row, int column, const char *const *words)
{
	char *list[21] = { NULL };
	lxw_data_validation choice = { .validate = LXW_VALIDATION_TYPE_LIST, .value_list = list };

	for (int i = 0; words[i] && i < 20; i++)
		list[i] = arena_string(b->arena, words[i]);
	note(b, worksheet_data_validation_cell(
			b->sheet, (lxw_row_t)row, (lxw_col_t)column, &choice));
}

void
book_bars(struct book *b, long first, long last, int column, double low, double high)
{
	lxw_conditional_format bars = { .type = LXW_CONDITIONAL_DATA_BAR,
		.min_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER,
		.max_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER,
		.min_value = low,
		.max_value = high,
		.bar_color = BAR_COLOUR,
		/* with an axis at zero, which bars below it leave to the left */
		.data_bar_2010 = low < 0,
		.bar_solid = low < 0,
		.bar_negative_color_same = low < 0 };

	note(b, worksheet_conditional_format_range(b->sheet, (lxw_row_t)first, (lxw_col_t)column,
			(lxw_row_t)last, (lxw_col_t)column, &bars));
}

int
book_close(struct book *b, struct error *err)
{
	int reason;

	errno = 0;
	note(b, workbook_close(b->workbook));
	reason = errno;
	speak_again(b->silenced);
	if (b->failed != LXW_NO_ERROR)
		return not_written(err, reason);
	for (size_t i = 0; i < b->count; i++)
		if (verify(b->path, (int)i + 1, b->sheets[i].rows, err) != 0)
			return -1;
	return 0;
}
