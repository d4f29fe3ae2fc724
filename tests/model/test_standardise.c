/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Levels and changes against figures computed by hand. */
#include "values_fixture.h"

#include "model/diagnosis/standardise.h"

#define near(a, b) assert_true(fabs((a) - (b)) < 1e-9)

/* Six units: mean 40, sum of squares 900+400+100+0+100+2500 = 4000, sd = sqrt(4000/5) = 28.284;
 * z of 10 is -30/28.284 = -1.06066. With n in place of n-1 it would be -1.1619. */
static const double six[] = { 10, 20, 30, 40, 50, 90 };

static void
z_divides_by_the_standard_deviation_with_n_minus_one(void **state)
{
	struct standard_scale s;

	(void)state;
	standard_scale_make(&s, STANDARD_Z, six, 6);
	assert_int_equal(s.n, 6);
	near(s.mean, 40);
	near(s.sd, 28.284271247461902);
	near(standard_level(&s, 10), -1.0606601717798212);
	near(standard_level(&s, 90), 1.7677669529663689);
	near(standard_middle(&s), 0);
}

static void
unitarisation_runs_from_the_worst_to_the_best(void **state)
{
	struct standard_scale s;

	(void)state;
	standard_scale_make(&s, STANDARD_UNIT, six, 6);
	near(standard_level(&s, 10), 0);
	near(standard_level(&s, 30), 0.25);
	near(standard_level(&s, 90), 1);
	near(standard_middle(&s), 0.375); /* of the mean, where classes part */
}

static void
what_is_missing_is_left_out_of_the_scale(void **state)
{
	const double values[] = { NAN, 10, 20, NAN, 30, 40, 50 };
	struct standard_scale s;

	(void)state;
	standard_scale_make(&s, STANDARD_Z, values, 7);
	assert_int_equal(s.n, 5);
	near(s.mean, 30);
	assert_true(isnan(standard_level(&s, NAN)));
}

static void
fewer_than_five_units_make_no_level(void **state)
{
	struct standard_scale s;

	(void)state;
	standard_scale_make(&s, STANDARD_Z, six, 4);
	assert_int_equal(s.lack, LACK_FEW);
	assert_true(isnan(standard_level(&s, 10)));
	standard_scale_make(&s, STANDARD_UNIT, six, 4);
	assert_int_equal(s.lack, LACK_FEW);
	standard_scale_make(&s, STANDARD_Z, six, 5);
	assert_int_equal(s.lack, LACK_NONE);
	standard_scale_make(&s, STANDARD_Z, NULL, 0);
	assert_int_equal(s.lack, LACK_FEW);
}

/* 0.1 + 0.1 + 0.1 is not three times 0.1: an sd of rounding must not become a z. */
static void
units_all_alike_make_no_level(void **state)
{
	const double values[] = { 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1 };
	struct standard_scale s;

	(void)state;
	standard_scale_make(&s, STANDARD_Z, values, 7);
	assert_int_equal(s.lack, LACK_ALIKE);
	assert_true(isnan(standard_level(&s, 0.1)));
}

static void
directions_turn_values_so_that_more_is_better(void **state)
{
	struct indicator card = { .direction = 'S', .note = "" };

	(void)state;
	near(standard_turn(&card, 7), 7);
	card.direction = 'D';
	near(standard_turn(&card, 7), -7);
	card.direction = 'N';
	card.has_wanted = true;
	card.wanted_low = 10;
	card.wanted_high = 12;
	near(standard_turn(&card, 7), -3);
	near(standard_turn(&card, 11), 0);
	near(standard_turn(&card, 17), -5);
	assert_true(standard_judged(&card));
}

static void
context_is_shown_and_not_judged(void **state)
{
	struct indicator card = { .direction = 'N', .note = "" };

	(void)state;
	assert_false(standard_judged(&card)); /* a nominant without a wanted value */
	card = (struct indicator){ .direction = 'S', .note = "kontekst – wymaga opisu" };
	assert_false(standard_judged(&card));
	card.note = "ogłasza MF";
	assert_true(standard_judged(&card));
}

/* t = 0 … 4, x = 2 4 5 4 5: mean t 2, mean x 4; sum (t-2)(x-4) = 4+0+0+0+2 = 6, sum (t-2)^2 = 10. */
static void
the_slope_is_that_of_least_squares(void **state)
{
	const double values[] = { 2, 4, 5, 4, 5 };
	struct standard_course c;

	(void)state;
	standard_course_make(&c, values, NULL, 5);
	assert_int_equal(c.points, 5);
	near(c.slope, 0.6);
	near(c.mean_change, 0.75);
}

/* t = 0, 1, 4, x = 1, 2, 8: mean t 5/3, mean x 11/3; 56/3 over 26/3. */
static void
a_year_without_a_value_keeps_its_place(void **state)
{
	const double values[] = { 1, 2, NAN, NAN, 8 };
	struct standard_course c;

	(void)state;
	standard_course_make(&c, values, NULL, 5);
	assert_int_equal(c.points, 3);
	near(c.slope, (0 - 5 / 3.) * (1 - 11 / 3.) / (26 / 3.) +
			      (1 - 5 / 3.) * (2 - 11 / 3.) / (26 / 3.) +
			      (4 - 5 / 3.) * (8 - 11 / 3.) / (26 / 3.));
	near(c.mean_change, 1.75);
}

