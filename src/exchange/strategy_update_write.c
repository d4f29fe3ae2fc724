/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a strategy's file adds and changes, written into the strategy that is here. */
#include "config.h"

#include "exchange/strategy_update.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "model/strategies/strategy_former.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

struct writing {
	struct db *db;
	struct strategy_read *f;
	const struct strategy_update *u;
	int64_t import_id;
	struct arena arena;
};

/* ---- rows that are there ---- */

int64_t
strategy_update_id(const struct strategy_update *u, const struct read_row *there)
{
	return there->kind == ROW_GOAL     ? u->ids.goals[there->index]
	       : there->kind == ROW_TARGET ? u->ids.targets[there->index]
					   : u->ids.tasks[there->index];
}

/* Of steps, remarks and risks; 0 = a new one. */
static int
place_of(const struct read_row *there)
{
	long place = 0;

	return there && !number_parse_whole(there->cells[SC_NUMBER], 1, INT_MAX, &place)
		       ? (int)place
		       : 0;
}

/* What the file speaks of has its id from here, and new things have none. */
static void
name_ids(struct strategy_read *f, const struct strategy_update *u)
{
	for (int i = 0; i < f->row_count; i++) {
		const struct read_row *row = &f->rows[i], *there = u->pairs[i];

		if (row->kind == ROW_GOAL)
			f->goals[row->index].goal.id = there ? strategy_update_id(u, there) : 0;
		else if (row->kind == ROW_TARGET)
			f->targets[row->index].target.id = there ? strategy_update_id(u, there) : 0;
		else if (row->kind == ROW_TASK)
			f->tasks[row->index].task.id = there ? strategy_update_id(u, there) : 0;
	}
}

static int64_t
goal_of(const struct strategy_read *f, int index)
{
	return index < 0 ? 0 : f->goals[index].goal.id;
}

/* ---- targets ---- */

static int
by_year(const void *a, const void *b)
{
	return ((const struct target_step *)a)->year - ((const struct target_step *)b)->year;
}

/* The card in the database with what the file says of it. */
static void
lay_over(struct target *card, const struct target *file)
{
	struct target now = *file;

	now.id = card->id;
	text_copy(now.uid, sizeof(now.uid), card->uid);
	now.strategy = card->strategy;
	now.goal = card->goal;
	now.position = card->position;
	text_copy(now.indicator, sizeof(now.indicator), card->indicator);
	now.slot = card->slot;
	now.retired = card->retired;
	if (!now.path_count) {
		memcpy(now.path, card->path, sizeof(now.path));
		now.path_count = card->path_count;
	}
	*card = now;
}

static void
sort_path(struct target *t)
{
	qsort(t->path, (size_t)t->path_count, sizeof(t->path[0]), by_year);
}

int
strategy_update_cards(struct db *db, const struct strategy_read *f, const struct strategy_update *u,
	int row, struct target *before, struct target *now, struct error *err)
{
	if (target_load(db, strategy_update_id(u, u->pairs[row]), before, err))
		return -1;
	*now = *before;
	lay_over(now, &f->targets[f->rows[row].index].target);
	sort_path(now);
	return 0;
}

static int
write_target(struct writing *w, int row, struct error *err)
{
	const struct read_row *r = &w->f->rows[row];
	const struct strategy_why why = { r->cells[SC_RESOLUTION], r->cells[SC_REASON],
		w->f->targets[r->index].changed_on };
	struct read_target *read = &w->f->targets[r->index];
	struct target before, now = read->target;

	if (w->u->pairs[row])
		return strategy_update_cards(w->db, w->f, w->u, row, &before, &now, err) ||
				       target_put(w->db, &now, &why, err)
			       ? -1
			       : 0;
	sort_path(&now);
	now.strategy = w->u->strategy.id;
	now.goal = goal_of(w->f, read->goal);
	if (target_put(w->db, &now, &why, err))
		return -1;
	read->target.id = now.id;
	return 0;
}

static int
write_reading(struct writing *w, int row, struct error *err)
{
	const struct read_reading *read = &w->f->readings[w->f->rows[row].index];
	struct target_reading reading = read->reading;

	reading.target = w->f->targets[read->target].target.id;
	reading.import_id = w->import_id;
	return target_reading_put(w->db, &reading, err);
}

/* ---- goals, tasks, money ---- */

static int
write_goal(struct writing *w, int row, struct error *err)
{
	struct read_goal *read = &w->f->goals[w->f->rows[row].index];
	const struct strategy_why why = { w->f->rows[row].cells[SC_RESOLUTION],
		w->f->rows[row].cells[SC_REASON], read->changed_on };
	struct goal now = read->goal, *list;
	int count, at;

	now.strategy = w->u->strategy.id;
	now.parent = goal_of(w->f, read->above);
	if (now.id) {
		if (goal_tree(w->db, now.strategy, false, &w->arena, &list, &count, err))
			return -1;
		at = goal_index(list, count, now.id);
		now.parent = list[at].parent;
		now.position = list[at].position;
		now.priority = list[at].priority;
	}
	if (goal_put(w->db, &now, &why, err))
		return -1;
	read->goal.id = now.id;
	return 0;
}

