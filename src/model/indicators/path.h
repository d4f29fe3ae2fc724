/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A unit through its changes: whose values stand for it in earlier years, and where its series
 * stops. For who reads figures: the screens ask value.h. */
#ifndef MODEL_PATH_H
#define MODEL_PATH_H

#include "model/units/register.h"
#include "model/indicators/value.h"

struct path {
	int slots;
	int *before; /* by slot: the unit it follows one to one, or NO_SLOT */
	int *since;  /* by slot: first year under its own code */
	struct succession_link *links;
	int link_count;
};

int path_load(struct db *db, const struct unit_table *units, struct arena *arena, struct path *out,
	struct error *err);
/* The slot under which the unit was known in that year: itself or a predecessor. */
int path_slot(const struct path *path, int slot, int year);
/* The slot whose figure counts in v, the vector of that year: the unit's own, and where that says
 * nothing its predecessor's. */
int path_figure_slot(const struct path *path, const struct vector *v, int slot, int year);
/* The unit as which it goes on today: itself, or who followed it one to one. */
int path_now(const struct path *path, int slot);
/* A split or a merge in that year: the values before it are of another territory. */
bool path_stops(const struct path *path, int slot, int year);
/* MARK_BREAK, MARK_BEFORE_UNIT, MARK_AFTER_UNIT of a value. */
unsigned path_marks(const struct unit_table *units, int slot, int year, unsigned char flag);
/* The same as unit_exists_in, quick for the many units without dates. */
bool path_exists(const struct unit *u, int year);
/* value_series() for who reads many: the path is loaded once. */
int value_series_along(struct db *db, const struct unit_table *units, const struct path *path,
	const struct indicator *indicator, int slot, int first_year, int last_year,
	struct arena *arena, struct value_point **points, int *count, struct error *err);

#endif
