/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Of which group the rows of a package are: a package speaks of one group, of its members and of
 * the people that its rows name, and of nothing else. */
#include "config.h"

#include "model/packages/package_judging.h"

#include "base/i18n.h"
#include "model/queries.h"
#include "model/units/unit_city.h"

#include <stdlib.h>
#include <string.h>

static bool
is_noun(int noun, const char *name)
{
	return strcmp(package_nouns[noun].name, name) == 0;
}

/* ---- groups ---- */

int
package_row_anywhere(
	struct judging *j, int noun, const char *uid, struct package_row *out, bool *found)
{
	const struct package_row *row = package_find_row(j, noun, uid);

	*found = row && row->fate != PACKAGE_REFUSED;
	if (*found) {
		*out = *row;
		return 0;
	}
	return package_row_load(j->db, j->shape, noun, uid, false, j->arena, out, found, j->err);
}

/* What a row hangs on that names no group itself: the first reference it cannot be without. */
static const struct package_field *
parent_field(const struct judging *j, int noun, int *place)
{
	const struct package_fields *fields = &j->shape->nouns[noun];

	for (*place = 0; *place < fields->count; ++*place)
		if (fields->list[*place].kind == FIELD_ROW && fields->list[*place].required)
			return &fields->list[*place];
	return NULL;
}

static bool
names_group(const struct judging *j, int noun)
{
	const struct package_fields *fields = &j->shape->nouns[noun];

	for (int i = 0; i < fields->count; i++)
		if (!strcmp(fields->list[i].name, "group.uid"))
			return true;
	return false;
}

int
package_group_of(struct judging *j, const struct package_row *row, const char **group)
{
	struct package_row at = *row;
	bool found = true;

	*group = NULL;
	/* Parents come before what hangs on them, so this ends. */
	while (found) {
		const struct package_field *up;
		int place;

		if (is_noun(at.noun, "exchange_group"))
			*group = at.uid;
		else if (names_group(j, at.noun))
			*group = package_field_value(j, &at, "group.uid");
		up = parent_field(j, at.noun, &place);
		if (*group || !up || !at.values[place])
			return 0;
		if (package_row_anywhere(j, up->noun, at.values[place], &at, &found) < 0)
			return -1;
	}
	return 0;
}

int
package_group_has(struct judging *j, int noun, const char *uid, bool *has)
{
	const char *group = NULL;
	struct package_row row;
	bool found;

	if (noun == 0) /* people are of any group */
		return 0;
	if (package_row_anywhere(j, noun, uid, &row, &found) < 0 ||
		(found && package_group_of(j, &row, &group) < 0))
		return -1;
	*has = group && !strcmp(group, j->from->group);
	return 0;
}

/* ---- members ---- */

static bool
is_member_of(const struct package_row *group, const char *unit)
{
	const struct package_line_kind *kinds = package_nouns[group->noun].lines;

	for (int i = 0; i < group->line_count; i++) {
		const struct package_line *line = &group->lines[i];

		if (!strcmp(kinds[line->kind].name, "member") && line->values[0] &&
			unit_code_same(line->values[0], unit))
			return true;
	}
	return false;
}

static int
check_member(struct judging *j, struct package_row *row)
{
	struct package_row group;
	bool found;

	if (package_row_anywhere(
		    j, package_noun_find("exchange_group"), j->from->group, &group, &found) < 0)
		return -1;
	if (!found || !is_member_of(&group, package_field_value(j, row, "unit.code")))
		package_refuse(row, _("its unit is no member of the group"));
	return 0;
}

/* ---- people ---- */

static int
by_text(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void
collect(struct judging *j, const struct package_fields *fields, const char **values, size_t *room)
{
	for (int i = 0; i < fields->count; i++) {
		if (fields->list[i].kind != FIELD_ROW || fields->list[i].noun != 0 || !values[i])
			continue;
		j->people = arena_grow(
			j->arena, j->people, (size_t)j->people_count, room, sizeof(*j->people));
		j->people[j->people_count++] = values[i];
	}
}

void
package_people_collect(struct judging *j)
{
	size_t room = 0;

	for (int i = 0; i < j->rows->count; i++) {
		const struct package_row *row = &j->rows->rows[i];

		collect(j, &j->shape->nouns[row->noun], row->values, &room);
		for (int l = 0; l < row->line_count; l++)
			collect(j, &j->shape->lines[row->noun][row->lines[l].kind],
				row->lines[l].values, &room);
	}
	if (j->people_count)
		qsort(j->people, (size_t)j->people_count, sizeof(*j->people), by_text);
}

/* ---- together ---- */

int
package_group_check(struct judging *j, struct package_row *row)
{
	const char *group;

	if (row->noun == 0) {
		if (!j->people_count || !bsearch(&row->uid, j->people, (size_t)j->people_count,
						sizeof(*j->people), by_text))
			package_refuse(row, _("nothing in the package names this person"));
		return 0;
	}
	if (package_group_of(j, row, &group) < 0)
		return -1;
	if (group && strcmp(group, j->from->group))
		package_refuse(row, _("it belongs to another group"));
	else if (!group && package_nouns[row->noun].whose == OF_UNIT)
		return check_member(j, row);
	return 0;
}
