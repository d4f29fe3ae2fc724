/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The commands of tasks, money, risks, steps of adoption and remarks, one row each. */
#include "config.h"

#include "commands/command.h"

#include "base/i18n.h"

const struct command command_tasks[] = {
	{ "list tasks", N_("STRATEGY"),
		N_("List tasks of a strategy: days, state as of today, per cent, money."),
		{ OPTION_RETIRED }, 1, 1, NEED_DATABASE, PERSON_READER, command_list_tasks },
	{ "list money", N_("STRATEGY"),
		N_("Add up the money of all tasks of a strategy by year and source."), { 0 }, 1, 1,
		NEED_DATABASE, PERSON_READER, command_money_sums },
	{ "list risks", N_("STRATEGY"), N_("List risks of a strategy."), { 0 }, 1, 1, NEED_DATABASE,
		PERSON_READER, command_list_risks },
	{ "list deleted", "",
		N_("List lines that were deleted: factors of SWOT analyses, money of tasks, risks, "
		   "steps, remarks, causes and measures, questions, recommendations, evidence."),
		{ 0 }, 0, 0, NEED_DATABASE, PERSON_READER, command_list_deleted },
	{ "line restore", N_("NUMBER [reason=TEXT]"),
		N_("Bring back a line that list deleted prints; money of a year whose report is "
		   "approved with its reason."),
		{ 0 }, 1, 2, NEED_DATABASE, PERSON_CLERK, command_line_restore },
	{ "list steps", N_("STRATEGY"), N_("List steps of adopting a strategy."), { 0 }, 1, 1,
		NEED_DATABASE, PERSON_READER, command_list_steps },
	{ "list remarks", N_("STRATEGY"),
		N_("List remarks of consultations on a strategy with their answers."), { 0 }, 1, 1,
		NEED_DATABASE, PERSON_READER, command_list_remarks },
	{ "task new", N_("STRATEGY FIELD=VALUE..."),
		N_("Make a task: goal (its number), name, office, planned_from, planned_to, state, "
		   "percent …"),
		{ 0 }, 2, -1, NEED_DATABASE, PERSON_CLERK, command_task_new },
	{ "task set", N_("NUMBER FIELD=VALUE..."), N_("Change fields of a task."), { 0 }, 2, -1,
		NEED_DATABASE, PERSON_CLERK, command_task_set },
	{ "task move", N_("NUMBER up|down"), N_("Move a task within its goal."), { 0 }, 2, 2,
		NEED_DATABASE, PERSON_CLERK, command_task_move },
	{ "task money", N_("NUMBER YEAR own|eu|state|other FIELD=VALUE...|delete"),
		N_("Write what is planned and spent for a task, or delete the line."), { 0 }, 4, -1,
		NEED_DATABASE, PERSON_CLERK, command_task_money },
	{ "task retire", N_("NUMBER"), N_("Delete a task."), { 0 }, 1, 1, NEED_DATABASE,
		PERSON_CLERK, command_task_retire },
	{ "task restore", N_("NUMBER"), N_("Bring a deleted task back."), { 0 }, 1, 1,
		NEED_DATABASE, PERSON_CLERK, command_task_restore },
	{ "strategy risk", N_("STRATEGY new|NUMBER FIELD=VALUE...|delete"),
		N_("Enter, change or delete a risk: text, likelihood, effect, response, office, "
		   "task, closed_on."),
		{ 0 }, 3, -1, NEED_DATABASE, PERSON_CLERK, command_risk },
	{ "strategy step", N_("STRATEGY new|NUMBER FIELD=VALUE...|delete"),
		N_("Enter, change or delete a step of adoption: kind, name, planned_on, done_on, "
		   "document, note."),
		{ 0 }, 3, -1, NEED_DATABASE, PERSON_CLERK, command_step },
	{ "strategy steps", N_("STRATEGY"), N_("Add the steps that adoption usually takes."), { 0 },
		1, 1, NEED_DATABASE, PERSON_CLERK, command_step_usual },
	{ "strategy remark", N_("STRATEGY new|NUMBER FIELD=VALUE...|delete"),
		N_("Enter, change or delete a remark of consultations: text, author, place, "
		   "made_on, outcome, answer."),
		{ 0 }, 3, -1, NEED_DATABASE, PERSON_CLERK, command_remark },
	{ "strategy rules", N_("STRATEGY"),
		N_("Write the draft of the order on monitoring with its schedule; CSV holds the "
		   "schedule alone."),
		{ 0 }, 1, 1, NEED_DATABASE, PERSON_READER, command_strategy_rules },
};

const int command_tasks_count = sizeof(command_tasks) / sizeof(command_tasks[0]);
