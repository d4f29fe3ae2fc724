/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A strategy's file whose strategy is here already. It carries a check sum of what the strategy
 * said, and what stood in each reading with a mark of its source, when it was written; while the
 * sum is the same, the numbers of its goals, indicators, tasks and lines mean what they meant
 * then, and a reading that somebody changed since is refused where the file changes it, too. Held
 * against the file as it would be written now, it adds and changes goals, indicators with paths
 * and readings, tasks with money, steps, remarks and risks; the reason for another base, path or
 * target stands in the indicator's row. Whatever else it says otherwise is refused, and what it
 * leaves out stays as it is. */
#ifndef EXCHANGE_STRATEGY_UPDATE_H
#define EXCHANGE_STRATEGY_UPDATE_H

#include "exchange/strategy_parts.h"

struct strategy_update {
	struct strategy strategy;   /* as it is here */
	struct strategy_read there; /* the file as it would be written now */
	struct strategy_file_ids ids;
	bool *met; /* rows of there that the file has */
	bool moved; /* somebody has changed the strategy since the file was written */
	const struct read_row **pairs; /* row by row of the file: the one there; NULL = new */
	bool *changed; /* row by row of the file: to be written */
	int fresh, changes, same, stay; /* rows */
};

/* Holds what was read against the strategy as it is here; say: what is new, changed and refused
 * becomes remarks of the preview. What is refused stands in preview.refused, too; -1 is for files
 * that cannot be compared at all. Nothing is written. Released by the caller in any case. */
int strategy_update_judge(struct import_job *job, struct strategy_read *f,
	struct strategy_update *u, bool say, struct error *err);
/* Inside the write of the import, after judging there once more. */
int strategy_update_write(struct import_job *job, struct strategy_read *f,
	struct strategy_update *u, int64_t import_id, struct error *err);
void strategy_update_release(struct strategy_update *u);

/* ---- for the two halves of this module ---- */

/* The id of a row there, or the card of a target with what the file says of it. */
int64_t strategy_update_id(const struct strategy_update *u, const struct read_row *there);
int strategy_update_cards(struct db *db, const struct strategy_read *f,
	const struct strategy_update *u, int row, struct target *before, struct target *now,
	struct error *err);

#endif
