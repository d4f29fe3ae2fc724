/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "helper.h"
#include "tui/edit.h"
#include "tui/textarea.h"

static void
letters_go_in_at_the_caret(void **state)
{
	char text[32] = "Ldź";
	struct edit e;

	(void)state;
	edit_start(&e, text, sizeof(text));
	press(&edit_widget, &e, "Home Right ó");
	assert_string_equal(text, "Lódź");
	assert_int_equal(e.caret, 3);
	press(&edit_widget, &e, "Home Del Ł End !");
	assert_string_equal(text, "Łódź!");
}

static void
deleting_takes_whole_clusters(void **state)
{
	char text[32] = "z\xcc\x87x";
	struct edit e;

	(void)state;
	edit_start(&e, text, sizeof(text));
	press(&edit_widget, &e, "Left Backspace");
	assert_string_equal(text, "x");
}

static void
a_typed_mark_makes_a_polish_letter(void **state)
{
	char text[32] = "";
	struct edit e;
	struct event mark = event_key(0x301);

	(void)state;
	edit_start(&e, text, sizeof(text));
	press(&edit_widget, &e, "z");
	edit_event(&e, &mark);
	press(&edit_widget, &e, "a");
	assert_string_equal(text, "źa");
}

static void
the_first_character_takes_the_place_of_what_is_marked(void **state)
{
	char text[32] = "Złotów";
	struct edit e;

	(void)state;
	edit_start(&e, text, sizeof(text));
	e.fresh = true;
	press(&edit_widget, &e, "T u");
	assert_string_equal(text, "Tu");
	edit_start(&e, text, sizeof(text));
	e.fresh = true;
	press(&edit_widget, &e, "End r");
	assert_string_equal(text, "Tur");
	e.fresh = true;
	press(&edit_widget, &e, "Backspace k");
	assert_string_equal(text, "Tuk");
}

static void
a_whole_path_begins_anew(void **state)
{
	char text[32] = "/home/urzad/";
	struct event paste = { .type = EVENT_PASTE, .paste = "/srv/dane.zip" };
	struct edit e;

	(void)state;
	edit_start(&e, text, sizeof(text));
	e.path = true;
	press(&edit_widget, &e, "a /");
	assert_string_equal(text, "/home/urzad/a/");
	press(&edit_widget, &e, "/ t");
	assert_string_equal(text, "/t");
	press(&edit_widget, &e, "Home ~");
	assert_string_equal(text, "~");
	strcpy(text, "/home/urzad/");
	press(&edit_widget, &e, "End");
	edit_event(&e, &paste);
	assert_string_equal(text, "/srv/dane.zip");
	e.path = false;
	press(&edit_widget, &e, "Home /");
	assert_string_equal(text, "//srv/dane.zip");
}

static void
a_full_buffer_refuses_and_loses_nothing(void **state)
{
	char text[6] = "";
	struct edit e;

	(void)state;
	edit_start(&e, text, sizeof(text));
	press(&edit_widget, &e, "ż ó ł");
	assert_string_equal(text, "żó");
	assert_true(e.refused);
	press(&edit_widget, &e, "w");
	assert_string_equal(text, "żów");
	assert_false(e.refused);
}

static void
words_and_line_ends_are_deleted_by_control_keys(void **state)
{
	char text[64] = "gmina Nowy Targ";
	struct edit e;

	(void)state;
	edit_start(&e, text, sizeof(text));
	press(&edit_widget, &e, "Ctrl-W");
	assert_string_equal(text, "gmina Nowy ");
	press(&edit_widget, &e, "Home Ctrl-K");
	assert_string_equal(text, "");
}

static void
a_paste_into_a_line_loses_its_newlines(void **state)
{
	char text[64] = "";
	struct edit e;
	struct event paste = { .type = EVENT_PASTE, .paste = "ul. Długa 1\nŁódź" };

	(void)state;
	edit_start(&e, text, sizeof(text));
	assert_int_equal(edit_event(&e, &paste), WIDGET_CHANGED);
	assert_string_equal(text, "ul. Długa 1 Łódź");
}

