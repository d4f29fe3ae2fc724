/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The real register and the real list of changes, with the figures known of them. */
#include "config.h"

#include "units_fixture.h"

#include "base/text.h"
#include "model/units/unit_city.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define TERC "teryt/TERC_Urzedowy_2020-09-26.csv"
#define CHANGES "teryt/zmiany_kodow_2010_2026.csv"

static const char *
real(const char *name)
{
	static char path[512];
	const char *folder = getenv("GROMADA_REAL_DATA");

	if (!folder) {
		print_message("# skipped: GROMADA_REAL_DATA does not name the folder of real files\n");
		skip();
	}
	snprintf(path, sizeof(path), "%s/%s", folder, name);
	return path;
}

static void
the_real_register_has_its_levels_and_kinds(void **state)
{
	struct fixture *f = *state;
	int levels[LEVEL_COUNT] = { 0 }, kinds[128] = { 0 }, cities = 0;
	struct unit_table t;

	assert_int_equal(fixture_import(f, real(TERC), NULL), 1);
	assert_int_equal(f->preview.counts.rows, 4194);
	fixture_units(f, &t);
	assert_int_equal(t.count, 4195);
	for (int i = 0; i < t.count; i++) {
		levels[t.units[i].level]++;
		kinds[(unsigned char)t.units[i].kind]++;
		cities += t.units[i].city;
		assert_true(t.units[i].parent != NO_SLOT || t.units[i].level == LEVEL_COUNTRY);
	}
	assert_int_equal(levels[LEVEL_VOIVODESHIP], 16);
	assert_int_equal(levels[LEVEL_POWIAT], 380);
	assert_int_equal(levels[LEVEL_GMINA], 2477);
	assert_int_equal(levels[LEVEL_PART], 1284);
	assert_int_equal(levels[LEVEL_DISTRICT], 37);
	assert_int_equal(kinds['1'], 302);
	assert_int_equal(kinds['2'], 1533);
	assert_int_equal(kinds['3'], 642);
	assert_int_equal(kinds['8'], 18);
	assert_int_equal(kinds['9'], 19);
	assert_int_equal(cities, 66);
	assert_string_equal(t.register_date, "2020-01-01");
	unit_table_release(&t);
	assert_int_equal(fixture_faults(f), 0);
	assert_int_equal(fixture_import(f, real(TERC), NULL), 0);
}

static void
find(const struct unit_table *t, const char *search, const char *wanted)
{
	struct unit_filter filter = { .level = -1, .search = search };
	struct arena arena = { 0 };
	char found[1024] = "";
	int *slots, count = unit_find(t, &filter, &arena, &slots);

	for (int i = 0; i < count && i < 8; i++) {
		const struct unit *u = unit_by_slot(t, slots[i]);
		snprintf(found + strlen(found), sizeof(found) - strlen(found), "%s ", u->teryt);
	}
	if (strncmp(found, wanted, strlen(wanted)) != 0)
		fail_msg("%s: %s, wanted %s", search, found, wanted);
	arena_release(&arena);
}

