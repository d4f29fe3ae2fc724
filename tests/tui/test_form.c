/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "helper.h"
#include "tui/form.h"

struct meeting {
	char name[40], day[16], cost[16], place[40], place_code[16], notes[200];
	int kind, open;
};

static const char *const kinds[] = { "inaugural", "working", "closing", NULL };

static int
suggest(void *context, const char *typed, struct field_suggestion *found, int max)
{
	(void)context;
	if ((*typed != 'l' && *typed != '1' && strncmp(typed, "ł", 2) != 0) || max < 2)
		return 0;
	found[0] = (struct field_suggestion){ .text = "Łódź", .note = "city", .key = "1061" };
	found[1] = (struct field_suggestion){ .text = "Łowicz", .note = "town", .key = "1005" };
	return 2;
}

static int
no_sunday(const void *data, const struct field *field, struct error *err)
{
	const struct meeting *m = data;

	(void)field;
	return strcmp(m->name, "bad") == 0 ? error_set(err, ERROR_INPUT, "That name is taken.") : 0;
}

#define AT(member) \
	.offset = offsetof(struct meeting, member), .size = sizeof(((struct meeting *)0)->member)

static const struct field fields[] = {
	{ .kind = FIELD_NOTE, .label = "MEETING" },
	{ .kind = FIELD_TEXT,
		.label = "Name",
		AT(name),
		.required = true,
		.check = no_sunday,
		.help = "Name of the meeting." },
	{ .kind = FIELD_DATE, .label = "Day", AT(day) },
	{ .kind = FIELD_NUMBER, .label = "Cost", AT(cost), .min = 0, .max = 1000 },
	{ .kind = FIELD_CHOICE, .label = "Kind", AT(kind), .choices = kinds },
	{ .kind = FIELD_YES_NO, .label = "Open", AT(open) },
	{ .kind = FIELD_LOOKUP,
		.label = "Place",
		AT(place),
		.suggest = suggest,
		.none = "There is no such place.",
		.key_offset = offsetof(struct meeting, place_code),
		.key_size = 16 },
	{ .kind = FIELD_LINES, .label = "Notes", AT(notes), .rows = 3 },
};
static const struct field due_field = { .kind = FIELD_DATE, .label = "Due", AT(day), .due = true };
enum { COUNT = sizeof(fields) / sizeof(fields[0]) };

struct fixture {
	struct meeting m;
	struct form form;
	struct surface *surface;
	struct canvas canvas;
};

static int
make(void **state)
{
	struct fixture *f = calloc(1, sizeof(*f));

	setenv("GROMADA_TEST", "1", 1);
	setenv("GROMADA_NOW", "2026-11-22T09:00:00Z", 1);
	form_start(&f->form, fields, COUNT, &f->m, sizeof(f->m), NULL);
	f->surface = surface_new(14, 80, TIER_LINES);
	f->canvas = surface_canvas(f->surface);
	*state = f;
	return 0;
}

static int
drop(void **state)
{
	struct fixture *f = *state;

	form_release(&f->form);
	surface_free(f->surface);
	free(f);
	return 0;
}

static void
show(struct fixture *f)
{
	canvas_erase(&f->canvas, ROLE_TEXT);
	form_draw(&f->form, &f->canvas);
}

static void
the_cursor_starts_in_the_first_field(void **state)
{
	struct fixture *f = *state;

	show(f);
	assert_row(&f->canvas, 0, "MEETING");
	assert_row(&f->canvas, 1, "Name  *");
	assert_cursor(&f->canvas, 1, 8);
	assert_string_equal(form_help(&f->form), "Name of the meeting.");
}

static void
enter_tab_and_arrows_go_from_field_to_field(void **state)
{
	struct fixture *f = *state;

	press(&form_widget, &f->form, "Enter");
	assert_int_equal(f->form.focus, 2);
	press(&form_widget, &f->form, "Tab Down");
	assert_int_equal(f->form.focus, 4);
	press(&form_widget, &f->form, "Shift-Tab Up Up Up");
	assert_int_equal(f->form.focus, 1);
}

static void
typing_changes_the_callers_struct_and_makes_it_dirty(void **state)
{
	struct fixture *f = *state;

	assert_false(form_dirty(&f->form));
	press(&form_widget, &f->form, "Ł ó d ź");
	assert_string_equal(f->m.name, "Łódź");
	assert_true(form_dirty(&f->form));
	press(&form_widget, &f->form, "Backspace Backspace Backspace Backspace");
	assert_false(form_dirty(&f->form));
	press(&form_widget, &f->form, "x");
	form_clean(&f->form);
	assert_false(form_dirty(&f->form));
}

