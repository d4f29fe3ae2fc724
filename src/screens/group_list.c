/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Comparison groups: new, rename, delete, and which one the views compare with. */
#include "config.h"
#include "screens/group_members.h"
#include "screens/screens.h"

#include "base/i18n.h"
#include "base/text.h"
#include "screens/actions.h"
#include "screens/export.h"
#include "tui/dialog.h"
#include "tui/list.h"

#include <stdio.h>
#include <string.h>

struct view_of_groups {
	struct arena arena;
	struct group *groups;
	int count;
	int64_t chosen;     /* the one that views compare with */
	struct group asked; /* the group that a question is about */
	struct list list;
};

enum { ANSWER_NEW = ACTION_ANSWER_1, ANSWER_RENAME, ANSWER_DELETE };

static int
count(const void *data)
{
	return ((const struct view_of_groups *)data)->count;
}

static void
cell(const void *data, int row, int column, struct list_cell *c)
{
	const struct view_of_groups *v = data;
	const struct group *g = &v->groups[row];

	if (g->id == v->chosen)
		c->role = ROLE_OWN;
	if (column == 0)
		snprintf(c->text, sizeof c->text, "%s%s", g->id == v->chosen ? "* " : "", g->name);
	else if (column == 1)
		snprintf(c->text, sizeof c->text, "%d", g->members);
	else
		text_copy(c->text, sizeof c->text, g->note);
}

static void
key(const void *data, int row, char *dst, size_t size)
{
	const struct group *g = &((const struct view_of_groups *)data)->groups[row];

	snprintf(dst, size, "%s %s", g->name, g->note);
}

static const struct list_source source = { .count = count, .cell = cell, .key = key };
static const struct list_column columns[] = {
	{ N_("Name"), 0, false },
	{ N_("Units"), 7, true },
	{ N_("Remark"), 34, false },
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	struct view_of_groups *v = self;

	(void)s;
	(void)argument;
	(void)err;
	list_start(&v->list, &source, v, columns, sizeof columns / sizeof *columns);
	v->list.empty = N_("No groups yet: F7 makes one here, G saves the units of a ranking.");
	v->list.sort_column = 0;
	return 0;
}

static const struct group *
selected(const struct view_of_groups *v)
{
	int row = list_selected(&v->list);

	return row >= 0 && row < v->count ? &v->groups[row] : NULL;
}

static int
load(struct screens *s, void *self, struct error *err)
{
	struct view_of_groups *v = self;
	const struct group *at = selected(v);
	int64_t id = at ? at->id : app_of(s)->chosen_group;
	int row = -1;

	v->count = 0;
	v->groups = NULL;
	arena_release(&v->arena);
	v->chosen = app_of(s)->chosen_group;
	if (group_list(app_of(s)->db, &v->arena, &v->groups, &v->count, err)) {
		v->count = 0;
		list_refresh(&v->list, -1);
		return -1;
	}
	for (int i = 0; i < v->count; i++)
		if (v->groups[i].id == id)
			row = i;
	list_refresh(&v->list, row);
	return 0;
}

static void
draw(void *self, struct canvas *c)
{
	struct view_of_groups *v = self;
	struct canvas below = canvas_part(c, 1, 0, c->rows - 1, c->columns);

	canvas_text(c, 0, 0, -1, ROLE_HINT,
		_("Space ticks (*) the group that all views compare with."));
	list_draw(&v->list, &below);
}

static void
status(void *self, char *dst, size_t size)
{
	const struct view_of_groups *v = self;
	const struct group *g = selected(v);
	char where[64];

	list_status(&v->list, where, sizeof where);
	snprintf(dst, size, "%s  %s", where, !g ? "" : g->note[0] ? g->note : g->name);
}

static int
build(const void *self, struct arena *arena, struct report_table *table, struct error *err)
{
	return export_list(&((const struct view_of_groups *)self)->list, _("Comparison groups"),
		arena, table, err);
}

static void
tell(struct screens *s, int failed, const struct error *err, const char *done)
{
	if (failed) {
		app_error(s, _("The group was not saved"), err);
	} else {
		app_changed(s);
		screens_say(s, "%s", done);
	}
}

/* A new group has no units yet: its own screen opens to add them. */
static void
make(struct screens *s, const char *name)
{
	struct app *app = app_of(s);
	struct error err = { 0 };
	struct group g = { 0 };
	int failed;

	text_copy(g.name, sizeof g.name, name);
	failed = app_may_write(app, &err) || group_save(app->db, &g, NULL, 0, &err);
	tell(s, failed, &err, _("The group is made: d adds units."));
	if (!failed)
		group_members_open(s, g.id);
}

