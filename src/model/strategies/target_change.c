/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What of a target is told when it changes in a strategy in force. */
#include "config.h"

#include "base/number.h"
#include "model/kept.h"
#include "model/queries.h"
#include "model/strategies/target_parts.h"

#include <math.h>
#include <string.h>

static bool
other(double a, double b)
{
	return isnan(a) != isnan(b) || a < b || a > b;
}

bool
target_aims_otherwise(const struct target *a, const struct target *b)
{
	if (strcmp(a->name, b->name) != 0 || a->goal != b->goal || a->slot != b->slot ||
		strcmp(a->indicator, b->indicator) != 0 || strcmp(a->measure, b->measure) != 0)
		return true;
	if (a->direction != b->direction || a->base_year != b->base_year ||
		a->target_year != b->target_year || a->path_count != b->path_count ||
		other(a->base, b->base) || other(a->target, b->target) || other(a->low, b->low) ||
		other(a->high, b->high) || other(a->tolerance, b->tolerance))
		return true;
	for (int i = 0; i < a->path_count; i++)
		if (a->path[i].year != b->path[i].year || other(a->path[i].value, b->path[i].value))
			return true;
	return false;
}

/* ---- fields as people type them ---- */

static const char *
number(struct arena *arena, double value)
{
	char text[64];

	return isnan(value) ? "" : arena_string(arena, number_comma(text, sizeof(text), value, -1));
}

static const char *
of_year(struct arena *arena, double value, int year)
{
	if (isnan(value))
		return year ? arena_format(arena, "(%d)", year) : "";
	return year ? arena_format(arena, "%s (%d)", number(arena, value), year)
		    : number(arena, value);
}

static int
looked_up(struct db *db, int query, int64_t id, struct arena *arena, const char **text,
	struct error *err)
{
	struct stmt *q = db_start(db, query, err);

	*text = "";
	db_bind_int(q, 1, id);
	if (db_next(q))
		*text = kept_string(arena, db_text(q, 0));
	return db_end(q);
}

struct side { /* what one of the two says; in the arena, because lines keep it */
	const char *goal, *unit, *path, *direction;
};

static int
read_side(struct db *db, const struct target *t, struct arena *arena, struct side *out,
	struct error *err)
{
	char path[2048];

	out->direction = t->direction ? arena_format(arena, "%c", t->direction) : "";
	out->path = arena_string(arena, target_path_text(t, path, sizeof(path)));
	return looked_up(db, Q_STRATEGY_CHANGE_GOAL, t->goal, arena, &out->goal, err) ||
			       looked_up(
				       db, Q_STRATEGY_CHANGE_UNIT, t->slot, arena, &out->unit, err)
		       ? -1
		       : 0;
}

static int
add_lines(struct db *db, const struct target *a, const struct target *b, struct arena *arena,
	struct strategy_change *change, struct error *err)
{
	struct side before, now;

	if (read_side(db, a, arena, &before, err) || read_side(db, b, arena, &now, err))
		return -1;
	change_line_add(change, "name", a->name, b->name);
	change_line_add(change, "goal", before.goal, now.goal);
	change_line_add(change, "indicator", a->indicator, b->indicator);
	change_line_add(change, "unit", before.unit, now.unit);
	change_line_add(change, "measure", a->measure, b->measure);
	change_line_add(change, "direction", before.direction, now.direction);
	change_line_add(change, "low", number(arena, a->low), number(arena, b->low));
	change_line_add(change, "high", number(arena, a->high), number(arena, b->high));
	change_line_add(
		change, "tolerance", number(arena, a->tolerance), number(arena, b->tolerance));
	change_line_add(change, "base", of_year(arena, a->base, a->base_year),
		of_year(arena, b->base, b->base_year));
	change_line_add(change, "path", before.path, now.path);
	change_line_add(change, "target", of_year(arena, a->target, a->target_year),
		of_year(arena, b->target, b->target_year));
	return 0;
}

int
target_keep_change(struct db *db, const struct target *before, const struct target *now,
	const struct strategy_why *why, struct error *err)
{
	struct target nothing = target_new(now->strategy, 0);
	struct change_line lines[CHANGE_LINES_MOST];
	struct strategy_change change = { .strategy = now->strategy,
		.noun = CHANGE_TARGET,
		.act = before ? CHANGE_CHANGED : CHANGE_ADDED,
		.row = now->id,
		.name = before ? before->name : now->name,
		.lines = lines };
	struct arena arena = { 0 };
	int failed;

	if (why == &strategy_as_adopted)
		return 0;
	if (!before) { /* its name is told anyway */
		nothing.direction = '\0';
		memcpy(nothing.name, now->name, sizeof(nothing.name));
		before = &nothing;
	}
	failed = add_lines(db, before, now, &arena, &change, err) ||
		 strategy_change_keep(db, &change, why, TARGET_FIELD_REASON, err);
	arena_release(&arena);
	return failed ? -1 : 0;
}
