/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All commands and all options, one row each. */
#include "config.h"

#include "commands/command.h"

#include "base/i18n.h"

#define INDICATOR (OPTION_INDICATOR | OPTION_REQUIRED)
#define YEAR (OPTION_YEAR | OPTION_REQUIRED)
#define UNIT (OPTION_UNIT | OPTION_REQUIRED)

const struct option option_table[OPTION_COUNT] = {
	[OPTION_DATABASE] = { "database", 0, N_("FILE"), NULL, N_("The database to use."), true },
	[OPTION_AS] = { "as", 0, N_("NAME"), NULL,
		N_("Who works, on a shared account or a demonstration database."), true },
	[OPTION_LANGUAGE] = { "language", 0, N_("LANGUAGE"), "pl|en",
		N_("The language of messages."), true },
	[OPTION_FORMAT] = { "format", 0, N_("FORMAT"), "csv|csv-pl|text|html",
		N_("The form of the result: neutral CSV, CSV for a Polish spreadsheet, text, or a "
		   "page for a browser."),
		true },
	[OPTION_OUTPUT] = { "output", 'o', N_("FILE"), NULL,
		N_("Write the result to this file; .xlsx, .csv, .txt and .html choose its form."),
		true },
	[OPTION_FORCE] = { "force", 0, NULL, NULL, N_("Replace a file that exists."), true },
	[OPTION_HELP] = { "help", 'h', NULL, NULL, N_("Explain the program or the command."),
		true },
	[OPTION_VERSION] = { "version", 0, NULL, NULL, N_("Print the version."), true },

	[OPTION_INDICATOR] = { "indicator", 0, N_("CODE"), NULL, N_("Code of the indicator."),
		false },
	[OPTION_UNIT] = { "unit", 0, N_("CODE"), NULL,
		N_("TERYT code of the unit: 2, 4, 6 or 7 digits, or 12 of a region."), false },
	[OPTION_YEAR] = { "year", 0, N_("YEAR"), NULL,
		N_("The year, or where several may be given the first and the last: 2015-2024."),
		false },
	[OPTION_LEVEL] = { "level", 0, N_("LEVEL"),
		"country|voivodeship|powiat|gmina|part|district|region",
		N_("Only units of this level."), false },
	[OPTION_IN] = { "in", 0, N_("CODE"), NULL,
		N_("Only the unit with this code and those that lie in it."), false },
	[OPTION_GROUP] = { "group", 0, N_("NAME"), NULL, N_("Only units of this comparison group."),
		false },
	[OPTION_SEARCH] = { "search", 0, N_("TEXT"), NULL,
		N_("Only what matches these words, with or without Polish letters."), false },
	[OPTION_SERVICE] = { "service", 0, N_("NAME"), NULL, N_("Only indicators of this service."),
		false },
	[OPTION_WITH_VALUES] = { "with-values", 0, NULL, NULL,
		N_("Only indicators that have values."), false },
	[OPTION_ENDED] = { "ended", 0, NULL, NULL, N_("Also units that are no more."), false },
	[OPTION_FROM_BDL] = { "from-bdl", 0, NULL, NULL,
		N_("Also units known from BDL files only."), false },
	[OPTION_DEMO] = { "demo", 0, NULL, NULL,
		N_("Fill the new database with demonstration data; its values are made "
		   "up."),
		false },
	[OPTION_YES] = { "yes", 0, NULL, NULL, N_("Do it without asking."), false },
	[OPTION_SUBGROUP] = { "subgroup", 0, N_("NUMBER"), NULL,
		N_("Subgroup of BDL, when the name of the file does not say it."), false },
	[OPTION_ENCODING] = { "encoding", 0, N_("ENCODING"), "utf-8|cp1250|iso-8859-2",
		N_("How the letters of the file are stored, when it is not found by "
		   "itself."),
		false },
	[OPTION_OLDER] = { "older", 0, NULL, NULL,
		N_("Take a register that is older than the newest one."), false },
	[OPTION_ZEROS] = { "zeros", 0, N_("CHOICE"), "missing|keep",
		N_("What zeros are that look like data not collected; missing unless said "
		   "otherwise."),
		false },
	[OPTION_NEW_INDICATORS] = { "new-indicators", 0, NULL, NULL,
		N_("Make cards for indicator codes that are not known."), false },
	[OPTION_SOURCE] = { "source", 0, N_("TEXT"), NULL,
		N_("Where the values come from, shown beside them."), false },
	[OPTION_MADE_UP] = { "made-up", 0, NULL, NULL,
		N_("The values are made up; they are marked so everywhere."), false },
	[OPTION_NOTE] = { "note", 0, N_("TEXT"), NULL, N_("A remark on the group."), false },
};

