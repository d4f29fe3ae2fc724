/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One connection of SQLite: its limits, its settings, what it may do, and what its
 * result codes mean to a person. */
#include "config.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/memory.h"
#include "base/text.h"
#include "store/internal.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* Kibibytes, negative as SQLite wants them. Measured: 2, 8 and 16 MB write and read slices
 * equally fast; 4 MB lets a small import reach COMMIT before it locks out the readers. */
#define CACHE_SIZE "-4000"

enum {
	BUSY_TELL_EACH_MS = 50,
	PROGRESS_STEPS = 20000, /* of the virtual machine; about a millisecond */
	PROGRESS_EACH_MS = 50
};

/* ---- result codes ---- */

static int
constraint_error(sqlite3 *handle, int code, struct error *err)
{
	const char *message = sqlite3_errmsg(handle);

	if (code == SQLITE_CONSTRAINT_UNIQUE || code == SQLITE_CONSTRAINT_PRIMARYKEY ||
		code == SQLITE_CONSTRAINT_ROWID)
		return error_set(err, ERROR_CONFLICT,
			_("There is already such an entry, so this one was not saved (%s)."),
			message);
	return error_set(err, ERROR_INPUT,
		_("A rule of the database forbids this change, so it was not saved (%s)."),
		message);
}

static int
cannot_open(const char *path, int code, struct error *err)
{
	if (code == SQLITE_READONLY_DBMOVED)
		return error_set(err, ERROR_IO,
			_("The database %s was moved or deleted while the program was running. "
			  "Put it back and start again."),
			path);
	if ((code & 0xff) == SQLITE_READONLY)
		return error_set(err, ERROR_DENIED,
			_("You may only read the database %s. Ask the administrator for the right "
			  "to write it and its folder."),
			path);
	return error_set(err, ERROR_DENIED,
		_("The database %s or the journal beside it cannot be opened. Ask the "
		  "administrator to check the rights to the folder."),
		path);
}

static int
io_error(sqlite3 *handle, const char *path, struct error *err)
{
	int number = sqlite3_system_errno(handle);

	if (number == EDQUOT || number == ENOSPC)
		return connection_error(handle, path, SQLITE_FULL, err);
	return error_set(err, ERROR_IO, _("Reading or writing the database %s failed (%s)."), path,
		number ? error_reason(number) : sqlite3_errmsg(handle));
}

int
connection_error(sqlite3 *handle, const char *path, int code, struct error *err)
{
	switch (code & 0xff) {
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
		return error_set(err, ERROR_BUSY,
			_("Somebody else is writing to the database %s. Try again in a moment."),
			path);
	case SQLITE_FULL:
		return error_set(err, ERROR_FULL,
			_("The disk is full, so nothing was saved. Make room and try again."));
	case SQLITE_NOMEM:
		return error_set(err, ERROR_FULL,
			_("There is not enough memory for this. Close other programs and try "
			  "again."));
	case SQLITE_IOERR:
		return io_error(handle, path, err);
	case SQLITE_CORRUPT:
		return error_set(err, ERROR_DATA,
			_("The database %s is damaged (%s). Restore a backup."), path,
			sqlite3_errmsg(handle));
	case SQLITE_NOTADB:
		return error_set(
			err, ERROR_DATA, _("The file %s is not a database of gromada."), path);
	case SQLITE_READONLY:
	case SQLITE_CANTOPEN:
	case SQLITE_PERM:
		return cannot_open(path, code, err);
	case SQLITE_CONSTRAINT:
		return constraint_error(handle, code, err);
	case SQLITE_INTERRUPT:
		return error_set(
			err, ERROR_CANCEL, _("Stopped at your wish; nothing was changed."));
	case SQLITE_TOOBIG:
		return error_set(
			err, ERROR_INPUT, _("A text or a file is too long for the database."));
	default:
		return error_set(err, ERROR_DATA, _("The database %s gave no answer (%s)."), path,
			sqlite3_errmsg(handle));
	}
}

int
db_error(struct db *db, int code, struct error *err)
{
	if ((code & 0xff) == SQLITE_IOERR)
		db->io_failed = true;
	if ((code & 0xff) == SQLITE_BUSY && db->gave_up)
		return error_set(err, ERROR_CANCEL,
			_("You stopped waiting for the database; nothing was changed."));
	return connection_error(db->handle, db->path, code, err);
}

/* ---- small questions ---- */

int
connection_run(sqlite3 *handle, const char *path, const char *sql, struct error *err)
{
	int code = sqlite3_exec(handle, sql, NULL, NULL, NULL);

	return code == SQLITE_OK ? 0 : connection_error(handle, path, code, err);
}

