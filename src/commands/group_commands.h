/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The functions of the table of commands that work on exchange groups and their people. */
#ifndef COMMANDS_GROUP_COMMANDS_H
#define COMMANDS_GROUP_COMMANDS_H

#include "model/groups/exchange_group.h"

struct run;

/* exchange_groups.c */
/* The exchange group whose code is the first operand. */
int group_operand(struct run *run, struct exchange_group *g, struct error *err);
/* What is unusual in it, a line each. */
int group_say_warnings(struct run *run, const struct exchange_group *g, struct error *err);
int group_kind_given(const char *word, enum exchange_kind *out, struct error *err);
int command_list_exchange_groups(struct run *run, struct error *err);
int command_exchange_add(struct run *run, struct error *err); /* group add with --kind */
int command_group_change(struct run *run, struct error *err);
int command_group_show(struct run *run, struct error *err);
int command_group_retire(struct run *run, struct error *err);
int command_group_restore(struct run *run, struct error *err);
int command_group_calendar(struct run *run, struct error *err);
int command_group_schedule(struct run *run, struct error *err);
/* group_members.c */
int command_group_member(struct run *run, struct error *err);
/* stages.c */
int command_list_stages(struct run *run, struct error *err);
int command_stage_set(struct run *run, struct error *err);
int command_stage_agenda(struct run *run, struct error *err);
int command_stage_item(struct run *run, struct error *err);
int command_group_stages(struct run *run, struct error *err);
int command_group_stage(struct run *run, struct error *err);
int command_group_agenda(struct run *run, struct error *err);
int command_group_item(struct run *run, struct error *err);
int command_group_periods(struct run *run, struct error *err);
/* winters.c */
int command_list_winter(struct run *run, struct error *err);
int command_winter_set(struct run *run, struct error *err);
int command_winter_remove(struct run *run, struct error *err);
/* contacts.c */
int command_list_contacts(struct run *run, struct error *err);
int command_contact_add(struct run *run, struct error *err);
int command_contact_change(struct run *run, struct error *err);
int command_group_person(struct run *run, struct error *err);
int command_person_show(struct run *run, struct error *err);
int command_person_erase(struct run *run, struct error *err);

#endif
