/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Freezing a year's report, and corrections of it. */
#include "config.h"

#include "model/monitoring/round_freeze.h"

#include "base/clock.h"
#include "base/date.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "model/indicators/flag.h"
#include "model/kept.h"
#include "model/monitoring/monitoring_round_parts.h"
#include "model/queries.h"
#include "model/monitoring/round_freeze_parts.h"
#include "model/monitoring/round_source.h"

#include <math.h>
#include <string.h>

struct approving {
	const struct unit_table *units;
	const struct round_state *seen;
	const char *on, *by;
	const struct round_printer *printer;
	struct arena *arena;
	struct monitoring_round round;
};

static int
note_approval(
	struct db *db, struct approving *a, const struct strategy_course *course, struct error *err)
{
	struct stmt *q = db_start(db, Q_ROUND_APPROVE, err);

	text_copy(a->round.approved_on, sizeof a->round.approved_on, a->on);
	text_copy(a->round.approved_by, sizeof a->round.approved_by, a->by);
	db_bind_int(q, 1, a->round.id);
	db_bind_text(q, 2, a->on);
	db_bind_text(q, 3, a->by);
	db_bind_double(q, 4, course->limits.on_course);
	db_bind_double(q, 5, course->limits.at_risk);
	db_bind_text(q, 6, goal_rule_name(course->strategy.rule));
	return db_run(q, NULL);
}

static int
print_papers(struct db *db, const struct approving *a, struct round_state *state, struct error *err)
{
	for (int i = 0; a->printer && i < ROUND_PAPERS; i++) {
		const char *body;

		if (a->printer->print(a->printer->context, (enum round_paper)i, state, a->arena,
			    &body, err) ||
			round_paper_put(db, a->round.id, (enum round_paper)i, body, err))
			return -1;
	}
	return 0;
}

static int
keep_offices(struct db *db, const struct monitoring_round *round, struct error *err)
{
	struct stmt *q = db_start(db, Q_ROUND_OFFICES_KEEP, err);

	db_bind_int(q, 1, round->id);
	db_bind_int(q, 2, round->strategy);
	return db_run(q, NULL);
}

/* All of it is read inside the write, so that nobody changes a figure between looking and
 * freezing. */
static int
approve(struct db *db, void *context, struct error *err)
{
	struct approving *a = context;
	struct round_state state;

	a->round = a->seen->round;
	if (round_touch(db, &a->round, err) ||
		round_state_load(
			db, a->units, a->round.strategy, a->round.year, a->arena, &state, err) ||
		round_seen_check(a->seen, &state, a->arena, err) ||
		round_state_sources(db, a->units, a->arena, &state, err) ||
		round_frozen_put(db, a->round.id, &state, err) ||
		keep_offices(db, &a->round, err) || note_approval(db, a, &state.course, err))
		return -1;
	state.round = a->round;
	return print_papers(db, a, &state, err);
}

static int
check_approval(
	const struct monitoring_round *round, const char *on, const char *by, struct error *err)
{
	char today[16];

	date_iso(today, sizeof today, clock_today());
	if (round->approved_on[0])
		return error_set(
			err, ERROR_INPUT, _("The report of %d is approved already."), round->year);
	if (kept_day(on, true, APPROVAL_FIELD_ON, _("The day of approval"), err) ||
		kept_text(by, true, false, APPROVAL_FIELD_BY, _("Who approves"), err) ||
		kept_fits(by, sizeof round->approved_by, APPROVAL_FIELD_BY, _("Who approves"), err))
		return -1;
	if (strcmp(on, today) > 0)
		return error_field(err, ERROR_INPUT, APPROVAL_FIELD_ON,
			_("This day is still to come; a report is frozen on the day when it is "
			  "approved or later."));
	if (strcmp(on, round->opened_on) < 0)
		return error_field(err, ERROR_INPUT, APPROVAL_FIELD_ON,
			_("The report cannot be approved before its round began."));
	return 0;
}

int
round_approval_waits(struct db *db, const struct round_state *state, struct arena *arena,
	const char **text, struct error *err)
{
	struct round_delivery *list;
	const char *names = "";
	int count, waits = 0;

	*text = "";
	if (round_deliveries(db, &state->round, arena, &list, &count, err))
		return -1;
	for (int i = 0; i < count; i++) {
		if (list[i].delivered_on[0])
			continue;
		names = arena_format(arena, "%s%s%s%s", names, waits ? "; " : "",
			list[i].office[0] ? list[i].office : _("(no office named)"),
			round_share_of(state, list[i].office).keyed_all
				? _(" (all figures are keyed)")
				: "");
		waits++;
	}
	if (waits)
		*text = arena_format(arena,
			P_("%d office of %d has not delivered: %s.",
				"%d offices of %d have not delivered: %s.", waits),
			waits, count, names);
	return 0;
}

int
round_approve_seen(struct db *db, const struct unit_table *units, const struct round_state *seen,
	const char *on, const char *by, const struct round_printer *printer, struct error *err)
{
	const struct db_act act = { .action = "round.approve", .entity = "monitoring_round" };
	struct arena arena = { 0 };
	struct approving a = { .units = units,
		.seen = seen,
		.on = on,
		.by = by,
		.printer = printer,
		.arena = &arena };
	int failed =
		check_approval(&seen->round, on, by, err) || db_write(db, &act, approve, &a, err);

	arena_release(&arena);
	return failed ? -1 : 0;
}

