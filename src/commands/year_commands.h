/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Commands on a strategy's year: functions of the table. */
#ifndef COMMANDS_YEAR_COMMANDS_H
#define COMMANDS_YEAR_COMMANDS_H

#include "model/monitoring/round_state.h"

struct run;

/* rounds_list.c */
/* The strategy of the first operand in the year of --year, or of the last full one. */
int year_command_state(struct run *run, struct round_state *out, struct error *err);
int command_list_rounds(struct run *run, struct error *err);
int command_list_missing(struct run *run, struct error *err);
int command_list_deviations(struct run *run, struct error *err);
int command_report_strategy(struct run *run, struct error *err);
/* rounds.c */
int command_round_open(struct run *run, struct error *err);
int command_round_set(struct run *run, struct error *err);
int command_round_deliver(struct run *run, struct error *err);
int command_round_explain(struct run *run, struct error *err);
int command_round_approve(struct run *run, struct error *err);
int command_round_correct(struct run *run, struct error *err);
int command_round_remove(struct run *run, struct error *err);
/* rounds_sheet.c */
int command_round_sheet(struct run *run, struct error *err);
int command_round_take(struct run *run, struct error *err);
/* evaluations.c */
int command_list_evaluations(struct run *run, struct error *err);
int command_list_recommendations(struct run *run, struct error *err);
int command_evaluation_new(struct run *run, struct error *err);
int command_evaluation_set(struct run *run, struct error *err);
int command_evaluation_question(struct run *run, struct error *err);
int command_evaluation_evidence(struct run *run, struct error *err);
int command_evaluation_recommend(struct run *run, struct error *err);
int command_evaluation_retire(struct run *run, struct error *err);
int command_evaluation_restore(struct run *run, struct error *err);
int command_report_evaluation(struct run *run, struct error *err);

#endif
