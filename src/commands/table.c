/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All commands, one row each; rows with the same first word stand together, the longer
 * words first: help, manual and completion read them in this order. */
#include "config.h"

#include "commands/command.h"

#include "base/i18n.h"

#define INDICATOR (OPTION_INDICATOR | OPTION_REQUIRED)
#define YEAR (OPTION_YEAR | OPTION_REQUIRED)
#define UNIT (OPTION_UNIT | OPTION_REQUIRED)

static const struct command figures[] = {
	{ "init", "", N_("Make a new database with the catalogue of indicators."), { OPTION_DEMO },
		0, 0, NEED_PATH, PERSON_READER, command_init },

	{ "import teryt", N_("FILE..."),
		N_("Take over a state of the territorial register (TERC)."),
		{ OPTION_YES, OPTION_ENCODING, OPTION_OLDER }, 1, -1, NEED_DATABASE, PERSON_CLERK,
		command_import },
	{ "import changes", N_("FILE..."),
		N_("Take over a list of recodings, mergers and splits of units."),
		{ OPTION_YES, OPTION_ENCODING }, 1, -1, NEED_DATABASE, PERSON_CLERK,
		command_import },
	{ "import bdl", N_("FILE..."),
		N_("Take over values exported from BDL (TAB or REL, plain or in a zip)."),
		{ OPTION_YES, OPTION_ENCODING, OPTION_SUBGROUP, OPTION_ZEROS }, 1, -1,
		NEED_DATABASE, PERSON_CLERK, command_import },
	{ "import values", N_("FILE..."),
		N_("Take over own values: unit;indicator;year;value;flag."),
		{ OPTION_YES, OPTION_ENCODING, OPTION_NEW_INDICATORS, OPTION_SOURCE,
			OPTION_MADE_UP },
		1, -1, NEED_DATABASE, PERSON_CLERK, command_import },
	{ "import catalogue", N_("FILE..."), N_("Take over cards of indicators."),
		{ OPTION_YES, OPTION_ENCODING }, 1, -1, NEED_DATABASE, PERSON_CLERK,
		command_import },
	{ "import areas", N_("FILE..."),
		N_("Take over a tree of areas: tree;area;parent;name;weight;indicator."),
		{ OPTION_YES, OPTION_ENCODING, OPTION_SOURCE }, 1, -1, NEED_DATABASE, PERSON_CLERK,
		command_import },
	{ "import types", N_("FILE..."), N_("Take over functional types of gminy: unit;type."),
		{ OPTION_YES, OPTION_ENCODING, OPTION_SOURCE }, 1, -1, NEED_DATABASE, PERSON_CLERK,
		command_import },
	{ "import strategy", N_("FILE..."),
		N_("Take over a strategy as export strategy writes it; of one that is here, what "
		   "was added and changed in its file."),
		{ OPTION_YES, OPTION_ENCODING, OPTION_MADE_UP }, 1, -1, NEED_DATABASE, PERSON_CLERK,
		command_import },
	{ "import questionnaire", N_("FOLDER|FILE.xlsx|NAME"),
		N_("Take over a questionnaire as XLSForm, or by its name one that comes with the "
		   "program."),
		{ OPTION_YES, OPTION_PUBLISH }, 1, 1, NEED_DATABASE, PERSON_CLERK,
		command_import_questionnaire },
	{ "import answers", N_("WAVE FILE [COLUMN=QUESTION...]"),
		N_("Take over answers, a row a form and a column a question (.csv or .xlsx)."),
		{ OPTION_YES, OPTION_ENCODING, OPTION_MODE, OPTION_SKIP_BAD }, 2, -1, NEED_DATABASE,
		PERSON_CLERK, command_import_answers },
	{ "import undo", N_("NUMBER"),
		N_("Take an import back; the values that it replaced return."), { 0 }, 1, 1,
		NEED_DATABASE, PERSON_CLERK, command_import_undo },

	{ "list units", "", N_("List territorial units."),
		{ OPTION_LEVEL, OPTION_IN, OPTION_SEARCH, OPTION_GROUP, OPTION_ENDED,
			OPTION_FROM_BDL },
		0, 0, NEED_DATABASE, PERSON_READER, command_list_units },
	{ "list indicators", "", N_("List indicators with their years and number of values."),
		{ OPTION_SEARCH, OPTION_SERVICE, OPTION_WITH_VALUES, OPTION_RETIRED }, 0, 0,
		NEED_DATABASE, PERSON_READER, command_list_indicators },
	{ "list services", "", N_("List public services with the number of their indicators."),
		{ 0 }, 0, 0, NEED_DATABASE, PERSON_READER, command_list_services },
	{ "list imports", "", N_("List imported files, the newest first."), { 0 }, 0, 0,
		NEED_DATABASE, PERSON_READER, command_list_imports },
	{ "list questionnaires", "", N_("List questionnaires with their newest version."), { 0 }, 0,
		0, NEED_DATABASE, PERSON_READER, command_list_questionnaires },
	{ "list packages", "",
		N_("List packages that came and that were written here, the newest first."), { 0 },
		0, 0, NEED_DATABASE, PERSON_READER, command_list_packages },
	{ "list offices", "", N_("List offices with which packages are exchanged."), { 0 }, 0, 0,
		NEED_DATABASE, PERSON_READER, command_list_offices },
	{ "list groups", "", N_("List exchange groups."), { OPTION_RETIRED }, 0, 0, NEED_DATABASE,
		PERSON_READER, command_list_exchange_groups },
	{ "list meetings", "", N_("List meetings of exchange groups."),
		{ OPTION_GROUP, OPTION_YEAR, OPTION_RETIRED }, 0, 0, NEED_DATABASE, PERSON_READER,
		command_list_meetings },
	{ "list contacts", "", N_("List people of exchange groups."), { 0 }, 0, 0, NEED_DATABASE,
		PERSON_CLERK, command_list_contacts },
	{ "list persons", "", N_("List people who use the database."), { OPTION_RETIRED }, 0, 0,
		NEED_DATABASE, PERSON_READER, command_list_persons },
	{ "list acts", "", N_("List who did what and when, the newest first; kept two years."),
		{ OPTION_FROM, OPTION_TO, OPTION_PERSON }, 0, 0, NEED_DATABASE, PERSON_READER,
		command_list_acts },
	{ "list surveys", "", N_("List surveys."), { 0 }, 0, 0, NEED_DATABASE, PERSON_READER,
		command_list_surveys },
	{ "list waves", "", N_("List waves of surveys with the counts of their forms."),
		{ OPTION_SURVEY }, 0, 0, NEED_DATABASE, PERSON_READER, command_list_waves },
	{ "list batches", N_("WAVE"), N_("List the batches of a wave with their counts."), { 0 }, 1,
		1, NEED_DATABASE, PERSON_READER, command_list_batches },
	{ "list forms", N_("WAVE"), N_("List the forms of a wave with their states."),
		{ OPTION_BATCH }, 1, 1, NEED_DATABASE, PERSON_READER, command_list_forms },
	{ "list differences", N_("WAVE"),
		N_("List what first and second keying have differently, with its settling."),
		{ OPTION_BATCH, OPTION_OPEN }, 1, 1, NEED_DATABASE, PERSON_READER,
		command_list_differences },
	{ "list operators", "", N_("List people who key; names for coordinators only."), { 0 }, 0,
		0, NEED_DATABASE, PERSON_READER, command_list_operators },
	{ "list due", "", N_("List contacts and waves whose personal data are due for erasure."),
		{ 0 }, 0, 0, NEED_DATABASE, PERSON_READER, command_list_due },
	{ "list published", "", N_("List results of surveys that are values of indicators."),
		{ OPTION_WAVE, OPTION_INDICATOR }, 0, 0, NEED_DATABASE, PERSON_READER,
		command_list_published },
	{ "list sheets", "", N_("List members' data sheets with their states and what is missing."),
		{ OPTION_GROUP, OPTION_YEAR }, 0, 0, NEED_DATABASE, PERSON_READER,
		command_list_sheets },
	{ "list decisions", "",
		N_("List quarterly totals of administrative decisions with shares."),
		{ OPTION_GROUP, OPTION_UNIT, OPTION_YEAR, OPTION_CASES, OPTION_DEPARTMENT,
			OPTION_RETIRED },
		0, 0, NEED_DATABASE, PERSON_READER, command_list_decisions },
	{ "list organisations", "", N_("List who delivers services, unit by unit."),
		{ OPTION_GROUP, OPTION_UNIT, OPTION_SERVICE, OPTION_YEAR, OPTION_RETIRED }, 0, 0,
		NEED_DATABASE, PERSON_READER, command_list_organisations },
	{ "list homework", "", N_("List homework of exchange groups between meetings."),
		{ OPTION_GROUP, OPTION_UNIT, OPTION_OPEN, OPTION_RETIRED }, 0, 0, NEED_DATABASE,
		PERSON_READER, command_list_homework },
	{ "list documents", "",
		N_("List documents of exchange groups, and whether their files are there."),
		{ OPTION_GROUP, OPTION_RETIRED }, 0, 0, NEED_DATABASE, PERSON_READER,
		command_list_documents },
	{ "list advice", "", N_("List advice given in exchange groups between meetings."),
		{ OPTION_GROUP, OPTION_RETIRED }, 0, 0, NEED_DATABASE, PERSON_READER,
		command_list_advice },
	{ "list opinions", "", N_("List drafts on which members of exchange groups are asked."),
		{ OPTION_GROUP, OPTION_RETIRED }, 0, 0, NEED_DATABASE, PERSON_READER,
		command_list_opinions },
	{ "list flags", "", N_("List the signs that stand for or beside a value."), { 0 }, 0, 0,
		NEED_NOTHING, PERSON_READER, command_list_flags },
	{ "list conclusions", "", N_("List conclusions of members, the newest first."),
		{ OPTION_GROUP, OPTION_UNIT, OPTION_RETIRED }, 0, 0, NEED_DATABASE, PERSON_READER,
		command_list_conclusions },
	{ "list plans", "", N_("List improvement plans with the state of their measures."),
		{ OPTION_GROUP, OPTION_UNIT, OPTION_RETIRED }, 0, 0, NEED_DATABASE, PERSON_READER,
		command_list_plans },
	{ "list strategies", "", N_("List strategies and programmes with what hangs on them."),
		{ OPTION_UNIT, OPTION_RETIRED }, 0, 0, NEED_DATABASE, PERSON_READER,
		command_list_strategies },
	{ "list goals", N_("STRATEGY"), N_("List goals of a strategy with their statuses."),
		{ OPTION_YEAR }, 1, 1, NEED_DATABASE, PERSON_READER, command_list_goals },
	{ "list targets", N_("STRATEGY"),
		N_("List indicators of a strategy: base, target, who delivers them, the newest "
		   "value."),
		{ OPTION_YEAR }, 1, 1, NEED_DATABASE, PERSON_READER, command_list_targets },
	{ "list changes", N_("STRATEGY"),
		N_("List what was changed in a strategy in force, with resolution and reason: "
		   "goals and indicators added, changed, deleted; all years or --year."),
		{ OPTION_YEAR }, 1, 1, NEED_DATABASE, PERSON_READER, command_list_changes },
	{ "list areas", "", N_("List trees of areas of development, as import areas reads them."),
		{ 0 }, 0, 0, NEED_DATABASE, PERSON_READER, command_list_areas },
	{ "list problems", "", N_("List key problems, priorities and drivers of development."),
		{ OPTION_UNIT, OPTION_YEAR, OPTION_RETIRED }, 0, 0, NEED_DATABASE, PERSON_READER,
		command_list_problems },
	{ "status", N_("STRATEGY"),
		N_("Print where each indicator of a strategy stands: base, target, what was "
		   "expected by the year (the last full one), value, status, trend."),
		{ OPTION_YEAR }, 1, 1, NEED_DATABASE, PERSON_READER, command_status },
	{ "list ballots", "", N_("List ballots with their cards; --open: those not closed yet."),
		{ OPTION_OPEN, OPTION_RETIRED }, 0, 0, NEED_DATABASE, PERSON_READER,
		command_list_ballots },
	{ "values", "", N_("Print values of an indicator by unit and year."),
		{ INDICATOR, OPTION_YEAR, OPTION_UNIT | OPTION_MANY, OPTION_LEVEL, OPTION_IN,
			OPTION_GROUP },
		0, 0, NEED_DATABASE, PERSON_READER, command_values },
	{ "rank", "", N_("Rank units by an indicator in one year."),
		{ INDICATOR, YEAR, OPTION_LEVEL, OPTION_IN, OPTION_GROUP }, 0, 0, NEED_DATABASE,
		PERSON_READER, command_rank },
	{ "profile", "",
		N_("Compare every indicator of a unit in one year with units of its level."),
		{ UNIT, YEAR, OPTION_IN, OPTION_GROUP }, 0, 0, NEED_DATABASE, PERSON_READER,
		command_profile },
	{ "diagnose", "",
		N_("Print the level and change of a unit's indicators among its peers; without "
		   "--unit those of every gmina."),
		{ OPTION_UNIT, YEAR, OPTION_GROUP, OPTION_METHOD, OPTION_YEARS, OPTION_TREE,
			OPTION_AREAS },
		0, 0, NEED_DATABASE, PERSON_READER, command_diagnose },
	{ "trend", "",
		N_("Print a unit's indicator over years beside the median and the best of "
		   "its level."),
		{ INDICATOR, UNIT, OPTION_IN, OPTION_GROUP }, 0, 0, NEED_DATABASE, PERSON_READER,
		command_trend },
	{ "publish", N_("WAVE QUESTION [FIELD=VALUE...]"),
		N_("Make a survey's result the value of an indicator; a new card takes name, unit, "
		   "decimals, direction, service."),
		{ OPTION_STATISTIC | OPTION_REQUIRED, OPTION_RESULT_AS | OPTION_REQUIRED,
			OPTION_WHERE, OPTION_WEIGHT, OPTION_REPLACE },
		2, -1, NEED_DATABASE, PERSON_CLERK, command_publish },
	{ "retract", N_("WAVE INDICATOR"),
		N_("Take a published result of a survey back; the card stays."), { 0 }, 2, 2,
		NEED_DATABASE, PERSON_CLERK, command_retract },

	{ "compare group", N_("GROUP"),
		N_("Set the indicators of an exchange group side by side for its members, with "
		   "the best and the worst."),
		{ OPTION_YEAR }, 1, 1, NEED_DATABASE, PERSON_READER, command_compare_group },
	{ "compare rows", N_("GROUP [INDICATOR...]"),
		N_("Say which indicators a group compares, in this order; none: those of its "
		   "service."),
		{ 0 }, 1, -1, NEED_DATABASE, PERSON_CLERK, command_compare_choose },
	{ "compare", N_("WAVE... QUESTION"),
		N_("Set one question of several waves side by side, or with --group or --in of "
		   "several units."),
		{ OPTION_WEIGHT, OPTION_GROUP, OPTION_IN }, 2, -1, NEED_DATABASE, PERSON_READER,
		command_compare },
	{ "services", N_("WAVE"), N_("Set how important services are beside how they are rated."),
		{ OPTION_WHERE, OPTION_WEIGHT }, 1, 1, NEED_DATABASE, PERSON_READER,
		command_services },
	{ "potential", N_("WAVE"),
		N_("Put the scales of each part of a questionnaire on one measure from 0 to 100."),
		{ OPTION_WHERE, OPTION_WEIGHT }, 1, 1, NEED_DATABASE, PERSON_READER,
		command_potential },
	{ "tabulate", N_("WAVE QUESTION..."),
		N_("Count the answers to questions, or with --by under each answer to another."),
		{ OPTION_BY, OPTION_PERCENT, OPTION_STATISTICS, OPTION_WEIGHT, OPTION_WHERE,
			OPTION_THRESHOLD, OPTION_TEXTS },
		2, -1, NEED_DATABASE, PERSON_READER, command_tabulate },

	{ "indicator show", N_("CODE"), N_("Print the card of an indicator."), { 0 }, 1, 1,
		NEED_DATABASE, PERSON_READER, command_indicator_show },
	{ "indicator new", N_("CODE FIELD=VALUE..."),
		N_("Make a card; fields are named as indicator show prints them."), { 0 }, 2, -1,
		NEED_DATABASE, PERSON_CLERK, command_indicator_new },
	{ "indicator set", N_("CODE FIELD=VALUE..."), N_("Change fields of a card."), { 0 }, 2, -1,
		NEED_DATABASE, PERSON_CLERK, command_indicator_set },
	{ "indicator name", N_("CODE CATALOGUE-CODE"),
		N_("Give an imported series the card of a catalogue indicator."), { 0 }, 2, 2,
		NEED_DATABASE, PERSON_CLERK, command_indicator_name },
	{ "indicator release", N_("CATALOGUE-CODE"),
		N_("Give the series of a catalogue indicator its own card back."), { 0 }, 1, 1,
		NEED_DATABASE, PERSON_CLERK, command_indicator_release },
	{ "indicator retire", N_("CODE"), N_("Take a card out of use."), { 0 }, 1, 1, NEED_DATABASE,
		PERSON_CLERK, command_indicator_retire },
	{ "indicator restore", N_("CODE"), N_("Bring a retired card back into use."), { 0 }, 1, 1,
		NEED_DATABASE, PERSON_CLERK, command_indicator_restore },

	{ "export calendar", N_("FILE"),
		N_("Write meetings as an iCalendar file for the calendars of other programs."),
		{ OPTION_GROUP, OPTION_MEETING, OPTION_YEAR }, 1, 1, NEED_DATABASE, PERSON_READER,
		command_export_calendar },
	{ "export questionnaire", N_("CODE FOLDER|FILE.xlsx"),
		N_("Write a questionnaire as XLSForm: three CSV files or a workbook."),
		{ OPTION_NUMBER }, 2, 2, NEED_DATABASE, PERSON_READER,
		command_export_questionnaire },
	{ "export answers", N_("WAVE [FILE]"),
		N_("Write the answers of keyed forms, a row a form, shuffled: .csv with the names "
		   "that the questionnaire gives to choices and why answers are missing "
		   "(two_marks), with --format csv-pl in full words for Excel; .sav (SPSS, PSPP), "
		   ".dta (Stata) and .sss (Triple-S) in numbers with labels. What names mean: "
		   "export codebook."),
		{ OPTION_NUMBERS, OPTION_TEXTS, OPTION_CODED, OPTION_UNWEIGHTED }, 1, 2,
		NEED_DATABASE, PERSON_READER, command_export_answers },
	{ "export codebook", N_("WAVE FILE"),
		N_("Write what the variables and codes of a wave mean: .xml (DDI-Codebook), .sss "
		   "(Triple-S) or .csv."),
		{ OPTION_NUMBERS, OPTION_TEXTS, OPTION_UNWEIGHTED }, 2, 2, NEED_DATABASE,
		PERSON_READER, command_export_codebook },
	{ "export strategy", N_("STRATEGY FILE"),
		N_("Write a whole strategy; .csv and the sheet strategy of an .xlsx read back."),
		{ 0 }, 2, 2, NEED_DATABASE, PERSON_READER, command_export_strategy },

	{ "print questionnaire", N_("CODE"),
		N_("Write the blank paper form: -o FILE.pdf, or text; --language chooses its "
		   "language."),
		{ OPTION_NUMBER, OPTION_WAVE }, 1, 1, NEED_DATABASE, PERSON_READER,
		command_print_questionnaire },
	{ "print invitation", N_("NUMBER"),
		N_("Write the invitation to a meeting with its agenda."), { 0 }, 1, 1,
		NEED_DATABASE, PERSON_READER, command_print_invitation },
	{ "print attendance", N_("NUMBER"),
		N_("Write the list to sign of a meeting: name, unit, signature."), { 0 }, 1, 1,
		NEED_DATABASE, PERSON_CLERK, command_print_attendance },
	{ "print certificates", N_("NUMBER [WHO]"),
		N_("Write certificates for those who came to a meeting, or for one of them, by "
		   "name or by the unit of one person."),
		{ 0 }, 1, 2, NEED_DATABASE, PERSON_CLERK, command_print_certificates },
	{ "print batch", N_("WAVE NUMBER"), N_("Write the slip that goes with a batch."), { 0 }, 2,
		2, NEED_DATABASE, PERSON_READER, command_print_batch },
	{ "print second", N_("WAVE NUMBER"),
		N_("Write which forms of a batch are to be fetched for second keying."), { 0 }, 2,
		2, NEED_DATABASE, PERSON_READER, command_print_second },
	{ "print differences", N_("WAVE [NUMBER]"),
		N_("Write what the two keyings of a wave or batch differ in, with room for what "
		   "the paper says."),
		{ 0 }, 1, 2, NEED_DATABASE, PERSON_READER, command_print_differences },
	{ "print protocol", N_("WAVE [NUMBER]"),
		N_("Write the closing protocol of a wave or batch."), { 0 }, 1, 2, NEED_DATABASE,
		PERSON_READER, command_print_protocol },
};

