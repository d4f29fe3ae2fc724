/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands in the cells of an office's sheet. */
#include "config.h"

#include "model/monitoring/office_sheet_layout.h"

#include "base/i18n.h"
#include "base/number.h"
#include "model/indicators/flag.h"
#include "model/strategies/task_state.h"
#include "model/strategies/words_mark.h"

#include <math.h>
#include <string.h>

static const struct {
	const char *key, *words; /* words: those with a year in it are below */
} headings[OFFICE_COLUMNS] = {
	[OFFICE_CODE] = { "code", N_("Code") },
	[OFFICE_GOAL] = { "goal", N_("Goal") },
	[OFFICE_NAME] = { "name", N_("Indicator or task") },
	[OFFICE_MEASURE] = { "measure", N_("Measure") },
	[OFFICE_BEFORE] = { "before", NULL },
	[OFFICE_VALUE] = { "value", NULL },
	[OFFICE_SOURCE] = { "source", N_("Source") },
	[OFFICE_STATE] = { "state", N_("State of the task") },
	[OFFICE_REASON] = { "reason", N_("Reason") },
	[OFFICE_WAS] = { "was", N_("(was)") },
	[OFFICE_STRATEGY] = { "strategy", N_("(strategy)") },
	[OFFICE_YEAR] = { "year", N_("(year)") },
};

const char *
office_sheet_key(enum office_column c)
{
	return headings[c].key;
}

const char *
office_sheet_heading(enum office_column c, int year, struct arena *arena)
{
	if (c == OFFICE_BEFORE)
		return arena_format(arena, _("Value of %d"), year - 1);
	if (c == OFFICE_VALUE)
		return arena_format(arena, _("Value of %d, of tasks %%"), year);
	return _(headings[c].words);
}

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

const char *
office_sheet_was(const char *said, const char *words, struct arena *arena)
{
	char mark[WORDS_MARK_SIZE];

	return words ? arena_format(arena, "%s %s", said, words_mark(mark, words)) : said;
}

const char *
office_sheet_was_read(const char *cell, const char **mark, struct arena *arena)
{
	const char *at = strstr(cell, " #");

	*mark = at ? at + 1 : "";
	return at ? arena_format(arena, "%.*s", (int)(at - cell), cell) : cell;
}
