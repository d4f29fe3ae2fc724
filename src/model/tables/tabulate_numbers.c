/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Means of numbers that people wrote, where they are too many to be listed: each number is a
 * person's own, so a mean is of a group or is not said. */
#include "config.h"

#include "model/tables/tabulate_means.h"

static long
group_of(const struct tally *t)
{
	return t->threshold > TABULATION_GROUP ? t->threshold : TABULATION_GROUP;
}

static long
scored_people(const struct tally *t, int head)
{
	return t->people ? t->base[head].scored_people : t->base[head].scored;
}

static bool
are_own(const struct tally *t)
{
	return t->column->scale && !tally_lists_scores(t);
}

bool
tally_few_scored(const struct tally *t, int head)
{
	if (t->base[head].scored > 0 && t->few_left && t->few_left[head])
		return true;
	/* A wave that hides no small numbers is not broken down into groups of few either. */
	return are_own(t) && (t->threshold > 0 || head < t->heads - 1) &&
	       t->base[head].scored > 0 && scored_people(t, head) < group_of(t);
}

bool
tally_few_quartiles(const struct tally *t, int head)
{
	return are_own(t) && (t->threshold > 0 || head < t->heads - 1) &&
	       scored_people(t, head) < TABULATION_QUARTILES * group_of(t);
}

/* ---- beside a condition ---- */

int
tally_find_left(struct tally *t, const struct tabulation *asked, struct error *err)
{
	struct tabulation whole = *asked;
	struct tally all;
	bool *few;

	if (!t->selected || t->threshold == 0 || t->column->kind != COLUMN_NUMBER)
		return 0;
	whole.where = NULL;
	whole.weighted = false;
	if (tally_count(t->w, &whole, &all, err) < 0)
		return -1;
	few = arena_array(t->w->arena, (size_t)t->heads, sizeof(*few));
	for (int h = 0; are_own(&all) && h < t->heads; h++) {
		long left = scored_people(&all, tally_head_among(&all, t, h)) - scored_people(t, h);

		few[h] = (left > 0 && left < group_of(t)) ||
			 !tally_left_safe(&all, tally_head_among(&all, t, h), t, h);
	}
	t->few_left = few;
	tally_release(&all);
	return 0;
}

/* ---- under heads ---- */

struct untold { /* the heads whose means are missing */
	int heads;
	long people; /* at least so many: one may stand under several heads of a repeat */
};

static struct untold
find_untold(const struct tally *t, const struct column_head *heads)
{
	struct untold u = { 0, 0 };

	for (int h = 0; h < t->heads - 1; h++) {
		long people = scored_people(t, h);

		if (t->base[h].scored == 0 || heads[h].scale.n > 0)
			continue;
		u.heads++;
		if (!t->people)
			u.people += people;
		else if (people > u.people)
			u.people = people;
	}
	return u;
}

/* The smallest head with a mean; -1 = none has. */
static int
smallest_told(const struct tally *t, const struct column_head *heads)
{
	int found = -1;

	for (int h = 0; h < t->heads - 1; h++)
		if (heads[h].scale.n > 0 &&
			(found < 0 || t->base[h].scored < t->base[found].scored))
			found = h;
	return found;
}

void
tally_join_means(const struct tally *t, bool rows_add_up, struct column_head *heads)
{
	bool sums = rows_add_up && !tally_lists_scores(t) && heads[t->heads - 1].scale.n > 0;

	while (sums) {
		struct untold u = find_untold(t, heads);
		int next = smallest_told(t, heads);

		if (u.heads == 0 || next < 0 ||
			(u.heads > 1 && u.people >= group_of(t) && tally_untold_safe(t, heads)))
			return;
		tally_scale(t, -1, NULL, &heads[next].scale);
	}
}
