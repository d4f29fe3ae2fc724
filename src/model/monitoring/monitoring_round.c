/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rounds of monitoring: their days, beginning and deleting them. */
#include "config.h"

#include "model/monitoring/monitoring_round.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/random.h"
#include "base/text.h"
#include "model/kept.h"
#include "model/monitoring/monitoring_round_parts.h"
#include "model/queries.h"

#include <string.h>

enum { USUAL_DUE_MONTH = 3, USUAL_DUE_DAY = 31 };

struct date
round_state_report_day(int year)
{
	return (struct date){ year + 1, STATE_REPORT_MONTH, STATE_REPORT_DAY };
}

/* ---- reading ---- */

static void
read_row(struct stmt *q, struct monitoring_round *r)
{
	*r = (struct monitoring_round){ .id = db_int(q, 0),
		.rev = db_int(q, 1),
		.strategy = db_int(q, 3),
		.year = (int)db_int(q, 4),
		.slot = (int)db_int(q, 12),
		.offices = (int)db_int(q, 13),
		.delivered = (int)db_int(q, 14),
		.deviations = (int)db_int(q, 15),
		.measures = (int)db_int(q, 16) };
	text_copy(r->uid, sizeof r->uid, db_text(q, 2));
	text_copy(r->opened_on, sizeof r->opened_on, db_text(q, 5));
	text_copy(r->due_on, sizeof r->due_on, db_text(q, 6));
	text_copy(r->summary, sizeof r->summary, db_text(q, 7));
	text_copy(r->approved_on, sizeof r->approved_on, db_text(q, 8));
	text_copy(r->approved_by, sizeof r->approved_by, db_text(q, 9));
	text_copy(r->strategy_code, sizeof r->strategy_code, db_text(q, 10));
	text_copy(r->strategy_name, sizeof r->strategy_name, db_text(q, 11));
}

static struct stmt *
start_list(struct db *db, int64_t strategy, int year, int64_t id, struct error *err)
{
	struct stmt *q = db_start(db, Q_ROUND_LIST, err);

	db_bind_int(q, 1, strategy);
	db_bind_int(q, 2, year);
	db_bind_int(q, 3, id);
	return q;
}

int
round_list(struct db *db, int64_t strategy, struct arena *arena, struct monitoring_round **list,
	int *count, struct error *err)
{
	struct stmt *q = start_list(db, strategy, 0, 0, err);
	size_t room = 0;

	*list = NULL;
	*count = 0;
	while (db_next(q)) {
		*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof **list);
		read_row(q, &(*list)[(*count)++]);
	}
	return db_end(q);
}

int
round_load(struct db *db, int64_t id, struct monitoring_round *out, struct error *err)
{
	struct stmt *q = start_list(db, 0, 0, id, err);
	bool found = db_next(q);

	if (found)
		read_row(q, out);
	if (db_end(q) < 0)
		return -1;
	return found ? 0 : error_set(err, ERROR_MISSING, _("This round is gone already."));
}

int
round_find(
	struct db *db, int64_t strategy, int year, struct monitoring_round *out, struct error *err)
{
	struct stmt *q = start_list(db, strategy, year, 0, err);

	*out = (struct monitoring_round){ .id = 0 };
	if (db_next(q))
		read_row(q, out);
	return db_end(q);
}

int
round_year_open(struct db *db, int64_t strategy, int *year, struct error *err)
{
	struct stmt *q = start_list(db, strategy, 0, 0, err);

	*year = 0;
	while (db_next(q)) {
		struct monitoring_round r;

		read_row(q, &r);
		if (!r.approved_on[0] && r.year > *year)
			*year = r.year;
	}
	return db_end(q);
}

/* ---- saving ---- */

int
round_check(struct db *db, struct monitoring_round *round, bool *approved, struct error *err)
{
	struct stmt *q = db_start(db, Q_ROUND_HEAD, err);
	int64_t rev = round->rev;
	bool found;

	db_bind_int(q, 1, round->id);
	found = db_next(q);
	if (found) {
		round->rev = db_int(q, 0);
		*approved = db_int(q, 1) != 0;
		round->year = (int)db_int(q, 2);
	}
	if (db_end(q) < 0)
		return -1;
	if (!found)
		return error_set(err, ERROR_MISSING, _("This round is gone already."));
	db_act_entity(db, round->id);
	if (rev != KEPT_ANY_REV && rev != round->rev)
		return error_set(err, ERROR_CONFLICT,
			_("A colleague has changed the round of %d meanwhile. Nothing was saved; "
			  "look at the new state first."),
			round->year);
	return 0;
}

int
round_raise(struct db *db, struct monitoring_round *round, struct error *err)
{
	struct stmt *q = db_start(db, Q_ROUND_RAISE, err);

	db_bind_int(q, 1, round->id);
	if (db_run(q, NULL) < 0)
		return -1;
	round->rev++;
	return 0;
}

int
round_touch(struct db *db, struct monitoring_round *round, struct error *err)
{
	bool approved;

	if (round_check(db, round, &approved, err))
		return -1;
	if (approved)
		return error_set(err, ERROR_INPUT,
			_("The report of %d is approved, so its round does not change any more. "
			  "Later figures are written as corrections."),
			round->year);
	return round_raise(db, round, err);
}

