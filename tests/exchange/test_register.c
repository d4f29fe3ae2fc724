/* SPDX-License-Identifier: GPL-3.0-or-later */
/* States of the register one after another, lists of changes, and taking them back. */
#include "config.h"

#include "units_fixture.h"

#include "model/groups/contact.h"
#include "model/indicators/group.h"
#include "model/plans/improvement_plan.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const struct unit *
need(const struct unit_table *t, const char *code)
{
	const struct unit *u = unit_by_code(t, code);

	assert_non_null(u);
	return u;
}

static void
the_first_register_gives_slots_in_order_of_codes(void **state)
{
	struct fixture *f = *state;
	struct unit_table t;

	assert_int_equal(fixture_import_register(f, "2020-01-01", NULL), 1);
	assert_int_equal(f->preview.counts.rows, 115);
	assert_int_equal(f->preview.counts.new_values, 116);
	fixture_units(f, &t);
	assert_int_equal(t.count, 116);
	assert_string_equal(t.register_date, "2020-01-01");
	for (int i = 1; i < t.count; i++)
		assert_true(strcmp(t.units[i - 1].code, t.units[i].code) < 0);
	assert_string_equal(t.units[0].label, "Polska");
	assert_string_equal(t.units[0].teryt, "0000000");
	assert_int_equal(need(&t, "140103-4")->parent, need(&t, "140103")->slot);
	assert_int_equal(need(&t, "1401")->parent, need(&t, "14")->slot);
	assert_int_equal(need(&t, "1465028")->parent, need(&t, "146501")->slot);
	assert_string_equal(need(&t, "146501")->starts_on, "");
	unit_table_release(&t);
	assert_int_equal(fixture_faults(f), 0);
}

static void
the_same_file_again_changes_nothing(void **state)
{
	struct fixture *f = *state;
	char *before, *after;

	fixture_import_register(f, "2020-01-01", NULL);
	before = fixture_dump(f);
	assert_int_equal(fixture_import_register(f, "2020-01-01", NULL), 0);
	assert_non_null(f->preview.already);
	after = fixture_dump(f);
	assert_string_equal(before, after);
	free(before);
	free(after);
}

static const char *const newer[] = {
	"04;01;02;2;Miasto04;gmina wiejska;DATE\r\n", "04;01;02;3;Miasto04;gmina miejsko-wiejska;DATE\r\n"
		"04;01;02;4;Miasto04;miasto;DATE\r\n04;01;02;5;Miasto04;obszar wiejski;DATE\r\n",
	"powiatowy06", "karkonoski",
	"08;01;02;2;Miasto08;gmina wiejska;DATE\r\n", "",
	"10;01;03;3;", "10;01;09;2;Nowa;gmina wiejska;DATE\r\n10;01;03;3;",
	NULL
};

static void
a_newer_register_ends_starts_renames_and_keeps_slots(void **state)
{
	struct fixture *f = *state;
	struct unit_table t;
	int slot;

	fixture_import_register(f, "2020-01-01", NULL);
	fixture_units(f, &t);
	slot = need(&t, "040102")->slot;
	unit_table_release(&t);
	assert_int_equal(fixture_import_register(f, "2022-01-01", newer), 2);
	assert_int_equal(f->preview.counts.new_values, 3);
	assert_int_equal(f->preview.counts.changed, 3);
	fixture_units(f, &t);
	assert_int_equal(need(&t, "0401023")->slot, slot);
	assert_ptr_equal(need(&t, "0401022"), need(&t, "0401023"));
	assert_string_equal(need(&t, "0401022")->teryt, "0401023");
	assert_string_equal(need(&t, "0401024")->starts_on, "2022-01-01");
	assert_string_equal(need(&t, "080102")->ends_on, "2022-01-01");
	assert_string_equal(need(&t, "100109")->starts_on, "2022-01-01");
	assert_string_equal(need(&t, "0601")->label, "powiat karkonoski");
	assert_false(unit_exists_in(need(&t, "080102"), 2022));
	assert_true(unit_exists_in(need(&t, "080102"), 2021));
	assert_string_equal(need(&t, "100109")->starts_after, "2020-01-01");
	assert_string_equal(need(&t, "080102")->ends_after, "2020-01-01");
	assert_true(unit_exists_in(need(&t, "100109"), 2021));
	assert_true(unit_exists_in(need(&t, "100109"), 2020));
	assert_false(unit_exists_in(need(&t, "100109"), 2019));
	assert_true(unit_begins_after(need(&t, "100109"), 2019));
	assert_false(unit_begins_after(need(&t, "100109"), 2020));
	unit_table_release(&t);
	assert_int_equal(fixture_faults(f), 0);
}

