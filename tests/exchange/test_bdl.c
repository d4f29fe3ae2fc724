/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Exports of BDL in every shape met: layouts, codes, attributes, zeros, and what is refused. */
#include "figures_fixture.h"

#include "exchange/bdl.h"

#define TAB "LUDN_1234_CTAB_20250616155804.csv"
#define REL "LUDN_1234_CREL_20250616155804.csv"
#define REL_HEAD \
	"\"Kod\";\"Nazwa\";\"Wiek\";\"Rok\";\"Wartosc\";\"Jednostka miary\";\"Atrybut\";\r\n"

static int
set_up(void **state)
{
	struct fixture *f;

	fixture_open(state);
	f = *state;
	assert_int_equal(fixture_import_register(f, "2020-01-01", NULL), 1);
	return 0;
}

static void
imports(struct fixture *f, const char *name, const char *text)
{
	if (fixture_import_text(f, name, text) <= 0)
		fail_msg("not imported: %s", f->err.text);
}

static void
a_wide_table_is_read_with_semicolons_in_its_header(void **state)
{
	struct fixture *f = *state;
	struct look l;

	imports(f, TAB, "\"Kod\";\"Nazwa\";\"ogółem;2019;[osoba]\";\"ogółem;2020;[osoba]\";"
		"\"hale 36x19 m, razem;ogółem;2020;[ob.]\";\r\n"
		"0000000;\"POLSKA\";100;110;;\r\n"
		"0201011;\"Miasto (1)\";5;-6,5;7;\r\n");
	assert_int_equal(f->preview.counts.rows, 2);
	assert_int_equal(f->preview.counts.units, 2);
	assert_int_equal(f->preview.series, 2);
	assert_int_equal(f->preview.counts.new_values, 5);
	assert_int_equal(f->preview.bdl_units, 0);
	assert_value(figure(f, "P1234.1", 2019, "0000000"), 100);
	assert_value(figure(f, "P1234.1", 2020, "0201011"), -6.5);
	assert_int_equal(figure_flag_of(f, "P1234.2", 2020, "0000000"), FLAG_EMPTY);
	look_at(f, &l, "P1234.2", 2020);
	assert_string_equal(l.card.dimensions, "hale 36x19 m, razem; ogółem");
	assert_string_equal(l.card.series_measure, "ob.");
	assert_string_equal(l.card.name, "hale 36x19 m, razem (P1234)");
	assert_string_equal(l.card.source, "GUS, BDL");
	look_away(&l);
}

static void
both_layouts_feed_one_series(void **state)
{
	struct fixture *f = *state;

	imports(f, TAB, "\"Kod\";\"Nazwa\";\"ogółem;2019;[osoba]\";\n0201011;\"A (1)\";5;\n");
	imports(f, REL, REL_HEAD "0201011;\"A (1)\";\"ogółem\";\"2020\";6;\"osoba\";\"\";\r\n");
	assert_value(figure(f, "P1234.1", 2019, "0201011"), 5);
	assert_value(figure(f, "P1234.1", 2020, "0201011"), 6);
}

static void
english_headers_commas_and_no_trailing_separator_do(void **state)
{
	struct fixture *f = *state;

	imports(f, REL, "\"Code\";\"Name\";\"Age\";\"Year\";\"Value\";\"Unit of measure\";\"Attribute\"\n"
		"0201011;\"A\";\"total\";\"2020\";6,5;\"person\";\"M\"\n");
	assert_value(figure(f, "P1234.1", 2020, "0201011"), 6.5);
	assert_int_equal(figure_flag_of(f, "P1234.1", 2020, "0201011"), FLAG_BREAK);
	imports(f, TAB, "\"Code\",\"Name\",\"total;2020;[person]\"\n0201022,\"B\",\"7,25\"\n");
	assert_value(figure(f, "P1234.1", 2020, "0201022"), 7.25);
}

