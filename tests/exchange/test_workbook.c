/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Workbooks: made by hand, by libxlsxwriter, and a real one beside its CSV. */
#include "exchange/workbook.h"

#include "base/i18n.h"
#include "base/make_zip.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <cmocka.h>

#define BOOK_SIZE 65536

static const char root[] =
	"<Relationships><Relationship Id='a' Type='http://x/relationships/officeDocument' "
	"Target='xl/workbook.xml'/></Relationships>";
static const char book[] =
	"<x:workbook xmlns:x='m' xmlns:r='r'><x:sheets><x:sheet name='First' sheetId='7' r:id='r9'/>"
	"<x:sheet name='gone' sheetId='2' r:id='r8'/></x:sheets></x:workbook>";
static const char relations[] =
	"<Relationships><Relationship Id='r1' Type='y/sharedStrings' Target='/xl/texts.xml'/>"
	"<Relationship Id='r2' Type='y/styles' Target='styles.xml'/>"
	"<Relationship Id='r9' Type='y/worksheet' Target='worksheets/odd.xml'/></Relationships>";
static const char texts[] =
	"<sst><si><t>plain</t></si><si><r><rPr><b/></rPr><t>rich </t></r><r><t>text</t></r>"
	"<rPh sb='0' eb='1'><t>phonetic</t></rPh></si><si><t xml:space='preserve'> a_x000D_\nb_x005F_x0041_ "
	"</t></si></sst>";
static const char styles[] =
	"<styleSheet><numFmts><numFmt numFmtId='164' formatCode='yyyy\\-mm\\-dd'/>"
	"<numFmt numFmtId='165' formatCode='0.00\" d\"'/></numFmts><cellStyleXfs><xf numFmtId='14'/>"
	"</cellStyleXfs><cellXfs><xf numFmtId='0'/><xf numFmtId='164'/><xf numFmtId='165'/>"
	"<xf numFmtId='22'/></cellXfs></styleSheet>";

struct seen {
	char text[65536];
	size_t used;
	int stop_after, rows;
};

static int
row(void *context, long line, const struct csv_field *fields, int count, struct error *err)
{
	struct seen *seen = context;

	seen->used += (size_t)snprintf(seen->text + seen->used, sizeof seen->text - seen->used,
		"%ld:", line);
	for (int i = 0; i < count; i++) {
		assert_int_equal(strlen(fields[i].text), fields[i].length);
		seen->used += (size_t)snprintf(seen->text + seen->used,
			sizeof seen->text - seen->used, "%s|", fields[i].text);
	}
	assert_true(seen->used < sizeof seen->text);
	if (++seen->rows == seen->stop_after)
		return error_set(err, ERROR_INPUT, "enough");
	return 0;
}

static struct xlsx *
open_made(unsigned char *bytes, const char *sheet)
{
	const struct zip_part parts[] = { { "_rels/.rels", root, 0, 0 },
		{ "xl/workbook.xml", book, 0, 0 }, { "xl/_rels/workbook.xml.rels", relations, 0, 0 },
		{ "xl/texts.xml", texts, 0, 0 }, { "xl/styles.xml", styles, 0, 0 },
		{ "xl/worksheets/odd.xml", sheet, 0, 0 } };
	struct xlsx *w;
	struct error err = { 0 };

	if (xlsx_open_memory(&w, "dir/made.xlsx", bytes, make_zip(bytes, parts, 6), &err) != 0)
		fail_msg("%s", err.text);
	return w;
}

static void
check_sheet(const char *cells, enum xlsx_dates dates, const char *expected)
{
	unsigned char *bytes = malloc(BOOK_SIZE);
	char sheet[4096];
	struct xlsx *w;
	struct seen seen = { .used = 0 };
	struct error err = { 0 };

	snprintf(sheet, sizeof sheet,
		"<worksheet><dimension ref='A1:XFD1048576'/><sheetData>%s</sheetData></worksheet>", cells);
	w = open_made(bytes, sheet);
	if (xlsx_read(w, 0, dates, row, &seen, &err) != 0)
		fail_msg("%s", err.text);
	assert_string_equal(seen.text, expected);
	xlsx_close(w);
	free(bytes);
}

