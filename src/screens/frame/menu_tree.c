/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tree as data. A new entry is one line here; its number and letter are fixed for ever. */
#include "config.h"

#include "screens/frame/menu_tree.h"

#include "base/i18n.h"
#include "screens/frame/actions.h"
#include "screens/frame/screens.h"
#include "screens/keying/keying.h"
#include "screens/surveys/quality_screens.h"

#include <stdlib.h>

#define COUNT(array) ((int)(sizeof(array) / sizeof *(array)))

static const struct menu_item today[] = {
	{ 1, N_("T"), N_("Dates and arrears"), &due_screen, NEED_UNITS,
		N_("What is due in groups and strategies: homework, sheets, figures.") },
	{ 2, N_("K"), N_("Calendar"), &month_screen, NEED_UNITS,
		N_("A month with the meetings of all groups, holidays and winter breaks.") },
	{ 3, N_("B"), N_("Missing data"), &sheet_missing_screen, NEED_UNITS,
		N_("Sheets that members, and figures that offices still owe.") },
	{ 4, N_("W"), N_("Indicators at risk"), &red_list_screen, NEED_UNITS,
		N_("Indicators of all strategies that are at risk or off their course.") },
	{ 6, N_("S"), N_("Search everywhere"), &search_screen, NEED_NOTHING,
		N_("Finds units, indicators and comparison groups by any words.") },
};

static const struct menu_item groups[] = {
	{ 1, N_("G"), N_("Groups and members"), &exchange_list_screen, NEED_UNITS,
		N_("Exchange groups: members, people, stages, hosts and the calendar of the "
		   "cycle.") },
	{ 2, N_("S"), N_("Meetings"), &meeting_list_screen, NEED_UNITS,
		N_("Meetings of groups: agenda, attendance, notes, homework, documents, papers.") },
	{ 3, N_("Z"), N_("Homework between meetings"), &homework_list_screen, NEED_UNITS,
		N_("What members do between meetings: open, overdue, done, by group and unit.") },
	{ 4, N_("P"), N_("Comparison in the group"), &comparison_screen, NEED_UNITS,
		N_("A group's indicators side by side for its members: BDL, own figures, "
		   "surveys.") },
	{ 5, N_("D"), N_("Own figures (data sheets)"), &sheet_list_screen, NEED_UNITS,
		N_("Figures that members enter: what is asked for, who handed in what, "
		   "questions.") },
	{ 6, N_("A"), N_("Decisions and appeals to SKO"), &decision_list_screen, NEED_UNITS,
		N_("Quarterly totals of decisions, late ones and those overturned, compared.") },
	{ 7, N_("W"), N_("Conclusions and improvement plans"), &conclusion_list_screen, NEED_UNITS,
		N_("What members will do better, with the figures that speak for it, and plans.") },
	{ 8, N_("R"), N_("Overview and reports of groups"), &overview_screen, NEED_UNITS,
		N_("All groups in one table: stage, meetings, homework, data; reports.") },
};

static const struct menu_item surveys[] = {
	{ 1, N_("W"), N_("Keying forms"), &keying_waves_screen, NEED_NOTHING,
		N_("Keys paper forms, on the numeric keypad alone: wave, batch, number, "
		   "answers.") },
	{ 2, N_("K"), N_("Second keying"), &second_list_screen, NEED_NOTHING,
		N_("Keys chosen forms a second time, blind and by another person.") },
	{ 3, N_("R"), N_("Differences"), &difference_list_screen, NEED_NOTHING,
		N_("Settles what two keyings have differently, with the paper.") },
	{ 4, N_("P"), N_("Paper received, batches"), &batch_list_screen, NEED_NOTHING,
		N_("Batches of paper: what came in, what became of it, where it lies.") },
	{ 5, N_("O"), N_("Open answers"), &open_answers_screen, NEED_NOTHING,
		N_("What people wrote in their own words, and its categories.") },
	{ 6, N_("B"), N_("Surveys and waves"), &survey_list_screen, NEED_NOTHING,
		N_("Surveys, their waves with all terms and counts, and who keys.") },
	{ 7, N_("Z"), N_("Questionnaires"), &questionnaire_list_screen, NEED_NOTHING,
		N_("What surveys ask: templates, own questionnaires, their questions and rules.") },
	{ 8, N_("S"), N_("Progress and quality"), &progress_screen, NEED_NOTHING,
		N_("How far a wave is, how often two keyings differ, and what people keyed.") },
};

