/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All options of the command line, one row each. */
#include "config.h"

#include "commands/command.h"

#include "base/i18n.h"

#include <string.h>

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
		N_("Write the result to this file; .xlsx, .csv, .txt, .html, .docx and .pdf "
		   "choose its form."),
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
	[OPTION_GROUP] = { "group", 0, N_("NAME"), NULL,
		N_("Only units of this comparison group; in diagnose whom to compare with: a "
		   "group, powiat, voivodeship, country, kind, size or type."),
		false },
	[OPTION_SEARCH] = { "search", 0, N_("TEXT"), NULL,
		N_("Only what matches these words, with or without Polish letters."), false },
	[OPTION_SERVICE] = { "service", 0, N_("NAME"), NULL,
		N_("The public service: only its indicators, or what a group compares."), false },
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
	[OPTION_SURVEY] = { "survey", 0, N_("CODE"), NULL, N_("Only waves of this survey."),
		false },
	[OPTION_WAVE] = { "wave", 0, N_("CODE"), NULL, N_("Code of the wave."), false },
	[OPTION_BATCH] = { "batch", 0, N_("NUMBER"), NULL, N_("Only forms of this batch."), false },
	[OPTION_NOTE] = { "note", 0, N_("TEXT"), NULL,
		N_("A remark on the group; of a member the same as presentation=."), false },
	[OPTION_PUBLISH] = { "publish", 0, NULL, NULL,
		N_("Publish it at once; a published version no longer changes."), false },
	[OPTION_TITLE] = { "title", 0, N_("TEXT"), NULL,
		N_("The title of the copy, or of a meeting."), false },
	[OPTION_NUMBER] = { "number", 0, N_("NUMBER"), NULL,
		N_("Which version; the newest unless said otherwise."), false },
	[OPTION_BY] = { "by", 0, N_("WHAT"), NULL,
		N_("The question that results are broken down by, or @mode; in verify report what "
		   "its rows are: question, batch or keyer."),
		false },
	[OPTION_QUESTION] = { "question", 0, N_("NAME"), NULL,
		N_("Only this question; may be given again."), false },
	[OPTION_WEIGHT] = { "weight", 0, NULL, NULL, N_("Count with the weights of the wave."),
		false },
	[OPTION_WHERE] = { "where", 0, N_("EXPRESSION"), NULL,
		N_("Only forms for which it holds: \"${age} > 60 and ${sex} = 2\"."), false },
	[OPTION_THRESHOLD] = { "threshold", 0, N_("NUMBER"), NULL,
		N_("The smallest number of answers that is shown; never below the wave's own."),
		false },
	[OPTION_PERCENT] = { "percent", 0, N_("BASE"), "column|row|total",
		N_("What per cents under --by are of: their column (unless said otherwise), their "
		   "row, or the whole table."),
		false },
	[OPTION_STATISTICS] = { "statistics", 0, NULL, NULL,
		N_("Means, deviations, quartiles and net scores in place of counts, of random "
		   "samples intervals of shares, under --by chi-square too; several questions in "
		   "order of their means."),
		false },
	[OPTION_SERVICES] = { "services", 0, NULL, NULL,
		N_("With a chapter on importance and rating of services."), false },
	[OPTION_POTENTIAL] = { "potential", 0, NULL, NULL,
		N_("With a chapter on the profile by parts of the questionnaire."), false },
	[OPTION_OPEN] = { "open", 0, NULL, NULL, N_("Only what is not settled yet."), false },
	[OPTION_MODE] = { "mode", 0, N_("MODE"), "paper|online|interviewer",
		N_("How rows were answered that do not say so themselves; online unless said "
		   "otherwise."),
		false },
	[OPTION_SKIP_BAD] = { "skip-bad", 0, NULL, NULL,
		N_("Leave out rows that cannot be taken, and take the others."), false },
	[OPTION_NUMBERS] = { "numbers", 0, NULL, NULL,
		N_("Also the form number, who keyed and when; in order of numbers."), false },
	[OPTION_TEXTS] = { "texts", 0, NULL, NULL,
		N_("Also open answers; tabulate lists them alone. They may name people."), false },
	[OPTION_CODED] = { "coded", 0, NULL, NULL,
		N_("Codes in place of words, with a .sps beside that PSPP and SPSS read."), false },
	[OPTION_UNWEIGHTED] = { "unweighted", 0, NULL, NULL,
		N_("Leave the wave's weights out; else they go along when there are any."), false },
	[OPTION_FROM] = { "from", 0, N_("DATE"), NULL,
		N_("From this day (2026-11-22), or hour of a meeting, on."), false },
	[OPTION_TO] = { "to", 0, N_("DATE"), NULL,
		N_("Up to this day (2026-11-22), or hour of a meeting."), false },
	[OPTION_PERSON] = { "person", 0, N_("LOGIN"), NULL, N_("Only acts of this person."),
		false },
	[OPTION_CASES] = { "cases", 0, N_("TYPE"), NULL,
		N_("Only decisions in this type of cases."), false },
	[OPTION_DEPARTMENT] = { "department", 0, N_("NAME"), NULL,
		N_("Only decisions of this department."), false },
	[OPTION_RETIRED] = { "retired", 0, NULL, NULL,
		N_("Those that were retired in place of those in use."), false },
	[OPTION_STATISTIC] = { "statistic", 0, N_("WHAT"), NULL,
		N_("mean, top2, bottom2, net, or share:CODE with the code of an answer."), false },
	[OPTION_RESULT_AS] = { "as", 0, N_("INDICATOR"), NULL,
		N_("The indicator that takes the result, made where there is none; a person on a "
		   "shared account is named before the command's words."),
		false },
	[OPTION_REPLACE] = { "replace", 0, NULL, NULL,
		N_("Also in place of what stands there already."), false },
	[OPTION_KIND] = { "kind", 0, N_("KIND"), "gwd|wzs|network|jst_ngo",
		N_("The kind of exchange group, which gives its stages."), false },
	[OPTION_NAME] = { "name", 0, N_("TEXT"), NULL, N_("The whole name."), false },
	[OPTION_STARTS] = { "starts", 0, N_("DAY"), NULL,
		N_("The first day of the group; today unless said otherwise."), false },
	[OPTION_ENDS] = { "ends", 0, N_("DAY"), NULL, N_("The last day of the group."), false },
	[OPTION_UNITS] = { "units", 0, N_("WHICH"), "towns|rural|powiats|voivodeships|mixed",
		N_("What kind of units the members are."), false },
	[OPTION_HOST] = { "host", 0, N_("UNIT"), NULL,
		N_("The member at whose seat the meeting is."), false },
	[OPTION_PLACE] = { "place", 0, N_("TEXT"), NULL, N_("Room and address of the meeting."),
		false },
	[OPTION_STAGE] = { "stage", 0, N_("NUMBER"), NULL,
		N_("Stage of the group; its agenda is taken over."), false },
	[OPTION_UNTIL] = { "until", 0, N_("DAY"), NULL,
		N_("The last day of a meeting of several days."), false },
	[OPTION_REASON] = { "reason", 0, N_("TEXT"), NULL, N_("Why it is cancelled."), false },
	[OPTION_MEETING] = { "meeting", 0, N_("NUMBER"), NULL,
		N_("This meeting alone, by the number that list meetings prints first."), false },
	[OPTION_ON] = { "on", 0, N_("DAY"), NULL,
		N_("The day from which it holds, or of a meeting."), false },
	[OPTION_FOR] = { "for", 0, N_("UNIT"), NULL, N_("The member that gets the package."),
		false },
	[OPTION_QUESTIONNAIRE] = { "questionnaire", 0, N_("CODE"), NULL,
		N_("The questionnaire that goes along."), false },
	[OPTION_WITH_CONTACTS] = { "with-contacts", 0, NULL, NULL,
		N_("With names, telephones and addresses of people."), false },
	[OPTION_IMPORT] = { "import", 0, N_("FILE"), NULL,
		N_("Read minutes that were edited outside (.docx, .txt) as a new version."),
		false },
	[OPTION_METHOD] = { "method", 0, N_("METHOD"), "z|unit",
		N_("How levels are made alike: z by mean and standard deviation (unless said "
		   "otherwise), unit from 0 to 1."),
		false },
	[OPTION_TREE] = { "tree", 0, N_("CODE"), NULL,
		N_("The tree of areas; without it all indicators that have values."), false },
	[OPTION_YEARS] = { "years", 0, N_("NUMBER"), NULL,
		N_("Over how many years change is counted, 3 to 30; 5 unless said otherwise."),
		false },
	[OPTION_AREAS] = { "areas", 0, NULL, NULL,
		N_("Areas and dimensions instead of indicators."), false },
	[OPTION_CHAPTER] = { "chapter", 0, NULL, NULL,
		N_("The chapter for the report on the state of the unit, due by 31 May."), false },
};

