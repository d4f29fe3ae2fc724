/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Iterative proportional fitting with a cap. */
#include "config.h"

#include "model/weights/raking.h"

#include "base/i18n.h"
#include "base/memory.h"
#include "base/number.h"
#include "model/weights/estimate.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const double CLOSE = 1e-6; /* relative deviation that counts as met */
static const double STILL = 1e-10; /* change of a weight, whose mean is 1, that counts as none */

struct fitting {
	const struct raking_margin *margins;
	int count;
	size_t forms;
	double *weights;
	double **targets; /* of each margin: cells in forms, the last one is the unknown */
	double *sums;     /* room for the largest margin */
	double *before;   /* each form's weight a round ago */
	int worst_margin, worst_cell;
};

static double
total_of(const struct raking_margin *m)
{
	double sum = 0;

	for (int c = 0; c < m->cell_count; c++)
		sum += m->population[c];
	return sum;
}

/* Counts the forms of each cell into targets[], the unknown behind the last one. */
static void
count_cells(const struct raking_margin *m, size_t forms, double *counts)
{
	memset(counts, 0, ((size_t)m->cell_count + 1) * sizeof(*counts));
	for (size_t i = 0; i < forms; i++)
		counts[m->cell[i] < 0 ? m->cell_count : m->cell[i]]++;
}

/* cell: the one that the sentence is about. */
static int
check_margin(const struct raking_margin *m, size_t forms, const double *counts, int *cell,
	struct error *err)
{
	*cell = 0;
	if (m->cell_count == 0)
		return error_set(
			err, ERROR_INPUT, _("The margin “%s” has no categories."), m->name);
	for (int c = 0; c < m->cell_count; c++)
		if (*cell = c, !(m->population[c] > 0) || isinf(m->population[c]))
			return error_set(err, ERROR_INPUT,
				_("Margin “%s”: the population of “%s” must be more than zero. "
				  "Leave the category out, or join it with another one."),
				m->name, m->labels[c]);
	*cell = 0;
	if ((size_t)counts[m->cell_count] == forms)
		return error_set(err, ERROR_INPUT,
			_("Margin “%s”: no form belongs to any of its categories."), m->name);
	for (int c = 0; c < m->cell_count; c++)
		if (*cell = c, !(counts[c] > 0))
			return error_set(err, ERROR_INPUT,
				_("Margin “%s”: nobody answered from “%s”, so nobody can stand for "
				  "these people. Join the category with another one."),
				m->name, m->labels[c]);
	return 0;
}

int
raking_check(const struct raking_margin *m, size_t forms, int *cell, struct error *err)
{
	double *counts = memory_new(((size_t)m->cell_count + 1) * sizeof(*counts));
	int result;

	count_cells(m, forms, counts);
	result = check_margin(m, forms, counts, cell, err);
	free(counts);
	return result;
}

/* What each cell must weigh: its part of the forms whose cell is known. */
static int
set_targets(struct fitting *f, struct error *err)
{
	for (int k = 0; k < f->count; k++) {
		const struct raking_margin *m = &f->margins[k];
		double *target = f->targets[k], known, total = total_of(m);
		int cell;

		count_cells(m, f->forms, target);
		if (check_margin(m, f->forms, target, &cell, err) < 0)
			return -1;
		known = (double)f->forms - target[m->cell_count];
		for (int c = 0; c < m->cell_count; c++)
			target[c] = known * m->population[c] / total;
	}
	return 0;
}

static void
sum_cells(const struct fitting *f, int margin)
{
	const struct raking_margin *m = &f->margins[margin];

	memset(f->sums, 0, ((size_t)m->cell_count + 1) * sizeof(*f->sums));
	for (size_t i = 0; i < f->forms; i++)
		f->sums[m->cell[i] < 0 ? m->cell_count : m->cell[i]] += f->weights[i];
}

static void
fit_margin(struct fitting *f, int margin)
{
	const struct raking_margin *m = &f->margins[margin];

	sum_cells(f, margin);
	for (int c = 0; c <= m->cell_count; c++)
		f->sums[c] = f->sums[c] > 0 ? f->targets[margin][c] / f->sums[c] : 1;
	for (size_t i = 0; i < f->forms; i++)
		f->weights[i] *= f->sums[m->cell[i] < 0 ? m->cell_count : m->cell[i]];
}

/* Lowers to the cap, raises the others so that the mean is 1 again, until nobody is above it. */
static void
lower_to_cap(const struct fitting *f, double cap)
{
	for (;;) {
		double others = 0;
		size_t at_cap = 0, above = 0;

		for (size_t i = 0; i < f->forms; i++) {
			above += f->weights[i] > cap * (1 + CLOSE);
			if (f->weights[i] >= cap) {
				f->weights[i] = cap;
				at_cap++;
			} else
				others += f->weights[i];
		}
		if (above == 0 || !(others > 0))
			return;
		others = ((double)f->forms - cap * (double)at_cap) / others;
		for (size_t i = 0; i < f->forms; i++)
			if (f->weights[i] < cap)
				f->weights[i] *= others;
	}
}

