/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Data sheets out and back: as a workbook and as CSV, tampered with in every way an office can. */
#include "config.h"

#include "model/sheets_fixture.h"

#include "base/output.h"
#include "base/zip.h"
#include "exchange/importer.h"
#include "model/import.h"
#include "model/sheets/sheet_layout.h"
#include "report/book.h"
#include "report/sheet_file.h"

#include <fcntl.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

enum { LINES = 3 };
static const char *const codes[LINES] = { "X11", "X12", "X13" };
static char folder[] = "/tmp/sheetXXXXXX", path[64];

static int
make_folder(void **state)
{
	(void)state;
	return mkdtemp(folder) ? 0 : -1;
}

static int
drop_folder(void **state)
{
	(void)state;
	unlink(path);
	return rmdir(folder);
}

static const char *
file(const char *ending)
{
	if (path[0])
		unlink(path);
	snprintf(path, sizeof(path), "%s/sheet%s", folder, ending);
	return path;
}

static void
send_out(struct sheets *s, int slot, enum report_format format, const char *ending)
{
	struct sheet_return r;
	struct output *out;

	assert_int_equal(sheet_return_load(s->db, &s->sheet, slot, &s->arena, &r, &s->err), 0);
	assert_int_equal(output_open(&out, file(ending), true, &s->err), 0);
	assert_int_equal(sheet_file_write(s->db, &s->sheet, &r, format, &s->arena, out, &s->err), 0);
	assert_int_equal(output_commit(out, &s->err), 0);
}

/* A workbook as an office would send it back. */
struct tampering {
	const char *group, *unit, *year;
	const char *head;            /* of the column of values */
	const char *code[LINES];     /* as they stand in the rows */
	const char *value[LINES];    /* numbers are written as numbers, "'12" as text */
	const char *remark[LINES];
	const char *sent[LINES];     /* what the hidden sheet says stood there */
	const char *title, *sent_title; /* NULL = none */
	const char *whose, *sent_whose;
	const char *name[LINES];        /* NULL = none */
	const char *source[LINES];      /* NULL = an older file, which has no such column */
	const char *sent_source[LINES];
	const char *measure[LINES], *definition[LINES],
		*below[2]; /* NULL = none; below the table */
};

static const struct tampering plain = { "WOD", "0201011", "2025", "Value", { "X11", "X12", "X13" },
	{ "12.5", "bd", "7" }, { "", "", "" }, { "", "", "" }, NULL, NULL, NULL, NULL,
	{ NULL, NULL, NULL }, { NULL, NULL, NULL }, { "", "", "" }, { NULL, NULL, NULL },
	{ NULL, NULL, NULL }, { NULL, NULL } };

static void
write_cell(struct book *b, long row, const char *text)
{
	char *end;
	double value = strtod(text, &end);

	if (text[0] == '\'' || *end || end == text)
		book_entry_text(b, row, SHEET_FILE_VALUE, text[0] == '\'' ? text + 1 : text);
	else
		book_entry_number(b, row, SHEET_FILE_VALUE, value, 1);
}