static const struct command office[] = {
	{ "office show", "", N_("Print what this office is and the state of the database."), { 0 },
		0, 0, NEED_DATABASE, PERSON_READER, command_office_show },
	{ "office set", N_("FIELD=VALUE..."),
		N_("Say what this office is: kind, own_unit, name, heading, purpose."), { 0 }, 1,
		-1, NEED_DATABASE, PERSON_ADMINISTRATOR, command_office_set },
	{ "person show", N_("NAME|N"),
		N_("Show all that is kept of a contact: card, groups, meetings, homework."), { 0 },
		1, 1, NEED_DATABASE, PERSON_COORDINATOR, command_person_show },
	{ "person erase", N_("NAME|N"), N_("Erase all personal data of a contact for ever."),
		{ OPTION_YES }, 1, 1, NEED_DATABASE, PERSON_COORDINATOR, command_person_erase },
	{ "person set", N_("LOGIN FIELD=VALUE..."),
		N_("Change the name or the role of a person: reader, clerk, coordinator, "
		   "administrator."),
		{ 0 }, 2, -1, NEED_DATABASE, PERSON_ADMINISTRATOR, command_person_set },
	{ "person retire", N_("LOGIN"), N_("Let a person use the database no longer."), { 0 }, 1, 1,
		NEED_DATABASE, PERSON_ADMINISTRATOR, command_person_retire },
	{ "person restore", N_("LOGIN"), N_("Let a person use the database again."), { 0 }, 1, 1,
		NEED_DATABASE, PERSON_ADMINISTRATOR, command_person_restore },
	{ "settings show", "", N_("Print every setting with its value."), { 0 }, 0, 0, NEED_NOTHING,
		PERSON_READER, command_settings_show },
	{ "settings set", N_("SECTION.KEY VALUE"), N_("Change a setting in your gromada.ini."),
		{ 0 }, 2, 2, NEED_NOTHING, PERSON_READER, command_settings_set },
	{ "check", "", N_("Look for everything that can be wrong in the database."), { 0 }, 0, 0,
		NEED_DATABASE, PERSON_READER, command_check },
	{ "backup", N_("FILE"), N_("Write a verified copy of the database."), { 0 }, 1, 1,
		NEED_DATABASE, PERSON_READER, command_backup },
	{ "restore", N_("FILE"),
		N_("Put a verified copy in place of the database; the present one is kept "
		   "beside it."),
		{ OPTION_YES }, 1, 1, NEED_PATH, PERSON_ADMINISTRATOR, command_restore },
	{ "completion", "bash", N_("Print the completion of the command line for bash."), { 0 }, 1,
		1, NEED_NOTHING, PERSON_READER, command_completion },
};

enum {
	FIGURES = sizeof(figures) / sizeof(figures[0]),
	OFFICE = sizeof(office) / sizeof(office[0])
};

const struct command *
command_at(int number)
{
	if (number < FIGURES)
		return &figures[number];
	number -= FIGURES;
	if (number < command_surveys_count)
		return &command_surveys[number];
	number -= command_surveys_count;
	if (number < command_year_count) /* rounds, evaluations */
		return &command_year[number];
	number -= command_year_count;
	if (number < command_groups_count)
		return &command_groups[number];
	number -= command_groups_count;
	if (number < command_sheets_count)
		return &command_sheets[number];
	number -= command_sheets_count;
	if (number < command_goals_count)
		return &command_goals[number];
	number -= command_goals_count;
	if (number < command_tasks_count)
		return &command_tasks[number];
	number -= command_tasks_count;
	if (number < command_strategy_count) /* swot, ballot */
		return &command_strategy[number];
	number -= command_strategy_count;
	return number < OFFICE ? &office[number] : NULL;
}
