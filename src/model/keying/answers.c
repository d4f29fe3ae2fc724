/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers of one reading in memory, sorted by question and occurrence. */
#include "config.h"

#include "model/keying/route.h"

#include <assert.h>
#include <string.h>

/* The first entry not before the place. */
static int
lower(const struct answers *a, int question, int occurrence)
{
	int from = 0, to = a->count;

	while (from < to) {
		int middle = from + (to - from) / 2;
		const struct answer *x = &a->list[middle];

		if (x->question < question ||
			(x->question == question && x->occurrence < occurrence))
			from = middle + 1;
		else
			to = middle;
	}
	return from;
}

static bool
stands_at(const struct answers *a, int i, int question, int occurrence)
{
	return i < a->count && a->list[i].question == question &&
	       a->list[i].occurrence == occurrence;
}

const struct answer *
answers_find(const struct answers *a, int question, int occurrence)
{
	int i = lower(a, question, occurrence);

	return stands_at(a, i, question, occurrence) ? &a->list[i] : NULL;
}

struct answer *
answers_put(struct answers *a, int question, int occurrence, const char *value,
	enum missing missing, unsigned marks)
{
	int i = lower(a, question, occurrence);

	assert(a->arena && question >= 0 && occurrence >= 1);
	if (!stands_at(a, i, question, occurrence)) {
		a->list =
			arena_grow(a->arena, a->list, (size_t)a->count, &a->room, sizeof(*a->list));
		memmove(&a->list[i + 1], &a->list[i], sizeof(*a->list) * (size_t)(a->count - i));
		a->count++;
	}
	a->list[i] = (struct answer){ question, occurrence, arena_string(a->arena, value), missing,
		marks };
	return &a->list[i];
}

void
answers_remove(struct answers *a, int question, int occurrence)
{
	int i = lower(a, question, occurrence);

	if (!stands_at(a, i, question, occurrence))
		return;
	a->count--;
	memmove(&a->list[i], &a->list[i + 1], sizeof(*a->list) * (size_t)(a->count - i));
}
