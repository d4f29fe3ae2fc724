/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drafts: written field by field as they are left, dropped when the noun is saved. */
#include "config.h"

#include "model/draft.h"

#include "base/clock.h"
#include "base/text.h"
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
		out->fields[out->count - 1].base_rev = out->base_rev;
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

/* ---- forms in several windows ---- */

static const char *
window_of(const char *field)
{
	const char *at = strchr(field, '@');

	return at ? at + 1 : "";
}

int
draft_keep(struct db *db, int64_t person, const char *screen, const char *uid, int64_t base_rev,
	const char *field, const char *text, struct error *err)
{
	char process[PROCESS_NAME_SIZE], named[PROCESS_NAME_SIZE + 80];

	snprintf(named, sizeof named, "%.79s@%s", field, process_name(process, sizeof process));
	return draft_save_field(db, person, screen, uid, base_rev, named, text, err);
}

int
draft_find_left(struct db *db, int64_t person, const char *screen, const char *uid,
	char window[PROCESS_NAME_SIZE], char saved_at[32], struct error *err)
{
	struct key key = { .person = person, .screen = screen, .uid = uid ? uid : "" };
	struct stmt *q = db_start(db, Q_DRAFT_LOAD, err);
	char mine[PROCESS_NAME_SIZE];

	process_name(mine, sizeof mine);
	saved_at[0] = '\0';
	bind_key(q, &key);
	while (db_next(q)) {
		const char *whose = window_of(db_text(q, 0));

		if (strcmp(db_text(q, 3), saved_at) <= 0 ||
			(process_lives(whose) && strcmp(whose, mine) != 0))
			continue;
		text_copy(window, PROCESS_NAME_SIZE, whose);
		text_copy(saved_at, 32, db_text(q, 3));
	}
	return db_end(q) < 0 ? -1 : saved_at[0] != '\0';
}

int
draft_load_own(struct db *db, int64_t person, const char *screen, const char *uid,
	struct arena *arena, struct draft *out, struct error *err)
{
	char mine[PROCESS_NAME_SIZE];
	struct draft all;

	if (draft_load(db, person, screen, uid, arena, &all, err) < 0)
		return -1;
	process_name(mine, sizeof mine);
	*out = (struct draft){ .saved_at = all.saved_at };
	out->fields = arena_array(arena, (size_t)all.count + 1, sizeof(*out->fields));
	for (int i = 0; i < all.count; i++) {
		const char *field = all.fields[i].field, *at = strchr(field, '@');

		if (!at || strcmp(at + 1, mine) != 0)
			continue;
		if (!out->count || all.fields[i].base_rev < out->base_rev)
			out->base_rev = all.fields[i].base_rev;
		out->fields[out->count] = all.fields[i];
		out->fields[out->count++].field =
			arena_format(arena, "%.*s", (int)(at - field), field);
	}
	return 0;
}

struct of_window {
	struct key key;
	const char *window, *as; /* as NULL: dropped */
};

static int
change_window(struct db *db, void *context, struct error *err)
{
	const struct of_window *w = context;
	struct stmt *q = db_start(db, w->as ? Q_DRAFT_ADOPT : Q_DRAFT_DROP_WINDOW, err);

	bind_key(q, &w->key);
	db_bind_text(q, 4, w->window);
	if (w->as)
		db_bind_text(q, 5, w->as);
	return db_run(q, NULL);
}

int
draft_adopt(struct db *db, int64_t person, const char *screen, const char *uid, const char *window,
	struct error *err)
{
	char mine[PROCESS_NAME_SIZE];
	struct of_window w = { { .person = person, .screen = screen, .uid = uid ? uid : "" },
		window, process_name(mine, sizeof mine) };

	return strcmp(window, mine) == 0 ? 0 : db_write(db, NULL, change_window, &w, err);
}

int
draft_take_left(struct db *db, int64_t person, const char *screen, const char *uid,
	struct arena *arena, struct draft *out, struct error *err)
{
	char window[PROCESS_NAME_SIZE], at[32];
	int found = draft_find_left(db, person, screen, uid, window, at, err);

	if (found < 0 || (found && draft_adopt(db, person, screen, uid, window, err)))
		return -1;
	return draft_load_own(db, person, screen, uid, arena, out, err);
}

int
draft_drop_window(struct db *db, int64_t person, const char *screen, const char *uid,
	const char *window, struct error *err)
{
	char mine[PROCESS_NAME_SIZE];
	struct of_window w = { { .person = person, .screen = screen, .uid = uid ? uid : "" },
		window ? window : process_name(mine, sizeof mine), NULL };

	return db_write(db, NULL, change_window, &w, err);
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
	const struct key key = { .person = person, .screen = screen, .uid = uid };
	struct stmt *q = db_start(db, Q_DRAFT_DROP, err);

	bind_key(q, &key);
	return db_run(q, NULL);
}
