/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers counted by categories of a margin, and what a weighted mean would tell of them. */
#include "config.h"

#include "model/tables/tabulate_margin.h"

#include "model/tables/tabulate_heads.h"

#include "model/tables/tabulate_cells.h"
#include "model/tables/tabulate_walk.h"

#include <math.h>

enum { COLUMNS_MOST = 40, ROWS_MOST = 40 }; /* of more no mean is said where cells are hidden */

struct laying {
	const struct tally *t;
	const struct weighting_fit *margin;
	bool heads;
	int columns, cells; /* columns under one head */
	long *counts, *people;
	size_t *seen;
	int *answers;  /* of one row */
	long *missing; /* [reason * cells + cell] */
};

/* ---- counting ---- */

static int
row_of_reason(const struct tally *t, enum missing reason)
{
	for (int i = 0; i < t->answer_count; i++)
		if (t->answers[i].exit && t->answers[i].missing == reason)
			return i;
	return t->answer_count;
}

/* Rows that a valid answer stands in. */
static int
list_rows(const struct laying *l, size_t row)
{
	const struct tally *t = l->t;
	const struct answer_column *c = t->column;
	int count = 0;

	if (c->missing[row])
		l->answers[count++] = row_of_reason(t, (enum missing)c->missing[row]);
	else if (c->kind == COLUMN_CHOICE)
		l->answers[count++] = t->choice_answer[c->choice[row]];
	else if (c->kind != COLUMN_CHOICES && c->kind != COLUMN_RANKS)
		l->answers[count++] = t->dropped || t->number_count > TABULATION_POINTS
					      ? t->answer_count
					      : tally_number_place(t, c->value[row]);
	else
		for (int k = 0; k < c->choice_count; k++) {
			size_t at = row * (size_t)c->words + (size_t)k / 64;
			bool said =
				c->kind == COLUMN_RANKS
					? c->place[row * (size_t)c->choice_count + (size_t)k] != 0
					: c->marks[at] >> k % 64 & 1;

			if (said && t->choice_answer[k] >= 0)
				l->answers[count++] = t->choice_answer[k];
		}
	return count;
}

static void
count_at(struct laying *l, int row, int column, size_t form)
{
	int at = row * (l->columns + 1) + column;

	l->counts[at]++;
	l->people[at] += l->seen[at] != form + 1;
	l->seen[at] = form + 1;
}

static void
count_under(struct laying *l, int rows, int column, size_t form)
{
	for (int k = 0; k < rows; k++)
		count_at(l, l->answers[k], column, form);
	count_at(l, l->t->answer_count + 1, column, form);
}

static void
count_row(struct laying *l, size_t row)
{
	const struct tally *t = l->t;
	size_t form = tally_form_of(t, row);
	int cell = l->margin->cell[form] < 0 ? l->margin->cell_count : l->margin->cell[form], rows;
	enum missing reason;

	if (!tally_is_valid(t, row, &reason)) {
		l->missing[reason * (l->margin->cell_count + 1) + cell]++;
		return;
	}
	rows = list_rows(l, row);
	count_under(l, rows, l->columns, form);
	if (!l->heads)
		count_under(l, rows, cell, form);
	for (int h = 0; l->heads && h < t->heads - 1; h++)
		if (tally_stands_under(t, row, h))
			count_under(l, rows, h * l->cells + cell, form);
}

static void
count_rows(struct laying *l, bool rest)
{
	const struct tally *t = l->t;

	for (size_t row = 0; row < t->column->count; row++) {
		bool taken = !t->selected || t->selected[tally_form_of(t, row)];

		if (t->column->missing[row] != MISSING_OFF_ROUTE && taken != rest)
			count_row(l, row);
	}
}

/* ---- what it hides ---- */

static bool
is_nested(const struct laying *l)
{
	int groups = l->heads ? l->t->heads - 1 : l->t->answer_count + 1;

	for (int g = 0; g < groups; g++) {
		int held = 0;

		for (int j = 0; j < l->cells; j++)
			held += l->heads ? l->counts[(l->t->answer_count + 1) * (l->columns + 1) +
						     g * l->cells + j] > 0
					 : l->counts[g * (l->columns + 1) + j] > 0;
		if (held > 1)
			return false;
	}
	return true;
}

static bool
few_missing(const struct laying *l)
{
	int cells = l->margin->cell_count + 1, reasons = 0;
	bool few = false;

	for (int m = 0; m < MISSING_COUNT; m++) {
		bool there = false;

		for (int c = 0; c < cells; c++) {
			long n = l->missing[m * cells + c];

			there |= n > 0;
			few |= n > 0 && n < l->t->threshold;
		}
		reasons += there;
	}
	return few && reasons > 1;
}