static void
write_back(struct sheets *s, const struct tampering *t)
{
	static const char *const heads[] = { "No.", "Code", "Name", "Measure", "Definition", "2024",
		"Value", "Remark", "Source" };
	const char *const pairs[][2] = { { "format", "1" }, { "group", t->group }, { "unit", t->unit },
		{ "year", t->year }, { "version", "1" } };
	const int columns = t->source[0] ? SHEET_FILE_COLUMNS : SHEET_FILE_SOURCE;
	struct output *out;
	struct book *b;

	assert_int_equal(output_open(&out, file(".xlsx"), true, &s->err), 0);
	assert_int_equal(book_open(&b, out, &s->arena, "Sheet", &s->err), 0);
	book_sheet(b, "WOD 2025");
	book_lock(b);
	if (t->title)
		book_exact(b, 0, 0, t->title, BOOK_TITLE);
	if (t->whose)
		book_exact(b, 1, 0, t->whose, BOOK_BOLD);
	for (int i = 0; i < columns; i++)
		book_exact(b, SHEET_FILE_HEAD_ROW - 1, i, i == SHEET_FILE_VALUE ? t->head : heads[i], BOOK_HEAD);
	for (int i = 0; i < LINES; i++) {
		book_exact(b, SHEET_FILE_HEAD_ROW + i, SHEET_FILE_CODE, t->code[i], BOOK_PLAIN);
		if (t->name[i])
			book_exact(b, SHEET_FILE_HEAD_ROW + i, SHEET_FILE_NAME, t->name[i],
				BOOK_PLAIN);
		if (t->measure[i])
			book_exact(b, SHEET_FILE_HEAD_ROW + i, SHEET_FILE_MEASURE, t->measure[i],
				BOOK_PLAIN);
		if (t->definition[i])
			book_exact(b, SHEET_FILE_HEAD_ROW + i, SHEET_FILE_DEFINITION,
				t->definition[i], BOOK_PLAIN);
		write_cell(b, SHEET_FILE_HEAD_ROW + i, t->value[i]);
		book_entry_text(b, SHEET_FILE_HEAD_ROW + i, SHEET_FILE_REMARK, t->remark[i]);
		if (t->source[0])
			book_entry_text(
				b, SHEET_FILE_HEAD_ROW + i, SHEET_FILE_SOURCE, t->source[i]);
	}
	for (int i = 0; i < 2; i++)
		if (t->below[i])
			book_exact(b, SHEET_FILE_HEAD_ROW + LINES + 1 + i, SHEET_FILE_NAME,
				t->below[i], BOOK_PLAIN);
	book_sheet(b, SHEET_FILE_HIDDEN);
	book_hide(b);
	for (int i = 0; i < 5; i++) {
		book_exact(b, i, 0, pairs[i][0], BOOK_PLAIN);
		book_exact(b, i, 1, pairs[i][1], BOOK_PLAIN);
	}
	book_exact(b, 5, 0, "heads", BOOK_PLAIN);
	for (int i = 0; i < columns; i++)
		book_exact(b, 5, 1 + i, heads[i], BOOK_PLAIN);
	for (int i = 0; i < LINES; i++) {
		book_exact(b, 6 + i, 0, "line", BOOK_PLAIN);
		book_exact(b, 6 + i, 1, codes[i], BOOK_PLAIN);
		book_exact(b, 6 + i, 2, t->sent[i], BOOK_PLAIN);
		book_exact(b, 6 + i, 4, t->sent_source[i], BOOK_PLAIN);
	}
	if (t->sent_title) {
		book_exact(b, 6 + LINES, 0, "title", BOOK_PLAIN);
		book_exact(b, 6 + LINES, 1, t->sent_title, BOOK_PLAIN);
	}
	if (t->sent_whose) {
		book_exact(b, 7 + LINES, 0, "whose", BOOK_PLAIN);
		book_exact(b, 7 + LINES, 1, t->sent_whose, BOOK_PLAIN);
	}
	assert_int_equal(book_close(b, &s->err), 0);
	assert_int_equal(output_commit(out, &s->err), 0);
}

/* Gives cells with numbers the format of per cent, as Excel does where "12%" is typed. */
static void
show_per_cent(struct sheets *s)
{
	static char bytes[16][65536];
	struct zipped *z = zipped_new();
	struct unzip *from;
	struct output *out;
	int fd = open(path, O_RDONLY);

	assert_int_equal(unzip_open(&from, fd, path, &s->err), 0);
	for (int i = 0; i < unzip_entries(from); i++) {
		long size;
		char *format;

		assert_int_equal(unzip_entry_open(from, i, &s->err), 0);
		size = unzip_entry_read(from, bytes[i], sizeof(bytes[i]) - 1, &s->err);
		bytes[i][size] = '\0';
		format = strstr(bytes[i], "formatCode=\"#,##0.#");
		if (format)
			memcpy(format, "formatCode=\"###0.0%", 19);
		zipped_add(z, unzip_entry_name(from, i), bytes[i], (size_t)size);
	}
	assert_int_equal(output_open(&out, path, true, &s->err), 0);
	assert_int_equal(zipped_write(z, out, &s->err), 0);
	assert_int_equal(output_commit(out, &s->err), 0);
	unzip_close(from);
	close(fd);
}

static void
write_text(const char *text)
{
	FILE *out = fopen(file(".csv"), "w");

	assert_non_null(out);
	fputs(text, out);
	assert_int_equal(fclose(out), 0);
}

static const struct import_options here = { .sheet_group = "WOD", .sheet_unit = "020101",
	.sheet_year = 2025 };
static const struct import_options replacing = { .sheet_group = "WOD", .sheet_unit = "020101",
	.sheet_year = 2025, .replace = true };

static int
look(struct sheets *s, const struct import_options *options, struct importer **importer)
{
	error_clear(&s->err);
	return importer_read(importer, s->db, IMPORT_SHEET, path, options, NULL, &s->err);
}

static int64_t
take(struct sheets *s, const struct import_options *options)
{
	struct importer *importer;
	int64_t id;

	if (look(s, options, &importer) < 0)
		fail_msg("%s", s->err.text);
	assert_int_equal(importer_write(importer, NULL, &id, &s->err), 0);
	importer_free(importer);
	return id;
}

/* Whether some remark holds the text. */
static bool
says(const struct importer *importer, const char *text)
{
	const struct import_preview *p = importer_preview(importer);

	for (int i = 0; i < p->remark_count; i++)
		if (strstr(p->remarks[i].text, text))
			return true;
	return false;
}

static struct own_figure
there(struct sheets *s, int64_t indicator)
{
	struct own_figure f;

	assert_int_equal(own_figure_load(s->db, indicator, 2025, 2, &f, &s->err), 0);
	return f;
}

