/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Home: sections on the left, entries of the selected one on the right, the state of the
 * database below. Asks a few small questions of the database, so that it opens at
 * once. */
#include "config.h"

#include "screens/frame/screens.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "model/due.h"
#include "screens/frame/actions.h"
#include "screens/frame/format.h"
#include "screens/frame/menu_tree.h"
#include "screens/frame/target_state.h"
#include "tui/menu.h"

#include <stdio.h>
#include <string.h>

enum { MOST = 9, LEFT_COLUMNS = 32, STATE_ROWS = 7, TREE_ROWS = 10 };

struct home {
	struct app *app;
	struct database_state state;
	bool loaded, inside; /* inside: the entries have the keys */
	struct menu sections, entries;
	struct menu_entry section_rows[MOST], entry_rows[MOST];
	int open;           /* section shown on the right */
	struct arena arena; /* of what is due */
	struct due_summary due;
	int course[TARGET_WORDS]; /* indicators by status, where strategies are in force */
	bool judged;              /* course is known */
};

static void
show_section(struct home *h)
{
	const struct menu_section *section = &menu_sections[h->open];

	for (int i = 0; i < section->count; i++) {
		const struct menu_item *item = &section->items[i];
		const char *note = h->loaded ? menu_item_note(item, &h->state) : NULL;

		h->entry_rows[i] = (struct menu_entry){ item->number, item->letter, item->text,
			ACTION_MENU_FIRST + 10 * section->number + item->number, note != NULL,
			note };
	}
	menu_start(&h->entries, h->entry_rows, section->count);
	h->entries.columns = 1;
}

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	struct home *h = self;

	(void)argument;
	(void)err;
	h->app = app_of(s);
	for (int i = 0; i < menu_section_count; i++)
		h->section_rows[i] = (struct menu_entry){ menu_sections[i].number,
			menu_sections[i].letter, menu_sections[i].text, 0, false, NULL };
	menu_start(&h->sections, h->section_rows, menu_section_count);
	h->sections.columns = 1;
	show_section(h);
	return 0;
}

/* A union looks after all members, an office after its own homework and sheets. */
static int
load_due(struct home *h, struct error *err)
{
	struct app *app = h->app;
	int own = NO_SLOT;

	if (app->office.own_unit[0] && unit_slot_of(app->db, app->office.own_unit, &own, err))
		return -1;
	return due_summary(app->db, clock_today(), own, &h->arena, &h->due, err);
}

static int
load(struct screens *s, void *self, struct error *err)
{
	struct home *h = self;
	int selected = h->entries.selected;

	(void)s;
	if (!h->app->db)
		return 0;
	arena_release(&h->arena);
	db_moved(h->app->db); /* from here on */
	h->due = (struct due_summary){ .overdue = 0 };
	h->judged = false;
	if (database_state_load(h->app->db, &h->state, err) || load_due(h, err))
		return -1;
	h->loaded = true;
	app_seen(h->app, &h->state);
	app_own_label(h->app);
	show_section(h);
	h->entries.selected = selected;
	return 0;
}

/* The register is read for it, which the first screen does not wait for. */
static int
load_course(struct screens *s, void *self, struct error *err)
{
	struct home *h = self;
	const struct unit_table *units;

	(void)s;
	if (!h->loaded || !h->due.in_force_count)
		return 0;
	units = app_units(h->app, err);
	if (!units || due_course_load(h->app->db, units, &h->due, h->course, err))
		return -1;
	h->judged = true;
	return 0;
}

static void
line(struct canvas *c, int row, const char *label, enum role role, const char *text)
{
	canvas_text(c, row, 2, 18, ROLE_LABEL, label);
	canvas_text(c, row, 21, c->columns - 22, role, text);
}

