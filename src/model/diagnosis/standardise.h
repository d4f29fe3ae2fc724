/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a value stands in its group, and whither it goes: pure functions.
 *
 * Level: z = (x - mean) / sd, sd with n - 1; or by unitarisation u = (x - min) / (max - min),
 * from 0 to 1 (K. Kukuła, "Metoda unitaryzacji zerowanej", PWN 2000, ISBN 83-01-13126-4). Sign
 * by direction: a stimulant enters as x, a destimulant as -x, a nominant as minus its distance
 * to the wanted interval; so in both methods more is always better, and of a destimulant -z and
 * 1 - u come out. Change: the slope of least squares b = sum (t - mean t)(x - mean x) / sum (t -
 * mean t)^2, and the mean yearly change (last - first) / years between; of the turned values,
 * standardised in the same way. */
#ifndef MODEL_STANDARDISE_H
#define MODEL_STANDARDISE_H

#include "model/indicators/indicator.h"

enum standard_method { STANDARD_Z, STANDARD_UNIT, STANDARD_METHODS };
const char *standard_method_name(enum standard_method m);  /* z, unit: in files */
const char *standard_method_label(enum standard_method m); /* translated */
int standard_method_from_name(const char *name);           /* -1 = unknown */

enum {
	STANDARD_FEWEST = 5,      /* so many units at least for a mean that says something */
	STANDARD_FEWEST_YEARS = 3 /* points at least for a change */
};

/* Why there is no level or change. */
enum standard_lack {
	LACK_NONE,
	LACK_VALUE,
	LACK_FEW,
	LACK_ALIKE,
	LACK_DIRECTION,
	LACK_POINTS,
	LACK_BREAK
};
const char *standard_lack_label(enum standard_lack lack); /* translated: "fewer than 5 units" */

struct standard_scale { /* of turned values: more is better */
	enum standard_method method;
	int n;
	double mean, sd, min, max;
	enum standard_lack lack; /* LACK_NONE: levels can be read from it */
};
/* NAN is left out of the values. */
void standard_scale_make(
	struct standard_scale *out, enum standard_method method, const double *turned, int n);
double standard_level(const struct standard_scale *scale, double turned); /* NAN = none */
double standard_middle(const struct standard_scale *scale); /* level of the mean: 0 with z */

/* False: a nominant without a wanted value, or a card whose note says "kontekst": shown, not
 * judged. */
bool standard_judged(const struct indicator *card);
/* The value so that more is better; as it is where the card is not judged. */
double standard_turn(const struct indicator *card, double value);

struct standard_course {
	double slope, mean_change; /* a year; NAN = none */
	int points;
	int first, last; /* places of the years between which it is drawn; with a change only */
	enum standard_lack lack;
};
/* Values by year; NAN = none. breaks[i] says that year i begins a new count, NULL = none: over it
 * there is no change, and none of the years after it alone, because peers have that of others. */
void standard_course_make(
	struct standard_course *out, const double *values, const unsigned char *breaks, int years);

enum standing {
	STANDING_NONE,
	STANDING_DRIVER,
	STANDING_FALLING,
	STANDING_RISING,
	STANDING_PROBLEM,
	STANDINGS
};
const char *standing_name(
	enum standing s); /* driver, falling, rising, problem: in files; "" = none */
const char *standing_label(enum standing s); /* translated */
const char *standing_brief(enum standing s); /* translated, one word for a column: "problem" */
int standing_from_name(const char *name);    /* -1 = unknown */
/* Above or at the middle and rising against it: driver; NAN anywhere = none. */
enum standing standing_of(double level, double level_middle, double change, double change_middle);
/* Level or change lies within a tenth of a standard deviation of the middle: the signs give a
 * class, but nobody should call it a driver or a problem. Differences of 0.2 sd are small already
 * (J. Cohen, "Statistical Power Analysis for the Behavioral Sciences", 1988, 2.2.3); half of that
 * is none. Levels from 0 to 1: within a fiftieth of the range, which is about five sd. */
bool standing_near(enum standard_method method, double level, double level_middle, double change,
	double change_middle);
/* In files, the label and the brief word; of what is about the mean that it is: "average". */
const char *standing_class(enum standing s, bool near);
const char *standing_words(enum standing s, bool near);
const char *standing_words_brief(enum standing s, bool near);

#endif
