/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The screen of a year's monitoring, for round_view.c and round_acts.c. */
#ifndef SCREENS_MONITORING_ROUND_VIEW_H
#define SCREENS_MONITORING_ROUND_VIEW_H

#include "screens/frame/target_state.h"
#include "screens/monitoring/monitoring.h"

struct round_row { /* one of the two */
	const struct round_figure *figure;
	const struct round_task *task;
};

struct round_view {
	struct list_screen base;
	struct strategy_view strategy;
	struct round_state state;
	struct round_row *rows;
	enum round_show show;
	int only_state;    /* as in struct round_of */
	int64_t only_goal; /* the same */
	int year;
	enum tier tier;
	char approver[160]; /* the function that was typed, until it is confirmed */
};

int round_view_act(struct screens *s, void *self, int action, const struct event *event);
int round_view_act_row(struct screens *s, void *self, int row, int action);

#endif
