/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages for printing: Polish letters, lines that fit, failures that are told. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "report/pdf.h"
#include "report/table.h"
#include "report/writers.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define LETTERS "Zażółć gęślą jaźń: ĄĆĘŁŃÓŚŹŻ – „tak” §"

static struct pdf *
begin(void)
{
	struct error err = { 0 };
	struct pdf *p;

	if (pdf_open(&p, "", "Tytuł", &err) < 0)
		fail_msg("%s", err.text);
	pdf_page(p);
	return p;
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
	while ((got = read(ends[0], text + length, sizeof(text) - 1 - length)) > 0)
		length += (size_t)got;
	close(ends[0]);
	text[length] = '\0';
	waitpid(child, &status, 0);
	return WIFEXITED(status) && WEXITSTATUS(status) == 127 ? NULL : text;
}

static void
polish_letters_read_back_as_they_were_written(void **state)
{
	char path[] = "/tmp/gromada-pdf-XXXXXX";
	int fd = mkstemp(path);
	struct error err = { 0 };
	struct output *out;
	struct pdf *p = begin();
	const char *text;

	(void)state;
	assert_true(fd >= 0);
	close(fd);
	pdf_text(p, PDF_REGULAR, 10, 50, 60, LETTERS);
	pdf_page(p);
	pdf_text(p, PDF_BOLD, 10, 50, 60, "druga strona");
	pdf_go(p, 1);
	pdf_text(p, PDF_REGULAR, 8, 50, 800, "strona 1 z 2");
	assert_int_equal(pdf_pages(p), 2);
	assert_int_equal(output_open(&out, path, true, &err), 0);
	assert_int_equal(pdf_commit(p, out, &err), 0);
	assert_int_equal(output_commit(out, &err), 0);
	text = read_back(path);
	unlink(path);
	if (!text) {
		print_message("pdftotext is not installed\n");
		skip();
	}
	assert_non_null(strstr(text, LETTERS));
	assert_non_null(strstr(text, "strona 1 z 2"));
	assert_true(strstr(text, "strona 1 z 2") < strstr(text, "druga strona"));
}

static void
the_same_pages_give_the_same_bytes(void **state)
{
	struct error err = { 0 };
	struct output *out[2];
	size_t length[2];

	(void)state;
	for (int i = 0; i < 2; i++) {
		struct pdf *p = begin();

		pdf_text(p, PDF_REGULAR, 10, 50, 60, LETTERS);
		out[i] = output_memory();
		assert_int_equal(pdf_commit(p, out[i], &err), 0);
		output_text(out[i], &length[i]);
	}
	assert_int_equal(length[0], length[1]);
	assert_memory_equal(output_text(out[0], NULL), output_text(out[1], NULL), length[0]);
	output_abort(out[0]);
	output_abort(out[1]);
}

static void
lines_break_at_blanks_and_long_words_anywhere(void **state)
{
	struct arena arena = { 0 };
	struct pdf *p = begin();
	const char **lines;
	int count;

	(void)state;
	count = pdf_wrap(p, PDF_REGULAR, 10, 120,
		"Jak ocenia Pan/Pani jakość dróg gminnych w 2026 roku?\n\nKoniec", &arena, &lines);
	assert_true(count >= 5);
	for (int i = 0; i < count; i++)
		assert_true(pdf_width(p, PDF_REGULAR, 10, lines[i]) <= 120);
	assert_string_equal(lines[count - 1], "Koniec");
	assert_string_equal(lines[count - 2], "");
	count = pdf_wrap(p, PDF_REGULAR, 10, 60, "konstantynopolitańczykowianeczka", &arena, &lines);
	assert_true(count >= 2);
	assert_int_equal(pdf_wrap(p, PDF_REGULAR, 10, 60, "", &arena, &lines), 1);
	arena_release(&arena);
	pdf_abort(p);
}

static void
letters_outside_the_font_do_not_spoil_the_page(void **state)
{
	struct error err = { 0 };
	struct pdf *p = begin();
	struct output *out = output_memory();
	size_t length;

	(void)state;
	pdf_text(p, PDF_REGULAR, 10, 50, 60, "\xf0\x9f\x99\x82 \xe6\xbc\xa2 \x01 \xff tak");
	assert_int_equal(pdf_commit(p, out, &err), 0);
	output_text(out, &length);
	assert_true(length > 1000);
	output_abort(out);
}

static void
a_missing_font_is_named(void **state)
{
	struct error err = { 0 };
	struct pdf *p;

	(void)state;
	assert_int_equal(pdf_open(&p, "/no/such/folder", "x", &err), -1);
	assert_int_equal(err.code, ERROR_MISSING);
	assert_non_null(strstr(err.text, "/no/such/folder/DejaVuSans.ttf"));
}

/* How often the text holds the word between blanks. */
static int
times(const char *text, const char *word)
{
	int n = 0;

	for (const char *at = text; (at = strstr(at, word)); at += strlen(word))
		n += (at == text || strchr(" \n\f", at[-1])) && strchr(" \n", at[strlen(word)]);
	return n;
}

static void
a_table_wider_than_the_page_comes_in_parts_and_breaks_no_number(void **state)
{
	enum { COLUMNS = 60, ROWS = 3 };
	char path[] = "/tmp/gromada-pdf-XXXXXX", name[16];
	int fd = mkstemp(path);
	struct arena arena = { 0 };
	struct report_table t;
	struct error err = { 0 };
	struct output *out;
	const char *text;

	(void)state;
	assert_true(fd >= 0);
	close(fd);
	report_table_start(&t, &arena, "Porównanie");
	report_table_column(&t, "indicator", "wskaźnik", REPORT_CODE, 0);
	report_table_column(&t, "name", "nazwa", REPORT_TEXT, 0);
	for (int i = 0; i < COLUMNS; i++) {
		snprintf(name, sizeof(name), "Miasto-%02d", i);
		report_table_column(&t, name, name, REPORT_NUMBER, 2);
	}
	for (int row = 0; row < ROWS; row++) {
		report_table_row(&t);
		report_cell_text(&t, row == 0 ? "AA1" : row == 1 ? "AA2" : "AA3");
		report_cell_text(&t, "Mieszkania na tysiąc mieszkańców");
		for (int i = 0; i < COLUMNS; i++)
			report_cell_number(&t, 345.25 + i);
	}
	assert_int_equal(output_open(&out, path, true, &err), 0);
	assert_int_equal(report_pdf(&t, out, &err), 0);
	assert_int_equal(output_commit(out, &err), 0);
	text = read_back(path);
	unlink(path);
	arena_release(&arena);
	if (!text)
		skip();
	for (int i = 0; i < COLUMNS; i++) {
		snprintf(name, sizeof(name), "%d,25", 345 + i);
		assert_true(times(text, name) == ROWS);
	}
	assert_true(times(text, "AA1") > 2);
	assert_int_equal(times(text, "AA1"), times(text, "AA3"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(polish_letters_read_back_as_they_were_written),
		cmocka_unit_test(the_same_pages_give_the_same_bytes),
		cmocka_unit_test(lines_break_at_blanks_and_long_words_anywhere),
		cmocka_unit_test(letters_outside_the_font_do_not_spoil_the_page),
		cmocka_unit_test(a_missing_font_is_named),
		cmocka_unit_test(a_table_wider_than_the_page_comes_in_parts_and_breaks_no_number),
	};

	setenv("GROMADA_TEST", "1", 1); /* the clock stands still */
	return cmocka_run_group_tests(tests, NULL, NULL);
}
