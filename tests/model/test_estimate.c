/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Intervals, tests and tails against worked examples of the literature. Where a comment names a page
 * or a public copy of the example, the figures were compared with it; all of them were computed
 * once more with R 4.2.2, and where only that could be done, it is said. */
#include "values_fixture.h"

#include "model/weights/distribution.h"
#include "model/weights/estimate.h"

#include <float.h>

#define assert_near(got, wanted, off) assert_true(fabs((got) - (wanted)) <= (off))

/* The points of 5, 1 and 0.1 per cent as statistical tables print them; computed independently with
 * R's pnorm, pt and pchisq. */
static void
tails_are_those_of_the_printed_tables(void **state)
{
	(void)state;
	assert_near(distribution_normal(1.959964), 0.05, 5e-8);
	assert_near(distribution_normal(-2.575829), 0.01, 5e-8);
	assert_near(distribution_t(2.228, 10), 0.05, 5e-5);
	assert_near(distribution_t(-12.706, 1), 0.05, 5e-6);
	assert_near(distribution_t_limit(0.05, 10), 2.228, 5e-4);
	assert_near(distribution_t_limit(0.05, 4), 2.776, 5e-4);
	assert_near(distribution_t_limit(0.05, INFINITY), 1.959964, 5e-7);
	assert_near(distribution_chi_square(3.841, 1), 0.05, 5e-5);
	assert_near(distribution_chi_square(18.307, 10), 0.05, 5e-6);
	assert_near(distribution_chi_square(13.816, 2), 0.001, 5e-6);
}

static void
arguments_without_sense_give_no_number_and_do_not_end_the_program(void **state)
{
	(void)state;
	assert_true(isnan(distribution_t(1, 0)));
	assert_true(isnan(distribution_t(NAN, 5)));
	assert_true(isnan(distribution_t_limit(0, 5)));
	assert_true(isnan(distribution_t_limit(0.05, -1)));
	assert_true(isnan(distribution_chi_square(1, 0)));
	assert_value(distribution_chi_square(-1, 3), 1);
	assert_true(distribution_chi_square(1e6, 3) < DBL_MIN);
	assert_true(distribution_normal(1e6) < DBL_MIN);
	assert_true(distribution_t(1e200, 1e6) < DBL_MIN);
}

/* A. Agresti, An Introduction to Categorical Data Analysis, 2nd ed. (2007), p. 39: sex by party;
 * R's help page of chisq.test has the table and the test: X-squared = 30.07, df = 2,
 * p = 2.954e-07. */
static void
agresti_s_gender_gap_comes_out(void **state)
{
	static const long counts[] = { 762, 327, 468, 484, 239, 477 };
	struct pearson p;

	(void)state;
	distribution_pearson(counts, 2, 3, &p);
	assert_near(p.statistic, 30.07015, 5e-6);
	assert_int_equal(p.df, 2);
	assert_near(p.p, 2.953589e-07, 5e-14);
	assert_value(p.expected_low, 0);
}

/* Income by satisfaction with the job, 104 persons: computed independently with R's chisq.test,
 * X-squared = 11.52426, df = 9, p = 0.2414764. Rows and columns that nobody is in change nothing. */
static void
a_sparse_table_comes_out_with_empty_rows_too(void **state)
{
	static const long counts[] = { 2, 4, 13, 3, 2, 6, 22, 4, 0, 1, 15, 8, 0, 3, 13, 8 };
	long padded[25] = { 0 };
	struct pearson p;

	(void)state;
	distribution_pearson(counts, 4, 4, &p);
	assert_near(p.statistic, 11.52426, 5e-6);
	assert_int_equal(p.df, 9);
	assert_near(p.p, 0.2414764, 5e-8);
	assert_value(p.expected_low, 9.0 / 16);
	for (int i = 0; i < 16; i++)
		padded[(i / 4 + 1) * 5 + i % 4] = counts[i];
	distribution_pearson(padded, 5, 5, &p);
	assert_near(p.statistic, 11.52426, 5e-6);
	assert_int_equal(p.df, 9);
	assert_value(p.expected_low, 9.0 / 16);
}

