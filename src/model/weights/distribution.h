/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tails of the distributions that tests and intervals are read from, and Pearson's test. Pure
 * functions; NAN where an argument makes no sense. */
#ifndef MODEL_DISTRIBUTION_H
#define MODEL_DISTRIBUTION_H

/* Probability of lying at least as far from zero as z or t, on either side. */
double distribution_normal(double z);
double distribution_t(double t, double df);
/* Probability of at least x. */
double distribution_chi_square(double x, double df);
/* The t that |T| exceeds with probability outside (0.05 for a 95 % interval). df may be a
 * fraction; infinite df gives the normal's. */
double distribution_t_limit(double outside, double df);

struct pearson {
	double statistic, p; /* NAN when fewer than two rows or columns are not empty */
	int df;
	double expected_low; /* share of cells whose expected count is under 5, 0..1 */
};

/* Pearson's test of independence in a two-way table of unweighted counts [row * columns +
 * column], without totals. Empty rows and columns are left out, as SPSS and PSPP do. K. Pearson,
 * Philosophical Magazine 50 (1900) 157-175, with Fisher's degrees of freedom (Journal of the
 * Royal Statistical Society 85 (1922) 87-94). The share of small expected counts is for W. G.
 * Cochran's rule, Biometrics 10 (1954) 417-451: at most a fifth under 5. */
void distribution_pearson(const long *counts, int rows, int columns, struct pearson *out);

#endif