static void
a_workbook_comes_back_as_it_went_out(void **state)
{
	struct sheets *s = *state;
	struct importer *importer;

	assert_int_equal(sheets_key(s, OWN_A, 2025, 2, "12,5", "=z odczytu"), 0);
	assert_int_equal(sheets_key(s, OWN_B, 2025, 2, "nd", ""), 0);
	assert_int_equal(sheets_key(s, OWN_A, 2024, 2, "-1,25", ""), 0);
	send_out(s, 2, REPORT_FORMAT_XLSX, ".xlsx");
	assert_int_equal(look(s, &here, &importer), 0);
	assert_int_equal(importer_preview(importer)->counts.same, 3);
	assert_int_equal(importer_preview(importer)->remark_count, 0);
	importer_free(importer);
}

static void
csv_of_both_kinds_comes_back_as_it_went_out(void **state)
{
	static const enum report_format formats[] = { REPORT_FORMAT_CSV, REPORT_FORMAT_CSV_POLISH };
	struct sheets *s = *state;
	struct importer *importer;

	assert_int_equal(sheets_key(s, OWN_A, 2025, 2, "-12,5", "=z odczytu"), 0);
	assert_int_equal(sheets_key(s, OWN_B, 2025, 2, "nd", "a;b,\"c\""), 0);
	for (int i = 0; i < 2; i++) {
		send_out(s, 2, formats[i], ".csv");
		if (look(s, &here, &importer) < 0)
			fail_msg("%s", s->err.text);
		assert_int_equal(importer_preview(importer)->counts.same, 3);
		assert_int_equal(importer_preview(importer)->remark_count, 0);
		importer_free(importer);
	}
}

/* The workbook of an office that keeps its own database, as the union reads it. */
static void
a_sheet_filled_in_another_office_brings_what_is_not_here(void **state)
{
	struct sheets *s = *state;
	struct importer *importer;
	int64_t id;

	write_back(s, &plain);
	id = take(s, &here);
	send_out(s, 2, REPORT_FORMAT_XLSX, ".xlsx");
	assert_int_equal(import_undo(s->db, id, &s->err), 0);
	assert_int_equal(there(s, OWN_A).indicator_id, 0);
	assert_int_equal(look(s, &here, &importer), 0);
	assert_int_equal(importer_preview(importer)->counts.new_values, 3);
	assert_int_equal(importer_preview(importer)->counts.same, 0);
	importer_free(importer);
	assert_true(take(s, &here) > 0);
	assert_true(there(s, OWN_A).value == 12.5);
}

static void
what_was_filled_in_is_taken_and_taken_back(void **state)
{
	struct sheets *s = *state;
	int64_t id;

	write_back(s, &plain);
	id = take(s, &here);
	assert_true(id > 0);
	assert_true(there(s, OWN_A).value == 12.5);
	assert_string_equal(there(s, OWN_B).missing, "bd");
	assert_true(there(s, OWN_A).import_id == id);
	assert_int_equal(take(s, &here), 0);
	assert_int_equal(import_undo(s->db, id, &s->err), 0);
	assert_int_equal(there(s, OWN_A).indicator_id, 0);
}

static void
moved_rows_are_told_and_taken_by_their_code(void **state)
{
	struct tampering t = plain;
	struct sheets *s = *state;
	struct importer *importer;

	t.code[0] = "X12";
	t.code[1] = "X11";
	write_back(s, &t);
	assert_int_equal(look(s, &here, &importer), 0);
	assert_true(says(importer, "B6: "));
	assert_true(says(importer, "B7: "));
	importer_free(importer);
	take(s, &here);
	assert_true(there(s, OWN_B).value == 12.5);
}

/* Whoever sorts a column alone, or types over a code, puts figures beside the wrong name. */
static void
a_figure_between_a_code_and_the_name_of_another_is_left_out_by_its_cell(void **state)
{
	struct sheets *s = *state;
	struct tampering t = plain;
	struct importer *importer;

	t.code[0] = "X12", t.code[1] = "X11";
	t.name[0] = "Wskaźnik 11", t.name[1] = "Wskaźnik 12", t.name[2] = "Inna nazwa";
	write_back(s, &t);
	assert_int_equal(look(s, &here, &importer), 0);
	assert_int_equal(importer_preview(importer)->counts.skipped, 2);
	assert_true(says(importer, "C6: "));
	assert_true(says(importer, "C7: "));
	assert_true(says(importer, "C8: the name is “Inna nazwa”"));
	importer_free(importer);
	take(s, &here);
	assert_int_equal(there(s, OWN_A).indicator_id, 0);
	assert_true(there(s, OWN_C).value == 7);
}

static void
a_cell_that_shows_per_cent_is_read_as_it_shows(void **state)
{
	struct sheets *s = *state;
	struct tampering t = plain;
	struct importer *importer;

	t.value[0] = "0.07", t.value[2] = "0.5";
	sheets_sql(s->db, "UPDATE indicator SET measure = 'zł' WHERE code = 'X13'");
	write_back(s, &t);
	show_per_cent(s);
	assert_int_equal(look(s, &here, &importer), 0);
	assert_true(says(importer, "G6: the cell shows per cent; it is read as 7."));
	assert_true(says(importer, "G8: the cell shows 50%"));
	importer_free(importer);
	take(s, &here);
	assert_true(there(s, OWN_A).value == 7);
	assert_int_equal(there(s, OWN_C).indicator_id, 0);
}

