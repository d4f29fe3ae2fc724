/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of commands and options. Parser, help, completion and the lists of the manual
 * pages read it; whoever adds a command adds a row. Known in this folder and its tests only. */
#ifndef COMMANDS_COMMAND_H
#define COMMANDS_COMMAND_H

#include "commands/arguments.h"
#include "commands/sheet_commands.h"
#include "commands/group_commands.h"
#include "commands/meeting_commands.h"
#include "commands/package_commands.h"
#include "commands/plan_commands.h"
#include "commands/minutes_commands.h"
#include "commands/strategy_commands.h"
#include "commands/diagnosis_commands.h"
#include "commands/survey_commands.h"
#include "commands/swot_commands.h"
#include "commands/task_commands.h"
#include "model/person.h"

enum command_need {
	NEED_NOTHING, /* runs without settings of the database */
	NEED_PATH,    /* knows where the database is, opens it itself */
	NEED_DATABASE /* an existing database and a person */
};

struct run; /* commands/run.h */

#define COMMAND_OPTIONS 10
#define OPTION_REQUIRED 0x100 /* added to an enum option_id: the command refuses to go without it */
#define OPTION_MANY 0x200     /* may be given more than once */

struct command {
	const char *words;            /* "import teryt": as typed, never translated */
	const char *operands;         /* N_("FILE…") or "" */
	const char *help;             /* N_() one sentence */
	int options[COMMAND_OPTIONS]; /* enum option_id with flags; ends with 0 */
	int min, max;                 /* number of operands; max -1 = any */
	enum command_need need;
	enum person_role role;                          /* the least that may use it */
	int (*run)(struct run *run, struct error *err); /* 0 or -1; see run->status */
};

struct option {
	const char *name;     /* without the hyphens */
	char letter;          /* short form or 0 */
	const char *argument; /* N_("FILE"); NULL = a switch */
	const char *choices;  /* "pl|en"; NULL = anything */
	const char *help;     /* N_() one sentence */
	bool global;          /* every command takes it */
};

/* The commands in the order of help and manual; NULL after the last. */
const struct command *command_at(int number);
extern const struct command command_year[]; /* of a strategy's year: part of them */
extern const int command_year_count;
extern const struct command command_surveys[]; /* of surveys and reports: part of them */
extern const int command_surveys_count;
extern const struct command command_groups[]; /* of exchange groups: part of them */
extern const int command_groups_count;
extern const struct command command_sheets[]; /* what groups enter and conclude: part of them */
extern const int command_sheets_count;
extern const struct command command_goals[]; /* of strategies, goals, indicators: part of them */
extern const int command_goals_count;
extern const struct command command_tasks[]; /* what is done for strategies: part of them */
extern const int command_tasks_count;
extern const struct command command_strategy[]; /* of SWOT analyses and ballots: part of them */
extern const int command_strategy_count;
extern const struct option option_table[OPTION_COUNT]; /* by enum option_id; the first is empty */

/* The option as it is in this command, whose help and argument may be others than in general. */
struct option command_option(const struct command *command, enum option_id option);
bool command_takes(const struct command *command, enum option_id option);

/* The functions of the table; commands/survey_commands.h has those of surveys. */
int command_init(struct run *run, struct error *err);
int command_check(struct run *run, struct error *err);
int command_backup(struct run *run, struct error *err);
int command_restore(struct run *run, struct error *err);
int command_import(struct run *run, struct error *err);
int command_import_questionnaire(struct run *run, struct error *err);
int command_export_questionnaire(struct run *run, struct error *err);
int command_list_questionnaires(struct run *run, struct error *err);
int command_questionnaire_check(struct run *run, struct error *err);
int command_questionnaire_copy(struct run *run, struct error *err);
int command_questionnaire_publish(struct run *run, struct error *err);
int command_questionnaire_drop(struct run *run, struct error *err);
int command_questionnaire_retire(struct run *run, struct error *err);
int command_questionnaire_restore(struct run *run, struct error *err);
int command_import_answers(struct run *run, struct error *err);
int command_export_answers(struct run *run, struct error *err);
int command_export_codebook(struct run *run, struct error *err);
int command_import_undo(struct run *run, struct error *err);
int command_list_units(struct run *run, struct error *err);
int command_list_indicators(struct run *run, struct error *err);
int command_list_services(struct run *run, struct error *err);
int command_list_imports(struct run *run, struct error *err);
int command_list_acts(struct run *run, struct error *err);
int command_list_persons(struct run *run, struct error *err);
int command_list_flags(struct run *run, struct error *err);
int command_values(struct run *run, struct error *err);
int command_rank(struct run *run, struct error *err);
int command_profile(struct run *run, struct error *err);
int command_trend(struct run *run, struct error *err);
int command_indicator_show(struct run *run, struct error *err);
int command_indicator_new(struct run *run, struct error *err);
int command_indicator_set(struct run *run, struct error *err);
int command_indicator_name(struct run *run, struct error *err);
int command_indicator_release(struct run *run, struct error *err);
int command_indicator_retire(struct run *run, struct error *err);
int command_indicator_restore(struct run *run, struct error *err);
int command_group_list(struct run *run, struct error *err);
int command_group_add(struct run *run, struct error *err);
int command_group_remove(struct run *run, struct error *err);
/* Of a comparison group; group restore tries exchange groups first. */
int command_comparison_restore(struct run *run, struct error *err);
int command_person_set(struct run *run, struct error *err);
int command_person_retire(struct run *run, struct error *err);
int command_person_restore(struct run *run, struct error *err);
int command_settings_show(struct run *run, struct error *err);
int command_settings_set(struct run *run, struct error *err);
int command_office_show(struct run *run, struct error *err);
int command_office_set(struct run *run, struct error *err);
/* reports.c */
int command_report_survey(struct run *run, struct error *err);
/* tabulate.c */
int command_tabulate(struct run *run, struct error *err);
/* print.c */
int command_print_questionnaire(struct run *run, struct error *err);
int command_print_batch(struct run *run, struct error *err);
int command_print_second(struct run *run, struct error *err);
int command_print_differences(struct run *run, struct error *err);
int command_print_protocol(struct run *run, struct error *err);
int command_completion(struct run *run, struct error *err);

#endif
