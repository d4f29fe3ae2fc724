/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Documents of many parts in every form, read back where a reader exists. */
#include "config.h"

#include "report/document.h"

#include "base/i18n.h"
#include "base/input.h"
#include "base/xml.h"
#include "base/zip.h"

#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
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

static void
answer(struct report_table *t, const char *label, double n, double percent)
{
	report_table_row(t);
	report_cell_text(t, label);
	report_cell_number(t, n);
	report_cell_number(t, percent);
	report_cell_number(t, percent);
}

static void
fill(struct document *d)
{
	struct report_table *t;

	document_start(d, &arena, "Badanie <mieszkańców> & gości");
	d->contents = true;
	document_fact(d, "Jednostka", "Łódź");
	document_fact(d, "Rok", "2026");
	document_fact(d, "Nic", "");
	document_heading(d, 1, "O badaniu");
	document_paragraph(d,
		"Ankiety zebrano w urzędzie, w bibliotece i w szkołach, a wypełniło je "
		"tylu mieszkańców, ilu chciało.");
	document_item(d, "pierwsze");
	document_item(d, "drugie, które jest tak długie, że nie zmieści się w jednym wierszu i "
			 "przechodzi do drugiego");
	document_heading(d, 1, "Rozkłady: a/b [c]");
	document_heading(d, 2, "1. Czy zażółcono gęślą jaźń?");
	t = document_table(d);
	report_table_start(t, &arena, "");
	report_table_column(t, "label", "Odpowiedź", REPORT_TEXT, 0);
	report_table_column(t, "n", "n", REPORT_NUMBER, 0);
	report_table_column(t, "percent", "% ważnych", REPORT_NUMBER, 1);
	report_table_bar(t, 0, 100);
	answer(t, "tak", 75, 75);
	answer(t, "nie", 22, 22.5);
	report_table_row(t);
	report_cell_text(t, "trudno powiedzieć");
	report_cell_missing(t, "# ukryte");
	report_cell_missing(t, "# ukryte");
	report_table_row(t);
	report_table_sum(t);
	report_cell_text(t, "Razem");
	report_cell_number(t, 100);
	report_cell_mark(t, "*");
	report_table_footnote(t, "# ukryte: mniej niż 5 osób.");
	document_heading(d, 3, "Uwaga");
	document_note(d, "Drobnym drukiem.");
}

static char *
written_as(struct document *d, enum report_format format, size_t *size)
{
	struct output *out = output_memory();
	struct error err = { 0 };
	char *bytes;

	if (document_write(d, format, out, &err) < 0)
		fail_msg("%s", err.text);
	output_text(out, size);
	bytes = arena_new(&arena, *size + 1);
	memcpy(bytes, output_text(out, NULL), *size);
	output_abort(out);
	return bytes;
}

static char *
written(enum report_format format, size_t *size)
{
	struct document d;

	fill(&d);
	return written_as(&d, format, size);
}

static void
text_reads_from_top_to_bottom(void **state)
{
	size_t size;

	(void)state;
	assert_string_equal(written(REPORT_FORMAT_TEXT, &size),
		"Badanie <mieszkańców> & gości\n"
		"\n"
		"Jednostka:  Łódź\n"
		"Rok:        2026\n"
		"\n"
		"\n"
		"O badaniu\n"
		"=========\n"
		"\n"
		"Ankiety zebrano w urzędzie, w bibliotece i w szkołach, a wypełniło je tylu\n"
		"mieszkańców, ilu chciało.\n"
		"\n"
		"* pierwsze\n"
		"* drugie, które jest tak długie, że nie zmieści się w jednym wierszu i\n"
		"  przechodzi do drugiego\n"
		"\n"
		"\n"
		"Rozkłady: a/b [c]\n"
		"=================\n"
		"\n"
		"1. Czy zażółcono gęślą jaźń?\n"
		"----------------------------\n"
		"\n"
		"Odpowiedź                  n  % ważnych\n"
		"-----------------  ---------  ---------  --------------------\n"
		"tak                      75        75.0  ███████████████\n"
		"nie                      22        22.5  ████▌\n"
		"trudno powiedzieć  # ukryte    # ukryte\n"
		"-----------------  ---------  ---------  --------------------\n"
		"Razem                   100*\n"
		"\n"
		"  # ukryte: mniej niż 5 osób.\n"
		"\n"
		"Uwaga\n"
		"\n"
		"Drobnym drukiem.\n"
		"\n");
}

