/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of a strategy as a file found them, and taking such a file back. */
#include "config.h"

#include "model/strategies/strategy_former.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/queries.h"
#include "model/monitoring/round_sheet.h"
#include "model/strategies/goal_parts.h"
#include "model/strategies/strategy.h"
#include "model/strategies/target.h"
#include "model/strategies/target_parts.h"
#include "model/strategies/task.h"
#include "model/word.h"

static int
run(struct db *db, int query, int64_t import_id, int64_t strategy, struct error *err)
{
	struct stmt *q = db_start(db, query, err);

	db_bind_int(q, 1, import_id);
	db_bind_int(q, 2, strategy);
	return db_run(q, NULL);
}

static int
run_all(struct db *db, const int *queries, size_t count, int64_t import_id, int64_t strategy,
	struct error *err)
{
	for (size_t i = 0; i < count; i++)
		if (run(db, queries[i], import_id, strategy, err))
			return -1;
	return 0;
}

/* ---- keeping ---- */

enum stage { BEFORE, AFTER, TAKEN_BACK };

static int
say(struct db *db, int64_t import_id, int64_t strategy, enum stage stage, struct error *err)
{
	struct stmt *q = db_start(db, Q_STRATEGY_FORMER_SAY, err);

	db_bind_int(q, 1, import_id);
	db_bind_int(q, 2, strategy);
	db_bind_int(q, 3, stage);
	return db_run(q, NULL);
}

int
strategy_former_begin(struct db *db, int64_t import_id, int64_t strategy, struct error *err)
{
	return say(db, import_id, strategy, BEFORE, err);
}

int
strategy_former_end(struct db *db, int64_t import_id, int64_t strategy, struct error *err)
{
	return say(db, import_id, strategy, AFTER, err) ||
			       run(db, Q_STRATEGY_FORMER_PRUNE, import_id, strategy, err)
		       ? -1
		       : 0;
}

/* ---- lines and their places ---- */

static struct stmt *
start_place(struct db *db, int query, int64_t strategy, const char *noun, int64_t place,
	struct error *err)
{
	struct stmt *q = db_start(db, query, err);

	db_bind_int(q, 1, strategy);
	db_bind_text(q, 2, noun);
	db_bind_int(q, 3, place);
	return q;
}

int
strategy_former_move(struct db *db, int64_t strategy, const char *noun, int64_t from, int64_t to,
	struct error *err)
{
	struct stmt *q = start_place(db, Q_STRATEGY_FORMER_MOVE, strategy, noun, from, err);

	db_bind_int(q, 4, to);
	return db_run(q, NULL);
}

int
strategy_former_free(
	struct db *db, int64_t strategy, const char *noun, int64_t place, struct error *err)
{
	return db_run(start_place(db, Q_STRATEGY_FORMER_FREE, strategy, noun, place, err), NULL);
}

/* ---- whether it may be taken back ---- */

static int
check_newer(struct db *db, int64_t import_id, struct error *err)
{
	struct stmt *q = db_start(db, Q_STRATEGY_FORMER_LATER, err);
	int64_t later = 0;

	db_bind_int(q, 1, import_id);
	if (db_next(q))
		later = db_int(q, 0);
	if (db_end(q))
		return -1;
	return later ? error_set(err, ERROR_INPUT,
			       _("Import %lld cannot be undone: a newer file changed the same rows "
				 "of the strategy. Undo first import %lld."),
			       (long long)import_id, (long long)later)
		     : 0;
}

/* 0 = none: nothing of it is in force any more. */
static int
find_strategy(struct db *db, int64_t import_id, int64_t *id, struct error *err)
{
	struct stmt *q = db_start(db, Q_STRATEGY_FORMER_STRATEGY, err);

	*id = 0;
	db_bind_int(q, 1, import_id);
	if (db_next(q))
		*id = db_int(q, 0);
	return db_end(q);
}

/* ---- taking back ---- */

