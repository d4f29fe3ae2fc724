/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One pass over the indicators that have values, one cell a year of each. */
#include "config.h"

#include "screens/indicators/unit_values.h"

#include "model/indicators/flag.h"

#include <string.h>

enum { YEARS = 2200 };

static void
note_year(struct unit_values *out, size_t *capacity, const char *name, bool first, int year,
	struct arena *arena)
{
	struct unit_service *last =
		out->service_count ? &out->services[out->service_count - 1] : NULL;

	if (!last || strcmp(last->name, name) != 0) {
		out->services = arena_grow(arena, out->services, (size_t)out->service_count,
			capacity, sizeof *out->services);
		last = &out->services[out->service_count++];
		*last = (struct unit_service){ name, 0, year, year };
	}
	last->indicators += first;
	out->indicators += first;
	if (year < last->first_year)
		last->first_year = year;
	if (year > last->last_year)
		last->last_year = year;
}

/* Whether the indicator may have a value in a year that none had so far. */
static bool
may_add_year(const struct indicator *indicator, const bool *seen)
{
	for (int year = indicator->first_year; year <= indicator->last_year && year < YEARS; year++)
		if (!seen[year])
			return true;
	return false;
}

static int
load(struct db *db, const struct unit_table *units, int slot, bool years_only,
	struct arena *arena, struct unit_values *out, struct error *err)
{
	const struct indicator_filter filter = { .with_values = true };
	bool *seen = arena_array(arena, YEARS, sizeof *seen);
	struct indicator *list;
	struct value_point *points;
	size_t capacity = 0;
	int count, point_count;

	*out = (struct unit_values){ 0 };
	if (indicator_list(db, &filter, arena, &list, &count, err))
		return -1;
	for (int i = 0; i < count; i++) {
		bool first = true;

		if (years_only && !may_add_year(&list[i], seen))
			continue;
		if (value_series(db, units, &list[i], slot, list[i].first_year, list[i].last_year,
			    arena, &points, &point_count, err))
			return -1;
		for (int j = 0; j < point_count; j++) {
			if (flag_missing(points[j].flag) || points[j].year >= YEARS)
				continue;
			note_year(out, &capacity, list[i].service, first, points[j].year, arena);
			seen[points[j].year] = true;
			first = false;
		}
	}
	out->years = arena_array(arena, YEARS, sizeof *out->years);
	for (int year = 0; year < YEARS; year++)
		if (seen[year])
			out->years[out->year_count++] = year;
	return 0;
}

int
unit_values_load(struct db *db, const struct unit_table *units, int slot, struct arena *arena,
	struct unit_values *out, struct error *err)
{
	return load(db, units, slot, false, arena, out, err);
}

int
unit_years_load(struct db *db, const struct unit_table *units, int slot, struct arena *arena,
	struct unit_values *out, struct error *err)
{
	int failed = load(db, units, slot, true, arena, out, err);

	out->services = NULL;
	out->service_count = out->indicators = 0;
	return failed;
}
