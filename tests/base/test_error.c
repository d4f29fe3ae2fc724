/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Errors: the first one counts, and its sentence stays whole. */
#include "config.h"

#include "base/arena.h"
#include "base/error.h"
#include "base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <errno.h>
#include <string.h>

#include <cmocka.h>

static void
the_first_failure_is_kept(void **state)
{
	struct error err = { .code = ERROR_NONE };

	(void)state;
	assert_int_equal(error_at(&err, ERROR_INPUT, 7, 3, "Row %d is bad.", 7), -1);
	assert_int_equal(error_set(&err, ERROR_FULL, "The disk is full."), -1);
	assert_int_equal(err.code, ERROR_INPUT);
	assert_int_equal(err.row, 7);
	assert_int_equal(err.column, 3);
	assert_string_equal(err.text, "Row 7 is bad.");
}

static void
a_cleared_error_takes_the_next_one(void **state)
{
	struct error err = { .code = ERROR_NONE };

	(void)state;
	error_at(&err, ERROR_INPUT, 7, 3, "Row 7 is bad.");
	error_clear(&err);
	assert_int_equal(err.code, ERROR_NONE);
	assert_int_equal(err.row, 0);
	assert_string_equal(err.text, "");
	error_field(&err, ERROR_MISSING, 4, "The name is missing.");
	assert_int_equal(err.code, ERROR_MISSING);
	assert_int_equal(err.field, 4);
	assert_int_equal(err.row, 0);
}

static void
nobody_needs_to_listen(void **state)
{
	(void)state;
	assert_int_equal(error_set(NULL, ERROR_IO, "Nobody hears %s.", "this"), -1);
	error_clear(NULL);
}

static void
a_long_sentence_is_cut_at_a_whole_letter(void **state)
{
	struct error err = { .code = ERROR_NONE };
	char text[1400] = "";

	(void)state;
	for (int i = 0; i < 690; i++)
		strcat(text, "ż");
	error_set(&err, ERROR_INPUT, "%s", text);
	assert_int_equal(strlen(err.text), 510);
	assert_int_equal(text_valid(err.text, 510), 510);
	error_clear(&err);
	error_set(&err, ERROR_INPUT, "x%s", text);
	assert_int_equal(strlen(err.text), 511);
	assert_int_equal(text_valid(err.text, 511), 511);
}

static void
a_letter_that_a_precision_has_cut_is_left_out(void **state)
{
	struct error err = { .code = ERROR_NONE };
	struct arena arena = { 0 };

	(void)state;
	error_set(&err, ERROR_INPUT, "„%.4s” i „%.3s”", "ażż", "żó");
	assert_string_equal(err.text, "„aż” i „ż”");
	assert_string_equal(arena_format(&arena, "„%.2s”", "aż"), "„a”");
	arena_release(&arena);
}

static void
reasons_of_the_system_are_told_in_the_language_of_the_program(void **state)
{
	(void)state;
	assert_string_equal(error_reason(ENOSPC), "the disk is full");
	assert_string_equal(error_reason(EACCES), error_reason(EPERM));
	assert_string_equal(error_reason(EPIPE), strerror(EPIPE));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_first_failure_is_kept),
		cmocka_unit_test(a_cleared_error_takes_the_next_one),
		cmocka_unit_test(nobody_needs_to_listen),
		cmocka_unit_test(a_long_sentence_is_cut_at_a_whole_letter),
		cmocka_unit_test(a_letter_that_a_precision_has_cut_is_left_out),
		cmocka_unit_test(reasons_of_the_system_are_told_in_the_language_of_the_program),
	};

	return cmocka_run_group_tests_name("error", tests, NULL, NULL);
}
