/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The paper form: as text by heart, as PDF through the eyes of another program. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "exchange/xlsform.h"
#include "model/keying/route.h"
#include "report/paper.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* 15 mm in points, less what rounding takes. */
#define MARGIN 42.4

struct fixture {
	struct arena arena;
	struct questionnaire q;
	struct paper_facts facts;
	struct paper_result result;
};

static const char *
path_of(struct fixture *f, const char *name)
{
	const char *top = getenv("abs_top_srcdir");

	return arena_format(&f->arena, "%s/%s", top ? top : ".", name);
}

static void
load(struct fixture *f, const char *folder)
{
	struct xlsform form;
	struct error err = { 0 };

	*f = (struct fixture){ .facts = { .unit = "Gmina Próbna", .year = 2026,
				       .controller = "Wójt Gminy Próbnej" } };
	if (xlsform_read(path_of(f, folder), &f->arena, &form, &err))
		fail_msg("%s", err.text);
	questionnaire_keyed(&form.q, &f->arena, &f->q);
}

static struct output *
print(struct fixture *f, const char *language, bool pdf)
{
	struct paper_request request = { &f->q, questionnaire_language(&f->q, language), &f->facts,
		pdf, "" };
	struct output *out = output_memory();
	struct error err = { 0 };

	if (paper_write(&request, &f->arena, out, &f->result, &err))
		fail_msg("%s", err.text);
	return out;
}

/* ---- text ---- */

static void
same_as_kept(struct fixture *f, const char *language, const char *name)
{
	const char *path = path_of(f, arena_format(&f->arena, "tests/data/paper/%s-%s.txt", name,
						    language));
	struct output *out = print(f, language, false);
	const char *text = output_text(out, NULL), *update = getenv("UPDATE");
	char *kept = arena_new(&f->arena, 200000);
	FILE *file = fopen(path, update && *update ? "w+" : "r");

	if (!file)
		fail_msg("%s cannot be opened", path);
	if (update && *update) {
		fputs(text, file);
		rewind(file);
	}
	kept[fread(kept, 1, 199999, file)] = '\0';
	fclose(file);
	assert_string_equal(text, kept);
	output_abort(out);
}

static void
the_form_as_text_is_as_kept(void **state)
{
	static const struct {
		const char *folder, *name;
	} forms[] = { { "tests/data/questionnaire", "trial" },
		{ "data/questionnaires/residents", "residents" } };
	struct fixture f;

	(void)state;
	for (size_t i = 0; i < 2; i++) {
		load(&f, forms[i].folder);
		same_as_kept(&f, "pl", forms[i].name);
		same_as_kept(&f, "en", forms[i].name);
		arena_release(&f.arena);
	}
}

static void
what_paper_cannot_say_is_told(void **state)
{
	struct fixture f;
	struct output *out;

	(void)state;
	load(&f, "tests/data/questionnaire");
	f.q.questions[question_by_name(&f.q, "distance")].relevant = "${birth_year} mod 2 = 0";
	out = print(&f, "en", false);
	assert_int_equal(f.result.remark_count, 3);
	assert_non_null(strstr(f.result.remarks[0], "child"));
	assert_non_null(strstr(f.result.remarks[1], "street"));
	assert_non_null(strstr(f.result.remarks[2], "distance"));
	output_abort(out);
	arena_release(&f.arena);
}

/* ---- PDF ---- */

/* What pdftotext says of the file, or NULL where it is not installed. */
static char *
read_back(struct fixture *f, struct output *out, const char *how)
{
	char path[] = "/tmp/gromada-paper-XXXXXX", *text = arena_new(&f->arena, 4000000);
	int fd = mkstemp(path), ends[2], status;
	size_t length, got = 0;
	const char *bytes = output_text(out, &length);
	ssize_t n;
	pid_t child;

	assert_true(fd >= 0);
	assert_int_equal(write(fd, bytes, length), (ssize_t)length);
	close(fd);
	assert_int_equal(pipe(ends), 0);
	child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		dup2(ends[1], 1);
		close(ends[0]);
		close(ends[1]);
		close(2);
		execlp("pdftotext", "pdftotext", how, path, "-", (char *)NULL);
		_exit(127);
	}
	close(ends[1]);
	while (got < 3999999 && (n = read(ends[0], text + got, 3999999 - got)) > 0)
		got += (size_t)n;
	close(ends[0]);
	waitpid(child, &status, 0);
	unlink(path);
	text[got] = '\0';
	return WIFEXITED(status) && WEXITSTATUS(status) == 127 ? NULL : text;
}

/* Every word of the label stands in the text: lines and columns may lie between them. */
static void
holds_words(const char *text, const char *label)
{
	while (*label) {
		size_t length = strcspn(label, " \n");
		char word[256];

		snprintf(word, sizeof(word), "%.*s", (int)length, label);
		if (!strstr(text, word))
			fail_msg("\"%s\" of \"%s\" is not printed", word, label);
		label += length;
		label += strspn(label, " \n");
	}
}

