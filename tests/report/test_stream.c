/* SPDX-License-Identifier: GPL-3.0-or-later */
/* CSV cell by cell: quoting, guards against formulas, and the way back through the reader. */
#include "report/stream.h"

#include "base/csv.h"
#include "base/input.h"
#include "base/number.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void
expect(enum report_format format, const char *text, const char *cell)
{
	struct output *out = output_memory();
	struct report_stream s;
	const char *line;

	report_stream_start(&s, out, format);
	report_stream_text(&s, text);
	report_stream_whole(&s, 7);
	report_stream_end_row(&s);
	line = output_text(out, NULL);
	if (s.polish)
		line += 3;
	if (strncmp(line, cell, strlen(cell)) != 0 || strncmp(line + strlen(cell) + 1, "7", 1) != 0)
		fail_msg("%s became %s", text, line);
	output_abort(out);
}

static void
texts_are_quoted_only_where_needed(void **state)
{
	(void)state;
	expect(REPORT_FORMAT_CSV, "Łódź", "Łódź");
	expect(REPORT_FORMAT_CSV, "a;b", "a;b");
	expect(REPORT_FORMAT_CSV, "a,b", "\"a,b\"");
	expect(REPORT_FORMAT_CSV, " a", "\" a\"");
	expect(REPORT_FORMAT_CSV, "a\nb", "\"a\nb\"");
	expect(REPORT_FORMAT_CSV, "\"a\"", "\"\"\"a\"\"\"");
	expect(REPORT_FORMAT_CSV_POLISH, "a,b", "a,b");
	expect(REPORT_FORMAT_CSV_POLISH, "a;b", "\"a;b\"");
}

static void
formulas_are_guarded_for_spreadsheets_only(void **state)
{
	(void)state;
	expect(REPORT_FORMAT_CSV, "=1+1", "=1+1");
	expect(REPORT_FORMAT_CSV_POLISH, "=1+1", "'=1+1");
	expect(REPORT_FORMAT_CSV_POLISH, "+48 75", "'+48 75");
	expect(REPORT_FORMAT_CSV_POLISH, "-x", "'-x");
	expect(REPORT_FORMAT_CSV_POLISH, "-1+2", "'-1+2");
	expect(REPORT_FORMAT_CSV_POLISH, "-1", "-1");
	expect(REPORT_FORMAT_CSV_POLISH, "-29,25", "-29,25");
	expect(REPORT_FORMAT_CSV_POLISH, "@x", "'@x");
	expect(REPORT_FORMAT_CSV_POLISH, "\tx", "\"'\tx\"");
	expect(REPORT_FORMAT_CSV_POLISH, "\rx", "\"'\rx\"");
	expect(REPORT_FORMAT_CSV_POLISH, "＝x", "'＝x");
	expect(REPORT_FORMAT_CSV_POLISH, "'=x", "''=x");
	expect(REPORT_FORMAT_CSV_POLISH, "'x", "'x");
	expect(REPORT_FORMAT_CSV_POLISH, "0201011", "0201011");
}

static int
keep(void *context, long line, const struct csv_field *fields, int count, struct error *err)
{
	(void)line, (void)err;
	for (int i = 0; i < count; i++) {
		strcat(context, "[");
		strcat(context, fields[i].text);
		strcat(context, "]");
	}
	return 0;
}

static void
our_reader_gives_back_what_was_written(void **state)
{
	char seen[256] = "";
	struct output *out = output_memory();
	struct report_stream s;
	struct error err = { 0 };
	struct input *in;
	size_t length;
	const char *text;

	(void)state;
	report_stream_start(&s, out, REPORT_FORMAT_CSV);
	report_stream_text(&s, " a, \"b\"\r\nc ");
	report_stream_number(&s, 1.25, -1);
	report_stream_number(&s, NAN, 1);
	report_stream_empty(&s);
	report_stream_end_row(&s);
	report_stream_empty(&s);
	report_stream_end_row(&s);
	text = output_text(out, &length);
	assert_int_equal(input_open_memory(&in, "a", text, length, ENCODING_UTF8, &err), 0);
	assert_int_equal(csv_read(in, ',', NULL, keep, seen, NULL, &err), 0);
	input_close(in);
	output_abort(out);
	assert_string_equal(seen, "[ a, \"b\"\r\nc ][1.25][][][]");
}

static void
numbers_are_written_as_everywhere(void **state)
{
	static const double values[] = { 0, -0.0, 0.04, 0.05, -0.04, -0.05, 0.5, 1, 9.95, 9.99, -12.345,
		0.1 + 0.2, 1e-9, 123456.789, 99999999999.5, 1e11, 1e12, 1e15, -1e15, 2.5, 1e300 };

	(void)state;
	for (size_t i = 0; i < sizeof values / sizeof values[0]; i++)
		for (int decimals = -1; decimals <= 8; decimals++) {
			struct output *out = output_memory();
			struct report_stream s;
			char wanted[400];
			size_t length;

			number_plain(wanted, 64, decimals < 0 ? number_round(values[i], 15) : values[i],
				decimals);
			strcat(wanted, "\n");
			report_stream_start(&s, out, REPORT_FORMAT_CSV);
			report_stream_number(&s, values[i], decimals);
			report_stream_end_row(&s);
			assert_string_equal(output_text(out, &length), wanted);
			output_abort(out);
		}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(texts_are_quoted_only_where_needed),
		cmocka_unit_test(formulas_are_guarded_for_spreadsheets_only),
		cmocka_unit_test(numbers_are_written_as_everywhere),
		cmocka_unit_test(our_reader_gives_back_what_was_written),
	};

	return cmocka_run_group_tests_name("stream", tests, NULL, NULL);
}