static void
a_page_has_headings_contents_and_bars(void **state)
{
	size_t size;
	const char *page = written(REPORT_FORMAT_HTML, &size);

	(void)state;
	assert_non_null(strstr(page, "<h1>Badanie &lt;mieszkańców&gt; &amp; gości</h1>"));
	assert_non_null(strstr(page, "<dt>Jednostka</dt><dd>Łódź</dd>"));
	assert_null(strstr(page, "Nic"));
	assert_non_null(strstr(page, "<li class=\"l1\"><a href=\"#h0\">O badaniu</a></li>"));
	assert_non_null(strstr(page, "<h2 id=\"h0\">O badaniu</h2>"));
	assert_non_null(strstr(page, "<h3 id=\"h5\">1. Czy zażółcono gęślą jaźń?</h3>"));
	assert_non_null(strstr(page, "<ul>\n<li>pierwsze</li>\n<li>drugie"));
	assert_non_null(strstr(page, "<span style=\"width:22.5%\"></span>"));
	assert_non_null(strstr(page, "<td class=\"n\"># ukryte</td>"));
	assert_non_null(strstr(page, "<tr class=\"s\">"));
	assert_non_null(strstr(page, "<h4 id=\"h7\">Uwaga</h4>"));
}

/* ---- packages ---- */

/* The entry as text; and it is well-formed. */
static char *
entry_text(struct unzip *zip, const char *name)
{
	static const struct xml_handler nothing = { 0 };
	int entry = unzip_find(zip, name);
	struct error err = { 0 };
	struct input *in;
	size_t size;
	char *text;
	long got, used = 0;

	if (entry < 0)
		fail_msg("%s is not there", name);
	if (input_open_entry(&in, zip, entry, ENCODING_UTF8, &err) < 0 ||
		xml_read(in, &nothing, NULL, &err) < 0)
		fail_msg("%s: %s", name, err.text);
	input_close(in);
	size = (size_t)unzip_entry_size(zip, entry);
	text = arena_new(&arena, size + 1);
	assert_int_equal(unzip_entry_open(zip, entry, &err), 0);
	while ((got = unzip_entry_read(zip, text + used, size - (size_t)used, &err)) > 0)
		used += got;
	return text;
}

static int
times(const char *text, const char *part)
{
	int count = 0;

	for (; (text = strstr(text, part)); text += strlen(part))
		count++;
	return count;
}