static void
a_table_of_one_column_is_not_tested(void **state)
{
	static const long counts[] = { 5, 0, 7, 0 };
	struct pearson p;

	(void)state;
	distribution_pearson(counts, 2, 2, &p);
	assert_true(isnan(p.statistic) && isnan(p.p));
	assert_int_equal(p.df, 0);
}

/* Method 3 of R. G. Newcombe, Statistics in Medicine 17 (1998) 857-872; the limits are computed
 * independently with R's prop.test(correct = FALSE), which is that method. */
static void
four_shares_get_their_intervals(void **state)
{
	static const struct {
		double hits, n, low, high;
	} table[] = { { 81, 263, 0.2553, 0.3662 }, { 15, 148, 0.0624, 0.1605 },
		{ 0, 20, 0, 0.1611 }, { 1, 29, 0.0061, 0.1718 } };

	(void)state;
	for (int i = 0; i < 4; i++) {
		struct interval c = estimate_share(table[i].hits / table[i].n, table[i].n, 1);

		assert_near(c.low, table[i].low, 5e-5);
		assert_near(c.high, table[i].high, 5e-5);
	}
	assert_value(estimate_share(0, 20, 1).low, 0);
	assert_value(estimate_share(1, 20, 1).high, 1);
}

static void
a_share_of_nobody_has_no_interval_and_of_everybody_no_width(void **state)
{
	struct interval c = estimate_share(0.3, 50, estimate_correction(50, 50));

	(void)state;
	assert_value(c.low, 0.3);
	assert_value(c.high, 0.3);
	assert_true(isnan(estimate_share(0.3, 0, 1).low));
	assert_true(isnan(estimate_share(NAN, 10, 1).high));
}

/* W. G. Cochran, Sampling Techniques, 3rd ed. (1977), 2.8: signatures on 50 of 676 sheets of a
 * petition, with 80 % limits (t = 1.28) of their number. The exercise, with its table, is copied in
 * many courses; from the table follow 1,471 signatures, sum of squares 54,497 and, computed
 * independently with R, s2 = 228.98, 19,888 -/+ 1,782. */
static void
cochran_s_petition_has_its_standard_error(void **state)
{
	static const double table[][2] = { { 42, 23 }, { 41, 4 }, { 36, 1 }, { 32, 1 }, { 29, 1 },
		{ 27, 2 }, { 23, 1 }, { 19, 1 }, { 16, 2 }, { 15, 2 }, { 14, 1 }, { 11, 1 },
		{ 10, 1 }, { 9, 1 }, { 7, 1 }, { 6, 3 }, { 5, 2 }, { 4, 1 }, { 3, 1 } };
	struct estimate_value sheets[19];
	struct estimate_summary s;
	double error;

	(void)state;
	for (int i = 0; i < 19; i++)
		sheets[i] = (struct estimate_value){ table[i][0], table[i][1], (long)table[i][1] };
	estimate_summarise(sheets, 19, &s);
	assert_int_equal(s.n, 50);
	assert_near(s.mean * 50, 1471, 1e-9);
	assert_near(s.sd * s.sd, 228.9833, 5e-5);
	error = estimate_mean_error(s.sd, 50, estimate_correction(50, 676));
	assert_near(676 * s.mean, 19887.92, 5e-3);
	assert_near(1.28 * 676 * error, 1781.917, 5e-4);
}

/* Mean, deviation and number of ZARR13.DAT (NIST/SEMATECH e-Handbook, 1.3.5.2, also an example of
 * the Boost C++ Libraries); limits computed independently with R's qt. */
static void
the_handbook_s_mean_has_its_interval(void **state)
{
	struct interval c = estimate_mean(9.261460, 0.02278881, 195, 1);

	(void)state;
	assert_near(c.low, 9.25824138, 5e-9);
	assert_near(c.high, 9.26467862, 5e-9);
	assert_true(isnan(estimate_mean(3, NAN, 1, 1).low));
	assert_true(isnan(estimate_mean(3, 0, 1, 1).low));
}

/* What L. Kish's formula (Survey Sampling (1965) 11.7; Journal of Official Statistics 8 (1992)
 * 183-200) says where half of the population is sampled k times as densely as the other half: the
 * variance grows by (k + 1)(1 + 1/k)/4 - 1, by hand and with R. */
