/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Homework is told to the member that has it alone: when it goes over to another member, packages
 * do not name it here any more, and here it is deleted. */
#include "config.h"

#include "model/packages/package_parts.h"

#include "model/queries.h"

#include <stdlib.h>
#include <string.h>

static int
compare_text(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The uids that the package names of a noun, in order. */
static const char **
named(const struct judging *j, int noun, int *count)
{
	const struct package_rows *rows = j->rows;
	const char **list = arena_array(j->arena, (size_t)rows->count + 1, sizeof(*list));

	*count = 0;
	for (int i = 0; i < rows->count; i++)
		if (rows->rows[i].noun == noun)
			list[(*count)++] = rows->rows[i].uid;
	qsort(list, (size_t)*count, sizeof(*list), compare_text);
	return list;
}

/* Behind those of its kind: rows stand in order of nouns. */
static void
add(struct judging *j, const struct package_row *row)
{
	struct package_rows *rows = j->rows;
	int at = rows->count;

	rows->rows = arena_grow(
		j->arena, rows->rows, (size_t)rows->count, &rows->room, sizeof(*rows->rows));
	while (at > 0 && rows->rows[at - 1].noun > row->noun)
		at--;
	memmove(rows->rows + at + 1, rows->rows + at,
		(size_t)(rows->count - at) * sizeof(*rows->rows));
	rows->rows[at] = *row;
	rows->count++;
}

static int
withdraw(struct judging *j, int noun, const char *uid)
{
	const struct package_fields *fields = &j->shape->nouns[noun];
	struct package_row row;
	bool found;

	if (package_row_load(j->db, j->shape, noun, uid, true, j->arena, &row, &found, j->err) < 0)
		return -1;
	for (int i = 0; found && i < fields->count; i++)
		if (!strcmp(fields->list[i].name, "retired_at"))
			row.values[i] = j->from->made_at;
	if (found)
		add(j, &row);
	return 0;
}

int
package_add_withdrawn(struct judging *j)
{
	int noun = package_noun_find("homework"), count = 0, known_count, result;
	const char **uids = NULL, **known = named(j, noun, &known_count);
	struct stmt *q;
	size_t room = 0;

	if (!j->from->leads || j->from->older)
		return 0;
	q = db_start(j->db, Q_PACKAGE_HOMEWORK_GIVEN, j->err);
	db_bind_text(q, 1, j->from->office.uid);
	db_bind_text(q, 2, j->from->group);
	while (db_next(q)) {
		uids = arena_grow(j->arena, uids, (size_t)count, &room, sizeof(*uids));
		uids[count++] = arena_string(j->arena, db_text(q, 0));
	}
	result = db_end(q);
	for (int i = 0; i < count && result == 0; i++)
		if (!bsearch(&uids[i], known, (size_t)known_count, sizeof(*known), compare_text))
			result = withdraw(j, noun, uids[i]);
	return result;
}
