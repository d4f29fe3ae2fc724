/* SPDX-License-Identifier: GPL-3.0-or-later */
/* CSV: rows, lines, separators, and every way a file can be wrong. */
#include "base/csv.h"

#include "base/memory.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* What was read, as text: line number, fields in brackets. */
struct seen {
	char text[4096];
	size_t used;
	long rows;
	long stop_at; /* refuse this row */
};

static void
add(struct seen *seen, const char *text)
{
	seen->used += (size_t)snprintf(seen->text + seen->used, sizeof seen->text - seen->used,
		"%s", text);
	assert_true(seen->used < sizeof seen->text);
}

static int
keep_row(void *context, long line, const struct csv_field *fields, int count, struct error *err)
{
	struct seen *seen = context;
	char number[32];

	seen->rows++;
	if (seen->rows == seen->stop_at)
		return error_set(err, ERROR_INPUT, "enough");
	snprintf(number, sizeof number, "%ld", line);
	add(seen, number);
	for (int i = 0; i < count; i++) {
		assert_int_equal(strlen(fields[i].text), fields[i].length);
		add(seen, "[");
		add(seen, fields[i].text);
		add(seen, "]");
	}
	add(seen, " ");
	return 0;
}

static int
read_bytes(struct seen *seen, const void *bytes, size_t size, char separator,
	const struct csv_limits *limits, struct error *err)
{
	struct input *in;
	int result;

	memset(err, 0, sizeof *err);
	if (input_open_memory(&in, "plik.csv", bytes, size, ENCODING_DETECT, err) != 0)
		return -1;
	result = csv_read(in, separator, limits, keep_row, seen, NULL, err);
	input_close(in);
	return result;
}

static void
expect_rows(const char *file, const char *rows)
{
	struct seen seen = { .used = 0 };
	struct error err;

	assert_int_equal(read_bytes(&seen, file, strlen(file), 0, NULL, &err), 0);
	assert_string_equal(seen.text, rows);
}

static void
expect_error(const char *file, const struct csv_limits *limits, long line, int column,
	const char *words)
{
	struct seen seen = { .used = 0 };
	struct error err;

	assert_int_equal(read_bytes(&seen, file, strlen(file), ';', limits, &err), -1);
	assert_int_equal(err.code, ERROR_INPUT);
	assert_int_equal(err.row, line);
	assert_int_equal(err.column, column);
	assert_non_null(strstr(err.text, "plik.csv"));
	if (!strstr(err.text, words))
		fail_msg("\"%s\" does not say \"%s\"", err.text, words);
}

static void
a_row_arrives_with_its_line_number(void **state)
{
	(void)state;
	expect_rows("a;b\r\nc;d\r\n", "1[a][b] 2[c][d] ");
	expect_rows("a;b\nc;d", "1[a][b] 2[c][d] ");
}

static void
a_trailing_separator_gives_one_empty_field(void **state)
{
	(void)state;
	expect_rows("\"Kod\";\"Nazwa\";\n0201011;\"Bolesławiec (1)\";\n",
		"1[Kod][Nazwa][] 2[0201011][Bolesławiec (1)][] ");
}

static void
empty_lines_are_counted_but_give_no_row(void **state)
{
	(void)state;
	expect_rows("a;b\n\n\r\nc;d\n", "1[a][b] 4[c][d] ");
	expect_rows("\n\na;b\n", "3[a][b] ");
}

static void
newlines_inside_quotes_are_counted(void **state)
{
	(void)state;
	expect_rows("a;\"x\n\ny\"\nb;c\n", "1[a][x\n\ny] 4[b][c] ");
}

static void
quotes_doubled_stand_for_one(void **state)
{
	(void)state;
	expect_rows("\"say \"\"yes\"\"\";b\n", "1[say \"yes\"][b] ");
}

static void
the_separator_is_found_outside_quotes(void **state)
{
	(void)state;
	expect_rows("\"a;2003;[os]\",b,c\n1,2,3\n", "1[a;2003;[os]][b][c] 2[1][2][3] ");
	expect_rows("a\tb\n1,5\t2\n", "1[a][b] 2[1,5][2] ");
	expect_rows("\"a,b,c\";d\n", "1[a,b,c][d] ");
	expect_rows("only\n", "1[only] ");
}

