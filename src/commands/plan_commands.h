/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Commands on what groups compare and take home: functions of the table. */
#ifndef COMMANDS_PLAN_COMMANDS_H
#define COMMANDS_PLAN_COMMANDS_H

#include <stddef.h>
#include <stdint.h>

struct run;
struct error;

/* compare_group.c */
int command_compare_group(struct run *run, struct error *err);
int command_compare_choose(struct run *run, struct error *err);
/* conclusions.c */
/* Of a new one: the unit of the first operand, --group and what that group is about. */
int plan_command_whose(
	struct run *run, int *slot, int64_t *group, char *service, size_t size, struct error *err);
int command_list_conclusions(struct run *run, struct error *err);
int command_conclusion_new(struct run *run, struct error *err);
int command_conclusion_set(struct run *run, struct error *err);
int command_conclusion_evidence(struct run *run, struct error *err);
int command_conclusion_retire(struct run *run, struct error *err);
int command_conclusion_restore(struct run *run, struct error *err);
/* closing_notes.c */
int command_list_closing(struct run *run, struct error *err);
int command_closing_new(struct run *run, struct error *err);
int command_closing_set(struct run *run, struct error *err);
int command_closing_retire(struct run *run, struct error *err);
int command_closing_restore(struct run *run, struct error *err);
/* plans.c */
int command_list_plans(struct run *run, struct error *err);
int command_plan_new(struct run *run, struct error *err);
int command_plan_set(struct run *run, struct error *err);
int command_plan_actions(struct run *run, struct error *err);
int command_plan_action(struct run *run, struct error *err);
int command_plan_gather(struct run *run, struct error *err);
int command_plan_result(struct run *run, struct error *err);
int command_plan_retire(struct run *run, struct error *err);
int command_plan_restore(struct run *run, struct error *err);
/* reports.c */
int command_report_group(struct run *run, struct error *err);
int command_report_practice(struct run *run, struct error *err);
int command_report_member(struct run *run, struct error *err);
int command_report_coordinator(struct run *run, struct error *err);

#endif
