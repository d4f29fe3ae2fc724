/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The line of one unit over years beside its group's median and best, for charts. */
#ifndef MODEL_TREND_H
#define MODEL_TREND_H

#include "model/indicators/statistics.h"
#include "model/indicators/value.h"

struct trend_point {
	int year;
	double own, median, best; /* NaN = none */
	unsigned char own_flag;
	unsigned own_marks;
	struct summary group;
};
int trend_load(struct db *db, const struct unit_table *units, const struct indicator *indicator,
	int slot, const struct unit_filter *peers, struct arena *arena, struct trend_point **points,
	int *count, struct error *err);

#endif
