/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Minutes that come back from word processors, and what the program itself wrote. */
#include "config.h"

#include "exchange/minutes_file.h"
#include "model/minutes/minutes.h"

#include "base/i18n.h"
#include "base/output.h"
#include "base/zip.h"
#include "report/minutes_document.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

static struct arena arena;
static struct error err;
static struct minutes_file file;

static int
release(void **state)
{
	(void)state;
	arena_release(&arena);
	error_clear(&err);
	return 0;
}

/* A document with this inside of w:body, and these styles. */
static const char *
read_body(const char *styles, const char *body)
{
	struct zipped *zip = zipped_new();
	struct output *out = output_memory();
	const char *document = arena_format(&arena,
		"<?xml version=\"1.0\"?><w:document xmlns:w=\"urn:w\" xmlns:mc=\"urn:mc\">"
		"<w:body>%s</w:body></w:document>", body);
	const char *all = arena_format(&arena,
		"<?xml version=\"1.0\"?><w:styles xmlns:w=\"urn:w\">%s</w:styles>", styles);
	const char *text;
	size_t size;

	zipped_add(zip, "word/document.xml", document, strlen(document));
	zipped_add(zip, "word/styles.xml", all, strlen(all));
	assert_int_equal(zipped_write(zip, out, &err), 0);
	output_text(out, &size);
	text = minutes_file_docx("a.docx", output_text(out, NULL), size, &arena, &file, &err) == 0
		       ? file.text
		       : NULL;
	output_abort(out);
	return text;
}

#define P(inside) "<w:p>" inside "</w:p>"
#define R(text) "<w:r><w:t xml:space=\"preserve\">" text "</w:t></w:r>"
#define STYLE(id) "<w:pPr><w:pStyle w:val=\"" id "\"/></w:pPr>"

static void
runs_of_a_paragraph_are_joined(void **state)
{
	(void)state;
	assert_string_equal(read_body("", P(R("Za") R("żół") "<w:proofErr w:type=\"spellStart\"/>"
				    "<w:r><w:rPr><w:b/></w:rPr><w:t>cić</w:t></w:r>" R(" gęślą"))),
		"Zażółcić gęślą\n");
}

static void
footnotes_and_comments_are_counted_because_they_stay_out(void **state)
{
	(void)state;
	assert_string_equal(
		read_body("",
			P(R("Uchwalono") "<w:r><w:footnoteReference w:id=\"2\"/></w:r>")
				P("<w:commentRangeStart w:id=\"0\"/>" R(
					"zgodnie") "<w:commentRangeEnd w:id=\"0\"/>"
						   "<w:r><w:commentReference w:id=\"0\"/></w:r>")),
		"Uchwalono\n\nzgodnie\n");
	assert_int_equal(file.left_out, 2);
	assert_string_equal(minutes_file_left_out(file.left_out, &arena),
		"2 footnotes or comments of the document stay out: write what they say into the "
		"text.");
	assert_string_equal(minutes_file_left_out(0, &arena), "");
	read_body("", P(R("bez")));
	assert_int_equal(file.left_out, 0);
}

static void
headings_are_known_by_name_and_by_id(void **state)
{
	(void)state;
	assert_string_equal(
		read_body("<w:style w:styleId=\"Nagwek1\"><w:name w:val=\"heading 1\"/></w:style>"
			  "<w:style w:styleId=\"Moj\"><w:name w:val=\"Mój\"/>"
			  "<w:basedOn w:val=\"Nagwek1\"/></w:style>",
			P(STYLE("Nagwek1") R("A")) P(STYLE("Moj") R("B"))
				P(STYLE("Heading2") R("C")) P(STYLE("Nagłówek3") R("D"))
					P("<w:pPr><w:outlineLvl w:val=\"1\"/></w:pPr>" R("E"))),
		"# A\n\n# B\n\n## C\n\n### D\n\n## E\n");
}