static void
undoing_the_newer_register_brings_the_older_state_back(void **state)
{
	struct fixture *f = *state;
	char *before, *after;

	fixture_import_register(f, "2020-01-01", NULL);
	before = fixture_dump(f);
	fixture_import_register(f, "2022-01-01", newer);
	assert_int_equal(import_undo(f->db, 2, &f->err), 0);
	after = fixture_dump(f);
	assert_string_equal(before, after);
	assert_int_equal(fixture_faults(f), 0);
	free(before);
	free(after);
	assert_int_equal(import_undo(f->db, 2, &f->err), -1);
	assert_non_null(strstr(f->err.text, "undone already"));
	f->err.code = ERROR_NONE;
	assert_int_equal(import_undo(f->db, 77, &f->err), -1);
}

static void
a_register_on_which_a_later_one_rests_is_not_undone(void **state)
{
	struct fixture *f = *state;

	fixture_import_register(f, "2020-01-01", NULL);
	fixture_import_register(f, "2022-01-01", newer);
	assert_int_equal(import_undo(f->db, 1, &f->err), -1);
	assert_non_null(strstr(f->err.text, "Undo first: 2"));
}

static void
an_older_register_is_refused_unless_asked_for(void **state)
{
	static const char *const older[] = {
		"02;01;02;2;Miasto02;", "02;01;02;2;Stara;",
		"12;01;03;3;", "12;01;08;2;Dawna;gmina wiejska;DATE\r\n12;01;03;3;",
		"16;01;02;2;Miasto16;gmina wiejska;DATE\r\n", "", NULL
	};
	struct fixture *f = *state;
	struct import_options options = { .allow_older = true };
	struct unit_table t;
	char *text;

	fixture_import_register(f, "2020-01-01", NULL);
	text = fixture_register("2010-01-01", older);
	fixture_refused(f, "TERC_2010.csv", text, "2020-01-01");
	assert_true(fixture_import(f, fixture_file(f, "o.csv", text), &options) > 0);
	unlink(fixture_file(f, "o.csv", ""));
	free(text);
	fixture_units(f, &t);
	assert_string_equal(need(&t, "020102")->name, "Miasto02");
	assert_string_equal(need(&t, "120108")->ends_on, "2020-01-01");
	assert_string_equal(need(&t, "160102")->starts_on, "2020-01-01");
	assert_string_equal(t.register_date, "2020-01-01");
	unit_table_release(&t);
	assert_int_equal(fixture_faults(f), 0);
}

/* ---- lists of changes ---- */

static const char changes[] =
	"OD;DO;KOD6;ZMIANA;BYLO;JEST\n"
	"2010-01-01;2017-01-01;020103;ZMIANA_RODZ;Łąka02 (2);Łąka02 (3)\n"
	"2010-01-01;2017-01-01;040102;ZMIANA_NAZWY;Dawne;Miasto04\n"
	"2010-01-01;2017-01-01;060102;NOWY_KOD;;Miasto06 (2)\n"
	"2022-01-01;2026-01-01;080102;ZNIESIONA_LUB_PRZEKODOWANA;Miasto08 (2);\n"
	"2022-01-01;2026-01-01;100102;ZMIANA_RODZ;Miasto10 (2);Miasto10 (3)\n"
	"2012-12-31;2013-01-01;1261011;PRZEKODOWANA;Wałbrzych;1201011\n";

