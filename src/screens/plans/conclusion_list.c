/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Conclusions of members, the newest first: of one group or of all. */
#include "config.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/plans/conclusion.h"
#include "screens/frame/format.h"
#include "screens/frame/screens.h"
#include "screens/plans/group_list.h"
#include "screens/plans/plan_forms.h"

#include <stdio.h>

struct conclusions {
	struct group_list list;
	struct conclusion *rows;
};

static int
load(void *self, struct error *err)
{
	struct conclusions *v = self;
	struct conclusion_filter filter = { .slot = NO_SLOT };

	if (group_list_load(v, err))
		return -1;
	filter.group = v->list.view.group.id;
	return conclusion_list(v->list.base.app->db, &filter, &v->list.base.arena, &v->rows,
		&v->list.base.count, err);
}

static void
cell(const void *self, int row, int column, struct list_cell *c)
{
	const struct conclusions *v = self;
	const struct conclusion *r = &v->rows[row];

	if (r->state == CONCLUSION_DONE || r->state == CONCLUSION_REJECTED)
		c->role = ROLE_HINT;
	switch (column) {
	case 0:
		text_copy(c->text, sizeof c->text, r->text);
		break;
	case 1:
		text_copy(c->text, sizeof c->text, group_list_unit(&v->list, r->slot));
		break;
	case 2:
		if (r->due_on[0])
			format_date(c->text, sizeof c->text, r->due_on);
		break;
	default:
		text_copy(c->text, sizeof c->text, conclusion_state_label(r->state));
		break;
	}
}

static void
id(const void *self, int row, char *dst, size_t size)
{
	snprintf(dst, size, "%lld", (long long)((const struct conclusions *)self)->rows[row].id);
}

static void
key(const void *self, int row, char *dst, size_t size)
{
	const struct conclusions *v = self;
	const struct conclusion *r = &v->rows[row];

	snprintf(dst, size, "%s %s %s %s", r->text, group_list_unit(&v->list, r->slot),
		r->group_code, r->service);
}

static void
note(const void *self, int row, char *dst, size_t size)
{
	const struct conclusions *v = self;

	if (row >= 0)
		snprintf(dst, size,
			P_("number %lld, %d piece of evidence  %s",
				"number %lld, %d pieces of evidence  %s", v->rows[row].evidence),
			(long long)v->rows[row].id, v->rows[row].evidence, v->rows[row].group_code);
}

static void
above(void *self, struct canvas *c)
{
	const struct conclusions *v = self;
	char group[256];

	canvas_text(c, 0, 0, -1, ROLE_LABEL, group_view_text(&v->list.view, group, sizeof group));
	canvas_text(c, 1, 0, -1, ROLE_HINT,
		_("In 2 4 the key w writes one from a figure; d evidence, p plans, r closing "
		  "notes"));
}

static const struct list_column columns[] = {
	{ N_("Conclusion"), 0, false },
	{ N_("Whose"), 18, false },
	{ N_("Until"), 10, false },
	{ N_("State"), 12, false },
};

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct conclusions *v = self;

	switch (action) {
	case ACTION_PLANS:
		screens_push(s, &plan_list_screen, &v->list.view.group.id);
		return SCREEN_HANDLED;
	case ACTION_CLOSING_NOTES:
		screens_push(s, &closing_notes_screen, &v->list.view.group.id);
		return SCREEN_HANDLED;
	default:
		return group_list_act(s, self, action, event);
	}
}

static int
act_row(struct screens *s, void *self, int row, int action)
{
	struct conclusions *v = self;
	char text[1200];

	if (action == ACTION_EVIDENCE) {
		screens_push(s, &evidence_screen, &v->rows[row].id);
		return SCREEN_HANDLED;
	}
	snprintf(text, sizeof text, _("%s\nIt leaves lists and reports."), v->rows[row].text);
	return group_list_act_row(s, &v->list, v->rows[row].id, v->rows[row].rev, text, action);
}

static const struct list_screen_kind kind = {
	.columns = columns,
	.column_count = sizeof columns / sizeof *columns,
	.empty = N_("No conclusion yet: F7 writes one, or w in the comparison of the group, menu "
		    "2 4."),
	.lines_above = 2,
	.load = load,
	.cell = cell,
	.id = id,
	.key = key,
	.note = note,
	.above = above,
	.act = act,
	.act_row = act_row,
	.file = N_("conclusions"),
	.file_title = N_("Conclusions"),
};

static const struct group_list_kind group_kind = {
	.form = &conclusion_form,
	.may_be_all = true,
	.retire = conclusion_retire,
	.restore = conclusion_restore,
	.question = N_("Delete the conclusion?"),
	.retired = N_("The conclusion is deleted; z brings it back."),
	.restored = N_("The conclusion is back."),
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	(void)err;
	group_list_start(s, self, &kind, &group_kind, argument);
	return 0;
}

static const int ids[] = { ACTION_OPEN, ACTION_EXPORT, ACTION_SEARCH, ACTION_EDIT, ACTION_FILTER,
	ACTION_NEW, ACTION_DELETE, ACTION_UNDO, ACTION_EXCHANGE_GROUP, ACTION_EVIDENCE,
	ACTION_PLANS, ACTION_CLOSING_NOTES, 0 };

const struct screen conclusion_list_screen = { .name = "conclusion_list",
	.title = N_("Conclusions and improvement plans"),
	.size = sizeof(struct conclusions),
	.actions = ids,
	.start = start,
	LIST_SCREEN };