/* What an option is in a command, or in all that begin with these words, where the sentence for all
 * of them says more or less than holds there; argument NULL = the same. */
static const struct {
	const char *words;
	enum option_id option;
	const char *argument, *help;
} special[] = {
	{ "meeting", OPTION_TITLE, NULL, N_("The title of the meeting.") },
	{ "meeting", OPTION_ON, NULL,
		N_("The day of the meeting, the first one of several: 2026-11-22.") },
	{ "meeting", OPTION_FROM, N_("HOUR"), N_("The hour when it begins: 10:00.") },
	{ "meeting", OPTION_TO, N_("HOUR"), N_("The hour when it ends: 14:30.") },
	{ "questionnaire copy", OPTION_TITLE, NULL, N_("The title of the copy.") },
	{ "list acts", OPTION_FROM, NULL, N_("From this day (2026-11-22) on.") },
	{ "list acts", OPTION_TO, NULL, N_("Up to this day (2026-11-22).") },
	{ "group member", OPTION_ON, NULL, N_("The day from which it holds: 2026-11-22.") },
	{ "group member", OPTION_NOTE, NULL, N_("The same as presentation=.") },
	{ "group add", OPTION_NOTE, NULL, N_("A remark on the group.") },
	{ "group add", OPTION_SERVICE, NULL, N_("The public service that the group compares.") },
	{ "list", OPTION_SERVICE, NULL, N_("Only what is of this public service.") },
	{ "list units", OPTION_GROUP, NULL, N_("Only units of this comparison group.") },
	{ "list", OPTION_GROUP, NULL, N_("Only what this exchange group and its members have.") },
	{ "export calendar", OPTION_GROUP, NULL, N_("Only meetings of this exchange group.") },
	{ "conclusion new", OPTION_GROUP, NULL, N_("The exchange group that it is of.") },
	{ "plan new", OPTION_GROUP, NULL, N_("The exchange group that it is of.") },
	{ "diagnose", OPTION_GROUP, NULL,
		N_("Whom to compare with: a group, powiat, voivodeship, country, kind, size or "
		   "type.") },
	{ "", OPTION_GROUP, NULL, N_("Only units of this comparison group.") },
	{ "verify report", OPTION_BY, NULL, N_("What its rows are: question, batch or keyer.") },
	{ "", OPTION_BY, NULL, N_("The question that results are broken down by, or @mode.") },
};

struct option
command_option(const struct command *c, enum option_id option)
{
	struct option row = option_table[option];

	for (size_t i = 0; i < sizeof(special) / sizeof(special[0]); i++) {
		size_t length = strlen(special[i].words);

		if (special[i].option != option || strncmp(c->words, special[i].words, length) ||
			(length && c->words[length] && c->words[length] != ' '))
			continue;
		row.help = special[i].help;
		if (special[i].argument)
			row.argument = special[i].argument;
		break;
	}
	return row;
}

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
