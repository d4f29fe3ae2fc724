/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What every test program of the store begins with. */
#ifndef TESTS_STORE_CMOCKA_STORE_H
#define TESTS_STORE_CMOCKA_STORE_H

#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "fixture.h"
#include "store/internal.h"

#include <stdio.h>
#include <string.h>

/* Fails with the sentence of the error, not only its code. */
#define assert_code(err, wanted) \
	do { \
		if ((err).code != (wanted)) \
			print_message("# %s\n", (err).text); \
		assert_int_equal((err).code, (wanted)); \
	} while (0)
#define assert_done(call, err) \
	do { \
		int done_result = (call); \
		if (done_result) \
			print_message("# %s\n", (err).text); \
		assert_int_equal(done_result, 0); \
	} while (0)

static inline int
empty_folder(void **state)
{
	(void)state;
	fixture_empty();
	return 0;
}

static inline int
remove_folder(void **state)
{
	(void)state;
	fixture_clean();
	return 0;
}

#define TEST(function) cmocka_unit_test_setup(function, empty_folder)

#endif
