/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Own values: unit;indicator;year;value;flag. */
#include "figures_fixture.h"

static int
set_up(void **state)
{
	struct indicator cards[] = {
		{ .code = "OS01", .name = "Oddziały", .multiplier = 1, .direction = 'S' },
		{ .code = "OS02", .name = "Etaty", .multiplier = 1, .direction = 'S' },
		{ .code = "OS03", .name = "Oddziały na etat", .multiplier = 100, .direction = 'S',
			.kind = INDICATOR_DERIVED, .numerator_code = "OS01", .denominator_code = "OS02" },
	};
	struct fixture *f;

	fixture_open(state);
	f = *state;
	assert_int_equal(fixture_import_register(f, "2020-01-01", NULL), 1);
	for (int i = 0; i < 3; i++)
		assert_int_equal(indicator_save(f->db, &cards[i], &f->err), 0);
	return 0;
}

static void
commas_points_and_reasons_are_read(void **state)
{
	struct fixture *f = *state;

	assert_true(fixture_import_text(f, "w.csv", "unit;indicator;year;value;flag\n"
		"0201011;OS01;2020;12,5;\n020102;OS01;2020;7.25;s\n0201;OS01;2020;bd;\n"
		"02;OS01;2020;nd;\n020103-4;OS01;2020;-;\n0401011;OS01;2020;.;\n"
		"0401022;OS01;2020;;\n0401033;OS01;2020;0;x\n0601011;OS01;2020;;bd\n") > 0);
	assert_value(figure(f, "OS01", 2020, "0201011"), 12.5);
	assert_value(figure(f, "OS01", 2020, "0201022"), 7.25);
	assert_int_equal(figure_flag_of(f, "OS01", 2020, "0201022"), FLAG_PRELIMINARY);
	assert_int_equal(figure_flag_of(f, "OS01", 2020, "0201"), FLAG_NO_DATA);
	assert_int_equal(figure_flag_of(f, "OS01", 2020, "02"), FLAG_NOT_APPLICABLE);
	assert_int_equal(figure_flag_of(f, "OS01", 2020, "0201034"), FLAG_STRUCTURE);
	assert_int_equal(figure_flag_of(f, "OS01", 2020, "0401011"), FLAG_EMPTY);
	assert_int_equal(figure_flag_of(f, "OS01", 2020, "0401022"), FLAG_EMPTY);
	assert_int_equal(figure_flag_of(f, "OS01", 2020, "0401033"), FLAG_NO_INFO);
	assert_int_equal(figure_flag_of(f, "OS01", 2020, "0601011"), FLAG_NO_DATA);
	assert_int_equal(f->preview.counts.new_values, 2);
}

static void
polish_headers_other_separators_and_orders_do(void **state)
{
	struct fixture *f = *state;

	assert_true(fixture_import_text(f, "w.csv",
		"rok\tjednostka\twskaźnik\twartość\n2020\t0201011\tOS01\t1 234,5\n") > 0);
	assert_value(figure(f, "OS01", 2020, "0201011"), 1234.5);
	assert_true(fixture_import_text(f, "w.csv",
		"unit,indicator,year,value\n0201022,OS01,2020,\"3,5\"\n") > 0);
	assert_value(figure(f, "OS01", 2020, "0201022"), 3.5);
}

static void
an_unknown_indicator_is_refused_or_gets_a_card(void **state)
{
	static const char text[] = "unit;indicator;year;value\n0201011;OS01;2020;1\n0201011;NOWY;2020;3\n";
	struct import_options options = { .new_indicators = true, .made_up = true,
		.source = "zmyślone" };
	struct fixture *f = *state;
	struct look l;
	const char *path;

	fixture_refused(f, "w.csv", text, "NOWY");
	assert_int_equal(f->err.row, 3);
	path = fixture_file(f, "w.csv", text);
	assert_true(fixture_import(f, path, &options) > 0);
	remove(path);
	look_at(f, &l, "NOWY", 2020);
	assert_true(l.card.made_up);
	assert_string_equal(l.card.source, "zmyślone");
	assert_false(l.card.in_catalogue);
	look_away(&l);
	assert_value(figure(f, "NOWY", 2020, "0201011"), 3);
}

