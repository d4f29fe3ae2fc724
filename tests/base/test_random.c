/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Random bytes: unlike outside tests, alike inside. */
#include "config.h"

#include "base/random.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

static void
a_uid_has_32_hexadecimal_digits(void **state)
{
	char a[UID_SIZE], b[UID_SIZE];

	(void)state;
	assert_ptr_equal(random_uid(a), a);
	assert_int_equal(strlen(a), 32);
	assert_int_equal(strspn(a, "0123456789abcdef"), 32);
	assert_string_not_equal(a, random_uid(b));
}

/* The first uid of a run of its own, after salt. */
static void
first_uid(char uid[UID_SIZE], uint64_t salt)
{
	int ends[2], status;
	pid_t child;

	assert_int_equal(pipe(ends), 0);
	child = fork();
	if (child == 0) {
		char mine[UID_SIZE];

		if (salt)
			random_stir(salt);
		random_uid(mine);
		_exit(write(ends[1], mine, UID_SIZE) == UID_SIZE ? 0 : 1);
	}
	assert_int_equal(read(ends[0], uid, UID_SIZE), UID_SIZE);
	close(ends[0]);
	close(ends[1]);
	waitpid(child, &status, 0);
}

/* The first many uids of a run of its own, after salt. */
static void
many_uids(char (*uids)[UID_SIZE], int many, uint64_t salt)
{
	int ends[2], status;
	pid_t child;

	assert_int_equal(pipe(ends), 0);
	child = fork();
	if (child == 0) {
		char mine[UID_SIZE];

		random_stir(salt);
		for (int i = 0; i < many; i++)
			if (write(ends[1], random_uid(mine), UID_SIZE) != UID_SIZE)
				_exit(1);
		_exit(0);
	}
	for (int i = 0; i < many; i++)
		assert_int_equal(read(ends[0], uids[i], UID_SIZE), UID_SIZE);
	close(ends[0]);
	close(ends[1]);
	waitpid(child, &status, 0);
}

static int
by_text(const void *a, const void *b)
{
	return strcmp(a, b);
}

static void
neighbouring_salts_never_make_the_same_uid(void **state)
{
	enum { SALTS = 24, EACH = 24 };
	static char uids[SALTS * EACH][UID_SIZE];

	(void)state;
	setenv("GROMADA_TEST", "1", 1);
	for (int salt = 0; salt < SALTS; salt++)
		many_uids(uids + (size_t)salt * EACH, EACH, (uint64_t)salt + 1);
	qsort(uids, SALTS * EACH, UID_SIZE, by_text);
	for (int i = 1; i < SALTS * EACH; i++)
		assert_string_not_equal(uids[i - 1], uids[i]);
	unsetenv("GROMADA_TEST");
}

static void
two_runs_differ_outside_test_mode(void **state)
{
	char a[UID_SIZE], b[UID_SIZE];

	(void)state;
	first_uid(a, 0);
	first_uid(b, 0);
	assert_string_not_equal(a, b);
}

static void
two_runs_are_alike_in_test_mode_until_stirred(void **state)
{
	char a[UID_SIZE], b[UID_SIZE], c[UID_SIZE];

	(void)state;
	setenv("GROMADA_TEST", "1", 1);
	first_uid(a, 0);
	first_uid(b, 0);
	assert_string_equal(a, b);
	first_uid(b, 1);
	assert_string_not_equal(a, b);
	first_uid(c, 2);
	assert_string_not_equal(b, c);
	first_uid(c, 1);
	assert_string_equal(b, c);
	unsetenv("GROMADA_TEST");
}

static void
no_uid_comes_twice_in_a_run(void **state)
{
	enum { COUNT = 2000 };
	static char uids[COUNT][UID_SIZE];

	(void)state;
	setenv("GROMADA_TEST", "1", 1);
	for (int i = 0; i < COUNT; i++)
		random_uid(uids[i]);
	qsort(uids, COUNT, UID_SIZE, by_text);
	for (int i = 1; i < COUNT; i++)
		assert_string_not_equal(uids[i - 1], uids[i]);
	unsetenv("GROMADA_TEST");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_uid_has_32_hexadecimal_digits),
		cmocka_unit_test(two_runs_differ_outside_test_mode),
		cmocka_unit_test(two_runs_are_alike_in_test_mode_until_stirred),
		cmocka_unit_test(neighbouring_salts_never_make_the_same_uid),
		cmocka_unit_test(no_uid_comes_twice_in_a_run),
	};

	unsetenv("GROMADA_TEST");
	return cmocka_run_group_tests_name("random", tests, NULL, NULL);
}
