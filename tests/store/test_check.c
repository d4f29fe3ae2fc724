/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The check finds each kind of fault and is content with a sound file. */
#include "cmocka_store.h"

#include "store/check.h"

#include <sys/stat.h>
#include <unistd.h>

struct told {
	int count;
	char text[8192];
};

static void
note(void *context, const char *sentence)
{
	struct told *told = context;

	told->count++;
	snprintf(told->text + strlen(told->text), sizeof(told->text) - strlen(told->text), "%s\n",
		sentence);
}

static void
make(const char *path)
{
	struct error err = { .code = ERROR_NONE };
	struct db *db;

	umask(0007);
	assert_done(db_open(&db, path, DB_CREATE, &fixture_v3, NULL, &err), err);
	for (int i = 0; i < 80; i++) {
		char name[64];

		snprintf(name, sizeof(name), "an item with a rather long name %d", i);
		assert_done(fixture_add(db, name, &err), err);
	}
	db_close(db);
}

/* What is told about the file after a stranger's SQL. */
static void
check_after(const char *sql, struct told *told)
{
	const char *path = fixture_path("a.db");
	struct error err = { .code = ERROR_NONE };
	struct db *db;
	int count;

	if (!fixture_exists(path))
		make(path);
	fixture_raw(path, sql);
	memset(told, 0, sizeof(*told));
	assert_done(db_open(&db, path, DB_EXISTING, &fixture_v3, NULL, &err), err);
	count = check_store(db, &fixture_v3, note, told, &err);
	if (count < 0)
		print_message("# %s\n", err.text);
	assert_int_equal(count, told->count);
	assert_true(db_idle(db));
	db_close(db);
}

static void
a_sound_file_has_no_faults(void **state)
{
	struct told told;

	(void)state;
	check_after("SELECT 1", &told);
	assert_string_equal(told.text, "");
}

static void
a_row_that_refers_to_nothing_is_told(void **state)
{
	struct told told;

	(void)state;
	check_after("PRAGMA foreign_keys=OFF; INSERT INTO part (item_id, data) VALUES (999, x'00')",
		&told);
	assert_int_equal(told.count, 1);
	assert_non_null(strstr(told.text, "part"));
	assert_non_null(strstr(told.text, "item"));
}

static void
every_difference_of_the_tables_is_told(void **state)
{
	struct told told;

	(void)state;
	check_after("CREATE TABLE stranger (a)", &told);
	assert_string_equal(told.text,
		"The database has something that does not belong to it: table stranger.\n");
	check_after("DROP TABLE stranger; DROP TRIGGER audit_update", &told);
	assert_string_equal(told.text, "The database lacks: trigger audit_update.\n");
	check_after(
		"CREATE TRIGGER audit_update BEFORE UPDATE ON audit BEGIN SELECT 1; END", &told);
	assert_string_equal(told.text,
		"The database differs from what this version makes: trigger audit_update.\n");
}

static void
a_changed_audit_line_is_told(void **state)
{
	struct told told;

	(void)state;
	check_after("DROP TRIGGER audit_update; UPDATE audit SET action = 'x' WHERE id = 17;"
		    "CREATE TRIGGER audit_update BEFORE UPDATE ON audit "
		    "BEGIN SELECT raise(ABORT, 'audit: read-only'); END",
		&told);
	assert_int_equal(told.count, 1);
	assert_non_null(strstr(told.text, "Line 17 "));
}

static void
a_damaged_page_is_told_in_each_place(void **state)
{
	const char *path = fixture_path("a.db");
	struct told told;
	FILE *file;

	(void)state;
	make(path);
	file = fopen(path, "r+b");
	assert_non_null(file);
	assert_int_equal(fseek(file, -6000, SEEK_END), 0);
	for (int i = 0; i < 3000; i++)
		fputc(0xa5, file);
	assert_int_equal(fclose(file), 0);
	check_after("SELECT 1", &told);
	assert_true(told.count >= 1);
	assert_non_null(strstr(told.text, "damaged"));
}

static void
rights_for_everybody_and_hard_links_are_told(void **state)
{
	const char *path = fixture_path("a.db");
	struct error err = { .code = ERROR_NONE };
	struct told told = { .count = 0 };
	struct db *db;

	(void)state;
	make(path);
	assert_int_equal(chmod(path, 0666), 0);
	assert_done(db_open(&db, path, DB_EXISTING, &fixture_v3, NULL, &err), err);
	assert_int_equal(link(path, fixture_path("second.db")), 0);
	assert_int_equal(check_store(db, &fixture_v3, note, &told, &err), 2);
	assert_non_null(strstr(told.text, "chmod o="));
	assert_non_null(strstr(told.text, "hard link"));
	db_close(db);
}

static void
a_setting_that_was_changed_is_told(void **state)
{
	struct error err = { .code = ERROR_NONE };
	struct told told = { .count = 0 };
	struct db *db;

	(void)state;
	assert_done(db_open_memory(&db, &fixture_v3, &err), err);
	assert_int_equal(check_store(db, &fixture_v3, note, &told, &err), 0);
	db->privileged = true;
	assert_int_equal(sqlite3_exec(db->handle, "PRAGMA secure_delete=OFF", NULL, NULL, NULL), 0);
	db->privileged = false;
	assert_int_equal(check_store(db, &fixture_v3, note, &told, &err), 1);
	assert_string_equal(
		told.text, "The setting secure_delete of the database is 0 instead of 1.\n");
	db_close(db);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_sound_file_has_no_faults),
		TEST(a_row_that_refers_to_nothing_is_told),
		TEST(every_difference_of_the_tables_is_told),
		TEST(a_changed_audit_line_is_told),
		TEST(a_damaged_page_is_told_in_each_place),
		TEST(rights_for_everybody_and_hard_links_are_told),
		TEST(a_setting_that_was_changed_is_told),
	};

	return cmocka_run_group_tests_name("the check", tests, NULL, remove_folder);
}
