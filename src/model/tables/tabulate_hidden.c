/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which answers of a distribution are hidden; a cross-table hides the same of its totals. */
#include "config.h"

#include "model/tables/tabulate_cells.h"
#include "model/tables/tabulate_means.h"

#include "base/memory.h"
#include "model/privacy/suppression.h"
#include "model/tables/tabulate_beside.h"
#include "model/tables/tabulate_route.h"

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
	if ((outcome.small || outcome.further) && tally_adds_up(t) &&
		tally_route_hide(t, counts, out->answers))
		outcome.all = false;
	out->whole =
		outcome.all || (base->n > 0 && (people ? base->people : base->n) < t->threshold);
	out->nothing = t->distinct > 0 && t->distinct < t->threshold;
	if (out->whole || outcome.small || outcome.further)
		out->notes |= NOTE_HIDDEN;
	if (t->threshold > 0 && t->distinct < TABULATION_GROUP && t->distinct > 0) {
		out->whole = out->few = true;
		out->notes |= NOTE_GROUP_HIDDEN;
	}
	out->asked = tally_route_tells(t);
	if (out->asked)
		out->notes |= NOTE_HIDDEN;
	if (out->asked == ROUTE_ANSWERS)
		out->whole = out->few = true;
	if (out->whole)
		memset(out->answers, SUPPRESSION_FURTHER, answers);
}

/* ---- a condition is a break: those who fulfil it, and the rest ---- */

enum { PART, REST, ALL, PART_HEADS };

struct halves {                /* [row * PART_HEADS + head] */
	long *counts, *people; /* people NULL = as many as counted */
	long *part;            /* of each row of all */
};

static long
people_behind(const struct tally *t, int row)
{
	int total = t->heads - 1;

	if (row == t->answer_count)
		return t->base[total].people;
	return t->people[row * t->heads + total];
}

static long
count_of(const struct tally *t, int row)
{
	int total = t->heads - 1;

	return row == t->answer_count ? t->base[total].n : t->n[row * t->heads + total];
}

static void
lay_halves(long *counts, int row, long whole, long some)
{
	counts[row * PART_HEADS + PART] = some;
	counts[row * PART_HEADS + REST] = whole - some;
	counts[row * PART_HEADS + ALL] = whole;
}

/* The row of part that a row of all is, the bases too; -1 = nobody there said it. */
static int
row_among(const struct tally *part, const struct tally *all, int row)
{
	return row < all->answer_count ? tally_row_of(part, all->answers[row].name)
				       : part->answer_count;
}

static void
lay_parts(const struct tally *all, const struct tally *part, struct halves *out)
{
	struct arena *arena = part->w->arena;
	size_t rows = (size_t)all->answer_count + 1;

	out->counts = arena_array(arena, rows * PART_HEADS, sizeof(*out->counts));
	out->people = NULL;
	if (all->people)
		out->people = arena_array(arena, rows * PART_HEADS, sizeof(*out->people));
	out->part = arena_array(arena, rows, sizeof(*out->part));
	for (int i = 0; i <= all->answer_count; i++) {
		int at = row_among(part, all, i);

		out->part[i] = at < 0 ? 0 : count_of(part, at);
		lay_halves(out->counts, i, count_of(all, i), out->part[i]);
		if (all->people)
			lay_halves(out->people, i, people_behind(all, i),
				at < 0 ? 0 : people_behind(part, at));
	}
}

