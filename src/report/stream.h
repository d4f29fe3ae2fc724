/* SPDX-License-Identifier: GPL-3.0-or-later */
/* CSV written cell by cell, for results too large for a table. */
#ifndef REPORT_STREAM_H
#define REPORT_STREAM_H

#include "base/output.h"
#include "report/table.h"

struct report_stream {
	struct output *out;
	bool polish; /* the dialect of a Polish spreadsheet */
	int column;  /* cells of the row so far */
	bool filled; /* some of them holds something */
};

/* format: REPORT_FORMAT_CSV or REPORT_FORMAT_CSV_POLISH. Failures stay in out. */
void report_stream_start(struct report_stream *s, struct output *out, enum report_format format);
/* name for the neutral form, heading for the Polish one; then report_stream_end_row. */
void report_stream_heading(struct report_stream *s, const char *name, const char *heading);
/* The Polish form guards a text that a spreadsheet would take for a formula by a leading
 * apostrophe; a text that has apostrophes before such a sign gets one more, so that taking
 * one away gives the text back. */
void report_stream_text(struct report_stream *s, const char *text);
/* NaN = empty; decimals < 0: those that it has, of at most 15 digits. */
void report_stream_number(struct report_stream *s, double value, int decimals);
void report_stream_whole(struct report_stream *s, long long value);
void report_stream_empty(struct report_stream *s);
void report_stream_end_row(struct report_stream *s);

#endif
