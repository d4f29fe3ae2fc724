/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Commands on meetings of exchange groups: functions of the table. */
#ifndef COMMANDS_MEETING_COMMANDS_H
#define COMMANDS_MEETING_COMMANDS_H

struct run;
struct error;

/* meetings.c */
int command_list_meetings(struct run *run, struct error *err);
int command_meeting_add(struct run *run, struct error *err);
int command_meeting_change(struct run *run, struct error *err);
int command_meeting_state(struct run *run, struct error *err);
int command_meeting_cancel(struct run *run, struct error *err);
int command_meeting_attendance(struct run *run, struct error *err);
/* meeting_files.c */
int command_export_calendar(struct run *run, struct error *err);
int command_print_invitation(struct run *run, struct error *err);
int command_print_attendance(struct run *run, struct error *err);
int command_print_certificates(struct run *run, struct error *err);

#endif
