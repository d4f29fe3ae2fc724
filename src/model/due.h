/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is due in exchange groups: the next meetings and those that nobody marked as held, homework,
 * data sheets, those handed in that wait to be verified, actions of adopted improvement plans,
 * minutes that are to be sent or that wait for remarks; and in strategies: figures of a year from
 * offices, measures, recommendations, tasks that end, steps of adoption, the report of the last
 * full year (31 May, round_state_report_day()) and rounds that wait for approval alone. */
#ifndef MODEL_DUE_H
#define MODEL_DUE_H

#include "base/arena.h"
#include "base/date.h"
#include "model/strategies/target_status.h"
#include "model/units/unit.h"
#include "store/db.h"

enum due_kind { DUE_MEETING, DUE_HOMEWORK, DUE_SHEET, DUE_REMARKS, DUE_ROUND, DUE_MEASURE,
	DUE_RECOMMENDATION, DUE_TASK, DUE_STEP, DUE_REPORT, DUE_ACTION, DUE_MINUTES, DUE_RETURNS };

struct due_item { /* texts in the arena, never NULL */
	enum due_kind kind;
	const char *on;         /* day, of a meeting with its hour; "" = no day was set; of
	                           returns the day since when the first one waits */
	bool overdue;
	int64_t group, meeting; /* meeting 0 = none */
	int64_t id;             /* of the homework, the sheet, the minutes, the plan, the meeting;
	                           of minutes that were not sent it is the meeting */
	const char *group_code;
	const char *text;       /* title of the meeting or its stage, the homework itself */
	int number;             /* of the meeting in its group, of the action in its plan */
	int slot;               /* who owes it, where it is held; NO_SLOT = nobody alone */
	int year, missing, of;  /* of a sheet, a round: members, offices that owe it, of how many;
	                           of returns missing = how many wait;
	                           of a report missing 0 = all offices have delivered */
	bool unbegun;           /* of a task: it should have begun that day */
	int queried;            /* of a sheet: members that were asked about what they handed in */
	int64_t strategy;       /* 0 = none; group_code is its code then */
};

/* How far the lists look ahead and back, in days. */
enum { DUE_AHEAD = 60, DUE_SOON = 14, DUE_BACK = 365 };

/* In order of days, those without one last. slot: whose homework and sheets; NO_SLOT = all
 * members'. Homework that is due later than DUE_AHEAD, and actions and sheets later than DUE_SOON
 * (but for those to be explained) are left out, and so are actions and minutes that were due more
 * than DUE_BACK ago. Minutes are to be sent DUE_SOON after a meeting that was held, and returns
 * verified, by the office that keeps the meeting and the sheet alone. */
int due_list(struct db *db, struct date today, int slot, struct arena *arena,
	struct due_item **list, int *count, struct error *err);

struct due_summary {
	int overdue;                  /* homework */
	int sheets;                   /* missing, to be explained, waiting to be verified here */
	int minutes;                  /* that should have been sent */
	int strategies;               /* what is overdue of strategies */
	/* Strategies in force in the year: of the slot's unit, led by it or by another one; of
	 * NO_SLOT all. */
	int64_t *in_force;
	int in_force_count, year;     /* the last full one */
	struct due_item *meetings;    /* the next two */
	int meeting_count;
};
/* A few indexed questions, for the first screen. */
int due_summary(struct db *db, struct date today, int slot, struct arena *arena,
	struct due_summary *out, struct error *err);
/* Strategies that are in force in the last full year alone, in order of their codes. */
int due_in_force(struct db *db, struct date today, int slot, struct arena *arena,
	struct due_summary *out, struct error *err);
/* How many indicators of the strategies in force have which status (enum target_state) at the end
 * of the summary's year: 1 ms for 24 indicators, 4 ms for 300. */
int due_course_load(struct db *db, const struct unit_table *units, const struct due_summary *due,
	int counts[TARGET_WORDS], struct error *err);
/* "12.03.2027 10:00", "12.03.2027", "" where no day was set. Returns dst. */
char *due_when(const struct due_item *item, char *dst, size_t size);

#endif