static const struct menu_item results[] = {
	{ 1, N_("R"), N_("Distributions of answers"), &result_list_screen, NEED_NOTHING,
		N_("Every question of a wave: numbers, per cents, means, with what is hidden.") },
	{ 2, N_("T"), N_("Cross-tables"), &result_screen, NEED_NOTHING,
		N_("The answers to one question by the answers to another.") },
	{ 3, N_("E"), N_("Comparison of waves and units"), &wave_compare_screen, NEED_NOTHING,
		N_("One question in several waves or units: shares, means, what changed.") },
	{ 4, N_("J"), N_("Rating and importance of services"), &services_screen, NEED_NOTHING,
		N_("What matters to people beside how they rate it, and the profile of parts.") },
	{ 5, N_("W"), N_("Weights"), &weights_screen, NEED_NOTHING,
		N_("Brings the forms of a wave into line with its population by sex, age, "
		   "place.") },
	{ 6, N_("Z"), N_("Save a result as an indicator"), &published_list_screen, NEED_NOTHING,
		N_("Makes a survey's result the value of an indicator, beside BDL's; and undoes "
		   "it.") },
	{ 7, N_("P"), N_("Report of a survey"), &report_form_screen, NEED_NOTHING,
		N_("The whole of a wave's results as a document: DOCX, PDF, HTML, XLSX, text.") },
	{ 8, N_("D"), N_("Data for Excel, SPSS, Stata"), &data_out_screen, NEED_NOTHING,
		N_("Answers of a wave as files for spreadsheets and statistics; codes "
		   "explained.") },
};

static const struct menu_item indicators[] = {
	{ 1, N_("R"), N_("Ranking of units"), &ranking_screen, NEED_VALUES,
		N_("All units by one indicator in one year: place, share of the best, change.") },
	{ 2, N_("P"), N_("Profile of a unit"), &profile_screen, NEED_VALUES,
		N_("All indicators of a unit in one year against powiat, voivodeship and a "
		   "group.") },
	{ 3, N_("T"), N_("Table over years"), &years_screen, NEED_VALUES,
		N_("Units in rows, years in columns, one indicator.") },
	{ 4, N_("Y"), N_("Chart"), &chart_screen, NEED_VALUES,
		N_("Line over years, bars or box plot of one indicator.") },
	{ 5, N_("K"), N_("Catalogue of indicators"), &indicator_list_screen, NEED_INDICATORS,
		N_("Indicators by service, their cards, and the series that files brought.") },
	{ 6, N_("G"), N_("Comparison groups"), &group_list_screen, NEED_UNITS,
		N_("Units chosen by hand to compare with.") },
	{ 7, N_("J"), N_("List of units (TERYT)"), &unit_list_screen, NEED_UNITS,
		N_("The register: names, kinds, codes and changes of units.") },
	{ 8, N_("W"), N_("Imported files, undoing"), &import_list_screen, NEED_NOTHING,
		N_("Every file that was imported: who, when, what it brought; and taking it "
		   "back.") },
};

static const struct menu_item strategy[] = {
	{ 1, N_("D"), N_("Diagnosis: level and change"), &diagnosis_screen, NEED_VALUES,
		N_("Where a unit stands among its peers and whither it goes; areas, the "
		   "quadrant.") },
	{ 2, N_("K"), N_("Problems, priorities, drivers"), &problem_list_screen, NEED_UNITS,
		N_("What follows from the diagnosis, ranked by votes, with the figures behind "
		   "it.") },
	{ 3, N_("S"), N_("SWOT analysis"), &swot_list_screen, NEED_UNITS,
		N_("Strengths, weaknesses, opportunities and threats; matrices, position, "
		   "ballots.") },
	{ 4, N_("C"), N_("Strategies and goals"), &strategy_list_screen, NEED_UNITS,
		N_("Strategies with goals and indicators: what is reached or at risk, the "
		   "forecast.") },
	{ 5, N_("Z"), N_("Tasks and money"), &task_list_screen, NEED_UNITS,
		N_("Tasks of a strategy: days, states, money, time line; risks, adoption, "
		   "remarks.") },
	{ 6, N_("M"), N_("Yearly monitoring"), &round_view_screen, NEED_UNITS,
		N_("A year of a strategy: what offices owe, what is off course and why, "
		   "approval.") },
	{ 7, N_("R"), N_("Reports of the strategy"), &year_reports_screen, NEED_UNITS,
		N_("Monitoring reports, chapters of the report on the unit's state, "
		   "evaluations.") },
	{ 8, N_("E"), N_("Evaluation and self-assessment"), &evaluation_list_screen, NEED_UNITS,
		N_("Questions by criteria, judgements, recommendations and what became of them.") },
};