const struct command command_table[] = {
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
	{ "import undo", N_("NUMBER"),
		N_("Take an import back; the values that it replaced return."), { 0 }, 1, 1,
		NEED_DATABASE, PERSON_CLERK, command_import_undo },

	{ "list units", "", N_("List territorial units."),
		{ OPTION_LEVEL, OPTION_IN, OPTION_SEARCH, OPTION_GROUP, OPTION_ENDED,
			OPTION_FROM_BDL },
		0, 0, NEED_DATABASE, PERSON_READER, command_list_units },
	{ "list indicators", "", N_("List indicators with their years and number of values."),
		{ OPTION_SEARCH, OPTION_SERVICE, OPTION_WITH_VALUES }, 0, 0, NEED_DATABASE,
		PERSON_READER, command_list_indicators },
	{ "list services", "", N_("List public services with the number of their indicators."),
		{ 0 }, 0, 0, NEED_DATABASE, PERSON_READER, command_list_services },
	{ "list imports", "", N_("List imported files, the newest first."), { 0 }, 0, 0,
		NEED_DATABASE, PERSON_READER, command_list_imports },
	{ "list groups", "", N_("List comparison groups."), { 0 }, 0, 0, NEED_DATABASE,
		PERSON_READER, command_list_groups },
	{ "list persons", "", N_("List people who use the database."), { 0 }, 0, 0, NEED_DATABASE,
		PERSON_READER, command_list_persons },
	{ "list flags", "", N_("List the signs that stand for or beside a value."), { 0 }, 0, 0,
		NEED_NOTHING, PERSON_READER, command_list_flags },

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
	{ "trend", "",
		N_("Print a unit's indicator over years beside the median and the best of "
		   "its level."),
		{ INDICATOR, UNIT, OPTION_IN, OPTION_GROUP }, 0, 0, NEED_DATABASE, PERSON_READER,
		command_trend },

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

	{ "group list", N_("[NAME]"), N_("List comparison groups, or the units of one."), { 0 }, 0,
		1, NEED_DATABASE, PERSON_READER, command_group_list },
	{ "group add", N_("NAME UNIT..."), N_("Make a comparison group, or add units to it."),
		{ OPTION_NOTE }, 2, -1, NEED_DATABASE, PERSON_CLERK, command_group_add },
	{ "group remove", N_("NAME [UNIT...]"),
		N_("Take units out of a comparison group, or the whole group out of use."), { 0 },
		1, -1, NEED_DATABASE, PERSON_CLERK, command_group_remove },

	{ "office show", "", N_("Print what this office is and the state of the database."), { 0 },
		0, 0, NEED_DATABASE, PERSON_READER, command_office_show },
	{ "office set", N_("FIELD=VALUE..."),
		N_("Say what this office is: kind, own_unit, purpose."), { 0 }, 1, -1,
		NEED_DATABASE, PERSON_ADMINISTRATOR, command_office_set },
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

const int command_count = sizeof(command_table) / sizeof(command_table[0]);

bool
command_takes(const struct command *command, enum option_id option)
{
	if (option_table[option].global)
		return true;
	for (int i = 0; i < COMMAND_OPTIONS && command->options[i]; i++)
		if ((command->options[i] & 0xff) == (int)option)
			return true;
	return false;
}
