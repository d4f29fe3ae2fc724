/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How each kind of group usually goes: the stages that new groups get. */
#include "config.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/groups/stage.h"
#include "screens/frame/actions.h"
#include "screens/frame/list_screen.h"
#include "screens/groups/group_screens.h"
#include "tui/dialog.h"

#include <stdio.h>

struct stages {
	struct list_screen base;
	enum exchange_kind kind;
	struct stage *rows;
	struct stage asked;
};

enum { ANSWER_SAVED = ACTION_ANSWER_1, ANSWER_REMOVE };

static void
cell(const void *self, int row, int column, struct list_cell *c)
{
	const struct stage *s = &((const struct stages *)self)->rows[row];

	switch (column) {
	case 0:
		snprintf(c->text, sizeof c->text, "%d. %s", s->position, s->name);
		break;
	case 1:
		snprintf(c->text, sizeof c->text, "%d", s->month);
		break;
	case 2:
		snprintf(c->text, sizeof c->text, "%d", s->months);
		break;
	default:
		snprintf(c->text, sizeof c->text, "%d", s->days);
		break;
	}
}

static void
id(const void *self, int row, char *dst, size_t size)
{
	snprintf(dst, size, "%d", ((const struct stages *)self)->rows[row].position);
}

static int
load(void *self, struct error *err)
{
	struct stages *v = self;

	return stage_list(v->base.app->db, v->kind, &v->base.arena, &v->rows, &v->base.count, err);
}

static void
above(void *self, struct canvas *c)
{
	const struct stages *v = self;

	canvas_printf(c, 0, 0, -1, ROLE_TITLE, "%s", exchange_kind_label(v->kind));
	canvas_text(c, 1, 0, -1, ROLE_HINT,
		_("New groups get these stages. Enter shows the agenda of one, Tab the next kind "
		  "of group."));
}

static void
note(const void *self, int row, char *dst, size_t size)
{
	if (row >= 0)
		text_copy(dst, size, ((const struct stages *)self)->rows[row].aim);
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct stages *v = self;
	struct error err = { 0 };

	switch (action) {
	case ACTION_PART_NEXT:
		v->kind = (enum exchange_kind)((v->kind + 1) % EXCHANGE_KINDS);
		screens_stale(s);
		return SCREEN_HANDLED;
	case ACTION_NEW:
		card_form_open(s, &stage_form, 0, (int64_t)v->kind + 1, ANSWER_SAVED);
		return SCREEN_HANDLED;
	case ANSWER_SAVED:
		list_screen_want(v, event->number);
		return SCREEN_HANDLED;
	case ANSWER_REMOVE:
		screens_stale(s);
		if (group_may(v->base.app, &err) ||
			stage_remove(v->base.app->db, &v->asked, &err))
			app_error(s, _("Nothing was deleted"), &err);
		else
			screens_say(s, "%s",
				_("The stage is deleted; groups that are there keep "
				  "theirs."));
		return SCREEN_HANDLED;
	default:
		return SCREEN_PASS;
	}
}

static int
act_row(struct screens *s, void *self, int row, int action)
{
	struct stages *v = self;
	char text[320];

	switch (action) {
	case ACTION_OPEN:
		screens_push(s, &stage_item_screen,
			&(struct stage_named){ { v->kind, 0, v->rows[row].position },
				v->rows[row].name, NULL });
		return SCREEN_HANDLED;
	case ACTION_EDIT:
		card_form_open(
			s, &stage_form, v->rows[row].position, (int64_t)v->kind + 1, ANSWER_SAVED);
		return SCREEN_HANDLED;
	case ACTION_DELETE:
		v->asked = v->rows[row];
		snprintf(text, sizeof text,
			_("Delete the stage “%s” with its agenda? Groups that are there keep "
			  "theirs."),
			v->rows[row].name);
		dialog_ask(s, _("Delete"), text, ANSWER_REMOVE, 0);
		return SCREEN_HANDLED;
	default:
		return SCREEN_PASS;
	}
}

static const struct list_column columns[] = {
	{ N_("Stage"), 0, false },
	{ N_("After months"), 12, true },
	{ N_("Months"), 8, true },
	{ N_("Days"), 5, true },
};

static const struct list_screen_kind kind = {
	.columns = columns,
	.column_count = sizeof columns / sizeof *columns,
	.empty = N_("No stage yet: F7 adds one."),
	.lines_above = 2,
	.load = load,
	.cell = cell,
	.id = id,
	.above = above,
	.note = note,
	.act = act,
	.act_row = act_row,
	.file = N_("stages"),
	.file_title = N_("Stages of kinds of groups"),
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
	ACTION_NEW, ACTION_DELETE, ACTION_PART_NEXT, 0 };

const struct screen stage_list_screen = {
	.name = "stage_list",
	.title = N_("Stages of kinds of groups"),
	.size = sizeof(struct stages),
	.actions = ids,
	.start = start,
	LIST_SCREEN,
};