static const struct menu_item settings[] = {
	{ 1, N_("W"), N_("Import a file"), &import_files_screen, NEED_NOTHING,
		N_("Takes a file in: TERYT register, BDL data, changes of codes, values, "
		   "catalogue.") },
	{ 2, N_("P"), N_("Files to take away"), &take_away_screen, NEED_NOTHING,
		N_("Files that the program wrote, and where they lie.") },
	{ 3, N_("M"), N_("Exchange package"), &package_list_screen, NEED_NOTHING,
		N_("Takes an exchange group to another office and back: packages in and out.") },
	{ 4, N_("O"), N_("People, contacts, rights"), &person_list_screen, NEED_NOTHING,
		N_("Who uses this database, and what each may do.") },
	{ 5, N_("D"), N_("Personal data and days of erasure"), &due_list_screen, NEED_NOTHING,
		N_("Until when who keyed what, notes and open answers are kept, and erasing "
		   "them.") },
	{ 6, N_("K"), N_("Backup and restore"), &backup_screen, NEED_NOTHING,
		N_("Copies of the database: making one, and going back to one.") },
	{ 7, N_("H"), N_("History of changes, check of the database"), &acts_screen, NEED_NOTHING,
		N_("Who did what and when; and looking for everything that can be wrong in the "
		   "file.") },
	{ 8, N_("U"), N_("Settings of office and screen"), &settings_screen, NEED_NOTHING,
		N_("What this office is, language, colours, signs, folders.") },
};

const struct menu_section menu_sections[] = {
	{ 1, N_("D"), N_("Today"), N_("Today"), today, COUNT(today) },
	{ 2, N_("G"), N_("Groups and meetings"), N_("Groups"), groups, COUNT(groups) },
	{ 3, N_("A"), N_("Surveys"), N_("Surveys"), surveys, COUNT(surveys) },
	{ 4, N_("O"), N_("Results of surveys"), N_("Results"), results, COUNT(results) },
	{ 5, N_("W"), N_("Indicators"), N_("Indicators"), indicators, COUNT(indicators) },
	{ 6, N_("S"), N_("Strategy"), N_("Strategy"), strategy, COUNT(strategy) },
	{ 8, N_("U"), N_("Settings and files"), N_("Settings"), settings, COUNT(settings) },
};
const int menu_section_count = COUNT(menu_sections);

enum { MOST_ITEMS = 9 };

const struct menu_item *
menu_item_of(int action)
{
	int section = (action - ACTION_MENU_FIRST) / 10, number = (action - ACTION_MENU_FIRST) % 10;

	if (action < ACTION_MENU_FIRST || action > ACTION_MENU_LAST)
		return NULL;
	for (int i = 0; i < menu_section_count; i++)
		for (int j = 0; j < menu_sections[i].count; j++)
			if (menu_sections[i].number == section &&
				menu_sections[i].items[j].number == number)
				return &menu_sections[i].items[j];
	return NULL;
}

int
menu_action_of(const char *name)
{
	int action;

	if (name[0] < '1' || name[0] > '9' || name[1] != '.' || name[2] < '1' || name[2] > '9' ||
		name[3])
		return 0;
	action = ACTION_MENU_FIRST + 10 * (name[0] - '0') + name[2] - '0';
	return menu_item_of(action) ? action : 0;
}

const char *
menu_item_note(const struct menu_item *item, const struct database_state *state)
{
	if (item->need >= NEED_UNITS && !state->units)
		return N_("First import the TERYT register: menu 8 1.");
	if (item->need == NEED_INDICATORS && !state->indicators)
		return N_("First import the catalogue or a file from BDL: menu 8 1.");
	if (item->need == NEED_VALUES && !state->last_year)
		return N_("There are no values yet: import a file from BDL or your own values, "
			  "menu 8 1.");
	return NULL;
}

void
menu_item_open(struct screens *s, const struct menu_item *item)
{
	struct database_state state;
	struct error err = { 0 };
	const char *note;

	if (database_state_load(app_of(s)->db, &state, &err)) {
		screens_error(s, &err);
		return;
	}
	note = menu_item_note(item, &state);
	if (note)
		screens_say(s, "%s", _(note));
	else
		screens_push(s, item->screen, NULL);
}

const struct pulldown_menu *
menu_pulldowns(int *count)
{
	static struct pulldown_entry entries[COUNT(menu_sections)][MOST_ITEMS];
	static struct pulldown_menu menus[COUNT(menu_sections)];

	for (int i = 0; i < menu_section_count; i++) {
		const struct menu_section *section = &menu_sections[i];

		for (int j = 0; j < section->count; j++)
			entries[i][j] = (struct pulldown_entry){
				section->items[j].text, section->items[j].letter,
				ACTION_MENU_FIRST + 10 * section->number + section->items[j].number
			};
		menus[i] = (struct pulldown_menu){ section->brief, entries[i], section->count };
	}
	*count = menu_section_count;
	return menus;
}
