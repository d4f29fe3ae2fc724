/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the figures of a strategy come from, in words: for the annex of a report, for freezing. */
#ifndef MODEL_ROUND_SOURCE_H
#define MODEL_ROUND_SOURCE_H

#include "model/monitoring/round_state.h"

/* Fills in the sources of figures that are not frozen: what the target says, file and day. */
int round_state_sources(struct db *db, const struct unit_table *units, struct arena *arena,
	struct round_state *state, struct error *err);

struct round_source { /* years whose values come from the same */
	int first, last;
	const char *text; /* in the arena; "" = nobody said */
};
/* Of every value of a figure from a year on up to that of the state, earliest first; years without
 * a value part nothing. What the approved report says of its value stays. */
int round_figure_sources(struct db *db, const struct unit_table *units,
	const struct round_state *state, const struct round_figure *figure, int first,
	struct arena *arena, struct round_source **list, int *count, struct error *err);

#endif
