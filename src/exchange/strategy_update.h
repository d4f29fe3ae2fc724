/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A strategy's file whose strategy is here already. It carries the rev of the strategy and what
 * stood in each reading when it was written; while the rev is the same, the numbers of its goals,
 * indicators and tasks mean what they meant then. Held against the file as it would be written now,
 * it brings cards and paths of indicators, readings, and how far tasks are; the reason for another
 * base, path or target stands in the indicator's row. Whatever else it says otherwise is refused,
 * and what it leaves out stays as it is. */
#ifndef EXCHANGE_STRATEGY_UPDATE_H
#define EXCHANGE_STRATEGY_UPDATE_H

#include "exchange/strategy_parts.h"

struct strategy_update {
	struct strategy strategy;   /* as it is here */
	struct strategy_read there; /* the file as it would be written now */
	struct strategy_file_ids ids;
	bool *met; /* rows of there that the file has */
	/* what the file changes, as its lists of indicators, readings and tasks */
	bool *targets, *readings, *tasks;
	int fresh, changed, same, stay; /* rows */
};

/* Holds what was read against the strategy as it is here; say: changes become remarks of the
 * preview. Everything is checked but written nowhere. Released by the caller in any case. */
int strategy_update_judge(struct import_job *job, struct strategy_read *f,
	struct strategy_update *u, bool say, struct error *err);
/* Inside the write of the import, after judging there once more. */
int strategy_update_write(struct import_job *job, struct strategy_read *f,
	struct strategy_update *u, int64_t import_id, struct error *err);
void strategy_update_release(struct strategy_update *u);

#endif
