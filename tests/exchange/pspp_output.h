/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What PSPP printed as CSV, found again behind a line that was echoed before it. */
#ifndef TESTS_EXCHANGE_PSPP_OUTPUT_H
#define TESTS_EXCHANGE_PSPP_OUTPUT_H

#include <stdbool.h>

enum { PSPP_CELL = 200 };

bool pspp_read(const char *path);
/* First line of the table with that title behind the mark, its headings passed; -1 = none. The
 * search for marks goes on where the last one was found: they are asked for in their order. */
int pspp_mark(const char *mark);
int pspp_table(int mark, const char *title);
/* The line of the table whose cell is this number; -1 = none. */
int pspp_line(int table, int column, double number);
bool pspp_ends(int line); /* the table ends here */
bool pspp_is_value(int line, int column);
double pspp_number(int line, int column);
const char *pspp_text(int line);
/* Whether a figure of ours is what is printed there, to the last printed digit; counts. */
bool pspp_same(int line, int column, double ours);
long pspp_compared(void);

#endif
