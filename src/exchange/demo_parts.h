/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading the files of the demonstration data, for the files demo_*.c. */
#ifndef EXCHANGE_DEMO_PARTS_H
#define EXCHANGE_DEMO_PARTS_H

#include "base/arena.h"
#include "base/csv.h"
#include "exchange/demo.h"
#include "model/swot/ballot.h"
#include "model/units/unit.h"

struct demo_filling {
	struct db *db;
	struct arena arena;
	struct unit_table units;
	void *more; /* of the part that reads */
};

struct demo_file {
	struct demo_filling *filling;
	int columns;
	int (*take)(struct demo_filling *f, const struct csv_field *fields, struct error *err);
};
/* Calls take for every line below the header. */
int demo_read_file(const char *name, struct demo_file file, struct error *err);
int demo_damaged(struct error *err); /* always -1 */

struct demo_row { /* what the first column may say; a row without a name ends them */
	const char *name;
	int (*take)(struct demo_filling *f, const struct csv_field *fields, struct error *err);
};
int demo_take_row(struct demo_filling *f, const struct demo_row *rows,
	const struct csv_field *fields, struct error *err);

enum { DEMO_VALUES = 32 };
/* Whole numbers between spaces; -1 = another number of them than wanted. */
int demo_numbers(const char *text, int *values, int count);

/* A ballot on paper: opened, its cards keyed one by one, closed. out: the ballot as it is kept. */
int demo_ballot_open(
	struct demo_filling *f, struct ballot *b, struct ballot *out, struct error *err);
int demo_ballot_card(struct demo_filling *f, const struct ballot *b, int number, const char *values,
	struct error *err);
int demo_ballot_close(struct demo_filling *f, struct ballot *b, struct error *err);

/* Each part through the same code as any other record; f->more is its own while it runs. */
/* Exchange groups: people as roles, members. */
int demo_groups_fill(struct demo_filling *f, struct error *err);
/* The first stages of one group: meetings, homework, a data sheet, conclusions, a plan. */
int demo_year_fill(struct demo_filling *f, struct error *err);
/* Beside the strategy that was imported: evaluations, a SWOT, closed ballots. */
int demo_strategy_fill(struct demo_filling *f, struct error *err);
/* A diagnosis with what the expert said of it, problems that the team ranked, a priority. */
int demo_problems_fill(struct demo_filling *f, struct error *err);
/* A year of the strategy's monitoring: collected, explained, approved. approve: NULL = without
 * documents. */
int demo_monitoring_fill(struct demo_filling *f, demo_approve *approve, struct error *err);

#endif
