/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What speaks for a conclusion: figures frozen as they were seen, and findings in words. */
#include "config.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "model/plans/conclusion.h"
#include "model/indicators/flag.h"
#include "screens/frame/actions.h"
#include "screens/frame/list_screen.h"
#include "screens/frame/screens.h"
#include "screens/plans/group_view.h"
#include "screens/plans/plan_forms.h"
#include "tui/dialog.h"

#include <math.h>
#include <stdio.h>

enum { ANSWER_TEXT = ACTION_ANSWER_1, ANSWER_REMOVE };

struct evidence_view {
	struct list_screen base;
	int64_t conclusion;
	struct conclusion card;
	struct evidence *rows;
	const struct unit_table *units;
};

static int
load(void *self, struct error *err)
{
	struct evidence_view *v = self;
	struct db *db = v->base.app->db;

	v->units = app_units(v->base.app, err);
	return !v->units || conclusion_load(db, v->conclusion, &v->card, err) ||
			       evidence_list(db, v->conclusion, &v->base.arena, &v->rows,
				       &v->base.count, err)
		       ? -1
		       : 0;
}

static void
figure(struct list_cell *c, double value, int decimals)
{
	if (!isnan(value))
		number_format(c->text, sizeof c->text, value, decimals);
}

static void
cell(const void *self, int row, int column, struct list_cell *c)
{
	const struct evidence *e = &((const struct evidence_view *)self)->rows[row];

	if (column == 0) {
		text_copy(c->text, sizeof c->text, e->text);
		return;
	}
	if (e->kind != EVIDENCE_INDICATOR)
		return;
	switch (column) {
	case 1:
		snprintf(c->text, sizeof c->text, "%d", e->year);
		break;
	case 2:
		figure(c, e->value, e->decimals);
		break;
	case 3:
		figure(c, e->mean, e->decimals);
		break;
	case 4:
		figure(c, e->best, e->decimals);
		break;
	default:
		snprintf(c->text, sizeof c->text, "%d/%d", e->with_data, e->members);
		break;
	}
}

static void
id(const void *self, int row, char *dst, size_t size)
{
	snprintf(dst, size, "%d", ((const struct evidence_view *)self)->rows[row].position);
}

/* Who is the best, which no column has room for. */
static void
note(const void *self, int row, char *dst, size_t size)
{
	const struct evidence_view *v = self;
	const struct unit *best;

	if (row < 0 || v->rows[row].best_slot == NO_SLOT)
		return;
	best = unit_by_slot(v->units, v->rows[row].best_slot);
	snprintf(dst, size, _("the best: %s"), best ? best->told : "");
}

static void
above(void *self, struct canvas *c)
{
	const struct evidence_view *v = self;

	canvas_text(c, 0, 0, -1, ROLE_TITLE, v->card.text);
	canvas_text(c, 1, 0, -1, ROLE_HINT,
		_("Figures stand as they were when the conclusion was drawn."));
}

static const struct list_column columns[] = {
	{ N_("What speaks for it"), 0, false },
	{ N_("Year"), 5, true },
	{ N_("Own"), 10, true },
	{ N_("Mean"), 10, true },
	{ N_("Best"), 10, true },
	{ N_("Data"), 6, true },
};

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct evidence_view *v = self;
	struct app *app = app_of(s);
	struct error err = { 0 };

	switch (action) {
	case ACTION_NEW:
		dialog_input(s, _("What was found"), _("In a sentence"), "", ANSWER_TEXT);
		return SCREEN_HANDLED;
	case ANSWER_TEXT:
		app_done(s,
			app_may_write(app, &err) || evidence_write(app->db, v->conclusion,
							    EVIDENCE_TEXT, event->answer, &err),
			&err, _("The finding is added."));
		return SCREEN_HANDLED;
	default:
		return SCREEN_PASS;
	}
}

static int
act_row(struct screens *s, void *self, int row, int action)
{
	struct evidence_view *v = self;
	struct app *app = app_of(s);
	struct view view = {
		.indicator = v->rows[row].indicator, .year = v->rows[row].year, .slot = v->card.slot
	};
	struct error err = { 0 };

	switch (action) {
	case ACTION_OPEN:
		if (v->rows[row].kind == EVIDENCE_INDICATOR && v->rows[row].indicator[0])
			group_view_chart(s, v->card.group, &view);
		else
			dialog_message(s, _("What was found"), v->rows[row].text);
		return SCREEN_HANDLED;
	case ACTION_DELETE:
		dialog_ask(s, _("Take the evidence out?"), v->rows[row].text, ANSWER_REMOVE, 0);
		return SCREEN_HANDLED;
	case ANSWER_REMOVE:
		app_done(s,
			app_may_write(app, &err) || evidence_remove(app->db, v->conclusion,
							    v->rows[row].position, &err),
			&err, _("The evidence is taken out."));
		return SCREEN_HANDLED;
	default:
		return SCREEN_PASS;
	}
}

static const struct list_screen_kind kind = {
	.columns = columns,
	.column_count = sizeof columns / sizeof *columns,
	.empty = N_("Nothing yet: F7 writes a finding; w in the comparison of the group adds "
		    "figures."),
	.lines_above = 2,
	.load = load,
	.cell = cell,
	.id = id,
	.note = note,
	.above = above,
	.act = act,
	.act_row = act_row,
	.file = N_("evidence"),
	.file_title = N_("Evidence"),
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	(void)err;
	list_screen_start(s, self, &kind);
	((struct evidence_view *)self)->conclusion = *(const int64_t *)argument;
	return 0;
}

static const int ids[] = { ACTION_OPEN, ACTION_EXPORT, ACTION_SEARCH, ACTION_FILTER, ACTION_NEW,
	ACTION_DELETE, 0 };

const struct screen evidence_screen = { .name = "evidence",
	.title = N_("Evidence"),
	.size = sizeof(struct evidence_view),
	.actions = ids,
	.start = start,
	LIST_SCREEN };
