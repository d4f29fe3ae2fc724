/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A SWOT analysis on paper: factors, what speaks for them, matrices, position. */
#include "config.h"

#include "report/swot_document.h"

#include "base/i18n.h"
#include "base/number.h"
#include "model/diagnosis/strategic_evidence.h"
#include "report/minutes_parts.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

struct writing {
	struct db *db;
	const struct swot *swot;
	struct arena *arena;
	struct document *d;
	struct swot_matrix m;
	struct swot_position p;
};

/* "S1" */
static const char *
code_of(const struct swot_factor *f, struct arena *arena)
{
	return arena_format(arena, "%s%d", factor_kind_letter(f->kind), f->position);
}

static const char *
number_text(double value, int decimals, struct arena *arena)
{
	char text[32];

	return arena_string(arena, number_format(text, sizeof text, value, decimals));
}

/* ---- factors ---- */

static void
factor_row(struct report_table *t, const struct swot_factor *f, struct arena *arena)
{
	report_table_row(t);
	report_cell_text(t, code_of(f, arena));
	report_cell_text(t, f->text);
	report_cell_text(t, swot_area_words(f));
	report_cell_number(t, f->weight);
	report_cell_number(t, f->rating);
	report_cell_number(t, f->spread);
}

/* Strengths and weaknesses lie in one list, opportunities and threats in the other. */
static const struct swot_factor *
of_kind(const struct writing *w, enum factor_kind kind, int *count)
{
	bool inner = kind <= FACTOR_WEAKNESS;

	*count = inner ? w->m.inner_count : w->m.outer_count;
	return inner ? w->m.inner : w->m.outer;
}

static void
put_factors(struct writing *w, enum factor_kind kind)
{
	struct report_table *t = document_table(w->d);
	struct swot_weights weights;
	int count;
	const struct swot_factor *list = of_kind(w, kind, &count);

	report_table_start(t, w->arena, factor_kind_heading(kind));
	report_table_column(t, "factor", _("No."), REPORT_CODE, 0);
	report_table_column(t, "text", _("Factor"), REPORT_TEXT, 0);
	report_table_column(t, "area", _("Area"), REPORT_TEXT, 0);
	report_table_column(t, "weight", _("Weight"), REPORT_NUMBER, 2);
	report_table_column(t, "rating", _("Rating"), REPORT_NUMBER, 1);
	report_table_column(t, "spread", _("Spread"), REPORT_NUMBER, 2);
	for (int i = 0; i < count; i++)
		if (list[i].kind == kind)
			factor_row(t, &list[i], w->arena);
	weights = swot_weights_of(list, count, kind);
	if (weights.weighed && !weights.usable)
		report_table_footnote(
			t, arena_format(w->arena,
				   _("The weights sum to %s in place of 1, so they are not used."),
				   number_text(weights.sum, 2, w->arena)));
}

static int
put_evidence(struct writing *w, struct error *err)
{
	struct strategic_evidence *list;
	int count;

	if (strategic_evidence_of_swot(w->db, w->swot->id, w->arena, &list, &count, err))
		return -1;
	if (count)
		document_heading(w->d, 2, _("What speaks for them"));
	for (int i = 0; i < count; i++) {
		const struct swot_factor *f = NULL;

		for (int k = 0; k < w->m.inner_count + w->m.outer_count; k++)
			if (w->m.inner[k].id == list[i].owner.factor)
				f = &w->m.inner[k];
		document_item(w->d, arena_format(w->arena, "%s: %s", f ? code_of(f, w->arena) : "?",
					    strategic_evidence_words(&list[i], w->arena)));
	}
	return 0;
}

static int
by_axis(const void *a, const void *b)
{
	const struct swot_factor *x = *(struct swot_factor *const *)a;
	const struct swot_factor *y = *(struct swot_factor *const *)b;

	if (x->axis != y->axis)
		return x->axis > y->axis ? -1 : 1;
	return x < y ? -1 : 1;
}

static void
put_axis(struct writing *w)
{
	int all = w->m.inner_count + w->m.outer_count, count = 0;
	struct swot_factor **list = arena_array(w->arena, (size_t)all + 1, sizeof *list);
	struct report_table *t;

	for (int i = 0; i < all; i++)
		if (!isnan(w->m.inner[i].axis))
			list[count++] = &w->m.inner[i];
	if (!count)
		return;
	qsort(list, (size_t)count, sizeof *list, by_axis);
	document_heading(w->d, 2, _("On the axis"));
	t = document_table(w->d);
	report_table_start(t, w->arena, "");
	report_table_column(t, "axis", _("Place"), REPORT_NUMBER, 1);
	report_table_column(t, "factor", _("No."), REPORT_CODE, 0);
	report_table_column(t, "text", _("Factor"), REPORT_TEXT, 0);
	for (int i = 0; i < count; i++) {
		report_table_row(t);
		report_cell_number(t, list[i]->axis);
		report_cell_text(t, code_of(list[i], w->arena));
		report_cell_text(t, list[i]->text);
	}
	report_table_footnote(t, _("From 5, helps development most, to −5, hinders it most."));
}

