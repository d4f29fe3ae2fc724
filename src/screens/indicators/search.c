/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Search everywhere: units, indicators and groups by any words, and what is found is opened. */
#include "config.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/indicators/indicator.h"
#include "screens/frame/actions.h"
#include "screens/frame/screens.h"
#include "tui/dialog.h"
#include "tui/list.h"

#include <stdio.h>

enum found_kind { FOUND_UNIT, FOUND_INDICATOR, FOUND_GROUP };

struct found {
	enum found_kind kind;
	const char *name, *note, *code;
	int slot;
};

struct search {
	struct app *app;
	char typed[128];
	struct arena arena;
	struct found *rows;
	size_t capacity;
	int count;
	struct list list;
};

static int
count(const void *data)
{
	return ((const struct search *)data)->count;
}

static void
cell(const void *data, int row, int column, struct list_cell *cell)
{
	const struct found *found = &((const struct search *)data)->rows[row];
	const char *const kinds[] = { _("unit"), _("indicator"), _("group") };

	text_copy(cell->text, sizeof cell->text,
		column == 0   ? found->name
		: column == 1 ? kinds[found->kind]
		: column == 2 ? found->note
			      : found->code);
}

static const struct list_source source = { .count = count, .cell = cell };

static const struct list_column columns[] = {
	{ N_("Name"), 0, false },
	{ N_("What"), 9, false },
	{ N_("Nearer"), 24, false },
	{ N_("Code"), 12, false },
};

static void
add(struct search *t, struct found found)
{
	t->rows = arena_grow(&t->arena, t->rows, (size_t)t->count, &t->capacity, sizeof *t->rows);
	t->rows[t->count++] = found;
}

static int
find_units(struct search *t, struct error *err)
{
	const struct unit_table *units = app_units(t->app, err);
	struct unit_filter filter = { .level = -1, .search = t->typed };
	int *slots, n;

	if (!units)
		return -1;
	n = unit_find(units, &filter, &t->arena, &slots);
	for (int i = 0; i < n; i++) {
		const struct unit *unit = unit_by_slot(units, slots[i]);
		const struct unit *above = unit_above(units, unit, LEVEL_POWIAT);

		if (!above || above == unit)
			above = unit_above(units, unit, LEVEL_VOIVODESHIP);
		add(t, (struct found){ FOUND_UNIT, unit->label,
			       above && above != unit ? above->label : unit_kind_label(unit),
			       unit_teryt(unit), unit->slot });
	}
	return 0;
}

static int
find_indicators(struct search *t, struct error *err)
{
	struct indicator_filter filter = { .search = t->typed };
	struct indicator *list;
	int n;

	if (indicator_list(t->app->db, &filter, &t->arena, &list, &n, err))
		return -1;
	for (int i = 0; i < n; i++)
		add(t, (struct found){ FOUND_INDICATOR, list[i].name, list[i].service, list[i].code,
			       NO_SLOT });
	return 0;
}

static int
find_groups(struct search *t, struct error *err)
{
	char needle[128], folded[256];
	struct group *list;
	int n;

	if (group_list(t->app->db, &t->arena, &list, &n, err))
		return -1;
	text_fold(needle, sizeof needle, t->typed);
	for (int i = 0; i < n; i++)
		if (text_match(text_fold(folded, sizeof folded, list[i].name), needle))
			add(t, (struct found){
				       FOUND_GROUP, list[i].name, list[i].note, "", NO_SLOT });
	return 0;
}

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	struct search *t = self;

	(void)argument;
	(void)err;
	t->app = app_of(s);
	list_start(&t->list, &source, t, columns, 4);
	t->list.empty = N_("Nothing found. F7 asks for other words.");
	dialog_input(s, _("Search everywhere"), _("Words or code:"), "", ACTION_ANSWER_1);
	return 0;
}

static int
load(struct screens *s, void *self, struct error *err)
{
	struct search *t = self;
	int result = 0;

	(void)s;
	arena_release(&t->arena);
	t->rows = NULL;
	t->capacity = 0;
	t->count = 0;
	if (t->typed[0])
		result = find_units(t, err) || find_indicators(t, err) || find_groups(t, err) ? -1
											      : 0;
	list_refresh(&t->list, -1);
	return result;
}

static void
draw(void *self, struct canvas *c)
{
	struct search *t = self;
	struct canvas rows = canvas_part(c, 1, 0, c->rows - 1, c->columns);

	canvas_printf(c, 0, 0, -1, ROLE_LABEL, _("Found for: %s"), t->typed);
	list_draw(&t->list, &rows);
}

static int
open_found(struct screens *s, const struct found *found)
{
	struct view view = { .indicator = found->kind == FOUND_INDICATOR ? found->code : NULL,
		.slot = found->slot };

	screens_push(s,
		found->kind == FOUND_UNIT        ? &unit_card_screen
		: found->kind == FOUND_INDICATOR ? &indicator_card_screen
						 : &group_list_screen,
		found->kind == FOUND_GROUP ? NULL : &view);
	return SCREEN_HANDLED;
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct search *t = self;
	int row = list_selected(&t->list);

	switch (action) {
	case ACTION_OPEN:
	case ACTION_CHOSEN:
		return row >= 0 ? open_found(s, &t->rows[row]) : SCREEN_HANDLED;
	case ACTION_NEW:
		dialog_input(
			s, _("Search everywhere"), _("Words or code:"), t->typed, ACTION_ANSWER_1);
		return SCREEN_HANDLED;
	case ACTION_ANSWER_1:
		text_copy(t->typed, sizeof t->typed, event->answer);
		screens_stale(s);
		return SCREEN_HANDLED;
	default:
		return SCREEN_PASS;
	}
}

static void
status(void *self, char *dst, size_t size)
{
	list_status(&((struct search *)self)->list, dst, size);
}

static struct focus
focus(void *self)
{
	return (struct focus){ &list_widget, &((struct search *)self)->list };
}

static void
release(void *self)
{
	struct search *t = self;

	list_release(&t->list);
	arena_release(&t->arena);
}

static const int ids[] = { ACTION_OPEN, ACTION_SEARCH, ACTION_FILTER, ACTION_NEW, 0 };

const struct screen search_screen = {
	.name = "search",
	.title = N_("Search everywhere"),
	.size = sizeof(struct search),
	.actions = ids,
	.start = start,
	.load = load,
	.draw = draw,
	.status = status,
	.act = act,
	.focus = focus,
	.release = release,
};
