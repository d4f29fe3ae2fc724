/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Summaries by selection: quartiles need six order statistics, not a sorted list. */
#include "config.h"

#include "model/indicators/statistics.h"

#include <math.h>
#include <stdbool.h>

static void
swap(double *a, double *b)
{
	double t = *a;

	*a = *b;
	*b = t;
}

/* Puts the k-th smallest of values[low..high] in its place, smaller ones before it, larger
 * ones after it (Hoare's selection with the median of three; equal values stop both hands,
 * so that constant data do not become quadratic). */
static void
select_place(double *values, int low, int high, int k)
{
	while (high - low > 8) {
		int middle = low + (high - low) / 2, i = low, j = high;
		double pivot;

		if (values[middle] < values[low])
			swap(&values[middle], &values[low]);
		if (values[high] < values[low])
			swap(&values[high], &values[low]);
		if (values[high] < values[middle])
			swap(&values[high], &values[middle]);
		pivot = values[middle];
		while (i <= j) {
			while (values[i] < pivot)
				i++;
			while (pivot < values[j])
				j--;
			if (i <= j)
				swap(&values[i++], &values[j--]);
		}
		if (k <= j)
			high = j;
		else if (k >= i)
			low = i;
		else
			return;
	}
	for (int i = low + 1; i <= high; i++)
		for (int j = i; j > low && values[j] < values[j - 1]; j--)
			swap(&values[j], &values[j - 1]);
}

static double
lowest_from(const double *values, int from, int n)
{
	double low = values[from];

	for (int i = from + 1; i < n; i++)
		low = values[i] < low ? values[i] : low;
	return low;
}

/* The quantile p once select_place() has been asked for its lower place. */
static double
interpolate(double below, double above, double h)
{
	double part = h - floor(h);

	return part > 0 ? below + part * (above - below) : below;
}

/* low..high: the places that hold exactly the order statistics of these numbers. */
static double
quantile_within(double *values, double h, int low, int high)
{
	int k = (int)floor(h);

	select_place(values, low, high, k);
	if (h - k <= 0)
		return values[k];
	return interpolate(values[k], lowest_from(values, k + 1, high + 1), h);
}

/* Selecting the median leaves the lower values before it and the higher ones behind it: each
 * quartile is looked for in its half. Halves too short for that are sorted as a whole. */
static void
quartiles(double *values, int n, struct summary *out)
{
	int middle = (n - 1) / 2;
	double h1 = (n - 1) * 0.25, h3 = (n - 1) * 0.75;
	bool halves = (int)floor(h1) + 1 < middle && (int)floor(h3) > middle;

	out->median = quantile_within(values, (n - 1) * 0.5, 0, n - 1);
	out->q1 = quantile_within(values, h1, 0, halves ? middle - 1 : n - 1);
	out->q3 = quantile_within(values, h3, halves ? middle + 1 : 0, n - 1);
}

void
statistics_summary(double *values, int n, struct summary *out)
{
	double sum = 0, squares = 0;

	*out = (struct summary){ .n = n };
	if (n <= 0)
		return;
	out->min = out->max = values[0];
	for (int i = 0; i < n; i++) {
		sum += values[i];
		out->min = values[i] < out->min ? values[i] : out->min;
		out->max = values[i] > out->max ? values[i] : out->max;
	}
	out->mean = sum / n;
	for (int i = 0; i < n; i++)
		squares += (values[i] - out->mean) * (values[i] - out->mean);
	out->sd = n > 1 ? sqrt(squares / (n - 1)) : 0;
	quartiles(values, n, out);
}

double
statistics_quantile(const double *sorted, int n, double p)
{
	double h = (n - 1) * p;
	int k = (int)floor(h);

	if (n <= 0)
		return NAN;
	return k + 1 < n ? interpolate(sorted[k], sorted[k + 1], h) : sorted[n - 1];
}

int
statistics_rank(const double *values, int n, double value, int better_high)
{
	int better = 0;

	if (better_high)
		for (int i = 0; i < n; i++)
			better += values[i] > value;
	else
		for (int i = 0; i < n; i++)
			better += values[i] < value;
	return better + 1;
}

double
statistics_percentile(const double *values, int n, double value)
{
	int below = 0;

	for (int i = 0; i < n; i++)
		below += values[i] <= value;
	return n > 0 ? (double)below / n : NAN;
}

int
statistics_quarter(const struct summary *s, double value)
{
	if (value <= s->q1)
		return 1;
	if (value <= s->median)
		return 2;
	return value <= s->q3 ? 3 : 4;
}
