/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening: what is made, what is refused, and how the connection is set. */
#include "cmocka_store.h"

#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static enum error_code
refusal(const char *path, enum db_mode mode)
{
	struct error err = { .code = ERROR_NONE };
	struct db *db;

	assert_int_equal(db_open(&db, path, mode, &fixture_v3, NULL, &err), -1);
	assert_null(db);
	assert_true(err.text[0] != '\0');
	return err.code;
}

static struct db *
opened(const char *path, enum db_mode mode, const struct db_schema *schema)
{
	struct error err = { .code = ERROR_NONE };
	struct db *db = NULL;

	assert_done(db_open(&db, path, mode, schema, NULL, &err), err);
	return db;
}

static void
a_new_file_has_the_tables_and_the_numbers_of_the_program(void **state)
{
	const char *path = fixture_path("new.db");
	struct stat st;

	(void)state;
	umask(0007);
	db_close(opened(path, DB_CREATE, &fixture_v3));
	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0660);
	assert_int_equal(fixture_raw_number(path, "PRAGMA application_id"), FIXTURE_APPLICATION);
	assert_int_equal(fixture_raw_number(path, "PRAGMA user_version"), 3);
	assert_int_equal(fixture_raw_number(path, "SELECT count(*) FROM item"), 0);
	assert_false(fixture_exists(fixture_path("new.db.before-3")));
}

static void
append_setting(void *context, const char *name, const char *found, const char *wanted)
{
	char *all = context;

	assert_string_equal(found, wanted);
	snprintf(all + strlen(all), 1024 - strlen(all), "%s=%s ", name, found);
}

static void
every_setting_is_as_the_design_says(void **state)
{
	struct db *db = opened(fixture_path("a.db"), DB_CREATE, &fixture_v3);
	char all[1024] = "";

	(void)state;
	connection_show(db, append_setting, all);
	assert_string_equal(all, "journal_mode=truncate synchronous=2 foreign_keys=1 "
				 "recursive_triggers=1 trusted_schema=0 cell_size_check=1 "
				 "mmap_size=0 secure_delete=1 "
				 "temp_store=2 cache_size=-4000 defensive=1 ");
	assert_int_equal(sqlite3_limit(db->handle, SQLITE_LIMIT_ATTACHED, -1), 1);
	assert_int_equal(sqlite3_limit(db->handle, SQLITE_LIMIT_LENGTH, -1), 10000000);
	db_close(db);
}

static void
a_missing_file_is_refused_unless_it_may_be_made(void **state)
{
	(void)state;
	assert_int_equal(refusal(fixture_path("none.db"), DB_EXISTING), ERROR_MISSING);
	assert_false(fixture_exists(fixture_path("none.db")));
	assert_int_equal(refusal(fixture_path("no/folder.db"), DB_CREATE), ERROR_MISSING);
}

static void
what_is_no_ordinary_file_is_refused(void **state)
{
	(void)state;
	assert_int_equal(refusal(fixture_folder(), DB_CREATE), ERROR_INPUT);
	assert_int_equal(mkfifo(fixture_path("pipe"), 0600), 0);
	assert_int_equal(refusal(fixture_path("pipe"), DB_EXISTING), ERROR_INPUT);
	assert_int_equal(symlink("nowhere", fixture_path("link")), 0);
	assert_true(refusal(fixture_path("link"), DB_CREATE) != ERROR_NONE);
	assert_false(fixture_exists(fixture_path("nowhere")));
}

static void
a_link_to_a_database_opens_the_database_itself(void **state)
{
	struct db *db = opened(fixture_path("real.db"), DB_CREATE, &fixture_v3);

	(void)state;
	db_close(db);
	assert_int_equal(symlink("real.db", fixture_path("link.db")), 0);
	db = opened(fixture_path("link.db"), DB_EXISTING, &fixture_v3);
	assert_non_null(strstr(db_path(db), "/real.db"));
	db_close(db);
}

static void
a_hard_link_is_refused(void **state)
{
	(void)state;
	db_close(opened(fixture_path("a.db"), DB_CREATE, &fixture_v3));
	assert_int_equal(link(fixture_path("a.db"), fixture_path("b.db")), 0);
	assert_int_equal(refusal(fixture_path("a.db"), DB_EXISTING), ERROR_INPUT);
	unlink(fixture_path("b.db"));
	db_close(opened(fixture_path("a.db"), DB_EXISTING, &fixture_v3));
}

static void
a_file_that_is_no_database_is_refused_and_stays(void **state)
{
	struct stat st;

	(void)state;
	fixture_write_file(
		fixture_path("letter.db"), "Dear colleagues, this is a letter, not a base.");
	assert_int_equal(refusal(fixture_path("letter.db"), DB_CREATE), ERROR_DATA);
	assert_int_equal(stat(fixture_path("letter.db"), &st), 0);
	assert_int_equal(st.st_size, 46);
	fixture_write_file(fixture_path("empty.db"), "");
	assert_int_equal(refusal(fixture_path("empty.db"), DB_EXISTING), ERROR_DATA);
	db_close(opened(fixture_path("empty.db"), DB_CREATE, &fixture_v3));
}

