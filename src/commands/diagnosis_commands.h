/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Commands of the diagnosis of a unit. */
#ifndef COMMANDS_DIAGNOSIS_COMMANDS_H
#define COMMANDS_DIAGNOSIS_COMMANDS_H

struct run;
struct error;

int command_diagnose(struct run *run, struct error *err);
int command_list_areas(struct run *run, struct error *err);
int command_group_rule(struct run *run, struct error *err);
int command_list_problems(struct run *run, struct error *err);

#endif
