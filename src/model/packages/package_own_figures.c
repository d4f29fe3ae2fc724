/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Own figures beside data sheets: what a member keyed on cards of a group that no sheet of it
 * holds. Here they stand in own_figure and at the others in member_figures, so that rows of them
 * are put together as they are sent. */
#include "config.h"

#include "model/packages/package_judging.h"

#include "base/i18n.h"
#include "base/random.h"
#include "base/sha256.h"
#include "base/text.h"
#include "model/indicators/flag.h"
#include "model/office.h"
#include "model/queries.h"
#include "model/sheets/own_figure.h"
#include "model/units/unit_city.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { NAMED = 8, ROW_FIELDS = 2, LINE_FIELDS = 7 };

struct beside { /* texts in the arena */
	int64_t indicator;
	int slot, year;
	const char *unit, **values; /* of a line of records.xml */
	bool draft;
};

/* Columns of Q_PACKAGE_FIGURES_BESIDE; fields of a line, the code and the year first. */
enum { COLUMN_INDICATOR, COLUMN_SLOT, COLUMN_YEAR, COLUMN_UNIT, COLUMN_CODE, COLUMN_VALUE,
	COLUMN_REMARK, COLUMN_SOURCE, COLUMN_MADE_UP, COLUMN_CHANGED_AT };
static const int line_columns[LINE_FIELDS] = { COLUMN_CODE, COLUMN_YEAR, COLUMN_VALUE,
	COLUMN_REMARK, COLUMN_SOURCE, COLUMN_MADE_UP, COLUMN_CHANGED_AT };

static struct beside
read_beside(struct stmt *q, struct arena *arena)
{
	struct beside b = { .indicator = db_int(q, COLUMN_INDICATOR),
		.slot = (int)db_int(q, COLUMN_SLOT),
		.year = (int)db_int(q, COLUMN_YEAR),
		.unit = arena_string(arena, db_text(q, COLUMN_UNIT)),
		.values = arena_array(arena, LINE_FIELDS + 1, sizeof(*b.values)) };

	for (int i = 0; i < LINE_FIELDS; i++)
		b.values[i] = arena_string(arena, db_text(q, line_columns[i]));
	return b;
}

/* Those of one card and unit, in order of years. */
static int
mark_drafts(struct db *db, struct beside *list, int count, struct arena *arena, struct error *err)
{
	const int first = list[0].year, last = list[count - 1].year;
	struct slice_point *points = arena_array(arena, (size_t)(last - first) + 1, sizeof *points);

	if (own_points(db, list[0].indicator, list[0].slot, first, last, points, err) < 0)
		return -1;
	for (int i = 0; i < count; i++)
		list[i].draft = points[list[i].year - first].flag == FLAG_DRAFT;
	return 0;
}

/* By unit, card, year. */
static int
load_beside(struct db *db, int64_t group, struct arena *arena, struct beside **out, int *count,
	struct error *err)
{
	struct stmt *q = db_start(db, Q_PACKAGE_FIGURES_BESIDE, err);
	struct beside *list = NULL;
	size_t room = 0;
	int n = 0;

	db_bind_int(q, 1, group);
	while (db_next(q)) {
		list = arena_grow(arena, list, (size_t)n, &room, sizeof *list);
		list[n++] = read_beside(q, arena);
	}
	if (db_end(q) < 0)
		return -1;
	for (int from = 0, to = 0; from < n; from = to) {
		while (to < n && list[to].indicator == list[from].indicator &&
			list[to].slot == list[from].slot)
			to++;
		if (mark_drafts(db, &list[from], to - from, arena, err) < 0)
			return -1;
	}
	*out = list;
	*count = n;
	return 0;
}

/* "KLASA 2024, KLASA 2023", at most eight. */
static void
name_staying(struct package_staying *s, const struct beside *b, struct arena *arena)
{
	if (s->count++ < NAMED)
		s->names = arena_format(arena, "%s%s%s %d", s->names ? s->names : "",
			s->names ? ", " : "", b->values[0], b->year);
	else if (s->count == NAMED + 1)
		s->names = arena_format(arena, "%s, …", s->names);
}

/* ---- making ---- */

