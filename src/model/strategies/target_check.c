/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a target must be before it is kept: numbers with their years, a base, a path and a target
 * that lead one way. */
#include "config.h"

#include "model/strategies/target.h"

#include "base/i18n.h"
#include "base/number.h"
#include "model/kept.h"
#include "model/queries.h"
#include "model/strategies/target_course.h"
#include "model/strategies/target_parts.h"

#include <math.h>
#include <string.h>

static int
check_texts(const struct target *t, struct error *err)
{
#define ROOM(member) t->member, sizeof(t->member)
	const struct kept_words texts[] = {
		{ ROOM(name), true, false, TARGET_FIELD_NAME, _("Name") },
		{ ROOM(measure), false, false, TARGET_FIELD_MEASURE, _("Measure") },
		{ ROOM(office), false, false, TARGET_FIELD_OFFICE, _("Office") },
		{ ROOM(source), false, false, TARGET_FIELD_SOURCE, _("Source") },
		{ ROOM(method), false, true, TARGET_FIELD_METHOD, _("Method") },
		{ ROOM(note), false, true, TARGET_FIELD_NOTE, _("Note") },
	};

	if (kept_words_check(texts, sizeof(texts) / sizeof(texts[0]), err))
		return -1;
	if (!strchr("SDNK", t->direction) || !t->direction)
		return error_field(err, ERROR_INPUT, TARGET_FIELD_DIRECTION,
			_("The direction is S, D, N or K."));
	if (!strchr("RQM2", t->frequency) || !t->frequency)
		return error_field(err, ERROR_INPUT, TARGET_FIELD_FREQUENCY,
			_("The frequency is R (yearly), 2 (every two years), Q or M."));
	if (t->decimals < 0 || t->decimals > TARGET_DECIMALS_MOST)
		return error_field(err, ERROR_INPUT, TARGET_FIELD_DECIMALS,
			_("Decimals are a number from 0 to 6."));
	if (t->month < 0 || t->month > 12)
		return error_field(err, ERROR_INPUT, TARGET_FIELD_MONTH,
			_("A month is a number from 1 to 12."));
	return 0;
}

static int
check_known(struct db *db, int query, const char *code, int64_t first, int64_t second, bool *yes,
	struct error *err)
{
	struct stmt *q = db_start(db, query, err);

	if (code)
		db_bind_text(q, 1, code);
	else
		db_bind_int(q, 1, first);
	if (second)
		db_bind_int(q, 2, second);
	*yes = db_next(q);
	return db_end(q);
}

static int
check_links(struct db *db, const struct target *t, struct error *err)
{
	bool yes = true;

	if (t->goal && check_known(db, Q_TARGET_GOAL_KNOWN, NULL, t->goal, t->strategy, &yes, err))
		return -1;
	if (!yes)
		return error_field(err, ERROR_INPUT, TARGET_FIELD_GOAL,
			_("The goal is gone already; choose another one."));
	if (t->indicator[0] &&
		check_known(db, Q_TARGET_INDICATOR_KNOWN, t->indicator, 0, 0, &yes, err))
		return -1;
	if (!yes)
		return error_field(err, ERROR_INPUT, TARGET_FIELD_INDICATOR,
			_("There is no indicator “%s”."), t->indicator);
	if (t->slot != NO_SLOT &&
		check_known(db, Q_STRATEGY_UNIT_KNOWN, NULL, t->slot, 0, &yes, err))
		return -1;
	return yes ? 0
		   : error_field(err, ERROR_INPUT, TARGET_FIELD_UNIT,
			     _("This unit is not in the register."));
}

/* One goal may measure the same of several units, but not twice the same of one. */
int
target_check_twin(struct db *db, const struct target *t, int64_t self, struct error *err)
{
	struct stmt *q = db_start(db, Q_TARGET_TWIN, err);
	int64_t twin;

	db_bind_int(q, 1, t->strategy);
	db_bind_int(q, 2, t->goal);
	db_bind_text(q, 3, t->name);
	db_bind_int(q, 4, t->slot == NO_SLOT ? 0 : t->slot);
	db_bind_int(q, 5, self);
	twin = db_next(q) ? db_int(q, 0) : 0;
	if (db_end(q))
		return -1;
	return twin ? error_field(err, ERROR_INPUT, TARGET_FIELD_NAME,
			      _("Indicator %lld of the same goal is called that already; give this "
				"one a name of its own."),
			      (long long)twin)
		    : 0;
}