static void
attributes_decide_what_a_zero_is(void **state)
{
	struct fixture *f = *state;

	imports(f, REL, REL_HEAD
		"0201011;\"A\";\"a\";\"2020\";0,0;\"%\";\"x\";\r\n"
		"0201022;\"B\";\"a\";\"2020\";0,0;\"%\";\"n\";\r\n"
		"0201033;\"C\";\"a\";\"2020\";;\"%\";\"n\";\r\n"
		"0401011;\"D\";\"a\";\"2020\";0,0;\"%\";\"z\";\r\n"
		"0401022;\"E\";\"a\";\"2020\";0;\"%\";\"\";\r\n"
		"0401033;\"F\";\"a\";\"2020\";;\"%\";\"\";\r\n"
		"0601011;\"G\";\"a\";\"2020\";3;\"%\";\"K\";\r\n"
		"0601022;\"H\";\"a\";\"2020\";;\"%\";\"M\";\r\n");
	assert_int_equal(figure_flag_of(f, "P1234.1", 2020, "0201011"), FLAG_NO_INFO);
	assert_true(isnan(figure(f, "P1234.1", 2020, "0201011")));
	assert_int_equal(figure_flag_of(f, "P1234.1", 2020, "0201022"), FLAG_PENDING);
	assert_int_equal(figure_flag_of(f, "P1234.1", 2020, "0201033"), FLAG_PENDING);
	assert_int_equal(figure_flag_of(f, "P1234.1", 2020, "0401011"), FLAG_TRUE_ZERO);
	assert_value(figure(f, "P1234.1", 2020, "0401011"), 0);
	assert_value(figure(f, "P1234.1", 2020, "0401022"), 0);
	assert_int_equal(figure_flag_of(f, "P1234.1", 2020, "0401033"), FLAG_EMPTY);
	assert_int_equal(figure_flag_of(f, "P1234.1", 2020, "0601011"), FLAG_INCOMPLETE_BREAK);
	assert_int_equal(figure_flag_of(f, "P1234.1", 2020, "0601022"), FLAG_EMPTY);
	assert_int_equal(f->preview.counts.new_values, 3);
}

/* How many cells the first remark with these words stands for; -1: there is none. */
static long
remarked(struct fixture *f, const char *name, const char *file, const char *words)
{
	const char *path = fixture_file(f, name, file);
	const struct import_preview *p;
	struct importer *im;
	long count = -1;

	if (importer_read(&im, f->db, IMPORT_BDL, path, NULL, NULL, &f->err))
		fail_msg("%s", f->err.text);
	p = importer_preview(im);
	for (int i = 0; i < p->remark_count && count < 0; i++)
		if (strstr(p->remarks[i].text, words))
			count = p->remarks[i].count;
	importer_free(im);
	remove(path);
	return count;
}

static void
rows_without_any_value_are_counted(void **state)
{
	struct fixture *f = *state;

	assert_true(remarked(f, REL, REL_HEAD
		"0201011;\"A\";\"a\";\"2020\";0;\"%\";\"n\";\r\n"
		"0201011;\"A\";\"a\";\"2021\";0;\"%\";\"\";\r\n"
		"0201011;\"A\";\"a\";\"2022\";;\"%\";\"\";\r\n", "2 rows bring no value.") > 0);
	assert_true(remarked(f, TAB, "Kod;Nazwa;\"b;2019;[%]\";\"b;2020;[%]\";\r\n"
		"0201011;A;;;\r\n0201022;B;;1;\r\n0201033;C;2;1;\r\n", "1 row brings no value.") > 0);
	assert_int_equal(remarked(f, TAB, "Kod;Nazwa;\"b;2019;[%]\"\n0201011;A;0\n",
		"no value"), -1);
}

static void
quarters_are_dimensions_and_set_the_frequency(void **state)
{
	struct fixture *f = *state;
	struct look l;

	imports(f, REL, "\"Kod\";\"Nazwa\";\"Okresy\";\"Ogółem\";\"Rok\";\"Wartosc\";"
		"\"Jednostka miary\";\"Atrybut\";\r\n"
		"0201011;\"A\";\"I kwartał\";\"ogółem\";\"2020\";1;\"zł\";\"\";\r\n"
		"0201011;\"A\";\"II kwartał\";\"ogółem\";\"2020\";2;\"zł\";\"\";\r\n"
		"0201011;\"A\";\"styczeń-luty\";\"ogółem\";\"2020\";3;\"zł\";\"\";\r\n");
	look_at(f, &l, "P1234.2", 2020);
	assert_string_equal(l.card.dimensions, "II kwartał; ogółem");
	assert_string_equal(l.card.frequency, "Q");
	look_away(&l);
	look_at(f, &l, "P1234.3", 2020);
	assert_string_equal(l.card.frequency, "M");
	look_away(&l);
}

