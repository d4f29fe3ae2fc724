/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A data sheet for those who fill it in: what is asked and what was said a year before stand
 * beside the three cells that can be changed. */
#include "config.h"

#include "report/sheet_file.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/number.h"
#include "model/office.h"
#include "report/book.h"
#include "report/stream.h"

#include <math.h>
#include <stdio.h>

struct sheet_file {
	const struct data_sheet *sheet;
	const struct sheet_return *r;
	struct sheet_entry *entries;
	int count;
	struct arena *arena;
	const char *heads[SHEET_FILE_COLUMNS];
	struct office office; /* that makes the file */
};

static void
name_columns(struct sheet_file *f)
{
	f->heads[SHEET_FILE_NUMBER] = _("No.");
	f->heads[SHEET_FILE_CODE] = _("Code");
	f->heads[SHEET_FILE_NAME] = _("Name");
	f->heads[SHEET_FILE_MEASURE] = _("Measure");
	f->heads[SHEET_FILE_DEFINITION] = _("Definition");
	f->heads[SHEET_FILE_BEFORE] = arena_format(f->arena, _("Value of %d"), f->sheet->year - 1);
	f->heads[SHEET_FILE_VALUE] = _("Value");
	f->heads[SHEET_FILE_REMARK] = _("Remark");
	f->heads[SHEET_FILE_SOURCE] = _("Source");
}

/* Of a line that totals fill, these. */
static const char *
source_of(const struct sheet_entry *e)
{
	const struct own_figure *shown = sheet_entry_shown(e);

	return shown->indicator_id ? shown->source : sheet_entry_source(e);
}

/* ---- workbook ---- */

static void
put_figure(struct book *b, long row, int column, const struct own_figure *f, int decimals,
	bool entry)
{
	int places =
		f->value == round(f->value * number_power10(decimals)) / number_power10(decimals)
			? decimals
			: 9;

	if (isnan(f->value) || !f->indicator_id) {
		const char *text = f->indicator_id ? f->missing : "";

		entry ? book_entry_text(b, row, column, text)
		      : book_exact(b, row, column, text, BOOK_PLAIN);
	} else if (entry) {
		book_entry_number(b, row, column, f->value, places);
	} else {
		book_number(b, row, column, f->value, places);
	}
}

static const char *
due_text(const struct sheet_file *f)
{
	if (!f->sheet->due_on[0])
		return _("Fill in value or bd (no data), nd (does not apply), a remark, and the "
			 "source: where the figure is taken from.");
	return arena_format(f->arena,
		_("Fill in value or bd (no data), nd (does not apply), a remark, and the source: "
		  "where the figure is taken from; send back by %s."),
		date_shown(f->arena, f->sheet->due_on));
}

static const char *
sheet_title(const struct sheet_file *f)
{
	return arena_format(f->arena, _("Data sheet %s, %d: %s"), f->sheet->group_code,
		f->sheet->year, f->sheet->group_name);
}

static const char *
sheet_unit(const struct sheet_file *f)
{
	return arena_format(f->arena, _("Unit: %s (%s)"), f->r->unit_name, f->r->unit);
}

static void
put_head(struct book *b, const struct sheet_file *f)
{
	static const int widths[SHEET_FILE_COLUMNS] = { 5, 9, 38, 10, 40, 12, 14, 40, 30 };
	const struct data_sheet *s = f->sheet;

	for (int i = 0; i < SHEET_FILE_COLUMNS; i++)
		book_width(b, i, widths[i]);
	book_text(b, 0, 0, sheet_title(f), BOOK_TITLE);
	book_text(b, 1, 0, sheet_unit(f), BOOK_BOLD);
	book_text(b, 2, 0, due_text(f), BOOK_PLAIN);
	book_text(b, 3, 0, s->note, BOOK_PLAIN);
	for (int i = 0; i < SHEET_FILE_COLUMNS; i++)
		book_text(b, SHEET_FILE_HEAD_ROW - 1, i, f->heads[i],
			i == SHEET_FILE_BEFORE || i == SHEET_FILE_VALUE ? BOOK_HEAD_NUMBER
									: BOOK_HEAD);
}

static void
put_line(struct book *b, const struct sheet_file *f, int i)
{
	const struct sheet_entry *e = &f->entries[i];
	long row = SHEET_FILE_HEAD_ROW + i;

	book_number(b, row, SHEET_FILE_NUMBER, e->line.position, 0);
	book_exact(b, row, SHEET_FILE_CODE, e->line.code, BOOK_PLAIN);
	book_text(b, row, SHEET_FILE_NAME, e->line.name, BOOK_WRAPPED);
	book_text(b, row, SHEET_FILE_MEASURE, e->line.measure, BOOK_PLAIN);
	book_text(b, row, SHEET_FILE_DEFINITION, e->line.definition, BOOK_WRAPPED);
	put_figure(b, row, SHEET_FILE_BEFORE, &e->before, e->line.decimals, false);
	put_figure(b, row, SHEET_FILE_VALUE, sheet_entry_shown(e), e->line.decimals, true);
	book_entry_text(b, row, SHEET_FILE_REMARK, e->figure.remark);
	book_entry_text(b, row, SHEET_FILE_SOURCE, source_of(e));
}

static const char *
number_text(struct arena *arena, double value)
{
	char text[64];

	return arena_string(arena, number_plain(text, sizeof(text), value, -1));
}

