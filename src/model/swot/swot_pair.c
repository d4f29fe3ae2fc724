/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The matrices of a SWOT: reading them whole, writing pair by pair. */
#include "config.h"

#include "model/swot/swot_pair.h"

#include "base/i18n.h"
#include "base/number.h"
#include "model/queries.h"
#include "model/swot/swot_parts.h"

#include <math.h>
#include <string.h>

static const char *const directions[SWOT_DIRECTIONS] = { "swot", "tows" };

const char *
swot_direction_name(enum swot_direction d)
{
	return directions[d];
}

/* ---- reading ---- */

static int
find_factor(const struct swot_factor *list, int count, int64_t id)
{
	for (int i = 0; i < count; i++)
		if (list[i].id == id)
			return i;
	return -1;
}

static int
read_pairs(struct db *db, int64_t swot, struct swot_matrix *m, struct error *err)
{
	struct stmt *q = db_start(db, Q_SWOT_PAIRS, err);

	db_bind_int(q, 1, swot);
	while (db_next(q)) {
		int d = strcmp(db_text(q, 0), directions[SWOT_FORWARD]) ? SWOT_BACKWARD
									: SWOT_FORWARD;
		int inner = find_factor(m->inner, m->inner_count, db_int(q, 1));
		int outer = find_factor(m->outer, m->outer_count, db_int(q, 2));

		if (inner >= 0 && outer >= 0)
			m->value[d][inner * m->outer_count + outer] = db_double(q, 3);
	}
	return db_end(q);
}

int
swot_matrix_load(struct db *db, int64_t swot, struct arena *arena, struct swot_matrix *out,
	struct error *err)
{
	struct swot_factor *list;
	int count, pairs;

	*out = (struct swot_matrix){ 0 };
	if (swot_factors(db, swot, arena, &list, &count, err) < 0)
		return -1;
	out->inner = list;
	while (out->inner_count < count && list[out->inner_count].kind <= FACTOR_WEAKNESS)
		out->inner_count++;
	out->outer = list + out->inner_count;
	out->outer_count = count - out->inner_count;
	pairs = out->inner_count * out->outer_count;
	for (int d = 0; d < SWOT_DIRECTIONS; d++) {
		out->value[d] = arena_array(arena, (size_t)(pairs ? pairs : 1), sizeof(double));
		for (int i = 0; i < pairs; i++)
			out->value[d][i] = NAN;
	}
	return read_pairs(db, swot, out, err);
}

/* ---- writing ---- */

static bool
on_scale(double value, bool halves)
{
	double steps = halves ? value * 2 : value;

	return value >= 0 && value <= 2 && steps == floor(steps);
}

struct putting {
	int64_t swot, rev; /* rev: as it was found */
	enum swot_direction direction;
	const struct swot_pair *pairs;
	int count;
};

static void
bind_pair(struct stmt *q, const struct putting *p, const struct swot_pair *pair)
{
	db_bind_int(q, 1, p->swot);
	db_bind_text(q, 2, directions[p->direction]);
	db_bind_int(q, 3, pair->inner);
	db_bind_int(q, 4, pair->outer);
}

/* Whether there stands what was read. */
static int
check_seen(struct db *db, const struct putting *p, const struct swot_pair *pair, struct error *err)
{
	struct stmt *q = db_start(db, Q_SWOT_PAIR_LOAD, err);
	double now = NAN;

	bind_pair(q, p, pair);
	if (db_next(q))
		now = db_double(q, 0);
	if (db_end(q) < 0)
		return -1;
	if (now == pair->seen || now == pair->value || (isnan(now) && isnan(pair->seen)))
		return 0;
	return error_set(err, ERROR_CONFLICT,
		_("A colleague has keyed this pair meanwhile. Nothing was saved; look at the new "
		  "state first."));
}

static int
put_pair(struct db *db, const struct putting *p, const struct swot_pair *pair, bool halves,
	struct error *err)
{
	struct stmt *q;
	int64_t changed;

	if (!isnan(pair->value) && !on_scale(pair->value, halves))
		return error_set(err, ERROR_INPUT,
			halves ? _("A pair is 0, 0,5, 1, 1,5 or 2.")
			       : _("A pair is 0, 1 or 2; halves are switched on in the card of "
				   "the SWOT (F4 in the list)."));
	if (check_seen(db, p, pair, err))
		return -1;
	q = db_start(db, isnan(pair->value) ? Q_SWOT_PAIR_DELETE : Q_SWOT_PAIR_PUT, err);
	bind_pair(q, p, pair);
	if (!isnan(pair->value))
		db_bind_double(q, 5, pair->value);
	if (db_run(q, &changed) < 0)
		return -1;
	if (changed == 0 && !isnan(pair->value))
		return error_set(err, ERROR_MISSING,
			_("A factor of this pair is gone or has another kind now. Nothing was "
			  "saved; look at the new state first."));
	return 0;
}

static int
put(struct db *db, void *context, struct error *err)
{
	struct putting *p = context;
	bool halves;

	if (swot_find_at(db, p->swot, 0, &p->rev, &halves, err))
		return -1;
	for (int i = 0; i < p->count; i++)
		if (put_pair(db, p, &p->pairs[i], halves, err))
			return -1;
	return swot_raise(db, p->swot, err);
}

int
swot_pairs_put(struct db *db, int64_t swot, int64_t *rev, enum swot_direction direction,
	const struct swot_pair *pairs, int count, bool first, struct error *err)
{
	const struct db_act act = { .action = "swot.pairs", .entity = "swot" };
	struct putting p = { .swot = swot, .direction = direction, .pairs = pairs, .count = count };

	if (db_write(db, first ? &act : NULL, put, &p, err) < 0)
		return -1;
	if (*rev == p.rev)
		(*rev)++;
	return 0;
}

int
swot_pair_read(const char *text, bool halves, double *value)
{
	double read;

	if (number_parse(text, &read) || !on_scale(read, halves))
		return -1;
	*value = read;
	return 0;
}
