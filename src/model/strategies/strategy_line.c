/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Places of a strategy's lines: adding at the end, taking out, swapping. */
#include "config.h"

#include "model/strategies/strategy_line.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "model/deleted_line.h"
#include "model/kept.h"
#include "model/strategies/strategy.h"
#include "model/strategies/strategy_former.h"

#include <string.h>

struct change {
	const struct strategy_line_kind *kind;
	int64_t strategy, rev;
	const void *line;
	int position, by;
	char summary[DELETED_TEXT_SIZE]; /* of a deletion, for the act */
};

static int
gone(struct error *err)
{
	return error_set(err, ERROR_MISSING, _("This line is deleted already."));
}

int
strategy_line_past_day(const char *day, int field, const char *name, struct error *err)
{
	char today[16];

	if (kept_day(day, false, field, name, err))
		return -1;
	return strcmp(day, date_iso(today, sizeof(today), clock_today())) > 0
		       ? error_field(
				 err, ERROR_INPUT, field, _("%s lies in the time to come."), name)
		       : 0;
}

int
strategy_line_add(struct db *db, const struct strategy_line_kind *kind, int64_t strategy,
	const void *line, int *position, struct error *err)
{
	struct stmt *q;

	if (kind->check(db, strategy, line, err))
		return -1;
	q = db_start(db, kind->last, err);
	db_bind_int(q, 1, strategy);
	*position = db_next(q) ? (int)db_int(q, 0) + 1 : 1;
	if (db_end(q) < 0 || strategy_former_free(db, strategy, kind->noun, *position, err))
		return -1;
	q = db_start(db, kind->insert, err);
	db_bind_int(q, 1, strategy);
	db_bind_int(q, 2, *position);
	kind->bind(q, line);
	return db_run(q, NULL);
}

int
strategy_line_put(struct db *db, const struct strategy_line_kind *kind, int64_t strategy,
	const void *line, int *position, struct error *err)
{
	int64_t changed;
	struct stmt *q;

	if (*position == 0)
		return strategy_line_add(db, kind, strategy, line, position, err);
	if (kind->check(db, strategy, line, err))
		return -1;
	q = db_start(db, kind->update, err);
	db_bind_int(q, 1, strategy);
	db_bind_int(q, 2, *position);
	kind->bind(q, line);
	if (db_run(q, &changed) < 0)
		return -1;
	return changed ? 0 : gone(err);
}

static int
save(struct db *db, void *context, struct error *err)
{
	struct change *c = context;

	return strategy_touch(db, c->strategy, kept_line_rev(c->position, c->rev), err) ||
			       strategy_line_put(
				       db, c->kind, c->strategy, c->line, &c->position, err)
		       ? -1
		       : 0;
}

int
strategy_line_save(struct db *db, const struct strategy_line_kind *kind, int64_t strategy,
	int64_t rev, const void *line, int *position, struct error *err)
{
	const struct db_act act = { .action = kind->act, .entity = "strategy" };
	struct change c = {
		.kind = kind, .strategy = strategy, .rev = rev, .line = line, .position = *position
	};

	if (db_write(db, &act, save, &c, err) < 0)
		return -1;
	*position = c.position;
	return 0;
}

static int
place(struct db *db, const struct change *c, int from, int to, int64_t *changed, struct error *err)
{
	struct stmt *q = db_start(db, c->kind->place, err);

	db_bind_int(q, 1, c->strategy);
	db_bind_int(q, 2, from);
	db_bind_int(q, 3, to);
	if (db_run(q, changed) < 0)
		return -1;
	return *changed ? strategy_former_move(db, c->strategy, c->kind->noun, from, to, err) : 0;
}

static int
keep(struct db *db, struct change *c, struct error *err)
{
	struct stmt *q = deleted_line_start(db, c->kind->keep, NULL, err);

	db_bind_int(q, 4, c->strategy);
	db_bind_int(q, 5, c->position);
	return deleted_line_keep(db, q, c->summary, err) ||
			       strategy_former_move(db, c->strategy, c->kind->noun, c->position,
				       -db_last_id(db), err)
		       ? -1
		       : 0;
}

static int
take_out(struct db *db, void *context, struct error *err)
{
	struct change *c = context;
	int64_t changed;
	struct stmt *q;

	if (strategy_touch(db, c->strategy, c->rev, err) || keep(db, c, err))
		return -1;
	q = db_start(db, c->kind->remove, err);
	db_bind_int(q, 1, c->strategy);
	db_bind_int(q, 2, c->position);
	if (db_run(q, &changed) < 0)
		return -1;
	if (changed == 0)
		return gone(err);
	for (int next = c->position + 1; changed; next++)
		if (place(db, c, next, next - 1, &changed, err) < 0)
			return -1;
	return 0;
}

int
strategy_line_remove(struct db *db, const struct strategy_line_kind *kind, int64_t strategy,
	int64_t rev, int position, struct error *err)
{
	struct change c = { .kind = kind, .strategy = strategy, .rev = rev, .position = position };
	const struct db_act act = {
		.action = kind->act, .entity = "strategy", .summary = c.summary
	};

	return db_write(db, &act, take_out, &c, err);
}

enum { ASIDE = 1 << 30 }; /* a place that no line has */

static int
move(struct db *db, void *context, struct error *err)
{
	const struct change *c = context;
	int other = c->position + c->by;
	int64_t changed;

	if (strategy_touch(db, c->strategy, c->rev, err))
		return -1;
	if (other < 1)
		return 0;
	if (place(db, c, other, ASIDE, &changed, err) < 0)
		return -1;
	if (changed == 0)
		return 0;
	return place(db, c, c->position, other, &changed, err) < 0 ||
			       place(db, c, ASIDE, c->position, &changed, err) < 0
		       ? -1
		       : 0;
}

int
strategy_line_move(struct db *db, const struct strategy_line_kind *kind, int64_t strategy,
	int64_t rev, int position, int by, struct error *err)
{
	const struct db_act act = { .action = kind->act, .entity = "strategy" };
	struct change c = {
		.kind = kind, .strategy = strategy, .rev = rev, .position = position, .by = by
	};

	return db_write(db, &act, move, &c, err);
}
