/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Intervals and tests of shares and means; the header names each formula's source. */
#include "config.h"

#include "model/weights/estimate.h"

#include "model/weights/distribution.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

static const double OUTSIDE = 0.05; /* of an interval of 95 % */

static const struct interval NO_INTERVAL = { NAN, NAN };

double
estimate_effective(double sum, double sum_of_squares)
{
	return sum_of_squares > 0 ? sum * sum / sum_of_squares : 0;
}

double
estimate_correction(double n, double population)
{
	if (!(population > 0))
		return 1;
	return n < population ? 1 - n / population : 0;
}

static double
within(double x, double low, double high)
{
	return x < low ? low : x > high ? high : x;
}

struct interval
estimate_share(double share, double effective, double correction)
{
	double z = distribution_t_limit(OUTSIDE, INFINITY), n, middle, half;

	if (!(share >= 0 && share <= 1) || !(effective > 0) || !(correction >= 0))
		return NO_INTERVAL;
	if (correction <= 0)
		return (struct interval){ share, share };
	n = effective / correction;
	middle = (share + z * z / (2 * n)) / (1 + z * z / n);
	half = z / (1 + z * z / n) * sqrt(share * (1 - share) / n + z * z / (4 * n * n));
	/* At the ends the limit is exactly 0 or 1; rounding must not say otherwise. */
	return (struct interval){ share > 0 ? within(middle - half, 0, share) : 0,
		share < 1 ? within(middle + half, share, 1) : 1 };
}

double
estimate_mean_error(double sd, double effective, double correction)
{
	return effective > 0 && correction >= 0 ? sd * sqrt(correction / effective) : NAN;
}

struct interval
estimate_mean(double mean, double sd, double effective, double correction)
{
	double half = distribution_t_limit(OUTSIDE, effective - 1) *
		estimate_mean_error(sd, effective, correction);

	return isnan(half) ? NO_INTERVAL : (struct interval){ mean - half, mean + half };
}

static const struct estimate_test NO_TEST = { NAN, { NAN, NAN }, NAN, NAN, NAN };

struct estimate_test
estimate_share_test(double first, double n1, double second, double n2)
{
	struct interval a = estimate_share(first, n1, 1), b = estimate_share(second, n2, 1);
	struct estimate_test t = NO_TEST;
	double both, error;

	if (isnan(a.low) || isnan(b.low))
		return t;
	t.difference = second - first;
	t.interval.low = t.difference - hypot(second - b.low, a.high - first);
	t.interval.high = t.difference + hypot(b.high - second, first - a.low);
	both = (first * n1 + second * n2) / (n1 + n2);
	error = sqrt(both * (1 - both) * (1 / n1 + 1 / n2));
	if (error > 0) {
		t.df = INFINITY;
		t.statistic = t.difference / error;
		t.p = distribution_normal(t.statistic);
	}
	return t;
}

struct estimate_test
estimate_mean_test(double mean1, double sd1, double n1, double mean2, double sd2, double n2)
{
	struct estimate_test t = NO_TEST;
	double v1, v2, error, half;

	if (isnan(mean1) || isnan(mean2))
		return t;
	t.difference = mean2 - mean1;
	if (!(n1 > 1) || !(n2 > 1) || isnan(sd1) || isnan(sd2))
		return t;
	v1 = sd1 * sd1 / n1;
	v2 = sd2 * sd2 / n2;
	error = sqrt(v1 + v2);
	if (!(error > 0))
		return t;
	t.df = (v1 + v2) * (v1 + v2) / (v1 * v1 / (n1 - 1) + v2 * v2 / (n2 - 1));
	t.statistic = t.difference / error;
	t.p = distribution_t(t.statistic, t.df);
	half = distribution_t_limit(OUTSIDE, t.df) * error;
	t.interval = (struct interval){ t.difference - half, t.difference + half };
	return t;
}

double
estimate_net_error(double top, double bottom, double n)
{
	double net = top - bottom, spread = top + bottom - net * net;

	if (!(top >= 0 && bottom >= 0 && n > 0))
		return NAN;
	return spread > 0 ? sqrt(spread / n) : 0;
}

