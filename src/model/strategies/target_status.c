/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Expected values, progress, status, trend and forecast of targets. */
#include "config.h"

#include "model/strategies/target_status.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "model/word.h"

#include <math.h>
#include <stdio.h>

enum {
	FORECAST_FEWEST = 3, /* points of its line */
	FORECAST_MOST = 5,
	FORECAST_FARTHEST = 50 /* years; a target farther away is not being reached */
};

const struct status_limits status_limits_usual = { 0.9, 0.6 };

static const struct word states[TARGET_WORDS] = {
	[TARGET_ACHIEVED] = { "achieved", N_("achieved") },
	[TARGET_ON_COURSE] = { "on_course", N_("on course") },
	[TARGET_AT_RISK] = { "at_risk", N_("at risk") },
	[TARGET_OFF_COURSE] = { "off_course", N_("off course") },
	[TARGET_NO_DATA] = { "no_data", N_("no data") },
	[TARGET_NO_TARGET] = { "no_target", N_("without target") },
	[TARGET_EARLY] = { "early", N_("not judged yet") },
};

static const char *const doubts[DOUBTS] = {
	[DOUBT_NONE] = "",
	[DOUBT_NO_VALUE] = N_("no value after the base year"),
	[DOUBT_EARLY] = N_("the base year is not over"),
	[DOUBT_NO_BASE] = N_("no base value"),
	[DOUBT_NO_TARGET] = N_("no target"),
	[DOUBT_NO_CARD] = N_("the indicator is not in the database"),
	[DOUBT_BREAK] = N_("break in the series since the base"),
	[DOUBT_TERRITORY] = N_("unit divided or merged since the base"),
	[DOUBT_LATER] = N_("not in the approved report"),
	[DOUBT_SAID_NONE] = N_("no data for the year (bd)"),
};

const char *
target_state_name(enum target_state s)
{
	return states[s].name;
}

const char *
target_state_label(enum target_state s)
{
	return _(states[s].label);
}

int
target_state_from_name(const char *name)
{
	return word_find(states, TARGET_WORDS, name, -1);
}

char *
target_interval_text(double low, double high, int decimals, char *dst, size_t size)
{
	char from[40], to[40];

	number_format(from, sizeof from, low, decimals);
	number_format(to, sizeof to, high, decimals);
	if (!isnan(low) && !isnan(high))
		snprintf(dst, size, _("from %s to %s"), from, to);
	else if (!isnan(low))
		snprintf(dst, size, _("at least %s"), from);
	else if (!isnan(high))
		snprintf(dst, size, _("at most %s"), to);
	else
		dst[0] = '\0';
	return dst;
}

const char *
target_doubt_label(enum target_doubt d)
{
	return d == DOUBT_NONE ? "" : _(doubts[d]);
}

/* ---- what is wanted ---- */

static bool
has_interval(const struct target_rule *r)
{
	return !isnan(r->low) || !isnan(r->high);
}

/* How far the value lies outside the interval; an open end is never passed. */
static double
distance(const struct target_rule *r, double x)
{
	if (!isnan(r->low) && x < r->low)
		return r->low - x;
	if (!isnan(r->high) && x > r->high)
		return x - r->high;
	return 0;
}

bool
target_rule_leads(const struct target_rule *r)
{
	return r->direction != 'N' || !isnan(r->target) || !has_interval(r) || isnan(r->base) ||
	       distance(r, r->base) > 0;
}

/* Where the line from the base leads. */
static double
wanted(const struct target_rule *r)
{
	if (r->direction == 'K')
		return r->base;
	if (r->direction != 'N' || !isnan(r->target))
		return r->target;
	if (isnan(r->base) || !target_rule_leads(r))
		return NAN;
	return !isnan(r->low) && r->base < r->low ? r->low : r->high;
}

/* Rounding of sums never decides. */
static bool
at_least(double a, double b)
{
	return a >= b - 1e-9 * (fabs(b) + 1e-3);
}

