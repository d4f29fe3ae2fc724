/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables in every form, read back where a reader exists. */
#include "report/table.h"

#include "base/csv.h"
#include "base/i18n.h"
#include "base/xml.h"
#include "base/zip.h"

#include <fcntl.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <signal.h>
#include <unistd.h>

#include <cmocka.h>

static struct arena arena;

static int
start(void **state)
{
	(void)state;
	setenv("GROMADA_TEST", "1", 1);
	setenv("GROMADA_NOW", "2026-01-31T12:00:00Z", 1);
	i18n_start("en");
	return 0;
}

static int
release(void **state)
{
	(void)state;
	arena_release(&arena);
	return 0;
}

/* Two units, one number with a mark, one missing, one dangerous name. */
static void
fill(struct report_table *t)
{
	report_table_start(t, &arena, "Ludność <gminy> 2024");
	report_table_line(t, "Źródło: GUS & BDL");
	report_table_column(t, "unit", "JST", REPORT_CODE, 0);
	report_table_column(t, "name", "Nazwa", REPORT_TEXT, 0);
	report_table_column(t, "value", "Wartość", REPORT_NUMBER, 1);
	report_table_column(t, "share", "Udział", REPORT_NUMBER, -1);
	report_table_row(t);
	report_cell_text(t, "0201011");
	report_cell_text(t, "Bolesławiec");
	report_cell_number(t, 38280.5);
	report_cell_mark(t, "p");
	report_cell_number(t, 0.25);
	report_table_row(t);
	report_cell_text(t, "0201022");
	report_cell_text(t, "=cmd|' /C calc'!A0; \"x\", y");
	report_cell_missing(t, "x");
	report_cell_number(t, -1);
	report_table_row(t);
	report_cell_text(t, "0201032");
	report_table_footnote(t, "x – tajemnica");
}

static char *
written(enum report_format format)
{
	struct output *out = output_memory();
	struct report_table t;
	struct error err = { 0 };
	char *text;

	fill(&t);
	assert_int_equal(report_write(&t, format, out, &err), 0);
	text = arena_string(&arena, output_text(out, NULL));
	assert_int_equal(output_commit(out, &err), 0);
	return text;
}

static void
neutral_csv_has_fixed_names_and_points(void **state)
{
	(void)state;
	assert_string_equal(written(REPORT_FORMAT_CSV),
		"unit,name,value,share\n"
		"0201011,Bolesławiec,38280.5,0.25\n"
		"0201022,\"=cmd|' /C calc'!A0; \"\"x\"\", y\",,-1\n"
		"0201032,,,\n");
}

static void
polish_csv_opens_in_a_polish_spreadsheet(void **state)
{
	(void)state;
	assert_string_equal(written(REPORT_FORMAT_CSV_POLISH),
		"\357\273\277JST;Nazwa;Wartość;Udział;Notes\r\n"
		"0201011;Bolesławiec;38280,5;0,25;Wartość: p\r\n"
		"0201022;\"'=cmd|' /C calc'!A0; \"\"x\"\", y\";;-1;Wartość: x\r\n"
		"0201032;;;;\r\n");
}

static void
text_is_aligned(void **state)
{
	(void)state;
	assert_string_equal(written(REPORT_FORMAT_TEXT),
		"Ludność <gminy> 2024\n"
		"Źródło: GUS & BDL\n"
		"\n"
		"JST      Nazwa                         Wartość  Udział\n"
		"-------  --------------------------  ---------  ------\n"
		"0201011  Bolesławiec                 38,280.5p    0.25\n"
		"0201022  =cmd|' /C calc'!A0; \"x\", y         x       -1\n"
		"0201032\n"
		"\n"
		"x – tajemnica\n");
}

static void
a_table_too_wide_for_the_page_comes_in_parts_each_with_its_first_column(void **state)
{
	struct output *out = output_memory();
	struct report_table t;
	size_t length;

	(void)state;
	report_table_start(&t, &arena, "");
	report_table_column(&t, "unit", "JST", REPORT_TEXT, 0);
	report_table_column(&t, "a", "docelowa", REPORT_NUMBER, 2);
	report_table_column(&t, "b", "oczekiwana", REPORT_NUMBER, 2);
	report_table_column(&t, "c", "osiągnięta", REPORT_NUMBER, 2);
	report_table_row(&t);
	report_cell_text(&t, "Kutno");
	report_cell_number(&t, 1);
	report_cell_number(&t, 2);
	report_cell_mark(&t, "-");
	report_cell_number(&t, 3);
	report_text_table(&t, 30, true, out);
	assert_string_equal(output_text(out, &length), "JST    docelowa  oczekiwana\n"
						       "-----  --------  ----------\n"
						       "Kutno      1.00      2.00 -\n"
						       "\n"
						       "JST    osiągnięta\n"
						       "-----  ----------\n"
						       "Kutno        3.00\n");
	output_abort(out);
}

