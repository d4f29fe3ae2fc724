/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The file's way to the program's version: all steps in one transaction, old or new. */
#include "config.h"

#include "base/i18n.h"
#include "store/internal.h"

#include <stdio.h>

/* Bytes of a page in a new file. Measured with 2,300 slices of 12 to 26 kB against 4096: a
 * quarter less time to write, a tenth less to read, 5 % more room; 32768 takes 44 % more. */
#define PAGE_SIZE "8192"

int
migrate_newer(const struct db *db, int64_t version, struct error *err)
{
	return error_set(err, ERROR_NEWER,
		_("The database %s belongs to a newer version of gromada (its tables are of "
		  "version %d, this program knows %d). Install the newer version."),
		db->path, (int)version, db->schema->step_count);
}

static int
set_number(struct db *db, const char *pragma, int number, struct error *err)
{
	char sql[64];

	snprintf(sql, sizeof(sql), "PRAGMA %s=%d", pragma, number);
	return connection_run(db->handle, db->path, sql, err);
}

static int
version_now(struct db *db, int64_t *version, struct error *err)
{
	return connection_number(db->handle, db->path, "PRAGMA user_version", version, err);
}

static int
run_steps(struct db *db, int64_t from, struct error *err)
{
	for (int i = 0; i < db->schema->step_count; i++) {
		const struct db_step *step = &db->schema->steps[i];

		if (step->version <= from)
			continue;
		if (connection_run(db->handle, db->path, step->sql, err) ||
			(step->convert && step->convert(db, err)) ||
			set_number(db, "user_version", step->version, err))
			return -1;
	}
	return 0;
}

/* ---- one transaction for all steps ---- */

static int
in_transaction(struct db *db, int64_t from, int (*work)(struct db *, int64_t, struct error *),
	struct error *err)
{
	int result;

	if (connection_run(db->handle, db->path, "BEGIN EXCLUSIVE", err))
		return -1;
	db->writing = true;
	result = work(db, from, err);
	if (result == 0)
		result = connection_run(db->handle, db->path, "COMMIT", err);
	db->writing = false;
	transaction_undo(db);
	return result;
}

static int
create(struct db *db, int64_t from, struct error *err)
{
	int64_t version;

	if (version_now(db, &version, err))
		return -1;
	if (version != from) /* another process was faster */
		return 0;
	if (set_number(db, "application_id", db->schema->application_id, err))
		return -1;
	return run_steps(db, from, err);
}

int
migrate_create(struct db *db, struct error *err)
{
	if (connection_run(db->handle, db->path, "PRAGMA page_size=" PAGE_SIZE, err))
		return -1;
	return in_transaction(db, 0, create, err);
}

/* ---- an older file ---- */

static int
check_references(struct db *db, struct error *err)
{
	int64_t broken;

	if (connection_number(db->handle, db->path, "SELECT count(*) FROM pragma_foreign_key_check",
		    &broken, err))
		return -1;
	if (broken)
		return error_set(err, ERROR_DATA,
			_("The database %s holds rows that refer to nothing, so it was not taken "
			  "to the "
			  "new version. Run the check with the old version."),
			db->path);
	return 0;
}

static int
upgrade(struct db *db, int64_t from, struct error *err)
{
	int64_t version;

	if (version_now(db, &version, err))
		return -1;
	if (version > db->schema->step_count)
		return migrate_newer(db, version, err);
	if (version != from) /* another process was faster */
		return 0;
	return run_steps(db, from, err) || check_references(db, err) ? -1 : 0;
}

/* The copy must hold all that the steps will see: nobody may have written in between. */
static int
upgrade_unmoved(struct db *db, int64_t from, struct error *err)
{
	static const char data_version[] = "PRAGMA data_version";
	int64_t now;

	if (connection_number(db->handle, db->path, data_version, &now, err))
		return -1;
	if (now != db->backup_moment)
		return 0; /* the caller sees the old version and begins again */
	return upgrade(db, from, err);
}

static int
copy_before(struct db *db, int64_t from, struct error *err)
{
	char path[4200];

	snprintf(path, sizeof(path), "%s.before-%d", db->path, db->schema->step_count);
	if (connection_number(db->handle, db->path, "PRAGMA data_version", &db->backup_moment, err))
		return -1;
	return backup_copy(db, path, true, from, NULL, err);
}

int
migrate_upgrade(struct db *db, int64_t from, struct error *err)
{
	int64_t version = from;
	int result = -1;

	if (db->read_only)
		return error_set(err, ERROR_DENIED,
			_("The database %s must be taken to the new version of gromada, and you "
			  "may only "
			  "read it. Ask a person who may write it to open it once."),
			db->path);
	/* A step may rebuild a table that others refer to; references are checked at its end. */
	if (connection_run(db->handle, db->path, "PRAGMA foreign_keys=OFF", err))
		return -1;
	for (int attempt = 0; attempt < 5 && version < db->schema->step_count; attempt++) {
		struct error why = { .code = ERROR_NONE };

		result = copy_before(db, version, &why);
		if (result == 0)
			result = in_transaction(db, version, upgrade_unmoved, &why);
		if (version_now(db, &version, err))
			return -1;
		/* A copy that came too late is no failure when a colleague has migrated. */
		if (result && version < db->schema->step_count)
			return error_set(err, why.code, "%s", why.text);
	}
	if (version < db->schema->step_count)
		return error_set(err, ERROR_BUSY,
			_("Somebody else is writing to the database %s. Try again in a moment."),
			db->path);
	return connection_run(db->handle, db->path, "PRAGMA foreign_keys=ON", err);
}