/* Programs that write formulas without counting them; =A1&"" counted to nothing is an empty text. */
static void
a_formula_without_a_result_is_refused_by_its_cell(void **state)
{
	static const char *const cells[] = { "<c r='G6'><f>55/2</f></c>", "<c r='G6'><f>55/2</f><v></v></c>",
		"<c r='G6'><f>55/2</f><v/></c><c r='H6'><v>1</v></c>" };
	unsigned char *bytes = malloc(BOOK_SIZE);
	char sheet[512];

	(void)state;
	for (int i = 0; i < 3; i++) {
		struct seen seen = { .used = 0 };
		struct error err = { 0 };
		struct xlsx *w;

		snprintf(sheet, sizeof sheet, "<worksheet><sheetData><row r='6'>%s</row></sheetData></worksheet>",
			cells[i]);
		w = open_made(bytes, sheet);
		assert_int_equal(xlsx_read(w, 0, XLSX_ISO, row, &seen, &err), -1);
		assert_non_null(strstr(err.text, "G6: the formula has no result"));
		xlsx_close(w);
	}
	free(bytes);
	check_sheet("<row r='6'><c r='A6'><v>1</v></c><c r='B6' t='str'><f>A1</f><v></v></c></row>", XLSX_ISO,
		"6:1|");
}

static void
every_kind_of_cell_is_read(void **state)
{
	(void)state;
	check_sheet("<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c>"
		    "<c r='C1' t='inlineStr'><is><r><t>in</t></r><r><t>line</t></r><rPh><t>x</t></rPh></is></c>"
		    "<c r='D1' t='str'><f>A1</f><v>formula</v></c><c r='E1' t='b'><v>1</v></c>"
		    "<c r='F1' t='b'><v>0</v></c><c r='G1' t='e'><v>#N/A</v></c><c r='H1'><v>3</v></c></row>",
		XLSX_ISO, "1:plain|rich text|inline|formula|TRUE|FALSE|#N/A|3|");
	check_sheet("<row><c t='s'><v>2</v></c></row>", XLSX_ISO, "1: a\nb_x0041_ |");
}

static void
numbers_are_as_a_spreadsheet_shows_them(void **state)
{
	(void)state;
	check_sheet("<row r='2'><c><v>1.0</v></c><c><v>0.30000000000000004</v></c><c><v>1E-7</v></c>"
		    "<c><v>12345678901234</v></c><c><v>-2.5E+3</v></c><c t='n'><v>abc</v></c></row>",
		XLSX_ISO, "2:1|0.3|0.0000001|12345678901234|-2500|abc|");
}

static void
dates_are_iso_where_the_style_says_so(void **state)
{
	static const char cells[] = "<row r='1'><c s='1'><v>46348</v></c><c s='2'><v>46348</v></c>"
				    "<c s='3'><v>46348.25</v></c><c s='1'><v>0.5</v></c><c s='9'><v>1</v></c></row>";

	(void)state;
	check_sheet(cells, XLSX_ISO, "1:2026-11-22|46348|2026-11-22T06:00:00|12:00:00|1|");
	check_sheet(cells, XLSX_SERIAL, "1:46348|46348|46348.25|0.5|1|");
}

static void
serial_numbers_become_days(void **state)
{
	static const struct { double serial; bool from_1904; const char *expected; } rows[] = {
		{ 1, false, "1900-01-01" }, { 59, false, "1900-02-28" }, { 61, false, "1900-03-01" },
		{ 45292, false, "2024-01-01" }, { 43830, true, "2024-01-01" }, { 0, true, "1904-01-01" },
		{ 0.99999999, false, "1900-01-01" }, { 2958465, false, "9999-12-31" },
		{ 2958466, false, "" }, { -1, false, "" },
	};
	char text[32];

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		assert_string_equal(xlsx_date(text, sizeof text, rows[i].serial,
			rows[i].from_1904), rows[i].expected);
}

static void
gaps_are_empty_fields_and_empty_rows_are_passed_over(void **state)
{
	(void)state;
	check_sheet("<row r='3'><c r='C3'><v>1</v></c><c r='D3' s='1'/><c r='ZZ3' s='1'/></row><row r='4'/>"
		    "<row r='5'><c r='A5' t='str'><v></v></c></row><row><c><v>2</v></c><c r='C6'><v>3</v></c></row>",
		XLSX_ISO, "3:||1|6:2||3|");
}

