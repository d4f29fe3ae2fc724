/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file of answers into memory: each column keeps its different texts once, a row is numbers. */
#include "config.h"

#include "exchange/answers_parts.h"

#include "base/csv.h"
#include "base/i18n.h"
#include "base/memory.h"
#include "base/text.h"
#include "exchange/workbook.h"

#include <string.h>
#include <strings.h>

/* An open answer may be long before it is refused in words. */
static const struct csv_limits limits = { .field = 4u << 20, .row = 16u << 20, .columns = 1000 };

static int
cell_at(const struct answers_file *f, int row, int column)
{
	return f->cells[(size_t)row * (size_t)f->column_count + (size_t)column];
}

const char *
answers_cell_text(const struct answers_file *f, int row, int column)
{
	return f->columns[column].texts.entries[cell_at(f, row, column)].bytes;
}

struct answers_text *
answers_cell_of(const struct answers_file *f, int row, int column)
{
	return &f->columns[column].list[cell_at(f, row, column)];
}

bool
answers_is_workbook(const char *path)
{
	size_t length = strlen(path);

	return length > 5 && strcasecmp(path + length - 5, ".xlsx") == 0;
}

static int
take_headings(struct answers_file *f, long line, const struct csv_field *fields, int count,
	struct error *err)
{
	char clean[256];

	while (count > 0 && fields[count - 1].length == 0)
		count--;
	for (int i = 0; i < count; i++) {
		struct answers_column *c;

		if (fields[i].length >= sizeof(clean))
			return error_at(err, ERROR_INPUT, line, i + 1,
				_("line %ld, column %d: the heading is longer than 255 characters; "
				  "is the first line the line of headings?"),
				line, i + 1);
		f->columns = memory_grow(f->columns, &f->column_room, (size_t)f->column_count + 1,
			sizeof(*f->columns));
		c = &f->columns[f->column_count++];
		*c = (struct answers_column){ .question = -1, .occurrence = 1, .choice = -1 };
		c->heading = arena_string(
			&f->arena, text_clean(clean, sizeof(clean), fields[i].text));
	}
	if (f->column_count == 0)
		return error_at(err, ERROR_INPUT, line, 1, _("line %ld: there are no headings."),
			line);
	return 0;
}

static bool
is_blank(const struct csv_field *fields, int count)
{
	for (int i = 0; i < count; i++)
		if (fields[i].length)
			return false;
	return true;
}

static int
take_cell(struct answers_column *c, long line, const char *text, size_t length)
{
	int known = c->texts.count, number = byteset_add(&c->texts, text, length);

	if (number == known) {
		c->list = memory_grow(c->list, &c->room, (size_t)number + 1, sizeof(*c->list));
		c->list[number] = (struct answers_text){ .line = line };
	}
	c->list[number].count++;
	return number;
}

static int
take_row(void *context, long line, const struct csv_field *fields, int count, struct error *err)
{
	struct answers_file *f = context;
	size_t at;

	if (f->column_count == 0)
		return take_headings(f, line, fields, count, err);
	if (is_blank(fields, count))
		return 0;
	if (count > f->column_count &&
		!is_blank(&fields[f->column_count], count - f->column_count))
		return error_at(err, ERROR_INPUT, line, f->column_count + 1,
			_("line %ld: the row has %d fields; the header has %d."), line, count,
			f->column_count);
	at = (size_t)f->row_count * (size_t)f->column_count;
	f->cells = memory_grow(
		f->cells, &f->cell_room, at + (size_t)f->column_count, sizeof(*f->cells));
	f->lines = memory_grow(
		f->lines, &f->line_room, (size_t)f->row_count + 1, sizeof(*f->lines));
	for (int i = 0; i < f->column_count; i++)
		f->cells[at + (size_t)i] = i < count ? take_cell(&f->columns[i], line,
							       fields[i].text, fields[i].length)
						     : take_cell(&f->columns[i], line, "", 0);
	f->lines[f->row_count++] = line;
	return 0;
}

/* ---- workbooks ---- */

static int
read_workbook(struct answers_file *f, struct import_job *job, struct error *err)
{
	struct xlsx *w;
	int result;

	if (xlsx_open(&w, job->path, err) < 0)
		return -1;
	result = xlsx_read(w, 0, XLSX_ISO, take_row, f, err);
	xlsx_close(w);
	return result;
}

int
answers_read(struct answers_file *f, struct import_job *job, struct input *in,
	const struct progress *progress, struct error *err)
{
	f->progress = progress;
	if (in ? csv_read(in, 0, &limits, take_row, f, progress, err) : read_workbook(f, job, err))
		return -1;
	if (f->row_count == 0)
		return error_set(err, ERROR_INPUT,
			_("%s: there are no rows with answers below the line of headings."),
			job->file.name);
	return 0;
}