static void
a_word_processor_finds_headings_lists_and_tables(void **state)
{
	size_t size;
	char *bytes = written(REPORT_FORMAT_DOCX, &size);
	struct error err = { 0 };
	struct unzip *zip;
	const char *body;

	(void)state;
	assert_int_equal(unzip_open_memory(&zip, "a.docx", bytes, size, &err), 0);
	assert_string_equal(unzip_entry_name(zip, 0), "[Content_Types].xml");
	for (int i = 0; i < unzip_entries(zip); i++)
		entry_text(zip, unzip_entry_name(zip, i));
	body = entry_text(zip, "word/document.xml");
	assert_int_equal(times(body, "<w:pStyle w:val=\"Heading1\"/>"), 2);
	assert_int_equal(times(body, "<w:pStyle w:val=\"Heading2\"/>"), 1);
	assert_int_equal(times(body, "<w:pStyle w:val=\"Heading3\"/>"), 1);
	assert_int_equal(times(body, "<w:pStyle w:val=\"ListBullet\"/>"), 2);
	assert_int_equal(times(body, "<w:tblHeader/>"), 1);
	assert_int_equal(times(body, "<w:tr>"), 5);
	assert_int_equal(times(body, "w:fill=\"595959\""), 2);
	assert_int_equal(times(body, "# ukryte"), 3);
	assert_int_equal(times(body, "fldCharType=\"begin\""), times(body, "fldCharType=\"end\""));
	assert_non_null(strstr(body, "Badanie &lt;mieszkańców&gt; &amp; gości"));
	assert_non_null(strstr(entry_text(zip, "word/styles.xml"), "<w:lang w:val=\"en-GB\"/>"));
	assert_non_null(strstr(entry_text(zip, "docProps/core.xml"), "2026-01-31T12:00:00Z"));
	unzip_close(zip);
}

/* A workbook is written into a file, which is gone before it is read; *fd is to be closed. */
static struct unzip *
written_book(struct document *d, int *fd)
{
	char folder[] = "/tmp/gromada-document-XXXXXX", path[64];
	struct error err = { 0 };
	struct output *out;
	struct unzip *zip;

	assert_non_null(mkdtemp(folder));
	snprintf(path, sizeof path, "%s/a.xlsx", folder);
	assert_int_equal(output_open(&out, path, false, &err), 0);
	if (document_write(d, REPORT_FORMAT_XLSX, out, &err) < 0)
		fail_msg("%s", err.text);
	assert_int_equal(output_commit(out, &err), 0);
	*fd = open(path, O_RDONLY);
	unlink(path);
	rmdir(folder);
	assert_int_equal(unzip_open(&zip, *fd, "a.xlsx", &err), 0);
	return zip;
}

static void
fill_below_zero(struct document *d)
{
	struct report_table *t;

	document_start(d, &arena, "Saldo");
	t = document_table(d);
	report_table_start(t, &arena, "");
	report_table_column(t, "label", "Rok", REPORT_TEXT, 0);
	report_table_column(t, "n", "n", REPORT_NUMBER, 0);
	report_table_column(t, "value", "Wartość", REPORT_NUMBER, 0);
	report_table_bar(t, -10, 30);
	answer(t, "2024", 1, -5);
	answer(t, "2025", 1, 20);
}

static void
bars_of_every_format_begin_at_zero(void **state)
{
	const char *page, *body;
	struct error err = { 0 };
	struct document d;
	struct unzip *zip;
	size_t size;
	char *bytes;
	int fd;

	(void)state;
	fill_below_zero(&d);
	page = written_as(&d, REPORT_FORMAT_HTML, &size);
	assert_non_null(strstr(page, "<span style=\"margin-left:12.5%;width:12.5%\"></span>"));
	assert_non_null(strstr(page, "<span style=\"margin-left:25.0%;width:50.0%\"></span>"));
	fill_below_zero(&d);
	bytes = written_as(&d, REPORT_FORMAT_DOCX, &size);
	assert_int_equal(unzip_open_memory(&zip, "a.docx", bytes, size, &err), 0);
	body = entry_text(zip, "word/document.xml");
	assert_int_equal(times(body, "<w:ind w:left=\""), 2);
	assert_int_equal(times(body, "w:fill=\"595959\""), 2);
	unzip_close(zip);
	fill_below_zero(&d);
	zip = written_book(&d, &fd);
	assert_non_null(strstr(entry_text(zip, "xl/worksheets/sheet1.xml"), "x14:dataBar"));
	unzip_close(zip);
	close(fd);
}

