/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Data sets as files: whole, or not there. */
#include "config.h"

#include "dataset_place.h"

#include "exchange/dataset_write.h"
#include "exchange/spss.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <cmocka.h>

static const char *
path_of(struct place_of_test *p, const char *name)
{
	static char path[160];

	snprintf(path, sizeof path, "%s/%s", p->folder, name);
	return path;
}

static char *
contents(const char *path, size_t *length)
{
	FILE *in = fopen(path, "rb");
	struct stat st;
	char *text;

	assert_non_null(in);
	assert_int_equal(fstat(fileno(in), &st), 0);
	text = calloc(1, (size_t)st.st_size + 1);
	*length = fread(text, 1, (size_t)st.st_size, in);
	fclose(in);
	return text;
}

static void
every_file_is_read_again_and_found_whole(void **state)
{
	static const char *const names[] = { "a.sav", "a.dta", "b.csv", "c.sss" };
	struct place_of_test *p = *state;
	struct dataset_written w;
	struct dataset_source s = p->f.source;
	struct dataset d;

	s.texts = p->f.texts;
	s.text_count = 2;
	s.weights = p->f.weights;
	s.keyed = p->f.keyed;
	assert_int_equal(dataset_make(&s, &d, &p->err), 0);
	for (size_t i = 0; i < 4; i++) {
		if (dataset_write(&d, NULL, path_of(p, names[i]), false, NULL, &w, &p->err))
			fail_msg("%s: %s", names[i], p->err.text);
		assert_int_equal(w.cut.texts, i < 2 ? FORMS / 5 : 0);
		assert_int_equal(w.file_count, i == 0 ? 3 : 2);
	}
	assert_int_equal(files_in(p->folder, false), 9);
}

static void
what_is_long_is_cut_and_counted(void **state)
{
	struct place_of_test *p = *state;
	struct output *out = output_memory();
	const char *const *lines;
	struct dataset_written w;
	int count;

	assert_int_equal(dataset_write(&p->d, NULL, path_of(p, "a.sav"), false, NULL, &w, &p->err), 0);
	assert_int_equal(w.cut.labels, 2); /* of one question and of one choice */
	count = dataset_remarks(&p->d, &w, &lines);
	assert_int_equal(count, 2 + 5);
	assert_string_equal(lines[0], "Beside it: a.sps.");
	assert_string_equal(
		lines[1], "2 labels were longer than the format takes and were cut.");
	assert_string_equal(lines[2], "The variable trip_km_1 stands for trip-km_1.");
	assert_int_equal(dataset_write(&p->d, NULL, path_of(p, "a.dta"), false, NULL, &w, &p->err), 0);
	assert_int_equal(w.cut.labels, 1);
	spss_syntax_write(&p->d, "it's.sav", false, out, NULL);
	assert_non_null(strstr(output_text(out, NULL), "GET FILE='it''s.sav'."));
	output_abort(out);
}

static void
the_same_data_give_the_same_bytes(void **state)
{
	static const char *const names[] = { "1.sav", "2.sav", "1.dta", "2.dta" };
	struct place_of_test *p = *state;
	struct dataset_written w;
	size_t length[4];
	char *text[4];

	for (int i = 0; i < 4; i++) {
		assert_int_equal(dataset_write(&p->d, NULL, path_of(p, names[i]), false, NULL, &w,
					 &p->err), 0);
		text[i] = contents(path_of(p, names[i]), &length[i]);
	}
	for (int i = 0; i < 4; i += 2) {
		assert_int_equal(length[i], length[i + 1]);
		assert_memory_equal(text[i], text[i + 1], length[i]);
	}
	for (int i = 0; i < 4; i++)
		free(text[i]);
}

