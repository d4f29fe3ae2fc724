/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows that travel between offices: what their fields are called, and reading them whole. */
#include "config.h"

#include "model/packages/package_parts.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/queries.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

const char *
package_noun_label(int noun)
{
	return _(package_nouns[noun].label);
}

int
package_noun_count(void)
{
	return PACKAGE_NOUNS;
}

int
package_noun_find(const char *name)
{
	int i = PACKAGE_NOUNS - 1;

	while (i >= 0 && strcmp(package_nouns[i].name, name))
		i--;
	return i;
}

/* ---- fields ---- */

int
package_field_place(const struct package_fields *fields, const char *name)
{
	int f = fields->count - 1;

	while (f >= 0 && strcmp(fields->list[f].name, name))
		f--;
	return f;
}

/* Whose uid a field such as "reviewed.uid" holds. */
static int
noun_of(const char *field)
{
	static const char *const others[][2] = { { "group.", "exchange_group" },
		{ "parent.", "exchange_group" }, { "reviewed.", "meeting" },
		{ "sheet.", "data_sheet" }, { "moderator.", "contact" } };
	char name[32];

	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++)
		if (!strncmp(field, others[i][0], strlen(others[i][0])))
			return package_noun_find(others[i][1]);
	text_copy(name, sizeof(name), field);
	name[strcspn(name, ".")] = '\0';
	return package_noun_find(name);
}

static void
name_field(struct package_field *f, const char *column)
{
	size_t length;

	text_copy(f->name, sizeof(f->name), column);
	length = strlen(f->name);
	f->required = length && f->name[length - 1] == '!';
	if (f->required)
		f->name[--length] = '\0';
	f->noun = -1;
	f->kind = FIELD_PLAIN;
	if (!strcmp(f->name, "indicator.code")) {
		f->kind = FIELD_INDICATOR;
	} else if (length > 5 && !strcmp(f->name + length - 5, ".code")) {
		f->kind = FIELD_UNIT;
	} else if (length > 4 && !strcmp(f->name + length - 4, ".uid")) {
		f->kind = FIELD_ROW;
		f->noun = noun_of(f->name);
		assert(f->noun >= 0);
	} else if (length > 3 && (!strcmp(f->name + length - 3, "_on") ||
					 !strcmp(f->name + length - 3, "_at"))) {
		f->kind = FIELD_DAY;
	}
}

int
package_fields_load(struct db *db, int query, int first, struct package_fields *out,
	struct error *err)
{
	struct stmt *q = db_start(db, query, err);

	assert(db_columns(q) - first <= PACKAGE_FIELDS);
	out->count = db_columns(q) - first;
	for (int i = 0; i < out->count; i++)
		name_field(&out->list[i], db_column_name(q, first + i));
	return db_end(q);
}

int
package_shape_load(struct db *db, struct package_shape *shape, struct error *err)
{
	for (int n = 0; n < PACKAGE_NOUNS; n++) {
		const struct package_noun *noun = &package_nouns[n];

		if (package_fields_load(db, noun->out, 3, &shape->nouns[n], err) < 0)
			return -1;
		for (int k = 0; noun->lines[k].name; k++)
			if (package_fields_load(
				    db, noun->lines[k].out, 0, &shape->lines[n][k], err) < 0)
				return -1;
	}
	return 0;
}

/* ---- rows ---- */

static const char **
read_values(struct stmt *q, int first, int count, struct arena *arena)
{
	const char **values = arena_array(arena, (size_t)count + 1, sizeof(*values));

	for (int i = 0; i < count; i++)
		values[i] = db_null(q, first + i) ? NULL
						  : arena_string(arena, db_text(q, first + i));
	return values;
}

static int
load_lines(struct db *db, const struct package_shape *shape, struct package_row *row,
	bool contacts, struct arena *arena, struct error *err)
{
	const struct package_noun *noun = &package_nouns[row->noun];

	for (int k = 0; noun->lines[k].name; k++) {
		struct stmt *q = db_start(db, noun->lines[k].out, err);
		int count = shape->lines[row->noun][k].count;

		db_bind_text(q, 1, row->uid);
		if (db_parameters(q) > 1)
			db_bind_int(q, 2, contacts);
		while (db_next(q)) {
			row->lines = arena_grow(arena, row->lines, (size_t)row->line_count,
				&row->line_room, sizeof(*row->lines));
			row->lines[row->line_count++] =
				(struct package_line){ k, read_values(q, 0, count, arena) };
		}
		if (db_end(q) < 0)
			return -1;
	}
	return 0;
}

static struct package_row
read_row(struct stmt *q, const struct package_shape *shape, int noun, struct arena *arena)
{
	return (struct package_row){ .noun = noun,
		.uid = arena_string(arena, db_text(q, 0)),
		.rev = db_int(q, 1),
		.owner = arena_string(arena, db_text(q, 2)),
		.values = read_values(q, 3, shape->nouns[noun].count, arena) };
}

static void
bind_out(struct stmt *q, int64_t group, const char *uid, bool own, bool contacts, int unit)
{
	int count = db_parameters(q);
	char today[16];

	db_bind_int(q, 1, group);
	db_bind_text(q, 2, uid);
	db_bind_int(q, 3, own);
	if (count > 3)
		db_bind_int(q, 4, contacts);
	if (count > 4)
		db_bind_int(q, 5, unit);
	if (count > 5)
		db_bind_text(q, 6, date_iso(today, sizeof(today), clock_today()));
}

