/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What factors of a SWOT do to each other, pair by pair and both ways: SWOT asks from inside out
 * (does a strength help to use an opportunity, does a weakness block it, does a strength resist a
 * threat, does a weakness deepen it), TOWS the same from outside in. */
#ifndef MODEL_SWOT_PAIR_H
#define MODEL_SWOT_PAIR_H

#include "model/swot/swot.h"

enum swot_direction { SWOT_FORWARD, SWOT_BACKWARD, SWOT_DIRECTIONS };
const char *swot_direction_name(enum swot_direction d); /* in files: swot, tows */

struct swot_matrix { /* in the arena */
	/* Strengths then weaknesses; opportunities then threats. */
	struct swot_factor *inner, *outer;
	int inner_count, outer_count;
	double *value[SWOT_DIRECTIONS];    /* [inner * outer_count + outer]; NAN = not keyed */
};
int swot_matrix_load(struct db *db, int64_t swot, struct arena *arena, struct swot_matrix *out,
	struct error *err);

struct swot_pair {
	int64_t inner, outer; /* factors */
	double value;         /* 0 to 2, whole or by halves as the SWOT says; NAN = takes it away */
	double seen;          /* what stood there when it was read; NAN = nothing */
};
/* Writes all of them or none; pairs of one direction. Refused: a value off the scale, a pair that
 * is not one from inside and one from outside, one that a colleague keyed otherwise meanwhile
 * (ERROR_CONFLICT). The SWOT's rev is raised, and *rev with it where it was the newest. first: the
 * first of a sitting at the matrix; its audit line stands for all of it. */
int swot_pairs_put(struct db *db, int64_t swot, int64_t *rev, enum swot_direction direction,
	const struct swot_pair *pairs, int count, bool first, struct error *err);

/* "1", "1,5", "0.5" … on the scale; -1 = not. Pure. */
int swot_pair_read(const char *text, bool halves, double *value);

#endif
