/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures that stand for a member of a group under another code: that of the unit before it, or the
 * other one of a city. */
#ifndef MODEL_LENT_H
#define MODEL_LENT_H

#include "model/indicators/path.h"

/* Whose figure counts for a member in v, the vector of that year; *before: it is that of a former
 * code. */
int lent_slot(const struct unit_table *units, const struct path *path, const struct vector *v,
	int member, int year, bool *before);

struct lent {
	const struct unit_table *units;
	const unsigned char *members; /* the filter's; NULL = no group, nothing is lent */
	struct path path;
};
int lent_load(struct db *db, const struct unit_table *units, const struct unit_filter *filter,
	struct arena *arena, struct lent *out, struct error *err);
/* Puts those figures into the members' own cells of v, the vector of that year, and of what it is
 * derived from (parts, or NULL); not those of units that are in the group themselves. before: by
 * slot, nonzero = of a former code; or NULL. */
void lent_fill(const struct lent *l, int year, struct vector *v, struct value_parts *parts,
	unsigned char *before);

#endif
