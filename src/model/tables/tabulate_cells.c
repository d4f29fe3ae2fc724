/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which cells of a cross-table are hidden: beside the distributions of both questions, the same
 * table turned round and, under a condition, the table of all. */
#include "config.h"

#include "model/tables/tabulate_cells.h"

#include "model/results/answer_column_parts.h"
#include "model/tables/tabulate_beside.h"
#include "model/tables/tabulate_route.h"

#include <string.h>

bool
tally_covers(const struct tally *t)
{
	return t->column->kind == COLUMN_CHOICES || t->column->kind == COLUMN_RANKS;
}

static unsigned char *
states_of(const struct tally *t)
{
	size_t cells = (size_t)(t->answer_count + 1) * (size_t)t->heads;

	return arena_array(t->w->arena, cells, 1);
}

/* The totals are hidden where the distributions of both questions hide them. */
static int
lay_totals(const struct tally *t, const struct tabulation *asked, struct suppression_table *table,
	struct error *err)
{
	size_t rows = (size_t)t->answer_count;
	struct tally_hidden alone;
	unsigned char *states = arena_array(t->w->arena, rows + 1, 1);

	tally_hide(t, &alone);
	if (tally_hide_part(t, asked, &alone, err) < 0)
		return -1;
	memcpy(states, alone.answers, rows);
	states[rows] = alone.few ? SUPPRESSION_FURTHER : SUPPRESSION_SHOWN;
	table->row_totals = states;
	return 0;
}

static long *
lay_people(const struct tally *t)
{
	int cells = t->answer_count * t->heads;
	long *people = arena_array(t->w->arena, (size_t)(cells + t->heads), sizeof(*people));

	memcpy(people, t->people, (size_t)cells * sizeof(*people));
	for (int h = 0; h < t->heads; h++)
		people[cells + h] = t->base[h].people;
	return people;
}

/* ---- a condition: beside the table of all ---- */

struct beside {
	const long *left_out;        /* of each cell; NULL = there is no condition */
	const unsigned char *hidden; /* what the table of all hides */
};

/* Where the table of all would no longer be safe, no cell is shown. */
static void
guard_all(const struct suppression_table *table, const struct beside *beside, unsigned char *hidden,
	struct suppression_outcome *outcome)
{
	struct suppression_table rest = *table;

	if (!beside->left_out)
		return;
	rest.counts = beside->left_out;
	rest.rest = rest.most = NULL;
	if (!suppression_beside(&rest, beside->hidden))
		suppression_all(table, hidden, outcome);
}

static long
people_of(const struct tally *t, const struct tally_base *base)
{
	return t->people ? base->people : base->n;
}

static void
lay_beside(const struct tally *t, const struct tally *all, const unsigned char *hidden,
	const unsigned char *told, struct suppression_table *table, struct beside *beside)
{
	size_t cells = (size_t)(t->answer_count + 1) * (size_t)t->heads;
	long *rest = arena_array(t->w->arena, cells, sizeof(*rest)),
	     *most = arena_array(t->w->arena, cells, sizeof(*most));
	long *left_out = arena_array(t->w->arena, cells, sizeof(*left_out));
	unsigned char *before = arena_array(t->w->arena, cells, 1);

	for (int at = 0; at < (t->answer_count + 1) * t->heads; at++)
		before[at] = told[at] == TOLD_COUNT ? SUPPRESSION_FURTHER : SUPPRESSION_SHOWN;
	for (int i = 0; i <= t->answer_count; i++)
		for (int h = 0; h < t->heads; h++) {
			bool bases = i == t->answer_count;
			int row = bases ? all->answer_count : tally_row_of(all, t->answers[i].name);
			int head = tally_head_among(all, t, h), at = i * t->heads + h,
			    from = row * all->heads + head;

			most[at] = -1;
			if (row < 0 || head < 0)
				continue;
			if (hidden[from] == SUPPRESSION_SHOWN)
				most[at] = bases ? all->base[head].n : all->n[from];
			rest[at] = bases         ? people_of(all, &all->base[head])
				   : all->people ? all->people[from]
						 : all->n[from];
			rest[at] -= (table->people ? table->people : table->counts)[at];
			if (hidden[from])
				before[at] = hidden[from];
			left_out[at] =
				(bases ? all->base[head].n : all->n[from]) - table->counts[at];
		}
	*beside = (struct beside){ left_out, before };
	table->rest = rest;
	table->most = most;
	table->before = before;
}