/* Money of an approved year changes with a reason alone, which taking a file back has none of. */
static int
check_money(struct db *db, int64_t import_id, int64_t strategy, struct error *err)
{
	struct stmt *q = db_start(db, Q_STRATEGY_FORMER_MONEY_APPROVED, err);
	char task[TASK_NAME_SIZE] = "";
	int year = 0;

	db_bind_int(q, 1, import_id);
	db_bind_int(q, 2, strategy);
	if (db_next(q)) {
		year = (int)db_int(q, 0);
		text_copy(task, sizeof task, db_text(q, 1));
	}
	if (db_end(q))
		return -1;
	return year ? error_set(err, ERROR_INPUT,
			      _("Import %lld cannot be undone: it brought money of %d (%s), and "
				"the report of that year is approved. Change the amount by hand "
				"with a reason (6 5); what somebody has changed since the file "
				"stays, and the rest of it can be undone then."),
			      (long long)import_id, year, task)
		    : 0;
}

/* Readings and how far tasks are have triggers that keep more than one file deep; all else is what
 * the file found. */
static int
put_back(struct db *db, int64_t import_id, int64_t strategy, struct error *err)
{
	static const int queries[] = { Q_STRATEGY_FORMER_STRATEGY_BACK,
		Q_STRATEGY_FORMER_GOALS_BACK, Q_STRATEGY_FORMER_TARGETS_BACK,
		Q_STRATEGY_FORMER_TASKS_BACK, Q_STRATEGY_FORMER_MONEY_BACK,
		Q_STRATEGY_FORMER_STEPS_BACK, Q_STRATEGY_FORMER_REMARKS_BACK,
		Q_STRATEGY_FORMER_RISKS_BACK };

	return run(db, Q_STRATEGY_FORMER_CHANGED, import_id, strategy, err) ||
			       say(db, import_id, strategy, TAKEN_BACK, err) ||
			       check_money(db, import_id, strategy, err) ||
			       round_sheet_forget(db, import_id, err) ||
			       run_all(db, queries, sizeof(queries) / sizeof(queries[0]), import_id,
				       strategy, err)
		       ? -1
		       : 0;
}

static int
take_out(struct db *db, int64_t import_id, int64_t strategy, struct error *err)
{
	static const int queries[] = { Q_STRATEGY_FORMER_MONEY_GONE, Q_STRATEGY_FORMER_STEPS_GONE,
		Q_STRATEGY_FORMER_REMARKS_GONE, Q_STRATEGY_FORMER_RISKS_GONE,
		Q_STRATEGY_FORMER_USED, Q_STRATEGY_FORMER_PATHS_CLEAR, Q_STRATEGY_FORMER_PATHS_BACK,
		Q_STRATEGY_FORMER_READINGS_GONE, Q_STRATEGY_FORMER_CHANGES_GONE,
		Q_STRATEGY_FORMER_TARGETS_GONE, Q_STRATEGY_FORMER_PROGRESS_GONE,
		Q_STRATEGY_FORMER_TASKS_GONE, Q_STRATEGY_FORMER_GOALS_USED,
		Q_STRATEGY_FORMER_GOAL_CHANGES_GONE, Q_STRATEGY_FORMER_GOALS_GONE,
		Q_STRATEGY_FORMER_DROP };
	static const int places[] = { Q_STRATEGY_FORMER_PLACES_LOST, Q_STRATEGY_FORMER_PLACES_ASIDE,
		Q_STRATEGY_FORMER_PLACES_SETTLE, Q_STRATEGY_STEPS_ASIDE, Q_STRATEGY_STEPS_SETTLE,
		Q_STRATEGY_REMARKS_ASIDE, Q_STRATEGY_REMARKS_SETTLE, Q_STRATEGY_RISKS_ASIDE,
		Q_STRATEGY_RISKS_SETTLE, Q_STRATEGY_TASKS_SETTLE };

	if (run_all(db, queries, sizeof(queries) / sizeof(queries[0]), import_id, strategy, err))
		return -1;
	for (size_t i = 0; i < sizeof(places) / sizeof(places[0]); i++) {
		struct stmt *q = db_start(db, places[i], err);

		db_bind_int(q, 1, strategy);
		if (db_run(q, NULL))
			return -1;
	}
	return 0;
}

