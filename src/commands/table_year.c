/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The commands of a strategy's year, one row each. */
#include "config.h"

#include "commands/command.h"

#include "base/i18n.h"
#include "commands/year_commands.h"

const struct command command_year[] = {
	{ "list rounds", N_("[STRATEGY]"),
		N_("List years of monitoring: offices asked, what they delivered, approval."),
		{ 0 }, 0, 1, NEED_DATABASE, PERSON_READER, command_list_rounds },
	{ "list missing", N_("STRATEGY"), N_("List figures that a year still wants, by office."),
		{ OPTION_YEAR }, 1, 1, NEED_DATABASE, PERSON_READER, command_list_missing },
	{ "list deviations", N_("STRATEGY"),
		N_("List indicators and tasks that are off their course, with causes and "
		   "measures."),
		{ OPTION_YEAR }, 1, 1, NEED_DATABASE, PERSON_READER, command_list_deviations },
	{ "list evaluations", N_("[STRATEGY]"), N_("List evaluations and self-assessments."),
		{ OPTION_RETIRED }, 0, 1, NEED_DATABASE, PERSON_READER, command_list_evaluations },
	{ "list recommendations", N_("[STRATEGY]"),
		N_("List recommendations of evaluations; --open: those that are not settled."),
		{ OPTION_OPEN }, 0, 1, NEED_DATABASE, PERSON_READER, command_list_recommendations },
	{ "report strategy", N_("STRATEGY"),
		N_("Write the monitoring report of a year: summary, goals, indicators, tasks and "
		   "money, deviations, changes, values with sources."),
		{ OPTION_YEAR, OPTION_CHAPTER }, 1, 1, NEED_DATABASE, PERSON_READER,
		command_report_strategy },
	{ "report evaluation", N_("NUMBER"),
		N_("Write an evaluation with its questions, judgements and recommendations."),
		{ 0 }, 1, 1, NEED_DATABASE, PERSON_READER, command_report_evaluation },

	{ "round open", N_("STRATEGY YEAR [FIELD=VALUE...]"),
		N_("Begin the monitoring of a year: opened_on, due_on, summary."), { 0 }, 2, -1,
		NEED_DATABASE, PERSON_CLERK, command_round_open },
	{ "round set", N_("STRATEGY YEAR FIELD=VALUE..."),
		N_("Change days or the summary of a year."), { 0 }, 3, -1, NEED_DATABASE,
		PERSON_CLERK, command_round_set },
	{ "round deliver", N_("STRATEGY YEAR OFFICE [FIELD=VALUE...]"),
		N_("Note what an office has delivered: sent_on, delivered_on, note."), { 0 }, 3, -1,
		NEED_DATABASE, PERSON_CLERK, command_round_deliver },
	{ "round explain", N_("STRATEGY YEAR target=NUMBER|task=NUMBER FIELD=VALUE..."),
		N_("Write why an indicator or a task is off its course, and what is done: cause, "
		   "measure, office, due_on, done_on."),
		{ 0 }, 4, -1, NEED_DATABASE, PERSON_CLERK, command_round_explain },
	{ "round approve", N_("STRATEGY YEAR by=WHO [on=DAY]"),
		N_("Approve the report of a year: what it says is frozen."), { OPTION_YES }, 3, 4,
		NEED_DATABASE, PERSON_COORDINATOR, command_round_approve },
	{ "round correct", N_("STRATEGY YEAR TARGET VALUE REASON"),
		N_("Write a later figure beside the one that was approved."), { 0 }, 5, 5,
		NEED_DATABASE, PERSON_CLERK, command_round_correct },
	{ "round sheet", N_("STRATEGY YEAR OFFICE"),
		N_("Write the sheet that an office fills in for a year: .xlsx or .csv."), { 0 }, 3,
		3, NEED_DATABASE, PERSON_CLERK, command_round_sheet },
	{ "round take", N_("FILE"), N_("Show what the sheet of an office brings; --yes writes it."),
		{ OPTION_YES, OPTION_ENCODING }, 1, 1, NEED_DATABASE, PERSON_CLERK,
		command_round_take },
	{ "round remove", N_("STRATEGY YEAR"),
		N_("Delete a year of monitoring for which nothing was delivered."), { 0 }, 2, 2,
		NEED_DATABASE, PERSON_CLERK, command_round_remove },

	{ "evaluation new", N_("STRATEGY FIELD=VALUE..."),
		N_("Begin an evaluation with the usual questions: kind (ex_ante, mid_term, "
		   "ex_post, "
		   "self), title, year, evaluator, from_on, to_on, summary."),
		{ 0 }, 2, -1, NEED_DATABASE, PERSON_CLERK, command_evaluation_new },
	{ "evaluation set", N_("NUMBER FIELD=VALUE..."),
		N_("Change an evaluation, or close it: closed_on."), { 0 }, 2, -1, NEED_DATABASE,
		PERSON_CLERK, command_evaluation_set },
	{ "evaluation question", N_("NUMBER QUESTION|new FIELD=VALUE...|delete"),
		N_("Change a question, add or delete one: criterion, text, evidence, judgement, "
		   "score."),
		{ 0 }, 3, -1, NEED_DATABASE, PERSON_CLERK, command_evaluation_question },
	{ "evaluation evidence",
		N_("NUMBER [QUESTION|whole [INDICATOR | new text=TEXT kind=KIND | EVIDENCE "
		   "out=yes]]"),
		N_("Print what speaks for the judgements of an evaluation, of one question, add to "
		   "it or take out, as problem evidence does."),
		{ 0 }, 1, -1, NEED_DATABASE, PERSON_CLERK, command_evaluation_evidence },
	{ "evaluation recommend", N_("NUMBER RECOMMENDATION|new FIELD=VALUE...|delete"),
		N_("Change a recommendation, add or delete one: question, text, office, due_on, "
		   "state (open, accepted, done, rejected), answer, settled_on."),
		{ 0 }, 3, -1, NEED_DATABASE, PERSON_CLERK, command_evaluation_recommend },
	{ "evaluation retire", N_("NUMBER"), N_("Delete an evaluation."), { 0 }, 1, 1,
		NEED_DATABASE, PERSON_CLERK, command_evaluation_retire },
	{ "evaluation restore", N_("NUMBER"), N_("Bring a deleted evaluation back."), { 0 }, 1, 1,
		NEED_DATABASE, PERSON_CLERK, command_evaluation_restore },
};

const int command_year_count = sizeof(command_year) / sizeof(command_year[0]);
