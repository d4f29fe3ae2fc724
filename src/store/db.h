/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SQLite as gromada uses it: one file opened with every safety on, statements by number,
 * every write one audited transaction. The only folder that knows sqlite3.h. */
#ifndef STORE_DB_H
#define STORE_DB_H

#include "base/error.h"
#include "base/progress.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct db;
struct stmt;

struct db_query { /* generated from the .sql files */
	const char *name, *sql;
};

struct db_step { /* one migration step; user_version becomes version in the step's transaction */
	int version;
	const char *name, *sql;
	int (*convert)(struct db *db, struct error *err); /* after the SQL; NULL = none */
};

struct db_schema {
	int application_id;
	const struct db_step *steps; /* by version, 1, 2, … */
	int step_count;
	const struct db_query *queries;
	int query_count;
	/* Rows of this table that a change touches, also by triggers, are settled before its audit
	 * line and COMMIT; NULL = none. A failure undoes the change. */
	const char *watched;
	int (*settle)(struct db *db, int64_t row, struct error *err);
};

/* Asked while another process holds the database: waited_ms since the start; nonzero gives up.
 * NULL = wait ten seconds in silence. */
struct db_wait {
	int (*waiting)(void *context, int waited_ms);
	void *context;
};

enum db_mode {
	DB_EXISTING, /* refuses when there is no file */
	DB_CREATE    /* makes the file and all tables when there is none (mode 0660 less umask) */
};

/* Opens and, where the file is older than the program, migrates it after a verified backup
 * beside it (NAME.before-VERSION). Refuses in words: a file of another program, a newer one,
 * a damaged one, hard links, a network file system, a directory, no right. Converts a WAL file. */
int db_open(struct db **out, const char *path, enum db_mode mode, const struct db_schema *schema,
	const struct db_wait *wait, struct error *err);
int db_open_memory(struct db **out, const struct db_schema *schema, struct error *err);
void db_close(struct db *db); /* NULL is fine */
const char *db_path(const struct db *db);
/* Whether path leads to the database or its journal, over which nothing else may be written. */
bool db_is_file(const struct db *db, const char *path);
int64_t db_size(struct db *db);  /* bytes, from pages; the file itself is never opened */
bool db_read_only(const struct db *db);
/* Whether another process has changed the file since this was asked last; the first time false. */
bool db_moved(struct db *db);

/* ---- rows ----
 *	q = db_start(db, Q_X, err); db_bind_int(q, 1, n);
 *	while (db_next(q)) … db_text(q, 0) …;
 *	return db_end(q);
 * A failure is kept in the statement, so the end of rows is never mistaken for one. Columns
 * count from 0, parameters from 1. Texts and blobs live until the next db_next or db_end. */
struct stmt *db_start(struct db *db, int query, struct error *err);
void db_bind_int(struct stmt *q, int parameter, int64_t value);
void db_bind_double(struct stmt *q, int parameter, double value);
void db_bind_text(struct stmt *q, int parameter, const char *value); /* NULL binds NULL; copied */
/* Not copied: must outlive db_end. */
void db_bind_text_kept(struct stmt *q, int parameter, const char *value);
void db_bind_blob(struct stmt *q, int parameter, const void *bytes, size_t size);
void db_bind_null(struct stmt *q, int parameter);
/* What stands for nothing binds NULL: 0, NaN, "". */
void db_bind_int_or_null(struct stmt *q, int parameter, int64_t value);
void db_bind_double_or_null(struct stmt *q, int parameter, double value);
void db_bind_text_or_null(struct stmt *q, int parameter, const char *value);
bool db_next(struct stmt *q);
int64_t db_int(struct stmt *q, int column);
double db_double(struct stmt *q, int column);
double db_double_or_nan(struct stmt *q, int column); /* NAN of NULL */
const char *db_text(struct stmt *q, int column); /* "" for NULL */
const void *db_blob(struct stmt *q, int column, size_t *size);
bool db_null(struct stmt *q, int column);
/* Of the statement, before the first row too: how many columns, their names, how many parameters;
 * 0 and "" where it failed. */
int db_columns(struct stmt *q);
const char *db_column_name(struct stmt *q, int column);
int db_parameters(struct stmt *q);
int db_end(struct stmt *q);
/* db_end after running a statement that gives no rows; *changed rows if not NULL. */
int db_run(struct stmt *q, int64_t *changed);
/* One number from a query without parameters; fallback when there is no row. */
int db_number(struct db *db, int query, int64_t fallback, int64_t *out, struct error *err);
int64_t db_last_id(struct db *db);

/* ---- transactions ---- */
struct db_act { /* what the audit line says */
	const char *action; /* "import", "indicator.change" */
	const char *entity; /* table, or NULL */
	int64_t entity_id;  /* 0 = filled from db_act_entity() during the change */
	const char *summary; /* fields changed, file name; no personal data */
};

/* BEGIN IMMEDIATE, change(), the audit line, COMMIT; on any failure ROLLBACK and -1. Checks
 * first that user_version is still ours and the journal mode still truncate. Never inside
 * another db_write, a db_read_begin or between db_start and db_end (asserted). act NULL: no
 * audit line (drafts, preferences, single answers). After an I/O error the connection refuses
 * all further work: close it, open it again and look. */
int db_write(struct db *db, const struct db_act *act,
	int (*change)(struct db *db, void *context, struct error *err), void *context,
	struct error *err);
/* on: writes no longer wait for the disk, for filling a file that is thrown away when it fails. The
 * first write after switching it off brings all of them to disk. */
int db_hurry(struct db *db, bool on, struct error *err);
/* For what can be computed anew at any time: a write without an audit line that waits for nobody
 * and fails in silence. Nothing is done in a transaction, between db_start and db_end, or where the
 * person may only read. */
void db_write_if_free(struct db *db,
	int (*change)(struct db *db, void *context, struct error *err), void *context);
void db_act_entity(struct db *db, int64_t entity_id); /* from inside change() */
bool db_writing(const struct db *db);
bool db_broken(const struct db *db); /* refuses all further work */

/* One read transaction for all queries of a screen or command. */
int db_read_begin(struct db *db, struct error *err);
void db_read_end(struct db *db);

/* Who acts, for the audit: id of person, login. Set once after opening. */
void db_set_person(struct db *db, int64_t person, const char *login);
int64_t db_person(const struct db *db); /* 0 = nobody yet */

/* No statement is running and no transaction open; asserted before every wait for a key. */
bool db_idle(const struct db *db);

/* Stops a running statement from the progress callback (Esc), asked each 50 ms; done is -1
 * there: unknown, keep what is shown. NULL = none. The struct must outlive its use. */
void db_set_progress(struct db *db, const struct progress *progress);

#endif