struct stood { /* before it is taken back */
	struct strategy strategy;
	struct target *targets;
	struct goal *goals;
	int target_count, goal_count;
};

static int
look(struct db *db, int64_t strategy, struct arena *arena, struct stood *out, struct error *err)
{
	const struct target_filter filter = { .strategy = strategy };

	return strategy_load(db, strategy, &out->strategy, err) ||
			       target_list(db, &filter, arena, &out->targets, &out->target_count,
				       err) ||
			       goal_tree(db, strategy, false, arena, &out->goals, &out->goal_count,
				       err)
		       ? -1
		       : 0;
}

/* What a strategy in force said meanwhile stays in its history. */
static int
keep_changes(struct db *db, int64_t import_id, int64_t strategy, const struct stood *before,
	struct arena *arena, struct error *err)
{
	const struct strategy_why why = { NULL,
		arena_format(arena, _("Import %lld was taken back."), (long long)import_id), NULL };
	struct stood now;

	if (look(db, strategy, arena, &now, err))
		return -1;
	now.strategy.reason = why.reason;
	if (strategy_change_fields(db, &now.strategy, &before->strategy, err))
		return -1;
	for (int i = 0; i < before->target_count; i++)
		for (int k = 0; k < now.target_count; k++)
			if (now.targets[k].id == before->targets[i].id &&
				target_keep_change(
					db, &before->targets[i], &now.targets[k], &why, err))
				return -1;
	for (int k = 0; k < now.goal_count; k++) {
		int at = goal_index(before->goals, before->goal_count, now.goals[k].id);

		if (at >= 0 && goal_keep_change(db, before->goals, before->goal_count, at,
				       &now.goals[k], &why, err))
			return -1;
	}
	return 0;
}

static int
restore(struct db *db, int64_t import_id, struct arena *arena, struct error *err)
{
	struct stood before;
	int64_t strategy;

	if (check_newer(db, import_id, err) || find_strategy(db, import_id, &strategy, err))
		return -1;
	if (!strategy)
		return round_sheet_forget(db, import_id, err);
	return strategy_touch(db, strategy, 0, err) || look(db, strategy, arena, &before, err) ||
			       put_back(db, import_id, strategy, err) ||
			       take_out(db, import_id, strategy, err) ||
			       keep_changes(db, import_id, strategy, &before, arena, err)
		       ? -1
		       : 0;
}

int
strategy_former_restore(struct db *db, int64_t import_id, struct error *err)
{
	struct arena arena = { 0 };
	int result = restore(db, import_id, &arena, err);

	arena_release(&arena);
	return result;
}

static const struct word nouns[] = {
	{ "strategy", N_("strategy") },
	{ "goal", N_("goal") },
	{ "target", N_("indicator") },
	{ "reading", N_("value") },
	{ "task", N_("task") },
	{ "progress", N_("state of the task") },
	{ "money", N_("money of the task") },
	{ "step", N_("step") },
	{ "remark", N_("remark") },
	{ "risk", N_("risk") },
};
enum { NOUNS = sizeof(nouns) / sizeof(nouns[0]) };

/* "value “Places” 2024", "risk 2" */
static const char *
name_of(struct stmt *q, struct arena *arena)
{
	int noun = word_find(nouns, NOUNS, db_text(q, 0), -1);
	const char *name = db_text(q, 1), *rest = db_text(q, 2);

	return arena_format(arena, "%s%s%s%s%s%s", noun < 0 ? db_text(q, 0) : _(nouns[noun].label),
		name[0] ? " “" : "", name, name[0] ? "”" : "", rest[0] ? " " : "", rest);
}

int
strategy_former_left(struct db *db, int64_t import_id, struct arena *arena, const char **names,
	int *count, struct error *err)
{
	struct stmt *q = db_start(db, Q_STRATEGY_FORMER_LEFT, err);

	*names = "";
	*count = 0;
	db_bind_int(q, 1, import_id);
	while (db_next(q))
		*names = arena_format(
			arena, "%s%s%s", *names, (*count)++ ? ", " : "", name_of(q, arena));
	return db_end(q);
}
