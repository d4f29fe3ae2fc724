/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Screens and forms of strategies, goals and targets that open each other. */
#ifndef SCREENS_TARGET_SCREENS_H
#define SCREENS_TARGET_SCREENS_H

#include "model/strategies/goal_status.h"
#include "model/strategies/target_course.h"
#include "screens/frame/card_form.h"
#include "screens/frame/target_state.h"
#include "screens/strategies/strategies.h"

extern const struct card_form_kind strategy_form;
extern const struct card_form_kind goal_form;    /* parent: the strategy; slot: the goal above */
extern const struct card_form_kind target_form;  /* the same; slot: its goal */
extern const struct card_form_kind reading_form; /* id: the year; parent: the target */

extern const struct screen target_card_screen;     /* argument: int64_t, the target */
/* Asks for format and name; the file reads back (exchange/strategy_file.h). */
void strategy_file_export(struct screens *s, const struct strategy *strategy);
extern const struct screen strategy_units_screen;  /* argument: int64_t, the strategy */
extern const struct screen strategy_lights_screen; /* argument: int64_t, the strategy */

/* A figure with the target's decimals; "–" without one. Returns dst. */
char *target_figure(const struct target *t, double value, char *dst, size_t size);
/* The same of an expected or aimed at one; where it is an interval and no number, "30–40". */
char *target_expected_figure(const struct target *t, double expected, char *dst, size_t size);
/* What it aims at, as approved where it is: of one to be kept "5±1", for a narrow column. */
char *target_aimed_figure(const struct target_course *tc, char *dst, size_t size);
/* "zł; the more the better", or the direction alone. */
char *target_measured(const struct target *t, char *dst, size_t size);
/* "  1.2 Name" as a row of the tree; a name as long as the row has room. */
void goal_line(const struct goal *g, char *dst, size_t size);
/* Better, worse, the same. */
const char *target_trend_sign(enum tier tier, int trend);
/* "● on course ↑"; with ASCII signs the trend stands before the word. */
void target_state_and_trend(
	enum tier tier, const struct target_judgement *j, char *dst, size_t size);

/* What is to be said of a target as of a year: why no status, how old its value is, when it is
 * reached at this pace, who delivers it. */
void target_note(const struct target_course *t, int year, char *dst, size_t size);
/* "End of 2025 ('24 = of 2024):", over a list of targets that marks older figures so.
 * Returns dst. */
char *target_heading(const struct strategy_course *course, char *dst, size_t size);
/* What is said of an indicator over its chart: its name, what is wanted, its status, the outlook,
 * where figures come from. make returns how many rows of so many columns they take. */
enum { TARGET_HEAD_LINES = 5, TARGET_HEAD_TEXT = 1280 };
struct target_head {
	char line[TARGET_HEAD_LINES][TARGET_HEAD_TEXT];
	enum target_state state;
	size_t state_length; /* of sign and word, with which line 2 begins */
};
int target_head_make(struct target_head *head, const struct strategy_course *course,
	const struct target_course *tc, const char *followed, enum tier tier, int columns);
void target_head_draw(const struct target_head *head, struct canvas *c);
/* The goal's level, its tasks, and whether a correction judges it. */
void goal_note(const char *level, const struct goal_status *s, char *dst, size_t size);
/* The words of the priority that the goal answers; NULL = none, or it is deleted. */
struct problem;
const char *goal_priority(const struct goal *g, const struct problem *priorities, int count);

enum strategy_act {
	STRATEGY_RETIRE_GOAL,
	STRATEGY_RETIRE_TARGET,
	STRATEGY_RESTORE_GOAL,
	STRATEGY_RESTORE_TARGET,
	STRATEGY_GOAL_DEEPER,
	STRATEGY_GOAL_HIGHER,
	STRATEGY_ACTS
};
/* On a goal or an indicator (row): of a draft done at once, with what is said then; of a strategy
 * in force a form asks for resolution and reason, after which the screen below gets action. */
void strategy_change(struct screens *s, const struct strategy *strategy, enum strategy_act act,
	int64_t row, int action, const char *done);

/* The history of changes of a target, or of all of the strategy (target 0), as a text. */
void target_changes_open(struct screens *s, int64_t strategy, int64_t target);

/* The day of a change of a strategy in force, the same in all its forms; ...: offset and size of
 * the text in the form's values. */
#define CHANGED_ON_FIELD(...)                                                                      \
	{ .kind = FIELD_DATE,                                                                      \
		.label = N_("Changed on"),                                                         \
		__VA_ARGS__,                                                                       \
		.width = 12,                                                                       \
		.help = N_("The day of the change; empty: today. The report of that year tells "   \
			   "it.") }

#endif
