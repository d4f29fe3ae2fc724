/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening the one database: whose it is, how old it is, and every safety on. */
#include "config.h"

#include "store/db.h"

#include "base/i18n.h"
#include "base/memory.h"
#include "base/random.h"
#include "base/testmode.h"
#include "store/internal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
	BUSY_LIMIT_MS = 10000,
	BUSY_TELL_MS = 1000 /* from then on the person is told that somebody is waited for */
};

struct identity {
	int64_t application, version, tables;
};

static struct db *
db_new(const struct db_schema *schema, const struct db_wait *wait)
{
	struct db *db = memory_new(sizeof(*db));

	db->schema = schema;
	db->stmts = memory_array((size_t)(OWN_COUNT + schema->query_count), sizeof(*db->stmts));
	db->busy_limit = BUSY_LIMIT_MS;
	db->busy_tell = BUSY_TELL_MS;
	db->journal = "truncate";
	db->privileged = true; /* until it is open */
	if (wait)
		db->wait = *wait;
	return db;
}

/* All three of one moment, because another process may be making the tables just now. */
static int
identify(struct db *db, struct identity *id, struct error *err)
{
	int code = sqlite3_exec(db->handle, "BEGIN", NULL, NULL, NULL), result = -1;

	if (code != SQLITE_OK)
		return db_error(db, code, err);
	if (!connection_number(
		    db->handle, db->path, "PRAGMA application_id", &id->application, err) &&
		!connection_number(
			db->handle, db->path, "PRAGMA user_version", &id->version, err) &&
		!connection_number(db->handle, db->path, "SELECT count(*) FROM sqlite_schema",
			&id->tables, err))
		result = 0;
	transaction_undo(db);
	return result;
}

static int
refuse_foreign(const struct db *db, const struct identity *id, struct error *err)
{
	if (id->application != db->schema->application_id)
		return error_set(err, ERROR_DATA,
			_("The file %s is a database of another program, not of gromada."),
			db->path);
	if (id->version > db->schema->step_count)
		return migrate_newer(db, id->version, err);
	if (id->version < 1)
		return error_set(err, ERROR_DATA,
			_("The database %s has lost its version number, so it is damaged. "
			  "Restore a backup."),
			db->path);
	return 0;
}

static int
settle_new(struct db *db, enum db_mode mode, struct error *err)
{
	if (mode != DB_CREATE)
		return error_set(err, ERROR_DATA,
			_("The file %s is empty, not a database of gromada."), db->path);
	if (db->read_only)
		return connection_error(db->handle, db->path, SQLITE_READONLY, err);
	return connection_settings(db, err) || migrate_create(db, err) ? -1 : 0;
}

static int
settle(struct db *db, enum db_mode mode, struct error *err)
{
	struct identity id;

	if (identify(db, &id, err))
		return -1;
	if (id.tables == 0 && id.version == 0 &&
		(id.application == 0 || id.application == db->schema->application_id))
		return settle_new(db, mode, err);
	if (refuse_foreign(db, &id, err) || connection_settings(db, err))
		return -1;
	if (id.version < db->schema->step_count)
		return migrate_upgrade(db, id.version, err);
	return 0;
}

static int
attach(struct db *db, const char *path, int flags, struct error *err)
{
	return connection_open(&db->handle, path, flags, err) || connection_attach(db, err) ? -1
											    : 0;
}

/* FNV-1a (Fowler, Noll, Vo 1991). */
static uint64_t
salt_of(const char *name)
{
	uint64_t salt = 0xcbf29ce484222325u;

	for (; *name; name++)
		salt = (salt ^ (unsigned char)*name) * 0x100000001b3u;
	return salt;
}

/* In test mode every run starts the same random sequence; two runs on one file shall not make
 * the same uid, nor two offices, whose files have different names, in whatever folder they lie. A
 * file without an audit table has no such worry. */
static void
stir_random(struct db *db)
{
	const char *name = strrchr(db->path, '/');
	int64_t lines = 0;

	if (testmode_on() && connection_number(db->handle, db->path,
		"SELECT coalesce(max(id), 0) FROM audit", &lines, NULL) == 0)
		random_stir(salt_of(name ? name + 1 : db->path) + (uint64_t)lines);
}

int
db_open(struct db **out, const char *path, enum db_mode mode, const struct db_schema *schema,
	const struct db_wait *wait, struct error *err)
{
	struct db *db = db_new(schema, wait);

	*out = NULL;
	if (file_prepare(path, mode, &db->path, &db->read_only, err) ||
		attach(db, db->path, db->read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE,
			err) ||
		settle(db, mode, err) || transaction_prepare(db, err)) {
		db_close(db);
		return -1;
	}
	stir_random(db);
	db->privileged = false;
	*out = db;
	return 0;
}

int
db_open_memory(struct db **out, const struct db_schema *schema, struct error *err)
{
	struct db *db = db_new(schema, NULL);

	*out = NULL;
	db->path = memory_string(":memory:");
	db->journal = "memory";
	if (attach(db, db->path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY, err) ||
		settle(db, DB_CREATE, err) || transaction_prepare(db, err)) {
		db_close(db);
		return -1;
	}
	db->privileged = false;
	*out = db;
	return 0;
}

void
db_close(struct db *db)
{
	if (!db)
		return;
	statements_free(db);
	sqlite3_close(db->handle);
	free(db->path);
	free(db->login);
	free(db->touched);
	free(db->stmts);
	free(db);
}

const char *
db_path(const struct db *db)
{
	return db->path;
}

bool
db_is_file(const struct db *db, const char *path)
{
	char journal[4200];

	snprintf(journal, sizeof(journal), "%s-journal", db->path);
	return file_same(path, db->path) || file_same(path, journal);
}

int64_t
db_size(struct db *db)
{
	int64_t pages = 0, size = 0;

	if (connection_number(db->handle, db->path, "PRAGMA page_count", &pages, NULL) ||
		connection_number(db->handle, db->path, "PRAGMA page_size", &size, NULL))
		return 0;
	return pages * size;
}

bool
db_read_only(const struct db *db)
{
	return db->read_only;
}

bool
db_moved(struct db *db)
{
	int64_t before = db->moment, now = 0;

	if (connection_number(db->handle, db->path, "PRAGMA data_version", &now, NULL))
		return false;
	db->moment = now;
	return before && before != now;
}

void
db_set_person(struct db *db, int64_t person, const char *login)
{
	db->person = person;
	free(db->login);
	db->login = login ? memory_string(login) : NULL;
}

int64_t
db_person(const struct db *db)
{
	return db->person;
}

void
db_set_progress(struct db *db, const struct progress *progress)
{
	db->progress = progress;
	db->progress_at = 0;
}
