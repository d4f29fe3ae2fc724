/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "helper.h"

static void
text_outside_the_canvas_is_cut_off(void **state)
{
	struct surface *s = surface_new(2, 5, TIER_LINES);
	struct canvas c = surface_canvas(s);

	(void)state;
	canvas_text(&c, -1, 0, -1, ROLE_TEXT, "above");
	canvas_text(&c, 2, 0, -1, ROLE_TEXT, "below");
	canvas_text(&c, 0, 9, -1, ROLE_TEXT, "right");
	canvas_text(&c, 1, -2, -1, ROLE_TEXT, "left");
	assert_row(&c, 0, "");
	assert_row(&c, 1, "ft");
	surface_free(s);
}

static void
text_that_does_not_fit_ends_with_an_ellipsis(void **state)
{
	struct surface *s = surface_new(2, 10, TIER_LINES);
	struct canvas c = surface_canvas(s);

	(void)state;
	assert_int_equal(canvas_text(&c, 0, 0, 5, ROLE_TEXT, "Świdnik"), 5);
	assert_row(&c, 0, "Świd…");
	assert_int_equal(canvas_text(&c, 1, 0, 7, ROLE_TEXT, "Świdnik"), 7);
	assert_row(&c, 1, "Świdnik");
	surface_free(s);
}

static void
a_name_that_others_follow_is_cut_behind_a_word(void **state)
{
	struct surface *s = surface_new(3, 30, TIER_LINES);
	struct canvas c = surface_canvas(s);

	(void)state;
	assert_int_equal(canvas_words(&c, 0, 0, 18, ROLE_TEXT, "Strategia rozwoju gminy"), 18);
	assert_row(&c, 0, "Strategia rozwoju…");
	assert_int_equal(canvas_words(&c, 1, 0, 16, ROLE_TEXT, "Strategia rozwoju gminy"), 10);
	assert_row(&c, 1, "Strategia…");
	assert_int_equal(canvas_words(&c, 2, 0, 6, ROLE_TEXT, "Strategia"), 6);
	assert_row(&c, 2, "Strat…");
	surface_free(s);
}

static void
the_ascii_tier_cuts_with_a_tilde(void **state)
{
	struct surface *s = surface_new(1, 4, TIER_ASCII);
	struct canvas c = surface_canvas(s);

	(void)state;
	canvas_text(&c, 0, 0, -1, ROLE_TEXT, "Zamosc");
	assert_row(&c, 0, "Zam~");
	surface_free(s);
}

static void
text_moves_to_the_right_and_to_the_middle(void **state)
{
	struct surface *s = surface_new(2, 10, TIER_LINES);
	struct canvas c = surface_canvas(s);

	(void)state;
	canvas_right(&c, 0, 0, 10, ROLE_TEXT, "ąęó");
	assert_row(&c, 0, "       ąęó");
	canvas_center(&c, 1, 0, 10, ROLE_TEXT, "ąęół");
	assert_row(&c, 1, "   ąęół");
	surface_free(s);
}

static void
control_characters_never_reach_a_cell(void **state)
{
	struct surface *s = surface_new(1, 20, TIER_LINES);
	struct canvas c = surface_canvas(s);

	(void)state;
	canvas_text(&c, 0, 0, -1, ROLE_TEXT, "a\033[31mb\xe2\x80\xae" "c\nd");
	assert_row(&c, 0, "a\xef\xbf\xbd[31mb\xef\xbf\xbd" "c");
	surface_free(s);
}

static void
half_of_a_wide_character_becomes_a_blank(void **state)
{
	struct surface *s = surface_new(1, 6, TIER_LINES);
	struct canvas c = surface_canvas(s);

	(void)state;
	canvas_text(&c, 0, 0, -1, ROLE_TEXT, "\xe6\xbc\xa2\xe5\xad\x97");
	canvas_text(&c, 0, 1, 1, ROLE_TEXT, "x");
	assert_row(&c, 0, " x\xe5\xad\x97");
	canvas_text(&c, 0, 2, 1, ROLE_TEXT, "y");
	assert_row(&c, 0, " xy");
	surface_free(s);
}

static void
a_wide_character_is_not_drawn_in_half_at_the_edge(void **state)
{
	struct surface *s = surface_new(1, 3, TIER_LINES);
	struct canvas c = surface_canvas(s), part = canvas_part(&c, 0, 0, 1, 3);

	(void)state;
	canvas_text(&part, 0, 2, -1, ROLE_TEXT, "\xe6\xbc\xa2");
	assert_true(strlen(surface_cell(s, 0, 2, &(enum role){ 0 })) > 0);
	surface_free(s);
}

static void
a_part_is_clipped_by_its_parent(void **state)
{
	struct surface *s = surface_new(4, 8, TIER_LINES);
	struct canvas c = surface_canvas(s), part = canvas_part(&c, 2, 6, 5, 5), none;

	(void)state;
	assert_int_equal(part.rows, 2);
	assert_int_equal(part.columns, 2);
	none = canvas_part(&part, 7, 7, 1, 1);
	assert_int_equal(none.rows * none.columns, 0);
	canvas_text(&none, 0, 0, -1, ROLE_TEXT, "x");
	canvas_text(&part, 0, 0, -1, ROLE_TEXT, "abc");
	assert_row(&c, 2, "      a…");
	surface_free(s);
}

