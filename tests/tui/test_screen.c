/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "helper.h"
#include "tui/dialog.h"
#include "tui/list.h"
#include "tui/pager.h"
#include "tui/pulldown.h"
#include "tui/screen.h"

enum { OPEN = ACTION_FIRST, ASK, SURE, ASK_TEXT, PROPOSE, CHOOSE, BUTTONS, GOT, ELSEWHERE };

static const struct action rows[] = {
	{ ACTION_HELP, "help", "F1", "?", "Help", "Help", "Says what the keys do." },
	{ ACTION_MENU, "menu", "F9", NULL, "Menu", "Menu", "Opens the menus." },
	{ ACTION_BACK, "back", "F10 Esc", "q", "Back", "Back", "Goes back." },
	{ OPEN, "open", "Enter F4", "o", "Open", "Open", "Opens another screen." },
	{ ASK, "ask", "F8", "d", "Delete", "Delete", "Asks and deletes." },
	{ PROPOSE, "propose", "Ctrl-P", "p", "Propose", "Propose", "Asks with a proposal." },
	{ ASK_TEXT, "text", "Ctrl-T", "t", "Text", "Text", "Asks for a text." },
	{ CHOOSE, "choose", "F6", NULL, "Sort", "Sort", "Asks for one of three." },
	{ BUTTONS, "buttons", "F2", NULL, "Save", "Save", "Asks with own buttons." },
	{ ELSEWHERE, "elsewhere", "Ctrl-E", NULL, NULL, "Elsewhere", "Is the program's." },
};
static const int global[] = { ACTION_HELP, ACTION_MENU, ACTION_BACK, ELSEWHERE, 0 };
static const int ids[] = { OPEN, ASK, ASK_TEXT, PROPOSE, CHOOSE, BUTTONS, 0 };
static const struct pulldown_entry far[] = { { "Far away", "F", ELSEWHERE } };
static const struct pulldown_menu menus[] = { { "Groups", far, 1 } };

struct notes { /* what happened, for all screens of a test */
	char text[400];
	bool stay;
	enum context context;
	int loads;
	bool refuse;
};

static void
note(struct notes *n, const char *word)
{
	strcat(n->text, word);
	strcat(n->text, " ");
}

struct self {
	struct notes *notes;
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	struct self *me = self;

	(void)argument;
	me->notes = screens_app(s);
	return me->notes->refuse ? error_set(err, ERROR_MISSING, "There is no such unit.") : 0;
}

static int
load(struct screens *s, void *self, struct error *err)
{
	(void)s;
	(void)err;
	((struct self *)self)->notes->loads++;
	return 0;
}

static void
draw(void *self, struct canvas *c)
{
	(void)self;
	canvas_text(c, 0, 0, -1, ROLE_TEXT, "area begins");
	canvas_text(c, c->rows - 1, 0, -1, ROLE_TEXT, "area ends");
}

static void
status(void *self, char *dst, size_t size)
{
	(void)self;
	snprintf(dst, size, "%s", "status");
}

static const struct screen second; /* opened by the first */

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	static const char *const three[] = { "one", "two", "three" };
	static const char *const buttons[] = { "[Z]apisz", "[P]orzuć", "[W]róć" };
	struct notes *n = ((struct self *)self)->notes;

	switch (action) {
	case OPEN:
		screens_push(s, &second, NULL);
		return SCREEN_HANDLED;
	case ASK:
		dialog_ask(s, "Delete", "Delete \"Łódź\" and 3 values?", SURE, ACTION_NONE);
		return SCREEN_HANDLED;
	case ASK_TEXT:
		dialog_input(s, "Name", "New name:", "Kutno", GOT);
		return SCREEN_HANDLED;
	case PROPOSE:
		dialog_propose(s, "Name", "New name:", "Kutno", GOT);
		return SCREEN_HANDLED;
	case CHOOSE:
		dialog_choose(s, "Order", three, 3, 1, GOT);
		return SCREEN_HANDLED;
	case BUTTONS:
		dialog_buttons(s, "Save?", "The form has changed.", buttons, 3, 0, GOT);
		return SCREEN_HANDLED;
	case SURE:
		note(n, "deleted");
		screens_say(s, "3 values deleted.");
		return SCREEN_HANDLED;
	case GOT:
		if (event->answer && strcmp(event->answer, "Kutno1") == 0)
			screens_refuse(s, "%s", "A name has no digits.");
		snprintf(n->text, sizeof(n->text), "%d:%s", event->number, event->answer);
		return SCREEN_HANDLED;
	default:
		if (event->type == EVENT_KEY && key_is_text(event->key))
			note(n, event->text);
		return SCREEN_PASS;
	}
}

