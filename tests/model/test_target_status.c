/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Expected values, progress, statuses, trends and forecasts of targets, counted by hand in the
 * remarks. */
#include "values_fixture.h"

#include "model/strategies/goal_status.h"
#include "model/strategies/target_status.h"

static struct target_rule
more(int base_year, double base, int target_year, double target)
{
	return (struct target_rule){ 'S', NAN, NAN, NAN, base_year, target_year, base, target, NULL,
		0 };
}

static struct target_judgement
judged(const struct target_rule *rule, int year, double value)
{
	const struct target_step values[] = { { year, value } };
	struct target_judgement j;

	target_judge(rule, values, 1, year, &status_limits_usual, &j);
	return j;
}

#define assert_near(a, b) assert_true(fabs((a) - (b)) < 1e-9)

static void
expected_values_lie_on_straight_pieces(void **state)
{
	const struct target_step path[] = { { 2022, 50 }, { 2024, 60 } };
	struct target_rule r = more(2020, 40, 2030, 90);

	(void)state;
	assert_near(target_expected(&r, 2025), 65); /* half of the way from 40 to 90 */
	r.path = path;
	r.path_count = 2;
	assert_near(target_expected(&r, 2019), 40);
	assert_near(target_expected(&r, 2021), 45);
	assert_near(target_expected(&r, 2022), 50);
	assert_near(target_expected(&r, 2023), 55);
	assert_near(target_expected(&r, 2027), 75); /* 60 + 30 * 3 / 6 */
	assert_near(target_expected(&r, 2035), 90);
}

static void
what_is_not_said_expects_nothing(void **state)
{
	struct target_rule r = more(2020, NAN, 2030, 90);

	(void)state;
	assert_true(isnan(target_expected(&r, 2025)));
	r = more(2020, 40, 0, NAN);
	assert_true(isnan(target_expected(&r, 2025)));
	assert_near(target_expected(&r, 2020), 40);
}

static void
the_limits_part_on_course_at_risk_and_off_course(void **state)
{
	struct target_rule r = more(2020, 0, 2030, 100); /* expected in 2025: 50 */

	(void)state;
	assert_int_equal(judged(&r, 2025, 45).state, TARGET_ON_COURSE); /* 90 % */
	assert_near(judged(&r, 2025, 45).progress, 0.9);
	assert_int_equal(judged(&r, 2025, 44.9).state, TARGET_AT_RISK);
	assert_int_equal(judged(&r, 2025, 30).state, TARGET_AT_RISK); /* 60 % */
	assert_int_equal(judged(&r, 2025, 29.9).state, TARGET_OFF_COURSE);
	assert_int_equal(judged(&r, 2025, -5).state, TARGET_OFF_COURSE); /* the wrong way */
	assert_int_equal(judged(&r, 2025, 100).state, TARGET_ACHIEVED);
}

static void
limits_that_rounding_misses_are_still_reached(void **state)
{
	struct target_rule r = more(2020, 0.1, 2030, 0.4); /* 0.1 + 0.3 * 0.5 */

	(void)state;
	assert_int_equal(judged(&r, 2025, 0.1 + 0.9 * 0.15).state, TARGET_ON_COURSE);
	assert_int_equal(judged(&r, 2025, 0.1 + 0.1 + 0.1 + 0.1).state, TARGET_ACHIEVED);
}

static void
less_is_better_counts_downwards(void **state)
{
	struct target_rule r = more(2020, 10, 2024, 6);

	(void)state;
	r.direction = 'D';
	assert_near(judged(&r, 2022, 9).progress, 0.5); /* 1 of 2 */
	assert_int_equal(judged(&r, 2022, 9).state, TARGET_OFF_COURSE);
	assert_int_equal(judged(&r, 2022, 8).state, TARGET_ON_COURSE);
	assert_int_equal(judged(&r, 2022, 6).state, TARGET_ACHIEVED);
	assert_int_equal(judged(&r, 2022, 11).state, TARGET_OFF_COURSE);
}