static void
two_points_make_no_change(void **state)
{
	const double values[] = { NAN, 2, NAN, 3, NAN };
	struct standard_course c;

	(void)state;
	standard_course_make(&c, values, NULL, 5);
	assert_int_equal(c.lack, LACK_POINTS);
	assert_true(isnan(c.slope));
	assert_true(isnan(c.mean_change));
}

static void
nothing_is_drawn_over_a_break(void **state)
{
	const double values[] = { 100, 90, 1, 2, 3 }, none_before[] = { NAN, NAN, 1, 2, 3 };
	const unsigned char early[] = { 0, 0, 1, 0, 0 }, late[] = { 0, 0, 0, 1, 0 };
	const unsigned char first[] = { 1, 0, 0, 0, 0 }, empty[] = { 0, 1, 0, 0, 0 };
	struct standard_course c;

	(void)state;
	/* three years follow it, but peers without a break have five */
	standard_course_make(&c, values, early, 5);
	assert_int_equal(c.lack, LACK_BREAK);
	assert_true(isnan(c.slope) && isnan(c.mean_change));
	standard_course_make(&c, none_before, empty, 5); /* nothing stands before it */
	assert_int_equal(c.lack, LACK_NONE);
	near(c.slope, 1);
	assert_int_equal(c.first, 2);
	assert_int_equal(c.last, 4);
	standard_course_make(&c, values, late, 5);
	assert_int_equal(c.lack, LACK_BREAK);
	assert_true(isnan(c.slope));
	standard_course_make(&c, values, first, 5); /* before the first year: cuts nothing */
	assert_int_equal(c.points, 5);
}

static void
level_and_change_make_the_class(void **state)
{
	(void)state;
	assert_int_equal(standing_of(0.4, 0, 0.1, 0), STANDING_DRIVER);
	assert_int_equal(standing_of(0, 0, 0, 0), STANDING_DRIVER);
	assert_int_equal(standing_of(0.4, 0, -0.1, 0), STANDING_FALLING);
	assert_int_equal(standing_of(-0.4, 0, 0.1, 0), STANDING_RISING);
	assert_int_equal(standing_of(-0.4, 0, -0.1, 0), STANDING_PROBLEM);
	assert_int_equal(standing_of(0.3, 0.375, 0.6, 0.5), STANDING_RISING); /* unitarised */
	assert_int_equal(standing_of(NAN, 0, 1, 0), STANDING_NONE);
	assert_int_equal(standing_of(1, 0, NAN, 0), STANDING_NONE);
}

/* What lies within a tenth of a standard deviation has a class by its signs, but is called neither
 * driver nor problem. */
static void
what_lies_a_tenth_of_sd_from_the_mean_is_about_the_mean(void **state)
{
	(void)state;
	assert_int_equal(standing_of(0.2, 0, 0.0015, 0), STANDING_DRIVER);
	assert_true(standing_near(STANDARD_Z, 0.2, 0, 0.0015, 0));
	assert_true(standing_near(STANDARD_Z, -0.03, 0, -0.4, 0));
	assert_true(standing_near(STANDARD_Z, 0.2, 0, -0.099, 0));
	assert_false(standing_near(STANDARD_Z, 0.2, 0, 0.101, 0));
	assert_false(standing_near(STANDARD_Z, 0.2, 0, NAN, NAN));
	assert_true(standing_near(STANDARD_UNIT, 0.394, 0.375, 0.6, 0.5));
	assert_false(standing_near(STANDARD_UNIT, 0.396, 0.375, 0.6, 0.5));
	assert_string_equal(
		standing_words(STANDING_DRIVER, false), standing_label(STANDING_DRIVER));
	assert_string_not_equal(
		standing_words(STANDING_DRIVER, true), standing_label(STANDING_DRIVER));
	assert_string_equal(standing_words(STANDING_NONE, true), "");
	assert_string_equal(standing_class(STANDING_PROBLEM, false), "problem");
	assert_string_equal(standing_class(STANDING_PROBLEM, true), "average");
	assert_string_equal(standing_class(STANDING_NONE, true), "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(z_divides_by_the_standard_deviation_with_n_minus_one),
		cmocka_unit_test(unitarisation_runs_from_the_worst_to_the_best),
		cmocka_unit_test(what_is_missing_is_left_out_of_the_scale),
		cmocka_unit_test(fewer_than_five_units_make_no_level),
		cmocka_unit_test(units_all_alike_make_no_level),
		cmocka_unit_test(directions_turn_values_so_that_more_is_better),
		cmocka_unit_test(context_is_shown_and_not_judged),
		cmocka_unit_test(the_slope_is_that_of_least_squares),
		cmocka_unit_test(a_year_without_a_value_keeps_its_place),
		cmocka_unit_test(two_points_make_no_change),
		cmocka_unit_test(nothing_is_drawn_over_a_break),
		cmocka_unit_test(level_and_change_make_the_class),
		cmocka_unit_test(what_lies_a_tenth_of_sd_from_the_mean_is_about_the_mean),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
