/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The check finds what another hand has spoilt in the file. */
#include "config.h"

#include "units_fixture.h"

#include "base/memory.h"
#include "model/check.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct told { char text[4096]; };

static void
tell(void *context, const char *sentence)
{
	struct told *told = context;

	snprintf(told->text + strlen(told->text), sizeof(told->text) - strlen(told->text), "%s\n",
		sentence);
}

/* A database on disk, so that a hand without our rules can reach it. */
static void
make(struct fixture *f, char *path, size_t size)
{
	struct person person;

	snprintf(path, size, "%s/check.db", f->folder);
	db_close(f->db);
	assert_int_equal(database_open(&f->db, path, DB_CREATE, NULL, &f->err), 0);
	assert_int_equal(person_enter(f->db, "anna", &person, &f->err), 0);
	assert_true(fixture_import_register(f, "2020-01-01", NULL) > 0);
	assert_int_equal(fixture_faults(f), 0);
	db_close(f->db);
	f->db = NULL;
}

static void
spoil(const char *path, const char *sql)
{
	sqlite3 *handle;

	assert_int_equal(sqlite3_open(path, &handle), SQLITE_OK);
	if (sqlite3_exec(handle, sql, NULL, NULL, NULL) != SQLITE_OK)
		fail_msg("%s: %s", sql, sqlite3_errmsg(handle));
	sqlite3_close(handle);
}

static void
each_spoilt_fact_is_told(void **state)
{
	static const struct { const char *sql, *sentence; } cases[] = {
		{ "DELETE FROM unit_version WHERE slot = 5", "has no name" },
		{ "UPDATE unit SET parent = 1 WHERE slot = 4", "which is not the level above it" },
		{ "UPDATE unit SET starts_on = '2021-01-01', ends_on = '2020-01-01' WHERE slot = 4",
			"before it begins" },
		{ "UPDATE import SET undone_at = '2020-01-01T00:00:00Z'", "which was undone" },
		{ "UPDATE unit_version SET valid_from = 'once' WHERE slot = 4", "which is no date" },
		{ "UPDATE unit SET origin = 'bdl' WHERE slot = 4", "but no import names it" },
		{ "INSERT INTO indicator (uid, code, name) VALUES (hex(randomblob(16)), 'X1', 'x')",
			"no series feeds it" },
		{ "INSERT INTO indicator (id, uid, code, name) VALUES (7, hex(randomblob(16)), 'X1', 'x');"
		  "UPDATE indicator SET kind = 'derived', numerator_id = 7, denominator_id = 7",
			"computed from itself" },
		{ "INSERT INTO indicator (id, uid, code, name) VALUES (7, hex(randomblob(16)), 'X1', 'x');"
		  "INSERT INTO series (id, indicator_id, own_id, origin) VALUES (1, 7, 7, 'values');"
		  "INSERT INTO slice (series_id, year, import_id, count, valued, data) "
		  "VALUES (1, 2020, 1, 1, 1, x'ff00')", "year 2020, import 1" },
	};
	struct fixture *f = *state;

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct told told = { .text = "" };
		char path[128];

		make(f, path, sizeof(path));
		spoil(path, cases[i].sql);
		assert_int_equal(database_open(&f->db, path, DB_EXISTING, NULL, &f->err), 0);
		assert_true(check_database(f->db, tell, &told, &f->err) > 0);
		if (!strstr(told.text, cases[i].sentence))
			fail_msg("%s: told %s", cases[i].sql, told.text);
		db_close(f->db);
		f->db = NULL;
		unlink(path);
		assert_int_equal(database_open_memory(&f->db, &f->err), 0);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(each_spoilt_fact_is_told, fixture_open, fixture_close),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
