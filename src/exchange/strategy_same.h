/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of a strategy's file held against each other: what tells a row from others, and what of it a
 * file may change in a strategy that is here already. */
#ifndef EXCHANGE_STRATEGY_SAME_H
#define EXCHANGE_STRATEGY_SAME_H

#include "exchange/strategy_parts.h"

/* The same to people: 12,5 is 12.5 and 25.03.2021 is 2021-03-25. */
bool strategy_same_cell(enum strategy_column column, const char *a, const char *b);
/* Both speak of the same thing; a is the file's. */
bool strategy_same_row(const struct read_row *a, const struct read_row *b);
/* A file may bring a new row of its kind, and say something else in its cell. */
bool strategy_row_brought(const struct read_row *row);
bool strategy_cell_open(const struct read_row *row, enum strategy_column column);
/* Says something of the row that the strategy does not keep there. */
bool strategy_cell_beside(const struct read_row *row, enum strategy_column column);

#endif
