/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A strategy as it was read from its file, before it is written. For the files of its import. */
#ifndef EXCHANGE_STRATEGY_PARTS_H
#define EXCHANGE_STRATEGY_PARTS_H

#include "exchange/kind.h"
#include "exchange/strategy_file.h"
#include "model/strategies/adoption_step.h"
#include "model/strategies/consultation.h"
#include "model/strategies/goal.h"
#include "model/strategies/risk.h"
#include "model/strategies/target_correction.h"
#include "model/strategies/task.h"
#include "model/strategies/task_money.h"

enum strategy_row_kind { /* in the order of the file */
	ROW_STRATEGY,
	ROW_UNIT,
	ROW_GOAL,
	ROW_TARGET,
	ROW_PATH,
	ROW_READING,
	ROW_CORRECTION,
	ROW_CHANGE,
	ROW_TASK,
	ROW_MONEY,
	ROW_STEP,
	ROW_REMARK,
	ROW_RISK,
	ROW_KINDS
};
struct read_row { /* a line as it stands in the file */
	long line;
	enum strategy_row_kind kind;
	int index; /* in the list of its kind; of a path of its target */
	const char *cells[SC_COUNT];
};
struct read_goal {
	long line;
	const char *number;     /* as the file gives it */
	struct goal goal;       /* without its parent */
	int above;              /* index; -1 = strategic */
	const char *changed_on; /* the day of its change in a strategy in force; "" = today */
};
struct read_target {
	long line;
	const char *item;
	int goal; /* index; -1 = of the whole strategy */
	struct target target;
	const char *changed_on; /* as of a goal */
};
struct read_reading {
	long line;
	int target;
	struct target_reading reading;
};
struct read_correction {
	long line;
	int target;
	struct target_correction correction;
};
struct read_task {
	long line;
	const char *item;
	int goal;
	struct task task;
};
struct read_money {
	long line;
	int task;
	struct task_money money;
};

struct read_step {
	long line;
	struct adoption_step step;
};
struct read_risk {
	long line;
	int task; /* -1 = of the whole strategy */
	struct risk risk;
};
struct read_remark {
	long line;
	struct remark remark;
};
struct read_change {
	long line;
	int row;            /* index of its goal or indicator; -1 = it is gone */
	const char *number; /* lines of one change have the same; "" of files of older programs */
	struct strategy_change change;
};

struct strategy_update;
struct strategy_read {
	struct arena arena;
	const struct unit_table *units;
	struct header header;
	bool header_seen;
	bool workbook; /* its cells have letters */
	int width;     /* columns of a workbook's header */
	long line;     /* of the row strategy; 0 = none yet */
	struct strategy strategy;
	const char *state; /* of the strategy when the file was written; "" = not said */
	struct read_row *rows;
	const char *parent; /* code; "" */
	int *slots;
	struct read_goal *goals;
	struct read_target *targets;
	struct read_reading *readings;
	struct read_correction *corrections;
	struct read_task *tasks;
	struct read_money *money;
	struct read_step *steps;
	struct read_risk *risks;
	struct read_remark *remarks;
	struct read_change *changes;
	size_t row_room, slot_room, goal_room, target_room, reading_room, task_room, money_room;
	size_t step_room, risk_room, remark_room, change_room, correction_room;
	struct strategy_update *update; /* of one that is here; NULL = it is new */
	int row_count, slot_count, goal_count, target_count, reading_count, task_count, money_count;
	int step_count, risk_count, remark_count, change_count, correction_count;
};

/* One row of the file into what was read so far. */
int strategy_row_take(
	void *context, long line, const struct csv_field *fields, int count, struct error *err);

#endif
