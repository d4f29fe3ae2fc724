/* SPDX-License-Identifier: GPL-3.0-or-later */
/* CSV through libcsv, with what it lacks: separator, line numbers, limits, a way to stop. */
#include "config.h"

#include "base/csv.h"

#include "base/i18n.h"
#include "base/memory.h"

#include <csv.h>
#include <stdlib.h>
#include <string.h>

#define BUFFER (64 * 1024) /* stays in the cache while it is hashed, checked and parsed */

struct reader {
	struct csv_parser parser;
	struct input *in;
	struct csv_limits limits;
	struct csv_events events;
	void *context;
	struct error *err;
	long line;       /* being parsed */
	long row_line;   /* where the current row starts */
	size_t row_size; /* bytes of the current row, quotes and separators included */
	int column;      /* fields of the current row so far */
	int room;        /* fields that it may have: 0 behind a CR, where only LF may follow */
	bool stopped;
};

static void
stop(struct reader *r)
{
	r->stopped = true;
	r->room = 0;
}

static void
stop_at(struct reader *r, const char *text)
{
	error_at(r->err, ERROR_INPUT, r->row_line, r->column + 1, _("%s, line %ld, column %d: %s"),
		input_name(r->in), r->row_line, r->column + 1, text);
	stop(r);
}

/* Says why a field is not taken. */
static void
refuse_field(struct reader *r)
{
	if (r->stopped)
		return;
	if (r->room == 0)
		stop_at(r, _("a line ends with a lone carriage return. "
			     "Save the file again as CSV for Windows or Linux."));
	else if (r->column == r->room)
		stop_at(r, _("the line has too many columns. "
			     "Is this the right file, and the right separator?"));
	else
		stop_at(r, _("the field is too long. Is a quotation mark missing?"));
}

static void
take_field(void *text, size_t length, void *reader)
{
	struct reader *r = reader;

	if (r->column >= r->room || length > r->limits.field)
		refuse_field(r);
	else if (r->events.field(r->context, r->column++, text, length, r->err) != 0)
		stop(r);
}

/* terminator: the character that ended the row, -1 for the end of the file. */
static void
take_row(int terminator, void *reader)
{
	struct reader *r = reader;

	if (r->stopped)
		return;
	r->room = terminator == '\r' ? 0 : r->limits.columns;
	if (r->events.row(r->context, r->row_line, r->column, r->err) != 0)
		stop(r);
	r->column = 0;
}

static void
wrong_quote(struct reader *r)
{
	stop_at(r, _("a quotation mark stands where none may be. "
		     "Inside a quoted field it is written twice."));
}

/* A line, or the part of it that the buffer holds. */
static int
parse_piece(struct reader *r, const char *piece, size_t size)
{
	if (r->row_size == 0)
		r->row_line = r->line;
	r->row_size += size;
	if (r->row_size > r->limits.row)
		stop_at(r, r->parser.quoted ? _("a quotation mark opens here and is not closed "
						"within the longest line allowed.")
					    : _("the line is too long for a data file."));
	else if (csv_parse(&r->parser, piece, size, take_field, take_row, r) != size && !r->stopped)
		wrong_quote(r);
	if (r->stopped)
		return -1;
	if (piece[size - 1] == '\n') {
		r->line++;
		if (!r->parser.quoted) { /* the row has ended, or the line is empty */
			r->room = r->limits.columns;
			r->row_size = 0;
		}
	}
	return 0;
}

/* Line by line costs libcsv nothing and makes line numbers and stopping exact. */
static int
parse_buffer(struct reader *r, const char *buffer, size_t size)
{
	const char *p = buffer, *end = buffer + size;

	while (p < end) {
		const char *newline = memchr(p, '\n', (size_t)(end - p));
		const char *next = newline ? newline + 1 : end;

		if (parse_piece(r, p, (size_t)(next - p)) != 0)
			return -1;
		p = next;
	}
	return 0;
}

