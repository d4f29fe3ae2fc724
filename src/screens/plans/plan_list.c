/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Improvement plans: whose, how far their actions are, where their measure stands. */
#include "config.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "model/plans/improvement_plan.h"
#include "screens/frame/screens.h"
#include "screens/plans/group_list.h"
#include "screens/plans/plan_forms.h"
#include "tui/dialog.h"

#include <math.h>
#include <stdio.h>

struct plans {
	struct group_list list;
	struct improvement_plan *rows;
	struct plan_progress *progress;
};

static int
load(void *self, struct error *err)
{
	struct plans *v = self;
	struct plan_filter filter = { .slot = NO_SLOT };
	struct db *db = v->list.base.app->db;

	if (group_list_load(v, err))
		return -1;
	filter.group = v->list.view.group.id;
	if (plan_list(db, &filter, &v->list.base.arena, &v->rows, &v->list.base.count, err))
		return -1;
	return plan_progress_list(db, v->list.units, v->rows, v->list.base.count,
		&v->list.base.arena, &v->progress, err);
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
		text_copy(c->text, sizeof c->text, group_list_unit(&v->list, p->slot));
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

	snprintf(dst, size, "%s %s %s %s", p->title, group_list_unit(&v->list, p->slot),
		p->group_code, p->service);
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

	canvas_text(c, 0, 0, -1, ROLE_LABEL, group_view_text(&v->list.view, group, sizeof group));
	canvas_text(c, 1, 0, -1, ROLE_HINT,
		_("Enter opens a plan with its actions and results; F4 changes its card"));
}

static const struct list_column columns[] = {
	{ N_("Plan"), 0, false },
	{ N_("Whose"), 17, false },
	{ N_("Done"), 6, true },
	{ N_("Of the way"), 13, true },
	{ N_("State"), 13, false },
};

static int
act_row(struct screens *s, void *self, int row, int action)
{
	struct plans *v = self;
	char text[512];

	if (action == ACTION_OPEN) {
		screens_push(s, &plan_card_screen, &v->rows[row].id);
		return SCREEN_HANDLED;
	}
	snprintf(text, sizeof text, _("%s\nIt leaves lists and reports."), v->rows[row].title);
	return group_list_act_row(s, &v->list, v->rows[row].id, v->rows[row].rev, text, action);
}

static void
say_odd(struct screens *s, struct group_list *g, int64_t id)
{
	struct db *db = app_of(s)->db;
	struct improvement_plan p;
	struct error err = { 0 };
	char text[256];

	if (plan_load(db, id, &p, &err) == 0 &&
		plan_warning(db, g->units, &p, text, sizeof text, &err) == 0 && text[0])
		dialog_message(s, _("Saved, but look"), text);
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
	.act = group_list_act,
	.act_row = act_row,
	.file = N_("plans"),
	.file_title = N_("Improvement plans"),
};

static const struct group_list_kind group_kind = {
	.form = &plan_form,
	.may_be_all = true,
	.retire = plan_retire,
	.restore = plan_restore,
	.question = N_("Delete the plan?"),
	.retired = N_("The plan is deleted; z brings it back."),
	.restored = N_("The plan is back."),
	.saved = say_odd,
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	(void)err;
	group_list_start(s, self, &kind, &group_kind, argument);
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