static void
leaving_a_changed_field_tells_the_screen(void **state)
{
	struct fixture *f = *state;

	assert_int_equal(press(&form_widget, &f->form, "Tab"), WIDGET_HANDLED);
	press(&form_widget, &f->form, "Up x");
	assert_int_equal(press(&form_widget, &f->form, "Tab"), WIDGET_CHANGED);
}

static void
a_date_is_written_out_when_the_field_is_left(void **state)
{
	struct fixture *f = *state;

	press(&form_widget, &f->form, "Tab + 7 Tab");
	assert_string_equal(f->m.day, "2026-11-29");
	assert_int_equal(f->form.error_field, -1);
}

static void
a_day_that_is_due_is_to_come_also_when_nobody_left_the_field(void **state)
{
	struct meeting m = { .day = "" };
	struct error err = { 0 };
	struct form form;

	(void)state;
	form_start(&form, &due_field, 1, &m, sizeof m, NULL);
	strcpy(m.day, "21.11");
	assert_int_equal(form_check(&form, &err), 0);
	assert_string_equal(m.day, "2027-11-21");
	form_release(&form);
}

static void
f4_in_a_date_field_opens_a_month_to_choose_from(void **state)
{
	struct fixture *f = *state;

	press(&form_widget, &f->form, "Tab");
	show(f);
	assert_row(&f->canvas, 2, "Day                      F4: calendar");
	press(&form_widget, &f->form, "F4 Down Right");
	show(f);
	assert_row(&f->canvas, 4, "Kind  │            November 2026            │");
	assert_string_equal(f->m.day, "");
	press(&form_widget, &f->form, "Esc");
	assert_string_equal(f->m.day, "");
	press(&form_widget, &f->form, "1 . 1 2 F4 PgDn Enter");
	assert_string_equal(f->m.day, "2027-01-01");
	assert_true(form_dirty(&f->form));
	assert_int_equal(f->form.focus, 2);
	assert_int_equal(press(&form_widget, &f->form, "Tab"), WIDGET_CHANGED);
	/* other fields know no F4 */
	assert_int_equal(press(&form_widget, &f->form, "F4"), WIDGET_PASS);
}

static void
an_error_stands_beside_its_field_and_holds_nobody(void **state)
{
	struct fixture *f = *state;

	press(&form_widget, &f->form, "Tab Tab 1 2 a Tab");
	assert_int_equal(f->form.focus, 4);
	show(f);
	assert_row(&f->canvas, 3,
		"Cost    12a              \"12a\" is not a number. Write it as 1204,5.");
	assert_role(&f->canvas, 3, 25, ROLE_ERROR);
	press(&form_widget, &f->form, "Up Backspace");
	assert_int_equal(f->form.error_field, -1);
}

static void
numbers_keep_to_their_limits(void **state)
{
	struct fixture *f = *state;
	struct error err = { 0 };

	strcpy(f->m.name, "x");
	strcpy(f->m.cost, "1001");
	assert_int_equal(form_check(&f->form, &err), -1);
	assert_int_equal(err.field, 4);
	assert_int_equal(f->form.focus, 3);
	strcpy(f->m.cost, "999,5");
	assert_int_equal(form_check(&f->form, &(struct error){ 0 }), 0);
}

static void
a_whole_number_says_what_is_allowed(void **state)
{
	static const char *const refused[] = { "1,5", "x", "7", "-1" };
	static const struct field whole[] = {
		{ .kind = FIELD_NUMBER, .label = "Decimals", AT(cost), .whole = true, .max = 6 }
	};
	struct fixture *f = *state;
	struct form form;
	struct error err;

	for (size_t i = 0; i < sizeof(refused) / sizeof(refused[0]); i++) {
		strcpy(f->m.cost, refused[i]);
		form_start(&form, whole, 1, &f->m, sizeof(f->m), NULL);
		err = (struct error){ 0 };
		assert_int_equal(form_check(&form, &err), -1);
		assert_string_equal(err.text, "Write a whole number from 0 to 6.");
		form_release(&form);
	}
	strcpy(f->m.cost, "6");
	form_start(&form, whole, 1, &f->m, sizeof(f->m), NULL);
	assert_int_equal(form_check(&form, &err), 0);
	form_release(&form);
}

