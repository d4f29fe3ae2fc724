/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The agenda of a meeting: what, who speaks, how long; hours follow from where it begins. */
#ifndef MODEL_AGENDA_H
#define MODEL_AGENDA_H

#include "model/meetings/meeting.h"

enum agenda_field {
	AGENDA_FIELD_TITLE = 1,
	AGENDA_FIELD_SPEAKER,
	AGENDA_FIELD_MINUTES,
	AGENDA_FIELD_DAY
};

struct agenda_item {
	int64_t id, meeting;
	int position; /* 1, 2, …; 0 = at the end of its day */
	int day;      /* 1, 2, … */
	char title[200], speaker[128];
	int minutes;
	int start; /* minutes since midnight, computed; the day's first item begins the day */
	const char *notes; /* in the arena of agenda_list(), NULL elsewhere */
	int64_t seen;      /* what it said when it was read, for ERROR_CONFLICT */
	int64_t whole;     /* the same with its notes, which are saved by themselves */
};

/* From when to when a day of the meeting lasts, in minutes since midnight. Each lasts from the
 * first hour to the last one; where the meeting ends at an earlier hour than it begins, the days
 * before the last one last until six in the evening, and those after the first begin at nine. */
struct agenda_hours {
	int begin, end;
};
struct agenda_hours agenda_hours(const struct meeting *m, int day);
/* In their order, with hours. */
int agenda_list(struct db *db, int64_t meeting, struct arena *arena, struct agenda_item **list,
	int *count, struct error *err);
int agenda_load(struct db *db, int64_t id, struct agenda_item *out, struct error *err);
int agenda_save(struct db *db, struct agenda_item *item, struct error *err);
/* As it was read: whole is checked. Its agreements, homework and documents stay with the
 * meeting. */
int agenda_delete(struct db *db, int64_t id, int64_t whole, struct error *err);
/* One place up (-1) or down (+1); over the end of a day into the next one. 1 = it moved, 0 = it
 * stands at the end. */
int agenda_move(struct db *db, int64_t id, int by, struct error *err);
/* Longer or shorter, never below 5 minutes by this. */
int agenda_lengthen(struct db *db, int64_t id, int by, struct error *err);
/* Replaces the whole agenda by that of the meeting's stage, open homework first. Refused when
 * notes or agreements hang on its items. */
int agenda_from_stage(struct db *db, int64_t meeting, struct error *err);

int agenda_notes_save(
	struct db *db, int64_t id, const char *former, const char *notes, struct error *err);

/* Whether its first item is the state of homework, as templates of later meetings have it. */
bool agenda_begins_with_homework(const struct agenda_item *list, int count);

struct agenda_sum { /* of one day */
	int minutes;
	int end;   /* minutes since midnight */
	int spare; /* until the end of the day: below 0 it runs over */
};
struct agenda_sum agenda_sum(
	const struct meeting *m, const struct agenda_item *list, int count, int day);
/* 630 = "10:30", 1455 = "00:15+1". Returns dst. */
char *agenda_clock(char *dst, size_t size, int minutes);
/* For papers: "00:15 (the next day)". */
char *agenda_hour(char *dst, size_t size, int minutes);
/* "13.03.2027", "Day 2, 13.03.2027" of a meeting that starts then (2027-03-12, also with an hour
 * behind it). In the arena. */
const char *agenda_day_date(struct arena *arena, const char *starts_at, int day);
const char *agenda_day_heading(struct arena *arena, const char *starts_at, int day);

/* Inside the write that changes a meeting: refuses a last day before that of an item, which no
 * document would show. */
int agenda_check_days(struct db *db, const struct meeting *m, struct error *err);
/* Inside the write that makes a meeting. */
int agenda_make(struct db *db, int64_t meeting, struct error *err);
/* Inside the write that gives homework at the meeting (0 = today): it stands first on the agenda of
 * the group's next meeting, unless people have been invited to that with its hours. */
int agenda_await_homework(struct db *db, int64_t group, int64_t meeting, struct error *err);

#endif
