/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables under a condition beside those by what it names. */
#include "config.h"

#include "model/tables/tabulate_beside.h"

#include "model/tables/tabulate_cells.h"
#include "model/tables/tabulate_condition.h"
#include "model/tables/tabulate_heads.h"
#include "model/tables/tabulate_walk.h"

#include <string.h>

struct beside {
	const struct tally *t;   /* under the condition */
	const struct tabulation *asked;
	struct tally all;        /* the same table without it */
	unsigned char *told;
};

/* ---- cross-tables that anybody may ask for ---- */

/* Whether the condition takes those under each head; of several choices only the one it asks for
 * is looked at: the others part them. */
static const unsigned char *
find_taken(const struct beside *b, const struct tally *by, const struct parting *p)
{
	unsigned char *taken = arena_array(by->w->arena, (size_t)by->heads, 1);

	for (size_t row = 0; row < by->column->count; row++) {
		size_t head_row = tally_head_row(by, row);

		if (p->mark >= 0 || !b->t->selected[tally_form_of(by, row)])
			continue;
		taken[by->head_list->of[head_row]] = 1;
	}
	return taken;
}

/* Of a mark one cell is left over, of other questions a part of those that are hidden. */
static bool
gives_away(const struct tally *by, const struct parting *p, const unsigned char *taken,
	const unsigned char *hidden)
{
	bool in = false, out = false;

	if (p->mark >= 0) {
		int head = by->head_list->of_choice[p->mark];

		return head >= 0 && hidden[head];
	}
	for (int h = 0; h < by->heads - 1; h++)
		if (hidden[h])
			*(taken[h] ? &in : &out) = true;
	return in && out;
}

/* The row of t that one of another table of the same question is; -1 = it has none. */
static int
row_in(const struct tally *t, const struct tally *other, int row)
{
	return row < other->answer_count ? tally_row_of(t, other->answers[row].name)
					 : t->answer_count;
}

static void
compare_heads(struct beside *b, const struct parting *p, const struct tally *by,
	const struct crosstab *x)
{
	const unsigned char *taken = find_taken(b, by, p);
	unsigned char *hidden = arena_array(by->w->arena, (size_t)by->heads, 1);
	int total = b->t->heads - 1;

	for (int i = 0; i <= by->answer_count; i++) {
		int row = row_in(b->t, by, i);

		for (int h = 0; h < by->heads - 1; h++)
			hidden[h] = (i < by->answer_count ? x->cells[i * x->head_count + h].n
							  : x->heads[h].n) < 0;
		if (row >= 0 && gives_away(by, p, taken, hidden))
			b->told[row * b->t->heads + total] = TOLD_COUNT;
	}
	for (int h = 0; h < by->heads - 1; h++)
		hidden[h] = by->base[h].scored > 0 && x->heads[h].scale.n <= 0;
	if (gives_away(by, p, taken, hidden) &&
		!b->told[b->t->answer_count * b->t->heads + total])
		b->told[b->t->answer_count * b->t->heads + total] = TOLD_MEAN;
}

static int
beside_heads(struct beside *b, const struct parting *p, struct error *err)
{
	struct tabulation asked = { .question = b->asked->question,
		.by = p->by,
		.threshold = b->asked->threshold };
	struct crosstab x;
	struct tally by;

	if (strcmp(p->by, asked.question) == 0)
		return 0; /* the condition itself was judged by its distribution */
	if (tabulate_cross(b->t->w, &asked, &x, err) < 0 ||
		tally_count(b->t->w, &asked, &by, err) < 0)
		return -1;
	compare_heads(b, p, &by, &x);
	tally_release(&by);
	return 0;
}

/* ---- groups, under each head ---- */

struct grouped { /* a table of all under one head, by groups */
	const struct tally *all;
	const struct parting *p;
	int head;
	long *counts; /* [row * (groups + 1) + group], as suppression wants them */
};

static bool
is_under(const struct tally *t, size_t row, int head)
{
	return head == t->heads - 1 || tally_stands_under(t, row, head);
}

static void
count_one(struct grouped *g, int row, size_t group)
{
	size_t width = (size_t)g->p->groups + 1;

	g->counts[(size_t)row * width + group]++;
	g->counts[(size_t)row * width + g->p->groups]++;
}

static void
count_answers(struct grouped *g, size_t row, size_t group)
{
	const struct tally *t = g->all;
	const struct answer_column *c = t->column;
	size_t choices = (size_t)c->choice_count;

	if (c->missing[row])
		count_one(g, t->reason_answer[c->missing[row]], group);
	else if (c->kind == COLUMN_CHOICE)
		count_one(g, t->choice_answer[c->choice[row]], group);
	else if (c->kind == COLUMN_CHOICES || c->kind == COLUMN_RANKS)
		for (size_t k = 0; k < choices; k++) {
			bool given = c->kind == COLUMN_RANKS
					     ? c->place[row * choices + k] > 0
					     : c->marks[row * (size_t)c->words + k / 64] >> k % 64 &
						       1;

			if (given && t->choice_answer[k] >= 0)
				count_one(g, t->choice_answer[k], group);
		}
	else if (t->answer_count > 0 && t->number_count <= TABULATION_POINTS && !t->dropped)
		count_one(g, tally_number_place(t, c->value[row]), group);
}

