/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Commands on strategies: functions of the table. */
#ifndef COMMANDS_STRATEGY_COMMANDS_H
#define COMMANDS_STRATEGY_COMMANDS_H

struct run;
struct strategy;
struct error;

/* strategies.c */
/* The strategy with this code; a deleted one is refused. */
int run_strategy(struct run *run, const char *code, struct strategy *out, struct error *err);
int command_list_strategies(struct run *run, struct error *err);
int command_list_goals(struct run *run, struct error *err);
int command_list_targets(struct run *run, struct error *err);
int command_status(struct run *run, struct error *err);
/* strategy_changes.c */
int command_strategy_new(struct run *run, struct error *err);
int command_strategy_set(struct run *run, struct error *err);
int command_strategy_show(struct run *run, struct error *err);
int command_strategy_units(struct run *run, struct error *err);
int command_strategy_retire(struct run *run, struct error *err);
int command_strategy_restore(struct run *run, struct error *err);
/* strategy_history.c */
struct given_why { /* resolution=, changed_on= and reason= of a change */
	char resolution[128], reason[512], changed_on[12];
};
/* Operands from the given one on. */
int given_why(struct run *run, int first, struct given_why *given, struct error *err);
int command_list_changes(struct run *run, struct error *err);
/* goals.c */
int command_goal_new(struct run *run, struct error *err);
int command_goal_set(struct run *run, struct error *err);
int command_goal_move(struct run *run, struct error *err);
int command_goal_retire(struct run *run, struct error *err);
int command_goal_restore(struct run *run, struct error *err);
/* targets.c */
int command_target_new(struct run *run, struct error *err);
int command_target_set(struct run *run, struct error *err);
int command_target_move(struct run *run, struct error *err);
int command_target_retire(struct run *run, struct error *err);
int command_target_restore(struct run *run, struct error *err);
int command_reading_set(struct run *run, struct error *err);
/* strategy_files.c */
int command_export_strategy(struct run *run, struct error *err);

#endif
