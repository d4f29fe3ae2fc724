/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Screens of strategies that open each other. A strategy's parts are tabs, each a screen that
 * takes int64_t, the strategy's number, or NULL = the one looked at last; Tab puts the next in its
 * place. A tab embeds struct strategy_view, lists ACTION_STRATEGY_TAB and ACTION_STRATEGY_CHOOSE
 * among its actions and passes what it does not know to strategy_view_act(). */
#ifndef SCREENS_STRATEGIES_H
#define SCREENS_STRATEGIES_H

#include "model/strategy.h"
#include "screens/frame/app.h"

enum strategy_tab { STRATEGY_TAB_TREE, STRATEGY_TAB_TASKS, STRATEGY_TAB_RISKS, STRATEGY_TAB_STEPS,
	STRATEGY_TAB_REMARKS, STRATEGY_TABS };

extern const struct screen strategy_list_screen; /* 6 4 */
extern const struct screen strategy_tree_screen;
extern const struct screen task_list_screen; /* also 6 5 */
extern const struct screen risk_list_screen;
extern const struct screen step_list_screen;
extern const struct screen remark_list_screen;

struct strategy_view {
	enum strategy_tab tab;
	struct strategy strategy; /* id 0 = there is none; rev as it was read */
	struct strategy *list;    /* to choose from */
	int count;
};

/* In start(): the argument of the screen. */
void strategy_view_start(struct strategy_view *v, enum strategy_tab tab, const void *argument);
/* In load(): finds the strategy, by its number, else the one looked at last, else the first. */
int strategy_view_load(struct strategy_view *v, struct app *app, struct arena *arena,
	struct error *err);
/* Tab and the choice of the strategy; answer: a number that the screen keeps for its answer. */
int strategy_view_act(struct screens *s, struct strategy_view *v, int action, int answer,
	const struct event *event);
/* "S-1  Strategia rozwoju  (2021–2030)" and the names of the tabs, over two lines. */
void strategy_view_draw(const struct strategy_view *v, struct canvas *c);
enum { STRATEGY_VIEW_LINES = 2 };
/* What a new line of a strategy needs: says why not. */
bool strategy_view_there(struct screens *s, const struct strategy_view *v);

#endif