static void
codes_of_other_systems_find_their_units(void **state)
{
	struct fixture *f = *state;

	/* 10 digits of NTS, 9 without the kind, 12 of BDL, 11 with a lost zero. */
	imports(f, TAB, "\"Kod\";\"Nazwa\";\"a;2020;[-]\";\n"
		"5020101000;\"Powiat\";1;\n502010101;\"A\";2;\n030400101022;\"B\";3;\n"
		"70600101011;\"C\";4;\n");
	assert_value(figure(f, "P1234.1", 2020, "0201"), 1);
	assert_value(figure(f, "P1234.1", 2020, "0201011"), 2);
	assert_value(figure(f, "P1234.1", 2020, "0401022"), 3);
	assert_value(figure(f, "P1234.1", 2020, "0601011"), 4);
	assert_int_equal(f->preview.bdl_units, 0);
}

static void
a_subregion_never_becomes_its_voivodeship(void **state)
{
	struct fixture *f = *state;

	imports(f, TAB, "\"Kod\";\"Nazwa\";\"a;2020;[-]\";\n"
		"071400000000;\"MAZOWIECKIE\";50;\n071427300000;\"PODREGION ŻYRARDOWSKI\";4,3;\n"
		"071427200000;\"PODREGION SIEDLECKI\";4,4;\n");
	assert_value(figure(f, "P1234.1", 2020, "1400000"), 50);
	assert_value(figure(f, "P1234.1", 2020, "071427300000"), 4.3);
	assert_int_equal(f->preview.bdl_units, 2);
}

static void
lost_zeros_are_put_back_where_seven_digits_stand_beside(void **state)
{
	struct fixture *f = *state;

	imports(f, TAB, "Kod;Nazwa;\"a;2020;[-]\"\n0;POLSKA;9\n201011;A;1\n1401011;B;2\n200000;W;3\n");
	assert_value(figure(f, "P1234.1", 2020, "0201011"), 1);
	assert_value(figure(f, "P1234.1", 2020, "1401011"), 2);
	assert_value(figure(f, "P1234.1", 2020, "02"), 3);
	assert_value(figure(f, "P1234.1", 2020, "00"), 9);
}

static void
six_digits_without_a_lost_zero_are_keys(void **state)
{
	struct fixture *f = *state;

	imports(f, TAB, "Kod;Nazwa;\"a;2020;[-]\"\n020101;A;1\n140101;B;2\n");
	assert_value(figure(f, "P1234.1", 2020, "0201011"), 1);
	assert_value(figure(f, "P1234.1", 2020, "1401011"), 2);
}

static void
two_kinds_of_a_gmina_are_one_unit(void **state)
{
	struct fixture *f = *state;

	imports(f, TAB, "Kod;Nazwa;\"a;2018;[-]\";\"a;2019;[-]\"\n"
		"0201022;B;153;\n0201023;B;;95\n");
	assert_value(figure(f, "P1234.1", 2018, "020102"), 153);
	assert_value(figure(f, "P1234.1", 2019, "020102"), 95);
	assert_int_equal(f->preview.counts.units, 1);
}

static void
units_of_other_years_are_known_from_bdl_only(void **state)
{
	struct fixture *f = *state;
	struct unit_table t;
	const struct unit *u;

	imports(f, TAB, "Kod;Nazwa;\"a;2010;[-]\"\n"
		"0221091;\"Wałbrzych od 2003 do 2012 (1)\";5\n0201011;A;1\n");
	assert_int_equal(f->preview.bdl_units, 1);
	fixture_units(f, &t);
	u = unit_by_code(&t, "0221091");
	assert_non_null(u);
	assert_true(u->from_bdl);
	assert_string_equal(u->name, "Wałbrzych od 2003 do 2012");
	assert_int_equal(u->level, LEVEL_GMINA);
	unit_table_release(&t);
	assert_int_equal(fixture_faults(f), 0);
}

static void
zeros_of_both_parts_are_missing_unless_kept(void **state)
{
	static const char text[] = "Kod;Nazwa;\"a;2018;[-]\";\"a;2019;[-]\"\n"
		"0201033;C;10;12\n0201034;C;0;5\n0201035;C;0;7\n";
	struct import_options keep = { .keep_zeros = true };
	struct fixture *f = *state;
	const char *path;

	imports(f, TAB, text);
	assert_true(f->preview.has_zeros);
	assert_int_equal(figure_flag_of(f, "P1234.1", 2018, "0201034"), FLAG_NOT_COLLECTED);
	assert_int_equal(figure_flag_of(f, "P1234.1", 2018, "0201035"), FLAG_NOT_COLLECTED);
	assert_value(figure(f, "P1234.1", 2018, "0201033"), 10);
	assert_value(figure(f, "P1234.1", 2019, "0201034"), 5);
	path = fixture_file(f, TAB, text);
	assert_true(fixture_import(f, path, &keep) > 0);
	remove(path);
	assert_value(figure(f, "P1234.1", 2018, "0201034"), 0);
	assert_int_equal(f->preview.counts.new_values, 2);
	assert_int_equal(f->preview.counts.same, 4);
}

