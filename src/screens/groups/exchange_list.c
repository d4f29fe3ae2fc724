/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All exchange groups (2 1). */
#include "config.h"

#include "base/i18n.h"
#include "base/text.h"
#include "screens/frame/actions.h"
#include "screens/frame/format.h"
#include "screens/frame/list_screen.h"
#include "screens/frame/screens.h"
#include "screens/groups/group_screens.h"
#include "tui/dialog.h"

#include <stdio.h>
#include <string.h>

struct groups {
	struct list_screen base;
	struct exchange_group *rows;
	bool retired_too;
	struct exchange_group asked; /* as it was when the question was put */
};

enum { ANSWER_SAVED = ACTION_ANSWER_1, ANSWER_RETIRE };

static void
cell(const void *self, int row, int column, struct list_cell *c)
{
	const struct exchange_group *g = &((const struct groups *)self)->rows[row];
	char day[16];

	c->role = g->retired ? ROLE_MISSING : g->owner[0] ? ROLE_HINT : ROLE_TEXT;
	switch (column) {
	case 0:
		snprintf(c->text, sizeof c->text, "%s%s", g->parent ? "  " : "", g->name);
		break;
	case 1:
		text_copy(c->text, sizeof c->text, g->code);
		break;
	case 2:
		text_copy(c->text, sizeof c->text, group_short_kind(g->kind));
		break;
	case 3:
		text_copy(c->text, sizeof c->text, g->service);
		break;
	case 4:
		snprintf(c->text, sizeof c->text, "%d", g->members);
		if (!g->retired && (g->members < g->smallest || g->members > g->largest))
			c->role = ROLE_WARN;
		break;
	default:
		text_copy(day, sizeof day, g->next_at);
		day[strlen(day) < 10 ? strlen(day) : 10] = '\0';
		if (g->retired)
			text_copy(c->text, sizeof c->text, _("deleted"));
		else
			format_date(c->text, sizeof c->text, day);
		break;
	}
}

static void
id(const void *self, int row, char *dst, size_t size)
{
	snprintf(dst, size, "%lld", (long long)((const struct groups *)self)->rows[row].id);
}

static void
key(const void *self, int row, char *dst, size_t size)
{
	const struct exchange_group *g = &((const struct groups *)self)->rows[row];

	snprintf(dst, size, "%s %s %s %s", g->code, g->name, g->service,
		exchange_kind_label(g->kind));
}

static void
note(const void *self, int row, char *dst, size_t size)
{
	const struct exchange_group *g = row < 0 ? NULL : &((const struct groups *)self)->rows[row];
	char from[32], to[32];

	if (!g)
		return;
	format_date(from, sizeof from, g->starts_on);
	snprintf(dst, size, "%s %s%s%s", from, g->ends_on[0] ? "– " : "",
		g->ends_on[0] ? format_date(to, sizeof to, g->ends_on) : "",
		g->made_up ? _("  made up") : "");
}

static int
load(void *self, struct error *err)
{
	struct groups *v = self;

	return exchange_group_list(v->base.app->db, v->retired_too, NULL, &v->base.arena, &v->rows,
		&v->base.count, err);
}

static void
above(void *self, struct canvas *c)
{
	const struct groups *v = self;

	canvas_text(c, 0, 0, -1, ROLE_HINT,
		v->retired_too
			? _("x without the deleted ones  p bring back  s stages of kinds  w winter "
			    "holidays")
			: _("Enter members, people, stages  x deleted ones too  s stages of kinds  "
			    "w winter holidays"));
}