static void
a_long_text_scrolls_under_the_caret(void **state)
{
	char text[64] = "abcdefghijklmnop";
	struct edit e;
	struct surface *s = surface_new(1, 10, TIER_LINES);
	struct canvas c = surface_canvas(s);

	(void)state;
	edit_start(&e, text, sizeof(text));
	edit_draw(&e, &c, 0, 0, 6, ROLE_FOCUS, true);
	assert_row(&c, 0, "lmnop");
	assert_cursor(&c, 0, 5);
	press(&edit_widget, &e, "Home");
	edit_draw(&e, &c, 0, 0, 6, ROLE_FOCUS, true);
	assert_row(&c, 0, "abcdef");
	assert_cursor(&c, 0, 0);
	surface_free(s);
}

/* A caller may have shortened the text since. */
static void
a_caret_beyond_the_text_stands_at_its_end(void **state)
{
	char text[64] = "abcdefghijklmnop";
	struct edit e;
	struct surface *s = surface_new(1, 10, TIER_LINES);
	struct canvas c = surface_canvas(s);

	(void)state;
	edit_start(&e, text, sizeof(text));
	edit_draw(&e, &c, 0, 0, 6, ROLE_FOCUS, true);
	strcpy(text, "ab");
	edit_draw(&e, &c, 0, 0, 6, ROLE_FOCUS, true);
	assert_row(&c, 0, "ab");
	assert_cursor(&c, 0, 2);
	strcpy(text, "");
	press(&edit_widget, &e, "x");
	assert_string_equal(text, "x");
	surface_free(s);
}

static void
unknown_keys_pass(void **state)
{
	char text[8] = "";
	struct edit e;

	(void)state;
	edit_start(&e, text, sizeof(text));
	assert_int_equal(press(&edit_widget, &e, "F5"), WIDGET_PASS);
	assert_int_equal(press(&edit_widget, &e, "Enter"), WIDGET_PASS);
	assert_int_equal(press(&edit_widget, &e, "Up"), WIDGET_PASS);
}

static void
a_text_area_wraps_at_words(void **state)
{
	char text[128] = "Szkoły podstawowe w gminie";
	struct textarea t;
	struct surface *s = surface_new(3, 12, TIER_LINES);
	struct canvas c = surface_canvas(s);

	(void)state;
	textarea_start(&t, text, sizeof(text));
	textarea_draw(&t, &c, ROLE_FOCUS, true);
	assert_row(&c, 0, "Szkoły");
	assert_row(&c, 1, "podstawowe");
	assert_row(&c, 2, "w gminie");
	assert_cursor(&c, 2, 8); /* who comes to a text goes on with it */
	press(&textarea_widget, &t, "Home Ctrl-End");
	assert_int_equal(t.caret, strlen(t.text));
	press(&textarea_widget, &t, "Ctrl-Home");
	assert_int_equal(t.caret, 0);
	press(&textarea_widget, &t, "Home Home");
	textarea_draw(&t, &c, ROLE_FOCUS, true);
	assert_cursor(&c, 0, 0);
	press(&textarea_widget, &t, "Down End");
	textarea_draw(&t, &c, ROLE_FOCUS, true);
	assert_cursor(&c, 1, 10);
	press(&textarea_widget, &t, "End");
	textarea_draw(&t, &c, ROLE_FOCUS, true);
	assert_cursor(&c, 2, 8);
	assert_int_equal(press(&textarea_widget, &t, "Down Down"), WIDGET_PASS);
	surface_free(s);
}