static void
count_groups(struct grouped *g)
{
	const struct tally *t = g->all;
	size_t cells = (size_t)(t->answer_count + 1) * (g->p->groups + 1);
	enum missing reason;

	g->counts = arena_array(t->w->arena, cells, sizeof(*g->counts));
	for (size_t row = 0; row < t->column->count; row++) {
		size_t group = g->p->group[tally_form_of(t, row)];

		if (!tally_in_base(t, row) || !tally_is_valid(t, row, &reason) ||
			!is_under(t, row, g->head))
			continue;
		count_answers(g, row, group);
		count_one(g, t->answer_count, group);
	}
}

/* What the table of all hides under the head stays hidden. */
static void
beside_groups_under(struct beside *b, const struct parting *p, int head,
	const unsigned char *hidden_of_all, const unsigned char *taken)
{
	const struct tally *all = &b->all;
	struct grouped g = { all, p, head, NULL };
	int rows = all->answer_count, width = (int)p->groups + 1;
	unsigned char *hidden = arena_array(all->w->arena, (size_t)((rows + 1) * width), 1),
		      *totals = arena_array(all->w->arena, (size_t)rows + 1, 1);
	struct suppression_outcome outcome;
	int of = head == all->heads - 1 ? b->t->heads - 1
		 : head == all->blank   ? b->t->blank
					: head;

	count_groups(&g);
	for (int i = 0; i <= rows; i++)
		totals[i] = hidden_of_all[i * all->heads + head];
	suppression_table(&(struct suppression_table){ .rows = rows,
				  .columns = (int)p->groups,
				  .counts = g.counts,
				  .rows_add_up = true,
				  .columns_add_up = tally_adds_up(all),
				  .covered = tally_covers(all),
				  .row_totals = totals,
				  .threshold = all->threshold,
				  .group = TABULATION_GROUP },
		hidden, &outcome);
	for (int i = 0; i <= rows; i++) {
		int row = row_in(b->t, all, i);
		bool in = false, out = false;

		for (int k = 0; k < width - 1; k++)
			if (hidden[i * width + k])
				*(taken[k] ? &in : &out) = true;
		if (in && out && row >= 0 && of >= 0)
			b->told[row * b->t->heads + of] = TOLD_COUNT;
	}
}

/* What the tables of all hide, in the layout of all. */
static int
hide_all(const struct beside *b, const struct tabulation *whole, unsigned char *hidden,
	struct error *err)
{
	const struct tally *all = &b->all;
	struct suppression_outcome outcome;
	struct tally_hidden alone;

	if (whole->by)
		return tally_hide_cells(all, whole, hidden, &outcome, err);
	tally_hide(all, &alone);
	memcpy(hidden, alone.answers, (size_t)all->answer_count);
	hidden[all->answer_count] = alone.few;
	return 0;
}

static void
beside_groups(struct beside *b, const struct parting *p, const unsigned char *hidden)
{
	const struct tally *all = &b->all;
	unsigned char *taken = arena_array(all->w->arena, (size_t)p->groups + 1, 1);

	for (size_t form = 0; form < all->w->forms; form++)
		taken[p->group[form]] |= b->t->selected[form];
	for (int h = 0; h < all->heads; h++)
		if (h < all->heads - 1 || !b->asked->by)
			beside_groups_under(b, p, h, hidden, taken);
}

int
tally_beside(const struct tally *t, const struct tabulation *asked, const unsigned char **told,
	struct error *err)
{
	size_t cells = (size_t)(t->answer_count + 1) * (size_t)t->heads;
	struct beside b = { .t = t, .asked = asked };
	struct tabulation whole = *asked;
	const struct partings *partings;
	unsigned char *hidden;
	int result;

	*told = b.told = arena_array(t->w->arena, cells, 1);
	whole.where = NULL;
	partings = tally_partings(t->w);
	if (tally_count(t->w, &whole, &b.all, err) < 0)
		return -1;
	hidden = arena_array(
		t->w->arena, (size_t)(b.all.answer_count + 1) * (size_t)b.all.heads, 1);
	result = hide_all(&b, &whole, hidden, err);
	for (int i = 0; i < partings->count && result == 0; i++)
		if (!partings->list[i].by)
			beside_groups(&b, &partings->list[i], hidden);
		else if (!asked->by)
			result = beside_heads(&b, &partings->list[i], err);
	tally_release(&b.all);
	return result;
}
