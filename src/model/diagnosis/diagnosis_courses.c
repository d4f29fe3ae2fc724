/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One indicator of many units over years: each year's vector is read once for all of them. */
#include "config.h"

#include "model/diagnosis/diagnosis_parts.h"

#include "model/indicators/flag.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Splits and merges are few, units times years are many: marked once. */
static void
mark_stops(struct courses *c, int *place)
{
	for (int i = 0; i < c->path.link_count; i++) {
		const struct succession_link *link = &c->path.links[i];
		int year = link->year - c->first_year;

		if (link->slot <= 0 || link->slot >= c->units->slots || place[link->slot] < 0 ||
			year < 0 || year >= c->years)
			continue;
		if (!strcmp(link->change, "split") || !strcmp(link->change, "merged"))
			c->stops[place[link->slot] * c->years + year] = 1;
	}
}

int
courses_begin(struct courses *c, struct db *db, const struct unit_table *units,
	const struct diagnosis *question, int *slots, int count, struct arena *arena,
	struct error *err)
{
	size_t all = (size_t)count + 1, cells;
	int *place = arena_array(arena, (size_t)units->slots + 1, sizeof *place);

	*c = (struct courses){ .db = db,
		.units = units,
		.years = question->years,
		.first_year = question->year - question->years + 1,
		.slots = slots,
		.count = count };
	cells = all * (size_t)c->years;
	c->stops = arena_array(arena, cells, 1);
	c->breaks = arena_array(arena, cells, 1);
	c->values = arena_array(arena, cells, sizeof *c->values);
	c->flags = arena_array(arena, all, 1);
	c->lacks = arena_array(arena, all, 1);
	c->firsts = arena_array(arena, all, 1);
	c->lasts = arena_array(arena, all, 1);
	c->turned = arena_array(arena, all, sizeof *c->turned);
	c->slopes = arena_array(arena, all, sizeof *c->slopes);
	c->changes = arena_array(arena, all, sizeof *c->changes);
	if (path_load(db, units, arena, &c->path, err) < 0)
		return -1;
	for (int i = 0; i < units->slots; i++)
		place[i] = -1;
	for (int i = 0; i < count; i++)
		place[slots[i]] = i;
	mark_stops(c, place);
	c->v = arena_array(arena, 1, sizeof *c->v);
	vector_new(c->v, units->slots);
	return 0;
}

void
courses_end(struct courses *c)
{
	if (c->v)
		vector_release(c->v);
	c->v = NULL;
}

static void
take_year(struct courses *c, int place)
{
	int year = c->first_year + place;

	for (int i = 0; i < c->count; i++) {
		int slot = path_figure_slot(&c->path, c->v, c->slots[i], year);
		unsigned char flag = c->v->flag[slot];
		int cell = i * c->years + place;

		c->values[cell] = flag_missing(flag) ? NAN : c->v->value[slot];
		c->breaks[cell] = c->stops[cell];
		if (flag != FLAG_NONE && flag_meaning(flag)->series_break)
			c->breaks[cell] = 1;
		if (place == c->years - 1)
			c->flags[i] = flag;
	}
}

static void
take_nothing(struct courses *c, int place)
{
	for (int i = 0; i < c->count; i++) {
		c->values[i * c->years + place] = NAN;
		c->breaks[i * c->years + place] = c->stops[i * c->years + place];
		if (place == c->years - 1)
			c->flags[i] = FLAG_ABSENT;
	}
}

/* A nominant is turned year by year; of others the slope itself can be turned, which is quicker. */
static void
settle_unit(struct courses *c, const struct indicator *card, int i)
{
	const double *values = &c->values[i * c->years];
	bool bent = card->direction == 'N' && card->has_wanted;
	double turned[64], sign = card->direction == 'D' ? -1 : 1, last = values[c->years - 1];
	struct standard_course course;

	for (int y = 0; bent && y < c->years; y++)
		turned[y] = isnan(values[y]) ? NAN : standard_turn(card, values[y]);
	standard_course_make(
		&course, bent ? turned : values, &c->breaks[i * c->years], c->years);
	c->turned[i] = isnan(last) ? NAN : standard_turn(card, last);
	c->slopes[i] = bent ? course.slope : sign * course.slope;
	c->changes[i] = bent ? course.mean_change : sign * course.mean_change;
	c->lacks[i] = (unsigned char)course.lack;
	c->firsts[i] = (unsigned char)course.first;
	c->lasts[i] = (unsigned char)course.last;
}

int
courses_load(struct courses *c, const struct indicator *card, struct error *err)
{
	for (int y = 0; y < c->years; y++) {
		int year = c->first_year + y;

		if (year < card->first_year || year > card->last_year) {
			take_nothing(c, y);
			continue;
		}
		if (value_load(c->db, card, year, c->v, NULL, err) < 0)
			return -1;
		take_year(c, y);
	}
	for (int i = 0; i < c->count; i++)
		settle_unit(c, card, i);
	return 0;
}
