/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines of improvement plans: conclusions, actions, results of years. Each raises the plan's
 * rev. */
#include "config.h"

#include "model/plans/improvement_plan.h"

#include "base/clock.h"
#include "base/date.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "model/indicators/flag.h"
#include "model/kept.h"
#include "model/plans/improvement_plan_parts.h"
#include "model/queries.h"
#include "model/indicators/value.h"
#include "model/surveys/wave.h"
#include "model/word.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static const struct word states[PLAN_ACTION_STATES] = {
	[PLAN_ACTION_PLANNED] = { "planned", N_("planned") },
	[PLAN_ACTION_RUNNING] = { "running", N_("being carried out") },
	[PLAN_ACTION_DONE] = { "done", N_("carried out") },
	[PLAN_ACTION_GIVEN_UP] = { "given_up", N_("given up") },
};

const char *
plan_action_state_label(enum plan_action_state s)
{
	return _(states[s].label);
}

int
plan_action_state_from_name(const char *name)
{
	return word_find(states, PLAN_ACTION_STATES, name, -1);
}

static int
raise(struct db *db, int64_t plan, struct error *err)
{
	struct stmt *q = db_start(db, Q_PLAN_RAISE, err);

	db_bind_int(q, 1, plan);
	return db_run(q, NULL);
}

/* ---- conclusions ---- */

struct gathering {
	int64_t plan, rev;
	const int64_t *conclusions;
	int count;
};

static int
gather(struct db *db, void *context, struct error *err)
{
	const struct gathering *g = context;
	struct stmt *q;
	int64_t changed;

	if (plan_find_own(db, g->plan, g->rev, err))
		return -1;
	q = db_start(db, Q_PLAN_SCATTER, err);
	db_bind_int(q, 1, g->plan);
	if (db_run(q, NULL) < 0)
		return -1;
	for (int i = 0; i < g->count; i++) {
		q = db_start(db, Q_PLAN_GATHER, err);
		db_bind_int(q, 1, g->plan);
		db_bind_int(q, 2, g->conclusions[i]);
		if (db_run(q, &changed) < 0)
			return -1;
		if (changed == 0)
			return error_set(err, ERROR_INPUT,
				_("Conclusion %lld belongs to another unit or is gone; a plan "
				  "gathers the conclusions of its own unit."),
				(long long)g->conclusions[i]);
	}
	return raise(db, g->plan, err);
}

int
plan_gather(struct db *db, int64_t plan, int64_t rev, const int64_t *conclusions, int count,
	struct error *err)
{
	const struct db_act act = { .action = "plan.conclusions", .entity = "improvement_plan" };
	struct gathering g = { plan, rev, conclusions, count };

	return db_write(db, &act, gather, &g, err);
}

/* ---- actions ---- */

int
plan_actions(struct db *db, int64_t plan, struct arena *arena, struct plan_action **list,
	int *count, struct error *err)
{
	struct stmt *q = db_start(db, Q_PLAN_ACTIONS, err);
	size_t room = 0;

	*list = NULL;
	*count = 0;
	db_bind_int(q, 1, plan);
	while (db_next(q)) {
		struct plan_action *a;

		*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof **list);
		a = &(*list)[(*count)++];
		*a = (struct plan_action){ .position = (int)db_int(q, 0),
			.cost = db_double_or_nan(q, 5) };
		text_copy(a->text, sizeof a->text, db_text(q, 1));
		text_copy(a->responsible, sizeof a->responsible, db_text(q, 2));
		text_copy(a->from_on, sizeof a->from_on, db_text(q, 3));
		text_copy(a->to_on, sizeof a->to_on, db_text(q, 4));
		a->state = (enum plan_action_state)word_find(
			states, PLAN_ACTION_STATES, db_text(q, 6), PLAN_ACTION_PLANNED);
		text_copy(a->remark, sizeof a->remark, db_text(q, 7));
	}
	return db_end(q);
}

struct acting {
	int64_t plan, rev;
	const struct plan_action *action;
	int position, by;
};

static int
check_action(const struct plan_action *a, struct error *err)
{
	if (!a->text[0])
		return error_field(err, ERROR_INPUT, PLAN_ACTION_TEXT,
			_("Say in a sentence what is to be done."));
	if (kept_lines_check(a->text, PLAN_ACTION_TEXT, err) < 0 ||
		kept_line_check(a->responsible, PLAN_ACTION_RESPONSIBLE, err) < 0 ||
		kept_lines_check(a->remark, PLAN_ACTION_REMARK, err) < 0)
		return -1;
	if (survey_date_check(a->from_on, PLAN_ACTION_FROM, err) < 0 ||
		survey_date_check(a->to_on, PLAN_ACTION_TO, err) < 0)
		return -1;
	if (a->from_on[0] && a->to_on[0] && strcmp(a->to_on, a->from_on) < 0)
		return error_field(err, ERROR_INPUT, PLAN_ACTION_TO,
			_("The last day cannot lie before the first."));
	return kept_money_check(a->cost, PLAN_ACTION_COST, err);
}

