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
	case SC_NUMBER:
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

/* ---- what a file brings to a strategy that is here ---- */

enum { KEY_MOST = 3, OPEN_MOST = 20 };
#define NONE SC_ROW /* of every row alike: ends a list */

static const struct noun {
	bool brings;                          /* new rows */
	enum strategy_column key[KEY_MOST];   /* without one the whole row tells it from others */
	enum strategy_column open[OPEN_MOST]; /* cells that may say something else */
} nouns[ROW_KINDS] = {
	[ROW_STRATEGY] = { false, { SC_CODE },
		{ SC_NAME, SC_TEXT, SC_MISSION, SC_FROM, SC_TO, SC_CASE_MARK, SC_LEVEL1, SC_LEVEL2,
			SC_LEVEL3, SC_RULE, SC_NOTE } },
	[ROW_GOAL] = { true, { SC_GOAL }, { SC_NAME, SC_TEXT, SC_DIMENSION } },
	[ROW_TARGET] = { true, { SC_ITEM },
		{ SC_NAME, SC_KIND, SC_MEASURE, SC_DECIMALS, SC_DIRECTION, SC_LOW, SC_HIGH,
			SC_TOLERANCE, SC_BASE_YEAR, SC_BASE, SC_TARGET_YEAR, SC_TARGET, SC_OFFICE,
			SC_SOURCE, SC_FREQUENCY, SC_MONTH, SC_METHOD, SC_NOTE } },
	[ROW_PATH] = { true, { SC_ITEM, SC_YEAR }, { SC_VALUE } },
	[ROW_READING] = { true, { SC_ITEM, SC_YEAR }, { SC_VALUE, SC_FLAG, SC_SOURCE } },
	[ROW_TASK] = { true, { SC_ITEM },
		{ SC_NAME, SC_KIND, SC_OFFICE, SC_PARTNERS, SC_FROM, SC_TO, SC_REAL_FROM,
			SC_REAL_TO, SC_STATE, SC_REASON, SC_PERCENT, SC_PRODUCT, SC_NOTE } },
	[ROW_MONEY] = { true, { SC_ITEM, SC_YEAR, SC_KIND }, { SC_PLANNED, SC_SPENT } },
	[ROW_STEP] = { true, { SC_NUMBER },
		{ SC_KIND, SC_NAME, SC_PLANNED_ON, SC_DAY, SC_DOCUMENT, SC_NOTE } },
	[ROW_REMARK] = { true, { SC_NUMBER },
		{ SC_DAY, SC_AUTHOR, SC_PLACE, SC_TEXT, SC_OUTCOME, SC_ANSWER } },
	[ROW_RISK] = { true, { SC_NUMBER },
		{ SC_ITEM, SC_TEXT, SC_LIKELIHOOD, SC_EFFECT, SC_ANSWER, SC_OFFICE, SC_DAY } },
};

bool
strategy_row_brought(const struct read_row *row)
{
	return nouns[row->kind].brings;
}

bool
strategy_cell_open(const struct read_row *row, enum strategy_column column)
{
	const enum strategy_column *open = nouns[row->kind].open;

	for (int i = 0; i < OPEN_MOST && open[i] != NONE; i++)
		if (open[i] == column)
			return true;
	return false;
}

bool
strategy_cell_beside(const struct read_row *row, enum strategy_column column)
{
	return column == SC_REV || column == SC_WAS || column == SC_NUMBER ||
	       (row->kind == ROW_MONEY && column == SC_REASON) ||
	       (row->kind == ROW_STRATEGY && (column == SC_REASON || column == SC_DAY)) ||
	       ((row->kind == ROW_TARGET || row->kind == ROW_GOAL) &&
		       (column == SC_REASON || column == SC_RESOLUTION || column == SC_DAY));
}

/* ---- rows ---- */

static bool
same_cells(const struct read_row *a, const struct read_row *b)
{
	for (int i = 0; i < SC_COUNT; i++)
		if (!strategy_cell_beside(a, i) && !strategy_same_cell(i, a->cells[i], b->cells[i]))
			return false;
	return true;
}

bool
strategy_same_row(const struct read_row *a, const struct read_row *b)
{
	const enum strategy_column *key = nouns[a->kind].key;

	if (a->kind != b->kind)
		return false;
	if (key[0] == NONE || (key[0] == SC_NUMBER && !a->cells[SC_NUMBER][0]))
		return same_cells(a, b);
	for (int i = 0; i < KEY_MOST && key[i] != NONE; i++)
		if (!strategy_same_cell(key[i], a->cells[key[i]], b->cells[key[i]]))
			return false;
	return true;
}
