/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of a year's state share. For them alone. */
#ifndef MODEL_ROUND_STATE_PARTS_H
#define MODEL_ROUND_STATE_PARTS_H

#include "model/monitoring/round_state.h"

/* The tasks of the year, as they are now or as they were frozen. */
int round_state_tasks(
	struct db *db, struct arena *arena, struct round_state *out, struct error *err);

#endif
