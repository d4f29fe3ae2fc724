/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a target is judged by: base, path, target, direction; and the judgement of its values. Pure:
 * numbers in, numbers out.
 *
 * Expected at a year: straight between base, path and target; the base before, the target after.
 * Of N the line leads from the base to the nearer end of the wanted interval (to the target where
 * one is given), and without a target year the interval is wanted from the year after the base on;
 * from a base within the interval no line leads anywhere, it is the interval that is expected. Of K
 * it is the base.
 * Progress: (x - base) / (expected - base), the share of the change that should have happened by
 * then; of N the same of the distances to the interval; of K 1 within the tolerance, outside
 * tolerance / |x - base|. Where no change was expected, standing still is 1, and a change the wrong
 * way is off course without a share.
 * Forecast: the newest value goes on by the pace of the last values from year to year, so that who
 * holds value, pace and target in hand counts the same year. */
#ifndef MODEL_TARGET_STATUS_H
#define MODEL_TARGET_STATUS_H

#include <stdbool.h>
#include <stddef.h>

enum target_state {
	TARGET_ACHIEVED,
	TARGET_ON_COURSE,
	TARGET_AT_RISK,
	TARGET_OFF_COURSE,
	TARGET_NO_DATA,
	TARGET_STATES,                    /* that are counted; the next ones are told apart */
	TARGET_NO_TARGET = TARGET_STATES, /* nothing is aimed at: context */
	TARGET_EARLY,                     /* the base year is not over: its time is to come */
	TARGET_WORDS
};
const char *target_state_name(enum target_state s);  /* in files: achieved, on_course … */
const char *target_state_label(enum target_state s); /* translated */
int target_state_from_name(const char *name);        /* -1 = unknown */
/* What N wants: "from -2 to 2", "at least 5", "at most 7"; "" = no end is said. Returns dst. */
char *target_interval_text(double low, double high, int decimals, char *dst, size_t size);

/* Why there is no status. */
enum target_doubt {
	DOUBT_NONE,
	DOUBT_NO_VALUE, /* none since the base year */
	DOUBT_EARLY,    /* the year asked is not after the base year */
	DOUBT_NO_BASE,
	DOUBT_NO_TARGET, /* context, or nothing said yet */
	DOUBT_NO_CARD,   /* the indicator is not known, or its import was undone */
	DOUBT_BREAK,     /* the series broke between the base and the value */
	DOUBT_TERRITORY, /* the unit was divided or merged since the base */
	DOUBT_LATER,     /* it came after the report of the year was approved */
	DOUBT_SAID_NONE, /* of the year asked it is said that there are no data (bd) */
	DOUBTS
};
const char *target_doubt_label(enum target_doubt d); /* translated, a few words; "" of none */
enum target_state target_state_doubted(enum target_doubt d); /* of any but DOUBT_NONE */

struct status_limits { /* shares of the expected change, 1 = all */
	double on_course, at_risk;
};
extern const struct status_limits status_limits_usual; /* 0.9 and 0.6 */

struct target_step { /* a value that stands for a year */
	int year;
	double value;
};

struct target_rule {    /* numbers NAN and years 0 = not said */
	char direction; /* S more, D less, N within low and high, K keep the base */
	double low, high, tolerance;
	int base_year, target_year;
	double base, target;
	const struct target_step *path; /* ascending, between base and target */
	int path_count;
};

/* NAN where base or target are not said, and of N whose base lies within the interval. */
double target_expected(const struct target_rule *rule, int year);
/* Whether a line leads from the base: not of N whose base lies within the interval. */
bool target_rule_leads(const struct target_rule *rule);
/* Whether the value alone reaches what is wanted; K: within the tolerance. */
bool target_reached(const struct target_rule *rule, double value);

struct target_judgement {
	enum target_state state;
	enum target_doubt doubt;
	int value_year;    /* of the newest value, at most the year asked; 0 = none */
	double value;      /* NAN = none */
	double expected;   /* in value_year, without one in the year asked; NAN = cannot be said */
	double progress;   /* 1 = as expected; NAN */
	int trend;         /* last change: 1 better, -1 worse, 0 the same or unknown */
	bool compared;     /* whether there were two values, so that 0 is the same */
	/* In which the value, going on at the pace, reaches the target; FORECAST_NEVER; 0 = reached
	 * already, nothing to reach, or fewer than three values. */
	int forecast_year;
	double pace; /* a year: the slope of least squares through the last three to five values;
	              * NAN without forecast_year; of an approved report not kept */
};
enum { FORECAST_NEVER = -1 }; /* at this pace, not within 50 years */
/* For tables: "2032", "not at this pace", or "". Returns dst. */
char *target_forecast_text(int forecast_year, char *dst, size_t size);
/* The last change in a word, translated: better, worse, the same; of K and N that are within
 * tolerance or interval now and were no farther before, "within its limits": what moves there is
 * neither. */
const char *target_trend_label(
	const struct target_rule *rule, const struct target_judgement *judged);
/* Nothing can be said after all: the value stays, status, progress, trend and forecast go. */
void target_judgement_doubt(struct target_judgement *j, enum target_doubt doubt);
/* A progress in whole per cent, rounded down, so that it never stands above a limit that it did not
 * reach; below zero, where no limit lies, to the nearest. NAN of NAN. */
double target_percent(double progress);
/* values: known ones, ascending; those after year are left out. A value older than the year asked
 * is judged by what was expected in its own year. */
void target_judge(const struct target_rule *rule, const struct target_step *values, int count,
	int year, const struct status_limits *limits, struct target_judgement *out);

#endif
