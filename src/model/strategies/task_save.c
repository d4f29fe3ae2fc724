/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing tasks: what cannot be, places within goals, deleting and bringing back. */
#include "config.h"

#include "model/strategies/task.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/random.h"
#include "model/kept.h"
#include "model/queries.h"
#include "model/strategies/strategy.h"
#include "model/strategies/strategy_line.h"

#include <string.h>

/* ---- what cannot be ---- */

int
task_check_texts(const struct task *t, struct error *err)
{
	const struct kept_words texts[] = {
		{ t->name, TASK_NAME_SIZE, true, false, TASK_FIELD_NAME,
			_("The name of the task") },
		{ t->office, KEPT_OFFICE_SIZE, false, false, TASK_FIELD_OFFICE, _("The office") },
		{ t->partners, KEPT_LINES_SIZE, false, true, TASK_FIELD_PARTNERS,
			_("The partners") },
		{ t->reason, KEPT_LINES_SIZE, false, true, TASK_FIELD_REASON, _("The reason") },
		{ t->product, KEPT_LINES_SIZE, false, true, TASK_FIELD_PRODUCT, _("The product") },
		{ t->note, KEPT_LINES_SIZE, false, true, TASK_FIELD_NOTE, _("The note") },
	};

	return kept_words_check(texts, sizeof(texts) / sizeof(texts[0]), err);
}

static int
check_days(const struct task *t, struct error *err)
{
	if (kept_day(t->planned_from, false, TASK_FIELD_PLANNED_FROM, _("The planned beginning"),
		    err) ||
		kept_day(t->planned_to, false, TASK_FIELD_PLANNED_TO, _("The planned end"), err) ||
		strategy_line_past_day(
			t->real_from, TASK_FIELD_REAL_FROM, _("The day on which it began"), err) ||
		strategy_line_past_day(
			t->real_to, TASK_FIELD_REAL_TO, _("The day on which it ended"), err))
		return -1;
	if (t->planned_from[0] && t->planned_to[0] && strcmp(t->planned_to, t->planned_from) < 0)
		return error_field(err, ERROR_INPUT, TASK_FIELD_PLANNED_TO,
			_("The planned end lies before the planned beginning."));
	if (t->real_from[0] && t->real_to[0] && strcmp(t->real_to, t->real_from) < 0)
		return error_field(err, ERROR_INPUT, TASK_FIELD_REAL_TO,
			_("The task cannot end before it began."));
	return 0;
}

static int
check_state(const struct task *t, struct error *err)
{
	bool over = t->state == TASK_DONE || t->state == TASK_GIVEN_UP;

	if (t->state == TASK_DONE && !t->real_to[0])
		return error_field(err, ERROR_INPUT, TASK_FIELD_REAL_TO,
			_("Say on which day the task was done."));
	if ((t->state == TASK_HELD || t->state == TASK_GIVEN_UP) && !t->reason[0])
		return error_field(err, ERROR_INPUT, TASK_FIELD_REASON,
			_("Say why the task was put on hold or abandoned."));
	if (t->state == TASK_NOT_STARTED && (t->real_from[0] || t->percent > 0))
		return error_field(err, ERROR_INPUT, TASK_FIELD_STATE,
			_("The task has begun: choose another state than “not started”."));
	if (!over && t->real_to[0])
		return error_field(err, ERROR_INPUT, TASK_FIELD_STATE,
			_("The task has ended: choose “done” or “abandoned”, or clear the day of "
			  "its end."));
	if (t->percent != TASK_PERCENT_UNKNOWN && (t->percent < 0 || t->percent > 100))
		return error_field(err, ERROR_INPUT, TASK_FIELD_PERCENT,
			_("The percentage must lie between 0 and 100."));
	if (!over && t->percent == 100)
		return error_field(err, ERROR_INPUT, TASK_FIELD_PERCENT,
			_("What is finished to 100%% is done: choose that state and say the day, "
			  "or give a smaller percentage."));
	return 0;
}