static void
what_is_kept_stays_within_its_tolerance(void **state)
{
	struct target_rule r = { 'K', NAN, NAN, 2, 2020, 2030, 50, NAN, NULL, 0 };

	(void)state;
	assert_int_equal(judged(&r, 2025, 48).state, TARGET_ON_COURSE);
	assert_int_equal(judged(&r, 2025, 52.5).state, TARGET_AT_RISK);   /* 2 / 2.5 = 80 % */
	assert_int_equal(judged(&r, 2025, 45).state, TARGET_OFF_COURSE);  /* 2 / 5 = 40 % */
	assert_int_equal(judged(&r, 2030, 51).state, TARGET_ACHIEVED);
	assert_near(judged(&r, 2025, 45).expected, 50);
}

static void
an_interval_is_judged_by_the_distance_to_it(void **state)
{
	struct target_rule r = { 'N', 20, 25, NAN, 2020, 2030, 10, NAN, NULL, 0 };

	(void)state;
	assert_near(judged(&r, 2025, 15).expected, 15); /* half of the way to 20 */
	assert_int_equal(judged(&r, 2025, 15).state, TARGET_ON_COURSE);
	assert_near(judged(&r, 2025, 13).progress, 0.6); /* 3 of 5 */
	assert_int_equal(judged(&r, 2025, 13).state, TARGET_AT_RISK);
	assert_int_equal(judged(&r, 2025, 22).state, TARGET_ACHIEVED);
	assert_int_equal(judged(&r, 2025, 40).state, TARGET_OFF_COURSE); /* 15 beyond: farther */
	r.base = 35;
	assert_near(target_expected(&r, 2025), 30);
	assert_int_equal(judged(&r, 2025, 30).state, TARGET_ON_COURSE);
}

static void
an_interval_without_a_target_year_is_wanted_at_once(void **state)
{
	struct target_rule r = { 'N', 10, NAN, NAN, 2020, 0, 1, NAN, NULL, 0 };

	(void)state;
	assert_near(judged(&r, 2021, 5).expected, 10);
	assert_near(judged(&r, 2021, 5).progress, 4.0 / 9); /* 4 of the 9 that were lacking */
	assert_int_equal(judged(&r, 2021, 5).state, TARGET_OFF_COURSE);
	assert_int_equal(judged(&r, 2021, 12).state, TARGET_ACHIEVED);
	assert_int_equal(judged(&r, 2020, 5).doubt, DOUBT_EARLY);
	r.base = 15; /* within it already */
	assert_int_equal(judged(&r, 2021, 9).state, TARGET_OFF_COURSE);
}

static void
from_a_base_within_the_interval_the_interval_is_expected_and_no_number(void **state)
{
	struct target_rule r = { 'N', 30, 40, NAN, 2020, 2030, 33.5, NAN, NULL, 0 };
	struct target_rule flat = more(2020, 10, 2030, 20);
	const struct target_step path = { 2025, 10 };

	(void)state;
	assert_true(isnan(judged(&r, 2025, 41.5).expected));
	assert_true(isnan(judged(&r, 2025, 41.5).progress));
	assert_int_equal(judged(&r, 2025, 41.5).state, TARGET_OFF_COURSE);
	assert_int_equal(judged(&r, 2025, 20).state, TARGET_OFF_COURSE);
	assert_int_equal(judged(&r, 2025, 36).state, TARGET_ACHIEVED);
	assert_near(judged(&r, 2025, 36).progress, 1);
	/* nor is less than nothing a share of a path that wants no change yet */
	flat.path = &path;
	flat.path_count = 1;
	assert_true(isnan(judged(&flat, 2023, 9).progress));
	assert_int_equal(judged(&flat, 2023, 9).state, TARGET_OFF_COURSE);
	assert_near(judged(&flat, 2023, 10).progress, 1);
}

