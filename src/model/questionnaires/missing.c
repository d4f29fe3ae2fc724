/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of reasons for a missing answer. */
#include "config.h"

#include "model/questionnaires/missing.h"

#include "base/i18n.h"

#include <string.h>

static const struct missing_reason reasons[MISSING_COUNT] = {
	[MISSING_NONE] = { "", N_("answered"), 0, 0, 0, true },
	[MISSING_NO_ANSWER] = { "no_answer", N_("no answer"), 1, -91, 'a', false },
	[MISSING_REFUSED] = { "refused", N_("refused"), 2, -92, 'b', false },
	[MISSING_DONT_KNOW] = { "dont_know", N_("hard to say"), 3, -93, 'c', true },
	[MISSING_NOT_APPLICABLE] = { "not_applicable", N_("does not apply"), 4, -94, 'd', true },
	[MISSING_OFF_ROUTE] = { "off_route", N_("left out by the route"), 5, -95, 'e', false },
	[MISSING_ILLEGIBLE] = { "illegible", N_("illegible"), 6, -96, 'f', false },
	[MISSING_TWO_MARKS] = { "two_marks", N_("two marks"), 7, -97, 'g', false },
	[MISSING_PAGE_MISSING] = { "page_missing", N_("page missing"), 8, -98, 'h', false },
};

const struct missing_reason *
missing_reason(enum missing missing)
{
	return &reasons[(unsigned)missing < MISSING_COUNT ? missing : MISSING_NONE];
}

int
missing_by_name(const char *name)
{
	for (int i = 0; i < MISSING_COUNT; i++)
		if (strcmp(reasons[i].name, name) == 0)
			return i;
	return -1;
}
