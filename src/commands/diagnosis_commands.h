/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Commands of the diagnosis of a unit. */
#ifndef COMMANDS_DIAGNOSIS_COMMANDS_H
#define COMMANDS_DIAGNOSIS_COMMANDS_H

struct run;
struct error;
struct diagnosis;

/* What the options ask; without them five years against the voivodeship. */
int diagnosis_question(struct run *run, struct diagnosis *d, struct error *err);

int command_diagnose(struct run *run, struct error *err);
int command_list_areas(struct run *run, struct error *err);
int command_group_rule(struct run *run, struct error *err);
int command_list_problems(struct run *run, struct error *err);
/* problems.c */
int command_finding_confirm(struct run *run, struct error *err);
int command_finding_reject(struct run *run, struct error *err);
int command_finding_take(struct run *run, struct error *err);
int command_list_findings(struct run *run, struct error *err);
int command_finding_withdraw(struct run *run, struct error *err);
int command_problem_new(struct run *run, struct error *err);
int command_problem_set(struct run *run, struct error *err);
int command_problem_link(struct run *run, struct error *err);
int command_problem_evidence(struct run *run, struct error *err);
int command_problem_retire(struct run *run, struct error *err);
int command_problem_restore(struct run *run, struct error *err);

#endif
