/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A strategy as its report of a year shows it: every indicator with its status, every task with
 * the year's money, causes and measures, corrections. Until the report is approved all of it is
 * computed from what is there now; from then on statuses, figures and tasks are those that were
 * frozen (model/monitoring/round_freeze.h). Reports, screens and commands all read this. */
#ifndef MODEL_ROUND_STATE_H
#define MODEL_ROUND_STATE_H

#include "model/monitoring/deviation.h"
#include "model/strategies/goal_status.h"
#include "model/strategies/task_money.h"
#include "model/strategies/task.h"

struct round_correction { /* texts in the arena */
	int position;
	int64_t target;
	double value;       /* NAN: there is no figure after all; why says the flag */
	unsigned char flag; /* as of a reading */
	const char *dated_on, *reason, *login;
	struct target_judgement as; /* by it alone, as the approved report would judge it */
};

enum round_want {
	WANT_NOTHING, /* it is there, comes in other years, or begins later */
	WANT_KEYED,   /* nobody has keyed the year's figure */
	WANT_SOURCE,  /* its indicator has none of the year yet */
	WANT_LATER    /* the same, and its month is still to come */
};

struct round_figure {
	const struct target_course *course; /* its card and values as they are now */
	struct target_judgement as;
	unsigned char flag;         /* of the value, or why the year has none */
	int base_year, target_year; /* as they were; 0 and NAN = not said */
	double base, target;
	const char *source; /* "" until round_state_sources() */
	enum round_want want;
	const struct round_correction *correction; /* the newest; NULL = none */
	const struct deviation *deviation;         /* NULL = none written */
	/* At risk or off course, by the newest correction too: wants a cause and a measure. */
	bool off;
};

struct round_saying {          /* of a task in a year; texts in the arena, never NULL */
	enum task_state state; /* on 31 December */
	int percent;
	int64_t planned, spent;   /* of the year, grosze; MONEY_NONE */
	struct task_money *money; /* the same by source */
	int money_count;
	bool told; /* what follows and the sources are known; else approved before they were kept */
	const char *login, *entered_at,
		*file_name; /* who said state and per cent; "" = not known */
};

struct round_task {
	const struct task *task;
	struct round_saying said, now; /* what the year's report says; what is there today */
	bool gone;                     /* deleted since approval */
	int goal;                      /* index into goals; -1 = of the whole strategy */
	const struct deviation *deviation;
	bool off; /* late, held or given up */
};

struct round_state {
	struct monitoring_round round; /* id 0: the year has none */
	bool frozen;
	struct strategy_course course;
	struct round_figure *figures; /* in the order of the tree */
	int figure_count;
	struct round_task *tasks;
	int task_count;
	struct goal_status *goals; /* one for each goal, then the whole strategy */
	int counts[TARGET_WORDS];
	struct deviation *deviations;
	int deviation_count;
	struct round_correction *corrections;
	int correction_count;
};

/* ERROR_MISSING without a strategy. year 0 = the last full year. */
int round_state_load(struct db *db, const struct unit_table *units, int64_t strategy, int year,
	struct arena *arena, struct round_state *out, struct error *err);

/* As it stands today: the newest correction's judgement, else that of the report. */
const struct target_judgement *round_figure_judged(const struct round_figure *f);
/* "12,5" or "bd" of a correction, in the arena. */
const char *round_correction_text(
	const struct round_correction *c, int decimals, struct arena *arena);
/* What is off its course and nobody has said why; a measure alone does not. */
bool round_figure_unexplained(const struct round_figure *f);
bool round_task_unexplained(const struct round_task *t);
int round_state_unexplained(const struct round_state *state);
/* Explained once and on course since: nothing has to be done. */
bool round_figure_again(const struct round_figure *f);
bool round_task_again(const struct round_task *t);
/* What is there today is not what was approved: state, per cent or money, or the task is gone. */
bool round_task_otherwise(const struct round_task *t);
/* Why a task stands as it does at the end of the year, in the arena: what was said, or what it
 * should have done by then; "". */
const char *round_task_reason(const struct round_task *t, int year, struct arena *arena);
/* Indicators without the year's figure that are due by now. */
int round_state_missing(const struct round_state *state);
/* Whether an office is concerned: NULL = every one. */
bool round_figure_of(const struct round_figure *f, const char *office);
struct round_share { /* what concerns one office */
	int figures, tasks;
	int missing;    /* figures of the year that are due by now */
	bool keyed_all; /* it keys figures itself, and nothing of the year is missing */
};
struct round_share round_share_of(const struct round_state *state, const char *office);
/* "2 years older" of a value that is not of the year asked, in the arena; "". */
const char *round_age_text(int value_year, int year, struct arena *arena);
/* "not entered yet; newest 2024" of one that wants its figure, in the arena; "". */
const char *round_want_text(const struct round_figure *f, int year, struct arena *arena);

#endif
