/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What became otherwise in a strategy in force, by which resolution and why: goals and
 * indicators that were added, changed, deleted or brought back, and of the strategy itself unit,
 * years, vision, mission, rule and adoption; money of tasks in years whose report is approved. Of a
 * draft nothing else is kept, and nothing of the order among goals of one level and indicators of
 * one goal. A change stays in the history whatever becomes of its goal or indicator. The strategy's
 * own state is told from its adoption on: that it was put back to a draft, came into force again,
 * ended. */
#ifndef MODEL_STRATEGY_CHANGE_H
#define MODEL_STRATEGY_CHANGE_H

#include "base/arena.h"
#include "store/db.h"

struct strategy_why { /* any may be NULL or "" */
	const char *resolution, *reason;
	const char *on; /* the day of the change, YYYY-MM-DD; not said = today */
};
/* Of a strategy that comes whole, as it was adopted: nothing is asked and nothing is kept. */
extern const struct strategy_why strategy_as_adopted;

enum change_noun { CHANGE_GOAL, CHANGE_TARGET, CHANGE_STRATEGY, CHANGE_TASK, CHANGE_NOUNS };
enum change_act { CHANGE_ADDED, CHANGE_CHANGED, CHANGE_DELETED, CHANGE_RESTORED, CHANGE_ACTS };
const char *change_noun_name(enum change_noun n);  /* in files: goal, target, strategy, task */
const char *change_noun_label(enum change_noun n); /* translated */
int change_noun_from_name(const char *name);       /* -1 = unknown */
const char *change_act_name(enum change_act a);    /* in files: added, changed … */
const char *change_act_label(enum change_act a);
int change_act_from_name(const char *name);

/* What a field said: numbers as people type them, "0,5 (2020)" of base and target. */
struct change_line {
	const char *field; /* name, goal, direction, base …; stays as it is, known or not */
	const char *before, *now; /* "" = nothing */
};
struct strategy_change { /* texts in the arena, never NULL */
	int64_t id, strategy;
	enum change_noun noun;
	enum change_act act;
	int64_t row;      /* the goal or target; 0 = known by its name alone */
	const char *name; /* as it was called before */
	const char *changed_on, *login;
	const char *resolution, *reason; /* KEPT_LINE_SIZE, KEPT_LINES_SIZE (model/kept.h) */
	struct change_line *lines;
	int line_count;
};
struct strategy_change_filter {
	int64_t strategy, target; /* target 0 = of all goals and indicators */
	int year;                 /* 0 = of all years */
};
/* Newest first. */
int strategy_change_list(struct db *db, const struct strategy_change_filter *filter,
	struct arena *arena, struct strategy_change **list, int *count, struct error *err);
/* "base: 0 (2020) → 5 (2021)", translated, in the arena. */
const char *change_line_text(const struct change_line *line, struct arena *arena);
const char *change_field_label(const char *field); /* translated */
const char *change_value_label(const char *field, const char *value); /* "–" of nothing */
/* All lines, or "was deleted", in one sentence. */
const char *strategy_change_text(const struct strategy_change *change, struct arena *arena);

/* ---- inside a write of the caller ---- */

/* Keeps a change of a strategy in force, done by the person; id, day and login are not read. One
 * that changes no field is none. Refused: no reason, at the given field; at the one before it,
 * where forms have the day, a day to come or of a year whose report is approved, which tells no
 * change more. */
int strategy_change_keep(struct db *db, const struct strategy_change *change,
	const struct strategy_why *why, int field, struct error *err);
/* That the strategy, as it is now, had another state before: who, when, from which to which; its
 * first adoption is no change. No reason is asked: "–". */
struct strategy;
int strategy_change_state(struct db *db, const struct strategy *now, const struct strategy *was,
	struct error *err);
/* Whether unit, years, vision, mission or rule differ. */
bool strategy_aims_otherwise(const struct strategy *now, const struct strategy *was);
/* Before it is written: that a strategy in force gets another unit, other years, another vision,
 * mission or rule, or that number or day of its adoption were wrong; a number that was not entered
 * yet is no change. Refused without now->reason, at STRATEGY_FIELD_REASON; the resolution of the
 * change is now->change_resolution, that of the adoption stays. */
int strategy_change_fields(struct db *db, const struct strategy *now, const struct strategy *was,
	struct error *err);
/* A change as it stands. */
int strategy_change_put(struct db *db, const struct strategy_change *change, struct error *err);
/* A line more where the two say different things. */
void change_line_add(struct strategy_change *change, const char *field, const char *before,
	const char *now);
enum { CHANGE_LINES_MOST = 16 };

#endif