static void
a_box_has_a_frame_a_title_and_an_inside(void **state)
{
	struct surface *s = surface_new(3, 12, TIER_LINES);
	struct canvas c = surface_canvas(s), in = canvas_box(&c, ROLE_DIALOG, "Tak?");

	(void)state;
	assert_row(&c, 0, "┌── Tak? ──┐");
	assert_row(&c, 1, "│          │");
	assert_row(&c, 2, "└──────────┘");
	assert_int_equal(in.rows, 1);
	assert_int_equal(in.columns, 10);
	surface_free(s);
}

static void
roles_read_back_as_letters(void **state)
{
	struct surface *s = surface_new(2, 6, TIER_LINES);
	struct canvas c = surface_canvas(s);
	char *roles, *text;

	(void)state;
	canvas_text(&c, 0, 1, -1, ROLE_SELECTED, "ab");
	canvas_text(&c, 1, 0, -1, ROLE_ERROR, "x");
	roles = canvas_roles(&c);
	assert_string_equal(roles, ".ss\ne\n");
	text = canvas_export(&c);
	assert_string_equal(text, " ab\nx\n");
	free(roles);
	free(text);
	surface_free(s);
}

static void
resizing_erases_and_keeps_the_cursor_inside(void **state)
{
	struct surface *s = surface_new(5, 20, TIER_LINES);
	struct canvas c = surface_canvas(s);

	(void)state;
	canvas_text(&c, 4, 10, -1, ROLE_TEXT, "abc");
	canvas_cursor(&c, 4, 10);
	surface_resize(s, 2, 3);
	c = surface_canvas(s);
	assert_row(&c, 0, "");
	assert_cursor(&c, 0, 0);
	surface_resize(s, 50, 200);
	c = surface_canvas(s);
	canvas_text(&c, 49, 199, -1, ROLE_TEXT, "x");
	surface_free(s);
}

static void
every_theme_reverses_the_selected_item(void **state)
{
	(void)state;
	for (int t = 0; t < THEME_COUNT; t++)
		assert_true(theme_look((enum theme)t, ROLE_SELECTED).reverse);
}

static void
the_mono_theme_has_no_colours(void **state)
{
	(void)state;
	for (int r = 0; r < ROLE_COUNT; r++) {
		assert_int_equal(theme_look(THEME_MONO, (enum role)r).front, COLOUR_OWN);
		assert_int_equal(theme_look(THEME_MONO, (enum role)r).back, COLOUR_OWN);
	}
}

static void
no_color_gives_the_mono_theme(void **state)
{
	(void)state;
	unsetenv("NO_COLOR");
	assert_int_equal(theme_choose("light", true), THEME_LIGHT);
	assert_int_equal(theme_choose("auto", true), THEME_NORTON);
	assert_int_equal(theme_choose("light", false), THEME_MONO);
	setenv("NO_COLOR", "1", 1);
	assert_int_equal(theme_choose("light", true), THEME_MONO);
	setenv("NO_COLOR", "", 1);
	assert_int_equal(theme_choose("light", true), THEME_LIGHT);
	unsetenv("NO_COLOR");
}

static void
the_linux_console_gets_no_half_blocks(void **state)
{
	(void)state;
	assert_int_equal(glyph_choose("braille", "linux", true), TIER_CONSOLE);
	assert_int_equal(glyph_choose("auto", "linux", true), TIER_CONSOLE);
	assert_int_equal(glyph_choose("ascii", "linux", true), TIER_ASCII);
	assert_int_equal(glyph_choose("braille", "xterm", true), TIER_BRAILLE);
	assert_int_equal(glyph_choose("auto", "xterm", true), TIER_LINES);
	assert_int_equal(glyph_choose("half", "xterm", false), TIER_ASCII);
}

static void
every_role_has_its_own_letter(void **state)
{
	(void)state;
	for (int a = 0; a < ROLE_COUNT; a++)
		for (int b = 0; b < a; b++)
			assert_int_not_equal(
				theme_letter((enum role)a), theme_letter((enum role)b));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(text_outside_the_canvas_is_cut_off),
		cmocka_unit_test(text_that_does_not_fit_ends_with_an_ellipsis),
		cmocka_unit_test(a_name_that_others_follow_is_cut_behind_a_word),
		cmocka_unit_test(the_ascii_tier_cuts_with_a_tilde),
		cmocka_unit_test(text_moves_to_the_right_and_to_the_middle),
		cmocka_unit_test(control_characters_never_reach_a_cell),
		cmocka_unit_test(half_of_a_wide_character_becomes_a_blank),
		cmocka_unit_test(a_wide_character_is_not_drawn_in_half_at_the_edge),
		cmocka_unit_test(a_part_is_clipped_by_its_parent),
		cmocka_unit_test(a_box_has_a_frame_a_title_and_an_inside),
		cmocka_unit_test(roles_read_back_as_letters),
		cmocka_unit_test(resizing_erases_and_keeps_the_cursor_inside),
		cmocka_unit_test(every_theme_reverses_the_selected_item),
		cmocka_unit_test(the_mono_theme_has_no_colours),
		cmocka_unit_test(no_color_gives_the_mono_theme),
		cmocka_unit_test(the_linux_console_gets_no_half_blocks),
		cmocka_unit_test(every_role_has_its_own_letter),
	};

	return cmocka_run_group_tests_name("canvas", tests, start_language, NULL);
}
