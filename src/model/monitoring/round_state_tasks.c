/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tasks of a year with their money: computed, or as they were frozen beside what is there today. */
#include "config.h"

#include "model/monitoring/round_state_parts.h"

#include "model/kept.h"
#include "model/queries.h"
#include "model/strategies/task_state.h"

#include <string.h>

struct loading {
	struct db *db;
	struct arena *arena;
	struct round_state *out;
};

/* ---- as they are ---- */

/* Lines come by task, in the order of their sources. */
static void
add_money(struct round_state *out, struct task_money *lines, int count)
{
	int at = 0;

	for (int i = 0; i < count; i++) {
		if (lines[i].year != out->course.year)
			continue;
		for (int n = 0; n < out->task_count; n++, at = (at + 1) % out->task_count) {
			struct round_saying *now = &out->tasks[at].now;

			if (out->tasks[at].task->id != lines[i].task)
				continue;
			if (!now->money_count)
				now->money = &lines[i];
			now->money_count++;
			now->planned = money_add(now->planned, lines[i].planned);
			now->spent = money_add(now->spent, lines[i].spent);
			break;
		}
	}
}

static int
compute_tasks(struct loading *l, struct error *err)
{
	struct round_state *out = l->out;
	struct task_money *lines;
	int count, year = out->course.year;

	for (int i = 0; i < out->task_count; i++) {
		const struct task *task = out->tasks[i].task;
		struct round_saying *now = &out->tasks[i].now;
		const struct task told = task_said_in(task, year);

		*now = (struct round_saying){ .state = task_state_in(task, year),
			.percent = task_percent_in(task, year),
			.planned = MONEY_NONE,
			.spent = MONEY_NONE,
			.told = true,
			.login = told.login,
			.entered_at = told.entered_at,
			.file_name = told.file_name };
	}
	if (task_money_of_strategy(l->db, out->course.strategy.id, l->arena, &lines, &count, err))
		return -1;
	add_money(out, lines, count);
	for (int i = 0; i < out->task_count; i++)
		out->tasks[i].said = out->tasks[i].now;
	return 0;
}

/* ---- as they were frozen ---- */

static struct round_task *
task_of(const struct round_state *out, int64_t id)
{
	for (int i = 0; i < out->task_count; i++)
		if (out->tasks[i].task->id == id)
			return &out->tasks[i];
	return NULL;
}

static const struct task *
task_as_approved(struct loading *l, const struct task *live, const char *name)
{
	struct task *copy;

	if (!name[0])
		return live;
	copy = arena_new(l->arena, sizeof *copy);
	*copy = *live;
	copy->name = kept_string(l->arena, name);
	return copy;
}

static int
thaw_tasks(struct loading *l, struct error *err)
{
	struct stmt *q = db_start(l->db, Q_ROUND_TASKS, err);
	struct round_state *out = l->out;
	bool *known = arena_array(l->arena, (size_t)out->task_count + 1, sizeof *known);
	int kept = 0;

	db_bind_int(q, 1, out->round.id);
	while (db_next(q)) {
		struct round_task *t = task_of(out, db_int(q, 0));
		int state = task_state_from_name(db_text(q, 1));

		if (!t)
			continue;
		known[t - out->tasks] = true;
		t->said = (struct round_saying){ .state = state < 0 ? TASK_NOT_STARTED
								    : (enum task_state)state,
			.percent = task_percent_from(q, 2),
			.planned = money_from(q, 3),
			.spent = money_from(q, 4),
			.told = !db_null(q, 6),
			.login = kept_string(l->arena, db_text(q, 6)),
			.entered_at = kept_string(l->arena, db_text(q, 7)),
			.file_name = kept_string(l->arena, db_text(q, 8)) };
		t->task = task_as_approved(l, t->task, db_text(q, 5));
	}
	for (int i = 0; i < out->task_count; i++) /* tasks that came later do not count */
		if (known[i])
			out->tasks[kept++] = out->tasks[i];
	out->task_count = kept;
	return db_end(q);
}

static int
thaw_money(struct loading *l, struct error *err)
{
	struct stmt *q = db_start(l->db, Q_ROUND_MONEY, err);
	struct task_money *lines = NULL;
	int count = 0, first = 0;
	size_t room = 0;

	db_bind_int(q, 1, l->out->round.id);
	while (db_next(q)) {
		lines = arena_grow(l->arena, lines, (size_t)count, &room, sizeof *lines);
		lines[count++] = (struct task_money){ .task = db_int(q, 0),
			.year = l->out->course.year,
			.source = money_source_from_name(db_text(q, 1)),
			.planned = money_from(q, 2),
			.spent = money_from(q, 3),
			.login = kept_string(l->arena, db_text(q, 4)),
			.entered_at = kept_string(l->arena, db_text(q, 5)),
			.file_name = kept_string(l->arena, db_text(q, 6)) };
	}
	for (int i = 0; i < count; i++) {
		struct round_task *t = task_of(l->out, lines[i].task);

		if (i && lines[i].task != lines[i - 1].task)
			first = i;
		if (t) {
			t->said.money = &lines[first];
			t->said.money_count = i + 1 - first;
		}
	}
	return db_end(q);
}

/* Deleted tasks too where the report is approved: it spoke of them. */
int
round_state_tasks(struct db *db, struct arena *arena, struct round_state *out, struct error *err)
{
	const struct task_filter used = { .strategy = out->course.strategy.id },
				 gone = { .strategy = out->course.strategy.id, .retired = true };
	struct loading l = { db, arena, out };
	struct task *tasks[2] = { NULL };
	int counts[2] = { 0 };

	if (task_list(db, &used, arena, &tasks[0], &counts[0], err) ||
		(out->frozen && task_list(db, &gone, arena, &tasks[1], &counts[1], err)))
		return -1;
	out->tasks = arena_array(arena, (size_t)(counts[0] + counts[1]) + 1, sizeof *out->tasks);
	for (int k = 0; k < 2; k++)
		for (int i = 0; i < counts[k]; i++)
			out->tasks[out->task_count++] = (struct round_task){ .task = &tasks[k][i],
				.gone = k == 1,
				.goal = goal_index(out->course.goals, out->course.goal_count,
					tasks[k][i].goal) };
	if (compute_tasks(&l, err))
		return -1;
	return out->frozen && (thaw_tasks(&l, err) || thaw_money(&l, err)) ? -1 : 0;
}
