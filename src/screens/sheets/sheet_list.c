/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Data sheets of a group: who has filled in what, in one year. */
#include "config.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "screens/frame/actions.h"
#include "screens/frame/format.h"
#include "screens/frame/list_screen.h"
#include "screens/frame/screens.h"
#include "screens/plans/group_view.h"
#include "screens/sheets/sheet_screens.h"
#include "tui/dialog.h"

#include <stdio.h>

struct sheets_view {
	struct list_screen base;
	struct group_view view;
	struct data_sheet *sheets; /* of the group, the newest year first */
	int sheet_count, at, year; /* at: the one shown; year: that was asked for */
	struct sheet_return *rows;
	/* whose state or file is being asked for; texts in asked_texts */
	struct sheet_return asked;
	struct sheet_next next; /* the states that were offered */
	struct arena asked_texts;
};

enum { ANSWER_GROUP = ACTION_ANSWER_1, ANSWER_STATE, ANSWER_OUT, ANSWER_YEAR, ANSWER_SAVED,
	ANSWER_DELETE };

static const struct data_sheet *
shown(const struct sheets_view *v)
{
	return v->sheet_count ? &v->sheets[v->at] : NULL;
}

static void
cell(const void *data, int row, int column, struct list_cell *c)
{
	const struct sheet_return *r = &((const struct sheets_view *)data)->rows[row];

	c->role = sheet_state_role(r);
	switch (column) {
	case 0:
		text_copy(c->text, sizeof c->text, r->unit_name);
		break;
	case 1:
		text_copy(c->text, sizeof c->text,
			r->id ? sheet_state_label(r->state) : _("not begun"));
		break;
	case 2:
		snprintf(c->text, sizeof c->text, "%d/%d", r->filled, r->lines);
		break;
	case 3:
		if (r->lines > r->filled)
			snprintf(c->text, sizeof c->text, "%d", r->lines - r->filled);
		break;
	case 4:
		if (r->questions)
			snprintf(c->text, sizeof c->text, "%d", r->questions);
		break;
	default:
		format_date(c->text, sizeof c->text, r->changed_on);
		break;
	}
}

static void
id(const void *self, int row, char *dst, size_t size)
{
	snprintf(dst, size, "%d", ((const struct sheets_view *)self)->rows[row].slot);
}

/* Whole: the column may cut what tells a town and the rural gmina of its name apart. */
static void
note(const void *self, int row, char *dst, size_t size)
{
	const struct sheet_return *rows = ((const struct sheets_view *)self)->rows;

	if (row >= 0)
		snprintf(dst, size, "%s (%s)", rows[row].unit_name, rows[row].unit);
}

static const struct list_column columns[] = {
	{ N_("Unit"), 0, false },
	{ N_("State"), 22, false },
	{ N_("Given"), 8, true },
	{ N_("Missing"), 7, true },
	{ N_("Asked"), 7, true },
	{ N_("Since"), 11, false },
};

static int
load(void *self, struct error *err)
{
	struct sheets_view *v = self;
	struct app *app = v->base.app;
	const struct data_sheet *s;

	v->sheet_count = v->at = 0;
	if (group_view_load(&v->view, app, &v->base.arena, err))
		return -1;
	v->base.list.empty =
		v->view.group.id ? N_("No data sheet yet: F7 makes one, F4 says what it asks for.")
				 : N_("There is no group yet: menu 2 1 founds one.");
	if (!v->view.group.id)
		return 0;
	if (data_sheet_list(app->db, v->view.group.id, &v->base.arena, &v->sheets,
		    &v->sheet_count, err))
		return -1;
	for (int i = 0; i < v->sheet_count; i++)
		if (v->sheets[i].year == v->year)
			v->at = i;
	s = shown(v);
	return s ? sheet_return_list(app->db, s, &v->base.arena, &v->rows, &v->base.count, err) : 0;
}