static void
kish_s_losses_come_out(void **state)
{
	static const double losses[][2] = { { 2, 0.125 }, { 3, 1.0 / 3 }, { 4, 0.5625 },
		{ 5, 0.800 }, { 10, 2.025 } };

	(void)state;
	for (int i = 0; i < 5; i++) {
		double k = losses[i][0], n = k + 1, sum = k * 1 + 1 * k, squares = k + k * k;

		assert_near(n / estimate_effective(sum, squares) - 1, losses[i][1], 1e-12);
	}
	assert_value(estimate_effective(0, 0), 0);
}

/* Method 10 of R. G. Newcombe, Statistics in Medicine 17 (1998) 873-890; the limits are computed
 * independently with R, from those of prop.test(correct = FALSE). */
static void
eight_differences_get_their_intervals(void **state)
{
	static const struct {
		double a, m, b, n, low, high;
	} table[] = { { 56, 70, 48, 80, 0.0524, 0.3339 }, { 9, 10, 3, 10, 0.1705, 0.8090 },
		{ 6, 7, 2, 7, 0.0582, 0.8062 }, { 5, 56, 0, 29, -0.0381, 0.1926 },
		{ 0, 10, 0, 20, -0.1611, 0.2775 }, { 0, 10, 0, 10, -0.2775, 0.2775 },
		{ 10, 10, 0, 20, 0.6791, 1 }, { 10, 10, 0, 10, 0.6075, 1 } };

	(void)state;
	for (int i = 0; i < 8; i++) {
		struct estimate_test t = estimate_share_test(table[i].b / table[i].n, table[i].n,
			table[i].a / table[i].m, table[i].m);

		assert_near(t.interval.low, table[i].low, 5e-5);
		assert_near(t.interval.high, table[i].high, 5e-5);
	}
}

/* z squared is Pearson's chi-square of the same table, whatever the table: here 189 of 11,034
 * against 104 of 11,037, as in the Physicians' Health Study. */
static void
z_squared_is_pearson_s_chi_square(void **state)
{
	static const long counts[] = { 189, 10845, 104, 10933 };
	struct estimate_test t = estimate_share_test(104.0 / 11037, 11037, 189.0 / 11034, 11034);
	struct pearson p;

	(void)state;
	distribution_pearson(counts, 2, 2, &p);
	assert_near(t.difference, 0.0077, 5e-5);
	assert_near(t.statistic * t.statistic, p.statistic, 1e-9);
	assert_near(t.p, p.p, 1e-12);
	assert_true(isnan(estimate_share_test(0, 10, 0, 20).p));
}

/* Miles per gallon of American and Japanese cars (NIST/SEMATECH e-Handbook, 1.3.5.3, AUTO83B.DAT;
 * the means, deviations and numbers are also an example of the Boost C++ Libraries), without
 * assuming equal variances; T and degrees of freedom computed independently with R. */
static void
the_handbook_s_cars_differ_by_welch(void **state)
{
	struct estimate_test t =
		estimate_mean_test(20.14458, 6.414700, 249, 30.48101, 6.107710, 79);

	(void)state;
	assert_near(t.statistic, 12.94627, 5e-5);
	assert_near(t.df, 136.8750, 5e-3);
	assert_true(t.p < 1e-6);
}

/* Student (W. S. Gosset), Biometrika 6 (1908) 1-25: additional hours of sleep by two drugs, taken
 * as two samples: t = -1.8608, 17.776 degrees of freedom, p = 0.07939, interval -3.3655 to 0.2055
 * (R's data set sleep; its t.test prints these figures). */