static int
rename_group(struct screens *s, const struct group *asked, const char *name, struct error *err)
{
	struct app *app = app_of(s);
	struct arena arena = { 0 };
	struct group g = *asked;
	int *slots, n, failed;

	text_copy(g.name, sizeof g.name, name);
	failed = app_may_write(app, err) || group_members(app->db, g.id, &arena, &slots, &n, err) ||
		 group_save(app->db, &g, slots, n, err);
	arena_release(&arena);
	return failed;
}

static void
ask_delete(struct screens *s, const struct group *g)
{
	char text[512];

	snprintf(text, sizeof text,
		P_("Delete the group “%s” with %d unit? The units themselves stay.",
			"Delete the group “%s” with %d units? The units themselves stay.",
			(unsigned long)g->members),
		g->name, g->members);
	dialog_ask(s, _("Delete the group"), text, ANSWER_DELETE, 0);
}

static int
retire(struct screens *s, const struct group *g, struct error *err)
{
	struct app *app = app_of(s);

	return app_may_write(app, err) || group_retire(app->db, g->id, err) ||
	       (app->chosen_group == g->id && app_choose_group(app, 0, err));
}

static void
choose(struct screens *s, const struct group *g)
{
	struct app *app = app_of(s);
	struct error err = { 0 };
	bool off = app->chosen_group == g->id;

	if (app_choose_group(app, off ? 0 : g->id, &err)) {
		screens_error(s, &err);
		return;
	}
	screens_stale(s);
	if (off)
		screens_say(s, "%s", _("Views compare with all units again."));
	else
		screens_say(s, _("Views now compare with the group “%s”."), g->name);
}

static void
ask_name(struct screens *s, const struct group *g, int action)
{
	if (action == ANSWER_NEW)
		dialog_input(s, _("New comparison group"), _("Name"), "", action);
	else
		dialog_input(s, _("Rename the group"), _("Name"), g->name, action);
}

static int
answer(struct screens *s, struct view_of_groups *v, int action, const struct event *event)
{
	struct error err = { 0 };

	if (action != ANSWER_DELETE && event->answer[strspn(event->answer, " ")] == '\0') {
		ask_name(s, &v->asked, action); /* the box stays */
		screens_say(s, "%s", _("A group needs a name: type one, or Esc gives up."));
		return SCREEN_HANDLED;
	}
	if (action == ANSWER_NEW)
		make(s, event->answer);
	else if (action == ANSWER_RENAME)
		tell(s, rename_group(s, &v->asked, event->answer, &err), &err,
			_("The group is renamed."));
	else
		tell(s, retire(s, &v->asked, &err), &err, _("The group is deleted."));
	return SCREEN_HANDLED;
}

/* What is done to the selected group. */
static int
act_on(struct screens *s, struct view_of_groups *v, const struct group *g, int action)
{
	v->asked = *g;
	switch (action) {
	case ACTION_OPEN:
	case ACTION_CHOSEN:
		group_members_open(s, g->id);
		return SCREEN_HANDLED;
	case ACTION_EDIT:
		ask_name(s, g, ANSWER_RENAME);
		return SCREEN_HANDLED;
	case ACTION_DELETE:
		ask_delete(s, g);
		return SCREEN_HANDLED;
	case ACTION_MARK:
		choose(s, g);
		return SCREEN_HANDLED;
	default:
		return SCREEN_PASS;
	}
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct view_of_groups *v = self;

	switch (action) {
	case ACTION_NEW:
		ask_name(s, NULL, ANSWER_NEW);
		return SCREEN_HANDLED;
	case ACTION_EXPORT:
		export_open(s, build, v, _("groups"));
		return SCREEN_HANDLED;
	case ANSWER_NEW:
	case ANSWER_RENAME:
	case ANSWER_DELETE:
		return answer(s, v, action, event);
	default:
		return selected(v) ? act_on(s, v, selected(v), action) : SCREEN_PASS;
	}
}

static struct focus
focus(void *self)
{
	return (struct focus){ &list_widget, &((struct view_of_groups *)self)->list };
}

static void
release(void *self)
{
	struct view_of_groups *v = self;

	list_release(&v->list);
	arena_release(&v->arena);
}

static const int screen_actions[] = { ACTION_OPEN, ACTION_EXPORT, ACTION_SEARCH, ACTION_EDIT,
	ACTION_FILTER, ACTION_NEW, ACTION_DELETE, ACTION_MARK, 0 };

const struct screen group_list_screen = {
	.name = "group_list",
	.title = N_("Comparison groups"),
	.size = sizeof(struct view_of_groups),
	.actions = screen_actions,
	.start = start,
	.load = load,
	.draw = draw,
	.status = status,
	.act = act,
	.focus = focus,
	.release = release,
};
