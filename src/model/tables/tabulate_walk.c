/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One walk over a column, under the heads of another: rows that say the same under the same are
 * counted together. */
#include "config.h"

#include "model/tables/tabulate_walk.h"

#include "base/memory.h"
#include "model/results/answer_column_parts.h"

#include <stdlib.h>
#include <string.h>

enum { PAIRS_MOST = 262144 };

/* ---- row by row ---- */

static double
weight_of(const struct tally *t, size_t row)
{
	return t->weights[tally_form_of(t, row)];
}

static void
walk_row(struct tally *t, size_t row)
{
	struct portion one = { 1, 1, 1, tally_form_of(t, row) };

	if (!tally_in_base(t, row))
		return;
	if (t->weights) {
		one.weight = weight_of(t, row);
		one.squares = one.weight * one.weight;
	}
	tally_count_row(t, row, row, one);
}

/* Numbers from the smallest on, so that nobody sorts them once more under every head; the passes
 * of a repeat in the order of their forms, so that people are counted. */
static void
walk_rows(struct tally *t)
{
	const struct column_same *same = NULL;

	if (!t->people && (t->column->kind == COLUMN_NUMBER || t->column->kind == COLUMN_DATE))
		same = wave_column_same(t->w, t->column);
	for (size_t row = 0; row < t->column->count; row++)
		if (!same || t->column->missing[row])
			walk_row(t, row);
	for (size_t i = 0; same && i < same->count; i++)
		walk_row(t, same->order[i]);
}

/* ---- sort by sort ---- */

struct under {              /* what stands in the head, by sorts */
	const uint16_t *of; /* of each row; NULL = there are no heads */
	size_t count;
	const uint32_t *like; /* a row of each */
	uint16_t *modes;      /* malloc */
	uint32_t of_mode[MODE_COUNT];
};

struct pairs { /* [sort * heads' sorts + head's sort] */
	uint32_t *n;
	double *weight, *squares; /* NULL = each has 1 */
};

static bool
find_under(const struct tally *t, struct under *u)
{
	const struct column_sorts *sorts;

	*u = (struct under){ .count = 1 };
	if (t->by_mode) {
		u->modes = memory_array(t->column->count + 1, sizeof(*u->modes));
		for (size_t row = 0; row < t->column->count; row++) {
			u->modes[row] = t->w->mode[row];
			u->of_mode[t->w->mode[row]] = (uint32_t)row;
		}
		u->of = u->modes;
		u->count = MODE_COUNT;
		u->like = u->of_mode;
	} else if (t->by) {
		sorts = wave_column_sorts(t->w, t->by);
		if (!sorts)
			return false;
		u->of = sorts->of;
		u->count = sorts->count;
		u->like = sorts->like;
	}
	return true;
}

/* Most tables are of all forms, each counted once. */
static void
count_all(const struct tally *t, const struct under *u, uint32_t *n)
{
	const uint16_t *of = t->sorts->of, *under = u->of;

	for (size_t sort = 0; !under && sort < t->sorts->count; sort++)
		n[sort] = (uint32_t)t->sorts->rows[sort];
	for (size_t row = 0; under && row < t->column->count; row++)
		n[of[row] * u->count + under[row]]++;
}

static void
count_some(const struct tally *t, const struct under *u, struct pairs *pairs)
{
	for (size_t row = 0; row < t->column->count; row++) {
		size_t at = t->sorts->of[row] * u->count + (u->of ? u->of[row] : 0);

		if (t->selected && !t->selected[row])
			continue;
		pairs->n[at]++;
		if (t->weights) {
			double w = weight_of(t, row);

			pairs->weight[at] += w;
			pairs->squares[at] += w * w;
		}
	}
}

static void
count_pairs(const struct tally *t, const struct under *u, struct pairs *pairs)
{
	if (t->selected || t->weights)
		count_some(t, u, pairs);
	else
		count_all(t, u, pairs->n);
}

static void
take_pairs(struct tally *t, const struct under *u, const struct pairs *pairs)
{
	for (size_t sort = 0; sort < t->sorts->count; sort++) {
		size_t like = t->sorts->like[sort];

		if (t->sorts->rows[sort] == 0 || t->column->missing[like] == MISSING_OFF_ROUTE)
			continue;
		for (size_t head = 0; head < u->count; head++) {
			size_t at = sort * u->count + head, n = pairs->n[at];
			struct portion p = { (long)n, (double)n, (double)n, 0 };

			if (n == 0)
				continue;
			if (t->weights) {
				p.weight = pairs->weight[at];
				p.squares = pairs->squares[at];
			}
			tally_count_row(t, like, u->of ? u->like[head] : like, p);
		}
	}
}

static bool
walk_sorts(struct tally *t)
{
	struct under u;
	struct pairs pairs = { NULL, NULL, NULL };
	size_t count;

	if (!t->sorts || !find_under(t, &u))
		return false;
	count = t->sorts->count * u.count;
	if (count <= PAIRS_MOST) {
		pairs.n = memory_array(count + 1, sizeof(*pairs.n));
		if (t->weights) {
			pairs.weight = memory_array(count + 1, sizeof(*pairs.weight));
			pairs.squares = memory_array(count + 1, sizeof(*pairs.squares));
		}
		count_pairs(t, &u, &pairs);
		take_pairs(t, &u, &pairs);
	}
	free(pairs.n);
	free(pairs.weight);
	free(pairs.squares);
	free(u.modes);
	return count <= PAIRS_MOST;
}

/* ---- the whole ---- */

static void
count_distinct(struct tally *t)
{
	size_t last = SIZE_MAX;

	t->distinct = 0;
	for (size_t row = 0; row < t->column->count; row++)
		if (tally_in_base(t, row)) {
			t->distinct += tally_form_of(t, row) != last;
			last = tally_form_of(t, row);
		}
}

void
tally_walk(struct tally *t)
{
	if (!walk_sorts(t))
		walk_rows(t);
	t->distinct = t->forms;
	if (t->column->form)
		count_distinct(t);
}

/* ---- which sorts there are ---- */

void
tally_find_sorts(struct tally *t)
{
	size_t *rows;

	t->sorts = wave_column_sorts(t->w, t->column);
	if (!t->sorts)
		return;
	t->rows = t->sorts->rows;
	if (!t->selected)
		return;
	t->rows = rows = arena_array(t->w->arena, t->sorts->count + 1, sizeof(*rows));
	for (size_t row = 0; row < t->column->count; row++)
		rows[t->sorts->of[row]] += t->selected[row] != 0;
}