static enum context
context(const void *self)
{
	return ((const struct self *)self)->notes->context;
}

static bool
leave(struct screens *s, void *self)
{
	struct notes *n = ((struct self *)self)->notes;

	(void)s;
	note(n, "leave");
	return !n->stay;
}

static void
keep(struct screens *s, void *self)
{
	(void)s;
	note(((struct self *)self)->notes, "kept");
}

static void
settle(struct screens *s, void *self)
{
	(void)s;
	note(((struct self *)self)->notes, "settled");
}

static int
load_late(struct screens *s, void *self, struct error *err)
{
	(void)s;
	(void)err;
	note(((struct self *)self)->notes, "late");
	return 0;
}

static void
release(void *self)
{
	note(((struct self *)self)->notes, "released");
}

static const struct screen first = { .name = "first",
	.title = "First",
	.size = sizeof(struct self),
	.actions = ids,
	.start = start,
	.load = load,
	.draw = draw,
	.status = status,
	.act = act,
	.context = context };
static const struct screen second = { .name = "second",
	.title = "Second",
	.size = sizeof(struct self),
	.start = start,
	.load = load,
	.load_late = load_late,
	.draw = draw,
	.leave = leave,
	.keep = keep,
	.settle = settle,
	.release = release };

static int
program_act(struct screens *s, int action, const struct event *event)
{
	(void)event;
	if (action != ELSEWHERE)
		return SCREEN_PASS;
	note(screens_app(s), "elsewhere");
	return SCREEN_HANDLED;
}

static const struct screens_program program = {
	.actions = { rows, sizeof(rows) / sizeof(rows[0]), false },
	.global = global,
	.act = program_act,
	.menus = menus,
	.menu_count = 1,
};

struct fixture {
	struct notes notes;
	struct screens *screens;
	struct surface *surface;
	struct canvas all;
};

static int
make(void **state)
{
	struct fixture *f = calloc(1, sizeof(*f));

	f->screens = screens_new(&program, &f->notes);
	screens_push(f->screens, &first, NULL);
	f->surface = surface_new(24, 80, TIER_LINES);
	f->all = surface_canvas(f->surface);
	screens_draw(f->screens, f->surface);
	*state = f;
	return 0;
}

static int
drop(void **state)
{
	struct fixture *f = *state;

	screens_free(f->screens);
	surface_free(f->surface);
	free(f);
	return 0;
}

static void
keys(struct fixture *f, const char *names)
{
	while (*names) {
		size_t length = strcspn(names, " ");
		struct event e = event_key(key_parse(names, length));

		assert_int_not_equal(e.key, KEYS_NONE);
		screens_event(f->screens, &e);
		names += length + (names[length] == ' ');
	}
	if (!screens_done(f->screens))
		screens_draw(f->screens, f->surface);
}

static void
the_frame_has_its_fixed_lines(void **state)
{
	struct fixture *f = *state;
	char *text;

	assert_row(&f->all, 0, "First");
	assert_row(&f->all, 1, "area begins");
	assert_row(&f->all, 21, "area ends");
	assert_row(&f->all, 22, "status");
	text = screens_text(f->screens);
	assert_non_null(strstr(text, "area begins\n"));
	free(text);
	assert_row(&f->all, 23,
		"1Help   2Save   3       4Open   5       6Sort   7       8Delete 9Menu   10Back");
}

