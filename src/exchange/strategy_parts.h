/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A strategy as it was read from its file, before it is written. For the files of its import. */
#ifndef EXCHANGE_STRATEGY_PARTS_H
#define EXCHANGE_STRATEGY_PARTS_H

#include "exchange/kind.h"
#include "exchange/strategy_file.h"
#include "model/goal.h"
#include "model/target.h"
#include "model/task.h"
#include "model/task_money.h"

struct read_goal {
	long line;
	const char *number; /* as the file gives it */
	struct goal goal;   /* without its parent */
	int above;          /* index; -1 = strategic */
};
struct read_target {
	long line;
	const char *item;
	int goal; /* index; -1 = of the whole strategy */
	struct target target;
};
struct read_reading {
	long line;
	int target;
	struct target_reading reading;
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

struct strategy_read {
	struct arena arena;
	const struct unit_table *units;
	struct header header;
	bool header_seen;
	long line; /* of the row strategy; 0 = none yet */
	struct strategy strategy;
	const char *parent; /* code; "" */
	int *slots;
	struct read_goal *goals;
	struct read_target *targets;
	struct read_reading *readings;
	struct read_task *tasks;
	struct read_money *money;
	size_t slot_room, goal_room, target_room, reading_room, task_room, money_room;
	int slot_count, goal_count, target_count, reading_count, task_count, money_count;
};

/* One row of the file into what was read so far. */
int strategy_row(
	void *context, long line, const struct csv_field *fields, int count, struct error *err);

#endif