static void
items_of_lists_stand_together(void **state)
{
	(void)state;
	assert_string_equal(
		read_body("", P(R("przed")) P(STYLE("ListBullet") R("jeden"))
				      P("<w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId "
					"w:val=\"3\"/></w:numPr></w:pPr>" R("dwa"))
					      P("<w:pPr><w:numPr><w:numId w:val=\"0\"/></w:numPr>"
						"</w:pPr>" R("po"))),
		"przed\n\n- jeden\n- dwa\n\npo\n");
}

#define TC(inside) "<w:tc>" inside "</w:tc>"
#define TR(inside) "<w:tr>" inside "</w:tr>"

static void
tables_become_rows_and_tables_in_cells_become_words(void **state)
{
	(void)state;
	assert_string_equal(
		read_body("", "<w:tbl><w:tblGrid/>" TR(TC(P(R("JST"))) TC(P(R("Termin"))))
				      TR(TC(P(R("Łódź")) P(R("miasto")))
						      TC(P(R("5|3"))
							      "<w:tbl>" TR(TC(P(R("a"))) TC(P(R("b"))))
						      "</w:tbl>" P("")))
					      TR("<w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr>" P(
							 R("razem")) "</w:tc>") "</w:tbl>"),
		"| JST | Termin |\n| Łódź miasto | 5/3 a b |\n| razem |  |\n");
}

static void
tracked_changes_count_as_accepted(void **state)
{
	(void)state;
	assert_string_equal(
		read_body("",
			P("<w:ins>" R("nowe") "</w:ins><w:del><w:r><w:delText>stare</w:delText>"
			  "<w:tab/></w:r></w:del>" R(" zostaje") "<w:moveFrom>" R("stąd")
			  "</w:moveFrom><w:moveTo>" R(" tu") "</w:moveTo>")
			P("<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" R("jedno "))
			P("<w:pPr><w:pPrChange><w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr>"
			  "</w:pPrChange></w:pPr>" R("zdanie"))
			"<w:tbl>" TR("<w:trPr><w:del/></w:trPr>" TC(P(R("skreślony"))))
				TR(TC(P(R("wiersz")))) "</w:tbl>"),
		"nowe zostaje tu\n\njedno zdanie\n\n| wiersz |\n");
}

static void
tabs_breaks_and_invisible_characters_are_taken_for_what_they_say(void **state)
{
	(void)state;
	assert_string_equal(
		read_body("", P("<w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs></w:pPr>"
				"<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t>"
				"<w:noBreakHyphen/><w:t>d e\xC2\xAD" "f\xE2\x80\x8B „g”</w:t></w:r>")),
		"a b\n\nc-d ef „g”\n");
	assert_string_equal(read_body("", P("<mc:AlternateContent><mc:Choice>" R("raz")
					  "</mc:Choice><mc:Fallback>" R("raz")
					  "</mc:Fallback></mc:AlternateContent>")),
		"raz\n");
}

static void
what_is_no_document_is_refused(void **state)
{
	static const char wide[] = TR("<w:tc><w:tcPr><w:gridSpan w:val=\"63\"/></w:tcPr></w:tc>");
	char *rows;

	(void)state;
	assert_null(read_body("", "<w:p>"));
	error_clear(&err);
	/* a table of empty cells, each over many columns: little to read, much to write */
	rows = arena_new(&arena, 10000 * strlen(wide) + 1);
	for (int i = 0; i < 10000; i++)
		memcpy(rows + (size_t)i * strlen(wide), wide, strlen(wide) + 1);
	assert_null(read_body("", arena_format(&arena, "<w:tbl>%s</w:tbl>", rows)));
	error_clear(&err);
	assert_int_equal(minutes_file_docx("b.docx", "PK\003\004x", 5, &arena, &file, &err), -1);
	error_clear(&err);
	assert_int_equal(minutes_file_read("/nie/ma.docx", "", &arena, &file, &err), -1);
	assert_int_equal(err.code, ERROR_MISSING);
	error_clear(&err);
	assert_int_equal(minutes_file_read("/x/stary.doc", "", &arena, &file, &err), -1);
	assert_int_equal(err.code, ERROR_INPUT);
	error_clear(&err);
	assert_int_equal(minutes_file_read("/x/strona.html", "", &arena, &file, &err), -1);
	assert_int_equal(err.code, ERROR_INPUT);
}

