/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers as people write them: what is read, what is refused, how they are rounded. */
#include "config.h"

#include "base/error.h"
#include "base/i18n.h"
#include "base/number.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define NBSP "\xc2\xa0"

static void
comma_and_point_mean_the_same(void **state)
{
	static const struct {
		const char *text;
		long long mantissa;
		int decimals;
	} good[] = {
		{ "0", 0, 0 },
		{ "7", 7, 0 },
		{ "12,5", 125, 1 },
		{ "12.5", 125, 1 },
		{ "-3,07", -307, 2 },
		{ "−3,07", -307, 2 },
		{ "010", 10, 0 },
		{ "0,05", 5, 2 },
		{ "1 204,50", 120450, 2 },
		{ "1" NBSP "204" NBSP "000", 1204000, 0 },
		{ "12\xe2\x80\xaf"
		  "345",
			12345, 0 },
		{ "123456789012345", 123456789012345, 0 },
		{ "1234567890,12345", 123456789012345, 5 },
		{ "0,000000000000001", 1, 15 },
		{ "00000000000000000012", 12, 0 },
		{ "-0", 0, 0 },
	};
	struct decimal d;

	(void)state;
	for (size_t i = 0; i < sizeof(good) / sizeof(good[0]); i++) {
		assert_int_equal(decimal_parse(good[i].text, strlen(good[i].text), &d), 0);
		assert_true(d.mantissa == good[i].mantissa);
		assert_int_equal(d.decimals, good[i].decimals);
	}
}

static void
anything_else_is_refused(void **state)
{
	static const char *const bad[] = { "", " ", "-", "+5", ",5", ".5", "5,", "5.", "1.234,5",
		"1,234,5", "12a", "a12", "1e3", "0x10", "nan", "inf", "--1", "1 23", "1 2345",
		"1234 567", "1  234", " 5", "5 ", "1 234 ", "12,5 0", "1234567890123456",
		"1234567890,123456", "0,0000000000000001", "1\xc2", "\xe2\x88", "1\xe2\x80\xaf",
		"½", "٣", "5%", "1 ,5" };
	struct decimal d = { 42, 1 };

	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		if (decimal_parse(bad[i], strlen(bad[i]), &d) != -1)
			fail_msg("\"%s\" was taken for a number", bad[i]);
	assert_int_equal(d.mantissa, 42);
}

static void
what_may_be_meant_for_thousands_is_asked_about(void **state)
{
	static const char *const sure[] = { "1,200", "1 200", "1200", "1.2", "1.20", "1.2000",
		"0.200", "-0.125", "1.200,5", "bd", "", "1.200x" };
	struct error err = { 0 };

	(void)state;
	assert_int_equal(number_doubt("1.200", &err), -1);
	assert_string_equal(err.text, "“1.200” may mean 1200 or 1,2; write one of them.");
	error_clear(&err);
	assert_int_equal(number_doubt(" -12.345 ", &err), -1);
	assert_string_equal(
		err.text, "“-12.345” may mean -12345 or -12,345; write one of them.");
	for (size_t i = 0; i < sizeof(sure) / sizeof(sure[0]); i++)
		if (number_doubt(sure[i], &err))
			fail_msg("\"%s\" was doubted", sure[i]);
}

static void
only_the_given_bytes_are_read(void **state)
{
	struct decimal d;

	(void)state;
	assert_int_equal(decimal_parse("12,5;7", 4, &d), 0);
	assert_true(d.mantissa == 125);
	assert_int_equal(decimal_parse("12,5;7", 2, &d), 0);
	assert_true(d.mantissa == 12);
}

static void
a_decimal_is_the_nearest_double(void **state)
{
	struct decimal d;
	char text[32];

	(void)state;
	for (long n = 1; n < 99999999; n = n * 3 + 7) {
		for (int decimals = 1; decimals < 7; decimals++) {
			long power = (long)number_power10(decimals);

			snprintf(text, sizeof(text), "%ld.%0*ld", n / power, decimals, n % power);
			assert_int_equal(decimal_parse(text, strlen(text), &d), 0);
			assert_true(decimal_value(d) == strtod(text, NULL));
		}
	}
}