static void
student_s_sleep_gives_the_known_welch_test(void **state)
{
	struct estimate_value a[] = { { 0.7, 1, 1 }, { -1.6, 1, 1 }, { -0.2, 1, 1 }, { -1.2, 1, 1 },
		{ -0.1, 1, 1 }, { 3.4, 1, 1 }, { 3.7, 1, 1 }, { 0.8, 1, 1 }, { 0, 1, 1 },
		{ 2, 1, 1 } },
			      b[] = { { 1.9, 1, 1 }, { 0.8, 1, 1 }, { 1.1, 1, 1 }, { 0.1, 1, 1 },
				      { -0.1, 1, 1 }, { 4.4, 1, 1 }, { 5.5, 1, 1 }, { 1.6, 1, 1 },
				      { 4.6, 1, 1 }, { 3.4, 1, 1 } };
	struct estimate_summary x, y;
	struct estimate_test t;

	(void)state;
	estimate_summarise(a, 10, &x);
	estimate_summarise(b, 10, &y);
	assert_near(x.mean, 0.75, 1e-12);
	assert_near(y.mean, 2.33, 1e-12);
	t = estimate_mean_test(y.mean, y.sd, y.sum, x.mean, x.sd, x.sum);
	assert_near(t.statistic, -1.8608, 5e-5);
	assert_near(t.df, 17.776, 5e-4);
	assert_near(t.p, 0.07939, 5e-6);
	assert_near(t.interval.low, -3.3654832, 5e-7);
	assert_near(t.interval.high, 0.2054832, 5e-7);
}

/* A weight says how often a case stands in the data, as in SPSS and PSPP. So whole weights must say
 * what the repeated values say; the 90th percentile of the twelve is computed independently with
 * R's quantile(type = 7): 95.19568. */
static void
whole_weights_are_repeated_answers(void **state)
{
	struct estimate_value one[12], doubled[24], weighted[12];
	static const double v[] = { 95.1772, 95.1567, 95.1937, 95.1959, 95.1442, 95.0610, 95.1591,
		95.1195, 95.1065, 95.0925, 95.1990, 95.1682 };
	struct estimate_summary a, b;

	(void)state;
	for (int i = 0; i < 12; i++) {
		one[i] = (struct estimate_value){ v[i], 1, 1 };
		weighted[i] = (struct estimate_value){ v[i], 2, 2 };
		doubled[2 * i] = doubled[2 * i + 1] = one[i];
	}
	estimate_summarise(one, 12, &a);
	assert_near(estimate_quantile(one, 12, 0.9), 95.19568, 5e-6);
	estimate_summarise(doubled, 24, &a);
	estimate_summarise(weighted, 12, &b);
	assert_int_equal(a.n, b.n);
	assert_near(a.mean, b.mean, 1e-12);
	assert_near(a.sd, b.sd, 1e-12);
	assert_value(a.median, b.median);
	assert_value(a.q1, b.q1);
	assert_value(a.q3, b.q3);
	assert_near(a.effective, 24, 1e-9);
	assert_near(b.effective, 24, 1e-9);
}

/* What PSPP 1.6.2 prints for FREQUENCIES and DESCRIPTIVES of these values, WEIGHT BY w. */
static void
fractional_weights_give_what_pspp_prints(void **state)
{
	struct estimate_value v[] = { { 1, 0.7, 1 }, { 2, 1.3, 1 }, { 3, 0.9, 1 }, { 4, 2.2, 1 },
		{ 5, 1.6, 1 }, { 6, 0.4, 1 }, { 7, 1.15, 1 }, { 99, 0, 3 } };
	static const double quantiles[][2] = { { 0.1, 2.00 }, { 0.25, 2.81 }, { 0.33, 3.39 },
		{ 0.5, 4.00 }, { 0.6, 4.35 }, { 0.75, 5.00 }, { 0.9, 5.53 } };
	struct estimate_summary s;

	(void)state;
	estimate_summarise(v, 8, &s);
	assert_int_equal(s.n, 7);
	assert_near(s.sum, 8.25, 1e-12);
	assert_near(s.mean, 4.03, 0.005);
	assert_near(s.sd, 1.89, 0.005);
	assert_value(s.max, 7);
	for (int i = 0; i < 7; i++)
		assert_near(estimate_quantile(v, 8, quantiles[i][0]), quantiles[i][1], 0.0051);
}

static void
no_answers_have_no_mean_and_one_has_no_spread(void **state)
{
	struct estimate_value v[] = { { 4, 1, 1 } };
	struct estimate_summary s;

	(void)state;
	estimate_summarise(v, 0, &s);
	assert_true(s.n == 0 && isnan(s.mean) && isnan(s.median) && isnan(s.max));
	estimate_summarise(v, 1, &s);
	assert_value(s.mean, 4);
	assert_value(s.median, 4);
	assert_true(isnan(s.sd));
}

