/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What factors and pairs of a SWOT share, and what findings write there. For them alone. */
#ifndef MODEL_SWOT_PARTS_H
#define MODEL_SWOT_PARTS_H

#include "model/swot/swot.h"

/* Inside db_write: there, in use, and at rev (0 = however it is now). *now: its rev. */
int swot_find_at(struct db *db, int64_t swot, int64_t rev, int64_t *now, bool *halves,
	struct error *err);
int swot_raise(struct db *db, int64_t swot, struct error *err);
/* Inside db_write: a new factor behind those of its kind, not yet weighed; its id is set. What
 * speaks for it and the SWOT's rev are the caller's. Refused: one of its kind that says the
 * same. */
int swot_factor_append(struct db *db, int64_t swot, struct swot_factor *f, struct error *err);

#endif