static double
deviation(struct fitting *f)
{
	double worst = 0;

	for (int k = 0; k < f->count; k++) {
		sum_cells(f, k);
		for (int c = 0; c <= f->margins[k].cell_count; c++) {
			double target = f->targets[k][c],
			       off = target > 0 ? fabs(f->sums[c] - target) / target : 0;

			if (off <= worst)
				continue;
			worst = off;
			f->worst_margin = k;
			f->worst_cell = c;
		}
	}
	return worst;
}

/* The most that any weight changed in this round. One cell that is wholly at the cap stands still
 * while all others still move, so its deviation tells nothing of them. */
static double
largest_move(const struct fitting *f)
{
	double most = 0;

	for (size_t i = 0; i < f->forms; i++) {
		double move = fabs(f->weights[i] - f->before[i]);

		most = move > most ? move : most;
	}
	return most;
}

static void
describe(const struct fitting *f, double cap, struct raking_result *out)
{
	double sum = 0, squares = 0;

	out->smallest = out->largest = f->weights[0];
	for (size_t i = 0; i < f->forms; i++) {
		double w = f->weights[i];
		bool unknown = false;

		sum += w;
		squares += w * w;
		out->smallest = w < out->smallest ? w : out->smallest;
		out->largest = w > out->largest ? w : out->largest;
		out->capped += cap > 0 && w >= cap * (1 - CLOSE);
		for (int k = 0; k < f->count; k++)
			unknown = unknown || f->margins[k].cell[i] < 0;
		out->unknown += unknown;
	}
	out->effective = estimate_effective(sum, squares);
}

static int
refuse_unsettled(const struct fitting *f, const struct raking_result *r, struct error *err)
{
	const struct raking_margin *m = &f->margins[f->worst_margin];
	char off[32];

	return error_set(err, ERROR_INPUT,
		_("The margins cannot all be met: after %d rounds “%s” in the margin “%s” is "
		  "still off by %s %%. The margins contradict each other, or the forms hold too "
		  "few combinations of them; join categories, or set a cap."),
		r->rounds,
		f->worst_cell < m->cell_count ? m->labels[f->worst_cell] : _("without a category"),
		m->name, number_format(off, sizeof(off), r->deviation * 100, 1));
}

static int
fit(struct fitting *f, double cap, struct raking_result *out, struct error *err)
{
	bool still = false; /* a round changed nothing: the rest would not either */

	if (set_targets(f, err) < 0)
		return -1;
	for (size_t i = 0; i < f->forms; i++)
		f->weights[i] = 1;
	while (out->rounds < RAKING_ROUNDS && !out->converged && !still) {
		memcpy(f->before, f->weights, f->forms * sizeof(*f->before));
		for (int k = 0; k < f->count; k++)
			fit_margin(f, k);
		if (cap > 0)
			lower_to_cap(f, cap);
		out->rounds++;
		out->deviation = deviation(f);
		out->converged = out->deviation <= CLOSE;
		still = largest_move(f) <= STILL;
	}
	describe(f, cap, out);
	if (!out->converged && cap <= 0)
		return refuse_unsettled(f, out, err);
	return 0;
}

int
raking_weights(const struct raking_margin *margins, int count, size_t forms, double cap,
	double *weights, struct raking_result *out, struct error *err)
{
	struct fitting f = { .margins = margins, .count = count, .forms = forms,
		.weights = weights };
	size_t cells = 1;
	double *room;
	int result;

	*out = (struct raking_result){ 0 };
	if (forms == 0)
		return error_set(err, ERROR_INPUT, _("There are no keyed forms to be weighted."));
	if (count == 0)
		return error_set(err, ERROR_INPUT, _("Weights need one margin at least."));
	if (cap < 0 || isnan(cap) || (cap > 0 && cap < 1))
		return error_set(err, ERROR_INPUT,
			_("The cap is a multiple of the mean weight: 1 or more, or 0 for none."));
	for (int k = 0; k < count; k++)
		cells += (size_t)margins[k].cell_count + 1;
	f.targets = memory_new((size_t)count * sizeof(*f.targets));
	room = memory_new(2 * cells * sizeof(*room));
	f.sums = room + cells;
	f.before = memory_array(forms, sizeof(*f.before));
	for (int k = 0; k < count; k++) {
		f.targets[k] = room;
		room += margins[k].cell_count + 1;
	}
	result = fit(&f, cap, out, err);
	free(f.targets[0]);
	free(f.targets);
	free(f.before);
	return result;
}