static void
no_status_before_the_first_year_or_without_base_target_and_value(void **state)
{
	struct target_rule r = more(2024, 10, 2030, 20);
	struct target_judgement j;

	(void)state;
	assert_int_equal(judged(&r, 2024, 10).doubt, DOUBT_EARLY);
	assert_int_equal(judged(&r, 2024, 10).state, TARGET_EARLY);
	target_judge(&r, NULL, 0, 2025, &status_limits_usual, &j);
	assert_int_equal(j.doubt, DOUBT_NO_VALUE);
	assert_near(j.expected, 10 + 10.0 / 6);
	r.target = NAN;
	assert_int_equal(judged(&r, 2025, 12).doubt, DOUBT_NO_TARGET);
	assert_int_equal(judged(&r, 2025, 12).state, TARGET_NO_TARGET);
	assert_string_equal(target_state_name(TARGET_NO_TARGET), "no_target");
	r = more(0, NAN, 2030, 20);
	assert_int_equal(judged(&r, 2025, 12).doubt, DOUBT_NO_BASE);
	assert_int_equal(judged(&r, 2025, 21).state, TARGET_ACHIEVED);
}

static void
an_old_value_is_judged_by_its_own_year(void **state)
{
	const struct target_step values[] = { { 2021, 1 }, { 2022, 2 }, { 2026, 9 } };
	struct target_rule r = more(2020, 0, 2030, 10);
	struct target_judgement j;

	(void)state;
	target_judge(&r, values, 3, 2025, &status_limits_usual, &j);
	assert_int_equal(j.value_year, 2022);
	assert_near(j.expected, 2);
	assert_int_equal(j.state, TARGET_ON_COURSE);
	assert_int_equal(j.trend, 1);
}

static void
a_change_within_the_tolerance_is_neither_better_nor_worse_and_is_called_so(void **state)
{
	const struct target_step within[] = { { 2021, 4 }, { 2022, 3 } };
	const struct target_step out[] = { { 2021, 4 }, { 2022, 1 } };
	const struct target_step still[] = { { 2021, 1 }, { 2022, 1 } };
	struct target_rule r = more(2020, 4, 2030, NAN);
	struct target_judgement j;

	(void)state;
	r.direction = 'K';
	r.tolerance = 2;
	target_judge(&r, within, 2, 2022, &status_limits_usual, &j);
	assert_int_equal(j.trend, 0);
	assert_string_equal(target_trend_label(&r, &j), "within its limits");
	target_judge(&r, out, 2, 2022, &status_limits_usual, &j);
	assert_string_equal(target_trend_label(&r, &j), "worse");
	target_judge(&r, still, 2, 2022, &status_limits_usual, &j);
	assert_string_equal(target_trend_label(&r, &j), "the same");
}

static void
the_trend_is_apart_from_the_status(void **state)
{
	const struct target_step falling[] = { { 2021, 9 }, { 2022, 8 } };
	struct target_rule r = more(2020, 0, 2030, 10);
	struct target_judgement j;

	(void)state;
	target_judge(&r, falling, 2, 2022, &status_limits_usual, &j);
	assert_int_equal(j.state, TARGET_ON_COURSE);
	assert_int_equal(j.trend, -1);
	r = more(2020, 20, 2030, 5);
	r.direction = 'D';
	target_judge(&r, falling, 2, 2022, &status_limits_usual, &j);
	assert_int_equal(j.trend, 1);
}

/* 2021 to 2025: 12, 13, 15, 16, 19; mean 15 in 2023, slope (2*7 + 1*3)/10 = 1.7. From 19 in 2025
 * it goes on to 19 + 1.7 * 6 = 29.2 in 2031 and to 30.9 in 2032. */
static void
the_forecast_goes_on_from_the_newest_value_at_the_pace_of_the_last_ones(void **state)
{
	const struct target_step values[] = { { 2020, 90 }, { 2021, 12 }, { 2022, 13 }, { 2023, 15 },
		{ 2024, 16 }, { 2025, 19 } };
	struct target_rule r = more(2019, 10, 2030, 30);
	struct target_judgement j;

	(void)state;
	target_judge(&r, values, 6, 2025, &status_limits_usual, &j);
	assert_int_equal(j.forecast_year, 2032);
	assert_near(j.pace, 1.7);
	target_judge(&r, values + 1, 2, 2022, &status_limits_usual, &j);
	assert_int_equal(j.forecast_year, 0); /* two values make no line */
	assert_true(isnan(j.pace));
	r.target = 1000;
	target_judge(&r, values, 6, 2025, &status_limits_usual, &j);
	assert_int_equal(j.forecast_year, FORECAST_NEVER); /* centuries away */
	r.direction = 'D';
	r.target = 1;
	target_judge(&r, values, 6, 2025, &status_limits_usual, &j);
	assert_int_equal(j.forecast_year, FORECAST_NEVER); /* it goes the wrong way */
}