int
package_row_load(struct db *db, const struct package_shape *shape, int noun, const char *uid,
	bool contacts, struct arena *arena, struct package_row *out, bool *found,
	struct error *err)
{
	struct stmt *q = db_start(db, package_nouns[noun].out, err);

	/* A contact's own row is asked for: whether it may travel is not the question here. */
	bind_out(q, 0, uid, false, noun == 0 || contacts, NO_SLOT);
	*found = false;
	while (db_next(q)) {
		*out = read_row(q, shape, noun, arena);
		*found = true;
	}
	if (db_end(q) < 0)
		return -1;
	return *found ? load_lines(db, shape, out, contacts, arena, err) : 0;
}

static int
load_noun(struct db *db, const struct package_shape *shape, int noun, int64_t group, bool lead,
	bool contacts, int unit, struct arena *arena, struct package_rows *out, struct error *err)
{
	struct stmt *q;

	if (!lead && package_nouns[noun].whose == OF_LEAD)
		return 0;
	q = db_start(db, package_nouns[noun].out, err);
	bind_out(q, group, NULL, !lead, contacts, unit);
	while (db_next(q)) {
		out->rows = arena_grow(
			arena, out->rows, (size_t)out->count, &out->room, sizeof(*out->rows));
		out->rows[out->count++] = read_row(q, shape, noun, arena);
	}
	return db_end(q);
}

int
package_load(struct db *db, int64_t group, bool lead, bool contacts, int unit,
	const char *our_uid, struct arena *arena, struct package_rows *out, struct error *err)
{
	struct package_shape *shape = arena_new(arena, sizeof(*shape));
	const char *our = arena_string(arena, our_uid);
	const int beside = package_noun_find("member_figures");
	int64_t brought;

	*out = (struct package_rows){ 0 };
	if (package_shape_load(db, shape, err) < 0)
		return -1;
	for (int n = 0; n < PACKAGE_NOUNS; n++)
		if (load_noun(db, shape, n, group, lead, contacts, unit, arena, out, err) < 0 ||
			(n == beside &&
				package_own_figures(db, group, lead, our, arena, out, err) < 0))
			return -1;
	if (package_keep_reworked(db, group, arena, out, err) < 0 ||
		package_keep_standing(db, shape, group, lead, arena, out, err) < 0)
		return -1;
	for (int i = 0; i < out->count; i++) {
		struct package_row *row = &out->rows[i];

		if (load_lines(db, shape, row, contacts, arena, err) < 0 ||
			(!lead && package_untouched(
					  db, row, arena, &row->untouched, &brought, err) < 0))
			return -1;
		if (!row->owner[0])
			row->owner = our;
	}
	return 0;
}

/* ---- comparing ---- */

static bool
same_values(const char **a, const char **b, int count)
{
	for (int i = 0; i < count; i++)
		if (!a[i] != !b[i] || (a[i] && strcmp(a[i], b[i])))
			return false;
	return true;
}

bool
package_row_same(const struct package_shape *shape, const struct package_row *a,
	const struct package_row *b)
{
	if (a->line_count != b->line_count ||
		!same_values(a->values, b->values, shape->nouns[a->noun].count))
		return false;
	for (int i = 0; i < a->line_count; i++)
		if (a->lines[i].kind != b->lines[i].kind ||
			!same_values(a->lines[i].values, b->lines[i].values,
				shape->lines[a->noun][a->lines[i].kind].count))
			return false;
	return true;
}

/* ---- indicators ---- */

static int
by_text(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

struct codes {
	struct arena *arena;
	const char **list;
	int count;
	size_t room;
};

static void
add_codes(struct codes *c, const struct package_fields *fields, const char **values)
{
	for (int i = 0; i < fields->count; i++) {
		if (fields->list[i].kind != FIELD_INDICATOR || !values[i])
			continue;
		c->list = arena_grow(
			c->arena, c->list, (size_t)c->count, &c->room, sizeof(*c->list));
		c->list[c->count++] = values[i];
	}
}

int
package_indicators(struct db *db, const struct package_rows *rows, struct arena *arena,
	const char ***codes, int *count, struct error *err)
{
	struct package_shape *shape = arena_new(arena, sizeof(*shape));
	struct codes c = { .arena = arena };

	if (package_shape_load(db, shape, err) < 0)
		return -1;
	for (int i = 0; i < rows->count; i++) {
		const struct package_row *row = &rows->rows[i];

		add_codes(&c, &shape->nouns[row->noun], row->values);
		for (int l = 0; l < row->line_count; l++)
			add_codes(&c, &shape->lines[row->noun][row->lines[l].kind],
				row->lines[l].values);
	}
	*codes = c.list;
	*count = 0;
	if (c.count)
		qsort(c.list, (size_t)c.count, sizeof(*c.list), by_text);
	for (int i = 0; i < c.count; i++)
		if (!*count || strcmp(c.list[*count - 1], c.list[i]))
			c.list[(*count)++] = c.list[i];
	return 0;
}
