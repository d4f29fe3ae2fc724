/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Commands on meetings of exchange groups: functions of the table. */
#ifndef COMMANDS_MEETING_COMMANDS_H
#define COMMANDS_MEETING_COMMANDS_H

#include <stdint.h>

struct run;
struct error;
struct meeting;
struct participant;

/* The group's meeting of this number; 0 = none (0). */
int meeting_of_group(
	struct run *run, int64_t group, int number, int64_t *meeting, struct error *err);
/* The meeting whose number, as list meetings prints it first, is the first operand. */
int meeting_operand(struct run *run, struct meeting *m, struct error *err);
/* By the whole name, however its letters are written, or by the unit where it sends one person. */
int meeting_person(struct run *run, const struct meeting *m, const char *who,
	struct participant *out, struct error *err);

/* meetings.c */
int command_list_meetings(struct run *run, struct error *err);
int command_meeting_add(struct run *run, struct error *err);
int command_meeting_change(struct run *run, struct error *err);
int command_meeting_state(struct run *run, struct error *err);
int command_meeting_cancel(struct run *run, struct error *err);
int command_meeting_retire(struct run *run, struct error *err);
int command_meeting_renumber(struct run *run, struct error *err);
int command_meeting_restore(struct run *run, struct error *err);
int command_meeting_attendance(struct run *run, struct error *err);
/* meeting_lines.c */
int command_meeting_invite(struct run *run, struct error *err);
int command_meeting_person(struct run *run, struct error *err);
int command_meeting_remove(struct run *run, struct error *err);
int command_meeting_answer(struct run *run, struct error *err);
int command_meeting_tick(struct run *run, struct error *err);
/* meeting_agenda.c */
int command_meeting_agenda(struct run *run, struct error *err);
int command_meeting_item(struct run *run, struct error *err);
int command_meeting_note(struct run *run, struct error *err);
int command_meeting_agree(struct run *run, struct error *err);
int command_meeting_agreements(struct run *run, struct error *err);
int command_meeting_agreement(struct run *run, struct error *err);
/* meeting_files.c */
int command_export_calendar(struct run *run, struct error *err);
int command_print_invitation(struct run *run, struct error *err);
int command_print_attendance(struct run *run, struct error *err);
int command_print_certificates(struct run *run, struct error *err);

#endif
