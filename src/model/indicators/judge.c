/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Order of values and membership of groups, the same for rankings, profiles and trends. */
#include "config.h"

#include "model/indicators/judge.h"

#include "model/indicators/path.h"

double
judge_badness(const struct indicator *indicator, double value)
{
	if (indicator->direction == 'D')
		return value;
	if (indicator->direction == 'N' && indicator->has_wanted) {
		if (value < indicator->wanted_low)
			return indicator->wanted_low - value;
		return value > indicator->wanted_high ? value - indicator->wanted_high : 0;
	}
	return -value;
}

bool
judge_has_best(const struct indicator *indicator)
{
	return indicator->direction != 'N' || indicator->has_wanted;
}

int
judge_units(const struct unit_table *units, const struct unit_filter *filter, struct arena *arena,
	int **slots)
{
	struct unit_filter all = *filter;

	/* Years differ: who ended later, or is known from BDL only, may have had a value then. */
	all.ended_too = all.bdl_too = true;
	return unit_find(units, &all, arena, slots);
}

bool
judge_expected(const struct unit *u, const struct unit_filter *filter, int year)
{
	return (!u->from_bdl || filter->bdl_too) && path_exists(u, year);
}
