/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SHA-256 against the examples of FIPS 180-4. */
#include "base/sha256.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void
known_texts_have_their_known_sums(void **state)
{
	char hex[SHA256_HEX];
	struct sha256 *s = sha256_new();

	(void)state;
	sha256_finish(s, hex);
	assert_string_equal(hex, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
	s = sha256_new();
	sha256_update(s, "abc", 3);
	sha256_finish(s, hex);
	assert_string_equal(hex, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

static void
the_sum_does_not_depend_on_the_pieces(void **state)
{
	const char *text = "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq";
	char hex[SHA256_HEX];
	struct sha256 *s = sha256_new();

	(void)state;
	for (const char *p = text; *p; p++)
		sha256_update(s, p, 1);
	sha256_finish(s, hex);
	assert_string_equal(hex, "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(known_texts_have_their_known_sums),
		cmocka_unit_test(the_sum_does_not_depend_on_the_pieces),
	};

	return cmocka_run_group_tests_name("sha256", tests, NULL, NULL);
}
