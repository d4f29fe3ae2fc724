/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copies, restoring them, the daily rotation, and the copy before a migration. */
#include "cmocka_store.h"

#include "base/clock.h"
#include "store/audit.h"
#include "store/backup.h"
#include "store/check.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static struct db *
opened(const char *path)
{
	struct error err = { .code = ERROR_NONE };
	struct db *db = NULL;

	assert_done(db_open(&db, path, DB_CREATE, &fixture_v3, NULL, &err), err);
	return db;
}

static void
add(struct db *db, const char *name)
{
	struct error err = { .code = ERROR_NONE };

	assert_done(fixture_add(db, name, &err), err);
}

/* ---- copies ---- */

static void
a_copy_holds_everything_and_is_private(void **state)
{
	const char *copy = fixture_path("copy.db");
	struct error err = { .code = ERROR_NONE };
	struct db *db = opened(fixture_path("a.db"));
	struct stat st;

	(void)state;
	add(db, "one");
	assert_done(backup_write(db, copy, false, NULL, &err), err);
	assert_int_equal(stat(copy, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	assert_int_equal(fixture_raw_number(copy, "SELECT count(*) FROM item"), 1);
	assert_int_equal(fixture_raw_number(copy, "PRAGMA application_id"), FIXTURE_APPLICATION);
	assert_true(db_idle(db));
	assert_int_equal(db_run(db_start(db, FQ_ATTACH, NULL), NULL), -1);
	db_close(db);
}

static void
a_copy_does_not_replace_a_file_unless_it_may(void **state)
{
	const char *copy = fixture_path("copy.db");
	struct error err = { .code = ERROR_NONE };
	struct db *db = opened(fixture_path("a.db"));

	(void)state;
	fixture_write_file(copy, "mine");
	assert_int_equal(backup_write(db, copy, false, NULL, &err), -1);
	assert_code(err, ERROR_CONFLICT);
	error_clear(&err);
	assert_done(backup_write(db, copy, true, NULL, &err), err);
	assert_int_equal(fixture_raw_number(copy, "PRAGMA user_version"), 3);
	db_close(db);
}

static int
stop_at_once(void *context, double done, const char *what)
{
	assert_true(done >= 0 && done <= 1);
	assert_true(what[0] != '\0');
	++*(int *)context;
	return 1;
}

static int
add_many(struct db *db, void *context, struct error *err)
{
	char name[32];

	(void)context;
	for (int i = 0; i < 30000; i++) {
		struct stmt *q = db_start(db, FQ_ADD, err);

		snprintf(name, sizeof(name), "many %d", i);
		db_bind_text(q, 1, name);
		if (db_run(q, NULL))
			return -1;
	}
	return 0;
}

static void
a_copy_never_takes_the_place_of_the_database_itself(void **state)
{
	const char *path = fixture_path("a.db"), *other = fixture_path("link.db");
	struct error err = { .code = ERROR_NONE };
	struct db *db = opened(path);
	struct stat before, after;

	(void)state;
	add(db, "one");
	assert_int_equal(stat(path, &before), 0);
	assert_int_equal(symlink(path, other), 0);
	assert_int_equal(backup_write(db, path, true, NULL, &err), -1);
	assert_code(err, ERROR_INPUT);
	assert_int_equal(backup_write(db, other, true, NULL, NULL), -1);
	assert_int_equal(stat(path, &after), 0);
	assert_int_equal(before.st_ino, after.st_ino);
	assert_true(fixture_exists(fixture_path("a.db-journal")));
	db_close(db);
}

static void
a_copy_that_is_stopped_leaves_no_file(void **state)
{
	struct error err = { .code = ERROR_NONE };
	struct db *db = opened(fixture_path("a.db"));
	int asked = 0;
	const struct progress progress = { stop_at_once, &asked };

	(void)state;
	assert_done(db_write(db, NULL, add_many, NULL, &err), err);
	assert_int_equal(backup_write(db, fixture_path("copy.db"), false, &progress, &err), -1);
	assert_code(err, ERROR_CANCEL);
	assert_int_equal(asked, 1);
	assert_int_equal(fixture_names(fixture_folder(), "copy"), 0);
	add(db, "after");
	db_close(db);
}

/* ---- restoring ---- */

static void
restoring_brings_the_copy_and_keeps_the_present_database(void **state)
{
	const char *path = fixture_path("a.db"), *copy = fixture_path("copy.db");
	struct error err = { .code = ERROR_NONE };
	struct db *db = opened(path), *colleague = opened(path);
	struct stmt *q;

	(void)state;
	add(db, "one");
	assert_done(backup_write(db, copy, false, NULL, &err), err);
	add(db, "two");
	db_close(db);
	assert_int_equal(fixture_count(colleague), 2);
	assert_done(backup_restore(path, copy, &fixture_v3, &err), err);
	assert_int_equal(fixture_count(colleague), 1);
	add(colleague, "three");
	assert_int_equal(audit_verify(colleague, NULL, NULL, &err), 0);
	q = db_start(colleague, FQ_AUDIT, &err);
	assert_true(db_next(q) && db_next(q));
	assert_string_equal(db_text(q, 4), "database.restore");
	assert_string_equal(db_text(q, 7), "copy.db");
	assert_int_equal(db_end(q), 0);
	db_close(colleague);
	assert_int_equal(fixture_raw_number(
				 fixture_path("a.db.before-restore"), "SELECT count(*) FROM item"),
		2);
}

static void
an_older_copy_is_migrated_when_restored(void **state)
{
	const char *path = fixture_path("a.db"), *old = fixture_path("old.db");
	struct error err = { .code = ERROR_NONE };
	struct db *db;

	(void)state;
	fixture_make_old(old, 4);
	db_close(opened(path));
	assert_done(backup_restore(path, old, &fixture_v3, &err), err);
	assert_int_equal(fixture_raw_number(old, "PRAGMA user_version"), 1);
	db = opened(path);
	assert_int_equal(fixture_count(db), 4);
	assert_int_equal(check_store(db, &fixture_v3, NULL, NULL, &err), 0);
	db_close(db);
}

static void
what_is_no_sound_copy_of_ours_is_not_restored(void **state)
{
	const char *path = fixture_path("a.db"), *copy = fixture_path("copy.db");
	struct error err = { .code = ERROR_NONE };
	struct db *db = opened(path);

	(void)state;
	add(db, "one");
	assert_done(backup_write(db, copy, false, NULL, &err), err);
	fixture_write_file(
		fixture_path("text"), "no database at all, only text that is long enough");
	assert_int_equal(backup_restore(path, fixture_path("text"), &fixture_v3, &err), -1);
	assert_code(err, ERROR_DATA);
	error_clear(&err);
	assert_int_equal(backup_restore(path, path, &fixture_v3, &err), -1);
	assert_code(err, ERROR_INPUT);
	error_clear(&err);
	assert_int_equal(backup_restore(path, fixture_path("none"), &fixture_v3, &err), -1);
	assert_code(err, ERROR_MISSING);
	error_clear(&err);
	fixture_raw(copy, "PRAGMA user_version=9");
	assert_int_equal(backup_restore(path, copy, &fixture_v3, &err), -1);
	assert_code(err, ERROR_NEWER);
	error_clear(&err);
	fixture_raw(copy, "PRAGMA user_version=3; PRAGMA foreign_keys=OFF;"
			  "INSERT INTO part (item_id, data) VALUES (99, x'00')");
	assert_int_equal(backup_restore(path, copy, &fixture_v3, &err), -1);
	assert_code(err, ERROR_DATA);
	assert_false(fixture_exists(fixture_path("a.db.before-restore")));
	assert_int_equal(fixture_count(db), 1);
	db_close(db);
}

static void
a_damaged_database_is_set_aside_and_the_copy_takes_its_place(void **state)
{
	const char *path = fixture_path("a.db"), *copy = fixture_path("copy.db");
	struct error err = { .code = ERROR_NONE };
	struct db *db = opened(path);

	(void)state;
	add(db, "one");
	assert_done(backup_write(db, copy, false, NULL, &err), err);
	db_close(db);
	fixture_write_file(path, "What was a database is now a text that somebody saved over it.");
	assert_done(backup_restore(path, copy, &fixture_v3, &err), err);
	assert_true(fixture_exists(fixture_path("a.db.before-restore")));
	db = opened(path);
	assert_int_equal(fixture_count(db), 1);
	db_close(db);
}

static void
a_database_of_another_program_is_not_restored_over(void **state)
{
	const char *path = fixture_path("other.db"), *copy = fixture_path("copy.db");
	struct error err = { .code = ERROR_NONE };

	(void)state;
	fixture_raw(path, "PRAGMA application_id=99; CREATE TABLE t (a)");
	fixture_make_old(copy, 1);
	assert_int_equal(backup_restore(path, copy, &fixture_v3, &err), -1);
	assert_code(err, ERROR_DATA);
	assert_int_equal(fixture_raw_number(path, "PRAGMA application_id"), 99);
}

/* What an old journal holds would be rolled back into the new file of that name. */
static void
no_old_journal_is_left_beside_a_new_copy(void **state)
{
	const char *path = fixture_path("a.db"), *copy = fixture_path("copy.db");
	struct error err = { .code = ERROR_NONE };
	struct db *db = opened(path);

	(void)state;
	add(db, "one");
	assert_done(backup_write(db, copy, false, NULL, &err), err);
	fixture_write_file(fixture_path("copy.db-journal"), "of a file that is gone");
	fixture_write_file(fixture_path("a.db.before-restore-journal"), "of a file that is gone");
	assert_done(backup_write(db, copy, true, NULL, &err), err);
	assert_false(fixture_exists(fixture_path("copy.db-journal")));
	db_close(db);
	unlink(fixture_path("a.db-journal"));
	fixture_write_file(path, "What was a database is now a text that somebody saved over it.");
	assert_done(backup_restore(path, copy, &fixture_v3, &err), err);
	assert_false(fixture_exists(fixture_path("a.db.before-restore-journal")));
}

static void
a_copy_does_not_take_the_place_of_a_database_whose_journal_waits(void **state)
{
	const char *copy = fixture_path("copy.db");
	struct error err = { .code = ERROR_NONE };
	struct db *db = opened(fixture_path("a.db"));

	(void)state;
	fixture_write_file(fixture_path("copy.db-journal"), "unfinished");
	assert_int_equal(backup_write(db, copy, false, NULL, &err), -1);
	assert_code(err, ERROR_DATA);
	assert_false(fixture_exists(copy));
	assert_true(fixture_exists(fixture_path("copy.db-journal")));
	db_close(db);
}

/* ---- every day ---- */

static void
the_daily_copy_is_made_once_and_only_of_something_new(void **state)
{
	const char *folder = fixture_path("backup");
	struct error err = { .code = ERROR_NONE };
	struct db *db = opened(fixture_path("a.db"));
	struct stat st;

	(void)state;
	assert_done(backup_daily(db, &err), err);
	assert_false(fixture_exists(folder)); /* nobody has done anything yet */
	add(db, "one");
	assert_done(backup_daily(db, &err), err);
	assert_int_equal(stat(folder, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0700);
	assert_int_equal(fixture_names(folder, "a-"), 1);
	add(db, "two");
	assert_done(backup_daily(db, &err), err);
	assert_int_equal(fixture_names(folder, "a-"), 1);
	db_close(db);
}

/* A file named as the daily copy of so many days ago. */
static void
pretend_copy(int days_ago, const char *seal)
{
	char name[128], day[32];

	date_iso(day, sizeof(day), date_from_days(date_to_days(clock_today()) - days_ago));
	snprintf(name, sizeof(name), "backup/a-%s-v1-%.16s.db", day, seal);
	fixture_write_file(fixture_path(name), "x");
}

static void
an_unchanged_database_is_not_copied_again(void **state)
{
	struct error err = { .code = ERROR_NONE };
	struct db *db = opened(fixture_path("a.db"));
	struct audit_head head;

	(void)state;
	add(db, "one");
	assert_int_equal(mkdir(fixture_path("backup"), 0700), 0);
	assert_done(audit_head(db, &head, &err), err);
	pretend_copy(1, head.hash);
	assert_done(backup_daily(db, &err), err);
	assert_int_equal(fixture_names(fixture_path("backup"), "a-"), 1);
	add(db, "two");
	assert_done(backup_daily(db, &err), err);
	assert_int_equal(fixture_names(fixture_path("backup"), "a-"), 2);
	db_close(db);
}

static void
old_copies_go_and_foreign_files_stay(void **state)
{
	struct error err = { .code = ERROR_NONE };
	struct db *db = opened(fixture_path("a.db"));
	int left;

	(void)state;
	add(db, "one");
	assert_int_equal(mkdir(fixture_path("backup"), 0700), 0);
	for (int i = 1; i <= 500; i++)
		pretend_copy(i, "00112233445566778899");
	fixture_write_file(fixture_path("backup/a-letter.db"), "x");
	fixture_write_file(fixture_path("backup/b-2001-01-01-v1-0011223344556677.db"), "x");
	fixture_write_file(fixture_path("backup/a-2001-01-01-v1-0011223344556677.db.txt"), "x");
	fixture_write_file(fixture_path("backup/a-2001-1-1-v1-0011223344556688.db"), "x");
	fixture_write_file(fixture_path("backup/a-2001-01-01-v1-00.db"), "x");
	assert_done(backup_daily(db, &err), err);
	left = fixture_names(fixture_path("backup"), "0011223344556677.db") - 2 + 1;
	/* 7 days; of 4 weeks one or two coincide with a day; of 12 months one or two with both. */
	assert_in_range(left, 7 + 2 + 10, 7 + 3 + 12);
	assert_true(fixture_exists(fixture_path("backup/a-letter.db")));
	assert_true(fixture_exists(fixture_path("backup/b-2001-01-01-v1-0011223344556677.db")));
	assert_true(fixture_exists(fixture_path("backup/a-2001-1-1-v1-0011223344556688.db")));
	assert_true(fixture_exists(fixture_path("backup/a-2001-01-01-v1-00.db")));
	db_close(db);
}

/* ---- before a migration ---- */

static void
a_migration_keeps_a_copy_of_the_old_file(void **state)
{
	const char *path = fixture_path("a.db");
	struct error err = { .code = ERROR_NONE };
	struct db *db;
	struct stmt *q;

	(void)state;
	fixture_make_old(path, 3);
	db = opened(path);
	q = db_start(db, FQ_NOTE, &err);
	db_bind_text(q, 1, "item 2");
	assert_true(db_next(q));
	assert_string_equal(db_text(q, 0), "from item 2");
	assert_int_equal(db_end(q), 0);
	assert_int_equal(check_store(db, &fixture_v3, NULL, NULL, &err), 0);
	db_close(db);
	assert_int_equal(
		fixture_raw_number(fixture_path("a.db.before-3"), "PRAGMA user_version"), 1);
	assert_int_equal(
		fixture_raw_number(fixture_path("a.db.before-3"), "SELECT count(*) FROM item"), 3);
}

static void
a_file_with_broken_references_is_not_migrated(void **state)
{
	const char *path = fixture_path("a.db");
	struct error err = { .code = ERROR_NONE };
	struct db *db;

	(void)state;
	fixture_make_old(path, 1);
	fixture_raw(path, "INSERT INTO part (item_id, data) VALUES (99, x'00')");
	assert_int_equal(db_open(&db, path, DB_EXISTING, &fixture_v3, NULL, &err), -1);
	assert_code(err, ERROR_DATA);
	assert_int_equal(fixture_raw_number(path, "PRAGMA user_version"), 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_copy_holds_everything_and_is_private),
		TEST(a_copy_does_not_replace_a_file_unless_it_may),
		TEST(a_copy_never_takes_the_place_of_the_database_itself),
		TEST(a_copy_that_is_stopped_leaves_no_file),
		TEST(restoring_brings_the_copy_and_keeps_the_present_database),
		TEST(an_older_copy_is_migrated_when_restored),
		TEST(what_is_no_sound_copy_of_ours_is_not_restored),
		TEST(a_damaged_database_is_set_aside_and_the_copy_takes_its_place),
		TEST(a_database_of_another_program_is_not_restored_over),
		TEST(no_old_journal_is_left_beside_a_new_copy),
		TEST(a_copy_does_not_take_the_place_of_a_database_whose_journal_waits),
		TEST(the_daily_copy_is_made_once_and_only_of_something_new),
		TEST(an_unchanged_database_is_not_copied_again),
		TEST(old_copies_go_and_foreign_files_stay),
		TEST(a_migration_keeps_a_copy_of_the_old_file),
		TEST(a_file_with_broken_references_is_not_migrated),
	};

	return cmocka_run_group_tests_name("copies", tests, NULL, remove_folder);
}
