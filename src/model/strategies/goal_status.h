/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The status of a goal from what hangs on it and below it: its targets by the strategy's rule, then
 * its tasks. Without a target that counts the tasks alone say it. */
#ifndef MODEL_GOAL_STATUS_H
#define MODEL_GOAL_STATUS_H

#include "model/strategies/target_course.h"

struct goal_status {
	enum target_state state;
	int counts[TARGET_WORDS]; /* targets by status, those of goals below too */
	int tasks, done, behind;  /* behind: late, held, given up */
	bool corrected;           /* of an approved year: by a correction since then */
};

/* Pure: worst, the middle one (of two the worse), or the rounded mean of the judged ones; then one
 * step worse where at least half of the tasks are behind. Without targets that count the tasks say
 * it; TARGET_NO_DATA where there is none, or where targets count and none has data. */
enum target_state goal_status_of(
	enum goal_rule rule, const int counts[TARGET_STATES], int tasks, int done, int behind);
/* The rule as a whole sentence for reports and cards, translated. */
const char *goal_rule_sentence(enum goal_rule rule);

/* For every goal of the course as of that year, in its order, and the whole strategy behind them.
 * Tasks are as they were at the year's end (task_state_in()), those that begin later do not count
 * (task_comes_after()); a year whose report is approved has
 * the statuses that were approved, except where a correction since then says another one: it counts
 * in the goals under which the indicator stood then, by the rule of then. Of a year approved before
 * that was kept it counts where the indicator stands now, if it was counted there at all. */
int goal_status_load(struct db *db, const struct strategy_course *course, int year,
	struct arena *arena, struct goal_status **out, struct error *err);

#endif
