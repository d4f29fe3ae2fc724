/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Screens of strategies that open each other. A strategy's parts are tabs, each a screen that
 * takes int64_t, the strategy's number, or NULL = the one looked at last; Tab puts the next in its
 * place. A tab embeds struct strategy_view, lists ACTION_STRATEGY_TAB and ACTION_STRATEGY_CHOOSE
 * among its actions and passes what it does not know to strategy_view_act(). */
#ifndef SCREENS_STRATEGIES_H
#define SCREENS_STRATEGIES_H

#include "model/strategies/strategy.h"
#include "screens/frame/app.h"
#include "tui/form.h"

enum strategy_tab {
	STRATEGY_TAB_TREE,
	STRATEGY_TAB_TASKS,
	STRATEGY_TAB_RISKS,
	STRATEGY_TAB_STEPS,
	STRATEGY_TAB_REMARKS,
	STRATEGY_TABS
};

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

/* "S-1  Strategia rozwoju… (2021–2030)" in the first line: a long name gives way to the tail. */
void strategy_title_draw(
	struct canvas *c, const struct strategy *s, const char *tail, enum role role);
/* In start(): the argument of the screen. */
void strategy_view_start(struct strategy_view *v, enum strategy_tab tab, const void *argument);
/* In load(): finds the strategy, by its number, else the one looked at last, else the first. */
int strategy_view_load(
	struct strategy_view *v, struct app *app, struct arena *arena, struct error *err);
/* Tab and the choice of the strategy; answer: a number that the screen keeps for its answer. */
int strategy_view_act(struct screens *s, struct strategy_view *v, int action, int answer,
	const struct event *event);
/* Its vision, mission, resolution and note, to read. */
void strategy_words_open(struct screens *s, const struct strategy *of);
/* "S-1  Strategia rozwoju  (2021–2030)" and the names of the tabs, over two lines. */
void strategy_view_draw(const struct strategy_view *v, struct canvas *c);
enum { STRATEGY_VIEW_LINES = 2 };
/* What a new line of a strategy needs: there is one; else says so. */
bool strategy_view_there(struct screens *s, const struct strategy_view *v);

/* Of which tasks the money of a year (0 = of all) is made, each by source. */
void money_by_task_open(struct screens *s, int64_t strategy, int year);

/* For FIELD_LOOKUP: goals and tasks of the strategy looked at last (app->last_strategy), key = id;
 * offices of all strategies, where a new one may be typed as well. */
int strategy_suggest_goal(void *app, const char *typed, struct field_suggestion *rows, int max);
int strategy_suggest_task(void *app, const char *typed, struct field_suggestion *rows, int max);
/* Priorities of its units, key = id. */
int strategy_suggest_priority(
	void *app, const char *typed, struct field_suggestion *rows, int max);
int strategy_suggest_office(void *app, const char *typed, struct field_suggestion *rows, int max);
/* A goal or task of such a field: "1.2  Edukacja" and its id; 0 = empty. */
int strategy_goal_put(struct app *app, int64_t strategy, int64_t goal, char *text, size_t text_size,
	char *key, size_t key_size, struct error *err);
/* The id that was chosen; what was typed and chosen from nothing is refused with the field. */
int strategy_line_take(
	const char *text, const char *key, int field, int64_t *id, struct error *err);

#endif
