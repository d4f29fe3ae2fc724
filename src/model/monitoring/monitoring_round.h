/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A year of a strategy's monitoring: the state as of 31 December, asked of the offices until a day,
 * frozen when the report is approved (model/monitoring/round_freeze.h). */
#ifndef MODEL_MONITORING_ROUND_H
#define MODEL_MONITORING_ROUND_H

#include "base/arena.h"
#include "base/date.h"
#include "model/kept.h"

struct monitoring_round {
	int64_t id, rev; /* id 0 = new */
	char uid[33];
	int64_t strategy;
	int year;
	char opened_on[12], due_on[12];
	char summary[2048];                   /* opening words of the report; paragraphs by \n */
	char approved_on[12], approved_by[160]; /* "" = not approved; approved_by: a function */
	/* Read only. */
	char strategy_code[33], strategy_name[256];
	int slot;                             /* the strategy's unit */
	int offices, delivered;               /* asked; that have delivered */
	int deviations, measures;             /* written down; with a measure not done yet */
};

/* Fields that errors name; a form of fields follows this order. */
enum round_field { ROUND_FIELD_YEAR = 1, ROUND_FIELD_OPENED, ROUND_FIELD_DUE, ROUND_FIELD_SUMMARY };

/* Newest year first; strategy 0 = of all that are in use. */
int round_list(struct db *db, int64_t strategy, struct arena *arena, struct monitoring_round **list,
	int *count, struct error *err);
int round_load(struct db *db, int64_t id, struct monitoring_round *out, struct error *err);
/* id 0 and no failure where the strategy has no round of the year. */
int round_find(struct db *db, int64_t strategy, int year, struct monitoring_round *out,
	struct error *err);
/* The year that is worked on: the newest that was begun and is not approved; 0 = none. */
int round_year_open(struct db *db, int64_t strategy, int *year, struct error *err);
/* A new one asks every office that keys an indicator of the strategy or has a task. opened_on "":
 * today; due_on "": 31 March after the year. Refused: a year outside the strategy's, a year that
 * is not over, a second round of the year, a day that is none, an approved round, a rev that is
 * not the one read. */
int round_save(struct db *db, struct monitoring_round *round, struct error *err);
/* Only one in which nothing is written down: no day or note of an office, no cause or measure, no
 * opening words. */
int round_remove(struct db *db, const struct monitoring_round *round, struct error *err);

/* ---- offices ---- */
struct round_delivery { /* texts in the arena, never NULL */
	const char *office; /* "" = targets and tasks that name none */
	const char *sent_on, *delivered_on; /* "" = not yet */
	const char *note; /* KEPT_LINES_SIZE (model/kept.h) */
	bool late;          /* not delivered and the day is over */
};
/* By office, in Polish order; offices that were named since are among them. */
int round_deliveries(struct db *db, const struct monitoring_round *round, struct arena *arena,
	struct round_delivery **list, int *count, struct error *err);
enum delivery_field { DELIVERY_FIELD_SENT = 1, DELIVERY_FIELD_DELIVERED, DELIVERY_FIELD_NOTE };
/* rev: of the round as it was read; raised. Refused: an office that the round does not ask, a
 * day to come, delivered before the sheet was sent. */
int round_delivery_save(struct db *db, struct monitoring_round *round,
	const struct round_delivery *delivery, struct error *err);
/* Inside db_write: the office has delivered that day; what else was noted stays. */
int round_delivered(struct db *db, const struct monitoring_round *round, const char *office,
	const char *day, struct error *err);
/* Inside db_write: the round is as it was read and not approved; its rev is raised. */
int round_touch(struct db *db, struct monitoring_round *round, struct error *err);

/* ---- days ---- */
enum { STATE_REPORT_MONTH = 5, STATE_REPORT_DAY = 31 };
/* The day by which the executive lays the report on the state of the unit before the council: 31
 * May of the year after. Art. 28aa u.s.g., 30a u.s.p., 34a u.s.w. */
struct date round_state_report_day(int year);

#endif
