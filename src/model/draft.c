/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drafts: written field by field as they are left, dropped when the noun is saved. */
#include "config.h"

#include "model/draft.h"

#include "base/clock.h"
#include "model/queries.h"

#include <stdio.h>
#include <string.h>

struct key {
	int64_t person;
	const char *screen, *uid;
	int64_t base_rev;
	const char *field, *text;
};

static void
bind_key(struct stmt *q, const struct key *key)
{
	db_bind_int(q, 1, key->person);
	db_bind_text(q, 2, key->screen);
	db_bind_text(q, 3, key->uid);
}

static int
save(struct db *db, void *context, struct error *err)
{
	const struct key *key = context;
	struct stmt *q = db_start(db, key->text ? Q_DRAFT_SAVE : Q_DRAFT_REMOVE, err);
	char now[32];

	bind_key(q, key);
	if (!key->text) {
		db_bind_text(q, 4, key->field);
		return db_run(q, NULL);
	}
	db_bind_int(q, 4, key->base_rev);
	db_bind_text(q, 5, key->field);
	db_bind_text(q, 6, key->text);
	db_bind_text(q, 7, clock_now_utc(now, sizeof(now)));
	return db_run(q, NULL);
}

int
draft_save_field(struct db *db, int64_t person, const char *screen, const char *uid,
	int64_t base_rev, const char *field, const char *text, struct error *err)
{
	struct key key = { person, screen, uid ? uid : "", base_rev, field, text };

	/* No audit line: nothing has been saved yet in the eyes of anybody. */
	return db_write(db, NULL, save, &key, err);
}

int
draft_load(struct db *db, int64_t person, const char *screen, const char *uid, struct arena *arena,
	struct draft *out, struct error *err)
{
	struct key key = { .person = person, .screen = screen, .uid = uid ? uid : "" };
	struct stmt *q = db_start(db, Q_DRAFT_LOAD, err);
	size_t room = 0;

	*out = (struct draft){ .saved_at = "" };
	bind_key(q, &key);
	while (db_next(q)) {
		out->fields = arena_grow(
			arena, out->fields, (size_t)out->count, &room, sizeof(*out->fields));
		out->fields[out->count].field = arena_string(arena, db_text(q, 0));
		out->fields[out->count++].text = arena_string(arena, db_text(q, 1));
		out->base_rev = db_int(q, 2);
		if (strcmp(db_text(q, 3), out->saved_at) > 0)
			out->saved_at = arena_string(arena, db_text(q, 3));
	}
	return db_end(q);
}

/* "text", and of whom. */
static const char own[] = "text ";

char *
draft_own_field(char dst[DRAFT_FIELD_SIZE])
{
	char process[PROCESS_NAME_SIZE];

	snprintf(dst, DRAFT_FIELD_SIZE, "%s%s", own, process_name(process, sizeof process));
	return dst;
}

/* An older program's has no name behind it: nobody is typing it. */
static bool
held(const char *field)
{
	return strncmp(field, own, sizeof own - 1) == 0 && process_lives(field + sizeof own - 1);
}

int
draft_left(struct db *db, int64_t person, const char *screen, const char *uid, struct arena *arena,
	struct draft_text *out, struct error *err)
{
	struct key key = { .person = person, .screen = screen, .uid = uid ? uid : "" };
	struct stmt *q = db_start(db, Q_DRAFT_LOAD, err);
	char mine[DRAFT_FIELD_SIZE];

	*out = (struct draft_text){ .text = "", .saved_at = "" };
	draft_own_field(mine);
	bind_key(q, &key);
	while (db_next(q)) {
		const char *field = db_text(q, 0);

		if (strcmp(field, mine) == 0)
			continue;
		if (held(field))
			out->open = true;
		else if (strcmp(db_text(q, 3), out->saved_at) > 0) {
			out->field = arena_string(arena, field);
			out->text = arena_string(arena, db_text(q, 1));
			out->base_rev = db_int(q, 2);
			out->saved_at = arena_string(arena, db_text(q, 3));
		}
	}
	return db_end(q);
}

static int
drop(struct db *db, void *context, struct error *err)
{
	struct stmt *q = db_start(db, Q_DRAFT_DROP, err);

	bind_key(q, context);
	return db_run(q, NULL);
}

int
draft_drop(struct db *db, int64_t person, const char *screen, const char *uid, struct error *err)
{
	struct key key = { .person = person, .screen = screen, .uid = uid ? uid : "" };

	return db_write(db, NULL, drop, &key, err);
}

int
draft_put(struct db *db, int64_t person, const char *screen, const char *uid, int64_t base_rev,
	const char *field, const char *text, struct error *err)
{
	struct key key = { person, screen, uid, base_rev, field, text };

	return save(db, &key, err);
}

int
draft_forget(struct db *db, int64_t person, const char *screen, const char *uid, struct error *err)
{
	struct key key = { .person = person, .screen = screen, .uid = uid };

	return drop(db, &key, err);
}
