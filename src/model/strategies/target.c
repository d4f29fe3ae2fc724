/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Targets: the card with its path, saved and moved within its goal. */
#include "config.h"

#include "model/strategies/target.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/random.h"
#include "base/text.h"
#include "model/kept.h"
#include "model/queries.h"
#include "model/strategies/target_parts.h"
#include "model/word.h"

#include <math.h>
#include <string.h>

static const struct word kinds[TARGET_KINDS] = {
	[TARGET_CONTEXT] = { "context", N_("of context") },
	[TARGET_PRODUCT] = { "product", N_("of product") },
	[TARGET_RESULT] = { "result", N_("of result") },
	[TARGET_IMPACT] = { "impact", N_("of impact") },
};

const char *
target_kind_name(enum target_kind k)
{
	return kinds[k].name;
}

const char *
target_kind_label(enum target_kind k)
{
	return _(kinds[k].label);
}

int
target_kind_from_name(const char *name)
{
	return word_find(kinds, TARGET_KINDS, name, -1);
}

const char *
target_direction_label(char direction)
{
	switch (direction) {
	case 'S':
		return _("the more the better");
	case 'D':
		return _("the less the better");
	case 'N':
		return _("within an interval");
	default:
		return _("keep the base");
	}
}

struct target
target_new(int64_t strategy, int64_t goal)
{
	return (struct target){ .strategy = strategy,
		.goal = goal,
		.kind = TARGET_RESULT,
		.direction = 'S',
		.frequency = 'R',
		.low = NAN,
		.high = NAN,
		.tolerance = NAN,
		.base = NAN,
		.target = NAN };
}

struct target_rule
target_rule_of(const struct target *t)
{
	if (t->kind == TARGET_CONTEXT) /* an interval without ends: none is passed */
		return (struct target_rule){ strchr("NK", t->direction) ? 'N' : t->direction, NAN,
			NAN, NAN, t->base_year, 0, t->base, NAN, NULL, 0 };
	return (struct target_rule){ t->direction, t->low, t->high, t->tolerance, t->base_year,
		t->target_year, t->base, t->target, t->path, t->path_count };
}

/* ---- reading ---- */

static char
letter(const char *text, char none)
{
	return text[0] ? text[0] : none;
}

static void
read_row(struct stmt *q, struct target *t)
{
	*t = (struct target){ .id = db_int(q, 0),
		.strategy = db_int(q, 2),
		.goal = db_int(q, 3),
		.position = (int)db_int(q, 4),
		.kind = (enum target_kind)word_find(
			kinds, TARGET_KINDS, db_text(q, 6), TARGET_RESULT),
		.slot = (int)db_int(q, 8),
		.decimals = (int)db_int(q, 10),
		.direction = letter(db_text(q, 11), 'S'),
		.low = db_double_or_nan(q, 12),
		.high = db_double_or_nan(q, 13),
		.tolerance = db_double_or_nan(q, 14),
		.base_year = (int)db_int(q, 15),
		.base = db_double_or_nan(q, 16),
		.target_year = (int)db_int(q, 17),
		.target = db_double_or_nan(q, 18),
		.frequency = letter(db_text(q, 21), 'R'),
		.month = (int)db_int(q, 22),
		.retired = db_int(q, 25) != 0 };
	text_copy(t->uid, sizeof(t->uid), db_text(q, 1));
	text_copy(t->name, sizeof(t->name), db_text(q, 5));
	text_copy(t->indicator, sizeof(t->indicator), db_text(q, 7));
	text_copy(t->measure, sizeof(t->measure), db_text(q, 9));
	text_copy(t->office, sizeof(t->office), db_text(q, 19));
	text_copy(t->source, sizeof(t->source), db_text(q, 20));
	text_copy(t->method, sizeof(t->method), db_text(q, 23));
	text_copy(t->note, sizeof(t->note), db_text(q, 24));
}

static int
read_paths(struct stmt *q, struct target *list, int count)
{
	int i = 0;

	while (db_next(q)) {
		int64_t id = db_int(q, 0);

		for (int tried = 0; tried < count && list[i].id != id; tried++)
			i = (i + 1) % count;
		if (count && list[i].id == id && list[i].path_count < TARGET_PATH_MOST)
			list[i].path[list[i].path_count++] =
				(struct target_step){ (int)db_int(q, 1), db_double(q, 2) };
	}
	return db_end(q);
}

int
target_list(struct db *db, const struct target_filter *filter, struct arena *arena,
	struct target **list, int *count, struct error *err)
{
	struct stmt *q = db_start(db, Q_TARGET_LIST, err);
	size_t room = 0;

	*list = NULL;
	*count = 0;
	db_bind_int(q, 1, filter->strategy);
	db_bind_int(q, 2, filter->goal);
	db_bind_int(q, 3, filter->retired);
	while (db_next(q)) {
		*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof(**list));
		read_row(q, &(*list)[(*count)++]);
	}
	if (db_end(q))
		return -1;
	q = db_start(db, Q_TARGET_PATHS, err);
	db_bind_int(q, 1, filter->strategy);
	return read_paths(q, *list, *count);
}

