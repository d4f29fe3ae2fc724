/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One pass over the indicators that have values, one cell a year of each. */
#include "config.h"

#include "screens/unit_values.h"

#include "model/flag.h"

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

int
unit_values_load(struct db *db, const struct unit_table *units, int slot, struct arena *arena,
	struct unit_values *out, struct error *err)
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
