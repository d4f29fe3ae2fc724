/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Units of supralocal strategies; the strategy that an import brought, taken away with it. */
#include "config.h"

#include "model/strategies/strategy.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/queries.h"
#include "model/strategies/strategy_former.h"

/* ---- units of supralocal ones ---- */

int
strategy_units(
	struct db *db, int64_t id, struct arena *arena, int **slots, int *count, struct error *err)
{
	struct stmt *q = db_start(db, Q_STRATEGY_UNITS, err);
	size_t room = 0;

	*slots = NULL;
	*count = 0;
	db_bind_int(q, 1, id);
	while (db_next(q)) {
		*slots = arena_grow(arena, *slots, (size_t)*count, &room, sizeof(**slots));
		(*slots)[(*count)++] = (int)db_int(q, 0);
	}
	return db_end(q);
}

int
strategy_units_put(struct db *db, int64_t id, const int *slots, int count, struct error *err)
{
	struct stmt *q = db_start(db, Q_STRATEGY_UNITS_CLEAR, err);

	db_bind_int(q, 1, id);
	if (db_run(q, NULL))
		return -1;
	for (int i = 0; i < count; i++) {
		q = db_start(db, Q_STRATEGY_UNITS_INSERT, err);
		db_bind_int(q, 1, id);
		db_bind_int(q, 2, slots[i]);
		if (db_run(q, NULL))
			return -1;
	}
	return 0;
}

struct gathering {
	int64_t id, rev;
	const int *slots;
	int count;
};

static int
gather(struct db *db, void *context, struct error *err)
{
	const struct gathering *g = context;
	struct strategy s;

	if (strategy_load(db, g->id, &s, err))
		return -1;
	if (g->count && s.kind != STRATEGY_SUPRALOCAL)
		return error_set(err, ERROR_INPUT,
			_("%s is no supralocal strategy, so no units take part in it beside its "
			  "own. Change its kind first, if it is one."),
			s.code);
	return strategy_touch(db, g->id, g->rev, err) ||
			       strategy_units_put(db, g->id, g->slots, g->count, err)
		       ? -1
		       : 0;
}

int
strategy_units_save(
	struct db *db, int64_t id, int64_t rev, const int *slots, int count, struct error *err)
{
	const struct db_act act = { .action = "strategy.units", .entity = "strategy" };
	struct gathering g = { id, rev, slots, count };

	return db_write(db, &act, gather, &g, err);
}

/* ---- undo ---- */

static int
forget_one(struct db *db, int64_t id, struct error *err)
{
	static const int queries[] = { Q_STRATEGY_FORGET_STEPS, Q_STRATEGY_FORGET_REMARKS,
		Q_STRATEGY_FORGET_RISKS, Q_STRATEGY_FORGET_CHANGES, Q_STRATEGY_FORGET_READINGS,
		Q_STRATEGY_FORGET_FORMER_READINGS, Q_STRATEGY_FORGET_CORRECTIONS,
		Q_STRATEGY_FORGET_PATHS, Q_STRATEGY_FORGET_TARGETS, Q_STRATEGY_FORGET_MONEY,
		Q_STRATEGY_FORGET_FORMER_TASKS, Q_STRATEGY_FORGET_TASKS, Q_STRATEGY_FORGET_GOALS,
		Q_STRATEGY_UNITS_CLEAR, Q_TARGET_TAKEN_FORGET, Q_STRATEGY_FORGET };

	for (size_t i = 0; i < sizeof(queries) / sizeof(queries[0]); i++) {
		struct stmt *q = db_start(db, queries[i], err);

		db_bind_int(q, 1, id);
		if (db_run(q, NULL))
			return -1;
	}
	return 0;
}

int
strategy_forget(struct db *db, int64_t import_id, struct error *err)
{
	struct stmt *q = db_start(db, Q_STRATEGY_OF_IMPORT, err);
	char code[40] = "";
	int64_t id = 0;
	bool worked = false;

	db_bind_int(q, 1, import_id);
	if (db_next(q)) {
		id = db_int(q, 0);
		text_copy(code, sizeof(code), db_text(q, 1));
		worked = db_int(q, 2) != 0;
	}
	if (db_end(q))
		return -1;
	if (worked)
		return error_set(err, ERROR_INPUT,
			_("Somebody has worked on strategy %s since it was imported, so the import "
			  "is "
			  "not taken back. Delete the strategy where it is kept (6 4); it can be "
			  "brought "
			  "back from there."),
			code);
	/* else it changed one that was here */
	return id ? forget_one(db, id, err) : strategy_former_restore(db, import_id, err);
}
