/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "helper.h"
#include "tui/chart.h"

#include <math.h>

static struct surface *surface;
static struct canvas canvas;

static void
open_canvas(int rows, int columns, enum tier tier)
{
	surface = surface_new(rows, columns, tier);
	canvas = surface_canvas(surface);
}

static bool
shown(const char *text)
{
	char *all = canvas_export(&canvas);
	bool found = strstr(all, text) != NULL;

	free(all);
	return found;
}

static void
scales_are_round_and_hold_the_range(void **state)
{
	double low, high, step;

	(void)state;
	chart_scale(5120, 5580, 5, &low, &high, &step);
	assert_true(low <= 5120 && high >= 5580);
	assert_true(step == 100);
	chart_scale(0.12, 0.34, 4, &low, &high, &step);
	assert_true(low <= 0.12 && high >= 0.34 && step > 0.04 && step < 0.2);
	chart_scale(7, 7, 4, &low, &high, &step);
	assert_true(low <= 7 && high >= 7 && high > low);
	chart_scale(0, 0, 4, &low, &high, &step);
	assert_true(high > low);
	chart_scale(-50, 30, 4, &low, &high, &step);
	assert_true(low <= -50 && high >= 30);
}

static void
a_line_has_marks_axis_legend_and_numbers(void **state)
{
	const double values[] = { 10, 20, 15, 30 };
	const struct chart_series series = { "Łódź", values, NULL, ROLE_SERIES_1, 0, false };
	const struct chart_lines chart = { 2020, 4, &series, 1, 1, "%", NULL };

	(void)state;
	open_canvas(14, 60, TIER_LINES);
	chart_lines(&canvas, &chart);
	assert_row(&canvas, 0, "● Łódź 30.0  (%)");
	assert_true(shown("2020"));
	assert_true(shown("2023"));
	assert_true(shown("┌"));
	assert_true(shown("15.0"));
	surface_free(surface);
}

static void
a_legend_says_the_year_of_its_figures_where_series_end_in_different_ones(void **state)
{
	const double value[] = { 191, 348, NAN, NAN }, planned[] = { 191, 300, 360, 420 };
	const double ahead[] = { NAN, 348, 388, NAN };
	const struct chart_series series[] = {
		{ .name = "value", .values = value, .role = ROLE_OWN },
		{ .name = "as planned", .values = planned, .role = ROLE_SERIES_2 },
		{ .name = "at this pace", .values = ahead, .role = ROLE_HINT },
	};
	const struct chart_lines chart = {
		.first_year = 2023, .count = 4, .series = series, .series_count = 3, .unit = "szt."
	};

	(void)state;
	open_canvas(14, 80, TIER_LINES);
	chart_lines(&canvas, &chart);
	assert_row(&canvas, 0,
		"● value 348 (2024)  ■ as planned 420 (2026)  ▲ at this pace 388 (2025)  (szt.)");
	surface_free(surface);
}

/* The legend goes down by letters; the first series is drawn over the others and has the line. */
static void
members_have_letters_and_a_legend_below(void **state)
{
	const double a[] = { 10, 20, 30 }, b[] = { 30, NAN, 10 }, c[] = { 20, 20, 20 };
	const struct chart_series series[] = {
		{ .name = "Bytom", .values = b, .role = ROLE_OWN, .letter = 'B' },
		{ .name = "Ełk", .values = a, .role = ROLE_TEXT, .letter = 'A', .loose = true },
		{ .name = "Kutno", .values = c, .role = ROLE_TEXT, .letter = 'C', .loose = true },
	};
	const struct chart_lines chart = {
		.first_year = 2020, .count = 3, .series = series, .series_count = 3, .decimals = 1
	};

	(void)state;
	open_canvas(12, 60, TIER_ASCII);
	chart_lines(&canvas, &chart);
	assert_row(&canvas, 11, "A E\xc5\x82k 30.0    B Bytom 10.0  C Kutno 20.0");
	assert_true(shown("B  "));
	assert_false(shown("no data"));
	surface_free(surface);
}

