/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Comparison groups: new, rename, delete, and which one the views compare with. */
#include "config.h"
#include "screens/frame/list_screen.h"
#include "screens/frame/screens.h"
#include "screens/indicators/group_members.h"

#include "base/i18n.h"
#include "base/text.h"
#include "screens/frame/actions.h"
#include "tui/dialog.h"

#include <stdio.h>
#include <string.h>

struct view_of_groups {
	struct list_screen base;
	struct group *groups;
	int64_t chosen;     /* the one that views compare with */
	struct group asked; /* the group that a question is about */
};

enum { ANSWER_NEW = ACTION_ANSWER_1, ANSWER_RENAME, ANSWER_DELETE };

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

static void
id(const void *self, int row, char *dst, size_t size)
{
	snprintf(dst, size, "%lld",
		(long long)((const struct view_of_groups *)self)->groups[row].id);
}

static const struct list_column columns[] = {
	{ N_("Name"), 0, false },
	{ N_("Units"), 7, true },
	{ N_("Remark"), 34, false },
};

static int
load(void *self, struct error *err)
{
	struct view_of_groups *v = self;
	struct app *app = v->base.app;

	v->chosen = app->chosen_group;
	if (!v->base.id[0])
		snprintf(v->base.id, sizeof v->base.id, "%lld", (long long)v->chosen);
	return group_list(app->db, &v->base.arena, &v->groups, &v->base.count, err);
}

static void
above(void *self, struct canvas *c)
{
	(void)self;
	canvas_text(c, 0, 0, -1, ROLE_HINT,
		_("Space ticks (*) the group that all views compare with."));
}

static void
note(const void *self, int row, char *dst, size_t size)
{
	const struct view_of_groups *v = self;

	if (row >= 0)
		text_copy(dst, size,
			v->groups[row].note[0] ? v->groups[row].note : v->groups[row].name);
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

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	switch (action) {
	case ACTION_NEW:
		ask_name(s, NULL, ANSWER_NEW);
		return SCREEN_HANDLED;
	case ANSWER_NEW:
	case ANSWER_RENAME:
	case ANSWER_DELETE:
		return answer(s, self, action, event);
	default:
		return SCREEN_PASS;
	}
}

static int
act_row(struct screens *s, void *self, int row, int action)
{
	struct view_of_groups *v = self;
	const struct group *g = &v->groups[row];

	v->asked = *g;
	switch (action) {
	case ACTION_OPEN:
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

static const struct list_screen_kind kind = {
	.columns = columns,
	.column_count = sizeof columns / sizeof *columns,
	.empty = N_("No groups yet: F7 makes one here, G saves the units of a ranking."),
	.lines_above = 1,
	.load = load,
	.cell = cell,
	.id = id,
	.key = key,
	.above = above,
	.note = note,
	.act = act,
	.act_row = act_row,
	.file = N_("groups"),
	.file_title = N_("Comparison groups"),
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	struct view_of_groups *v = self;

	(void)argument;
	(void)err;
	list_screen_start(s, self, &kind);
	v->base.list.sort_column = 0;
	return 0;
}

static const int screen_actions[] = { ACTION_OPEN, ACTION_EXPORT, ACTION_SEARCH, ACTION_EDIT,
	ACTION_FILTER, ACTION_NEW, ACTION_DELETE, ACTION_MARK, 0 };

const struct screen group_list_screen = {
	.name = "group_list",
	.title = N_("Comparison groups"),
	.size = sizeof(struct view_of_groups),
	.actions = screen_actions,
	.start = start,
	LIST_SCREEN,
};