static void
screens_stack_and_go_back(void **state)
{
	struct fixture *f = *state;

	keys(f, "o");
	assert_int_equal(screens_depth(f->screens), 2);
	assert_row(&f->all, 0, "First > Second");
	keys(f, "q");
	assert_row(&f->all, 0, "First");
	assert_string_equal(f->notes.text, "leave released ");
	assert_false(screens_done(f->screens));
	keys(f, "F10");
	assert_true(screens_done(f->screens));
}

static void
a_screen_may_refuse_to_be_left(void **state)
{
	struct fixture *f = *state;

	f->notes.stay = true;
	keys(f, "Enter Esc");
	assert_int_equal(screens_depth(f->screens), 2);
}

static void
a_screen_is_loaded_once_and_again_when_stale(void **state)
{
	struct fixture *f = *state;

	keys(f, "x y z");
	assert_int_equal(f->notes.loads, 1);
	screens_stale(f->screens);
	keys(f, "x");
	assert_int_equal(f->notes.loads, 2);
}

static void
a_screen_that_cannot_start_says_why(void **state)
{
	struct fixture *f = *state;

	f->notes.refuse = true;
	keys(f, "F4");
	assert_int_equal(screens_depth(f->screens), 1);
	assert_row(&f->all, 22, "There is no such unit.");
	assert_role(&f->all, 22, 0, ROLE_ERROR);
	keys(f, "Down");
	assert_row(&f->all, 22, "status");
}

static void
a_key_that_nobody_takes_says_so(void **state)
{
	struct fixture *f = *state;

	keys(f, "x");
	assert_row(&f->all, 22, "This key does nothing here. F1 says what the keys do.");
	keys(f, "F7");
	assert_row(&f->all, 22, "F7 does nothing here. F1 says what the keys do.");
	keys(f, "Left");
	assert_row(&f->all, 22, "status");
}

static void
delete_asks_and_no_is_the_default(void **state)
{
	struct fixture *f = *state;

	keys(f, "d Enter");
	assert_string_equal(f->notes.text, "");
	keys(f, "d n d Esc d F10");
	assert_string_equal(f->notes.text, "");
	assert_int_equal(screens_depth(f->screens), 1);
	keys(f, "d y");
	assert_string_equal(f->notes.text, "deleted ");
	assert_row(&f->all, 22, "3 values deleted.");
	keys(f, "Alt-8 Left Enter");
	assert_string_equal(f->notes.text, "deleted deleted ");
}

static void
a_dialog_shows_its_question_and_the_cursor_is_on_the_answer(void **state)
{
	struct fixture *f = *state;
	char row[400];
	int line, column;

	keys(f, "d");
	assert_non_null(
		strstr(canvas_row(&f->all, 10, row, sizeof(row)), "Delete \"Łódź\" and 3 values?"));
	surface_cursor(f->surface, &line, &column);
	assert_role(&f->all, line, column, ROLE_SELECTED);
	assert_row(&f->all, 0, "First");
}

static void
what_is_typed_in_a_dialog_does_not_reach_the_screen(void **state)
{
	struct fixture *f = *state;

	keys(f, "d x o F4 F9 Ctrl-E n");
	assert_string_equal(f->notes.text, "");
	assert_int_equal(screens_depth(f->screens), 1);
}

static void
a_text_is_asked_for_and_handed_over(void **state)
{
	struct fixture *f = *state;

	keys(f, "t Ctrl-U Ł ó d ź Enter");
	assert_string_equal(f->notes.text, "0:Łódź");
	keys(f, "t x Esc");
	assert_string_equal(f->notes.text, "0:Łódź");
}

static void
the_first_character_takes_the_place_of_a_proposal_but_not_of_a_text(void **state)
{
	struct fixture *f = *state;

	keys(f, "p A b Enter");
	assert_string_equal(f->notes.text, "0:Ab");
	keys(f, "p End A Enter");
	assert_string_equal(f->notes.text, "0:KutnoA");
	keys(f, "t A Enter");
	assert_string_equal(f->notes.text, "0:KutnoA");
}

