/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A draft strategy with a handful of goals, put in by hand. */
#include "task_fixture.h"

#include "store/internal.h"

void
task_fixture_sql(struct task_fixture *f, const char *sql)
{
	char *why = NULL;

	if (sqlite3_exec(f->db->handle, sql, NULL, NULL, &why) != SQLITE_OK) {
		print_message("# %s\n", why);
		fail();
	}
}

int64_t
task_fixture_number(struct task_fixture *f, const char *sql)
{
	sqlite3_stmt *q;
	int64_t number;

	assert_int_equal(sqlite3_prepare_v2(f->db->handle, sql, -1, &q, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_step(q), SQLITE_ROW);
	number = sqlite3_column_int64(q, 0);
	sqlite3_finalize(q);
	return number;
}

int64_t
task_fixture_rev(struct task_fixture *f)
{
	return task_fixture_number(f, "SELECT rev FROM strategy WHERE id = 1");
}

void
task_fixture_start(struct task_fixture *f)
{
	char sql[512];

	*f = (struct task_fixture){ 0 };
	f->db = fixture_database();
	snprintf(sql, sizeof(sql),
		"INSERT INTO strategy (id, uid, code, slot, kind, name, first_year, last_year) "
		"VALUES (1, printf('%%032d', 1), 'S-1', %d, 'development', 'Strategia rozwoju', "
		"2021, 2030), (2, printf('%%032d', 2), 'S-2', %d, 'policy', 'Polityka', 2021, "
		"2025);",
		fixture_slot(f->db, "0201011"), fixture_slot(f->db, "0201011"));
	task_fixture_sql(f, sql);
	task_fixture_sql(f,
		"INSERT INTO goal (id, uid, strategy_id, parent_id, position, name) VALUES "
		"(1, printf('%032d', 1), 1, NULL, 1, 'Mieszkańcy'),"
		"(2, printf('%032d', 2), 1, NULL, 2, 'Przestrzeń'),"
		"(3, printf('%032d', 3), 1, 1, 1, 'Edukacja'),"
		"(4, printf('%032d', 4), 1, 1, 2, 'Zdrowie'),"
		"(5, printf('%032d', 5), 1, 2, 1, 'Zieleń'),"
		"(6, printf('%032d', 6), 2, NULL, 1, 'Inny cel');");
}

void
task_fixture_end(struct task_fixture *f)
{
	arena_release(&f->arena);
	db_close(f->db);
}
