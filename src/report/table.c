/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table built once and written as CSV, text, a page or a workbook. */
#include "config.h"

#include "report/table.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "report/writers.h"

#include <assert.h>
#include <math.h>
#include <string.h>
#include <strings.h>

static const struct format {
	const char *name, *ending;
	int (*write)(struct report_table *t, struct output *out, struct error *err);
} formats[REPORT_FORMAT_COUNT] = {
	[REPORT_FORMAT_CSV] = { "csv", ".csv", report_csv_neutral },
	[REPORT_FORMAT_CSV_POLISH] = { "csv-pl", ".csv", report_csv_polish },
	[REPORT_FORMAT_TEXT] = { "text", ".txt", report_text },
	[REPORT_FORMAT_HTML] = { "html", ".html", report_html },
	[REPORT_FORMAT_XLSX] = { "xlsx", ".xlsx", report_xlsx },
	[REPORT_FORMAT_PDF] = { "pdf", ".pdf", report_pdf },
	[REPORT_FORMAT_DOCX] = { "docx", ".docx", report_docx },
};

/* What only people read is cleaned here; cells stay as they are, for files that must be exact. */
static const char *
for_people(struct arena *arena, const char *text)
{
	size_t size = 3 * strlen(text) + 1; /* a bad byte becomes U+FFFD */

	return text_clean_line(arena_new(arena, size), size, text);
}

void
report_table_start(struct report_table *t, struct arena *arena, const char *title)
{
	*t = (struct report_table){ .arena = arena, .title = for_people(arena, title) };
}

static void
add_text(
	struct arena *arena, const char ***texts, size_t *count, size_t *capacity, const char *text)
{
	*texts = arena_grow(arena, *texts, *count, capacity, sizeof **texts);
	(*texts)[(*count)++] = for_people(arena, text);
}

void
report_table_line(struct report_table *t, const char *text)
{
	add_text(t->arena, &t->lines, &t->line_count, &t->line_capacity, text);
}

void
report_table_footnote(struct report_table *t, const char *text)
{
	add_text(t->arena, &t->footnotes, &t->footnote_count, &t->footnote_capacity, text);
}

void
report_table_column(struct report_table *t, const char *name, const char *heading,
	enum report_kind kind, int decimals)
{
	assert(t->row_count == 0);
	t->columns = arena_grow(
		t->arena, t->columns, t->column_count, &t->column_capacity, sizeof *t->columns);
	t->columns[t->column_count++] =
		(struct report_column){ .name = arena_string(t->arena, name),
			.heading = for_people(t->arena, heading),
			.kind = kind,
			.decimals = decimals };
}

void
report_table_bar(struct report_table *t, double low, double high)
{
	report_table_column(t, "bar", "", REPORT_BAR, 0);
	t->columns[t->column_count - 1].low = low;
	t->columns[t->column_count - 1].high = high;
}

bool
report_table_is_bar(const struct report_table *t, size_t column)
{
	return t->columns[column].kind == REPORT_BAR;
}

static double
share_of(const struct report_column *column, double value)
{
	double share = (value - column->low) / (column->high - column->low);

	return share < 0 ? 0 : share > 1 ? 1 : share;
}

bool
report_bar_ends(const struct report_column *column, const struct report_cell *cell, double *from,
	double *to)
{
	double zero, end;

	*from = *to = 0;
	if (cell->kind != REPORT_CELL_NUMBER || !(column->high > column->low))
		return false;
	zero = share_of(column, 0);
	end = share_of(column, cell->number);
	*from = end < zero ? end : zero;
	*to = end < zero ? zero : end;
	return *to > *from;
}

void
report_table_alone(struct report_table *t, const char *heading)
{
	t->columns[t->column_count - 1].alone = for_people(t->arena, heading);
}

void
report_table_entry(struct report_table *t)
{
	t->columns[t->column_count - 1].entry = true;
}

void
report_table_choices(struct report_table *t, const char *const *words)
{
	report_table_entry(t);
	t->columns[t->column_count - 1].choices = words;
}

const char *
report_column_alone(const struct report_column *column)
{
	return column->alone ? column->alone : column->heading;
}

void
report_table_row(struct report_table *t)
{
	t->rows = arena_grow(t->arena, t->rows, t->row_count, &t->row_capacity, sizeof *t->rows);
	t->rows[t->row_count++].cells =
		arena_array(t->arena, t->column_count, sizeof(struct report_cell));
	t->filled = 0;
}

