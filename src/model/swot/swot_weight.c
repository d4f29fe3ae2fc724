/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Weights of a SWOT's factors: what those of a kind sum to, all alike, or made to sum to 1. */
#include "config.h"

#include "model/swot/swot.h"

#include "base/i18n.h"
#include "model/queries.h"
#include "model/swot/swot_parts.h"

#include <math.h>
#include <stdio.h>

struct weighing {
	int64_t swot, rev;
	enum factor_kind kind;
	bool scale;
};

struct swot_weights
swot_weights_of(const struct swot_factor *list, int count, enum factor_kind kind)
{
	struct swot_weights w = { 0 };

	for (int i = 0; i < count; i++) {
		if (list[i].kind != kind)
			continue;
		w.count++;
		w.weighed += !isnan(list[i].weight);
		w.sum += isnan(list[i].weight) ? 0 : list[i].weight;
		if (isnan(list[i].weight) && !w.first_open)
			w.first_open = list[i].position;
	}
	/* Three thirds keyed as 0,33 are meant to be 1. */
	w.usable = w.count && w.weighed == w.count && fabs(w.sum - 1) <= 0.005 * w.count + 1e-9;
	return w;
}

static int
weigh(struct db *db, int64_t swot, int64_t factor, double weight, struct error *err)
{
	struct stmt *q = db_start(db, Q_SWOT_FACTOR_WEIGH, err);

	db_bind_int(q, 1, swot);
	db_bind_int(q, 2, factor);
	db_bind_double_or_null(q, 3, weight);
	return db_run(q, NULL);
}

/* What sums to 1 beside factors of which nobody has said anything would hide them. */
static int
check_weighed(const struct swot_factor *list, int count, const struct swot_weights *w,
	enum factor_kind kind, struct error *err)
{
	char open[256] = "";
	int used = 0;

	if (!(w->sum > 0))
		return error_set(err, ERROR_INPUT,
			_("No factor of this kind is weighed yet; give at least one a weight."));
	if (!w->first_open)
		return 0;
	for (int i = 0; i < count && used < (int)sizeof open - 16; i++)
		if (list[i].kind == kind && isnan(list[i].weight))
			used += snprintf(open + used, sizeof open - (size_t)used, "%s%s%d",
				used ? ", " : "", factor_kind_letter(kind), list[i].position);
	return error_set(err, ERROR_INPUT,
		P_("%s has no weight yet; give it one, 0 where it shall count for nothing.",
			"%s have no weights yet; give each one, 0 where it shall count for "
			"nothing.",
			w->count - w->weighed),
		open);
}

static int
weigh_kind(struct db *db, const struct weighing *c, struct arena *arena, struct error *err)
{
	struct swot_factor *list;
	struct swot_weights w;
	int count;

	if (swot_factors(db, c->swot, arena, &list, &count, err) < 0)
		return -1;
	w = swot_weights_of(list, count, c->kind);
	if (c->scale && check_weighed(list, count, &w, c->kind, err))
		return -1;
	for (int i = 0; i < count; i++)
		if (list[i].kind == c->kind &&
			weigh(db, c->swot, list[i].id,
				c->scale ? list[i].weight / w.sum : 1.0 / w.count, err) < 0)
			return -1;
	return 0;
}

static int
set_weights(struct db *db, void *context, struct error *err)
{
	const struct weighing *c = context;
	struct arena arena = { 0 };
	int64_t now;
	bool halves;
	int failed;

	if (swot_find_at(db, c->swot, c->rev, &now, &halves, err))
		return -1;
	failed = weigh_kind(db, c, &arena, err);
	arena_release(&arena);
	return failed ? -1 : swot_raise(db, c->swot, err);
}

static int
write_weights(struct db *db, int64_t *rev, struct weighing *c, struct error *err)
{
	const struct db_act act = { .action = "swot.factor", .entity = "swot" };

	c->rev = *rev;
	if (db_write(db, &act, set_weights, c, err) < 0)
		return -1;
	(*rev)++;
	return 0;
}

bool
swot_weights_given(const struct swot_factor *list, int count, enum factor_kind kind)
{
	struct swot_weights w = swot_weights_of(list, count, kind);

	for (int i = 0; i < count; i++)
		if (list[i].kind == kind && !isnan(list[i].weight) &&
			fabs(list[i].weight - 1.0 / w.count) > 0.005)
			return true;
	return false;
}

int
swot_weights_even(
	struct db *db, int64_t swot, int64_t *rev, enum factor_kind kind, struct error *err)
{
	struct weighing c = { .swot = swot, .kind = kind };

	return write_weights(db, rev, &c, err);
}

int
swot_weights_scale(
	struct db *db, int64_t swot, int64_t *rev, enum factor_kind kind, struct error *err)
{
	struct weighing c = { .swot = swot, .kind = kind, .scale = true };

	return write_weights(db, rev, &c, err);
}
