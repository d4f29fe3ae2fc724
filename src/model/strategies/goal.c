/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Goals of a strategy: the tree, its numbers, moving in it. */
#include "config.h"

#include "model/strategies/goal.h"

#include "base/i18n.h"
#include "base/random.h"
#include "base/text.h"
#include "model/strategies/goal_parts.h"
#include "model/kept.h"
#include "model/queries.h"
#include "model/word.h"

#include <stdio.h>
#include <string.h>

static const struct word dimensions[GOAL_DIMENSIONS] = {
	[GOAL_NO_DIMENSION] = { "", N_("not said") },
	[GOAL_SOCIAL] = { "social", N_("social") },
	[GOAL_ECONOMIC] = { "economic", N_("economic") },
	[GOAL_SPATIAL] = { "spatial", N_("spatial") },
};

const char *
goal_dimension_name(enum goal_dimension d)
{
	return dimensions[d].name;
}

const char *
goal_dimension_label(enum goal_dimension d)
{
	return _(dimensions[d].label);
}

int
goal_dimension_from_name(const char *name)
{
	return word_find(dimensions, GOAL_DIMENSIONS, name, -1);
}

/* ---- the tree ---- */

struct growing {
	struct goal *raw, *out;
	int raw_count, count;
};

/* Rows are sorted by parent and place, so children of one stand together. */
static void
grow(struct growing *g, int64_t parent, int above, int depth)
{
	int place = 0;

	for (int i = 0; i < g->raw_count; i++) {
		struct goal *to;

		if (g->raw[i].parent != parent)
			continue;
		to = &g->out[g->count++];
		*to = g->raw[i];
		to->depth = depth;
		to->above = above;
		snprintf(to->number, sizeof(to->number), "%.20s%s%d",
			above < 0 ? "" : g->out[above].number, above < 0 ? "" : ".", ++place);
		if (depth + 1 < STRATEGY_LEVELS)
			grow(g, to->id, g->count - 1, depth + 1);
	}
}

/* A goal below the first level has that of the goal above; its own waits until it comes back. */
static enum goal_dimension
dimension_of(struct stmt *q)
{
	return db_int(q, 2) ? GOAL_NO_DIMENSION
			    : (enum goal_dimension)word_find(dimensions, GOAL_DIMENSIONS,
				      db_text(q, 4), GOAL_NO_DIMENSION);
}

int
goal_tree(struct db *db, int64_t strategy, bool retired, struct arena *arena, struct goal **list,
	int *count, struct error *err)
{
	struct growing g = { 0 };
	size_t room = 0;
	struct stmt *q = db_start(db, Q_GOAL_LIST, err);

	db_bind_int(q, 1, strategy);
	db_bind_int(q, 2, retired);
	while (db_next(q)) {
		struct goal *to;

		g.raw = arena_grow(arena, g.raw, (size_t)g.raw_count, &room, sizeof(*g.raw));
		to = &g.raw[g.raw_count++];
		*to = (struct goal){ .id = db_int(q, 0),
			.strategy = strategy,
			.parent = db_int(q, 2),
			.position = (int)db_int(q, 3),
			.dimension = dimension_of(q),
			.priority = db_int(q, 7),
			.retired = retired,
			.above = -1 };
		text_copy(to->uid, sizeof(to->uid), db_text(q, 1));
		text_copy(to->name, sizeof(to->name), db_text(q, 5));
		text_copy(to->text, sizeof(to->text), db_text(q, 6));
	}
	*list = g.raw;
	*count = g.raw_count;
	if (db_end(q))
		return -1;
	if (retired)
		return 0;
	g.out = arena_array(arena, (size_t)g.raw_count + 1, sizeof(*g.out));
	grow(&g, 0, -1, 0);
	*list = g.out;
	*count = g.count;
	return g.count == g.raw_count
		       ? 0
		       : error_set(err, ERROR_DATA,
				 _("Goals of this strategy hang on each other in a circle, or "
				   "deeper "
				   "than three levels; restore a backup, or ask for help with the "
				   "database."));
}

