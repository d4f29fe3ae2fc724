/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every write is one transaction with its audit line; several questions see one state. */
#include "config.h"

#include "base/i18n.h"
#include "store/internal.h"

#include <assert.h>
#include <string.h>

void
transaction_undo(struct db *db)
{
	sqlite3_stmt *rollback = db->stmts[OWN_ROLLBACK].handle;

	/* SQLite itself has rolled back after some failures; after others it waits for us. */
	if (sqlite3_get_autocommit(db->handle))
		return;
	if (rollback) {
		sqlite3_step(rollback);
		sqlite3_reset(rollback);
	} else { /* still opening */
		sqlite3_exec(db->handle, "ROLLBACK", NULL, NULL, NULL);
	}
}

int
transaction_prepare(struct db *db, struct error *err)
{
	return db_end(own_start(db, OWN_ROLLBACK, err));
}

bool
transaction_stands(struct db *db, struct error *err)
{
	if (!db->writing || !sqlite3_get_autocommit(db->handle))
		return true;
	error_set(err, ERROR_IO,
		_("The database %s dropped the change before its end, so nothing was saved. "
		  "Try again."),
		db->path);
	return false;
}

static bool
statements_rest(const struct db *db)
{
	for (int i = 0; i < OWN_COUNT + db->schema->query_count; i++)
		if (db->stmts[i].running)
			return false;
	return true;
}

bool
db_idle(const struct db *db)
{
	return statements_rest(db) && sqlite3_get_autocommit(db->handle) != 0;
}

/* A colleague's newer program may have migrated the file while ours had it open. */
static int
check_version(struct db *db, struct error *err)
{
	int ours = db->schema->step_count;
	struct stmt *q = own_start(db, OWN_VERSION, err);
	int64_t version = db_next(q) ? db_int(q, 0) : 0;

	if (db_end(q))
		return -1;
	if (version < ours)
		return error_set(err, ERROR_BUSY,
			_("The database %s is being replaced by an older copy. Try again in a "
			  "moment."),
			db->path);
	if (version > ours)
		return error_set(err, ERROR_NEWER,
			_("A newer version of gromada is now in use on the database %s. End this "
			  "one and "
			  "start the newer one."),
			db->path);
	return 0;
}

static int
journal_same(struct db *db, bool *same, struct error *err)
{
	struct stmt *q = own_start(db, OWN_JOURNAL, err);

	*same = db_next(q) && !strcmp(db_text(q, 0), db->journal);
	return db_end(q);
}

/* Another program may have turned the idle file to WAL; our next transaction would follow it
 * without a word. */
static int
begin_write(struct db *db, struct error *err)
{
	for (int attempt = 0; attempt < 3; attempt++) {
		bool same;

		if (own_run(db, OWN_BEGIN_WRITE, err) || check_version(db, err) ||
			journal_same(db, &same, err))
			return -1;
		if (same)
			return 0;
		transaction_undo(db);
		if (connection_truncate_mode(db, err))
			return -1;
	}
	return error_set(err, ERROR_BUSY,
		_("Another program keeps changing how the database %s is written (WAL). "
		  "End that program and try again."),
		db->path);
}

/* Nothing may be concluded from an I/O error of COMMIT: the change may stand on the disk or
 * not, and repeating it could save it twice. */
static int
commit(struct db *db, struct error *err)
{
	struct error why = { .code = ERROR_NONE };

	db->io_failed = false;
	if (own_run(db, OWN_COMMIT, &why) == 0)
		return 0;
	if (db->io_failed)
		return error_set(err, ERROR_IO,
			_("The disk failed while %s was being saved: it is not certain whether the "
			  "change was kept. Start the program again and look."),
			db->path);
	return error_set(err, why.code, "%s", why.text);
}

static int
perform(struct db *db, const struct db_act *act,
	int (*change)(struct db *db, void *context, struct error *err), void *context,
	struct error *err)
{
	int result;

	if (begin_write(db, err))
		return -1;
	db->writing = true;
	db->act_entity = 0;
	db->touched_count = 0;
	result = change(db, context, err);
	if (result == 0)
		result = watch_settle(db, err);
	if (result == 0 && !transaction_stands(db, err))
		result = -1;
	if (result == 0 && act)
		result = audit_append(db, act, err);
	assert(statements_rest(db));
	if (result == 0)
		result = commit(db, err);
	db->writing = false;
	return result == 0 ? 0 : -1;
}

int
db_write(struct db *db, const struct db_act *act,
	int (*change)(struct db *db, void *context, struct error *err), void *context,
	struct error *err)
{
	assert(!db->writing && db->reading == 0 && db_idle(db));
	if (db->read_only)
		return error_set(err, ERROR_DENIED,
			_("You may only read the database %s. Ask the administrator for the right "
			  "to write it and its folder."),
			db->path);
	db->io_failed = false;
	if (perform(db, act, change, context, err) == 0)
		return 0;
	transaction_undo(db);
	if (db->io_failed)
		db->broken = true;
	return -1;
}

void
db_write_if_free(struct db *db,
	int (*change)(struct db *db, void *context, struct error *err), void *context)
{
	struct error unsaid = { .code = ERROR_NONE };
	int limit = db->busy_limit;

	if (db->read_only || db->broken || db->writing || db->reading > 0 || !db_idle(db))
		return;
	db->busy_limit = 0;
	db_write(db, NULL, change, context, &unsaid);
	db->busy_limit = limit;
}

void
db_act_entity(struct db *db, int64_t entity_id)
{
	db->act_entity = entity_id;
}

bool
db_writing(const struct db *db)
{
	return db->writing;
}

bool
db_broken(const struct db *db)
{
	return db->broken;
}

int
db_read_begin(struct db *db, struct error *err)
{
	if (db->writing || db->reading > 0) {
		db->reading += !db->writing;
		return 0;
	}
	if (own_run(db, OWN_BEGIN_READ, err))
		return -1;
	if (check_version(db, err)) {
		transaction_undo(db);
		return -1;
	}
	db->reading = 1;
	return 0;
}

/* Pages of large tables and packed values are read once; a small computer has better use for the
 * memory than SQLite, and the system keeps what will be asked for again. */
static void
forget_pages(struct db *db)
{
	enum { KEPT = 1 << 19 };
	int used = 0, most;

	sqlite3_db_status(db->handle, SQLITE_DBSTATUS_CACHE_USED, &used, &most, 0);
	if (used > KEPT)
		sqlite3_db_release_memory(db->handle);
}

void
db_read_end(struct db *db)
{
	if (db->writing || db->reading == 0)
		return;
	if (--db->reading > 0)
		return;
	transaction_undo(db);
	forget_pages(db);
}
