/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The commands that change strategies, goals, indicators and their values, one row each. */
#include "config.h"

#include "commands/command.h"

#include "base/i18n.h"

const struct command command_goals[] = {
	{ "strategy new", N_("CODE FIELD=VALUE..."),
		N_("Make a strategy: unit, kind, name, parent, first_year, last_year, state …"),
		{ 0 }, 2, -1, NEED_DATABASE, PERSON_CLERK, command_strategy_new },
	{ "strategy set", N_("CODE FIELD=VALUE..."), N_("Change fields of a strategy."), { 0 }, 2,
		-1, NEED_DATABASE, PERSON_CLERK, command_strategy_set },
	{ "strategy show", N_("CODE"),
		N_("Show a strategy with its vision, mission and other fields, named as strategy "
		   "set "
		   "takes them."),
		{ 0 }, 1, 1, NEED_DATABASE, PERSON_READER, command_strategy_show },
	{ "strategy units", N_("CODE [UNIT...]"),
		N_("Say which units a supralocal strategy has beside its leader, all at once; "
		   "without units print them."),
		{ 0 }, 1, -1, NEED_DATABASE, PERSON_CLERK, command_strategy_units },
	{ "strategy retire", N_("CODE"), N_("Delete a strategy."), { 0 }, 1, 1, NEED_DATABASE,
		PERSON_CLERK, command_strategy_retire },
	{ "strategy restore", N_("CODE"), N_("Bring a deleted strategy back."), { 0 }, 1, 1,
		NEED_DATABASE, PERSON_CLERK, command_strategy_restore },

	{ "goal new", N_("STRATEGY FIELD=VALUE..."),
		N_("Make a goal, the last of its level: name, parent (the number of the goal "
		   "above), dimension, text, priority; in a strategy in force with reason and "
		   "resolution."),
		{ 0 }, 2, -1, NEED_DATABASE, PERSON_CLERK, command_goal_new },
	{ "goal set", N_("STRATEGY GOAL FIELD=VALUE..."),
		N_("Change fields of a goal; list goals prints the numbers. Name, text and parent "
		   "in a strategy in force with reason and resolution."),
		{ 0 }, 3, -1, NEED_DATABASE, PERSON_CLERK, command_goal_set },
	{ "goal move", N_("STRATEGY GOAL up|down|deeper|higher [reason=TEXT] [changed_on=DATE]"),
		N_("Move a goal; those behind it are numbered anew."), { 0 }, 3, 6, NEED_DATABASE,
		PERSON_CLERK, command_goal_move },
	{ "goal retire", N_("STRATEGY GOAL [reason=TEXT] [changed_on=DATE]"),
		N_("Delete a goal on which nothing hangs."), { 0 }, 2, 5, NEED_DATABASE,
		PERSON_CLERK, command_goal_retire },
	{ "goal restore", N_("STRATEGY NAME [reason=TEXT] [changed_on=DATE]"),
		N_("Bring a deleted goal back."), { 0 }, 2, 5, NEED_DATABASE, PERSON_CLERK,
		command_goal_restore },

	{ "target new", N_("STRATEGY FIELD=VALUE..."),
		N_("Make an indicator of a goal: goal (its number), name, kind, indicator (code), "
		   "base_year, base, target_year, target, path (2024=60; 2027=75) …"),
		{ 0 }, 2, -1, NEED_DATABASE, PERSON_CLERK, command_target_new },
	{ "target set", N_("NUMBER FIELD=VALUE..."),
		N_("Change fields of a strategy's indicator; what one in force measures and aims "
		   "at with resolution and reason."),
		{ 0 }, 2, -1, NEED_DATABASE, PERSON_CLERK, command_target_set },
	{ "target move", N_("NUMBER up|down"), N_("Move an indicator within its goal."), { 0 }, 2,
		2, NEED_DATABASE, PERSON_CLERK, command_target_move },
	{ "target retire", N_("NUMBER [reason=TEXT] [changed_on=DATE]"),
		N_("Delete a strategy's indicator."), { 0 }, 1, 4, NEED_DATABASE, PERSON_CLERK,
		command_target_retire },
	{ "target restore", N_("NUMBER [reason=TEXT] [changed_on=DATE]"),
		N_("Bring a deleted indicator of a strategy back."), { 0 }, 1, 4, NEED_DATABASE,
		PERSON_CLERK, command_target_restore },
	{ "reading set", N_("NUMBER YEAR VALUE [source=TEXT]"),
		N_("Write a year's value of an indicator that none of the catalogue feeds: a "
		   "number, bd or nd; nothing takes it away."),
		{ OPTION_REPLACE }, 3, 4, NEED_DATABASE, PERSON_CLERK, command_reading_set },
};

const int command_goals_count = sizeof(command_goals) / sizeof(command_goals[0]);