static int
check_year(int year, int field, struct error *err)
{
	if (year == 0 || (year >= UNIT_FIRST_YEAR && year <= UNIT_LAST_YEAR))
		return 0;
	return error_field(err, ERROR_INPUT, field, _("%d is no year of a strategy."), year);
}

static int
check_years(const struct target *t, struct error *err)
{
	if (check_year(t->base_year, TARGET_FIELD_BASE_YEAR, err) ||
		check_year(t->target_year, TARGET_FIELD_TARGET_YEAR, err))
		return -1;
	if (!isnan(t->base) && !t->base_year)
		return error_field(err, ERROR_INPUT, TARGET_FIELD_BASE_YEAR,
			_("Say of which year the base value is."));
	if (isnan(t->base) && t->base_year)
		return error_field(err, ERROR_INPUT, TARGET_FIELD_BASE,
			_("Say how much it was in the base year."));
	if (!isnan(t->target) && !t->target_year)
		return error_field(err, ERROR_INPUT, TARGET_FIELD_TARGET_YEAR,
			_("Say by which year the target is to be reached."));
	if (isnan(t->target) && t->target_year && strchr("SD", t->direction))
		return error_field(err, ERROR_INPUT, TARGET_FIELD_TARGET,
			_("Say what is to be reached in the target year."));
	if (t->base_year && t->target_year && t->target_year <= t->base_year)
		return error_field(err, ERROR_INPUT, TARGET_FIELD_TARGET_YEAR,
			_("The target's year must come after the base year."));
	return 0;
}

/* N and K have their own ways to say what is wanted. */
static int
check_interval(const struct target *t, struct error *err)
{
	if (!isnan(t->low) && !isnan(t->high) && t->low > t->high)
		return error_field(err, ERROR_INPUT, TARGET_FIELD_HIGH,
			_("The upper end of the interval cannot lie below the lower one."));
	if (t->direction == 'N' && t->kind != TARGET_CONTEXT && isnan(t->low) && isnan(t->high))
		return error_field(err, ERROR_INPUT, TARGET_FIELD_LOW,
			_("Say within which interval the value is wanted: one end at least."));
	if (!isnan(t->tolerance) && t->tolerance < 0)
		return error_field(err, ERROR_INPUT, TARGET_FIELD_TOLERANCE,
			_("A tolerance cannot be below zero."));
	if (t->direction != 'K')
		return 0;
	if (isnan(t->base) && t->kind != TARGET_CONTEXT)
		return error_field(err, ERROR_INPUT, TARGET_FIELD_BASE,
			_("Say which base is to be kept, and of which year."));
	if (isnan(t->tolerance))
		return error_field(err, ERROR_INPUT, TARGET_FIELD_TOLERANCE,
			_("Say by how much the value may differ from the base and still keeps "
			  "it."));
	if (t->path_count)
		return error_field(
			err, ERROR_INPUT, TARGET_FIELD_PATH, _("What is to be kept has no path."));
	if (!isnan(t->target) && (t->target < t->base || t->target > t->base))
		return error_field(err, ERROR_INPUT, TARGET_FIELD_TARGET,
			_("What is to be kept has its base as the target: leave the target "
			  "empty."));
	return 0;
}

/* Which way the line from the base leads: 1 up, -1 down, 0 nowhere. */
static int
way(const struct target *t)
{
	if (t->direction == 'S')
		return 1;
	if (t->direction == 'D')
		return -1;
	if (!isnan(t->low) && t->base < t->low)
		return 1;
	return !isnan(t->high) && t->base > t->high ? -1 : 0;
}

/* A target of N lies in its interval, or between the base and the nearer end of it. */
static bool
leads_away(const struct target *t)
{
	if (t->direction != 'N' || ((isnan(t->low) || t->target >= t->low) &&
					   (isnan(t->high) || t->target <= t->high)))
		return false;
	switch (way(t)) {
	case 1:
		return t->target < t->base || (!isnan(t->high) && t->target > t->high);
	case -1:
		return t->target > t->base || (!isnan(t->low) && t->target < t->low);
	default:
		return true;
	}
}

