/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tasks and projects of a strategy: who carries them out with whom, when, how far they are, what
 * is there when they are done. A task has no rev of its own: each change raises its strategy's. */
#ifndef MODEL_TASK_H
#define MODEL_TASK_H

#include "model/kept.h"

enum task_state {
	TASK_NOT_STARTED,
	TASK_PREPARED,
	TASK_RUNNING,
	TASK_LATE,
	TASK_HELD,
	TASK_DONE,
	TASK_GIVEN_UP,
	TASK_STATES
};
const char *task_state_name(enum task_state s);    /* in files */
const char *task_state_label(enum task_state s);   /* translated */
int task_state_from_name(const char *name);        /* -1 = unknown */
const char *task_state_words(struct arena *arena); /* all labels: "not started, late" */
int task_state_from_words(const char *text);       /* as people type it: word_find_said() */

enum task_kind { TASK_TASK, TASK_PROJECT, TASK_KINDS };
const char *task_kind_name(enum task_kind k);
const char *task_kind_label(enum task_kind k);
int task_kind_from_name(const char *name); /* -1 = unknown */

/* Fields that errors name; a form of fields follows this order. */
enum task_field {
	TASK_FIELD_GOAL = 1,
	TASK_FIELD_KIND,
	TASK_FIELD_NAME,
	TASK_FIELD_OFFICE,
	TASK_FIELD_PARTNERS,
	TASK_FIELD_PLANNED_FROM,
	TASK_FIELD_PLANNED_TO,
	TASK_FIELD_REAL_FROM,
	TASK_FIELD_REAL_TO,
	TASK_FIELD_STATE,
	TASK_FIELD_PERCENT,
	TASK_FIELD_REASON,
	TASK_FIELD_PRODUCT,
	TASK_FIELD_NOTE
};

/* Room for its name, with the zero at the end. */
enum { TASK_NAME_SIZE = 512 };

/* How far a task is, where nobody has said it, or not for a year. NULL in the database. */
enum { TASK_PERCENT_UNKNOWN = -1 };
int task_percent_from(struct stmt *q, int column);
void task_percent_bind(struct stmt *q, int parameter, int percent);
/* "45", or what stands for unknown. Returns dst. */
char *task_percent_text(char *dst, size_t size, int percent, const char *unknown);
/* What people type, "" = unknown. Refused: no whole number from 0 to 100. */
int task_percent_read(const char *text, int *percent, struct error *err);

struct task_said { /* for a year: that of the office's sheet, else the one that had ended then */
	int year;
	enum task_state state;
	int percent;
	const char *login, *entered_at, *file_name; /* who said it, "" = not known */
};

struct task {
	int64_t id;             /* 0 = a new one */
	int64_t strategy, goal; /* goal 0 = of the whole strategy */
	int position;           /* within its goal; 0 = at its end */
	enum task_kind kind;
	enum task_state state; /* as it was said; what it is on a day: task_state_on() */
	int percent;           /* 0 to 100, TASK_PERCENT_UNKNOWN */
	/* Never NULL. Days as YYYY-MM-DD, "" = none. office: KEPT_OFFICE_SIZE; partners, reason,
	 * product and note: KEPT_LINES_SIZE (model/kept.h). */
	const char *uid, *name, *office, *partners;
	const char *planned_from, *planned_to, *real_from, *real_to;
	const char *reason; /* of holding it or giving it up */
	const char *product, *note;
	int64_t planned, spent; /* read only: money of all years and sources; MONEY_NONE */
	int64_t import_id;      /* for writing: the sheet or file that says state and per cent */
	/* Who said state and per cent last, when, from which sheet or file; "" = not known, none.
	 * Read only. */
	const char *login, *entered_at, *file_name;
	int said_for; /* for which year they said it; 0 = not known. Read only. */
	/* What was said before it and not undone, by years, the newest of a year last; NULL where
	 * there is none. Read only. */
	const struct task_said *said;
	int said_count;
};
/* All texts "", how far it is unknown. */
void task_start(struct task *t, int64_t strategy);

struct task_filter {
	int64_t strategy;   /* always one */
	int64_t goal;       /* 0 = any */
	const char *office; /* NULL = any */
	bool retired;       /* the deleted ones, the last one first */
};
/* Those of the whole strategy first, then in the order of their goals; texts in the arena. */
int task_list(struct db *db, const struct task_filter *filter, struct arena *arena,
	struct task **list, int *count, struct error *err);
int task_load(struct db *db, int64_t id, struct arena *arena, struct task *out, struct error *err);
/* rev, here and below: of the strategy as it was read; raised. A new one's id is written. Refused:
 * no name, an end before its beginning, held or given up without a reason, done without the day of
 * its end, an end in the time to come, a percentage or a day that its state contradicts, a goal of
 * another strategy, a rev that is not the one read (ERROR_CONFLICT). Done is 100 percent by
 * itself; of one that is done already another percentage is refused. */
int task_save(struct db *db, int64_t rev, struct task *t, struct error *err);
/* Whether its texts have the room that a form gives them: what is longer is refused, never cut. */
int task_check_texts(const struct task *t, struct error *err);
/* What is checked before it is saved. */
int task_check(struct db *db, const struct task *t, struct error *err);
/* The same inside a write of the caller, who has touched the strategy. */
int task_put(struct db *db, struct task *t, struct error *err);
int task_retire(struct db *db, int64_t rev, int64_t id, struct error *err);
/* Where the task still says what the person saw, another rev is no conflict. */
int task_retire_seen(struct db *db, int64_t rev, const struct task *seen, struct error *err);
/* At the end of its goal; of the whole strategy where the goal is deleted. */
int task_restore(struct db *db, int64_t rev, int64_t id, struct error *err);
/* Up (-1) or down (1) by one place within its goal; nothing happens at the ends. */
int task_move(struct db *db, int64_t rev, int64_t id, int by, struct error *err);

struct task_totals { /* of a strategy, a goal, an office */
	int count;
	int by_state[TASK_STATES]; /* as of the day */
	int64_t planned, spent;    /* grosze, of all years; MONEY_NONE */
	int percent;               /* mean of those not given up of which it is known; -1 = none */
};
void task_totals(const struct task *tasks, int count, const char *day, struct task_totals *out);

/* Offices that answer for tasks or targets of the strategy, in Polish order; 0 = of any. */
int task_offices(struct db *db, int64_t strategy, struct arena *arena, const char ***list,
	int *count, struct error *err);

#endif
