/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Improvement plans: whose, how far their actions are, where their measure stands. */
#include "config.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "model/improvement_plan.h"
#include "screens/frame/actions.h"
#include "screens/frame/list_screen.h"
#include "screens/frame/screens.h"
#include "screens/plans/group_view.h"
#include "screens/plans/plan_forms.h"
#include "tui/dialog.h"

#include <math.h>
#include <stdio.h>

enum { ANSWER_GROUP = ACTION_ANSWER_1, ANSWER_SAVED, ANSWER_RETIRE, ANSWER_NEW };

struct plans {
	struct list_screen base;
	struct group_view view;
	const struct unit_table *units;
	struct improvement_plan *rows;
	struct plan_progress *progress;
	int64_t wanted, retired;
};

static int
load(void *self, struct error *err)
{
	struct plans *v = self;
	struct plan_filter filter = { .slot = NO_SLOT };
	struct db *db = v->base.app->db;

	if (v->wanted)
		snprintf(v->base.id, sizeof v->base.id, "%lld", (long long)v->wanted);
	v->wanted = 0;
	v->units = app_units(v->base.app, err);
	if (!v->units || group_view_load(&v->view, v->base.app, &v->base.arena, err))
		return -1;
	filter.group = v->view.group.id;
	if (plan_list(db, &filter, &v->base.arena, &v->rows, &v->base.count, err))
		return -1;
	return plan_progress_list(
		db, v->units, v->rows, v->base.count, &v->base.arena, &v->progress, err);
}

static const char *
unit_label(const struct plans *v, int slot)
{
	const struct unit *u = unit_by_slot(v->units, slot);

	return u ? u->label : "";
}

static void
progress_cell(const struct plan_progress *p, struct list_cell *c)
{
	char percent[32];

	if (isnan(p->percent))
		return;
	number_format(percent, sizeof percent, p->percent, 0);
	snprintf(c->text, sizeof c->text, "%s%% (%d)", percent, p->year);
}

static void
cell(const void *self, int row, int column, struct list_cell *c)
{
	const struct plans *v = self;
	const struct improvement_plan *p = &v->rows[row];

	if (p->state == PLAN_CLOSED)
		c->role = ROLE_HINT;
	switch (column) {
	case 0:
		text_copy(c->text, sizeof c->text, p->title);
		break;
	case 1:
		text_copy(c->text, sizeof c->text, unit_label(v, p->slot));
		break;
	case 2:
		snprintf(c->text, sizeof c->text, "%d/%d", p->actions_done, p->actions);
		break;
	case 3:
		progress_cell(&v->progress[row], c);
		break;
	default:
		text_copy(c->text, sizeof c->text, plan_state_label(p->state));
		break;
	}
}

static void
id(const void *self, int row, char *dst, size_t size)
{
	snprintf(dst, size, "%lld", (long long)((const struct plans *)self)->rows[row].id);
}

static void
key(const void *self, int row, char *dst, size_t size)
{
	const struct plans *v = self;
	const struct improvement_plan *p = &v->rows[row];

	snprintf(dst, size, "%s %s %s %s", p->title, unit_label(v, p->slot), p->group_code,
		p->service);
}

static void
note(const void *self, int row, char *dst, size_t size)
{
	const struct plans *v = self;

	if (row >= 0)
		snprintf(dst, size,
			P_("number %lld, %d conclusion", "number %lld, %d conclusions",
				v->rows[row].conclusions),
			(long long)v->rows[row].id, v->rows[row].conclusions);
}

static void
above(void *self, struct canvas *c)
{
	const struct plans *v = self;
	char group[256];

	canvas_text(c, 0, 0, -1, ROLE_LABEL, group_view_text(&v->view, group, sizeof group));
	canvas_text(c, 1, 0, -1, ROLE_HINT,
		_("Enter opens a plan with its actions and results; F4 changes its card"));
}

