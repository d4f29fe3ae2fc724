/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A unit's rows of the register's states and of the lists of changes. */
#include "config.h"

#include "model/units/unit_history.h"

#include "base/date.h"
#include "model/queries.h"
#include "model/units/unit_name.h"

#include <string.h>

bool
unit_history_day_known(const char *after, const char *by)
{
	struct date first, last, none = { 0 };

	return date_parse(after, none, &first) || date_parse(by, none, &last) ||
	       date_to_days(last) - date_to_days(first) <= 1;
}

static int
load_versions(struct db *db, const struct unit *unit, struct arena *arena, struct unit_history *out,
	struct error *err)
{
	struct stmt *q = db_start(db, Q_UNIT_HISTORY_VERSIONS, err);
	size_t room = 0;

	db_bind_int(q, 1, unit->slot);
	while (db_next(q)) {
		struct unit then = *unit;
		struct unit_version version = { .from = arena_string(arena, db_text(q, 0)),
			.name = arena_string(arena, db_text(q, 1)) };
		const struct unit_version *last =
			out->version_count ? &out->versions[out->version_count - 1] : NULL;

		then.kind = db_text(q, 2)[0];
		then.city = unit_name_is_city(&then, db_text(q, 3));
		version.kind = unit_kind_label(&then);
		if (last && !strcmp(last->name, version.name) && !strcmp(last->kind, version.kind))
			continue;
		out->versions = arena_grow(arena, out->versions, (size_t)out->version_count, &room,
			sizeof *out->versions);
		out->versions[out->version_count++] = version;
	}
	return db_end(q);
}

static int
slot_of(const struct unit_table *units, const char *code)
{
	const struct unit *unit = code[0] ? unit_by_code(units, code) : NULL;

	return unit ? unit->slot : NO_SLOT;
}

static int
load_changes(struct db *db, const struct unit_table *units, const struct unit *unit,
	struct arena *arena, struct unit_history *out, struct error *err)
{
	struct stmt *q = db_start(db, Q_UNIT_HISTORY_CHANGES, err);
	size_t room = 0;

	db_bind_text(q, 1, unit->code);
	while (db_next(q)) {
		out->changes = arena_grow(arena, out->changes, (size_t)out->change_count, &room,
			sizeof *out->changes);
		out->changes[out->change_count++] =
			(struct unit_change){ .after = arena_string(arena, db_text(q, 0)),
				.by = arena_string(arena, db_text(q, 1)),
				.change = arena_string(arena, db_text(q, 2)),
				.predecessor = slot_of(units, db_text(q, 3)),
				.successor = slot_of(units, db_text(q, 4)),
				.predecessor_code = arena_string(arena, db_text(q, 3)),
				.successor_code = arena_string(arena, db_text(q, 4)),
				.was = arena_string(arena, db_text(q, 5)),
				.became = arena_string(arena, db_text(q, 6)) };
	}
	return db_end(q);
}

int
unit_history_load(struct db *db, const struct unit_table *units, const struct unit *unit,
	struct arena *arena, struct unit_history *out, struct error *err)
{
	*out = (struct unit_history){ 0 };
	return load_versions(db, unit, arena, out, err) ||
			       load_changes(db, units, unit, arena, out, err)
		       ? -1
		       : 0;
}
