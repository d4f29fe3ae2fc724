/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of a strategy's file held against each other. */
#include "config.h"

#include "exchange/strategy_same.h"

#include "base/clock.h"
#include "base/number.h"

#include <string.h>

/* ---- cells ---- */

enum cell_kind { CELL_TEXT, CELL_NUMBER, CELL_DAY, CELL_UNIT };

static enum cell_kind
kind_of(enum strategy_column column)
{
	switch (column) {
	case SC_YEAR:
	case SC_DECIMALS:
	case SC_LOW:
	case SC_HIGH:
	case SC_TOLERANCE:
	case SC_BASE_YEAR:
	case SC_BASE:
	case SC_TARGET_YEAR:
	case SC_TARGET:
	case SC_VALUE:
	case SC_WAS:
	case SC_MONTH:
	case SC_PERCENT:
	case SC_PLANNED:
	case SC_SPENT:
	case SC_LIKELIHOOD:
	case SC_EFFECT:
	case SC_NEW_BASE_YEAR:
	case SC_NEW_BASE:
	case SC_NEW_TARGET_YEAR:
	case SC_NEW_TARGET:
		return CELL_NUMBER;
	case SC_FROM:
	case SC_TO:
	case SC_REAL_FROM:
	case SC_REAL_TO:
	case SC_ADOPTED_ON:
	case SC_PLANNED_ON:
	case SC_DAY:
		return CELL_DAY;
	case SC_UNIT:
		return CELL_UNIT;
	default:
		return CELL_TEXT;
	}
}

/* Spreadsheets write numbers and days in their own way, and take zeros in front of codes. */
bool
strategy_same_cell(enum strategy_column column, const char *a, const char *b)
{
	char whole[UNIT_CODE_SIZE];
	struct date x, y;
	double m, n;

	if (strcmp(a, b) == 0)
		return true;
	switch (kind_of(column)) {
	case CELL_NUMBER:
		return !number_parse(a, &m) && !number_parse(b, &n) && !(m < n) && !(m > n);
	case CELL_DAY:
		return *a && *b && !date_parse(a, clock_today(), &x) &&
		       !date_parse(b, clock_today(), &y) && x.year == y.year &&
		       x.month == y.month && x.day == y.day;
	case CELL_UNIT:
		return unit_code_restore(a, strlen(a), whole) && strcmp(whole, b) == 0;
	default:
		return false;
	}
}

bool
strategy_row_is(const struct read_row *row, const char *kind)
{
	return strcmp(row->cells[SC_ROW], kind) == 0;
}

bool
strategy_cell_open(const struct read_row *row, enum strategy_column column)
{
	static const enum strategy_column indicator[] = { SC_NAME, SC_KIND, SC_MEASURE, SC_DECIMALS,
		SC_DIRECTION, SC_LOW, SC_HIGH, SC_TOLERANCE, SC_BASE_YEAR, SC_BASE, SC_TARGET_YEAR,
		SC_TARGET, SC_OFFICE, SC_SOURCE, SC_FREQUENCY, SC_MONTH, SC_METHOD, SC_NOTE,
		SC_COUNT },
					  path[] = { SC_VALUE, SC_COUNT },
					  reading[] = { SC_VALUE, SC_FLAG, SC_SOURCE, SC_COUNT },
					  task[] = { SC_STATE, SC_REASON, SC_PERCENT, SC_REAL_FROM,
						  SC_REAL_TO, SC_COUNT },
					  none[] = { SC_COUNT };
	const enum strategy_column *list = strategy_row_is(row, "indicator") ? indicator
					   : strategy_row_is(row, "path")    ? path
					   : strategy_row_is(row, "reading") ? reading
					   : strategy_row_is(row, "task")    ? task
									     : none;

	while (*list != SC_COUNT && *list != column)
		list++;
	return *list == column;
}

bool
strategy_cell_beside(const struct read_row *row, enum strategy_column column)
{
	return column == SC_REV || column == SC_WAS ||
	       (strategy_row_is(row, "indicator") &&
		       (column == SC_REASON || column == SC_RESOLUTION));
}

/* ---- rows ---- */

static bool
same_cells(const struct read_row *a, const struct read_row *b)
{
	for (int i = 0; i < SC_COUNT; i++)
		if (!strategy_same_cell((enum strategy_column)i, a->cells[i], b->cells[i]))
			return false;
	return true;
}

/* Rows without a key are the same when all of them is. */
bool
strategy_same_row(const struct read_row *a, const struct read_row *b)
{
	static const struct {
		const char *kind;
		enum strategy_column key[3];
	} keys[] = {
		{ "strategy", { SC_ROW, SC_ROW, SC_ROW } },
		{ "goal", { SC_GOAL, SC_ROW, SC_ROW } },
		{ "indicator", { SC_ITEM, SC_ROW, SC_ROW } },
		{ "path", { SC_ITEM, SC_YEAR, SC_ROW } },
		{ "reading", { SC_ITEM, SC_YEAR, SC_ROW } },
		{ "task", { SC_ITEM, SC_ROW, SC_ROW } },
		{ "money", { SC_ITEM, SC_YEAR, SC_KIND } },
	};

	if (strcmp(a->cells[SC_ROW], b->cells[SC_ROW]) != 0)
		return false;
	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
		const enum strategy_column *key = keys[i].key;

		if (strategy_row_is(a, keys[i].kind))
			return strategy_same_cell(key[0], a->cells[key[0]], b->cells[key[0]]) &&
			       strategy_same_cell(key[1], a->cells[key[1]], b->cells[key[1]]) &&
			       strategy_same_cell(key[2], a->cells[key[2]], b->cells[key[2]]);
	}
	return same_cells(a, b);
}
