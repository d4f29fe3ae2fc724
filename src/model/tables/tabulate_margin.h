/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table crossed with a margin of the weights; only the files of tables include it. */
#ifndef MODEL_TABULATE_MARGIN_H
#define MODEL_TABULATE_MARGIN_H

#include "model/privacy/suppression.h"
#include "model/tables/tabulate_means.h"
#include "model/weights/weighting.h"

struct margin_table {
	/* Rows as in the tally, and one for what is not listed; columns: categories of the margin
	 * (under each head of the table), the last those without one where there are any. */
	struct suppression_table table;
	unsigned char *hidden;
	struct suppression_outcome outcome;
	bool nested;      /* in no row, or under no head, stand two categories */
	bool few_missing; /* of several reasons for a blank one is of few of a category */
};
/* rest: of those whom the condition leaves out. row_totals: of rows, before: of cells, what
 * other tables hide, or NULL. */
void margin_cross(const struct tally *t, const struct weighting_fit *margin, bool rest, bool heads,
	const unsigned char *row_totals, const unsigned char *before, struct margin_table *out);
/* In which steps, unit at least, the weighted mean can be said beside what the crossing hides;
 * -1 = in none. */
double margin_mean_unit(const struct tally *t, const struct weighting_fit *margin,
	const struct margin_table *x, double unit);

#endif