static int
tell(struct screens *s, int failed, const struct error *err, const char *done)
{
	screens_stale(s);
	if (failed)
		app_error(s, _("Nothing was saved"), err);
	else {
		app_changed(s);
		screens_say(s, "%s", done);
	}
	return SCREEN_HANDLED;
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct groups *v = self;
	struct error err = { 0 };

	switch (action) {
	case ACTION_NEW:
		card_form_open(s, &exchange_group_form, 0, 0, ANSWER_SAVED);
		return SCREEN_HANDLED;
	case ANSWER_SAVED:
		list_screen_want(v, event->number);
		return SCREEN_HANDLED;
	case ANSWER_RETIRE:
		return tell(s,
			group_may(v->base.app, &err) ||
				exchange_group_retire(v->base.app->db, &v->asked, false, &err),
			&err, _("The group is deleted; x shows it again, p brings it back."));
	case ACTION_RETIRED:
		v->retired_too = !v->retired_too;
		screens_stale(s);
		return SCREEN_HANDLED;
	case ACTION_STAGES:
		screens_push(s, &stage_list_screen, NULL);
		return SCREEN_HANDLED;
	case ACTION_WINTER:
		screens_push(s, &winter_list_screen, NULL);
		return SCREEN_HANDLED;
	default:
		return SCREEN_PASS;
	}
}

static void
ask_retire(struct screens *s, struct groups *v)
{
	char text[512];

	snprintf(text, sizeof text,
		_("Delete the group %s? Its meetings and minutes stay; its comparison group goes "
		  "out of use. p brings it back."),
		v->asked.code);
	dialog_ask(s, _("Delete"), text, ANSWER_RETIRE, 0);
}

static int
act_row(struct screens *s, void *self, int row, int action)
{
	struct groups *v = self;
	struct error err = { 0 };

	v->asked = v->rows[row];
	switch (action) {
	case ACTION_OPEN:
		screens_push(s, &exchange_group_screen, &v->rows[row].id);
		return SCREEN_HANDLED;
	case ACTION_EDIT:
		if (v->asked.retired)
			screens_say(s, "%s", _("This group is deleted: p brings it back."));
		else
			card_form_open(s, &exchange_group_form, v->asked.id, 0, ANSWER_SAVED);
		return SCREEN_HANDLED;
	case ACTION_DELETE:
		if (v->asked.retired)
			screens_say(s, "%s", _("This group is deleted: p brings it back."));
		else
			ask_retire(s, v);
		return SCREEN_HANDLED;
	case ACTION_BRING_BACK:
		if (!v->asked.retired) {
			screens_say(s, "%s", _("This group is in use; x shows deleted ones."));
			return SCREEN_HANDLED;
		}
		return tell(s,
			group_may(v->base.app, &err) ||
				exchange_group_retire(v->base.app->db, &v->asked, true, &err),
			&err, _("The group is back."));
	default:
		return SCREEN_PASS;
	}
}

static bool
able(const void *self, int row, int action)
{
	return action != ACTION_BRING_BACK || ((const struct groups *)self)->rows[row].retired;
}

static const struct list_column columns[] = {
	{ N_("Group"), 0, false },
	{ N_("Code"), 14, false },
	{ N_("Kind"), 7, false },
	{ N_("Service"), 16, false },
	{ N_("JST"), 3, true },
	{ N_("Meeting"), 10, false },
};

static const struct list_screen_kind kind = {
	.columns = columns,
	.column_count = sizeof columns / sizeof *columns,
	.empty = N_("No exchange group yet: F7 makes the first one."),
	.lines_above = 1,
	.load = load,
	.cell = cell,
	.id = id,
	.key = key,
	.above = above,
	.note = note,
	.act = act,
	.act_row = act_row,
	.able = able,
	.file = N_("groups"),
	.file_title = N_("Exchange groups"),
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
	ACTION_NEW, ACTION_DELETE, ACTION_BRING_BACK, ACTION_RETIRED, ACTION_STAGES, ACTION_WINTER,
	ACTION_REFRESH, 0 };

const struct screen exchange_list_screen = {
	.name = "exchange_list",
	.title = N_("Groups and members"),
	.size = sizeof(struct groups),
	.actions = ids,
	.start = start,
	LIST_SCREEN,
};