/* What was typed with Enter in a form. */
static void
fill_lines(struct document *d)
{
	struct report_table *t;

	document_start(d, &arena, "Plan\nmiasta");
	document_fact(d, "Cel", "taniej\ni bliżej");
	document_heading(d, 1, "Wnioski");
	document_paragraph(d, "Przyczyna: sieć\nnowa\n");
	document_item(d, "rury\r\n\ti liczniki");
	document_note(d, "drobnym\ndrukiem");
	t = document_table(d);
	report_table_start(t, &arena, "Koszt\ni czas");
	report_table_column(t, "remark", "Uwaga", REPORT_TEXT, 0);
	report_table_row(t);
	report_cell_text(t, "po remoncie\n i po dotacji");
	report_table_footnote(t, "bez\nVAT");
}

static void
a_break_of_lines_is_a_space_and_in_a_paragraph_a_new_one(void **state)
{
	static const struct {
		enum report_format format;
		const char *part; /* of a package */
	} forms[] = { { REPORT_FORMAT_TEXT, NULL }, { REPORT_FORMAT_HTML, NULL },
		{ REPORT_FORMAT_DOCX, "word/document.xml" } };

	(void)state;
	for (int i = 0; i < 3; i++) {
		struct error err = { 0 };
		struct document d;
		struct unzip *zip;
		size_t size;
		char *bytes;

		fill_lines(&d);
		bytes = written_as(&d, forms[i].format, &size);
		if (forms[i].part) {
			assert_int_equal(unzip_open_memory(&zip, "a", bytes, size, &err), 0);
			bytes = entry_text(zip, forms[i].part);
			unzip_close(zip);
		}
		assert_null(strstr(bytes, "\xef\xbf\xbd"));
		assert_non_null(strstr(bytes, "po remoncie i po dotacji"));
		assert_non_null(strstr(bytes, "rury i liczniki"));
		assert_non_null(strstr(bytes, "Plan miasta"));
		assert_non_null(strstr(bytes, "bez VAT"));
		assert_null(strstr(bytes, "sieć nowa"));
	}
}

/* Every part that is named in the types and relations is there. */
static void
a_packages_parts_are_all_there(void **state)
{
	size_t size;
	char *bytes = written(REPORT_FORMAT_DOCX, &size);
	struct error err = { 0 };
	struct unzip *zip;
	char *types, *name;

	(void)state;
	assert_int_equal(unzip_open_memory(&zip, "a.docx", bytes, size, &err), 0);
	types = entry_text(zip, "[Content_Types].xml");
	while ((name = strstr(types, "PartName=\"/"))) {
		types = strchr(name + strlen("PartName=\"/"), '"');
		*types++ = '\0';
		assert_true(unzip_find(zip, name + strlen("PartName=\"/")) >= 0);
	}
	assert_non_null(strstr(entry_text(zip, "word/_rels/document.xml.rels"), "footer1.xml"));
	assert_non_null(strstr(entry_text(zip, "_rels/.rels"), "word/document.xml"));
	unzip_close(zip);
}

static void
the_same_document_gives_the_same_bytes(void **state)
{
	static const enum report_format formats[] = { REPORT_FORMAT_DOCX, REPORT_FORMAT_PDF };

	(void)state;
	for (int i = 0; i < 2; i++) {
		size_t first, second;
		char *a = written(formats[i], &first), *b = written(formats[i], &second);

		assert_int_equal(first, second);
		assert_memory_equal(a, b, first);
	}
}

static void
polish_documents_say_that_they_are(void **state)
{
	size_t size;
	char *bytes;
	struct error err = { 0 };
	struct unzip *zip;

	(void)state;
	i18n_start("pl");
	bytes = written(REPORT_FORMAT_DOCX, &size);
	i18n_start("en");
	assert_int_equal(unzip_open_memory(&zip, "a.docx", bytes, size, &err), 0);
	assert_non_null(strstr(entry_text(zip, "word/styles.xml"), "<w:lang w:val=\"pl-PL\"/>"));
	unzip_close(zip);
}

