/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Weighted figures are hidden where they would tell of hidden cells. */
#include "config.h"

#include "model/tables/tabulate_weighed.h"

#include "model/tables/tabulate_cells.h"
#include "model/tables/tabulate_heads.h"
#include "model/tables/tabulate_margin.h"

#include <math.h>
#include <string.h>

struct weighed { /* a table on its way */
	const struct tally *t;
	const struct tabulation *asked;
	unsigned char *before; /* what tables by the margin's question hide of its crossing */
	bool *rows;   /* whose weighted figures are hidden; the last: of what is not listed */
	bool heads;   /* those under the heads */
	bool bases;   /* nothing weighted is said */
	bool reasons; /* those of missing answers */
	double unit;  /* of the mean; -1 = there is none */
};

static bool
hides_row(const unsigned char *hidden, const long *counts, int columns, bool blank, int row)
{
	for (int j = 0; j < columns; j++) {
		int at = row * (columns + 1) + j;

		if (hidden[at] && (counts[at] > 0 || !blank || j < columns - 1))
			return true;
	}
	return false;
}

/* ---- the crossings ---- */

/* The category that a head is; -1 = it is part of one, or of none. */
static int
category_of(const struct weighting_fit *margin, const struct tally *by, int head)
{
	const char *name, *label;

	if (head == by->blank)
		return margin->unknown > 0 ? margin->cell_count : -1;
	tally_name_head(by->by, by->head_list, head, &name, &label);
	for (int c = 0; c < margin->cell_count; c++)
		if (strcmp(margin->cells[c].categories, name) == 0)
			return c;
	return -1;
}

static void
note_before(struct weighed *w, const struct weighting_fit *margin, const struct tally *by, int i,
	int row, const unsigned char *hidden)
{
	int columns = margin->cell_count + (margin->unknown > 0) + 1;

	for (int h = 0; h < by->heads - 1; h++) {
		int category = category_of(margin, by, h);

		if (category >= 0)
			w->before[row * columns + category] = hidden[i * by->heads + h];
	}
}

/* As the table of this question by that of the margin shows it. */
static int
cross_question(
	struct weighed *w, const struct weighting_fit *margin, const char *name, struct error *err)
{
	struct tabulation asked = *w->asked;
	struct suppression_outcome outcome;
	unsigned char *hidden;
	struct tally by;
	int result;

	if (strcmp(name, w->t->column->name) == 0)
		return 0;
	asked.by = name;
	asked.weighted = false;
	if (tally_count(w->t->w, &asked, &by, err) < 0)
		return -1;
	hidden = arena_array(
		w->t->w->arena, (size_t)(by.answer_count + 1) * (size_t)by.heads, sizeof(*hidden));
	result = tally_hide_cells(&by, &asked, hidden, &outcome, err);
	for (int i = 0; result == 0 && i < by.answer_count; i++) {
		int row = tally_row_of(w->t, by.answers[i].name);

		if (row < 0)
			continue;
		w->rows[row] |= hides_row(hidden, by.n, by.heads - 1, by.blank >= 0, i);
		note_before(w, margin, &by, i, row, hidden);
	}
	tally_release(&by);
	return result;
}

static int
cross_questions(struct weighed *w, const struct weighting_fit *margin, struct error *err)
{
	char *copy = arena_string(w->t->w->arena, margin->questions), *rest = NULL;

	for (char *name = strtok_r(copy, " ", &rest); name; name = strtok_r(NULL, " ", &rest)) {
		const struct answer_column *c;

		if (wave_column(w->t->w, name, &c, err) < 0)
			return -1;
		if (c->kind == COLUMN_CHOICE && cross_question(w, margin, name, err) < 0)
			return -1;
	}
	return 0;
}

static void
take_crossing(struct weighed *w, const struct margin_table *x)
{
	for (int i = 0; i < x->table.rows; i++)
		if (hides_row(x->hidden, x->table.counts, x->table.columns, x->table.blank, i))
			w->rows[i] = true;
}

static bool
hides_any(const struct margin_table *x)
{
	return x->outcome.all || x->outcome.small || x->outcome.group || x->outcome.further;
}

/* Those whom a condition takes, and those whom it leaves out. */
static void
cross_margin(struct weighed *w, const struct weighting_fit *margin, const unsigned char *row_totals)
{
	const struct tally *t = w->t;
	struct margin_table x;

	for (int rest = 0; rest <= (t->selected != NULL); rest++) {
		margin_cross(t, margin, rest, false, rest ? NULL : row_totals,
			rest || strchr(margin->questions, ' ') ? NULL : w->before, &x);
		w->reasons |= x.few_missing;
		if (!x.nested) {
			take_crossing(w, &x);
			if (!rest && w->unit >= 0)
				w->unit = margin_mean_unit(t, margin, &x, w->unit);
		}
		if (t->heads == 1)
			continue;
		margin_cross(t, margin, rest, true, rest ? NULL : row_totals, NULL, &x);
		w->heads |= !x.nested && hides_any(&x);
	}
}

static bool
any_row(const struct weighed *w)
{
	for (int i = 0; i <= w->t->answer_count; i++)
		if (w->rows[i])
			return true;
	return false;
}

/* The mean of listed scores is one number more about hidden rows; that of others is of people whom
 * a crossing hides. */