static void
a_database_of_another_program_is_refused_and_not_touched(void **state)
{
	const char *path = fixture_path("other.db");
	char word[32];

	(void)state;
	fixture_raw(path, "PRAGMA application_id=99; PRAGMA journal_mode=WAL; CREATE TABLE t (a)");
	assert_int_equal(refusal(path, DB_CREATE), ERROR_DATA);
	fixture_raw_word(path, "PRAGMA journal_mode", word, sizeof(word));
	assert_string_equal(word, "wal");
	fixture_raw(fixture_path("plain.db"), "CREATE TABLE t (a)");
	assert_int_equal(refusal(fixture_path("plain.db"), DB_CREATE), ERROR_DATA);
}

static void
a_newer_file_and_one_without_a_version_are_refused(void **state)
{
	const char *path = fixture_path("a.db");

	(void)state;
	db_close(opened(path, DB_CREATE, &fixture_v3));
	fixture_raw(path, "PRAGMA user_version=4");
	assert_int_equal(refusal(path, DB_EXISTING), ERROR_NEWER);
	fixture_raw(path, "PRAGMA user_version=0");
	assert_int_equal(refusal(path, DB_EXISTING), ERROR_DATA);
}

static void
a_journal_without_its_database_is_told(void **state)
{
	(void)state;
	fixture_write_file(fixture_path("a.db-journal"), "rolled back some day");
	assert_int_equal(refusal(fixture_path("a.db"), DB_CREATE), ERROR_DATA);
	assert_false(fixture_exists(fixture_path("a.db")));
	fixture_write_file(fixture_path("a.db-journal"), "");
	db_close(opened(fixture_path("a.db"), DB_CREATE, &fixture_v3));
}

static void
network_file_systems_are_known_and_local_ones_pass(void **state)
{
	(void)state;
	assert_true(file_is_network(0x6969));
	assert_true(file_is_network((long)0xff534d42));
	assert_true(file_is_network((long)(int)0xff534d42));
	assert_true(file_is_network(0x65735546));
	assert_false(file_is_network(0xef53));           /* ext4 */
	assert_false(file_is_network(0x01021994));       /* tmpfs */
	assert_false(file_is_network(0x794c7630));       /* overlay */
	assert_false(file_is_network((long)0x9123683e)); /* btrfs */
}

/* ---- rights ---- */

static int
change_nothing(struct db *db, void *context, struct error *err)
{
	(void)db;
	(void)context;
	(void)err;
	return 0;
}

static int
read_as_somebody_else(const char *path)
{
	struct error err = { .code = ERROR_NONE };
	struct db *db;
	int result;

	if (geteuid() == 0 && (setgid(65534) || setuid(65534)))
		return 10;
	if (db_open(&db, path, DB_EXISTING, &fixture_v3, NULL, &err)) {
		fprintf(stderr, "# %s\n", err.text);
		return 1;
	}
	if (!db_read_only(db) || fixture_count(db) != 1)
		return 2;
	result = db_write(db, NULL, change_nothing, NULL, &err) == -1 && err.code == ERROR_DENIED;
	db_close(db);
	return result ? 0 : 3;
}

static int
in_child(int (*work)(const char *), const char *path)
{
	pid_t pid = fork();
	int status;

	if (pid == 0)
		_exit(work(path));
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_true(WIFEXITED(status));
	return WEXITSTATUS(status);
}

static void
who_may_only_read_reads_and_is_told_at_the_first_write(void **state)
{
	const char *path = fixture_path("a.db");
	struct error err = { .code = ERROR_NONE };
	struct db *db = opened(path, DB_CREATE, &fixture_v3);

	(void)state;
	assert_done(fixture_add(db, "one", &err), err);
	db_close(db);
	assert_int_equal(chmod(path, 0444), 0);
	assert_int_equal(chmod(fixture_folder(), 0755), 0);
	assert_int_equal(in_child(read_as_somebody_else, path), 0);
}

/* ---- several at once ---- */

static int
create_and_add(const char *path)
{
	struct error err = { .code = ERROR_NONE };
	char name[32];
	struct db *db;
	int result;

	if (db_open(&db, path, DB_CREATE, &fixture_v3, NULL, &err)) {
		fprintf(stderr, "# %s\n", err.text);
		return 1;
	}
	snprintf(name, sizeof(name), "of process %d", (int)getpid());
	result = fixture_add(db, name, &err);
	if (result)
		fprintf(stderr, "# %s\n", err.text);
	db_close(db);
	return result ? 2 : 0;
}

