/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ids of actions of diagnoses, SWOT, strategies and their monitoring. Included by frame/actions.h;
 * their rows stand in frame/actions_strategy_rows.h. */
#ifndef SCREENS_ACTIONS_STRATEGY_H
#define SCREENS_ACTIONS_STRATEGY_H

enum {
	ACTION_STRATEGY_FIRST = 600,
	/* parts of a strategy */
	ACTION_STRATEGY_TAB,    /* goals, tasks, risks, adoption, remarks in turn */
	ACTION_STRATEGY_CHOOSE, /* whose parts are shown */
	/* tasks, risks, adoption */
	ACTION_TIME_LINE,   /* tasks as bars over years */
	ACTION_TASK_MONEY,  /* of one task by year and source */
	ACTION_MONEY_SUMS,  /* of all tasks by year and source */
	ACTION_RISK_MATRIX, /* risks by likelihood and effect */
	ACTION_USUAL_STEPS, /* of adopting a strategy */
	ACTION_RULES_ORDER, /* draft of the internal order with its schedule */
	/* SWOT analyses and ballots */
	ACTION_SWOT_MATRIX,
	ACTION_SWOT_POSITION,
	ACTION_SWOT_WEIGHTS, /* even, or scaled to 1 */
	ACTION_SWOT_AXIS,    /* factors from what hinders to what helps */
	ACTION_BALLOTS,
	ACTION_BALLOT_RESULT,
	ACTION_BALLOT_CLOSE,
	ACTION_BALLOT_OWN,   /* swot room: the person's own vote */
	ACTION_BALLOT_SPOILT, /* a card that cannot be read */
};

#endif