static void
holds_all(const struct fixture *f, const char *text, int language)
{
	for (int i = 0; i < f->q.question_count; i++) {
		const struct question *q = &f->q.questions[i];
		char number[16];

		if (q->type == QUESTION_CALCULATE || q->type == QUESTION_META)
			continue;
		holds_words(text, questionnaire_text(&f->q, &q->label, language));
		if (question_asked(q))
			holds_words(text, question_number(&f->q, i, number, sizeof(number)));
	}
	for (int i = 0; i < f->q.choice_count; i++)
		holds_words(text, questionnaire_text(&f->q, &f->q.choices[i].label, language));
}

/* No word of pdftotext -bbox lies nearer to an edge than 15 mm. */
static void
inside(const char *boxes)
{
	int words = 0;

	for (const char *at = boxes; (at = strstr(at, "<word xMin=\"")); at++, words++) {
		double x1, y1, x2, y2;

		assert_int_equal(sscanf(at, "<word xMin=\"%lf\" yMin=\"%lf\" xMax=\"%lf\" yMax=\"%lf\"",
					 &x1, &y1, &x2, &y2), 4);
		if (x1 < MARGIN || y1 < MARGIN - 3 || x2 > 595 - MARGIN || y2 > 842 - MARGIN + 3)
			fail_msg("outside: %.120s", at);
	}
	assert_true(words > 300);
}

static int
pages_in(const char *boxes)
{
	int pages = 0;

	for (const char *at = boxes; (at = strstr(at, "<page ")); at++)
		pages++;
	return pages;
}

static void
another_program_reads_all_of_the_form(void **state)
{
	static const struct {
		const char *folder;
		int pages;
	} forms[] = { { "tests/data/questionnaire", 3 }, { "data/questionnaires/residents", 7 },
		{ "data/questionnaires/ngo", 6 }, { "data/questionnaires/youth", 5 } };
	struct fixture f;

	(void)state;
	for (size_t i = 0; i < sizeof(forms) / sizeof(forms[0]); i++) {
		struct output *out;
		char *text, *boxes;

		load(&f, forms[i].folder);
		out = print(&f, "pl", true);
		assert_int_equal(f.result.pages, forms[i].pages);
		text = read_back(&f, out, "-raw");
		if (!text) {
			print_message("pdftotext is not installed\n");
			skip();
		}
		boxes = read_back(&f, out, "-bbox");
		holds_all(&f, text, questionnaire_language(&f.q, "pl"));
		inside(boxes);
		assert_int_equal(pages_in(boxes), forms[i].pages);
		output_abort(out);
		arena_release(&f.arena);
	}
}

static void
the_same_form_gives_the_same_bytes(void **state)
{
	struct fixture f;
	struct output *out[2];
	size_t length[2];

	(void)state;
	load(&f, "tests/data/questionnaire");
	for (int i = 0; i < 2; i++) {
		out[i] = print(&f, "en", true);
		output_text(out[i], &length[i]);
	}
	assert_int_equal(length[0], length[1]);
	assert_memory_equal(output_text(out[0], NULL), output_text(out[1], NULL), length[0]);
	output_abort(out[0]);
	output_abort(out[1]);
	arena_release(&f.arena);
}

static void
an_empty_questionnaire_is_a_page(void **state)
{
	struct fixture f;
	struct output *out;

	(void)state;
	load(&f, "tests/data/questionnaire");
	f.q.question_count = 0;
	out = print(&f, "pl", true);
	assert_int_equal(f.result.pages, 1);
	output_abort(out);
	arena_release(&f.arena);
}

/* A table longer than a page goes on under its head; a question taller than a page does not hang. */
static void
what_is_longer_than_a_page_goes_on(void **state)
{
	struct fixture f;
	struct output *out;
	char *label, *boxes;

	(void)state;
	load(&f, "tests/data/questionnaire");
	label = arena_new(&f.arena, 20001);
	for (int i = 0; i < 20000; i++)
		label[i] = i % 9 ? 'x' : ' ';
	f.q.questions[question_by_name(&f.q, "sex")].label.in[0] = label;
	out = print(&f, "pl", true);
	assert_in_range(f.result.pages, 4, 12);
	boxes = read_back(&f, out, "-bbox");
	if (boxes)
		inside(boxes);
	output_abort(out);
	arena_release(&f.arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_form_as_text_is_as_kept),
		cmocka_unit_test(what_paper_cannot_say_is_told),
		cmocka_unit_test(another_program_reads_all_of_the_form),
		cmocka_unit_test(the_same_form_gives_the_same_bytes),
		cmocka_unit_test(an_empty_questionnaire_is_a_page),
		cmocka_unit_test(what_is_longer_than_a_page_goes_on),
	};

	setenv("GROMADA_TEST", "1", 1); /* the clock stands still */
	return cmocka_run_group_tests(tests, NULL, NULL);
}