/* "1 204 jednostki, stan na 01.01.2020" and the like. */
static void
draw_data(const struct database_state *state, struct canvas *c)
{
	char text[256], number[32], date[32];

	if (!state->units)
		text_copy(text, sizeof text, _("none yet: import the TERYT register (8 1)"));
	else
		snprintf(text, sizeof text,
			P_("%s unit, state of %s", "%s units, state of %s",
				(unsigned long)state->units),
			number_format(number, sizeof number, state->units, 0),
			format_date(date, sizeof date, state->register_date));
	line(c, 2, _("Units (JST)"), state->units ? ROLE_TEXT : ROLE_MISSING, text);
	if (!state->indicators)
		text_copy(
			text, sizeof text, _("none yet: import the catalogue or a BDL file (8 1)"));
	else if (!state->last_year)
		snprintf(text, sizeof text, _("%s, no values yet"),
			number_format(number, sizeof number, state->indicators, 0));
	else if (state->first_year == state->last_year)
		snprintf(text, sizeof text, _("%s, year %d"),
			number_format(number, sizeof number, state->indicators, 0),
			state->last_year);
	else
		snprintf(text, sizeof text, _("%s, years %d–%d"),
			number_format(number, sizeof number, state->indicators, 0),
			state->first_year, state->last_year);
	line(c, 3, _("Indicators"), state->last_year ? ROLE_TEXT : ROLE_MISSING, text);
	if (state->last_import_at[0])
		snprintf(text, sizeof text, "%s, %s",
			clock_local(date, sizeof date, state->last_import_at),
			state->last_import_file);
	else
		text_copy(text, sizeof text, _("none by a person yet"));
	line(c, 4, _("Last import"), state->last_import_at[0] ? ROLE_TEXT : ROLE_MISSING, text);
}

static void
draw_state(const struct home *h, struct canvas *c)
{
	const struct app *app = h->app;
	char text[PATH_MAX + 64], path[PATH_MAX], size[32];

	canvas_horizontal(c, 0, 0, c->columns, ROLE_FRAME);
	canvas_printf(c, 0, 2, -1, ROLE_TITLE, " %s ", _("Database"));
	format_size(size, sizeof size, h->state.size);
	snprintf(text, sizeof text, "%s (%s)",
		format_path(path, sizeof path, app->path, c->columns - 26 - text_width(size)),
		size);
	line(c, 1, _("File"), ROLE_TEXT, text);
	draw_data(&h->state, c);
	snprintf(text, sizeof text, "%s, %s",
		app->person.name[0] ? app->person.name : app->person.login,
		person_role_label(app->person.role));
	line(c, 5, _("Person"), ROLE_TEXT, text);
	if (h->state.made_up)
		canvas_text(c, 6, 2, -1, ROLE_WARN,
			_("The database holds MADE-UP DATA for demonstration: do not quote them."));
}

static bool
has_arrears(const struct due_summary *d)
{
	return d->overdue || d->sheets || d->minutes || d->strategies;
}

/* With the heading; 0 where nothing is to be said. */
static int
due_rows(const struct home *h)
{
	int rows = h->due.meeting_count + has_arrears(&h->due) + (h->due.in_force_count > 0);

	return rows ? rows + 1 : 0;
}

/* "State at the end of 2025   ■ off course: 6  ▲ at risk: 4 (menu 1 4)" */
static void
draw_course(const struct home *h, struct canvas *c, int row)
{
	const int *counts = h->course;
	char label[64], off[64], risk[64], text[256];
	enum target_state worst = counts[TARGET_OFF_COURSE] ? TARGET_OFF_COURSE
				  : counts[TARGET_AT_RISK]  ? TARGET_AT_RISK
							    : TARGET_ON_COURSE;

	snprintf(label, sizeof label, _("Strategy, %d"), h->due.year);
	if (!h->judged) {
		line(c, row, label, ROLE_HINT, _("(menu 1 4)"));
		return;
	}
	snprintf(text, sizeof text, _("%s: %d  %s: %d (menu 1 4)"),
		target_state_text(canvas_tier(c), TARGET_OFF_COURSE, off, sizeof off),
		counts[TARGET_OFF_COURSE],
		target_state_text(canvas_tier(c), TARGET_AT_RISK, risk, sizeof risk),
		counts[TARGET_AT_RISK]);
	line(c, row, label, target_state_role(worst), text);
}

