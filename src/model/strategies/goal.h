/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Goals of a strategy: strategic ones, operational ones, directions of action, numbered by their
 * places (1, 1.2, 1.2.3). */
#ifndef MODEL_GOAL_H
#define MODEL_GOAL_H

#include "model/strategies/strategy.h"
#include "model/strategies/strategy_change.h"

enum goal_dimension {
	GOAL_NO_DIMENSION,
	GOAL_SOCIAL,
	GOAL_ECONOMIC,
	GOAL_SPATIAL,
	GOAL_DIMENSIONS
};
const char *goal_dimension_name(enum goal_dimension d);  /* in files; "" = none */
const char *goal_dimension_label(enum goal_dimension d); /* translated */
int goal_dimension_from_name(const char *name);          /* -1 = unknown */

/* Fields that errors name; a form of fields follows this order. */
enum goal_field {
	GOAL_FIELD_PARENT = 1,
	GOAL_FIELD_DIMENSION,
	GOAL_FIELD_NAME,
	GOAL_FIELD_TEXT,
	GOAL_FIELD_PRIORITY,
	GOAL_FIELD_RESOLUTION,
	GOAL_FIELD_CHANGED_ON,
	GOAL_FIELD_REASON
};

enum { GOAL_NUMBER_SIZE = 40 };

struct goal { /* zero and its strategy = new */
	int64_t id;
	char uid[33];
	int64_t strategy;
	int64_t parent; /* 0 = strategic */
	int position;   /* among its siblings; 0 = at the end */
	enum goal_dimension dimension;
	char name[512], text[1024];
	int64_t priority; /* the priority that it answers; 0 = none */
	bool retired;
	/* read only, from the tree: */
	int depth;                     /* 0 to STRATEGY_LEVELS - 1 */
	int above;                     /* index of its parent in the list; -1 = none */
	char number[GOAL_NUMBER_SIZE]; /* 1.2.3; "" of a deleted one */
};

/* All goals in the order of the tree, parents before children, numbered; retired: the deleted ones
 * alone, flat. A loop in the data is refused with a sentence. */
int goal_tree(struct db *db, int64_t strategy, bool retired, struct arena *arena,
	struct goal **list, int *count, struct error *err);
/* A goal by itself, deleted or not, without what the tree says of it. */
int goal_load(struct db *db, int64_t id, struct goal *out, struct error *err);
/* The index of the goal in a tree; -1 = not there. */
int goal_index(const struct goal *list, int count, int64_t id);
int goal_by_number(const struct goal *list, int count, const char *number);

/* rev, here and below: of the strategy as it was read; raised. Refused: no name; a parent that is
 * the goal itself or lies below it; deeper than three levels; a dimension below the first; a
 * priority that is none of the strategy's units (one that was chosen before and is deleted now may
 * stay); of a strategy in force a new one, or one with another name, expected result or goal above,
 * without a reason. why, here and below: may be NULL of a draft. */
int goal_save(struct db *db, int64_t rev, struct goal *g, const struct strategy_why *why,
	struct error *err);
/* The same inside a write of the caller, who has touched the strategy. */
int goal_put(struct db *db, struct goal *g, const struct strategy_why *why, struct error *err);
/* Up (-1) or down (1) among its siblings; nothing happens at the ends. */
int goal_move(struct db *db, int64_t rev, int64_t id, int by, struct error *err);
/* Right (1): below its elder sibling; left (-1): behind its parent. */
int goal_shift(struct db *db, int64_t rev, int64_t id, int by, const struct strategy_why *why,
	struct error *err);
/* Refused while goals, targets or tasks that are not deleted hang on it. */
int goal_retire(struct db *db, int64_t rev, int64_t id, const struct strategy_why *why,
	struct error *err);
/* Comes back at the end of its siblings; of the strategic ones where its parent is deleted. */
int goal_restore(struct db *db, int64_t rev, int64_t id, const struct strategy_why *why,
	struct error *err);

#endif