static int
check_year(struct db *db, const struct monitoring_round *r, struct error *err)
{
	struct stmt *q = db_start(db, Q_ROUND_YEARS, err);
	int first = 0, last = 0;
	bool found, twice = false;

	db_bind_int(q, 1, r->strategy);
	db_bind_int(q, 2, r->year);
	db_bind_int(q, 3, r->id);
	found = db_next(q);
	if (found) {
		first = (int)db_int(q, 0);
		last = (int)db_int(q, 1);
		twice = db_int(q, 2) != 0;
	}
	if (db_end(q) < 0)
		return -1;
	if (!found)
		return error_set(err, ERROR_MISSING, _("This strategy is gone already."));
	if (r->year < first || r->year > last)
		return error_field(err, ERROR_INPUT, ROUND_FIELD_YEAR,
			_("The strategy is for the years %d to %d; %d is not among them."), first,
			last, r->year);
	if (r->year >= clock_today().year)
		return error_field(err, ERROR_INPUT, ROUND_FIELD_YEAR,
			_("The year %d is not over yet: its state is that of 31 December."),
			r->year);
	if (twice)
		return error_field(err, ERROR_INPUT, ROUND_FIELD_YEAR,
			_("There is a round of the year %d already."), r->year);
	return 0;
}

static int
check(struct db *db, const struct monitoring_round *r, struct error *err)
{
	if (check_year(db, r, err) ||
		kept_day(r->opened_on, true, ROUND_FIELD_OPENED, _("The first day"), err) ||
		kept_day(r->due_on, true, ROUND_FIELD_DUE, _("The last day for offices"), err) ||
		kept_text(r->summary, false, true, ROUND_FIELD_SUMMARY, _("The summary"), err))
		return -1;
	if (strcmp(r->due_on, r->opened_on) < 0)
		return error_field(err, ERROR_INPUT, ROUND_FIELD_DUE,
			_("The last day for offices comes before the first one."));
	return 0;
}

static int
ask_offices(struct db *db, const struct monitoring_round *r, struct error *err)
{
	struct stmt *q = db_start(db, Q_ROUND_ASK, err);

	db_bind_int(q, 1, r->id);
	db_bind_int(q, 2, r->strategy);
	return db_run(q, NULL);
}

static int
insert(struct db *db, struct monitoring_round *r, struct error *err)
{
	struct stmt *q = db_start(db, Q_ROUND_INSERT, err);
	char uid[UID_SIZE];

	text_copy(r->uid, sizeof r->uid, random_uid(uid));
	db_bind_text(q, 1, r->uid);
	db_bind_int(q, 2, r->strategy);
	db_bind_int(q, 3, r->year);
	db_bind_text(q, 4, r->opened_on);
	db_bind_text(q, 5, r->due_on);
	db_bind_text(q, 6, r->summary);
	if (db_run(q, NULL) < 0)
		return -1;
	r->id = db_last_id(db);
	r->rev = 1;
	db_act_entity(db, r->id);
	return ask_offices(db, r, err);
}

static int
save(struct db *db, void *context, struct error *err)
{
	struct monitoring_round *r = context;
	struct stmt *q;

	if ((r->id && round_touch(db, r, err)) || check(db, r, err))
		return -1;
	if (!r->id)
		return insert(db, r, err);
	q = db_start(db, Q_ROUND_UPDATE, err);
	db_bind_int(q, 1, r->id);
	db_bind_text(q, 2, r->opened_on);
	db_bind_text(q, 3, r->due_on);
	db_bind_text(q, 4, r->summary);
	return db_run(q, NULL);
}

int
round_save(struct db *db, struct monitoring_round *round, struct error *err)
{
	const struct db_act act = { .action = round->id ? "round.change" : "round.add",
		.entity = "monitoring_round" };
	struct monitoring_round copy = *round;

	if (!copy.opened_on[0])
		date_iso(copy.opened_on, sizeof copy.opened_on, clock_today());
	if (!copy.due_on[0]) {
		struct date due = { copy.year + 1, USUAL_DUE_MONTH, USUAL_DUE_DAY };

		/* A round that begins late gives its offices a month. */
		date_iso(copy.due_on, sizeof copy.due_on, due);
		if (strcmp(copy.due_on, copy.opened_on) < 0)
			date_iso(copy.due_on, sizeof copy.due_on,
				date_from_days(date_to_days(clock_today()) + 30));
	}
	if (db_write(db, &act, save, &copy, err) < 0)
		return -1;
	return round_load(db, copy.id, round, err);
}

static int
run_by_round(struct db *db, int query, int64_t round, struct error *err)
{
	struct stmt *q = db_start(db, query, err);

	db_bind_int(q, 1, round);
	return db_run(q, NULL);
}

static int
take_away(struct db *db, void *context, struct error *err)
{
	struct monitoring_round round = *(const struct monitoring_round *)context;
	struct stmt *q;
	bool used = false;

	if (round_touch(db, &round, err))
		return -1;
	q = db_start(db, Q_ROUND_IN_USE, err);
	db_bind_int(q, 1, round.id);
	if (db_next(q))
		used = db_int(q, 0) != 0;
	if (db_end(q) < 0)
		return -1;
	if (used)
		return error_set(err, ERROR_INPUT,
			_("In the round of %d something is written down: days or notes of offices, "
			  "causes or measures, or the opening words of its report. Empty those "
			  "first."),
			round.year);
	return run_by_round(db, Q_ROUND_FORGET_DELIVERIES, round.id, err) ||
			       run_by_round(db, Q_ROUND_FORGET_SHEETS, round.id, err) ||
			       run_by_round(db, Q_ROUND_DELETE, round.id, err)
		       ? -1
		       : 0;
}

int
round_remove(struct db *db, const struct monitoring_round *round, struct error *err)
{
	const struct db_act act = { .action = "round.remove", .entity = "monitoring_round" };
	struct monitoring_round copy = *round;

	return db_write(db, &act, take_away, &copy, err);
}
