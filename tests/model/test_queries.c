/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every query of the model on a fresh schema: prepared whole, and planned without reading the
 * large table from end to end. */
#include "config.h"

#include "model/queries.h"
#include "model/schema.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <sqlite3.h>

static sqlite3 *handle;

static int
compare_bytes(void *context, int a_length, const void *a, int b_length, const void *b)
{
	int shorter = a_length < b_length ? a_length : b_length,
	    order = memcmp(a, b, (size_t)shorter);

	(void)context;
	return order ? order : a_length - b_length;
}

static void
fold(sqlite3_context *context, int count, sqlite3_value **values)
{
	(void)count;
	sqlite3_result_value(context, values[0]);
}

static int
make_schema(void **state)
{
	(void)state;
	assert_int_equal(sqlite3_open(":memory:", &handle), SQLITE_OK);
	sqlite3_create_collation(handle, "polish", SQLITE_UTF8, NULL, compare_bytes);
	sqlite3_create_function(handle, "fold", 1, SQLITE_UTF8, NULL, fold, NULL, NULL);
	for (int i = 0; i < schema_step_count; i++)
		assert_int_equal(
			sqlite3_exec(handle, schema_steps[i].sql, NULL, NULL, NULL), SQLITE_OK);
	return 0;
}

static int
drop_schema(void **state)
{
	(void)state;
	return sqlite3_close(handle) == SQLITE_OK ? 0 : -1;
}

static void
every_query_prepares_with_no_text_after_it(void **state)
{
	(void)state;
	for (int i = 0; i < QUERY_COUNT; i++) {
		sqlite3_stmt *stmt = NULL;
		const char *rest = "";

		if (sqlite3_prepare_v2(handle, queries_table[i].sql, -1, &stmt, &rest) != SQLITE_OK)
			fail_msg("%s: %s", queries_table[i].name, sqlite3_errmsg(handle));
		if (!stmt || rest[strspn(rest, " \t\n;")])
			fail_msg("%s: text after the statement: %s", queries_table[i].name, rest);
		sqlite3_finalize(stmt);
	}
}

static void
no_query_reads_every_slice(void **state)
{
	(void)state;
	for (int i = 0; i < QUERY_COUNT; i++) {
		char *sql = sqlite3_mprintf("EXPLAIN QUERY PLAN %s", queries_table[i].sql);
		sqlite3_stmt *stmt;

		assert_int_equal(sqlite3_prepare_v2(handle, sql, -1, &stmt, NULL), SQLITE_OK);
		while (sqlite3_step(stmt) == SQLITE_ROW) {
			const char *detail = (const char *)sqlite3_column_text(stmt, 3);

			if (strncmp(detail, "SCAN slice", 10) == 0)
				fail_msg("%s: %s", queries_table[i].name, detail);
		}
		sqlite3_finalize(stmt);
		sqlite3_free(sql);
	}
}

/* Of 100,000 forms only those keyed twice are read. */
static void
differences_of_a_wave_are_found_by_the_index_of_forms_keyed_twice(void **state)
{
	char *sql =
		sqlite3_mprintf("EXPLAIN QUERY PLAN %s", queries_table[Q_DIFFERENCE_LIST_WAVE].sql);
	sqlite3_stmt *stmt;
	bool found = false;

	(void)state;
	assert_int_equal(sqlite3_prepare_v2(handle, sql, -1, &stmt, NULL), SQLITE_OK);
	while (sqlite3_step(stmt) == SQLITE_ROW)
		found |= strstr((const char *)sqlite3_column_text(stmt, 3), "INDEX form_twice") !=
			 NULL;
	assert_true(found);
	sqlite3_finalize(stmt);
	sqlite3_free(sql);
}

