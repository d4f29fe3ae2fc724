/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A database with six gminy, whose figures diagnoses are made of. */
#include "diagnosis_fixture.h"

struct db *db;
struct unit_table units;
struct arena arena;
struct error err;

int
diagnosis_setup(void **state)
{
	(void)state;
	err = (struct error){ 0 };
	db = fixture_database();
	assert_done(unit_table_load(db, &units, &err), err);
	return 0;
}

int
diagnosis_teardown(void **state)
{
	(void)state;
	unit_table_release(&units);
	arena_release(&arena);
	db_close(db);
	return 0;
}

int
slot(const char *code)
{
	return unit_by_code(&units, code)->slot;
}

void
give_values(const char *code, char direction)
{
	fixture_indicator(db, code, direction);
	for (int year = 2018; year <= 2020; year++) {
		char cells[128];

		snprintf(cells, sizeof cells,
			"020101=%d 020102=20 020103=30 020104=40 026501=50 146501=90", year - 2010);
		fixture_values(db, code, year, cells);
	}
}

struct diagnosis
question(const char *code, const char *peers)
{
	struct diagnosis d = { .slot = slot(code), .year = 2020, .years = 3 };

	strcpy(d.peers, peers);
	return d;
}

const struct diagnosis_row *
row_of(const struct diagnosis_result *r, const char *code)
{
	for (int i = 0; i < r->count; i++)
		if (strcmp(r->rows[i].indicator->code, code) == 0)
			return &r->rows[i];
	fail_msg("no row %s", code);
	return NULL;
}

struct diagnosis_result
compute(const struct diagnosis *d)
{
	struct diagnosis_result r;

	assert_done(diagnosis_compute(db, &units, d, &arena, &r, &err), err);
	return r;
}
