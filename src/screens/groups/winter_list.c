/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Winter holidays of schools by voivodeship, which proposed meetings avoid. */
#include "config.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/groups/group_calendar.h"
#include "screens/frame/actions.h"
#include "screens/frame/format.h"
#include "screens/frame/list_screen.h"
#include "screens/groups/group_screens.h"
#include "tui/dialog.h"

#include <stdio.h>

struct winters {
	struct list_screen base;
	struct winter_break *rows;
	struct winter_break asked;
};

enum { ANSWER_SAVED = ACTION_ANSWER_1, ANSWER_REMOVE };

static void
cell(const void *self, int row, int column, struct list_cell *c)
{
	const struct winters *v = self;
	const struct winter_break *b = &v->rows[row];

	switch (column) {
	case 0:
		group_voivodeship(v->base.app, b->voivodeship, c->text, sizeof c->text);
		break;
	case 1:
	case 2:
		format_date(c->text, sizeof c->text, column == 1 ? b->first_on : b->last_on);
		break;
	default:
		text_copy(c->text, sizeof c->text, b->source);
		break;
	}
}

static void
id(const void *self, int row, char *dst, size_t size)
{
	const struct winter_break *b = &((const struct winters *)self)->rows[row];

	snprintf(dst, size, "%s %s", b->voivodeship, b->first_on);
}

static int
load(void *self, struct error *err)
{
	struct winters *v = self;

	return winter_break_list(
		v->base.app->db, NULL, &v->base.arena, &v->rows, &v->base.count, err);
}

static void
above(void *self, struct canvas *c)
{
	(void)self;
	canvas_text(c, 0, 0, -1, ROLE_HINT,
		_("Proposed meetings avoid these days in the voivodeships of a group's members."));
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct winters *v = self;
	struct error err = { 0 };

	(void)event;
	switch (action) {
	case ACTION_NEW:
		card_form_open(s, &winter_form, 0, 0, ANSWER_SAVED);
		return SCREEN_HANDLED;
	case ANSWER_SAVED:
		return SCREEN_HANDLED;
	case ANSWER_REMOVE:
		screens_stale(s);
		if (group_may(v->base.app, &err) ||
			winter_break_remove(v->base.app->db, &v->asked, &err))
			app_error(s, _("Nothing was deleted"), &err);
		else
			screens_say(s, "%s", _("The holidays are deleted."));
		return SCREEN_HANDLED;
	default:
		return SCREEN_PASS;
	}
}

static int
act_row(struct screens *s, void *self, int row, int action)
{
	struct winters *v = self;
	const struct winter_break *b = &v->rows[row];

	switch (action) {
	case ACTION_OPEN:
	case ACTION_EDIT:
		card_form_open(s, &winter_form, winter_form_id(b->voivodeship, b->first_on), 0,
			ANSWER_SAVED);
		return SCREEN_HANDLED;
	case ACTION_DELETE:
		v->asked = *b;
		dialog_ask(s, _("Delete"),
			_("Delete these holidays? Proposed meetings will not avoid them any more."),
			ANSWER_REMOVE, 0);
		return SCREEN_HANDLED;
	default:
		return SCREEN_PASS;
	}
}

static const struct list_column columns[] = {
	{ N_("Voivodeship"), 0, false },
	{ N_("First day"), 15, false },
	{ N_("Last day"), 14, false },
	{ N_("Source"), 26, false },
};

static const struct list_screen_kind kind = {
	.columns = columns,
	.column_count = sizeof columns / sizeof *columns,
	.empty = N_("No holidays yet: F7 adds those of one voivodeship."),
	.lines_above = 1,
	.load = load,
	.cell = cell,
	.id = id,
	.above = above,
	.act = act,
	.act_row = act_row,
	.file = N_("winter-holidays"),
	.file_title = N_("Winter holidays of schools"),
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	(void)argument;
	(void)err;
	list_screen_start(s, self, &kind);
	return 0;
}

static const int ids[] = { ACTION_OPEN, ACTION_EXPORT, ACTION_SEARCH, ACTION_EDIT, ACTION_FILTER,
	ACTION_NEW, ACTION_DELETE, 0 };

const struct screen winter_list_screen = {
	.name = "winter_list",
	.title = N_("Winter holidays of schools"),
	.size = sizeof(struct winters),
	.actions = ids,
	.start = start,
	LIST_SCREEN,
};