static void
words_longer_than_their_column_part_between_syllables(void **state)
{
	struct output *out = output_memory();
	struct report_table t;

	(void)state;
	report_table_start(&t, &arena, "");
	report_table_column(&t, "a", "Wskaźnik", REPORT_TEXT, 0);
	report_table_column(&t, "n", "n", REPORT_NUMBER, 0);
	report_table_row(&t);
	report_cell_text(&t, "wychowaniem przedszkolnym");
	report_cell_number(&t, 100);
	report_table_row(&t);
	report_cell_text(&t, "plik_wskaźników.csv");
	report_cell_number(&t, 1);
	report_text_table(&t, 17, true, out);
	assert_string_equal(output_text(out, NULL), "Wskaźnik        n\n"
						    "------------  ---\n"
						    "wychowaniem   100\n"
						    "przedszkol-\n"
						    "nym\n"
						    "plik_wskaźni    1\n"
						    "ków.csv\n");
	output_abort(out);
}

static void
a_table_in_parts_has_no_column_of_words_in_which_nothing_stands(void **state)
{
	struct output *out = output_memory();
	struct report_table t;

	(void)state;
	report_table_start(&t, &arena, "");
	report_table_column(&t, "unit", "JST", REPORT_TEXT, 0);
	report_table_column(&t, "a", "docelowa", REPORT_NUMBER, 2);
	report_table_column(&t, "b", "oczekiwana", REPORT_NUMBER, 2);
	report_table_column(&t, "c", "wykonano", REPORT_TEXT, 0);
	report_table_row(&t);
	report_cell_text(&t, "Kutno");
	report_cell_number(&t, 1);
	report_cell_number(&t, 2);
	report_cell_text(&t, "");
	report_text_table(&t, 30, true, out);
	assert_string_equal(output_text(out, NULL), "JST    docelowa  oczekiwana\n"
						    "-----  --------  ----------\n"
						    "Kutno      1.00        2.00\n");
	output_abort(out);
}

static void
bars_give_way_to_numbers(void **state)
{
	struct output *out = output_memory();
	struct report_table t;

	(void)state;
	report_table_start(&t, &arena, "");
	report_table_column(&t, "label", "Odpowiedź", REPORT_TEXT, 0);
	for (int i = 0; i < 4; i++)
		report_table_column(&t, "n", "n", REPORT_NUMBER, 0);
	report_table_bar(&t, 0, 100);
	report_table_row(&t);
	report_cell_text(&t, "bardzo zadowolony albo zadowolony");
	for (int i = 0; i < 4; i++)
		report_cell_number(&t, 100);
	report_text_table(&t, 40, true, out);
	assert_string_equal(output_text(out, NULL),
		"Odpowiedź               n    n    n    n\n"
		"--------------------  ---  ---  ---  ---\n"
		"bardzo zadowolony     100  100  100  100\n"
		"albo zadowolony\n");
	output_abort(out);
}

static void
bars_begin_at_zero_and_go_to_the_left_below_it(void **state)
{
	struct output *out = output_memory();
	struct report_table t;

	(void)state;
	report_table_start(&t, &arena, "");
	report_table_column(&t, "n", "n", REPORT_NUMBER, 0);
	report_table_bar(&t, -10, 30);
	for (int value = -10; value <= 30; value += 10) {
		report_table_row(&t);
		report_cell_number(&t, value);
		report_cell_number(&t, value);
	}
	report_text_table(&t, 29, true, out);
	assert_string_equal(output_text(out, NULL),
		"  n\n"
		"---  --------------------\n"
		"-10  #####\n"
		"  0\n"
		" 10       #####\n"
		" 20       ##########\n"
		" 30       ###############\n");
	output_abort(out);
}

