/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Minutes of one meeting on the screen. For the screens of minutes alone. */
#ifndef SCREENS_MINUTES_VIEW_H
#define SCREENS_MINUTES_VIEW_H

#include "model/meetings/meeting.h"
#include "model/minutes/minutes.h"
#include "screens/minutes/room.h"

struct minutes_view {
	struct list_screen base;
	struct of_meeting of;
	struct meeting meeting;
	struct minutes minutes;
	struct minutes_version *rows; /* the newest first */
	char office[160];             /* whose minutes, where another office keeps them */
	int versions;                 /* number of the newest that was shown */
};

/* Whether the person may write and has the role; says why not. */
bool minutes_may(struct screens *s, enum person_role role);
/* Sending, taking back, approving, case mark, and the answers to what is asked there. */
int minutes_approval_act(
	struct screens *s, struct minutes_view *v, int action, const struct event *event);
/* Two texts line by line: "+" before what is new, "-" before what is gone. */
void minutes_differences_open(
	struct screens *s, const char *title, const char *before, const char *after);
/* The same as a text, in the arena; "" = they are the same. */
const char *minutes_differences(const char *before, const char *after, struct arena *arena);
/* A file that was edited outside: shows what it changes, and takes it when the person says so. */
void minutes_take_open(struct screens *s, int64_t meeting, const char *path);

#endif
