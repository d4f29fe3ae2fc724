/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the state of a task is on a day, and what it was at the end of a year, whatever is said of
 * it today. */
#ifndef MODEL_TASK_STATE_H
#define MODEL_TASK_STATE_H

#include "model/strategies/task.h"

/* As it was said for the year, by whom and when, where that is not how it ended. */
struct task task_said_in(const struct task *t, int year);
/* The same with state, per cent (task_percent_in()) and real days as they were at the end of the
 * year; what its plan makes of the state on that day is not in it. */
struct task task_as_of(const struct task *t, int year);
/* The day behind the year on which it began, or ended, so that nothing that is said for the year
 * can say where it stands now; "" = none. */
const char *task_otherwise_from(const struct task *t, int year);
/* Planned to begin behind the year, and nothing of it had begun: the year says nothing of it. */
bool task_comes_after(const struct task *t, int year);
/* What the state is on a day (YYYY-MM-DD), whatever was said: what should have begun or ended
 * before it is late; done, held and given up stay what they are. */
enum task_state task_state_on(const struct task *t, const char *day);
/* The same at the end of a year, of one that is not over today: one that ended or was given up
 * later was still under way; one that began later had not begun. Late and held as they were said
 * count from the year on for which it was said until something is said for a later one, in whatever
 * order it came. Every status of a year counts tasks by this. */
enum task_state task_state_in(const struct task *t, int year);
/* How far it was on that day: 0 before it began. What was said counts in the same way, from a year
 * that is not known from the one that ended last; of years before all of it only what is done, or
 * still at nothing, is known; else TASK_PERCENT_UNKNOWN. */
int task_percent_in(const struct task *t, int year);
/* Late, held, given up. */
bool task_state_behind(enum task_state s);
/* Days by which a task that is late on the day is behind its plan; 0 = it is not. */
int task_days_late(const struct task *t, const char *day);
/* Why one that is late on that day is: "should have begun on 1.03.2024", "should have ended on …",
 * in the arena; "" = somebody said so. */
const char *task_late_reason(const struct task *t, const char *day, struct arena *arena);

#endif