static void
damaged_cells_are_refused_with_their_place(void **state)
{
	static const struct { const char *cells, *says; } rows[] = {
		{ "<row r='1'><c r='B1' t='s'><v>9</v></c></row>", "row 1, column 2" },
		{ "<row r='1'><c r='11'><v>9</v></c></row>", "row 1, column 1" },
		{ "<row r='2'/><row r='2'/>", "row 2" }, { "<row r='0'/>", "damaged" },
		{ "<row r='1'><c r='ALM1'><v>1</v></c></row>", "too large" },
		{ "<row r='1'><c r='XFE1'><v>1</v></c></row>", "damaged" },
		{ "<row r='1'><c r='A1'>", "odd.xml" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		unsigned char *bytes = malloc(BOOK_SIZE);
		char sheet[1024];
		struct xlsx *w;
		struct seen seen = { .used = 0 };
		struct error err = { 0 };

		snprintf(sheet, sizeof sheet, "<worksheet><sheetData>%s</sheetData></worksheet>",
			rows[i].cells);
		w = open_made(bytes, sheet);
		assert_int_equal(xlsx_read(w, 0, XLSX_ISO, row, &seen, &err), -1);
		if (!strstr(err.text, rows[i].says))
			fail_msg("%s: %s", rows[i].cells, err.text);
		xlsx_close(w);
		free(bytes);
	}
}

static void
sheets_are_found_by_their_relations(void **state)
{
	unsigned char *bytes = malloc(BOOK_SIZE);
	struct xlsx *w = open_made(bytes, "<worksheet/>");
	struct seen seen = { .used = 0 };
	struct error err = { 0 };

	(void)state;
	assert_int_equal(xlsx_sheets(w), 2);
	assert_string_equal(xlsx_sheet_name(w, 0), "First");
	assert_int_equal(xlsx_find(w, "FIRST"), 0);
	assert_int_equal(xlsx_find(w, "second"), -1);
	assert_int_equal(xlsx_read(w, 1, XLSX_ISO, row, &seen, &err), -1);
	assert_non_null(strstr(err.text, "gone"));
	xlsx_close(w);
	free(bytes);
}

static void
a_row_can_stop_the_reading(void **state)
{
	unsigned char *bytes = malloc(BOOK_SIZE);
	struct xlsx *w = open_made(bytes, "<worksheet><sheetData><row><c><v>1</v></c></row>"
					      "<row><c><v>2</v></c></row></sheetData></worksheet>");
	struct seen seen = { .stop_after = 1 };
	struct error err = { 0 };

	(void)state;
	assert_int_equal(xlsx_read(w, 0, XLSX_ISO, row, &seen, &err), -1);
	assert_string_equal(err.text, "enough");
	assert_string_equal(seen.text, "1:1|");
	xlsx_close(w);
	free(bytes);
}

static void
refuse(const void *bytes, size_t size, const char *says)
{
	struct xlsx *w;
	struct error err = { 0 };

	assert_int_equal(xlsx_open_memory(&w, "f.xlsx", bytes, size, &err), -1);
	assert_null(w);
	if (!strstr(err.text, says))
		fail_msg("“%s” does not say %s", err.text, says);
}

static void
what_is_no_workbook_is_refused_by_its_kind(void **state)
{
	static const char old[] = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and the rest";
	static const char locked[] = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"
				     "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0";
	const struct zip_part ods[] = { { "mimetype", "x", 0, 0 }, { "content.xml", "<a/>", 0, 0 } };
	const struct zip_part binary[] = { { "xl/workbook.bin", "x", 0, 0 } };
	const struct zip_part docx[] = { { "word/document.xml", "<a/>", 0, 0 } };
	const struct zip_part secret[] = { { "xl/workbook.xml", book, 0, 1 } };
	const struct zip_part lying[] = { { "xl/workbook.xml", book, 77777, 0 } };
	const struct zip_part huge[] = { { "xl/workbook.xml", book, 300u << 20, 0 } };
	const struct zip_part none[] = { { "xl/workbook.xml", "<workbook/>", 0, 0 } };
	unsigned char *bytes = malloc(BOOK_SIZE);
	struct xlsx *w;
	struct error err = { 0 };

	(void)state;
	refuse(old, sizeof old, ".xls)");
	refuse(locked, sizeof locked, "password");
	refuse("a;b", 3, "no workbook");
	refuse("", 0, "empty");
	refuse("PK\003\004 and then nothing", 20, "damaged");
	refuse(bytes, make_zip(bytes, ods, 2), ".ods");
	refuse(bytes, make_zip(bytes, binary, 1), ".xlsb");
	refuse(bytes, make_zip(bytes, docx, 1), "no workbook");
	refuse(bytes, make_zip(bytes, secret, 1), "password");
	refuse(bytes, make_zip(bytes, lying, 1), "damaged");
	refuse(bytes, make_zip(bytes, huge, 1), "unpack");
	refuse(bytes, make_zip(bytes, none, 1), "no sheets");
	free(bytes);
	assert_int_equal(xlsx_open(&w, "/nowhere/f.xlsx", &err), -1);
	assert_int_equal(err.code, ERROR_MISSING);
	error_clear(&err);
	assert_int_equal(xlsx_open(&w, "/tmp", &err), -1);
	assert_non_null(strstr(err.text, "folder"));
}

static void
write_by_library(const char *path, bool constant_memory)
{
	lxw_workbook_options options = { .constant_memory = constant_memory };
	lxw_workbook *workbook = workbook_new_opt(path, &options);
	lxw_worksheet *sheet = workbook_add_worksheet(workbook, "Źródła");
	lxw_format *date = workbook_add_format(workbook);
	lxw_datetime day = { .year = 2026, .month = 11, .day = 22 };

	format_set_num_format(date, "dd.mm.yyyy");
	worksheet_write_string(sheet, 0, 0, " Łódź ", NULL);
	worksheet_write_number(sheet, 0, 2, 639.47, NULL);
	worksheet_write_string(sheet, 1, 0, "0201011", NULL);
	worksheet_write_datetime(sheet, 1, 1, &day, date);
	worksheet_write_boolean(sheet, 4, 1, 1, NULL);
	assert_int_equal(workbook_close(workbook), LXW_NO_ERROR);
}

static void
what_libxlsxwriter_writes_reads_back(void **state)
{
	char path[] = "/tmp/test_workbook_XXXXXX";
	int fd = mkstemp(path);

	(void)state;
	assert_true(fd >= 0);
	close(fd);
	for (int i = 0; i < 2; i++) {
		struct xlsx *w;
		struct seen seen = { .used = 0 };
		struct error err = { 0 };

		write_by_library(path, i == 1);
		if (xlsx_open(&w, path, &err) != 0)
			fail_msg("%s", err.text);
		assert_string_equal(xlsx_sheet_name(w, 0), "Źródła");
		assert_int_equal(xlsx_read(w, 0, XLSX_ISO, row, &seen, &err), 0);
		assert_string_equal(seen.text, "1: Łódź ||639.47|2:0201011|2026-11-22|5:|TRUE|");
		xlsx_close(w);
	}
	unlink(path);
}

static int
plain_row(void *context, long line, const struct csv_field *fields, int count, struct error *err)
{
	while (count > 0 && fields[count - 1].length == 0)
		count--;
	(void)line;
	return row(context, 0, fields, count, err);
}

static void
the_real_form_is_the_same_as_its_csv(void **state)
{
	static const char *const sheets[] = { "survey", "choices", "settings" };
	const char *folder = getenv("GROMADA_REAL_DATA");
	struct xlsx *w;
	struct error err = { 0 };
	char path[1024];

	(void)state;
	if (!folder) {
		print_message("GROMADA_REAL_DATA is not set\n");
		skip();
	}
	snprintf(path, sizeof path, "%s/xlsform/testB.xlsx", folder);
	if (xlsx_open(&w, path, &err) != 0)
		fail_msg("%s", err.text);
	assert_int_equal(xlsx_sheets(w), 10);
	for (int i = 0; i < 3; i++) {
		struct seen *here = calloc(1, sizeof *here), *there = calloc(1, sizeof *there);
		struct input *in;

		snprintf(path, sizeof path, "%s/xlsform/%s.csv", folder, sheets[i]);
		assert_int_equal(input_open(&in, path, ENCODING_UTF8, &err), 0);
		assert_int_equal(csv_read(in, ',', NULL, plain_row, there, NULL, &err), 0);
		input_close(in);
		assert_int_equal(xlsx_read(w, xlsx_find(w, sheets[i]), XLSX_ISO,
			plain_row, here, &err), 0);
		assert_true(here->rows > 1);
		assert_string_equal(here->text, there->text);
		free(here);
		free(there);
	}
	for (int i = 0; i < xlsx_sheets(w); i++) {
		struct seen *all = calloc(1, sizeof *all);

		assert_int_equal(xlsx_read(w, i, XLSX_ISO, row, all, &err), 0);
		free(all);
	}
	xlsx_close(w);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_kind_of_cell_is_read),
		cmocka_unit_test(a_formula_without_a_result_is_refused_by_its_cell),
		cmocka_unit_test(numbers_are_as_a_spreadsheet_shows_them),
		cmocka_unit_test(dates_are_iso_where_the_style_says_so),
		cmocka_unit_test(serial_numbers_become_days),
		cmocka_unit_test(gaps_are_empty_fields_and_empty_rows_are_passed_over),
		cmocka_unit_test(damaged_cells_are_refused_with_their_place),
		cmocka_unit_test(sheets_are_found_by_their_relations),
		cmocka_unit_test(a_row_can_stop_the_reading),
		cmocka_unit_test(what_is_no_workbook_is_refused_by_its_kind),
		cmocka_unit_test(what_libxlsxwriter_writes_reads_back),
		cmocka_unit_test(the_real_form_is_the_same_as_its_csv),
	};

	i18n_start("en");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
