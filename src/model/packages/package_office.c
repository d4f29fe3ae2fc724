/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Offices whose packages came, or to which ours went. */
#include "config.h"

#include "model/packages/package.h"
#include "model/packages/package_office.h"

#include "base/text.h"
#include "model/queries.h"
#include "model/units/unit_city.h"

static struct partner_office
read_office(struct stmt *q, struct arena *arena)
{
	return (struct partner_office){ .uid = arena_string(arena, db_text(q, 0)),
		.name = arena_string(arena, db_text(q, 1)),
		.kind = arena_string(arena, db_text(q, 2)),
		.unit = arena_string(arena, db_text(q, 3)),
		.last_from = arena_string(arena, db_text(q, 4)),
		.last_to = arena_string(arena, db_text(q, 5)) };
}

int
partner_office_list(struct db *db, struct arena *arena, struct partner_office **list, int *count,
	struct error *err)
{
	struct stmt *q = db_start(db, Q_PACKAGE_PARTNERS, err);
	size_t room = 0;

	*list = NULL;
	*count = 0;
	while (db_next(q)) {
		*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof(**list));
		(*list)[(*count)++] = read_office(q, arena);
	}
	return db_end(q);
}

int
partner_office_load(struct db *db, const char *uid, struct arena *arena,
	struct partner_office *out, bool *known, struct error *err)
{
	struct stmt *q = db_start(db, Q_PACKAGE_PARTNER, err);

	db_bind_text(q, 1, uid);
	*known = db_next(q);
	if (*known)
		*out = read_office(q, arena);
	return db_end(q);
}

int
partner_office_of_unit(
	struct db *db, const char *unit, char dst[OWNER_SIZE], struct error *err)
{
	struct stmt *q = db_start(db, Q_PACKAGE_PARTNER_OF_UNIT, err);
	char twin[UNIT_CODE_SIZE];

	dst[0] = '\0';
	db_bind_text(q, 1, unit);
	db_bind_text(q, 2, unit_code_twin(unit, twin));
	if (db_next(q))
		text_copy(dst, OWNER_SIZE, db_text(q, 0));
	return db_end(q);
}

static void
bind_office(struct stmt *q, const struct package_office *office)
{
	db_bind_text(q, 1, office->uid);
	db_bind_text(q, 2, office->name);
	db_bind_text(q, 3, office->kind);
	db_bind_text(q, 4, office->unit);
}

int
partner_office_put(struct db *db, const struct package_office *office, const char *from,
	const char *to, struct error *err)
{
	struct stmt *q = db_start(db, Q_PACKAGE_PARTNER_PUT, err);

	bind_office(q, office);
	db_bind_text(q, 5, from);
	db_bind_text(q, 6, to);
	return db_run(q, NULL);
}

int
partner_office_name(struct db *db, const struct package_office *office, struct error *err)
{
	struct stmt *q = db_start(db, Q_PACKAGE_PARTNER_NAME, err);

	bind_office(q, office);
	return db_run(q, NULL);
}