static void
one_table_is_a_document_too(void **state)
{
	struct output *out = output_memory();
	struct report_table t;
	struct error err = { 0 };
	struct unzip *zip;
	const char *body;
	size_t size;

	(void)state;
	report_table_start(&t, &arena, "Ludność");
	report_table_line(&t, "Źródło: GUS");
	report_table_column(&t, "unit", "JST", REPORT_CODE, 0);
	report_table_row(&t);
	report_cell_text(&t, "0201011");
	assert_int_equal(report_write(&t, REPORT_FORMAT_DOCX, out, &err), 0);
	output_text(out, &size);
	assert_int_equal(unzip_open_memory(&zip, "a.docx", output_text(out, NULL), size, &err), 0);
	body = entry_text(zip, "word/document.xml");
	assert_int_equal(times(body, "Ludność"), 1);
	assert_int_equal(times(body, "Źródło: GUS"), 1);
	assert_int_equal(times(body, "0201011"), 1);
	unzip_close(zip);
	output_abort(out);
}

/* Widths of columns as the document's grid says them, up to room; returns how many. */
static int
read_widths(const char *body, long *widths, int room)
{
	int count = 0;

	for (const char *at = strstr(body, "<w:gridCol w:w=\""); at && count < room;
		at = strstr(at + 1, "<w:gridCol w:w=\""))
		widths[count++] = strtol(at + strlen("<w:gridCol w:w=\""), NULL, 10);
	return count;
}

/* A letter of 7 points is at least 3 points wide, a margin at each side 4. */
static void
a_wide_table_is_small_and_breaks_no_number(void **state)
{
	struct output *out = output_memory();
	struct report_table t;
	struct error err = { 0 };
	struct unzip *zip;
	const char *body;
	long widths[10], total = 0;
	size_t size;

	(void)state;
	report_table_start(&t, &arena, "");
	report_table_column(&t, "what", "Co oceniano", REPORT_TEXT, 0);
	for (int i = 0; i < 8; i++)
		report_table_column(&t, "share", "bardzo niebezpiecznie", REPORT_NUMBER, 1);
	report_table_row(&t);
	report_cell_text(&t, "na drodze jako osoba jadąca rowerem w okolicy domu po zmroku");
	for (int i = 0; i < 8; i++)
		report_cell_number(&t, 11000.4);
	assert_int_equal(report_write(&t, REPORT_FORMAT_DOCX, out, &err), 0);
	output_text(out, &size);
	assert_int_equal(unzip_open_memory(&zip, "a.docx", output_text(out, NULL), size, &err), 0);
	body = entry_text(zip, "word/document.xml");
	assert_int_equal(times(body, "\"TableNumberSmall\""), 16);
	assert_int_equal(times(body, "\"TableNumber\""), 0);
	assert_int_equal(read_widths(body, widths, 10), 9);
	for (int i = 0; i < 9; i++) {
		assert_true(widths[i] >= (i ? 8 : 10) * 60 + 160);
		total += widths[i];
	}
	assert_true(total <= 9638);
	unzip_close(zip);
	output_abort(out);
}

/* ---- files ---- */

static void
a_workbook_has_a_sheet_for_each_chapter(void **state)
{
	struct document d;
	struct unzip *zip;
	const char *text;
	int fd;

	(void)state;
	fill(&d);
	zip = written_book(&d, &fd);
	text = entry_text(zip, "xl/workbook.xml");
	assert_non_null(strstr(text, "name=\"Description\""));
	assert_non_null(strstr(text, "name=\"O badaniu\""));
	assert_non_null(strstr(text, "name=\"Rozkłady a b  c \""));
	text = entry_text(zip, "xl/worksheets/sheet3.xml");
	assert_int_equal(times(text, "<dataBar>"), 1);
	assert_int_equal(times(text, "# ukryte"), 3);
	assert_non_null(strstr(text, "<v>22.5</v>"));
	unzip_close(zip);
	close(fd);
}

