/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Means, quantiles and boxes of a scale, and what of them can be said where cells are hidden. */
#include "config.h"

#include "model/tabulate_means.h"

#include "base/memory.h"

#include <math.h>
#include <stdlib.h>

enum { POINTS_MOST = 128 };

static const struct scale_result nothing = { 0, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN,
	NAN, NAN, false, false };

/* ---- what hidden cells allow ---- */

struct unknown { /* what a reader knows: some numbers, their sum and their mean as printed */
	const long *counts;
	const double *scores; /* NAN = outside the scale: its number moves what the mean is of */
	long scored;  /* answers that the mean is of */
	double sum;   /* of their scores */
	double unit;  /* the mean is printed in steps of this; 0 = in full */
};

double
tally_printed(double mean, double unit)
{
	return unit > 0 ? floor(mean / unit + 0.5) * unit : mean;
}

/* The same mean is printed when these cells hold so many more. */
static bool
looks_alike(const void *context, const struct tally_move *m)
{
	const struct unknown *u = context;
	double sum = u->sum, mean = tally_printed(u->sum / (double)u->scored, u->unit);
	long scored = u->scored;

	for (int i = 0; i < m->count; i++) {
		int cell = m->cells[i];

		if (u->counts[cell] + m->more[i] < 1)
			return false;
		if (isnan(u->scores[cell]))
			continue;
		scored += m->more[i];
		sum += (double)m->more[i] * u->scores[cell];
	}
	return scored > 0 && fabs(tally_printed(sum / (double)scored, u->unit) - mean) < 1e-9;
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

bool
tally_mean_safe(const long *counts, const double *scores, int count, long scored, double sum,
	double unit, int threshold)
{
	const struct unknown u = { counts, scores, scored, sum, unit };
	int *cells = memory_array((size_t)count + 1, sizeof(*cells));
	bool safe = true;

	for (int i = 0; i < count; i++)
		cells[i] = i;
	for (int cell = 0; cell < count && safe; cell++) {
		long most = 0;
		int numbers = 0;

		for (long more = -TALLY_REACH; more <= TALLY_REACH; more++) {
			if (counts[cell] + more < 1 ||
				(more && !tally_could_have(
						 cells, count, cell, more, looks_alike, &u)))
				continue;
			numbers++;
			most = counts[cell] + more > most ? counts[cell] + more : most;
		}
		safe = numbers >= (threshold > 2 ? threshold : 2) && most >= threshold;
	}
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
choose_unit(const struct tally *t, int head, const long *counts, const double *scores, int count,
	struct restraint *out)
{
	static const double units[] = { 0, 0.01, TALLY_COARSE };
	double sum = 0;

	for (int i = 0; i < t->answer_count; i++)
		if (!isnan(t->answers[i].score))
			sum += t->answers[i].score * (double)t->n[i * t->heads + head];
	for (size_t i = 0; i < sizeof(units) / sizeof(units[0]); i++) {
		out->unit = units[i];
		if (tally_mean_safe(counts, scores, count, t->base[head].scored, sum, units[i],
			    t->threshold))
			return;
	}
	/* Of many answers it is told as long as no hidden cell can be computed from it. */
	out->none = t->base[head].scored < TABULATION_SMALL ||
		    !tally_mean_safe(counts, scores, count, t->base[head].scored, sum,
			    out->unit, 2);
}

static struct restraint
restrained(const struct tally *t, int head, const unsigned char *hidden)
{
	long *counts = memory_array((size_t)t->answer_count + 1, sizeof(*counts));
	double *scores = memory_array((size_t)t->answer_count + 1, sizeof(*scores));
	struct restraint out = { .none = false };
	int count = 0;

	for (int i = 0; hidden && i < t->answer_count; i++) {
		if (!hidden[i] || t->n[i * t->heads + head] == 0)
			continue;
		counts[count] = t->n[i * t->heads + head];
		scores[count++] = t->answers[i].score;
		out.outside |= isnan(t->answers[i].score);
		out.cells |= !isnan(t->answers[i].score);
	}
	if (count && tally_lists_scores(t))
		choose_unit(t, head, counts, scores, count, &out);
	else if (out.outside)
		out.unit = TALLY_COARSE; /* whole numbers, ten at least, can have any such mean */
	free(counts);
	free(scores);
	return out;
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
