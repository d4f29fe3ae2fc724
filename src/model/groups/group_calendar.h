/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When groups can meet: Polish public holidays, winter holidays of schools, hosts in their turn,
 * and a calendar proposed for the whole cycle of a group.
 * Holidays: the act of 18 January 1951 on days free of work with its changes (Epiphany since 2011,
 * Christmas Eve since 2025). Easter: the Gregorian computus in the form printed anonymously in
 * Nature, 20 April 1876 (also J. Meeus, Astronomical Algorithms, chapter 8). */
#ifndef MODEL_GROUP_CALENDAR_H
#define MODEL_GROUP_CALENDAR_H

#include "base/arena.h"
#include "base/date.h"
#include "model/groups/exchange_group.h"
#include "store/db.h"

struct date easter_sunday(int year); /* years from 1583 */
/* Translated name of the public holiday that falls on the day; NULL = none. Sundays are none. */
const char *holiday_name(struct date d);
int date_weekday(struct date d);     /* 0 = Monday … 6 = Sunday */

/* ---- winter holidays of schools ---- */

enum winter_field { WINTER_FIELD_VOIVODESHIP = 1, WINTER_FIELD_FIRST, WINTER_FIELD_LAST,
	WINTER_FIELD_SOURCE };
struct winter_break {
	char voivodeship[3];        /* code */
	char first_on[12], last_on[12];
	char source[128];
};
/* "Warmińsko-mazurskie" of "28", also where the register has not been imported yet; "" = none. */
const char *voivodeship_name(const char *code);
/* The newest first; voivodeship NULL = all. */
int winter_break_list(struct db *db, const char *voivodeship, struct arena *arena,
	struct winter_break **list, int *count, struct error *err);
/* former: what it takes the place of; NULL = a new one. */
int winter_break_save(struct db *db, const struct winter_break *former,
	const struct winter_break *b, struct error *err);
int winter_break_remove(struct db *db, const struct winter_break *b, struct error *err);

/* Holidays and winter breaks of a stretch of days, for calendars: asked once, then day by day. */
struct free_days {
	struct winter_break *breaks;
	int count;
};
int free_days_load(struct db *db, struct arena *arena, struct free_days *out, struct error *err);
/* Why nobody should meet on the day: a holiday, a weekend, a winter break of one of the
 * voivodeships (codes, NULL-ended; NULL = of any). NULL = nothing against it. Lies in the arena. */
const char *free_days_reason(const struct free_days *f, struct date d,
	const char *const *voivodeships, struct arena *arena);

/* ---- hosts ---- */

struct host_turn {
	struct exchange_member member;
	int hosted;                 /* meetings held there */
	int planned;                /* and planned */
	const char *last_on;        /* of the meetings held, "" = never */
	int turn;                   /* 1 = the next host */
};
/* Present members as hosts, and who joins later and has a meeting already. The next one first: who
 * has hosted or will host least, longest ago; then the order that was agreed. later: those too who
 * join later, for days to come. */
int host_turn_list(struct db *db, int64_t group, bool later, struct arena *arena,
	struct host_turn **list, int *count, struct error *err);

/* Who else of the members has the turn that was agreed with m, as a sentence with both names in the
 * arena; NULL = nobody, or m has no turn. */
const char *host_turn_shared(const struct exchange_member *list, int count,
	const struct exchange_member *m, const struct unit_table *units, struct arena *arena);
/* Whether a meeting that begins on the day can be there: its host is a member then. */
bool host_turn_on(const struct host_turn *turn, const char *day);

/* ---- the cycle's calendar ---- */

struct proposed_meeting {
	int stage;                  /* position */
	const char *stage_name;
	int days;
	char starts_on[12];         /* "" = no day of its period will do */
	int host;                   /* slot, NO_SLOT = nobody yet */
	const char *presentation;
	const char *remark;         /* translated: why the day is not the usual one; "" */
	bool there;                 /* the stage has its meeting already */
	const char *from_on, *to_on; /* the period of its stage, "" = none */
};
/* One meeting for each stage that has none, in its period, on a day from Tuesday to Thursday, off
 * holidays, off the days from 24 to 31 December and off the winter breaks of the members'
 * voivodeships, hosts in rotation. That is so of each of its days. Nothing is written. */
int group_calendar_propose(struct db *db, const struct exchange_group *g, struct arena *arena,
	struct proposed_meeting **list, int *count, struct error *err);
/* Hosts for all but kept meetings (NULL = none is kept): who has fewest of them, in turn, and
 * nobody twice running while there is somebody else. */
void group_calendar_hosts(struct proposed_meeting *list, int count, const bool *kept,
	const struct host_turn *turns, int turn_count, struct arena *arena);
/* "" = it has no day. Returns dst. */
char *group_calendar_last_day(char dst[12], const struct proposed_meeting *m);
/* Why nobody should meet on one of its days (free_days_reason), of several days with that day.
 * NULL = nothing against them. Lies in the arena. */
const char *group_calendar_against(const struct free_days *f, const char *const *voivodeships,
	const struct proposed_meeting *m, struct arena *arena);
/* Why the meeting cannot be on its days: the group has not begun or has ended. NULL = it can. */
const char *group_calendar_outside(
	const struct exchange_group *g, const struct proposed_meeting *m);
/* What speaks against the days of the meeting, though it can be then: they lie before or after the
 * period of its stage. With its sign; NULL = nothing. */
const char *group_calendar_beside(const struct proposed_meeting *m);
/* Makes the meetings of a proposal, from 10:00 to 15:00; all or none. ERROR_CONFLICT where a stage
 * got its meeting, or is another one, since the proposal was made. */
int group_calendar_take(struct db *db, int64_t group, const struct proposed_meeting *list,
	int count, struct error *err);
/* Codes of the voivodeships in which members lie, NULL-ended. */
int group_calendar_voivodeships(struct db *db, const struct exchange_group *g, struct arena *arena,
	const char ***codes, struct error *err);

#endif
