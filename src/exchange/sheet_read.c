/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A data sheet from a workbook into memory (CSV: sheet_csv.c): whose it is, what it held when it
 * was made, and what each line says now. Whatever is odd is told by the address of its cell. */
#include "config.h"

#include "exchange/sheet_parts.h"

#include "base/csv.h"
#include "base/i18n.h"
#include "base/text.h"
#include "exchange/workbook.h"
#include "model/sheets/sheet_layout.h"

#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_LINES = 500, LONGEST = 4000 };

const char *
sheet_clean(struct arena *arena, const char *text)
{
	size_t length = strlen(text);
	char *out;

	length = length > LONGEST ? LONGEST : length;
	out = arena_new(arena, 3 * length + 1);
	text_clean(out, 3 * length + 1, text);
	out += strspn(out, " ");
	for (length = strlen(out); length > 0 && out[length - 1] == ' ';)
		out[--length] = '\0';
	return out;
}

/* The sign that Polish CSV puts before what a spreadsheet would take for a formula goes. */
const char *
sheet_field(struct sheet_in *s, const char *text)
{
	if (!s->workbook && text[0] == '\'' && text[1] && strchr("=+-@'", text[1]))
		text++;
	return sheet_clean(&s->arena, text);
}

void
sheet_take_text(struct sheet_in *s, struct sheet_text *t, const char *text, int column, long row)
{
	t->text = sheet_field(s, text);
	sheet_cell(t->cell, column, row);
}

/* Spreadsheets write rows that were touched and left empty as separators alone. */
bool
sheet_blank(struct sheet_in *s, const struct csv_field *fields, int count)
{
	for (int i = 0; i < count; i++)
		if (sheet_field(s, fields[i].text)[0])
			return false;
	return true;
}

struct sheet_line *
sheet_add_line(struct sheet_in *s, long row, struct error *err)
{
	if (s->line_count == MOST_LINES) {
		error_at(err, ERROR_INPUT, row, 0,
			_("The file has more than %d lines; this is no data sheet."), MOST_LINES);
		return NULL;
	}
	s->lines = arena_grow(&s->arena, s->lines, (size_t)s->line_count, &s->line_room,
		sizeof(*s->lines));
	s->lines[s->line_count] = (struct sheet_line){ .row = row };
	return &s->lines[s->line_count++];
}

/* Whether some line has a code: others are told, but nothing can be taken from them. */
bool
sheet_any_line(const struct sheet_in *s)
{
	for (int i = 0; i < s->line_count; i++)
		if (!s->lines[i].stray.text && s->lines[i].code.text[0])
			return true;
	return false;
}

/* ---- workbook: the hidden sheet ---- */

struct hidden {
	struct sheet_in *s;
	const char *heads[SHEET_FILE_COLUMNS];
	int head_count;
	const char *title, *whose; /* rows 1 and 2; NULL = not said: older files */
	bool format;
};

static const char *
cell_at(const struct csv_field *fields, int count, int column)
{
	return column < count ? fields[column].text : "";
}

static int
take_sent(struct sheet_in *s, const struct csv_field *fields, int count, struct error *err)
{
	struct error ignored = { .code = ERROR_NONE };
	struct sheet_sent *x;
	const char *value = cell_at(fields, count, 2);

	if (s->sent_count == MOST_LINES)
		return error_set(err, ERROR_INPUT,
			_("The file has more than %d lines; this is no data sheet."), MOST_LINES);
	s->sent = arena_grow(&s->arena, s->sent, (size_t)s->sent_count, &s->sent_room,
		sizeof(*s->sent));
	x = &s->sent[s->sent_count++];
	*x = (struct sheet_sent){ .code = sheet_field(s, cell_at(fields, count, 1)),
		.remark = sheet_field(s, cell_at(fields, count, 3)),
		.source = sheet_field(s, cell_at(fields, count, 4)),
		.nothing = !value[0] };
	own_figure_parse(value, &x->value, x->missing, &ignored);
	return 0;
}

