/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small schema in three versions. */
#include "config.h"

#include "fixture.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>

static const struct db_query queries[FQ_COUNT_OF] = {
	[FQ_ADD] = { "add", "INSERT INTO item (name) VALUES (?1)" },
	[FQ_ADD_PART] = { "add_part", "INSERT INTO part (item_id, data) VALUES (?1, ?2)" },
	[FQ_NAMES] = { "names", "SELECT name FROM item ORDER BY name COLLATE polish" },
	[FQ_COUNT] = { "count", "SELECT count(*) FROM item" },
	[FQ_PARTS] = { "parts", "SELECT data FROM part ORDER BY id" },
	[FQ_NOTE] = { "note", "SELECT note FROM item WHERE name = ?1" },
	[FQ_NOTES] = { "notes", "UPDATE item SET note = 'from ' || name" },
	[FQ_MISSING_TABLE] = { "missing_table", "SELECT town FROM nowhere" },
	[FQ_TWO] = { "two", "SELECT 1; SELECT 2" },
	[FQ_DDL] = { "ddl", "CREATE TABLE mine (a)" },
	[FQ_ATTACH] = { "attach", "ATTACH 'other.db' AS other" },
	[FQ_PRAGMA] = { "pragma", "PRAGMA synchronous = OFF" },
	[FQ_PRAGMA_READ] = { "pragma_read", "PRAGMA user_version" },
	[FQ_FOLD] = { "fold", "SELECT fold(?1)" },
	[FQ_ENDLESS] = { "endless",
		"WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
		"SELECT count(*) FROM n" },
	[FQ_TYPES] = { "types", "SELECT ?1, ?2, ?3, ?4, ?5" },
	[FQ_AUDIT] = { "audit",
		"SELECT id, at, person_id, login, action, entity, entity_id, summary "
		"FROM audit ORDER BY id" },
	[FQ_AUDIT_CHANGE] = { "audit_change", "UPDATE audit SET login = 'x'" },
	[FQ_AUDIT_DELETE] = { "audit_delete", "DELETE FROM audit" },
	[FQ_AUDIT_REPLACE] = { "audit_replace",
		"INSERT OR REPLACE INTO audit (id, at, login, action, previous, hash) "
		"VALUES (1, '', '', '', '', '')" },
	[FQ_REMOVE] = { "remove", "DELETE FROM item WHERE name = ?1" },
	[FQ_REV] = { "rev", "UPDATE item SET rev = rev + 1 WHERE name = ?1" },
	[FQ_REVS] = { "revs", "SELECT sum(rev) FROM item" },
	[FQ_WORD] = { "word", "SELECT name FROM item WHERE id = ?1" },
	[FQ_NONE] = { "none", "SELECT id FROM item WHERE id < 0" },
};

static const char step_1[] =
	"CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE CHECK (name <> ''),"
	" rev INTEGER NOT NULL DEFAULT 1) STRICT;\n"
	"CREATE TABLE part (id INTEGER PRIMARY KEY, item_id INTEGER NOT NULL REFERENCES item (id),"
	" data BLOB NOT NULL) STRICT;\n"
	"CREATE TABLE audit (id INTEGER PRIMARY KEY, at TEXT NOT NULL, person_id INTEGER,"
	" login TEXT NOT NULL, action TEXT NOT NULL, entity TEXT NOT NULL DEFAULT '',"
	" entity_id INTEGER, summary TEXT NOT NULL DEFAULT '', previous TEXT NOT NULL,"
	" hash TEXT NOT NULL) STRICT;\n"
	"CREATE TRIGGER audit_insert BEFORE INSERT ON audit "
	"WHEN NEW.id IS NOT (SELECT coalesce(max(id), 0) + 1 FROM audit) "
	"BEGIN SELECT raise(ABORT, 'audit: wrong id'); END;\n"
	"CREATE TRIGGER audit_update BEFORE UPDATE ON audit "
	"BEGIN SELECT raise(ABORT, 'audit: read-only'); END;\n"
	"CREATE TRIGGER audit_delete BEFORE DELETE ON audit "
	"BEGIN SELECT raise(ABORT, 'audit: read-only'); END;\n";