static void
spaces_around_an_unquoted_field_are_dropped(void **state)
{
	(void)state;
	expect_rows(" a b ;\" c \"\n", "1[a b][ c ] ");
}

static void
a_byte_order_mark_is_no_part_of_the_first_field(void **state)
{
	(void)state;
	expect_rows("\357\273\277\"Kod\";b\n", "1[Kod][b] ");
	expect_rows("\357\273\277", "");
}

static void
a_quote_in_the_middle_is_refused_with_its_place(void **state)
{
	(void)state;
	expect_error("a;b\nc;d\"e\n", NULL, 2, 2, "quotation mark");
	expect_error("a;b\n\"c\"x;d\n", NULL, 2, 1, "quotation mark");
}

static void
a_file_that_ends_inside_quotes_is_refused(void **state)
{
	(void)state;
	expect_error("a;b\nc;\"d\ne;f\n", NULL, 2, 2, "ends inside");
	expect_rows("a;\"b\"", "1[a][b] ");
}

static void
an_open_quote_does_not_swallow_the_file(void **state)
{
	struct csv_limits limits = { .row = 50 };

	(void)state;
	expect_error("a;b\nc;\"d\n1111111111111111111;2\n1111111111111111111;2\n1;2\n", &limits, 2,
		2, "not closed");
}

static void
limits_are_kept_with_their_place(void **state)
{
	struct csv_limits field = { .field = 4 }, row = { .row = 10 }, columns = { .columns = 2 };

	(void)state;
	expect_error("a;1234\na;12345\n", &field, 2, 2, "too long");
	expect_error("a;b\n12345;67890\n", &row, 2, 1, "too long");
	expect_error("a;b\n1;2;3\n", &columns, 2, 3, "too many columns");
}

static void
a_line_of_a_hundred_megabytes_is_refused_early(void **state)
{
	size_t size = (size_t)100 << 20;
	char *file = malloc(size);
	struct seen seen = { .used = 0 };
	struct error err;

	(void)state;
	assert_non_null(file);
	memset(file, 'a', size);
	assert_int_equal(read_bytes(&seen, file, size, ';', NULL, &err), -1);
	assert_int_equal(err.row, 1);
	for (size_t i = 1; i < size; i += 2)
		file[i] = ';';
	assert_int_equal(read_bytes(&seen, file, size, ';', NULL, &err), -1);
	assert_int_equal(err.column, 1001);
	assert_int_equal(seen.rows, 0);
	free(file);
}

static void
a_lone_carriage_return_is_refused(void **state)
{
	(void)state;
	expect_error("a;b\rc;d\r", NULL, 1, 1, "carriage return");
	expect_error("a;b\r\"c\nd\";e\n", NULL, 1, 1, "carriage return");
}

static void
a_row_can_stop_the_reading(void **state)
{
	const char *file = "a;b\nc;d\ne;f\n";
	struct seen seen = { .stop_at = 2 };
	struct error err;

	(void)state;
	assert_int_equal(read_bytes(&seen, file, strlen(file), 0, NULL, &err), -1);
	assert_string_equal(err.text, "enough");
	assert_int_equal(seen.rows, 2);
}

static int
give_up(void *context, double done, const char *what)
{
	(void)context, (void)what;
	assert_true(done > 0 && done <= 1);
	return 1;
}

static void
the_person_can_stop_the_reading(void **state)
{
	struct progress progress = { give_up, NULL };
	struct seen seen = { .used = 0 };
	struct error err = { 0 };
	struct input *in;

	(void)state;
	assert_int_equal(input_open_memory(&in, "a.csv", "a;b\n", 4, ENCODING_DETECT, &err), 0);
	assert_int_equal(csv_read(in, 0, NULL, keep_row, &seen, &progress, &err), -1);
	assert_int_equal(err.code, ERROR_CANCEL);
	assert_int_equal(seen.rows, 0);
	input_close(in);
}

struct sums {
	long fields, rows, bytes, last_line;
};

static int
sum_field(void *context, int column, const char *text, size_t length, struct error *err)
{
	struct sums *sums = context;

	(void)column, (void)err;
	assert_int_equal(text[length], '\0');
	sums->fields++;
	sums->bytes += (long)length;
	return 0;
}

