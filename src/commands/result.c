/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two ways out: CSV as a stream, everything else as a table that must be whole first. */
#include "config.h"

#include "commands/result.h"

#include "base/i18n.h"
#include "base/memory.h"
#include "base/number.h"
#include "base/output.h"
#include "report/stream.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

struct result {
	struct output *out;
	enum report_format format;
	const struct result_column *columns;
	int count, filled; /* columns, and cells of the present row */
	bool streaming;
	struct report_stream stream;
	struct report_table table;
	struct document *document; /* in place of the table; NULL = none */
	struct arena arena;
};

const struct result_column result_pairs[2] = { { "field", N_("field"), REPORT_TEXT },
	{ "value", N_("value"), REPORT_TEXT } };

/* The form, from --format, else from the name of the file, else neutral CSV. */
static int
find_format(const struct run *run, enum report_format *format, struct error *err)
{
	const char *name = run_option(run, OPTION_FORMAT), *path = run_option(run, OPTION_OUTPUT);
	int of_path = path ? report_format_of_path(path) : -1;
	int found = name ? report_format_from_name(name) : path ? of_path : REPORT_FORMAT_CSV;

	if (found < 0)
		return error_set(err, ERROR_INPUT,
			_("The name %s does not say the form of the file; end it with .csv, .xlsx, "
			  ".html, .docx, .pdf or .txt, or add --format."),
			path);
	if (of_path == REPORT_FORMAT_XLSX && found != REPORT_FORMAT_XLSX)
		return error_set(err, ERROR_INPUT,
			_("%s would not be a workbook; leave --format %s out."), path, name);
	if (of_path == REPORT_FORMAT_DOCX && found != REPORT_FORMAT_DOCX)
		return error_set(err, ERROR_INPUT,
			_("%s would not be a Word document; leave --format %s out."), path, name);
	if (of_path == REPORT_FORMAT_PDF && found != REPORT_FORMAT_PDF)
		return error_set(err, ERROR_INPUT,
			_("%s would not be a PDF; leave --format %s out."), path, name);
	*format = (enum report_format)found;
	return 0;
}

static void
start_columns(struct result *r)
{
	for (int i = 0; i < r->count; i++) {
		const struct result_column *c = &r->columns[i];

		if (r->streaming)
			report_stream_heading(&r->stream, c->name, _(c->heading));
		else
			report_table_column(&r->table, c->name, _(c->heading), c->kind, -1);
	}
	if (r->streaming)
		report_stream_end_row(&r->stream);
}

int
result_start(struct result **out, struct run *run, const char *title,
	const struct result_column *columns, int count, struct error *err)
{
	const char *path = run_option(run, OPTION_OUTPUT);
	enum report_format format = REPORT_FORMAT_CSV;
	struct result *r;

	*out = NULL;
	if (find_format(run, &format, err))
		return -1;
	r = memory_new(sizeof(*r));
	if (run_output(run, path, &r->out, err)) {
		free(r);
		return -1;
	}
	r->format = format;
	r->columns = columns;
	r->count = count;
	r->streaming = format == REPORT_FORMAT_CSV || format == REPORT_FORMAT_CSV_POLISH;
	if (r->streaming)
		report_stream_start(&r->stream, r->out, format);
	else
		report_table_start(&r->table, &r->arena, title);
	if (run->settings)
		r->table.fonts = settings_text(run->settings, SETTING_FONTS);
	start_columns(r);
	*out = r;
	return 0;
}

void
result_line(struct result *r, const char *text)
{
	if (!r->streaming)
		report_table_line(&r->table, text);
}

static void
before_cell(struct result *r)
{
	if (r->filled == 0 && !r->streaming)
		report_table_row(&r->table);
}

static void
after_cell(struct result *r)
{
	if (++r->filled < r->count)
		return;
	r->filled = 0;
	if (r->streaming)
		report_stream_end_row(&r->stream);
}

void
result_text(struct result *r, const char *text)
{
	before_cell(r);
	if (r->streaming)
		report_stream_text(&r->stream, text ? text : "");
	else
		report_cell_text(&r->table, text ? text : "");
	after_cell(r);
}

void
result_words(struct result *r, const char *code, const char *words)
{
	result_text(r, r->streaming ? code : words);
}

void
result_yes(struct result *r, bool yes)
{
	result_words(r, yes ? "yes" : "no", yes ? _("yes") : _("no"));
}

void
result_places(struct result *r, int column, int decimals)
{
	if (!r->streaming)
		r->table.columns[column].decimals = decimals;
}

void
result_rounded(struct result *r, double value, int decimals)
{
	if (r->streaming) {
		result_number(r, value);
		return;
	}
	before_cell(r);
	report_cell_decimals(&r->table, value, decimals);
	after_cell(r);
}

enum { COMPUTED_DIGITS = 12 }; /* 0.1 + 0.2 is 0.3 to whoever reads it */

void
result_computed(struct result *r, double value, int decimals)
{
	result_rounded(r, number_round(value, COMPUTED_DIGITS), decimals);
}

void
result_sum(struct result *r, double value)
{
	result_number(r, number_round(value, COMPUTED_DIGITS));
}

void
result_number(struct result *r, double value)
{
	before_cell(r);
	if (r->streaming)
		report_stream_number(&r->stream, value, -1);
	else
		report_cell_number(&r->table, value);
	after_cell(r);
}

void
result_whole(struct result *r, long long value)
{
	char digits[32];

	if (r->columns[r->filled].kind != REPORT_NUMBER) {
		snprintf(digits, sizeof(digits), "%lld", value);
		result_text(r, digits);
		return;
	}
	before_cell(r);
	if (r->streaming)
		report_stream_whole(&r->stream, value);
	else
		report_cell_number(&r->table, (double)value);
	after_cell(r);
}

void
result_year(struct result *r, int year)
{
	year ? result_whole(r, year) : result_none(r);
}

void
result_none(struct result *r)
{
	before_cell(r);
	if (r->streaming)
		report_stream_empty(&r->stream);
	else
		report_cell_empty(&r->table);
	after_cell(r);
}

struct report_table *
result_table(struct result *r, struct arena **arena)
{
	*arena = &r->arena;
	return r->streaming ? NULL : &r->table;
}

struct document *
result_document(struct result *r, struct arena **arena)
{
	*arena = &r->arena;
	if (!r->streaming)
		r->document = arena_new(&r->arena, sizeof(*r->document));
	return r->document;
}

void
result_abandon(struct result *r)
{
	if (!r)
		return;
	output_abort(r->out);
	arena_release(&r->arena);
	free(r);
}

static int
write_out(struct result *r, struct error *err)
{
	if (r->streaming)
		return 0;
	if (!r->document)
		return report_write(&r->table, r->format, r->out, err);
	r->document->fonts = r->table.fonts;
	return document_write(r->document, r->format, r->out, err);
}

int
result_end(struct result *r, struct error *err)
{
	int result;

	if (write_out(r, err)) {
		result_abandon(r);
		return -1;
	}
	result = output_commit(r->out, err);
	arena_release(&r->arena);
	free(r);
	return result;
}

void
result_pair(struct result *r, const char *name, const char *value)
{
	result_text(r, name);
	result_text(r, value);
}