int
connection_number(
	sqlite3 *handle, const char *path, const char *sql, int64_t *out, struct error *err)
{
	sqlite3_stmt *q = NULL;
	int code = sqlite3_prepare_v2(handle, sql, -1, &q, NULL);

	*out = 0;
	if (code == SQLITE_OK)
		code = sqlite3_step(q);
	if (code == SQLITE_ROW) {
		*out = sqlite3_column_int64(q, 0);
		code = SQLITE_DONE;
	}
	if (code != SQLITE_DONE)
		connection_error(handle, path, code, err);
	sqlite3_finalize(q);
	return code == SQLITE_DONE ? 0 : -1;
}

/* ---- opening ---- */

static const struct {
	int what, value;
} switches[] = {
	{ SQLITE_DBCONFIG_DEFENSIVE, 1 },
	{ SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
	{ SQLITE_DBCONFIG_DQS_DML, 0 },
	{ SQLITE_DBCONFIG_DQS_DDL, 0 },
	{ SQLITE_DBCONFIG_ENABLE_FKEY, 1 },
	{ SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
}, limits[] = {
	{ SQLITE_LIMIT_LENGTH, 10 * 1000 * 1000 },
	{ SQLITE_LIMIT_SQL_LENGTH, 100 * 1000 },
	{ SQLITE_LIMIT_COLUMN, 200 },
	{ SQLITE_LIMIT_EXPR_DEPTH, 100 },
	{ SQLITE_LIMIT_ATTACHED, 1 }, /* VACUUM INTO needs one */
	{ SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 200 },
	{ SQLITE_LIMIT_TRIGGER_DEPTH, 10 },
};

int
connection_open(sqlite3 **out, const char *path, int flags, struct error *err)
{
	int code, answer;

	code = sqlite3_open_v2(path, out,
		flags | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_PRIVATECACHE | SQLITE_OPEN_NOMUTEX |
			SQLITE_OPEN_EXRESCODE,
		NULL);
	for (size_t i = 0; code == SQLITE_OK && i < sizeof(switches) / sizeof(switches[0]); i++)
		code = sqlite3_db_config(*out, switches[i].what, switches[i].value, &answer);
	if (code != SQLITE_OK) {
		connection_error(*out, path, code, err);
		sqlite3_close(*out);
		*out = NULL;
		return -1;
	}
	for (size_t i = 0; i < sizeof(limits) / sizeof(limits[0]); i++)
		sqlite3_limit(*out, limits[i].what, limits[i].value);
	return 0;
}

/* Another process holds the lock: a millisecond's sleep, and again. */
static int
on_busy(void *context, int calls)
{
	const struct timespec pause = { 0, 1000000 };
	struct db *db = context;
	int64_t now = clock_monotonic_ms();

	if (calls == 0) {
		db->busy_since = now;
		db->busy_told = now;
		db->gave_up = false;
	}
	if (now - db->busy_since >= db->busy_limit)
		return 0;
	if (db->wait.waiting && now - db->busy_since >= db->busy_tell &&
		now - db->busy_told >= BUSY_TELL_EACH_MS) {
		db->busy_told = now;
		if (db->wait.waiting(db->wait.context, (int)(now - db->busy_since))) {
			db->gave_up = true;
			return 0;
		}
	}
	nanosleep(&pause, NULL);
	return 1;
}

static int
on_progress(void *context)
{
	struct db *db = context;
	int64_t now;

	if (!db->progress)
		return 0;
	now = clock_monotonic_ms();
	if (now - db->progress_at < PROGRESS_EACH_MS)
		return 0;
	db->progress_at = now;
	return progress_step(db->progress, -1, "") != 0;
}

/* What normal work may prepare: rows in and out. Tables, settings and other files are for
 * opening, migrating and copying only. */
static int
on_prepare(void *context, int action, const char *first, const char *second, const char *base,
	const char *trigger)
{
	static const char *const readable[] = { "journal_mode", "user_version", "data_version",
		"page_count", "page_size", "freelist_count" };
	const struct db *db = context;

	(void)base;
	(void)trigger;
	if (db->privileged)
		return SQLITE_OK;
	switch (action) {
	case SQLITE_SELECT:
	case SQLITE_READ:
	case SQLITE_INSERT:
	case SQLITE_UPDATE:
	case SQLITE_DELETE:
	case SQLITE_TRANSACTION:
	case SQLITE_FUNCTION:
	case SQLITE_RECURSIVE:
		return SQLITE_OK;
	case SQLITE_PRAGMA:
		for (size_t i = 0; !second && i < sizeof(readable) / sizeof(readable[0]); i++)
			if (!strcmp(first, readable[i]))
				return SQLITE_OK;
		return SQLITE_DENY;
	default:
		return SQLITE_DENY;
	}
}

static int
compare_polish(void *context, int a_length, const void *a, int b_length, const void *b)
{
	(void)context;
	return text_compare_n(a, (size_t)a_length, b, (size_t)b_length);
}

static void
fold(sqlite3_context *context, int count, sqlite3_value **values)
{
	const char *text = (const char *)sqlite3_value_text(values[0]);
	size_t size = 2 * (size_t)sqlite3_value_bytes(values[0]) + 1;
	char *folded;

	(void)count;
	if (!text)
		return;
	folded = memory_new(size);
	text_fold(folded, size, text);
	sqlite3_result_text(context, folded, -1, free);
}

void
connection_progress(struct db *db)
{
	sqlite3_progress_handler(db->handle, PROGRESS_STEPS, on_progress, db);
}

int
connection_attach(struct db *db, struct error *err)
{
	int code;

	sqlite3_busy_handler(db->handle, on_busy, db);
	connection_progress(db);
	watch_attach(db);
	code = sqlite3_set_authorizer(db->handle, on_prepare, db);
	if (code == SQLITE_OK)
		code = sqlite3_create_collation_v2(
			db->handle, "polish", SQLITE_UTF8, NULL, compare_polish, NULL);
	if (code == SQLITE_OK)
		code = sqlite3_create_function_v2(db->handle, "fold", 1,
			SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, NULL, fold, NULL,
			NULL, NULL);
	return code == SQLITE_OK ? 0 : db_error(db, code, err);
}

/* ---- settings that touch the file ---- */

static bool
journal_is(struct db *db, const char *sql, const char *word, int *code)
{
	sqlite3_stmt *q = NULL;
	bool same = false;

	*code = sqlite3_prepare_v2(db->handle, sql, -1, &q, NULL);
	if (*code == SQLITE_OK)
		*code = sqlite3_step(q);
	if (*code == SQLITE_ROW) {
		const char *answer = (const char *)sqlite3_column_text(q, 0);

		same = answer && !strcmp(answer, word);
		*code = SQLITE_OK;
	}
	sqlite3_finalize(q);
	return same;
}

int
connection_truncate_mode(struct db *db, struct error *err)
{
	bool before = db->privileged, done;
	int code;

	db->privileged = true;
	done = journal_is(db, "PRAGMA journal_mode=TRUNCATE", db->journal, &code);
	db->privileged = before;
	if (done)
		return 0;
	if (code == SQLITE_OK || (code & 0xff) == SQLITE_BUSY)
		return error_set(err, ERROR_BUSY,
			_("Another program keeps the database %s open in a way that gromada does "
			  "not write (WAL). End that program and try again."),
			db->path);
	return db_error(db, code, err);
}

/* What is set at every open, and what the same question must answer afterwards. */
static const struct {
	const char *name, *value, *answer;
} settings[] = {
	{ "synchronous", "FULL", "2" },
	{ "foreign_keys", "ON", "1" },
	{ "recursive_triggers", "ON", "1" },
	{ "trusted_schema", "OFF", "0" },
	{ "cell_size_check", "ON", "1" },
	{ "mmap_size", "0", "0" },
	{ "secure_delete", "ON", "1" },
	{ "temp_store", "MEMORY", "2" },
	{ "cache_size", CACHE_SIZE, CACHE_SIZE },
};

int
connection_settings(struct db *db, struct error *err)
{
	char sql[1024];
	size_t used = 0;

	for (size_t i = 0; i < sizeof(settings) / sizeof(settings[0]); i++)
		used += (size_t)snprintf(sql + used, sizeof(sql) - used, "PRAGMA %s=%s;",
			settings[i].name, settings[i].value);
	if (connection_run(db->handle, db->path, sql, err))
		return -1;
	return connection_truncate_mode(db, err);
}

int
db_hurry(struct db *db, bool on, struct error *err)
{
	bool before = db->privileged;
	int result;

	db->privileged = true;
	result = connection_run(db->handle, db->path,
		on ? "PRAGMA synchronous=OFF" : "PRAGMA synchronous=FULL", err);
	db->privileged = before;
	return result;
}

static void
ask(struct db *db, const char *name, char *answer, size_t size)
{
	char sql[64];
	sqlite3_stmt *q = NULL;

	snprintf(sql, sizeof(sql), "PRAGMA %s", name);
	answer[0] = '\0';
	if (sqlite3_prepare_v2(db->handle, sql, -1, &q, NULL) == SQLITE_OK &&
		sqlite3_step(q) == SQLITE_ROW)
		snprintf(answer, size, "%s", (const char *)sqlite3_column_text(q, 0));
	sqlite3_finalize(q);
}

void
connection_show(struct db *db, connection_setting *show, void *context)
{
	bool before = db->privileged;
	char answer[64];
	int value = 0;

	db->privileged = true;
	ask(db, "journal_mode", answer, sizeof(answer));
	show(context, "journal_mode", answer, db->journal);
	for (size_t i = 0; i < sizeof(settings) / sizeof(settings[0]); i++) {
		ask(db, settings[i].name, answer, sizeof(answer));
		/* A database in memory knows no mmap and answers nothing. */
		if (answer[0])
			show(context, settings[i].name, answer, settings[i].answer);
	}
	db->privileged = before;
	sqlite3_db_config(db->handle, SQLITE_DBCONFIG_DEFENSIVE, -1, &value);
	show(context, "defensive", value ? "1" : "0", "1");
}
