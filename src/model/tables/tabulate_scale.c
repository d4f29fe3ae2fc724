/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Means, quantiles and boxes of a scale, and what of them can be said where cells are hidden. */
#include "config.h"

#include "model/tables/tabulate_means.h"

#include "base/memory.h"

#include <math.h>
#include <stdlib.h>

enum { POINTS_MOST = 128, REACH_MOST = 200 };

static const struct scale_result nothing = { 0, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN,
	NAN, NAN, NAN, false, false };

/* ---- what hidden cells allow ---- */

double
tally_printed(double mean, double unit)
{
	return unit > 0 ? floor(mean / unit + 0.5) * unit : mean;
}

static bool
could_be(const struct tally_known *u, int cell, long count)
{
	return count >= 1 && (!u->least || count >= u->least[cell]) &&
	       (!u->most || count <= u->most[cell]);
}

/* A distribution hides nothing unless one of its counts is small. */
static bool
keeps_small(const struct tally_known *u, const struct tally_move *m)
{
	for (int cell = 0; cell < u->count && u->under; cell++) {
		long n = u->counts[cell];

		for (int i = 0; i < m->count; i++)
			n += m->cells[i] == cell ? m->more[i] : 0;
		if (n < u->under)
			return true;
	}
	return !u->under;
}

/* The same mean is printed when these cells hold so many more. */
static bool
looks_alike(const void *context, const struct tally_move *m)
{
	const struct tally_known *u = context;
	double sum = u->sum, mean = tally_printed(u->sum / (double)u->scored, u->unit);
	long scored = u->scored;

	for (int i = 0; i < m->count; i++) {
		int cell = m->cells[i];

		if (!could_be(u, cell, u->counts[cell] + m->more[i]))
			return false;
		if (isnan(u->scores[cell]))
			continue;
		scored += m->more[i];
		sum += (double)m->more[i] * u->scores[cell];
	}
	return scored > 0 && fabs(tally_printed(sum / (double)scored, u->unit) - mean) < 1e-9 &&
	       keeps_small(u, m);
}

bool
tally_could_have(const int *cells, int count, int cell, long more,
	bool (*possible)(const void *context, const struct tally_move *move), const void *context)
{
	struct tally_move m = { { cell, 0, 0 }, 2, { more, -more, 0 } };

	for (int j = 0; j < count; j++) {
		m.cells[1] = cells[j];
		if (cells[j] != cell && possible(context, &m))
			return true;
	}
	m.count = 3;
	for (int j = 0; j < count; j++)
		for (int k = 0; k < count; k++) {
			if (cells[j] == cell || cells[k] == cell || k == j)
				continue;
			m.cells[1] = cells[j];
			m.cells[2] = cells[k];
			for (m.more[1] = -TALLY_REACH; m.more[1] <= TALLY_REACH; m.more[1]++) {
				m.more[2] = -more - m.more[1];
				if (possible(context, &m))
					return true;
			}
		}
	return false;
}

/* A large and a small one can change places, so the way may be long. */
static long
reach_of(const struct tally_known *known)
{
	long reach = TALLY_REACH;

	for (int i = 0; i < known->count && known->under; i++)
		if (known->counts[i] > reach)
			reach = known->counts[i];
	return reach < REACH_MOST ? reach : REACH_MOST;
}

static bool
cell_is_safe(const struct tally_known *known, const int *cells, int cell, int threshold)
{
	long n = known->counts[cell], most = n, reach = reach_of(known);
	int numbers = 1, wanted = threshold > 2 ? threshold : 2;

	for (long by = 1; by <= reach && (numbers < wanted || most < threshold); by++)
		for (int sign = -1; sign <= 1; sign += 2) {
			long other = n + sign * by;

			if (!could_be(known, cell, other) ||
				!tally_could_have(cells, known->count, cell, sign * by, looks_alike,
					known))
				continue;
			numbers++;
			most = other > most ? other : most;
		}
	return numbers >= wanted && most >= threshold;
}