static int
check_goal(struct db *db, const struct task *t, struct error *err)
{
	struct stmt *q;
	bool found;

	if (t->goal == 0)
		return 0;
	q = db_start(db, Q_TASK_GOAL, err);
	db_bind_int(q, 1, t->goal);
	db_bind_int(q, 2, t->strategy);
	found = db_next(q);
	if (db_end(q) < 0)
		return -1;
	return found ? 0
		     : error_field(err, ERROR_INPUT, TASK_FIELD_GOAL,
			       _("The goal is deleted or belongs to another strategy. Choose one "
				 "of this strategy."));
}

struct head {
	int64_t strategy, goal;
	int position;
	bool retired, goal_retired, done;
};

static int
read_head(struct db *db, int64_t id, struct head *head, struct error *err)
{
	struct stmt *q = db_start(db, Q_TASK_HEAD, err);
	bool found;

	db_bind_int(q, 1, id);
	found = db_next(q);
	if (found)
		*head = (struct head){ .strategy = db_int(q, 0),
			.goal = db_int(q, 1),
			.position = (int)db_int(q, 2),
			.retired = db_int(q, 3) != 0,
			.goal_retired = db_int(q, 4) != 0,
			.done = db_int(q, 5) != 0 };
	if (db_end(q) < 0)
		return -1;
	return found ? 0
		     : error_set(err, ERROR_MISSING, _("There is no task with the number %lld."),
			       (long long)id);
}

/* Another percentage of what is done already would change nothing. */
static int
check_done(struct db *db, const struct task *t, struct error *err)
{
	struct head head;

	if (!t->id || t->state != TASK_DONE || t->percent == 100)
		return 0;
	if (read_head(db, t->id, &head, err))
		return -1;
	return head.done ? error_field(err, ERROR_INPUT, TASK_FIELD_PERCENT,
				   _("The task is done, and what is done is done to 100%%. Leave "
				     "that, or choose another state and clear the day of its end."))
			 : 0;
}

int
task_check(struct db *db, const struct task *t, struct error *err)
{
	return task_check_texts(t, err) || check_days(t, err) || check_state(t, err) ||
			       check_done(db, t, err) || check_goal(db, t, err)
		       ? -1
		       : 0;
}

/* ---- places ---- */

static int
next_place(struct db *db, int64_t strategy, int64_t goal, int *position, struct error *err)
{
	struct stmt *q = db_start(db, Q_TASK_LAST, err);

	db_bind_int(q, 1, strategy);
	db_bind_int_or_null(q, 2, goal);
	*position = db_next(q) ? (int)db_int(q, 0) + 1 : 1;
	return db_end(q);
}

static int
close_gap(struct db *db, const struct head *head, struct error *err)
{
	struct stmt *q = db_start(db, Q_TASK_CLOSE_GAP, err);

	db_bind_int(q, 1, head->strategy);
	db_bind_int_or_null(q, 2, head->goal);
	db_bind_int(q, 3, head->position);
	return db_run(q, NULL);
}

static int
set_place(struct db *db, int64_t id, int position, struct error *err)
{
	struct stmt *q = db_start(db, Q_TASK_PLACE, err);

	db_bind_int(q, 1, id);
	db_bind_int(q, 2, position);
	return db_run(q, NULL);
}

/* ---- saving ---- */

static void
bind_fields(struct stmt *q, const struct task *t)
{
	db_bind_int(q, 1, t->strategy);
	db_bind_int_or_null(q, 2, t->goal);
	db_bind_int(q, 3, t->position);
	db_bind_text(q, 4, task_kind_name(t->kind));
	db_bind_text(q, 5, t->name);
	db_bind_text(q, 6, t->office);
	db_bind_text(q, 7, t->partners);
	db_bind_text_or_null(q, 8, t->planned_from);
	db_bind_text_or_null(q, 9, t->planned_to);
	db_bind_text_or_null(q, 10, t->real_from);
	db_bind_text_or_null(q, 11, t->real_to);
	db_bind_text(q, 12, task_state_name(t->state));
	db_bind_text(q, 13, t->reason);
	task_percent_bind(q, 14, t->percent);
	db_bind_text(q, 15, t->product);
	db_bind_text(q, 16, t->note);
}