static void
what_is_refused_stays_in_its_box_with_the_reason(void **state)
{
	struct fixture *f = *state;
	char *text;

	keys(f, "t 1 Enter");
	assert_int_equal(screens_depth(f->screens), 2);
	text = screens_text(f->screens);
	assert_non_null(strstr(text, "Kutno1"));
	assert_non_null(strstr(text, "A name has no digits."));
	free(text);
	keys(f, "o Backspace Backspace Enter");
	assert_int_equal(screens_depth(f->screens), 1);
	assert_string_equal(f->notes.text, "0:Kutno");
}

static void
one_of_several_is_chosen(void **state)
{
	struct fixture *f = *state;

	keys(f, "F6 Down Enter");
	assert_string_equal(f->notes.text, "2:");
	keys(f, "F6 o Enter");
	assert_string_equal(f->notes.text, "0:");
	keys(f, "F2 p");
	assert_string_equal(f->notes.text, "1:");
}

static void
digits_are_answers_and_esc_waits_for_a_function_key(void **state)
{
	struct fixture *f = *state;

	f->notes.context = CONTEXT_DIGITS;
	keys(f, "4 o");
	assert_string_equal(f->notes.text, "4 o ");
	keys(f, "Esc");
	assert_int_equal(screens_depth(f->screens), 1);
	assert_row(&f->all, 22,
		"Esc: now a digit for its function key, 0 for F10; Esc again goes back.");
	keys(f, "8");
	assert_string_equal(f->notes.text, "4 o ");
	assert_int_equal(screens_depth(f->screens), 2);
	keys(f, "n Esc x");
	assert_string_equal(f->notes.text, "4 o ");
	keys(f, "5");
	assert_string_equal(f->notes.text, "4 o 5 ");
	keys(f, "Esc Esc");
	assert_true(screens_done(f->screens));
}

static void
f9_shows_the_screens_actions_and_the_programs_menus(void **state)
{
	struct fixture *f = *state;
	char row[400];

	keys(f, "F9");
	assert_row(&f->all, 0, "  Screen  Groups");
	assert_non_null(strstr(canvas_row(&f->all, 2, row, sizeof(row)), "Open"));
	keys(f, "Right f");
	assert_string_equal(f->notes.text, "elsewhere ");
	assert_int_equal(screens_depth(f->screens), 1);
	keys(f, "F9 Enter");
	assert_row(&f->all, 0, "First > Second");
	keys(f, "q F9 Esc");
	assert_int_equal(screens_depth(f->screens), 1);
}

static void
f1_explains_the_keys(void **state)
{
	struct fixture *f = *state;

	keys(f, "F1");
	assert_row(&f->all, 0, "First > Help");
	assert_row(&f->all, 1, "ON THIS SCREEN");
	keys(f, "q");
	assert_int_equal(screens_depth(f->screens), 1);
}

static void
the_first_frame_of_a_text_counts_its_lines(void **state)
{
	struct fixture *f = *state;

	pager_open(f->screens, "Text", "one\ntwo\nthree\n", true);
	screens_draw(f->screens, f->surface);
	assert_row(&f->all, 22, "lines 1-3 of 3");
}

static void
the_size_that_is_needed_is_never_cut(void **state)
{
	static const struct {
		int columns;
		const char *says;
	} widths[] = {
		{ 79, "The window has 79x10; gromada needs 80x24. Make it larger; nothing is "
		      "lost." },
		{ 60, "Make the window larger: 80x24." },
		{ 30, "Make the window larger: 80x24." },
		{ 12, "80x24" },
	};
	struct fixture *f = *state;

	for (size_t i = 0; i < sizeof(widths) / sizeof(widths[0]); i++) {
		struct surface *small = surface_new(10, widths[i].columns, TIER_LINES);
		struct canvas c = surface_canvas(small);

		screens_draw(f->screens, small);
		assert_row(&c, 0, widths[i].says);
		surface_free(small);
	}
}

static void
a_small_window_keeps_everything_and_says_what_it_needs(void **state)
{
	struct fixture *f = *state;
	struct surface *small = surface_new(10, 40, TIER_LINES);
	struct canvas c = surface_canvas(small);
	struct event e = pressed("o");

	screens_draw(f->screens, small);
	assert_row(&c, 0, "Make the window larger: 80x24.");
	screens_event(f->screens, &e);
	assert_int_equal(screens_depth(f->screens), 1);
	screens_draw(f->screens, f->surface);
	assert_row(&f->all, 1, "area begins");
	surface_free(small);
}