static void
changes_date_units_whenever_they_come(void **state)
{
	for (int first = 0; first < 2; first++) {
		struct fixture *f = *state;
		struct unit_table t;

		if (first)
			assert_true(fixture_import_text(f, "changes.csv", changes) > 0);
		assert_true(fixture_import_register(f, "2020-01-01", NULL) > 0);
		if (!first)
			assert_true(fixture_import_text(f, "changes.csv", changes) > 0);
		assert_int_equal(fixture_import_text(f, "changes.csv", changes), 0);
		fixture_units(f, &t);
		assert_string_equal(need(&t, "060102")->starts_on, "2017-01-01");
		assert_string_equal(need(&t, "080102")->ends_on, "2026-01-01");
		assert_string_equal(need(&t, "100102")->teryt, "1001023");
		assert_string_equal(need(&t, "020103")->teryt, "0201033");
		assert_string_equal(need(&t, "120101")->starts_on, "2013-01-01");
		unit_table_release(&t);
		assert_int_equal(fixture_faults(f), 0);
		fixture_close(state);
		fixture_open(state);
	}
}

static void
a_list_of_changes_keeps_both_days_of_a_beginning(void **state)
{
	struct fixture *f = *state;
	struct unit_table t;

	fixture_import_register(f, "2020-01-01", NULL);
	fixture_import_text(f, "changes.csv", changes);
	fixture_units(f, &t);
	assert_string_equal(need(&t, "060102")->starts_after, "2010-01-01");
	assert_string_equal(need(&t, "080102")->ends_after, "2022-01-01");
	assert_string_equal(need(&t, "120101")->starts_after, "2012-12-31");
	assert_true(unit_begins_after(need(&t, "060102"), 2009));
	assert_false(unit_begins_after(need(&t, "060102"), 2010));
	assert_false(unit_begins_after(need(&t, "060102"), 2016));
	/* The day itself is known: nothing of 2012 can be its own. */
	assert_true(unit_begins_after(need(&t, "120101"), 2012));
	assert_false(unit_begins_after(need(&t, "120101"), 2013));
	unit_table_release(&t);
	assert_int_equal(import_undo(f->db, 2, &f->err), 0);
	fixture_units(f, &t);
	assert_string_equal(need(&t, "060102")->starts_after, "");
	assert_string_equal(need(&t, "060102")->starts_on, "");
	unit_table_release(&t);
}

static void
a_register_between_two_says_more_closely_when_a_unit_began(void **state)
{
	static const char *const less[] = {
		"06;01;02;2;Miasto06;gmina wiejska;DATE\r\n", "", NULL };
	const struct import_options older = { .allow_older = true };
	struct fixture *f = *state;
	struct unit_table t;
	const char *path;
	char *text, *before, *after;

	assert_true(fixture_import_register(f, "2010-01-01", less) > 0);
	assert_true(fixture_import_register(f, "2020-01-01", NULL) > 0);
	before = fixture_dump(f);
	text = fixture_register("2014-01-01", less);
	path = fixture_file(f, "TERC.csv", text);
	assert_int_equal(fixture_import(f, path, &older), 3);
	assert_int_equal(f->preview.counts.changed, 1);
	fixture_units(f, &t);
	assert_string_equal(need(&t, "060102")->starts_after, "2014-01-01");
	assert_string_equal(need(&t, "060102")->starts_on, "2020-01-01");
	unit_table_release(&t);
	assert_int_equal(fixture_import(f, path, &older), 0);
	assert_int_equal(fixture_faults(f), 0);
	assert_int_equal(import_undo(f->db, 3, &f->err), 0);
	after = fixture_dump(f);
	assert_string_equal(before, after);
	unlink(path);
	free(text);
	free(before);
	free(after);
}

static void
undoing_changes_takes_all_of_them_back(void **state)
{
	struct fixture *f = *state;
	char *before, *after;

	fixture_import_register(f, "2020-01-01", NULL);
	before = fixture_dump(f);
	assert_int_equal(fixture_import_text(f, "changes.csv", changes), 2);
	assert_int_equal(import_undo(f->db, 2, &f->err), 0);
	after = fixture_dump(f);
	assert_string_equal(before, after);
	assert_int_equal(fixture_import_text(f, "changes.csv", changes), 3);
	free(before);
	free(after);
}

