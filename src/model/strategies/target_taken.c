/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What taking a file back takes from targets, kept beside what strategy files changed. */
#include "config.h"

#include "model/strategies/target_taken.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "model/queries.h"
#include "model/strategies/target_course.h"

#include <math.h>
#include <stdlib.h>

int
target_taken_list(struct db *db, int64_t strategy, struct arena *arena, struct target_taken **list,
	int *count, struct error *err)
{
	struct stmt *q = db_start(db, Q_TARGET_TAKEN_LIST, err);
	size_t room = 0;

	*list = NULL;
	*count = 0;
	db_bind_int(q, 1, strategy);
	while (db_next(q)) {
		*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof(**list));
		(*list)[(*count)++] = (struct target_taken){ .target = db_int(q, 0),
			.year = (int)db_int(q, 1),
			.import_id = db_int(q, 2),
			.file_name = arena_string(arena, db_text(q, 3)),
			.undone_at = arena_string(arena, db_text(q, 4)) };
	}
	return db_end(q);
}

const char *
target_taken_text(const struct target_taken *t, struct arena *arena)
{
	char at[32];

	/* the day, without the hour */
	return arena_format(arena,
		_("of %d there was a value: file %lld (%s) was taken back on %.10s"), t->year,
		(long long)t->import_id, t->file_name, clock_local(at, sizeof at, t->undone_at));
}

/* ---- before and after ---- */

static int
by_target(const void *a, const void *b)
{
	const struct target_figure *x = a, *y = b;

	if (x->target != y->target)
		return x->target < y->target ? -1 : 1;
	return (x->year > y->year) - (x->year < y->year);
}

static void
add_figures(struct target_figures *out, const struct target_course *c, size_t *room)
{
	for (int i = 0; i < c->count; i++) {
		if (isnan(c->points[i].value))
			continue;
		out->list = arena_grow(
			&out->arena, out->list, (size_t)out->count, room, sizeof(*out->list));
		out->list[out->count++] =
			(struct target_figure){ c->target->id, c->points[i].year };
	}
}

static int
load_all(struct db *db, const struct unit_table *units, struct target_figures *out,
	struct error *err)
{
	const struct strategy_filter all = { .slot = NO_SLOT };
	struct strategy *list;
	struct strategy_course course;
	size_t room = 0;
	int count;

	if (strategy_list(db, &all, &out->arena, &list, &count, err))
		return -1;
	for (int i = 0; i < count; i++) {
		if (target_course_load(db, units, list[i].id, 0, &out->arena, &course, err))
			return -1;
		for (int k = 0; k < course.target_count; k++)
			add_figures(out, &course.targets[k], &room);
	}
	if (out->count)
		qsort(out->list, (size_t)out->count, sizeof(*out->list), by_target);
	return 0;
}

int
target_figures_load(struct db *db, struct target_figures *out, struct error *err)
{
	struct unit_table units = { 0 };
	int failed;

	*out = (struct target_figures){ 0 };
	failed = unit_table_load(db, &units, err) < 0 || load_all(db, &units, out, err);
	unit_table_release(&units);
	if (failed)
		target_figures_release(out);
	return failed ? -1 : 0;
}

void
target_figures_release(struct target_figures *figures)
{
	arena_release(&figures->arena);
	*figures = (struct target_figures){ 0 };
}

int
target_taken_keep(
	struct db *db, const struct target_figures *before, int64_t import_id, struct error *err)
{
	struct target_figures after;
	int failed = 0;

	if (before->count == 0)
		return 0;
	if (target_figures_load(db, &after, err))
		return -1;
	for (int i = 0; !failed && i < before->count; i++) {
		const struct target_figure *f = &before->list[i];
		struct stmt *q;

		if (after.count &&
			bsearch(f, after.list, (size_t)after.count, sizeof(*f), by_target))
			continue;
		q = db_start(db, Q_TARGET_TAKEN_KEEP, err);
		db_bind_int(q, 1, import_id);
		db_bind_int(q, 2, f->target);
		db_bind_int(q, 3, f->year);
		failed = db_run(q, NULL);
	}
	target_figures_release(&after);
	return failed;
}
