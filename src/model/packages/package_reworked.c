/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A member's sheet that is to be explained and that it is working on: only what was handed in
 * travels, so that it stays as a draft does until it is handed in again. */
#include "config.h"

#include "model/packages/package_parts.h"

#include "model/queries.h"

#include <string.h>

static void
drop(struct package_rows *rows, int noun, const char *uid)
{
	int kept = 0;

	for (int i = 0; i < rows->count; i++)
		if (rows->rows[i].noun != noun || strcmp(rows->rows[i].uid, uid))
			rows->rows[kept++] = rows->rows[i];
	rows->count = kept;
}

int
package_keep_reworked(struct db *db, int64_t group, struct arena *arena, struct package_rows *rows,
	struct error *err)
{
	const int noun = package_noun_find("sheet_return");
	struct package_staying *s = &rows->reworked;
	struct stmt *q = db_start(db, Q_SHEET_REWORKED, err);

	db_bind_int(q, 1, group);
	while (db_next(q)) {
		drop(rows, noun, db_text(q, 0));
		s->names = arena_format(arena, "%s%s%d", s->names ? s->names : "",
			s->count++ ? ", " : "", (int)db_int(q, 1));
	}
	return db_end(q);
}