static void
a_column_of_zeros_is_missing_unless_kept(void **state)
{
	struct fixture *f = *state;
	char text[2048] = "Kod;Nazwa;\"a;2018;[-]\";\"a;2019;[-]\"\n";

	for (int w = 2; w <= 24; w += 2)
		snprintf(text + strlen(text), sizeof text - strlen(text), "%02d01011;A;0;%d\n", w,
			w == 2 ? 1 : 0);
	imports(f, TAB, text);
	assert_int_equal(figure_flag_of(f, "P1234.1", 2018, "0201011"), FLAG_NOT_COLLECTED);
	assert_int_equal(figure_flag_of(f, "P1234.1", 2019, "0401011"), FLAG_NONE);
	assert_value(figure(f, "P1234.1", 2019, "0401011"), 0);
	assert_int_equal(f->preview.counts.new_values, 12);
}

static void
the_same_file_again_changes_nothing(void **state)
{
	static const char text[] = REL_HEAD "0201011;\"A\";\"a\";\"2020\";1;\"%\";\"\";\r\n"
		"0201022;\"B\";\"a\";\"2020\";0,0;\"%\";\"x\";\r\n0299011;\"Z\";\"a\";\"2020\";2;\"%\";\"\";\r\n";
	struct fixture *f = *state;

	imports(f, REL, text);
	assert_int_equal(fixture_import_text(f, REL, text), 0);
	assert_int_equal(f->preview.counts.same, 3);
	assert_int_equal(f->preview.counts.new_values, 0);
}

static void
an_import_undone_leaves_no_trace(void **state)
{
	struct fixture *f = *state;
	struct arena arena = { 0 };
	struct indicator *list;
	struct unit_table t;
	int64_t id;
	int count;

	id = fixture_import_text(f, TAB, "Kod;Nazwa;\"a;2010;[-]\"\n0221091;X;5\n0201011;A;1\n");
	assert_true(id > 0);
	assert_int_equal(import_undo(f->db, id, &f->err), 0);
	assert_int_equal(indicator_list(f->db, NULL, &arena, &list, &count, &f->err), 0);
	assert_int_equal(count, 0);
	fixture_units(f, &t);
	assert_null(unit_by_code(&t, "0221091"));
	unit_table_release(&t);
	arena_release(&arena);
	assert_int_equal(fixture_faults(f), 0);
}

static void
revised_values_are_changes_and_undo_brings_the_old_ones_back(void **state)
{
	struct fixture *f = *state;
	int64_t id;

	imports(f, TAB, "Kod;Nazwa;\"a;2020;[-]\"\n0201011;A;1\n0201022;B;2\n");
	id = fixture_import_text(f, TAB, "Kod;Nazwa;\"a;2020;[-]\"\n0201011;A;1,5\n0401011;B;2\n");
	assert_true(id > 0);
	assert_int_equal(f->preview.counts.changed, 1);
	assert_int_equal(f->preview.counts.new_values, 1);
	assert_value(figure(f, "P1234.1", 2020, "0201011"), 1.5);
	assert_value(figure(f, "P1234.1", 2020, "0201022"), 2);
	assert_int_equal(import_undo(f->db, id, &f->err), 0);
	assert_value(figure(f, "P1234.1", 2020, "0201011"), 1);
	assert_true(isnan(figure(f, "P1234.1", 2020, "0401011")));
}

static void
a_renamed_file_needs_its_subgroup(void **state)
{
	static const char text[] = "Kod;Nazwa;\"a;2020;[-]\"\n0201011;A;1\n";
	struct import_options options = { .subgroup = "P2392" };
	struct fixture *f = *state;
	const char *path;

	assert_int_equal(fixture_import_text(f, "bezrobocie.csv", text), -1);
	assert_true(f->preview.needs_subgroup);
	path = fixture_file(f, "bezrobocie.csv", text);
	assert_true(fixture_import(f, path, &options) > 0);
	assert_value(figure(f, "P2392.1", 2020, "0201011"), 1);
	options.subgroup = "abc";
	assert_int_equal(fixture_import(f, path, &options), -1);
	assert_int_equal(f->err.code, ERROR_INPUT);
	remove(path);
}

