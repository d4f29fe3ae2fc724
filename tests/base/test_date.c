/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates: the calendar, and what a clerk may type. */
#include "config.h"

#include "base/date.h"
#include "base/i18n.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static const struct date sunday = { 2026, 11, 22 };

static void
days_and_dates_agree_over_ten_thousand_years(void **state)
{
	long last = date_to_days((struct date){ 9999, 12, 31 });
	struct date before = { 0, 12, 31 };

	(void)state;
	assert_int_equal(date_to_days((struct date){ 1970, 1, 1 }), 0);
	assert_int_equal(date_to_days((struct date){ 2000, 3, 1 }), 11017);
	for (long day = date_to_days((struct date){ 1, 1, 1 }); day <= last; day++) {
		struct date d = date_from_days(day);

		/* Every day follows the one before, is real, and comes back. */
		if (d.day != before.day + 1 && !(d.day == 1 && d.month == before.month % 12 + 1))
			fail_msg("%d-%d-%d follows the wrong day", d.year, d.month, d.day);
		if (!date_valid(d) || date_to_days(d) != day)
			fail_msg("%d-%d-%d does not come back", d.year, d.month, d.day);
		before = d;
	}
}

static void
the_calendar_knows_its_leap_years(void **state)
{
	(void)state;
	assert_true(date_valid((struct date){ 2024, 2, 29 }));
	assert_false(date_valid((struct date){ 2026, 2, 29 }));
	assert_false(date_valid((struct date){ 1900, 2, 29 }));
	assert_true(date_valid((struct date){ 2000, 2, 29 }));
	assert_false(date_valid((struct date){ 2026, 4, 31 }));
	assert_false(date_valid((struct date){ 2026, 13, 1 }));
	assert_false(date_valid((struct date){ 2026, 0, 1 }));
	assert_false(date_valid((struct date){ 0, 1, 1 }));
	assert_false(date_valid((struct date){ 10000, 1, 1 }));
}

static void
assert_read(const char *text, const char *expected)
{
	struct date d;
	char iso[16];

	if (date_parse(text, sunday, &d) < 0)
		fail_msg("\"%s\" was refused", text);
	assert_string_equal(date_iso(iso, sizeof(iso), d), expected);
}

static void
people_type_dates_in_many_ways(void **state)
{
	(void)state;
	assert_read("2026-11-22", "2026-11-22");
	assert_read("22.11.2026", "2026-11-22");
	assert_read("1.2.2027", "2027-02-01");
	assert_read("22.11.26", "2026-11-22");
	assert_read("22.11.", "2026-11-22");
	assert_read(" 3.12 ", "2026-12-03");
	assert_read("+7", "2026-11-29");
	assert_read("-22", "2026-10-31");
	assert_read("+0", "2026-11-22");
}

static void
a_day_without_year_is_the_nearest_one(void **state)
{
	(void)state;
	assert_read("12.3", "2027-03-12");
	assert_read("12.6", "2026-06-12");
	assert_read("5.1", "2027-01-05");
}

static void
a_day_that_is_due_is_the_next_one_without_a_year(void **state)
{
	const struct date today = { 2026, 11, 22 }, winter = { 2027, 12, 20 };
	struct date d;
	char iso[16];

	(void)state;
	assert_int_equal(date_parse_due("21.11", today, &d), 0);
	assert_string_equal(date_iso(iso, sizeof(iso), d), "2027-11-21");
	assert_int_equal(date_parse_due("22.11", today, &d), 0);
	assert_string_equal(date_iso(iso, sizeof(iso), d), "2026-11-22");
	assert_int_equal(date_parse_due("12.6.", today, &d), 0);
	assert_string_equal(date_iso(iso, sizeof(iso), d), "2027-06-12");
	assert_int_equal(date_parse_due("21.11.2026", today, &d), 0);
	assert_string_equal(date_iso(iso, sizeof(iso), d), "2026-11-21");
	assert_int_equal(date_parse_due("29.2", winter, &d), 0);
	assert_int_equal(d.year, 2028);
	assert_int_equal(date_parse_due("29.2", today, &d), -1);
}

static void
the_29th_of_february_is_looked_for_in_the_nearest_years(void **state)
{
	const struct date winter = { 2027, 12, 20 }, autumn = { 2029, 10, 1 };
	struct date d;

	(void)state;
	assert_int_equal(date_parse("29.2", winter, &d), 0);
	assert_int_equal(d.year, 2028);
	assert_int_equal(date_parse("29.2", autumn, &d), -1);
}

