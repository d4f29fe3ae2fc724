/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A strategy whose year is monitored, put in by hand. */
#include "year_fixture.h"

#include "store/internal.h"

void
year_sql(struct year_fixture *f, const char *sql)
{
	char *why = NULL;

	if (sqlite3_exec(f->db->handle, sql, NULL, NULL, &why) != SQLITE_OK) {
		print_message("# %s\n", why);
		fail();
	}
}

int64_t
year_number(struct year_fixture *f, const char *sql)
{
	sqlite3_stmt *q;
	int64_t number;

	assert_int_equal(sqlite3_prepare_v2(f->db->handle, sql, -1, &q, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_step(q), SQLITE_ROW);
	number = sqlite3_column_int64(q, 0);
	sqlite3_finalize(q);
	return number;
}

const char *
year_last_act(struct year_fixture *f)
{
	static char act[64];
	sqlite3_stmt *q;

	assert_int_equal(sqlite3_prepare_v2(f->db->handle,
				 "SELECT action FROM audit ORDER BY id DESC LIMIT 1", -1, &q, NULL),
		SQLITE_OK);
	assert_int_equal(sqlite3_step(q), SQLITE_ROW);
	snprintf(act, sizeof act, "%s", (const char *)sqlite3_column_text(q, 0));
	sqlite3_finalize(q);
	return act;
}

void
year_start(struct year_fixture *f)
{
	char sql[512];

	*f = (struct year_fixture){ 0 };
	f->db = fixture_database();
	snprintf(sql, sizeof(sql),
		"INSERT INTO strategy (id, uid, code, slot, kind, name, first_year, last_year, "
		"state, adopted_on) VALUES (1, printf('%%032d', 1), 'S-1', %d, 'development', "
		"'Strategia rozwoju', 2021, 2030, 'adopted', '2021-03-30');",
		fixture_slot(f->db, "0201011"));
	year_sql(f, sql);
	year_sql(f,
		"INSERT INTO goal (id, uid, strategy_id, parent_id, position, name) VALUES "
		"(1, printf('%032d', 1), 1, NULL, 1, 'Mieszkańcy'),"
		"(2, printf('%032d', 2), 1, 1, 1, 'Edukacja');"
		"INSERT INTO target (id, uid, strategy_id, goal_id, position, name, kind, indicator, "
		"measure, direction, base_year, base, target_year, target, office, month) VALUES "
		"(1, printf('%032d', 1), 1, 2, 1, 'Dzieci w przedszkolach', 'result', '', '%', "
		"'S', 2021, 10, 2030, 100, 'Oświata', 3),"
		"(2, printf('%032d', 2), 1, 2, 2, 'Żłobki', 'result', 'L1', '%', 'S', 2021, 10, "
		"2030, 100, 'Oświata', 6),"
		"(3, printf('%032d', 3), 1, 2, 3, 'Drogi gruntowe', 'product', '', 'km', 'D', "
		"2021, 100, 2030, 10, 'Drogi', 2),"
		"(4, printf('%032d', 4), 1, 2, 4, 'Zadowolenie', 'impact', '', '%', 'S', 2021, 10, "
		"2030, 100, '', 0);"
		"INSERT INTO task (id, uid, strategy_id, goal_id, position, name, office, "
		"planned_from, planned_to, state, percent) VALUES "
		"(1, printf('%032d', 1), 1, 2, 1, 'Przebudowa ulicy', 'Drogi', '2024-01-01', "
		"'2025-06-30', 'running', 60),"
		"(2, printf('%032d', 2), 1, 2, 2, 'Dom kultury', 'Kultura', '2025-01-01', "
		"'2027-12-31', 'running', 20);"
		"INSERT INTO task_money (task_id, year, source, planned, spent) VALUES "
		"(1, 2025, 'own', 10000000, 9000000), (1, 2024, 'own', 5000000, 5000000),"
		"(2, 2025, 'eu', 20000050, 100);");
}

void
year_end(struct year_fixture *f)
{
	arena_release(&f->arena);
	db_close(f->db);
}
