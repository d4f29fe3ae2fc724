/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Choosing the exchange group that a screen shows. */
#include "config.h"

#include "screens/plans/group_view.h"

#include "base/i18n.h"
#include "base/text.h"
#include "screens/frame/actions.h"
#include "screens/frame/screens.h"
#include "tui/dialog.h"

#include <stdio.h>
#include <string.h>

static const char preference[] = "exchange_group";

/* By its number, else the one looked at last; -1 = all of them. */
static int
find(const struct group_view *v, struct app *app)
{
	struct error ignored = { 0 };
	char code[33] = "";

	for (int i = 0; v->group.id && i < v->count; i++)
		if (v->list[i].id == v->group.id)
			return i;
	if (v->may_be_all)
		return -1;
	(void)preference_load(app->db, app->person.id, preference, code, sizeof code, &ignored);
	error_clear(&ignored);
	for (int i = 0; i < v->count; i++)
		if (!strcmp(v->list[i].code, code))
			return i;
	return v->count ? 0 : -1;
}

int
group_view_load(struct group_view *v, struct app *app, struct arena *arena, struct error *err)
{
	int at;

	v->count = 0;
	if (exchange_group_list(app->db, false, NULL, arena, &v->list, &v->count, err))
		return -1;
	at = find(v, app);
	if (at >= 0)
		v->group = v->list[at];
	else
		memset(&v->group, 0, sizeof v->group);
	return 0;
}

static void
ask(struct screens *s, const struct group_view *v, const char *first, int action)
{
	struct arena arena = { 0 };
	const char **choices = arena_array(&arena, (size_t)v->count + 2, sizeof *choices);
	int n = 0, at = 0;

	if (first)
		choices[n++] = first;
	for (int i = 0; i < v->count; i++) {
		if (v->list[i].id == v->group.id)
			at = n;
		choices[n++] = arena_format(&arena, "%s: %s", v->list[i].code, v->list[i].name);
	}
	if (n)
		dialog_choose(s, _("Group"), choices, n, at, action);
	else
		screens_say(s, "%s", _("There is no group yet: menu 2 1 founds one."));
	arena_release(&arena);
}

void
group_view_ask(struct screens *s, const struct group_view *v, int action)
{
	ask(s, v, v->may_be_all ? _("all groups") : NULL, action);
}

void
group_view_ask_new(struct screens *s, const struct group_view *v, int action)
{
	ask(s, v, _("of no group"), action);
}

int64_t
group_view_chosen(const struct group_view *v, int number)
{
	return number > 0 && number <= v->count ? v->list[number - 1].id : 0;
}

void
group_view_take(struct screens *s, struct group_view *v, int number)
{
	struct app *app = app_of(s);
	struct error ignored = { 0 };
	int at = number - (v->may_be_all ? 1 : 0);

	if (at < 0) {
		memset(&v->group, 0, sizeof v->group);
	} else if (at < v->count) {
		v->group = v->list[at];
		(void)preference_save(app->db, app->person.id, preference, v->group.code, &ignored);
		error_clear(&ignored);
	}
	screens_stale(s);
}

int
group_view_act(
	struct screens *s, struct group_view *v, int action, int answer, const struct event *event)
{
	if (action == ACTION_EXCHANGE_GROUP)
		group_view_ask(s, v, answer);
	else if (action == answer)
		group_view_take(s, v, event->number);
	else
		return SCREEN_PASS;
	return SCREEN_HANDLED;
}

char *
group_view_text(const struct group_view *v, char *dst, size_t size)
{
	if (!v->group.id)
		return text_copy(dst, size, _("all groups"));
	snprintf(dst, size, "%s  %s", v->group.code, v->group.name);
	return dst;
}

void
group_view_chart(struct screens *s, int64_t group, const struct view *view)
{
	struct app *app = app_of(s);
	struct error err = { 0 };
	int64_t comparison = 0;

	if ((group && exchange_group_comparison(app->db, group, &comparison, &err)) ||
		(comparison && app_choose_group(app, comparison, &err)))
		app_error(s, _("The group could not be chosen"), &err);
	screens_push(s, &chart_screen, view);
}