void
report_table_sum(struct report_table *t)
{
	assert(t->row_count > 0);
	t->rows[t->row_count - 1].sum = true;
}

static struct report_cell *
next_cell(struct report_table *t)
{
	assert(t->row_count > 0 && t->filled < t->column_count);
	return &t->rows[t->row_count - 1].cells[t->filled++];
}

void
report_cell_text(struct report_table *t, const char *text)
{
	struct report_cell *cell = next_cell(t);

	if (!text || !*text)
		return;
	cell->kind = REPORT_CELL_TEXT;
	cell->text = arena_string(t->arena, text);
}

void
report_cell_decimals(struct report_table *t, double value, int decimals)
{
	struct report_cell *cell = next_cell(t);

	if (!isfinite(value))
		return;
	cell->kind = REPORT_CELL_NUMBER;
	cell->number = value;
	cell->decimals = decimals;
}

void
report_cell_number(struct report_table *t, double value)
{
	assert(t->filled < t->column_count);
	report_cell_decimals(t, value, t->columns[t->filled].decimals);
}

void
report_cell_missing(struct report_table *t, const char *flag)
{
	struct report_cell *cell = next_cell(t);

	cell->kind = REPORT_CELL_MISSING;
	cell->text = for_people(t->arena, flag ? flag : "");
	t->has_notes = t->has_notes || *cell->text;
}

void
report_cell_empty(struct report_table *t)
{
	(void)next_cell(t);
}

void
report_cell_plain(struct report_table *t)
{
	t->rows[t->row_count - 1].cells[t->filled - 1].plain = true;
}

void
report_cell_mark(struct report_table *t, const char *mark)
{
	assert(t->row_count > 0 && t->filled > 0);
	if (!mark || !*mark)
		return;
	t->rows[t->row_count - 1].cells[t->filled - 1].mark = for_people(t->arena, mark);
	t->has_notes = true;
}

const char *
report_table_notes(struct report_table *t, size_t row)
{
	const char *notes = "";

	for (size_t i = 0; i < t->column_count; i++) {
		const struct report_cell *cell = &t->rows[row].cells[i];
		const char *what = cell->kind == REPORT_CELL_MISSING ? cell->text : cell->mark;

		if (what && *what)
			notes = arena_format(t->arena, "%s%s%s: %s", notes, *notes ? "; " : "",
				t->columns[i].heading, what);
	}
	return notes;
}

char *
report_cell_show(char *dst, size_t size, const struct report_cell *cell)
{
	switch (cell->kind) {
	case REPORT_CELL_TEXT:
	case REPORT_CELL_MISSING:
		return text_clean_line(dst, size, cell->text);
	case REPORT_CELL_NUMBER:
		return cell->plain ? number_ungrouped(dst, size, cell->number, cell->decimals)
				   : number_format(dst, size, cell->number, cell->decimals);
	case REPORT_CELL_EMPTY:
		break;
	}
	dst[0] = '\0';
	return dst;
}

int
report_format_from_name(const char *name)
{
	for (int i = 0; i < REPORT_FORMAT_COUNT; i++)
		if (strcmp(formats[i].name, name) == 0)
			return i;
	return -1;
}

const char *
report_format_name(enum report_format format)
{
	return formats[format].name;
}

const char *
report_format_ending(enum report_format format)
{
	return formats[format].ending;
}

int
report_format_of_path(const char *path)
{
	const char *dot = strrchr(path, '.');

	if (!dot)
		return -1;
	if (strcasecmp(dot, ".htm") == 0)
		return REPORT_FORMAT_HTML;
	for (int i = 0; i < REPORT_FORMAT_COUNT; i++)
		if (strcasecmp(formats[i].ending, dot) == 0)
			return i;
	return -1;
}

int
report_write(
	struct report_table *t, enum report_format format, struct output *out, struct error *err)
{
	return formats[format].write(t, out, err);
}

void
report_table_place(struct report_table *t, size_t row, struct output *out)
{
	struct report_place *place;

	t->places = arena_grow(
		t->arena, t->places, t->place_count, &t->place_room, sizeof *t->places);
	place = &t->places[t->place_count++];
	place->row = row;
	output_text(out, &place->at);
}
