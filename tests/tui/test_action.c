/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "helper.h"
#include "tui/action.h"
#include "tui/frame.h"

enum { OPEN = ACTION_FIRST, YEAR, TWICE, WIDE, WRONG };

static const struct action rows[] = {
	{ ACTION_HELP, "help", "F1", "?", "Help", "Help", "Says what the keys do." },
	{ ACTION_SAVE, "save", "F2 Ctrl-S", NULL, "Save", "Save", "Keeps what was typed." },
	{ ACTION_BACK, "back", "F10 Esc", "q", "Back", "Back", "Goes back." },
	{ OPEN, "open", "Enter F4", "o", "Open", "Open the row", "Opens the selected row." },
	{ YEAR, "year", "Ctrl-Y", "y", "Year", "Year", "Chooses the year." },
	{ TWICE, "twice", "F4", NULL, "Twice", "Twice", "Has the key of open." },
	{ WIDE, "wide", "F7", NULL, "Widest!", "Wide", "Has a label of seven columns." },
	{ WRONG, "wrong", "F7 Foo", NULL, "Wrong", "Wrong", "Has a key that is none." },
};
static const struct action_table table = { rows, sizeof(rows) / sizeof(rows[0]), false };
static const int global[] = { ACTION_HELP, ACTION_BACK, 0 };
static const int ids[] = { OPEN, YEAR, 0 };

static int
find(enum context context, const char *name)
{
	return action_find(&table, ids, context, key_parse(name, strlen(name)));
}

static void
letters_are_actions_in_lists_only(void **state)
{
	(void)state;
	assert_int_equal(find(CONTEXT_LIST, "o"), OPEN);
	assert_int_equal(find(CONTEXT_TYPING, "o"), ACTION_NONE);
	assert_int_equal(find(CONTEXT_DIGITS, "y"), ACTION_NONE);
	assert_int_equal(find(CONTEXT_TYPING, "Ctrl-Y"), YEAR);
}

static void
alt_digit_is_the_function_key(void **state)
{
	(void)state;
	assert_int_equal(find(CONTEXT_LIST, "Alt-4"), OPEN);
	assert_int_equal(find(CONTEXT_DIGITS, "Alt-4"), OPEN);
	assert_int_equal(find(CONTEXT_DIGITS, "4"), ACTION_NONE);
	assert_int_equal(
		action_find(&table, global, CONTEXT_TYPING, key_parse("Alt-0", 5)), ACTION_BACK);
}

static void
letters_can_be_switched_off(void **state)
{
	struct action_table off = { rows, sizeof(rows) / sizeof(rows[0]), true };

	(void)state;
	assert_int_equal(action_find(&off, ids, CONTEXT_LIST, 'o'), ACTION_NONE);
	assert_int_equal(action_find(&off, ids, CONTEXT_LIST, KEYS_F(4)), OPEN);
}

static void
actions_are_found_by_name(void **state)
{
	(void)state;
	assert_int_equal(action_by_name(&table, "year")->id, YEAR);
	assert_null(action_by_name(&table, "none"));
	assert_null(action_by_id(&table, 999));
}

static void
one_key_for_two_actions_is_found(void **state)
{
	static const int both[] = { OPEN, TWICE, 0 };
	char text[200];

	(void)state;
	assert_false(action_check(&table, both, global, text, sizeof(text)));
	assert_string_equal(text, "open and twice both have F4");
	assert_true(action_check(&table, ids, global, text, sizeof(text)));
	assert_string_equal(text, "");
}

static void
wide_labels_and_unknown_keys_are_found(void **state)
{
	static const int wide[] = { WIDE, 0 }, wrong[] = { WRONG, 0 };
	char text[200];

	(void)state;
	assert_false(action_check(&table, wide, NULL, text, sizeof(text)));
	assert_non_null(strstr(text, "too wide"));
	assert_false(action_check(&table, wrong, NULL, text, sizeof(text)));
	assert_non_null(strstr(text, "key 2"));
}

static void
help_lists_the_screen_first_and_says_each_action_once(void **state)
{
	static const int mine[] = { OPEN, ACTION_BACK, 0 };
	char *text = action_help(&table, mine, global, CONTEXT_LIST);
	const char *first =
		strstr(text, "Open the row   Enter, F4, o\n    Opens the selected row.");

	(void)state;
	assert_non_null(first);
	assert_true(first < strstr(text, "EVERYWHERE"));
	assert_non_null(strstr(text, "Goes back."));
	assert_null(strstr(strstr(text, "Goes back.") + 1, "Goes back."));
	free(text);
}

static void
the_function_bar_names_what_works_here(void **state)
{
	struct surface *s = surface_new(1, 80, TIER_LINES);
	struct canvas c = surface_canvas(s);

	(void)state;
	frame_bar(&c, 0, &table, ids, global);
	assert_row(&c, 0,
		"1Help   2       3       4Open   5       6       7       8       9       10Back");
	assert_role(&c, 0, 1, ROLE_BAR);
	assert_role(&c, 0, 25, ROLE_BAR);
	surface_free(s);
}

static void
the_breadcrumb_keeps_the_unit_and_drops_what_follows_it(void **state)
{
	const char *pieces[] = { "Kutno", "Wskaźniki", "Pomoc społeczna", "2024" };
	struct surface *s = surface_new(1, 40, TIER_LINES);
	struct canvas c = surface_canvas(s);

	(void)state;
	frame_head(&c, pieces, 4, "BDL 2025-03");
	assert_row(&c, 0, "Kutno > 2024                 BDL 2025-03");
	surface_free(s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(letters_are_actions_in_lists_only),
		cmocka_unit_test(alt_digit_is_the_function_key),
		cmocka_unit_test(letters_can_be_switched_off),
		cmocka_unit_test(actions_are_found_by_name),
		cmocka_unit_test(one_key_for_two_actions_is_found),
		cmocka_unit_test(wide_labels_and_unknown_keys_are_found),
		cmocka_unit_test(help_lists_the_screen_first_and_says_each_action_once),
		cmocka_unit_test(the_function_bar_names_what_works_here),
		cmocka_unit_test(the_breadcrumb_keeps_the_unit_and_drops_what_follows_it),
	};

	return cmocka_run_group_tests_name("action", tests, start_language, NULL);
}
