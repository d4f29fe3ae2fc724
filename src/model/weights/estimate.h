/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a sample says about its population: intervals, tests between two samples, weighted means
 * and quantiles. Pure functions; NAN is "cannot be said". All intervals are of 95 %.
 *
 * Weights: n is the effective number of answers wherever a weighted figure is judged, L. Kish,
 * Survey Sampling (1965) 11.7: (sum of w)^2 / sum of w^2. Unweighted, it is the number itself. */
#ifndef MODEL_ESTIMATE_H
#define MODEL_ESTIMATE_H

#include <stddef.h>

struct interval {
	double low, high;
};

double estimate_effective(double sum, double sum_of_squares); /* of weights; 0 = there are none */

/* What the variance of a mean shrinks by when a good part of the population answered: 1 - n/N,
 * W. G. Cochran, Sampling Techniques, 3rd ed. (1977) 2.6. n: answers, unweighted. population 0 =
 * unknown or endless: 1. Everybody answered: 0. Of a part of the people, whose number in the
 * population is not known, n / N is that of the whole sample (2.12): so n is the number of all
 * forms, less the share that left the question blank. */
double estimate_correction(double n, double population);

/* A share by E. B. Wilson, Journal of the American Statistical Association 22 (1927) 209-212,
 * without correction for continuity; method 3 of R. G. Newcombe, Statistics in Medicine 17 (1998)
 * 857-872. effective: the n that the share rests on (E. L. Korn, B. I. Graubard, Survey
 * Methodology 24 (1998) 193-201, put the effective n into an interval for shares); correction:
 * of estimate_correction(), which n is divided by. 0: the interval is the share itself. */
struct interval estimate_share(double share, double effective, double correction);
/* A mean: mean -/+ t * sd * sqrt(correction / n), n - 1 degrees of freedom; Cochran 2.8. */
struct interval estimate_mean(double mean, double sd, double effective, double correction);
double estimate_mean_error(double sd, double effective, double correction); /* standard error */

/* Two independent samples: difference = second - first. */
struct estimate_test {
	double difference;
	struct interval interval; /* of the difference */
	double statistic, df, p;  /* z (df infinite) or t; two-sided; NAN = cannot be tested */
};
/* Shares: pooled z, as the square root of Pearson's chi-square of the 2 x 2 table (J. L. Fleiss,
 * Statistical Methods for Rates and Proportions, 2nd ed. (1981) 2.1, without correction for
 * continuity). The interval is method 10 of R. G. Newcombe, Statistics in Medicine 17 (1998)
 * 873-890. Weighted: n is the effective one, as above. */
struct estimate_test estimate_share_test(double first, double n1, double second, double n2);
/* Means: B. L. Welch, Biometrika 34 (1947) 28-35, with F. E. Satterthwaite's degrees of freedom
 * (Biometrics Bulletin 2 (1946) 110-114). */
struct estimate_test estimate_mean_test(double mean1, double sd1, double n1, double mean2,
	double sd2, double n2);

/* Net scores top - bottom, two shares of the same answers. The variance of one is that of a
 * difference of two shares of a multinomial, (top + bottom - (top - bottom)^2) / n: A. Agresti,
 * Categorical Data Analysis, 2nd ed. (2002) 10.1.1, where two answers of the same people are held
 * against each other; for net scores B. Rocks, The American Statistician 70 (2016) 365-372. Test
 * and interval are Wald's, by the sum of both variances. */
double estimate_net_error(double top, double bottom, double n); /* standard error */
struct estimate_test estimate_net_test(
	double top1, double bottom1, double n1, double top2, double bottom2, double n2);

/* A value and how many answers say it. */
struct estimate_value {
	double value, weight; /* weight >= 0; unweighted: the number of answers */
	long n;
};

/* Weights count as numbers of answers, as SPSS's and PSPP's WEIGHT BY does: W is their sum,
 * mean = sum(w x) / W, sd = sqrt(sum(w (x - mean)^2) / (W - 1)). Quantiles are those of PSPP's
 * FREQUENCIES: place h = (W - 1) p among the answers in order; a value that reaches beyond h + 1
 * is the quantile, else it lies between this value and the next by the fraction of h. With
 * weights of 1 that is type 7 of R. J. Hyndman and Y. Fan, The American Statistician 50 (1996)
 * 361-365, as in statistics.h. Values without weight do not count. */
struct estimate_summary {
	long n;             /* answers */
	double sum, effective; /* of weights; Kish, needs one entry per weight: see below */
	double mean, sd, median, q1, q3, min, max; /* NAN without answers; sd NAN when W <= 1 */
};
/* Sorts values[] by value where they are not. Several entries may hold the same value. effective
 * is reckoned as if the n answers of an entry had the same weight. */
void estimate_summarise(struct estimate_value *values, size_t count, struct estimate_summary *out);
/* Of values in ascending order; 0 <= p <= 1. */
double estimate_quantile(const struct estimate_value *values, size_t count, double p);

/* The two highest and two lowest points of a scale as shares of the weight of all answers on it,
 * and their difference; points[] are the weights of its points from the lowest to the highest,
 * also of those that nobody chose. NAN for fewer than four points or no answers. */
struct estimate_boxes {
	double top2, bottom2, net; /* 0..1; net -1..1 */
};
void estimate_boxes(const double *points, int count, struct estimate_boxes *out);

#endif
