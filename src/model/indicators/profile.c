/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Profile: one slice per indicator, a selection for its quartiles, one pass for the rank. */
#include "config.h"

#include "model/indicators/profile.h"

#include "model/indicators/flag.h"
#include "model/indicators/judge.h"
#include "model/indicators/lent.h"

#include <math.h>
#include <stdlib.h>

struct profiling {
	struct db *db;
	int slot, year;
	int *peers; /* slots, the unit itself among them */
	int peer_count;
	int powiat, voivodeship, country; /* slots above, NO_SLOT = none or the unit itself */
	double *values;                   /* of the peers */
	struct vector v;
	struct value_parts parts;
	struct lent lent;
};

static double
value_at(const struct vector *v, int slot)
{
	return slot != NO_SLOT && slot < v->slots && !flag_missing(v->flag[slot]) ? v->value[slot]
										  : NAN;
}

static int
slot_above(const struct unit_table *units, const struct unit *u, enum unit_level level)
{
	const struct unit *above = unit_above(units, u, level);

	return above && above->slot != u->slot ? above->slot : NO_SLOT;
}

static void
find_peers(struct profiling *p, const struct unit_table *units, const struct unit_filter *filter,
	struct arena *arena, struct profile *out)
{
	int *slots, count = judge_units(units, filter, arena, &slots);
	bool self = false;

	p->peers = arena_array(arena, (size_t)count + 1, sizeof *p->peers);
	for (int i = 0; i < count; i++) {
		self |= slots[i] == p->slot;
		p->peers[p->peer_count++] = slots[i];
		out->peers += judge_expected(unit_by_slot(units, slots[i]), filter, p->year);
	}
	if (!self) {
		p->peers[p->peer_count++] = p->slot;
		out->peers++;
	}
	p->values = arena_array(arena, (size_t)p->peer_count + 1, sizeof *p->values);
}

static int
rank_among(const struct indicator *indicator, const double *values, int n, double own)
{
	double badness = judge_badness(indicator, own);
	int better = 0;

	for (int i = 0; i < n; i++)
		better += judge_badness(indicator, values[i]) < badness;
	return better + 1;
}

static void
fill_row(struct profiling *p, const struct indicator *indicator, struct profile_row *row)
{
	const struct vector *v = &p->v;
	double above = 0, below = 0;
	int n = 0;

	*row = (struct profile_row){ .indicator = indicator,
		.powiat = value_at(v, p->powiat),
		.voivodeship = value_at(v, p->voivodeship),
		.country = value_at(v, p->country),
		.ratio_of_sums = NAN,
		.flag = p->slot < v->slots ? v->flag[p->slot] : FLAG_ABSENT };
	for (int i = 0; i < p->peer_count; i++) {
		int slot = p->peers[i];

		if (slot >= v->slots || flag_missing(v->flag[slot]))
			continue;
		p->values[n++] = v->value[slot];
		if (p->parts.derived) {
			above += p->parts.numerator.value[slot];
			below += p->parts.denominator.value[slot];
		}
	}
	if (p->parts.derived && below != 0)
		row->ratio_of_sums = p->parts.multiplier * above / below;
	if (!flag_missing(row->flag)) {
		row->value = v->value[p->slot];
		row->rank = rank_among(indicator, p->values, n, row->value);
	}
	statistics_summary(p->values, n, &row->group);
	if (row->rank && n >= PROFILE_QUARTERS)
		row->quarter = statistics_quarter(&row->group, row->value);
}

/* Indicators without any value in the year, for the unit or its peers, are left out. */
static int
fill_rows(struct profiling *p, const struct indicator *list, int count, struct profile *out,
	struct error *err)
{
	for (int i = 0; i < count; i++) {
		struct profile_row *row = &out->rows[out->count];

		if (p->year < list[i].first_year || p->year > list[i].last_year)
			continue;
		if (value_load(p->db, &list[i], p->year, &p->v, &p->parts, err))
			return -1;
		lent_fill(&p->lent, p->year, &p->v, &p->parts, NULL);
		fill_row(p, &list[i], row);
		value_parts_release(&p->parts);
		if (row->group.n || row->flag != FLAG_ABSENT || !isnan(row->powiat) ||
			!isnan(row->voivodeship) || !isnan(row->country))
			out->count++;
	}
	return 0;
}

int
profile_load(struct db *db, const struct unit_table *units, int slot, int year,
	const struct unit_filter *peers, struct arena *arena, struct profile *out,
	struct error *err)
{
	const struct indicator_filter with_values = { .with_values = true };
	const struct unit *u = unit_by_slot(units, slot);
	struct profiling p = { .db = db, .slot = slot, .year = year };
	struct indicator *list;
	int count, failed;

	*out = (struct profile){ 0 };
	if (!u)
		return 0;
	p.powiat = slot_above(units, u, LEVEL_POWIAT);
	p.voivodeship = slot_above(units, u, LEVEL_VOIVODESHIP);
	p.country = slot_above(units, u, LEVEL_COUNTRY);
	find_peers(&p, units, peers, arena, out);
	if (db_read_begin(db, err))
		return -1;
	vector_new(&p.v, units->slots);
	failed = lent_load(db, units, peers, arena, &p.lent, err) ||
		 indicator_list(db, &with_values, arena, &list, &count, err);
	if (!failed) {
		out->rows = arena_array(arena, (size_t)count + 1, sizeof *out->rows);
		failed = fill_rows(&p, list, count, out, err);
	}
	vector_release(&p.v);
	db_read_end(db);
	return failed ? -1 : 0;
}