static void
a_year_that_is_allowed_is_said_as_a_year(void **state)
{
	static const struct field year[] = { { .kind = FIELD_NUMBER,
		.label = "Year",
		AT(cost),
		.whole = true,
		.min = 1900,
		.max = 2199 } };
	static const struct field money[] = { { .kind = FIELD_NUMBER,
		.label = "Money",
		AT(cost),
		.whole = true,
		.min = 1900,
		.max = 21990 } };
	struct fixture *f = *state;
	struct form form;
	struct error err = { 0 };

	strcpy(f->m.cost, "20");
	form_start(&form, year, 1, &f->m, sizeof(f->m), NULL);
	assert_int_equal(form_check(&form, &err), -1);
	assert_string_equal(err.text, "Write a whole number from 1900 to 2199.");
	form_release(&form);
	err = (struct error){ 0 };
	form_start(&form, money, 1, &f->m, sizeof(f->m), NULL);
	assert_int_equal(form_check(&form, &err), -1);
	assert_string_equal(err.text, "Write a whole number from 1,900 to 21,990.");
	form_release(&form);
}

static void
days_and_numbers_are_given_anew_and_texts_are_mended(void **state)
{
	struct fixture *f = *state;

	strcpy(f->m.name, "Saved");
	strcpy(f->m.day, "22.11.2026");
	strcpy(f->m.cost, "12");
	strcpy(f->m.place, "Radom");
	form_clean(&f->form);
	form_focus(&f->form, 0);
	press(&form_widget, &f->form, "Tab Tab Up Up");
	assert_string_equal(form_help(&f->form), "Name of the meeting.");
	press(&form_widget, &f->form, "7 Tab");
	assert_string_equal(f->m.name, "Saved7");
	assert_string_equal(form_help(&f->form),
		"What you type takes the place of what is marked; End keeps it.");
	press(&form_widget, &f->form, "3 . 1 2 Tab 5 Tab Tab Tab");
	assert_string_equal(f->m.day, "2026-12-03");
	assert_string_equal(f->m.cost, "5");
	press(&form_widget, &f->form, "l");
	assert_string_equal(f->m.place, "l");
	assert_string_equal(form_help(&f->form), "");
	press(&form_widget, &f->form, "Shift-Tab Shift-Tab Shift-Tab End 0 Tab");
	assert_string_equal(f->m.cost, "50");
}

static void
blanks_around_a_text_are_trimmed(void **state)
{
	struct fixture *f = *state;

	strcpy(f->m.name, "  Two words ");
	strcpy(f->m.notes, "\n first\n\n  second \n");
	assert_int_equal(form_check(&f->form, &(struct error){ 0 }), 0);
	assert_string_equal(f->m.name, "Two words");
	assert_string_equal(f->m.notes, "first\n\n  second");
}

static void
a_required_field_must_be_filled_in(void **state)
{
	struct fixture *f = *state;
	struct error err = { 0 };

	press(&form_widget, &f->form, "Tab Tab");
	assert_int_equal(form_check(&f->form, &err), -1);
	assert_int_equal(err.field, 2);
	assert_int_equal(f->form.focus, 1);
	strcpy(f->m.name, "bad");
	err = (struct error){ 0 };
	assert_int_equal(form_check(&f->form, &err), -1);
	assert_string_equal(err.text, "That name is taken.");
}

static void
choices_take_digits_letters_and_arrows(void **state)
{
	struct fixture *f = *state;

	form_focus(&f->form, 4);
	press(&form_widget, &f->form, "3");
	assert_int_equal(f->m.kind, 2);
	press(&form_widget, &f->form, "w");
	assert_int_equal(f->m.kind, 1);
	press(&form_widget, &f->form, "Left Left");
	assert_int_equal(f->m.kind, 2);
	press(&form_widget, &f->form, "Tab y");
	assert_int_equal(f->m.open, 1);
	press(&form_widget, &f->form, "n");
	assert_int_equal(f->m.open, 0);
	press(&form_widget, &f->form, "Space");
	assert_int_equal(f->m.open, 1);
}

