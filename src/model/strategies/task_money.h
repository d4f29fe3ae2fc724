/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Money of tasks by year and source, planned and spent, in whole grosze: sums are exact. */
#ifndef MODEL_TASK_MONEY_H
#define MODEL_TASK_MONEY_H

#include "base/arena.h"
#include "store/db.h"

/* An amount that nobody has entered: none is below zero, and none is zero. */
#define MONEY_NONE INT64_C(-1)

enum money_source { MONEY_OWN, MONEY_EU, MONEY_STATE, MONEY_OTHER, MONEY_SOURCES };
const char *money_source_name(enum money_source s);  /* in files */
const char *money_source_label(enum money_source s); /* translated */
int money_source_from_name(const char *name);        /* -1 = unknown */

/* "1 204,50" as people read it; without grosze where there are none; "–". Returns dst. */
char *money_format(char *dst, size_t size, int64_t grosze);
/* The same with its unit, "1 204,50 zł"; "–" stands alone. Returns dst. */
char *money_shown(char *dst, size_t size, int64_t grosze);
/* "1204.50" in files; "". Returns dst. */
char *money_plain(char *dst, size_t size, int64_t grosze);
/* What people type; "" is MONEY_NONE. Refused: text, less than zero, parts of a grosz, a hundred
 * billion and more. field: that the error names, 0 = none. */
int money_read(const char *text, int field, int64_t *grosze, struct error *err);
/* The sum of what was entered; MONEY_NONE where neither was. */
int64_t money_add(int64_t a, int64_t b);
double money_zloty(int64_t grosze); /* NAN = not entered */
/* NULL in the database. */
int64_t money_from(struct stmt *q, int column);
void money_bind(struct stmt *q, int parameter, int64_t grosze);

enum task_money_field {
	TASK_MONEY_YEAR = 1,
	TASK_MONEY_SOURCE,
	TASK_MONEY_PLANNED,
	TASK_MONEY_SPENT,
	TASK_MONEY_REASON
};
struct task_money {
	int64_t task;
	int year;
	enum money_source source;
	int64_t planned, spent; /* grosze, MONEY_NONE */
	int64_t import_id;      /* for writing: the file that brings it */
	const char *reason; /* for writing: why money of an approved year changes; NULL = none */
	/* Who said the amounts last, when, from which file; "" = not known, none. Read only, and
	 * NULL where a line is made to be written. */
	const char *login, *entered_at, *file_name;
};
/* Of one task, or of all tasks of a strategy that are not deleted; by task, year and source. */
int task_money_list(struct db *db, int64_t task, struct arena *arena, struct task_money **list,
	int *count, struct error *err);
int task_money_of_strategy(struct db *db, int64_t strategy, struct arena *arena,
	struct task_money **list, int *count, struct error *err);
/* rev: of the strategy as it was read; raised. Writes the line of its year and source. former:
 * what stood there when a line was opened, NULL for a new one; another line on a year and source
 * that has one is refused; so is, without a reason, money of a year whose report is approved: it
 * is kept in the history of the strategy, with both amounts (strategy_change.h). */
int task_money_save(struct db *db, int64_t rev, const struct task_money *line,
	const struct task_money *former, struct error *err);
/* Writes or rewrites the line inside a write of the caller, who has touched the strategy. */
int task_money_put(struct db *db, const struct task_money *line, struct error *err);
/* Strategy and name (TASK_NAME_SIZE) of a task that is not deleted, else ERROR_MISSING. */
int task_money_task(
	struct db *db, int64_t task, int64_t *strategy, char *name, struct error *err);
/* Inside a write, before the line is written: where the year's report is approved, and it says
 * another amount, that is kept with the line's reason; refused without one. */
int task_money_keep_change(struct db *db, const struct task_money *line, struct error *err);
/* By task, year, source and reason of the line. */
int task_money_remove(
	struct db *db, int64_t rev, const struct task_money *line, struct error *err);
struct strategy_change;
/* Of a change that was kept of a task's money its year, 0 = it is none; the name says it. */
int task_money_change_year(const struct strategy_change *change);
/* Whether the report of the year is approved, so that a reason is asked. */
int task_money_approved(
	struct db *db, int64_t strategy, int year, bool *approved, struct error *err);

struct task_money_sum { /* one year, or all: year 0 */
	int year;
	int64_t planned[MONEY_SOURCES], spent[MONEY_SOURCES], planned_all, spent_all;
};
/* One per year in order, then the sum of all; *count is 0 without lines. */
void task_money_sums(const struct task_money *lines, int line_count, struct arena *arena,
	struct task_money_sum **list, int *count);

#endif