static int
lay_all(const struct tally *t, const struct tabulation *asked, struct suppression_table *table,
	struct beside *beside, struct error *err)
{
	struct suppression_outcome outcome;
	struct tabulation whole = *asked;
	const unsigned char *told;
	unsigned char *hidden;
	struct tally all;
	int result;

	if (!t->selected)
		return 0;
	if (tally_beside(t, asked, &told, err) < 0)
		return -1;
	whole.where = NULL;
	if (tally_count(t->w, &whole, &all, err) < 0)
		return -1;
	hidden = states_of(&all);
	result = tally_hide_cells(&all, &whole, hidden, &outcome, err);
	if (result == 0)
		lay_beside(t, &all, hidden, told, table, beside);
	tally_release(&all);
	return result;
}

static int
lay_table(const struct tally *t, const struct tabulation *asked, struct suppression_table *table,
	struct beside *beside, struct error *err)
{
	int cells = t->answer_count * t->heads;
	long *counts = arena_array(t->w->arena, (size_t)(cells + t->heads), sizeof(*counts));

	memcpy(counts, t->n, (size_t)cells * sizeof(*counts));
	for (int h = 0; h < t->heads; h++)
		counts[cells + h] = t->base[h].n;
	*table = (struct suppression_table){ .rows = t->answer_count,
		.columns = t->heads - 1,
		.counts = counts,
		.people = t->people ? lay_people(t) : NULL,
		.rows_add_up = tally_heads_add_up(t),
		.columns_add_up = tally_adds_up(t),
		.covered = tally_covers(t),
		.blank = t->blank >= 0,
		.threshold = t->threshold,
		.group = TABULATION_GROUP };
	*beside = (struct beside){ NULL, NULL };
	if (lay_all(t, asked, table, beside, err) < 0)
		return -1;
	return lay_totals(t, asked, table, err);
}

static int
hide_alone(const struct tally *t, const struct tabulation *asked, unsigned char *hidden,
	struct suppression_outcome *outcome, struct error *err)
{
	struct suppression_table table;
	struct beside beside;

	if (lay_table(t, asked, &table, &beside, err) < 0 ||
		tally_hidden_heads(t, asked, &table.column_totals, err) < 0)
		return -1;
	suppression_table(&table, hidden, outcome);
	guard_all(&table, &beside, hidden, outcome);
	return 0;
}

/* ---- the same table turned round ---- */

/* Where each row stands in the head of the other table. */
static const int *
columns_of(const struct tally *t, const struct tally *turned)
{
	int *columns = arena_array(t->w->arena, (size_t)t->answer_count + 1, sizeof(*columns));

	for (int i = 0; i < t->answer_count; i++)
		columns[i] = -1;
	for (int k = 0; k < t->column->choice_count; k++)
		if (t->choice_answer[k] >= 0)
			columns[t->choice_answer[k]] = turned->head_list->of_choice[k];
	for (int m = 0; m < MISSING_COUNT; m++)
		if (t->reason_answer[m] >= 0)
			columns[t->reason_answer[m]] = turned->head_list->of_reason[m];
	return columns;
}

/* By head: what the distribution of the question in it hides, which is that of the other table. */
static void
take_heads(const struct tally *t, const int *columns_of_turned, int turned_rows,
	struct suppression_table *table, const struct suppression_table *turned)
{
	unsigned char *heads = arena_array(t->w->arena, (size_t)t->heads, 1);