struct estimate_test
estimate_net_test(double top1, double bottom1, double n1, double top2, double bottom2, double n2)
{
	double error =
		hypot(estimate_net_error(top1, bottom1, n1), estimate_net_error(top2, bottom2, n2));
	double half = distribution_t_limit(OUTSIDE, INFINITY) * error;
	struct estimate_test t = NO_TEST;

	t.difference = top2 - bottom2 - (top1 - bottom1);
	if (!(error > 0))
		return t;
	t.df = INFINITY;
	t.statistic = t.difference / error;
	t.p = distribution_normal(t.statistic);
	t.interval = (struct interval){ t.difference - half, t.difference + half };
	return t;
}

static int
by_value(const void *a, const void *b)
{
	const struct estimate_value *x = a, *y = b;

	return (x->value > y->value) - (x->value < y->value);
}

static void
sort(struct estimate_value *values, size_t count)
{
	for (size_t i = 1; i < count; i++)
		if (values[i].value < values[i - 1].value) {
			qsort(values, count, sizeof(*values), by_value);
			return;
		}
}

double
estimate_quantile(const struct estimate_value *values, size_t count, double p)
{
	double sum = 0, place, reach = 0, last = NAN;
	bool between = false;

	for (size_t i = 0; i < count; i++)
		sum += values[i].weight;
	place = sum > 1 ? (sum - 1) * p : 0;
	for (size_t i = 0, next; i < count; i = next) {
		double weight = 0;

		for (next = i; next < count && values[next].value <= values[i].value; next++)
			weight += values[next].weight;
		if (!(weight > 0))
			continue;
		if (between)
			return last + (values[i].value - last) * (place - floor(place));
		last = values[i].value;
		reach += weight;
		if (reach > place && place + 1 < reach)
			return last;
		between = reach > place;
	}
	return last;
}

/* Two passes, so that large means leave small spreads alone. */
static void
summarise_spread(
	const struct estimate_value *values, size_t count, struct estimate_summary *out)
{
	double squares = 0;

	for (size_t i = 0; i < count; i++)
		squares += values[i].weight * (values[i].value - out->mean) *
			(values[i].value - out->mean);
	out->sd = out->sum > 1 ? sqrt(squares / (out->sum - 1)) : NAN;
}

void
estimate_summarise(struct estimate_value *values, size_t count, struct estimate_summary *out)
{
	double moment = 0, squares = 0;

	*out = (struct estimate_summary){ .mean = NAN, .sd = NAN, .median = NAN, .q1 = NAN,
		.q3 = NAN, .min = NAN, .max = NAN };
	sort(values, count);
	for (size_t i = 0; i < count; i++) {
		const struct estimate_value *v = &values[i];

		if (!(v->weight > 0))
			continue;
		out->n += v->n;
		out->sum += v->weight;
		moment += v->weight * v->value;
		squares += v->n > 0 ? v->weight * v->weight / (double)v->n : 0;
		out->min = isnan(out->min) ? v->value : out->min;
		out->max = v->value;
	}
	out->effective = estimate_effective(out->sum, squares);
	if (!(out->sum > 0))
		return;
	out->mean = moment / out->sum;
	summarise_spread(values, count, out);
	out->q1 = estimate_quantile(values, count, 0.25);
	out->median = estimate_quantile(values, count, 0.5);
	out->q3 = estimate_quantile(values, count, 0.75);
}

void
estimate_boxes(const double *points, int count, struct estimate_boxes *out)
{
	double all = 0;

	*out = (struct estimate_boxes){ NAN, NAN, NAN };
	for (int i = 0; i < count; i++)
		all += points[i];
	if (count < 4 || !(all > 0))
		return;
	out->top2 = (points[count - 1] + points[count - 2]) / all;
	out->bottom2 = (points[0] + points[1]) / all;
	out->net = out->top2 - out->bottom2;
}