int
target_load(struct db *db, int64_t id, struct target *out, struct error *err)
{
	struct stmt *q = db_start(db, Q_TARGET_LOAD, err);
	bool found;

	db_bind_int(q, 1, id);
	found = db_next(q);
	if (found)
		read_row(q, out);
	if (db_end(q))
		return -1;
	if (!found)
		return error_set(err, ERROR_MISSING, _("This indicator is gone already."));
	q = db_start(db, Q_TARGET_PATH, err);
	db_bind_int(q, 1, id);
	return read_paths(q, out, 1);
}

/* ---- saving ---- */

static void
bind_fields(struct stmt *q, const struct target *t)
{
	const char direction[] = { t->direction, '\0' }, frequency[] = { t->frequency, '\0' };

	db_bind_int(q, 2, t->strategy);
	db_bind_int_or_null(q, 3, t->goal);
	db_bind_int(q, 4, t->position);
	db_bind_text(q, 5, t->name);
	db_bind_text(q, 6, kinds[t->kind].name);
	db_bind_text(q, 7, t->indicator);
	db_bind_int_or_null(q, 8, t->slot);
	db_bind_text(q, 9, t->measure);
	db_bind_int(q, 10, t->decimals);
	db_bind_text(q, 11, direction);
	db_bind_double_or_null(q, 12, t->low);
	db_bind_double_or_null(q, 13, t->high);
	db_bind_double_or_null(q, 14, t->tolerance);
	db_bind_int_or_null(q, 15, t->base_year);
	db_bind_double_or_null(q, 16, t->base);
	db_bind_int_or_null(q, 17, t->target_year);
	db_bind_double_or_null(q, 18, t->target);
	db_bind_text(q, 19, t->office);
	db_bind_text(q, 20, t->source);
	db_bind_text(q, 21, frequency);
	db_bind_int(q, 22, t->month);
	db_bind_text(q, 23, t->method);
	db_bind_text(q, 24, t->note);
}

static int
write_path(struct db *db, const struct target *t, struct error *err)
{
	struct stmt *q = db_start(db, Q_TARGET_PATH_CLEAR, err);

	db_bind_int(q, 1, t->id);
	if (db_run(q, NULL))
		return -1;
	for (int i = 0; i < t->path_count; i++) {
		q = db_start(db, Q_TARGET_PATH_INSERT, err);
		db_bind_int(q, 1, t->id);
		db_bind_int(q, 2, t->path[i].year);
		db_bind_double(q, 3, t->path[i].value);
		if (db_run(q, NULL))
			return -1;
	}
	return 0;
}

static int
next_place(struct db *db, int64_t strategy, int64_t goal, int *place, struct error *err)
{
	struct stmt *q = db_start(db, Q_TARGET_NEXT_PLACE, err);

	db_bind_int(q, 1, strategy);
	db_bind_int(q, 2, goal);
	if (db_next(q))
		*place = (int)db_int(q, 0);
	return db_end(q);
}

static int
write_row(struct db *db, struct target *t, struct error *err)
{
	struct stmt *q = db_start(db, t->id ? Q_TARGET_UPDATE : Q_TARGET_INSERT, err);
	char uid[UID_SIZE];
	int64_t changed;

	if (t->id) {
		db_bind_int(q, 1, t->id);
	} else {
		text_copy(t->uid, sizeof(t->uid), random_uid(uid));
		db_bind_text(q, 1, t->uid);
	}
	bind_fields(q, t);
	if (db_run(q, &changed))
		return -1;
	if (!changed)
		return error_set(err, ERROR_MISSING, _("This indicator is gone already."));
	if (!t->id)
		t->id = db_last_id(db);
	return write_path(db, t, err);
}

int
target_put(struct db *db, struct target *t, const struct strategy_why *why, struct error *err)
{
	struct target before;
	bool fresh = !t->id;

	if (target_check(db, t, err) || target_fit_decimals(db, t, err))
		return -1;
	if (t->id) {
		if (target_load(db, t->id, &before, err))
			return -1;
		if (before.goal != t->goal)
			t->position = 0;
	}
	if (t->position < 1 && next_place(db, t->strategy, t->goal, &t->position, err))
		return -1;
	if (!fresh && target_keep_change(db, &before, t, why, err))
		return -1;
	if (write_row(db, t, err))
		return -1;
	return fresh ? target_keep_change(db, NULL, t, why, err) : 0;
}

struct saving {
	int64_t rev;
	struct target *target;
	const struct strategy_why *why;
};

static int
save(struct db *db, void *context, struct error *err)
{
	struct saving *s = context;

	return strategy_touch(db, s->target->strategy, kept_line_rev(s->target->id, s->rev), err) ||
			       target_put(db, s->target, s->why, err)
		       ? -1
		       : 0;
}

int
target_save(struct db *db, int64_t rev, struct target *t, const struct strategy_why *why,
	struct error *err)
{
	const struct db_act act = { .action = t->id ? "target.change" : "target.add",
		.entity = "strategy" };
	struct target copy = *t;
	struct saving s = { rev, &copy, why };