static void
successions_are_read_with_their_units(void **state)
{
	static const char list[] = "OD;DO;KOD6;ZMIANA;BYLO;JEST;ZRODLO\n"
		"2012-12-31;2013-01-01;020101;PRZEKODOWANA;A;020102;x\n"
		"2014-12-31;2015-01-01;040101;POLACZONA;A;040102;x\n"
		"2018-12-31;2019-01-01;060101;PODZIELONA;A;060102;x\n";
	struct fixture *f = *state;
	struct succession_link *links;
	struct arena arena = { 0 };
	struct unit_table t;
	int count;

	fixture_import_register(f, "2020-01-01", NULL);
	assert_int_equal(fixture_import_text(f, "recodings.csv", list), 2);
	fixture_units(f, &t);
	assert_int_equal(succession_load(f->db, &t, &arena, &links, &count, &f->err), 0);
	assert_int_equal(count, 5);
	assert_int_equal(links[0].slot, need(&t, "020102")->slot);
	assert_int_equal(links[0].other, need(&t, "020101")->slot);
	assert_true(links[0].follows);
	assert_int_equal(links[0].year, 2013);
	assert_false(links[1].follows);
	assert_string_equal(links[1].change, "merged");
	assert_int_equal(links[2].slot, need(&t, "040101")->slot);
	assert_string_equal(links[3].change, "split");
	assert_int_equal(links[4].slot, need(&t, "060101")->slot);
	assert_int_equal(links[4].other, NO_SLOT);
	assert_string_equal(need(&t, "040101")->ends_on, "2015-01-01");
	assert_string_equal(need(&t, "060101")->ends_on, "");
	unit_table_release(&t);
	arena_release(&arena);
}

/* ---- units known from BDL ---- */

struct adding { const char *code, *name; int slot; int64_t import_id; };

static int
add(struct db *db, void *context, struct error *err)
{
	static const char zeros[65] = "0000000000000000000000000000000000000000000000000000000000000000";
	struct import_file file = { .kind = "bdl", .name = "LUDN_1.csv", .sha256 = zeros, .size = 1 };
	struct import_counts counts = { 0 };
	struct adding *a = context;
	struct unit_code code;

	a->import_id = import_begin(db, &file, err);
	if (unit_code_parse(a->code, strlen(a->code), &code, err) < 0 ||
	    unit_add(db, a->import_id, &code, a->name, &a->slot, err) < 0)
		return -1;
	return import_finish(db, a->import_id, &counts, err);
}

static void
add_unit(struct fixture *f, struct adding *a)
{
	struct db_act act = { .action = "import", .entity = "import" };

	assert_int_equal(db_write(f->db, &act, add, a, &f->err), 0);
}

static void
a_unit_from_bdl_has_its_years_and_goes_with_its_last_import(void **state)
{
	struct fixture *f = *state;
	struct adding first = { .code = "0221091", .name = "Wałbrzych od 2003 do 2012 (1)" };
	struct adding second = first;
	struct unit_table t;

	fixture_import_register(f, "2020-01-01", NULL);
	add_unit(f, &first);
	add_unit(f, &second);
	assert_int_equal(first.slot, second.slot);
	fixture_units(f, &t);
	assert_true(need(&t, "022109")->from_bdl);
	assert_string_equal(need(&t, "022109")->starts_on, "2003-01-01");
	assert_string_equal(need(&t, "022109")->ends_on, "2013-01-01");
	assert_true(unit_begins_after(need(&t, "022109"), 2002));
	assert_false(unit_begins_after(need(&t, "022109"), 2003));
	assert_string_equal(need(&t, "022109")->label, "Wałbrzych od 2003 do 2012");
	unit_table_release(&t);
	assert_int_equal(import_undo(f->db, first.import_id, &f->err), 0);
	assert_int_equal(fixture_faults(f), 0);
	fixture_units(f, &t);
	assert_string_equal(need(&t, "022109")->ends_on, "2013-01-01");
	unit_table_release(&t);
	assert_int_equal(import_undo(f->db, second.import_id, &f->err), 0);
	fixture_units(f, &t);
	assert_null(unit_by_code(&t, "022109"));
	unit_table_release(&t);
	assert_int_equal(fixture_faults(f), 0);
}

