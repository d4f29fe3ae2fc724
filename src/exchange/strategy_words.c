/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows, columns and cells of a strategy's file for people. */
#include "config.h"

#include "exchange/strategy_words.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "exchange/workbook.h"

#include <stdio.h>
#include <string.h>

/* ---- rows ---- */

static const char *const rows[ROW_KINDS] = {
	[ROW_STRATEGY] = N_("strategy"),
	[ROW_UNIT] = N_("unit"),
	[ROW_GOAL] = N_("goal"),
	[ROW_TARGET] = N_("indicator"),
	[ROW_PATH] = N_("path of indicator"),
	[ROW_READING] = N_("value of indicator"),
	[ROW_CORRECTION] = N_("correction of indicator"),
	[ROW_CHANGE] = N_("change"),
	[ROW_TASK] = N_("task"),
	[ROW_MONEY] = N_("money of task"),
	[ROW_STEP] = N_("step"),
	[ROW_REMARK] = N_("remark"),
	[ROW_RISK] = N_("risk"),
};

char *
strategy_row_label(const struct read_row *row, char *dst, size_t size)
{
	const char *number = row->kind == ROW_GOAL   ? row->cells[SC_GOAL]
			     : row->kind >= ROW_STEP ? row->cells[SC_NUMBER]
						     : row->cells[SC_ITEM];
	const char *year = row->cells[SC_YEAR], *source = "";
	int known = row->kind == ROW_MONEY ? money_source_from_name(row->cells[SC_KIND]) : -1;

	if (known >= 0)
		source = money_source_label((enum money_source)known);
	snprintf(dst, size, "%s%s%s%s%s%s%s", _(rows[row->kind]), *number ? " " : "", number,
		*year ? ", " : "", year, *source ? ", " : "", source);
	return dst;
}

/* ---- columns ---- */

static const char *const columns[SC_COUNT] = {
	[SC_ROW] = N_("kind of row"),
	[SC_GOAL] = N_("goal"),
	[SC_ITEM] = N_("number"),
	[SC_YEAR] = N_("year"),
	[SC_NAME] = N_("name"),
	[SC_TEXT] = N_("text"),
	[SC_KIND] = N_("kind"),
	[SC_CODE] = N_("code"),
	[SC_UNIT] = N_("unit"),
	[SC_DIMENSION] = N_("dimension"),
	[SC_MEASURE] = N_("measure"),
	[SC_DECIMALS] = N_("decimals"),
	[SC_DIRECTION] = N_("direction"),
	[SC_LOW] = N_("at least"),
	[SC_HIGH] = N_("at most"),
	[SC_TOLERANCE] = N_("tolerance"),
	[SC_BASE_YEAR] = N_("base year"),
	[SC_BASE] = N_("base"),
	[SC_TARGET_YEAR] = N_("target year"),
	[SC_TARGET] = N_("target"),
	[SC_VALUE] = N_("value"),
	[SC_FLAG] = N_("flag"),
	[SC_OFFICE] = N_("office"),
	[SC_SOURCE] = N_("source"),
	[SC_FREQUENCY] = N_("frequency"),
	[SC_MONTH] = N_("month"),
	[SC_METHOD] = N_("method"),
	[SC_NOTE] = N_("note"),
	[SC_STATE] = N_("state"),
	[SC_REASON] = N_("reason"),
	[SC_FROM] = N_("planned from"),
	[SC_TO] = N_("planned to"),
	[SC_REAL_FROM] = N_("begun on"),
	[SC_REAL_TO] = N_("ended on"),
	[SC_PERCENT] = N_("per cent done"),
	[SC_PARTNERS] = N_("partners"),
	[SC_PRODUCT] = N_("product"),
	[SC_PLANNED] = N_("planned"),
	[SC_SPENT] = N_("spent"),
	[SC_RESOLUTION] = N_("resolution"),
	[SC_ADOPTED_ON] = N_("adopted on"),
	[SC_CASE_MARK] = N_("case mark"),
	[SC_MISSION] = N_("mission"),
	[SC_LEVEL1] = N_("name of level 1"),
	[SC_LEVEL2] = N_("name of level 2"),
	[SC_LEVEL3] = N_("name of level 3"),
	[SC_RULE] = N_("status of a goal"),
	[SC_PARENT] = N_("superior document"),
	[SC_MADE_UP] = N_("made up"),
	[SC_PLANNED_ON] = N_("planned on"),
	[SC_DAY] = N_("day"),
	[SC_DOCUMENT] = N_("document"),
	[SC_AUTHOR] = N_("author"),
	[SC_PLACE] = N_("place"),
	[SC_OUTCOME] = N_("outcome"),
	[SC_ANSWER] = N_("answer"),
	[SC_LIKELIHOOD] = N_("likelihood"),
	[SC_EFFECT] = N_("effect"),
	[SC_NUMBER] = N_("number"),
};

