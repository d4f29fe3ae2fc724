/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small full-screen program for the tests of the terminal floor: a list of 2,900 made
 * Polish place names, a screen where digits are answers, a table, dialogs. Its last line
 * repeats what was typed, so that a test can see what arrived. Usage: demo [list|digits|table] */
#include "config.h"

#include "base/i18n.h"
#include "base/memory.h"
#include "tui/dialog.h"
#include "tui/list.h"
#include "tui/screen.h"
#include "tui/table.h"
#include "tui/term.h"
#include "tui/waiting.h"

#include <poll.h>
#include <stdio.h>
#include <string.h>

enum { ROWS = 2900, YEARS = 15, OPEN = ACTION_FIRST, WAIT, DELETED, ANSWERED };

static const struct action rows[] = {
	{ ACTION_HELP, "help", "F1", "?", "Help", "Help", "Shows what the keys do here." },
	{ ACTION_SAVE, "save", "F2 Ctrl-S", NULL, "Save", "Save", "Says what was typed." },
	{ ACTION_SEARCH, "search", "F3", "/", "Search", "Search", "Goes to a name." },
	{ ACTION_EDIT, "edit", "F4", NULL, "Edit", "Edit", "Asks for a text." },
	{ ACTION_FILTER, "filter", "F5", NULL, "Filter", "Filter", "Shows some rows only." },
	{ ACTION_SORT, "sort", "F6", "s", "Sort", "Sort", "Asks for the order." },
	{ ACTION_NEW, "new", "F7", NULL, "New", "New", "Shows a message." },
	{ ACTION_DELETE, "delete", "F8", "d", "Delete", "Delete", "Asks before it deletes." },
	{ ACTION_MENU, "menu", "F9", NULL, "Menu", "Menu", "Opens the menus." },
	{ ACTION_BACK, "back", "F10 Esc", "q", "Quit", "Back", "Goes back, at last out." },
	{ ACTION_REDRAW, "redraw", "Ctrl-L", NULL, NULL, "Redraw", "Paints the screen anew." },
	{ ACTION_SUSPEND, "suspend", "Ctrl-Z", NULL, NULL, "Suspend",
		"Goes to the shell for a while." },
	{ WAIT, "wait", "Ctrl-W", "w", NULL, "Wait", "Works for five seconds." },
	{ OPEN, "open", "Enter", "o", "Open", "Open", "Opens the row." },
};

static const int global[] = { ACTION_HELP, ACTION_MENU, ACTION_BACK, ACTION_REDRAW, ACTION_SUSPEND,
	0 };
static const int list_actions[] = { OPEN, ACTION_SEARCH, ACTION_EDIT, ACTION_FILTER, ACTION_SORT,
	ACTION_NEW, ACTION_DELETE, WAIT, 0 };
static const int digit_actions[] = { ACTION_SAVE, ACTION_EDIT, 0 };

/* What the screens show: every event that reached them, as a name. */
struct demo {
	struct list list;
	struct table table;
	char heard[200];
};

static void
name_of(int row, char *dst, size_t size)
{
	static const char *const first[] = { "Łódź", "Żary", "Ćmielów", "Świdnik", "Zamość",
		"Nowy Targ", "Rabka", "Ostrów", "Środa", "Kąty" };
	static const char *const second[] = { "Górna", "Wielka", "Śląska", "nad Wisłą", "Mała",
		"Stara", "Północna", "Nowa", "Leśna", "Żółta" };

	snprintf(dst, size, "%s %s %03d", first[row % 10], second[row / 10 % 10], row / 10);
}

static int
count(const void *data)
{
	(void)data;
	return ROWS;
}

static void
cell(const void *data, int row, int column, struct list_cell *cell)
{
	(void)data;
	if (column == 0)
		name_of(row, cell->text, sizeof(cell->text));
	else if (column == 1)
		snprintf(
			cell->text, sizeof(cell->text), "%s", row % 3 ? "gmina wiejska" : "miasto");
	else
		snprintf(cell->text, sizeof(cell->text), "%d,%d", (row * 37 + column * 11) % 1000,
			row % 10);
	if (column > 1 && row % 97 == 0)
		cell->role = ROLE_BAD;
}

static void
head(const void *data, int column, char *dst, size_t size)
{
	(void)data;
	snprintf(dst, size, "%d", 2009 + column);
}

static const struct list_source source = { .count = count, .cell = cell, .head = head };
static const struct list_column columns[] = { { "Name", 0, false }, { "Kind", 14, false },
	{ "Value", 10, true }, { "Change", 10, true } };

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	struct demo *d = self;

	(void)s;
	(void)argument;
	(void)err;
	list_start(&d->list, &source, d, columns, 4);
	table_start(&d->table, &source, d, "Name", 0, YEARS, 8);
	return 0;
}

static void
release(void *self)
{
	struct demo *d = self;

	list_release(&d->list);
	table_release(&d->table);
}

static void
draw_list(void *self, struct canvas *c)
{
	struct demo *d = self;

	list_draw(&d->list, c);
}

static void
list_line(void *self, char *dst, size_t size)
{
	struct demo *d = self;

	list_status(&d->list, dst, size);
}

