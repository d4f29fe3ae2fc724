/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Indicators and results that go with a package. */
#include "config.h"

#include "model/packages/package.h"

#include "model/indicators/flag.h"
#include "model/results/published.h"
#include "model/queries.h"

#include <string.h>

int
package_card_of(struct db *db, const char *code, enum package_card *out, struct error *err)
{
	struct stmt *q = db_start(db, Q_PACKAGE_INDICATOR, err);

	*out = PACKAGE_CARD_FREE;
	db_bind_text(q, 1, code);
	if (db_next(q) && (!strcmp(db_text(q, 0), "derived") || !strcmp(db_text(q, 0), "own") ||
				  db_int(q, 2)))
		*out = PACKAGE_CARD_TAKEN;
	return db_end(q);
}

int
package_is_public(struct db *db, int64_t indicator, bool *public, struct error *err)
{
	struct stmt *q = db_start(db, Q_PACKAGE_FROM_ELSEWHERE, err);

	db_bind_int(q, 1, indicator);
	*public = !db_next(q);
	return db_end(q);
}

int
package_compared(struct db *db, int64_t group, struct arena *arena, int64_t **list, int *count,
	struct error *err)
{
	struct stmt *q = db_start(db, Q_PACKAGE_COMPARED, err);
	size_t room = 0;

	*list = NULL;
	*count = 0;
	db_bind_int(q, 1, group);
	while (db_next(q)) {
		*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof(**list));
		(*list)[(*count)++] = db_int(q, 0);
	}
	return db_end(q);
}

int
package_published(struct db *db, int64_t group, int slot, struct arena *arena,
	struct package_result **list, int *count, struct error *err)
{
	struct stmt *q = db_start(db, Q_PACKAGE_PUBLISHED, err);
	size_t room = 0;

	*list = NULL;
	*count = 0;
	db_bind_int(q, 1, group);
	db_bind_int(q, 2, slot);
	while (db_next(q)) {
		*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof(**list));
		(*list)[(*count)++] = (struct package_result){ .indicator = db_int(q, 0),
			.year = (int)db_int(q, 1),
			.flag = db_null(q, 2) ? published_flag(db_text(q, 3)) : FLAG_NONE,
			.value = db_double(q, 2) };
	}
	return db_end(q);
}

enum { NOT_SENT_NAMED = 8 };

int
package_not_sent(struct db *db, int64_t group, int slot, int twin, struct arena *arena,
	const char **codes, const char **service, struct error *err)
{
	struct stmt *q = db_start(db, Q_PACKAGE_NOT_SENT, err);
	int count = 0;

	*codes = *service = "";
	db_bind_int(q, 1, group);
	db_bind_int(q, 2, slot);
	db_bind_int(q, 3, twin);
	while (db_next(q)) {
		if (++count <= NOT_SENT_NAMED)
			*codes = arena_format(arena, "%s%s%s", *codes, count > 1 ? ", " : "",
				db_text(q, 0));
		*service = arena_string(arena, db_text(q, 1));
	}
	if (count > NOT_SENT_NAMED)
		*codes = arena_format(arena, "%s, …", *codes);
	return db_end(q);
}
