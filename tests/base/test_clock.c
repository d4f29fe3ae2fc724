/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The clock: Poland's time on any machine, and a fixed time in tests. */
#include "config.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/testmode.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

static void
assert_local(const char *utc, const char *expected)
{
	char text[64];

	assert_string_equal(clock_local(text, sizeof(text), utc), expected);
}

static void
summer_time_begins_and_ends_at_one_utc(void **state)
{
	(void)state;
	assert_local("2026-03-29T00:59:59Z", "29.03.2026 01:59");
	assert_local("2026-03-29T01:00:00Z", "29.03.2026 03:00");
	assert_local("2026-10-25T00:59:59Z", "25.10.2026 02:59");
	assert_local("2026-10-25T01:00:00Z", "25.10.2026 02:00");
	assert_local("2026-01-31T12:00:00Z", "31.01.2026 13:00");
	assert_local("2026-07-01T12:00:00Z", "01.07.2026 14:00");
}

static void
the_last_sunday_is_found_in_every_kind_of_month(void **state)
{
	(void)state;
	assert_local("2024-03-31T01:00:00Z", "31.03.2024 03:00"); /* the 31st is a Sunday */
	assert_local("2024-03-31T00:59:00Z", "31.03.2024 01:59");
	assert_local("2024-10-27T00:59:00Z", "27.10.2024 02:59");
	assert_local("2024-10-27T01:00:00Z", "27.10.2024 02:00");
	assert_local("2025-03-30T01:00:00Z", "30.03.2025 03:00");
	assert_local("2027-10-31T00:59:00Z", "31.10.2027 02:59");
	assert_local("2027-10-31T01:00:00Z", "31.10.2027 02:00");
	assert_local("2029-03-25T00:59:00Z", "25.03.2029 01:59"); /* earliest possible */
	assert_local("2029-03-25T01:00:00Z", "25.03.2029 03:00");
}

static void
midnight_in_warsaw_is_an_hour_or_two_earlier_in_utc(void **state)
{
	(void)state;
	assert_local("2026-12-31T23:00:00Z", "01.01.2027 00:00");
	assert_local("2026-06-30T22:00:00Z", "01.07.2026 00:00");
	assert_local("2026-06-30T21:59:59Z", "30.06.2026 23:59");
}

static void
tz_of_the_machine_changes_nothing(void **state)
{
	(void)state;
	setenv("TZ", "Pacific/Auckland", 1);
	tzset();
	assert_local("2026-07-01T12:00:00Z", "01.07.2026 14:00");
	unsetenv("TZ");
	tzset();
}

static void
what_is_no_instant_stays_as_it_is(void **state)
{
	static const char *const odd[] = { "", "2026-07-01", "2026-07-01 12:00:00",
		"2026-02-30T12:00:00Z", "2026-07-01T24:00:00Z", "2026-07-01T12:60:00Z",
		"2026-07-01T12:00:00z" };

	(void)state;
	for (size_t i = 0; i < sizeof(odd) / sizeof(odd[0]); i++)
		assert_local(odd[i], odd[i]);
}

static void
english_shows_iso_dates(void **state)
{
	(void)state;
	i18n_start("en");
	assert_local("2026-07-01T12:00:00Z", "2026-07-01 14:00");
	i18n_start("pl");
}

static void
in_test_mode_time_stands_still(void **state)
{
	char text[32];
	struct date d;

	(void)state;
	setenv("GROMADA_TEST", "1", 1);
	setenv("GROMADA_NOW", "2026-11-22T23:30:00Z", 1);
	assert_string_equal(clock_now_utc(text, sizeof(text)), "2026-11-22T23:30:00Z");
	d = clock_today();
	assert_int_equal(d.day, 23); /* half past midnight in Warsaw */
	setenv("GROMADA_NOW", "yesterday", 1);
	assert_string_equal(clock_now_utc(text, sizeof(text)), "2026-01-31T12:00:00Z");
	unsetenv("GROMADA_NOW");
	assert_string_equal(clock_now_utc(text, sizeof(text)), "2026-01-31T12:00:00Z");
	setenv("GROMADA_TEST", "0", 1);
	assert_true(clock_now() > 1780000000);
	unsetenv("GROMADA_TEST");
}

static void
in_test_mode_a_file_lets_time_pass(void **state)
{
	char path[] = "/tmp/gromada-clock-XXXXXX";
	const char instants[2][24] = { "2026-11-22T09:00:00Z", "2026-11-22T09:20:00Z" };
	int fd = mkstemp(path);

	(void)state;
	assert_true(fd >= 0);
	setenv("GROMADA_TEST", "1", 1);
	setenv("GROMADA_NOW", path, 1);
	for (int i = 0; i < 2; i++) {
		char text[32];

		assert_int_equal(pwrite(fd, instants[i], strlen(instants[i]), 0),
			strlen(instants[i]));
		assert_string_equal(clock_now_utc(text, sizeof(text)), instants[i]);
	}
	unlink(path);
	assert_int_equal(clock_now() % 60, 0); /* without the file: the fixed instant */
	close(fd);
	unsetenv("GROMADA_NOW");
	unsetenv("GROMADA_TEST");
}

static void
real_time_ignores_the_wish_outside_test_mode(void **state)
{
	(void)state;
	setenv("GROMADA_NOW", "2001-01-01T00:00:00Z", 1);
	assert_true(clock_now() > 1700000000);
	unsetenv("GROMADA_NOW");
	assert_true(clock_monotonic_ms() <= clock_monotonic_ms());
}

/* Last: it cannot be taken back. */
static void
a_shared_account_has_no_test_mode(void **state)
{
	(void)state;
	setenv("GROMADA_TEST", "1", 1);
	assert_true(testmode_on());
	testmode_forbid();
	assert_false(testmode_on());
	unsetenv("GROMADA_TEST");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(summer_time_begins_and_ends_at_one_utc),
		cmocka_unit_test(the_last_sunday_is_found_in_every_kind_of_month),
		cmocka_unit_test(midnight_in_warsaw_is_an_hour_or_two_earlier_in_utc),
		cmocka_unit_test(tz_of_the_machine_changes_nothing),
		cmocka_unit_test(what_is_no_instant_stays_as_it_is),
		cmocka_unit_test(english_shows_iso_dates),
		cmocka_unit_test(in_test_mode_time_stands_still),
		cmocka_unit_test(in_test_mode_a_file_lets_time_pass),
		cmocka_unit_test(real_time_ignores_the_wish_outside_test_mode),
		cmocka_unit_test(a_shared_account_has_no_test_mode),
	};

	unsetenv("GROMADA_TEST");
	unsetenv("GROMADA_NOW");
	i18n_start("pl");
	return cmocka_run_group_tests_name("clock", tests, NULL, NULL);
}
