/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What of ranks is hidden beside the mentions: first places, points and mean places. */
#include "config.h"

#include "model/tables/tabulate_parts.h"

#include "model/privacy/suppression.h"

#include <math.h>

/* Of a condition also what it leaves out, because the table of all tells the difference. */
enum { PART, REST, ALL, HALVES };

/* All points together are what so many people give: hidden alone, those of one answer would be the
 * rest. */
static void
hide_second_points(struct frequency *f)
{
	struct result_row *least = NULL;
	int hidden = 0;

	for (int i = 0; i < f->missing_from; i++) {
		struct result_row *row = &f->rows[i];

		if (row->n == 0 || row->exit)
			continue;
		if (isnan(row->points))
			hidden++;
		else if (!least || row->n < least->n)
			least = row;
	}
	if (hidden == 1 && least)
		least->points = least->mean_place = NAN;
}

/* Each who ranks has one first place: the answers add up. */
static void
hide_alone(const struct tally *t, const unsigned char *before, unsigned char *hidden)
{
	struct suppression_outcome outcome = { .all = false };
	struct suppression_list list = { .answers = t->first,
		.answer_count = t->answer_count,
		.before = before,
		.answers_add_up = true,
		.threshold = t->threshold };

	for (int i = 0; i < t->answer_count; i++)
		list.valid += t->first[i];
	suppression_list(&list, hidden, &outcome);
}

/* Of all: what their table hides. */
static unsigned char *
hidden_of_all(const struct tally *all)
{
	unsigned char *hidden = arena_array(all->w->arena, (size_t)all->answer_count + 1, 1);
	struct tally_hidden mentions;

	tally_hide(all, &mentions);
	hide_alone(all, mentions.answers, hidden);
	return hidden;
}

static void
hide_beside(const struct tally *t, const struct tally *all, unsigned char *hidden)
{
	static const unsigned char heads[HALVES] = { SUPPRESSION_SHOWN };
	struct arena *arena = t->w->arena;
	size_t cells = ((size_t)all->answer_count + 1) * HALVES;
	long *counts = arena_array(arena, cells, sizeof(*counts));
	unsigned char *states = arena_array(arena, cells, 1),
		      *before = arena_array(arena, cells, 1);
	struct suppression_outcome outcome = { .all = false };
	long *bases = &counts[all->answer_count * HALVES];

	for (int i = 0; i < all->answer_count; i++) {
		long *row = &counts[i * HALVES];
		int at = tally_row_of(t, all->answers[i].name);

		row[ALL] = all->first[i];
		row[PART] = at < 0 ? 0 : t->first[at];
		row[REST] = row[ALL] - row[PART];
		before[i * HALVES + PART] = at >= 0 ? hidden[at] : SUPPRESSION_SHOWN;
		for (int half = 0; half < HALVES; half++)
			bases[half] += row[half];
	}
	suppression_table(&(struct suppression_table){ .rows = all->answer_count,
				  .columns = REST + 1,
				  .counts = counts,
				  .rows_add_up = true,
				  .columns_add_up = true,
				  .row_totals = hidden_of_all(all),
				  .column_totals = heads,
				  .before = before,
				  .threshold = t->threshold,
				  .group = TABULATION_GROUP },
		states, &outcome);
	for (int i = 0; i < t->answer_count; i++) {
		int row = tally_row_of(all, t->answers[i].name);

		if (outcome.all || row < 0 || states[row * HALVES + PART])
			hidden[i] = SUPPRESSION_FURTHER;
	}
}

/* On some place too few put it, or too few of those whom the condition leaves out. */
static bool
few_on_a_place(const struct tally *t, int answer, const struct tally *all)
{
	int row = all ? tally_row_of(all, t->answers[answer].name) : -1;

	for (int p = 1; p <= t->places; p++) {
		long n = t->place_n[answer * (t->places + 1) + p], rest = 0;

		if (row >= 0 && p <= all->places)
			rest = all->place_n[row * (all->places + 1) + p] - n;
		if ((n > 0 && n < t->threshold) || (rest > 0 && rest < t->threshold))
			return true;
	}
	return false;
}

static void
hide_places(const struct tally *t, const struct tally *all, struct frequency *f)
{
	size_t answers = (size_t)t->answer_count + 1;
	unsigned char *hidden = arena_array(t->w->arena, answers, 1),
		      *before = arena_array(t->w->arena, answers, 1);

	for (int i = 0; i < t->answer_count; i++)
		if (f->rows[i].n < 0)
			before[i] = SUPPRESSION_FURTHER;
	hide_alone(t, before, hidden);
	if (all)
		hide_beside(t, all, hidden);
	for (int i = 0; i < t->answer_count; i++) {
		struct result_row *row = &f->rows[i];
		bool few = hidden[i] || row->n < 0;

		if (few)
			row->first = -1;
		if (few || few_on_a_place(t, i, all)) {
			row->points = row->mean_place = NAN;
			f->notes |= NOTE_HIDDEN;
		}
	}
	hide_second_points(f);
}

int
tally_hide_places(const struct tally *t, const struct tabulation *asked, struct frequency *f,
	struct error *err)
{
	struct tabulation whole = *asked;
	struct tally all;

	if (!t->selected || t->threshold == 0) {
		hide_places(t, NULL, f);
		return 0;
	}
	whole.where = NULL;
	if (tally_count(t->w, &whole, &all, err) < 0)
		return -1;
	hide_places(t, &all, f);
	tally_release(&all);
	return 0;
}
