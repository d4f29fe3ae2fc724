/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looking up without accents, and Polish alphabetical order. */
#include "config.h"

#include "base/i18n.h"
#include "base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define ACUTE "\xcc\x81"

static void
assert_fold(const char *text, const char *expected)
{
	char folded[128];

	assert_string_equal(text_fold(folded, sizeof(folded), text), expected);
}

static void
accents_and_case_fold_away(void **state)
{
	(void)state;
	assert_fold("Łódź", "lodz");
	assert_fold("ZAŻÓŁĆ GĘŚLĄ JAŹŃ", "zazolc gesla jazn");
	assert_fold("Žižkov, Plzeň – Köln", "zizkov plzen koln");
	assert_fold("Straße Ærø Œuvre", "strasse aero oeuvre");
	assert_fold("Ŝtrudĥo ȘȚ Ế", "strudho st e");
	assert_fold("L"
		    "o" ACUTE "dz" ACUTE,
		"lodz");
	assert_fold("КИЇВ", "київ");
}

static void
punctuation_folds_into_one_space(void **state)
{
	(void)state;
	assert_fold("Gm. Łódź-Wschód (miasto)", "gm lodz wschod miasto");
	assert_fold("  -- a ,. b\xc2\xa0„c” ", "a b c");
	assert_fold("(!)", "");
	assert_fold("", "");
	assert_fold("1061011 M", "1061011 m");
	assert_fold("a\xff"
		    "b",
		"a b");
}

static void
a_fold_that_does_not_fit_is_cut_at_a_whole_letter(void **state)
{
	char small[4];

	(void)state;
	assert_string_equal(text_fold(small, sizeof(small), "Łódź"), "lod");
	assert_string_equal(text_fold(small, sizeof(small), "a b c"), "a b");
	assert_string_equal(text_fold(small, sizeof(small), "ab c"), "ab");
	assert_string_equal(text_fold(small, sizeof(small), "abß"), "ab");
	assert_string_equal(text_fold(small, 1, "a"), "");
}

static void
every_word_of_the_needle_begins_a_word(void **state)
{
	(void)state;
	assert_true(text_match("nowy targ gmina", "targ now"));
	assert_true(text_match("nowy targ gmina", ""));
	assert_true(text_match("nowy targ gmina", "nowy targ gmina"));
	assert_false(text_match("nowy targ gmina", "arg"));
	assert_false(text_match("nowy targ gmina", "nowy sacz"));
	assert_false(text_match("", "a"));
	assert_true(text_match("", ""));
	assert_true(text_match("1061011 lodz", "1061"));
}

static int
sign(int n)
{
	return (n > 0) - (n < 0);
}

static void
assert_ascending(const char *const *list, size_t count)
{
	for (size_t i = 0; i < count; i++)
		for (size_t j = 0; j < count; j++)
			if (sign(text_compare(list[i], list[j])) != (i > j) - (i < j))
				fail_msg("\"%s\" and \"%s\" are out of order", list[i], list[j]);
}

#define ASSERT_ASCENDING(list) assert_ascending(list, sizeof(list) / sizeof((list)[0]))

static void
the_alphabet_has_35_letters(void **state)
{
	static const char *const letters[] = { "a", "A", "ą", "Ą", "b", "c", "ć", "d", "e", "ę",
		"f", "g", "h", "i", "j", "k", "l", "ł", "m", "n", "ń", "o", "ó", "p", "q", "r", "s",
		"ś", "t", "u", "v", "w", "x", "y", "z", "ź", "Ź", "ż", "Ż" };

	(void)state;
	ASSERT_ASCENDING(letters);
}

static void
towns_stand_as_in_a_polish_index(void **state)
{
	static const char *const towns[] = { "Ciechanów", "Ciechocinek", "Ćmielów", "Lublin",
		"Łódź", "Łódź Wschodnia", "Łódź-Zachód", "Nowa Sól", "Nowaki", "Nowy Sącz",
		"Nowy Targ", "Sopot", "Świdnik", "Zamość", "Żory" };

	(void)state;
	ASSERT_ASCENDING(towns);
}

