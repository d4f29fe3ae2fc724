/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One cell of a CSV file that gromada writes. */
#ifndef BASE_CSV_WRITE_H
#define BASE_CSV_WRITE_H

#include "base/output.h"

/* In quotes where it must be; separator before all cells but the first of a row. */
void csv_cell(struct output *out, char separator, bool first, const char *text);
/* The same for a spreadsheet: what it would take for a formula begins with an apostrophe. */
void csv_cell_guarded(struct output *out, char separator, bool first, const char *text);

#endif
