/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Arithmetic over values: pure functions. */
#ifndef MODEL_STATISTICS_H
#define MODEL_STATISTICS_H

#include <stddef.h>

struct summary {
	int n;                                     /* values that count */
	double mean, median, q1, q3, min, max, sd; /* sd with n-1, 0 when n < 2 */
};

/* Quartiles: linear interpolation between order statistics, h = (n-1)p + 1 (type 7 of Hyndman and
 * Fan, "Sample Quantiles in Statistical Packages", The American Statistician 50 (1996) 361-365;
 * also a spreadsheet's QUARTILE.INC). Reorders values[] (selection, not sorting). */
void statistics_summary(double *values, int n, struct summary *out);
/* Quantile of already sorted values. */
double statistics_quantile(const double *sorted, int n, double p);
/* Rank of value among n values: 1 + number of strictly better ones, ties share a rank.
 * better_high: stimulant and nominant 1, destimulant 0. */
int statistics_rank(const double *values, int n, double value, int better_high);
/* Share of values at or below, 0..1. */
double statistics_percentile(const double *values, int n, double value);
int statistics_quarter(const struct summary *s, double value); /* 1 (lowest) .. 4 (highest) */

#endif