static const struct list_column columns[] = {
	{ N_("Plan"), 0, false },
	{ N_("Whose"), 20, false },
	{ N_("Done"), 6, true },
	{ N_("Of the way"), 13, true },
	{ N_("State"), 10, false },
};

static void
retire(struct screens *s, struct plans *v, int64_t id_of, bool back)
{
	struct app *app = app_of(s);
	struct error err = { 0 };

	if (app_may_write(app, &err) ||
		(back ? plan_restore(app->db, id_of, &err) : plan_retire(app->db, id_of, &err))) {
		app_error(s, _("Nothing was changed"), &err);
		return;
	}
	v->retired = back ? 0 : id_of;
	v->wanted = back ? id_of : 0;
	app_changed(s);
	screens_say(s, "%s",
		back ? _("The plan is back.") : _("The plan is deleted; z brings it back."));
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct plans *v = self;

	switch (action) {
	case ACTION_EXCHANGE_GROUP:
		group_view_ask(s, &v->view, ANSWER_GROUP);
		return SCREEN_HANDLED;
	case ANSWER_GROUP:
		group_view_take(s, &v->view, event->number);
		return SCREEN_HANDLED;
	case ACTION_NEW:
		if (v->view.group.id || !v->view.count)
			card_form_open(s, &plan_form, 0, v->view.group.id, ANSWER_SAVED);
		else
			group_view_ask_new(s, &v->view, ANSWER_NEW);
		return SCREEN_HANDLED;
	case ANSWER_NEW:
		card_form_open(
			s, &plan_form, 0, group_view_chosen(&v->view, event->number), ANSWER_SAVED);
		return SCREEN_HANDLED;
	case ANSWER_SAVED:
		v->wanted = event->number;
		return SCREEN_HANDLED;
	case ACTION_UNDO:
		if (v->retired)
			retire(s, v, v->retired, true);
		else
			screens_say(s, "%s", _("There is nothing to take back here."));
		return SCREEN_HANDLED;
	default:
		return SCREEN_PASS;
	}
}

static int
act_row(struct screens *s, void *self, int row, int action)
{
	struct plans *v = self;
	char text[512];

	switch (action) {
	case ACTION_OPEN:
		screens_push(s, &plan_card_screen, &v->rows[row].id);
		return SCREEN_HANDLED;
	case ACTION_EDIT:
		card_form_open(s, &plan_form, v->rows[row].id, 0, ANSWER_SAVED);
		return SCREEN_HANDLED;
	case ACTION_DELETE:
		snprintf(text, sizeof text, _("%s\nIt leaves lists and reports."),
			v->rows[row].title);
		dialog_ask(s, _("Delete the plan?"), text, ANSWER_RETIRE, 0);
		return SCREEN_HANDLED;
	case ANSWER_RETIRE:
		retire(s, v, v->rows[row].id, false);
		return SCREEN_HANDLED;
	default:
		return SCREEN_PASS;
	}
}

static const struct list_screen_kind kind = {
	.columns = columns,
	.column_count = sizeof columns / sizeof *columns,
	.empty = N_("No plan yet: F7 makes one."),
	.lines_above = 2,
	.load = load,
	.cell = cell,
	.id = id,
	.key = key,
	.note = note,
	.above = above,
	.act = act,
	.act_row = act_row,
	.file = N_("plans"),
	.file_title = N_("Improvement plans"),
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	struct plans *v = self;
	const int64_t *group = argument;

	(void)err;
	list_screen_start(s, self, &kind);
	v->view.may_be_all = true;
	if (group)
		v->view.group.id = *group;
	return 0;
}

static const int ids[] = { ACTION_OPEN, ACTION_EXPORT, ACTION_SEARCH, ACTION_EDIT, ACTION_FILTER,
	ACTION_NEW, ACTION_DELETE, ACTION_UNDO, ACTION_EXCHANGE_GROUP, 0 };

const struct screen plan_list_screen = { .name = "plan_list",
	.title = N_("Improvement plans"),
	.size = sizeof(struct plans),
	.actions = ids,
	.start = start,
	LIST_SCREEN };
