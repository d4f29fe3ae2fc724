/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that people bring: what is refused and how, encodings, sums. */
#include "base/input.h"

#include "base/zip.h"
#include "make_zip.h"

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

static char folder[] = "/tmp/gromada-input-XXXXXX";
static char path[256];

static int
make_folder(void **state)
{
	(void)state;
	return mkdtemp(folder) ? 0 : -1;
}

static int
remove_folder(void **state)
{
	(void)state;
	return rmdir(folder);
}

static const char *
in_folder(const char *name)
{
	snprintf(path, sizeof path, "%s/%s", folder, name);
	return path;
}

static void
write_file(const char *name, const void *bytes, size_t size)
{
	FILE *file = fopen(in_folder(name), "wb");

	assert_non_null(file);
	assert_int_equal(fwrite(bytes, 1, size, file), size);
	assert_int_equal(fclose(file), 0);
}

/* Reads everything, in pieces of the given size; the text or NULL. */
static const char *
read_all(struct input *in, size_t piece, struct error *err)
{
	static char text[4096];
	size_t used = 0;
	long got;

	while ((got = input_read(in, text + used, piece, err)) > 0)
		used += (size_t)got;
	text[used] = '\0';
	return got < 0 ? NULL : text;
}

static void
expect_text(const char *bytes, enum encoding wanted, enum encoding found, const char *text)
{
	for (size_t piece = 16; piece < 64; piece += 7) {
		struct error err = { 0 };
		struct input *in;

		assert_int_equal(input_open_memory(&in, "a.csv", bytes, strlen(bytes), wanted, &err), 0);
		assert_int_equal(input_encoding(in), found);
		assert_string_equal(read_all(in, piece, &err), text);
		assert_int_equal(input_done(in), input_size(in));
		assert_int_equal(strlen(input_sha256(in)), 64);
		input_close(in);
	}
}

static void
expect_refusal(const char *file, enum error_code code, const char *words)
{
	struct error err = { 0 };
	struct input *in;

	assert_int_equal(input_open(&in, in_folder(file), ENCODING_DETECT, &err), -1);
	assert_null(in);
	assert_int_equal(err.code, code);
	assert_non_null(strstr(err.text, file));
	if (!strstr(err.text, words))
		fail_msg("\"%s\" does not say \"%s\"", err.text, words);
}

/* Bytes that can be opened but not read to the end. */
static void
expect_broken(const char *bytes, size_t size, enum encoding encoding, long line, const char *words)
{
	struct error err = { 0 };
	struct input *in;

	if (input_open_memory(&in, "a.csv", bytes, size, encoding, &err) == 0)
		assert_null(read_all(in, 64, &err));
	input_close(in);
	assert_int_equal(err.code, ERROR_INPUT);
	assert_int_equal(err.row, line);
	if (!strstr(err.text, words))
		fail_msg("\"%s\" does not say \"%s\"", err.text, words);
}

