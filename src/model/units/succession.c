/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dated table of recodings, splits and merges, and what follows from it for units. */
#include "config.h"

#include "model/units/register.h"

#include "base/text.h"
#include "model/queries.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

/* ---- taking over a list of changes ---- */

static const char *
predecessor(const struct register_change *c)
{
	return strcmp(c->change, "begun") == 0 ? "" : c->code.key;
}

static const char *
successor(const struct register_change *c)
{
	if (c->successor[0])
		return c->successor;
	return strcmp(c->change, "ended") == 0 ? "" : c->code.key;
}

static int
known(struct db *db, const struct register_change *c, bool *yes, struct error *err)
{
	struct stmt *q = db_start(db, Q_SUCCESSION_EXISTS, err);

	db_bind_text(q, 1, c->from);
	db_bind_text(q, 2, c->to);
	db_bind_text(q, 3, c->change);
	db_bind_text(q, 4, predecessor(c));
	db_bind_text(q, 5, successor(c));
	*yes = db_next(q);
	return db_end(q);
}

static int
insert(struct db *db, const struct register_change *c, int64_t import_id, struct error *err)
{
	struct stmt *q = db_start(db, Q_SUCCESSION_INSERT, err);

	db_bind_int(q, 1, import_id);
	db_bind_text(q, 2, c->from);
	db_bind_text(q, 3, c->to);
	db_bind_text(q, 4, c->change);
	db_bind_text(q, 5, predecessor(c));
	db_bind_text(q, 6, successor(c));
	db_bind_text(q, 7, c->was);
	db_bind_text(q, 8, c->became);
	return db_run(q, NULL);
}

static int
unit_known(struct db *db, const char *code, bool *yes, struct error *err)
{
	struct stmt *q = db_start(db, Q_UNIT_BY_CODE, err);

	db_bind_text(q, 1, code);
	*yes = db_next(q);
	return db_end(q);
}

/* Counts what is new; with an import it is written too. */
static int
walk(struct db *db, const struct register_changes *changes, int64_t import_id,
	struct import_counts *counts, struct error *err)
{
	*counts = (struct import_counts){ .rows = changes->count };
	for (int i = 0; i < changes->count; i++) {
		const struct register_change *c = &changes->rows[i];
		bool same, unit;

		if (known(db, c, &same, err) < 0 || unit_known(db, c->code.key, &unit, err) < 0)
			return -1;
		counts->units += unit;
		counts->same += same;
		counts->new_values += !same;
		if (!same && import_id && insert(db, c, import_id, err) < 0)
			return -1;
	}
	return 0;
}

int
register_changes_apply(struct db *db, const struct register_changes *changes,
	const struct import_file *file, struct import_counts *counts, bool write,
	int64_t *import_id, struct error *err)
{
	*import_id = 0;
	if (walk(db, changes, 0, counts, err) < 0)
		return -1;
	if (!write || counts->new_values == 0)
		return 0;
	*import_id = import_begin(db, file, err);
	if (*import_id < 0 || walk(db, changes, *import_id, counts, err) < 0 ||
	    succession_settle(db, err) < 0)
		return -1;
	return import_finish(db, *import_id, counts, err);
}

/* ---- what follows for units ---- */

struct name_change {
	int slot;
	char after[11], by[11];
	char was[256], became[256];
	char kind_was, kind_became; /* 0 = the change says nothing of kinds */
	int64_t import_id;
};

/* "Pieszyce (1)" in name and kind. */
static char
split_kind(char *text)
{
	size_t length = strlen(text);
	char kind;

	if (length < 5 || text[length - 1] != ')' || text[length - 3] != '(')
		return 0;
	kind = text[length - 2];
	text[length - 4] = '\0';
	return kind;
}

static int
load_name_changes(struct db *db, struct arena *arena, struct name_change **list, int *count,
	struct error *err)
{
	struct stmt *q = db_start(db, Q_SUCCESSION_NAMES, err);
	size_t room = 0;

	while (db_next(q)) {
		struct name_change *c;

		*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof(**list));
		c = &(*list)[(*count)++];
		*c = (struct name_change){ .slot = (int)db_int(q, 0), .import_id = db_int(q, 5) };
		text_copy(c->after, sizeof(c->after), db_text(q, 1));
		text_copy(c->by, sizeof(c->by), db_text(q, 2));
		text_copy(c->was, sizeof(c->was), db_text(q, 3));
		text_copy(c->became, sizeof(c->became), db_text(q, 4));
		if (db_int(q, 6)) {
			c->kind_was = split_kind(c->was);
			c->kind_became = split_kind(c->became);
		}
	}
	return db_end(q);
}

