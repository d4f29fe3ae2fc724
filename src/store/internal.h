/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of this folder and its tests share; nothing above store/ includes it. */
#ifndef STORE_INTERNAL_H
#define STORE_INTERNAL_H

#include "store/db.h"

#include <sqlite3.h>

enum own { /* the store's own statements */
	OWN_BEGIN_WRITE,
	OWN_BEGIN_READ,
	OWN_COMMIT,
	OWN_ROLLBACK,
	OWN_VERSION,
	OWN_JOURNAL,
	OWN_AUDIT_LAST,
	OWN_AUDIT_INSERT,
	OWN_AUDIT_ALL,
	OWN_AUDIT_NEWEST,
	OWN_AUDIT_OLDEST,
	OWN_AUDIT_BEFORE,
	OWN_AUDIT_PRUNED,
	OWN_AUDIT_GUARD,
	OWN_AUDIT_DELETE,
	OWN_COUNT
};

struct stmt {
	struct db *db;
	sqlite3_stmt *handle;
	struct error *err; /* of the one who started it; used until db_end */
	bool running, failed;
	bool ended; /* past its last row: one step more would run it anew */
};

struct db {
	sqlite3 *handle;
	char *path; /* resolved; ":memory:" */
	const struct db_schema *schema;
	struct db_wait wait;
	struct stmt *stmts; /* the store's own, then one per query of the schema */
	const char *journal; /* the only journal mode that writes */
	bool read_only;
	bool privileged; /* schema changes and settings are allowed: opening, migration, copies,
			  * pruning the audit log */
	bool writing;
	bool broken; /* a write met an I/O error: nothing more until it is opened again */
	bool io_failed; /* since it was last set to false */
	int reading; /* depth of db_read_begin */
	int busy_limit, busy_tell; /* milliseconds; shorter in tests */
	int64_t busy_since, busy_told; /* monotonic milliseconds */
	bool gave_up;
	const struct progress *progress;
	int64_t progress_at;
	int64_t person;
	char *login;
	int64_t act_entity;
	int64_t *touched; /* rows of the watched table, in this transaction */
	int touched_count;
	size_t touched_room;
	int64_t moment;        /* data_version when db_moved() was asked last; 0 = never */
	int64_t backup_moment; /* data_version when the copy before a migration began */
};

/* ---- connection.c ---- */
/* Opens with every limit and safety that needs no file; flags READONLY or READWRITE. */
int connection_open(sqlite3 **out, const char *path, int flags, struct error *err);
/* Busy handler, authorizer, progress, collation "polish", function fold(). */
int connection_attach(struct db *db, struct error *err);
/* ---- watch.c ---- */
void watch_attach(struct db *db);
int watch_settle(struct db *db, struct error *err); /* inside a write */

/* Sets the progress callback of normal work (again). */
void connection_progress(struct db *db);
/* The settings that touch the file. */
int connection_settings(struct db *db, struct error *err);
/* Shows each setting as it is and as it must be. */
typedef void connection_setting(void *context, const char *name, const char *found,
	const char *wanted);
void connection_show(struct db *db, connection_setting *show, void *context);
/* journal_mode=TRUNCATE, from WAL too; ERROR_BUSY when another program keeps it. */
int connection_truncate_mode(struct db *db, struct error *err);
int connection_run(sqlite3 *handle, const char *path, const char *sql, struct error *err);
/* The first column of the first row; 0 when there is none. */
int connection_number(sqlite3 *handle, const char *path, const char *sql, int64_t *out,
	struct error *err);
/* Records the sentence that belongs to a result code of SQLite; returns -1. */
int connection_error(sqlite3 *handle, const char *path, int code, struct error *err);
/* The same, knowing whether the person gave up waiting. */
int db_error(struct db *db, int code, struct error *err);

/* ---- file.c ---- */
/* What stat and statfs can say before SQLite opens the file: kind, links, rights, file system.
 * Makes the empty file for DB_CREATE. *resolved is freed by the caller. */
int file_prepare(const char *path, enum db_mode mode, char **resolved, bool *read_only,
	struct error *err);
bool file_is_network(long magic);
/* Whether both names lead to one file that is there. */
bool file_same(const char *a, const char *b);
/* Refuses where no file is but an unfinished journal for one. */
int file_lone_journal(const char *path, struct error *err);

/* ---- statement.c ---- */
struct stmt *own_start(struct db *db, enum own own, struct error *err);
int own_run(struct db *db, enum own own, struct error *err);
void statements_free(struct db *db);

/* ---- migrate.c ---- */
/* Makes the tables of an empty file, or leaves what another process made meanwhile. */
int migrate_create(struct db *db, struct error *err);
/* Takes an older file to the program's version after a verified backup. */
int migrate_upgrade(struct db *db, int64_t from, struct error *err);
/* Refuses in words; version of the file against the program's. */
int migrate_newer(const struct db *db, int64_t version, struct error *err);

/* ---- transaction.c ---- */
/* Once, when nothing expires statements any more: so that the way back never wants memory. */
int transaction_prepare(struct db *db, struct error *err);
/* Rolls back if a transaction is open. */
void transaction_undo(struct db *db);
/* False, with the error, when SQLite has rolled back the write that is going on: whatever
 * follows would be saved piece by piece. */
bool transaction_stands(struct db *db, struct error *err);

/* ---- backup.c ---- */
/* A verified copy whose user_version must be version (-1 = any that we know). */
int backup_copy(struct db *db, const char *path, bool replace, int64_t version,
	const struct progress *progress, struct error *err);
/* Ours, not newer, sound, references whole; *version is set. progress may be NULL. */
int backup_verify(sqlite3 *handle, const char *path, const struct db_schema *schema,
	const struct progress *progress, int64_t *version, struct error *err);

/* ---- audit.c ---- */
int audit_append(struct db *db, const struct db_act *act, struct error *err);

#endif
