/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The store under faults: saving, deleting, making, migrating, copying, restoring. */
#include "config.h"

#include "../store/fixture.h"
#include "fault.h"
#include "store/backup.h"
#include "store/check.h"
#include "store/internal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { OLD_ITEMS = 6, PART_SIZE = 3000, SPILLING = 30 };

static const char *
database(void)
{
	return fixture_path("a.db");
}

static void
keep_fault(void *context, const char *sentence)
{
	error_set(context, ERROR_DATA, "%s", sentence);
}

/* Opens as the program would, and lets the check look; *items and *parts are counted. */
static int
sound(const char *path, int64_t *items, int64_t *parts, struct error *err)
{
	struct db *db;
	struct stmt *q;
	size_t size;
	int result;

	if (db_open(&db, path, DB_EXISTING, &fixture_v3, NULL, err))
		return -1;
	result = check_store(db, &fixture_v3, keep_fault, err, err);
	*items = fixture_count(db);
	*parts = 0;
	q = db_start(db, FQ_PARTS, err);
	while (db_next(q)) {
		db_blob(q, 0, &size);
		*parts += size == PART_SIZE;
	}
	if (db_end(q))
		result = -1;
	db_close(db);
	return result ? -1 : 0;
}

static int
wrong(int64_t found, int64_t was, int64_t becomes, const struct fault_outcome *outcome,
	struct error *err)
{
	if (found == becomes || (found == was && !outcome->acknowledged))
		return 0;
	return error_set(err, ERROR_DATA, "%lld instead of %lld or %lld%s", (long long)found,
		(long long)was, (long long)becomes,
		outcome->acknowledged ? ", and it was acknowledged" : "");
}

/* After a failure that the program could answer, nothing half-made lies about. */
static int
tidy(const struct fault_outcome *outcome, int files, struct error *err)
{
	int found = fixture_names(fixture_folder(), "") - 2; /* . and .. */

	if (outcome->killed || found <= files)
		return 0;
	return error_set(err, ERROR_DATA, "%d files instead of %d", found, files);
}

/* ---- saving and deleting ---- */

static int
change_rows(struct db *db, void *context, struct error *err)
{
	static const char part[PART_SIZE];
	const int *variant = context;

	for (int i = 0; i <= *variant; i++) {
		struct stmt *q = db_start(db, FQ_ADD, err);
		char name[32];

		snprintf(name, sizeof(name), "new %d", i);
		db_bind_text(q, 1, name);
		if (db_run(q, NULL))
			return -1;
		q = db_start(db, FQ_ADD_PART, err);
		db_bind_int(q, 1, db_last_id(db));
		db_bind_blob(q, 2, part, sizeof(part));
		if (db_run(q, NULL))
			return -1;
	}
	return 0;
}

static int
write_items(const char *path, int count, const struct db_schema *schema, struct error *err)
{
	struct db *db;
	int result = 0;
	char name[32];

	if (db_open(&db, path, DB_CREATE, schema, NULL, err))
		return -1;
	for (int i = 1; i <= count && !result; i++) {
		snprintf(name, sizeof(name), "item %d", i);
		result = fixture_add(db, name, err);
	}
	db_close(db);
	return result;
}

static int
prepare_items(int variant, struct error *err)
{
	(void)variant;
	return write_items(database(), OLD_ITEMS, &fixture_v3, err);
}

static int
write_once(int (*change)(struct db *, void *, struct error *), int variant, struct error *err)
{
	const struct db_act act = { .action = "item.change", .entity = "item" };
	struct db *db;
	int result;

	if (db_open(&db, database(), DB_EXISTING, &fixture_v3, NULL, err))
		return -1;
	result = db_write(db, &act, change, &variant, err);
	db_close(db);
	return result;
}

static int
save(int variant, struct error *err)
{
	return write_once(change_rows, variant, err);
}

/* More than the cache holds: pages go to the file long before COMMIT, as in an import. */
static int
save_spilling(int variant, struct error *err)
{
	const struct db_act act = { .action = "item.change", .entity = "item" };
	struct db *db;
	int result;

	if (db_open(&db, database(), DB_EXISTING, &fixture_v3, NULL, err))
		return -1;
	db->privileged = true;
	result = connection_run(db->handle, database(), "PRAGMA cache_size=10", err);
	db->privileged = false;
	variant += SPILLING;
	if (result == 0)
		result = db_write(db, &act, change_rows, &variant, err);
	db_close(db);
	return result;
}

