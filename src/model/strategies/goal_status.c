/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Statuses of goals from those of their targets and tasks. */
#include "config.h"

#include "model/strategies/goal_status.h"

#include "base/i18n.h"
#include "model/monitoring/round_frozen.h"
#include "model/strategies/task_state.h"

const char *
goal_rule_sentence(enum goal_rule rule)
{
	switch (rule) {
	case GOAL_RULE_WORST:
		return _("A goal has the worst status of its indicators and of those of goals "
			 "below it, one step worse where at least half of its tasks are late, held "
			 "or given up; without indicators its tasks alone count, without their "
			 "data there is no status. Tasks that begin after the year do not count.");
	case GOAL_RULE_MEAN:
		return _("A goal has the rounded mean status of its indicators and of those of "
			 "goals below it, one step worse where at least half of its tasks are "
			 "late, held or given up; without indicators its tasks alone count, "
			 "without their data there is no status. Tasks that begin after the year "
			 "do not count.");
	default:
		return _("A goal has the middle status of its indicators and of those of goals "
			 "below it, of two the worse, one step worse where at least half of its "
			 "tasks are late, held or given up; without indicators its tasks alone "
			 "count, without their data there is no status. Tasks that begin after "
			 "the year do not count.");
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
	if (!judged && (!tasks || counts[TARGET_NO_DATA]))
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
count_task(struct goal_status *to, enum task_state state)
{
	to->tasks++;
	to->done += state == TASK_DONE;
	to->behind += task_state_behind(state);
}

static int
load_tasks(struct db *db, const struct strategy_course *course, int year, struct arena *arena,
	struct goal_status *list, struct error *err)
{
	const struct task_filter filter = { .strategy = course->strategy.id };
	struct task *tasks;
	int count;

	if (task_list(db, &filter, arena, &tasks, &count, err))
		return -1;
	for (int i = 0; i < count; i++) {
		enum task_state state = task_state_in(&tasks[i], year);
		int goal = goal_index(course->goals, course->goal_count, tasks[i].goal);

		if (task_comes_after(&tasks[i], year))
			continue;
		count_task(&list[course->goal_count], state);
		for (; goal >= 0; goal = course->goals[goal].above)
			count_task(&list[goal], state);
	}
	return 0;
}

/* What the year's report has, judged by its corrections where there are some; of a year that is not
 * approved what is there now. */
static void
count_targets(const struct strategy_course *course, int year, bool approved,
	const struct round_frozen *frozen, int count, struct goal_status *list)
{
	struct target_judgement judged;

	for (int i = 0; !approved && i < course->target_count; i++) {
		target_course_at(course, &course->targets[i], year, &judged);
		count_target(course, list, course->targets[i].goal, judged.state);
	}
	for (int i = 0; i < count; i++) {
		const struct target_course *c = target_course_of(course, frozen[i].target);

		if (!c)
			continue;
		target_course_approved(course, c, &frozen[i], year, &judged);
		count_target(course, list, c->goal, judged.state);
	}
}

/* Of an indicator that was not counted there nothing turns. */
static void
turn(struct goal_status *s, enum goal_rule rule, enum target_state from, enum target_state to)
{
	if (s->counts[from] < 1)
		return;
	s->corrected = true;
	if (from == to)
		return;
	s->counts[from]--;
	s->counts[to]++;
	s->state = goal_status_of(rule, s->counts, s->tasks, s->done, s->behind);
}

/* The goals that counted it when the report was approved, and the whole strategy. */
static void
turn_goals(const struct strategy_course *course, const struct target_course *c,
	const struct round_frozen *f, enum target_state to, struct goal_status *list)
{
	enum goal_rule rule = f->ruled ? f->goal_rule : course->strategy.rule;
	enum target_state from = f->f.as.state;

	turn(&list[course->goal_count], rule, from, to);
	for (int i = 0; i < f->goal_count; i++) {
		int at = goal_index(course->goals, course->goal_count, f->goals[i]);

		if (at >= 0)
			turn(&list[at], rule, from, to);
	}
	for (int g = f->ruled ? -1 : c->goal; g >= 0; g = course->goals[g].above)
		turn(&list[g], rule, from, to);
}

/* Goals of an approved year over what was corrected since. */
static void
take_corrections(const struct strategy_course *course, int year, const struct round_frozen *frozen,
	int count, struct goal_status *list)
{
	for (int i = 0; i < count; i++) {
		const struct target_course *c = target_course_of(course, frozen[i].target);
		const struct target_point *p = c ? target_point_of(c, year) : NULL;
		struct target_judgement now;

		if (!p || !p->corrected)
			continue;
		target_course_approved(course, c, &frozen[i], year, &now);
		turn_goals(course, c, &frozen[i], now.state, list);
	}
}

static int
load_frozen(struct db *db, const struct strategy_course *course, int year, struct arena *arena,
	int64_t *round, struct round_frozen **list, int *count, struct error *err)
{
	struct monitoring_round r;

	*round = 0;
	*count = 0;
	if (round_find(db, course->strategy.id, year, &r, err))
		return -1;
	if (!r.approved_on[0])
		return 0;
	*round = r.id;
	return round_frozen_figures(db, r.id, arena, list, count, err);
}

int
goal_status_load(struct db *db, const struct strategy_course *course, int year, struct arena *arena,
	struct goal_status **out, struct error *err)
{
	struct goal_status *list =
		arena_array(arena, (size_t)course->goal_count + 1, sizeof(*list));
	struct round_frozen *frozen = NULL;
	int64_t round;
	bool kept = false;
	int count;

	*out = list;
	if (load_frozen(db, course, year, arena, &round, &frozen, &count, err))
		return -1;
	count_targets(course, year, round != 0, frozen, count, list);
	if (load_tasks(db, course, year, arena, list, err))
		return -1;
	for (int i = 0; i <= course->goal_count; i++)
		list[i].state = goal_status_of(course->strategy.rule, list[i].counts, list[i].tasks,
			list[i].done, list[i].behind);
	if (round && round_frozen_goals(db, round, course, list, &kept, err))
		return -1;
	if (kept)
		take_corrections(course, year, frozen, count, list);
	return 0;
}