static void
above(void *self, struct canvas *c)
{
	struct sheets_view *v = self;
	const struct data_sheet *s = shown(v);
	char text[256], day[32];
	int done = 0;

	canvas_text(c, 0, 0, -1, ROLE_TITLE, group_view_text(&v->view, text, sizeof text));
	if (!s)
		return;
	for (int i = 0; i < v->base.count; i++)
		done += v->rows[i].state == SHEET_SENT || v->rows[i].state == SHEET_VERIFIED;
	canvas_printf(c, 1, 0, -1, ROLE_HINT,
		_("Figures of %d, %d lines, due: %s; handed in: %d of %d"), s->year, s->lines,
		format_date(day, sizeof day, s->due_on), done, v->base.count);
}

/* ---- acts ---- */

static void
other_year(struct screens *s, struct sheets_view *v, int step)
{
	int at = v->at - step; /* the newest stands first */

	if (at < 0 || at >= v->sheet_count) {
		screens_say(s, "%s",
			_("There is no sheet of another year on this side; F7 makes one."));
		return;
	}
	v->year = v->sheets[at].year;
	screens_stale(s);
}

static void
new_sheet(struct screens *s, struct sheets_view *v, const char *typed)
{
	struct app *app = app_of(s);
	struct data_sheet sheet;
	struct error err = { 0 };
	long year;

	if (number_parse_whole(typed, UNIT_FIRST_YEAR, UNIT_LAST_YEAR, &year)) {
		screens_refuse(s, _("\"%s\" is no year."), typed);
		return;
	}
	if (app_may_write(app, &err) ||
		data_sheet_copy(app->db, v->view.group.id, (int)year, &sheet, &err)) {
		app_error(s, _("The sheet was not made"), &err);
		return;
	}
	v->year = (int)year;
	app_changed(s);
	screens_push(s, &sheet_lines_screen, &sheet.id);
}

static void
ask_year(struct screens *s, const struct sheets_view *v)
{
	int year = v->sheet_count ? v->sheets[0].year + 1 : clock_today().year - 1;
	char text[16];

	if (!v->view.group.id) {
		screens_say(s, "%s", _("There is no group yet: menu 2 1 founds one."));
		return;
	}
	snprintf(text, sizeof text, "%d", year);
	dialog_input(s, _("New data sheet"), _("Year of the figures:"), text, ANSWER_YEAR);
}

static void
delete_sheet(struct screens *s, const struct sheets_view *v)
{
	struct app *app = app_of(s);
	struct error err = { 0 };

	if (!shown(v))
		return;
	if (app_may_write(app, &err) || data_sheet_delete(app->db, shown(v), &err)) {
		app_error(s, _("Nothing was deleted"), &err);
		return;
	}
	app_changed(s);
	screens_say(s, "%s", _("The data sheet is deleted."));
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct sheets_view *v = self;
	const struct data_sheet *sheet = shown(v);

	switch (action) {
	case ACTION_YEAR_PREVIOUS:
	case ACTION_YEAR_NEXT:
		other_year(s, v, action == ACTION_YEAR_NEXT ? 1 : -1);
		return SCREEN_HANDLED;
	case ACTION_NEW:
		ask_year(s, v);
		return SCREEN_HANDLED;
	case ANSWER_YEAR:
		new_sheet(s, v, event->answer);
		return SCREEN_HANDLED;
	case ACTION_EDIT:
		if (sheet)
			screens_push(s, &sheet_lines_screen, &sheet->id);
		return SCREEN_HANDLED;
	case ACTION_SHEET_HEAD:
		if (sheet)
			card_form_open(s, &sheet_form, sheet->id, 0, ANSWER_SAVED);
		return SCREEN_HANDLED;
	case ACTION_ORGANISATIONS:
		screens_push(s, &organisation_list_screen, &v->view.group.id);
		return SCREEN_HANDLED;
	case ACTION_DELETE:
		if (sheet)
			dialog_ask(s, _("Delete the data sheet"),
				_("Delete the sheet of this year? Figures that were keyed stay."),
				ANSWER_DELETE, 0);
		return SCREEN_HANDLED;
	case ANSWER_DELETE:
		delete_sheet(s, v);
		return SCREEN_HANDLED;
	case ANSWER_STATE:
		sheet_state_take(s, &v->asked, &v->next, event->number, ANSWER_STATE);
		return SCREEN_HANDLED;
	case ANSWER_OUT:
		if (sheet)
			sheet_out_take(s, sheet, &v->asked, event->number);
		return SCREEN_HANDLED;
	default:
		return group_view_act(s, &v->view, action, ANSWER_GROUP, event);
	}
}

