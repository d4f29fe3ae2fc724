/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What became known of figures after the report of their year was approved. */
#ifndef MODEL_TARGET_CORRECTION_H
#define MODEL_TARGET_CORRECTION_H

#include "model/strategies/target.h"

struct target_correction { /* texts in the arena */
	int64_t target;
	int year;
	double value;       /* NAN = there is no figure after all; why says the flag */
	unsigned char flag; /* as of a reading */
	const char *dated_on, *reason, *login;
};
/* Of all targets of a strategy, by year, then as they were written: the last one of a target and
 * year counts. */
int target_corrections(struct db *db, int64_t strategy, struct arena *arena,
	struct target_correction **list, int *count, struct error *err);
/* Inside the write of a file: one that came with the strategy from another database, after those
 * that came before it. import_id as of a reading. */
int target_correction_put(
	struct db *db, const struct target_correction *c, int64_t import_id, struct error *err);
/* "corrected 2026-11-22, anna: the source's revision", in the arena. */
const char *target_correction_text(const struct target_correction *c, struct arena *arena);
/* Readings of one target that no indicator feeds as they are known today: by year, with the newest
 * correction in the place of what it corrects. Its source is the reason and the day. */
int target_readings_known(struct db *db, int64_t strategy, int64_t target, struct arena *arena,
	struct target_reading **list, int *count, struct error *err);

#endif
