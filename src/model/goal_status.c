/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Statuses of goals from those of their targets and tasks. */
#include "config.h"

#include "model/goal_status.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "model/queries.h"

const char *
goal_rule_sentence(enum goal_rule rule)
{
	switch (rule) {
	case GOAL_RULE_WORST:
		return _(
			"A goal has the worst status of its indicators and of those of goals below "
			"it, one step worse where at least half of its tasks are late, held or "
			"given "
			"up; without indicators its tasks alone count.");
	case GOAL_RULE_MEAN:
		return _("A goal has the rounded mean status of its indicators and of those of "
			 "goals "
			 "below it, one step worse where at least half of its tasks are late, held "
			 "or "
			 "given up; without indicators its tasks alone count.");
	default:
		return _(
			"A goal has the middle status of its indicators and of those of goals "
			"below "
			"it, of two the worse, one step worse where at least half of its tasks are "
			"late, held or given up; without indicators its tasks alone count.");
	}
}

/* Of the judged ones; n > 0. */
static enum target_state
of_targets(enum goal_rule rule, const int counts[TARGET_STATES], int n)
{
	int sum = 0, worst = TARGET_ACHIEVED, passed = 0, middle = TARGET_NO_DATA;

	for (int s = TARGET_ACHIEVED; s < TARGET_NO_DATA; s++) {
		sum += s * counts[s];
		passed += counts[s];
		if (counts[s])
			worst = s;
		if (middle == TARGET_NO_DATA && 2 * passed > n)
			middle = s;
	}
	if (rule == GOAL_RULE_WORST)
		return (enum target_state)worst;
	if (rule == GOAL_RULE_MEAN)
		return (enum target_state)((2 * sum + n) / (2 * n));
	return (enum target_state)middle;
}

enum target_state
goal_status_of(
	enum goal_rule rule, const int counts[TARGET_STATES], int tasks, int done, int behind)
{
	bool slow = tasks && 2 * behind >= tasks;
	enum target_state state;
	int judged = 0;

	for (int s = TARGET_ACHIEVED; s < TARGET_NO_DATA; s++)
		judged += counts[s];
	if (!judged && !tasks)
		return TARGET_NO_DATA;
	state = judged          ? of_targets(rule, counts, judged)
		: done == tasks ? TARGET_ACHIEVED
				: TARGET_ON_COURSE;
	return slow && state < TARGET_OFF_COURSE ? state + 1 : state;
}

/* What hangs on a goal counts for those above it and for the whole. */
static void
count_target(const struct strategy_course *course, struct goal_status *list, int goal,
	enum target_state state)
{
	list[course->goal_count].counts[state]++;
	for (; goal >= 0; goal = course->goals[goal].above)
		list[goal].counts[state]++;
}

static void
count_tasks(struct goal_status *to, int tasks, int done, int behind)
{
	to->tasks += tasks;
	to->done += done;
	to->behind += behind;
}

static int
load_tasks(struct db *db, const struct strategy_course *course, struct goal_status *list,
	struct error *err)
{
	struct stmt *q = db_start(db, Q_GOAL_TASKS, err);
	char today[16];

	db_bind_int(q, 1, course->strategy.id);
	db_bind_text(q, 2, date_iso(today, sizeof(today), clock_today()));
	while (db_next(q)) {
		int tasks = (int)db_int(q, 1), done = (int)db_int(q, 2), behind = (int)db_int(q, 3);
		int goal = goal_index(course->goals, course->goal_count, db_int(q, 0));

		count_tasks(&list[course->goal_count], tasks, done, behind);
		for (; goal >= 0; goal = course->goals[goal].above)
			count_tasks(&list[goal], tasks, done, behind);
	}
	return db_end(q);
}

int
goal_status_load(struct db *db, const struct strategy_course *course, int year, struct arena *arena,
	struct goal_status **out, struct error *err)
{
	struct goal_status *list =
		arena_array(arena, (size_t)course->goal_count + 1, sizeof(*list));

	*out = list;
	for (int i = 0; i < course->target_count; i++) {
		struct target_judgement judged;

		target_course_at(course, &course->targets[i], year, &judged);
		count_target(course, list, course->targets[i].goal, judged.state);
	}
	if (load_tasks(db, course, list, err))
		return -1;
	for (int i = 0; i <= course->goal_count; i++)
		list[i].state = goal_status_of(course->strategy.rule, list[i].counts, list[i].tasks,
			list[i].done, list[i].behind);
	return 0;
}