static void
several_letters_go_to_the_choice_that_begins_with_them(void **state)
{
	static const char *const states[] = { "deferred", "done", "dropped", "abandoned", NULL };
	static const struct field one[] = {
		{ .kind = FIELD_CHOICE, .label = "State", .choices = states },
		{ .kind = FIELD_YES_NO, .label = "Sure", .offset = sizeof(int) },
	};
	int values[2] = { 3, 0 };
	struct form form = { 0 };

	(void)state;
	form_start(&form, one, 2, values, sizeof values, NULL);
	press(&form_widget, &form, "d");
	assert_int_equal(values[0], 0);
	press(&form_widget, &form, "r"); /* not the next one with a d */
	assert_int_equal(values[0], 2);
	press(&form_widget, &form, "Space"); /* another key: what follows begins anew */
	assert_int_equal(values[0], 3);
	press(&form_widget, &form, "d d"); /* one after the other */
	assert_int_equal(values[0], 1);
	press(&form_widget, &form, "r"); /* goes on with the one d */
	assert_int_equal(values[0], 2);
	press(&form_widget, &form, "Tab Up o"); /* what was typed before is forgotten */
	assert_int_equal(values[0], 2);
	form_release(&form);
}

static void
letters_that_no_choice_begins_with_leave_the_choice(void **state)
{
	static const char *const states[] = { "deferred", "done", "open", NULL };
	static const struct field one[] = {
		{ .kind = FIELD_CHOICE, .label = "State", .choices = states },
	};
	struct form form = { 0 };
	int value = 1;

	(void)state;
	form_start(&form, one, 1, &value, sizeof value, NULL);
	press(&form_widget, &form, "m o"); /* no word begins with it: not "open" */
	assert_int_equal(value, 1);
	press(&form_widget, &form, "d");
	assert_int_equal(value, 1);
	form.typed_at -= FORM_CHOICE_PAUSE + 1;
	press(&form_widget, &form, "o");
	assert_int_equal(value, 2);
	form.typed_at -= FORM_CHOICE_PAUSE + 1;
	press(&form_widget, &form, "d o"); /* goes on: "done" */
	assert_int_equal(value, 1);
	press(&form_widget, &form, "p"); /* "dop" is no word */
	assert_int_equal(value, 1);
	press(&form_widget, &form, "Space o");
	assert_int_equal(value, 2);
	form_release(&form);
}

static void
a_text_proposed_for_something_new_is_given_anew_too(void **state)
{
	struct fixture *f = *state;

	strcpy(f->m.name, "Proposed");
	form_clean(&f->form);
	f->form.anew = true;
	form_focus(&f->form, 0);
	press(&form_widget, &f->form, "Tab Tab Up Up");
	press(&form_widget, &f->form, "7 Tab");
	assert_string_equal(f->m.name, "7");
	press(&form_widget, &f->form, "Up 8 Tab");
	assert_string_equal(f->m.name, "78");
}

static void
what_no_choice_begins_with_is_told_of(void **state)
{
	struct fixture *f = *state;

	form_focus(&f->form, 4);
	press(&form_widget, &f->form, "3 z");
	assert_int_equal(f->m.kind, 2);
	assert_int_equal(f->form.error_field, 4);
	assert_string_equal(f->form.error, "Nothing here begins so. Space or arrows choose.");
	f->form.typed_at -= FORM_CHOICE_PAUSE + 1;
	press(&form_widget, &f->form, "w");
	assert_int_equal(f->m.kind, 1);
	assert_int_equal(f->form.error_field, -1);
}

static void
what_is_pasted_on_choices_is_told_of(void **state)
{
	struct fixture *f = *state;
	struct event event = { .type = EVENT_PASTE, .paste = "z" };

	form_focus(&f->form, 4);
	assert_int_equal(form_event(&f->form, &event), WIDGET_HANDLED);
	assert_int_equal(f->form.error_field, 4);
}

static void
from_choices_end_and_home_lead_through_the_form(void **state)
{
	struct fixture *f = *state;

	form_focus(&f->form, 4);
	press(&form_widget, &f->form, "End");
	assert_int_equal(f->form.focus, COUNT - 1);
	form_focus(&f->form, 4);
	press(&form_widget, &f->form, "Home");
	assert_int_equal(f->form.focus, 1);
}

static void
pages_lead_to_the_last_field_and_back(void **state)
{
	struct fixture *f = *state;

	form_focus(&f->form, 1);
	press(&form_widget, &f->form, "PgDn");
	assert_int_equal(f->form.focus, COUNT - 1);
	form_focus(&f->form, 5);
	press(&form_widget, &f->form, "PgUp");
	assert_int_equal(f->form.focus, 1);
}

