/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers that are years: nobody writes 1 987. */
#include "config.h"

#include "model/results/answer_column_parts.h"

#include "base/number.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { YEAR_FIRST = 1800, YEAR_LAST = 2199, YEARS_ENOUGH = 10 };

static bool
could_be_year(double value)
{
	return value >= YEAR_FIRST && value <= YEAR_LAST && value == floor(value);
}

/* Between which numbers the answer must lie, as far as the rule says it in figures; NAN = not. */
static void
find_bounds(const char *rule, double *low, double *high)
{
	*low = *high = NAN;
	for (const char *at = rule; *at; at++) {
		const char *number;
		char *end;
		double value;

		if (*at != '<' && *at != '>')
			continue;
		number = at + 1 + (at[1] == '=');
		value = strtod(number, &end);
		if (end == number)
			continue;
		if (*at == '>')
			*low = isnan(*low) ? value : fmax(*low, value);
		else
			*high = isnan(*high) ? value : fmin(*high, value);
	}
}

/* Where no rule bounds them, what was answered tells. */
static bool
all_years(const struct answer_column *c)
{
	size_t years = 0;

	for (size_t i = 0; i < c->count; i++) {
		if (c->missing[i] != MISSING_NONE)
			continue;
		if (!could_be_year(c->value[i]))
			return false;
		years++;
	}
	return years >= YEARS_ENOUGH;
}

bool
column_is_year(const struct question *x, const struct answer_column *c)
{
	double low, high;

	if (c->kind != COLUMN_NUMBER || x->type != QUESTION_INTEGER)
		return false;
	find_bounds(x->hard_check, &low, &high);
	if (isnan(low) && isnan(high))
		return all_years(c);
	return could_be_year(low) && (isnan(high) || could_be_year(high));
}

char *
column_figure(const struct answer_column *c, char *dst, size_t size, double value, int decimals)
{
	return c && c->year ? number_ungrouped(dst, size, value, decimals)
			    : number_format(dst, size, value, decimals);
}
