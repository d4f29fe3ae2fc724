/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When rows of a strategy's file say the same, and what of them a file may change. */
#ifndef EXCHANGE_STRATEGY_SAME_H
#define EXCHANGE_STRATEGY_SAME_H

#include "exchange/strategy_parts.h"

bool strategy_row_is(const struct read_row *row, const char *kind);
/* Spreadsheets write numbers and days in their own way, and take zeros in front of codes. */
bool strategy_same_cell(enum strategy_column column, const char *a, const char *b);
/* Whether both stand for the same thing; of what has no number or year all cells must be the
 * same. */
bool strategy_same_row(const struct read_row *a, const struct read_row *b);
/* What the file of a strategy that is here may change of a row. */
bool strategy_cell_open(const struct read_row *row, enum strategy_column column);
/* Not data of the row: rev and was, and why an indicator changes. */
bool strategy_cell_beside(const struct read_row *row, enum strategy_column column);

#endif
