/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The commands of questionnaires, surveys, waves and their paper, of reports and of people who key,
 * one row each. */
#include "config.h"

#include "commands/command.h"

#include "base/i18n.h"

const struct command command_surveys[] = {
	{ "questionnaire check", N_("CODE|FOLDER|FILE.xlsx"),
		N_("Say everything that is wrong or odd about a questionnaire."), { 0 }, 1, 1,
		NEED_DATABASE, PERSON_READER, command_questionnaire_check },
	{ "questionnaire copy", N_("CODE NEW-CODE"),
		N_("Copy a questionnaire to change it; the same questions stay comparable."),
		{ OPTION_TITLE }, 2, 2, NEED_DATABASE, PERSON_CLERK, command_questionnaire_copy },
	{ "questionnaire publish", N_("CODE"),
		N_("Freeze the draft of a questionnaire, so that forms can be keyed in it."), { 0 },
		1, 1, NEED_DATABASE, PERSON_CLERK, command_questionnaire_publish },
	{ "questionnaire drop", N_("CODE"), N_("Drop the draft of a questionnaire."), { 0 }, 1, 1,
		NEED_DATABASE, PERSON_CLERK, command_questionnaire_drop },
	{ "questionnaire retire", N_("CODE"), N_("Take a questionnaire out of use."), { 0 }, 1, 1,
		NEED_DATABASE, PERSON_CLERK, command_questionnaire_retire },
	{ "questionnaire restore", N_("CODE"), N_("Bring a questionnaire back into use."), { 0 }, 1,
		1, NEED_DATABASE, PERSON_CLERK, command_questionnaire_restore },

	{ "survey add", N_("CODE FIELD=VALUE..."),
		N_("Make a survey; its fields are name, questionnaire, note."), { 0 }, 2, -1,
		NEED_DATABASE, PERSON_COORDINATOR, command_survey_add },
	{ "survey change", N_("CODE FIELD=VALUE..."), N_("Change fields of a survey."), { 0 }, 2,
		-1, NEED_DATABASE, PERSON_COORDINATOR, command_survey_change },
	{ "survey retire", N_("CODE"), N_("Take a survey without waves out of use."), { 0 }, 1, 1,
		NEED_DATABASE, PERSON_COORDINATOR, command_survey_retire },

	{ "wave show", N_("WAVE"), N_("Print the terms and the counts of a wave."), { 0 }, 1, 1,
		NEED_DATABASE, PERSON_READER, command_wave_show },
	{ "wave add", N_("SURVEY [FIELD=VALUE...]"),
		N_("Make a wave of a survey; fields are named as wave show prints them."), { 0 }, 1,
		-1, NEED_DATABASE, PERSON_COORDINATOR, command_wave_add },
	{ "wave change", N_("WAVE FIELD=VALUE..."), N_("Change fields of a wave."), { 0 }, 2, -1,
		NEED_DATABASE, PERSON_COORDINATOR, command_wave_change },
	{ "wave close", N_("WAVE"), N_("Close a wave whose batches are closed."), { 0 }, 1, 1,
		NEED_DATABASE, PERSON_COORDINATOR, command_wave_close },
	{ "wave reopen", N_("WAVE"), N_("Open a closed wave again."), { 0 }, 1, 1, NEED_DATABASE,
		PERSON_COORDINATOR, command_wave_reopen },
	{ "wave lift", N_("WAVE"), N_("Let one person key a form twice; this is recorded."), { 0 },
		1, 1, NEED_DATABASE, PERSON_ADMINISTRATOR, command_wave_lift },
	{ "wave enforce", N_("WAVE"), N_("Ask for another person at the second keying again."),
		{ 0 }, 1, 1, NEED_DATABASE, PERSON_ADMINISTRATOR, command_wave_enforce },
	{ "wave erase", N_("WAVE"),
		N_("Erase who keyed, notes and open answers of a wave that is due, for ever."),
		{ OPTION_YES }, 1, 1, NEED_DATABASE, PERSON_ADMINISTRATOR, command_wave_erase },
	{ "wave retire", N_("WAVE"), N_("Take a wave without forms out of use."), { 0 }, 1, 1,
		NEED_DATABASE, PERSON_COORDINATOR, command_wave_retire },

	{ "weights show", N_("WAVE"),
		N_("Compute the weights of a wave: rounds, deviation, the effective number."),
		{ 0 }, 1, 1, NEED_DATABASE, PERSON_READER, command_weights_show },
	{ "weights margins", N_("WAVE"),
		N_("Print the margins of a wave and how the forms are weighted to them."), { 0 }, 1,
		1, NEED_DATABASE, PERSON_READER, command_weights_margins },
	{ "weights import", N_("WAVE FILE"),
		N_("Take all margins of a wave from a CSV file: questions, categories, "
		   "population, source."),
		{ 0 }, 2, 2, NEED_DATABASE, PERSON_COORDINATOR, command_weights_import },
	{ "weights population", N_("WAVE FIELD=VALUE..."),
		N_("Take the people of a cell from indicators: questions, categories, indicators, "
		   "year."),
		{ 0 }, 2, -1, NEED_DATABASE, PERSON_COORDINATOR, command_weights_population },
	{ "weights cap", N_("WAVE NUMBER"),
		N_("Set the largest weight as a multiple of the mean; 0 for none."), { 0 }, 2, 2,
		NEED_DATABASE, PERSON_COORDINATOR, command_weights_cap },
	{ "weights drop", N_("WAVE"), N_("Take the margins and weights of a wave away."), { 0 }, 1,
		1, NEED_DATABASE, PERSON_COORDINATOR, command_weights_drop },

	{ "batch add", N_("WAVE FIELD=VALUE..."),
		N_("Receive paper: first, last, received, spoilt, empty, reason, from, by, on, "
		   "room, binder, lent-to, number."),
		{ 0 }, 2, -1, NEED_DATABASE, PERSON_CLERK, command_batch_add },
	{ "batch change", N_("WAVE NUMBER FIELD=VALUE..."), N_("Change fields of a batch."), { 0 },
		3, -1, NEED_DATABASE, PERSON_CLERK, command_batch_change },
	{ "batch close", N_("WAVE NUMBER [difference=TEXT] [drop=yes]"),
		N_("Close a batch whose counts agree, or say why they do not; drop=yes drops "
		   "corrections that were not saved."),
		{ 0 }, 2, 4, NEED_DATABASE, PERSON_CLERK, command_batch_close },
	{ "batch reopen", N_("WAVE NUMBER"), N_("Open a closed batch again."), { 0 }, 2, 2,
		NEED_DATABASE, PERSON_COORDINATOR, command_batch_reopen },
	{ "difference settle", N_("WAVE FORM QUESTION OUTCOME [FIELD=VALUE...]"),
		N_("Settle a difference: first, second, third or ambiguous, with value=, missing=, "
		   "occurrence=, together=, keyer=."),
		{ 0 }, 4, -1, NEED_DATABASE, PERSON_CLERK, command_difference_settle },
	{ "difference reopen", N_("WAVE FORM QUESTION [FIELD=VALUE...]"),
		N_("Take the decision on a difference back, with occurrence=, keyer=."), { 0 }, 3,
		5, NEED_DATABASE, PERSON_CLERK, command_difference_reopen },
	{ "verify report", N_("WAVE"),
		N_("Say how often first and second keying differ, and whose mistakes they were."),
		{ OPTION_BY }, 1, 1, NEED_DATABASE, PERSON_READER, command_verify_report },

	{ "report survey", N_("WAVE"),
		N_("Write the results of a whole wave: method, every question, and all of it by "
		   "chosen questions (.docx, .pdf, .html, .xlsx, .txt)."),
		{ OPTION_QUESTION | OPTION_MANY, OPTION_BY | OPTION_MANY, OPTION_WEIGHT,
			OPTION_WHERE, OPTION_THRESHOLD, OPTION_TEXTS, OPTION_SERVICES,
			OPTION_POTENTIAL },
		1, 1, NEED_DATABASE, PERSON_READER, command_report_survey },
	{ "report group", N_("GROUP"),
		N_("Write a group's year as a document: members, meetings, homework, figures, "
		   "conclusions, plans."),
		{ OPTION_YEAR }, 1, 1, NEED_DATABASE, PERSON_READER, command_report_group },
	{ "report practice", N_("GROUP"),
		N_("Write decisions and forms of organisation of a group's members side by side."),
		{ OPTION_YEAR, OPTION_CASES, OPTION_DEPARTMENT }, 1, 1, NEED_DATABASE,
		PERSON_READER, command_report_practice },
	{ "report member", N_("UNIT"),
		N_("Write all that a member takes home as a document: groups, conclusions, plans, "
		   "homework."),
		{ 0 }, 1, 1, NEED_DATABASE, PERSON_READER, command_report_member },
	{ "report coordinator", "", N_("Write the overview of all groups as a document."), { 0 }, 0,
		0, NEED_DATABASE, PERSON_READER, command_report_coordinator },
	{ "operators", N_("WAVE"), N_("Say what people keyed in a wave; clerks see their own row."),
		{ 0 }, 1, 1, NEED_DATABASE, PERSON_CLERK, command_operators },

	{ "operator add", N_("INITIALS FIELD=VALUE..."),
		N_("Add a person who keys: name, from, to, authorisation, account."), { 0 }, 2, -1,
		NEED_DATABASE, PERSON_COORDINATOR, command_operator_add },
	{ "operator change", N_("INITIALS FIELD=VALUE..."), N_("Change fields of an operator."),
		{ 0 }, 2, -1, NEED_DATABASE, PERSON_COORDINATOR, command_operator_change },
	{ "operator erase", N_("INITIALS"),
		N_("Erase a person from the register of operators for ever."), { OPTION_YES }, 1, 1,
		NEED_DATABASE, PERSON_COORDINATOR, command_operator_erase },
};

const int command_surveys_count = sizeof(command_surveys) / sizeof(command_surveys[0]);