static int
take_hidden(void *context, long line, const struct csv_field *fields, int count, struct error *err)
{
	struct hidden *h = context;
	struct sheet_in *s = h->s;
	const char *key = cell_at(fields, count, 0), *value = cell_at(fields, count, 1);
	const struct {
		const char *key;
		struct sheet_text *to;
	} pairs[] = { { "group", &s->group }, { "unit", &s->unit }, { "year", &s->year },
		{ "version", &s->version } };

	if (!strcmp(key, "format"))
		h->format = !strcmp(value, "1");
	if (!strcmp(key, "office")) {
		s->office = sheet_field(s, value);
		s->office_name = sheet_field(s, cell_at(fields, count, 2));
	}
	if (!strcmp(key, "title"))
		h->title = sheet_field(s, value);
	if (!strcmp(key, "whose"))
		h->whose = sheet_field(s, value);
	if (!strcmp(key, "line"))
		return take_sent(s, fields, count, err);
	if (!strcmp(key, "heads"))
		for (; h->head_count < SHEET_FILE_COLUMNS &&
			cell_at(fields, count, h->head_count + 1)[0];
			h->head_count++)
			h->heads[h->head_count] =
				sheet_field(s, cell_at(fields, count, h->head_count + 1));
	for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++)
		if (!strcmp(key, pairs[i].key)) {
			sheet_take_text(s, pairs[i].to, value, 1, line);
			text_copy(pairs[i].to->cell, SHEET_CELL_SIZE, "");
		}
	return 0;
}

/* ---- workbook: the sheet that people see ---- */

struct seen {
	struct sheet_in *s;
	const struct hidden *h;
	bool heads, unit;
};

static int
check_heads(const struct seen *x, long line, const struct csv_field *fields, int count,
	struct error *err)
{
	char cell[SHEET_CELL_SIZE];

	for (int i = 0; i < x->h->head_count; i++) {
		const char *there = sheet_field(x->s, cell_at(fields, count, i));

		if (strcmp(there, x->h->heads[i]))
			return error_at(err, ERROR_INPUT, line, i + 1,
				_("%s: the heading is “%.60s” where the sheet went out with "
				  "“%.60s”. Put it back, or export the sheet again."),
				sheet_cell(cell, i, line), there, x->h->heads[i]);
	}
	return 0;
}

/* Where the sheet that people see was copied from that of another group or year, the hidden one
 * would say the wrong thing. */
static int
check_title(const struct seen *x, const struct csv_field *fields, int count, struct error *err)
{
	const char *there = sheet_field(x->s, cell_at(fields, count, 0));

	if (!x->h->title || !strcmp(there, x->h->title))
		return 0;
	return error_at(err, ERROR_INPUT, 1, 1,
		_("A1: the title is “%.150s” where the sheet went out as “%.150s”. This may be the "
		  "sheet of another group or year; export it again and fill that file in."),
		there, x->h->title);
}

/* Who overwrites the unit that people see means another one than the hidden sheet says. */
static int
check_whose(struct seen *x, const struct csv_field *fields, int count, struct error *err)
{
	const char *there = sheet_field(x->s, cell_at(fields, count, 0));

	x->unit = true;
	if (!x->h->whose || !strcmp(there, x->h->whose))
		return 0;
	return error_at(err, ERROR_INPUT, 2, 1,
		_("A2: the unit is “%.80s” where the sheet went out as “%.80s”. Put it back, or "
		  "export the sheet of the other unit and fill that file in."),
		there, x->h->whose);
}

/* A row below or between the lines: nothing of it is taken, and that is said. Its number, in the
 * first column, is told only where nothing else stands there. */
int
sheet_take_stray(struct sheet_in *s, const struct csv_field *fields, int count, long line,
	struct error *err)
{
	struct sheet_line *l = sheet_add_line(s, line, err);

	if (!l)
		return -1;
	sheet_take_text(s, &l->stray, fields[0].text, 0, line);
	for (int i = 1; i < count; i++)
		if (sheet_field(s, fields[i].text)[0]) {
			sheet_take_text(s, &l->stray, fields[i].text, i, line);
			break;
		}
	return 0;
}

