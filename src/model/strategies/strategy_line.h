/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines of a strategy that stand in places 1, 2, 3 …: what risks, steps of adoption and remarks
 * do alike. Each change raises the strategy's rev. */
#ifndef MODEL_STRATEGY_LINE_H
#define MODEL_STRATEGY_LINE_H

#include "store/db.h"

struct strategy_line_kind {
	const char *act;  /* of the audit line */
	const char *noun; /* in deleted_line and strategy_former */
	int last;         /* query by strategy: the last place */
	int insert;       /* queries: strategy, place, what bind() binds from 3 on */
	int update;
	int remove;       /* strategy, place */
	int place;        /* strategy, place, new place */
	int keep;         /* of deleted_line.sql: strategy, place from 4 on */
	int (*check)(struct db *db, int64_t strategy, const void *line, struct error *err);
	void (*bind)(struct stmt *q, const void *line);
};

/* One audited write each. *position 0 = a new line; its place is written. */
int strategy_line_save(struct db *db, const struct strategy_line_kind *kind, int64_t strategy,
	int64_t rev, const void *line, int *position, struct error *err);
int strategy_line_remove(struct db *db, const struct strategy_line_kind *kind, int64_t strategy,
	int64_t rev, int position, struct error *err);
/* Up (-1) or down (1) by one place; nothing happens at the ends. */
int strategy_line_move(struct db *db, const struct strategy_line_kind *kind, int64_t strategy,
	int64_t rev, int position, int by, struct error *err);
/* A new line (*position 0), or the line of that place, inside a write of the caller, who has
 * touched the strategy. */
int strategy_line_put(struct db *db, const struct strategy_line_kind *kind, int64_t strategy,
	const void *line, int *position, struct error *err);
/* A new one whatever its place says. */
int strategy_line_add(struct db *db, const struct strategy_line_kind *kind, int64_t strategy,
	const void *line, int *position, struct error *err);

/* A day that people say has been: in the calendar and not in the time to come. name as
 * kept_day(). */
int strategy_line_past_day(const char *day, int field, const char *name, struct error *err);

#endif
