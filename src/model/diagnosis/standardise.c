/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Standardised levels and changes: arithmetic alone, nothing is read. */
#include "config.h"

#include "model/diagnosis/standardise.h"

#include "base/i18n.h"
#include "model/indicators/judge.h"
#include "model/word.h"

#include <math.h>
#include <string.h>

static const struct word methods[STANDARD_METHODS] = {
	[STANDARD_Z] = { "z", N_("standardisation (z)") },
	[STANDARD_UNIT] = { "unit", N_("unitarisation (0 to 1)") },
};

static const struct word standings[STANDINGS] = {
	[STANDING_NONE] = { "", N_("not classed") },
	[STANDING_DRIVER] = { "driver", N_("driver of development") },
	[STANDING_FALLING] = { "falling", N_("above the group, falling") },
	[STANDING_RISING] = { "rising", N_("below the group, rising") },
	[STANDING_PROBLEM] = { "problem", N_("key problem") },
};

static const char *const lacks[] = {
	[LACK_NONE] = "",
	[LACK_VALUE] = N_("no value"),
	[LACK_FEW] = N_("fewer than 5 units"),
	[LACK_ALIKE] = N_("all units alike"),
	[LACK_DIRECTION] = N_("context: shown, not judged"),
	[LACK_POINTS] = N_("fewer than 3 years"),
	[LACK_BREAK] = N_("break in the series"),
};

const char *
standard_method_name(enum standard_method m)
{
	return methods[m].name;
}

const char *
standard_method_label(enum standard_method m)
{
	return _(methods[m].label);
}

int
standard_method_from_name(const char *name)
{
	return word_find(methods, STANDARD_METHODS, name, -1);
}

const char *
standard_lack_label(enum standard_lack lack)
{
	return lack == LACK_NONE ? "" : _(lacks[lack]);
}

const char *
standing_name(enum standing s)
{
	return standings[s].name;
}

const char *
standing_label(enum standing s)
{
	return _(standings[s].label);
}

const char *
standing_brief(enum standing s)
{
	switch (s) {
	case STANDING_DRIVER:
		return C_("standing", "driver");
	case STANDING_FALLING:
		return C_("standing", "falling");
	case STANDING_RISING:
		return C_("standing", "rising");
	case STANDING_PROBLEM:
		return C_("standing", "problem");
	default:
		return "";
	}
}

int
standing_from_name(const char *name)
{
	return word_find(standings, STANDINGS, name, -1);
}

/* ---- levels ---- */

void
standard_scale_make(
	struct standard_scale *out, enum standard_method method, const double *turned, int n)
{
	double sum = 0, squares = 0;

	*out = (struct standard_scale){
		.method = method, .mean = NAN, .sd = NAN, .min = NAN, .max = NAN, .lack = LACK_FEW
	};
	for (int i = 0; i < n; i++) {
		if (isnan(turned[i]))
			continue;
		out->min = out->n == 0 || turned[i] < out->min ? turned[i] : out->min;
		out->max = out->n == 0 || turned[i] > out->max ? turned[i] : out->max;
		sum += turned[i];
		out->n++;
	}
	if (out->n == 0)
		return;
	out->mean = sum / out->n;
	for (int i = 0; i < n; i++)
		if (!isnan(turned[i]))
			squares += (turned[i] - out->mean) * (turned[i] - out->mean);
	out->sd = out->n > 1 ? sqrt(squares / (out->n - 1)) : NAN;
	if (out->n < STANDARD_FEWEST)
		return;
	/* Compared by the ends: of equal values rounding may leave an sd that is not quite 0. */
	out->lack = out->max > out->min ? LACK_NONE : LACK_ALIKE;
}

double
standard_level(const struct standard_scale *scale, double turned)
{
	if (scale->lack != LACK_NONE || isnan(turned))
		return NAN;
	if (scale->method == STANDARD_UNIT)
		return (turned - scale->min) / (scale->max - scale->min);
	return (turned - scale->mean) / scale->sd;
}

double
standard_middle(const struct standard_scale *scale)
{
	return standard_level(scale, scale->mean);
}

bool
standard_judged(const struct indicator *card)
{
	return judge_has_best(card) && !strstr(card->note, "kontekst");
}

double
standard_turn(const struct indicator *card, double value)
{
	return -judge_badness(card, value);
}

/* ---- change ---- */

void
standard_course_make(
	struct standard_course *out, const double *values, const unsigned char *breaks, int years)
{
	double t_sum = 0, x_sum = 0, tt = 0, tx = 0;
	int first = -1, last = -1;
	bool broken = false, begun = false;

	*out = (struct standard_course){ .slope = NAN, .mean_change = NAN, .lack = LACK_POINTS };
	for (int i = 0; i < years; i++) {
		begun |= breaks && breaks[i] && first >= 0;
		if (isnan(values[i]))
			continue;
		broken |= begun;
		first = first < 0 ? i : first;
		last = i;
		t_sum += i;
		x_sum += values[i];
		out->points++;
	}
	if (broken || out->points < STANDARD_FEWEST_YEARS) {
		out->lack = broken ? LACK_BREAK : LACK_POINTS;
		return;
	}
	for (int i = first; i <= last; i++) {
		double t = i - t_sum / out->points;

		if (isnan(values[i]))
			continue;
		tt += t * t;
		tx += t * (values[i] - x_sum / out->points);
	}
	out->slope = tx / tt;
	out->mean_change = (values[last] - values[first]) / (last - first);
	out->first = first;
	out->last = last;
	out->lack = LACK_NONE;
}

enum standing
standing_of(double level, double level_middle, double change, double change_middle)
{
	if (isnan(level) || isnan(level_middle) || isnan(change) || isnan(change_middle))
		return STANDING_NONE;
	if (level >= level_middle)
		return change >= change_middle ? STANDING_DRIVER : STANDING_FALLING;
	return change >= change_middle ? STANDING_RISING : STANDING_PROBLEM;
}

bool
standing_near(enum standard_method method, double level, double level_middle, double change,
	double change_middle)
{
	double band = method == STANDARD_UNIT ? 0.02 : 0.1;

	return fabs(level - level_middle) < band || fabs(change - change_middle) < band;
}

const char *
standing_class(enum standing s, bool near)
{
	return near && s != STANDING_NONE ? "average" : standing_name(s);
}

const char *
standing_words(enum standing s, bool near)
{
	if (s == STANDING_NONE)
		return "";
	return near ? _("about the mean, no clear class") : standing_label(s);
}

const char *
standing_words_brief(enum standing s, bool near)
{
	return near && s != STANDING_NONE ? C_("standing", "mean") : standing_brief(s);
}
