/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Breaking text into lines of a width, at spaces where there are some. */
#ifndef TUI_WRAP_H
#define TUI_WRAP_H

#include <stddef.h>

/* Bytes of the first line of text in at most columns columns; *next: offset where the
 * following line starts (0 = this was the last). columns <= 0: only at newlines. */
size_t wrap_line(const char *text, int columns, size_t *next);
/* How many lines the text makes, and in *widest (may be NULL) the columns of the longest. */
int wrap_count(const char *text, int columns, int *widest);

#endif
