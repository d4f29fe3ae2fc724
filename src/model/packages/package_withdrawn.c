/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the sender's newest package does not name any more is taken back here. Homework is told to
 * the member that has it alone: gone over to another member it is deleted here. Conclusions that
 * are only proposed again and plans that are drafts again stay at home, so they are deleted here
 * and come back with the package that names them again; so are sheets, with their figures, that
 * are drafts again, and own figures of members; minutes are a draft again. What other members
 * told the office that keeps the group, which undid it, is taken back here, too. */
#include "config.h"

#include "model/packages/package_judging.h"
#include "model/packages/package_results.h"

#include "model/queries.h"
#include "model/units/unit_city.h"

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
	const char *fields[3]; /* in the row as it is taken back; none: the row goes */
	const char *values[3]; /* NULL = the instant of the package, "" = no value */
} kinds[] = {
	{ "homework", Q_PACKAGE_HOMEWORK_GIVEN, true, { "retired_at" }, { NULL } },
	{ "minutes", Q_PACKAGE_MINUTES_SENT, true, { "state", "sent_on", "remarks_until" },
		{ "draft", "", "" } },
	{ "sheet_return", Q_PACKAGE_RETURN_CAME, false, { NULL }, { NULL } },
	{ "member_figures", Q_PACKAGE_FIGURES_HERE, false, { NULL }, { NULL } },
	{ "conclusion", Q_PACKAGE_CONCLUSION_HERE, false, { "retired_at" }, { NULL } },
	{ "improvement_plan", Q_PACKAGE_PLAN_HERE, false, { "retired_at" }, { NULL } },
};

static void
set_field(const struct judging *j, struct package_row *row, const char *name, const char *value)
{
	int f = package_field_place(&j->shape->nouns[row->noun], name);

	if (f >= 0)
		row->values[f] = !value ? j->from->made_at : value[0] ? value : NULL;
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
	row.withdrawn = true;
	row.removed = !kind->fields[0];
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

/* ---- what other members told ---- */

int
package_came_alone(struct judging *j, int noun, const char *uid, bool *alone)
{
	struct stmt *q = db_start(j->db, Q_PACKAGE_CAME_ELSE, j->err);

	db_bind_text(q, 1, package_nouns[noun].name);
	db_bind_text(q, 2, uid);
	db_bind_text(q, 3, j->from->office.uid);
	db_bind_text(q, 4, j->from->group);
	*alone = !db_next(q);
	return db_end(q);
}

static bool
is_named(const struct package_rows *rows, int noun, const char *uid)
{
	for (int i = 0; i < rows->count; i++)
		if (rows->rows[i].noun == noun && !rows->rows[i].withdrawn &&
			!strcmp(rows->rows[i].uid, uid))
			return true;
	return false;
}

/* What it hangs on must be in the package: with draft minutes their remarks stay away. */
static bool
hangs_on_named(const struct judging *j, const struct package_row *row)
{
	const struct package_fields *fields = &j->shape->nouns[row->noun];

	for (int i = 0; i < fields->count; i++)
		if (fields->list[i].kind == FIELD_ROW && fields->list[i].required)
			return row->values[i] &&
			       is_named(j->rows, fields->list[i].noun, row->values[i]);
	return true;
}

static int
add_told(struct judging *j, int noun, const char *uid)
{
	struct package_row row;
	bool found, alone;

	if (package_row_load(j->db, j->shape, noun, uid, true, j->arena, &row, &found, j->err) < 0)
		return -1;
	if (!found || !row.owner[0] || !strcmp(row.owner, j->from->office.uid) ||
		package_field_value(j, &row, "retired_at")[0] || !hangs_on_named(j, &row))
		return 0;
	if (package_came_alone(j, noun, uid, &alone) < 0)
		return -1;
	if (!alone)
		return 0;
	row.withdrawn = true;
	row.removed = package_field_place(&j->shape->nouns[noun], "retired_at") < 0;
	set_field(j, &row, "retired_at", NULL);
	add(j, &row);
	return 0;
}

struct came {
	int noun;
	const char *uid;
};

/* What came of other offices in earlier packages of the keeper and is not named any more. */
static int
add_others(struct judging *j)
{
	const char **known = NULL;
	struct came *list = NULL;
	int came = 0, known_count = 0, result;
	struct stmt *q = db_start(j->db, Q_PACKAGE_CAME, j->err);
	size_t room = 0;

	db_bind_text(q, 1, j->from->office.uid);
	db_bind_text(q, 2, j->from->group);
	while (db_next(q)) {
		int noun = package_noun_find(db_text(q, 0));

		if (noun < 0 || package_nouns[noun].whose == OF_LEAD ||
			!package_format_knows(j->from->format, noun))
			continue;
		list = arena_grow(j->arena, list, (size_t)came, &room, sizeof(*list));
		list[came++] = (struct came){ noun, arena_string(j->arena, db_text(q, 1)) };
	}
	result = db_end(q);
	for (int i = 0; i < came && result == 0; i++) {
		if (!i || list[i].noun != list[i - 1].noun)
			known = named(j, list[i].noun, &known_count);
		if (!bsearch(
			    &list[i].uid, known, (size_t)known_count, sizeof(*known), compare_text))
			result = add_told(j, list[i].noun, list[i].uid);
	}
	return result;
}

void
package_settle_withdrawn(struct judging *j)
{
	for (int i = 0; i < j->rows->count; i++) {
		struct package_row *gone = &j->rows->rows[i];

		for (int k = 0; gone->withdrawn && k < j->rows->count; k++) {
			const struct package_row *row = &j->rows->rows[k];

			if (row->noun == gone->noun && row->replaces &&
				!strcmp(row->replaces, gone->uid))
				gone->fate = PACKAGE_GONE;
		}
	}
}

/* Whoever left hears nothing more of what came later, and keeps what it had. */
static bool
has_left(const struct package_shape *shape, const struct package_from *from,
	const struct package_rows *rows)
{
	const int noun = package_noun_find("exchange_group");
	const struct package_row *group = NULL;
	bool left = false;

	for (int i = 0; i < rows->count; i++)
		if (rows->rows[i].noun == noun)
			group = &rows->rows[i];
	for (int i = 0; group && from->our_unit[0] && i < group->line_count; i++) {
		const struct package_line *line = &group->lines[i];
		int f = package_field_place(&shape->lines[noun][line->kind], "left_on");
		const char *last = f < 0 ? NULL : line->values[f];

		if (strcmp(package_nouns[noun].lines[line->kind].name, "member") ||
			!line->values[0] || !unit_code_same(line->values[0], from->our_unit))
			continue;
		left = last && last[0] && strncmp(last, from->made_at, 10) < 0;
		if (!left)
			return false;
	}
	return left;
}

int
package_says_left(struct db *db, const struct package_from *from, const struct package_rows *rows,
	struct arena *arena, bool *left, struct error *err)
{
	struct package_shape *shape = arena_new(arena, sizeof(*shape));

	if (package_shape_load(db, shape, err) < 0)
		return -1;
	*left = has_left(shape, from, rows);
	return 0;
}

int
package_add_withdrawn(struct judging *j)
{
	if (j->from->older || has_left(j->shape, j->from, j->rows))
		return 0;
	if (j->from->leads && add_others(j) < 0)
		return -1;
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if ((j->from->leads || !kinds[i].lead) &&
			package_format_knows(j->from->format, package_noun_find(kinds[i].noun)) &&
			add_kind(j, &kinds[i]) < 0)
			return -1;
	return 0;
}
