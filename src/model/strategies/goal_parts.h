/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of goals share. For them alone. */
#ifndef MODEL_GOAL_PARTS_H
#define MODEL_GOAL_PARTS_H

#include "model/strategies/goal.h"

/* Levels from the goal down: 1 of a leaf. */
int goal_height(const struct goal *list, int count, int index);
/* Inside a write: the change of a strategy in force is kept. list: the tree as it was; before: -1
 * = it is new. */
int goal_keep_change(struct db *db, const struct goal *list, int count, int before,
	const struct goal *now, const struct strategy_why *why, struct error *err);
/* Refused: another goal of the list stands there under its name. */
int goal_check_twin(const struct goal *list, int count, const struct goal *g, struct error *err);
/* The place behind the last child. */
int goal_place_after(const struct goal *list, int count, int64_t parent);

#endif