static const char minutes[] = "Spotkanie odbyło się.\n"
			      "\n# Przebieg\n\n## 1. Otwarcie\n"
			      "Pierwszy akapit.\nDrugi akapit.\n\n"
			      "- pierwsze\n- drugie\n"
			      "| JST | Termin |\n| Łódź | 28.02.2026 |\n|Gniezno| – |\n";

static const char *
round_trip(const char *text)
{
	struct output *out = output_memory();
	struct document d;
	size_t size;

	document_start(&d, &arena, "Protokół");
	document_above(&d, "Związek\nul. Nowa 1");
	document_fact(&d, "Grupa", "Oświata");
	document_property(&d, MINUTES_PROPERTY, "0123456789abcdef0123456789abcdef");
	minutes_document_text(&d, text);
	document_signature(&d, "protokołował");
	assert_int_equal(document_write(&d, REPORT_FORMAT_DOCX, out, &err), 0);
	output_text(out, &size);
	assert_int_equal(
		minutes_file_docx("a.docx", output_text(out, NULL), size, &arena, &file, &err), 0);
	output_abort(out);
	return file.text;
}

static void
a_document_that_was_not_changed_comes_back_as_the_same_text(void **state)
{
	(void)state;
	assert_string_equal(minutes_file_lay(round_trip(minutes), minutes, &arena), minutes);
	assert_string_equal(file.meeting, "0123456789abcdef0123456789abcdef");
}

static void
only_what_was_changed_outside_differs(void **state)
{
	char edited[sizeof minutes];
	char *word;

	(void)state;
	memcpy(edited, minutes, sizeof minutes);
	word = strstr(edited, "Drugi");
	memcpy(word, "Inny ", 5);
	assert_string_equal(minutes_file_lay(round_trip(edited), minutes, &arena),
		"Spotkanie odbyło się.\n\n# Przebieg\n\n## 1. Otwarcie\nPierwszy akapit.\n"
		"\nInny  akapit.\n\n- pierwsze\n- drugie\n"
		"| JST | Termin |\n| Łódź | 28.02.2026 |\n|Gniezno| – |\n");
}

static void
plain_text_is_read_in_any_usual_encoding(void **state)
{
	char path[] = "/tmp/gromada-minutes-XXXXXX";
	static const char bytes[] = "Za\xBF\xF3\xB3\xE6\r\nb\tc\r\n";
	int fd = mkstemp(path);

	(void)state;
	assert_int_equal(write(fd, bytes, sizeof bytes - 1), (ssize_t)sizeof bytes - 1);
	close(fd);
	assert_int_equal(minutes_file_read(path, "", &arena, &file, &err), 0);
	assert_string_equal(file.meeting, "");
	assert_string_equal(file.text, "Zażółć\nb c\n");
	unlink(path);
}

#define TEST(name) cmocka_unit_test_teardown(name, release)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(runs_of_a_paragraph_are_joined),
		TEST(footnotes_and_comments_are_counted_because_they_stay_out),
		TEST(headings_are_known_by_name_and_by_id),
		TEST(items_of_lists_stand_together),
		TEST(tables_become_rows_and_tables_in_cells_become_words),
		TEST(tracked_changes_count_as_accepted),
		TEST(tabs_breaks_and_invisible_characters_are_taken_for_what_they_say),
		TEST(what_is_no_document_is_refused),
		TEST(a_document_that_was_not_changed_comes_back_as_the_same_text),
		TEST(only_what_was_changed_outside_differs),
		TEST(plain_text_is_read_in_any_usual_encoding),
	};

	setenv("GROMADA_TEST", "1", 1);
	i18n_start("en");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
