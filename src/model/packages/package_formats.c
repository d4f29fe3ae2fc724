/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What packages of older formats say otherwise, or not at all. Format 2 added the day on which
 * homework was given and what stood above minutes; until then the day of leaving a group was the
 * first one after. Format 3 added own figures beside data sheets. */
#include "config.h"

#include "model/packages/package_judging.h"

#include "base/date.h"

#include <stdio.h>
#include <string.h>

/* ---- judging ---- */

/* What packages of older formats do not say stays as it is here. */
static const struct later {
	int since;                       /* the format */
	const char *noun, *field, *line; /* a field, the last kind of lines, or all of it */
} later[] = {
	{ 2, "homework", "given_on", NULL },
	{ 2, "minutes", NULL, "head" },
	{ 3, "member_figures", NULL, NULL },
};

bool
package_format_knows(long format, int noun)
{
	for (size_t l = 0; l < sizeof(later) / sizeof(later[0]); l++)
		if (format < later[l].since && !later[l].field && !later[l].line &&
			!strcmp(package_nouns[noun].name, later[l].noun))
			return false;
	return true;
}

static void
keep_lines(struct judging *j, struct package_row *row, const struct package_row *here,
	const char *kind)
{
	if (row->line_count &&
		!strcmp(package_nouns[row->noun].lines[row->lines[row->line_count - 1].kind].name,
			kind))
		return; /* it was judged before */
	for (int i = 0; i < here->line_count; i++) {
		if (strcmp(package_nouns[row->noun].lines[here->lines[i].kind].name, kind))
			continue;
		row->lines = arena_grow(j->arena, row->lines, (size_t)row->line_count,
			&row->line_room, sizeof(*row->lines));
		row->lines[row->line_count++] = here->lines[i];
	}
}

void
package_keep_unsaid(struct judging *j, struct package_row *row, const struct package_row *here)
{
	const struct package_fields *fields = &j->shape->nouns[row->noun];

	for (size_t l = 0; l < sizeof(later) / sizeof(later[0]); l++) {
		if (j->from->format >= later[l].since ||
			strcmp(package_nouns[row->noun].name, later[l].noun))
			continue;
		for (int f = 0; later[l].field && f < fields->count; f++)
			if (!strcmp(fields->list[f].name, later[l].field))
				row->values[f] = here->values[f];
		if (later[l].line)
			keep_lines(j, row, here, later[l].line);
	}
}

/* ---- reading ---- */

/* Whoever left on the day after joining was a member for one day, and has two now, as in the
 * database (step 20): the day of leaving lies behind that of joining. */
static void
leave_a_day_earlier(const char **values, int joined, int left, struct arena *arena)
{
	struct date d;
	char day[16];

	if (!values[left] || sscanf(values[left], "%4d-%2d-%2d", &d.year, &d.month, &d.day) != 3)
		return;
	date_iso(day, sizeof(day), date_from_days(date_to_days(d) - 1));
	if (strcmp(day, values[joined] ? values[joined] : "") > 0)
		values[left] = arena_string(arena, day);
}

int
package_take_format(struct db *db, long format, struct package_rows *rows, struct arena *arena,
	struct error *err)
{
	const int noun = package_noun_find("exchange_group");
	const struct package_line_kind *kinds = package_nouns[noun].lines;
	struct package_shape *shape = arena_new(arena, sizeof(*shape));

	if (format >= 2)
		return 0;
	if (package_shape_load(db, shape, err) < 0)
		return -1;
	for (int i = 0; i < rows->count; i++)
		for (int l = 0; rows->rows[i].noun == noun && l < rows->rows[i].line_count; l++) {
			const struct package_line *line = &rows->rows[i].lines[l];
			const struct package_fields *fields = &shape->lines[noun][line->kind];

			if (!strcmp(kinds[line->kind].name, "member"))
				leave_a_day_earlier(line->values,
					package_field_place(fields, "joined_on"),
					package_field_place(fields, "left_on"), arena);
		}
	return 0;
}
