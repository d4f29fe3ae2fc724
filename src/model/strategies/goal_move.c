/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Goals move in their tree, go and come back. */
#include "config.h"

#include "model/strategies/goal.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "model/strategies/goal_parts.h"
#include "model/queries.h"

struct acting {
	int64_t rev, id;
	int by;
	const struct strategy_why *why;
	struct goal goal; /* itself */
	struct goal *list;
	int count, self;
	struct arena arena;
};

static int
place(struct db *db, int64_t id, int64_t parent, int position, struct error *err)
{
	struct stmt *q = db_start(db, Q_GOAL_PLACE, err);

	db_bind_int(q, 1, id);
	db_bind_int_or_null(q, 2, parent);
	db_bind_int(q, 3, position);
	return db_run(q, NULL);
}

/* The strategy touched, its tree loaded, the goal found in it. */
static int
begin(struct db *db, struct acting *a, bool retired, struct error *err)
{
	if (goal_load(db, a->id, &a->goal, err))
		return -1;
	if (a->goal.retired != retired)
		return error_set(err, ERROR_MISSING,
			retired ? _("It is there again already.")
				: _("This goal is gone already."));
	if (strategy_touch(db, a->goal.strategy, a->rev, err) ||
		goal_tree(db, a->goal.strategy, false, &a->arena, &a->list, &a->count, err))
		return -1;
	a->self = goal_index(a->list, a->count, a->id);
	return 0;
}

/* The sibling before (-1) or behind (1); -1 = none. */
static int
sibling(const struct acting *a, int by)
{
	for (int i = a->self + by; i >= 0 && i < a->count; i += by)
		if (a->list[i].parent == a->list[a->self].parent)
			return i;
	return -1;
}

static int
move(struct db *db, void *context, struct error *err)
{
	struct acting *a = context;
	int64_t parent;
	int other, at = 0;

	if (begin(db, a, false, err))
		return -1;
	other = sibling(a, a->by);
	if (other < 0)
		return 0;
	parent = a->list[a->self].parent;
	for (int i = 0; i < a->count; i++) { /* places without gaps, the two exchanged */
		int id = i == a->self ? other : i == other ? a->self : i;

		if (a->list[i].parent == parent && place(db, a->list[id].id, parent, ++at, err))
			return -1;
	}
	return 0;
}

static int
put_below(struct db *db, struct acting *a, struct error *err)
{
	int elder = sibling(a, -1);

	if (elder < 0)
		return error_set(err, ERROR_INPUT,
			_("There is no goal before it at the same level below which it could go."));
	if (a->list[elder].depth + goal_height(a->list, a->count, a->self) >= STRATEGY_LEVELS)
		return error_set(err, ERROR_INPUT,
			_("A strategy has three levels of goals; there is no fourth one."));
	return place(db, a->id, a->list[elder].id,
		goal_place_after(a->list, a->count, a->list[elder].id), err);
}

/* Behind its parent: those that followed the parent go one place down. */
static int
put_beside(struct db *db, struct acting *a, struct error *err)
{
	const struct goal *above;
	int at = 0;

	if (a->list[a->self].above < 0)
		return error_set(
			err, ERROR_INPUT, _("The goal stands on the first level already."));
	above = &a->list[a->list[a->self].above];
	for (int i = 0; i < a->count; i++) {
		if (a->list[i].parent != above->parent)
			continue;
		if (place(db, a->list[i].id, above->parent, ++at, err) ||
			(a->list[i].id == above->id && place(db, a->id, above->parent, ++at, err)))
			return -1;
	}
	return 0;
}

/* By the tree as it was. */
static int
keep_shift(struct db *db, const struct acting *a, struct error *err)
{
	struct goal now = a->list[a->self];
	int elder = sibling(a, -1);

	now.parent = a->by > 0 ? a->list[elder].id : a->list[now.above].parent;
	if (goal_check_twin(a->list, a->count, &now, err))
		return -1;
	return goal_keep_change(db, a->list, a->count, a->self, &now, a->why, err);
}

