/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What members of a group leave to others at the end: recommendations, problems, achievements. */
#include "config.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/closing_note.h"
#include "screens/frame/actions.h"
#include "screens/frame/list_screen.h"
#include "screens/plans/group_view.h"
#include "screens/plans/plan_forms.h"
#include "tui/dialog.h"

#include <stdio.h>

enum { ANSWER_GROUP = ACTION_ANSWER_1, ANSWER_SAVED, ANSWER_RETIRE };

struct closing_notes {
	struct list_screen base;
	struct group_view view;
	const struct unit_table *units;
	struct closing_note *rows;
	int64_t wanted, retired;
};

static int
load(void *self, struct error *err)
{
	struct closing_notes *v = self;

	if (v->wanted)
		snprintf(v->base.id, sizeof v->base.id, "%lld", (long long)v->wanted);
	v->wanted = 0;
	v->units = app_units(v->base.app, err);
	if (!v->units || group_view_load(&v->view, v->base.app, &v->base.arena, err))
		return -1;
	if (!v->view.group.id)
		return 0;
	return closing_note_list(v->base.app->db, v->view.group.id, NO_SLOT, &v->base.arena,
		&v->rows, &v->base.count, err);
}

static void
cell(const void *self, int row, int column, struct list_cell *c)
{
	const struct closing_notes *v = self;
	const struct closing_note *n = &v->rows[row];
	const struct unit *u = unit_by_slot(v->units, n->slot);

	if (column == 0)
		text_copy(c->text, sizeof c->text, n->text);
	else if (column == 1)
		text_copy(c->text, sizeof c->text, u ? u->label : "");
	else
		text_copy(c->text, sizeof c->text, closing_kind_label(n->kind));
}

static void
id(const void *self, int row, char *dst, size_t size)
{
	snprintf(dst, size, "%lld", (long long)((const struct closing_notes *)self)->rows[row].id);
}

static void
above(void *self, struct canvas *c)
{
	const struct closing_notes *v = self;
	char group[256];

	if (v->view.group.id)
		canvas_text(
			c, 0, 0, -1, ROLE_LABEL, group_view_text(&v->view, group, sizeof group));
}

static const struct list_column columns[] = {
	{ N_("For others"), 0, false },
	{ N_("Who says it"), 20, false },
	{ N_("Kind"), 18, false },
};

static void
retire(struct screens *s, struct closing_notes *v, int64_t id_of, bool back)
{
	struct app *app = app_of(s);
	struct error err = { 0 };

	if (app_may_write(app, &err) || (back ? closing_note_restore(app->db, id_of, &err)
					      : closing_note_retire(app->db, id_of, &err))) {
		app_error(s, _("Nothing was changed"), &err);
		return;
	}
	v->retired = back ? 0 : id_of;
	v->wanted = back ? id_of : 0;
	app_changed(s);
	screens_say(s, "%s",
		back ? _("The note is back.") : _("The note is deleted; z brings it back."));
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct closing_notes *v = self;

	switch (action) {
	case ACTION_EXCHANGE_GROUP:
		group_view_ask(s, &v->view, ANSWER_GROUP);
		return SCREEN_HANDLED;
	case ANSWER_GROUP:
		group_view_take(s, &v->view, event->number);
		return SCREEN_HANDLED;
	case ACTION_NEW:
		if (v->view.group.id)
			card_form_open(s, &closing_note_form, 0, v->view.group.id, ANSWER_SAVED);
		else
			screens_say(s, "%s", _("There is no group yet: menu 2 1 founds one."));
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
	struct closing_notes *v = self;

	switch (action) {
	case ACTION_OPEN:
	case ACTION_EDIT:
		card_form_open(s, &closing_note_form, v->rows[row].id, 0, ANSWER_SAVED);
		return SCREEN_HANDLED;
	case ACTION_DELETE:
		dialog_ask(s, _("Delete the note?"), v->rows[row].text, ANSWER_RETIRE, 0);
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
	.empty = N_("Nothing yet: F7 writes a recommendation, a problem met or an achievement."),
	.lines_above = 1,
	.load = load,
	.cell = cell,
	.id = id,
	.above = above,
	.act = act,
	.act_row = act_row,
	.file = N_("closing notes"),
	.file_title = N_("Recommendations, problems, achievements"),
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	struct closing_notes *v = self;

	(void)err;
	list_screen_start(s, self, &kind);
	if (argument)
		v->view.group.id = *(const int64_t *)argument;
	return 0;
}

static const int ids[] = { ACTION_OPEN, ACTION_EXPORT, ACTION_SEARCH, ACTION_EDIT, ACTION_FILTER,
	ACTION_NEW, ACTION_DELETE, ACTION_UNDO, ACTION_EXCHANGE_GROUP, 0 };

const struct screen closing_notes_screen = { .name = "closing_notes",
	.title = N_("Recommendations, problems, achievements"),
	.size = sizeof(struct closing_notes),
	.actions = ids,
	.start = start,
	LIST_SCREEN };
