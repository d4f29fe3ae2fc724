/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Weights that meet margins, what they keep, and margins that cannot be met. */
#include "values_fixture.h"

#include "model/weights/raking.h"

#define assert_near(got, wanted, off) assert_true(fabs((got) - (wanted)) <= (off))

enum { MOST_FORMS = 1200 };

/* A sample given as a table of counts: forms in the order of its cells. */
struct sample {
	size_t forms;
	int16_t row[MOST_FORMS], column[MOST_FORMS];
	double weights[MOST_FORMS];
	struct raking_margin margins[2];
	struct raking_result result;
	struct error err;
};

static const char *const labels[] = { "A", "B", "C", "D" };

static void
fill(struct sample *s, const long *counts, int rows, int columns, const double *row_population,
	const double *column_population)
{
	memset(s, 0, sizeof(*s));
	for (int i = 0; i < rows; i++)
		for (int j = 0; j < columns; j++)
			for (long k = 0; k < counts[i * columns + j]; k++) {
				s->row[s->forms] = (int16_t)i;
				s->column[s->forms++] = (int16_t)j;
			}
	s->margins[0] = (struct raking_margin){ "rows", rows, row_population, labels, s->row };
	s->margins[1] =
		(struct raking_margin){ "columns", columns, column_population, labels, s->column };
}

static int
rake(struct sample *s, int margins, double cap)
{
	error_clear(&s->err);
	return raking_weights(
		s->margins, margins, s->forms, cap, s->weights, &s->result, &s->err);
}

/* The weight of all forms in a cell; -1 = any. */
static double
cell(const struct sample *s, int row, int column)
{
	double sum = 0;

	for (size_t i = 0; i < s->forms; i++)
		if ((row < 0 || s->row[i] == row) && (column < 0 || s->column[i] == column))
			sum += s->weights[i];
	return sum;
}

/* 4,000 students, 3,000 of them women, after an example of S. L. Lohr, Sampling: Design and
 * Analysis; of 400 asked 84 of 240 women and 40 of 160 men want to teach. Without strata 1,240 of
 * all; with them 1,300, and an effective number of 365.7143, computed independently with
 * postStratify() of R's package survey 4.1. */
static void
students_are_post_stratified(void **state)
{
	static const long counts[] = { 84, 156, 40, 120 };
	static const double population[] = { 3000, 1000 };
	struct sample s;

	(void)state;
	fill(&s, counts, 2, 2, population, NULL);
	assert_done(rake(&s, 1, 0), s.err);
	assert_int_equal(s.result.rounds, 1);
	assert_near(s.result.deviation, 0, 1e-12);
	assert_near(cell(&s, -1, -1), 400, 1e-9);
	assert_near(cell(&s, -1, 0) / 400 * 4000, 1300, 1e-9);
	assert_near(s.weights[0], 1.25, 1e-12);
	assert_near(s.result.effective, 365.7143, 5e-5);
}

/* A sample of 1,000 with margins of 430, 360, 210 and 150, 300, 550 to be met. The fit is computed
 * independently with rake() of R's package survey 4.1 and with R's loglin, which agree; it is the
 * table with these margins whose odds ratios are still those of the sample. */
static void
raking_meets_the_margins_and_keeps_the_odds_ratios(void **state)
{
	static const long counts[] = { 80, 170, 150, 90, 80, 210, 10, 80, 130 };
	static const double rows[] = { 430, 360, 210 }, columns[] = { 150, 300, 550 };
	static const double fit[] = { 73.008211338, 167.640619110, 189.351169551, 69.390388669,
		66.649272100, 223.960339232, 7.601399993, 65.710108790, 136.688491217 };
	struct sample s;

	(void)state;
	fill(&s, counts, 3, 3, rows, columns);
	assert_done(rake(&s, 2, 0), s.err);
	assert_true(s.result.converged && s.result.rounds > 1 && s.result.rounds < 50);
	for (int k = 0; k < 9; k++)
		assert_near(cell(&s, k / 3, k % 3), fit[k], fit[k] * 5e-6);
	for (int k = 0; k < 3; k++) {
		assert_near(cell(&s, k, -1), rows[k], rows[k] * 2e-6);
		assert_near(cell(&s, -1, k), columns[k], columns[k] * 2e-6);
	}
	for (int i = 1; i < 3; i++)
		for (int j = 1; j < 3; j++) {
			double before = (double)counts[0] * (double)counts[i * 3 + j] /
				(double)(counts[j] * counts[i * 3]),
			       after = cell(&s, 0, 0) * cell(&s, i, j) /
				(cell(&s, 0, j) * cell(&s, i, 0));

			assert_near(after / before, 1, 1e-9);
		}
}

