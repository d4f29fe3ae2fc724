/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Deviations: causes, measures, and what became of them. */
#include "config.h"

#include "model/monitoring/deviation.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/deleted_line.h"
#include "model/kept.h"
#include "model/monitoring/monitoring_round_parts.h"
#include "model/queries.h"

#include <string.h>

/* ---- reading ---- */

bool
deviation_explains(const struct deviation *d)
{
	return d && d->cause[strspn(d->cause, " \n")];
}

static void
read_row(struct stmt *q, const char *today, struct deviation *d)
{
	*d = (struct deviation){ .id = db_int(q, 0),
		.round = db_int(q, 1),
		.target = db_int(q, 2),
		.task = db_int(q, 3),
		.year = (int)db_int(q, 10),
		.strategy = db_int(q, 11),
		.later = db_int(q, 12) != 0 };
	text_copy(d->cause, sizeof d->cause, db_text(q, 4));
	text_copy(d->measure, sizeof d->measure, db_text(q, 5));
	text_copy(d->office, sizeof d->office, db_text(q, 6));
	text_copy(d->due_on, sizeof d->due_on, db_text(q, 7));
	text_copy(d->done_on, sizeof d->done_on, db_text(q, 8));
	text_copy(d->subject, sizeof d->subject, db_text(q, 9));
	d->overdue = !d->done_on[0] && d->due_on[0] && strcmp(d->due_on, today) < 0;
}

static int
list_of(struct db *db, int64_t round, int64_t strategy, bool open, struct arena *arena,
	struct deviation **list, int *count, struct error *err)
{
	struct stmt *q = db_start(db, Q_DEVIATION_LIST, err);
	char today[16];
	size_t room = 0;

	date_iso(today, sizeof today, clock_today());
	*list = NULL;
	*count = 0;
	db_bind_int(q, 1, round);
	db_bind_int(q, 2, strategy);
	db_bind_int(q, 3, open);
	while (db_next(q)) {
		*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof **list);
		read_row(q, today, &(*list)[(*count)++]);
	}
	return db_end(q);
}

int
deviation_list(struct db *db, int64_t round, struct arena *arena, struct deviation **list,
	int *count, struct error *err)
{
	return list_of(db, round, 0, false, arena, list, count, err);
}

int
deviation_open_list(struct db *db, int64_t strategy, struct arena *arena, struct deviation **list,
	int *count, struct error *err)
{
	return list_of(db, 0, strategy, true, arena, list, count, err);
}

/* ---- saving ---- */

struct deviating {
	struct monitoring_round *round;
	struct deviation *d;
	char summary[DELETED_TEXT_SIZE]; /* of a deletion, for the act */
};

static int
check_texts(const struct deviation *d, struct error *err)
{
	if (kept_text(d->cause, false, true, DEVIATION_FIELD_CAUSE, _("The cause"), err) ||
		kept_text(
			d->measure, false, true, DEVIATION_FIELD_MEASURE, _("The measure"), err) ||
		kept_text(d->office, false, false, DEVIATION_FIELD_OFFICE, _("The office"), err) ||
		kept_day(d->due_on, false, DEVIATION_FIELD_DUE, _("The last day"), err) ||
		kept_day(d->done_on, false, DEVIATION_FIELD_DONE, _("The day when it was done"),
			err))
		return -1;
	if (!d->cause[strspn(d->cause, " \n")] && !d->measure[strspn(d->measure, " \n")])
		return error_field(err, ERROR_INPUT, DEVIATION_FIELD_CAUSE,
			_("Write why it is so, or what is done about it."));
	return 0;
}

static int
check(struct db *db, const struct deviation *d, struct error *err)
{
	char today[16];
	struct stmt *q;
	bool fits;

	date_iso(today, sizeof today, clock_today());
	if (check_texts(d, err))
		return -1;
	if (!d->measure[0] && (d->due_on[0] || d->done_on[0]))
		return error_field(err, ERROR_INPUT, DEVIATION_FIELD_MEASURE,
			_("Say which measure is to be carried out by that day."));
	if (strcmp(d->done_on, today) > 0)
		return error_field(err, ERROR_INPUT, DEVIATION_FIELD_DONE,
			_("This day is still to come; leave it empty until the measure is done."));
	q = db_start(db, Q_DEVIATION_FITS, err);
	db_bind_int(q, 1, d->round);
	db_bind_int(q, 2, d->target);
	db_bind_int(q, 3, d->task);
	fits = db_next(q);
	if (db_end(q) < 0)
		return -1;
	return fits ? 0
		    : error_set(
			      err, ERROR_MISSING, _("The strategy has no such indicator or task."));
}

static void
bind_fields(struct stmt *q, const struct deviation *d, int first)
{
	db_bind_text(q, first, d->cause);
	db_bind_text(q, first + 1, d->measure);
	db_bind_text(q, first + 2, d->office);
	db_bind_text_or_null(q, first + 3, d->due_on);
	db_bind_text_or_null(q, first + 4, d->done_on);
}

int
deviation_find(
	struct db *db, int64_t round, int64_t target, int64_t task, int64_t *id, struct error *err)
{
	struct stmt *q = db_start(db, Q_DEVIATION_AT, err);

	db_bind_int(q, 1, round);
	db_bind_int_or_null(q, 2, target);
	db_bind_int_or_null(q, 3, task);
	*id = db_next(q) ? db_int(q, 0) : 0;
	return db_end(q);
}