/* Who says it, when, from which file. */
static void
bind_said(struct db *db, struct stmt *q, const struct task *t)
{
	char now[32];

	db_bind_int(q, 18, db_person(db));
	db_bind_text(q, 19, clock_now_utc(now, sizeof(now)));
	db_bind_int_or_null(q, 20, t->import_id);
}

static int
insert(struct db *db, struct task *t, struct error *err)
{
	struct stmt *q;
	char uid[UID_SIZE];

	if (next_place(db, t->strategy, t->goal, &t->position, err))
		return -1;
	q = db_start(db, Q_TASK_INSERT, err);
	bind_fields(q, t);
	db_bind_text(q, 17, t->uid[0] ? t->uid : random_uid(uid));
	bind_said(db, q, t);
	if (db_run(q, NULL) < 0)
		return -1;
	t->id = db_last_id(db);
	return 0;
}

/* It keeps its place, or goes to the end of another goal. */
static int
update(struct db *db, struct task *t, struct error *err)
{
	struct head head;
	struct stmt *q;

	if (read_head(db, t->id, &head, err))
		return -1;
	if (head.retired || head.strategy != t->strategy)
		return error_set(err, ERROR_MISSING, _("The task is deleted already."));
	t->position = head.position;
	if (t->goal != head.goal && next_place(db, t->strategy, t->goal, &t->position, err))
		return -1;
	q = db_start(db, Q_TASK_UPDATE, err);
	bind_fields(q, t);
	db_bind_int(q, 17, t->id);
	bind_said(db, q, t);
	if (db_run(q, NULL) < 0)
		return -1;
	return t->goal != head.goal ? close_gap(db, &head, err) : 0;
}

int
task_put(struct db *db, struct task *t, struct error *err)
{
	if (task_check(db, t, err))
		return -1;
	if (t->state == TASK_DONE)
		t->percent = 100;
	return t->id ? update(db, t, err) : insert(db, t, err);
}

struct change {
	int64_t rev, id;
	struct task *task;
	int by;
};

static int
save(struct db *db, void *context, struct error *err)
{
	const struct change *c = context;

	return strategy_touch(db, c->task->strategy, kept_line_rev(c->task->id, c->rev), err) ||
			       task_put(db, c->task, err)
		       ? -1
		       : 0;
}

int
task_save(struct db *db, int64_t rev, struct task *t, struct error *err)
{
	const struct db_act act = { .action = t->id ? "task.change" : "task.add",
		.entity = "strategy" };
	struct task copy = *t;
	struct change c = { .rev = rev, .task = &copy };

	if (db_write(db, &act, save, &c, err) < 0)
		return -1;
	*t = copy;
	return 0;
}

/* ---- moving, deleting, bringing back ---- */

static int
move(struct db *db, void *context, struct error *err)
{
	const struct change *c = context;
	struct head head;
	struct stmt *q;
	int64_t other;

	if (read_head(db, c->id, &head, err) || strategy_touch(db, head.strategy, c->rev, err))
		return -1;
	q = db_start(db, Q_TASK_NEIGHBOUR, err);
	db_bind_int(q, 1, head.strategy);
	db_bind_int_or_null(q, 2, head.goal);
	db_bind_int(q, 3, head.position + c->by);
	other = db_next(q) ? db_int(q, 0) : 0;
	if (db_end(q) < 0)
		return -1;
	if (other == 0 || head.retired)
		return 0;
	return set_place(db, c->id, head.position + c->by, err) ||
			       set_place(db, other, head.position, err)
		       ? -1
		       : 0;
}