static void
a_lookup_offers_rows_and_keeps_the_code(void **state)
{
	struct fixture *f = *state;
	struct error err = { 0 };

	strcpy(f->m.name, "x");
	form_focus(&f->form, 6);
	press(&form_widget, &f->form, "l");
	assert_int_equal(f->form.suggestions, 2);
	show(f);
	assert_row(&f->canvas, 8, "      │ Łódź  city             │"); /* framed */
	assert_int_equal(form_check(&f->form, &err), -1);
	assert_string_equal(err.text, "Choose one of the rows that were found.");
	form_focus(&f->form, 6);
	press(&form_widget, &f->form, "o Backspace Down Enter");
	assert_string_equal(f->m.place, "Łowicz");
	assert_string_equal(f->m.place_code, "1005");
	assert_int_equal(f->form.focus, 7);
	press(&form_widget, &f->form, "Shift-Tab x");
	assert_string_equal(f->m.place_code, "");
}

static void
a_lookup_takes_the_one_row_that_answers_without_being_asked(void **state)
{
	struct fixture *f = *state;
	struct error err = { 0 };

	strcpy(f->m.name, "x");
	form_focus(&f->form, 6);
	press(&form_widget, &f->form, "1 0 6 1"); /* a whole code among two rows */
	assert_int_equal(f->form.suggestions, 2);
	assert_int_equal(form_check(&f->form, &err), 0);
	assert_string_equal(f->m.place, "Łódź");
	assert_string_equal(f->m.place_code, "1061");
	strcpy(f->m.place, "łowicz"); /* a whole name */
	f->m.place_code[0] = '\0';
	assert_int_equal(form_check(&f->form, &err), 0);
	assert_string_equal(f->m.place_code, "1005");
	strcpy(f->m.place, "lo"); /* what both begin with */
	f->m.place_code[0] = '\0';
	assert_int_equal(form_check(&f->form, &err), -1);
	assert_string_equal(err.text, "Choose one of the rows that were found.");
}

static void
the_row_of_which_all_was_typed_is_the_one_that_enter_takes(void **state)
{
	struct fixture *f = *state;

	form_focus(&f->form, 6);
	press(&form_widget, &f->form, "1 0 0 5");
	assert_int_equal(f->form.suggested, 1);
	press(&form_widget, &f->form, "Enter");
	assert_string_equal(f->m.place_code, "1005");
}

static void
enter_in_the_last_field_is_the_end(void **state)
{
	struct fixture *f = *state;

	form_start(&f->form, fields, 3, &f->m, sizeof(f->m), (form_release(&f->form), NULL));
	assert_int_equal(press(&form_widget, &f->form, "Enter"), WIDGET_HANDLED);
	assert_int_equal(press(&form_widget, &f->form, "Enter"), WIDGET_CHOSEN);
}

static void
lines_keep_enter_for_themselves(void **state)
{
	struct fixture *f = *state;

	form_focus(&f->form, 7);
	press(&form_widget, &f->form, "a Enter b");
	assert_string_equal(f->m.notes, "a\nb");
	press(&form_widget, &f->form, "Up Up");
	assert_int_equal(f->form.focus, 6);
}

static void
a_low_window_scrolls_to_the_field_in_focus(void **state)
{
	struct fixture *f = *state;
	struct canvas low = canvas_part(&f->canvas, 0, 0, 4, 80);

	form_focus(&f->form, 6);
	form_draw(&f->form, &low);
	assert_row(&low, 2, "Place");
	assert_cursor(&low, 2, 8);
}

static void
an_error_longer_than_the_line_takes_rows_below(void **state)
{
	struct fixture *f = *state;
	struct error err = { .field = 2 };

	snprintf(err.text, sizeof(err.text),
		"This sentence is so long that it cannot stand beside its field, and its last "
		"words tell what to write: 5.1.");
	form_error(&f->form, &err);
	show(f);
	assert_row(&f->canvas, 2,
		"        This sentence is so long that it cannot stand beside its field, and its");
	assert_row(&f->canvas, 3, "        last words tell what to write: 5.1.");
	assert_row(&f->canvas, 4, "Day");
	assert_row(&f->canvas, 5, "Cost");
}

