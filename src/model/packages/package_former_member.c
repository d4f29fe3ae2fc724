/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a member that left a group still gets: all until its last day, and its own rows, but nothing
 * that the others did or told later. */
#include "config.h"

#include "model/packages/package_parts.h"

#include "model/units/unit_city.h"

#include <stdlib.h>
#include <string.h>

/* The day of which a row is; of organisations and decisions the year says it. */
static const struct {
	const char *noun, *field;
} days[] = {
	{ "meeting", "starts_at" },
	{ "document", "dated_on" },
	{ "homework", "given_on" },
	{ "homework_answer", "answered_on" },
	{ "minutes_remark", "made_on" },
	{ "opinion", "asked_on" },
	{ "opinion_answer", "answered_on" },
	{ "advice", "given_on" },
	{ "data_sheet", "due_on" },
	{ "sheet_return", "changed_on" },
	{ "conclusion", "made_on" },
	{ "improvement_plan", "adopted_on" },
	{ "closing_note", "made_on" },
};

struct leaving {
	const struct package_shape *shape;
	const char *day, *unit;
	const struct package_row *rows; /* those that stay */
	int count;
};

static const char *
value_of(const struct package_fields *fields, const char **values, const char *name)
{
	int f = package_field_place(fields, name);

	return f >= 0 && values[f] ? values[f] : "";
}

static const char *
field(const struct leaving *l, const struct package_row *row, const char *name)
{
	return value_of(&l->shape->nouns[row->noun], row->values, name);
}

static bool
is_later(const struct leaving *l, const struct package_row *row)
{
	const char *name = package_nouns[row->noun].name, *year = field(l, row, "year");
	int quarter = atoi(field(l, row, "quarter")), month = atoi(l->day + 5);
	int years = year[0] ? atoi(year) - atoi(l->day) : 0;

	for (size_t i = 0; i < sizeof(days) / sizeof(days[0]); i++)
		if (!strcmp(days[i].noun, name) &&
			strncmp(field(l, row, days[i].field), l->day, 10) > 0)
			return true;
	return years > 0 || (years == 0 && year[0] && quarter * 3 > month + 2);
}

static bool
stays(const struct leaving *l, int noun, const char *uid)
{
	for (int i = 0; i < l->count; i++)
		if (l->rows[i].noun == noun && !strcmp(l->rows[i].uid, uid))
			return true;
	return false;
}

/* What a row hangs on came before it; where a meeting was only reviewed, that is left out. */
static bool
hangs_on_later(const struct leaving *l, struct package_row *row)
{
	const struct package_fields *fields = &l->shape->nouns[row->noun];

	for (int f = 0; f < fields->count; f++) {
		const struct package_field *to = &fields->list[f];

		if (to->kind != FIELD_ROW || to->noun == 0 || !row->values[f] ||
			!strcmp(to->name, "parent.uid") || stays(l, to->noun, row->values[f]))
			continue;
		if (to->required || !strcmp(to->name, "meeting.uid"))
			return true;
		row->values[f] = NULL;
	}
	return false;
}

static bool
goes(const struct leaving *l, struct package_row *row)
{
	const char *unit = field(l, row, "unit.code");

	if (row->noun == 0 || !strcmp(package_nouns[row->noun].name, "exchange_group"))
		return true;
	if (hangs_on_later(l, row))
		return false;
	return (package_nouns[row->noun].whose != OF_LEAD && unit[0] &&
		       unit_code_same(unit, l->unit)) ||
	       !is_later(l, row);
}

/* Members and people who joined later, conclusions that do not go. */
static void
drop_lines(const struct leaving *l, struct package_row *row)
{
	const struct package_line_kind *kinds = package_nouns[row->noun].lines;
	int kept = 0;

	for (int i = 0; i < row->line_count; i++) {
		const struct package_line *line = &row->lines[i];
		const struct package_fields *fields = &l->shape->lines[row->noun][line->kind];
		const char *name = kinds[line->kind].name;
		const char *from = value_of(fields, line->values, "joined_on");

		if (!strcmp(name, "person"))
			from = value_of(fields, line->values, "from_on");
		if ((!strcmp(name, "member") || !strcmp(name, "person")) &&
			strcmp(from, l->day) > 0)
			continue;
		if (!strcmp(package_nouns[row->noun].name, "member_figures") &&
			!unit_code_same(field(l, row, "unit.code"), l->unit) &&
			atoi(value_of(fields, line->values, "year")) > atoi(l->day))
			continue;
		if (!strcmp(name, "conclusion") && line->values[0] &&
			!stays(l, package_noun_find("conclusion"), line->values[0]))
			continue;
		row->lines[kept++] = *line;
	}
	row->line_count = kept;
}

static bool
names(const struct package_fields *fields, const char **values, const char *uid)
{
	for (int f = 0; f < fields->count; f++)
		if (fields->list[f].kind == FIELD_ROW && fields->list[f].noun == 0 && values[f] &&
			!strcmp(values[f], uid))
			return true;
	return false;
}

static bool
is_named(const struct leaving *l, const char *uid)
{
	for (int i = 0; i < l->count; i++) {
		const struct package_row *row = &l->rows[i];

		if (names(&l->shape->nouns[row->noun], row->values, uid))
			return true;
		for (int k = 0; k < row->line_count; k++)
			if (names(&l->shape->lines[row->noun][row->lines[k].kind],
				    row->lines[k].values, uid))
				return true;
	}
	return false;
}

int
package_keep_until(struct db *db, const char *day, const char *unit, struct arena *arena,
	struct package_rows *rows, struct error *err)
{
	struct package_shape *shape = arena_new(arena, sizeof(*shape));
	struct leaving l = { .shape = shape, .day = day, .unit = unit, .rows = rows->rows };
	int kept = 0;

	if (package_shape_load(db, shape, err) < 0)
		return -1;
	for (int i = 0; i < rows->count; i++) {
		if (!goes(&l, &rows->rows[i]))
			continue;
		drop_lines(&l, &rows->rows[i]);
		rows->rows[l.count++] = rows->rows[i];
	}
	for (int i = 0; i < l.count; i++) /* people whom nothing names any more */
		if (rows->rows[i].noun != 0 || is_named(&l, rows->rows[i].uid))
			rows->rows[kept++] = rows->rows[i];
	rows->count = kept;
	return 0;
}