const char *
strategy_column_label(const struct read_row *row, enum strategy_column column)
{
	if (column == SC_TEXT && row->kind == ROW_STRATEGY)
		return _("vision");
	if (column == SC_TEXT && row->kind == ROW_GOAL)
		return _("expected result");
	if (column == SC_FROM && row->kind == ROW_STRATEGY)
		return _("first year");
	if (column == SC_TO && row->kind == ROW_STRATEGY)
		return _("last year");
	return columns[column] ? _(columns[column]) : strategy_columns[column].names[0];
}

/* ---- cells ---- */

struct naming {
	enum strategy_row_kind row;
	enum strategy_column column;
	int (*find)(const char *name);
	const char *(*label)(int value);
};

#define LABEL(noun, type)                              \
	static const char *say_##noun(int value)       \
	{                                              \
		return noun##_label((enum type)value); \
	}
LABEL(task_state, task_state)
LABEL(task_kind, task_kind)
LABEL(target_kind, target_kind)
LABEL(goal_dimension, goal_dimension)
LABEL(goal_rule, goal_rule)
LABEL(strategy_state, strategy_state)
LABEL(strategy_kind, strategy_kind)
LABEL(adoption_kind, adoption_kind)
LABEL(remark_outcome, remark_outcome)
LABEL(money_source, money_source)

static const struct naming namings[] = {
	{ ROW_TASK, SC_STATE, task_state_from_name, say_task_state },
	{ ROW_TASK, SC_KIND, task_kind_from_name, say_task_kind },
	{ ROW_TARGET, SC_KIND, target_kind_from_name, say_target_kind },
	{ ROW_GOAL, SC_DIMENSION, goal_dimension_from_name, say_goal_dimension },
	{ ROW_STRATEGY, SC_RULE, goal_rule_from_name, say_goal_rule },
	{ ROW_STRATEGY, SC_STATE, strategy_state_from_name, say_strategy_state },
	{ ROW_STRATEGY, SC_KIND, strategy_kind_from_name, say_strategy_kind },
	{ ROW_STEP, SC_KIND, adoption_kind_from_name, say_adoption_kind },
	{ ROW_REMARK, SC_OUTCOME, remark_outcome_from_name, say_remark_outcome },
	{ ROW_MONEY, SC_KIND, money_source_from_name, say_money_source },
};

static const char *
amount(const char *cell, struct arena *arena)
{
	struct error unsaid = { .code = ERROR_NONE };
	char shown[48];
	int64_t grosze;

	return money_read(cell, 0, &grosze, &unsaid)
		       ? cell
		       : arena_string(arena, money_format(shown, sizeof(shown), grosze));
}

static const char *
day(const char *cell, struct arena *arena)
{
	struct date d;
	char shown[32];

	return date_parse(cell, clock_today(), &d)
		       ? cell
		       : arena_string(arena, date_format(shown, sizeof(shown), d));
}

const char *
strategy_cell_label(const struct read_row *row, enum strategy_column column, struct arena *arena)
{
	const char *cell = row->cells[column];

	if (!cell[0])
		return "–";
	for (size_t i = 0; i < sizeof(namings) / sizeof(namings[0]); i++)
		if (namings[i].row == row->kind && namings[i].column == column) {
			int value = namings[i].find(cell);

			return value < 0 ? cell : namings[i].label(value);
		}
	switch (column) {
	case SC_DIRECTION:
		return target_direction_label(cell[0]);
	case SC_LOW:
	case SC_HIGH:
	case SC_TOLERANCE:
	case SC_BASE:
	case SC_TARGET:
	case SC_VALUE:
		return number_shown(arena, cell);
	case SC_PLANNED:
	case SC_SPENT:
		return amount(cell, arena);
	case SC_FROM:
	case SC_TO: /* of a strategy years */
		return row->kind == ROW_STRATEGY ? cell : day(cell, arena);
	case SC_REAL_FROM:
	case SC_REAL_TO:
	case SC_ADOPTED_ON:
	case SC_PLANNED_ON:
	case SC_DAY:
		return day(cell, arena);
	default:
		return cell;
	}
}

/* ---- places ---- */

char *
strategy_place(const struct strategy_read *f, long line, enum strategy_column column,
	char dst[STRATEGY_PLACE_SIZE])
{
	int place = header_column(&f->header, column);
	char cell[SHEET_CELL_SIZE];

	if (f->workbook && place > 0)
		snprintf(dst, STRATEGY_PLACE_SIZE, _("Cell %s (%s)"),
			sheet_cell(cell, place - 1, line), strategy_columns[column].names[0]);
	else
		snprintf(dst, STRATEGY_PLACE_SIZE, _("Line %ld, column %d (%s)"), line, place,
			strategy_columns[column].names[0]);
	return text_whole(dst);
}