static void
words_are_understood_with_and_without_accents(void **state)
{
	(void)state;
	assert_read("dziś", "2026-11-22");
	assert_read("dzis", "2026-11-22");
	assert_read("JUTRO", "2026-11-23");
	assert_read("pojutrze", "2026-11-24");
	assert_read("wczoraj", "2026-11-21");
	assert_read("tomorrow", "2026-11-23");
	assert_read("pn", "2026-11-23");
	assert_read("środa", "2026-11-25");
	assert_read("sr", "2026-11-25");
	assert_read("pt", "2026-11-27");
	assert_read("nd", "2026-11-29"); /* today is Sunday, the next one is meant */
}

static void
nonsense_is_refused_and_changes_nothing(void **state)
{
	static const char *const bad[] = { "", " ", "29.2.2026", "31.4", "0.1.2026", "1.13.2026",
		"22.11.026", "22/11/2026", "2026-11-2", "2026-11-22x", "2026-11", "22", "22.", "+",
		"-", "+x", "+99999999", "jutrzejszy", "22.11.20266", "9999-12-32", "żółć",
		"1.1.0000", "22..11", "-99999999" };
	struct date d = { 1, 2, 3 };

	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		if (date_parse(bad[i], sunday, &d) != -1)
			fail_msg("\"%s\" was taken for %d-%d-%d", bad[i], d.year, d.month, d.day);
	assert_int_equal(d.year, 1);
	assert_int_equal(date_parse("29.2", sunday, &d), -1);
}

static void
of_two_days_what_they_have_in_common_stands_once(void **state)
{
	static const struct {
		struct date first, last;
		const char *polish, *english;
	} days[] = {
		{ { 2026, 12, 1 }, { 2026, 12, 1 }, "01.12.2026", "2026-12-01" },
		{ { 2026, 12, 1 }, { 2026, 12, 2 }, "01–02.12.2026", "2026-12-01–02" },
		{ { 2026, 11, 30 }, { 2026, 12, 1 }, "30.11–01.12.2026", "2026-11-30–12-01" },
		{ { 2026, 12, 31 }, { 2027, 1, 1 }, "31.12.2026–01.01.2027",
			"2026-12-31–2027-01-01" },
	};
	char text[40];

	(void)state;
	for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
		i18n_start("pl");
		assert_string_equal(
			date_format_days(text, sizeof text, days[i].first, days[i].last),
			days[i].polish);
		i18n_start("en");
		assert_string_equal(
			date_format_days(text, sizeof text, days[i].first, days[i].last),
			days[i].english);
	}
}

static void
a_date_is_shown_in_the_persons_language(void **state)
{
	char text[16];

	(void)state;
	i18n_start("pl");
	assert_string_equal(date_format(text, sizeof(text), sunday), "22.11.2026");
	i18n_start("en");
	assert_string_equal(date_format(text, sizeof(text), sunday), "2026-11-22");
	i18n_start("pl");
}

static void
an_instant_is_shown_as_the_day_it_was_in_Warsaw(void **state)
{
	char text[32];

	(void)state;
	assert_string_equal(date_show(text, sizeof(text), "2026-11-23T23:22:00Z"), "24.11.2026");
	assert_string_equal(date_show(text, sizeof(text), "2026-11-23T12:00:00Z"), "23.11.2026");
	assert_string_equal(
		date_show(text, sizeof(text), "2026-11-23T23:22"), "23.11.2026"); /* of a meeting */
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(days_and_dates_agree_over_ten_thousand_years),
		cmocka_unit_test(the_calendar_knows_its_leap_years),
		cmocka_unit_test(people_type_dates_in_many_ways),
		cmocka_unit_test(a_day_without_year_is_the_nearest_one),
		cmocka_unit_test(a_day_that_is_due_is_the_next_one_without_a_year),
		cmocka_unit_test(the_29th_of_february_is_looked_for_in_the_nearest_years),
		cmocka_unit_test(words_are_understood_with_and_without_accents),
		cmocka_unit_test(nonsense_is_refused_and_changes_nothing),
		cmocka_unit_test(of_two_days_what_they_have_in_common_stands_once),
		cmocka_unit_test(a_date_is_shown_in_the_persons_language),
		cmocka_unit_test(an_instant_is_shown_as_the_day_it_was_in_Warsaw),
	};

	i18n_start("pl");
	return cmocka_run_group_tests_name("date", tests, NULL, NULL);
}
