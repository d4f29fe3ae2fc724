/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every screen that something else opens, and what it is given. */
#ifndef SCREENS_SCREENS_H
#define SCREENS_SCREENS_H

#include "screens/frame/app.h"

/* What the views of indicators take as argument; NULL or zeros: what was looked at last. */
struct view {
	const char *indicator;    /* code; NULL = the last one */
	int year;                 /* 0 = the last one, else the newest with values */
	int slot;                 /* unit; NO_SLOT = the unit in view */
	const char *const *codes; /* indicators_table: these indicators, else the service's */
	int code_count;
};

/* Entries of the menu. */
extern const struct screen home_screen;
extern const struct screen deleted_lines_screen; /* argument: struct deleted_of */
extern const struct screen import_files_screen;  /* argument: code of a wave, or NULL */
extern const struct screen package_files_screen;
extern const struct screen import_list_screen;
extern const struct screen take_away_screen;
extern const struct screen package_list_screen;
extern const struct screen backup_screen;
extern const struct screen acts_screen;
extern const struct screen check_screen;
extern const struct screen settings_screen;
extern const struct screen search_screen;
extern const struct screen first_start_screen;

extern const struct screen due_screen; /* 1 1 */

/* Section 2: what groups compare and take home; argument: int64_t, the group, or NULL. */
extern const struct screen sheet_missing_screen; /* 1 3 */
extern const struct screen sheet_list_screen;    /* 2 5; argument: int64_t, the group, or NULL */
extern const struct screen decision_list_screen; /* 2 6; the same */
extern const struct screen organisation_list_screen; /* the same */
struct sheet_in_of { /* argument of sheet_files_screen: whose sheet comes back */
	char group[33], unit[16];
	int year;
};
extern const struct screen sheet_files_screen;
extern const struct screen comparison_screen;      /* 2 4 */
extern const struct screen conclusion_list_screen; /* 2 7 */
extern const struct screen overview_screen;        /* 2 8 */

/* Entries of section 5, argument struct view * (may be NULL). */
extern const struct screen ranking_screen;
extern const struct screen profile_screen;
extern const struct screen years_screen;            /* table units x years */
extern const struct screen indicators_table_screen; /* table units x indicators */
extern const struct screen chart_screen;
extern const struct screen indicator_list_screen;
extern const struct screen indicator_card_screen; /* argument: struct view with the code */
extern const struct screen group_list_screen;
extern const struct screen unit_list_screen;
extern const struct screen unit_card_screen; /* argument: struct view with the slot */

extern const struct screen person_list_screen; /* 8 4 */

extern const struct screen exchange_list_screen; /* 2 1 */

extern const struct screen questionnaire_list_screen; /* 3 7 */
/* Entries of section 3, and of 8 5. */
extern const struct screen survey_list_screen;
extern const struct screen batch_list_screen; /* argument: int64_t, the wave, or NULL */
extern const struct screen due_list_screen;
extern const struct screen open_answers_screen; /* 3 5 */

extern const struct screen result_list_screen, result_screen; /* 4 1, 4 2 */
extern const struct screen report_form_screen; /* 4 7 */
extern const struct screen data_out_screen; /* 4 8 */

/* Section 4: 4 3, 4 4, 4 6. */
struct compare_of { /* argument of wave_compare_screen, or NULL: the members of a group */
	int64_t group;    /* comparison group */
	const char *name; /* as it is to be shown */
	const int *slots; /* copied where it is needed */
	int count;
};
extern const struct screen wave_compare_screen;
extern const struct screen services_screen;
extern const struct screen published_list_screen;
extern const struct screen weights_screen; /* 4 5 */

extern const struct screen diagnosis_screen;    /* 6 1 */
extern const struct screen problem_list_screen; /* 6 2 */
extern const struct screen swot_list_screen; /* 6 3 */
extern const struct screen strategy_list_screen; /* 6 4 */
extern const struct screen task_list_screen; /* 6 5; argument: int64_t, the strategy, or NULL */
extern const struct screen red_list_screen;        /* 1 4 */
extern const struct screen round_view_screen;      /* 6 6; the same */
extern const struct screen year_reports_screen;    /* 6 7; the same */
extern const struct screen evaluation_list_screen; /* 6 8; the same */

/* Room "meetings": 1 2; 2 2 takes a struct of_meeting with the group, or NULL. */
extern const struct screen month_screen, meeting_list_screen;

/* Room "minutes" of exchange groups (2 3); argument: struct of_meeting, or NULL = of all groups. */
struct of_meeting {
	int64_t group, meeting; /* meeting 0 = of the whole group, group 0 = of all */
};
extern const struct screen homework_list_screen;
extern const struct screen document_list_screen;
extern const struct screen minutes_screen; /* the meeting is needed */
extern const struct screen opinion_list_screen;
extern const struct screen advice_list_screen;

#endif