static void
a_register_takes_over_a_unit_from_bdl_with_its_slot(void **state)
{
	static const char *const more[] = { "12;01;03;3;", "12;01;08;2;Nowa;gmina wiejska;DATE\r\n12;01;03;3;",
		NULL };
	struct fixture *f = *state;
	struct adding region = { .code = "071427300000", .name = "ŻYRARDOWSKI" };
	struct adding gmina = { .code = "1201082", .name = "Nowa (2)" };
	struct unit_table t;

	fixture_import_register(f, "2020-01-01", NULL);
	add_unit(f, &region);
	add_unit(f, &gmina);
	assert_true(fixture_import_register(f, "2022-01-01", more) > 0);
	fixture_units(f, &t);
	assert_int_equal(need(&t, "120108")->slot, gmina.slot);
	assert_false(need(&t, "120108")->from_bdl);
	assert_string_equal(need(&t, "120108")->name, "Nowa");
	assert_string_equal(need(&t, "071427300000")->label, "Żyrardowski");
	assert_string_equal(need(&t, "071427300000")->teryt, "");
	assert_int_equal(need(&t, "071427300000")->parent, need(&t, "14")->slot);
	unit_table_release(&t);
	assert_int_equal(import_undo(f->db, 4, &f->err), 0);
	fixture_units(f, &t);
	assert_true(need(&t, "120108")->from_bdl);
	unit_table_release(&t);
	assert_int_equal(fixture_faults(f), 0);
}

static void
a_register_with_units_in_a_group_is_not_undone(void **state)
{
	struct fixture *f = *state;
	struct group group = { .name = "Sąsiedzi" };
	int slots[] = { 5, 6 };

	fixture_import_register(f, "2020-01-01", NULL);
	assert_int_equal(group_save(f->db, &group, slots, 2, &f->err), 0);
	assert_int_equal(import_undo(f->db, 1, &f->err), -1);
	assert_non_null(strstr(f->err.text, "Sąsiedzi"));
}

static void
a_register_whose_units_people_and_plans_need_is_not_undone_and_says_so(void **state)
{
	struct fixture *f = *state;
	struct contact contact = { .name = "Osoba A", .slot = 5 };
	struct improvement_plan plan = { .slot = 5,
		.title = "Mniej strat wody",
		.base = NAN,
		.target = NAN,
		.budget = NAN };

	fixture_import_register(f, "2020-01-01", NULL);
	assert_int_equal(contact_save(f->db, &contact, &f->err), 0);
	assert_int_equal(plan_save(f->db, &plan, &f->err), 0);
	assert_int_equal(import_undo(f->db, 1, &f->err), -1);
	assert_int_equal(f->err.code, ERROR_INPUT);
	assert_non_null(strstr(f->err.text, "people"));
	assert_non_null(strstr(f->err.text, "improvement plans"));
	error_clear(&f->err);
	assert_int_equal(contact_erase(f->db, contact.id, &f->err), 0);
	assert_int_equal(import_undo(f->db, 1, &f->err), -1);
	assert_null(strstr(f->err.text, "people"));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_open, fixture_close)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_first_register_gives_slots_in_order_of_codes),
		TEST(the_same_file_again_changes_nothing),
		TEST(a_newer_register_ends_starts_renames_and_keeps_slots),
		TEST(undoing_the_newer_register_brings_the_older_state_back),
		TEST(a_register_on_which_a_later_one_rests_is_not_undone),
		TEST(an_older_register_is_refused_unless_asked_for),
		TEST(changes_date_units_whenever_they_come),
		TEST(a_list_of_changes_keeps_both_days_of_a_beginning),
		TEST(a_register_between_two_says_more_closely_when_a_unit_began),
		TEST(undoing_changes_takes_all_of_them_back),
		TEST(successions_are_read_with_their_units),
		TEST(a_unit_from_bdl_has_its_years_and_goes_with_its_last_import),
		TEST(a_register_takes_over_a_unit_from_bdl_with_its_slot),
		TEST(a_register_with_units_in_a_group_is_not_undone),
		TEST(a_register_whose_units_people_and_plans_need_is_not_undone_and_says_so),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