static int
shift(struct db *db, void *context, struct error *err)
{
	struct acting *a = context;

	if (begin(db, a, false, err) ||
		(a->by > 0 ? put_below(db, a, err) : put_beside(db, a, err)))
		return -1;
	return keep_shift(db, a, err);
}

static int
check_held(struct db *db, const struct acting *a, struct error *err)
{
	struct stmt *q = db_start(db, Q_GOAL_HELD, err);
	int held[3] = { 0 };

	db_bind_int(q, 1, a->id);
	db_bind_int(q, 2, a->list[a->self].strategy);
	if (db_next(q))
		for (int i = 0; i < 3; i++)
			held[i] = (int)db_int(q, i);
	if (db_end(q))
		return -1;
	if (held[0] || held[1] || held[2])
		return error_set(err, ERROR_INPUT,
			_("This goal cannot be deleted: goals (%d), indicators (%d) or tasks (%d) "
			  "hang on it. Move or delete them first."),
			held[0], held[1], held[2]);
	return 0;
}

static int
mark(struct db *db, int64_t id, const char *when, struct error *err)
{
	struct stmt *q = db_start(db, Q_GOAL_RETIRE, err);

	db_bind_int(q, 1, id);
	db_bind_text(q, 2, when);
	return db_run(q, NULL);
}

static int
keep_act(struct db *db, const struct acting *a, enum change_act what, struct error *err)
{
	const struct strategy_change change = { .strategy = a->goal.strategy,
		.noun = CHANGE_GOAL,
		.act = what,
		.row = a->id,
		.name = a->goal.name };

	return strategy_change_keep(db, &change, a->why, GOAL_FIELD_REASON, err);
}

static int
retire(struct db *db, void *context, struct error *err)
{
	struct acting *a = context;
	char now[32];

	return begin(db, a, false, err) || check_held(db, a, err) ||
			       mark(db, a->id, clock_now_utc(now, sizeof(now)), err) ||
			       keep_act(db, a, CHANGE_DELETED, err)
		       ? -1
		       : 0;
}

static int
restore(struct db *db, void *context, struct error *err)
{
	struct acting *a = context;
	int64_t parent;
	int above;

	if (begin(db, a, true, err))
		return -1;
	parent = a->goal.parent;
	above = goal_index(a->list, a->count, parent);
	if (above < 0 || a->list[above].depth + 1 >= STRATEGY_LEVELS)
		parent = 0;
	a->goal.parent = parent;
	if (goal_check_twin(a->list, a->count, &a->goal, err))
		return -1;
	return mark(db, a->id, NULL, err) ||
			       place(db, a->id, parent, goal_place_after(a->list, a->count, parent),
				       err) ||
			       keep_act(db, a, CHANGE_RESTORED, err)
		       ? -1
		       : 0;
}

static int
act_on(struct db *db, const char *action,
	int (*change)(struct db *db, void *context, struct error *err), int64_t rev, int64_t id,
	int by, const struct strategy_why *why, struct error *err)
{
	const struct db_act act = { .action = action, .entity = "strategy" };
	struct acting a = { .rev = rev, .id = id, .by = by, .why = why };
	int failed = db_write(db, &act, change, &a, err);

	arena_release(&a.arena);
	return failed;
}

int
goal_move(struct db *db, int64_t rev, int64_t id, int by, struct error *err)
{
	return act_on(db, "goal.move", move, rev, id, by, NULL, err);
}

int
goal_shift(struct db *db, int64_t rev, int64_t id, int by, const struct strategy_why *why,
	struct error *err)
{
	return act_on(db, "goal.move", shift, rev, id, by, why, err);
}

int
goal_retire(
	struct db *db, int64_t rev, int64_t id, const struct strategy_why *why, struct error *err)
{
	return act_on(db, "goal.retire", retire, rev, id, 0, why, err);
}

int
goal_restore(
	struct db *db, int64_t rev, int64_t id, const struct strategy_why *why, struct error *err)
{
	return act_on(db, "goal.restore", restore, rev, id, 0, why, err);
}