/* 2020 to 2024: 660, 640, 600, 470, 588: the pace is (-2*660 - 640 + 470 + 2*588)/10 = -31.4. The
 * fitted line stands at 528.8 in 2024; by hand (588 - 450) / 31.4 = 4.4 years, (588 - 400) / 31.4 =
 * 6.0 years less a bit. */
static void
a_forecast_follows_from_the_numbers_beside_it(void **state)
{
	const struct target_step values[] = { { 2020, 660 }, { 2021, 640 }, { 2022, 600 },
		{ 2023, 470 }, { 2024, 588 } };
	struct target_rule r = more(2019, 670, 2030, 450);
	struct target_judgement j;

	(void)state;
	r.direction = 'D';
	target_judge(&r, values, 5, 2024, &status_limits_usual, &j);
	assert_near(j.pace, -31.4);
	assert_int_equal(j.forecast_year, 2029);
	r.target = 400;
	target_judge(&r, values, 5, 2024, &status_limits_usual, &j);
	assert_int_equal(j.forecast_year, 2030);
}

static void
a_path_that_stands_still_is_kept_by_standing_still(void **state)
{
	const struct target_step path[] = { { 2022, 10 } };
	struct target_rule r = more(2020, 10, 2030, 20);

	(void)state;
	r.path = path;
	r.path_count = 1;
	assert_int_equal(judged(&r, 2022, 10).state, TARGET_ON_COURSE);
	assert_int_equal(judged(&r, 2022, 9).state, TARGET_OFF_COURSE);
}

static void
a_goal_follows_its_rule(void **state)
{
	const int four[TARGET_STATES] = { 1, 1, 1, 1, 3 }; /* those without data do not count */
	const int most[TARGET_STATES] = { 0, 3, 0, 1, 0 };
	const int none[TARGET_STATES] = { 0, 0, 0, 0, 2 };

	(void)state;
	assert_int_equal(goal_status_of(GOAL_RULE_WORST, four, 0, 0, 0), TARGET_OFF_COURSE);
	assert_int_equal(goal_status_of(GOAL_RULE_WORST_HALF, four, 0, 0, 0), TARGET_AT_RISK);
	assert_int_equal(goal_status_of(GOAL_RULE_MEAN, four, 0, 0, 0), TARGET_AT_RISK); /* 1.5 */
	assert_int_equal(goal_status_of(GOAL_RULE_WORST_HALF, most, 0, 0, 0), TARGET_ON_COURSE);
	assert_int_equal(goal_status_of(GOAL_RULE_MEAN, most, 0, 0, 0), TARGET_AT_RISK); /* 6 / 4 */
	assert_int_equal(goal_status_of(GOAL_RULE_WORST, none, 0, 0, 0), TARGET_NO_DATA);
}

static void
late_tasks_lower_a_goal_and_speak_alone_where_nothing_is_measured(void **state)
{
	const int course[TARGET_STATES] = { 0, 2, 0, 0, 0 }, none[TARGET_STATES] = { 0 };

	(void)state;
	assert_int_equal(goal_status_of(GOAL_RULE_WORST, course, 4, 1, 1), TARGET_ON_COURSE);
	assert_int_equal(goal_status_of(GOAL_RULE_WORST, course, 4, 1, 2), TARGET_AT_RISK);
	assert_int_equal(goal_status_of(GOAL_RULE_WORST, none, 2, 2, 0), TARGET_ACHIEVED);
	assert_int_equal(goal_status_of(GOAL_RULE_WORST, none, 2, 1, 0), TARGET_ON_COURSE);
	assert_int_equal(goal_status_of(GOAL_RULE_WORST, none, 2, 1, 1), TARGET_AT_RISK);
}