static void
words_break_at_hyphens_and_columns_give_way_around_long_ones(void **state)
{
	struct output *out = output_memory();
	struct report_table t;
	struct error err = { 0 };
	char *text;

	(void)state;
	report_table_start(&t, &arena, "");
	report_table_column(&t, "a", "Szkoła", REPORT_TEXT, 0);
	report_table_column(&t, "b", "Opis", REPORT_TEXT, 0);
	report_table_column(&t, "c", "Rodzaj", REPORT_TEXT, 0);
	report_table_row(&t);
	report_cell_text(&t, "ponadpodstawowe liceum w mieście");
	report_cell_text(&t, "bardzo długi opis tego, co się tu dzieje przez cały rok szkolny i dalej");
	report_cell_text(&t, "społeczno-gospodarczo-przestrzenne uwarunkowania");
	assert_int_equal(report_write(&t, REPORT_FORMAT_TEXT, out, &err), 0);
	text = arena_string(&arena, output_text(out, NULL));
	output_abort(out);
	assert_non_null(strstr(text, "ponadpodstawowe"));
	assert_true(strstr(text, "gospodarczo-") || strstr(text, "gospodarczo-przestrzenne"));
}

static void
wide_text_keeps_within_the_page(void **state)
{
	struct output *out = output_memory();
	struct report_table t;
	struct error err = { 0 };
	char *text, *line;

	(void)state;
	report_table_start(&t, &arena, "");
	report_table_column(&t, "a", "Kod", REPORT_CODE, 0);
	report_table_column(&t, "b", "Opis", REPORT_TEXT, 0);
	report_table_column(&t, "c", "Bardzo długi nagłówek liczby", REPORT_NUMBER, 0);
	report_table_row(&t);
	report_cell_text(&t, "0201011");
	report_cell_text(&t, "Liczba ludności ogółem według faktycznego miejsca zamieszkania, stan "
		"w dniu 31 grudnia, z podziałem na płeć i wiek");
	report_cell_number(&t, 12);
	assert_int_equal(report_write(&t, REPORT_FORMAT_TEXT, out, &err), 0);
	text = arena_string(&arena, output_text(out, NULL));
	output_abort(out);
	assert_non_null(strstr(text, "podziałem"));
	assert_non_null(strstr(text, "nagłówek"));
	for (line = strtok(text, "\n"); line; line = strtok(NULL, "\n")) {
		int width = 0;

		for (const char *p = line; *p; p++)
			width += (*p & 0xC0) != 0x80;
		assert_in_range(width, 1, 80);
		assert_int_not_equal(line[strlen(line) - 1], ' ');
	}
}

static void
what_people_read_holds_no_control_characters(void **state)
{
	static const enum report_format formats[] = { REPORT_FORMAT_TEXT, REPORT_FORMAT_HTML };
	struct report_table t;

	(void)state;
	report_table_start(&t, &arena, "title\033]0;x\007");
	report_table_line(&t, "line\033[2J");
	report_table_column(&t, "a", "heading\033[31m", REPORT_TEXT, 0);
	report_table_column(&t, "b", "B", REPORT_NUMBER, 0);
	report_table_row(&t);
	report_cell_text(&t, "cell\302\233");
	report_cell_number(&t, 1);
	report_cell_mark(&t, "\033c");
	report_table_footnote(&t, "note\b");
	for (size_t i = 0; i < 2; i++) {
		struct output *out = output_memory();
		const char *text;

		assert_int_equal(report_write(&t, formats[i], out, NULL), 0);
		text = output_text(out, NULL);
		assert_null(strpbrk(text, "\033\007\b"));
		assert_null(strstr(text, "\302\233"));
		output_abort(out);
	}
}

static void
the_page_is_escaped_and_accessible(void **state)
{
	const char *page = written(REPORT_FORMAT_HTML);
	const char *const parts[] = { "<!DOCTYPE html>", "<html lang=\"en\">", "charset=\"utf-8\"",
		"<title>Ludność &lt;gminy&gt; 2024</title>", "<p>Źródło: GUS &amp; BDL</p>",
		"<th scope=\"col\" class=\"n\">Wartość</th>", "<td>0201011</td>",
		"<th scope=\"row\">Bolesławiec</th>", "<td class=\"n\">38,280.5 <sup>p</sup></td>",
		"<td class=\"n\">x</td>", "&quot;x&quot;", "@media print", "<p>x – tajemnica</p>",
		"</html>\n" };

	(void)state;
	for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
		if (!strstr(page, parts[i]))
			fail_msg("the page lacks %s", parts[i]);
	assert_null(strstr(page, "<script"));
	assert_null(strstr(page, "http"));
}

/* The cells of a sheet as text: reference, type, content. */
struct sheet {
	char text[8192];
	size_t used;
	char cell[64], inner[1024];
};

static int
sheet_start(void *context, const char *name, const char *const *attributes, long line,
	struct error *err)
{
	struct sheet *sheet = context;
	const char *reference = "", *type = "n";

