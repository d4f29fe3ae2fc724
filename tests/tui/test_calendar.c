/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "helper.h"
#include "tui/calendar.h"

static struct calendar calendar;
static struct surface *surface;
static struct canvas canvas;

static int
make(void **state)
{
	(void)state;
	calendar = (struct calendar){ 0 };
	calendar_start(&calendar, (struct date){ 2027, 3, 31 }, (struct date){ 2027, 3, 12 });
	surface = surface_new(CALENDAR_ROWS, 40, TIER_LINES);
	canvas = surface_canvas(surface);
	return 0;
}

static int
drop(void **state)
{
	(void)state;
	surface_free(surface);
	return 0;
}

static void
show(void)
{
	canvas_erase(&canvas, ROLE_TEXT);
	calendar_draw(&calendar, &canvas, ROLE_TEXT);
}

static void
assert_day(int year, int month, int day)
{
	assert_int_equal(calendar.day.year, year);
	assert_int_equal(calendar.day.month, month);
	assert_int_equal(calendar.day.day, day);
}

static void
weeks_begin_on_monday_and_today_stands_in_brackets(void **state)
{
	(void)state;
	show();
	assert_row(&canvas, 0, "            March 2027");
	assert_row(&canvas, 1, " Mo   Tu   We   Th   Fr   Sa   Su");
	assert_row(&canvas, 2, "  1    2    3    4    5    6    7");
	assert_row(&canvas, 3, "  8    9   10   11  [12]  13   14");
	assert_row(&canvas, 6, " 29   30   31");
	assert_role(&canvas, 6, 11, ROLE_SELECTED);
	assert_role(&canvas, 2, 31, ROLE_BAD);
}

static void
keys_go_by_days_weeks_and_months(void **state)
{
	(void)state;
	assert_int_equal(press(&calendar_widget, &calendar, "Right"), WIDGET_CHANGED);
	assert_day(2027, 4, 1);
	press(&calendar_widget, &calendar, "Up Left");
	assert_day(2027, 3, 24);
	press(&calendar_widget, &calendar, "End PgUp");
	assert_day(2027, 2, 28); /* February has no 31st */
	press(&calendar_widget, &calendar, "PgUp PgUp");
	assert_day(2026, 12, 28);
	press(&calendar_widget, &calendar, "PgDn Home");
	assert_day(2027, 1, 1);
	assert_int_equal(press(&calendar_widget, &calendar, "Enter"), WIDGET_CHOSEN);
	assert_int_equal(press(&calendar_widget, &calendar, "F2"), WIDGET_PASS);
}

static void
the_calendar_ends_with_the_years_of_dates(void **state)
{
	(void)state;
	calendar.day = (struct date){ 9999, 12, 31 };
	press(&calendar_widget, &calendar, "Right PgDn Down");
	assert_day(9999, 12, 31);
	calendar.day = (struct date){ 1, 1, 1 };
	press(&calendar_widget, &calendar, "Left PgUp Up");
	assert_day(1, 1, 1);
	show();
	assert_row(&canvas, 0, "             January 1");
}

static void
mark(const void *context, struct date day, struct calendar_mark *m)
{
	(void)context;
	if (day.day != 9)
		return;
	strcpy(m->sign, "*");
	m->role = ROLE_GOOD;
}

static void
days_carry_a_sign_and_a_colour(void **state)
{
	(void)state;
	calendar.mark = mark;
	show();
	assert_row(&canvas, 3, "  8    9 * 10   11  [12]  13   14");
	assert_role(&canvas, 3, 7, ROLE_GOOD);
}

static void
days_of_the_week_are_right_before_1970_too(void **state)
{
	(void)state;
	assert_int_equal(calendar_weekday_of((struct date){ 1970, 1, 1 }), 3);
	assert_int_equal(calendar_weekday_of((struct date){ 1918, 11, 11 }), 0);
	assert_int_equal(calendar_weekday_of((struct date){ 2026, 11, 22 }), 6);
	assert_int_equal(calendar_days(2028, 2), 29);
	assert_int_equal(calendar_days(2100, 2), 28);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, make, drop)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(weeks_begin_on_monday_and_today_stands_in_brackets),
		TEST(keys_go_by_days_weeks_and_months),
		TEST(the_calendar_ends_with_the_years_of_dates),
		TEST(days_carry_a_sign_and_a_colour),
		TEST(days_of_the_week_are_right_before_1970_too),
	};

	i18n_start("en");
	setenv("GROMADA_TEST", "1", 1); /* the clock stands still */
	return cmocka_run_group_tests(tests, NULL, NULL);
}