static void
a_plain_file_is_read_and_hashed(void **state)
{
	struct error err = { 0 };
	struct input *in;

	(void)state;
	write_file("a.csv", "abc", 3);
	assert_int_equal(input_open(&in, path, ENCODING_DETECT, &err), 0);
	assert_string_equal(input_name(in), "a.csv");
	assert_string_equal(input_outer_name(in), "a.csv");
	assert_string_equal(input_sha256(in), "");
	assert_string_equal(read_all(in, 16, &err), "abc");
	assert_string_equal(input_sha256(in),
		"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
	input_close(in);
	unlink(path);
}

static void
what_is_no_file_is_refused_by_its_kind(void **state)
{
	(void)state;
	expect_refusal("missing.csv", ERROR_MISSING, "no file");
	expect_refusal("missing/a.csv", ERROR_MISSING, "no file");
	assert_int_equal(mkdir(in_folder("inner"), 0700), 0);
	expect_refusal("inner", ERROR_INPUT, "folder");
	assert_int_equal(rmdir(in_folder("inner")), 0);
	assert_int_equal(mkfifo(in_folder("fifo"), 0600), 0);
	expect_refusal("fifo", ERROR_INPUT, "pipe");
	assert_int_equal(unlink(in_folder("fifo")), 0);
	write_file("empty.csv", "", 0);
	expect_refusal("empty.csv", ERROR_INPUT, "is empty");
	assert_int_equal(unlink(in_folder("empty.csv")), 0);
}

static void
a_link_is_not_followed(void **state)
{
	(void)state;
	assert_int_equal(symlink("/etc/passwd", in_folder("link.csv")), 0);
	expect_refusal("link.csv", ERROR_INPUT, "link");
	assert_int_equal(unlink(in_folder("link.csv")), 0);
}

static void
a_device_is_refused(void **state)
{
	struct error err = { 0 };
	struct input *in;

	(void)state;
	assert_int_equal(input_open(&in, "/dev/zero", ENCODING_DETECT, &err), -1);
	assert_non_null(strstr(err.text, "device"));
}

static void
a_file_of_somebody_else_is_refused(void **state)
{
	bool root = geteuid() == 0;

	(void)state;
	write_file("secret.csv", "abc", 3);
	assert_int_equal(chmod(path, 0), 0);
	assert_int_equal(chmod(folder, 0755), 0);
	if (root) /* root may read everything: be nobody for a moment */
		assert_int_equal(seteuid(65534), 0);
	expect_refusal("secret.csv", ERROR_DENIED, "no right");
	if (root)
		assert_int_equal(seteuid(0), 0);
	assert_int_equal(unlink(in_folder("secret.csv")), 0);
}

static void
the_encoding_is_found(void **state)
{
	(void)state;
	expect_text("abc;d\n", ENCODING_DETECT, ENCODING_UTF8, "abc;d\n");
	expect_text("Zażółć gęślą jaźń, Łódź – „tak”\n", ENCODING_DETECT, ENCODING_UTF8,
		"Zażółć gęślą jaźń, Łódź – „tak”\n");
	expect_text("\357\273\277Łódź;abcdefghijkl\n", ENCODING_DETECT, ENCODING_UTF8,
		"Łódź;abcdefghijkl\n");
	expect_text("Za\277\363\263\346 g\352\234l\271 ja\237\361\n", ENCODING_DETECT,
		ENCODING_CP1250, "Zażółć gęślą jaźń\n");
	expect_text("\312\214\n\245\217", ENCODING_DETECT, ENCODING_CP1250, "ĘŚ\nĄŹ");
	expect_text("g\352\266l\261 ja\274\361\n", ENCODING_ISO8859_2, ENCODING_ISO8859_2,
		"gęślą jaźń\n");
}

static void
capitals_of_cp1250_that_look_like_utf8_prove_nothing(void **state)
{
	(void)state;
	expect_text("SP\323\243KA\nza\277", ENCODING_DETECT, ENCODING_CP1250, "SPÓŁKA\nzaż");
}

static void
an_xml_declaration_names_the_encoding(void **state)
{
	(void)state;
	expect_text("<?xml version=\"1.0\" encoding=\"ISO-8859-2\"?><a>\261</a>", ENCODING_DETECT,
		ENCODING_ISO8859_2, "<?xml version=\"1.0\" encoding=\"ISO-8859-2\"?><a>ą</a>");
	expect_text("<?xml version='1.0' encoding='windows-1250'?><a>\271</a>", ENCODING_DETECT,
		ENCODING_CP1250, "<?xml version='1.0' encoding='windows-1250'?><a>ą</a>");
}

static void
a_broken_character_is_refused_with_its_line(void **state)
{
	(void)state;
	expect_broken("Łódź\na\377b\n", 12, ENCODING_DETECT, 2, "broken");
	expect_broken("\357\273\277a\nb\n\263", 8, ENCODING_DETECT, 3, "broken");
	expect_broken("Łódź\nŁ\305", 11, ENCODING_UTF8, 2, "broken");
	expect_broken("Łódź\n\355\240\200", 11, ENCODING_UTF8, 2, "broken");
	expect_broken("Łódź\n\300\257", 10, ENCODING_UTF8, 2, "broken");
	expect_broken("a\nb\nc\201", 6, ENCODING_CP1250, 3, "cp1250");
}

static void
a_binary_file_is_refused(void **state)
{
	(void)state;
	expect_broken("a\nb\0c", 5, ENCODING_DETECT, 2, "NUL");
	expect_broken("\211PNG\r\n\032\n\0\0", 10, ENCODING_DETECT, 3, "NUL");
	expect_broken("\377\376a\0;\0", 6, ENCODING_DETECT, 0, "UTF-16");
	expect_broken("PK\003\004 and no more", 16, ENCODING_DETECT, 0, "damaged");
}

static int
open_zip(struct input **in, const struct zip_part *parts, int count, struct error *err)
{
	static unsigned char archive[4096];
	size_t size = make_zip(archive, parts, count);

	memset(err, 0, sizeof *err);
	write_file("RYNE_2392_CREL_20230312150319.zip", archive, size);
	return input_open(in, path, ENCODING_DETECT, err);
}

static void
the_one_data_file_of_a_zip_is_read(void **state)
{
	const struct zip_part parts[] = { { "dane/", "", 0, 0 }, { "__MACOSX/a.csv", "x", 0, 0 },
		{ "dane/Łódź.CSV", "\357\273\277Łódź;1\n", 0, 0 }, { "logo.png", "x", 0, 0 } };
	struct error err;
	struct input *in;

	(void)state;
	assert_int_equal(open_zip(&in, parts, 4, &err), 0);
	assert_string_equal(input_name(in), "Łódź.CSV");
	assert_string_equal(input_outer_name(in), "RYNE_2392_CREL_20230312150319.zip");
	assert_int_equal(input_size(in), 13);
	assert_string_equal(read_all(in, 16, &err), "Łódź;1\n");
	assert_int_equal(input_done(in), 13);
	input_close(in);
	unlink(path);
}

static void
of_one_register_as_csv_and_xml_the_csv_is_read(void **state)
{
	const struct zip_part parts[] = { { "TERC_2020.xml", "<teryt/>", 0, 0 },
		{ "TERC_2020.csv", "WOJ;POW\n", 0, 0 } };
	struct error err;
	struct input *in;

	(void)state;
	assert_int_equal(open_zip(&in, parts, 2, &err), 0);
	assert_string_equal(input_name(in), "TERC_2020.csv");
	input_close(in);
	unlink(path);
}

static void
a_zip_without_one_data_file_is_refused(void **state)
{
	const struct zip_part two[] = { { "a.csv", "a", 0, 0 }, { "b.csv", "b", 0, 0 } };
	const struct zip_part none[] = { { "a.png", "a", 0, 0 } };
	const struct zip_part empty[] = { { "a.csv", "", 0, 0 } };
	const struct zip_part office[] = { { "[Content_Types].xml", "a", 0, 0 } };
	struct error err;
	struct input *in;

	(void)state;
	assert_int_equal(open_zip(&in, two, 2, &err), -1);
	assert_non_null(strstr(err.text, "2 data files"));
	assert_int_equal(open_zip(&in, none, 1, &err), -1);
	assert_non_null(strstr(err.text, "no data file"));
	assert_int_equal(open_zip(&in, empty, 1, &err), -1);
	assert_non_null(strstr(err.text, "a.csv is empty"));
	assert_int_equal(open_zip(&in, office, 1, &err), -1);
	assert_non_null(strstr(err.text, "workbook"));
	unlink(path);
}

static void
a_second_reading_may_leave_the_sum_out(void **state)
{
	struct error err = { 0 };
	struct input *in;

	(void)state;
	assert_int_equal(input_open_memory(&in, "a", "abc", 3, ENCODING_DETECT, &err), 0);
	input_skip_sha256(in);
	assert_string_equal(read_all(in, 16, &err), "abc");
	assert_string_equal(input_sha256(in), "");
	input_close(in);
}

static void
a_file_that_shrinks_while_it_is_read_is_no_whole_file(void **state)
{
	char text[200000];
	struct error err = { 0 };
	struct input *in;

	(void)state;
	memset(text, 'a', sizeof text);
	write_file("a.csv", text, sizeof text);
	assert_int_equal(input_open(&in, in_folder("a.csv"), ENCODING_UTF8, &err), 0);
	assert_int_equal(input_read(in, text, 1000, &err), 1000);
	assert_int_equal(truncate(path, 1500), 0);
	assert_int_equal(input_read(in, text, 1000, &err), 500);
	assert_int_equal(input_read(in, text, 1000, &err), -1);
	assert_int_equal(err.code, ERROR_IO);
	assert_non_null(strstr(err.text, "a.csv"));
	input_close(in);
	unlink(path);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_plain_file_is_read_and_hashed),
		cmocka_unit_test(what_is_no_file_is_refused_by_its_kind),
		cmocka_unit_test(a_link_is_not_followed),
		cmocka_unit_test(a_device_is_refused),
		cmocka_unit_test(a_file_of_somebody_else_is_refused),
		cmocka_unit_test(the_encoding_is_found),
		cmocka_unit_test(capitals_of_cp1250_that_look_like_utf8_prove_nothing),
		cmocka_unit_test(an_xml_declaration_names_the_encoding),
		cmocka_unit_test(a_broken_character_is_refused_with_its_line),
		cmocka_unit_test(a_binary_file_is_refused),
		cmocka_unit_test(the_one_data_file_of_a_zip_is_read),
		cmocka_unit_test(of_one_register_as_csv_and_xml_the_csv_is_read),
		cmocka_unit_test(a_zip_without_one_data_file_is_refused),
		cmocka_unit_test(a_second_reading_may_leave_the_sum_out),
		cmocka_unit_test(a_file_that_shrinks_while_it_is_read_is_no_whole_file),
	};

	return cmocka_run_group_tests_name("input", tests, make_folder, remove_folder);
}