int
goal_load(struct db *db, int64_t id, struct goal *out, struct error *err)
{
	struct stmt *q = db_start(db, Q_GOAL_HEAD, err);
	bool found;

	db_bind_int(q, 1, id);
	found = db_next(q);
	if (found) {
		*out = (struct goal){ .id = id,
			.strategy = db_int(q, 0),
			.parent = db_int(q, 1),
			.position = (int)db_int(q, 2),
			.retired = db_int(q, 3) != 0,
			.above = -1 };
		text_copy(out->name, sizeof(out->name), db_text(q, 4));
		text_copy(out->uid, sizeof(out->uid), db_text(q, 5));
	}
	if (db_end(q))
		return -1;
	return found ? 0 : error_set(err, ERROR_MISSING, _("This goal is gone already."));
}

int
goal_index(const struct goal *list, int count, int64_t id)
{
	for (int i = 0; i < count; i++)
		if (list[i].id == id)
			return i;
	return -1;
}

int
goal_by_number(const struct goal *list, int count, const char *number)
{
	for (int i = 0; i < count; i++)
		if (strcmp(list[i].number, number) == 0)
			return i;
	return -1;
}

int
goal_height(const struct goal *list, int count, int index)
{
	int deepest = list[index].depth;

	for (int i = index + 1; i < count && list[i].depth > list[index].depth; i++)
		if (list[i].depth > deepest)
			deepest = list[i].depth;
	return deepest - list[index].depth + 1;
}

static bool
lies_below(const struct goal *list, int index, int above)
{
	for (; index >= 0; index = list[index].above)
		if (index == above)
			return true;
	return false;
}

/* ---- saving ---- */

static int
check_parent(const struct goal *list, int count, const struct goal *g, struct error *err)
{
	int self = goal_index(list, count, g->id), above = goal_index(list, count, g->parent);
	int deep = self < 0 ? 1 : goal_height(list, count, self);

	if (g->id && self < 0)
		return error_set(err, ERROR_MISSING, _("This goal is gone already."));
	if (!g->parent)
		return 0;
	if (above < 0)
		return error_field(err, ERROR_INPUT, GOAL_FIELD_PARENT,
			_("The goal above is gone already; choose another one."));
	if (self >= 0 && lies_below(list, above, self))
		return error_field(err, ERROR_INPUT, GOAL_FIELD_PARENT,
			_("A goal cannot lie below itself; choose another goal above."));
	if (list[above].depth + deep >= STRATEGY_LEVELS)
		return error_field(err, ERROR_INPUT, GOAL_FIELD_PARENT,
			_("A strategy has three levels of goals; there is no fourth one."));
	return 0;
}

/* Goals of older years that are called alike stay as they are until they are renamed or moved. */
int
goal_check_twin(const struct goal *list, int count, const struct goal *g, struct error *err)
{
	int self = goal_index(list, count, g->id);

	if (self >= 0 && list[self].parent == g->parent && strcmp(list[self].name, g->name) == 0)
		return 0;
	for (int i = 0; i < count; i++)
		if (i != self && list[i].parent == g->parent && strcmp(list[i].name, g->name) == 0)
			return error_field(err, ERROR_INPUT, GOAL_FIELD_NAME,
				_("Goal %s is called that already; give this one a name of its "
				  "own, "
				  "or another goal above."),
				list[i].number);
	return 0;
}

static int
check(const struct goal *list, int count, const struct goal *g, struct error *err)
{
	if (check_parent(list, count, g, err) || goal_check_twin(list, count, g, err) ||
		kept_text(g->name, true, false, GOAL_FIELD_NAME, _("Name"), err) ||
		kept_text(g->text, false, true, GOAL_FIELD_TEXT, _("Expected result"), err))
		return -1;
	if (g->parent && g->dimension != GOAL_NO_DIMENSION)
		return error_field(err, ERROR_INPUT, GOAL_FIELD_DIMENSION,
			_("Only goals of the first level have a dimension; those below belong to "
			  "the same."));
	return 0;
}

static int
check_priority(
	struct db *db, const struct goal *list, int count, const struct goal *g, struct error *err)
{
	int self = goal_index(list, count, g->id);
	struct stmt *q;
	bool known;

