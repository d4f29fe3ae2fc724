/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which rows say the same number, and the rows from the smallest number on: sorted once for all
 * tables of a column. */
#include "config.h"

#include "model/results/answer_column_parts.h"

#include "base/memory.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { RANGE_MOST = 65536 }; /* of whole numbers that are dealt out instead of compared */

struct said {
	double value;
	uint32_t row;
};

static int
by_value(const void *a, const void *b)
{
	const struct said *x = a, *y = b;

	return x->value != y->value ? (x->value > y->value) - (x->value < y->value)
				    : (x->row > y->row) - (x->row < y->row);
}

/* Ages, children, years: several times as fast as comparing. false = they are none of these. */
static bool
deal_out(const struct said *list, size_t count, struct said *dealt)
{
	double low = list[0].value, high = low;
	size_t *place;

	for (size_t i = 0; i < count; i++) {
		if (list[i].value != floor(list[i].value))
			return false;
		low = list[i].value < low ? list[i].value : low;
		high = list[i].value > high ? list[i].value : high;
	}
	if (!(high - low < RANGE_MOST))
		return false;
	place = memory_array((size_t)(high - low) + 2, sizeof(*place));
	for (size_t i = 0; i < count; i++)
		place[(size_t)(list[i].value - low) + 1]++;
	for (size_t i = 1; i <= (size_t)(high - low); i++)
		place[i] += place[i - 1];
	for (size_t i = 0; i < count; i++)
		dealt[place[(size_t)(list[i].value - low)]++] = list[i];
	free(place);
	return true;
}

static void
sort(struct column_same *same, const struct answer_column *c, uint32_t *order, uint32_t *place)
{
	struct said *list = memory_array(c->count + 1, sizeof(*list));
	struct said *dealt = memory_array(c->count + 1, sizeof(*dealt)), *sorted = dealt;

	for (size_t row = 0; row < c->count; row++)
		if (!c->missing[row])
			list[same->count++] = (struct said){ c->value[row], (uint32_t)row };
	if (same->count > 0 && !deal_out(list, same->count, dealt)) {
		qsort(list, same->count, sizeof(*list), by_value);
		sorted = list;
	}
	for (size_t i = 0; i < same->count; i++) {
		same->distinct += i == 0 || sorted[i].value > sorted[i - 1].value;
		order[i] = sorted[i].row;
		place[sorted[i].row] = (uint32_t)same->distinct - 1;
	}
	free(list);
	free(dealt);
}

const struct column_same *
wave_column_same(struct wave_columns *w, const struct answer_column *c)
{
	struct column_asked *a = &w->book->asked[column_asked_by_name(w->book, c->name)];
	uint32_t *order, *place;

	if (a->same)
		return a->same;
	a->same = arena_new(w->arena, sizeof(*a->same));
	a->same->order = order = arena_array(w->arena, c->count + 1, sizeof(*order));
	a->same->place = place = arena_array(w->arena, c->count + 1, sizeof(*place));
	sort(a->same, c, order, place);
	return a->same;
}
