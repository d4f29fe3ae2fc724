/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Columns of a CSV file by their names, for the kinds with a fixed list of columns. */
#ifndef EXCHANGE_HEADER_H
#define EXCHANGE_HEADER_H

#include "base/csv.h"

#include <stdbool.h>

#define HEADER_COLUMNS 72

struct header_column {
	/* the first one as files write it, for messages */
	const char *names[4];
	bool required;
};

struct header {
	const struct header_column *columns;
	int count;
	int place[HEADER_COLUMNS]; /* where each column stands in the file, -1 = nowhere */
	int width;                 /* columns of the file, a trailing empty one not counted */
};

/* Whether text is the column's name, whatever its case, Polish signs and underscores. */
bool header_is(const struct header_column *column, const char *text, size_t length);
/* Whether the first line of head names every required column. */
int header_recognise(const struct header_column *columns, int count, const char *head);
/* Takes the header line. Refuses a column it does not know (unless lenient), one that stands
 * twice, and one that is wanting. */
int header_take(struct header *h, const struct header_column *columns, int count, long line,
	const struct csv_field *fields, int field_count, bool lenient, struct error *err);
/* The column that the line lacks, and *at: the field that stands in its place and names no column,
 * so that its heading was changed. places: of each column in the file as it went out, -1 = not in
 * it. Columns that are not required are told where most stand in their places: such a file went
 * out. Returns the name as the other headings are written; NULL = there is no such one. */
const char *header_changed(const struct header_column *columns, int count, const int *places,
	const struct csv_field *fields, int field_count, int *at);
/* Refuses a row with too few or too many fields. */
int header_check_row(const struct header *h, long line, const struct csv_field *fields, int count,
	struct error *err);
/* The text of a column in a row; "" when the file lacks the column. */
const char *header_cell(const struct header *h, const struct csv_field *fields, int column);
int header_column(const struct header *h, int column); /* 1-based in the file, 0 = nowhere */
/* Refuses control, bidi and invisible characters. */
int header_check_text(const char *text, long line, int column, struct error *err);

#endif
