/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Comparison groups: picked by hand or by a rule, renamed, deleted and brought back, and which one
 * the views compare with. */
#include "config.h"
#include "screens/frame/list_screen.h"
#include "screens/frame/screens.h"
#include "screens/indicators/group_members.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/diagnosis/group_rule.h"
#include "screens/frame/actions.h"
#include "tui/dialog.h"

#include <stdio.h>
#include <string.h>

struct view_of_groups {
	struct list_screen base;
	struct group *groups;
	const char **rules; /* in words; "" = picked by hand */
	int64_t chosen;     /* the one that views compare with */
	struct group asked; /* the group that a question is about */
};

enum { ANSWER_HOW = ACTION_ANSWER_1, ANSWER_NEW, ANSWER_RULE, ANSWER_RENAME, ANSWER_DELETE };
enum { BY_HAND, BY_RULE };

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
		text_copy(c->text, sizeof c->text, v->rules[row][0] ? v->rules[row] : g->note);
}

static void
key(const void *data, int row, char *dst, size_t size)
{
	const struct view_of_groups *v = data;

	snprintf(dst, size, "%s %s %s", v->groups[row].name, v->rules[row], v->groups[row].note);
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
	{ N_("Rule or remark"), 34, false },
};

static int
load_rules(struct view_of_groups *v, const struct unit_table *units, struct error *err)
{
	struct group_rule rule;
	char words[256];
	bool found;

	v->rules = arena_array(&v->base.arena, (size_t)v->base.count + 1, sizeof *v->rules);
	for (int i = 0; i < v->base.count; i++) {
		v->rules[i] = "";
		if (!v->groups[i].ruled)
			continue;
		if (group_rule_load(v->base.app->db, v->groups[i].id, &rule, &found, err))
			return -1;
		if (found)
			v->rules[i] = arena_string(&v->base.arena,
				group_rule_words(units, &rule, words, sizeof words));
	}
	return 0;
}

static int
load(void *self, struct error *err)
{
	struct view_of_groups *v = self;
	struct app *app = v->base.app;
	const struct unit_table *units = app_units(app, err);

	v->chosen = app->chosen_group;
	if (!v->base.id[0])
		snprintf(v->base.id, sizeof v->base.id, "%lld", (long long)v->chosen);
	v->base.list.empty =
		v->base.retired ? N_("Nothing is deleted: x shows those in use.")
				: N_("No groups yet: F7 makes one here, G saves the units of a "
				     "ranking.");
	if (!units ||
		(v->base.retired ? group_list_retired : group_list)(
			app->db, &v->base.arena, &v->groups, &v->base.count, err) ||
		group_list_count(app->db, v->groups, v->base.count, err))
		return -1;
	return load_rules(v, units, err);
}

static void
above(void *self, struct canvas *c)
{
	if (((struct view_of_groups *)self)->base.retired)
		canvas_text(c, 0, 0, -1, ROLE_WARN,
			_("Deleted ones; p brings one back, x shows those in use"));
	else
		canvas_text(c, 0, 0, -1, ROLE_HINT,
			_("Space ticks (*) the group that all views compare with."));
}

static void
note(const void *self, int row, char *dst, size_t size)
{
	const struct view_of_groups *v = self;

	if (row < 0)
		return;
	if (v->rules[row][0] && v->groups[row].note[0])
		snprintf(dst, size, "%s; %s", v->rules[row], v->groups[row].note);
	else
		text_copy(dst, size,
			v->rules[row][0]         ? v->rules[row]
			: v->groups[row].note[0] ? v->groups[row].note
						 : v->groups[row].name);
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

/* Whom the rule takes, said at once; a unit that fulfils it later belongs from then on. */
static void
say_rule(struct screens *s, struct view_of_groups *v, int64_t id)
{
	struct app *app = app_of(s);
	struct error err = { 0 };
	struct group g;

	list_screen_want(v, id);
	if (group_load(app->db, id, &g, &err))
		screens_error(s, &err);
	else
		screens_say(s,
			P_("By its rule the group has %d unit now.",
				"By its rule the group has %d units now.",
				(unsigned long)g.members),
			g.members);
}

static void
ask_how(struct screens *s)
{
	const char *const choices[] = { [BY_HAND] = _("by hand: units are added one by one"),
		[BY_RULE] = _("by rule: whoever fulfils it, now and after the next import") };

	dialog_choose(s, _("How are its units chosen?"), choices, 2, BY_HAND, ANSWER_HOW);
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
bring_back(struct screens *s, const struct view_of_groups *v, const struct group *g)
{
	struct app *app = app_of(s);
	struct group copy = *g;
	struct error err = { 0 };

	if (!v->base.retired)
		screens_say(s, "%s", _("It is in use; x shows the deleted ones."));
	else
		app_done(s, app_may_write(app, &err) || group_restore(app->db, &copy, &err), &err,
			_("The comparison group is back."));
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
		screens_refuse(s, "%s", _("A group needs a name: type one, or Esc gives up."));
		return SCREEN_HANDLED;
	}
	if (action == ANSWER_NEW)
		make(s, event->answer);
	else if (action == ANSWER_RENAME)
		tell(s, rename_group(s, &v->asked, event->answer, &err), &err,
			_("The group is renamed."));
	else
		tell(s, retire(s, &v->asked, &err), &err,
			_("The group is deleted; x shows the deleted ones, p brings one back."));
	return SCREEN_HANDLED;
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct view_of_groups *v = self;

	switch (action) {
	case ACTION_NEW:
		ask_how(s);
		return SCREEN_HANDLED;
	case ANSWER_HOW:
		if (event->number == BY_RULE)
			card_form_open(s, &group_rule_form, 0, 0, ANSWER_RULE);
		else
			ask_name(s, NULL, ANSWER_NEW);
		return SCREEN_HANDLED;
	case ANSWER_RULE:
		say_rule(s, v, event->number);
		return SCREEN_HANDLED;
	case ACTION_RETIRED:
		v->base.retired = !v->base.retired;
		screens_stale(s);
		return SCREEN_HANDLED;
	case ANSWER_NEW:
	case ANSWER_RENAME:
	case ANSWER_DELETE:
		return answer(s, v, action, event);
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
	if (action == ACTION_BRING_BACK) {
		bring_back(s, v, g);
		return SCREEN_HANDLED;
	}
	if (v->base.retired)
		return SCREEN_PASS;
	switch (action) {
	case ACTION_OPEN:
		group_members_open(s, g->id);
		return SCREEN_HANDLED;
	case ACTION_EDIT:
		if (g->ruled)
			card_form_open(s, &group_rule_form, g->id, 0, ANSWER_RULE);
		else
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
	ACTION_FILTER, ACTION_NEW, ACTION_DELETE, ACTION_MARK, ACTION_RETIRED, ACTION_BRING_BACK,
	0 };

const struct screen group_list_screen = {
	.name = "group_list",
	.title = N_("Comparison groups"),
	.size = sizeof(struct view_of_groups),
	.actions = screen_actions,
	.start = start,
	LIST_SCREEN,
};
