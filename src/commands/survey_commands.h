/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The functions of the table of commands that work on surveys, forms and results. */
#ifndef COMMANDS_SURVEY_COMMANDS_H
#define COMMANDS_SURVEY_COMMANDS_H

struct run;
struct error;

/* surveys.c, batches.c, operators.c */
int command_survey_add(struct run *run, struct error *err);
int command_survey_change(struct run *run, struct error *err);
int command_survey_retire(struct run *run, struct error *err);
int command_list_surveys(struct run *run, struct error *err);
int command_wave_add(struct run *run, struct error *err);
int command_wave_change(struct run *run, struct error *err);
int command_wave_show(struct run *run, struct error *err);
int command_wave_close(struct run *run, struct error *err);
int command_wave_reopen(struct run *run, struct error *err);
int command_wave_lift(struct run *run, struct error *err);
int command_wave_enforce(struct run *run, struct error *err);
int command_wave_retire(struct run *run, struct error *err);
int command_wave_erase(struct run *run, struct error *err);
int command_list_waves(struct run *run, struct error *err);
int command_list_due(struct run *run, struct error *err);
int command_batch_add(struct run *run, struct error *err);
int command_batch_change(struct run *run, struct error *err);
int command_batch_close(struct run *run, struct error *err);
int command_batch_reopen(struct run *run, struct error *err);
int command_list_batches(struct run *run, struct error *err);
int command_list_forms(struct run *run, struct error *err);
int command_operator_add(struct run *run, struct error *err);
int command_operator_change(struct run *run, struct error *err);
int command_operator_erase(struct run *run, struct error *err);
int command_list_operators(struct run *run, struct error *err);
/* quality.c */
int command_verify_report(struct run *run, struct error *err);
int command_operators(struct run *run, struct error *err);
int command_list_differences(struct run *run, struct error *err);
int command_difference_settle(struct run *run, struct error *err);
int command_difference_reopen(struct run *run, struct error *err);
int command_publish(struct run *run, struct error *err);
int command_retract(struct run *run, struct error *err);
int command_list_published(struct run *run, struct error *err);
int command_compare(struct run *run, struct error *err);
int command_services(struct run *run, struct error *err);
int command_potential(struct run *run, struct error *err);
/* weights.c */
int command_weights_show(struct run *run, struct error *err);
int command_weights_margins(struct run *run, struct error *err);
int command_weights_import(struct run *run, struct error *err);
int command_weights_population(struct run *run, struct error *err);
int command_weights_cap(struct run *run, struct error *err);
int command_weights_drop(struct run *run, struct error *err);

#endif