static void
a_missing_value_is_a_gap_and_a_break_has_its_mark(void **state)
{
	const double values[] = { 10, NAN, 10, 10, 10 };
	const bool breaks[] = { false, false, false, false, true };
	const struct chart_series series = { "a", values, breaks, ROLE_SERIES_1, 0, false };
	const struct chart_lines chart = { 2020, 5, &series, 1, 0, NULL, NULL };
	char row[400];
	int line = -1;

	(void)state;
	open_canvas(10, 48, TIER_ASCII);
	chart_lines(&canvas, &chart);
	for (int i = 1; i < 9; i++)
		if (strchr(canvas_row(&canvas, i, row, sizeof(row)), '*') && line < 0)
			line = i;
	canvas_row(&canvas, line, row, sizeof(row));
	assert_non_null(strstr(row, "*                 ")); /* nothing between 2020 and 2022 */
	assert_non_null(strstr(row, "*---------*    ~    *"));
	assert_non_null(strchr(row, '~'));
	surface_free(surface);
}

static void
four_series_have_four_marks(void **state)
{
	const double a[] = { 1, 2 }, b[] = { 3, 4 }, c[] = { 5, 6 }, d[] = { 7, 8 };
	const struct chart_series series[] = { { "a", a, NULL, ROLE_SERIES_1, 0, false },
		{ "b", b, NULL, ROLE_SERIES_2, 0, false }, { "c", c, NULL, ROLE_SERIES_3, 0, false },
		{ "d", d, NULL, ROLE_SERIES_4, 0, false } };
	const struct chart_lines chart = { 2020, 2, series, 4, 0, NULL, NULL };

	(void)state;
	open_canvas(20, 60, TIER_LINES);
	chart_lines(&canvas, &chart);
	assert_row(&canvas, 0, "● a 2  ■ b 4  ▲ c 6  ♦ d 8");
	surface_free(surface);
	open_canvas(20, 60, TIER_ASCII);
	chart_lines(&canvas, &chart);
	assert_row(&canvas, 0, "* a 2  # b 4  + c 6  o d 8");
	surface_free(surface);
}

static void
a_chart_without_values_says_so(void **state)
{
	const double values[] = { NAN, NAN };
	const struct chart_series series = { "a", values, NULL, ROLE_SERIES_1, 0, false };
	const struct chart_lines chart = { 2020, 2, &series, 1, 0, NULL, NULL };

	(void)state;
	open_canvas(10, 40, TIER_LINES);
	chart_lines(&canvas, &chart);
	assert_true(shown("no data"));
	surface_free(surface);
}

static void
any_size_and_tier_can_be_drawn(void **state)
{
	const double values[] = { -10, 20, NAN, 30, 1e9, 0.001 };
	const struct chart_series series = { "a long name of a unit", values, NULL, ROLE_SERIES_1, 0, false };
	const struct chart_lines chart = { 2020, 6, &series, 1, 2, "zł", NULL };
	const struct chart_bar bars[] = { { "a", -10, ROLE_TEXT }, { "b", 20, ROLE_OWN },
		{ "c", NAN, ROLE_TEXT } };
	const struct chart_box box = { 1, 2, 3, 4, 5, 9, 1 };

	(void)state;
	for (int tier = TIER_ASCII; tier <= TIER_BRAILLE; tier++)
		for (int rows = 1; rows < 30; rows += 4)
			for (int columns = 1; columns < 120; columns += columns < 20 ? 1 : 13) {
				open_canvas(rows, columns, (enum tier)tier);
				chart_lines(&canvas, &chart);
				chart_bars(&canvas, bars, 3, 0, 1);
				chart_box(&canvas, 0, &box, 0, 0);
				chart_spark(&canvas, 0, 0, columns, ROLE_TEXT, values, 6);
				surface_free(surface);
			}
}

/* Steps that vanish beside the numbers, and numbers that are none. */
static void
huge_and_endless_values_end_in_a_picture(void **state)
{
	const double values[] = { 1e17, 1e17 + 16, INFINITY };
	const struct chart_series series = { "a", values, NULL, ROLE_SERIES_1, 0, false };
	const struct chart_lines huge = { 2020, 2, &series, 1, 0, NULL, NULL },
				 endless = { 2020, 3, &series, 1, 0, NULL, NULL };
	const struct chart_bar bars[] = { { "a", INFINITY, ROLE_TEXT }, { "b", 2, ROLE_TEXT } };

	(void)state;
	for (int tier = TIER_ASCII; tier <= TIER_BRAILLE; tier++) {
		open_canvas(20, 80, (enum tier)tier);
		chart_lines(&canvas, &huge);
		chart_lines(&canvas, &endless);
		surface_free(surface);
	}
	open_canvas(2, 30, TIER_ASCII);
	chart_bars(&canvas, bars, 2, 0, 0);
	assert_row(&canvas, 0, "  a| no data");
	chart_spark(&canvas, 1, 0, 3, ROLE_TEXT, values, 3);
	surface_free(surface);
}