/* ---- matrices ---- */

static void
matrix_row(struct writing *w, struct report_table *t, enum swot_direction d, int inner,
	enum factor_kind outer_kind)
{
	const struct swot_matrix *m = &w->m;

	report_table_row(t);
	report_cell_text(t, code_of(&m->inner[inner], w->arena));
	for (int o = 0; o < m->outer_count; o++)
		if (m->outer[o].kind == outer_kind)
			report_cell_number(t, m->value[d][inner * m->outer_count + o]);
	report_cell_number(t, swot_inner_sum(m, d, inner, outer_kind));
}

static void
put_matrix(struct writing *w, enum swot_direction d, enum factor_kind inner_kind,
	enum factor_kind outer_kind)
{
	enum swot_quadrant quadrant = swot_quadrant_of(inner_kind, outer_kind);
	const struct swot_matrix *m = &w->m;
	struct report_table *t;

	if (!w->p.of[d][quadrant].pairs)
		return;
	t = document_table(w->d);
	report_table_start(t, w->arena,
		arena_format(w->arena, "%s: %s", swot_quadrant_label(quadrant),
			swot_quadrant_question(quadrant, d)));
	report_table_column(t, "factor", "", REPORT_CODE, 0);
	for (int o = 0; o < m->outer_count; o++)
		if (m->outer[o].kind == outer_kind)
			report_table_column(
				t, "pair", code_of(&m->outer[o], w->arena), REPORT_NUMBER, -1);
	report_table_column(t, "sum", _("Sum"), REPORT_NUMBER, -1);
	for (int i = 0; i < m->inner_count; i++)
		if (m->inner[i].kind == inner_kind)
			matrix_row(w, t, d, i, outer_kind);
	report_table_row(t);
	report_table_sum(t);
	report_cell_text(t, _("Sum"));
	for (int o = 0; o < m->outer_count; o++)
		if (m->outer[o].kind == outer_kind)
			report_cell_number(t, swot_outer_sum(m, d, o, inner_kind));
	report_cell_number(t, w->p.of[d][quadrant].sum);
}

static void
put_matrices(struct writing *w, enum swot_direction d, const char *heading)
{
	document_heading(w->d, 1, heading);
	for (int outer = FACTOR_OPPORTUNITY; outer <= FACTOR_THREAT; outer++)
		for (int inner = FACTOR_STRENGTH; inner <= FACTOR_WEAKNESS; inner++)
			put_matrix(w, d, (enum factor_kind)inner, (enum factor_kind)outer);
}

/* ---- the position ---- */

void
swot_position_table(const struct swot_position *p, const char *title, struct arena *arena,
	struct report_table *t)
{
	report_table_start(t, arena, title);
	report_table_column(t, "quadrant", _("Pairs of"), REPORT_CODE, 0);
	report_table_column(t, "keyed", _("Keyed"), REPORT_TEXT, 0);
	report_table_column(t, "swot", "SWOT", REPORT_NUMBER, -1);
	report_table_column(t, "tows", "TOWS", REPORT_NUMBER, -1);
	report_table_column(t, "sum", _("Sum"), REPORT_NUMBER, -1);
	report_table_column(t, "mean", _("Mean"), REPORT_NUMBER, 2);
	report_table_column(t, "weighted", _("Weighted sum"), REPORT_NUMBER, 2);
	report_table_column(t, "strategy", _("Strategy"), REPORT_TEXT, 0);
	for (int q = 0; q < QUADRANTS; q++) {
		const struct swot_sum *both = &p->both[q];

		report_table_row(t);
		report_cell_text(t, swot_quadrant_label((enum swot_quadrant)q));
		report_cell_text(t, arena_format(arena, "%d/%d", both->keyed, both->pairs));
		report_cell_number(t, p->of[SWOT_FORWARD][q].sum);
		report_cell_number(t, p->of[SWOT_BACKWARD][q].sum);
		report_cell_number(t, both->sum);
		report_cell_number(t, both->mean);
		report_cell_number(t, both->weighted);
		report_cell_text(t, swot_quadrant_strategy((enum swot_quadrant)q));
	}
	report_table_footnote(
		t, p->weighted ? swot_weighted_formula()
			       : _("No weighted sums: the weights of each of the four kinds must "
				   "sum to 1."));
	if (!p->complete)
		report_table_footnote(t, swot_position_rest(p));
}