static int
write_notes(struct db *db, struct error *err)
{
	return db_run(db_start(db, FQ_NOTES, err), NULL);
}

static const struct db_step steps[] = {
	{ 1, "first", step_1, NULL },
	{ 2, "notes", "ALTER TABLE item ADD COLUMN note TEXT NOT NULL DEFAULT '';", write_notes },
	/* Rebuilds a table that others refer to, as SQLite's manual describes it. */
	{ 3, "rebuild",
		"CREATE TABLE item_new (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE CHECK "
		"(name <> ''), rev INTEGER NOT NULL DEFAULT 1, note TEXT NOT NULL DEFAULT '',"
		" retired_at TEXT) STRICT;\n"
		"INSERT INTO item_new (id, name, rev, note) SELECT id, name, rev, note FROM item;\n"
		"DROP TABLE item;\nALTER TABLE item_new RENAME TO item;\n",
		NULL },
};

const struct db_schema fixture_v1 = { FIXTURE_APPLICATION, steps, 1, queries, FQ_COUNT_OF, NULL,
	NULL };
const struct db_schema fixture_v3 = { FIXTURE_APPLICATION, steps, 3, queries, FQ_COUNT_OF, NULL,
	NULL };

/* ---- a foreign connection ---- */

static void
must(sqlite3 *handle, int code, const char *sql)
{
	if (code == SQLITE_OK || code == SQLITE_DONE || code == SQLITE_ROW)
		return;
	fprintf(stderr, "%s: %s\n", sql, sqlite3_errmsg(handle));
	abort();
}

void
fixture_raw(const char *path, const char *sql)
{
	sqlite3 *handle;

	must(NULL, sqlite3_open(path, &handle), path);
	must(handle, sqlite3_exec(handle, sql, NULL, NULL, NULL), sql);
	sqlite3_close(handle);
}

void
fixture_raw_word(const char *path, const char *sql, char *word, size_t size)
{
	sqlite3 *handle;
	sqlite3_stmt *q;

	must(NULL, sqlite3_open(path, &handle), path);
	must(handle, sqlite3_prepare_v2(handle, sql, -1, &q, NULL), sql);
	must(handle, sqlite3_step(q), sql);
	snprintf(word, size, "%s", (const char *)sqlite3_column_text(q, 0));
	sqlite3_finalize(q);
	sqlite3_close(handle);
}

long
fixture_raw_number(const char *path, const char *sql)
{
	char word[64];

	fixture_raw_word(path, sql, word, sizeof(word));
	return strtol(word, NULL, 10);
}

/* ---- work ---- */

static int
add(struct db *db, void *context, struct error *err)
{
	struct stmt *q = db_start(db, FQ_ADD, err);

	db_bind_text(q, 1, context);
	if (db_run(q, NULL))
		return -1;
	db_act_entity(db, db_last_id(db));
	return 0;
}

int
fixture_add(struct db *db, const char *name, struct error *err)
{
	const struct db_act act = { .action = "item.add", .entity = "item", .summary = "name" };

	return db_write(db, &act, add, (void *)name, err);
}

int64_t
fixture_count(struct db *db)
{
	int64_t count;

	return db_number(db, FQ_COUNT, 0, &count, NULL) ? -1 : count;
}

void
fixture_make_old(const char *path, int items)
{
	struct error err = { .code = ERROR_NONE };
	char name[32];
	struct db *db;

	if (db_open(&db, path, DB_CREATE, &fixture_v1, NULL, &err))
		abort();
	for (int i = 1; i <= items; i++) {
		snprintf(name, sizeof(name), "item %d", i);
		if (fixture_add(db, name, &err))
			abort();
	}
	db_close(db);
}
