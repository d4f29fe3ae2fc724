/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The group, its members and its sheet. */
#include "config.h"

#include "sheets_fixture.h"

#include "base/text.h"
#include "model/database.h"
#include "model/person.h"
#include "store/internal.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void
sheets_sql(struct db *db, const char *fmt, ...)
{
	char text[4096], *message = NULL;
	va_list args;

	va_start(args, fmt);
	vsnprintf(text, sizeof(text), fmt, args);
	va_end(args);
	if (sqlite3_exec(db->handle, text, NULL, NULL, &message) != SQLITE_OK) {
		fprintf(stderr, "%s: %s\n", text, message);
		abort();
	}
}

long
sheets_number(struct db *db, const char *sql)
{
	sqlite3_stmt *stmt;
	long number = -1;

	if (sqlite3_prepare_v2(db->handle, sql, -1, &stmt, NULL) != SQLITE_OK) {
		fprintf(stderr, "%s: %s\n", sql, sqlite3_errmsg(db->handle));
		abort();
	}
	if (sqlite3_step(stmt) == SQLITE_ROW)
		number = (long)sqlite3_column_int64(stmt, 0);
	sqlite3_finalize(stmt);
	return number;
}

static void
fill(struct db *db)
{
	static const struct {
		int slot;
		const char *code, *kind, *name;
	} units[] = { { 1, "02", "", "DOLNOŚLĄSKIE" }, { 2, "020101", "1", "Żarów" },
		{ 3, "020102", "2", "Ćmielów" }, { 4, "020103", "3", "Adamów" },
		{ 5, "020104", "2", "Obcy" } };

	sheets_sql(db, "INSERT INTO import (id, uid, kind, file_name, sha256, size, encoding, person_id, "
		       "imported_at) VALUES (900, '%032d', 'teryt', 'TERC.csv', '%064d', 1, 'utf-8', 1, "
		       "'2026-01-01T00:00:00Z')",
		900, 900);
	for (size_t i = 0; i < sizeof(units) / sizeof(units[0]); i++) {
		sheets_sql(db, "INSERT INTO unit (slot, code, level, origin) VALUES (%d, '%s', '%s', 'teryt')",
			units[i].slot, units[i].code, i ? "gmina" : "voivodeship");
		sheets_sql(db, "INSERT INTO unit_version (slot, valid_from, name, kind, import_id) "
			       "VALUES (%d, '2020-01-01', '%s', '%s', 900)",
			units[i].slot, units[i].name, units[i].kind);
	}
	for (int i = OWN_A; i <= FED; i++)
		sheets_sql(db, "INSERT INTO indicator (id, uid, code, name, measure, numerator, denominator, "
			       "decimals, direction, source, frequency, kind, service) VALUES (%d, '%032d', "
			       "'X%d', 'Wskaźnik %d', '%%', 'awarie', 'długość', 1, 'D', 'własne', 'R', '%s', "
			       "'woda')",
			i, i, i, i, i == OWN_C || i == FED ? "published" : "own");
	sheets_sql(db, "INSERT INTO series (id, indicator_id, own_id, origin, subgroup, dimensions, measure) "
		       "VALUES (1, %d, %d, 'values', '', 'X14', '')",
		FED, FED);
	sheets_sql(db, "INSERT INTO exchange_group (id, uid, code, name, kind, starts_on) VALUES (%d, '%032d', "
		       "'WOD', 'Wodociągi', 'gwd', '2024-01-01')",
		GROUP, 1);
	for (int slot = 2; slot <= 4; slot++)
		sheets_sql(db, "INSERT INTO exchange_member (group_id, slot, joined_on) VALUES (%d, %d, "
			       "'2024-01-01')",
			GROUP, slot);
}

int
sheets_open(void **state)
{
	struct sheets *s = calloc(1, sizeof(*s));
	struct data_sheet_line lines[] = { { .indicator_id = OWN_A, .low = 0, .high = 100, .change = NAN },
		{ .indicator_id = OWN_B, .low = NAN, .high = NAN, .change = 20 },
		{ .indicator_id = OWN_C, .low = NAN, .high = NAN, .change = NAN } };
	struct person person;

	*state = s;
	if (database_open_memory(&s->db, &s->err) < 0 || person_enter(s->db, "anna", &person, &s->err) < 0)
		return -1;
	fill(s->db);
	s->sheet = (struct data_sheet){ .group_id = GROUP, .year = 2025, .due_on = "2026-01-15" };
	return data_sheet_save(s->db, &s->sheet, lines, 3, &s->err);
}

int
sheets_close(void **state)
{
	struct sheets *s = *state;

	db_close(s->db);
	arena_release(&s->arena);
	free(s);
	return 0;
}

int
sheets_key(struct sheets *s, int64_t indicator, int year, int slot, const char *text, const char *remark)
{
	struct own_figure was, f = { .indicator_id = indicator, .year = year, .slot = slot };

	error_clear(&s->err);
	text_copy(f.remark, sizeof(f.remark), remark);
	return own_figure_load(s->db, indicator, year, slot, &was, &s->err) < 0 ||
			       own_figure_parse(text, &f.value, f.missing, &s->err) < 0
		       ? -1
		       : own_figure_save(s->db, &f, &was, &s->err);
}