	for (int i = 0; i < turned_rows; i++)
		if (columns_of_turned[i] >= 0)
			heads[columns_of_turned[i]] = turned->row_totals[i];
	table->column_totals = heads;
}

static bool
can_be_turned(const struct tally *t)
{
	return t->by && (t->column->kind == COLUMN_CHOICE || t->column->kind == COLUMN_CHOICES) &&
	       (!t->column->form || t->by->form) && t->column != t->by;
}

/* Two tables of the same cells: what one of them hides, the other must not tell. The question that
 * was asked first is looked at first, so that both ways round end alike. */
static int
hide_pair(const struct tally *t, const struct tally *turned, const struct tabulation *asked,
	const struct tabulation *turned_asked, unsigned char *hidden,
	struct suppression_outcome *outcome, struct error *err)
{
	const struct column_book *b = t->w->book;
	const int *columns = columns_of(t, turned), *turned_columns = columns_of(turned, t);
	unsigned char *turned_hidden = states_of(turned);
	struct suppression_outcome turned_outcome;
	struct suppression_table table, other;
	struct beside beside, turned_beside;

	if (lay_table(t, asked, &table, &beside, err) < 0 ||
		lay_table(turned, turned_asked, &other, &turned_beside, err) < 0)
		return -1;
	take_heads(t, turned_columns, turned->answer_count, &table, &other);
	take_heads(turned, columns, t->answer_count, &other, &table);
	if (column_asked_by_name(b, t->column->name) < column_asked_by_name(b, t->by->name))
		suppression_pair(&table, &other, columns, turned_columns, hidden, turned_hidden,
			outcome, &turned_outcome);
	else
		suppression_pair(&other, &table, turned_columns, columns, turned_hidden, hidden,
			&turned_outcome, outcome);
	guard_all(&table, &beside, hidden, outcome);
	if (!outcome->all && turned_beside.left_out) {
		guard_all(&other, &turned_beside, turned_hidden, &turned_outcome);
		if (turned_outcome.all)
			suppression_all(&table, hidden, outcome);
	}
	return 0;
}

/* In the head a question tells how many were led past it: those who stand under none of it. */
static bool
tells_by_route(const struct tally *t, const struct tabulation *asked, struct error *err)
{
	struct tabulation alone = *asked;
	struct tally by;
	bool tells;

	if (tally_route_tells(t) == ROUTE_ANSWERS)
		return true;
	if (!t->by || t->threshold == 0 || tally_route_asks_all(t->by))
		return false;
	alone.question = asked->by;
	alone.by = alone.where = NULL;
	if (tally_count(t->w, &alone, &by, err) < 0)
		return false; /* the table itself fails as well */
	tells = tally_route_tells(&by) != ROUTE_NOTHING;
	tally_release(&by);
	return tells;
}

static int
hide_both_ways(const struct tally *t, const struct tabulation *asked, unsigned char *hidden,
	struct suppression_outcome *outcome, struct error *err)
{
	struct tabulation other = *asked;
	struct tally turned;
	int result;

	if (!can_be_turned(t))
		return hide_alone(t, asked, hidden, outcome, err);
	other.question = asked->by;
	other.by = asked->question;
	if (tally_count(t->w, &other, &turned, err) < 0)
		return -1;
	result = hide_pair(t, &turned, asked, &other, hidden, outcome, err);
	tally_release(&turned);
	return result;
}

int
tally_hide_cells(const struct tally *t, const struct tabulation *asked, unsigned char *hidden,
	struct suppression_outcome *outcome, struct error *err)
{
	if (tells_by_route(t, asked, err)) {
		memset(hidden, SUPPRESSION_FURTHER, (size_t)((t->answer_count + 1) * t->heads));
		*outcome = (struct suppression_outcome){ .all = true, .further = 1 };
		return 0;
	}
	return hide_both_ways(t, asked, hidden, outcome, err);
}