static void
the_table_holds_every_number(void **state)
{
	const double a[] = { 1.5, NAN }, b[] = { 1204, 3 };
	const bool breaks[] = { false, true };
	const struct chart_series series[] = { { "Łódź", a, NULL, ROLE_SERIES_1, 0, false },
		{ "median", b, breaks, ROLE_SERIES_2, 0, false } };
	const struct chart_lines chart = { 2020, 2, series, 2, 1, NULL, NULL };
	char *text = chart_lines_text(&chart);

	(void)state;
	assert_string_equal(text, "              Łódź        median\n"
		"2020           1.5       1,204.0\n"
		"2021       no data           3.0 (break)\n");
	free(text);
}

static void
bars_end_with_their_number(void **state)
{
	const struct chart_bar bars[] = { { "Łódź", 71.3, ROLE_OWN },
		{ "średnia", 58.2, ROLE_TEXT }, { "Ozorków", NAN, ROLE_TEXT } };

	(void)state;
	open_canvas(3, 40, TIER_LINES);
	chart_bars(&canvas, bars, 3, 0, 1);
	assert_row(&canvas, 0, "> Łódź   │████████████████████████  71.3");
	assert_row(&canvas, 1, "  średnia│███████████████████░      58.2");
	assert_row(&canvas, 2, "  Ozorków│ no data");
	surface_free(surface);
	open_canvas(1, 40, TIER_ASCII);
	chart_bars(&canvas, bars, 2, 1, 1);
	assert_row(&canvas, 0, "  średnia|########################  58.2");
	surface_free(surface);
}

static void
bars_are_as_long_as_those_shown_beside_them(void **state)
{
	const struct chart_bar bars[] = { { "Warszawa", 18713, ROLE_TEXT }, { "a", 20, ROLE_TEXT },
		{ "b", 10, ROLE_TEXT }, { "c", 0, ROLE_TEXT } };

	(void)state;
	open_canvas(3, 24, TIER_ASCII);
	chart_bars(&canvas, bars, 4, 1, 0);
	assert_row(&canvas, 0, "  a|################  20");
	assert_row(&canvas, 1, "  b|########          10");
	assert_row(&canvas, 2, "  c|                   0");
	surface_free(surface);
	open_canvas(4, 40, TIER_ASCII);
	chart_bars(&canvas, bars, 4, 0, 0);
	assert_row(&canvas, 1, "  a       |#                          20");
	surface_free(surface);
}

static void
many_years_have_numbers_for_some_or_no_row(void **state)
{
	double values[22];
	const struct chart_series series = { "own", values, NULL, ROLE_SERIES_1, 0, false };
	char row[400];

	(void)state;
	for (int i = 0; i < 22; i++)
		values[i] = 1000 + i;
	open_canvas(12, 80, TIER_ASCII);
	chart_lines(&canvas, &(struct chart_lines){ 2003, 22, &series, 1, 0, NULL, NULL });
	canvas_row(&canvas, 10, row, sizeof row);
	assert_non_null(strstr(row, "2024"));
	canvas_row(&canvas, 11, row, sizeof row);
	assert_non_null(strstr(row, "1,021"));
	assert_non_null(strstr(row, "1,001"));
	surface_free(surface);
}

/* A survey is not held every year. */
static void
years_without_values_take_their_room_and_no_other_years_name(void **state)
{
	const double values[] = { 10, 20, 30 };
	const int years[] = { 2020, 2024, 2026 };
	const struct chart_series series = { "own", values, NULL, ROLE_SERIES_1, 0, false };
	const struct chart_lines chart = {
		.count = 3, .series = &series, .series_count = 1, .years = years
	};
	char row[400], *text;

	(void)state;
	open_canvas(12, 60, TIER_ASCII);
	chart_lines(&canvas, &chart);
	canvas_row(&canvas, 10, row, sizeof row);
	assert_non_null(strstr(row, "2026"));
	assert_null(strstr(row, "2021"));
	assert_in_range(strstr(row, "2024") - strstr(row, "2020"), 33, 36);
	assert_in_range(strstr(row, "2026") - strstr(row, "2024"), 15, 18);
	surface_free(surface);
	text = chart_lines_text(&chart);
	assert_non_null(strstr(text, "\n2026 "));
	free(text);
}