bool
target_reached(const struct target_rule *r, double value)
{
	switch (r->direction) {
	case 'S':
		return !isnan(r->target) && at_least(value, r->target);
	case 'D':
		return !isnan(r->target) && at_least(r->target, value);
	case 'N':
		return has_interval(r) && distance(r, value) <= 0;
	default:
		return !isnan(r->base) &&
		       at_least(isnan(r->tolerance) ? 0 : r->tolerance, fabs(value - r->base));
	}
}

static double
between(struct target_step from, struct target_step to, int year)
{
	return from.value + (to.value - from.value) * (year - from.year) / (to.year - from.year);
}

double
target_expected(const struct target_rule *r, int year)
{
	struct target_step from = { r->base_year, r->base };
	struct target_step end = { r->target_year, wanted(r) };

	if (isnan(r->base) || !r->base_year)
		return NAN;
	if (!target_rule_leads(r))
		return NAN;
	if (r->direction == 'K' || year <= r->base_year)
		return r->base;
	if (r->direction == 'N' && !end.year)
		return end.value;
	if (isnan(end.value) || end.year <= r->base_year)
		return NAN;
	if (year >= end.year)
		return end.value;
	for (int i = 0; i < r->path_count; i++) {
		if (year <= r->path[i].year)
			return between(from, r->path[i], year);
		from = r->path[i];
	}
	return between(from, end, year);
}

/* ---- judging ---- */

/* Share of the change from nothing to all of it; a course that wants no change yet is kept by
 * standing still, and what goes the wrong way is no share of it. */
static double
share(double done, double all)
{
	if (fabs(all) > 0)
		return done / all;
	return at_least(done, 0) ? 1 : NAN;
}

static double
progress_of(const struct target_rule *r, double x, double expected)
{
	double off;

	if (!target_rule_leads(r))
		return target_reached(r, x) ? 1 : NAN;
	if (isnan(r->base) || isnan(expected))
		return NAN;
	switch (r->direction) {
	case 'K':
		off = fabs(x - r->base);
		return target_reached(r, x) ? 1 : isnan(r->tolerance) ? 0 : r->tolerance / off;
	case 'N':
		return share(distance(r, r->base) - distance(r, x),
			distance(r, r->base) - distance(r, expected));
	case 'D':
		return share(r->base - x, r->base - expected);
	default:
		return share(x - r->base, expected - r->base);
	}
}

enum target_state
target_state_doubted(enum target_doubt doubt)
{
	return doubt == DOUBT_NO_TARGET ? TARGET_NO_TARGET
	       : doubt == DOUBT_EARLY   ? TARGET_EARLY
					: TARGET_NO_DATA;
}

void
target_judgement_doubt(struct target_judgement *j, enum target_doubt doubt)
{
	j->doubt = doubt;
	j->state = target_state_doubted(doubt);
	j->progress = NAN;
	j->forecast_year = j->trend = 0;
	j->compared = false;
	j->pace = NAN;
}

/* The slack is that of the limits (at_least()). */
double
target_percent(double progress)
{
	return progress < 0 ? round(100 * progress) + 0.0 : floor(100 * progress + 1e-7);
}

static enum target_state
state_of(const struct target_rule *r, const struct target_judgement *j,
	const struct status_limits *limits)
{
	bool reached = target_reached(r, j->value);

	if (reached && (r->direction != 'K' || (r->target_year && j->value_year >= r->target_year)))
		return TARGET_ACHIEVED;
	if (isnan(j->progress)) /* the wrong way from where nothing had to change */
		return !isnan(r->base) && (!target_rule_leads(r) || !isnan(j->expected))
			       ? TARGET_OFF_COURSE
			       : TARGET_NO_DATA;
	if (r->direction == 'K')
		return reached                                  ? TARGET_ON_COURSE
		       : at_least(j->progress, limits->at_risk) ? TARGET_AT_RISK
								: TARGET_OFF_COURSE;
	return at_least(j->progress, limits->on_course) ? TARGET_ON_COURSE
	       : at_least(j->progress, limits->at_risk) ? TARGET_AT_RISK
							: TARGET_OFF_COURSE;
}

/* How good a value is, more is better: for the trend alone. */
static double
goodness(const struct target_rule *r, double x)
{
	switch (r->direction) {
	case 'D':
		return -x;
	case 'N':
		return has_interval(r) ? -distance(r, x) : 0;
	case 'K':
		return isnan(r->base) || target_reached(r, x) ? 0 : -fabs(x - r->base);
	default:
		return x;
	}
}