static void
units_are_found_by_name_and_code(void **state)
{
	struct fixture *f = *state;
	struct unit_table t;
	char text[128];

	assert_int_equal(fixture_import(f, real(TERC), NULL), 1);
	fixture_units(f, &t);
	find(&t, "lodz", "1061000 1061011 1061029 1061039 1061049 1061059 1061069 1000000 ");
	find(&t, "LODZ", "1061000 1061011 ");
	find(&t, "łódź", "1061000 1061011 ");
	find(&t, "1061", "1061000 1061011 ");
	find(&t, "106101", "1061011 ");
	find(&t, "gm nowy targ", "1211011 1211092 ");
	find(&t, "0201012", "0201011 ");
	find(&t, "020104-5", "0201045 ");
	find(&t, "rokietnica", "1804092 3021132 ");
	find(&t, "pow opolski", "0612000 1609000 ");
	find(&t, "woj lodzkie", "1000000 ");
	find(&t, "opolsk", "1600000 0612000 1609000 ");
	assert_string_equal(unit_by_code(&t, "0200000")->label, "Dolnośląskie");
	assert_string_equal(unit_by_code(&t, "0201")->label, "powiat bolesławiecki");
	assert_string_equal(unit_describe(&t, unit_by_code(&t, "0201022"), text, sizeof(text)),
		"rural gmina, powiat bolesławiecki, 0201022");
	assert_true(unit_is_city_powiat(&t, unit_by_code(&t, "1465011")));
	assert_true(unit_is_in(&t, unit_by_code(&t, "0201045")->slot, unit_by_code(&t, "02")->slot));
	assert_false(unit_is_in(&t, unit_by_code(&t, "0201045")->slot, unit_by_code(&t, "04")->slot));
	assert_null(unit_by_code(&t, "320304"));
	assert_null(unit_need(&t, "320304", &f->err));
	assert_int_equal(f->err.code, ERROR_MISSING);
	unit_table_release(&t);
}

static void
units_stand_in_polish_order(void **state)
{
	struct fixture *f = *state;
	struct unit_table t;

	assert_int_equal(fixture_import(f, real(TERC), NULL), 1);
	fixture_units(f, &t);
	for (int i = 1; i < t.count; i++) {
		const struct unit *a = &t.units[t.in_order[i - 1]], *b = &t.units[t.in_order[i]];

		assert_true(text_compare(a->label, b->label) <= 0);
		assert_int_equal(b->order, i);
	}
	unit_table_release(&t);
}

static void
the_real_changes_date_the_register(void **state)
{
	struct fixture *f = *state;
	struct unit_table t;
	char *before, *after;

	assert_int_equal(fixture_import(f, real(TERC), NULL), 1);
	before = fixture_dump(f);
	assert_int_equal(fixture_import(f, real(CHANGES), NULL), 2);
	assert_int_equal(f->preview.counts.rows, 143);
	assert_int_equal(f->preview.counts.new_values, 143);
	/* 022109, 080910, 320304 are gone, 120713 and 200216 are to come. */
	assert_int_equal(f->preview.counts.units, 138);
	assert_int_equal(fixture_import(f, real(CHANGES), NULL), 0);
	fixture_units(f, &t);
	assert_string_equal(unit_by_code(&t, "0265011")->starts_on, "2017-01-01");
	assert_string_equal(unit_by_code(&t, "0265011")->starts_after, "2010-01-01");
	assert_true(unit_begins_after(unit_by_code(&t, "0265011"), 2009));
	assert_false(unit_begins_after(unit_by_code(&t, "0265011"), 2010));
	assert_string_equal(unit_by_code(&t, "121402")->teryt, "1214023");
	assert_string_equal(unit_by_code(&t, "021803")->teryt, "0218033");
	assert_string_equal(unit_by_code(&t, "2212082")->name, "Redzikowo");
	assert_string_equal(unit_by_code(&t, "201303")->name, "Czyżew");
	unit_table_release(&t);
	assert_int_equal(fixture_faults(f), 0);
	assert_int_equal(import_undo(f->db, 2, &f->err), 0);
	after = fixture_dump(f);
	assert_string_equal(before, after);
	free(before);
	free(after);
}

static void
the_real_slice_of_simc_is_refused_by_name(void **state)
{
	struct fixture *f = *state;

	assert_int_equal(fixture_import(f, real("teryt/simc_slice.csv"), NULL), -1);
	assert_non_null(strstr(f->err.text, "register SIMC"));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_open, fixture_close)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_real_register_has_its_levels_and_kinds),
		TEST(units_are_found_by_name_and_code),
		TEST(units_stand_in_polish_order),
		TEST(the_real_changes_date_the_register),
		TEST(the_real_slice_of_simc_is_refused_by_name),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
