/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One unit in one year: every indicator against a group of its peers. */
#ifndef MODEL_PROFILE_H
#define MODEL_PROFILE_H

#include "model/indicators/statistics.h"
#include "model/indicators/value.h"

enum { PROFILE_QUARTERS = 4 }; /* so many values have quarters */

struct profile_row {
	const struct indicator *indicator;
	double value;
	unsigned char flag;
	int rank;                            /* 0 = own value missing */
	struct summary group;                /* of the peers with a value, the unit included */
	int quarter;                         /* 1..4, 0 = none, or too few values */
	double powiat, voivodeship, country; /* those units' own published values; NaN = none */
	double ratio_of_sums;                /* derived: of the group; else NaN */
};
struct profile {
	struct profile_row *rows;
	int count;
	int peers; /* units in the group */
};
/* peers: filter for the group (level of the unit, area, group). All queries in one read
 * transaction. */
int profile_load(struct db *db, const struct unit_table *units, int slot, int year,
	const struct unit_filter *peers, struct arena *arena, struct profile *out,
	struct error *err);

#endif