static void
what_a_person_types_may_have_blanks_around(void **state)
{
	double value;
	long whole = 5;

	(void)state;
	assert_int_equal(number_parse(" 12,5\t", &value), 0);
	assert_true(value == 12.5);
	assert_int_equal(number_parse("  ", &value), -1);
	assert_int_equal(number_parse_whole(" 012 ", 0, 100, &whole), 0);
	assert_int_equal(whole, 12);
	assert_int_equal(number_parse_whole("101", 0, 100, &whole), -1);
	assert_int_equal(number_parse_whole("-1", 0, 100, &whole), -1);
	assert_int_equal(number_parse_whole("12,0", 0, 100, &whole), -1);
	assert_int_equal(whole, 12);
}

static void
assert_shown(double value, int decimals, const char *expected)
{
	char text[64];

	assert_string_equal(number_format(text, sizeof(text), value, decimals), expected);
}

static void
polish_has_a_comma_and_hard_spaces(void **state)
{
	(void)state;
	i18n_start("pl");
	assert_shown(1204.5, 2, "1" NBSP "204,50");
	assert_shown(1000, 0, "1" NBSP "000");
	assert_shown(999, 0, "999");
	assert_shown(-12345678.25, 1, "-12" NBSP "345" NBSP "678,3");
	assert_shown(0.5, -1, "0,5");
	assert_shown(0, -1, "0");
	assert_shown(0, 2, "0,00");
	assert_shown(1.0 / 3, -1, "0,333333");
	assert_shown(100, -1, "100");
	i18n_start("en");
	assert_shown(1204.5, 2, "1,204.50");
	assert_shown(1e6, 0, "1,000,000");
	i18n_start("pl");
}

static void
an_amount_shows_grosze_where_it_has_any(void **state)
{
	char text[32];

	(void)state;
	assert_string_equal(number_money(text, sizeof(text), 120000), "120" NBSP "000");
	assert_string_equal(number_money(text, sizeof(text), 120000.5), "120" NBSP "000,50");
	assert_string_equal(number_money(text, sizeof(text), -0.01), "-0,01");
	assert_string_equal(number_money(text, sizeof(text), 0.29), "0,29");
}

static void
what_stands_in_a_field_reads_back_in_both_languages(void **state)
{
	static const double values[] = { 1204, 1204.5, -1000, 1e6, 999, 0.5, 48000, 1.0 / 3, 0 };
	char text[64];
	double back;

	(void)state;
	for (int language = 0; language < 2; language++) {
		i18n_start(language ? "pl" : "en");
		for (size_t i = 0; i < sizeof(values) / sizeof(values[0]); i++) {
			number_field(text, sizeof(text), values[i]);
			assert_int_equal(number_parse(text, &back), 0);
			assert_true(fabs(back - values[i]) <= 5e-7);
		}
		assert_string_equal(
			number_field(text, sizeof(text), 1204), language ? "1" NBSP "204" : "1204");
	}
	i18n_start("pl");
}

static void
halves_are_rounded_away_from_zero_as_on_paper(void **state)
{
	(void)state;
	i18n_start("pl");
	assert_shown(2.675, 2, "2,68");
	assert_shown(1.005, 2, "1,01");
	assert_shown(-2.675, 2, "-2,68");
	assert_shown(2.9 + (2.8 - 2.9) / 2, 1, "2,9"); /* 2.8499999999999996 */
	assert_shown((2.9 + 2.8) / 2, 1, "2,9");
	assert_shown(0.5, 0, "1");
	assert_shown(1.5, 0, "2");
	assert_shown(2.5, 0, "3");
	assert_shown(0.05, 1, "0,1");
	assert_shown(0.049, 1, "0,0");
	assert_shown(0.0049, 2, "0,00");
	assert_shown(9.995, 2, "10,00");
	assert_shown(99.5, 0, "100");
	assert_shown(999.96, 1, "1" NBSP "000,0");
	assert_shown(0.96, 1, "1,0");
	assert_shown(0.00000049, -1, "0");
	assert_shown(0.0000005, -1, "0,000001");
}

