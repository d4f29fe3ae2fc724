/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Strategies and programmes of units. */
#include "config.h"

#include "base/i18n.h"
#include "base/text.h"
#include "screens/frame/actions.h"
#include "screens/frame/list_screen.h"
#include "screens/strategies/target_screens.h"
#include "tui/dialog.h"

#include <stdio.h>

enum { ANSWER_SAVED = ACTION_ANSWER_1, ANSWER_RETIRE };

struct strategies {
	struct list_screen base;
	struct strategy *rows;
	const struct unit_table *units;
};

static int
load(void *self, struct error *err)
{
	struct strategies *v = self;
	struct app *app = v->base.app;
	const struct strategy_filter filter = { .slot = NO_SLOT, .retired = v->base.retired };

	v->base.list.empty =
		v->base.retired ? N_("No strategy is deleted.")
				: N_("No strategy yet: F7 makes one, 8 1 takes one from a file.");
	v->units = app_units(app, err);
	return v->units ? strategy_list(
				  app->db, &filter, &v->base.arena, &v->rows, &v->base.count, err)
			: -1;
}

static const struct list_column columns[] = {
	{ N_("Strategy"), 0, false },
	{ N_("Whose"), 16, false },
	{ N_("Years"), 9, false },
	{ N_("State"), 14, false },
};

static void
cell(const void *self, int row, int column, struct list_cell *c)
{
	const struct strategies *v = self;
	const struct strategy *s = &v->rows[row];
	const struct unit *unit;
	size_t used;

	switch (column) {
	case 0:
		used = (size_t)snprintf(c->text, sizeof c->text, "%s  ", s->code);
		text_copy(c->text + used, sizeof c->text - used, s->name);
		break;
	case 1:
		unit = unit_by_slot(v->units, s->slot);
		text_copy(c->text, sizeof c->text, unit ? unit->label : "");
		break;
	case 2:
		snprintf(c->text, sizeof c->text, "%d–%d", s->first_year, s->last_year);
		break;
	default:
		text_copy(c->text, sizeof c->text, strategy_state_label(s->state));
		break;
	}
}

static void
id(const void *self, int row, char *dst, size_t size)
{
	snprintf(dst, size, "%lld", (long long)((const struct strategies *)self)->rows[row].id);
}

static void
note(const void *self, int row, char *dst, size_t size)
{
	const struct strategies *v = self;
	const struct strategy *s;

	if (row < 0)
		return;
	s = &v->rows[row];
	snprintf(dst, size, _("%s; goals %d, indicators %d, tasks %d%s"),
		strategy_kind_label(s->kind), s->goals, s->targets, s->tasks,
		s->made_up ? _("; made up") : "");
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct strategies *v = self;

	switch (action) {
	case ACTION_NEW:
		card_form_open(s, &strategy_form, 0, 0, ANSWER_SAVED);
		return SCREEN_HANDLED;
	case ANSWER_SAVED:
		list_screen_want(v, event->number);
		return SCREEN_HANDLED;
	case ACTION_RETIRED:
		v->base.retired = !v->base.retired;
		screens_stale(s);
		return SCREEN_HANDLED;
	default:
		return SCREEN_PASS;
	}
}

static int
bring_back(struct screens *s, struct strategies *v, int64_t strategy)
{
	struct app *app = app_of(s);
	struct error err = { 0 };

	if (!v->base.retired)
		return SCREEN_PASS;
	if (app_done(s, app_may_write(app, &err) || strategy_restore(app->db, strategy, &err), &err,
		    _("The strategy is back.")) == 0)
		v->base.retired = false;
	list_screen_want(v, strategy);
	return SCREEN_HANDLED;
}

static int
act_row(struct screens *s, void *self, int row, int action)
{
	struct strategies *v = self;
	struct app *app = app_of(s);
	struct error err = { 0 };
	const struct strategy *g = &v->rows[row];
	char text[512];

	switch (action) {
	case ACTION_OPEN:
		if (v->base.retired)
			screens_say(s, "%s", _("The strategy is deleted: p brings it back."));
		else
			screens_push(s, &strategy_tree_screen, &g->id);
		return SCREEN_HANDLED;
	case ACTION_EDIT:
		if (!v->base.retired)
			card_form_open(s, &strategy_form, g->id, 0, ANSWER_SAVED);
		return SCREEN_HANDLED;
	case ACTION_STATUS_LIGHTS:
		if (!v->base.retired)
			screens_push(s, &strategy_lights_screen, &g->id);
		return SCREEN_HANDLED;
	case ACTION_STRATEGY_UNITS:
		if (!v->base.retired)
			screens_push(s, &strategy_units_screen, &g->id);
		return SCREEN_HANDLED;
	case ACTION_STRATEGY_WORDS:
		strategy_words_open(s, g);
		return SCREEN_HANDLED;
	case ACTION_STRATEGY_FILE:
		if (!v->base.retired)
			strategy_file_export(s, g);
		return SCREEN_HANDLED;
	case ACTION_BRING_BACK:
		return bring_back(s, v, g->id);
	case ACTION_DELETE:
		if (v->base.retired)
			return SCREEN_HANDLED;
		snprintf(text, sizeof text,
			_("%s\nGoals: %d, indicators: %d, tasks: %d go with it. x and p bring it "
			  "back."),
			g->name, g->goals, g->targets, g->tasks);
		dialog_ask(s, _("Delete the strategy?"), text, ANSWER_RETIRE, 0);
		return SCREEN_HANDLED;
	case ANSWER_RETIRE:
		app_done(s,
			app_may_write(app, &err) ||
				strategy_retire(app->db, g->id, g->rev, &err),
			&err, _("The strategy is deleted."));
		return SCREEN_HANDLED;
	default:
		return SCREEN_PASS;
	}
}

static const int row_ids[] = { ACTION_STATUS_LIGHTS, ACTION_STRATEGY_UNITS, ACTION_STRATEGY_WORDS,
	ACTION_STRATEGY_FILE, 0 };

static const struct list_screen_kind kind = {
	.columns = columns,
	.column_count = sizeof columns / sizeof *columns,
	.empty = N_("No strategy yet: F7 makes one, 8 1 takes one from a file."),
	.load = load,
	.cell = cell,
	.id = id,
	.note = note,
	.act = act,
	.act_row = act_row,
	.of_row = row_ids,
	.file = N_("strategies"),
	.file_title = N_("Strategies"),
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
	ACTION_NEW, ACTION_DELETE, ACTION_STATUS_LIGHTS, ACTION_STRATEGY_UNITS,
	ACTION_STRATEGY_WORDS, ACTION_STRATEGY_FILE, ACTION_RETIRED, ACTION_BRING_BACK, 0 };

const struct screen strategy_list_screen = { .name = "strategy_list",
	.title = N_("Strategies"),
	.size = sizeof(struct strategies),
	.actions = ids,
	.start = start,
	LIST_SCREEN };
