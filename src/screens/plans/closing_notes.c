/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What members of a group leave to others at the end: recommendations, problems, achievements. */
#include "config.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/plans/closing_note.h"
#include "screens/plans/group_list.h"
#include "screens/plans/plan_forms.h"

#include <stdio.h>

struct closing_notes {
	struct group_list list;
	struct closing_note *rows;
};

static int
load(void *self, struct error *err)
{
	struct closing_notes *v = self;

	if (group_list_load(v, err))
		return -1;
	if (!v->list.view.group.id)
		return 0;
	return closing_note_list(v->list.base.app->db, v->list.view.group.id, NO_SLOT,
		&v->list.base.arena, &v->rows, &v->list.base.count, err);
}

static void
cell(const void *self, int row, int column, struct list_cell *c)
{
	const struct closing_notes *v = self;
	const struct closing_note *n = &v->rows[row];

	if (column == 0)
		text_copy(c->text, sizeof c->text, n->text);
	else if (column == 1)
		text_copy(c->text, sizeof c->text, group_list_unit(&v->list, n->slot));
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

	if (v->list.view.group.id)
		canvas_text(c, 0, 0, -1, ROLE_LABEL,
			group_view_text(&v->list.view, group, sizeof group));
}

static const struct list_column columns[] = {
	{ N_("For others"), 0, false },
	{ N_("Who says it"), 20, false },
	{ N_("Kind"), 18, false },
};

static int
act_row(struct screens *s, void *self, int row, int action)
{
	struct closing_notes *v = self;

	return group_list_act_row(
		s, &v->list, v->rows[row].id, v->rows[row].rev, v->rows[row].text, action);
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
	.act = group_list_act,
	.act_row = act_row,
	.file = N_("closing notes"),
	.file_title = N_("Recommendations, problems, achievements"),
};

static const struct group_list_kind group_kind = {
	.form = &closing_note_form,
	.retire = closing_note_retire,
	.restore = closing_note_restore,
	.question = N_("Delete the note?"),
	.retired = N_("The note is deleted; z brings it back."),
	.restored = N_("The note is back."),
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

const struct screen closing_notes_screen = { .name = "closing_notes",
	.title = N_("Recommendations, problems, achievements"),
	.size = sizeof(struct closing_notes),
	.actions = ids,
	.start = start,
	LIST_SCREEN };