static int
trend_of(const struct target_rule *r, double before, double now)
{
	double change = goodness(r, now) - goodness(r, before);

	return (change > 0) - (change < 0);
}

const char *
target_trend_label(const struct target_rule *r, const struct target_judgement *j)
{
	if (j->trend)
		return j->trend > 0 ? _("better") : _("worse");
	return (r->direction == 'K' || r->direction == 'N') && target_reached(r, j->value)
		       ? _("within its limits")
		       : _("the same");
}

/* The pace is the slope of least squares over the last values; the first year after the newest
 * one in which the newest value, going on at this pace, reaches what is wanted. */
static void
forecast(const struct target_rule *r, const struct target_step *values, int count,
	struct target_judgement *out)
{
	int n = count < FORECAST_MOST ? count : FORECAST_MOST;
	struct target_step last;
	double years = 0, mean = 0, above = 0, below = 0;

	if (n < FORECAST_FEWEST || r->direction == 'K' ||
		(isnan(wanted(r)) && target_rule_leads(r)))
		return;
	values += count - n;
	last = values[n - 1];
	for (int i = 0; i < n; i++) {
		years += (double)values[i].year / n;
		mean += values[i].value / n;
	}
	for (int i = 0; i < n; i++) {
		above += (values[i].year - years) * (values[i].value - mean);
		below += (values[i].year - years) * (values[i].year - years);
	}
	out->pace = above / below;
	out->forecast_year = FORECAST_NEVER;
	if (goodness(r, last.value + out->pace) <= goodness(r, last.value))
		return;
	for (int ahead = 1; ahead <= FORECAST_FARTHEST; ahead++)
		if (target_reached(r, last.value + ahead * out->pace)) {
			out->forecast_year = last.year + ahead;
			return;
		}
}

char *
target_forecast_text(int forecast_year, char *dst, size_t size)
{
	if (forecast_year > 0)
		snprintf(dst, size, "%d", forecast_year);
	else
		text_copy(dst, size, forecast_year ? _("not at this pace") : "");
	return dst;
}

static enum target_doubt
doubt_of(const struct target_rule *r, int year, bool value)
{
	bool aimed = r->direction == 'N'   ? has_interval(r)
		     : r->direction == 'K' ? !isnan(r->base)
					   : !isnan(r->target);

	if (!aimed)
		return r->direction == 'K' ? DOUBT_NO_BASE : DOUBT_NO_TARGET;
	if (r->base_year && year <= r->base_year)
		return DOUBT_EARLY;
	return value ? DOUBT_NONE : DOUBT_NO_VALUE;
}

void
target_judge(const struct target_rule *rule, const struct target_step *values, int count, int year,
	const struct status_limits *limits, struct target_judgement *out)
{
	*out = (struct target_judgement){
		.state = TARGET_NO_DATA, .value = NAN, .expected = NAN, .progress = NAN, .pace = NAN
	};
	while (count && values[count - 1].year > year)
		count--;
	out->expected = target_expected(rule, year);
	if (count) {
		out->value_year = values[count - 1].year;
		out->value = values[count - 1].value;
		if (out->value_year > rule->base_year)
			out->expected = target_expected(rule, out->value_year);
	}
	out->compared = count > 1;
	if (count > 1)
		out->trend = trend_of(rule, values[count - 2].value, out->value);
	out->doubt = doubt_of(rule, year, count && out->value_year > rule->base_year);
	if (out->doubt != DOUBT_NONE) {
		out->state = target_state_doubted(out->doubt);
		return;
	}
	out->progress = progress_of(rule, out->value, out->expected);
	out->state = state_of(rule, out, limits);
	if (out->state == TARGET_NO_DATA)
		out->doubt = isnan(rule->base) ? DOUBT_NO_BASE : DOUBT_NO_TARGET;
	if (out->doubt != DOUBT_NONE)
		out->state = target_state_doubted(out->doubt);
	if (!target_reached(rule, out->value))
		forecast(rule, values, count, out);
}
