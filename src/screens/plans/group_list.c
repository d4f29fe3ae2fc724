/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The common frame of the lists of conclusions, plans and closing notes. */
#include "config.h"

#include "screens/plans/group_list.h"

#include "base/i18n.h"
#include "tui/dialog.h"

enum { ANSWER_GROUP = ACTION_ANSWER_1, ANSWER_SAVED, ANSWER_RETIRE, ANSWER_NEW };

void
group_list_start(struct screens *s, void *self, const struct list_screen_kind *list,
	const struct group_list_kind *kind, const void *argument)
{
	struct group_list *g = self;

	g->kind = kind;
	g->view.may_be_all = kind->may_be_all;
	if (argument)
		g->view.group.id = *(const int64_t *)argument;
	list_screen_start(s, self, list);
}

int
group_list_load(void *self, struct error *err)
{
	struct group_list *g = self;

	g->units = app_units(g->base.app, err);
	return g->units ? group_view_load(&g->view, g->base.app, &g->base.arena, err) : -1;
}

const char *
group_list_unit(const struct group_list *g, int slot)
{
	const struct unit *u = unit_by_slot(g->units, slot);

	return u ? u->told : "";
}

static void
open_new(struct screens *s, const struct group_list *g, int64_t group)
{
	card_form_open(s, g->kind->form, 0, group, ANSWER_SAVED);
}

static void
ask_new(struct screens *s, const struct group_list *g)
{
	if (g->view.group.id || (g->kind->may_be_all && !g->view.count))
		open_new(s, g, g->view.group.id);
	else if (g->kind->may_be_all)
		group_view_ask_new(s, &g->view, ANSWER_NEW);
	else
		screens_say(s, "%s", _("There is no group yet: menu 2 1 founds one."));
}

static void
retire(struct screens *s, struct group_list *g)
{
	struct app *app = app_of(s);
	struct error err = { 0 };

	if (app_done(s,
		    app_may_write(app, &err) ||
			    g->kind->retire(app->db, g->asked, g->asked_rev, &err),
		    &err, _(g->kind->retired)) == 0)
		g->retired = g->asked;
}

static void
restore(struct screens *s, struct group_list *g)
{
	struct app *app = app_of(s);
	struct error err = { 0 };

	if (!g->retired) {
		screens_say(s, "%s", _("There is nothing to take back here."));
	} else if (app_done(s,
			   app_may_write(app, &err) || g->kind->restore(app->db, g->retired, &err),
			   &err, _(g->kind->restored)) == 0) {
		list_screen_want(g, g->retired);
		g->retired = 0;
	}
}

int
group_list_act(struct screens *s, void *self, int action, const struct event *event)
{
	struct group_list *g = self;

	switch (action) {
	case ACTION_NEW:
		ask_new(s, g);
		return SCREEN_HANDLED;
	case ANSWER_NEW:
		open_new(s, g, group_view_chosen(&g->view, event->number));
		return SCREEN_HANDLED;
	case ANSWER_SAVED:
		list_screen_want(g, event->number);
		if (g->kind->saved)
			g->kind->saved(s, g, event->number);
		return SCREEN_HANDLED;
	case ACTION_UNDO:
		restore(s, g);
		return SCREEN_HANDLED;
	default:
		return group_view_act(s, &g->view, action, ANSWER_GROUP, event);
	}
}

int
group_list_act_row(struct screens *s, struct group_list *g, int64_t id, int64_t rev,
	const char *text, int action)
{
	switch (action) {
	case ACTION_OPEN:
	case ACTION_EDIT:
		card_form_open(s, g->kind->form, id, 0, ANSWER_SAVED);
		return SCREEN_HANDLED;
	case ACTION_DELETE:
		g->asked = id;
		g->asked_rev = rev;
		dialog_ask(s, _(g->kind->question), text, ANSWER_RETIRE, 0);
		return SCREEN_HANDLED;
	case ANSWER_RETIRE:
		retire(s, g);
		return SCREEN_HANDLED;
	default:
		return SCREEN_PASS;
	}
}