static void
margins_need_not_have_the_same_sum(void **state)
{
	static const long counts[] = { 30, 20, 10, 40 };
	static const double rows[] = { 3000, 7000 }, columns[] = { 0.5, 0.5 };
	struct sample s;

	(void)state;
	fill(&s, counts, 2, 2, rows, columns);
	assert_done(rake(&s, 2, 0), s.err);
	assert_near(cell(&s, 0, -1), 30, 1e-4);
	assert_near(cell(&s, -1, 0), 50, 1e-4);
}

static void
forms_without_a_category_count_as_average_ones(void **state)
{
	static const long counts[] = { 30, 20, 10, 40 };
	static const double rows[] = { 7, 3 }, columns[] = { 1, 1 };
	struct sample s;
	double unknown = 0;

	(void)state;
	fill(&s, counts, 2, 2, rows, columns);
	for (int i = 0; i < 100; i += 10)
		s.row[i] = RAKING_UNKNOWN;
	assert_done(rake(&s, 2, 0), s.err);
	assert_int_equal(s.result.unknown, 10);
	for (int i = 0; i < 100; i += 10)
		unknown += s.weights[i];
	assert_near(unknown, 10, 1e-4);
	assert_near(cell(&s, 0, -1), 63, 1e-3);
	assert_near(cell(&s, -1, -1), 100, 1e-6);
}

static void
a_cap_holds_and_what_it_costs_is_told(void **state)
{
	static const long counts[] = { 95, 5 };
	static const double rows[] = { 50, 50 };
	struct sample s;

	(void)state;
	fill(&s, counts, 2, 1, rows, NULL);
	assert_done(rake(&s, 1, 0), s.err);
	assert_near(s.result.largest, 10, 1e-9);
	fill(&s, counts, 2, 1, rows, NULL);
	assert_done(rake(&s, 1, 3), s.err);
	assert_near(s.result.largest, 3, 1e-9);
	assert_int_equal(s.result.capped, 5);
	assert_false(s.result.converged);
	assert_near(cell(&s, 1, -1), 15, 1e-9);
	assert_near(cell(&s, -1, -1), 100, 1e-9);
	assert_near(s.result.deviation, 35.0 / 50, 1e-9);
}

/* Five of 100 forms stand for half of the people: all five are at the cap from the first round, and
 * their cell, the worst, never moves again. The others go on for dozens of rounds, because rows and
 * columns depend on each other; after four of them 45.87 forms' weight would say "A" in the rows.
 * Wanted is where no weight moves any more, computed independently in Python with 40 digits. */
static void
a_cell_that_is_wholly_at_the_cap_does_not_stop_the_others(void **state)
{
	static const long counts[] = { 41, 6, 11, 42 };
	static const double rows[] = { 42, 58 }, columns[] = { 50, 50 }, halves[] = { 50, 50 };
	static const double fit[] = { 0.8797264273780, 0.4421885809760, 1.5810942904880,
		0.7947264273780 };
	static const int few[] = { 1, 1, 1, 2 };
	struct sample s;
	struct raking_margin all[3];
	int16_t half[100] = { 0 };
	size_t at = 0;

	(void)state;
	fill(&s, counts, 2, 2, rows, columns);
	for (int k = 0; k < 4; k++, at += (size_t)counts[k - 1])
		for (int i = 0; i < few[k]; i++)
			half[at + (size_t)i] = 1;
	all[0] = (struct raking_margin){ "halves", 2, halves, labels, half };
	all[1] = s.margins[0];
	all[2] = s.margins[1];
	assert_done(raking_weights(all, 3, s.forms, 3, s.weights, &s.result, &s.err), s.err);
	assert_false(s.result.converged);
	assert_int_equal(s.result.capped, 5);
	for (size_t i = 0; i < s.forms; i++)
		assert_near(s.weights[i], half[i] ? 3 : fit[2 * s.row[i] + s.column[i]], 1e-8);
	assert_near(s.result.effective, 78.6184582637, 1e-6);
	assert_near(cell(&s, 0, -1), 43.4, 1e-7);
}

