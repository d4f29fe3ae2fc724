/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One indicator in one year: units with rank, share of the best, change. */
#ifndef MODEL_RANKING_H
#define MODEL_RANKING_H

#include "model/indicators/statistics.h"
#include "model/indicators/value.h"

struct ranking_row {
	int slot;
	int rank; /* 0 = missing */
	double value;
	unsigned char flag;
	double share_of_best; /* per cent; NaN when it makes no sense */
	/* Change to the year before and over five years, in the indicator's own measure; NaN when
	 * a value is missing or a break of the series lies between. */
	double previous, five_years;
	unsigned marks;
};
enum ranking_sort {
	RANKING_BY_RANK,
	RANKING_BY_NAME,
	RANKING_BY_VALUE,
	RANKING_BY_CODE,
	RANKING_BY_PREVIOUS,
	RANKING_BY_FIVE_YEARS
};
struct ranking {
	struct ranking_row *rows; /* ranked ones first, then missing ones; ties in Polish order */
	int count, ranked, missing;
	struct summary summary; /* over ranked rows; for a derived one mean = ratio of sums too */
	double ratio_of_sums;   /* derived; else NaN */
};
/* Ranks by direction: S and N by value descending, D ascending; nominants with a wanted value
 * by distance to it. Units of the register that existed in that year
 * and have no value stand as missing; units that ended later or are known from BDL only are
 * ranked in the years for which they have a value, whatever the filter says of them. */
int ranking_load(struct db *db, const struct unit_table *units, const struct indicator *indicator,
	int year, const struct unit_filter *filter, bool changes, struct arena *arena,
	struct ranking *out, struct error *err);
void ranking_sort(
	struct ranking *r, const struct unit_table *units, enum ranking_sort by, bool descending);

#endif
