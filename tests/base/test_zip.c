/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Zip archives: entries, limits, damage. */
#include "base/zip.h"

#include "make_zip.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

static unsigned char archive[8192];

static void
entries_are_listed_and_read(void **state)
{
	const struct zip_part parts[] = { { "dane/", "", 0, 0 }, { "dane/a.csv", "a;b\n", 0, 0 },
		{ "czytaj.txt", "Łódź", 0, 0 } };
	size_t size = make_zip(archive, parts, 3);
	struct error err = { 0 };
	struct unzip *z;
	char text[16] = "";

	(void)state;
	assert_true(unzip_looks_like(archive, size));
	assert_int_equal(unzip_open_memory(&z, "a.zip", archive, size, &err), 0);
	assert_int_equal(unzip_entries(z), 3);
	assert_string_equal(unzip_entry_name(z, 1), "dane/a.csv");
	assert_int_equal(unzip_entry_size(z, 2), 7);
	assert_int_equal(unzip_find(z, "czytaj.txt"), 2);
	assert_int_equal(unzip_find(z, "nothing"), -1);
	for (int again = 0; again < 2; again++) {
		assert_int_equal(unzip_entry_open(z, 2, &err), 0);
		assert_int_equal(unzip_entry_read(z, text, sizeof text, &err), 7);
		assert_string_equal(text, "Łódź");
		assert_int_equal(unzip_entry_read(z, text, sizeof text, &err), 0);
	}
	unzip_close(z);
}

static void
a_file_descriptor_stays_the_callers(void **state)
{
	const struct zip_part part = { "a.csv", "a;b\n", 0, 0 };
	size_t size = make_zip(archive, &part, 1);
	struct error err = { 0 };
	FILE *file = tmpfile();
	struct unzip *z;

	(void)state;
	assert_int_equal(fwrite(archive, 1, size, file), size);
	fflush(file);
	assert_int_equal(unzip_open(&z, fileno(file), "a.zip", &err), 0);
	assert_int_equal(unzip_entries(z), 1);
	unzip_close(z);
	assert_int_equal(lseek(fileno(file), 0, SEEK_SET), 0);
	fclose(file);
}

static void
expect_refusal(const struct zip_part *part, const char *words)
{
	size_t size = make_zip(archive, part, 1);
	struct error err = { 0 };
	struct unzip *z;
	char text[64];
	long got = 0;

	assert_int_equal(unzip_open_memory(&z, "a.zip", archive, size, &err), 0);
	if (unzip_entry_open(z, 0, &err) == 0)
		while ((got = unzip_entry_read(z, text, sizeof text, &err)) > 0)
			;
	assert_int_equal(err.code, ERROR_INPUT);
	assert_non_null(strstr(err.text, "a.zip"));
	if (!strstr(err.text, words))
		fail_msg("\"%s\" does not say \"%s\"", err.text, words);
	unzip_close(z);
}

static void
an_archive_that_unpacks_to_too_much_is_refused(void **state)
{
	(void)state;
	expect_refusal(&(struct zip_part){ "a.csv", "a;b\n", 0xF0000000u, 0 }, "too much");
}

static void
a_size_that_lies_is_damage(void **state)
{
	(void)state;
	expect_refusal(&(struct zip_part){ "a.csv", "a;b\n", 3, 0 }, "damaged");
	expect_refusal(&(struct zip_part){ "a.csv", "a;b\n", 5, 0 }, "damaged");
}

static void
a_password_is_named(void **state)
{
	(void)state;
	expect_refusal(&(struct zip_part){ "a.csv", "a;b\n", 0, 1 }, "password");
}

static void
a_cut_archive_is_damaged(void **state)
{
	const struct zip_part part = { "a.csv", "a;b\n", 0, 0 };
	size_t size = make_zip(archive, &part, 1);

	(void)state;
	for (size_t cut = 1; cut < size; cut++) {
		struct error err = { 0 };
		struct unzip *z;

		assert_int_equal(unzip_open_memory(&z, "a.zip", archive, cut, &err), -1);
		assert_null(z);
		assert_int_equal(err.code, ERROR_INPUT);
	}
}

static void
a_changed_byte_is_found_by_the_check_sum(void **state)
{
	const struct zip_part part = { "a.csv", "a;b\n", 0, 0 };
	size_t size = make_zip(archive, &part, 1);
	struct error err = { 0 };
	struct unzip *z;
	char text[16];

	(void)state;
	archive[30 + 5] = 'x';
	assert_int_equal(unzip_open_memory(&z, "a.zip", archive, size, &err), 0);
	assert_int_equal(unzip_entry_open(z, 0, &err), 0);
	while (unzip_entry_read(z, text, sizeof text, &err) > 0)
		;
	assert_int_equal(err.code, ERROR_INPUT);
	unzip_close(z);
}

static void
what_is_packed_reads_back_and_is_the_same_twice(void **state)
{
	const char *const texts[] = { "<a/>", "Zażółć gęślą jaźń, zażółć gęślą jaźń" };
	struct error err = { 0 };
	struct output *out[2];
	struct unzip *z;
	size_t size[2];
	char text[128] = "";

	(void)state;
	setenv("GROMADA_TEST", "1", 1);
	setenv("GROMADA_NOW", "2026-01-31T12:34:56Z", 1);
	for (int i = 0; i < 2; i++) {
		struct zipped *packed = zipped_new();

		zipped_add(packed, "a/b.xml", texts[0], strlen(texts[0]));
		zipped_add(packed, "ł.txt", texts[1], strlen(texts[1]));
		out[i] = output_memory();
		assert_int_equal(zipped_write(packed, out[i], &err), 0);
		output_text(out[i], &size[i]);
	}
	assert_int_equal(size[0], size[1]);
	assert_memory_equal(output_text(out[0], NULL), output_text(out[1], NULL), size[0]);
	assert_int_equal(unzip_open_memory(&z, "a.zip", output_text(out[0], NULL), size[0], &err), 0);
	assert_int_equal(unzip_entries(z), 2);
	assert_string_equal(unzip_entry_name(z, 0), "a/b.xml");
	assert_int_equal(unzip_entry_open(z, unzip_find(z, "ł.txt"), &err), 0);
	assert_int_equal(unzip_entry_read(z, text, sizeof text, &err), strlen(texts[1]));
	assert_string_equal(text, texts[1]);
	unzip_close(z);
	output_abort(out[0]);
	output_abort(out[1]);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(entries_are_listed_and_read),
		cmocka_unit_test(a_file_descriptor_stays_the_callers),
		cmocka_unit_test(an_archive_that_unpacks_to_too_much_is_refused),
		cmocka_unit_test(a_size_that_lies_is_damage),
		cmocka_unit_test(a_password_is_named),
		cmocka_unit_test(a_cut_archive_is_damaged),
		cmocka_unit_test(a_changed_byte_is_found_by_the_check_sum),
		cmocka_unit_test(what_is_packed_reads_back_and_is_the_same_twice),
	};

	return cmocka_run_group_tests_name("zip", tests, NULL, NULL);
}
