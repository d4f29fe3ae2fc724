/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of imports. */
#include "config.h"

#include "model/import.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/random.h"
#include "model/queries.h"
#include "model/units/register.h"

#include <assert.h>

int64_t
import_begin(struct db *db, const struct import_file *file, struct error *err)
{
	char uid[UID_SIZE], now[32];
	struct stmt *q;
	int64_t id;

	assert(db_writing(db));
	if (file->entry)
		return file->entry;
	q = db_start(db, Q_IMPORT_INSERT, err);
	db_bind_text(q, 1, random_uid(uid));
	db_bind_text(q, 2, file->kind);
	db_bind_text(q, 3, file->name);
	db_bind_text(q, 4, file->sha256);
	db_bind_int(q, 5, file->size);
	db_bind_text(q, 6, file->encoding ? file->encoding : "");
	db_bind_text(q, 7, file->source ? file->source : "");
	db_bind_int(q, 8, file->made_up);
	db_bind_text(q, 9, file->data_date ? file->data_date : "");
	db_bind_int(q, 10, db_person(db));
	db_bind_text(q, 11, clock_now_utc(now, sizeof(now)));
	db_bind_text(q, 12, file->inner_name ? file->inner_name : "");
	if (db_run(q, NULL) < 0)
		return -1;
	id = db_last_id(db);
	db_act_entity(db, id);
	return id;
}

int
import_finish(struct db *db, int64_t id, const struct import_counts *counts, struct error *err)
{
	struct stmt *q = db_start(db, Q_IMPORT_COUNTS, err);
	bool names_units;

	db_bind_int(q, 1, id);
	db_bind_int(q, 2, counts->rows);
	db_bind_int(q, 3, counts->units);
	db_bind_int(q, 4, counts->new_values);
	db_bind_int(q, 5, counts->changed);
	db_bind_int(q, 6, counts->same);
	db_bind_int(q, 7, counts->skipped);
	if (db_run(q, NULL) < 0)
		return -1;
	/* Units that a data file made known get their place and what the changes say of them. */
	q = db_start(db, Q_IMPORT_NAMES_UNITS, err);
	db_bind_int(q, 1, id);
	names_units = db_next(q) && db_int(q, 0) > 0;
	if (db_end(q) < 0)
		return -1;
	return names_units ? succession_settle(db, err) : 0;
}

static void
read_entry(struct stmt *q, struct arena *arena, struct import_entry *e)
{
	*e = (struct import_entry){
		.id = db_int(q, 0),
		.kind = arena_string(arena, db_text(q, 1)),
		.file_name = arena_string(arena, db_text(q, 2)),
		.sha256 = arena_string(arena, db_text(q, 3)),
		.encoding = arena_string(arena, db_text(q, 4)),
		.source = arena_string(arena, db_text(q, 5)),
		.data_date = arena_string(arena, db_text(q, 6)),
		.imported_at = arena_string(arena, db_text(q, 7)),
		.undone_at = arena_string(arena, db_text(q, 8)),
		.person = arena_string(arena, db_text(q, 9)),
		.inner_name = arena_string(arena, db_text(q, 18)),
		.made_up = db_int(q, 10) != 0,
		.size = db_int(q, 11),
		.counts = {
			.rows = (long)db_int(q, 12),
			.units = (long)db_int(q, 13),
			.new_values = (long)db_int(q, 14),
			.changed = (long)db_int(q, 15),
			.same = (long)db_int(q, 16),
			.skipped = (long)db_int(q, 17),
		},
	};
}

int
import_list(struct db *db, struct arena *arena, struct import_entry **entries, int *count,
	struct error *err)
{
	struct stmt *q = db_start(db, Q_IMPORT_LIST, err);
	size_t room = 0;

	*entries = NULL;
	*count = 0;
	while (db_next(q)) {
		*entries = arena_grow(arena, *entries, (size_t)*count, &room, sizeof(**entries));
		read_entry(q, arena, &(*entries)[(*count)++]);
	}
	return db_end(q);
}

int
import_by_checksum(struct db *db, const char *sha256, const char *kind, int64_t *id,
	struct error *err)
{
	struct stmt *q = db_start(db, Q_IMPORT_BY_CHECKSUM, err);

	*id = 0;
	db_bind_text(q, 1, sha256);
	db_bind_text(q, 2, kind);
	if (db_next(q))
		*id = db_int(q, 0);
	return db_end(q);
}

int
import_state(struct db *db, int64_t *state, struct error *err)
{
	return db_number(db, Q_IMPORT_STATE, 0, state, err);
}
