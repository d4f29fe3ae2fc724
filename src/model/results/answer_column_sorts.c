/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sorts of rows: dealt out by numbers, or gathered by what they say. */
#include "config.h"

#include "model/results/answer_column_sorts.h"

#include "base/memory.h"
#include "model/results/answer_column_parts.h"

#include <stdlib.h>
#include <string.h>

enum {
	SORTS_MOST = 60000,
	ALIKE_MOST = 4096, /* of marks and places: where there are more, rows are hardly alike */
	SLOTS = 4 * ALIKE_MOST,
	REASONS = MISSING_COUNT
};

static struct column_sorts *
new_sorts(struct arena *arena, const struct answer_column *c, size_t most, uint16_t **of)
{
	struct column_sorts *s = arena_new(arena, sizeof(*s));

	s->of = *of = arena_array(arena, c->count + 1, sizeof(**of));
	s->like = arena_array(arena, most + 1, sizeof(*s->like));
	s->rows = arena_array(arena, most + 1, sizeof(*s->rows));
	return s;
}

/* Of one choice and of numbers: their sorts are numbered already, the reasons follow. */
static struct column_sorts *
number_sorts(struct arena *arena, const struct answer_column *c, const struct column_same *same)
{
	size_t things = same ? same->distinct : (size_t)c->choice_count;
	struct column_sorts *s;
	uint16_t *of;

	if (things + REASONS > SORTS_MOST)
		return NULL;
	s = new_sorts(arena, c, things + REASONS, &of);
	s->count = things + REASONS;
	for (size_t row = 0; row < c->count; row++) {
		size_t sort = c->missing[row] ? things + c->missing[row]
			      : same          ? same->place[row]
					      : c->choice[row];

		of[row] = (uint16_t)sort;
		s->like[sort] = (uint32_t)row;
		s->rows[sort]++;
	}
	return s;
}

struct likeness { /* what a row of marks or places says */
	const unsigned char *bytes;
	size_t width;
};

static uint32_t
hash(const unsigned char *bytes, size_t width, unsigned char missing)
{
	uint32_t h = 2166136261u; /* FNV-1a */

	h = (h ^ missing) * 16777619u;
	for (size_t i = 0; i < width; i++)
		h = (h ^ bytes[i]) * 16777619u;
	return h ^ h >> 15;
}

static bool
is_like(const struct answer_column *c, const struct likeness *l, size_t a, size_t b)
{
	return c->missing[a] == c->missing[b] &&
	       (c->missing[a] ||
		       memcmp(l->bytes + a * l->width, l->bytes + b * l->width, l->width) == 0);
}

/* Of marks and places: in the order in which they first stand. */
static struct column_sorts *
gather_sorts(struct arena *arena, const struct answer_column *c, struct likeness l)
{
	uint16_t *slots = memory_array(SLOTS, sizeof(*slots)), *of; /* the sort + 1 */
	struct column_sorts *s = new_sorts(arena, c, ALIKE_MOST, &of);

	for (size_t row = 0; row < c->count; row++) {
		size_t width = c->missing[row] ? 0 : l.width;
		size_t at = hash(l.bytes + row * l.width, width, c->missing[row]) % SLOTS;

		while (slots[at] && !is_like(c, &l, s->like[slots[at] - 1], row))
			at = (at + 1) % SLOTS;
		if (!slots[at]) {
			if (s->count == ALIKE_MOST) {
				free(slots);
				return NULL;
			}
			s->like[s->count] = (uint32_t)row;
			slots[at] = (uint16_t)++s->count;
		}
		of[row] = (uint16_t)(slots[at] - 1);
		s->rows[of[row]]++;
	}
	free(slots);
	return s;
}

static struct column_sorts *
sort_rows(struct wave_columns *w, const struct answer_column *c)
{
	switch (c->kind) {
	case COLUMN_CHOICE:
		return number_sorts(w->arena, c, NULL);
	case COLUMN_CHOICES:
		if (!c->marks)
			return NULL;
		return gather_sorts(w->arena, c,
			(struct likeness){ (const unsigned char *)c->marks,
				(size_t)c->words * sizeof(*c->marks) });
	case COLUMN_RANKS:
		return gather_sorts(
			w->arena, c, (struct likeness){ c->place, (size_t)c->choice_count });
	default:
		return number_sorts(w->arena, c, wave_column_same(w, c));
	}
}

const struct column_sorts *
wave_column_sorts(struct wave_columns *w, const struct answer_column *c)
{
	struct column_asked *a = &w->book->asked[column_asked_by_name(w->book, c->name)];

	if (!a->sorted && !c->form)
		a->sorts = sort_rows(w, c);
	a->sorted = true;
	return a->sorts;
}
