/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of improvement plans share. */
#ifndef MODEL_IMPROVEMENT_PLAN_PARTS_H
#define MODEL_IMPROVEMENT_PLAN_PARTS_H

#include "store/db.h"

int plan_conflict(struct error *err);
/* The plan is there, ours, and still as it was read. Inside a write. */
int plan_find_own(struct db *db, int64_t plan, int64_t rev, struct error *err);

#endif