static void
numbers_count_by_value_and_stand_before_letters(void **state)
{
	static const char *const texts[] = { "", "Rok 9", "Rok 009", "Rok 10", "Rok 10a",
		"Rok 123456789012345678901234567890", "Rok a" };
	static const char *const digits[] = { "2", "10", "a" };

	(void)state;
	/* "Rok 9" and "Rok 009" differ in bytes only. */
	assert_true(text_compare("Rok 009", "Rok 9") < 0);
	assert_true(text_compare("Rok 9", "Rok 10") < 0 && text_compare("Rok 009", "Rok 10") < 0);
	assert_ascending(texts + 3, 4);
	ASSERT_ASCENDING(digits);
}

static void
accents_case_and_punctuation_break_ties_only(void **state)
{
	static const char *const texts[] = { "Kędzierzyn Koźle", "Kędzierzyn-Koźle",
		"Kędzierzyna" };
	static const char *const accents[] = { "cafe", "Cafe", "café", "cafeteria" };
	static const char *const foreign[] = { "Strasse", "Straße", "Strassen", "zet", "Київ" };

	(void)state;
	ASSERT_ASCENDING(texts);
	ASSERT_ASCENDING(accents);
	ASSERT_ASCENDING(foreign);
	assert_int_equal(text_compare("Łódź", "Łódź"), 0);
	assert_true(text_compare("Łódz", "Ło" ACUTE "dź") < 0);
	assert_int_not_equal(text_compare("Łódź", "Ło" ACUTE "dź"), 0);
	assert_true(text_compare("Lódź", "Ło" ACUTE "dź") < 0);
	assert_true(text_compare("„Wieś", "Wieśniak") < 0);
}

static void
the_order_is_total_over_any_bytes(void **state)
{
	static const char *const pieces[] = { "a", "ą", "A", " ", "-", "0", "7", "10", "ß", ACUTE,
		"\xff", "é", "я" };
	enum { PIECES = sizeof(pieces) / sizeof(pieces[0]), COUNT = PIECES * PIECES };
	static char texts[COUNT][16];

	(void)state;
	for (int i = 0; i < COUNT; i++)
		snprintf(
			texts[i], sizeof(texts[i]), "%s%s", pieces[i / PIECES], pieces[i % PIECES]);
	for (int i = 0; i < COUNT; i++) {
		for (int j = 0; j < COUNT; j++) {
			int order = sign(text_compare(texts[i], texts[j]));

			assert_int_equal(order, -sign(text_compare(texts[j], texts[i])));
			assert_int_equal(order == 0, strcmp(texts[i], texts[j]) == 0);
			for (int k = 0; order < 0 && k < COUNT; k++)
				if (text_compare(texts[j], texts[k]) < 0 &&
					text_compare(texts[i], texts[k]) >= 0)
					fail_msg("\"%s\" < \"%s\" < \"%s\" is no order", texts[i],
						texts[j], texts[k]);
		}
	}
}

static void
only_the_given_bytes_are_compared(void **state)
{
	(void)state;
	assert_int_equal(text_compare_n("abc", 2, "abd", 2), 0);
	assert_true(text_compare_n("ab", 2, "abc", 3) < 0);
	assert_int_equal(text_compare_n("", 0, "", 0), 0);
	assert_true(text_compare_n("a\0b", 3, "a\0c", 3) < 0);
}

static void
a_long_name_is_folded_whole(void **state)
{
	char folded[128];

	(void)state;
	text_fold(folded, sizeof(folded), "Kędzierzyn-Koźle, gmina miejska, powiat kędzierzyński");
	assert_string_equal(folded, "kedzierzyn kozle gmina miejska powiat kedzierzynski");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(accents_and_case_fold_away),
		cmocka_unit_test(punctuation_folds_into_one_space),
		cmocka_unit_test(a_fold_that_does_not_fit_is_cut_at_a_whole_letter),
		cmocka_unit_test(every_word_of_the_needle_begins_a_word),
		cmocka_unit_test(the_alphabet_has_35_letters),
		cmocka_unit_test(towns_stand_as_in_a_polish_index),
		cmocka_unit_test(numbers_count_by_value_and_stand_before_letters),
		cmocka_unit_test(accents_case_and_punctuation_break_ties_only),
		cmocka_unit_test(the_order_is_total_over_any_bytes),
		cmocka_unit_test(only_the_given_bytes_are_compared),
		cmocka_unit_test(a_long_name_is_folded_whole),
	};

	i18n_start("pl");
	return cmocka_run_group_tests_name("order", tests, NULL, NULL);
}
