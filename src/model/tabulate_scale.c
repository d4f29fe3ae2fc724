/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Means, quantiles and boxes of a scale, and what of them can be said where cells are hidden. */
#include "config.h"

#include "model/tabulate_parts.h"

#include "base/memory.h"

#include <math.h>
#include <stdlib.h>

enum { POINTS_MOST = 128 };

static const struct scale_result nothing = { 0, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN,
	NAN, NAN };

/* ---- what hidden cells allow ---- */

/* How many different numbers the first of three cells can be, when their sum and the sum of
 * number times score are known and none is below 1. The numbers move along one line in whole steps. */
static long
alternatives(const long counts[3], const double scores[3], long *most)
{
	double step[3] = { scores[1] - scores[2], scores[2] - scores[0], scores[0] - scores[1] };
	long up = 0, down = 0, whole[3];

	*most = counts[0];
	for (int k = 0; k < 3; k++) {
		if (step[k] != floor(step[k]) || fabs(step[k]) > 1000 || step[k] == 0)
			return 1; /* no whole line: the numbers may be the only ones */
		whole[k] = (long)step[k];
	}
	for (long divisor = 1000; divisor > 1; divisor--)
		if (whole[0] % divisor == 0 && whole[1] % divisor == 0 && whole[2] % divisor == 0)
			for (int k = 0; k < 3; k++)
				whole[k] /= divisor;
	for (int direction = 1; direction >= -1; direction -= 2)
		for (long t = 1; t < 1000; t++) {
			bool fits = true;

			for (int k = 0; k < 3; k++)
				fits &= counts[k] + direction * t * whole[k] >= 1;
			if (!fits)
				break;
			up += direction > 0;
			down += direction < 0;
			if (counts[0] + direction * t * whole[0] > *most)
				*most = counts[0] + direction * t * whole[0];
		}
	return up + down + 1;
}

static bool
cell_safe(const long *counts, const double *scores, int count, int cell, int threshold)
{
	for (int j = 0; j < count; j++)
		for (int k = j + 1; k < count; k++) {
			const long n[3] = { counts[cell], counts[j], counts[k] };
			const double s[3] = { scores[cell], scores[j], scores[k] };
			long most, numbers;

			if (j == cell || k == cell)
				continue;
			numbers = alternatives(n, s, &most);
			if (numbers >= (threshold > 2 ? threshold : 2) && most >= threshold)
				return true;
		}
	return false;
}

bool
tally_mean_safe(const long *counts, const double *scores, int count, int threshold)
{
	for (int i = 0; i < count; i++)
		if (!cell_safe(counts, scores, count, i, threshold))
			return false;
	return true;
}

/* 0 = nothing is hidden, 1 = the mean may stand, 2 = nothing may. */
static int
restrained(const struct tally *t, int head, const unsigned char *hidden)
{
	long *counts = memory_array((size_t)t->answer_count + 1, sizeof(*counts));
	double *scores = memory_array((size_t)t->answer_count + 1, sizeof(*scores));
	bool outside = false;
	int count = 0, result = 0;

	for (int i = 0; hidden && i < t->answer_count; i++) {
		if (!hidden[i])
			continue;
		outside |= isnan(t->answers[i].score);
		counts[count] = t->n[i * t->heads + head];
		scores[count++] = t->answers[i].score;
	}
	if (count)
		result = outside || !tally_mean_safe(counts, scores, count, t->threshold) ? 2 : 1;
	free(counts);
	free(scores);
	return result;
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

	if (t->column->kind == COLUMN_NUMBER && t->column->type != QUESTION_RANGE)
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

	for (size_t i = 0; i < b->value_count; i++) {
		lowest += b->values[i].value == out->min;
		highest += b->values[i].value == out->max;
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
	int restraint;

	*out = nothing;
	if (head < 0 || !t->column->scale || b->scored == 0)
		return;
	restraint = restrained(t, head, hidden);
	if (restraint == 2)
		return;
	summarise(t, head, &s);
	out->n = b->scored;
	out->mean = s.mean;
	if (restraint == 1)
		return;
	out->sd = s.sd;
	out->median = s.median;
	out->q1 = s.q1;
	out->q3 = s.q3;
	out->min = s.min;
	out->max = s.max;
	hide_ends(t, head, out);
	find_boxes(t, head, out);
	if (!t->random || isnan(s.sd))
		return;
	mean = estimate_mean(s.mean, s.sd, effective, t->correction);
	out->mean_low = mean.low;
	out->mean_high = mean.high;
}
