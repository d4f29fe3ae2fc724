/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Steps, remarks and risks stand in order below a strategy: they are entered, moved and deleted
 * alike. */
#include "config.h"

#include "base/i18n.h"
#include "screens/frame/actions.h"
#include "screens/frame/screens.h"
#include "screens/strategies/task_forms.h"
#include "tui/dialog.h"

int
line_act(struct screens *s, struct list_screen *list, struct strategy_view *view,
	const struct line_acts *acts, int action, const struct event *event)
{
	switch (action) {
	case ACTION_NEW:
		if (strategy_view_there(s, view))
			card_form_open(s, acts->form, 0, view->strategy.id, LINE_SAVED);
		return SCREEN_HANDLED;
	case ACTION_RETIRED:
		if (strategy_view_there(s, view))
			screens_push(s, &deleted_lines_screen,
				&(struct deleted_of){ acts->deleted, view->strategy.id });
		return SCREEN_HANDLED;
	case LINE_SAVED:
		if (event->number > 0)
			list_screen_want(list, event->number);
		return SCREEN_HANDLED;
	default:
		return strategy_view_act(s, view, action, LINE_STRATEGY, event);
	}
}

static void
move(struct screens *s, struct list_screen *list, const struct strategy *of,
	const struct line_acts *acts, int place, int by)
{
	struct app *app = app_of(s);
	struct error err = { 0 };

	if (app_done(s,
		    app_may_write(app, &err) ||
			    acts->move(app->db, of->id, of->rev, place, by, &err),
		    &err, NULL) == 0 &&
		place + by >= 1 && place + by <= list->count)
		list_screen_want(list, place + by);
}

int
line_act_row(struct screens *s, struct list_screen *list, const struct strategy_view *view,
	const struct line_acts *acts, int place, const char *text, int action)
{
	struct app *app = app_of(s);
	struct error err = { 0 };
	const struct strategy *of = &view->strategy;

	switch (action) {
	case ACTION_OPEN:
	case ACTION_EDIT:
		card_form_open(s, acts->form, place, of->id, LINE_SAVED);
		return SCREEN_HANDLED;
	case ACTION_MOVE_UP:
	case ACTION_MOVE_DOWN:
		move(s, list, of, acts, place, action == ACTION_MOVE_UP ? -1 : 1);
		return SCREEN_HANDLED;
	case ACTION_DELETE:
		dialog_ask(s, _(acts->ask), text, LINE_REMOVE, 0);
		return SCREEN_HANDLED;
	case LINE_REMOVE:
		app_done(s,
			app_may_write(app, &err) ||
				acts->remove(app->db, of->id, of->rev, place, &err),
			&err, _(acts->removed));
		return SCREEN_HANDLED;
	default:
		return SCREEN_PASS;
	}
}