static void
enter_splits_a_line_and_a_paste_keeps_its_lines(void **state)
{
	char text[128] = "ab";
	struct textarea t;
	struct event paste = { .type = EVENT_PASTE, .paste = "x\ny" };

	(void)state;
	textarea_start(&t, text, sizeof(text));
	press(&textarea_widget, &t, "Left Enter");
	assert_string_equal(text, "a\nb");
	textarea_event(&t, &paste);
	assert_string_equal(text, "a\nx\nyb");
	press(&textarea_widget, &t, "Home Backspace");
	assert_string_equal(text, "a\nxyb");
	assert_int_equal(press(&textarea_widget, &t, "Up Up"), WIDGET_PASS);
}

static void
control_keys_delete_within_the_line_of_a_text_area(void **state)
{
	char text[64] = "raz\ndwa\ntrzy";
	struct textarea t;

	(void)state;
	textarea_start(&t, text, sizeof(text));
	press(&textarea_widget, &t, "Up Left Ctrl-U");
	assert_string_equal(text, "raz\na\ntrzy");
	press(&textarea_widget, &t, "Ctrl-K");
	assert_string_equal(text, "raz\n\ntrzy");
	press(&textarea_widget, &t, "Ctrl-K");
	assert_string_equal(text, "raz\ntrzy");
	press(&textarea_widget, &t, "Ctrl-E Ctrl-U x");
	assert_string_equal(text, "raz\nx");
}

static void
a_paste_that_does_not_fit_is_taken_as_far_as_it_does(void **state)
{
	char text[8] = "ab";
	struct textarea t;
	struct event paste = { .type = EVENT_PASTE, .paste = "łódź\nc" };

	(void)state;
	textarea_start(&t, text, sizeof(text));
	press(&textarea_widget, &t, "Left");
	textarea_event(&t, &paste);
	assert_string_equal(text, "ałódb");
	assert_true(t.refused);
}

/* Ten thousand lines of which every seventh is wrapped: the last is where it must be. */
static void
the_end_of_a_long_text_is_found(void **state)
{
	static char text[220000];
	struct surface *s = surface_new(4, 21, TIER_LINES);
	struct canvas c = surface_canvas(s);
	struct textarea t;
	size_t n = 0;

	(void)state;
	for (int i = 0; i < 10000; i++)
		n += (size_t)sprintf(text + n, i % 7 ? "wiersz %d\n" : "długi wiersz aż do %d\n", i);
	sprintf(text + n, "koniec");
	textarea_start(&t, text, sizeof(text));
	textarea_draw(&t, &c, ROLE_FOCUS, true);
	assert_row(&c, 2, "wiersz 9999");
	assert_row(&c, 3, "koniec");
	assert_cursor(&c, 3, 6);
	press(&textarea_widget, &t, "PgUp PgUp PgDn PgDn End");
	textarea_draw(&t, &c, ROLE_FOCUS, true);
	assert_cursor(&c, 3, 6);
	surface_free(s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(letters_go_in_at_the_caret),
		cmocka_unit_test(deleting_takes_whole_clusters),
		cmocka_unit_test(a_typed_mark_makes_a_polish_letter),
		cmocka_unit_test(the_first_character_takes_the_place_of_what_is_marked),
		cmocka_unit_test(a_whole_path_begins_anew),
		cmocka_unit_test(a_full_buffer_refuses_and_loses_nothing),
		cmocka_unit_test(words_and_line_ends_are_deleted_by_control_keys),
		cmocka_unit_test(a_paste_into_a_line_loses_its_newlines),
		cmocka_unit_test(a_long_text_scrolls_under_the_caret),
		cmocka_unit_test(a_caret_beyond_the_text_stands_at_its_end),
		cmocka_unit_test(unknown_keys_pass),
		cmocka_unit_test(a_text_area_wraps_at_words),
		cmocka_unit_test(enter_splits_a_line_and_a_paste_keeps_its_lines),
		cmocka_unit_test(control_keys_delete_within_the_line_of_a_text_area),
		cmocka_unit_test(a_paste_that_does_not_fit_is_taken_as_far_as_it_does),
		cmocka_unit_test(the_end_of_a_long_text_is_found),
	};

	return cmocka_run_group_tests_name("edit", tests, start_language, NULL);
}
