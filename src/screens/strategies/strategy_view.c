/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The strategy whose parts are shown, and going from part to part. */
#include "config.h"

#include "screens/strategies/strategies.h"

#include "base/date.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/draft.h"
#include "screens/frame/actions.h"
#include "tui/dialog.h"
#include "tui/pager.h"

#include <stdio.h>
#include <string.h>

static const char preference[] = "strategy";

static const struct {
	const struct screen *screen; /* NULL = left out */
	const char *name;
} tabs[STRATEGY_TABS] = {
	[STRATEGY_TAB_TREE] = { &strategy_tree_screen, N_("goals") },
	[STRATEGY_TAB_TASKS] = { &task_list_screen, N_("tasks") },
	[STRATEGY_TAB_RISKS] = { &risk_list_screen, N_("risks") },
	[STRATEGY_TAB_STEPS] = { &step_list_screen, N_("adoption") },
	[STRATEGY_TAB_REMARKS] = { &remark_list_screen, N_("remarks") },
};

void
strategy_view_start(struct strategy_view *v, enum strategy_tab tab, const void *argument)
{
	v->tab = tab;
	if (argument)
		v->strategy.id = *(const int64_t *)argument;
}

static int
find(const struct strategy_view *v, struct app *app)
{
	struct error ignored = { 0 };
	char code[33] = "";

	int64_t id = v->strategy.id ? v->strategy.id : app->last_strategy;

	for (int i = 0; id && i < v->count; i++)
		if (v->list[i].id == id)
			return i;
	(void)preference_load(app->db, app->person.id, preference, code, sizeof code, &ignored);
	error_clear(&ignored);
	for (int i = 0; i < v->count; i++)
		if (!strcmp(v->list[i].code, code))
			return i;
	return v->count ? 0 : -1;
}

int
strategy_view_load(struct strategy_view *v, struct app *app, struct arena *arena, struct error *err)
{
	const struct strategy_filter filter = { .slot = NO_SLOT };
	int at;

	v->count = 0;
	if (strategy_list(app->db, &filter, arena, &v->list, &v->count, err))
		return -1;
	at = find(v, app);
	if (at >= 0)
		v->strategy = v->list[at];
	else
		memset(&v->strategy, 0, sizeof v->strategy);
	app->last_strategy = v->strategy.id;
	return 0;
}

static void
ask(struct screens *s, const struct strategy_view *v, int answer)
{
	struct arena arena = { 0 };
	const char **choices = arena_array(&arena, (size_t)v->count + 1, sizeof *choices);
	int at = 0;

	for (int i = 0; i < v->count; i++) {
		if (v->list[i].id == v->strategy.id)
			at = i;
		choices[i] = arena_format(&arena, "%s: %s", v->list[i].code, v->list[i].name);
	}
	dialog_choose(s, _("Strategy"), choices, v->count, at, answer);
	arena_release(&arena);
}

static void
take(struct screens *s, struct strategy_view *v, int number)
{
	struct app *app = app_of(s);
	struct error ignored = { 0 };

	if (number < 0 || number >= v->count)
		return;
	v->strategy = v->list[number];
	app->last_strategy = v->strategy.id;
	(void)preference_save(app->db, app->person.id, preference, v->strategy.code, &ignored);
	error_clear(&ignored);
	screens_stale(s);
}

static void
go_on(struct screens *s, const struct strategy_view *v)
{
	int64_t id = v->strategy.id;
	int next = v->tab;

	if (!strategy_view_there(s, v))
		return;
	do {
		next = (next + 1) % STRATEGY_TABS;
	} while (!tabs[next].screen);
	screens_replace(s, tabs[next].screen, &id);
}

int
strategy_view_act(struct screens *s, struct strategy_view *v, int action, int answer,
	const struct event *event)
{
	if (action == ACTION_STRATEGY_TAB) {
		go_on(s, v);
	} else if (action == ACTION_STRATEGY_CHOOSE) {
		if (strategy_view_there(s, v))
			ask(s, v, answer);
	} else if (action == answer) {
		take(s, v, event->number);
	} else {
		return SCREEN_PASS;
	}
	return SCREEN_HANDLED;
}

/* A paragraph under its name; nothing of what nobody wrote. */
static const char *
add_words(struct arena *arena, const char *text, const char *name, const char *words)
{
	return words[0] ? arena_format(arena, "%s%s\n%s\n\n", text, name, words) : text;
}

void
strategy_words_open(struct screens *s, const struct strategy *of)
{
	struct arena arena = { 0 };
	const char *text = arena_format(&arena, "%s (%d–%d)\n%s, %s\n\n", of->name, of->first_year,
		of->last_year, strategy_kind_label(of->kind), strategy_state_label(of->state));

	text = add_words(&arena, text, _("Vision"), of->vision[0] ? of->vision : "–");
	text = add_words(&arena, text, _("Mission"), of->mission);
	text = add_words(&arena, text, _("Resolution"), of->resolution);
	text = add_words(&arena, text, _("Adopted on"), date_shown(&arena, of->adopted_on));
	text = add_words(&arena, text, _("Case mark"), of->case_mark);
	text = add_words(&arena, text, _("Note"), of->note);
	pager_open(s, of->code, text, true);
	arena_release(&arena);
}

bool
strategy_view_there(struct screens *s, const struct strategy_view *v)
{
	if (v->strategy.id == 0)
		screens_say(s, "%s", _("There is no strategy yet: menu 6 4 makes one."));
	return v->strategy.id != 0;
}

enum { NAME_FEWEST = 20 };

void
strategy_title_draw(struct canvas *c, const struct strategy *s, const char *tail, enum role role)
{
	char named[512];
	int width = c->columns - text_width(tail), used;

	snprintf(named, sizeof named, "%s  %s", s->code, s->name);
	used = canvas_words(c, 0, 0, width < NAME_FEWEST ? NAME_FEWEST : width, ROLE_TITLE, named);
	canvas_text(c, 0, used, -1, role, tail);
}

void
strategy_view_draw(const struct strategy_view *v, struct canvas *c)
{
	char years[32];
	int column = 0;

	if (v->strategy.id == 0)
		return;
	snprintf(years, sizeof years, " (%d–%d)", v->strategy.first_year, v->strategy.last_year);
	strategy_title_draw(c, &v->strategy, years, ROLE_TITLE);
	if (v->strategy.made_up)
		canvas_right(c, 1, 0, c->columns, ROLE_WARN, _("made up"));
	for (int i = 0; i < STRATEGY_TABS; i++) {
		if (!tabs[i].screen)
			continue;
		column += canvas_text(c, 1, column, -1,
			i == (int)v->tab ? ROLE_SELECTED : ROLE_HINT, _(tabs[i].name));
		column += 2;
	}
}
