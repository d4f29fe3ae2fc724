/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of targets share. For them alone. */
#ifndef MODEL_TARGET_PARTS_H
#define MODEL_TARGET_PARTS_H

#include "model/strategies/target.h"

/* No figure is printed with fewer decimals than it was typed with; a new target that follows a card
 * of the catalogue has that card's. */
int target_fit_decimals(struct db *db, struct target *t, struct error *err);
/* Refused: another indicator of the goal is called so. self: the one that may have been called so
 * before; 0 = none. */
int target_check_twin(struct db *db, const struct target *t, int64_t self, struct error *err);
/* Inside a write: the change of a strategy in force is kept. before NULL: it is new. */
int target_keep_change(struct db *db, const struct target *before, const struct target *now,
	const struct strategy_why *why, struct error *err);

#endif
