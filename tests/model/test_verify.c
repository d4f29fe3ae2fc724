/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rule of verifying while keying, as a table of what is typed in one field. */
#include "config.h"

#include "model/keying/verify.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

enum { MOST = 6 };

/* typed: one letter a value; verdicts: s same, l slip, r replaces, a again. */
static const struct {
	const char *first, *typed, *verdicts;
} table[] = {
	{ "1", "1", "s" },
	{ "1", "22", "ar" },     /* the same other value twice: the first keyer's mistake */
	{ "1", "21", "al" },     /* back to the first one: the verifier's */
	{ "1", "233", "aar" },   /* a third value begins anew */
	{ "1", "2323", "aaaa" }, /* never twice in a row */
	{ "1", "232", "aaa" },
	{ "1", "231", "aal" },
	{ "1", "2211", "arss" }, /* a field that went on is as new */
	{ "1", "2121", "alal" },
	{ "", "11", "ar" },      /* nothing keyed first */
	{ "", "1-", "al" },
	{ "1", "--", "ar" },     /* nothing on the paper */
	{ "1", "-1", "al" },
	{ "1", "-2-", "aaa" },
};

static char
letter(enum verify_verdict verdict)
{
	return verdict == VERIFY_SAME       ? 's'
	       : verdict == VERIFY_SLIP     ? 'l'
	       : verdict == VERIFY_REPLACES ? 'r'
					    : 'a';
}

static void
the_rule_is_the_tables(void **state)
{
	struct question q = { .type = QUESTION_SELECT_ONE };

	(void)state;
	for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
		struct arena arena = { 0 };
		struct verify v = { 0 };
		struct answer first = { 0, 1, table[i].first,
			table[i].first[0] ? MISSING_NONE : MISSING_NO_ANSWER, 0 };
		char found[MOST] = "";

		for (size_t k = 0; table[i].typed[k]; k++) {
			char value[2] = { table[i].typed[k], '\0' };
			struct answer typed = { 0, 1, value, MISSING_NONE, 0 };

			if (value[0] == '-')
				typed = (struct answer){ 0, 1, "", MISSING_NO_ANSWER, 0 };
			found[k] = letter(verify_typed(&v, &q, &first, &typed, &arena));
			value[0] = 'x'; /* the value is kept, not pointed to */
		}
		if (strcmp(found, table[i].verdicts))
			fail_msg("%s typed over \"%s\": %s, expected %s", table[i].typed,
				table[i].first, found, table[i].verdicts);
		arena_release(&arena);
	}
}

static void
a_question_that_was_not_keyed_first_is_verified_too(void **state)
{
	struct question q = { .type = QUESTION_INTEGER };
	struct answer a = { 0, 1, "07", MISSING_NONE, 0 }, b = { 0, 1, "7", MISSING_NONE, 0 };
	struct arena arena = { 0 };
	struct verify v = { 0 };

	(void)state;
	assert_int_equal(verify_typed(&v, &q, NULL, &a, &arena), VERIFY_AGAIN);
	assert_int_equal(verify_typed(&v, &q, NULL, &b, &arena), VERIFY_REPLACES);
	assert_int_equal(verify_typed(&v, &q, &a, &b, &arena), VERIFY_SAME);
	arena_release(&arena);
}

static void
reasons_are_values_too(void **state)
{
	struct question q = { .type = QUESTION_SELECT_ONE };
	struct answer first = { 0, 1, "1", MISSING_NONE, 0 };
	struct answer marks = { 0, 1, "", MISSING_TWO_MARKS, 0 };
	struct answer faint = { 0, 1, "", MISSING_ILLEGIBLE, 0 };
	struct arena arena = { 0 };
	struct verify v = { 0 };

	(void)state;
	assert_int_equal(verify_typed(&v, &q, &first, &marks, &arena), VERIFY_AGAIN);
	assert_int_equal(verify_typed(&v, &q, &first, &faint, &arena), VERIFY_AGAIN);
	assert_int_equal(verify_typed(&v, &q, &first, &faint, &arena), VERIFY_REPLACES);
	arena_release(&arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_rule_is_the_tables),
		cmocka_unit_test(a_question_that_was_not_keyed_first_is_verified_too),
		cmocka_unit_test(reasons_are_values_too),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
