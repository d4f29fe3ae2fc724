/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which value is better, by the indicator's direction. Known in this folder only. */
#ifndef MODEL_JUDGE_H
#define MODEL_JUDGE_H

#include "model/indicators/indicator.h"
#include "model/units/unit.h"

/* Smaller is better: minus the value of a stimulant, the value of a destimulant, the distance to
 * the wanted interval of a nominant. A nominant without one is ordered as a stimulant. */
double judge_badness(const struct indicator *indicator, double value);
/* Whether one end of the order is the best: not so for a nominant without a wanted value. */
bool judge_has_best(const struct indicator *indicator);

/* The units that stand in a group in a year: slots of the filter whose units existed then, and
 * any other of that level and area that has a value (of earlier years, known from BDL only). */
int judge_units(const struct unit_table *units, const struct unit_filter *filter,
	struct arena *arena, int **slots);
/* Of these: whether a unit without a value counts as missing in that year. */
bool judge_expected(const struct unit *u, const struct unit_filter *filter, int year);

#endif