/* What an independent reader finds in the file, or NULL where it is not installed. */
static char *
read_back(const char *path)
{
	static char text[65536];
	int ends[2], status;
	size_t length = 0;
	ssize_t got;
	pid_t child;

	assert_int_equal(pipe(ends), 0);
	child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		dup2(ends[1], 1);
		close(ends[0]);
		close(ends[1]);
		close(2); /* its warnings on libharu's tables of letters */
		execlp("pdftotext", "pdftotext", "-layout", path, "-", (char *)NULL);
		_exit(127);
	}
	close(ends[1]);
	while ((got = read(ends[0], text + length, sizeof text - 1 - length)) > 0)
		length += (size_t)got;
	close(ends[0]);
	text[length] = '\0';
	waitpid(child, &status, 0);
	return WIFEXITED(status) && WEXITSTATUS(status) == 127 ? NULL : text;
}

static const char *
printed(const char *bytes, size_t size)
{
	char path[] = "/tmp/gromada-document-XXXXXX";
	int fd = mkstemp(path);
	const char *text;

	assert_true(fd >= 0);
	assert_int_equal(write(fd, bytes, size), size);
	close(fd);
	text = read_back(path);
	unlink(path);
	return text;
}

static void
printed_pages_read_back_in_polish(void **state)
{
	size_t size;
	char *bytes = written(REPORT_FORMAT_PDF, &size);
	const char *text = printed(bytes, size);

	(void)state;
	if (!text)
		skip();
	assert_non_null(strstr(text, "Badanie <mieszkańców> & gości"));
	assert_int_equal(times(text, "1. Czy zażółcono gęślą jaźń?"), 2); /* contents, heading */
	assert_int_equal(times(text, "# ukryte"), 3);
	assert_non_null(strstr(text, "Drobnym drukiem."));
	assert_non_null(strstr(text, "page 2 of 2"));
}

/* Rows "A1" … under a heading. */
static void
add_rows(struct document *d, char name, int count)
{
	struct report_table *t;

	document_heading(d, 1, arena_format(&arena, "Chapter %c", name));
	t = document_table(d);
	report_table_start(t, &arena, "");
	report_table_column(t, "row", "Row", REPORT_TEXT, 0);
	for (int i = 1; i <= count; i++) {
		report_table_row(t);
		report_cell_text(t, arena_format(&arena, "%c%d;", name, i));
	}
}

/* Two tables on pages of a printer; B is nearly as high as a page. */
static const char *
printed_tables(int a, int b)
{
	struct output *out = output_memory();
	struct error err = { 0 };
	struct document d;
	const char *bytes, *text;
	size_t size;

	document_start(&d, &arena, "Tables");
	add_rows(&d, 'A', a);
	add_rows(&d, 'B', b);
	assert_int_equal(document_write(&d, REPORT_FORMAT_PDF, out, &err), 0);
	bytes = output_text(out, &size);
	text = printed(bytes, size);
	output_abort(out);
	return text;
}

static void
a_long_table_leaves_no_page_nearly_empty(void **state)
{
	const char *text = printed_tables(12, 38), *page_end;

	(void)state;
	if (!text)
		skip();
	page_end = strchr(text, '\f');
	assert_non_null(page_end);
	assert_true(strstr(text, "Chapter B") < page_end);
	assert_true(strstr(text, "B3;") < page_end);
	text = printed_tables(35, 20); /* that leaves less than a third of a page */
	page_end = strchr(text, '\f');
	assert_non_null(page_end);
	assert_true(strstr(text, "Chapter B") > page_end);
	assert_int_equal(times(text, "\f"), 2);
}

static void
the_last_rows_of_a_table_stand_together(void **state)
{
	(void)state;
	for (int rows = 30; rows <= 40; rows++) {
		const char *text = printed_tables(14, rows), *page_end;

		if (!text)
			skip();
		page_end = strchr(text, '\f');
		assert_non_null(page_end);
		if (strstr(text, arena_format(&arena, "B%d;", rows)) > page_end)
			assert_true(
				strstr(text, arena_format(&arena, "B%d;", rows - 2)) > page_end);
	}
}

