/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Summaries against published figures and against plain sorting. */
#include "values_fixture.h"

#include "model/indicators/statistics.h"

static int
ascending(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

/* Twelve measurements of resistivity, as in the NIST/SEMATECH e-Handbook, 7.2.6.2; the 90th
 * percentile is computed independently with R's quantile(type = 7). */
static void
the_handbook_s_ninetieth_percentile_comes_out(void **state)
{
	double v[] = { 95.1772, 95.1567, 95.1937, 95.1959, 95.1442, 95.0610, 95.1591, 95.1195,
		95.1065, 95.0925, 95.1990, 95.1682 };

	(void)state;
	qsort(v, 12, sizeof v[0], ascending);
	assert_true(fabs(statistics_quantile(v, 12, 0.9) - 95.19568) < 5e-6);
}

/* NIST Statistical Reference Datasets, NumAcc1: mean 10000002, standard deviation 1. */
static void
large_numbers_keep_their_spread(void **state)
{
	double v[] = { 10000001, 10000003, 10000002 };
	struct summary s;

	(void)state;
	statistics_summary(v, 3, &s);
	assert_value(s.mean, 10000002);
	assert_value(s.sd, 1);
	assert_value(s.median, 10000002);
}

/* NumAcc3 of the same: 1000000.2, then 1000000.1 and .3 by turns; sd 0.1. */
static void
a_thousand_near_equal_numbers_keep_their_spread(void **state)
{
	double v[1001];
	struct summary s;

	(void)state;
	v[0] = 1000000.2;
	for (int i = 1; i < 1001; i++)
		v[i] = i % 2 ? 1000000.1 : 1000000.3;
	statistics_summary(v, 1001, &s);
	assert_true(fabs(s.mean - 1000000.2) < 1e-9);
	assert_true(fabs(s.sd - 0.1) < 1e-8);
}

static void
compare_with_sorting(double *v, int n)
{
	double sorted[512];
	struct summary s;

	memcpy(sorted, v, (size_t)n * sizeof *v);
	qsort(sorted, (size_t)n, sizeof *sorted, ascending);
	statistics_summary(v, n, &s);
	assert_int_equal(s.n, n);
	assert_value(s.min, sorted[0]);
	assert_value(s.max, sorted[n - 1]);
	assert_value(s.q1, statistics_quantile(sorted, n, 0.25));
	assert_value(s.median, statistics_quantile(sorted, n, 0.5));
	assert_value(s.q3, statistics_quantile(sorted, n, 0.75));
}

static void
selection_finds_what_sorting_finds(void **state)
{
	uint64_t seed = 1;

	(void)state;
	for (int round = 0; round < 4000; round++) {
		double v[512];
		int n = round % 60 + 1 + (round % 7 == 0) * 400;
		unsigned range = round % 3 ? 5 : 100000;

		for (int i = 0; i < n; i++) {
			seed = seed * 6364136223846793005u + 1442695040888963407u;
			v[i] = (double)(seed >> 33) / 7;
			v[i] = fmod(floor(v[i]), range);
		}
		compare_with_sorting(v, n);
	}
}

static void
constant_and_sorted_values_are_selected_too(void **state)
{
	double v[500];

	(void)state;
	for (int i = 0; i < 500; i++)
		v[i] = 7;
	compare_with_sorting(v, 500);
	for (int i = 0; i < 500; i++)
		v[i] = 500 - i;
	compare_with_sorting(v, 500);
}

static void
no_values_and_one_value_are_no_trouble(void **state)
{
	double v[] = { 4 };
	struct summary s;

	(void)state;
	statistics_summary(v, 0, &s);
	assert_int_equal(s.n, 0);
	statistics_summary(v, 1, &s);
	assert_value(s.median, 4);
	assert_value(s.q3, 4);
	assert_value(s.sd, 0);
	assert_true(isnan(statistics_quantile(v, 0, 0.5)));
}

static void
ties_share_a_rank(void **state)
{
	const double v[] = { 5, 3, 3, 1 };

	(void)state;
	assert_int_equal(statistics_rank(v, 4, 5, 1), 1);
	assert_int_equal(statistics_rank(v, 4, 3, 1), 2);
	assert_int_equal(statistics_rank(v, 4, 1, 1), 4);
	assert_int_equal(statistics_rank(v, 4, 1, 0), 1);
	assert_int_equal(statistics_rank(v, 4, 3, 0), 2);
	assert_value(statistics_percentile(v, 4, 3), 0.75);
}

static void
quarters_go_from_the_lowest_to_the_highest(void **state)
{
	double v[] = { 1, 2, 3, 4, 5 };
	struct summary s;

	(void)state;
	statistics_summary(v, 5, &s);
	assert_value(s.q1, 2);
	assert_value(s.q3, 4);
	assert_int_equal(statistics_quarter(&s, 1), 1);
	assert_int_equal(statistics_quarter(&s, 2), 1);
	assert_int_equal(statistics_quarter(&s, 3), 2);
	assert_int_equal(statistics_quarter(&s, 4), 3);
	assert_int_equal(statistics_quarter(&s, 5), 4);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_handbook_s_ninetieth_percentile_comes_out),
		cmocka_unit_test(large_numbers_keep_their_spread),
		cmocka_unit_test(a_thousand_near_equal_numbers_keep_their_spread),
		cmocka_unit_test(selection_finds_what_sorting_finds),
		cmocka_unit_test(constant_and_sorted_values_are_selected_too),
		cmocka_unit_test(no_values_and_one_value_are_no_trouble),
		cmocka_unit_test(ties_share_a_rank),
		cmocka_unit_test(quarters_go_from_the_lowest_to_the_highest),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
