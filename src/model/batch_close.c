/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Closing a batch: the counts agree or the difference is explained, and nothing is half done. */
#include "config.h"

#include "model/batch.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "model/queries.h"

#include <string.h>

int
batch_unexplained(const struct batch *b)
{
	int found = b->keyed + b->empty_forms + b->spoilt_forms + b->empty + b->spoilt;

	return b->received - found;
}

struct points {
	struct arena *arena;
	const char **list;
	size_t room;
	int count;
};

static const char **
next(struct points *p)
{
	p->list = arena_grow(p->arena, p->list, (size_t)p->count, &p->room, sizeof(*p->list));
	return &p->list[p->count++];
}

/* What no explanation can settle. */
static void
half_done(const struct batch *b, struct points *p)
{
	int twice = b->second_chosen - b->second_done - b->differing;

	if (b->keying > 0)
		*next(p) = arena_format(p->arena,
			P_("%d form is being keyed.", "%d forms are being keyed.", b->keying),
			b->keying);
	if (twice > 0)
		*next(p) = arena_format(p->arena,
			P_("%d form waits for second keying.", "%d forms wait for second keying.",
				twice),
			twice);
	if (b->differing > 0)
		*next(p) = arena_format(p->arena,
			P_("%d form has differences that are not settled.",
				"%d forms have differences that are not settled.", b->differing),
			b->differing);
}

int
batch_open_points(struct db *db, int64_t batch, struct arena *arena, const char ***list,
	int *count, struct error *err)
{
	struct points p = { .arena = arena };
	struct batch b;
	int left;

	*list = NULL;
	*count = 0;
	if (batch_load(db, batch, &b, err) < 0)
		return -1;
	half_done(&b, &p);
	if (b.waiting > 0)
		*next(&p) = arena_format(arena,
			P_("%d number has no keyed form yet.", "%d numbers have no keyed form yet.",
				b.waiting),
			b.waiting);
	left = batch_unexplained(&b);
	if (left != 0)
		*next(&p) = arena_format(arena,
			_("Received %d, but keyed %d + empty %d + spoilt %d make %d."), b.received,
			b.keyed, b.empty_forms + b.empty, b.spoilt_forms + b.spoilt,
			b.received - left);
	*list = p.list;
	*count = p.count;
	return 0;
}

struct closing {
	int64_t batch;
	const char *difference;
};

static int
set_missing(struct db *db, const struct closing *c, struct error *err)
{
	struct stmt *q = db_start(db, Q_BATCH_SET_MISSING, err);

	db_bind_int(q, 1, c->batch);
	db_bind_text(q, 2, c->difference);
	return db_run(q, NULL);
}

static int
set_closed(struct db *db, void *context, struct error *err)
{
	const struct closing *c = context;
	struct stmt *q = db_start(db, Q_BATCH_SET_CLOSED, err);
	char now[32];

	db_bind_int(q, 1, c->batch);
	db_bind_text(q, 2, clock_now_utc(now, sizeof(now)));
	db_bind_int(q, 3, db_person(db));
	db_bind_text(q, 4, c->difference);
	db_act_entity(db, c->batch);
	return db_run(q, NULL);
}

/* All that stands against it at once: nobody should have to come back for each. */
static void
refuse(struct points *p, bool unexplained, struct error *err)
{
	const char *all = p->list[0];

	if (unexplained)
		*next(p) = _("The counts do not agree.");
	for (int i = 1; i < p->count; i++)
		all = arena_format(p->arena, "%s %s", all, p->list[i]);
	error_set(err, ERROR_INPUT, _("The batch cannot be closed: %s"), all);
}

static int
close_batch(struct db *db, void *context, struct error *err)
{
	const struct closing *c = context;
	struct arena arena = { 0 };
	struct points p = { .arena = &arena };
	struct batch b;
	bool unexplained;
	int result = -1;

	if (batch_load(db, c->batch, &b, err) < 0)
		return -1;
	if (b.closed_at[0])
		return error_set(err, ERROR_CONFLICT, _("The batch is closed already."));
	half_done(&b, &p);
	unexplained = (b.waiting > 0 || batch_unexplained(&b) != 0) &&
		!c->difference[strspn(c->difference, " \t")];
	if (p.count > 0)
		refuse(&p, unexplained, err);
	else if (unexplained)
		error_field(err, ERROR_INPUT, 1,
			_("The counts do not agree. Say why; the numbers that still wait become "
			  "missing."));
	else if (set_missing(db, c, err) == 0)
		result = set_closed(db, context, err);
	arena_release(&arena);
	return result;
}

int
batch_close(struct db *db, int64_t batch, const char *difference, struct error *err)
{
	struct db_act act = { .action = "batch.close", .entity = "batch" };
	struct closing c = { batch, difference };

	return db_write(db, &act, close_batch, &c, err);
}

/* A wave that is closed holds closed batches only. */
static int
reopen(struct db *db, void *context, struct error *err)
{
	const int64_t *batch = context;
	static const int steps[] = { Q_BATCH_SET_WAITING, Q_BATCH_SET_OPEN };
	struct batch b;
	struct wave w;

	if (batch_load(db, *batch, &b, err) < 0 || wave_load(db, b.wave, &w, err) < 0)
		return -1;
	if (w.closed_at[0])
		return error_set(err, ERROR_INPUT, _("The wave is closed. Open it again first."));
	if (!b.closed_at[0])
		return error_set(err, ERROR_CONFLICT, _("The batch is open already."));
	for (size_t i = 0; i < sizeof(steps) / sizeof(*steps); i++) {
		struct stmt *q = db_start(db, steps[i], err);

		db_bind_int(q, 1, *batch);
		if (db_run(q, NULL) < 0)
			return -1;
	}
	db_act_entity(db, *batch);
	return 0;
}

int
batch_reopen(struct db *db, int64_t batch, struct error *err)
{
	struct db_act act = { .action = "batch.reopen", .entity = "batch" };

	return db_write(db, &act, reopen, &batch, err);
}
