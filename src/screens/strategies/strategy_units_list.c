/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Units that take part in a supralocal strategy beside its leader. */
#include "config.h"

#include "base/i18n.h"
#include "base/text.h"
#include "screens/frame/actions.h"
#include "screens/frame/list_screen.h"
#include "screens/frame/lookup.h"
#include "screens/strategies/target_screens.h"

#include <stdio.h>

enum { ANSWER_UNIT = ACTION_ANSWER_1 };

struct units_list {
	struct list_screen base;
	int64_t id;
	struct strategy strategy;
	const struct unit_table *units;
	int *slots;
};

static int
load(void *self, struct error *err)
{
	struct units_list *v = self;
	struct app *app = v->base.app;

	v->units = app_units(app, err);
	return !v->units || strategy_load(app->db, v->id, &v->strategy, err) ||
			       strategy_units(app->db, v->id, &v->base.arena, &v->slots,
				       &v->base.count, err)
		       ? -1
		       : 0;
}

static const struct list_column columns[] = {
	{ N_("Unit"), 0, false },
	{ N_("Powiat"), 24, false }, /* gminy of one name are told by it */
	{ N_("TERYT"), 12, false },
};

static void
cell(const void *self, int row, int column, struct list_cell *c)
{
	const struct units_list *v = self;
	const struct unit *unit = unit_by_slot(v->units, v->slots[row]), *above;

	if (!unit)
		return;
	above = unit->level == LEVEL_GMINA ? unit_by_slot(v->units, unit->parent) : NULL;
	if (column == 0)
		lookup_unit_text(c->text, sizeof c->text, unit);
	else if (column == 1)
		text_copy(c->text, sizeof c->text, above ? above->name : "");
	else
		text_copy(c->text, sizeof c->text, unit_teryt(unit));
}

static void
id(const void *self, int row, char *dst, size_t size)
{
	snprintf(dst, size, "%d", ((const struct units_list *)self)->slots[row]);
}

static void
above(void *self, struct canvas *c)
{
	const struct units_list *v = self;
	const struct unit *leader;
	char text[160];

	if (!v->units)
		return;
	leader = unit_by_slot(v->units, v->strategy.slot);
	canvas_printf(c, 0, 0, -1, ROLE_TITLE, "%s  %s", v->strategy.code, v->strategy.name);
	if (leader)
		canvas_printf(c, 1, 0, -1, ROLE_TEXT, _("leader: %s"),
			lookup_unit_text(text, sizeof text, leader));
}

/* Those that are there without one row (-1 = all), and one more (NO_SLOT = none). */
static int
save(struct app *app, const struct units_list *v, int without, int more, struct error *err)
{
	struct arena arena = { 0 };
	int *slots = arena_array(&arena, (size_t)v->base.count + 1, sizeof *slots), count = 0;
	int failed;

	for (int i = 0; i < v->base.count; i++)
		if (i != without)
			slots[count++] = v->slots[i];
	if (more != NO_SLOT)
		slots[count++] = more;
	failed = app_may_write(app, err) ||
		 strategy_units_save(app->db, v->id, v->strategy.rev, slots, count, err);
	arena_release(&arena);
	return failed ? -1 : 0;
}

static void
add(struct screens *s, const struct units_list *v, int slot)
{
	struct app *app = app_of(s);
	struct error err = { 0 };

	if (slot == v->strategy.slot) {
		screens_say(s, "%s", _("The leader leads it already."));
		return;
	}
	for (int i = 0; i < v->base.count; i++)
		if (v->slots[i] == slot) {
			screens_say(s, "%s", _("The unit takes part already."));
			return;
		}
	app_done(s, save(app, v, -1, slot, &err), &err, _("The unit takes part."));
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct units_list *v = self;

	switch (action) {
	case ACTION_NEW:
		lookup_unit(s, _("Add a unit"), NULL, ANSWER_UNIT);
		return SCREEN_HANDLED;
	case ANSWER_UNIT:
		add(s, v, event->number);
		list_screen_want(v, event->number);
		return SCREEN_HANDLED;
	default:
		return SCREEN_PASS;
	}
}

static int
act_row(struct screens *s, void *self, int row, int action)
{
	struct error err = { 0 };

	if (action != ACTION_DELETE)
		return SCREEN_PASS;
	app_done(s, save(app_of(s), self, row, NO_SLOT, &err), &err,
		_("The unit takes part no more."));
	return SCREEN_HANDLED;
}

static const struct list_screen_kind kind = {
	.columns = columns,
	.column_count = sizeof columns / sizeof *columns,
	.empty = N_("No unit beside the leader yet: F7 adds one."),
	.lines_above = 2,
	.load = load,
	.cell = cell,
	.id = id,
	.above = above,
	.act = act,
	.act_row = act_row,
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	(void)err;
	list_screen_start(s, self, &kind);
	((struct units_list *)self)->id = *(const int64_t *)argument;
	return 0;
}

static const int ids[] = { ACTION_SEARCH, ACTION_FILTER, ACTION_NEW, ACTION_DELETE, 0 };

const struct screen strategy_units_screen = { .name = "strategy_units",
	.title = N_("Units of the strategy"),
	.size = sizeof(struct units_list),
	.actions = ids,
	.start = start,
	LIST_SCREEN };
