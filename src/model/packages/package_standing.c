/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stays at home of the rows of a group: what a member wrote about other units, which the
 * keeper of the group would refuse, and what was deleted before anybody heard of it. */
#include "config.h"

#include "model/packages/package_parts.h"

#include "base/text.h"
#include "model/office.h"
#include "model/queries.h"
#include "model/units/unit_city.h"

#include <string.h>

struct standing {
	struct db *db;
	const struct package_shape *shape;
	struct office office;
	bool lead;
	char first[32];       /* when the first package was written, "" = long ago */
	bool sent;            /* any was */
	struct arena *arena;
	const char **left;    /* uids of what stays */
	int left_count;
	size_t left_room;
	struct error *err;
};

static const char *
field(const struct standing *s, const struct package_row *row, const char *name)
{
	int f = package_field_place(&s->shape->nouns[row->noun], name);

	return f >= 0 && row->values[f] ? row->values[f] : "";
}

static int
load_first(struct standing *s, int64_t group)
{
	struct stmt *q = db_start(s->db, Q_PACKAGE_FIRST_SENT, s->err);

	db_bind_int(q, 1, group);
	if (db_next(q)) {
		s->sent = !db_null(q, 0);
		text_copy(s->first, sizeof(s->first), db_text(q, 0));
	}
	return db_end(q);
}

static bool
of_other_unit(const struct standing *s, const struct package_row *row)
{
	const char *unit = field(s, row, "unit.code");

	return !s->lead && s->office.own_unit[0] && unit[0] &&
	       package_nouns[row->noun].whose != OF_ANYBODY &&
	       !unit_code_same(unit, s->office.own_unit);
}

/* Plans name deleted conclusions too, and everything the group. What came in a package is known to
 * others whatever was sent from here. */
static int
never_went(struct standing *s, const struct package_row *row, bool *never)
{
	const char *noun = package_nouns[row->noun].name, *at = field(s, row, "retired_at");
	bool untouched;
	int64_t brought;

	*never = false;
	if (!at[0] || row->owner[0] || !strcmp(noun, "conclusion") ||
		!strcmp(noun, "exchange_group") || (s->sent && strcmp(at, s->first) >= 0))
		return 0;
	if (package_untouched(s->db, row, s->arena, &untouched, &brought, s->err) < 0)
		return -1;
	*never = brought == 0;
	return 0;
}

static bool
hangs_on_left(const struct standing *s, const struct package_row *row)
{
	const struct package_fields *fields = &s->shape->nouns[row->noun];

	for (int f = 0; f < fields->count; f++)
		for (int i = 0; fields->list[f].kind == FIELD_ROW && fields->list[f].required &&
				row->values[f] && i < s->left_count;
			i++)
			if (!strcmp(s->left[i], row->values[f]))
				return true;
	return false;
}

int
package_keep_standing(struct db *db, const struct package_shape *shape, int64_t group, bool lead,
	struct arena *arena, struct package_rows *rows, struct error *err)
{
	struct standing s = {
		.db = db, .shape = shape, .lead = lead, .arena = arena, .err = err
	};
	int kept = 0;

	if (office_load(db, &s.office, err) < 0 || load_first(&s, group) < 0)
		return -1;
	for (int i = 0; i < rows->count; i++) {
		struct package_row *row = &rows->rows[i];
		bool other = of_other_unit(&s, row), never;

		if (never_went(&s, row, &never) < 0)
			return -1;
		row->deleted = field(&s, row, "retired_at")[0] != '\0';
		rows->others += other && !row->deleted;
		if (!other && !never && !hangs_on_left(&s, row)) {
			rows->rows[kept++] = *row;
			continue;
		}
		s.left = arena_grow(
			arena, s.left, (size_t)s.left_count, &s.left_room, sizeof(*s.left));
		s.left[s.left_count++] = row->uid;
	}
	rows->count = kept;
	return 0;
}