static void
zero_has_no_sign(void **state)
{
	char text[64];

	(void)state;
	assert_shown(-0.0, 0, "0");
	assert_shown(-0.04, 1, "0,0");
	assert_shown(-0.4, 0, "0");
	assert_string_equal(number_plain(text, sizeof(text), -0.0, -1), "0");
	assert_string_equal(number_plain(text, sizeof(text), -0.001, 2), "0.00");
}

static void
machines_read_back_the_same_double(void **state)
{
	static const double values[] = { 0.1, 1204.5, 1.0 / 3, 2.0 / 3, 123456789.123456789, 1e21,
		1e-7, 5e-324, 1.7976931348623157e308, 9007199254740993.0, 0.3, 100, 123e20 };
	char text[512];

	(void)state;
	for (size_t i = 0; i < sizeof(values) / sizeof(values[0]); i++) {
		number_plain(text, sizeof(text), values[i], -1);
		assert_true(strtod(text, NULL) == values[i]);
		assert_null(strchr(text, 'e'));
	}
	assert_string_equal(number_plain(text, sizeof(text), 1204.5, -1), "1204.5");
	assert_string_equal(number_plain(text, sizeof(text), 0.1, -1), "0.1");
	assert_string_equal(number_plain(text, sizeof(text), 1204.5, 3), "1204.500");
	assert_string_equal(number_comma(text, sizeof(text), 1204.5, -1), "1204,5");
}

static void
what_computing_leaves_behind_goes_and_what_was_read_stays(void **state)
{
	char text[64];

	(void)state;
	assert_string_equal(
		number_plain(text, sizeof(text), number_round(100.0 / 3 - 50, DECIMAL_DIGITS), -1),
		"-16.6666666666667");
	assert_true(number_round(0.1 + 0.2, 12) == 0.3);
	assert_true(number_round(999999999999.123, DECIMAL_DIGITS) == 999999999999.123);
	assert_true(number_round(0.123456789012345, DECIMAL_DIGITS) == 0.123456789012345);
	assert_true(isnan(number_round(NAN, 12)));
}

static void
a_number_that_does_not_fit_is_no_number(void **state)
{
	char text[6];

	(void)state;
	assert_string_equal(number_plain(text, sizeof(text), 12345, 0), "12345");
	assert_string_equal(number_plain(text, sizeof(text), 123456, 0), "#####");
	assert_string_equal(number_plain(text, sizeof(text), NAN, 2), "");
	assert_string_equal(number_plain(text, sizeof(text), INFINITY, 2), "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(comma_and_point_mean_the_same),
		cmocka_unit_test(anything_else_is_refused),
		cmocka_unit_test(what_may_be_meant_for_thousands_is_asked_about),
		cmocka_unit_test(only_the_given_bytes_are_read),
		cmocka_unit_test(a_decimal_is_the_nearest_double),
		cmocka_unit_test(what_a_person_types_may_have_blanks_around),
		cmocka_unit_test(polish_has_a_comma_and_hard_spaces),
		cmocka_unit_test(an_amount_shows_grosze_where_it_has_any),
		cmocka_unit_test(what_stands_in_a_field_reads_back_in_both_languages),
		cmocka_unit_test(halves_are_rounded_away_from_zero_as_on_paper),
		cmocka_unit_test(zero_has_no_sign),
		cmocka_unit_test(machines_read_back_the_same_double),
		cmocka_unit_test(what_computing_leaves_behind_goes_and_what_was_read_stays),
		cmocka_unit_test(a_number_that_does_not_fit_is_no_number),
	};

	i18n_start("pl");
	return cmocka_run_group_tests_name("number", tests, NULL, NULL);
}