/* Name and kind on a day; name empty = none known yet. */
static int
name_at(struct db *db, int slot, const char *date, char *name, size_t size, char *kind,
	struct error *err)
{
	struct stmt *q = db_start(db, Q_SUCCESSION_NAME_AT, err);

	name[0] = *kind = '\0';
	db_bind_int(q, 1, slot);
	db_bind_text(q, 2, date);
	if (db_next(q)) {
		text_copy(name, size, db_text(q, 0));
		*kind = db_text(q, 1)[0];
	}
	return db_end(q);
}

static int
add_name(struct db *db, const struct name_change *c, const char *date, const char *name,
	char kind, struct error *err)
{
	char kind_text[2] = { kind, '\0' };
	struct stmt *q = db_start(db, Q_UNIT_VERSION_INSERT, err);

	db_bind_int(q, 1, c->slot);
	db_bind_text(q, 2, date);
	db_bind_text(q, 3, name);
	db_bind_text(q, 4, kind_text);
	db_bind_text(q, 5, "");
	db_bind_int(q, 6, c->import_id);
	return db_run(q, NULL);
}

static int
first_kind(struct db *db, int slot, char *kind, struct error *err)
{
	struct stmt *q = db_start(db, Q_SUCCESSION_FIRST_KIND, err);

	*kind = '\0';
	db_bind_int(q, 1, slot);
	if (db_next(q))
		*kind = db_text(q, 0)[0];
	return db_end(q);
}

static int
settle_name(struct db *db, const struct name_change *c, struct error *err)
{
	char name[256], kind, before;

	if (name_at(db, c->slot, c->after, name, sizeof(name), &kind, err) < 0 ||
	    first_kind(db, c->slot, &before, err) < 0)
		return -1;
	if (!name[0] && c->was[0] && add_name(db, c, c->after, c->was,
			c->kind_was ? c->kind_was : before, err) < 0)
		return -1;
	if (name_at(db, c->slot, c->by, name, sizeof(name), &kind, err) < 0)
		return -1;
	if (!c->became[0] || (strcmp(name, c->became) == 0 &&
			(!c->kind_became || c->kind_became == kind)))
		return 0;
	return add_name(db, c, c->by, c->became, c->kind_became ? c->kind_became : kind, err);
}

int
succession_settle(struct db *db, struct error *err)
{
	struct arena arena = { 0 };
	struct name_change *list = NULL;
	int count = 0, result;

	assert(db_writing(db));
	if (db_run(db_start(db, Q_SUCCESSION_ENDS, err), NULL) < 0 ||
	    db_run(db_start(db, Q_SUCCESSION_STARTS, err), NULL) < 0)
		return -1;
	result = load_name_changes(db, &arena, &list, &count, err);
	for (int i = 0; i < count && result == 0; i++)
		result = settle_name(db, &list[i], err);
	arena_release(&arena);
	return result < 0 ? -1 : unit_settle(db, err);
}

/* ---- reading series ---- */

static const char *
lasting_name(const char *change)
{
	static const char *const names[] = {
		"kind", "name", "recoded", "merged", "split", "begun", "ended"
	};

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (strcmp(change, names[i]) == 0)
			return names[i];
	return "";
}

static void
add_link(struct succession_link link, struct arena *arena, struct succession_link **links,
	int *count, size_t *room)
{
	if (link.slot == NO_SLOT)
		return;
	*links = arena_grow(arena, *links, (size_t)*count, room, sizeof(**links));
	(*links)[(*count)++] = link;
}

int
succession_load(struct db *db, const struct unit_table *units, struct arena *arena,
	struct succession_link **links, int *count, struct error *err)
{
	struct stmt *q = db_start(db, Q_SUCCESSION_LINKS, err);
	size_t room = 0;

	*links = NULL;
	*count = 0;
	while (db_next(q)) {
		const struct unit *before = unit_by_code(units, db_text(q, 3));
		const struct unit *after = unit_by_code(units, db_text(q, 4));
		struct succession_link link = { .year = atoi(db_text(q, 1)) };

		link.change = lasting_name(db_text(q, 2));
		link.follows = strcmp(link.change, "recoded") == 0;
		link.slot = after ? after->slot : before ? before->slot : NO_SLOT;
		link.other = after && before && after != before ? before->slot : NO_SLOT;
		add_link(link, arena, links, count, &room);
		/* A split or merge breaks the series of the unit before as well. */
		if (link.other != NO_SLOT && !link.follows) {
			link.slot = link.other;
			link.other = NO_SLOT;
			add_link(link, arena, links, count, &room);
		}
	}
	return db_end(q);
}