/* The row may be gone from the arena when the answer comes. */
static void
remember(struct sheets_view *v, const struct sheet_return *r)
{
	arena_release(&v->asked_texts);
	v->asked = *r;
	v->asked.unit = arena_string(&v->asked_texts, r->unit);
	v->asked.unit_name = arena_string(&v->asked_texts, r->unit_name);
	v->asked.group_code = arena_string(&v->asked_texts, r->group_code);
	v->asked.changed_on = v->asked.due_on = "";
}

static int
act_row(struct screens *s, void *self, int row, int action)
{
	struct sheets_view *v = self;
	const struct sheet_return *r = &v->rows[row];
	struct sheet_of of = { r->sheet_id, r->slot };

	remember(v, r);
	switch (action) {
	case ACTION_OPEN:
		screens_push(s, &sheet_entry_screen, &of);
		return SCREEN_HANDLED;
	case ACTION_SHEET_STATE:
		sheet_state_ask(s, r, &v->next, ANSWER_STATE);
		return SCREEN_HANDLED;
	case ACTION_SHEET_OUT:
		sheet_out_ask(s, ANSWER_OUT);
		return SCREEN_HANDLED;
	case ACTION_SHEET_IN:
		sheet_in_open(s, shown(v), r);
		return SCREEN_HANDLED;
	default:
		return SCREEN_PASS;
	}
}

static void
release(void *self)
{
	arena_release(&((struct sheets_view *)self)->asked_texts);
}

static bool
able(const void *self, int row, int action)
{
	(void)row;
	return shown(self) ||
	       (action != ACTION_EDIT && action != ACTION_SHEET_HEAD && action != ACTION_DELETE);
}

static const int row_ids[] = { ACTION_SHEET_STATE, ACTION_SHEET_OUT, ACTION_SHEET_IN, 0 };

static const struct list_screen_kind kind = {
	.columns = columns,
	.column_count = sizeof columns / sizeof *columns,
	.lines_above = 3,
	.load = load,
	.cell = cell,
	.id = id,
	.note = note,
	.above = above,
	.act = act,
	.act_row = act_row,
	.of_row = row_ids,
	.able = able,
	.file = N_("data sheets"),
	.file_title = N_("Data sheets of members"),
	.release = release,
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	struct sheets_view *v = self;

	(void)err;
	if (argument)
		v->view.group.id = *(const int64_t *)argument;
	list_screen_start(s, self, &kind);
	return 0;
}

static const int ids[] = { ACTION_OPEN, ACTION_EXPORT, ACTION_SEARCH, ACTION_EDIT, ACTION_FILTER,
	ACTION_SHEET_OUT, ACTION_NEW, ACTION_DELETE, ACTION_SHEET_STATE, ACTION_SHEET_IN,
	ACTION_SHEET_HEAD, ACTION_ORGANISATIONS, ACTION_EXCHANGE_GROUP, ACTION_YEAR_PREVIOUS,
	ACTION_YEAR_NEXT, 0 };

const struct screen sheet_list_screen = { .name = "sheet_list",
	.title = N_("Own figures (data sheets)"),
	.size = sizeof(struct sheets_view),
	.actions = ids,
	.start = start,
	LIST_SCREEN };
