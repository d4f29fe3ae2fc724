/* SPDX-License-Identifier: GPL-3.0-or-later */
/* GSL's tails, kept from its habit of ending the program. */
#include "config.h"

#include "model/weights/distribution.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>
#include <math.h>
#include <stdbool.h>

/* GSL aborts by default, even where a tail is only too small for a double. */
static double
tail(double p)
{
	return p >= 0 && p <= 1 ? p : p > 1 ? 1 : 0;
}

double
distribution_normal(double z)
{
	gsl_set_error_handler_off();
	return isnan(z) ? NAN : tail(2 * gsl_cdf_ugaussian_Q(fabs(z)));
}

double
distribution_t(double t, double df)
{
	if (isnan(t) || !(df > 0))
		return NAN;
	if (isinf(t) || isinf(df))
		return isinf(t) ? 0 : distribution_normal(t);
	gsl_set_error_handler_off();
	return tail(2 * gsl_cdf_tdist_Q(fabs(t), df));
}

double
distribution_chi_square(double x, double df)
{
	if (isnan(x) || !(df > 0) || isinf(df))
		return NAN;
	if (x <= 0 || isinf(x))
		return x <= 0 ? 1 : 0;
	gsl_set_error_handler_off();
	return tail(gsl_cdf_chisq_Q(x, df));
}

double
distribution_t_limit(double outside, double df)
{
	if (!(outside > 0) || outside >= 1 || !(df > 0))
		return NAN;
	gsl_set_error_handler_off();
	return isinf(df) ? gsl_cdf_ugaussian_Qinv(outside / 2)
			 : gsl_cdf_tdist_Qinv(outside / 2, df);
}

static double
row_sum(const long *counts, int columns, int row)
{
	double sum = 0;

	for (int j = 0; j < columns; j++)
		sum += (double)counts[(long)row * columns + j];
	return sum;
}

static double
column_sum(const long *counts, int rows, int columns, int column)
{
	double sum = 0;

	for (int i = 0; i < rows; i++)
		sum += (double)counts[(long)i * columns + column];
	return sum;
}

void
distribution_pearson(const long *counts, int rows, int columns, struct pearson *out)
{
	int used_rows = 0, used_columns = 0, low = 0;
	double n = 0, statistic = 0;

	*out = (struct pearson){ .statistic = NAN, .p = NAN, .expected_low = NAN };
	for (int i = 0; i < rows; i++) {
		double sum = row_sum(counts, columns, i);

		n += sum;
		used_rows += sum > 0;
	}
	for (int j = 0; j < columns; j++) {
		double down = column_sum(counts, rows, columns, j);

		used_columns += down > 0;
		for (int i = 0; i < rows && down > 0; i++) {
			double expected = row_sum(counts, columns, i) * down / n,
			       off = (double)counts[(long)i * columns + j] - expected;

			if (expected <= 0)
				continue;
			statistic += off * off / expected;
			low += expected < 5;
		}
	}
	if (used_rows < 2 || used_columns < 2)
		return;
	out->statistic = statistic;
	out->df = (used_rows - 1) * (used_columns - 1);
	out->p = distribution_chi_square(statistic, out->df);
	out->expected_low = (double)low / (used_rows * used_columns);
}
