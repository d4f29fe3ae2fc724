/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The signs of marks are ASCII and never translated, as the flags are. */
#include "config.h"

#include "commands/marks.h"

#include "base/i18n.h"
#include "model/indicators/flag.h"

#include <stdio.h>
#include <string.h>

static const struct {
	unsigned mark;
	char sign;
	const char *meaning;
} table[] = {
	{ MARK_SUCCESSION, '~', N_("value of the unit's code before it was changed one to one") },
	{ MARK_STOP, '|', N_("the unit was split or merged; the series before it stops here") },
	{ MARK_BEFORE_UNIT, '<', N_("dated before the unit began; as the source gave it") },
	{ MARK_AFTER_UNIT, '>', N_("dated after the unit ended; as the source gave it") },
};

enum { COUNT = sizeof(table) / sizeof(table[0]) };

char *
marks_text(char dst[MARKS_SIZE], unsigned char flag, unsigned marks)
{
	size_t n;

	snprintf(dst, MARKS_SIZE - COUNT, "%s",
		flag == FLAG_ABSENT || flag == FLAG_NONE ? "" : flag_meaning(flag)->symbol);
	n = strlen(dst);
	for (int i = 0; i < COUNT; i++)
		if (marks & table[i].mark)
			dst[n++] = table[i].sign;
	dst[n] = '\0';
	return dst;
}

unsigned
marks_of_unit(const struct unit *unit, int year)
{
	if (unit_exists_in(unit, year))
		return 0;
	return unit_begins_after(unit, year) ? MARK_BEFORE_UNIT : MARK_AFTER_UNIT;
}

void
marks_list(struct result *r)
{
	for (int i = 0; i < COUNT; i++) {
		const char sign[2] = { table[i].sign, '\0' };

		result_text(r, sign);
		result_text(r, "no");
		result_text(r, "no");
		result_text(r, _(table[i].meaning));
	}
}
