/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands in the cells of an office's sheet. */
#include "config.h"

#include "model/monitoring/office_sheet_layout.h"

#include "base/number.h"
#include "model/indicators/flag.h"
#include "model/strategies/task_state.h"

#include <math.h>

const char *
office_sheet_point(const struct target_point *p, struct arena *arena)
{
	char text[64];

	if (!p)
		return "";
	if (flag_missing(p->flag) || isnan(p->value))
		return flag_meaning(p->flag)->symbol;
	return arena_string(arena, number_plain(text, sizeof text, p->value, -1));
}

const char *
office_sheet_was_figure(const struct round_figure *f, int year, struct arena *arena)
{
	return office_sheet_point(target_point_of(f->course, year), arena);
}

const char *
office_sheet_was_task(const struct task *t, struct arena *arena)
{
	if (t->percent == TASK_PERCENT_UNKNOWN)
		return task_state_name(t->state);
	return arena_format(arena, "%d %s", t->percent, task_state_name(t->state));
}