static void
arrears(const struct due_summary *d, char *dst, size_t size)
{
	if (d->minutes && d->strategies)
		snprintf(dst, size, _("homework: %d, sheets: %d, minutes: %d, strategies: %d"),
			d->overdue, d->sheets, d->minutes, d->strategies);
	else if (d->minutes)
		snprintf(dst, size, _("homework: %d, data sheets: %d, minutes: %d (menu 1 1)"),
			d->overdue, d->sheets, d->minutes);
	else if (d->strategies)
		snprintf(dst, size, _("homework: %d, data sheets: %d, strategies: %d (menu 1 1)"),
			d->overdue, d->sheets, d->strategies);
	else
		snprintf(dst, size, _("homework overdue: %d, data sheets: %d (menu 1 1)"),
			d->overdue, d->sheets);
}

/* The next two meetings, how strategies stand, how much is late: only where there is something. */
static void
draw_due(const struct home *h, struct canvas *c)
{
	char text[256], when[32];
	int row = 1;

	canvas_horizontal(c, 0, 0, c->columns, ROLE_FRAME);
	canvas_printf(c, 0, 2, -1, ROLE_TITLE, " %s ",
		h->due.in_force_count || h->due.strategies ? _("Groups and strategies")
							   : _("Groups and meetings"));
	for (int i = 0; i < h->due.meeting_count; i++) {
		const struct due_item *m = &h->due.meetings[i];

		snprintf(text, sizeof text, "%s  %s  %s", due_when(m, when, sizeof when),
			m->group_code, m->text);
		line(c, row++, i ? "" : _("Next meetings"), ROLE_TEXT, text);
	}
	if (h->due.in_force_count)
		draw_course(h, c, row++);
	if (!has_arrears(&h->due))
		return;
	arrears(&h->due, text, sizeof text);
	/* All four fill the line: where they are listed stands in the label then. */
	line(c, row, h->due.minutes && h->due.strategies ? _("Arrears (1 1)") : _("Arrears"),
		h->due.overdue || h->due.minutes || h->due.strategies ? ROLE_WARN : ROLE_TEXT,
		text);
}

/* The digit, the letter, the words; the cursor on the selected entry of the part in focus. */
static void
draw_entries(struct canvas *c, const struct menu *menu, bool focused, enum role chosen)
{
	for (int i = 0; i < menu->count; i++) {
		const struct menu_entry *e = &menu->entries[i];
		bool selected = i == menu->selected;
		int used = canvas_printf(c, i, 0, -1, ROLE_TITLE, "%d ", e->number);

		used += canvas_printf(c, i, used, -1, ROLE_HINT, "[%s] ", _(e->letter));
		canvas_text(c, i, used, c->columns - used,
			selected ? chosen
			: e->off ? ROLE_MISSING
				 : ROLE_TEXT,
			_(e->text));
		if (selected && focused)
			canvas_cursor(c, i, used);
	}
}

static void
draw(void *self, struct canvas *c)
{
	struct home *h = self;
	int most = due_rows(h);
	int due = c->rows - STATE_ROWS - most >= TREE_ROWS ? most : 0;
	int rows = c->rows - STATE_ROWS - 1 - due;
	int top = due ? 1 : 2; /* of eight entries none may be lost on 24 lines */
	struct canvas left = canvas_part(c, top, 3, rows - top, LEFT_COLUMNS - 3);
	struct canvas right =
		canvas_part(c, top, LEFT_COLUMNS + 3, rows - top, c->columns - LEFT_COLUMNS - 4);
	struct canvas state = canvas_part(c, c->rows - STATE_ROWS, 0, STATE_ROWS, c->columns);
	struct canvas below = canvas_part(c, c->rows - STATE_ROWS - due, 0, due, c->columns);

	if (!h->loaded)
		return;
	canvas_text(c, 0, 3, LEFT_COLUMNS, ROLE_TITLE, _("Menu"));
	canvas_text(c, 0, LEFT_COLUMNS + 3, -1, ROLE_TITLE, _(menu_sections[h->open].text));
	canvas_vertical(c, 0, LEFT_COLUMNS, rows, ROLE_FRAME);
	draw_state(h, &state);
	if (due)
		draw_due(h, &below);
	draw_entries(&left, &h->sections, !h->inside, h->inside ? ROLE_OWN : ROLE_SELECTED);
	draw_entries(&right, &h->entries, h->inside, h->inside ? ROLE_SELECTED : ROLE_TEXT);
}

