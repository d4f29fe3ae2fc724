/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What follows from a change, in its own transaction, whichever way the change was made: SQLite
 * tells each row of the watched table that a statement or a trigger touches. */
#include "config.h"

#include "base/memory.h"
#include "store/internal.h"

#include <string.h>

static void
note(void *context, int operation, const char *database, const char *table, sqlite3_int64 row)
{
	struct db *db = context;

	(void)operation;
	if (!db->writing || strcmp(database, "main") || strcmp(table, db->schema->watched))
		return;
	for (int i = 0; i < db->touched_count; i++)
		if (db->touched[i] == row)
			return;
	db->touched = memory_grow(db->touched, &db->touched_room, (size_t)db->touched_count + 1,
		sizeof(*db->touched));
	db->touched[db->touched_count++] = row;
}

void
watch_attach(struct db *db)
{
	if (db->schema->watched)
		sqlite3_update_hook(db->handle, note, db);
}

int
watch_settle(struct db *db, struct error *err)
{
	for (int i = 0; i < db->touched_count; i++)
		if (db->schema->settle(db, db->touched[i], err))
			return -1;
	return 0;
}