/* A cap that leaves a way: the margins are met all the same, by other weights. */
static void
a_cap_that_leaves_room_still_meets_the_margins(void **state)
{
	static const long counts[] = { 80, 170, 150, 90, 80, 210, 10, 80, 130 };
	static const double rows[] = { 300, 400, 300 }, columns[] = { 200, 300, 500 };
	struct sample s;
	double free;

	(void)state;
	fill(&s, counts, 3, 3, rows, columns);
	assert_done(rake(&s, 2, 0), s.err);
	free = s.result.largest;
	assert_done(rake(&s, 2, free * 0.95), s.err);
	assert_true(s.result.converged);
	assert_true(s.result.largest <= free * 0.95 + 1e-9);
	assert_near(cell(&s, 2, -1), 300, 1e-3);
}

static void
assert_refused(struct sample *s, int margins, double cap, const char *words)
{
	assert_int_equal(rake(s, margins, cap), -1);
	if (!strstr(s->err.text, words))
		print_message("# %s\n", s->err.text);
	assert_non_null(strstr(s->err.text, words));
	assert_code(s->err, ERROR_INPUT);
}

static void
what_cannot_be_weighted_is_refused_in_words(void **state)
{
	static const long counts[] = { 30, 20, 10, 40 }, empty[] = { 30, 20, 0, 0 };
	static const double rows[] = { 7, 3 }, zero[] = { 7, 0 }, below[] = { -1, 3 };
	struct sample s;

	(void)state;
	fill(&s, empty, 2, 2, rows, NULL);
	assert_refused(&s, 1, 0, "nobody answered from “B”");
	fill(&s, counts, 2, 2, zero, NULL);
	assert_refused(&s, 1, 0, "the population of “B” must be more than zero");
	fill(&s, counts, 2, 2, below, NULL);
	assert_refused(&s, 1, 0, "the population of “A” must be more than zero");
	fill(&s, counts, 2, 2, rows, rows);
	assert_refused(&s, 0, 0, "one margin at least");
	assert_refused(&s, 2, 0.5, "1 or more");
	for (int i = 0; i < 100; i++)
		s.column[i] = RAKING_UNKNOWN;
	assert_refused(&s, 2, 0, "no form belongs");
	s.forms = 0;
	assert_refused(&s, 2, 0, "no keyed forms");
}

/* Only the diagonal is there, so that both margins would have to be equal. */
static void
margins_that_contradict_each_other_are_named(void **state)
{
	static const long counts[] = { 50, 0, 0, 50 };
	static const double rows[] = { 70, 30 }, columns[] = { 40, 60 };
	struct sample s;

	(void)state;
	fill(&s, counts, 2, 2, rows, columns);
	assert_refused(&s, 2, 0, "cannot all be met");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(students_are_post_stratified),
		cmocka_unit_test(raking_meets_the_margins_and_keeps_the_odds_ratios),
		cmocka_unit_test(margins_need_not_have_the_same_sum),
		cmocka_unit_test(forms_without_a_category_count_as_average_ones),
		cmocka_unit_test(a_cap_holds_and_what_it_costs_is_told),
		cmocka_unit_test(a_cell_that_is_wholly_at_the_cap_does_not_stop_the_others),
		cmocka_unit_test(a_cap_that_leaves_room_still_meets_the_margins),
		cmocka_unit_test(what_cannot_be_weighted_is_refused_in_words),
		cmocka_unit_test(margins_that_contradict_each_other_are_named),
	};

	setenv("LANGUAGE", "en", 1);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