static struct focus
list_focus(void *self)
{
	struct demo *d = self;

	return (struct focus){ &list_widget, &d->list };
}

struct app { /* what must not meet: keeping drafts, and work that is going on */
	bool working, kept_at_work;
};

static void
keep(struct screens *s, void *self)
{
	struct app *app = screens_app(s);

	(void)self;
	app->kept_at_work = app->working;
}

/* Long work of small steps. */
static void
work(struct screens *s)
{
	struct app *app = screens_app(s);
	struct waiting w;

	app->working = true;
	waiting_start(&w, s, "Import");
	for (int i = 0; i < 1000; i++) {
		if (progress_step(&w.progress, i / 1000.0, "Reading values"))
			break;
		poll(NULL, 0, 5);
	}
	screens_say(s, "%s", waiting_stopped(&w) ? "stopped" : "finished");
	app->working = false;
}

static int
act_list(struct screens *s, void *self, int action, const struct event *event)
{
	static const char *const orders[] = { "by name", "by value" };
	struct demo *d = self;
	char name[64];

	switch (action) {
	case OPEN:
		name_of(list_selected(&d->list), name, sizeof(name));
		screens_say(s, "opened %s", name);
		return SCREEN_HANDLED;
	case WAIT:
		work(s);
		return SCREEN_HANDLED;
	case ACTION_SORT:
		dialog_choose(s, "Sort", orders, 2, 0, ANSWERED);
		return SCREEN_HANDLED;
	case ACTION_EDIT:
		dialog_input(s, "Edit", "New name:", "Łódź", ANSWERED);
		return SCREEN_HANDLED;
	case ACTION_NEW:
		dialog_message(s, "New", "This is a message.\nIt has two lines.");
		return SCREEN_HANDLED;
	case ACTION_DELETE:
		dialog_ask(s, "Delete", "Delete 1 row?", DELETED, ACTION_NONE);
		return SCREEN_HANDLED;
	case DELETED:
		screens_say(s, "deleted");
		return SCREEN_HANDLED;
	case ANSWERED:
		screens_say(s, "answer %d %s", event->number, event->answer);
		return SCREEN_HANDLED;
	default:
		return SCREEN_PASS;
	}
}

static const struct screen list_screen = {
	.name = "list",
	.title = "List",
	.size = sizeof(struct demo),
	.actions = list_actions,
	.start = start,
	.draw = draw_list,
	.status = list_line,
	.act = act_list,
	.focus = list_focus,
	.keep = keep,
	.release = release,
};

static void
draw_table(void *self, struct canvas *c)
{
	struct demo *d = self;

	table_draw(&d->table, c);
}

static struct focus
table_focus(void *self)
{
	struct demo *d = self;

	return (struct focus){ &table_widget, &d->table };
}

static const struct screen table_screen = {
	.name = "table", .title = "Table", .size = sizeof(struct demo), .start = start,
	.draw = draw_table, .focus = table_focus, .release = release,
};

/* Digits are answers: what comes is written down. */

static enum context
digits(const void *self)
{
	(void)self;
	return CONTEXT_DIGITS;
}

static int
act_digits(struct screens *s, void *self, int action, const struct event *event)
{
	struct demo *d = self;
	char name[32];
	size_t n = strlen(d->heard);

	(void)s;
	if (action != ACTION_NONE)
		snprintf(name, sizeof(name), "<%s>", rows[action - 1].name);
	else
		key_spell(name, sizeof(name), event->key);
	if (event->type != EVENT_KEY || event->key == KEYS_ESC || key_function(event->key) == 10)
		return SCREEN_PASS;
	snprintf(d->heard + n, sizeof(d->heard) - n, "%s ", name);
	return SCREEN_HANDLED;
}

static void
draw_digits(void *self, struct canvas *c)
{
	struct demo *d = self;
	int used = canvas_printf(c, 2, 0, -1, ROLE_TEXT, "heard: %s", d->heard);

	canvas_cursor(c, 2, used);
}

static const struct screen digits_screen = {
	.name = "digits",
	.title = "Digits",
	.size = sizeof(struct demo),
	.actions = digit_actions,
	.start = start,
	.draw = draw_digits,
	.act = act_digits,
	.context = digits,
	.release = release,
};

int
main(int argc, char **argv)
{
	static const struct screens_program program = {
		.actions = { rows, sizeof(rows) / sizeof(rows[0]), false }, .global = global,
	};
	const char *which = argc > 1 ? argv[1] : "list";
	struct app app = { false, false };
	struct error err = { 0 };
	struct screens *s;
	struct term *t;
	int code;

	i18n_start("en");
	t = term_start(NULL, &err);
	if (!t) {
		fprintf(stderr, "%s\n", err.text);
		return 1;
	}
	memory_set_last_words(term_emergency);
	s = screens_new(&program, &app);
	screens_push(s, strcmp(which, "digits") == 0 ? &digits_screen :
		strcmp(which, "table") == 0 ? &table_screen : &list_screen, NULL);
	code = screens_run(s, t);
	screens_free(s);
	term_end(t, app.kept_at_work ? "Drafts were kept in the middle of work."
				     : "The demo has ended.");
	return code;
}
