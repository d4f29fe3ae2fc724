/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Commands on tasks, money, risks, steps of adoption and remarks: functions of the table. */
#ifndef COMMANDS_TASK_COMMANDS_H
#define COMMANDS_TASK_COMMANDS_H

struct run;
struct error;

/* tasks.c */
int command_list_tasks(struct run *run, struct error *err);
int command_task_new(struct run *run, struct error *err);
int command_task_set(struct run *run, struct error *err);
int command_task_move(struct run *run, struct error *err);
int command_task_money(struct run *run, struct error *err);
int command_task_retire(struct run *run, struct error *err);
int command_task_restore(struct run *run, struct error *err);
int command_money_sums(struct run *run, struct error *err);

/* deleted_lines.c */
int command_list_deleted(struct run *run, struct error *err);
int command_line_restore(struct run *run, struct error *err);

/* strategy_lines.c */
int command_list_risks(struct run *run, struct error *err);
int command_list_steps(struct run *run, struct error *err);
int command_list_remarks(struct run *run, struct error *err);
int command_risk(struct run *run, struct error *err);
int command_step(struct run *run, struct error *err);
int command_remark(struct run *run, struct error *err);
int command_step_usual(struct run *run, struct error *err);
int command_strategy_rules(struct run *run, struct error *err);

#endif