	if (!g->priority || (self >= 0 && list[self].priority == g->priority))
		return 0;
	q = db_start(db, Q_GOAL_PRIORITY_KNOWN, err);
	db_bind_int(q, 1, g->priority);
	db_bind_int(q, 2, g->strategy);
	known = db_next(q);
	if (db_end(q))
		return -1;
	return known ? 0
		     : error_field(err, ERROR_INPUT, GOAL_FIELD_PRIORITY,
			       _("The strategy's unit has no such priority; 6 2 lists them."));
}

int
goal_place_after(const struct goal *list, int count, int64_t parent)
{
	int last = 0;

	for (int i = 0; i < count; i++)
		if (list[i].parent == parent && list[i].position > last)
			last = list[i].position;
	return last + 1;
}

static int
write_goal(struct db *db, struct goal *g, struct error *err)
{
	struct stmt *q = db_start(db, g->id ? Q_GOAL_UPDATE : Q_GOAL_INSERT, err);
	char uid[UID_SIZE];
	int64_t changed;

	if (g->id) {
		db_bind_int(q, 1, g->id);
	} else {
		text_copy(g->uid, sizeof(g->uid), random_uid(uid));
		db_bind_text(q, 1, g->uid);
	}
	db_bind_int(q, 2, g->strategy);
	db_bind_int_or_null(q, 3, g->parent);
	db_bind_int(q, 4, g->position);
	db_bind_text(q, 5, dimensions[g->dimension].name);
	db_bind_text(q, 6, g->name);
	db_bind_text(q, 7, g->text);
	db_bind_int_or_null(q, 8, g->priority);
	if (db_run(q, &changed))
		return -1;
	if (!changed)
		return error_set(err, ERROR_MISSING, _("This goal is gone already."));
	if (!g->id)
		g->id = db_last_id(db);
	return 0;
}

static const char *
name_of(const struct goal *list, int count, int64_t id)
{
	int at = goal_index(list, count, id);

	return at < 0 ? "" : list[at].name;
}

int
goal_keep_change(struct db *db, const struct goal *list, int count, int before,
	const struct goal *now, const struct strategy_why *why, struct error *err)
{
	const struct goal *was = before < 0 ? NULL : &list[before];
	struct change_line lines[CHANGE_LINES_MOST];
	struct strategy_change change = { .strategy = now->strategy,
		.noun = CHANGE_GOAL,
		.act = was ? CHANGE_CHANGED : CHANGE_ADDED,
		.row = now->id,
		.name = was ? was->name : now->name,
		.lines = lines };

	change_line_add(&change, "name", change.name, now->name);
	change_line_add(&change, "goal", was ? name_of(list, count, was->parent) : "",
		name_of(list, count, now->parent));
	change_line_add(&change, "text", was ? was->text : "", now->text);
	return strategy_change_keep(db, &change, why, GOAL_FIELD_REASON, err);
}

int
goal_put(struct db *db, struct goal *g, const struct strategy_why *why, struct error *err)
{
	struct arena arena = { 0 };
	struct goal *list;
	int count, self, failed;

	failed = goal_tree(db, g->strategy, false, &arena, &list, &count, err) ||
		 check(list, count, g, err) || check_priority(db, list, count, g, err);
	if (!failed) {
		self = goal_index(list, count, g->id);
		if (g->position < 1 || (self >= 0 && list[self].parent != g->parent))
			g->position = goal_place_after(list, count, g->parent);
		failed = write_goal(db, g, err) ||
			 goal_keep_change(db, list, count, self, g, why, err);
	}
	arena_release(&arena);
	return failed ? -1 : 0;
}

struct saving {
	int64_t rev;
	struct goal *goal;
	const struct strategy_why *why;
};

static int
save(struct db *db, void *context, struct error *err)
{
	struct saving *s = context;

	return strategy_touch(db, s->goal->strategy, kept_line_rev(s->goal->id, s->rev), err) ||
			       goal_put(db, s->goal, s->why, err)
		       ? -1
		       : 0;
}

int
goal_save(struct db *db, int64_t rev, struct goal *g, const struct strategy_why *why,
	struct error *err)
{
	const struct db_act act = { .action = g->id ? "goal.change" : "goal.add",
		.entity = "strategy" };
	struct goal copy = *g;
	struct saving s = { rev, &copy, why };

	if (db_write(db, &act, save, &s, err))
		return -1;
	*g = copy;
	return 0;
}
