/* SPDX-License-Identifier: GPL-3.0-or-later */
/* People of a group: a package without contact data says nothing of them, so they stay as they came
 * with an earlier one. */
#include "config.h"

#include "model/packages/package_parts.h"

#include "base/text.h"
#include "model/queries.h"

#include <assert.h>
#include <string.h>

int
package_people_staying(
	struct db *db, const struct package_from *from, int64_t *count, struct error *err)
{
	struct stmt *q;

	*count = 0;
	if (!from->leads || from->contacts || from->older)
		return 0;
	q = db_start(db, Q_PACKAGE_PEOPLE_STAYING, err);
	db_bind_text(q, 1, from->office.uid);
	db_bind_text(q, 2, from->group);
	if (db_next(q))
		*count = db_int(q, 0);
	return db_end(q);
}

/* ---- lines ---- */

struct keeping {
	const struct package_shape *shape;
	const struct package_row *here, *bare; /* bare: as it travels without contact data */
	struct arena *arena;
};

static bool
line_is(const struct package_row *row, int line, const char *name)
{
	return !strcmp(package_nouns[row->noun].lines[row->lines[line].kind].name, name);
}

static int
field_of(const struct package_fields *fields, const char *name)
{
	int f = package_field_place(fields, name);

	assert(f >= 0);
	return f;
}

static const char *
value_of(const struct keeping *k, const struct package_row *row, int line, const char *name)
{
	const char *value =
		row->lines[line]
			.values[field_of(&k->shape->lines[row->noun][row->lines[line].kind], name)];

	return value ? value : "";
}

static void
take_value(const struct keeping *k, struct package_row *row, int line, int from, const char *name)
{
	const int f = field_of(&k->shape->lines[row->noun][row->lines[line].kind], name);

	row->lines[line].values[f] = k->here->lines[from].values[f];
}

static bool
same_seat(const struct keeping *k, const struct package_row *a, int i, const struct package_row *b,
	int j)
{
	return line_is(b, j, "participant") &&
	       !strcmp(value_of(k, a, i, "unit.code"), value_of(k, b, j, "unit.code")) &&
	       !strcmp(value_of(k, a, i, "part"), value_of(k, b, j, "part"));
}

/* How many lines before end hold such a seat. */
static int
seats(const struct keeping *k, const struct package_row *of, int line,
	const struct package_row *row, int end)
{
	int count = 0;

	for (int i = 0; i < end; i++)
		count += same_seat(k, of, line, row, i);
	return count;
}

/* Who sits there here: the first for the first. Where somebody of them went, nobody knows who. */
static void
keep_participant(const struct keeping *k, struct package_row *row, int line)
{
	int before = seats(k, row, line, row, line);

	if (seats(k, row, line, k->here, k->here->line_count) >
		seats(k, row, line, row, row->line_count))
		return;
	for (int i = 0; i < k->here->line_count; i++) {
		if (!same_seat(k, row, line, k->here, i) || before-- > 0)
			continue;
		if (!value_of(k, row, line, "contact.uid")[0] &&
			!value_of(k, row, line, "name")[0]) {
			take_value(k, row, line, i, "contact.uid");
			take_value(k, row, line, i, "name");
		}
		if (!strcmp(value_of(k, row, line, "contact.uid"),
			    value_of(k, k->here, i, "contact.uid")) &&
			!value_of(k, row, line, "remark")[0])
			take_value(k, row, line, i, "remark");
		return;
	}
}

static void
keep_speaker(const struct keeping *k, struct package_row *row, int line)
{
	for (int i = 0; i < k->here->line_count; i++)
		if (line_is(k->here, i, "item") &&
			!strcmp(value_of(k, row, line, "position"),
				value_of(k, k->here, i, "position")) &&
			!strcmp(value_of(k, row, line, "speaker"),
				value_of(k, k->bare, i, "speaker"))) {
			take_value(k, row, line, i, "speaker");
			return;
		}
}

/* People with a part in the group travel as lines of their own, which such a package lacks. */
static void
keep_persons(const struct keeping *k, struct package_row *row)
{
	for (int i = 0; i < row->line_count; i++)
		if (line_is(row, i, "person"))
			return;
	for (int i = 0; i < k->here->line_count; i++) {
		if (!line_is(k->here, i, "person"))
			continue;
		row->lines = arena_grow(k->arena, row->lines, (size_t)row->line_count,
			&row->line_room, sizeof(*row->lines));
		row->lines[row->line_count++] = k->here->lines[i];
	}
}

static const char **
copy_values(const char **values, int count, struct arena *arena)
{
	const char **copy = arena_array(arena, (size_t)count + 1, sizeof(*copy));

	memcpy(copy, values, (size_t)count * sizeof(*copy));
	return copy;
}

/* With values of its own, for who writes into them. */
static struct package_row
copy_row(const struct package_shape *shape, const struct package_row *row, struct arena *arena)
{
	struct package_row copy = *row;

	copy.values = copy_values(row->values, shape->nouns[row->noun].count, arena);
	copy.line_room = (size_t)row->line_count;
	copy.lines = arena_array(arena, copy.line_room + 1, sizeof(*copy.lines));
	for (int i = 0; i < row->line_count; i++)
		copy.lines[i] = (struct package_line){ row->lines[i].kind,
			copy_values(row->lines[i].values,
				shape->lines[row->noun][row->lines[i].kind].count, arena) };
	return copy;
}

int
package_keep_people(struct db *db, const struct package_shape *shape,
	const struct package_row *here, struct package_row *row, struct arena *arena,
	struct error *err)
{
	const struct package_fields *fields = &shape->nouns[row->noun];
	struct package_row bare;
	struct keeping k = { shape, here, &bare, arena };
	bool found;

	if (row->noun == 0)
		return 0;
	*row = copy_row(shape, row, arena);
	if (package_row_load(db, shape, row->noun, here->uid, false, arena, &bare, &found, err) < 0)
		return -1;
	for (int f = 0; f < fields->count; f++)
		if (fields->list[f].kind == FIELD_ROW && fields->list[f].noun == 0 &&
			!row->values[f])
			row->values[f] = here->values[f];
	for (int i = 0; i < row->line_count; i++)
		if (line_is(row, i, "participant"))
			keep_participant(&k, row, i);
		else if (line_is(row, i, "item"))
			keep_speaker(&k, row, i);
	keep_persons(&k, row);
	return 0;
}
