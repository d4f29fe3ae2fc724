/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A backup takes the place of the database, which is kept beside it. */
#include "config.h"

#include "store/backup.h"

#include "base/i18n.h"
#include "store/internal.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int
check_file(const char *database, const char *backup, struct error *err)
{
	struct stat copy;

	if (stat(backup, &copy))
		return error_set(err, errno == EACCES ? ERROR_DENIED : ERROR_MISSING,
			_("The backup %s cannot be read (%s)."), backup, error_reason(errno));
	if (!S_ISREG(copy.st_mode))
		return error_set(err, ERROR_INPUT, _("%s is not an ordinary file."), backup);
	if (file_same(database, backup))
		return error_set(err, ERROR_INPUT,
			_("%s is the database itself, not a backup of it."), backup);
	return 0;
}

/* Opens the backup and holds it unchanged until the handle is closed. */
static int
open_backup(sqlite3 **out, const char *backup, const struct db_schema *schema, struct error *err)
{
	char *real = realpath(backup, NULL);
	int64_t version;
	int result;

	*out = NULL;
	if (!real)
		return error_set(err, ERROR_MISSING, _("The backup %s cannot be read (%s)."),
			backup, error_reason(errno));
	result = connection_open(out, real, SQLITE_OPEN_READONLY, err);
	if (result == 0)
		result = connection_run(*out, backup, "BEGIN", err);
	if (result == 0)
		result = backup_verify(*out, backup, schema, NULL, &version, err);
	if (result) {
		sqlite3_close(*out);
		*out = NULL;
	}
	free(real);
	return result;
}

/* A file that answers with another program's number is nobody's damaged database of ours. */
static bool
of_another_program(const char *database, const struct db_schema *schema)
{
	char *real = realpath(database, NULL);
	int64_t application = 0;
	bool other = false;
	sqlite3 *handle;

	if (real && !connection_open(&handle, real, SQLITE_OPEN_READONLY, NULL)) {
		other = !connection_number(
				handle, real, "PRAGMA application_id", &application, NULL) &&
			application != schema->application_id;
		sqlite3_close(handle);
	}
	free(real);
	return other;
}

/* A damaged database is never written over: it goes aside with its journal, journal first,
 * so that no new file can meet it. */
static int
set_aside(const char *database, struct error *err)
{
	char from[4200], to[4200];
	char *real = realpath(database, NULL);

	if (!real)
		return error_set(err, ERROR_IO, _("The database %s cannot be reached: %s."),
			database, error_reason(errno));
	snprintf(from, sizeof(from), "%s-journal", real);
	snprintf(to, sizeof(to), "%s.before-restore-journal", real);
	if (rename(from, to) && (errno != ENOENT || (unlink(to) && errno != ENOENT)))
		goto failed; /* one from an earlier restoring would be taken for this one's */
	snprintf(to, sizeof(to), "%s.before-restore", real);
	if (rename(real, to))
		goto failed;
	free(real);
	return 0;
failed:
	error_set(err, ERROR_IO, _("The damaged database %s cannot be set aside (%s)."), database,
		error_reason(errno));
	free(real);
	return -1;
}

static int
keep_present(struct db *db, struct error *err)
{
	char path[4200];

	snprintf(path, sizeof(path), "%s.before-restore", db->path);
	return backup_copy(db, path, true, -1, NULL, err);
}

/* Opens the database that will be filled, its present content kept. */
static int
open_target(struct db **db, const char *database, const struct db_schema *schema, struct error *err)
{
	struct error why = { .code = ERROR_NONE };

	if (!db_open(db, database, DB_CREATE, schema, NULL, &why)) {
		if (!keep_present(*db, &why))
			return 0;
		db_close(*db);
		*db = NULL;
	}
	if (why.code != ERROR_DATA || of_another_program(database, schema))
		return error_set(err, why.code, "%s", why.text);
	if (set_aside(database, err))
		return -1;
	return db_open(db, database, DB_CREATE, schema, NULL, err);
}

static int
fill(struct db *db, sqlite3 *source, struct error *err)
{
	sqlite3_backup *copy = sqlite3_backup_init(db->handle, "main", source, "main");
	int code;

	if (!copy)
		return db_error(db, sqlite3_extended_errcode(db->handle), err);
	/* What finish answers is not promised to tell that the database was busy all the time. */
	code = sqlite3_backup_step(copy, -1);
	sqlite3_backup_finish(copy);
	return code == SQLITE_DONE ? 0 : db_error(db, code, err);
}

static int
nothing(struct db *db, void *context, struct error *err)
{
	(void)db;
	(void)context;
	(void)err;
	return 0;
}

/* The restored log ends with the line that says so. */
static int
log_restore(
	const char *database, const char *backup, const struct db_schema *schema, struct error *err)
{
	const char *slash = strrchr(backup, '/');
	const struct db_act act = { .action = "database.restore",
		.summary = slash ? slash + 1 : backup };
	struct db *db;
	int result;

	if (db_open(&db, database, DB_EXISTING, schema, NULL, err))
		return -1;
	result = db_write(db, &act, nothing, NULL, err);
	db_close(db);
	return result;
}

int
backup_restore(
	const char *database, const char *backup, const struct db_schema *schema, struct error *err)
{
	sqlite3 *source;
	struct db *db = NULL;
	int result;

	if (check_file(database, backup, err) || open_backup(&source, backup, schema, err))
		return -1;
	result = open_target(&db, database, schema, err);
	if (result == 0)
		result = fill(db, source, err);
	db_close(db);
	sqlite3_close(source);
	return result ? -1 : log_restore(database, backup, schema, err);
}