static void
settle_mean(struct weighed *w, const unsigned char *row_totals)
{
	for (int i = 0; i < w->t->answer_count; i++)
		if (row_totals[i] && w->t->n[(i + 1) * w->t->heads - 1] > 0)
			w->unit = -1;
	if (w->rows[w->t->answer_count] || w->bases || w->t->selected)
		w->unit = any_row(w) || w->bases ? -1 : w->unit;
}

static int
weigh(struct weighed *w, const unsigned char *row_totals, struct error *err)
{
	const struct wave_columns *wave = w->t->w;

	w->rows = arena_array(wave->arena, (size_t)w->t->answer_count + 1, sizeof(*w->rows));
	w->bases = wave->weights_hidden;
	for (int m = 0; m < wave->margin_count && !w->bases; m++) {
		const struct weighting_fit *margin = &wave->margins[m];

		w->before = arena_array(wave->arena,
			(size_t)(w->t->answer_count + 2) * (size_t)(margin->cell_count + 2), 1);
		if (cross_questions(w, margin, err) < 0)
			return -1;
		cross_margin(w, margin, row_totals);
	}
	if (any_row(w) || w->bases)
		settle_mean(w, row_totals);
	return 0;
}

/* ---- what is not said ---- */

static void
hide_scale(struct scale_result *s)
{
	*s = (struct scale_result){ .mean = NAN,
		.sd = NAN,
		.median = NAN,
		.q1 = NAN,
		.q3 = NAN,
		.min = NAN,
		.max = NAN,
		.mean_low = NAN,
		.mean_high = NAN,
		.top2 = NAN,
		.bottom2 = NAN,
		.net = NAN };
}

static void
hide_mean(const struct weighed *w, struct scale_result *s)
{
	double mean = s->mean;
	long n = s->n;
	bool coarse = s->coarse;

	if (n <= 0 || !(any_row(w) || w->bases))
		return;
	hide_scale(s);
	if (w->unit < 0)
		return;
	s->n = n;
	s->mean = tally_printed(mean, coarse ? TALLY_COARSE : w->unit);
	s->coarse = coarse || w->unit > 0.05;
}

static void
hide_row(struct result_row *row)
{
	row->weighted = row->percent = NAN;
	row->valid = (struct estimate){ NAN, NAN, NAN };
	row->mean_place = row->points = NAN;
}

static bool
needs_nothing(const struct tally *t)
{
	return !t->weights || t->threshold < 2 || t->base[t->heads - 1].n == 0;
}

int
frequency_hide_weighed(const struct tally *t, const struct tabulation *asked, struct frequency *f,
	struct error *err)
{
	struct weighed w = { .t = t, .asked = asked };
	unsigned char *totals;
	bool any;

	if (needs_nothing(t))
		return 0;
	totals = arena_array(t->w->arena, (size_t)t->answer_count + 1, 1);
	for (int i = 0; i < f->missing_from; i++)
		totals[i] = f->rows[i].n < 0 ? SUPPRESSION_FURTHER : SUPPRESSION_SHOWN;
	if (weigh(&w, totals, err) < 0)
		return -1;
	any = w.bases;
	for (int i = 0; i < f->row_count; i++)
		if (w.bases || (i < f->missing_from ? w.rows[i] : w.reasons)) {
			hide_row(&f->rows[i]);
			any = true;
		}
	if (w.bases)
		f->weighted_forms = f->weighted_valid = f->effective = NAN;
	any |= w.rows[t->answer_count];
	hide_mean(&w, &f->scale);
	if (any) {
		f->notes |= NOTE_HIDDEN | NOTE_WEIGHED;
		f->notes &= ~(unsigned)NOTE_ROUNDED;
	}
	return 0;
}

static void
hide_cell(struct crosstab_cell *cell)
{
	*cell = (struct crosstab_cell){ cell->n, NAN, NAN, NAN, NAN, NAN, NAN };
}

static void
hide_head(struct column_head *head)
{
	head->weighted = head->effective = NAN;
	hide_scale(&head->scale);
}

int
crosstab_hide_weighed(const struct tally *t, const struct tabulation *asked, struct crosstab *x,
	struct error *err)
{
	struct weighed w = { .t = t, .asked = asked };
	int last = t->heads - 1;
	unsigned char *totals;

	if (needs_nothing(t))
		return 0;
	totals = arena_array(t->w->arena, (size_t)t->answer_count + 1, 1);
	for (int i = 0; i < x->row_count; i++)
		totals[i] = x->rows[i].n < 0 ? SUPPRESSION_FURTHER : SUPPRESSION_SHOWN;
	if (weigh(&w, totals, err) < 0)
		return -1;
	w.heads |= w.bases;
	for (int i = 0; i < x->row_count; i++) {
		bool whole = w.rows[i] || w.bases;

		if (whole)
			hide_row(&x->rows[i]);
		for (int h = 0; h <= last; h++)
			if (h < last ? w.heads : whole)
				hide_cell(&x->cells[i * t->heads + h]);
			else if (w.rows[i]) /* a share of the row tells the row */
				x->cells[i * t->heads + h].row = NAN;
	}
	for (int h = 0; h < last && w.heads; h++)
		hide_head(&x->heads[h]);
	if (w.bases)
		hide_head(&x->heads[last]);
	hide_mean(&w, &x->heads[last].scale);
	if (w.heads || any_row(&w))
		x->notes |= NOTE_HIDDEN | NOTE_WEIGHED;
	return 0;
}
