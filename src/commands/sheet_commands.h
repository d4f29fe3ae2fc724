/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The functions of the table of commands that work on figures of members. */
#ifndef COMMANDS_SHEET_COMMANDS_H
#define COMMANDS_SHEET_COMMANDS_H

struct run;
struct error;

/* sheets.c; import.c */
int command_sheet_new(struct run *run, struct error *err);
int command_sheet_change(struct run *run, struct error *err);
int command_sheet_delete(struct run *run, struct error *err);
int command_sheet_line(struct run *run, struct error *err);
int command_sheet_show(struct run *run, struct error *err);
int command_sheet_export(struct run *run, struct error *err);
int command_sheet_import(struct run *run, struct error *err);
int command_sheet_state(struct run *run, struct error *err);
int command_sheet_ask(struct run *run, struct error *err);
int command_sheet_answer(struct run *run, struct error *err);
int command_list_sheets(struct run *run, struct error *err);
int command_figure_set(struct run *run, struct error *err);
int command_figure_history(struct run *run, struct error *err);
/* decisions.c */
/* --cases and --department, NULL = not given; words that no totals have are refused. */
int run_decision_words(
	struct run *run, const char **cases, const char **department, struct error *err);
int command_decision_set(struct run *run, struct error *err);
int command_decision_retire(struct run *run, struct error *err);
int command_decision_restore(struct run *run, struct error *err);
int command_list_decisions(struct run *run, struct error *err);
int command_organisation_set(struct run *run, struct error *err);
int command_organisation_retire(struct run *run, struct error *err);
int command_organisation_restore(struct run *run, struct error *err);
int command_list_organisations(struct run *run, struct error *err);

#endif
