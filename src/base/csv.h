/* SPDX-License-Identifier: GPL-3.0-or-later */
/* CSV through libcsv, with what it lacks: separator, line numbers, limits, a way to stop.
 *
 * Empty lines are passed over (and counted), spaces and tabs around an unquoted field are
 * not part of it, a trailing separator gives one empty last field. Lines end with LF or
 * CR LF; a lone CR is refused. Every error names line and column. */
#ifndef BASE_CSV_H
#define BASE_CSV_H

#include "base/error.h"
#include "base/input.h"
#include "base/progress.h"

#include <stdbool.h>
#include <stddef.h>

struct csv_field {
	const char *text; /* ends with NUL; valid during the callback only */
	size_t length;
	bool words;   /* of a workbook: the cell holds text, whatever that looks like */
	bool percent; /* of a workbook: a number that is shown as per cent, 0.12 as 12% */
};

/* One row. line: 1-based line of the file where it starts. 0 = go on, -1 = stop (*err set). */
typedef int csv_row(
	void *context, long line, const struct csv_field *fields, int count, struct error *err);

struct csv_limits {
	size_t field; /* bytes; 0 = 64 kB */
	size_t row;   /* bytes; 0 = 1 MB */
	int columns;  /* 0 = 1000 */
};

/* Reads all rows. separator 0 = the most frequent of ; , and TAB outside quotes in the
 * first line that is not empty. */
int csv_read(struct input *in, char separator, const struct csv_limits *limits, csv_row *row,
	void *context, const struct progress *progress, struct error *err);

/* The same without gathering rows, for large files (measured a tenth faster): each field as
 * libcsv has it, in order, then the end of the row. Both return 0 or -1 (*err set). */
struct csv_events {
	/* column: 0-based. text ends with NUL; valid during the call only. */
	int (*field)(void *context, int column, const char *text, size_t length, struct error *err);
	int (*row)(void *context, long line, int count, struct error *err);
};

int csv_read_fields(struct input *in, char separator, const struct csv_limits *limits,
	const struct csv_events *events, void *context, const struct progress *progress,
	struct error *err);

#endif