/* Who is a member on a day is read from the index alone, also where Home asks for every sheet. */
static void
members_of_a_day_are_found_in_their_index(void **state)
{
	static const int asked[] = { Q_DUE_SHEETS, Q_SHEET_MISSING, Q_GROUP_SHEET_MEMBERS,
		Q_EXCHANGE_GROUP_LIST, Q_OVERVIEW_MEMBERS, Q_OVERVIEW_RETURNS, Q_GROUP_PICKED };

	(void)state;
	for (size_t i = 0; i < sizeof asked / sizeof *asked; i++) {
		char *sql = sqlite3_mprintf("EXPLAIN QUERY PLAN %s", queries_table[asked[i]].sql);
		sqlite3_stmt *stmt;
		bool found = false;

		assert_int_equal(sqlite3_prepare_v2(handle, sql, -1, &stmt, NULL), SQLITE_OK);
		while (sqlite3_step(stmt) == SQLITE_ROW)
			found |= strstr((const char *)sqlite3_column_text(stmt, 3),
					 "m USING COVERING INDEX exchange_member_of") != NULL;
		if (!found)
			fail_msg("%s does not use it", queries_table[asked[i]].name);
		sqlite3_finalize(stmt);
		sqlite3_free(sql);
	}
}

static bool
plan_has(int query, const char *words)
{
	char *sql = sqlite3_mprintf("EXPLAIN QUERY PLAN %s", queries_table[query].sql);
	sqlite3_stmt *stmt;
	bool found = false;

	assert_int_equal(sqlite3_prepare_v2(handle, sql, -1, &stmt, NULL), SQLITE_OK);
	while (sqlite3_step(stmt) == SQLITE_ROW)
		found |= strstr((const char *)sqlite3_column_text(stmt, 3), words) != NULL;
	sqlite3_finalize(stmt);
	sqlite3_free(sql);
	return found;
}

/* Hundreds of members may tell a figure of one card and year: each is held against those of its unit. */
static void
newer_figures_of_members_are_looked_for_by_unit(void **state)
{
	static const int asked[] = { Q_OWN_VECTOR, Q_OWN_YEARS, Q_OWN_DRAFTS };

	(void)state;
	for (size_t i = 0; i < sizeof asked / sizeof *asked; i++)
		if (!plan_has(asked[i], "INDEX member_figures_slot"))
			fail_msg("%s does not", queries_table[asked[i]].name);
}

static void
the_years_of_home_are_asked_by_card(void **state)
{
	(void)state;
	assert_false(plan_has(Q_OFFICE_YEARS, "SCAN own_figure"));
	assert_false(plan_has(Q_OFFICE_YEARS, "SCAN member_figure"));
}

/* Undoing an import that alone knows a unit asks every table that names units; those in the list go
 * with the unit. */
static void
undoing_a_register_asks_every_table_that_names_units(void **state)
{
	static const char of_register[] =
		"unit unit_event unit_version import_unit comparison_group_member";
	static const char every[] = "SELECT m.name, k.\"from\" FROM sqlite_schema AS m JOIN "
				    "pragma_foreign_key_list(m.name)"
				    " AS k WHERE m.type = 'table' AND k.\"table\" = 'unit'";
	const char *sql = queries_table[Q_IMPORT_ORPHAN_HELD].sql;
	sqlite3_stmt *stmt;
	int count = 0;

	(void)state;
	assert_int_equal(sqlite3_prepare_v2(handle, every, -1, &stmt, NULL), SQLITE_OK);
	while (sqlite3_step(stmt) == SQLITE_ROW) {
		const char *table = (const char *)sqlite3_column_text(stmt, 0);
		char asked[160];

		count++;
		snprintf(asked, sizeof asked, "SELECT '%s' AS held, %s AS slot FROM %s", table,
			(const char *)sqlite3_column_text(stmt, 1), table);
		if (!strstr(of_register, table) && !strstr(sql, asked))
			fail_msg("import_orphan_held does not ask: %s", asked);
	}
	assert_true(count > 20);
	sqlite3_finalize(stmt);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_query_prepares_with_no_text_after_it),
		cmocka_unit_test(no_query_reads_every_slice),
		cmocka_unit_test(differences_of_a_wave_are_found_by_the_index_of_forms_keyed_twice),
		cmocka_unit_test(members_of_a_day_are_found_in_their_index),
		cmocka_unit_test(newer_figures_of_members_are_looked_for_by_unit),
		cmocka_unit_test(the_years_of_home_are_asked_by_card),
		cmocka_unit_test(undoing_a_register_asks_every_table_that_names_units),
	};

	return cmocka_run_group_tests(tests, make_schema, drop_schema);
}