static int
write_task(struct writing *w, int row, struct error *err)
{
	struct read_task *read = &w->f->tasks[w->f->rows[row].index];
	struct task now = read->task, before;

	now.strategy = w->u->strategy.id;
	now.goal = goal_of(w->f, read->goal);
	now.import_id = w->import_id;
	if (now.id) {
		if (task_load(w->db, now.id, &w->arena, &before, err))
			return -1;
		now.uid = before.uid;
		now.goal = before.goal;
	}
	if (task_put(w->db, &now, err))
		return -1;
	read->task.id = now.id;
	return 0;
}

static int
write_money(struct writing *w, int row, struct error *err)
{
	const struct read_money *read = &w->f->money[w->f->rows[row].index];
	struct task_money now = read->money;

	now.task = w->f->tasks[read->task].task.id;
	now.import_id = w->import_id;
	now.reason = w->f->rows[row].cells[SC_REASON];
	return task_money_keep_change(w->db, &now, err) || task_money_put(w->db, &now, err) ? -1
											    : 0;
}

/* ---- lines ---- */

static int
write_step(struct writing *w, int row, struct error *err)
{
	struct adoption_step now = w->f->steps[w->f->rows[row].index].step;

	now.position = place_of(w->u->pairs[row]);
	return adoption_put(w->db, w->u->strategy.id, &now, err);
}

static int
write_remark(struct writing *w, int row, struct error *err)
{
	struct remark now = w->f->remarks[w->f->rows[row].index].remark;

	now.position = place_of(w->u->pairs[row]);
	return remark_put(w->db, w->u->strategy.id, &now, err);
}

static int
write_risk(struct writing *w, int row, struct error *err)
{
	const struct read_risk *read = &w->f->risks[w->f->rows[row].index];
	struct risk now = read->risk;

	now.position = place_of(w->u->pairs[row]);
	now.task = read->task < 0 ? 0 : w->f->tasks[read->task].task.id;
	return risk_put(w->db, w->u->strategy.id, &now, err);
}

/* ---- the strategy itself ---- */

static int
write_strategy(struct writing *w, int row, struct error *err)
{
	struct strategy now = w->u->strategy;
	const struct strategy *file = &w->f->strategy;

	now.rev++; /* the write has touched it */
	now.reason = w->f->rows[row].cells[SC_REASON];
	text_copy(now.changed_on, sizeof(now.changed_on), file->changed_on);
	text_copy(now.name, sizeof(now.name), file->name);
	text_copy(now.vision, sizeof(now.vision), file->vision);
	text_copy(now.mission, sizeof(now.mission), file->mission);
	text_copy(now.case_mark, sizeof(now.case_mark), file->case_mark);
	text_copy(now.note, sizeof(now.note), file->note);
	for (int i = 0; i < STRATEGY_LEVELS; i++)
		text_copy(now.level[i], sizeof(now.level[i]), file->level[i]);
	now.first_year = file->first_year;
	now.last_year = file->last_year;
	now.rule = file->rule;
	return strategy_put(w->db, &now, err);
}

/* ---- all of it ---- */

static int
write_rows(struct writing *w, struct error *err)
{
	/* paths go with their targets; units and changes are never the file's */
	static int (*const writers[ROW_KINDS])(struct writing * w, int row, struct error *err) = {
		[ROW_STRATEGY] = write_strategy,
		[ROW_GOAL] = write_goal,
		[ROW_TARGET] = write_target,
		[ROW_READING] = write_reading,
		[ROW_TASK] = write_task,
		[ROW_MONEY] = write_money,
		[ROW_STEP] = write_step,
		[ROW_REMARK] = write_remark,
		[ROW_RISK] = write_risk,
	};

	for (int i = 0; i < w->f->row_count; i++) {
		struct error said = { .code = ERROR_NONE };
		long line = w->f->rows[i].line;

		if (w->u->changed[i] && writers[w->f->rows[i].kind] &&
			writers[w->f->rows[i].kind](w, i, &said))
			return error_at(
				err, said.code, line, 0, _("Line %ld: %s"), line, said.text);
	}
	return 0;
}

int
strategy_update_write(struct import_job *job, struct strategy_read *f, struct strategy_update *u,
	int64_t import_id, struct error *err)
{
	struct writing w = { .db = job->db, .f = f, .u = u, .import_id = import_id };
	int64_t strategy = u->strategy.id;
	int failed;

	name_ids(f, u);
	failed = strategy_former_begin(job->db, import_id, strategy, err) ||
		 strategy_touch(job->db, strategy, u->strategy.rev, err) || write_rows(&w, err) ||
		 strategy_former_end(job->db, import_id, strategy, err);
	arena_release(&w.arena);
	return failed ? -1 : 0;
}
