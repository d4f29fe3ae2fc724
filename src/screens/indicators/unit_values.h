/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which values there are of one unit: for its card, and for the years of its profile. */
#ifndef SCREENS_UNIT_VALUES_H
#define SCREENS_UNIT_VALUES_H

#include "model/indicators/value.h"

struct unit_service {     /* indicators of one service that know the unit */
	const char *name; /* "" = without a service */
	int indicators;
	int first_year, last_year;
};
struct unit_values {
	struct unit_service *services; /* in the order of the list of indicators */
	int service_count;
	int indicators;
	int *years, year_count; /* with at least one value, ascending */
};

int unit_values_load(struct db *db, const struct unit_table *units, int slot, struct arena *arena,
	struct unit_values *out, struct error *err);
/* The years only, without looking at indicators that can add none. */
int unit_years_load(struct db *db, const struct unit_table *units, int slot, struct arena *arena,
	struct unit_values *out, struct error *err);

#endif