static void
a_full_disk_leaves_no_document(void **state)
{
	static const enum report_format formats[] = { REPORT_FORMAT_DOCX, REPORT_FORMAT_PDF,
		REPORT_FORMAT_HTML, REPORT_FORMAT_XLSX };
	char folder[] = "/tmp/gromada-document-XXXXXX", path[64];
	struct rlimit limit, small;

	(void)state;
	assert_non_null(mkdtemp(folder));
	snprintf(path, sizeof path, "%s/a", folder);
	signal(SIGXFSZ, SIG_IGN);
	getrlimit(RLIMIT_FSIZE, &limit);
	small = limit;
	small.rlim_cur = 700;
	for (int i = 0; i < 4; i++) {
		struct error err = { 0 };
		struct output *out;
		struct document d;
		int failed;

		assert_int_equal(output_open(&out, path, false, &err), 0);
		fill(&d);
		setrlimit(RLIMIT_FSIZE, &small);
		failed = document_write(&d, formats[i], out, &err);
		if (failed)
			output_abort(out);
		else
			failed = output_commit(out, &err);
		setrlimit(RLIMIT_FSIZE, &limit);
		assert_int_equal(failed, -1);
		/* The workbook's library does not always say why. */
		assert_true(err.code == ERROR_FULL ||
			    (formats[i] == REPORT_FORMAT_XLSX && err.code == ERROR_IO));
		assert_int_equal(access(path, F_OK), -1);
	}
	assert_int_equal(rmdir(folder), 0);
}

static void
no_document_is_csv(void **state)
{
	struct output *out = output_memory();
	struct error err = { 0 };
	struct document d;

	(void)state;
	fill(&d);
	assert_int_equal(document_write(&d, REPORT_FORMAT_CSV, out, &err), -1);
	assert_int_equal(err.code, ERROR_INPUT);
	assert_false(document_has_format(REPORT_FORMAT_CSV_POLISH));
	output_abort(out);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(text_reads_from_top_to_bottom, start, release),
		cmocka_unit_test_setup_teardown(
			a_page_has_headings_contents_and_bars, start, release),
		cmocka_unit_test_setup_teardown(
			a_word_processor_finds_headings_lists_and_tables, start, release),
		cmocka_unit_test_setup_teardown(bars_of_every_format_begin_at_zero, start, release),
		cmocka_unit_test_setup_teardown(
			a_break_of_lines_is_a_space_and_in_a_paragraph_a_new_one, start, release),
		cmocka_unit_test_setup_teardown(a_packages_parts_are_all_there, start, release),
		cmocka_unit_test_setup_teardown(
			the_same_document_gives_the_same_bytes, start, release),
		cmocka_unit_test_setup_teardown(polish_documents_say_that_they_are, start, release),
		cmocka_unit_test_setup_teardown(one_table_is_a_document_too, start, release),
		cmocka_unit_test_setup_teardown(
			a_wide_table_is_small_and_breaks_no_number, start, release),
		cmocka_unit_test_setup_teardown(
			a_workbook_has_a_sheet_for_each_chapter, start, release),
		cmocka_unit_test_setup_teardown(printed_pages_read_back_in_polish, start, release),
		cmocka_unit_test_setup_teardown(
			a_long_table_leaves_no_page_nearly_empty, start, release),
		cmocka_unit_test_setup_teardown(
			the_last_rows_of_a_table_stand_together, start, release),
		cmocka_unit_test_setup_teardown(a_full_disk_leaves_no_document, start, release),
		cmocka_unit_test_setup_teardown(no_document_is_csv, start, release),
	};

	return cmocka_run_group_tests_name("document", tests, NULL, NULL);
}
