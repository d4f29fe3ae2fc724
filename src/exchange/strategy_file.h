/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A whole strategy as one CSV file: the first column says what a row is (strategy, unit, goal,
 * indicator, path, reading, change, task, money, step, risk, remark). Goals are named by their
 * numbers (1.2), indicators and tasks by the numbers that the file gives them in the column item.
 * Rows "change" with the same number are one change of a strategy in force: of each field what it
 * was and, as text, what it became. What is written here reads back as the same strategy; who
 * keyed a figure, and which priority of the diagnosis a goal answers, stay in the database; a
 * reading is what is known today, a correction of its approved year with the reason for its
 * source. Of a strategy that is here already the file brings what was added and changed in it
 * since it was written (exchange/strategy_update.h). */
#ifndef EXCHANGE_STRATEGY_FILE_H
#define EXCHANGE_STRATEGY_FILE_H

#include "base/output.h"
#include "exchange/header.h"
#include "model/strategies/strategy.h"
#include "model/units/unit.h"

enum strategy_column {
	SC_ROW,
	SC_GOAL,
	SC_ITEM,
	SC_YEAR,
	SC_NAME,
	SC_TEXT,
	SC_KIND,
	SC_CODE,
	SC_UNIT,
	SC_DIMENSION,
	SC_MEASURE,
	SC_DECIMALS,
	SC_DIRECTION,
	SC_LOW,
	SC_HIGH,
	SC_TOLERANCE,
	SC_BASE_YEAR,
	SC_BASE,
	SC_TARGET_YEAR,
	SC_TARGET,
	SC_VALUE,
	SC_FLAG,
	SC_OFFICE,
	SC_SOURCE,
	SC_FREQUENCY,
	SC_MONTH,
	SC_METHOD,
	SC_NOTE,
	SC_STATE,
	SC_REASON,
	SC_FROM,
	SC_TO,
	SC_REAL_FROM,
	SC_REAL_TO,
	SC_PERCENT,
	SC_PARTNERS,
	SC_PRODUCT,
	SC_PLANNED,
	SC_SPENT,
	SC_RESOLUTION,
	SC_ADOPTED_ON,
	SC_CASE_MARK,
	SC_MISSION,
	SC_LEVEL1,
	SC_LEVEL2,
	SC_LEVEL3,
	SC_RULE,
	SC_PARENT,
	SC_MADE_UP,
	SC_PLANNED_ON, /* of a step */
	SC_DAY,        /* a step done, a risk ceased, a remark made, a target changed */
	SC_DOCUMENT,
	SC_AUTHOR,
	SC_PLACE,
	SC_OUTCOME,
	SC_ANSWER, /* to a remark; to a risk what is done about it */
	SC_LIKELIHOOD,
	SC_EFFECT,
	SC_NEW_BASE_YEAR,
	SC_NEW_BASE,
	SC_NEW_TARGET_YEAR,
	SC_NEW_TARGET,
	SC_NUMBER, /* place of a step, a remark, a risk; empty = a new one */
	/* what the strategy said when the file was written, its code and readings left aside: a
	 * check sum; of a reading the mark of its source then (words_mark.h) */
	SC_REV,
	SC_WAS, /* of a reading: what stood there then */
	SC_COUNT
};
extern const struct header_column strategy_columns[SC_COUNT];

#define STRATEGY_FILE_SHEET "strategy" /* of a workbook that holds the same rows */
bool strategy_file_is_workbook(const char *path);

struct strategy_file_ids { /* what the numbers of the file stand for, from 1; in its arena */
	struct arena *arena;
	int64_t *goals, *targets, *tasks;
	size_t goal_room, target_room, task_room;
	int goal_count, target_count, task_count;
};
/* The whole strategy with everything that is not deleted. ids: NULL = not wanted. */
int strategy_file_write(struct db *db, const struct unit_table *units, const struct strategy *s,
	struct strategy_file_ids *ids, struct output *out, struct error *err);

#endif
