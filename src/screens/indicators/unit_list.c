/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The register: units of a level and an area in Polish order, found while one types. */
#include "config.h"
#include "screens/indicators/scope.h"
#include "screens/indicators/unit_rows.h"

#include "base/i18n.h"
#include "base/text.h"
#include "report/documents.h"
#include "screens/frame/actions.h"
#include "screens/frame/format.h"
#include "screens/frame/list_screen.h"
#include "screens/frame/lookup.h"
#include "tui/dialog.h"

#include <stdio.h>
#include <string.h>

enum { COLUMNS = 4 };

struct view_of_units {
	struct list_screen base;
	const struct unit_table *units;
	struct unit_filter filter;
	int *slots;
	int marked;
	struct list_column columns[COLUMNS]; /* codes of regions are longer */
};

enum { ANSWER_LEVEL = ACTION_ANSWER_1, ANSWER_AREA };

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

static void
id(const void *self, int row, char *dst, size_t size)
{
	snprintf(dst, size, "%d", ((const struct view_of_units *)self)->slots[row]);
}

static const struct list_column usual_columns[COLUMNS] = {
	{ N_("Name"), 0, false },
	{ N_("Kind"), 21, false },
	{ N_("Unit above"), 21, false },
	{ N_("Code"), 7, false },
};

static int
load(void *self, struct error *err)
{
	struct view_of_units *v = self;

	v->units = app_units(v->base.app, err);
	if (!v->units)
		return -1;
	v->marked = app_marked(v->base.app);
	v->filter.bdl_too = v->filter.level == LEVEL_REGION || v->filter.ended_too;
	v->columns[3].width = v->filter.level < 0 || v->filter.level == LEVEL_REGION ? 12 : 7;
	v->base.count = unit_find(v->units, &v->filter, &v->base.arena, &v->slots);
	if (!v->base.id[0])
		snprintf(v->base.id, sizeof v->base.id, "%d", v->marked);
	return 0;
}

static void
above(void *self, struct canvas *c)
{
	struct view_of_units *v = self;
	const struct unit *area = v->units ? unit_by_slot(v->units, v->filter.area) : NULL;

	canvas_printf(c, 0, 0, -1, ROLE_TITLE, "%s, %s%s", scope_level_text(v->filter.level),
		area ? area->label : _("all of Poland"),
		v->filter.ended_too ? _(", also units that are no more") : "");
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

static int
build(const void *self, struct arena *arena, struct report_table *table, struct error *err)
{
	const struct view_of_units *v = self;

	(void)err;
	document_units(table, arena, v->units, v->slots, v->base.count);
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
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct view_of_units *v = self;

	switch (action) {
	case ACTION_UNIT_GO:
		unit_row_go(s, v, v->marked);
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
	default:
		return SCREEN_PASS;
	}
	screens_stale(s);
	return SCREEN_HANDLED;
}

static int
act_row(struct screens *s, void *self, int row, int action)
{
	const struct view_of_units *v = self;
	const struct view view = { .slot = v->slots[row] };

	if (action == ACTION_OPEN)
		screens_push(s, &unit_card_screen, &view);
	else if (action == ACTION_PROFILE)
		screens_push(s, &profile_screen, &view);
	else if (action == ACTION_UNIT_TAKE)
		scope_take_unit(s, unit_by_slot(v->units, view.slot));
	else
		return SCREEN_PASS;
	return SCREEN_HANDLED;
}

static const struct list_screen_kind kind = {
	.columns = usual_columns,
	.column_count = COLUMNS,
	.empty = N_("No units: import the TERYT register first (menu 8 1), or choose "
		    "another level (l)."),
	.lines_above = 1,
	.load = load,
	.cell = cell,
	.id = id,
	.key = key,
	.above = above,
	.act = act,
	.act_row = act_row,
	.file = N_("units"),
	.build = build,
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	struct view_of_units *v = self;

	(void)argument;
	(void)err;
	list_screen_start(s, self, &kind);
	v->filter = (struct unit_filter){ .level = LEVEL_GMINA };
	memcpy(v->columns, usual_columns, sizeof v->columns);
	v->base.list.columns = v->columns;
	v->base.list.sort_column = 0;
	return 0;
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
	.head = head,
	LIST_SCREEN,
};