static int
insert(struct db *db, struct deviation *d, bool approved, struct error *err)
{
	struct stmt *q;
	int64_t there;

	if (deviation_find(db, d->round, d->target, d->task, &there, err))
		return -1;
	if (there)
		return error_set(err, ERROR_CONFLICT,
			_("A colleague has written cause and measure of this meanwhile. Nothing "
			  "was saved; look at the new state first."));
	q = db_start(db, Q_DEVIATION_INSERT, err);
	db_bind_int(q, 1, d->round);
	db_bind_int_or_null(q, 2, d->target);
	db_bind_int_or_null(q, 3, d->task);
	bind_fields(q, d, 4);
	db_bind_int(q, 9, approved);
	if (db_run(q, NULL) < 0)
		return -1;
	d->id = db_last_id(db);
	return 0;
}

static int
update(struct db *db, const struct deviation *d, bool settle, struct error *err)
{
	struct stmt *q = db_start(db, settle ? Q_DEVIATION_SETTLE : Q_DEVIATION_UPDATE, err);
	int64_t changed;

	db_bind_int(q, 1, d->round);
	db_bind_int(q, 2, d->id);
	if (settle)
		db_bind_text_or_null(q, 3, d->done_on);
	else
		bind_fields(q, d, 3);
	if (db_run(q, &changed) < 0)
		return -1;
	return changed ? 0 : error_set(err, ERROR_MISSING, _("This entry is gone already."));
}

static bool
is_empty(const struct deviation *d)
{
	return !d->cause[0] && !d->measure[0] && !d->office[0] && !d->due_on[0] && !d->done_on[0];
}

static int
take_away(struct db *db, struct deviating *g, struct error *err)
{
	struct stmt *q;
	int64_t changed;

	if (round_touch(db, g->round, err))
		return -1;
	q = deleted_line_start(db, Q_DELETED_DEVIATION_KEEP, NULL, err);
	db_bind_int(q, 4, g->round->id);
	db_bind_int(q, 5, g->d->id);
	if (deleted_line_keep(db, q, g->summary, err))
		return -1;
	q = db_start(db, Q_DEVIATION_DELETE, err);
	db_bind_int(q, 1, g->round->id);
	db_bind_int(q, 2, g->d->id);
	g->d->id = 0;
	if (db_run(q, &changed) < 0)
		return -1;
	return changed ? 0 : error_set(err, ERROR_MISSING, _("This entry is gone already."));
}

static int
is_corrected(struct db *db, const struct deviating *g, bool *corrected, struct error *err)
{
	struct stmt *q = db_start(db, Q_DEVIATION_CORRECTED, err);

	db_bind_int(q, 1, g->round->id);
	db_bind_int(q, 2, g->d->target);
	*corrected = db_next(q);
	return db_end(q);
}

/* What the approved report tells stays; only the day on which a measure was done may follow. What a
 * correction put off its course is explained anew. *settle: nothing but that day is written. */
static int
check_approved(struct db *db, const struct deviating *g, bool *settle, struct error *err)
{
	struct arena arena = { 0 };
	struct deviation *list;
	bool same = false;
	int count, failed;

	*settle = false;
	if (!g->d->id && (is_corrected(db, g, &same, err) || same))
		return same ? 0 : -1;
	failed = deviation_list(db, g->round->id, &arena, &list, &count, err);
	for (int i = 0; !failed && i < count; i++)
		if (list[i].id == g->d->id) {
			*settle = !list[i].later;
			same = !*settle || (strcmp(list[i].cause, g->d->cause) == 0 &&
						   strcmp(list[i].measure, g->d->measure) == 0 &&
						   strcmp(list[i].office, g->d->office) == 0 &&
						   strcmp(list[i].due_on, g->d->due_on) == 0);
		}
	arena_release(&arena);
	if (failed)
		return -1;
	return same ? 0
		    : error_field(err, ERROR_INPUT, DEVIATION_FIELD_DONE,
			      _("The report of %d is approved: only the day on which a measure was "
				"done can still be written. New causes and measures belong to the "
				"next year, but for figures that were corrected."),
			      g->round->year);
}

static int
save(struct db *db, void *context, struct error *err)
{
	struct deviating *g = context;
	bool approved, settle = false;

	g->d->round = g->round->id;
	g->round->rev = kept_line_rev(g->d->id, g->round->rev);
	if (g->d->id && is_empty(g->d))
		return take_away(db, g, err);
	if (round_check(db, g->round, &approved, err) || check(db, g->d, err))
		return -1;
	if (approved && check_approved(db, g, &settle, err))
		return -1;
	if (round_raise(db, g->round, err))
		return -1;
	return g->d->id ? update(db, g->d, settle, err) : insert(db, g->d, approved, err);
}

int
deviation_save(
	struct db *db, struct monitoring_round *round, struct deviation *d, struct error *err)
{
	struct monitoring_round copy = *round;
	struct deviation of = *d;
	struct deviating g = { .round = &copy, .d = &of };
	const struct db_act act = {
		.action = "round.deviation", .entity = "monitoring_round", .summary = g.summary
	};

	if (db_write(db, &act, save, &g, err) < 0)
		return -1;
	*d = of;
	*round = copy;
	return 0;
}
