/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Conclusions of members, the newest first: of one group or of all. */
#include "config.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/conclusion.h"
#include "screens/frame/actions.h"
#include "screens/frame/format.h"
#include "screens/frame/list_screen.h"
#include "screens/frame/screens.h"
#include "screens/plans/group_view.h"
#include "screens/plans/plan_forms.h"
#include "tui/dialog.h"

#include <stdio.h>

enum { ANSWER_GROUP = ACTION_ANSWER_1, ANSWER_SAVED, ANSWER_RETIRE, ANSWER_NEW };

struct conclusions {
	struct list_screen base;
	struct group_view view;
	const struct unit_table *units;
	struct conclusion *rows;
	int64_t wanted;  /* to stand on after the next load */
	int64_t retired; /* what p brings back; 0 = nothing */
};

static int
load(void *self, struct error *err)
{
	struct conclusions *v = self;
	struct conclusion_filter filter = { .slot = NO_SLOT };

	if (v->wanted)
		snprintf(v->base.id, sizeof v->base.id, "%lld", (long long)v->wanted);
	v->wanted = 0;
	v->units = app_units(v->base.app, err);
	if (!v->units || group_view_load(&v->view, v->base.app, &v->base.arena, err))
		return -1;
	filter.group = v->view.group.id;
	return conclusion_list(
		v->base.app->db, &filter, &v->base.arena, &v->rows, &v->base.count, err);
}

static const char *
unit_label(const struct conclusions *v, int slot)
{
	const struct unit *u = unit_by_slot(v->units, slot);

	return u ? u->label : "";
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
		text_copy(c->text, sizeof c->text, unit_label(v, r->slot));
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

	snprintf(dst, size, "%s %s %s %s", r->text, unit_label(v, r->slot), r->group_code,
		r->service);
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

	canvas_text(c, 0, 0, -1, ROLE_LABEL, group_view_text(&v->view, group, sizeof group));
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

static void
retire(struct screens *s, struct conclusions *v, int64_t id_of, bool back)
{
	struct app *app = app_of(s);
	struct error err = { 0 };

	if (app_may_write(app, &err) || (back ? conclusion_restore(app->db, id_of, &err)
					      : conclusion_retire(app->db, id_of, &err))) {
		app_error(s, _("Nothing was changed"), &err);
		return;
	}
	v->retired = back ? 0 : id_of;
	v->wanted = back ? id_of : 0;
	app_changed(s);
	screens_say(s, "%s",
		back ? _("The conclusion is back.")
		     : _("The conclusion is deleted; z brings it back."));
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct conclusions *v = self;

	switch (action) {
	case ACTION_EXCHANGE_GROUP:
		group_view_ask(s, &v->view, ANSWER_GROUP);
		return SCREEN_HANDLED;
	case ANSWER_GROUP:
		group_view_take(s, &v->view, event->number);
		return SCREEN_HANDLED;
	case ACTION_NEW:
		if (v->view.group.id || !v->view.count)
			card_form_open(s, &conclusion_form, 0, v->view.group.id, ANSWER_SAVED);
		else
			group_view_ask_new(s, &v->view, ANSWER_NEW);
		return SCREEN_HANDLED;
	case ANSWER_NEW:
		card_form_open(s, &conclusion_form, 0, group_view_chosen(&v->view, event->number),
			ANSWER_SAVED);
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
	case ACTION_PLANS:
		screens_push(s, &plan_list_screen, &v->view.group.id);
		return SCREEN_HANDLED;
	case ACTION_CLOSING_NOTES:
		screens_push(s, &closing_notes_screen, &v->view.group.id);
		return SCREEN_HANDLED;
	default:
		return SCREEN_PASS;
	}
}

static int
act_row(struct screens *s, void *self, int row, int action)
{
	struct conclusions *v = self;
	char text[1200];

	switch (action) {
	case ACTION_OPEN:
	case ACTION_EDIT:
		card_form_open(s, &conclusion_form, v->rows[row].id, 0, ANSWER_SAVED);
		return SCREEN_HANDLED;
	case ACTION_EVIDENCE:
		screens_push(s, &evidence_screen, &v->rows[row].id);
		return SCREEN_HANDLED;
	case ACTION_DELETE:
		snprintf(text, sizeof text, _("%s\nIt leaves lists and reports."),
			v->rows[row].text);
		dialog_ask(s, _("Delete the conclusion?"), text, ANSWER_RETIRE, 0);
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

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	struct conclusions *v = self;
	const int64_t *group = argument;

	(void)err;
	list_screen_start(s, self, &kind);
	v->view.may_be_all = true;
	if (group)
		v->view.group.id = *group;
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