/* Excel takes the 0 off when it saves CSV. */
static void
a_csv_whose_unit_lost_its_zero_is_the_same_unit_s(void **state)
{
	struct sheets *s = *state;
	struct importer *importer;

	write_text("indicator;value;group;unit;year\nX11;12,5;WOD;201011;2025\n");
	take(s, &here);
	assert_true(there(s, OWN_A).value == 12.5);
	write_text("indicator;value;group;unit;year\nX11;13;WOD;201011;2025\n");
	take(s, &replacing);
	assert_true(there(s, OWN_A).value == 13);
	write_text("indicator;value;group;unit;year\nX11;13;WOD;201022;2025\n");
	assert_int_equal(look(s, &here, &importer), -1);
}

static void
a_changed_heading_is_refused_by_its_cell(void **state)
{
	struct tampering t = plain;
	struct sheets *s = *state;
	struct importer *importer;

	t.head = "Wartość w tys.";
	write_back(s, &t);
	assert_int_equal(look(s, &here, &importer), -1);
	assert_non_null(strstr(s->err.text, "G5: "));
	assert_non_null(strstr(s->err.text, "Wartość w tys."));
}

static void
a_changed_heading_of_a_csv_is_refused_by_its_cell_too(void **state)
{
	struct sheets *s = *state;
	struct importer *importer;

	write_text("number,indicator,name,measure,definition,before,w tys.,remark,source,group,unit,year,"
		   "version\n1,X11,,,,,12,,,WOD,020101,2025,0\n");
	assert_int_equal(look(s, &here, &importer), -1);
	assert_non_null(strstr(s->err.text, "G1: "));
	assert_non_null(strstr(s->err.text, "w tys."));
	assert_non_null(strstr(s->err.text, "value"));
	error_clear(&s->err);
	write_text("Nr;Kod;Nazwa;Jedn. miary;Definicja;Wartość w 2024;w tys.\n1;X11;;;;;12\n");
	assert_int_equal(look(s, &here, &importer), -1);
	assert_non_null(strstr(s->err.text, "“w tys.”"));
	assert_non_null(strstr(s->err.text, "“wartość”"));
	error_clear(&s->err);
	write_text("indicator;group\nX11;WOD\n"); /* of no sheet that went out */
	assert_int_equal(look(s, &here, &importer), -1);
	assert_non_null(strstr(s->err.text, "value"));
}

/* Whose a sheet is and what it was made from is read from columns: without them its figures could
 * become those of another unit or year, or take the place of newer ones. */
static void
a_changed_heading_of_whose_a_csv_is_is_refused_by_its_cell(void **state)
{
	static const char *const headings[][2] = { { "unit,year,version", "" }, { "Gmina,year,version", "K1: " },
		{ "unit,Rok budżetowy,wydanie", "L1: " }, { "unit,year,wydanie", "M1: " } };
	struct sheets *s = *state;
	struct importer *importer;
	char text[256];

	for (int i = 0; i < 4; i++) {
		snprintf(text, sizeof(text),
			"number,indicator,name,measure,definition,before,value,remark,source,group,%s\n"
			"1,X11,,,,,12,,,WOD,0201011,2025,0\n",
			headings[i][0]);
		write_text(text);
		assert_int_equal(look(s, &here, &importer), headings[i][1][0] ? -1 : 0);
		if (headings[i][1][0])
			assert_non_null(strstr(s->err.text, headings[i][1]));
		else
			importer_free(importer);
	}
	assert_non_null(strstr(s->err.text, "“wydanie” where the sheet went out with “version”"));
	write_text("Nr;Kod;Nazwa;Jedn. miary;Definicja;Wartość w 2024;Wartość;Uwagi;Źródło;Grupa;Jednostka;"
		   "Rocznik;Wersja\n1;X11;;;;;12;;;WOD;0201011;2024;0\n");
	assert_int_equal(look(s, &here, &importer), -1);
	assert_non_null(strstr(s->err.text, "L1: the heading is “Rocznik” where the sheet went out with “rok”"));
	write_text("Kod;Wartość;Komentarz\nX11;12;moje słowa\n"); /* made by hand, with words of its own */
	assert_int_equal(look(s, &here, &importer), 0);
	importer_free(importer);
}

static void
a_csv_says_whose_it_is_altogether_or_not_at_all(void **state)
{
	struct sheets *s = *state;
	struct importer *importer;

	write_text("indicator;value;group;unit\nX11;12;WOD;0201011\n");
	assert_int_equal(look(s, &here, &importer), -1);
	assert_non_null(strstr(s->err.text, "“year” is missing"));
	write_text("indicator;value;version\nX11;12;1\n");
	assert_int_equal(look(s, &here, &importer), -1);
	assert_non_null(strstr(s->err.text, "“group” is missing"));
	write_text("indicator;value;group;unit;year\nX11;12;WOD;0201011;\n");
	assert_int_equal(look(s, &here, &importer), -1);
	assert_non_null(strstr(s->err.text, "E2: the cell of the column “year” is empty"));
}

