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
	ACTION_ROUND_SHOW,
	ACTION_ROUND_VALUE,
	ACTION_ROUND_ORIGIN,
	ACTION_ROUND_CAUSE,
	ACTION_ROUND_OFFICES,
	ACTION_ROUND_REPORT, /* of a round */
	ACTION_ROUND_APPROVE,
	ACTION_ROUND_CARD,
	ACTION_ROUND_REMOVE,
	ACTION_ROUND_SHEET,                /* of a round */
	ACTION_ROUND_TAKE,                 /* a sheet that an office filled in */
	ACTION_REPORT_FIGURES,             /* of a report: each leads to its source */
	ACTION_EVALUATION_RECOMMENDATIONS, /* of an evaluation */
	/* tasks, risks, adoption */
	ACTION_TIME_LINE,   /* tasks as bars over years */
	ACTION_TASK_MONEY,  /* of one task by year and source */
	ACTION_MONEY_SUMS,  /* of all tasks by year and source */
	ACTION_RISK_MATRIX, /* risks by likelihood and effect */
	ACTION_USUAL_STEPS, /* of adopting a strategy */
	ACTION_RULES_ORDER, /* draft of the internal order with its schedule */
	/* diagnosis, problems */
	ACTION_DIAGNOSIS_AREAS,    /* indicators, or areas of the tree */
	ACTION_DIAGNOSIS_QUADRANT, /* level and change as a chart */
	ACTION_DIAGNOSIS_CLASS,    /* only one class, in turn */
	ACTION_DIAGNOSIS_EMPTY,    /* rows without any value too */
	ACTION_DIAGNOSIS_METHOD,
	ACTION_DIAGNOSIS_YEARS,
	ACTION_DIAGNOSIS_TREE,
	ACTION_DIAGNOSIS_PROBLEMS,
	ACTION_DIAGNOSIS_MAP, /* the class of every unit */
	ACTION_FINDING_CONFIRM,
	ACTION_FINDING_REJECT,
	ACTION_FINDING_TAKE,
	ACTION_FINDING_FACTOR,
	ACTION_FINDING_WITHDRAW,
	ACTION_PROBLEM_KIND, /* only one kind, in turn */
	ACTION_PROBLEM_LINKS,
	/* goals and indicators */
	ACTION_STATUS_LIGHTS,  /* goals in rows, years in columns */
	ACTION_TARGET_CHANGES, /* history of changes of targets */
	ACTION_GOAL_DEEPER,
	ACTION_GOAL_HIGHER,
	ACTION_GOAL_PRIORITY,  /* what speaks for the priority that a goal answers */
	ACTION_STRATEGY_FILE,  /* the whole of it, to read back */
	ACTION_STRATEGY_UNITS, /* that take part beside the leader */
	ACTION_STRATEGY_WORDS, /* vision, mission and note, to read */
	/* SWOT analyses and ballots */
	ACTION_SWOT_MATRIX,
	ACTION_SWOT_OTHER, /* the other of the two matrices */
	ACTION_SWOT_PRINT,
	ACTION_SWOT_POSITION,
	ACTION_SWOT_WEIGHTS, /* even, or scaled to 1 */
	ACTION_SWOT_AXIS,    /* factors from what hinders to what helps */
	ACTION_SWOT_TAKE,    /* a problem or driver as a factor */
	ACTION_BALLOTS,
	ACTION_BALLOT_RESULT,
	ACTION_BALLOT_CLOSE,
	ACTION_BALLOT_OWN,    /* swot room: the person's own vote */
	ACTION_BALLOT_SPOILT, /* a card that cannot be read */
	ACTION_BALLOT_PRINT,
};

#endif
