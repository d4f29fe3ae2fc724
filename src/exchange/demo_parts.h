/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading the files of the demonstration data, for the files demo_*.c. */
#ifndef EXCHANGE_DEMO_PARTS_H
#define EXCHANGE_DEMO_PARTS_H

#include "base/arena.h"
#include "base/csv.h"
#include "model/units/unit.h"

struct demo_filling {
	struct db *db;
	struct arena arena;
	struct unit_table units;
	void *more; /* of the file that reads */
};

struct demo_file {
	struct demo_filling *filling;
	int columns;
	int (*take)(struct demo_filling *f, const struct csv_field *fields, struct error *err);
};
/* Calls take for every line below the header. */
int demo_read_file(const char *name, struct demo_file file, struct error *err);
int demo_damaged(struct error *err); /* always -1 */

/* The first stages of one group: meetings, homework, a data sheet, conclusions, a plan. */
int demo_year_fill(struct db *db, struct error *err);
/* Beside the strategy that was imported: an evaluation, a SWOT, a closed ballot. */
int demo_strategy_fill(struct db *db, struct error *err);

#endif
