/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looking at imported figures. */
#ifndef TESTS_EXCHANGE_FIGURES_FIXTURE_H
#define TESTS_EXCHANGE_FIGURES_FIXTURE_H

#include "config.h"

#include "units_fixture.h"

#include "model/indicators/flag.h"
#include "model/indicators/indicator.h"
#include "model/indicators/slice.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define assert_value(a, b) assert_true((a) == (b))

/* A whole slice and the units, opened once for many looks. */
struct look {
	struct unit_table units;
	struct vector v;
	struct indicator card;
	struct arena arena;
};

static inline void
look_at(struct fixture *f, struct look *l, const char *code, int year)
{
	struct error err = { 0 };

	*l = (struct look){ 0 };
	fixture_units(f, &l->units);
	if (indicator_load(f->db, code, &l->arena, &l->card, &err))
		fail_msg("%s", err.text);
	vector_new(&l->v, l->units.slots);
	if (slice_load(f->db, l->card.series_id, year, &l->v, &err))
		fail_msg("%s", err.text);
}

static inline void
look_away(struct look *l)
{
	unit_table_release(&l->units);
	vector_release(&l->v);
	arena_release(&l->arena);
}

/* The flag of a unit; its value, when there is one, in *value. */
static inline int
look_unit(const struct look *l, const char *unit, double *value)
{
	const struct unit *u = unit_by_code(&l->units, unit);

	if (!u)
		fail_msg("no unit %s", unit);
	*value = flag_missing(l->v.flag[u->slot]) ? NAN : l->v.value[u->slot];
	return l->v.flag[u->slot];
}

static inline double
figure(struct fixture *f, const char *code, int year, const char *unit)
{
	struct look l;
	double value;

	look_at(f, &l, code, year);
	look_unit(&l, unit, &value);
	look_away(&l);
	return value;
}

static inline int
figure_flag_of(struct fixture *f, const char *code, int year, const char *unit)
{
	struct look l;
	double value;
	int flag;

	look_at(f, &l, code, year);
	flag = look_unit(&l, unit, &value);
	look_away(&l);
	return flag;
}

/* Sum over units of a level that have a value, and their number. */
static inline double
sum_of(const struct look *l, enum unit_level level, int *count)
{
	double sum = 0;

	*count = 0;
	for (int i = 0; i < l->units.count; i++) {
		const struct unit *u = &l->units.units[i];

		if (u->level != level || flag_missing(l->v.flag[u->slot]))
			continue;
		sum += l->v.value[u->slot];
		++*count;
	}
	return sum;
}

#endif