static void
unsuitable_files_are_refused_with_their_place(void **state)
{
	static const struct { const char *text, *sentence; long row; int column; } bad[] = {
		{ "Kod;Nazwa;\"a;2020;[-]\"\n0201011;A;1.234,5\n", "1.234,5", 2, 3 },
		{ "Kod;Nazwa;\"a;2020;[-]\"\n0201011;A;12a\n", "12a", 2, 3 },
		{ "Kod;Nazwa;\"a;2020;[-]\"\n0301011;A;1\n", "0301011", 2, 1 },
		{ "Kod;Nazwa;\"a;2020;[-]\"\n12;A;1\n", "can be no unit", 2, 1 },
		{ "Kod;Nazwa;\"a;2020;[-]\"\nabc;A;1\n", "can be no unit", 2, 1 },
		{ "Kod;Nazwa;\"a;2020;[-]\"\n02010110201011020101102010110201011;A;1\n", "can be no unit", 2, 1 },
		{ "Kod;Nazwa;\"a;19999;[-]\"\n0201011;A;1\n", "19999", 1, 3 },
		{ "Kod;Nazwa;\"a;1066;[-]\"\n0201011;A;1\n", "1066", 1, 3 },
		{ "Kod;Nazwa;\"a;[-]\"\n0201011;A;1\n", "no header of a BDL column", 1, 3 },
		{ "Kod;Nazwa;\"a;2020;[-]\";\"a;2020;[-]\"\n0201011;A;1;1\n", "twice", 1, 4 },
		{ "Kod;Nazwa;\"a;2020;[-]\";\"b;2020;[-]\"\n0201011;A;1\n", "3 fields", 2, 3 },
		{ "Kod;Nazwa;\"a;2020;[-]\"\n0201011;A;1;x\n", "no number", 2, 4 },
		{ "Kod;Nazwa;\"a;2020;[-]\"\n0201011;A;1\n0201011;A;2\n", "line 2 says 1, line 3 says 2", 3, 3 },
		{ "Kod;Nazwa;\"a;2020;[-]\"\n0201022;A;1\n0201023;A;2\n", "line 2 says 1, line 3 says 2", 3, 1 },
		{ "Kod;Nazwa;\"a;2020;[-]\"\n0201011;A\xe2\x80\xae;1\n", "invisible", 2, 2 },
		{ "Kod;Nazwa;\"a\x1b;2020;[-]\"\n0201011;A;1\n", "control", 1, 3 },
		{ "Kod;Nazwa;\"a;2020;[-]\"\n", "no values", 0, 0 },
		{ REL_HEAD "0201011;\"A\";\"a\";\"2020\";1;\"%\";\"q\";\r\n", "no attribute", 2, 7 },
		{ REL_HEAD "0201011;\"A\";\"a\";\"20200\";1;\"%\";\"\";\r\n", "20200", 2, 4 },
		{ REL_HEAD "0201011;\"A\";\"a\";\"2020\";1;\"%\";\"\";\r\n"
			"0201011;\"A\";\"a\";\"2020\";2;\"%\";\"\";\r\n", "line 2 says 1, line 3 says 2", 3, 5 },
		{ REL_HEAD "0201011;\"A\";\"a\xe2\x80\x8b\";\"2020\";1;\"%\";\"\";\r\n", "invisible", 2, 3 },
		{ REL_HEAD "0201011;\"A\";\"a\";\"2020\";1;\"%\"\r\n", "6 fields", 2, 6 },
	};
	struct fixture *f = *state;
	struct arena arena = { 0 };
	struct indicator *list;
	int count;

	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
		fixture_refused(f, TAB, bad[i].text, bad[i].sentence);
		if (f->err.row != bad[i].row || f->err.column != bad[i].column)
			print_message("# %s (%ld, %d)\n", f->err.text, f->err.row, f->err.column);
		assert_int_equal(f->err.row, bad[i].row);
		assert_int_equal(f->err.column, bad[i].column);
	}
	assert_int_equal(indicator_list(f->db, NULL, &arena, &list, &count, &f->err), 0);
	assert_int_equal(count, 0);
	arena_release(&arena);
}

static void
equal_rows_twice_are_no_contradiction(void **state)
{
	struct fixture *f = *state;

	imports(f, TAB, "Kod;Nazwa;\"a;2020;[-]\"\n0201011;A;1\n0201011;A;1,0\n0201022;B;\n0201022;B;3\n");
	assert_value(figure(f, "P1234.1", 2020, "0201011"), 1);
	assert_value(figure(f, "P1234.1", 2020, "0201022"), 3);
}

