/* SPDX-License-Identifier: GPL-3.0-or-later */
/* CSV written cell by cell, for results too large for a table. */
#include "config.h"

#include "report/stream.h"

#include "base/csv_write.h"
#include "base/number.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#define QUICK_DECIMALS 6
#define QUICK_LIMIT 1e12 /* of the scaled number: its error is far below a tenth */
#define BOM "\357\273\277"

void
report_stream_start(struct report_stream *s, struct output *out, enum report_format format)
{
	*s = (struct report_stream){ .out = out, .polish = format == REPORT_FORMAT_CSV_POLISH };
	if (s->polish)
		output_puts(out, BOM);
}

static void
next_cell(struct report_stream *s)
{
	if (s->column++ > 0)
		output_puts(s->out, s->polish ? ";" : ",");
}

void
report_stream_text(struct report_stream *s, const char *text)
{
	bool first = s->column++ == 0;

	s->filled = s->filled || *text;
	if (s->polish)
		csv_cell_guarded(s->out, ';', first, text);
	else
		csv_cell(s->out, ',', first, text);
}

void
report_stream_heading(struct report_stream *s, const char *name, const char *heading)
{
	report_stream_text(s, s->polish ? heading : name);
}

/* Most numbers are no close call in rounding: digits of a whole number will do, six times as
 * fast as the general way, which millions of cells can feel. */
static bool
write_quickly(char text[64], double value, int decimals, char point)
{
	double scaled, whole;
	long long rest;
	char *end = text + 40, *p = end;

	if (decimals < 0 || decimals > QUICK_DECIMALS)
		return false;
	scaled = fabs(value) * number_power10(decimals);
	whole = round(scaled);
	if (!(scaled < QUICK_LIMIT) || fabs(scaled - whole) > 0.4)
		return false;
	*p = '\0';
	rest = (long long)whole;
	for (int i = 0; rest > 0 || i <= decimals; i++) {
		if (i == decimals && decimals > 0)
			*--p = point;
		*--p = (char)('0' + rest % 10);
		rest /= 10;
	}
	if (value < 0 && whole > 0)
		*--p = '-';
	memmove(text, p, (size_t)(end - p) + 1);
	return true;
}

void
report_stream_number(struct report_stream *s, double value, int decimals)
{
	char text[64];

	next_cell(s);
	value = decimals < 0 ? number_round(value, DECIMAL_DIGITS) : value;
	if (!write_quickly(text, value, decimals, s->polish ? ',' : '.')) {
		if (s->polish)
			number_comma(text, sizeof text, value, decimals);
		else
			number_plain(text, sizeof text, value, decimals);
	}
	s->filled = s->filled || *text;
	output_puts(s->out, text);
}

void
report_stream_whole(struct report_stream *s, long long value)
{
	char text[32];

	next_cell(s);
	s->filled = true;
	snprintf(text, sizeof text, "%lld", value);
	output_puts(s->out, text);
}

void
report_stream_empty(struct report_stream *s)
{
	next_cell(s);
}

void
report_stream_end_row(struct report_stream *s)
{
	/* A line with nothing in it would be no row for whoever reads it. */
	if (s->column == 1 && !s->filled)
		output_puts(s->out, "\"\"");
	output_puts(s->out, s->polish ? "\r\n" : "\n");
	s->column = 0;
	s->filled = false;
}