static void
marks_say_that_fields_lie_above_and_below_the_window(void **state)
{
	struct fixture *f = *state;
	struct canvas low = canvas_part(&f->canvas, 0, 0, 4, 80);
	char more[128];

	snprintf(more, sizeof(more), "%74s▼ more", "");
	form_draw(&f->form, &low);
	assert_row(&low, 0, "MEETING");
	assert_row(&low, 3, more);
	surface_tier(f->surface, TIER_ASCII);
	form_draw(&f->form, &low);
	snprintf(more, sizeof(more), "%74sv more", "");
	assert_row(&low, 3, more);
	surface_tier(f->surface, TIER_LINES);
	canvas_erase(&low, ROLE_TEXT);
	form_focus(&f->form, 7);
	form_draw(&f->form, &low);
	snprintf(more, sizeof(more), "Place   %71s▲", "");
	assert_row(&low, 0, more);
	assert_row(&low, 3, "");
}

static void
a_window_that_holds_all_fields_has_no_marks(void **state)
{
	struct fixture *f = *state;
	struct canvas fitting = canvas_part(&f->canvas, 0, 0, 10, 80);

	form_focus(&f->form, 7);
	form_draw(&f->form, &fitting);
	assert_row(&fitting, 0, "MEETING");
	form_focus(&f->form, 1);
	form_draw(&f->form, &fitting);
	assert_row(&fitting, 0, "MEETING");
	assert_row(&fitting, 7, "Notes");
}

static void
a_lookup_says_that_nothing_answers_or_keeps_its_rows_open(void **state)
{
	struct fixture *f = *state;
	struct error err = { 0 };

	strcpy(f->m.name, "x");
	form_focus(&f->form, 6);
	press(&form_widget, &f->form, "n");
	assert_int_equal(form_check(&f->form, &err), -1);
	assert_string_equal(err.text, "There is no such place.");
	err = (struct error){ 0 };
	press(&form_widget, &f->form, "Backspace l");
	assert_int_equal(form_check(&f->form, &err), -1);
	assert_string_equal(err.text, "Choose one of the rows that were found.");
	assert_int_equal(f->form.suggestions, 2);
}

static void
esc_and_function_keys_pass(void **state)
{
	struct fixture *f = *state;

	assert_int_equal(press(&form_widget, &f->form, "Esc"), WIDGET_PASS);
	assert_int_equal(press(&form_widget, &f->form, "F2"), WIDGET_PASS);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, make, drop)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_cursor_starts_in_the_first_field),
		TEST(enter_tab_and_arrows_go_from_field_to_field),
		TEST(typing_changes_the_callers_struct_and_makes_it_dirty),
		TEST(leaving_a_changed_field_tells_the_screen),
		TEST(a_date_is_written_out_when_the_field_is_left),
		TEST(a_day_that_is_due_is_to_come_also_when_nobody_left_the_field),
		TEST(f4_in_a_date_field_opens_a_month_to_choose_from),
		TEST(an_error_stands_beside_its_field_and_holds_nobody),
		TEST(numbers_keep_to_their_limits),
		TEST(a_whole_number_says_what_is_allowed),
		TEST(a_year_that_is_allowed_is_said_as_a_year),
		TEST(days_and_numbers_are_given_anew_and_texts_are_mended),
		TEST(blanks_around_a_text_are_trimmed),
		TEST(a_required_field_must_be_filled_in),
		TEST(choices_take_digits_letters_and_arrows),
		TEST(several_letters_go_to_the_choice_that_begins_with_them),
		TEST(letters_that_no_choice_begins_with_leave_the_choice),
		TEST(a_text_proposed_for_something_new_is_given_anew_too),
		TEST(what_no_choice_begins_with_is_told_of),
		TEST(what_is_pasted_on_choices_is_told_of),
		TEST(pages_lead_to_the_last_field_and_back),
		TEST(from_choices_end_and_home_lead_through_the_form),
		TEST(a_lookup_offers_rows_and_keeps_the_code),
		TEST(a_lookup_takes_the_one_row_that_answers_without_being_asked),
		TEST(the_row_of_which_all_was_typed_is_the_one_that_enter_takes),
		TEST(enter_in_the_last_field_is_the_end),
		TEST(lines_keep_enter_for_themselves),
		TEST(a_low_window_scrolls_to_the_field_in_focus),
		TEST(an_error_longer_than_the_line_takes_rows_below),
		TEST(marks_say_that_fields_lie_above_and_below_the_window),
		TEST(a_window_that_holds_all_fields_has_no_marks),
		TEST(a_lookup_says_that_nothing_answers_or_keeps_its_rows_open),
		TEST(esc_and_function_keys_pass),
	};

	return cmocka_run_group_tests_name("form", tests, start_language, NULL);
}