const char *
swot_weighted_formula(void)
{
	return _("Weighted = Σ number × (w1 + w2), SWOT and TOWS; w1, w2: weights of the pair");
}

const char *
swot_weighted_terms(const struct swot_matrix *m, enum swot_quadrant q, const struct swot_sum *sum,
	struct arena *arena)
{
	const char *text = "";

	for (int d = 0; d < SWOT_DIRECTIONS; d++)
		for (int k = 0; k < m->inner_count * m->outer_count; k++) {
			const struct swot_factor *inner = &m->inner[k / m->outer_count];
			const struct swot_factor *outer = &m->outer[k % m->outer_count];
			const struct swot_factor *from = d == SWOT_FORWARD ? inner : outer;
			const struct swot_factor *to = d == SWOT_FORWARD ? outer : inner;
			double value = m->value[d][k];

			if (swot_quadrant_of(inner->kind, outer->kind) != q || isnan(value) ||
				value == 0)
				continue;
			text = arena_format(arena, "%s%s%s→%s %s × (%s + %s)", text,
				*text ? " + " : "", code_of(from, arena), code_of(to, arena),
				number_text(value, -1, arena), number_text(inner->weight, 2, arena),
				number_text(outer->weight, 2, arena));
		}
	return arena_format(arena, "%s: %s = %s", swot_quadrant_label(q), *text ? text : "0",
		number_text(sum->weighted, 2, arena));
}

const char *
swot_position_rest(const struct swot_position *p)
{
	for (int q = 0; q < QUADRANTS; q++)
		if (p->both[q].pairs)
			return _("Not all pairs are keyed; the position may change.");
	return _("There are no pairs yet: they need factors within the unit and outside.");
}

const char *
swot_position_words(const struct swot_position *p, int by, struct arena *arena)
{
	const int best = by == 0 ? p->by_sum : by == 1 ? p->by_weighted : p->by_mean;
	const int winners = by == 0   ? p->sum_winners
			    : by == 1 ? p->weighted_winners
				      : p->mean_winners;
	const char *what = by == 0 ? _("By sums") : by == 1 ? _("By weighted sums") : _("By means");
	const struct swot_sum *s = best >= 0 ? &p->both[best] : NULL;

	if (winners > 1)
		return arena_format(
			arena, _("%s: no position, %d quadrants are equal."), what, winners);
	if (!s)
		return arena_format(arena, _("%s: no position yet."), what);
	return arena_format(arena, _("%s: %s, strategy %s (%s)."), what,
		swot_quadrant_label((enum swot_quadrant)best),
		swot_quadrant_strategy((enum swot_quadrant)best),
		number_text(by == 0   ? s->sum
			    : by == 1 ? s->weighted
				      : s->mean,
			by == 0 ? -1 : 2, arena));
}

/* ---- the document ---- */

static int
put_all(struct writing *w, const char *unit, struct error *err)
{
	struct document *d = w->d;

	document_start(d, w->arena, w->swot->title);
	if (minutes_document_above(w->db, d, err))
		return -1;
	document_fact(d, _("Unit"), unit);
	document_fact(d, _("Year"), arena_format(w->arena, "%d", w->swot->year));
	document_fact(d, _("Code"), w->swot->code);
	if (w->swot->made_up)
		document_note(d, _("The analysis is made up, for demonstration."));
	document_paragraph(d, w->swot->note);
	document_heading(d, 1, _("Factors"));
	for (int kind = 0; kind < FACTOR_KINDS; kind++)
		put_factors(w, (enum factor_kind)kind);
	if (put_evidence(w, err))
		return -1;
	put_axis(w);
	put_matrices(w, SWOT_FORWARD, _("SWOT: from inside out"));
	put_matrices(w, SWOT_BACKWARD, _("TOWS: from outside in"));
	document_heading(d, 1, _("Strategic position"));
	swot_position_table(&w->p, "", w->arena, document_table(d));
	for (int by = 0; by < 3; by++)
		if (by != 1 || w->p.weighted)
			document_paragraph(d, swot_position_words(&w->p, by, w->arena));
	for (int q = 0; q < QUADRANTS && w->p.weighted; q++)
		document_note(d,
			swot_weighted_terms(&w->m, (enum swot_quadrant)q, &w->p.both[q], w->arena));
	return 0;
}

int
swot_document(struct db *db, const struct swot *swot, const char *unit, struct arena *arena,
	struct document *out, struct error *err)
{
	struct writing w = { .db = db, .swot = swot, .arena = arena, .d = out };

	if (swot_matrix_load(db, swot->id, arena, &w.m, err))
		return -1;
	swot_position_of(&w.m, &w.p);
	return put_all(&w, unit, err);
}
