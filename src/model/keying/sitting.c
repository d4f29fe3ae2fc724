/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sittings: counts of one person's keying. */
#include "config.h"

#include "model/keying/sitting.h"

#include "model/surveys/form_parts.h"
#include "model/queries.h"

static int
start(struct db *db, void *context, struct error *err)
{
	struct sitting *s = context;
	struct stmt *row = db_start(db, Q_SITTING_INSERT, err);
	char now[24];

	db_bind_int(row, 1, s->keyer.id);
	db_bind_int(row, 2, s->keyer.declared);
	db_bind_int(row, 3, s->wave);
	if (s->batch)
		db_bind_int(row, 4, s->batch);
	db_bind_text(row, 5, reading_kind_name(s->mode));
	db_bind_text(row, 6, form_time(now, 0));
	return db_run(row, NULL);
}

int
sitting_start(struct db *db, struct sitting *s, struct error *err)
{
	if (db_write(db, NULL, start, s, err) < 0)
		return -1;
	s->id = db_last_id(db);
	return 0;
}

static int
save(struct db *db, void *context, struct error *err)
{
	const struct sitting *s = context;
	const int counts[] = { s->paused, s->forms, s->fields, s->keys, s->rejected,
		s->corrections };
	struct stmt *row = db_start(db, Q_SITTING_SAVE, err);
	char now[24];

	db_bind_int(row, 1, s->id);
	db_bind_text(row, 2, form_time(now, 0));
	for (int i = 0; i < 6; i++)
		db_bind_int(row, 3 + i, counts[i]);
	db_bind_int(row, 9, s->keyer.id);
	return db_run(row, NULL);
}

int
sitting_save(struct db *db, const struct sitting *s, struct error *err)
{
	struct sitting copy = *s;

	return db_writing(db) ? save(db, &copy, err) : db_write(db, NULL, save, &copy, err);
}