	(void)line, (void)err;
	if (strcmp(name, "c") != 0)
		return 0;
	for (int i = 0; attributes[i]; i += 2) {
		if (strcmp(attributes[i], "r") == 0)
			reference = attributes[i + 1];
		if (strcmp(attributes[i], "t") == 0)
			type = attributes[i + 1];
	}
	snprintf(sheet->cell, sizeof sheet->cell, "%s:%s", reference, type);
	return 0;
}

static int
sheet_end(void *context, const char *name, const char *text, long line, struct error *err)
{
	struct sheet *sheet = context;

	(void)line, (void)err;
	if (strcmp(name, "t") == 0 || strcmp(name, "v") == 0)
		snprintf(sheet->inner, sizeof sheet->inner, "%s", text);
	if (strcmp(name, "c") == 0)
		sheet->used += (size_t)snprintf(sheet->text + sheet->used,
			sizeof sheet->text - sheet->used, "%s=%s|", sheet->cell, sheet->inner);
	return 0;
}

static void
read_part(struct unzip *zip, const char *part, struct sheet *sheet)
{
	static const struct xml_handler handler = { sheet_start, sheet_end };
	struct error err = { 0 };
	struct input *in;

	memset(sheet, 0, sizeof *sheet);
	assert_true(unzip_find(zip, part) >= 0);
	assert_int_equal(input_open_entry(&in, zip, unzip_find(zip, part), ENCODING_UTF8, &err), 0);
	if (xml_read(in, &handler, sheet, &err) != 0)
		fail_msg("%s", err.text);
	input_close(in);
}

static char folder[] = "/tmp/gromada-report-XXXXXX";

/* Opens the workbook that is made of the table. */
static struct unzip *
workbook(struct report_table *t, int *fd)
{
	struct error err = { 0 };
	struct unzip *zip;
	struct output *out;
	char path[128];

	snprintf(path, sizeof path, "%s/a.xlsx", folder);
	assert_int_equal(output_open(&out, path, false, &err), 0);
	if (report_write(t, REPORT_FORMAT_XLSX, out, &err) != 0)
		fail_msg("%s", err.text);
	assert_int_equal(output_commit(out, &err), 0);
	*fd = open(path, O_RDONLY);
	assert_int_equal(unzip_open(&zip, *fd, "a.xlsx", &err), 0);
	unlink(path);
	return zip;
}

static void
a_workbook_keeps_codes_as_text(void **state)
{
	struct report_table t;
	struct sheet sheet;
	struct unzip *zip;
	int fd;

	(void)state;
	fill(&t);
	zip = workbook(&t, &fd);
	read_part(zip, "xl/worksheets/sheet1.xml", &sheet);
	assert_string_equal(sheet.text,
		"A1:inlineStr=JST|B1:inlineStr=Nazwa|C1:inlineStr=Wartość|D1:inlineStr=Udział|"
		"E1:inlineStr=Notes|A2:inlineStr=0201011|B2:inlineStr=Bolesławiec|C2:n=38280.5|"
		"D2:n=0.25|E2:inlineStr=Wartość: p|A3:inlineStr=0201022|"
		"B3:inlineStr==cmd|' /C calc'!A0; \"x\", y|D3:n=-1|E3:inlineStr=Wartość: x|"
		"A4:inlineStr=0201032|");
	read_part(zip, "xl/worksheets/sheet2.xml", &sheet);
	assert_string_equal(sheet.text, "A1:inlineStr=Ludność <gminy> 2024|"
		"A2:inlineStr=Źródło: GUS & BDL|A3:inlineStr=x – tajemnica|");
	unzip_close(zip);
	close(fd);
}

static void
a_workbook_has_no_digits_that_a_sum_brings(void **state)
{
	struct report_table t;
	struct sheet sheet;
	struct unzip *zip;
	int fd;

	(void)state;
	report_table_start(&t, &arena, "Pieniądze");
	report_table_column(&t, "sum", "Razem", REPORT_NUMBER, 2);
	report_table_row(&t);
	report_cell_number(&t, 0.7 + 0.1);
	report_table_row(&t);
	report_cell_number(&t, 1 / 3.0);
	zip = workbook(&t, &fd);
	read_part(zip, "xl/worksheets/sheet1.xml", &sheet);
	assert_string_equal(sheet.text, "A1:inlineStr=Razem|A2:n=0.8|A3:n=0.333333333333333|");
	unzip_close(zip);
	close(fd);
}

static int
make_folder(void **state)
{
	return mkdtemp(folder) ? start(state) : -1;
}

/* Fails when something was left behind, which is the point. */
static int
remove_folder(void **state)
{
	release(state);
	return rmdir(folder);
}