void
margin_cross(const struct tally *t, const struct weighting_fit *margin, bool rest, bool heads,
	const unsigned char *row_totals, const unsigned char *before, struct margin_table *out)
{
	struct arena *arena = t->w->arena;
	int rows = t->answer_count + 1;
	struct laying l = { .t = t,
		.margin = margin,
		.heads = heads,
		.cells = margin->cell_count + (margin->unknown > 0) };
	unsigned char *totals = arena_array(arena, (size_t)rows + 1, 1);
	size_t size;

	l.columns = heads ? (t->heads - 1) * l.cells : l.cells;
	size = (size_t)(rows + 1) * (size_t)(l.columns + 1);
	l.counts = arena_array(arena, size, sizeof(*l.counts));
	l.people = arena_array(arena, size, sizeof(*l.people));
	l.seen = arena_array(arena, size, sizeof(*l.seen));
	l.answers = arena_array(arena, (size_t)t->column->choice_count + 1, sizeof(*l.answers));
	l.missing = arena_array(
		arena, (size_t)(MISSING_COUNT * (margin->cell_count + 1)), sizeof(*l.missing));
	count_rows(&l, rest);
	for (int i = 0; row_totals && i < t->answer_count; i++)
		totals[i] = row_totals[i];
	*out = (struct margin_table){ .nested = is_nested(&l),
		.few_missing = few_missing(&l),
		.hidden = arena_array(arena, size, 1),
		.table = { .rows = rows,
			.columns = l.columns,
			.counts = l.counts,
			.people = l.people,
			.rows_add_up = !heads || tally_heads_add_up(t),
			.columns_add_up = tally_adds_up(t) || t->column->kind == COLUMN_NUMBER,
			.covered = tally_covers(t),
			.blank = !heads && margin->unknown > 0,
			.row_totals = row_totals ? totals : NULL,
			.before = before,
			.threshold = t->threshold,
			.group = TABULATION_GROUP } };
	suppression_table(&out->table, out->hidden, &out->outcome);
}

/* ---- a weighted mean beside hidden cells ---- */

struct weave {
	const struct tally *t;
	const struct margin_table *x;
	double weight[COLUMNS_MOST];
	double sum, weights; /* of the scored */
	double unit;
};

static int
at(const struct weave *v, int row, int column)
{
	return row * (v->x->table.columns + 1) + column;
}

/* The number could be another by so much. */
static bool
could_move(const struct weave *v, int row, int column, long more)
{
	int k = at(v, row, column);
	long n = v->x->table.counts[k] + more;

	return v->x->hidden[k] && n >= (v->x->hidden[k] == SUPPRESSION_GROUP ? 0 : 1);
}

/* Two rows change places in two categories: no sum is moved but the weighted ones. */
static bool
could_change(const struct weave *v, int row, int column, int other, int beside, long more)
{
	double score = v->t->answers[row].score, second = v->t->answers[other].score;
	double by = (double)more * (v->weight[column] - v->weight[beside]), sum = v->sum,
	       weights = v->weights;

	if (!could_move(v, row, column, more) || !could_move(v, other, beside, more) ||
		!could_move(v, row, beside, -more) || !could_move(v, other, column, -more))
		return false;
	sum += isnan(score) ? 0 : by * score;
	sum -= isnan(second) ? 0 : by * second;
	weights += (isnan(score) ? 0 : by) - (isnan(second) ? 0 : by);
	return weights > 0 && fabs(tally_printed(sum / weights, v->unit) -
				      tally_printed(v->sum / v->weights, v->unit)) < 1e-9;
}

static bool
could_be(const struct weave *v, int row, int column, long more)
{
	for (int other = 0; other < v->t->answer_count; other++)
		for (int beside = 0; other != row && beside < v->x->table.columns; beside++)
			if (beside != column && could_change(v, row, column, other, beside, more))
				return true;
	return false;
}

static bool
is_safe(const struct weave *v, int row, int column)
{
	long n = v->x->table.counts[at(v, row, column)], most = n;
	int numbers = 1, threshold = v->t->threshold;

	for (long more = -TALLY_REACH; more <= TALLY_REACH; more++)
		if (more && could_be(v, row, column, more)) {
			numbers++;
			most = n + more > most ? n + more : most;
		}
	return numbers >= threshold && most >= threshold;
}

static bool
all_safe(const struct weave *v)
{
	bool blank = v->x->table.blank;

	for (int i = 0; i < v->t->answer_count; i++)
		for (int j = 0; j < v->x->table.columns - blank; j++)
			if (v->x->hidden[at(v, i, j)] && v->x->table.counts[at(v, i, j)] > 0 &&
				!is_safe(v, i, j))
				return false;
	return true;
}

double
margin_mean_unit(const struct tally *t, const struct weighting_fit *margin,
	const struct margin_table *x, double unit)
{
	static const double units[] = { 0, 0.01, TALLY_COARSE };
	int columns = x->table.columns, total = t->heads - 1;
	struct weave v = { .t = t, .x = x };

	if (columns > COLUMNS_MOST || t->answer_count > ROWS_MOST || x->outcome.all)
		return -1;
	for (int j = 0; j < columns; j++)
		v.weight[j] = j < margin->cell_count ? margin->cells[j].weight : 1;
	for (int i = 0; i < t->answer_count; i++)
		if (!isnan(t->answers[i].score)) {
			v.sum += t->answers[i].score * t->weight[i * t->heads + total];
			v.weights += t->weight[i * t->heads + total];
		}
	for (size_t i = 0; i < sizeof(units) / sizeof(units[0]); i++) {
		v.unit = units[i];
		if (v.unit >= unit && all_safe(&v))
			return v.unit;
	}
	return -1;
}
