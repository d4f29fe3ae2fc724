/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of goals share. For them alone. */
#ifndef MODEL_GOAL_PARTS_H
#define MODEL_GOAL_PARTS_H

#include "model/strategies/goal.h"

/* Levels from the goal down: 1 of a leaf. */
int goal_height(const struct goal *list, int count, int index);
/* The place behind the last child. */
int goal_place_after(const struct goal *list, int count, int64_t parent);

#endif
