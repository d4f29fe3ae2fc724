/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The register: units of a level and an area in Polish order, found while one types. */
#include "config.h"
#include "screens/scope.h"
#include "screens/unit_rows.h"

#include "base/i18n.h"
#include "base/text.h"
#include "report/documents.h"
#include "screens/actions.h"
#include "screens/export.h"
#include "screens/format.h"
#include "screens/lookup.h"
#include "tui/dialog.h"
#include "tui/list.h"

#include <stdio.h>
#include <string.h>

struct view_of_units {
	struct arena arena;
	const struct unit_table *units;
	struct unit_filter filter;
	int *slots, count;
	int marked;
	struct list list;
	struct list_column columns[4]; /* codes of regions are longer */
};

enum { ANSWER_LEVEL = ACTION_ANSWER_1, ANSWER_AREA };

static int
count(const void *data)
{
	const struct view_of_units *v = data;

	return v->count;
}

static void
cell(const void *data, int row, int column, struct list_cell *c)
{
	const struct view_of_units *v = data;

	unit_row_cell(v->units, v->slots[row], v->marked, column, c);
}

static void
key(const void *data, int row, char *dst, size_t size)
{
	const struct view_of_units *v = data;

	unit_row_key(v->units, v->slots[row], dst, size);
}

static const struct list_source source = { .count = count, .cell = cell, .key = key };
static const struct list_column usual_columns[] = {
	{ N_("Name"), 0, false },
	{ N_("Kind"), 21, false },
	{ N_("Unit above"), 21, false },
	{ N_("Code"), 7, false },
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	struct view_of_units *v = self;

	(void)s;
	(void)argument;
	(void)err;
	v->filter = (struct unit_filter){ .level = LEVEL_GMINA };
	memcpy(v->columns, usual_columns, sizeof v->columns);
	list_start(&v->list, &source, v, v->columns, sizeof v->columns / sizeof *v->columns);
	v->list.empty = N_("No units: import the TERYT register first (menu 8 1), or choose "
			   "another level (l).");
	v->list.sort_column = 0;
	return 0;
}

static int
selected_slot(const struct view_of_units *v)
{
	int row = list_selected(&v->list);

	return row >= 0 && row < v->count ? v->slots[row] : NO_SLOT;
}

static int
row_of(const struct view_of_units *v, int slot)
{
	for (int i = 0; i < v->count; i++)
		if (v->slots[i] == slot)
			return i;
	return -1;
}

static int
load(struct screens *s, void *self, struct error *err)
{
	struct view_of_units *v = self;
	int slot = selected_slot(v);

	v->count = 0;
	arena_release(&v->arena);
	v->units = app_units(app_of(s), err);
	if (!v->units)
		return -1;
	v->marked = app_marked(app_of(s));
	v->filter.bdl_too = v->filter.level == LEVEL_REGION || v->filter.ended_too;
	v->columns[3].width = v->filter.level < 0 || v->filter.level == LEVEL_REGION ? 12 : 7;
	v->count = unit_find(v->units, &v->filter, &v->arena, &v->slots);
	list_refresh(&v->list, row_of(v, slot == NO_SLOT ? v->marked : slot));
	return 0;
}

static void
draw(void *self, struct canvas *c)
{
	struct view_of_units *v = self;
	struct canvas below = canvas_part(c, 1, 0, c->rows - 1, c->columns);
	const struct unit *area = v->units ? unit_by_slot(v->units, v->filter.area) : NULL;

	canvas_printf(c, 0, 0, -1, ROLE_TITLE, "%s, %s%s", scope_level_text(v->filter.level),
		area ? area->label : _("all of Poland"),
		v->filter.ended_too ? _(", also units that are no more") : "");
	list_draw(&v->list, &below);
}

static void
head(void *self, char *left, size_t left_size, char *right, size_t right_size)
{
	const struct view_of_units *v = self;
	char date[32];

	text_copy(left, left_size, _("Units (TERYT)"));
	if (v->units && v->units->register_date[0])
		snprintf(right, right_size, "GUS, TERYT, %s",
			format_date(date, sizeof date, v->units->register_date));
}

static void
status(void *self, char *dst, size_t size)
{
	list_status(&((struct view_of_units *)self)->list, dst, size);
}

static int
build(const void *self, struct arena *arena, struct report_table *table, struct error *err)
{
	const struct view_of_units *v = self;

	(void)err;
	document_units(table, arena, v->units, v->slots, v->count);
	return 0;
}

static void
ask_level(struct screens *s, const struct view_of_units *v)
{
	const char *choices[LEVEL_COUNT + 1];

	for (int i = 0; i < LEVEL_COUNT; i++)
		choices[i] = scope_level_text(i);
	choices[LEVEL_COUNT] = _("all levels");
	dialog_choose(s, _("Level"), choices, LEVEL_COUNT + 1,
		v->filter.level < 0 ? LEVEL_COUNT : v->filter.level, ANSWER_LEVEL);
}

static int
open_unit(struct screens *s, const struct view_of_units *v, const struct screen *screen)
{
	const struct view view = { .slot = selected_slot(v) };

	if (view.slot != NO_SLOT)
		screens_push(s, screen, &view);
	return SCREEN_HANDLED;
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct view_of_units *v = self;

	switch (action) {
	case ACTION_OPEN:
	case ACTION_CHOSEN:
		return open_unit(s, v, &unit_card_screen);
	case ACTION_PROFILE:
		return open_unit(s, v, &profile_screen);
	case ACTION_UNIT_TAKE:
		scope_take_unit(s, v->units ? unit_by_slot(v->units, selected_slot(v)) : NULL);
		return SCREEN_HANDLED;
	case ACTION_UNIT_GO:
		if (row_of(v, v->marked) >= 0)
			list_select(&v->list, row_of(v, v->marked));
		else
			screens_say(s, "%s", _("The own unit is not among these units."));
		return SCREEN_HANDLED;
	case ACTION_LEVEL:
		ask_level(s, v);
		return SCREEN_HANDLED;
	case ANSWER_LEVEL:
		v->filter.level = event->number == LEVEL_COUNT ? -1 : event->number;
		break;
	case ACTION_AREA:
		lookup_area(s, _("Area"), v->filter.level, ANSWER_AREA);
		return SCREEN_HANDLED;
	case ANSWER_AREA:
		v->filter.area = event->number;
		break;
	case ACTION_ENDED:
		v->filter.ended_too = !v->filter.ended_too;
		break;
	case ACTION_EXPORT:
		export_open(s, build, v, _("units"));
		return SCREEN_HANDLED;
	default:
		return SCREEN_PASS;
	}
	screens_stale(s);
	return SCREEN_HANDLED;
}

static struct focus
focus(void *self)
{
	return (struct focus){ &list_widget, &((struct view_of_units *)self)->list };
}

static void
release(void *self)
{
	struct view_of_units *v = self;

	list_release(&v->list);
	arena_release(&v->arena);
}

static const int screen_actions[] = { ACTION_OPEN, ACTION_EXPORT, ACTION_SEARCH, ACTION_FILTER,
	ACTION_LEVEL, ACTION_AREA, ACTION_ENDED, ACTION_UNIT_TAKE, ACTION_UNIT_GO, ACTION_PROFILE,
	0 };

const struct screen unit_list_screen = {
	.name = "unit_list",
	.title = N_("Units (TERYT)"),
	.size = sizeof(struct view_of_units),
	.actions = screen_actions,
	.start = start,
	.load = load,
	.draw = draw,
	.head = head,
	.status = status,
	.act = act,
	.focus = focus,
	.release = release,
};
