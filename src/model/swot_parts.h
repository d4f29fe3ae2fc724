/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What factors and pairs of a SWOT share. For them alone. */
#ifndef MODEL_SWOT_PARTS_H
#define MODEL_SWOT_PARTS_H

#include "model/swot.h"

/* Inside db_write: there, in use, and at rev (0 = however it is now). *now: its rev. */
int swot_find_at(struct db *db, int64_t swot, int64_t rev, int64_t *now, bool *halves,
	struct error *err);
int swot_raise(struct db *db, int64_t swot, struct error *err);

#endif
