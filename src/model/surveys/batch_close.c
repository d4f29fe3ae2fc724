/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Closing a batch: the counts agree or the difference is explained, and nothing is half done. */
#include "config.h"

#include "model/surveys/batch.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "model/keying/difference.h"
#include "model/queries.h"
#include "model/keying/typed.h"

#include <string.h>

int
batch_unexplained(const struct batch *b)
{
	int found = b->keyed + b->empty_forms + b->spoilt_forms + b->empty + b->spoilt;

	return b->received - found;
}

bool
batch_agrees(const struct batch *b)
{
	return b->waiting == 0 && batch_unexplained(b) == 0;
}

/* What is done rests on what was seen. */
static int
refuse_changed(const struct batch *b, int64_t rev, struct error *err)
{
	if (b->rev == rev)
		return 0;
	return error_set(err, ERROR_CONFLICT,
		_("A colleague has changed the batch %d meanwhile. Nothing was done; look at the "
		  "new state first."),
		b->number);
}

enum { NAMED = 3 }; /* of what waits, so that a window holds it */

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

/* Corrections and third readings that somebody typed and did not save: after closing nobody would
 * come to them, and nothing counts them. */
static int
unsaved(struct db *db, const struct batch *b, struct points *p, struct error *err)
{
	struct typed_waiting *list;
	int count;

	if (typed_waiting(db, b->wave, b->id, 0, p->arena, &list, &count, err) < 0)
		return -1;
	for (int i = 0; i < count && i < NAMED; i++)
		*next(p) = typed_waiting_text(&list[i], p->arena);
	if (count > NAMED)
		*next(p) = arena_format(p->arena,
			P_("%d more is not saved.", "%d more are not saved.", count - NAMED),
			count - NAMED);
	return 0;
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
	if (unsaved(db, &b, &p, err) < 0)
		return -1;
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
	int64_t batch, rev;
	const char *difference;
	bool drops; /* corrections that wait */
};

/* The explanation with the forms whose corrections go; in the arena. */
static int
drop_unsaved(struct db *db, const struct batch *b, struct closing *c, struct arena *arena,
	struct error *err)
{
	struct typed_waiting *list;
	struct stmt *q;
	const char *dropped = "";
	bool coordinates;
	int count;

	if (typed_waiting(db, b->wave, b->id, 0, arena, &list, &count, err) < 0 ||
		difference_coordinates(db, &coordinates, err) < 0)
		return -1;
	if (count > 0 && !coordinates)
		return error_set(err, ERROR_DENIED,
			_("Corrections of others are dropped by a coordinator."));
	for (int i = 0; i < count; i++)
		dropped = arena_format(arena, "%s%s%lld (%s)", dropped, i ? ", " : "",
			(long long)list[i].number, list[i].initials[0] ? list[i].initials : "–");
	if (count > 0)
		c->difference = arena_format(arena, _("%s%sCorrections dropped unsaved: %s."),
			c->difference, c->difference[0] ? " " : "", dropped);
	q = db_start(db, Q_TYPED_ERASE_BATCH, err);
	db_bind_int(q, 1, b->id);
	return db_run(q, NULL);
}

static int
set_missing(struct db *db, const struct closing *c, struct error *err)
{
	struct stmt *q = db_start(db, Q_BATCH_SET_MISSING, err);

	db_bind_int(q, 1, c->batch);
	db_bind_text(q, 2, c->difference);
	return db_run(q, NULL);
}

static int
set_closed(struct db *db, const struct closing *c, struct error *err)
{
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
close_whole(struct db *db, struct closing *c, struct points *p, struct error *err)
{
	struct batch b;
	bool unexplained, done;

	if (batch_load(db, c->batch, &b, err) < 0)
		return -1;
	if (b.closed_at[0])
		return error_set(err, ERROR_CONFLICT, _("The batch is closed already."));
	if (refuse_changed(&b, c->rev, err) < 0)
		return -1;
	half_done(&b, p);
	if (batch_agrees(&b)) /* there is no difference that a sentence could explain */
		c->difference = "";
	unexplained = !batch_agrees(&b) && !c->difference[strspn(c->difference, " \t")];
	done = p->count == 0 && !unexplained;
	if (!c->drops && unsaved(db, &b, p, err) < 0)
		return -1;
	if (p->count > 0) {
		refuse(p, unexplained, err);
		err->field = done ? BATCH_CLOSE_UNSAVED : 0;
		return -1;
	}
	if (unexplained)
		return error_field(err, ERROR_INPUT, BATCH_CLOSE_DIFFERENCE,
			_("The counts do not agree. Say why; the numbers that still wait become "
			  "missing."));
	/* First the whole explanation: opening finds by it what closing called missing. */
	if (c->drops && drop_unsaved(db, &b, c, p->arena, err) < 0)
		return -1;
	return set_missing(db, c, err) < 0 ? -1 : set_closed(db, c, err);
}

static int
close_batch(struct db *db, void *context, struct error *err)
{
	struct closing c = *(const struct closing *)context;
	struct arena arena = { 0 };
	struct points p = { .arena = &arena };
	int result = close_whole(db, &c, &p, err);

	arena_release(&arena);
	return result;
}

static int
close_it(struct db *db, struct batch *b, const char *difference, bool drops, struct error *err)
{
	struct db_act act = { .action = "batch.close", .entity = "batch" };
	struct closing c = { b->id, b->rev, difference, drops };

	if (db_write(db, &act, close_batch, &c, err) < 0)
		return -1;
	b->rev++;
	return 0;
}

int
batch_close(struct db *db, struct batch *b, const char *difference, struct error *err)
{
	return close_it(db, b, difference, false, err);
}

int
batch_close_dropping(struct db *db, struct batch *b, const char *difference, struct error *err)
{
	return close_it(db, b, difference, true, err);
}

/* A wave that is closed holds closed batches only. */
static int
reopen(struct db *db, void *context, struct error *err)
{
	const struct batch *seen = context;
	static const int steps[] = { Q_BATCH_SET_WAITING, Q_BATCH_SET_OPEN };
	struct batch b;
	struct wave w;

	if (batch_load(db, seen->id, &b, err) < 0 || wave_load(db, b.wave, &w, err) < 0)
		return -1;
	if (w.closed_at[0])
		return error_set(err, ERROR_INPUT, _("The wave is closed. Open it again first."));
	if (!b.closed_at[0])
		return error_set(err, ERROR_CONFLICT, _("The batch is open already."));
	if (refuse_changed(&b, seen->rev, err) < 0)
		return -1;
	for (size_t i = 0; i < sizeof(steps) / sizeof(*steps); i++) {
		struct stmt *q = db_start(db, steps[i], err);

		db_bind_int(q, 1, b.id);
		if (db_run(q, NULL) < 0)
			return -1;
	}
	db_act_entity(db, b.id);
	return 0;
}

int
batch_reopen(struct db *db, struct batch *b, struct error *err)
{
	struct db_act act = { .action = "batch.reopen", .entity = "batch" };

	if (db_write(db, &act, reopen, b, err) < 0)
		return -1;
	b->rev++;
	return 0;
}