static int
save_action(struct db *db, void *context, struct error *err)
{
	const struct acting *x = context;
	const struct plan_action *a = x->action;
	struct stmt *q;
	int64_t changed;

	if (plan_find_own(db, x->plan, kept_line_rev(a->position, x->rev), err) ||
		check_action(a, err))
		return -1;
	q = db_start(db, a->position ? Q_PLAN_ACTION_UPDATE : Q_PLAN_ACTION_INSERT, err);
	db_bind_int(q, 1, x->plan);
	if (a->position)
		db_bind_int(q, 2, a->position);
	db_bind_text(q, 3, a->text);
	db_bind_text(q, 4, a->responsible);
	db_bind_text_or_null(q, 5, a->from_on);
	db_bind_text_or_null(q, 6, a->to_on);
	db_bind_double_or_null(q, 7, a->cost);
	db_bind_text(q, 8, states[a->state].name);
	db_bind_text(q, 9, a->remark);
	if (db_run(q, &changed) < 0)
		return -1;
	return changed ? raise(db, x->plan, err) : plan_conflict(err);
}

int
plan_action_save(struct db *db, int64_t plan, int64_t rev, const struct plan_action *action,
	struct error *err)
{
	const struct db_act act = { .action = "plan.action", .entity = "improvement_plan" };
	struct acting x = { .plan = plan, .rev = rev, .action = action };

	return db_write(db, &act, save_action, &x, err);
}

/* The action of one place gets another. */
static int
place(struct db *db, int64_t plan, int from, int to, int64_t *changed, struct error *err)
{
	struct stmt *q = db_start(db, Q_PLAN_ACTION_PLACE, err);

	db_bind_int(q, 1, plan);
	db_bind_int(q, 2, from);
	db_bind_int(q, 3, to);
	return db_run(q, changed);
}

static int
remove_action(struct db *db, void *context, struct error *err)
{
	const struct acting *x = context;
	int64_t changed;
	struct stmt *q;

	if (plan_find_own(db, x->plan, x->rev, err))
		return -1;
	q = db_start(db, Q_PLAN_ACTION_DELETE, err);
	db_bind_int(q, 1, x->plan);
	db_bind_int(q, 2, x->position);
	if (db_run(q, &changed) < 0)
		return -1;
	if (changed == 0)
		return plan_conflict(err);
	for (int next = x->position + 1; changed; next++)
		if (place(db, x->plan, next, next - 1, &changed, err) < 0)
			return -1;
	return raise(db, x->plan, err);
}

int
plan_action_remove(struct db *db, int64_t plan, int64_t rev, int position, struct error *err)
{
	const struct db_act act = { .action = "plan.action", .entity = "improvement_plan" };
	struct acting x = { .plan = plan, .rev = rev, .position = position };

	return db_write(db, &act, remove_action, &x, err);
}

enum { ASIDE = 1 << 30 }; /* a place that no action has */

static int
move(struct db *db, void *context, struct error *err)
{
	const struct acting *x = context;
	int other = x->position + x->by;
	int64_t changed;

	if (plan_find_own(db, x->plan, x->rev, err))
		return -1;
	if (other < 1)
		return 0;
	if (place(db, x->plan, other, ASIDE, &changed, err) < 0)
		return -1;
	if (changed == 0)
		return 0;
	if (place(db, x->plan, x->position, other, NULL, err) < 0 ||
		place(db, x->plan, ASIDE, x->position, NULL, err) < 0)
		return -1;
	return raise(db, x->plan, err);
}

int
plan_action_move(struct db *db, int64_t plan, int64_t rev, int position, int by, struct error *err)
{
	const struct db_act act = { .action = "plan.action", .entity = "improvement_plan" };
	struct acting x = { .plan = plan, .rev = rev, .position = position, .by = by };

	return db_write(db, &act, move, &x, err);
}

/* ---- results ---- */

int
plan_results(struct db *db, int64_t plan, struct arena *arena, struct plan_result **list,
	int *count, struct error *err)
{
	struct stmt *q = db_start(db, Q_PLAN_RESULTS, err);
	size_t room = 0;

	*list = NULL;
	*count = 0;
	db_bind_int(q, 1, plan);
	while (db_next(q)) {
		*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof **list);
		(*list)[(*count)++] = (struct plan_result){ (int)db_int(q, 0),
			db_double_or_nan(q, 1), arena_string(arena, db_text(q, 2)),
			arena_string(arena, db_text(q, 3)) };
	}
	return db_end(q);
}

