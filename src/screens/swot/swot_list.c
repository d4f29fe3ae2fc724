/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SWOT analyses, the newest year first. */
#include "config.h"

#include "base/i18n.h"
#include "base/text.h"
#include "screens/frame/actions.h"
#include "screens/frame/list_screen.h"
#include "screens/frame/screens.h"
#include "screens/swot/swot_screens.h"
#include "tui/dialog.h"

#include <stdio.h>

enum { ANSWER_SAVED = ACTION_ANSWER_1, ANSWER_RETIRE };

struct swots {
	struct list_screen base;
	struct swot *rows;
	const struct unit_table *units;
};

static int
load(void *self, struct error *err)
{
	struct swots *v = self;
	struct swot_filter filter = { .slot = NO_SLOT, .retired = v->base.retired };

	v->units = app_units(v->base.app, err);
	v->base.list.empty = v->base.retired ? N_("Nothing is deleted: x shows those in use.")
					     : N_("No SWOT analysis yet: F7 begins one.");
	return v->units ? swot_list(v->base.app->db, &filter, &v->base.arena, &v->rows,
				  &v->base.count, err)
			: -1;
}

static void
cell(const void *self, int row, int column, struct list_cell *c)
{
	const struct swots *v = self;
	const struct swot *w = &v->rows[row];
	const struct unit *u = unit_by_slot(v->units, w->slot);

	switch (column) {
	case 0:
		snprintf(c->text, sizeof c->text, "%s%s", w->title,
			w->made_up ? _(" (made up)") : "");
		break;
	case 1:
		text_copy(c->text, sizeof c->text, u ? u->label : "");
		break;
	case 2:
		snprintf(c->text, sizeof c->text, "%d", w->year);
		break;
	case 3:
		snprintf(c->text, sizeof c->text, "%d", w->factors);
		break;
	default:
		text_copy(c->text, sizeof c->text, w->code);
		break;
	}
}

static void
id(const void *self, int row, char *dst, size_t size)
{
	snprintf(dst, size, "%lld", (long long)((const struct swots *)self)->rows[row].id);
}

static void
above(void *self, struct canvas *c)
{
	const struct swots *v = self;

	canvas_text(c, 0, 0, -1, v->base.retired ? ROLE_WARN : ROLE_HINT,
		v->base.retired ? _("Deleted ones; p brings one back, x shows those in use")
				: _("Enter opens the factors; m matrices, k position, v votes"));
}

static const struct list_column columns[] = {
	{ N_("SWOT analysis"), 0, false },
	{ N_("Whose"), 18, false },
	{ N_("Year"), 5, true },
	{ N_("Factors"), 8, true },
	{ N_("Code"), 12, false },
};

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct swots *v = self;

	switch (action) {
	case ACTION_NEW:
		card_form_open(s, &swot_form, 0, 0, ANSWER_SAVED);
		return SCREEN_HANDLED;
	case ANSWER_SAVED:
		list_screen_want(v, event->number);
		return SCREEN_HANDLED;
	case ACTION_RETIRED:
		v->base.retired = !v->base.retired;
		screens_stale(s);
		return SCREEN_HANDLED;
	case ACTION_BALLOTS:
		if (list_screen_row(v) >= 0 && !v->base.retired)
			return SCREEN_PASS;
		screens_push(s, &ballot_list_screen, NULL);
		return SCREEN_HANDLED;
	default:
		return SCREEN_PASS;
	}
}

static void
bring_back(struct screens *s, struct swots *v, int64_t id)
{
	struct app *app = app_of(s);
	struct error err = { 0 };

	if (!v->base.retired)
		screens_say(s, "%s", _("It is in use; x shows the deleted ones."));
	else
		app_done(s, app_may_write(app, &err) || swot_restore(app->db, id, &err), &err,
			_("The SWOT analysis is back."));
}

static int
act_row(struct screens *s, void *self, int row, int action)
{
	struct swots *v = self;
	struct app *app = app_of(s);
	int64_t chosen = v->rows[row].id;
	struct ballot_of of = { .swot = chosen, .slot = v->rows[row].slot };
	struct error err = { 0 };

	if (action == ACTION_BRING_BACK) {
		bring_back(s, v, chosen);
		return SCREEN_HANDLED;
	}
	if (v->base.retired)
		return SCREEN_PASS;
	switch (action) {
	case ACTION_OPEN:
		screens_push(s, &factor_list_screen, &chosen);
		return SCREEN_HANDLED;
	case ACTION_EDIT:
		card_form_open(s, &swot_form, chosen, 0, ANSWER_SAVED);
		return SCREEN_HANDLED;
	case ACTION_SWOT_MATRIX:
		screens_push(s, &swot_matrix_screen, &chosen);
		return SCREEN_HANDLED;
	case ACTION_SWOT_POSITION:
		screens_push(s, &swot_position_screen, &chosen);
		return SCREEN_HANDLED;
	case ACTION_BALLOTS:
		screens_push(s, &ballot_list_screen, &of);
		return SCREEN_HANDLED;
	case ACTION_SWOT_PRINT:
		swot_print(s, chosen);
		return SCREEN_HANDLED;
	case ACTION_DELETE:
		dialog_ask(s, _("Delete the SWOT analysis?"), v->rows[row].title, ANSWER_RETIRE, 0);
		return SCREEN_HANDLED;
	case ANSWER_RETIRE:
		app_done(s,
			app_may_write(app, &err) ||
				swot_retire(app->db, chosen, v->rows[row].rev, &err),
			&err, _("It is deleted; x shows the deleted ones, p brings one back."));
		return SCREEN_HANDLED;
	default:
		return SCREEN_PASS;
	}
}

static const struct list_screen_kind kind = {
	.columns = columns,
	.column_count = sizeof columns / sizeof *columns,
	.empty = N_("No SWOT analysis yet: F7 begins one."),
	.lines_above = 1,
	.load = load,
	.cell = cell,
	.id = id,
	.above = above,
	.act = act,
	.act_row = act_row,
	.file = N_("swot"),
	.file_title = N_("SWOT analysis"),
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
	ACTION_NEW, ACTION_DELETE, ACTION_SWOT_MATRIX, ACTION_SWOT_POSITION, ACTION_BALLOTS,
	ACTION_SWOT_PRINT, ACTION_RETIRED, ACTION_BRING_BACK, 0 };

const struct screen swot_list_screen = { .name = "swot_list",
	.title = N_("SWOT analysis"),
	.size = sizeof(struct swots),
	.actions = ids,
	.start = start,
	LIST_SCREEN };