static void
a_file_that_is_there_is_not_replaced_unasked(void **state)
{
	struct place_of_test *p = *state;
	struct dataset_written w;

	fclose(fopen(path_of(p, "a.sps"), "w"));
	assert_int_equal(dataset_write(&p->d, NULL, path_of(p, "a.sav"), false, NULL, &w, &p->err), -1);
	assert_int_equal(p->err.code, ERROR_CONFLICT);
	assert_int_equal(files_in(p->folder, false), 1);
	error_clear(&p->err);
	assert_int_equal(dataset_write(&p->d, NULL, path_of(p, "a.sav"), true, NULL, &w, &p->err), 0);
	assert_int_equal(files_in(p->folder, false), 2);
	assert_int_equal(dataset_write(&p->d, NULL, path_of(p, "a.xls"), true, NULL, &w, &p->err), -1);
	assert_non_null(strstr(p->err.text, ".sav, .dta"));
}

static void
a_disk_that_is_full_at_any_moment_leaves_nothing(void **state)
{
	static const char *const names[] = { "a.sav", "a.dta", "b.csv", "c.sss", "d.xml" };
	struct place_of_test *p = *state;
	struct rlimit before, small;
	struct dataset_written w;

	getrlimit(RLIMIT_FSIZE, &before);
	small = before;
	signal(SIGXFSZ, SIG_IGN);
	for (size_t i = 0; i < 5; i++)
		for (rlim_t room = 0; room < 20000; room += i < 4 ? 1777 : 3000) {
			int result;

			error_clear(&p->err);
			small.rlim_cur = room;
			setrlimit(RLIMIT_FSIZE, &small);
			result = i < 4 ? dataset_write(&p->d, NULL, path_of(p, names[i]), false,
						 NULL, &w, &p->err)
				       : dataset_book_write(&p->d, NULL, path_of(p, names[i]),
						 false, &w, &p->err);
			setrlimit(RLIMIT_FSIZE, &before);
			assert_int_equal(result, -1);
			assert_int_equal(p->err.code, ERROR_FULL);
			assert_int_equal(files_in(p->folder, false), 0);
		}
	signal(SIGXFSZ, SIG_DFL);
}

static int
give_up(void *context, double done, const char *what)
{
	(void)what;
	return done >= *(double *)context;
}

static void
giving_up_leaves_nothing(void **state)
{
	struct place_of_test *p = *state;
	double at = 0;
	const struct progress progress = { give_up, &at };
	struct dataset_written w;

	for (at = 0; at < 0.8; at += 0.7) {
		error_clear(&p->err);
		assert_int_equal(dataset_write(&p->d, NULL, path_of(p, "a.sav"), false, &progress,
					 &w, &p->err), -1);
		assert_int_equal(p->err.code, ERROR_CANCEL);
		assert_int_equal(files_in(p->folder, false), 0);
	}
}

/* Once the file is read again, the answers are no longer those that were written. */
static int
change_answers(void *context, double done, const char *what)
{
	struct answer_column *c = context;

	(void)what;
	if (done >= 0.7)
		((double *)c->value)[c->count / 2] += 1;
	return 0;
}

static void
a_file_that_says_something_else_never_gets_its_name(void **state)
{
	static const char *const names[] = { "a.sav", "a.dta" };
	struct place_of_test *p = *state;
	struct answer_column *born = &p->f.column[5];
	const struct progress progress = { change_answers, born };
	struct dataset_written w;

	((unsigned char *)born->missing)[born->count / 2] = MISSING_NONE;
	for (size_t i = 0; i < 2; i++) {
		error_clear(&p->err);
		assert_int_equal(dataset_write(&p->d, NULL, path_of(p, names[i]), false, &progress,
					 &w, &p->err), -1);
		assert_non_null(strstr(p->err.text, "says something else (born)"));
		assert_int_equal(files_in(p->folder, false), 0);
	}
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		ON(every_file_is_read_again_and_found_whole),
		ON(what_is_long_is_cut_and_counted),
		ON(the_same_data_give_the_same_bytes),
		ON(a_file_that_is_there_is_not_replaced_unasked),
		ON(a_disk_that_is_full_at_any_moment_leaves_nothing),
		ON(giving_up_leaves_nothing),
		ON(a_file_that_says_something_else_never_gets_its_name),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