static void
a_csv_made_by_hand_replaces_a_figure_only_where_a_person_says_so(void **state)
{
	struct sheets *s = *state;
	struct importer *importer;

	assert_int_equal(sheets_key(s, OWN_A, 2025, 2, "99", ""), 0);
	write_text("indicator;value\nX11;12,5\nX12;7\n");
	assert_int_equal(look(s, &here, &importer), 0);
	assert_true(says(importer, "B2: the file says 12,5, but not which version of the sheet"));
	importer_free(importer);
	take(s, &here);
	assert_true(there(s, OWN_A).value == 99);
	assert_true(there(s, OWN_B).value == 7);
	take(s, &replacing);
	assert_true(there(s, OWN_A).value == 12.5);
}

static void
text_among_numbers_is_left_out_by_its_cell(void **state)
{
	struct tampering t = plain;
	struct sheets *s = *state;
	struct importer *importer;

	t.value[0] = "około 12";
	t.value[1] = "'1 204,5";
	write_back(s, &t);
	assert_int_equal(look(s, &here, &importer), 0);
	assert_true(says(importer, "G6: "));
	assert_true(says(importer, "około 12"));
	assert_true(says(importer, "G7: “1 204,5”"));
	assert_int_equal(importer_preview(importer)->counts.skipped, 1);
	importer_free(importer);
	take(s, &here);
	assert_true(there(s, OWN_B).value == 1204.5);
	assert_int_equal(there(s, OWN_A).indicator_id, 0);
}

static void
a_sheet_of_another_group_unit_or_year_is_refused(void **state)
{
	struct sheets *s = *state;
	struct importer *importer;
	struct tampering t = plain;

	t.year = "2024";
	write_back(s, &t);
	assert_int_equal(look(s, &here, &importer), -1);
	assert_non_null(strstr(s->err.text, "2024"));
	t = plain;
	t.unit = "0201022";
	write_back(s, &t);
	assert_int_equal(look(s, &here, &importer), -1);
	t = plain;
	t.group = "ODP";
	write_back(s, &t);
	assert_int_equal(look(s, &here, &importer), -1);
	assert_non_null(strstr(s->err.text, "ODP"));
	write_text("indicator;value;year;group;unit\nX11;1;2025;WOD;0201011\nX12;2;2024;WOD;0201011\n");
	assert_int_equal(look(s, &here, &importer), -1);
	assert_non_null(strstr(s->err.text, "C3: "));
}

static void
a_colleagues_newer_figure_stays_unless_it_is_to_be_replaced(void **state)
{
	struct sheets *s = *state;
	struct import_options replace = here;
	struct importer *importer;
	struct tampering t = plain;

	assert_int_equal(sheets_key(s, OWN_A, 2025, 2, "99", ""), 0);
	t.sent[2] = "3";
	assert_int_equal(sheets_key(s, OWN_C, 2025, 2, "3", ""), 0);
	write_back(s, &t);
	assert_int_equal(look(s, &here, &importer), 0);
	assert_true(says(importer, "99"));
	assert_true(says(importer, "anna"));
	assert_int_equal(importer_preview(importer)->counts.skipped, 1);
	assert_int_equal(importer_preview(importer)->counts.changed, 1);
	importer_free(importer);
	take(s, &here);
	assert_true(there(s, OWN_A).value == 99);
	assert_true(there(s, OWN_C).value == 7);
	replace.replace = true;
	take(s, &replace);
	assert_true(there(s, OWN_A).value == 12.5);
}

static void
what_the_file_did_not_touch_does_not_bring_old_figures_back(void **state)
{
	struct tampering t = plain;
	struct sheets *s = *state;

	t.value[0] = t.sent[0] = "1";
	assert_int_equal(sheets_key(s, OWN_A, 2025, 2, "99", ""), 0);
	write_back(s, &t);
	take(s, &here);
	assert_true(there(s, OWN_A).value == 99);
}

static void
a_bare_csv_of_codes_and_values_is_enough(void **state)
{
	struct sheets *s = *state;

	write_text("indicator;value\nX11;12,5\nX12;nd\n");
	assert_true(take(s, &here) > 0);
	assert_true(there(s, OWN_A).value == 12.5);
	assert_string_equal(there(s, OWN_B).missing, "nd");
}