static int
sum_row(void *context, long line, int count, struct error *err)
{
	struct sums *sums = context;

	(void)err;
	assert_int_equal(count, 3);
	sums->rows++;
	sums->last_line = line;
	return 0;
}

/* Long enough that rows are cut by the reader's buffer at every possible place. */
static void
rows_are_whole_across_blocks(void **state)
{
	static const struct csv_events events = { sum_field, sum_row };
	struct sums sums = { 0 };
	struct error err = { 0 };
	struct input *in;
	size_t used = 0, capacity = 0;
	char *file = NULL;
	long rows = 30000;

	(void)state;
	for (long i = 0; i < rows; i++) {
		file = memory_grow(file, &capacity, used + 64, 1);
		used += (size_t)sprintf(file + used, "%07ld;\"Łódź\n%ld\";\"\"\r\n", i, i % 10);
	}
	assert_int_equal(input_open_memory(&in, "a.csv", file, used, ENCODING_DETECT, &err), 0);
	assert_int_equal(csv_read_fields(in, ';', NULL, &events, &sums, NULL, &err), 0);
	assert_int_equal(sums.rows, rows);
	assert_int_equal(sums.fields, 3 * rows);
	assert_int_equal(sums.bytes, rows * (7 + 9));
	assert_int_equal(sums.last_line, 2 * rows - 1);
	input_close(in);
	free(file);
}

static int
same_width(void *context, long line, const struct csv_field *fields, int count, struct error *err)
{
	int *width = context;

	(void)fields;
	if (*width == 0)
		*width = count;
	return count == *width ? 0 : error_set(err, ERROR_INPUT, "line %ld has %d", line, count);
}

/* Real exports: every row as wide as the header, which breaks when a quote or a separator
 * inside quotes is misread. */
static void
real_files_have_rows_of_one_width(void **state)
{
	static const char *const names[] = { "bdl/FINA_2416_CREL_20250113230845.csv",
		"bdl/KULT_3881_CTAB_20220211231432.csv", "bdl/OCHR_1808_CTAB_20260307201406.csv",
		"teryt/TERC_Urzedowy_2020-09-26.csv" };
	const char *folder = getenv("GROMADA_REAL_DATA");

	(void)state;
	if (folder && !*folder)
		folder = NULL;
	if (!folder)
		print_message("# GROMADA_REAL_DATA is not set: no real files read\n");
	for (size_t i = 0; folder && i < sizeof names / sizeof names[0]; i++) {
		struct error err = { 0 };
		struct input *in;
		char path[1024];
		int width = 0;

		snprintf(path, sizeof path, "%s/%s", folder, names[i]);
		if (input_open(&in, path, ENCODING_DETECT, &err) != 0
			|| csv_read(in, 0, NULL, same_width, &width, NULL, &err) != 0)
			fail_msg("%s: %s", names[i], err.text);
		assert_true(width >= 4);
		input_close(in);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_row_arrives_with_its_line_number),
		cmocka_unit_test(a_trailing_separator_gives_one_empty_field),
		cmocka_unit_test(empty_lines_are_counted_but_give_no_row),
		cmocka_unit_test(newlines_inside_quotes_are_counted),
		cmocka_unit_test(quotes_doubled_stand_for_one),
		cmocka_unit_test(the_separator_is_found_outside_quotes),
		cmocka_unit_test(spaces_around_an_unquoted_field_are_dropped),
		cmocka_unit_test(a_byte_order_mark_is_no_part_of_the_first_field),
		cmocka_unit_test(a_quote_in_the_middle_is_refused_with_its_place),
		cmocka_unit_test(a_file_that_ends_inside_quotes_is_refused),
		cmocka_unit_test(an_open_quote_does_not_swallow_the_file),
		cmocka_unit_test(limits_are_kept_with_their_place),
		cmocka_unit_test(a_line_of_a_hundred_megabytes_is_refused_early),
		cmocka_unit_test(a_lone_carriage_return_is_refused),
		cmocka_unit_test(a_row_can_stop_the_reading),
		cmocka_unit_test(the_person_can_stop_the_reading),
		cmocka_unit_test(rows_are_whole_across_blocks),
		cmocka_unit_test(real_files_have_rows_of_one_width),
	};

	return cmocka_run_group_tests_name("csv", tests, NULL, NULL);
}
