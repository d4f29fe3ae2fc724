/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files of the register, of changes and of catalogues: every form that is taken, every refusal. */
#include "config.h"

#include "units_fixture.h"

#include "base/memory.h"
#include "exchange/demo.h"
#include "model/indicators/indicator.h"
#include "model/office.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* ---- the register as XML ---- */

static char *
as_xml(const char *csv)
{
	static const char *const names[] = { "WOJ", "POW", "GMI", "RODZ", "NAZWA", "NAZDOD", "STAN_NA" };
	char *text = NULL, *copy = memory_string(strchr(csv, '\n') + 1), *line, *rest = copy;
	size_t size;
	FILE *out = open_memstream(&text, &size);

	fprintf(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<teryt>\n"
		"<catalog name=\"TERC\" type=\"all\" date=\"2020-01-01\">\n");
	while ((line = strsep(&rest, "\n")) && line[0] && line[0] != '\r') {
		fprintf(out, "<row>");
		line[strcspn(line, "\r")] = '\0';
		for (int i = 0; i < 7; i++) {
			const char *cell = strsep(&line, ";");
			if (cell && cell[0])
				fprintf(out, "<col name=\"%s\">%s</col>\n", names[i], cell);
			else
				fprintf(out, "<col name=\"%s\"/>\n", names[i]);
		}
		fprintf(out, "</row>\n");
	}
	fprintf(out, "</catalog>\n</teryt>\n");
	fclose(out);
	free(copy);
	return text;
}

static void
xml_and_csv_give_the_same_units(void **state)
{
	struct fixture *f = *state;
	char *csv = fixture_register("2020-01-01", NULL), *xml = as_xml(csv), *first, *second;

	assert_int_equal(fixture_import_text(f, "TERC.xml", xml), 1);
	first = fixture_dump(f);
	fixture_close(state);
	fixture_open(state);
	f = *state;
	assert_int_equal(fixture_import_text(f, "TERC.xml", csv), 1);
	second = fixture_dump(f);
	assert_string_equal(first, second);
	free(first);
	free(second);
	xml[strlen(xml) - 40] = '\0';
	fixture_refused(f, "cut.xml", xml, "");
	free(xml);
	free(csv);
}

static void
converted_copies_are_read(void **state)
{
	static const char *const change[] = { "WOJ;POW;GMI;RODZ;NAZWA;NAZWA_DOD;STAN_NA",
		"\"woj\";\"pow\";\"gmi\";\"rgmi\";\"nazwa\";\"nazdod\";\"stan\"", "\r\n", "\n", ";", "\t",
		"\n02\t", "\n2\t", NULL };

	assert_int_equal(fixture_import_register(*state, "2020-01-01", change), 1);
}

/* ---- what is refused ---- */

static void
refuse_register(struct fixture *f, const char *find, const char *with, const char *sentence)
{
	const char *const change[] = { find, with, NULL };
	char *text = fixture_register("2020-01-01", change);

	fixture_refused(f, "TERC.csv", text, sentence);
	free(text);
}

static void
impossible_rows_are_refused_with_their_place(void **state)
{
	struct fixture *f = *state;

	refuse_register(f, "02;01;01;1;", "03;01;01;1;", "Line 4, column 1: “0301011” can be no unit");
	refuse_register(f, "02;01;01;1;", "02;01;01;7;", "Line 4, column 4 (RODZ): “7”");
	refuse_register(f, "02;01;01;1;", "02;01;01;;", "Line 4, column 4 (RODZ)");
	refuse_register(f, "02;01;01;1;", "02;;01;1;", "Line 4, column 3 (GMI)");
	refuse_register(f, "02;01;01;1;", "02;x1;01;1;", "Line 4, column 2 (POW): “x1”");
	refuse_register(f, "02;01;01;1;Miasto02;", "02;01;01;1;;", "Line 4, column 5 (NAZWA)");
	refuse_register(f, "02;01;01;1;Miasto02;", "02;01;01;1;Mia\xe2\x80\xaesto;", "invisible character");
	refuse_register(f, "02;01;01;1;Miasto02;gmina miejska;DATE", "02;01;01;1;Miasto02;gmina miejska;2020-13-01",
		"Line 4, column 7 (STAN_NA): “2020-13-01”");
	refuse_register(f, "02;01;01;1;Miasto02;gmina miejska;DATE", "02;01;01;1;Miasto02;gmina miejska;2021-01-01",
		"“2021-01-01” where 2020-01-01 is expected");
	refuse_register(f, "02;01;01;1;Miasto02;gmina miejska;DATE", "02;01;01;1;Miasto02;DATE",
		"Line 4 has 6 columns where the header has 7");
	refuse_register(f, "02;01;02;2;", "02;01;01;2;", "stands in line 4 already");
}

