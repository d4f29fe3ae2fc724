/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures of targets that went when a file was taken back, so that a target without a value names
 * the file and the day. Nothing else remembers a slice that is gone. */
#ifndef MODEL_TARGET_TAKEN_H
#define MODEL_TARGET_TAKEN_H

#include "base/arena.h"
#include "store/db.h"

struct target_taken { /* texts in the arena */
	int64_t target, import_id;
	int year;
	const char *file_name, *undone_at; /* UTC */
};
/* Of a strategy, by target and year; of one year the file that was taken back last stands last. */
int target_taken_list(struct db *db, int64_t strategy, struct arena *arena,
	struct target_taken **list, int *count, struct error *err);
/* "of 2024 there was a value: file 12 (x.csv) was taken back on 22.11.2026", in the arena. */
const char *target_taken_text(const struct target_taken *t, struct arena *arena);

/* ---- inside the db_write that takes a file back ---- */

struct target_figures { /* all years in which a target of a strategy has a value; zero = none */
	struct arena arena;
	struct target_figure {
		int64_t target;
		int year;
	} * list; /* by target and year */
	int count;
};
/* As they stand before; target_figures_release() frees them. */
int target_figures_load(struct db *db, struct target_figures *out, struct error *err);
void target_figures_release(struct target_figures *figures);
/* Afterwards: keeps those that are not there any more. */
int target_taken_keep(
	struct db *db, const struct target_figures *before, int64_t import_id, struct error *err);

#endif
