/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copies of the whole database, verified before they get their name. */
#include "config.h"

#include "store/backup.h"

#include "base/i18n.h"
#include "base/output.h"
#include "store/internal.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define MODE_PRIVATE 0600 /* a copy holds all that the database holds, and personal data too */

/* ---- progress of a copy: the size it has reached ---- */

struct copying {
	const struct progress *progress;
	const char *path;
	int64_t size; /* of the database */
};

static int
on_copying(void *context)
{
	const struct copying *copying = context;
	double done = 0;
	struct stat st;

	if (!stat(copying->path, &st) && copying->size > 0)
		done = 0.7 * (double)st.st_size / (double)copying->size;
	return progress_step(copying->progress, done > 0.7 ? 0.7 : done, _("Copying the database"));
}

static int
on_checking(void *context)
{
	return progress_step(context, 0.8, _("Checking the copy"));
}

/* ---- verification ---- */

static int
first_fault(sqlite3 *handle, const char *path, struct error *err)
{
	sqlite3_stmt *q = NULL;
	int result = -1, code = sqlite3_prepare_v2(handle, "PRAGMA quick_check(1)", -1, &q, NULL);

	if (code == SQLITE_OK)
		code = sqlite3_step(q);
	if (code != SQLITE_ROW)
		connection_error(handle, path, code, err);
	else if (strcmp((const char *)sqlite3_column_text(q, 0), "ok"))
		error_set(err, ERROR_DATA, _("The database %s is damaged (%s). Restore a backup."),
			path, (const char *)sqlite3_column_text(q, 0));
	else
		result = 0;
	sqlite3_finalize(q);
	return result;
}

static int
verify(sqlite3 *handle, const char *path, const struct db_schema *schema, int64_t *version,
	struct error *err)
{
	int64_t application, broken;

	if (connection_number(handle, path, "PRAGMA application_id", &application, err) ||
		connection_number(handle, path, "PRAGMA user_version", version, err))
		return -1;
	if (application != schema->application_id || *version < 1)
		return error_set(
			err, ERROR_DATA, _("The file %s is not a database of gromada."), path);
	if (*version > schema->step_count)
		return error_set(err, ERROR_NEWER,
			_("The file %s was made by a newer version of gromada. Install the newer "
			  "version."),
			path);
	if (first_fault(handle, path, err) ||
		connection_number(handle, path, "SELECT count(*) FROM pragma_foreign_key_check",
			&broken, err))
		return -1;
	if (broken)
		return error_set(err, ERROR_DATA,
			_("The file %s is damaged: rows refer to rows that are not there. "
			  "Take another backup."),
			path);
	return 0;
}

int
backup_verify(sqlite3 *handle, const char *path, const struct db_schema *schema,
	const struct progress *progress, int64_t *version, struct error *err)
{
	int result = connection_run(handle, path, "PRAGMA cell_size_check=ON", err);

	if (progress)
		sqlite3_progress_handler(handle, 100000, on_checking, (void *)progress);
	if (result == 0)
		result = verify(handle, path, schema, version, err);
	sqlite3_progress_handler(handle, 0, NULL, NULL);
	return result;
}

static int
verify_file(const char *path, const struct db_schema *schema, const struct progress *progress,
	int64_t *version, struct error *err)
{
	sqlite3 *handle;
	int result;

	if (connection_open(&handle, path, SQLITE_OPEN_READONLY, err))
		return -1;
	result = backup_verify(handle, path, schema, progress, version, err);
	sqlite3_close(handle);
	return result;
}

/* ---- copying ---- */

static int
vacuum_into(struct db *db, const char *path, struct error *err)
{
	sqlite3_stmt *q = NULL;
	int code = sqlite3_prepare_v2(db->handle, "VACUUM INTO ?1", -1, &q, NULL);

	if (code == SQLITE_OK)
		code = sqlite3_bind_text(q, 1, path, -1, SQLITE_STATIC);
	if (code == SQLITE_OK)
		code = sqlite3_step(q);
	if (code != SQLITE_DONE)
		db_error(db, code, err);
	sqlite3_finalize(q);
	return code == SQLITE_DONE ? 0 : -1;
}

/* A bare statement, not a transaction: VACUUM holds its own read lock. */
static int
copy_to(struct db *db, const char *path, const struct progress *progress, struct error *err)
{
	struct copying copying = { progress, path, db_size(db) };
	bool before = db->privileged;
	int result;

	db->privileged = true;
	sqlite3_progress_handler(db->handle, 20000, on_copying, &copying);
	result = vacuum_into(db, path, err);
	connection_progress(db);
	db->privileged = before;
	return result;
}

static int
check_version(int64_t found, int64_t wanted, const char *path, struct error *err)
{
	if (wanted >= 0 && found != wanted)
		return error_set(err, ERROR_BUSY,
			_("The database changed its version while %s was being copied. Try again."),
			path);
	return 0;
}

static void
remove_journal(const char *path)
{
	char journal[4200];

	snprintf(journal, sizeof(journal), "%s-journal", path);
	unlink(journal);
}

int
backup_copy(struct db *db, const char *path, bool replace, int64_t version,
	const struct progress *progress, struct error *err)
{
	struct output *o;
	const char *temporary;
	int64_t found;

	if (db_is_file(db, path))
		return error_set(err, ERROR_INPUT,
			_("%s is the database itself. Give the copy another name."), path);
	if (file_lone_journal(path, err) || output_open(&o, path, replace, err))
		return -1;
	temporary = output_temporary(o);
	if (chmod(temporary, MODE_PRIVATE) || copy_to(db, temporary, progress, err) ||
		verify_file(temporary, db->schema, progress, &found, err) ||
		check_version(found, version, path, err)) {
		error_set(
			err, ERROR_IO, _("The copy %s was not made (%s)."), path,
			error_reason(errno));
		remove_journal(temporary); /* a copy that failed half-way may leave it */
		output_abort(o);
		return -1;
	}
	if (replace)
		remove_journal(path); /* or the copy would take it for its own */
	return output_commit(o, err);
}

int
backup_write(struct db *db, const char *path, bool replace, const struct progress *progress,
	struct error *err)
{
	return backup_copy(db, path, replace, -1, progress, err);
}