static void
take_texts(struct sheet_in *s, struct sheet_line *l, long line, const struct csv_field *fields,
	int count)
{
	const struct {
		enum sheet_file_column column;
		struct sheet_text *text;
	} texts[] = { { SHEET_FILE_CODE, &l->code }, { SHEET_FILE_NAME, &l->name },
		{ SHEET_FILE_MEASURE, &l->measure }, { SHEET_FILE_DEFINITION, &l->definition },
		{ SHEET_FILE_VALUE, &l->value }, { SHEET_FILE_REMARK, &l->remark },
		{ SHEET_FILE_SOURCE, &l->source } };

	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		sheet_take_text(s, texts[i].text, cell_at(fields, count, texts[i].column),
			texts[i].column, line);
	if (SHEET_FILE_VALUE < count) {
		l->value.words = fields[SHEET_FILE_VALUE].words;
		l->value.percent = fields[SHEET_FILE_VALUE].percent;
	}
}

static int
take_seen(void *context, long line, const struct csv_field *fields, int count, struct error *err)
{
	struct seen *x = context;
	struct sheet_line *l;
	char cell[SHEET_CELL_SIZE];

	if (line == 1)
		return check_title(x, fields, count, err);
	if (line == 2)
		return check_whose(x, fields, count, err);
	if (line < SHEET_FILE_HEAD_ROW)
		return 0;
	if (!x->unit && check_whose(x, NULL, 0, err) < 0)
		return -1;
	if (line == SHEET_FILE_HEAD_ROW) {
		x->heads = true;
		return check_heads(x, line, fields, count, err);
	}
	if (!x->heads)
		return error_at(err, ERROR_INPUT, SHEET_FILE_HEAD_ROW, 1,
			_("%s: the row of headings is gone. Put it back, or export the sheet "
			  "again."),
			sheet_cell(cell, 0, SHEET_FILE_HEAD_ROW));
	if (sheet_blank(x->s, fields, count))
		return 0;
	if (!sheet_field(x->s, cell_at(fields, count, SHEET_FILE_CODE))[0] &&
		!sheet_field(x->s, cell_at(fields, count, SHEET_FILE_VALUE))[0])
		return sheet_take_stray(x->s, fields, count, line, err);
	l = sheet_add_line(x->s, line, err);
	if (!l)
		return -1;
	take_texts(x->s, l, line, fields, count);
	return 0;
}

static int
read_sheets(struct sheet_in *s, struct xlsx *w, struct error *err)
{
	struct hidden h = { .s = s };
	struct seen seen = { .s = s, .h = &h };
	int hidden = xlsx_find(w, SHEET_FILE_HIDDEN), first;

	if (hidden < 0)
		return error_set(err, ERROR_INPUT,
			_("This workbook is no data sheet of gromada: its sheet “%s” is missing. "
			  "Export the sheet again and fill that file in."),
			SHEET_FILE_HIDDEN);
	if (xlsx_read(w, hidden, XLSX_SERIAL, take_hidden, &h, err) < 0)
		return -1;
	if (!h.format || h.head_count < SHEET_FILE_SOURCE)
		return error_set(err, ERROR_INPUT,
			_("This data sheet was made by a newer gromada, or its sheet “%s” was "
			  "changed. Export the sheet again."),
			SHEET_FILE_HIDDEN);
	s->has_version = true;
	s->has_source = h.head_count > SHEET_FILE_SOURCE;
	for (first = 0; first == hidden;)
		first++;
	if (first >= xlsx_sheets(w))
		return error_set(err, ERROR_INPUT, _("The workbook has no sheet to read."));
	return xlsx_read(w, first, XLSX_ISO, take_seen, &seen, err);
}

int
sheet_read(struct sheet_in *s, struct import_job *job, struct input *in,
	const struct progress *progress, struct error *err)
{
	struct xlsx *w;
	int result;

	s->group.text = s->unit.text = s->year.text = s->version.text = "";
	if (in) {
		result = sheet_read_csv(s, in, progress, err);
	} else {
		s->workbook = true;
		if (xlsx_open(&w, job->path, err) < 0)
			return -1;
		result = read_sheets(s, w, err);
		xlsx_close(w);
	}
	if (result == 0 && !sheet_any_line(s))
		return error_set(err, ERROR_INPUT, _("The file has headings but no lines."));
	return result;
}
