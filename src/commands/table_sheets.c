/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The commands of what members of exchange groups enter and conclude: data sheets, decisions,
 * conclusions, plans, packages; one row each. */
#include "config.h"

#include "commands/command.h"

#include "base/i18n.h"

const struct command command_sheets[] = {
	{ "sheet new", N_("GROUP YEAR [FIELD=VALUE...]"),
		N_("Make a group's data sheet with the lines of the year before; fields are due, "
		   "note."),
		{ 0 }, 2, -1, NEED_DATABASE, PERSON_COORDINATOR, command_sheet_new },
	{ "sheet change", N_("GROUP YEAR FIELD=VALUE..."), N_("Change fields of a data sheet."),
		{ 0 }, 3, -1, NEED_DATABASE, PERSON_COORDINATOR, command_sheet_change },
	{ "sheet delete", N_("GROUP YEAR"),
		N_("Delete a data sheet for which nobody has handed anything in."), { 0 }, 2, 2,
		NEED_DATABASE, PERSON_COORDINATOR, command_sheet_delete },
	{ "sheet line", N_("GROUP YEAR INDICATOR [FIELD=VALUE...]"),
		N_("Ask for an indicator, or change what is unusual for it: low, high, change (per "
		   "cent); out=yes takes it out."),
		{ 0 }, 3, -1, NEED_DATABASE, PERSON_COORDINATOR, command_sheet_line },
	{ "sheet show", N_("GROUP UNIT YEAR"), N_("Print the figures of a member's data sheet."),
		{ 0 }, 3, 3, NEED_DATABASE, PERSON_READER, command_sheet_show },
	{ "sheet export", N_("GROUP UNIT YEAR FILE"),
		N_("Write a member's data sheet to be filled in: .xlsx, or .csv for Excel."), { 0 },
		4, 4, NEED_DATABASE, PERSON_READER, command_sheet_export },
	{ "sheet import", N_("GROUP UNIT YEAR FILE"),
		N_("Take a filled data sheet back; --replace also where a colleague has entered "
		   "other figures meanwhile."),
		{ OPTION_YES, OPTION_REPLACE, OPTION_ENCODING, OPTION_MADE_UP }, 4, 4,
		NEED_DATABASE, PERSON_CLERK, command_sheet_import },
	{ "sheet state", N_("GROUP UNIT YEAR STATE"),
		N_("Move a member's sheet on: draft, approved, sent, queried, verified."), { 0 }, 4,
		4, NEED_DATABASE, PERSON_CLERK, command_sheet_state },
	{ "sheet ask", N_("GROUP UNIT YEAR INDICATOR QUESTION"),
		N_("Ask about a figure of a member's sheet."), { 0 }, 5, 5, NEED_DATABASE,
		PERSON_CLERK, command_sheet_ask },
	{ "sheet answer", N_("GROUP UNIT YEAR NUMBER ANSWER"),
		N_("Answer a question about a figure."), { 0 }, 5, 5, NEED_DATABASE, PERSON_CLERK,
		command_sheet_answer },

	{ "figure set", N_("INDICATOR UNIT YEAR VALUE [FIELD=VALUE...]"),
		N_("Enter an own figure, bd or nd; fields are remark, source."), { OPTION_MADE_UP },
		4, -1, NEED_DATABASE, PERSON_CLERK, command_figure_set },
	{ "figure history", N_("INDICATOR UNIT YEAR"),
		N_("Print what an own figure was before each change."), { 0 }, 3, 3, NEED_DATABASE,
		PERSON_READER, command_figure_history },

	{ "decision set", N_("UNIT YEAR QUARTER CASES DEPARTMENT FIELD=VALUE..."),
		N_("Enter totals of decisions of a quarter; fields are named as list decisions "
		   "prints them."),
		{ OPTION_MADE_UP }, 6, -1, NEED_DATABASE, PERSON_CLERK, command_decision_set },
	{ "decision delete", N_("UNIT YEAR QUARTER CASES DEPARTMENT"),
		N_("Delete totals of decisions of a quarter."), { 0 }, 5, 5, NEED_DATABASE,
		PERSON_CLERK, command_decision_retire },
	{ "decision restore", N_("UNIT YEAR QUARTER CASES DEPARTMENT"),
		N_("Bring deleted totals of decisions back."), { 0 }, 5, 5, NEED_DATABASE,
		PERSON_CLERK, command_decision_restore },

	{ "organisation set", N_("UNIT SERVICE YEAR FIELD=VALUE..."),
		N_("Enter who delivers a service: provider, name, employment, scale, contract, "
		   "fees, remark."),
		{ 0 }, 4, -1, NEED_DATABASE, PERSON_CLERK, command_organisation_set },
	{ "organisation retire", N_("UNIT SERVICE YEAR"),
		N_("Delete who delivers a service of a unit in a year."), { 0 }, 3, 3,
		NEED_DATABASE, PERSON_CLERK, command_organisation_retire },
	{ "organisation restore", N_("UNIT SERVICE YEAR"),
		N_("Bring a deleted form of organisation back."), { 0 }, 3, 3, NEED_DATABASE,
		PERSON_CLERK, command_organisation_restore },

	{ "conclusion new", N_("UNIT FIELD=VALUE..."),
		N_("Write what a unit will do better: text, cause, proposal, learn_from, effect, "
		   "cost, responsible, due_on."),
		{ OPTION_GROUP }, 2, -1, NEED_DATABASE, PERSON_CLERK, command_conclusion_new },
	{ "conclusion set", N_("NUMBER FIELD=VALUE..."),
		N_("Change fields of a conclusion; state is proposed, accepted, running, done or "
		   "rejected with a reason."),
		{ 0 }, 2, -1, NEED_DATABASE, PERSON_CLERK, command_conclusion_set },
	{ "conclusion evidence",
		N_("NUMBER [INDICATOR YEAR | new kind=KIND text=TEXT | EVIDENCE out=yes]"),
		N_("Print what speaks for a conclusion; add the figures of the group's comparison, "
		   "frozen as they are now, or a finding in words (kind is text, decisions or "
		   "organisation); or take one out by its number."),
		{ 0 }, 1, -1, NEED_DATABASE, PERSON_CLERK, command_conclusion_evidence },
	{ "conclusion retire", N_("NUMBER"), N_("Delete a conclusion."), { 0 }, 1, 1, NEED_DATABASE,
		PERSON_CLERK, command_conclusion_retire },
	{ "conclusion restore", N_("NUMBER"), N_("Bring a deleted conclusion back."), { 0 }, 1, 1,
		NEED_DATABASE, PERSON_CLERK, command_conclusion_restore },

	{ "plan new", N_("UNIT FIELD=VALUE..."),
		N_("Make an improvement plan: title, goal, indicator, base, base_year, target, "
		   "target_year, budget."),
		{ OPTION_GROUP }, 2, -1, NEED_DATABASE, PERSON_CLERK, command_plan_new },
	{ "plan set", N_("NUMBER FIELD=VALUE..."),
		N_("Change fields of a plan; state is draft, adopted (adopted_on) or closed."),
		{ 0 }, 2, -1, NEED_DATABASE, PERSON_CLERK, command_plan_set },
	{ "plan actions", N_("NUMBER"), N_("Print the actions of a plan."), { 0 }, 1, 1,
		NEED_DATABASE, PERSON_READER, command_plan_actions },
	{ "plan action", N_("NUMBER [ACTION] FIELD=VALUE..."),
		N_("Add an action to a plan, or change one: text, responsible, from_on, to_on, "
		   "cost, state, remark, move=-1 (up), out=yes."),
		{ 0 }, 2, -1, NEED_DATABASE, PERSON_CLERK, command_plan_action },
	{ "plan gather", N_("NUMBER CONCLUSION..."),
		N_("Say which conclusions of its unit a plan carries out."), { 0 }, 2, -1,
		NEED_DATABASE, PERSON_CLERK, command_plan_gather },
	{ "plan result", N_("NUMBER YEAR TEXT"), N_("Say what a plan reached in a year."), { 0 }, 3,
		3, NEED_DATABASE, PERSON_CLERK, command_plan_result },
	{ "plan retire", N_("NUMBER"), N_("Delete a plan."), { 0 }, 1, 1, NEED_DATABASE,
		PERSON_CLERK, command_plan_retire },
	{ "plan restore", N_("NUMBER"), N_("Bring a deleted plan back."), { 0 }, 1, 1,
		NEED_DATABASE, PERSON_CLERK, command_plan_restore },

	{ "list closing", "",
		N_("List what members of a group leave to others at its end: recommendations, "
		   "problems met, achievements."),
		{ OPTION_GROUP | OPTION_REQUIRED, OPTION_UNIT }, 0, 0, NEED_DATABASE, PERSON_READER,
		command_list_closing },
	{ "closing new", N_("GROUP UNIT FIELD=VALUE..."),
		N_("Write such a note of a member: text, kind (recommendation, problem, "
		   "achievement)."),
		{ 0 }, 3, -1, NEED_DATABASE, PERSON_CLERK, command_closing_new },
	{ "closing set", N_("NUMBER FIELD=VALUE..."),
		N_("Change a note of a group's end: text, kind."), { 0 }, 2, -1, NEED_DATABASE,
		PERSON_CLERK, command_closing_set },
	{ "closing retire", N_("NUMBER"), N_("Delete a note of a group's end."), { 0 }, 1, 1,
		NEED_DATABASE, PERSON_CLERK, command_closing_retire },
	{ "closing restore", N_("NUMBER"), N_("Bring a deleted note of a group's end back."),
		{ 0 }, 1, 1, NEED_DATABASE, PERSON_CLERK, command_closing_restore },

	{ "package export", N_("GROUP FILE"),
		N_("Write what another office should know of an exchange group: for a member with "
		   "--for, or for the office that keeps the group."),
		{ OPTION_FOR, OPTION_WITH_CONTACTS, OPTION_QUESTIONNAIRE }, 2, 2, NEED_DATABASE,
		PERSON_CLERK, command_package_export },
	{ "package import", N_("FILE"), N_("Take a package of another office over."),
		{ OPTION_YES }, 1, 1, NEED_DATABASE, PERSON_CLERK, command_package_import },
};

const int command_sheets_count = sizeof(command_sheets) / sizeof(command_sheets[0]);