/* ---- corrections ---- */

struct correcting {
	struct monitoring_round *round;
	int64_t target;
	double value;
	unsigned char flag;
	const char *reason;
};

int
round_correction_newest(struct db *db, int64_t round, int64_t target, struct arena *arena,
	struct round_correction *out, struct error *err)
{
	struct stmt *q = db_start(db, Q_ROUND_CORRECTION_NEWEST, err);

	*out = (struct round_correction){ .target = target, .value = NAN, .reason = "" };
	db_bind_int(q, 1, round);
	db_bind_int(q, 2, target);
	if (db_next(q)) {
		out->position = (int)db_int(q, 0);
		out->value = db_double_or_nan(q, 1);
		out->flag = (unsigned char)db_int(q, 2);
		out->reason = kept_string(arena, db_text(q, 3));
	}
	return db_end(q);
}

int
round_standing_load(struct db *db, const struct monitoring_round *round, int64_t target,
	struct round_standing *out, struct error *err)
{
	struct stmt *q = db_start(db, Q_ROUND_STANDING, err);
	bool found;

	db_bind_int(q, 1, round->id);
	db_bind_int(q, 2, target);
	found = db_next(q);
	if (found) {
		*out = (struct round_standing){ .decimals = (int)db_int(q, 1),
			.value_year = (int)db_int(q, 2),
			.value = db_double_or_nan(q, 3),
			.corrected = db_double_or_nan(q, 4),
			.corrected_flag = (unsigned char)db_int(q, 6) };
		text_copy(out->name, sizeof out->name, db_text(q, 0));
		text_copy(out->corrected_on, sizeof out->corrected_on, db_text(q, 5));
	}
	if (db_end(q) < 0)
		return -1;
	return found ? 0
		     : error_set(err, ERROR_MISSING,
			       _("The approved report of %d does not know this indicator."),
			       round->year);
}

const char *
round_standing_text(const struct round_standing *s, int year, struct arena *arena)
{
	char value[64];
	const char *text;

	number_format(value, sizeof value, s->value, s->decimals);
	text = s->value_year == year ? arena_string(arena, value)
	       : s->value_year ? arena_format(arena, _("no figure of the year; newest %s (%d)"),
					 value, s->value_year)
			       : _("no figure");
	if (!s->corrected_on[0])
		return text;
	if (isnan(s->corrected))
		text_copy(value, sizeof value, flag_meaning(s->corrected_flag)->symbol);
	else
		number_format(value, sizeof value, s->corrected, -1);
	return arena_format(arena, _("%s; corrected on %s: %s"), text,
		date_shown(arena, s->corrected_on), value);
}

/* Against what stands now for the year itself. */
static int
check_value(struct db *db, const struct correcting *c, struct error *err)
{
	struct round_standing s;
	double now;
	bool same;

	if (round_standing_load(db, c->round, c->target, &s, err))
		return -1;
	now = s.corrected_on[0] ? s.corrected : s.value_year == c->round->year ? s.value : NAN;
	same = isnan(c->value) ? isnan(now) && s.corrected_flag == c->flag && s.corrected_on[0]
			       : now >= c->value && now <= c->value;
	return same ? error_field(err, ERROR_INPUT, CORRECTION_FIELD_VALUE,
			      _("This is the value that stands there already."))
		    : 0;
}

static int
correct(struct db *db, void *context, struct error *err)
{
	struct correcting *c = context;
	struct stmt *q;
	char today[16];
	bool approved;

	date_iso(today, sizeof today, clock_today());
	if (round_check(db, c->round, &approved, err))
		return -1;
	if (!approved)
		return error_set(err, ERROR_INPUT,
			_("The report of %d is not approved yet: change the figure itself."),
			c->round->year);
	if (check_value(db, c, err) || round_raise(db, c->round, err))
		return -1;
	q = db_start(db, Q_ROUND_CORRECTION_INSERT, err);
	db_bind_int(q, 1, c->round->id);
	db_bind_int(q, 2, c->target);
	db_bind_double_or_null(q, 3, c->value);
	db_bind_int(q, 4, c->flag);
	db_bind_text(q, 5, today);
	db_bind_text(q, 6, c->reason);
	db_bind_int(q, 7, db_person(db));
	return db_run(q, NULL);
}

int
round_correct(struct db *db, struct monitoring_round *round, int64_t target, double value,
	unsigned char flag, const char *reason, struct error *err)
{
	const struct db_act act = { .action = "round.correction", .entity = "monitoring_round" };
	struct monitoring_round copy = *round;
	struct correcting c = {
		.round = &copy, .target = target, .value = value, .flag = flag, .reason = reason
	};

	if (isnan(value) && !flag_missing(flag))
		return error_field(err, ERROR_INPUT, CORRECTION_FIELD_VALUE,
			_("A correction is a number, or bd (no data) or nd (does not apply) where "
			  "there is no figure after all."));
	if (kept_text(reason, true, true, CORRECTION_FIELD_REASON, _("The reason"), err) ||
		kept_fits(reason, KEPT_LINES_SIZE, CORRECTION_FIELD_REASON, _("The reason"), err) ||
		db_write(db, &act, correct, &c, err) < 0)
		return -1;
	*round = copy;
	return 0;
}
