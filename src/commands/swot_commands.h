/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Commands on SWOT analyses and ballots: functions of the table. */
#ifndef COMMANDS_SWOT_COMMANDS_H
#define COMMANDS_SWOT_COMMANDS_H

struct run;
struct error;

/* swots.c */
int command_swot(struct run *run, struct error *err);
int command_swot_pairs(struct run *run, struct error *err);
int command_swot_position(struct run *run, struct error *err);
/* swot_changes.c */
int command_swot_new(struct run *run, struct error *err);
int command_swot_set(struct run *run, struct error *err);
int command_swot_factor(struct run *run, struct error *err);
int command_swot_weights(struct run *run, struct error *err);
int command_swot_evidence(struct run *run, struct error *err);
int command_swot_take(struct run *run, struct error *err);
int command_swot_pair(struct run *run, struct error *err);
int command_swot_retire(struct run *run, struct error *err);
int command_swot_restore(struct run *run, struct error *err);
/* ballots.c */
int command_list_ballots(struct run *run, struct error *err);
int command_ballot_open(struct run *run, struct error *err);
int command_ballot_set(struct run *run, struct error *err);
int command_ballot_card(struct run *run, struct error *err);
int command_ballot_vote(struct run *run, struct error *err);
int command_ballot_close(struct run *run, struct error *err);
int command_ballot_result(struct run *run, struct error *err);
int command_ballot_print(struct run *run, struct error *err);
int command_ballot_retire(struct run *run, struct error *err);
int command_ballot_restore(struct run *run, struct error *err);

#endif
