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
/* strategy_files.c */
int command_export_strategy(struct run *run, struct error *err);

#endif