static void
half_a_register_is_refused(void **state)
{
	struct fixture *f = *state;
	char *text = fixture_register("2020-01-01", NULL);

	refuse_register(f, "02;01;03;5;Łąka02;obszar wiejski;DATE\r\n", "", "no row of kind 5");
	refuse_register(f, "04;01;;;powiatowy04;powiat;DATE\r\n", "", "no row for its powiat");
	refuse_register(f, "14;65;01;1;Warszawa;gmina miejska, miasto stołeczne;DATE\r\n", "",
		"address variant");
	refuse_register(f, "32;01;01;1;Miasto32;gmina miejska;DATE\r\n32;01;02;2;Miasto32;gmina wiejska;DATE"
		"\r\n32;01;03;3;Łąka32;gmina miejsko-wiejska;DATE\r\n32;01;03;4;Łąka32;miasto;DATE"
		"\r\n32;01;03;5;Łąka32;obszar wiejski;DATE\r\n", "", "has no gmina");
	strstr(text, "\r\n30;")[2] = '\0';
	fixture_refused(f, "TERC.csv", text, "of 16 voivodeships only 14");
	text[strlen(text) - 4] = '\0';
	fixture_refused(f, "TERC.csv", text, "Line 99");
	free(text);
}

static void
other_files_are_told_apart(void **state)
{
	struct fixture *f = *state;
	static const char *const kinds[] = { ";3;Łąka", ";2;Łąka", NULL };
	char *address = fixture_register("2020-01-01", kinds);

	fixture_refused(f, "TERC_Adresowy.csv", address, "variant of TERC (Adresowy)");
	free(address);
	fixture_refused(f, "SIMC.csv", "WOJ;POW;GMI;RODZ_GMI;RM;MZ;NAZWA;SYM;SYMPOD;STAN_NA\r\n"
		"02;14;05;4;96;1;X;0937037;0937037;2020-01-01\r\n", "register SIMC");
	fixture_refused(f, "SIMC.xml", "<?xml version=\"1.0\"?>\n<teryt><catalog name=\"SIMC\"/></teryt>",
		"register SIMC");
	fixture_refused(f, "letter.csv", "Dear;reader\n1;2\n", "the header of no file");
	fixture_refused(f, "empty.csv", "", "");
	fixture_refused(f, "header.csv", "WOJ;POW;GMI;RODZ;NAZWA;NAZWA_DOD;STAN_NA\r\n", "no units");
	fixture_refused(f, "date.csv", "WOJ;POW;GMI;RODZ;NAZWA;NAZWA_DOD\r\n02;;;;X;województwo\r\n",
		"lacks the column “STAN_NA”");
}

static void
bad_changes_are_refused_with_their_place(void **state)
{
	static const char head[] = "OD;DO;KOD6;ZMIANA;BYLO;JEST\n";
	static const struct { const char *row, *sentence; } bad[] = {
		{ "2010-01-01;2017-01-01;020203;ZMIANA;A (1);A (3)\n", "Line 2, column 4 (ZMIANA): “ZMIANA”" },
		{ "2010-01-01;2017-1-1;020203;ZMIANA_RODZ;A (1);A (3)\n", "Line 2, column 2 (DO)" },
		{ "2017-01-01;2010-01-01;020203;ZMIANA_RODZ;A (1);A (3)\n", "a day after OD" },
		{ "2010-01-01;2017-01-01;010203;ZMIANA_RODZ;A (1);A (3)\n", "“010203” can be no unit" },
		{ "2010-01-01;2017-01-01;071427300000;ZNIESIONA;A;\n", "the code of a gmina" },
		{ "2010-01-01;2017-01-01;020203;NOWY_KOD;;\n", "the name after the change" },
		{ "2010-01-01;2017-01-01;020203;PRZEKODOWANA;A;B\n", "“B” can be no unit" },
		{ "2010-01-01;2017-01-01;020203;PRZEKODOWANA;A;020203\n", "another unit" },
		{ "2010-01-01;2017-01-01;020203\n", "Line 2 has 3 columns" },
		{ "", "no changes" },
	};
	char text[512];

	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		snprintf(text, sizeof(text), "%s%s", head, bad[i].row);
		fixture_refused(*state, "changes.csv", text, bad[i].sentence);
	}
}

/* ---- catalogues ---- */

static const char card_head[] = "code;name;unit;direction;multiplier;decimals;wanted_low;wanted_high\n";

static void
a_catalogue_makes_cards_and_is_taken_back(void **state)
{
	struct fixture *f = *state;
	struct indicator card;
	struct arena arena = { 0 };
	char text[512];

	snprintf(text, sizeof(text), "%sAA1;Ścieżki;km;N;1,5;2;10;20\nAA2;Drzewa;szt.;S;;;;\n", card_head);
	assert_int_equal(fixture_import_text(f, "cards.csv", text), 1);
	assert_int_equal(fixture_import_text(f, "cards.csv", text), 0);
	assert_int_equal(indicator_load(f->db, "AA1", &arena, &card, &f->err), 0);
	assert_true(card.multiplier == 1.5 && card.has_wanted && card.wanted_high == 20);
	assert_int_equal(card.decimals, 2);
	assert_true(card.in_catalogue);
	assert_int_equal(import_undo(f->db, 1, &f->err), 0);
	assert_int_equal(indicator_load(f->db, "AA1", &arena, &card, &f->err), -1);
	arena_release(&arena);
}