static void
tasks_do_not_speak_for_indicators_whose_data_are_gone(void **state)
{
	const int blind[TARGET_STATES] = { 0, 0, 0, 0, 2 };

	(void)state;
	assert_int_equal(goal_status_of(GOAL_RULE_WORST, blind, 4, 4, 0), TARGET_NO_DATA);
	assert_int_equal(goal_status_of(GOAL_RULE_MEAN, blind, 4, 1, 3), TARGET_NO_DATA);
}

static void
names_of_statuses_read_back(void **state)
{
	(void)state;
	for (int s = 0; s < TARGET_STATES; s++)
		assert_int_equal(target_state_from_name(target_state_name(s)), s);
	assert_int_equal(target_state_from_name("fine"), -1);
	for (int d = 1; d < DOUBTS; d++)
		assert_true(target_doubt_label(d)[0]);
}

static void
an_interval_is_said_in_words_and_may_be_open(void **state)
{
	char text[96];

	(void)state;
	assert_string_equal(target_interval_text(-2, 2, 0, text, sizeof text), "from -2 to 2");
	assert_string_equal(target_interval_text(0.5, NAN, 1, text, sizeof text), "at least 0,5");
	assert_string_equal(target_interval_text(NAN, 60, 0, text, sizeof text), "at most 60");
	assert_string_equal(target_interval_text(NAN, NAN, 0, text, sizeof text), "");
}

static void
what_went_the_wrong_way_is_rounded_to_the_nearest_per_cent(void **state)
{
	(void)state;
	assert_int_equal((int)target_percent(-5 / 160.0), -3); /* 0 to 160, now -5 */
	assert_int_equal((int)target_percent(-0.036), -4);
	assert_false(signbit(target_percent(-0.001)));
	assert_int_equal((int)target_percent(0.899), 89); /* not at a limit of 90 */
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_went_the_wrong_way_is_rounded_to_the_nearest_per_cent),
		cmocka_unit_test(expected_values_lie_on_straight_pieces),
		cmocka_unit_test(what_is_not_said_expects_nothing),
		cmocka_unit_test(the_limits_part_on_course_at_risk_and_off_course),
		cmocka_unit_test(limits_that_rounding_misses_are_still_reached),
		cmocka_unit_test(less_is_better_counts_downwards),
		cmocka_unit_test(what_is_kept_stays_within_its_tolerance),
		cmocka_unit_test(an_interval_is_judged_by_the_distance_to_it),
		cmocka_unit_test(no_status_before_the_first_year_or_without_base_target_and_value),
		cmocka_unit_test(an_old_value_is_judged_by_its_own_year),
		cmocka_unit_test(the_trend_is_apart_from_the_status),
		cmocka_unit_test(
			a_change_within_the_tolerance_is_neither_better_nor_worse_and_is_called_so),
		cmocka_unit_test(the_forecast_goes_on_from_the_newest_value_at_the_pace_of_the_last_ones),
		cmocka_unit_test(a_forecast_follows_from_the_numbers_beside_it),
		cmocka_unit_test(a_path_that_stands_still_is_kept_by_standing_still),
		cmocka_unit_test(a_goal_follows_its_rule),
		cmocka_unit_test(tasks_do_not_speak_for_indicators_whose_data_are_gone),
		cmocka_unit_test(late_tasks_lower_a_goal_and_speak_alone_where_nothing_is_measured),
		cmocka_unit_test(
			from_a_base_within_the_interval_the_interval_is_expected_and_no_number),
		cmocka_unit_test(an_interval_without_a_target_year_is_wanted_at_once),
		cmocka_unit_test(names_of_statuses_read_back),
		cmocka_unit_test(an_interval_is_said_in_words_and_may_be_open),
	};

	return cmocka_run_group_tests_name("target_status", tests, NULL, NULL);
}
