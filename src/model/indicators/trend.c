/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A unit's line beside its group's, year by year. */
#include "config.h"

#include "model/indicators/trend.h"

#include "model/indicators/flag.h"
#include "model/indicators/judge.h"
#include "model/indicators/lent.h"

#include <math.h>

struct trending {
	struct db *db;
	const struct indicator *indicator;
	int *peers, peer_count;
	double *values;
	struct vector v;
	struct lent lent;
};

/* The peers' values of the year, summed up, and the best of them. */
static int
add_group(struct trending *t, struct trend_point *point, struct error *err)
{
	double best = NAN;
	int n = 0;

	if (value_load(t->db, t->indicator, point->year, &t->v, NULL, err))
		return -1;
	lent_fill(&t->lent, point->year, &t->v, NULL, NULL);
	for (int i = 0; i < t->peer_count; i++) {
		int slot = t->peers[i];
		double value;

		if (slot >= t->v.slots || flag_missing(t->v.flag[slot]))
			continue;
		t->values[n++] = value = t->v.value[slot];
		if (isnan(best) ||
			judge_badness(t->indicator, value) < judge_badness(t->indicator, best))
			best = value;
	}
	statistics_summary(t->values, n, &point->group);
	point->median = n ? point->group.median : NAN;
	point->best = judge_has_best(t->indicator) ? best : NAN;
	return 0;
}

static int
load(struct trending *t, const struct unit_table *units, int slot, struct arena *arena,
	struct trend_point **points, int *count, struct error *err)
{
	struct value_point *own;
	int *years, year_count, own_count;

	if (value_years(t->db, t->indicator, arena, &years, &year_count, err))
		return -1;
	*points = arena_array(arena, (size_t)year_count + 1, sizeof **points);
	if (!year_count)
		return 0;
	if (value_series(t->db, units, t->indicator, slot, years[0], years[year_count - 1], arena,
		    &own, &own_count, err))
		return -1;
	for (int i = 0; i < year_count; i++) {
		const struct value_point *mine = &own[years[i] - years[0]];
		struct trend_point *point = &(*points)[(*count)++];

		*point = (struct trend_point){ .year = years[i],
			.own_flag = mine->flag,
			.own_marks = mine->marks,
			.own = flag_missing(mine->flag) ? NAN : mine->value };
		if (add_group(t, point, err))
			return -1;
	}
	return 0;
}

int
trend_load(struct db *db, const struct unit_table *units, const struct indicator *indicator,
	int slot, const struct unit_filter *peers, struct arena *arena, struct trend_point **points,
	int *count, struct error *err)
{
	struct trending t = { .db = db, .indicator = indicator };
	int failed;

	*count = 0;
	t.peer_count = judge_units(units, peers, arena, &t.peers);
	t.values = arena_array(arena, (size_t)t.peer_count + 1, sizeof *t.values);
	if (db_read_begin(db, err))
		return -1;
	vector_new(&t.v, units->slots);
	failed = lent_load(db, units, peers, arena, &t.lent, err) ||
		 load(&t, units, slot, arena, points, count, err);
	vector_release(&t.v);
	db_read_end(db);
	return failed ? -1 : 0;
}