bool
tally_mean_safe(const struct tally_known *known, int threshold)
{
	int *cells = memory_array((size_t)known->count + 1, sizeof(*cells)), count = known->count;
	bool safe = true;

	for (int i = 0; i < count; i++)
		cells[i] = i;
	for (int cell = 0; cell < count && safe; cell++)
		safe = cell_is_safe(known, cells, cell, threshold);
	free(cells);
	return safe;
}

bool
tally_lists_scores(const struct tally *t)
{
	return t->column->kind != COLUMN_NUMBER ||
	       (!t->dropped && t->number_count <= TABULATION_POINTS);
}

struct restraint {
	bool cells, outside; /* hidden on the scale; outside it */
	bool none;           /* not even the mean can be said */
	double unit;         /* it can in steps of this */
};

/* How exactly the mean can be said beside hidden cells. */
static void
choose_unit(struct tally_known *known, int threshold, struct restraint *out)
{
	static const double units[] = { 0, 0.01, TALLY_COARSE };

	for (size_t i = 0; i < sizeof(units) / sizeof(units[0]); i++) {
		known->unit = out->unit = units[i];
		if (tally_mean_safe(known, threshold))
			return;
	}
	out->none = true;
}

struct veil { /* what is hidden under a head, and what a reader knows of it */
	long *counts, *least, *most;
	double *scores;
	struct tally_known known;
};

static void
veil_release(struct veil *v)
{
	free(v->counts);
	free(v->least);
	free(v->most);
	free(v->scores);
}

static void
veil_lay(const struct tally *t, int head, const unsigned char *hidden, const long *least,
	struct veil *v)
{
	size_t answers = (size_t)t->answer_count + 1;
	bool told = !t->people && !t->selected && head == t->heads - 1;
	int count = 0;

	*v = (struct veil){ .counts = memory_array(answers, sizeof(*v->counts)),
		.least = memory_array(answers, sizeof(*v->least)),
		.most = memory_array(answers, sizeof(*v->most)),
		.scores = memory_array(answers, sizeof(*v->scores)) };
	v->known = (struct tally_known){ .counts = v->counts,
		.scores = v->scores,
		.least = least ? v->least : NULL,
		.most = t->most ? v->most : NULL,
		.scored = t->base[head].scored };
	for (int i = 0; i < t->answer_count; i++) {
		int at = i * t->heads + head;

		if (!isnan(t->answers[i].score))
			v->known.sum += t->answers[i].score * (double)t->n[at];
		if (!hidden || !hidden[i] || t->n[at] == 0)
			continue;
		if (told && t->n[at] < t->threshold)
			v->known.under = t->threshold;
		v->counts[count] = t->n[at];
		v->least[count] = least ? least[i] : 0;
		v->most[count] = t->most ? t->most[at] : 0;
		v->scores[count++] = t->answers[i].score;
	}
	v->known.count = count;
}

static struct restraint
restrained(const struct tally *t, int head, const unsigned char *hidden)
{
	struct restraint out = { .none = false };
	struct veil v;

	veil_lay(t, head, hidden, NULL, &v);
	for (int i = 0; i < v.known.count; i++) {
		out.outside |= isnan(v.scores[i]);
		out.cells |= !isnan(v.scores[i]);
	}
	if (v.known.count && tally_lists_scores(t))
		choose_unit(&v.known, t->threshold, &out);
	else if (out.outside)
		out.unit = TALLY_COARSE; /* whole numbers, ten at least, can have any such mean */
	if (tally_numbers_dropped(t)) {
		out.unit = tally_unlisted_unit(t, head, out.unit);
		out.none = out.unit < 0;
		out.cells = true;
	}
	veil_release(&v);
	return out;
}

bool
tally_mean_beside(const struct tally *all, const unsigned char *hidden, const long *least)
{
	int total = all->heads - 1;
	struct restraint r;
	struct veil v;
	bool safe;

	if (!all->column->scale || all->base[total].scored == 0 || !tally_lists_scores(all))
		return true;
	r = restrained(all, total, hidden);
	if (r.none || (!r.cells && !r.outside))
		return true;
	veil_lay(all, total, hidden, least, &v);
	v.known.unit = r.unit;
	safe = tally_mean_safe(&v.known, all->threshold);
	veil_release(&v);
	return safe;
}

/* ---- figures ---- */