static void
bad_cards_are_refused_with_their_place(void **state)
{
	static const struct { const char *row, *sentence; } bad[] = {
		{ "A A;x;km;N;;;;\n", "Line 2, column 1 (code): “A A”" },
		{ "A1;;km;N;;;;\n", "Line 2, column 2 (name)" },
		{ "A1;x;km;Q;;;;\n", "S, D or N" },
		{ "A1;x;km;N;1.234,5;;;\n", "“1.234,5” where a number" },
		{ "A1;x;km;N;0;;;\n", "above zero" },
		{ "A1;x;km;N;;9;;\n", "from 0 to 6" },
		{ "A1;x;km;N;;;5;3\n", "not below wanted_low" },
		{ "A1;x;km;N;;;;\nA1;y;km;N;;;;\n", "Line 3, column 1 (code)" },
		{ "A1;x\x1b[31m;km;N;;;;\n", "invisible character" },
	};
	char text[512];

	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		snprintf(text, sizeof(text), "%s%s", card_head, bad[i].row);
		fixture_refused(*state, "cards.csv", text, bad[i].sentence);
	}
	fixture_refused(*state, "cards.csv", "code;name;unit;direction;colour\nA;b;c;N;red\n", "“colour”");
}

/* ---- the way of all files ---- */

static int
give_up(void *context, double done, const char *what)
{
	(void)context;
	(void)done;
	(void)what;
	return 1;
}

static void
a_cancelled_import_leaves_no_trace(void **state)
{
	static const struct progress progress = { .step = give_up };
	struct fixture *f = *state;
	char *text = fixture_register("2020-01-01", NULL), *before = fixture_dump(f), *after;
	struct importer *importer;
	const char *path = fixture_file(f, "TERC.csv", text);
	int64_t id;

	assert_int_equal(importer_read(&importer, f->db, IMPORT_TERYT, path, NULL, NULL, &f->err), 0);
	assert_int_equal(importer_write(importer, &progress, &id, &f->err), -1);
	assert_int_equal(f->err.code, ERROR_CANCEL);
	after = fixture_dump(f);
	assert_string_equal(before, after);
	assert_int_equal(importer_write(importer, NULL, &id, &f->err), 0);
	assert_int_equal(id, 1);
	importer_free(importer);
	unlink(path);
	free(text);
	free(before);
	free(after);
}

static void
a_folder_and_a_missing_file_are_refused(void **state)
{
	struct fixture *f = *state;

	assert_int_equal(fixture_import(f, f->folder, NULL), -1);
	assert_true(f->err.text[0] != '\0');
	assert_int_equal(fixture_import(f, "/tmp/there/is/no/such.csv", NULL), -1);
	assert_non_null(strstr(f->err.text, "such.csv"));
}

static void
the_demonstration_data_fill_a_new_database(void **state)
{
	struct fixture *f = *state;
	struct database_state s;
	struct office office;
	int result;

	if (!getenv("GROMADA_SHARE")) {
		print_message("# skipped: GROMADA_SHARE does not name the data folder\n");
		skip();
	}
	result = demo_fill(f->db, true, NULL, NULL, &f->err);
	if (result < 0)
		print_message("# %s\n", f->err.text);
	assert_int_equal(result, 0);
	assert_int_equal(database_state_load(f->db, &s, &f->err), 0);
	assert_int_equal(s.units, 101);
	assert_true(s.indicators >= 161 && s.series >= 40);
	assert_int_equal(s.first_year, 2010); /* of the office's own figures */
	assert_int_equal(s.last_year, 2024);
	assert_true(s.made_up);
	assert_int_equal(office_load(f->db, &office, &f->err), 0);
	assert_int_equal(office.purpose, PURPOSE_DEMO);
	assert_int_equal(fixture_faults(f), 0);
	/* The whole register comes over the selection as a first one. */
	assert_int_equal(fixture_import_register(f, "2019-01-01", NULL), 6);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_open, fixture_close)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(xml_and_csv_give_the_same_units),
		TEST(converted_copies_are_read),
		TEST(impossible_rows_are_refused_with_their_place),
		TEST(half_a_register_is_refused),
		TEST(other_files_are_told_apart),
		TEST(bad_changes_are_refused_with_their_place),
		TEST(a_catalogue_makes_cards_and_is_taken_back),
		TEST(bad_cards_are_refused_with_their_place),
		TEST(a_cancelled_import_leaves_no_trace),
		TEST(a_folder_and_a_missing_file_are_refused),
		TEST(the_demonstration_data_fill_a_new_database),
	};

	setenv("GROMADA_TEST", "1", 1); /* GROMADA_SHARE counts in test mode only */
	return cmocka_run_group_tests(tests, NULL, NULL);
}
