/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Totals of decisions as values of the catalogue's cards about decisions (DA01 to DA05), whether
 * their figures are own ones or published: what is keyed for such a card, or what a file brought,
 * lies over what its quarters say. Asked for one unit, a city has those of both its codes. */
#ifndef MODEL_DECISION_FEED_H
#define MODEL_DECISION_FEED_H

#include "model/sheets/own_figure.h"

/* Whether the card with this code is one of those. */
bool decision_feeds(const char *code);
/* Where nothing is there yet. A year without all four quarters may be incomplete; a share of
 * nothing has no denominator. */
int decision_vector(struct db *db, int64_t indicator, int year, struct vector *v,
	struct error *err);
int decision_points(struct db *db, int64_t indicator, int slot, int first, int last,
	struct slice_point *points, struct error *err);
/* What all four quarters of a year say, as a figure of the unit that nobody has to key: "nd" for a
 * share of nothing. indicator_id 0 where a quarter is missing, or the card is none of those. */
int decision_figure(struct db *db, int64_t indicator, int year, int slot, struct own_figure *out,
	struct error *err);
/* slot NO_SLOT = all. Blank where no quarter feeds it. */
int decision_source(struct db *db, int64_t indicator, int year, int slot,
	struct value_source *out, struct error *err);

#endif