/* Keys and their values, then what each line held when the file was made. */
static void
put_hidden(struct book *b, const struct sheet_file *f)
{
	const char *const pairs[][2] = { { "format", "1" }, { "group", f->sheet->group_code },
		{ "unit", f->r->unit }, { "year", number_text(f->arena, f->sheet->year) },
		{ "version", number_text(f->arena, (double)f->r->rev) } };
	const char *const office[] = { "office", f->office.uid, f->office.name };
	long row = 0;

	for (; row < (long)(sizeof(pairs) / sizeof(pairs[0])); row++)
		for (int i = 0; i < 2; i++)
			book_exact(b, row, i, pairs[row][i], BOOK_PLAIN);
	for (int i = 0; i < 3; i++)
		book_exact(b, row, i, office[i], BOOK_PLAIN);
	row++;
	book_exact(b, row, 0, "title", BOOK_PLAIN);
	book_text(b, row++, 1, sheet_title(f), BOOK_PLAIN);
	book_exact(b, row, 0, "whose", BOOK_PLAIN);
	book_text(b, row++, 1, sheet_unit(f), BOOK_PLAIN);
	book_exact(b, row, 0, "heads", BOOK_PLAIN);
	for (int i = 0; i < SHEET_FILE_COLUMNS; i++)
		book_exact(b, row, 1 + i, f->heads[i], BOOK_PLAIN);
	for (int i = 0; i < f->count; i++) {
		const struct own_figure *x = &f->entries[i].figure;

		row++;
		book_exact(b, row, 0, "line", BOOK_PLAIN);
		book_exact(b, row, 1, f->entries[i].line.code, BOOK_PLAIN);
		book_exact(b, row, 2,
			!x->indicator_id ? "" : isnan(x->value) ? x->missing
								: number_text(f->arena, x->value),
			BOOK_PLAIN);
		book_exact(b, row, 3, x->remark, BOOK_PLAIN);
		book_exact(b, row, 4, x->source, BOOK_PLAIN);
	}
}

static int
write_workbook(const struct sheet_file *f, struct output *out, struct error *err)
{
	struct book *b;

	if (book_open(&b, out, f->arena,
		    arena_format(f->arena, _("Data sheet %s, %d: %s"), f->sheet->group_code,
			    f->sheet->year, f->r->unit_name),
		    err) < 0)
		return -1;
	book_sheet(b, arena_format(f->arena, "%s %d", f->sheet->group_code, f->sheet->year));
	book_pages(b);
	book_lock(b);
	book_warn(b, SHEET_FILE_VALUE);
	put_head(b, f);
	for (int i = 0; i < f->count; i++)
		put_line(b, f, i);
	book_sheet(b, SHEET_FILE_HIDDEN);
	book_hide(b);
	put_hidden(b, f);
	return book_close(b, err);
}

/* ---- CSV ---- */

static void
write_csv_head(struct report_stream *s, const struct sheet_file *f)
{
	static const char *const names[SHEET_FILE_COLUMNS] = { "number", "indicator", "name",
		"measure", "definition", "before", "value", "remark", "source" };

	for (int i = 0; i < SHEET_FILE_COLUMNS; i++)
		report_stream_heading(s, names[i], f->heads[i]);
	report_stream_heading(s, "group", _("Group"));
	report_stream_heading(s, "unit", C_("column", "Unit"));
	report_stream_heading(s, "year", _("Year"));
	report_stream_heading(s, "version", C_("column", "Version"));
	report_stream_end_row(s);
}

static void
write_csv_figure(struct report_stream *s, const struct own_figure *f)
{
	if (!f->indicator_id)
		report_stream_empty(s);
	else if (isnan(f->value))
		report_stream_text(s, f->missing);
	else
		report_stream_number(s, f->value, -1);
}

static void
write_csv(const struct sheet_file *f, enum report_format format, struct output *out)
{
	struct report_stream s;

	report_stream_start(&s, out, format);
	write_csv_head(&s, f);
	for (int i = 0; i < f->count; i++) {
		const struct sheet_entry *e = &f->entries[i];

		report_stream_whole(&s, e->line.position);
		report_stream_text(&s, e->line.code);
		report_stream_text(&s, e->line.name);
		report_stream_text(&s, e->line.measure);
		report_stream_text(&s, e->line.definition);
		write_csv_figure(&s, &e->before);
		write_csv_figure(&s, sheet_entry_shown(e));
		report_stream_text(&s, e->figure.remark);
		report_stream_text(&s, source_of(e));
		report_stream_text(&s, f->sheet->group_code);
		report_stream_text(&s, f->r->unit);
		report_stream_whole(&s, f->sheet->year);
		report_stream_whole(&s, f->r->rev);
		report_stream_end_row(&s);
	}
}

int
sheet_file_write(struct db *db, const struct data_sheet *sheet, const struct sheet_return *r,
	enum report_format format, struct arena *arena, struct output *out, struct error *err)
{
	struct sheet_file f = { .sheet = sheet, .r = r, .arena = arena };
	char uid[33];

	if (format != REPORT_FORMAT_XLSX && format != REPORT_FORMAT_CSV &&
		format != REPORT_FORMAT_CSV_POLISH)
		return error_set(err, ERROR_INPUT,
			_("A data sheet goes out as a workbook (.xlsx) or as CSV (.csv)."));
	if (office_uid(db, uid, err) < 0 || office_load(db, &f.office, err) < 0 ||
		sheet_entries(db, r, arena, &f.entries, &f.count, err) < 0)
		return -1;
	if (!f.count)
		return error_set(err, ERROR_INPUT,
			_("The sheet of %s for %d asks for nothing yet; add lines first."),
			sheet->group_code, sheet->year);
	name_columns(&f);
	if (format == REPORT_FORMAT_XLSX)
		return write_workbook(&f, out, err);
	write_csv(&f, format, out);
	return 0;
}
