/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Weights that bring a sample into line with known margins of its population. Pure functions.
 *
 * Iterative proportional fitting: W. E. Deming, F. F. Stephan, The Annals of Mathematical
 * Statistics 11 (1940) 427-444. Each round goes through the margins in order and multiplies the
 * weights of a cell's forms so that they add up to its share of the population; rounds go on
 * until no cell is off by more than a millionth of its share, or no form's weight moves any more,
 * RAKING_ROUNDS at the most. One margin is post-stratification (D. Holt, T. M. F. Smith, Journal of
 * the Royal Statistical Society A 142 (1979) 33-46): one round, exactly.
 *
 * Cap: after each round weights above cap times the mean are lowered to it and the others are
 * raised in proportion until the mean is 1 again; the next round fits the margins anew (D.
 * Izrael, M. P. Battaglia, M. R. Frankel, SAS Global Forum 2009, 247; M. P. Battaglia, D. C.
 * Hoaglin, M. R. Frankel, Survey Practice 2 (2009) no. 5). Capped weights need not meet the
 * margins; how far off they stay is said. What unequal weights cost is Kish's effective n: L. Kish,
 * Journal of Official Statistics 8 (1992) 183-200.
 *
 * A form whose cell in a margin is not known keeps its part in that margin: all such forms
 * together weigh there what they number, so that they count as an average form; other margins
 * move them. Weights have the mean 1. */
#ifndef MODEL_RAKING_H
#define MODEL_RAKING_H

#include "base/error.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { RAKING_UNKNOWN = -1, RAKING_ROUNDS = 500 };

struct raking_margin {
	const char *name;          /* for sentences */
	int cell_count;
	const double *population;  /* of each cell, > 0; margins need not have the same sum */
	const char *const *labels; /* of cells, for sentences */
	const int16_t *cell;       /* of each form, or RAKING_UNKNOWN */
};

struct raking_result {
	int rounds;
	double deviation; /* the largest relative one of any cell from its target, at the end */
	bool converged;
	size_t unknown;   /* forms without a cell in some margin */
	size_t capped;    /* forms at the cap */
	double smallest, largest, effective;
};

/* weights: forms numbers. cap 0 = none, else >= 1. Without a cap, not converging is an error that
 * names the cell; with one it is told in the result. Refused in words: no forms, a target of zero
 * or below, a cell nobody is in, a margin in which no form has a cell. */
int raking_weights(const struct raking_margin *margins, int count, size_t forms, double cap,
	double *weights, struct raking_result *out, struct error *err);

/* One margin by itself: what of the above can be said of it, and the cell it is said of. */
int raking_check(const struct raking_margin *margin, size_t forms, int *cell, struct error *err);

#endif