static int
check_course(const struct target *t, struct error *err)
{
	if (t->direction == 'K' || isnan(t->base) || isnan(t->target))
		return 0;
	if (strchr("SD", t->direction) && !(t->base < t->target) && !(t->base > t->target))
		return error_field(err, ERROR_INPUT, TARGET_FIELD_TARGET,
			_("The target equals the base value: nothing is to change. To keep it, "
			  "choose "
			  "the direction “keep the base”."));
	if (leads_away(t))
		return error_field(err, ERROR_INPUT, TARGET_FIELD_TARGET,
			_("The target leads away from the wanted interval: it has to lie within "
			  "it, "
			  "or between the base and its nearer end."));
	if (t->direction == 'S' && t->target < t->base)
		return error_field(err, ERROR_INPUT, TARGET_FIELD_TARGET,
			_("More is better here, yet the target lies below the base value."));
	if (t->direction == 'D' && t->target > t->base)
		return error_field(err, ERROR_INPUT, TARGET_FIELD_TARGET,
			_("Less is better here, yet the target lies above the base value."));
	return 0;
}

/* Where the path ends; NAN = nowhere, the base lies within the interval already. */
static double
path_end(const struct target *t)
{
	if (t->direction != 'N' || !isnan(t->target))
		return t->target;
	return way(t) > 0 ? t->low : way(t) < 0 ? t->high : NAN;
}

static int
check_step(const struct target *t, double before, const struct target_step *s, struct error *err)
{
	bool interval = t->direction == 'N' && isnan(t->target);
	double end = path_end(t);

	if (t->direction == 'N' && way(t) == 0 && (s->value < t->low || s->value > t->high))
		return error_field(err, ERROR_INPUT, TARGET_FIELD_PATH,
			_("The path leaves the wanted interval in %d: the base lies within it, so "
			  "the path has to stay there."),
			s->year);
	if ((s->value - before) * way(t) >= 0 && (isnan(end) || (end - s->value) * way(t) >= 0))
		return 0;
	return error_field(err, ERROR_INPUT, TARGET_FIELD_PATH,
		interval ? _("The path turns at the year %d: its values must lead from the base to "
			     "the nearer end of the interval without going back or past it.")
			 : _("The path turns at the year %d: its values must lead from the base to "
			     "the target without going back or past it."),
		s->year);
}

static int
check_path(const struct target *t, struct error *err)
{
	double before = t->base;
	int year = t->base_year;

	if (t->path_count && (isnan(t->base) || !t->target_year))
		return error_field(err, ERROR_INPUT, TARGET_FIELD_PATH,
			_("A path leads from a base to a target: give both first."));
	for (int i = 0; i < t->path_count; i++) {
		const struct target_step *s = &t->path[i];

		if (s->year <= year || s->year >= t->target_year)
			return error_field(err, ERROR_INPUT, TARGET_FIELD_PATH,
				_("The path's year %d must lie between the base year and the "
				  "target "
				  "year, after the years before it."),
				s->year);
		if (!isfinite(s->value))
			return error_field(err, ERROR_INPUT, TARGET_FIELD_PATH,
				_("The path has no value for %d."), s->year);
		if (check_step(t, before, s, err))
			return -1;
		before = s->value;
		year = s->year;
	}
	return 0;
}

int
target_check(struct db *db, const struct target *t, struct error *err)
{
	return check_texts(t, err) || check_links(db, t, err) ||
			       target_check_twin(db, t, t->id, err) || check_years(t, err) ||
			       check_interval(t, err) || check_course(t, err) || check_path(t, err)
		       ? -1
		       : 0;
}

/* ---- decimals ---- */

static int
places_of(double value)
{
	char text[64];
	const char *point = NULL;

	if (!isnan(value))
		point = strchr(number_plain(text, sizeof(text), value, -1), '.');
	return point ? (int)strlen(point + 1) : 0;
}

void
target_fit_reading(struct target *t, double value)
{
	int places = places_of(value);

	if (places > t->decimals && places <= TARGET_DECIMALS_MOST)
		t->decimals = places;
}

int
target_fit_decimals(struct db *db, struct target *t, struct error *err)
{
	const double typed[] = { t->base, t->target, t->low, t->high, t->tolerance };
	struct stmt *q;

	for (size_t i = 0; i < sizeof(typed) / sizeof(typed[0]); i++)
		if (places_of(typed[i]) > t->decimals)
			t->decimals = places_of(typed[i]);
	for (int i = 0; i < t->path_count; i++)
		if (places_of(t->path[i].value) > t->decimals)
			t->decimals = places_of(t->path[i].value);
	if (t->decimals > TARGET_DECIMALS_MOST)
		t->decimals = TARGET_DECIMALS_MOST;
	if (t->id || t->decimals || !t->indicator[0])
		return 0;
	q = db_start(db, Q_TARGET_CARD_DECIMALS, err);
	db_bind_text(q, 1, t->indicator);
	if (db_next(q))
		t->decimals = (int)db_int(q, 0);
	return db_end(q) < 0 ? -1 : 0;
}