static int
verify_saved(const struct fault_outcome *outcome, struct error *err)
{
	int64_t items, parts, added = outcome->variant + 1;

	if (sound(database(), &items, &parts, err) ||
		wrong(items, OLD_ITEMS, OLD_ITEMS + added, outcome, err))
		return -1;
	if (parts != items - OLD_ITEMS)
		return error_set(err, ERROR_DATA, "%lld items with %lld parts", (long long)items,
			(long long)parts);
	return tidy(outcome, 2, err);
}

static int
verify_spilt(const struct fault_outcome *outcome, struct error *err)
{
	struct fault_outcome larger = *outcome;

	larger.variant += SPILLING;
	return verify_saved(&larger, err);
}

static int
remove_rows(struct db *db, void *context, struct error *err)
{
	const int *variant = context;
	char name[32];

	for (int i = 0; i <= *variant % OLD_ITEMS; i++) {
		struct stmt *q = db_start(db, FQ_REMOVE, err);

		snprintf(name, sizeof(name), "item %d", i + 1);
		db_bind_text(q, 1, name);
		if (db_run(q, NULL))
			return -1;
	}
	return 0;
}

static int
removal(int variant, struct error *err)
{
	return write_once(remove_rows, variant, err);
}

static int
verify_removed(const struct fault_outcome *outcome, struct error *err)
{
	int64_t items, parts;

	if (sound(database(), &items, &parts, err))
		return -1;
	return wrong(items, OLD_ITEMS, OLD_ITEMS - 1 - outcome->variant % OLD_ITEMS, outcome,
		       err) || tidy(outcome, 2, err)
		       ? -1
		       : 0;
}

/* ---- making and migrating ---- */

static int
prepare_nothing(int variant, struct error *err)
{
	(void)variant;
	(void)err;
	return 0;
}

static int
make(int variant, struct error *err)
{
	(void)variant;
	return write_items(database(), 0, &fixture_v3, err);
}

static int
verify_made(const struct fault_outcome *outcome, struct error *err)
{
	int64_t items, parts;

	if (outcome->acknowledged && !fixture_exists(database()))
		return error_set(err, ERROR_DATA, "no file");
	if (write_items(database(), 0, &fixture_v3, err) || sound(database(), &items, &parts, err))
		return -1;
	return wrong(items, 0, 0, outcome, err) || tidy(outcome, 2, err) ? -1 : 0;
}

static int
prepare_old(int variant, struct error *err)
{
	return write_items(database(), OLD_ITEMS + 10 * variant, &fixture_v1, err);
}

static int
migrate(int variant, struct error *err)
{
	(void)variant;
	return write_items(database(), 0, &fixture_v3, err);
}

static int
verify_migrated(const struct fault_outcome *outcome, struct error *err)
{
	int64_t items, parts, count = OLD_ITEMS + 10 * outcome->variant;
	long version = fixture_raw_number(database(), "PRAGMA user_version");

	if (wrong(version, 1, 3, outcome, err) || tidy(outcome, 3, err))
		return -1;
	if (version == 3 &&
		fixture_raw_number(fixture_path("a.db.before-3"), "PRAGMA user_version") != 1)
		return error_set(err, ERROR_DATA, "no copy of the old version");
	if (version == 1 && fixture_raw_number(database(), "SELECT count(*) FROM item") != count)
		return error_set(err, ERROR_DATA, "the old version has lost items");
	if (sound(database(), &items, &parts, err) || wrong(items, count, count, outcome, err))
		return -1;
	if (fixture_raw_number(
		    database(), "SELECT count(*) FROM item WHERE note = 'from ' || name") != count)
		return error_set(err, ERROR_DATA, "the second step was not done for every row");
	return 0;
}

/* ---- copying and restoring ---- */

static int
copy(int variant, struct error *err)
{
	struct db *db;
	int result;

	(void)variant;
	if (db_open(&db, database(), DB_EXISTING, &fixture_v3, NULL, err))
		return -1;
	result = backup_write(db, fixture_path("copy.db"), true, NULL, err);
	db_close(db);
	return result;
}

static int
prepare_copied(int variant, struct error *err)
{
	return write_items(database(), 3, &fixture_v3, err) || copy(0, err) || unlink(database()) ||
			       write_items(database(), 4 + variant, &fixture_v3, err)
		       ? -1
		       : 0;
}