static void
unknown_codes_are_left_out_and_of_doubled_ones_both_rows(void **state)
{
	struct sheets *s = *state;
	struct importer *importer;

	write_text("indicator;value\nX11;1\nX11;2\nX99;3\nX12;4\n");
	assert_int_equal(look(s, &here, &importer), 0);
	assert_true(says(importer, "A2: the indicator X11 stands in A3 too"));
	assert_true(says(importer, "A3: the indicator X11 stands in A2 too"));
	assert_true(says(importer, "A4: "));
	assert_true(says(importer, "X13"));
	assert_int_equal(importer_preview(importer)->counts.new_values, 1);
	assert_int_equal(importer_preview(importer)->counts.skipped, 3);
	importer_free(importer);
	take(s, &here);
	assert_int_equal(there(s, OWN_A).indicator_id, 0);
}

/* "tys. szt." typed over "szt." makes 7 another figure. */
static void
another_measure_refuses_a_line_and_another_definition_is_told(void **state)
{
	struct tampering t = plain;
	struct sheets *s = *state;
	struct importer *importer;

	sheets_sql(s->db, "UPDATE indicator SET measure = 'szt.', definition = 'Wszystkie' WHERE "
			  "code IN ('X11', 'X13')");
	t.measure[0] = "tys. szt.", t.definition[2] = "Bez prywatnych", t.measure[2] = "szt.";
	write_back(s, &t);
	assert_int_equal(look(s, &here, &importer), 0);
	assert_true(
		says(importer, "D6: the measure is “tys. szt.” where X11 is asked for in “szt.”"));
	assert_true(says(importer,
		"E8: the definition is “Bez prywatnych” where that of X13 is “Wszystkie”"));
	assert_int_equal(importer_preview(importer)->counts.skipped, 1);
	importer_free(importer);
	write_text("indicator;jedn. miary;definicja;value\nX11;tys. "
		   "szt.;Wszystkie;1\nX13;szt.;Wszystkie;1\nX12;%;;4\n");
	assert_int_equal(look(s, &here, &importer), 0);
	assert_true(says(importer, "B2: the measure is “tys. szt.”"));
	assert_false(says(importer, "definition"));
	assert_int_equal(importer_preview(importer)->counts.skipped, 1);
	importer_free(importer);
}

static void
a_figure_of_too_many_digits_is_told_so(void **state)
{
	struct sheets *s = *state;
	struct importer *importer;

	write_text("indicator;value\nX11;123456789012345678\nX12; 123 456 789 012 345 678 \nX13;"
		   "0,1234567890123456\n");
	assert_int_equal(look(s, &here, &importer), 0);
	assert_true(says(importer, "B2: “123456789012345678” has too many digits"));
	assert_true(says(importer, "B3: “123 456 789 012 345 678” has too many digits"));
	assert_true(says(importer, "B4: “0,1234567890123456” has too many digits"));
	importer_free(importer);
}

static void
a_row_below_the_table_is_told_by_its_address(void **state)
{
	struct tampering t = plain;
	struct sheets *s = *state;
	struct importer *importer;

	t.below[0] = "Liczby wstępne, korekta w marcu", t.below[1] = "1 250";
	write_back(s, &t);
	assert_int_equal(look(s, &here, &importer), 0);
	assert_true(says(importer,
		"C10: “Liczby wstępne, korekta w marcu” stands in a row without code and value"));
	assert_true(says(importer, "C11: “1 250” stands in a row without code; enter it"));
	assert_int_equal(importer_preview(importer)->counts.rows, 4);
	assert_int_equal(importer_preview(importer)->counts.skipped, 1);
	importer_free(importer);
	write_text("number;indicator;name;value;group;unit;year\n1;X11;;12,5;WOD;0201011;2025\n;;"
		   "Wypełniono z "
		   "odczytu;;;;\n;;;8;;;\n");
	assert_int_equal(look(s, &here, &importer), 0);
	assert_true(says(
		importer, "C3: “Wypełniono z odczytu” stands in a row without code and value"));
	assert_true(says(importer, "D4: there is no code beside “8”"));
	assert_int_equal(importer_preview(importer)->counts.rows, 2);
	assert_int_equal(importer_preview(importer)->counts.new_values, 1);
	importer_free(importer);
}

static void
an_unusual_value_without_a_remark_is_told(void **state)
{
	struct sheets *s = *state;
	struct importer *importer;

	write_text("indicator;value;remark\nX11;101;\n");
	assert_int_equal(look(s, &here, &importer), 0);
	assert_true(says(importer, "B2: 101"));
	importer_free(importer);
	write_text("indicator;value;remark\nX11;101;nowa sieć\n");
	assert_int_equal(look(s, &here, &importer), 0);
	assert_false(says(importer, "B2: 101 "));
	importer_free(importer);
}

static void
a_number_with_a_point_typed_as_text_is_told(void **state)
{
	struct sheets *s = *state;
	struct importer *importer;
	struct tampering t = plain;

	t.value[0] = "'21.5";
	t.value[2] = "7";
	write_back(s, &t);
	assert_int_equal(look(s, &here, &importer), 0);
	assert_true(says(importer, "G6: “21.5” is typed as text"));
	assert_false(says(importer, "G8: “7”"));
	importer_free(importer);
}