	if (db_write(db, &act, save, &s, err))
		return -1;
	*t = copy;
	return 0;
}

/* ---- moving, deleting ---- */

struct acting {
	int64_t rev, id;
	int by;
	const struct strategy_why *why;
	struct target target;
};

static int
keep_act(struct db *db, const struct acting *a, enum change_act what, struct error *err)
{
	const struct strategy_change change = { .strategy = a->target.strategy,
		.noun = CHANGE_TARGET,
		.act = what,
		.row = a->id,
		.name = a->target.name };

	return strategy_change_keep(db, &change, a->why, TARGET_FIELD_REASON, err);
}

static int
begin(struct db *db, struct acting *a, bool retired, struct error *err)
{
	if (target_load(db, a->id, &a->target, err))
		return -1;
	if (a->target.retired != retired)
		return error_set(err, ERROR_MISSING,
			retired ? _("It is there again already.")
				: _("This indicator is gone already."));
	return strategy_touch(db, a->target.strategy, a->rev, err);
}

static int
place(struct db *db, int64_t id, int position, struct error *err)
{
	struct stmt *q = db_start(db, Q_TARGET_PLACE, err);

	db_bind_int(q, 1, id);
	db_bind_int(q, 2, position);
	return db_run(q, NULL);
}

static int
exchange(struct db *db, const struct acting *a, const struct target *list, int count,
	struct error *err)
{
	int first = 0, last, self = -1;

	while (first < count && list[first].goal != a->target.goal)
		first++;
	for (last = first; last < count && list[last].goal == a->target.goal; last++)
		if (list[last].id == a->id)
			self = last;
	if (self < 0 || self + a->by < first || self + a->by >= last)
		return 0;
	for (int i = first; i < last; i++) { /* places without gaps, the two exchanged */
		int at = i == self ? self + a->by : i == self + a->by ? self : i;

		if (place(db, list[i].id, at - first + 1, err))
			return -1;
	}
	return 0;
}

static int
move(struct db *db, void *context, struct error *err)
{
	struct acting *a = context;
	struct target_filter filter = { 0 };
	struct arena arena = { 0 };
	struct target *list;
	int count, failed;

	if (begin(db, a, false, err))
		return -1;
	filter.strategy = a->target.strategy;
	failed = target_list(db, &filter, &arena, &list, &count, err) ||
		 exchange(db, a, list, count, err);
	arena_release(&arena);
	return failed ? -1 : 0;
}

static int
mark(struct db *db, int64_t id, const char *when, struct error *err)
{
	struct stmt *q = db_start(db, Q_TARGET_RETIRE, err);

	db_bind_int(q, 1, id);
	db_bind_text(q, 2, when);
	return db_run(q, NULL);
}

static int
retire(struct db *db, void *context, struct error *err)
{
	struct acting *a = context;
	char now[32];

	return begin(db, a, false, err) || mark(db, a->id, clock_now_utc(now, sizeof(now)), err) ||
			       keep_act(db, a, CHANGE_DELETED, err)
		       ? -1
		       : 0;
}

static int
restore(struct db *db, void *context, struct error *err)
{
	struct acting *a = context;
	struct target *t = &a->target;
	struct stmt *q;
	bool there = false;

	if (begin(db, a, true, err))
		return -1;
	q = db_start(db, Q_TARGET_GOAL_KNOWN, err);
	db_bind_int(q, 1, t->goal);
	db_bind_int(q, 2, t->strategy);
	there = db_next(q);
	if (db_end(q))
		return -1;
	t->goal = there ? t->goal : 0;
	if (target_check_twin(db, t, 0, err) ||
		next_place(db, t->strategy, t->goal, &t->position, err))
		return -1;
	q = db_start(db, Q_TARGET_RESTORE_PLACE, err);
	db_bind_int(q, 1, t->id);
	db_bind_int_or_null(q, 2, t->goal);
	db_bind_int(q, 3, t->position);
	return db_run(q, NULL) || mark(db, a->id, NULL, err) ||
			       keep_act(db, a, CHANGE_RESTORED, err)
		       ? -1
		       : 0;
}

static int
act_on(struct db *db, const char *action,
	int (*change)(struct db *db, void *context, struct error *err), int64_t rev, int64_t id,
	int by, const struct strategy_why *why, struct error *err)
{
	const struct db_act act = { .action = action, .entity = "strategy" };
	struct acting a = { .rev = rev, .id = id, .by = by, .why = why };

	return db_write(db, &act, change, &a, err);
}

int
target_move(struct db *db, int64_t rev, int64_t id, int by, struct error *err)
{
	return act_on(db, "target.move", move, rev, id, by, NULL, err);
}

int
target_retire(
	struct db *db, int64_t rev, int64_t id, const struct strategy_why *why, struct error *err)
{
	return act_on(db, "target.retire", retire, rev, id, 0, why, err);
}

int
target_restore(
	struct db *db, int64_t rev, int64_t id, const struct strategy_why *why, struct error *err)
{
	return act_on(db, "target.restore", restore, rev, id, 0, why, err);
}
