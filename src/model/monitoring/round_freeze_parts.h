/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of an approval share. For them alone. */
#ifndef MODEL_ROUND_FREEZE_PARTS_H
#define MODEL_ROUND_FREEZE_PARTS_H

#include "model/monitoring/round_state.h"

/* The state is the one that was seen, else ERROR_CONFLICT with the first difference. */
int round_seen_check(const struct round_state *seen, const struct round_state *now,
	struct arena *arena, struct error *err);

#endif