static void
the_sheet_of_another_year_under_the_same_hidden_one_is_told(void **state)
{
	struct sheets *s = *state;
	struct importer *importer;
	struct tampering t = plain;

	t.title = "Data sheet WOD, 2025: Woda";
	t.sent_title = t.title;
	write_back(s, &t);
	assert_int_equal(look(s, &here, &importer), 0);
	importer_free(importer);
	t.title = "Data sheet WOD, 2024: Woda";
	write_back(s, &t);
	assert_int_equal(look(s, &here, &importer), -1);
	assert_non_null(strstr(s->err.text, "A1: "));
	assert_non_null(strstr(s->err.text, "2024"));
}

static void
another_unit_written_over_the_one_people_see_is_told(void **state)
{
	struct sheets *s = *state;
	struct importer *importer;
	struct tampering t = plain;

	t.whose = t.sent_whose = "Unit: Kutno, urban gmina (1002011)";
	write_back(s, &t);
	assert_int_equal(look(s, &here, &importer), 0);
	importer_free(importer);
	t.whose = "Unit: Kutno, rural gmina (1002062)";
	write_back(s, &t);
	assert_int_equal(look(s, &here, &importer), -1);
	assert_non_null(strstr(s->err.text, "A2: "));
	assert_non_null(strstr(s->err.text, "rural gmina (1002062)"));
	error_clear(&s->err);
	t.whose = NULL; /* emptied */
	write_back(s, &t);
	assert_int_equal(look(s, &here, &importer), -1);
	assert_non_null(strstr(s->err.text, "A2: "));
}

static void
another_workbook_is_told_apart(void **state)
{
	struct sheets *s = *state;
	struct importer *importer;
	struct output *out;
	struct book *b;

	assert_int_equal(output_open(&out, file(".xlsx"), true, &s->err), 0);
	assert_int_equal(book_open(&b, out, &s->arena, "Sheet", &s->err), 0);
	book_sheet(b, "Arkusz1");
	book_exact(b, 0, 0, "x", BOOK_PLAIN);
	assert_int_equal(book_close(b, &s->err), 0);
	assert_int_equal(output_commit(out, &s->err), 0);
	assert_int_equal(look(s, &here, &importer), -1);
	assert_non_null(strstr(s->err.text, "gromada"));
}

#define T(test) cmocka_unit_test_setup_teardown(test, sheets_open, sheets_close)

/* ---- where a figure was taken from ---- */

static void
say_source(struct sheets *s, int64_t indicator, int year, const char *source)
{
	sheets_sql(s->db,
		"UPDATE own_figure SET source = '%s' WHERE indicator_id = %lld AND year = %d",
		source, (long long)indicator, year);
}

static void
sources_go_out_and_come_back_with_those_of_last_year_offered(void **state)
{
	static const enum report_format formats[] = { REPORT_FORMAT_XLSX, REPORT_FORMAT_CSV,
		REPORT_FORMAT_CSV_POLISH };
	struct sheets *s = *state;
	struct importer *importer;

	assert_int_equal(sheets_key(s, OWN_A, 2025, 2, "12,5", ""), 0);
	assert_int_equal(sheets_key(s, OWN_B, 2024, 2, "7", ""), 0);
	say_source(s, OWN_A, 2025, "Sprawozdanie SAS");
	say_source(s, OWN_B, 2024, "PWiK");
	for (int i = 0; i < 3; i++) {
		send_out(s, 2, formats[i], i ? ".csv" : ".xlsx");
		assert_int_equal(look(s, &here, &importer), 0);
		assert_int_equal(importer_preview(importer)->counts.same, 3);
		assert_int_equal(importer_preview(importer)->remark_count, 0);
		importer_free(importer);
	}
}

static void
a_source_comes_back_and_a_file_without_sources_leaves_it(void **state)
{
	struct tampering t = plain;
	struct sheets *s = *state;

	t.source[0] = "Sprawozdanie SAS", t.source[1] = "", t.source[2] = "PWiK";
	write_back(s, &t);
	take(s, &here);
	assert_string_equal(there(s, OWN_A).source, "Sprawozdanie SAS");
	assert_string_equal(there(s, OWN_C).source, "PWiK");
	t = plain;
	t.value[0] = "13";
	t.sent[0] = "12.5";
	write_back(s, &t);
	take(s, &here);
	assert_true(there(s, OWN_A).value == 13);
	assert_string_equal(there(s, OWN_A).source, "Sprawozdanie SAS");
	write_text("indicator;value;source;group;unit;year\nX11;13;Licznik;WOD;0201011;2025\n");
	take(s, &replacing);
	assert_string_equal(there(s, OWN_A).source, "Licznik");
	write_text("Kod;Wartość;ŹRÓDŁO;Grupa;Jednostka;Rok\nX11;13;SAS;WOD;0201011;2025\n");
	take(s, &replacing);
	assert_string_equal(there(s, OWN_A).source, "SAS");
	write_text("indicator;value;group;unit;year\nX11;14;WOD;0201011;2025\n");
	take(s, &replacing);
	assert_string_equal(there(s, OWN_A).source, "SAS");
}