struct reporting {
	int64_t plan, rev;
	int year;
	double value;
	const char *text;
};

static int
write_result(struct db *db, void *context, struct error *err)
{
	const struct reporting *r = context;
	struct stmt *q;
	char today[16];

	if (plan_find_own(db, r->plan, r->rev, err))
		return -1;
	q = db_start(db, Q_PLAN_RESULT_WRITE, err);
	db_bind_int(q, 1, r->plan);
	db_bind_int(q, 2, r->year);
	db_bind_double_or_null(q, 3, r->value);
	db_bind_text(q, 4, r->text);
	db_bind_text(q, 5, date_iso(today, sizeof today, clock_today()));
	if (db_run(q, NULL) < 0)
		return -1;
	return raise(db, r->plan, err);
}

/* The measure's value in that very year. */
static int
value_in(struct db *db, const struct unit_table *units, const struct improvement_plan *p, int year,
	double *value, int *decimals, struct error *err)
{
	struct arena arena = { 0 };
	struct indicator card;
	struct value_point *points;
	int count = 0, failed;

	*value = NAN;
	*decimals = 0;
	if (!p->indicator[0])
		return 0;
	failed = indicator_load(db, p->indicator, &arena, &card, err) ||
		 value_series(db, units, &card, p->slot, year, year, &arena, &points, &count, err);
	if (!failed && count == 1 && !flag_missing(points[0].flag)) {
		*value = points[0].value;
		*decimals = card.decimals;
	}
	arena_release(&arena);
	return failed ? -1 : 0;
}

/* Of what should fall a target above its base, of what should rise one below. */
static int
aims_at_worse(struct db *db, const struct improvement_plan *p, char *direction, struct error *err)
{
	struct stmt *q;

	*direction = '\0';
	if (isnan(p->base) || isnan(p->target) || !p->indicator[0])
		return 0;
	q = db_start(db, Q_PLAN_DIRECTION, err);
	db_bind_text(q, 1, p->indicator);
	if (db_next(q))
		*direction = db_text(q, 0)[0];
	if ((*direction != 'S' || p->target >= p->base) &&
		(*direction != 'D' || p->target <= p->base))
		*direction = '\0';
	return db_end(q);
}

int
plan_warning(struct db *db, const struct unit_table *units, const struct improvement_plan *p,
	char *dst, size_t size, struct error *err)
{
	char data[32], base[32], worse;
	int decimals;
	double value;

	text_copy(dst, size, "");
	if (aims_at_worse(db, p, &worse, err))
		return -1;
	if (worse) {
		text_copy(dst, size,
			worse == 'D' ? _("By its card the indicator should fall, and the target "
					 "lies above the base. Look whether both are right.")
				     : _("By its card the indicator should rise, and the target "
					 "lies below the base. Look whether both are right."));
		return 0;
	}
	if (isnan(p->base) || !p->base_year)
		return 0;
	if (value_in(db, units, p, p->base_year, &value, &decimals, err))
		return -1;
	/* Rounded as the data are shown, it is the same. */
	if (isnan(value) || fabs(value - p->base) < 0.5001 * pow(10, -decimals))
		return 0;
	snprintf(dst, size,
		_("The data say %s for %d, and the plan starts from %s. Look whether the base is "
		  "right."),
		number_format(data, sizeof data, value, decimals), p->base_year,
		number_format(base, sizeof base, p->base, -1));
	return 0;
}

int
plan_result_write(struct db *db, const struct unit_table *units, int64_t plan, int64_t rev,
	int year, const char *text, struct error *err)
{
	const struct db_act act = { .action = "plan.result", .entity = "improvement_plan" };
	struct reporting r = { .plan = plan, .rev = rev, .year = year, .text = text };
	struct improvement_plan p;
	int decimals;

	if (!text[0])
		return error_set(
			err, ERROR_INPUT, _("Write in a sentence what was reached in the year."));
	if (kept_lines_check(text, 0, err) < 0 ||
		kept_fits(text, PLAN_RESULT_SIZE, 0, _("What was reached"), err) < 0)
		return -1;
	if (year < UNIT_FIRST_YEAR || year > UNIT_LAST_YEAR)
		return error_set(err, ERROR_INPUT, _("%d is no year of a result."), year);
	if (year > clock_today().year)
		return error_set(err, ERROR_INPUT,
			_("The year %d has not begun yet: it has no result."), year);
	if (plan_load(db, plan, &p, err) || value_in(db, units, &p, year, &r.value, &decimals, err))
		return -1;
	return db_write(db, &act, write_result, &r, err);
}
