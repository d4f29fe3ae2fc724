/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far the measures of improvement plans have come. */
#include "config.h"

#include "model/plans/improvement_plan.h"

#include "model/indicators/flag.h"
#include "model/indicators/value.h"
#include "model/queries.h"

#include <math.h>
#include <string.h>

/* The newest value of these years. */
static int
newest_of(struct db *db, const struct unit_table *units, const struct indicator *card, int slot,
	int first, struct arena *arena, struct plan_progress *out, struct error *err)
{
	struct value_point *points;
	int count;

	if (value_series(
		    db, units, card, slot, first, card->last_year, arena, &points, &count, err))
		return -1;
	for (int i = 0; i < count; i++)
		if (!flag_missing(points[i].flag)) {
			out->year = points[i].year;
			out->value = points[i].value;
			out->flag = points[i].flag;
		}
	return 0;
}

/* The figures of another office may have stayed there: what it told of a newer year is newer. */
static int
take_told(struct db *db, const struct improvement_plan *p, struct plan_progress *out,
	struct error *err)
{
	struct stmt *q = db_start(db, Q_PLAN_RESULT_NEWER, err);

	db_bind_int(q, 1, p->id);
	db_bind_int(q, 2, out->year ? out->year : p->base_year);
	if (db_next(q)) {
		out->year = (int)db_int(q, 0);
		out->value = db_double(q, 1);
		out->flag = FLAG_PRELIMINARY;
	}
	return db_end(q);
}

/* The last year alone nearly always has the value; the others are read where it has not. */
static int
progress_of(struct db *db, const struct unit_table *units, const struct indicator *card,
	const struct improvement_plan *p, struct arena *arena, struct plan_progress *out,
	struct error *err)
{
	int first = p->base_year ? p->base_year : UNIT_FIRST_YEAR;

	if (card->last_year >= first &&
		newest_of(db, units, card, p->slot, card->last_year, arena, out, err))
		return -1;
	if (card->last_year >= first && !out->year &&
		newest_of(db, units, card, p->slot, first, arena, out, err))
		return -1;
	if (p->owner[0] && take_told(db, p, out, err))
		return -1;
	if (out->year && !isnan(p->base) && !isnan(p->target))
		out->percent = 100 * (out->value - p->base) / (p->target - p->base);
	return 0;
}

int
plan_progress_list(struct db *db, const struct unit_table *units,
	const struct improvement_plan *plans, int count, struct arena *arena,
	struct plan_progress **out, struct error *err)
{
	struct indicator card = { .code = NULL };

	*out = arena_array(arena, (size_t)count + 1, sizeof **out);
	for (int i = 0; i < count; i++) {
		struct plan_progress *to = &(*out)[i];

		*to = (struct plan_progress){ .value = NAN, .flag = FLAG_ABSENT, .percent = NAN };
		if (!plans[i].indicator[0])
			continue;
		if ((!card.code || strcmp(card.code, plans[i].indicator) != 0) &&
			indicator_load(db, plans[i].indicator, arena, &card, err))
			return -1;
		if (progress_of(db, units, &card, &plans[i], arena, to, err))
			return -1;
	}
	return 0;
}

int
plan_progress_load(struct db *db, const struct unit_table *units, const struct improvement_plan *p,
	struct plan_progress *out, struct error *err)
{
	struct plan_progress *list;
	struct arena arena = { 0 };
	int failed = plan_progress_list(db, units, p, 1, &arena, &list, err);

	*out = list[0];
	arena_release(&arena);
	return failed;
}
