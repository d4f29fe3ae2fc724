/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which answers of a distribution are hidden; a cross-table hides the same of its totals. */
#include "config.h"

#include "model/tabulate_parts.h"

#include "base/memory.h"
#include "model/suppression.h"

#include <string.h>

/* Where hardly anybody gave two answers, or none has two codes, they are parts of the valid ones: a
 * single hidden one would be what is left. */
static bool
choices_add_up(const struct tally *t)
{
	int total = t->heads - 1;
	long given = 0;

	for (int i = 0; i < t->answer_count; i++)
		given += t->n[i * t->heads + total];
	return given - t->base[total].n < TABULATION_GROUP;
}

bool
tally_heads_add_up(const struct tally *t)
{
	long under = 0;

	if (!t->by || t->by->kind != COLUMN_CHOICES)
		return true;
	for (int h = 0; h < t->heads - 1; h++)
		under += t->base[h].n;
	return under - t->base[t->heads - 1].n < TABULATION_GROUP;
}

/* Of many different numbers only what is no number has a row. */
bool
tally_adds_up(const struct tally *t)
{
	if (t->column->kind == COLUMN_RANKS)
		return false;
	if (t->column->kind == COLUMN_CHOICES)
		return choices_add_up(t);
	return t->column->kind == COLUMN_CHOICE ||
	       (!t->dropped && t->number_count <= TABULATION_POINTS);
}

void
tally_hide(const struct tally *t, struct tally_hidden *out)
{
	size_t answers = (size_t)t->answer_count, total = (size_t)t->heads - 1;
	long *counts = arena_array(t->w->arena, answers + 1, sizeof(*counts)), *people = NULL;
	const struct tally_base *base = &t->base[total];
	struct suppression_outcome outcome = { .all = false };

	*out = (struct tally_hidden){ .answers = arena_array(t->w->arena, answers + 1, 1) };
	if (t->people)
		people = arena_array(t->w->arena, answers + 1, sizeof(*people));
	for (size_t i = 0; i < answers; i++) {
		counts[i] = t->n[i * (total + 1) + total];
		if (people)
			people[i] = t->people[i * (total + 1) + total];
	}
	suppression_list(&(struct suppression_list){ .answers = counts,
				 .people = people,
				 .answer_count = t->answer_count,
				 .valid = base->n,
				 .valid_people = base->people,
				 .answers_add_up = tally_adds_up(t),
				 .threshold = t->threshold },
		out->answers, &outcome);
	out->whole = outcome.all ||
		     (base->n > 0 && (people ? base->people : base->n) < t->threshold);
	out->nothing = t->distinct > 0 && t->distinct < t->threshold;
	if (out->whole || outcome.small || outcome.further)
		out->notes |= NOTE_HIDDEN;
	if (t->threshold > 0 && t->distinct < TABULATION_GROUP && t->distinct > 0) {
		out->whole = out->few = true;
		out->notes |= NOTE_GROUP_HIDDEN;
	}
	if (out->whole)
		memset(out->answers, SUPPRESSION_FURTHER, answers);
}