/* Agresti, Categorical Data Analysis, 2nd ed. (2002) 10.1.1: of 1600 people 150 approved only
 * before and 86 only after; the difference 0.04 has the standard error 0.0095 and the interval
 * 0.02 to 0.06. */
static void
agresti_s_prime_minister_has_his_standard_error(void **state)
{
	double top = 150 / 1600.0, bottom = 86 / 1600.0;
	double error = estimate_net_error(top, bottom, 1600);

	(void)state;
	assert_near(error, 0.0095, 0.00005);
	assert_near(top - bottom - 1.96 * error, 0.02, 0.005);
	assert_near(top - bottom + 1.96 * error, 0.06, 0.005);
	assert_value(estimate_net_error(1, 0, 10), 0);
	assert_true(isnan(estimate_net_error(0.5, 0.2, 0)));
	assert_true(isnan(estimate_net_error(NAN, 0.2, 10)));
}

/* Errors add up as squares; against a wave of the same size and spread z is the difference by
 * root 2 of the error. */
static void
net_scores_are_tested_by_both_errors(void **state)
{
	double error = estimate_net_error(0.5, 0.25, 400);
	struct estimate_test t = estimate_net_test(0.5, 0.25, 400, 0.5, 0.25, 400);

	(void)state;
	assert_near(error, sqrt((0.75 - 0.0625) / 400), 1e-12);
	assert_value(t.difference, 0);
	assert_near(t.p, 1, 1e-12);
	assert_near(t.interval.high, 1.959964 * sqrt(2) * error, 1e-7);
	t = estimate_net_test(0.5, 0.25, 400, 0.6, 0.2, 300);
	assert_near(t.difference, 0.15, 1e-12);
	assert_near(t.statistic, 0.15 / sqrt((0.75 - 0.0625) / 400 + (0.8 - 0.16) / 300), 1e-9);
	assert_near(t.p, distribution_normal(t.statistic), 1e-12);
	assert_near((t.interval.low + t.interval.high) / 2, 0.15, 1e-12);
	assert_true(isnan(estimate_net_test(1, 0, 10, 1, 0, 10).p));
	assert_true(isnan(estimate_net_test(NAN, NAN, 10, 1, 0, 10).p));
}

static void
boxes_are_the_two_ends_of_a_scale(void **state)
{
	static const double points[] = { 5, 10, 20, 40, 25 };
	struct estimate_boxes b;

	(void)state;
	estimate_boxes(points, 5, &b);
	assert_near(b.top2, 0.65, 1e-12);
	assert_near(b.bottom2, 0.15, 1e-12);
	assert_near(b.net, 0.50, 1e-12);
	estimate_boxes(points, 3, &b);
	assert_true(isnan(b.net));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(tails_are_those_of_the_printed_tables),
		cmocka_unit_test(arguments_without_sense_give_no_number_and_do_not_end_the_program),
		cmocka_unit_test(agresti_s_gender_gap_comes_out),
		cmocka_unit_test(a_sparse_table_comes_out_with_empty_rows_too),
		cmocka_unit_test(a_table_of_one_column_is_not_tested),
		cmocka_unit_test(four_shares_get_their_intervals),
		cmocka_unit_test(a_share_of_nobody_has_no_interval_and_of_everybody_no_width),
		cmocka_unit_test(cochran_s_petition_has_its_standard_error),
		cmocka_unit_test(the_handbook_s_mean_has_its_interval),
		cmocka_unit_test(kish_s_losses_come_out),
		cmocka_unit_test(eight_differences_get_their_intervals),
		cmocka_unit_test(z_squared_is_pearson_s_chi_square),
		cmocka_unit_test(the_handbook_s_cars_differ_by_welch),
		cmocka_unit_test(student_s_sleep_gives_the_known_welch_test),
		cmocka_unit_test(whole_weights_are_repeated_answers),
		cmocka_unit_test(fractional_weights_give_what_pspp_prints),
		cmocka_unit_test(no_answers_have_no_mean_and_one_has_no_spread),
		cmocka_unit_test(agresti_s_prime_minister_has_his_standard_error),
		cmocka_unit_test(net_scores_are_tested_by_both_errors),
		cmocka_unit_test(boxes_are_the_two_ends_of_a_scale),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
