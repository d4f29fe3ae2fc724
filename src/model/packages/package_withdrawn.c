/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the sender's newest package does not name any more is taken back here. Homework is told to
 * the member that has it alone: gone over to another member it is deleted here. Conclusions that
 * are only proposed again and plans that are drafts again stay at home, so they are deleted here
 * and come back with the package that names them again; minutes are a draft again. */
#include "config.h"

#include "model/packages/package_judging.h"

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

static const struct withdrawn {
	const char *noun;
	int query;             /* uids of an office (?1) in a group (?2) that are in force here */
	bool lead;             /* of the office that keeps the group alone */
	const char *fields[3]; /* in the row as it is taken back; NULL ends them */
	const char *values[3]; /* NULL = the instant of the package, "" = no value */
} kinds[] = {
	{ "homework", Q_PACKAGE_HOMEWORK_GIVEN, true, { "retired_at" }, { NULL } },
	{ "minutes", Q_PACKAGE_MINUTES_SENT, true, { "state", "sent_on", "remarks_until" },
		{ "draft", "", "" } },
	{ "conclusion", Q_PACKAGE_CONCLUSION_HERE, false, { "retired_at" }, { NULL } },
	{ "improvement_plan", Q_PACKAGE_PLAN_HERE, false, { "retired_at" }, { NULL } },
};

static void
set_field(const struct judging *j, struct package_row *row, const char *name, const char *value)
{
	const struct package_fields *fields = &j->shape->nouns[row->noun];

	for (int i = 0; i < fields->count; i++)
		if (!strcmp(fields->list[i].name, name))
			row->values[i] = !value ? j->from->made_at : value[0] ? value : NULL;
}

static int
withdraw(struct judging *j, const struct withdrawn *kind, int noun, const char *uid)
{
	struct package_row row;
	bool found;

	if (package_row_load(j->db, j->shape, noun, uid, true, j->arena, &row, &found, j->err) < 0)
		return -1;
	for (int i = 0; found && i < 3 && kind->fields[i]; i++)
		set_field(j, &row, kind->fields[i], kind->values[i]);
	if (found)
		add(j, &row);
	return 0;
}

static int
add_kind(struct judging *j, const struct withdrawn *kind)
{
	int noun = package_noun_find(kind->noun), count = 0, known_count, result;
	const char **uids = NULL, **known = named(j, noun, &known_count);
	struct stmt *q = db_start(j->db, kind->query, j->err);
	size_t room = 0;

	db_bind_text(q, 1, j->from->office.uid);
	db_bind_text(q, 2, j->from->group);
	while (db_next(q)) {
		uids = arena_grow(j->arena, uids, (size_t)count, &room, sizeof(*uids));
		uids[count++] = arena_string(j->arena, db_text(q, 0));
	}
	result = db_end(q);
	for (int i = 0; i < count && result == 0; i++)
		if (!bsearch(&uids[i], known, (size_t)known_count, sizeof(*known), compare_text))
			result = withdraw(j, kind, noun, uids[i]);
	return result;
}

int
package_add_withdrawn(struct judging *j)
{
	if (j->from->older)
		return 0;
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if ((j->from->leads || !kinds[i].lead) && add_kind(j, &kinds[i]) < 0)
			return -1;
	return 0;
}