static void
an_indicator_has_one_source(void **state)
{
	struct fixture *f = *state;

	assert_true(fixture_import_text(f, "LUDN_1234_CTAB_20200101000000.csv",
		"Kod;Nazwa;\"a;2020;[-]\"\n0201011;A;1\n") > 0);
	fixture_refused(f, "w.csv", "unit;indicator;year;value\n0201011;P1234.1;2020;1\n",
		"takes its values from BDL, subgroup 1234");
	fixture_refused(f, "w.csv", "unit;indicator;year;value\n0201011;OS03;2020;1\n", "computed");
}

static void
a_derived_indicator_appears_with_its_parts(void **state)
{
	struct fixture *f = *state;
	struct arena arena = { 0 };
	struct indicator card;

	assert_true(fixture_import_text(f, "w.csv", "unit;indicator;year;value\n"
		"0201011;OS01;2020;3\n0201011;OS02;2020;4\n") > 0);
	assert_int_equal(indicator_load(f->db, "OS03", &arena, &card, &f->err), 0);
	assert_int_equal(card.first_year, 2020);
	assert_int_equal(card.values, 1);
	arena_release(&arena);
}

static void
unsuitable_files_are_refused_with_their_place(void **state)
{
	static const struct { const char *text, *sentence; long row; int column; } bad[] = {
		{ "unit;indicator;year;value\n0201011;OS01;2020;1.234,5\n", "1.234,5", 2, 4 },
		{ "unit;indicator;year;value\n0201011;OS01;2020;x1\n", "x1", 2, 4 },
		{ "unit;indicator;year;value\n0201011;OS01;19999;1\n", "19999", 2, 3 },
		{ "unit;indicator;year;value\n0201011;;2020;1\n", "no code of an indicator", 2, 2 },
		{ "unit;indicator;year;value\n0299011;OS01;2020;1\n", "0299011 (line 2)", 2, 1 },
		{ "unit;indicator;year;value\n0501011;OS01;2020;1\n", "0501011", 2, 1 },
		{ "unit;indicator;year;value;flag\n0201011;OS01;2020;1;q\n", "no flag", 2, 5 },
		{ "unit;indicator;year;value\n0201011;OS01;2020;1\n020101;OS01;2020;2\n",
			"line 2 says 1, line 3 says 2", 3, 1 },
		{ "unit;indicator;year;value\n0201011;OS01;2020\n", "3 fields", 2, 3 },
		{ "unit;indicator;year;value;uwagi\n0201011;OS01;2020;1;x\n", "uwagi", 1, 5 },
		{ "unit;indicator;year;value;value\n0201011;OS01;2020;1;1\n", "twice", 1, 5 },
	};
	struct fixture *f = *state;

	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
		fixture_refused(f, "w.csv", bad[i].text, bad[i].sentence);
		if (f->err.row != bad[i].row || f->err.column != bad[i].column)
			print_message("# %s (%ld, %d)\n", f->err.text, f->err.row, f->err.column);
		assert_int_equal(f->err.row, bad[i].row);
		assert_int_equal(f->err.column, bad[i].column);
	}
}

static void
undoing_leaves_a_catalogue_card_without_values(void **state)
{
	struct fixture *f = *state;
	struct arena arena = { 0 };
	struct indicator card;
	int64_t id;

	id = fixture_import_text(f, "w.csv", "unit;indicator;year;value\n0201011;OS01;2020;3\n");
	assert_true(id > 0);
	assert_int_equal(import_undo(f->db, id, &f->err), 0);
	assert_int_equal(indicator_load(f->db, "OS01", &arena, &card, &f->err), 0);
	assert_int_equal(card.values, 0);
	assert_int_equal(card.first_year, 0);
	assert_true(fixture_import_text(f, "w.csv",
		"unit;indicator;year;value\n0201011;OS01;2020;3\n") > 0);
	arena_release(&arena);
	assert_int_equal(fixture_faults(f), 0);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, fixture_close)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(commas_points_and_reasons_are_read),
		TEST(polish_headers_other_separators_and_orders_do),
		TEST(an_unknown_indicator_is_refused_or_gets_a_card),
		TEST(an_indicator_has_one_source),
		TEST(a_derived_indicator_appears_with_its_parts),
		TEST(unsuitable_files_are_refused_with_their_place),
		TEST(undoing_leaves_a_catalogue_card_without_values),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