static void
a_hangup_keeps_drafts_and_ends(void **state)
{
	struct fixture *f = *state;
	struct event e = { .type = EVENT_HANGUP };

	keys(f, "o");
	screens_event(f->screens, &e);
	assert_true(screens_done(f->screens));
	assert_string_equal(f->notes.text, "kept ");
}

static void
what_was_typed_settles_before_a_repaint_under_a_dialog_too(void **state)
{
	struct fixture *f = *state;

	keys(f, "o x y");
	assert_null(strstr(f->notes.text, "settled"));
	screens_settle(f->screens);
	assert_non_null(strstr(f->notes.text, "settled"));
	f->notes.text[0] = '\0';
	dialog_message(f->screens, "Title", "Text");
	screens_settle(f->screens);
	assert_string_equal(f->notes.text, "settled ");
}

static void
what_may_come_later_comes_once_after_each_load(void **state)
{
	struct fixture *f = *state;

	keys(f, "o");
	assert_true(screens_load_late(f->screens));
	assert_string_equal(f->notes.text, "late ");
	assert_false(screens_load_late(f->screens));
	screens_stale(f->screens);
	dialog_message(f->screens, "Title", "Text");
	screens_draw(f->screens, f->surface);
	assert_false(screens_load_late(f->screens)); /* not under a dialog */
	keys(f, "Enter");
	assert_true(screens_load_late(f->screens));
	assert_string_equal(f->notes.text, "late late ");
}

static void
keys_typed_ahead_find_a_loaded_screen(void **state)
{
	struct fixture *f = *state;
	struct event open = pressed("o"), other = pressed("x");

	screens_event(f->screens, &open);
	assert_int_equal(f->notes.loads, 1);
	screens_event(f->screens, &other);
	assert_int_equal(f->notes.loads, 2);
}

static void
a_paste_into_a_list_is_ignored(void **state)
{
	struct fixture *f = *state;
	struct event e = { .type = EVENT_PASTE, .paste = "dy\nq" };

	screens_event(f->screens, &e);
	assert_string_equal(f->notes.text, "");
	assert_int_equal(screens_depth(f->screens), 1);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, make, drop)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_frame_has_its_fixed_lines),
		TEST(screens_stack_and_go_back),
		TEST(a_screen_may_refuse_to_be_left),
		TEST(a_screen_is_loaded_once_and_again_when_stale),
		TEST(a_screen_that_cannot_start_says_why),
		TEST(a_key_that_nobody_takes_says_so),
		TEST(delete_asks_and_no_is_the_default),
		TEST(a_dialog_shows_its_question_and_the_cursor_is_on_the_answer),
		TEST(what_is_typed_in_a_dialog_does_not_reach_the_screen),
		TEST(a_text_is_asked_for_and_handed_over),
		TEST(the_first_character_takes_the_place_of_a_proposal_but_not_of_a_text),
		TEST(what_is_refused_stays_in_its_box_with_the_reason),
		TEST(one_of_several_is_chosen),
		TEST(digits_are_answers_and_esc_waits_for_a_function_key),
		TEST(f9_shows_the_screens_actions_and_the_programs_menus),
		TEST(f1_explains_the_keys),
		TEST(the_first_frame_of_a_text_counts_its_lines),
		TEST(a_small_window_keeps_everything_and_says_what_it_needs),
		TEST(the_size_that_is_needed_is_never_cut),
		TEST(a_hangup_keeps_drafts_and_ends),
		TEST(what_was_typed_settles_before_a_repaint_under_a_dialog_too),
		TEST(what_may_come_later_comes_once_after_each_load),
		TEST(keys_typed_ahead_find_a_loaded_screen),
		TEST(a_paste_into_a_list_is_ignored),
	};

	return cmocka_run_group_tests_name("screen", tests, start_language, NULL);
}
