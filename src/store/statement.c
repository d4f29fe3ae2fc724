/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Statements by number: prepared once, one use at a time, the first failure kept. */
#include "config.h"

#include "base/i18n.h"
#include "base/memory.h"
#include "store/internal.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

static const struct db_query own_queries[OWN_COUNT] = {
	[OWN_BEGIN_WRITE] = { "begin_write", "BEGIN IMMEDIATE" },
	[OWN_BEGIN_READ] = { "begin_read", "BEGIN" },
	[OWN_COMMIT] = { "commit", "COMMIT" },
	[OWN_ROLLBACK] = { "rollback", "ROLLBACK" },
	[OWN_VERSION] = { "version", "PRAGMA user_version" },
	[OWN_JOURNAL] = { "journal", "PRAGMA journal_mode" },
	[OWN_AUDIT_LAST] = { "audit_last", "SELECT id, hash FROM audit ORDER BY id DESC LIMIT 1" },
	[OWN_AUDIT_INSERT] = { "audit_insert",
		"INSERT INTO audit (id, at, person_id, login, action, entity, entity_id, summary, "
		"previous, hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)" },
	[OWN_AUDIT_ALL] = { "audit_all", "SELECT id, at, person_id, login, action, entity, "
					 "entity_id, summary, previous, hash "
					 "FROM audit ORDER BY id" },
	[OWN_AUDIT_NEWEST] = { "audit_newest", "SELECT id, at, login, action, entity, "
					       "coalesce(entity_id, 0), summary "
					       "FROM audit ORDER BY id DESC LIMIT ?1" },
	[OWN_AUDIT_OLDEST] = { "audit_oldest", "SELECT at FROM audit ORDER BY id LIMIT 1" },
	[OWN_AUDIT_BEFORE] = { "audit_before",
		"SELECT id, hash FROM audit WHERE id = (SELECT min(id) FROM audit WHERE at >= ?1) "
		"- 1" },
	[OWN_AUDIT_PRUNED] = { "audit_pruned",
		"SELECT entity_id, summary FROM audit WHERE action = 'audit.prune' "
		"ORDER BY id DESC LIMIT 1" },
	[OWN_AUDIT_GUARD] = { "audit_guard",
		"SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND name = 'audit_delete'" },
	[OWN_AUDIT_DELETE] = { "audit_delete", "DELETE FROM audit WHERE id <= ?1" },
};

static void
fail(struct stmt *q, int code)
{
	if (!q->failed)
		db_error(q->db, code, q->err);
	q->failed = true;
}

static void
prepare(struct stmt *q, const struct db_query *query)
{
	const char *rest = NULL;
	int code = sqlite3_prepare_v3(
		q->db->handle, query->sql, -1, SQLITE_PREPARE_PERSISTENT, &q->handle, &rest);

	if (code != SQLITE_OK) {
		fail(q, code);
		return;
	}
	rest += strspn(rest, " \t\r\n");
	if (!q->handle || (*rest && strcmp(rest, ";"))) {
		error_set(q->err, ERROR_DATA,
			_("The program's own question \"%s\" is not one statement."), query->name);
		q->failed = true;
		sqlite3_finalize(q->handle);
		q->handle = NULL;
	}
}

static struct stmt *
start(struct db *db, int slot, const struct db_query *query, struct error *err)
{
	struct stmt *q = &db->stmts[slot];

	assert(!q->running);
	q->db = db;
	q->err = err;
	q->running = true;
	q->failed = q->ended = false;
	db->gave_up = false;
	if (db->broken) {
		error_set(err, ERROR_IO,
			_("Writing to the database %s has failed before. Start the program again."),
			db->path);
		q->failed = true;
	} else if (!transaction_stands(db, err)) {
		q->failed = true;
	} else if (!q->handle) {
		prepare(q, query);
	}
	return q;
}

struct stmt *
db_start(struct db *db, int query, struct error *err)
{
	struct stmt *q;

	assert(query >= 0 && query < db->schema->query_count);
	q = start(db, OWN_COUNT + query, &db->schema->queries[query], err);
	/* Whatever writes goes through db_write, which also writes the audit line. */
	assert(q->failed || db->writing || sqlite3_stmt_readonly(q->handle));
	return q;
}

struct stmt *
own_start(struct db *db, enum own own, struct error *err)
{
	return start(db, (int)own, &own_queries[own], err);
}

int
own_run(struct db *db, enum own own, struct error *err)
{
	return db_run(own_start(db, own, err), NULL);
}

static void
bound(struct stmt *q, int code)
{
	if (code != SQLITE_OK)
		fail(q, code);
}