static char
find_separator(const char *text, size_t length)
{
	static const char known[] = { ';', ',', '\t' };
	int count[3] = { 0 }, best = 0;
	bool quoted = false, any = false;

	for (size_t i = 0; i < length; i++) {
		if (text[i] == '"')
			quoted = !quoted;
		if (!quoted && any && (text[i] == '\n' || text[i] == '\r'))
			break;
		any = any || (text[i] != '\n' && text[i] != '\r');
		for (int k = 0; k < 3 && !quoted; k++)
			count[k] += text[i] == known[k];
	}
	for (int k = 1; k < 3; k++)
		if (count[k] > count[best])
			best = k;
	return known[best];
}

static int
finish(struct reader *r)
{
	if (csv_fini(&r->parser, take_field, take_row, r) != 0)
		stop_at(r, _("the file ends inside a quoted field. "
			     "It was cut off, or a quotation mark is missing."));
	return r->stopped ? -1 : 0;
}

static int
read_all(struct reader *r, char separator, const struct progress *progress)
{
	char *buffer = memory_new(BUFFER);
	double size = (double)input_size(r->in);
	int result = 0;
	long got;

	while (result == 0 && (got = input_read(r->in, buffer, BUFFER, r->err)) != 0) {
		if (!separator && got > 0) {
			separator = find_separator(buffer, (size_t)got);
			csv_set_delim(&r->parser, (unsigned char)separator);
		}
		if (got < 0)
			result = -1;
		else if (progress_step(
				 progress, (double)input_done(r->in) / size, _("Reading the file")))
			result = error_set(r->err, ERROR_CANCEL, _("Reading was cancelled."));
		else
			result = parse_buffer(r, buffer, (size_t)got);
	}
	free(buffer);
	return result == 0 ? finish(r) : -1;
}

int
csv_read_fields(struct input *in, char separator, const struct csv_limits *limits,
	const struct csv_events *events, void *context, const struct progress *progress,
	struct error *err)
{
	struct error own = { 0 };
	struct reader r = { .in = in, .events = *events, .context = context, .line = 1 };
	int result;

	r.err = err ? err : &own;
	r.limits.field = limits && limits->field ? limits->field : 64 * 1024;
	r.limits.row = limits && limits->row ? limits->row : 1024 * 1024;
	r.limits.columns = limits && limits->columns ? limits->columns : 1000;
	r.room = r.limits.columns;
	csv_init(&r.parser, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL);
	csv_set_blk_size(&r.parser, 4096);
	if (separator)
		csv_set_delim(&r.parser, (unsigned char)separator);
	result = read_all(&r, separator, progress);
	csv_free(&r.parser);
	return result;
}

/* Rows gathered for csv_read: the texts stand one after another, by offset until the row is
 * whole because the block may move. */
struct gather {
	csv_row *row;
	void *context;
	char *texts;
	size_t used, texts_capacity;
	struct csv_field *fields;
	size_t fields_capacity;
};

static int
gather_field(void *context, int column, const char *text, size_t length, struct error *err)
{
	struct gather *g = context;

	(void)err;
	if (g->used + length + 1 > g->texts_capacity)
		g->texts = memory_grow(g->texts, &g->texts_capacity, g->used + length + 1, 1);
	if ((size_t)column == g->fields_capacity)
		g->fields = memory_grow(
			g->fields, &g->fields_capacity, (size_t)column + 1, sizeof *g->fields);
	memcpy(g->texts + g->used, text, length + 1);
	g->fields[column].length = length;
	g->fields[column].words = g->fields[column].percent = false;
	g->used += length + 1;
	return 0;
}

static int
gather_row(void *context, long line, int count, struct error *err)
{
	struct gather *g = context;
	const char *text = g->texts;

	for (int i = 0; i < count; i++) {
		g->fields[i].text = text;
		text += g->fields[i].length + 1;
	}
	g->used = 0;
	return g->row(g->context, line, g->fields, count, err);
}

int
csv_read(struct input *in, char separator, const struct csv_limits *limits, csv_row *row,
	void *context, const struct progress *progress, struct error *err)
{
	static const struct csv_events events = { gather_field, gather_row };
	struct gather g = { .row = row, .context = context };
	int result = csv_read_fields(in, separator, limits, &events, &g, progress, err);

	free(g.texts);
	free(g.fields);
	return result;
}
