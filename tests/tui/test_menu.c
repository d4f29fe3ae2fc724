/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "helper.h"
#include "tui/menu.h"

static const struct menu_entry entries[] = {
	{ 1, "D", "Na dziś", 101, false, NULL },
	{ 2, "G", "Grupy i spotkania", 102, false, NULL },
	{ 3, "A", "Ankiety", 103, false, NULL },
	{ 4, "O", "Opracowanie", 104, true, "Import a file first." },
	{ 5, "Ś", "Środki", 105, false, NULL },
	{ 7, NULL, "Praktyki", 107, false, NULL },
};

static int
chosen(struct menu *m, const char *names)
{
	return press(&menu_widget, m, names) == WIDGET_CHOSEN ? menu_chosen(m)->action : 0;
}

static void
a_digit_chooses_by_its_number_not_by_its_place(void **state)
{
	struct menu m;

	(void)state;
	menu_start(&m, entries, 6);
	assert_int_equal(chosen(&m, "7"), 107);
	assert_int_equal(chosen(&m, "6"), 0);
	assert_int_equal(chosen(&m, "1"), 101);
}

static void
a_letter_chooses_in_both_cases_and_without_its_accent(void **state)
{
	struct menu m;

	(void)state;
	menu_start(&m, entries, 6);
	assert_int_equal(chosen(&m, "g"), 102);
	assert_int_equal(chosen(&m, "A"), 103);
	assert_int_equal(chosen(&m, "s"), 105);
	assert_int_equal(chosen(&m, "x"), 0);
}

static void
arrows_move_in_two_columns_and_enter_chooses(void **state)
{
	struct menu m;

	(void)state;
	menu_start(&m, entries, 6);
	assert_int_equal(chosen(&m, "Right Enter"), 102);
	assert_int_equal(chosen(&m, "Down Enter"), 104);
	assert_int_equal(chosen(&m, "Down Down Down Enter"), 107);
	assert_int_equal(chosen(&m, "Up Up Left Up Enter"), 101);
}

static void
the_menu_stands_in_two_columns_with_the_cursor_on_the_words(void **state)
{
	struct surface *s = surface_new(8, 60, TIER_LINES);
	struct canvas c = surface_canvas(s);
	struct menu m;

	(void)state;
	menu_start(&m, entries, 6);
	press(&menu_widget, &m, "Right Down");
	menu_draw(&m, &c);
	assert_row(&c, 0, "  1 [D] Na dziś                2 [G] Grupy i spotkania");
	assert_row(&c, 2, "  3 [A] Ankiety                4 [O] Opracowanie");
	assert_row(&c, 4, "  5 [Ś] Środki                 7 Praktyki");
	assert_row(&c, 6, "  Import a file first.");
	assert_role(&c, 2, 37, ROLE_SELECTED);
	assert_cursor(&c, 2, 37);
	surface_free(s);
}

static void
an_empty_menu_does_nothing(void **state)
{
	struct menu m;

	(void)state;
	menu_start(&m, entries, 0);
	assert_int_equal(chosen(&m, "Enter Down End"), 0);
	assert_null(menu_chosen(&m));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_digit_chooses_by_its_number_not_by_its_place),
		cmocka_unit_test(a_letter_chooses_in_both_cases_and_without_its_accent),
		cmocka_unit_test(arrows_move_in_two_columns_and_enter_chooses),
		cmocka_unit_test(the_menu_stands_in_two_columns_with_the_cursor_on_the_words),
		cmocka_unit_test(an_empty_menu_does_nothing),
	};

	return cmocka_run_group_tests_name("menu", tests, start_language, NULL);
}
