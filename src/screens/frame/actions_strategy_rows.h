/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of the table of actions: diagnoses, SWOT, strategies and their monitoring. Included inside
 * the table of frame/actions.c alone. */
/* parts of a strategy */
{ ACTION_STRATEGY_TAB, "strategy-tab", "Tab", NULL, N_("Next"), N_("The next part"),
	N_("Shows goals, tasks, risks, steps of adoption and remarks of the strategy in turn.") },
{ ACTION_STRATEGY_CHOOSE, "strategy", NULL, "s", N_("Strat."), N_("Choose the strategy"),
	N_("Asks whose parts are shown.") },
/* tasks, risks, adoption */
{ ACTION_TIME_LINE, "time-line", NULL, "c", N_("Time"), N_("Time line"),
	N_("Shows the tasks as bars over years: planned, real, late; or the list again.") },
{ ACTION_TASK_MONEY, "task-money", NULL, "m", N_("Money"), N_("Money of the task"),
	N_("Shows what is planned and spent for the task by year and source.") },
{ ACTION_MONEY_SUMS, "money-sums", NULL, "w", N_("Sums"), N_("Money of all tasks"),
	N_("Adds up what is planned and spent for all tasks by year and source.") },
{ ACTION_RISK_MATRIX, "risk-matrix", NULL, "c", N_("Matrix"), N_("Matrix of risks"),
	N_("Shows risks by likelihood and effect; or the list again.") },
{ ACTION_USUAL_STEPS, "usual-steps", NULL, "u", N_("Usual"), N_("Add the usual steps"),
	N_("Adds the steps that a document of this kind usually takes; days are for you to "
	   "say.") },
{ ACTION_RULES_ORDER, "rules-order", NULL, "D", N_("Order"), N_("Draft order on monitoring"),
	N_("Writes a draft of the internal order: who delivers what, when and to whom.") },
