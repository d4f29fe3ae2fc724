/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A strategy on its way into its file, row by row. For strategy_write*.c. */
#ifndef EXCHANGE_STRATEGY_WRITING_H
#define EXCHANGE_STRATEGY_WRITING_H

#include "base/sha256.h"
#include "exchange/strategy_file.h"
#include "model/strategies/goal.h"
#include "model/strategies/task.h"

struct strategy_writing {
	struct db *db;
	const struct unit_table *units;
	const struct strategy *strategy;
	struct output *out;
	struct arena arena;
	const char *cells[SC_COUNT]; /* of the row in work */
	struct goal *goals;
	int goal_count;
	int64_t *targets; /* by their numbers in the file; 0 ends them */
	struct task *tasks;
	int *items; /* their numbers in the file */
	int task_count;
	struct strategy_file_ids *ids; /* NULL = not wanted */
	struct sha256 *sum;            /* of all rows but readings and changes; NULL = no */
	const char *state;             /* that sum; "" while it is made */
};

/* A row: empty cells, those that are said, then out with it. */
void strategy_write_begin(struct strategy_writing *w, const char *kind);
void strategy_write_end(struct strategy_writing *w);
/* NAN stays empty. */
void strategy_write_number(struct strategy_writing *w, enum strategy_column column, double value);
/* 0 stays empty. */
void strategy_write_whole(struct strategy_writing *w, enum strategy_column column, int value);

/* Steps of adoption, remarks, risks; tasks and goals are written already. */
int strategy_write_lines(struct strategy_writing *w, struct error *err);

#endif
