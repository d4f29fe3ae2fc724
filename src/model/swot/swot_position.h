/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The strategic position that follows from the matrices of a SWOT. Pure.
 * Quadrants and their strategies: H. Weihrich, The TOWS Matrix, Long Range Planning 15 (2), 1982,
 * 54-66; numbers in both directions: Strategia Rozwoju Gminy Chełm Śląski 2004-2020, section 2.3.
 * Weighted sums are those of the tables of interactions in Polish handbooks ("iloczyn wag i
 * interakcji"): number of interactions of a factor × its weight, rows and columns added; Weihrich
 * has none, and no first author is known to us. */
#ifndef MODEL_SWOT_POSITION_H
#define MODEL_SWOT_POSITION_H

#include "model/swot/swot_pair.h"

enum swot_quadrant { QUADRANT_SO, QUADRANT_WO, QUADRANT_ST, QUADRANT_WT, QUADRANTS };
const char *swot_quadrant_name(enum swot_quadrant q);     /* in files: SO, WO, ST, WT */
const char *swot_quadrant_label(enum swot_quadrant q);    /* translated: "S × O" */
const char *swot_quadrant_strategy(enum swot_quadrant q); /* translated: "aggressive (maxi-maxi)" */
/* What is asked of a pair, translated: "Does the strength help to use the opportunity?" */
const char *swot_quadrant_question(enum swot_quadrant q, enum swot_direction d);
enum swot_quadrant swot_quadrant_of(enum factor_kind inner, enum factor_kind outer);

/* One quadrant of one matrix, or of both together. */
struct swot_sum {
	int pairs, keyed;  /* all pairs, and those with a number */
	double sum;        /* Σ a(i,j) of what is keyed */
	double mean;       /* sum / keyed; NAN = nothing keyed */
	/* Σ w(i)·Σⱼ a(i,j) + Σ w(j)·Σᵢ a(i,j), which is Σ a(i,j)·(w(i) + w(j)); NAN where weights
	 * do not sum to 1 */
	double weighted;
};

struct swot_position {
	struct swot_sum of[SWOT_DIRECTIONS][QUADRANTS];
	struct swot_sum both[QUADRANTS]; /* sums added; the mean of all keyed */
	bool complete;                   /* every pair of both matrices has a number */
	bool weighted;                   /* weights of all four kinds sum to 1 */
	/* The quadrant with the largest sum (weighted sum; mean) of
	 * both matrices; -1 = nothing keyed, or a tie, which winners tells. */
	int by_sum, by_weighted, by_mean;
	int sum_winners, weighted_winners, mean_winners; /* how many share the first place */
};
void swot_position_of(const struct swot_matrix *matrix, struct swot_position *out);

/* What stands against weighted sums: "W 0.80, T –" names each kind whose weights do not sum to 1;
 * "" when they can be used, or when nothing is weighed at all. */
char *swot_weights_odd(const struct swot_matrix *matrix, char *dst, size_t size);

/* A row's or column's sum within a quadrant of one matrix: how much a factor matters. */
double swot_inner_sum(const struct swot_matrix *matrix, enum swot_direction d, int inner,
	enum factor_kind outer_kind);
double swot_outer_sum(const struct swot_matrix *matrix, enum swot_direction d, int outer,
	enum factor_kind inner_kind);

#endif