/* The same each time, so that the others know the row again. */
static const char *
make_uid(const char *office, const char *group, const char *unit, struct arena *arena)
{
	const char *text = arena_format(arena, "%s %s %s", office, group, unit);
	struct sha256 *sum = sha256_new();
	char hex[SHA256_HEX];

	sha256_update(sum, text, strlen(text));
	sha256_finish(sum, hex);
	return arena_format(arena, "%.*s", UID_SIZE - 1, hex);
}

static void
add_line(struct package_row *row, const char **values, struct arena *arena)
{
	row->lines = arena_grow(
		arena, row->lines, (size_t)row->line_count, &row->line_room, sizeof(*row->lines));
	row->lines[row->line_count++] = (struct package_line){ 0, values };
}

static struct package_row *
add_row(struct package_rows *rows, const char *group, const char *unit, const char *our_uid,
	struct arena *arena)
{
	const char **values = arena_array(arena, ROW_FIELDS + 1, sizeof(*values));
	struct package_row *row;

	values[0] = group;
	values[1] = unit;
	rows->rows = arena_grow(
		arena, rows->rows, (size_t)rows->count, &rows->room, sizeof(*rows->rows));
	row = &rows->rows[rows->count++];
	*row = (struct package_row){ .noun = package_noun_find("member_figures"),
		.uid = make_uid(our_uid, group, unit, arena),
		.rev = 1,
		.owner = our_uid,
		.values = values };
	return row;
}

int
package_own_figures(struct db *db, int64_t group, bool lead, const char *our_uid,
	struct arena *arena, struct package_rows *rows, struct error *err)
{
	struct package_row *row = NULL;
	const char *group_uid = "";
	struct office office;
	struct beside *list;
	struct stmt *q;
	int count;

	if (office_load(db, &office, err) < 0)
		return -1;
	q = db_start(db, Q_PACKAGE_GROUP_UID, err);
	db_bind_int(q, 1, group);
	if (db_next(q))
		group_uid = arena_string(arena, db_text(q, 0));
	if (db_end(q) < 0 || load_beside(db, group, arena, &list, &count, err) < 0)
		return -1;
	for (int i = 0; i < count; i++) {
		const struct beside *b = &list[i];
		bool own = office.own_unit[0] && unit_code_same(b->unit, office.own_unit);

		if (own && !b->draft) {
			if (!row || strcmp(row->values[1], b->unit))
				row = add_row(rows, group_uid, b->unit, our_uid, arena);
			add_line(row, b->values, arena);
		} else if (own || lead)
			name_staying(own ? &rows->drafts : &rows->keyed, b, arena);
	}
	return 0;
}

/* ---- judging ---- */

static const char *
value_sent(const struct package_row *row, const char *code, const char *year)
{
	for (int i = 0; i < row->line_count; i++)
		if (row->lines[i].values[0] && row->lines[i].values[1] &&
			!strcmp(row->lines[i].values[0], code) &&
			!strcmp(row->lines[i].values[1], year))
			return row->lines[i].values[2];
	return NULL;
}

int
package_note_figures(struct judging *j, struct package_row *row)
{
	const char *list = "", *unit;
	int count = 0;
	struct stmt *q;

	if (strcmp(package_nouns[row->noun].name, "member_figures") || row->removed ||
		(row->fate != PACKAGE_NEW && row->fate != PACKAGE_CHANGED))
		return 0;
	q = db_start(j->db, Q_PACKAGE_FIGURES_UNDER, j->err);
	db_bind_text(q, 1, package_field_value(j, row, "unit.code"));
	while (db_next(q)) {
		const char *value = value_sent(row, db_text(q, 0), db_text(q, 1));
		char here[64], sent[64];

		if (!value)
			continue;
		own_figure_show(db_double_or_nan(q, 2), db_text(q, 3), here, sizeof(here));
		own_figure_show(strtod(value, NULL), "", sent, sizeof(sent));
		if (strcmp(here, sent) && ++count <= NAMED)
			list = arena_format(j->arena, "%s%s%s %s %s → %s", list,
				count > 1 ? "; " : "", db_text(q, 0), db_text(q, 1), here, sent);
	}
	if (db_end(q) < 0 || (count && package_name_unit(j, row, &unit) < 0))
		return -1;
	if (count)
		row->note = arena_format(j->arena,
			_("Own figures of %s that were keyed here otherwise (here → there): "
			  "%s%s. Those here count; delete them, and the member's do."),
			unit, list, count > NAMED ? "; …" : "");
	return 0;
}
