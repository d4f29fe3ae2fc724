/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of targets share. For them alone. */
#ifndef MODEL_TARGET_PARTS_H
#define MODEL_TARGET_PARTS_H

#include "model/target.h"

/* Whether base, path or what is wanted differ. */
bool target_aims_otherwise(const struct target *a, const struct target *b);
/* Inside a write: the line of what stood there before. */
int target_change_write(struct db *db, const struct target *before, const struct target *now,
	const struct target_why *why, struct error *err);

#endif
