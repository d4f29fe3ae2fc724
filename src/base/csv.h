/* SPDX-License-Identifier: GPL-3.0-or-later */
/* CSV through libcsv, with what it lacks: separator, line numbers, limits, a way to stop. */
#ifndef BASE_CSV_H
#define BASE_CSV_H

#include "base/error.h"
#include "base/input.h"
#include "base/progress.h"

#include <stdbool.h>
#include <stddef.h>

struct csv_field {
	const char *text;  /* ends with NUL; valid during the callback only */
	size_t length;
};

/* One row. line: 1-based line of the file where it starts. 0 = go on, -1 = stop (*err set). */
typedef int csv_row(void *context, long line, const struct csv_field *fields, int count,
	struct error *err);

struct csv_limits {
	size_t field;  /* bytes; 0 = 64 kB */
	size_t row;    /* bytes; 0 = 1 MB */
	int columns;   /* 0 = 1000 */
};

/* Reads all rows. separator 0 = found from the first line (; , or TAB). A trailing separator
 * on every line gives one empty last field: the reader keeps it. Errors name the line. */
int csv_read(struct input *in, char separator, const struct csv_limits *limits, csv_row *row,
	void *context, const struct progress *progress, struct error *err);

#endif