static void
decimals_of_the_card_are_the_most_seen(void **state)
{
	struct fixture *f = *state;
	struct look l;

	imports(f, TAB, "Kod;Nazwa;\"a;2020;[zł]\"\n0201011;A;110\n");
	imports(f, TAB, "Kod;Nazwa;\"a;2021;[zł]\"\n0201011;A;639,47\n");
	look_at(f, &l, "P1234.1", 2021);
	assert_int_equal(l.card.decimals, 2);
	look_away(&l);
	assert_value(figure(f, "P1234.1", 2020, "0201011"), 110);
	assert_value(figure(f, "P1234.1", 2021, "0201011"), 639.47);
}

static void
parts_that_do_not_add_up_are_noted(void **state)
{
	struct fixture *f = *state;
	char text[4096] = "Kod;Nazwa;\"a;2019;[-]\"\n";

	for (int w = 2; w <= 32; w += 2)
		snprintf(text + strlen(text), sizeof text - strlen(text),
			"%02d01033;A;%d\n%02d01034;A;%d\n%02d01035;A;%d\n", w, 3 * w, w, w, w,
			w == 4 ? 1 : 2 * w);
	assert_int_equal(remarked(f, TAB, text, "add up"), 1);
}

static int
give_up(void *context, double done, const char *what)
{
	(void)context;
	(void)what;
	return done >= 0;
}

static void
a_cancelled_import_leaves_no_trace(void **state)
{
	struct progress progress = { give_up, NULL };
	struct fixture *f = *state;
	char *before = fixture_dump(f), *after;
	struct importer *im;
	int64_t id;
	const char *path = fixture_file(f, TAB, "Kod;Nazwa;\"a;2020;[-]\"\n0299011;A;1\n");

	assert_int_equal(importer_read(&im, f->db, IMPORT_BDL, path, NULL, NULL, &f->err), 0);
	assert_int_equal(importer_write(im, &progress, &id, &f->err), -1);
	assert_int_equal(f->err.code, ERROR_CANCEL);
	importer_free(im);
	after = fixture_dump(f);
	assert_string_equal(before, after);
	free(before);
	free(after);
	remove(path);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, fixture_close)

static void
a_card_is_called_by_what_tells_it_from_the_others(void **state)
{
	struct arena arena = { 0 };

	(void)state;
	assert_string_equal(bdl_series_name(&arena, "2137", "ogółem; mężczyźni"),
		"mężczyźni (ludność według wieku i płci)");
	assert_string_equal(bdl_series_name(&arena, "1944", "ogółem"), "bezrobotni zarejestrowani");
	assert_string_equal(bdl_series_name(&arena, "9000", "a; total; b"), "a, b (P9000)");
	arena_release(&arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_card_is_called_by_what_tells_it_from_the_others),
		TEST(a_wide_table_is_read_with_semicolons_in_its_header),
		TEST(both_layouts_feed_one_series),
		TEST(english_headers_commas_and_no_trailing_separator_do),
		TEST(attributes_decide_what_a_zero_is),
		TEST(rows_without_any_value_are_counted),
		TEST(quarters_are_dimensions_and_set_the_frequency),
		TEST(codes_of_other_systems_find_their_units),
		TEST(a_subregion_never_becomes_its_voivodeship),
		TEST(lost_zeros_are_put_back_where_seven_digits_stand_beside),
		TEST(six_digits_without_a_lost_zero_are_keys),
		TEST(two_kinds_of_a_gmina_are_one_unit),
		TEST(units_of_other_years_are_known_from_bdl_only),
		TEST(zeros_of_both_parts_are_missing_unless_kept),
		TEST(a_column_of_zeros_is_missing_unless_kept),
		TEST(the_same_file_again_changes_nothing),
		TEST(an_import_undone_leaves_no_trace),
		TEST(revised_values_are_changes_and_undo_brings_the_old_ones_back),
		TEST(a_renamed_file_needs_its_subgroup),
		TEST(unsuitable_files_are_refused_with_their_place),
		TEST(equal_rows_twice_are_no_contradiction),
		TEST(decimals_of_the_card_are_the_most_seen),
		TEST(parts_that_do_not_add_up_are_noted),
		TEST(a_cancelled_import_leaves_no_trace),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
