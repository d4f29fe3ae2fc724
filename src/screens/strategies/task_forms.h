/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Forms and screens of tasks, money, risks, steps and remarks that open each other. */
#ifndef SCREENS_TASK_FORMS_H
#define SCREENS_TASK_FORMS_H

#include "model/deleted_line.h"
#include "model/strategies/goal.h"
#include "model/strategies/task.h"
#include "screens/frame/actions.h"
#include "screens/frame/card_form.h"
#include "screens/frame/list_screen.h"
#include "screens/strategies/strategies.h"

extern const struct card_form_kind task_form;   /* parent: the strategy */
extern const struct card_form_kind money_form;  /* id: 10 * year + source; parent: the task */
extern const struct card_form_kind risk_form;   /* id: place; parent: the strategy */
extern const struct card_form_kind step_form;   /* the same */
extern const struct card_form_kind remark_form; /* the same */

extern const struct screen money_list_screen; /* argument: int64_t, the task */
extern const struct screen money_sums_screen; /* argument: int64_t, the strategy */

/* What is done to steps, remarks and risks: lines in order below a strategy (line_acts.c). */
struct line_acts {
	const struct card_form_kind *form; /* id: place; parent: the strategy */
	int (*move)(struct db *db, int64_t strategy, int64_t rev, int place, int by,
		struct error *err);
	int (*remove)(struct db *db, int64_t strategy, int64_t rev, int place, struct error *err);
	enum deleted_noun deleted; /* which of them x shows */
	const char *ask, *removed; /* N_(): the question before, what is said afterwards */
};
enum { LINE_SAVED = ACTION_ANSWER_1, LINE_REMOVE, LINE_STRATEGY };
int line_act(struct screens *s, struct list_screen *list, struct strategy_view *view,
	const struct line_acts *acts, int action, const struct event *event);
int line_act_row(struct screens *s, struct list_screen *list, const struct strategy_view *view,
	const struct line_acts *acts, int place, const char *text, int action);

/* Good, bad, to watch. */
enum role task_state_role(enum task_state s);

/* Tasks as bars over years; first is the one at the top, selected the one marked. */
void task_time_draw(struct canvas *c, const struct strategy_view *view, const struct task *tasks,
	const int *shown, int count, int selected, const char *day);

/* The draft of the internal order, to a file. */
void strategy_rules_export(struct screens *s, const struct strategy_view *v);

/* Drafts of a line lie apart from those of its neighbours; new ones under the whole. */
void strategy_line_uid(struct card_form_of *of, const char *uid);
/* "1204,50" in a form; "" for nothing. */
char *money_field(char *dst, size_t size, int64_t grosze);

#endif