int
task_move(struct db *db, int64_t rev, int64_t id, int by, struct error *err)
{
	const struct db_act act = { .action = "task.move", .entity = "strategy" };
	struct change c = { .rev = rev, .id = id, .by = by };

	return db_write(db, &act, move, &c, err);
}

static int
retire(struct db *db, void *context, struct error *err)
{
	const struct change *c = context;
	struct head head;
	struct stmt *q;
	char now[32];

	if (read_head(db, c->id, &head, err) || strategy_touch(db, head.strategy, c->rev, err))
		return -1;
	if (head.retired)
		return error_set(err, ERROR_MISSING, _("The task is deleted already."));
	q = db_start(db, Q_TASK_RETIRE, err);
	db_bind_int(q, 1, c->id);
	db_bind_text(q, 2, clock_now_utc(now, sizeof(now)));
	return db_run(q, NULL) < 0 ? -1 : close_gap(db, &head, err);
}

int
task_retire(struct db *db, int64_t rev, int64_t id, struct error *err)
{
	const struct db_act act = { .action = "task.retire", .entity = "strategy" };
	struct change c = { .rev = rev, .id = id };

	return db_write(db, &act, retire, &c, err);
}

static bool
same_task(const struct task *a, const struct task *b)
{
	return a->goal == b->goal && a->kind == b->kind && a->state == b->state &&
	       a->percent == b->percent && a->planned == b->planned && a->spent == b->spent &&
	       !strcmp(a->name, b->name) && !strcmp(a->office, b->office) &&
	       !strcmp(a->partners, b->partners) && !strcmp(a->planned_from, b->planned_from) &&
	       !strcmp(a->planned_to, b->planned_to) && !strcmp(a->real_from, b->real_from) &&
	       !strcmp(a->real_to, b->real_to) && !strcmp(a->reason, b->reason) &&
	       !strcmp(a->product, b->product) && !strcmp(a->note, b->note);
}

struct retiring {
	struct change change;
	const struct task *seen;
};

/* What a colleague wrote elsewhere in the strategy stops nobody. */
static int
retire_seen(struct db *db, void *context, struct error *err)
{
	struct retiring *r = context;
	struct arena arena = { 0 };
	struct task now;
	int result = task_load(db, r->seen->id, &arena, &now, err);

	if (result == 0 && same_task(&now, r->seen))
		r->change.rev = KEPT_ANY_REV;
	arena_release(&arena);
	return result ? -1 : retire(db, &r->change, err);
}

int
task_retire_seen(struct db *db, int64_t rev, const struct task *seen, struct error *err)
{
	const struct db_act act = { .action = "task.retire", .entity = "strategy" };
	struct retiring r = { { .rev = rev, .id = seen->id }, seen };

	return db_write(db, &act, retire_seen, &r, err);
}

static int
restore(struct db *db, void *context, struct error *err)
{
	const struct change *c = context;
	struct head head;
	struct stmt *q;
	int position;

	if (read_head(db, c->id, &head, err) || strategy_touch(db, head.strategy, c->rev, err))
		return -1;
	if (!head.retired)
		return error_set(err, ERROR_MISSING, _("The task is there again already."));
	if (head.goal_retired)
		head.goal = 0;
	if (next_place(db, head.strategy, head.goal, &position, err))
		return -1;
	q = db_start(db, Q_TASK_RESTORE, err);
	db_bind_int(q, 1, c->id);
	db_bind_int_or_null(q, 2, head.goal);
	db_bind_int(q, 3, position);
	return db_run(q, NULL);
}

int
task_restore(struct db *db, int64_t rev, int64_t id, struct error *err)
{
	const struct db_act act = { .action = "task.restore", .entity = "strategy" };
	struct change c = { .rev = rev, .id = id };

	return db_write(db, &act, restore, &c, err);
}