static void
a_whisker_that_leaves_the_scale_ends_in_an_arrow(void **state)
{
	const struct chart_box box = { 0, 8, 13, 15, 900, 13, 0 };
	char row[200];

	(void)state;
	open_canvas(3, 60, TIER_ASCII);
	chart_box(&canvas, 0, &box, 0, 27);
	canvas_row(&canvas, 0, row, sizeof row);
	assert_string_equal(row + strlen(row) - 1, ">");
	assert_row(&canvas, 2, "own 13   from 0 to 900   quarters 8 and 15   median 13");
	surface_free(surface);
}

static void
negative_bars_grow_to_the_left_of_zero(void **state)
{
	const struct chart_bar bars[] = { { "a", -10, ROLE_TEXT }, { "b", 10, ROLE_TEXT } };

	(void)state;
	open_canvas(2, 30, TIER_ASCII);
	chart_bars(&canvas, bars, 2, 0, 0);
	assert_row(&canvas, 0, "  a| ##########            -10");
	assert_row(&canvas, 1, "  b|           ##########   10");
	surface_free(surface);
}

static void
a_box_plot_points_at_the_own_unit(void **state)
{
	const struct chart_box box = { 0, 8, 13, 15, 27, 13, 0 };

	(void)state;
	open_canvas(3, 28, TIER_ASCII);
	assert_int_equal(chart_box(&canvas, 0, &box, 0, 0), 3);
	assert_row(&canvas, 0, "|-------=====M==-----------|");
	assert_row(&canvas, 1, "             ^");
	assert_row(&canvas, 2, "own 13   from 0 to 27   qua~");
	surface_free(surface);
	open_canvas(3, 28, TIER_LINES);
	chart_box(&canvas, 0, &box, 0, 0);
	assert_row(&canvas, 0, "│───────█████▒██───────────│");
	surface_free(surface);
}

static void
a_spark_is_made_of_digits_or_eighths(void **state)
{
	const double values[] = { 0, 1, NAN, 9 };

	(void)state;
	open_canvas(1, 10, TIER_ASCII);
	assert_int_equal(chart_spark(&canvas, 0, 0, 10, ROLE_TEXT, values, 4), 4);
	assert_row(&canvas, 0, "01.9");
	surface_free(surface);
	open_canvas(1, 10, TIER_BRAILLE);
	chart_spark(&canvas, 0, 0, 10, ROLE_TEXT, values, 4);
	assert_row(&canvas, 0, "▁▂.█");
	surface_free(surface);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(scales_are_round_and_hold_the_range),
		cmocka_unit_test(a_line_has_marks_axis_legend_and_numbers),
		cmocka_unit_test(a_legend_says_the_year_of_its_figures_where_series_end_in_different_ones),
		cmocka_unit_test(members_have_letters_and_a_legend_below),
		cmocka_unit_test(a_missing_value_is_a_gap_and_a_break_has_its_mark),
		cmocka_unit_test(four_series_have_four_marks),
		cmocka_unit_test(a_chart_without_values_says_so),
		cmocka_unit_test(any_size_and_tier_can_be_drawn),
		cmocka_unit_test(huge_and_endless_values_end_in_a_picture),
		cmocka_unit_test(the_table_holds_every_number),
		cmocka_unit_test(bars_end_with_their_number),
		cmocka_unit_test(bars_are_as_long_as_those_shown_beside_them),
		cmocka_unit_test(many_years_have_numbers_for_some_or_no_row),
		cmocka_unit_test(years_without_values_take_their_room_and_no_other_years_name),
		cmocka_unit_test(a_whisker_that_leaves_the_scale_ends_in_an_arrow),
		cmocka_unit_test(negative_bars_grow_to_the_left_of_zero),
		cmocka_unit_test(a_box_plot_points_at_the_own_unit),
		cmocka_unit_test(a_spark_is_made_of_digits_or_eighths),
	};

	return cmocka_run_group_tests_name("chart", tests, start_language, NULL);
}