static void
eight_at_once(const char *path)
{
	pid_t pids[8];
	int status;

	for (int i = 0; i < 8; i++) {
		pids[i] = fork();
		if (pids[i] == 0)
			_exit(create_and_add(path));
	}
	for (int i = 0; i < 8; i++) {
		assert_int_equal(waitpid(pids[i], &status, 0), pids[i]);
		assert_int_equal(status, 0);
	}
}

static void
eight_processes_make_one_database(void **state)
{
	struct db *db;

	(void)state;
	eight_at_once(fixture_path("a.db"));
	db = opened(fixture_path("a.db"), DB_EXISTING, &fixture_v3);
	assert_int_equal(fixture_count(db), 8);
	db_close(db);
}

static void
eight_processes_migrate_one_database(void **state)
{
	struct db *db;

	(void)state;
	fixture_make_old(fixture_path("a.db"), 5);
	eight_at_once(fixture_path("a.db"));
	db = opened(fixture_path("a.db"), DB_EXISTING, &fixture_v3);
	assert_int_equal(fixture_count(db), 13);
	db_close(db);
	assert_int_equal(
		fixture_raw_number(fixture_path("a.db.before-3"), "PRAGMA user_version"), 1);
}

/* ---- WAL ---- */

static void
a_file_in_wal_mode_is_converted_at_opening(void **state)
{
	const char *path = fixture_path("a.db");
	char word[32];

	(void)state;
	db_close(opened(path, DB_CREATE, &fixture_v3));
	fixture_raw(path, "PRAGMA journal_mode=WAL; INSERT INTO item (name) VALUES ('w')");
	db_close(opened(path, DB_EXISTING, &fixture_v3));
	fixture_raw_word(path, "PRAGMA journal_mode", word, sizeof(word));
	assert_string_equal(word, "delete"); /* what a file says that is not in WAL */
	assert_false(fixture_exists(fixture_path("a.db-wal")));
}

static void
a_file_turned_to_wal_while_idle_is_turned_back_before_the_write(void **state)
{
	const char *path = fixture_path("a.db");
	struct error err = { .code = ERROR_NONE };
	struct db *db = opened(path, DB_CREATE, &fixture_v3);
	char word[32];

	(void)state;
	assert_done(fixture_add(db, "before", &err), err);
	fixture_raw(path, "PRAGMA journal_mode=WAL; INSERT INTO item (name) VALUES ('in wal')");
	assert_done(fixture_add(db, "after", &err), err);
	assert_int_equal(fixture_count(db), 3);
	db_close(db);
	fixture_raw_word(path, "PRAGMA journal_mode", word, sizeof(word));
	assert_string_equal(word, "delete");
}

static void
a_program_that_holds_the_file_in_wal_is_named_and_nothing_is_written(void **state)
{
	const char *path = fixture_path("a.db");
	struct error err = { .code = ERROR_NONE };
	struct db *db = opened(path, DB_CREATE, &fixture_v3);
	sqlite3 *other;

	(void)state;
	db->busy_limit = 20;
	assert_int_equal(sqlite3_open(path, &other), SQLITE_OK);
	assert_int_equal(sqlite3_exec(other, "PRAGMA journal_mode=WAL; SELECT count(*) FROM item",
				 NULL, NULL, NULL),
		SQLITE_OK);
	assert_int_equal(fixture_add(db, "x", &err), -1);
	assert_code(err, ERROR_BUSY);
	assert_non_null(strstr(err.text, "WAL"));
	assert_true(db_idle(db));
	sqlite3_close(other);
	error_clear(&err);
	assert_done(fixture_add(db, "x", &err), err);
	assert_int_equal(fixture_count(db), 1);
	db_close(db);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_new_file_has_the_tables_and_the_numbers_of_the_program),
		TEST(every_setting_is_as_the_design_says),
		TEST(a_missing_file_is_refused_unless_it_may_be_made),
		TEST(what_is_no_ordinary_file_is_refused),
		TEST(a_link_to_a_database_opens_the_database_itself),
		TEST(a_hard_link_is_refused),
		TEST(a_file_that_is_no_database_is_refused_and_stays),
		TEST(a_database_of_another_program_is_refused_and_not_touched),
		TEST(a_newer_file_and_one_without_a_version_are_refused),
		TEST(a_journal_without_its_database_is_told),
		TEST(network_file_systems_are_known_and_local_ones_pass),
		TEST(who_may_only_read_reads_and_is_told_at_the_first_write),
		TEST(eight_processes_make_one_database),
		TEST(eight_processes_migrate_one_database),
		TEST(a_file_in_wal_mode_is_converted_at_opening),
		TEST(a_file_turned_to_wal_while_idle_is_turned_back_before_the_write),
		TEST(a_program_that_holds_the_file_in_wal_is_named_and_nothing_is_written),
	};

	return cmocka_run_group_tests_name("opening the database", tests, NULL, remove_folder);
}