/* The distribution of part, out, as one column of the table of those two heads. */
static void
hide_column(const struct tally *all, const struct tally *part, struct tally_hidden *out)
{
	static const unsigned char heads[PART_HEADS] = { SUPPRESSION_SHOWN };
	struct arena *arena = part->w->arena;
	size_t rows = (size_t)all->answer_count + 1, cells = rows * PART_HEADS;
	unsigned char *hidden = arena_array(arena, cells, 1),
		      *before = arena_array(arena, cells, 1);
	unsigned char *totals = arena_array(arena, rows, 1);
	struct suppression_outcome outcome = { .all = false };
	struct tally_hidden alone;
	struct halves halves;

	tally_hide(all, &alone);
	lay_parts(all, part, &halves);
	memcpy(totals, alone.answers, rows - 1);
	totals[rows - 1] = alone.few ? SUPPRESSION_FURTHER : SUPPRESSION_SHOWN;
	for (int i = 0; i <= all->answer_count; i++) {
		int at = row_among(part, all, i);

		if (at >= 0 && i < all->answer_count && out->answers[at])
			before[i * PART_HEADS + PART] = SUPPRESSION_FURTHER;
	}
	suppression_table(&(struct suppression_table){ .rows = all->answer_count,
				  .columns = REST + 1,
				  .counts = halves.counts,
				  .people = halves.people,
				  .rows_add_up = true,
				  .columns_add_up = tally_adds_up(all) && tally_adds_up(part),
				  .covered = tally_covers(all),
				  .row_totals = totals,
				  .column_totals = heads,
				  .before = before,
				  .threshold = part->threshold,
				  .group = TABULATION_GROUP },
		hidden, &outcome);
	outcome.all |= !tally_mean_beside(all, alone.answers, halves.part);
	for (int k = 0; k < part->answer_count; k++) {
		int i = tally_row_of(all, part->answers[k].name);

		if (outcome.all || i < 0 || hidden[i * PART_HEADS + PART])
			out->answers[k] = SUPPRESSION_FURTHER;
		if (out->answers[k])
			out->notes |= NOTE_HIDDEN;
	}
	out->whole |= outcome.all;
	if (hidden[(int)(rows - 1) * PART_HEADS + PART]) {
		out->whole = out->few = true;
		out->notes |= NOTE_GROUP_HIDDEN;
		memset(out->answers, SUPPRESSION_FURTHER, (size_t)part->answer_count);
	}
}

/* Beside the tables by what the condition names. */
static int
hide_told(const struct tally *t, const struct tabulation *asked, struct tally_hidden *out,
	struct error *err)
{
	int total = t->heads - 1, hidden = 0;
	const unsigned char *told;
	struct tabulation alone = *asked;

	alone.by = NULL;
	if (tally_beside(t, &alone, &told, err) < 0)
		return -1;
	out->few |= told[t->answer_count * t->heads + total] == TOLD_COUNT;
	out->meanless = told[t->answer_count * t->heads + total] != TOLD_NOTHING;
	for (int i = 0; i < t->answer_count; i++) {
		if (told[i * t->heads + total]) {
			out->answers[i] = SUPPRESSION_FURTHER;
			out->meanless = true;
		}
		hidden += out->answers[i] != SUPPRESSION_SHOWN;
	}
	if (hidden > 0)
		out->notes |= NOTE_HIDDEN;
	if (out->meanless || out->few)
		out->notes |= NOTE_GROUP_HIDDEN;
	if (out->few || (hidden > 0 && t->threshold == 0)) {
		out->whole = true;
		memset(out->answers, SUPPRESSION_FURTHER, (size_t)t->answer_count);
	}
	return 0;
}

int
tally_hide_part(const struct tally *t, const struct tabulation *asked, struct tally_hidden *out,
	struct error *err)
{
	struct tabulation whole = *asked;
	struct tally all;

	if (!t->selected)
		return 0;
	if (hide_told(t, asked, out, err) < 0)
		return -1;
	if (t->threshold == 0)
		return 0;
	whole.by = NULL;
	whole.where = NULL;
	if (tally_count(t->w, &whole, &all, err) < 0)
		return -1;
	hide_column(&all, t, out);
	tally_release(&all);
	return 0;
}

int
tally_head_among(const struct tally *all, const struct tally *t, int head)
{
	if (head == t->heads - 1)
		return all->heads - 1;
	return head == t->blank ? all->blank : head;
}

int
tally_find_most(struct tally *t, const struct tabulation *asked, struct error *err)
{
	struct tabulation whole = *asked;
	struct tally all;
	long *most;

	if (!t->selected || t->threshold == 0)
		return 0;
	whole.where = NULL;
	if (tally_count(t->w, &whole, &all, err) < 0)
		return -1;
	most = arena_array(t->w->arena, (size_t)(t->answer_count * t->heads) + 1, sizeof(*most));
	for (int i = 0; i < t->answer_count; i++)
		for (int h = 0; h < t->heads; h++) {
			int row = tally_row_of(&all, t->answers[i].name);
			int head = tally_head_among(&all, t, h);

			if (row >= 0 && head >= 0)
				most[i * t->heads + h] = all.n[row * all.heads + head];
			else /* a number that is not listed */
				most[i * t->heads + h] = t->n[i * t->heads + h];
		}
	t->most = most;
	tally_release(&all);
	return 0;
}
