/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Own figures beside data sheets: what a member keyed on cards of a group that no sheet of it
 * holds. Here they stand in own_figure and at the others in member_figures, so that rows of them
 * are put together as they are sent. */
#include "config.h"

#include "model/packages/package_judging.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/random.h"
#include "base/sha256.h"
#include "base/text.h"
#include "model/office.h"
#include "model/queries.h"
#include "model/sheets/own_figure.h"
#include "model/units/unit_city.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { NAMED = 8, ROW_FIELDS = 2, LINE_FIELDS = 7 };

/* Columns of Q_PACKAGE_FIGURES_BESIDE. */
enum { COLUMN_CODE, COLUMN_YEAR, COLUMN_UNIT, COLUMN_VALUE, COLUMN_REMARK, COLUMN_SOURCE,
	COLUMN_MADE_UP, COLUMN_CHANGED_AT, COLUMN_DRAFT };

static struct stmt *
ask(struct db *db, int64_t group, struct error *err)
{
	struct stmt *q = db_start(db, Q_PACKAGE_FIGURES_BESIDE, err);
	char today[16];

	db_bind_int(q, 1, group);
	db_bind_text(q, 2, date_iso(today, sizeof(today), clock_today()));
	return q;
}

/* Drafts stay, as drafts of sheets do. */
static bool
goes(struct stmt *q, const struct office *office)
{
	return !db_int(q, COLUMN_DRAFT) && office->own_unit[0] &&
	       unit_code_same(db_text(q, COLUMN_UNIT), office->own_unit);
}

int
package_figures_staying(struct db *db, int64_t group, bool lead, struct arena *arena,
	const char **figures, struct error *err)
{
	struct office office;
	struct stmt *q;
	int count = 0;

	*figures = "";
	if (office_load(db, &office, err) < 0)
		return -1;
	q = ask(db, group, err);
	while (db_next(q)) {
		if (goes(q, &office) ||
			(!lead && !unit_code_same(db_text(q, COLUMN_UNIT), office.own_unit)))
			continue;
		if (++count <= NAMED)
			*figures = arena_format(arena, "%s%s%s %d", *figures,
				count > 1 ? ", " : "", db_text(q, COLUMN_CODE),
				(int)db_int(q, COLUMN_YEAR));
	}
	if (count > NAMED)
		*figures = arena_format(arena, "%s, …", *figures);
	return db_end(q);
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
add_line(struct package_row *row, struct stmt *q, struct arena *arena)
{
	static const int columns[LINE_FIELDS] = { COLUMN_CODE, COLUMN_YEAR, COLUMN_VALUE,
		COLUMN_REMARK, COLUMN_SOURCE, COLUMN_MADE_UP, COLUMN_CHANGED_AT };
	const char **values = arena_array(arena, LINE_FIELDS + 1, sizeof(*values));

	for (int i = 0; i < LINE_FIELDS; i++)
		values[i] = arena_string(arena, db_text(q, columns[i]));
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
	values[1] = arena_string(arena, unit);
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
package_own_figures(struct db *db, int64_t group, const char *our_uid, struct arena *arena,
	struct package_rows *rows, struct error *err)
{
	struct package_row *row = NULL;
	const char *group_uid = "";
	struct office office;
	struct stmt *q;

	if (office_load(db, &office, err) < 0)
		return -1;
	q = db_start(db, Q_PACKAGE_GROUP_UID, err);
	db_bind_int(q, 1, group);
	if (db_next(q))
		group_uid = arena_string(arena, db_text(q, 0));
	if (db_end(q) < 0)
		return -1;
	q = ask(db, group, err);
	while (db_next(q)) {
		if (!goes(q, &office))
			continue;
		if (!row || strcmp(row->values[1], db_text(q, COLUMN_UNIT)))
			row = add_row(rows, group_uid, db_text(q, COLUMN_UNIT), our_uid, arena);
		add_line(row, q, arena);
	}
	return db_end(q);
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