static void
a_workbook_on_a_full_disk_is_refused_silently(void **state)
{
	struct rlimit before, small;
	struct report_table t;
	struct error err = { 0 };
	struct output *out;
	char path[128];
	int result;

	(void)state;
	snprintf(path, sizeof path, "%s/full.xlsx", folder);
	fill(&t);
	for (int i = 0; i < 3000; i++) {
		report_table_row(&t);
		report_cell_text(&t, "0201011");
		report_cell_text(&t, "Bolesławiec");
		report_cell_number(&t, i);
	}
	assert_int_equal(output_open(&out, path, false, &err), 0);
	signal(SIGXFSZ, SIG_IGN);
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
	for (rlim_t limit = 0; limit < 200000; limit += 20000) {
		small = before;
		small.rlim_cur = limit;
		assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
		memset(&err, 0, sizeof err);
		result = report_write(&t, REPORT_FORMAT_XLSX, out, &err);
		assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
		assert_int_equal(result, -1);
		assert_true(err.code == ERROR_FULL || err.code == ERROR_IO);
	}
	output_abort(out);
}

static void
a_workbook_needs_a_file(void **state)
{
	struct output *out = output_memory();
	struct report_table t;
	struct error err = { 0 };

	(void)state;
	fill(&t);
	assert_int_equal(report_write(&t, REPORT_FORMAT_XLSX, out, &err), -1);
	assert_int_equal(err.code, ERROR_INPUT);
	output_abort(out);
}

static void
formats_are_known_by_name_and_ending(void **state)
{
	(void)state;
	for (int i = 0; i < REPORT_FORMAT_COUNT; i++)
		assert_int_equal(report_format_from_name(report_format_name(i)), i);
	assert_int_equal(report_format_from_name("odt"), -1);
	assert_int_equal(report_format_of_path("dane/Ranking.XLSX"), REPORT_FORMAT_XLSX);
	assert_int_equal(report_format_of_path("a.csv"), REPORT_FORMAT_CSV);
	assert_int_equal(report_format_of_path("a.PDF"), REPORT_FORMAT_PDF);
	assert_int_equal(report_format_of_path("a.txt"), REPORT_FORMAT_TEXT);
	assert_int_equal(report_format_of_path("a.htm"), REPORT_FORMAT_HTML);
	assert_int_equal(report_format_of_path("a"), -1);
	assert_string_equal(report_format_ending(REPORT_FORMAT_CSV_POLISH), ".csv");
}

static void
a_number_that_is_none_leaves_its_cell_empty(void **state)
{
	struct report_table t;

	(void)state;
	report_table_start(&t, &arena, "");
	report_table_column(&t, "a", "a", REPORT_NUMBER, 0);
	report_table_row(&t);
	report_cell_number(&t, NAN);
	assert_int_equal(t.rows[0].cells[0].kind, REPORT_CELL_EMPTY);
	assert_false(t.has_notes);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(neutral_csv_has_fixed_names_and_points, release),
		cmocka_unit_test_teardown(polish_csv_opens_in_a_polish_spreadsheet, release),
		cmocka_unit_test_teardown(text_is_aligned, release),
		cmocka_unit_test_teardown(
			a_table_too_wide_for_the_page_comes_in_parts_each_with_its_first_column,
			release),
		cmocka_unit_test_teardown(
			words_longer_than_their_column_part_between_syllables, release),
		cmocka_unit_test_teardown(
			a_table_in_parts_has_no_column_of_words_in_which_nothing_stands, release),
		cmocka_unit_test_teardown(bars_give_way_to_numbers, release),
		cmocka_unit_test_teardown(bars_begin_at_zero_and_go_to_the_left_below_it, release),
		cmocka_unit_test_teardown(
			words_break_at_hyphens_and_columns_give_way_around_long_ones, release),
		cmocka_unit_test_teardown(wide_text_keeps_within_the_page, release),
		cmocka_unit_test_teardown(what_people_read_holds_no_control_characters, release),
		cmocka_unit_test_teardown(the_page_is_escaped_and_accessible, release),
		cmocka_unit_test_teardown(a_workbook_keeps_codes_as_text, release),
		cmocka_unit_test_teardown(a_workbook_has_no_digits_that_a_sum_brings, release),
		cmocka_unit_test_teardown(a_workbook_on_a_full_disk_is_refused_silently, release),
		cmocka_unit_test_teardown(a_workbook_needs_a_file, release),
		cmocka_unit_test_teardown(formats_are_known_by_name_and_ending, release),
		cmocka_unit_test_teardown(a_number_that_is_none_leaves_its_cell_empty, release),
	};

	return cmocka_run_group_tests_name("table", tests, make_folder, remove_folder);
}