static double
point_weight(const struct tally *t, int head, double score)
{
	double sum = 0;

	for (int i = 0; i < t->answer_count; i++)
		if (t->answers[i].score == score)
			sum += t->weight[i * t->heads + head];
	return sum;
}

static int
by_value(const void *a, const void *b)
{
	const double *x = a, *y = b;

	return *x < *y ? -1 : *x > *y;
}

static void
find_boxes(const struct tally *t, int head, struct scale_result *out)
{
	double scores[POINTS_MOST], points[POINTS_MOST];
	struct estimate_boxes boxes;
	int count = 0;

	if (t->column->kind == COLUMN_NUMBER && !t->whole_range)
		return;
	for (int i = 0; i < t->answer_count && count < POINTS_MOST; i++)
		if (!isnan(t->answers[i].score))
			scores[count++] = t->answers[i].score;
	qsort(scores, (size_t)count, sizeof(scores[0]), by_value);
	for (int i = 0; i < count; i++)
		points[i] = point_weight(t, head, scores[i]);
	estimate_boxes(points, count, &boxes);
	out->top2 = boxes.top2;
	out->bottom2 = boxes.bottom2;
	out->net = boxes.net;
}

static void
summarise(const struct tally *t, int head, struct estimate_summary *out)
{
	struct tally_base *b = &t->base[head];
	struct estimate_value *values;
	size_t count = 0;

	if (b->values) {
		estimate_summarise(b->values, b->value_count, out);
		return;
	}
	values = memory_array((size_t)t->answer_count + 1, sizeof(*values));
	for (int i = 0; i < t->answer_count; i++)
		if (!isnan(t->answers[i].score))
			values[count++] = (struct estimate_value){ t->answers[i].score,
				t->weight[i * t->heads + head], t->n[i * t->heads + head] };
	estimate_summarise(values, count, out);
	free(values);
}

/* The smallest and the largest number may be one person's: shown where enough say the same. */
static void
hide_ends(const struct tally *t, int head, struct scale_result *out)
{
	const struct tally_base *b = &t->base[head];
	long lowest = 0, highest = 0;

	if (t->people && t->threshold > 0) { /* many passes may be one person's */
		out->min = out->max = NAN;
		return;
	}
	for (size_t i = 0; i < b->value_count; i++) {
		lowest += b->values[i].value == out->min ? b->values[i].n : 0;
		highest += b->values[i].value == out->max ? b->values[i].n : 0;
	}
	for (int i = 0; i < t->answer_count && !b->values; i++) {
		lowest += t->answers[i].score == out->min ? t->n[i * t->heads + head] : 0;
		highest += t->answers[i].score == out->max ? t->n[i * t->heads + head] : 0;
	}
	if (lowest < t->threshold)
		out->min = NAN;
	if (highest < t->threshold)
		out->max = NAN;
}

void
tally_scale(const struct tally *t, int head, const unsigned char *hidden, struct scale_result *out)
{
	const struct tally_base *b = &t->base[head < 0 ? 0 : head];
	struct estimate_summary s;
	struct interval mean;
	double effective = tally_effective(b->scored_weight, b->scored_squares);
	struct restraint restraint;

	*out = nothing;
	if (head < 0 || !t->column->scale || b->scored == 0 || tally_few_scored(t, head))
		return;
	restraint = restrained(t, head, hidden);
	if (restraint.none)
		return;
	summarise(t, head, &s);
	out->n = b->scored;
	out->n_hidden = restraint.outside;
	out->mean = tally_printed(s.mean, restraint.unit);
	out->coarse = restraint.unit > 0.05;
	if (restraint.cells || restraint.outside)
		return;
	out->effective = effective;
	out->sd = s.sd;
	out->median = s.median;
	out->q1 = s.q1;
	out->q3 = s.q3;
	out->min = s.min;
	out->max = s.max;
	hide_ends(t, head, out);
	if (tally_few_quartiles(t, head))
		out->median = out->q1 = out->q3 = NAN;
	find_boxes(t, head, out);
	if (!t->intervals || isnan(s.sd))
		return;
	mean = estimate_mean(s.mean, s.sd, effective, t->correction);
	out->mean_low = mean.low;
	out->mean_high = mean.high;
}