static int
verify_copied(const struct fault_outcome *outcome, struct error *err)
{
	int64_t items, parts;

	if (sound(database(), &items, &parts, err) ||
		wrong(items, 4 + outcome->variant, 4 + outcome->variant, outcome, err) ||
		tidy(outcome, 3, err))
		return -1;
	if (sound(fixture_path("copy.db"), &items, &parts, err))
		return -1;
	return wrong(items, 3, 4 + outcome->variant, outcome, err);
}

static int
restore(int variant, struct error *err)
{
	(void)variant;
	return backup_restore(database(), fixture_path("copy.db"), &fixture_v3, err);
}

static int
verify_restored(const struct fault_outcome *outcome, struct error *err)
{
	int64_t items, parts, kept;

	if (sound(database(), &items, &parts, err) ||
		wrong(items, 4 + outcome->variant, 3, outcome, err) || tidy(outcome, 5, err) ||
		sound(fixture_path("copy.db"), &kept, &parts, err))
		return -1;
	if (kept != 3)
		return error_set(err, ERROR_DATA, "the copy was changed");
	if (items != 3)
		return 0;
	if (sound(fixture_path("a.db.before-restore"), &kept, &parts, err))
		return -1;
	return kept == 4 + outcome->variant
		       ? 0
		       : error_set(err, ERROR_DATA, "what was replaced is not kept");
}

/* ---- the ledger: items with thirty parts each, killed at any write ---- */

enum { LEDGER_PARTS = 30 };

static struct db *ledger_db;

static int
ledger_prepare(struct error *err)
{
	return write_items(database(), 0, &fixture_v3, err);
}

static int
ledger_begin(struct error *err)
{
	return db_open(&ledger_db, database(), DB_EXISTING, &fixture_v3, NULL, err);
}

static int
ledger_change(struct db *db, void *context, struct error *err)
{
	static const char part[] = "an answer";
	const long *number = context;
	struct stmt *q = db_start(db, FQ_ADD, err);
	char name[32];
	int64_t id;

	snprintf(name, sizeof(name), "sheet %ld", *number);
	db_bind_text(q, 1, name);
	if (db_run(q, NULL))
		return -1;
	id = db_last_id(db);
	for (int i = 0; i < LEDGER_PARTS; i++) {
		q = db_start(db, FQ_ADD_PART, err);
		db_bind_int(q, 1, id);
		db_bind_blob(q, 2, part, sizeof(part));
		if (db_run(q, NULL))
			return -1;
	}
	return 0;
}

static int
ledger_step(long number, struct error *err)
{
	const struct db_act act = { .action = "sheet.add" };

	return db_write(ledger_db, &act, ledger_change, &number, err);
}

static int
ledger_count(long *number, struct error *err)
{
	int64_t parts = 0;
	struct stmt *q = db_start(ledger_db, FQ_PARTS, err);

	while (db_next(q))
		parts++;
	if (db_end(q))
		return -1;
	*number = (long)fixture_count(ledger_db);
	if (parts != *number * LEDGER_PARTS)
		return error_set(
			err, ERROR_DATA, "%ld sheets with %lld answers", *number, (long long)parts);
	/* The whole check grows with the file; once in a while is enough. */
	return *number % 5 || check_store(ledger_db, &fixture_v3, keep_fault, err, err) == 0 ? 0
											     : -1;
}

static void
ledger_end(void)
{
	db_close(ledger_db);
	ledger_db = NULL;
}

static const struct fault_scenario scenarios[] = {
	{ "a_save_is_whole_or_absent", prepare_items, save, verify_saved },
	{ "a_save_larger_than_the_cache_is_whole_or_absent", prepare_items, save_spilling,
		verify_spilt },
	{ "a_deletion_is_whole_or_absent", prepare_items, removal, verify_removed },
	{ "a_new_database_is_whole_or_can_be_made_again", prepare_nothing, make, verify_made },
	{ "a_migration_leaves_the_old_or_the_new_version", prepare_old, migrate, verify_migrated },
	{ "a_copy_is_whole_or_the_former_one", prepare_copied, copy, verify_copied },
	{ "a_restored_database_is_the_present_one_or_the_copy", prepare_copied, restore,
		verify_restored },
};

static const struct fault_ledger ledger = { "no_acknowledged_write_is_lost_by_kills",
	ledger_prepare, ledger_begin, ledger_step, ledger_count, ledger_end };

int
main(void)
{
	return fault_main("store", scenarios, sizeof(scenarios) / sizeof(scenarios[0]), &ledger);
}
