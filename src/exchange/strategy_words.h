/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a strategy's file says, in words for people: its rows, columns, cells and places. */
#ifndef EXCHANGE_STRATEGY_WORDS_H
#define EXCHANGE_STRATEGY_WORDS_H

#include "exchange/strategy_parts.h"

/* "indicator 3", "money of task 2, 2026, own funds", "risk 4", translated. Returns dst. */
char *strategy_row_label(const struct read_row *row, char *dst, size_t size);
/* What the column holds in such a row, translated: "target", "first year". */
const char *strategy_column_label(const struct read_row *row, enum strategy_column column);
/* A cell as people write it, in the arena: states and kinds in words, numbers and days in the
 * reader's way, "–" of nothing; what it cannot be stands as it is. */
const char *strategy_cell_label(
	const struct read_row *row, enum strategy_column column, struct arena *arena);

/* Where a cell stands: "Line 5, column 12 (target)", of a workbook "Cell L5 (target)". Returns
 * dst. */
enum { STRATEGY_PLACE_SIZE = 96 };
char *strategy_place(const struct strategy_read *f, long line, enum strategy_column column,
	char dst[STRATEGY_PLACE_SIZE]);

#endif