static void
undoing_a_file_that_said_another_source_alone_brings_the_former_back(void **state)
{
	struct sheets *s = *state;
	struct importer *importer;
	int64_t id;

	assert_int_equal(sheets_key(s, OWN_A, 2025, 2, "12,5", ""), 0);
	say_source(s, OWN_A, 2025, "PWiK");
	write_text("indicator;value;source;group;unit;year\nX11;12,5;Licznik;WOD;0201011;2025\n");
	assert_int_equal(look(s, &replacing, &importer), 0);
	assert_true(says(importer, "(source: Licznik)"));
	importer_free(importer);
	id = take(s, &replacing);
	assert_true(id > 0);
	assert_string_equal(there(s, OWN_A).source, "Licznik");
	assert_int_equal(import_undo(s->db, id, &s->err), 0);
	assert_true(there(s, OWN_A).value == 12.5);
	assert_string_equal(there(s, OWN_A).source, "PWiK");
}

static void
a_colleagues_newer_source_stays(void **state)
{
	struct tampering t = plain;
	struct sheets *s = *state;
	struct importer *importer;

	assert_int_equal(sheets_key(s, OWN_A, 2025, 2, "12,5", ""), 0);
	say_source(s, OWN_A, 2025, "PWiK");
	t.source[0] = "Licznik", t.source[1] = t.source[2] = "";
	t.sent[0] = "12.5", t.sent_source[0] = "Szacunek";
	write_back(s, &t);
	assert_int_equal(look(s, &here, &importer), 0);
	assert_true(says(importer, "12,5 (source: PWiK), which stays"));
	importer_free(importer);
	t.source[0] = "Szacunek";
	write_back(s, &t);
	take(s, &here);
	assert_string_equal(there(s, OWN_A).source, "PWiK");
}

static void
a_source_without_figure_is_told_and_one_too_long_too(void **state)
{
	struct tampering t = plain;
	struct sheets *s = *state;
	struct importer *importer;
	char many[OWN_SOURCE_SIZE + 1];

	memset(many, 'x', OWN_SOURCE_SIZE);
	many[OWN_SOURCE_SIZE] = '\0';
	t.value[0] = "";
	t.source[0] = "PWiK", t.source[1] = many, t.source[2] = "";
	write_back(s, &t);
	assert_int_equal(look(s, &here, &importer), 0);
	assert_true(says(importer, "G6: there is a source but neither value"));
	assert_true(says(importer, "I7: the source is too long"));
	assert_int_equal(importer_preview(importer)->counts.skipped, 2);
	importer_free(importer);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T(a_workbook_comes_back_as_it_went_out),
		T(csv_of_both_kinds_comes_back_as_it_went_out),
		T(a_sheet_filled_in_another_office_brings_what_is_not_here),
		T(what_was_filled_in_is_taken_and_taken_back),
		T(moved_rows_are_told_and_taken_by_their_code),
		T(a_figure_between_a_code_and_the_name_of_another_is_left_out_by_its_cell),
		T(a_cell_that_shows_per_cent_is_read_as_it_shows),
		T(a_csv_whose_unit_lost_its_zero_is_the_same_unit_s),
		T(a_changed_heading_is_refused_by_its_cell),
		T(a_changed_heading_of_a_csv_is_refused_by_its_cell_too),
		T(a_changed_heading_of_whose_a_csv_is_is_refused_by_its_cell),
		T(a_csv_says_whose_it_is_altogether_or_not_at_all),
		T(a_csv_made_by_hand_replaces_a_figure_only_where_a_person_says_so),
		T(text_among_numbers_is_left_out_by_its_cell),
		T(a_sheet_of_another_group_unit_or_year_is_refused),
		T(a_colleagues_newer_figure_stays_unless_it_is_to_be_replaced),
		T(what_the_file_did_not_touch_does_not_bring_old_figures_back),
		T(a_bare_csv_of_codes_and_values_is_enough),
		T(unknown_codes_are_left_out_and_of_doubled_ones_both_rows),
		T(another_measure_refuses_a_line_and_another_definition_is_told),
		T(a_figure_of_too_many_digits_is_told_so),
		T(a_row_below_the_table_is_told_by_its_address),
		T(an_unusual_value_without_a_remark_is_told),
		T(a_number_with_a_point_typed_as_text_is_told),
		T(the_sheet_of_another_year_under_the_same_hidden_one_is_told),
		T(another_unit_written_over_the_one_people_see_is_told),
		T(another_workbook_is_told_apart),
		T(sources_go_out_and_come_back_with_those_of_last_year_offered),
		T(a_source_comes_back_and_a_file_without_sources_leaves_it),
		T(undoing_a_file_that_said_another_source_alone_brings_the_former_back),
		T(a_colleagues_newer_source_stays),
		T(a_source_without_figure_is_told_and_one_too_long_too),
	};

	setenv("GROMADA_TEST", "1", 1); /* the clock stands still */
	return cmocka_run_group_tests(tests, make_folder, drop_folder);
}