void
db_bind_int(struct stmt *q, int parameter, int64_t value)
{
	if (!q->failed)
		bound(q, sqlite3_bind_int64(q->handle, parameter, value));
}

void
db_bind_double(struct stmt *q, int parameter, double value)
{
	if (!q->failed)
		bound(q, sqlite3_bind_double(q->handle, parameter, value));
}

void
db_bind_text(struct stmt *q, int parameter, const char *value)
{
	if (!q->failed)
		bound(q, sqlite3_bind_text(q->handle, parameter, value, -1, SQLITE_TRANSIENT));
}

void
db_bind_text_kept(struct stmt *q, int parameter, const char *value)
{
	if (!q->failed)
		bound(q, sqlite3_bind_text(q->handle, parameter, value, -1, SQLITE_STATIC));
}

void
db_bind_blob(struct stmt *q, int parameter, const void *bytes, size_t size)
{
	/* A NULL pointer would bind NULL, and an empty blob is not the same as none. */
	if (!q->failed)
		bound(q, sqlite3_bind_blob64(
				 q->handle, parameter, bytes ? bytes : "", size, SQLITE_STATIC));
}

void
db_bind_null(struct stmt *q, int parameter)
{
	if (!q->failed)
		bound(q, sqlite3_bind_null(q->handle, parameter));
}

void
db_bind_int_or_null(struct stmt *q, int parameter, int64_t value)
{
	if (value)
		db_bind_int(q, parameter, value);
	else
		db_bind_null(q, parameter);
}

void
db_bind_double_or_null(struct stmt *q, int parameter, double value)
{
	if (isnan(value))
		db_bind_null(q, parameter);
	else
		db_bind_double(q, parameter, value);
}

void
db_bind_text_or_null(struct stmt *q, int parameter, const char *value)
{
	db_bind_text(q, parameter, value[0] ? value : NULL);
}

bool
db_next(struct stmt *q)
{
	int code;

	if (!q || q->failed || q->ended)
		return false;
	assert(q->running);
	code = sqlite3_step(q->handle);
	if (code != SQLITE_ROW && code != SQLITE_DONE)
		fail(q, code);
	q->ended = code != SQLITE_ROW;
	return !q->ended;
}

int64_t
db_int(struct stmt *q, int column)
{
	return sqlite3_column_int64(q->handle, column);
}

double
db_double(struct stmt *q, int column)
{
	return sqlite3_column_double(q->handle, column);
}

double
db_double_or_nan(struct stmt *q, int column)
{
	return db_null(q, column) ? NAN : db_double(q, column);
}

const char *
db_text(struct stmt *q, int column)
{
	const unsigned char *text = sqlite3_column_text(q->handle, column);

	return text ? (const char *)text : "";
}

const void *
db_blob(struct stmt *q, int column, size_t *size)
{
	const void *bytes = sqlite3_column_blob(q->handle, column);

	*size = (size_t)sqlite3_column_bytes(q->handle, column);
	return bytes;
}

bool
db_null(struct stmt *q, int column)
{
	return sqlite3_column_type(q->handle, column) == SQLITE_NULL;
}

int
db_columns(struct stmt *q)
{
	return q->handle ? sqlite3_column_count(q->handle) : 0;
}

const char *
db_column_name(struct stmt *q, int column)
{
	const char *name = q->handle ? sqlite3_column_name(q->handle, column) : NULL;

	return name ? name : "";
}

int
db_parameters(struct stmt *q)
{
	return q->handle ? sqlite3_bind_parameter_count(q->handle) : 0;
}

int
db_end(struct stmt *q)
{
	if (!q)
		return -1;
	assert(q->running);
	if (q->handle) {
		sqlite3_reset(q->handle);
		sqlite3_clear_bindings(q->handle);
	}
	q->running = false;
	q->err = NULL;
	return q->failed ? -1 : 0;
}

int
db_run(struct stmt *q, int64_t *changed)
{
	if (!q)
		return -1;
	while (db_next(q))
		;
	if (changed)
		*changed = q->failed ? 0 : sqlite3_changes64(q->db->handle);
	return db_end(q);
}

int
db_number(struct db *db, int query, int64_t fallback, int64_t *out, struct error *err)
{
	struct stmt *q = db_start(db, query, err);

	*out = fallback;
	if (db_next(q) && !db_null(q, 0))
		*out = db_int(q, 0);
	return db_end(q);
}

int64_t
db_last_id(struct db *db)
{
	return sqlite3_last_insert_rowid(db->handle);
}

void
statements_free(struct db *db)
{
	for (int i = 0; db->stmts && i < OWN_COUNT + db->schema->query_count; i++)
		sqlite3_finalize(db->stmts[i].handle);
	free(db->stmts);
	db->stmts = NULL;
}