static int
enter(struct home *h)
{
	h->inside = true;
	h->entries.selected = 0;
	return SCREEN_HANDLED;
}

/* After the sections' widget had the key: shows the section that is selected now. */
static int
follow(struct home *h)
{
	if (h->open != h->sections.selected) {
		h->open = h->sections.selected;
		show_section(h);
	}
	return SCREEN_HANDLED;
}

static int
key_in_sections(struct home *h, const struct event *event)
{
	enum widget_result result;

	if (event->key == KEYS_RIGHT)
		return enter(h);
	result = menu_event(&h->sections, event);
	if (result == WIDGET_PASS)
		return SCREEN_PASS;
	follow(h);
	return result == WIDGET_CHOSEN ? enter(h) : SCREEN_HANDLED;
}

static int
key_in_entries(struct screens *s, struct home *h, const struct event *event)
{
	enum widget_result result;
	const struct menu_entry *entry;

	if (event->key == KEYS_LEFT) {
		h->inside = false;
		return SCREEN_HANDLED;
	}
	result = menu_event(&h->entries, event);
	if (result == WIDGET_PASS && event->key >= '1' && event->key <= '9') {
		screens_say(s, _("There is no entry %c here: Esc goes back to the sections."),
			(int)event->key);
		return SCREEN_HANDLED;
	}
	if (result == WIDGET_PASS)
		return SCREEN_PASS;
	entry = menu_chosen(&h->entries);
	if (result == WIDGET_CHOSEN && entry && entry->off)
		screens_say(s, "%s", _(entry->note));
	else if (result == WIDGET_CHOSEN && entry) {
		h->inside = false; /* whoever comes back types section and number again */
		screens_act(s, entry->action, NULL);
	}
	return SCREEN_HANDLED;
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct home *h = self;

	if (h->app->db && db_moved(h->app->db))
		screens_stale(s); /* a colleague or a command changed what is counted here */
	if (action == ACTION_BACK && h->inside) {
		h->inside = false;
		return SCREEN_HANDLED;
	}
	/* F10 ends unasked: nothing is open here, and questions that protect nothing are not read.
	 * Esc, which people press once too often, does not. */
	if (action == ACTION_BACK && event && event->type == EVENT_KEY && event->key == KEYS_ESC) {
		screens_say(s, "%s", _("F10 ends the program."));
		return SCREEN_HANDLED;
	}
	if (action != ACTION_NONE || !event || event->type != EVENT_KEY)
		return SCREEN_PASS;
	return h->inside ? key_in_entries(s, h, event) : key_in_sections(h, event);
}

static void
status(void *self, char *dst, size_t size)
{
	struct home *h = self;
	const struct menu_section *section = &menu_sections[h->open];

	if (h->inside)
		text_copy(dst, size, _(section->items[h->entries.selected].help));
	else
		text_copy(dst, size,
			_("Type the digit of a section, or move with arrows and press Enter."));
}

static void
release(void *self)
{
	arena_release(&((struct home *)self)->arena);
}

static const int home_actions[] = { ACTION_BACK, 0 };

const struct screen home_screen = {
	.name = "home",
	.title = N_("Home"),
	.size = sizeof(struct home),
	.actions = home_actions,
	.start = start,
	.load = load,
	.load_late = load_course,
	.draw = draw,
	.status = status,
	.act = act,
	.release = release,
};
