/* SPDX-License-Identifier: GPL-3.0-or-later */
/* UTF-8 text: what is let in, how wide it is, how it is folded and ordered. */
#include "config.h"

#include "base/i18n.h"
#include "base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define ACUTE "\xcc\x81"

static size_t
forbidden(const char *text)
{
	return text_forbidden(text, strlen(text));
}

static void
every_character_survives_encoding_and_decoding(void **state)
{
	(void)state;
	for (long c = 0; c <= 0x10ffff; c++) {
		char bytes[4];
		size_t length, used;

		if (c == 0xd800)
			c = 0xe000;
		length = text_encode(bytes, c);
		if (text_decode(bytes, length, &used) != c || used != length)
			fail_msg("U+%lX does not come back", (unsigned long)c);
	}
}

static void
ill_formed_bytes_are_found_where_they_stand(void **state)
{
	static const struct {
		const char *text;
		size_t at;
	} cases[] = {
		{ "Łódź", 7 },
		{ "", 0 },
		{ "ab\x80", 2 },
		{ "ab\xc0\xaf", 2 },
		{ "\xc1\xbf", 0 },
		{ "a\xe0\x9f\xbf", 1 },
		{ "a\xed\xa0\x80", 1 },
		{ "a\xf0\x8f\xbf\xbf", 1 },
		{ "a\xf4\x90\x80\x80", 1 },
		{ "a\xf5\x80\x80\x80", 1 },
		{ "a\xc5", 1 },
		{ "a\xe2\x82", 1 },
		{ "a\xc5z", 1 },
		{ "zażółć gęślą jaźń \xff", 27 },
		{ "0123456789abcdef\x9f", 16 },
		{ "𝔊", 4 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		assert_int_equal(text_valid(cases[i].text, strlen(cases[i].text)), cases[i].at);
}

static void
a_cut_character_is_one_ill_formed_piece(void **state)
{
	size_t used;

	(void)state;
	assert_int_equal(text_decode("\xe2\x82", 2, &used), -1);
	assert_int_equal(used, 2);
	assert_int_equal(text_decode("\xe2z", 2, &used), -1);
	assert_int_equal(used, 1);
	assert_int_equal(text_decode("\xe2\x82\xac", 2, &used), -1);
}

static void
hostile_characters_are_forbidden(void **state)
{
	static const char *const bad[] = { "\x1b[2J", "\a", "\t", "\n", "\r", "\x7f", "\xc2\x9b",
		"\xc2\xad", "\xd8\x9c", "\xe2\x80\x8b", "\xe2\x80\x8d", "\xe2\x80\x8e",
		"\xe2\x80\xa8", "\xe2\x80\xae", "\xe2\x81\xa0", "\xe2\x81\xa6", "\xef\xb8\x8f",
		"\xef\xbb\xbf", "\xef\xbf\xbe", "\xef\xb7\x90", "\xf3\xa0\x81\x81",
		"\xf4\x8f\xbf\xbf", "\xed\xa0\x80", "\xff" };

	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		char text[64];

		assert_int_equal(forbidden(bad[i]), 0);
		for (int lead = 1; lead < 20; lead++) {
			snprintf(text, sizeof(text), "%.*s%sxyz", lead, "Zdunska Wola, gmina",
				bad[i]);
			assert_int_equal(forbidden(text), lead);
		}
	}
	assert_int_equal(text_forbidden("a\0b", 3), 1);
}

static void
ordinary_text_is_let_in(void **state)
{
	static const char *const good[] = { "", "Łódź", "„Wieś” – 50 % §", "zażółć gęślą jaźń",
		"a\xc2\xa0"
		"b",
		"e" ACUTE, "Київ", "日本", "😀", "~ !", "€ ½ ²", "Straße Žižkov" };

	(void)state;
	for (size_t i = 0; i < sizeof(good) / sizeof(good[0]); i++)
		assert_int_equal(forbidden(good[i]), strlen(good[i]));
}

static void
text_of_several_lines_is_asked_line_by_line(void **state)
{
	(void)state;
	assert_true(text_storable("", ""));
	assert_true(text_storable("Łódź", ""));
	assert_false(text_storable("Łódź\n", ""));
	assert_false(text_storable("a\tb", "\n"));
	assert_true(text_storable("a\tb\n", "\n\t"));
	assert_true(text_storable("\nŁódź\n\nWieś", "\n"));
	assert_true(text_storable("Wieś\n", "\n"));
	assert_false(text_storable("Wieś\n\xe2\x80\x8b", "\n"));
	assert_false(text_storable("\x1b\nWieś", "\n"));
	/* A character that a line cuts is none. */
	assert_false(text_storable("\xc5\n\x82", "\n"));
}

static void
one_byte_among_megabytes_is_found(void **state)
{
	enum { SIZE = 8 << 20 };
	char *text = malloc(SIZE);

	(void)state;
	memset(text, 'a', SIZE);
	assert_int_equal(text_forbidden(text, SIZE), SIZE);
	text[SIZE - 1] = '\x1b';
	assert_int_equal(text_forbidden(text, SIZE), SIZE - 1);
	free(text);
}

static void
assert_clean(const char *text, const char *expected)
{
	char clean[64];

	assert_string_equal(text_clean(clean, sizeof(clean), text), expected);
}

static void
nothing_hostile_reaches_the_screen(void **state)
{
	(void)state;
	assert_clean("Łódź", "Łódź");
	assert_clean("a\x1b[31mb", "a\xef\xbf\xbd[31mb");
	assert_clean("a\nb", "a\xef\xbf\xbd"
			     "b");
	assert_clean("a\xe2\x80\xae"
		     "b",
		"a\xef\xbf\xbd"
		"b");
	assert_clean("\xc5", "\xef\xbf\xbd");
	assert_clean("\xff\xfe", "\xef\xbf\xbd\xef\xbf\xbd");
	assert_clean("e" ACUTE ACUTE ACUTE ACUTE "x", "e" ACUTE ACUTE "x");
}

static void
lines_are_joined_where_there_is_room_for_one(void **state)
{
	char line[64];

	(void)state;
	assert_string_equal(
		text_clean_line(line, sizeof line, "old \r\n\n\tpipes\nand"), "old pipes and");
	assert_string_equal(text_clean_line(line, sizeof line, "\n ends \n"), "ends");
	assert_string_equal(
		text_clean_line(line, sizeof line, "two  blanks\x1b"), "two  blanks\xef\xbf\xbd");
	assert_string_equal(text_clean_line(line, 5, "old\npipes"), "old ");
}

static void
a_cleaned_text_is_cut_at_a_whole_character(void **state)
{
	char small[6];

	(void)state;
	assert_string_equal(text_clean(small, sizeof(small), "Łódź"), "Łód");
	assert_string_equal(text_clean(small, 5, "Łódź"), "Łó");
	assert_string_equal(text_clean(small, 3, "\x1b"), "");
	assert_string_equal(text_clean(small, 1, "a"), "");
}

static void
a_copy_ends_at_a_whole_character(void **state)
{
	char small[6];

	(void)state;
	assert_string_equal(text_copy(small, 6, "Łódź"), "Łód");
	assert_string_equal(text_copy(small, 5, "Łódź"), "Łó");
	assert_string_equal(text_copy(small, 4, "Łódź"), "Ł");
	assert_string_equal(text_copy(small, 6, "abcde"), "abcde");
	assert_string_equal(text_copy(small, 6, "abcdef"), "abcde");
	assert_string_equal(text_copy(small, 6, "😀😀"), "😀");
	assert_string_equal(text_copy(small, 1, "a"), "");
}

static void
quotes_in_a_name_are_others_than_those_around_it(void **state)
{
	char name[64];

	(void)state;
	assert_string_equal(
		text_quotable(name, sizeof(name), "Ocena „Łódź” ąęł"), "Ocena «Łódź» ąęł");
	assert_string_equal(text_quotable(name, sizeof(name), "“a” \"b\""), "«a» «b»");
	assert_string_equal(text_quotable(name, sizeof(name), "bez"), "bez");
	assert_string_equal(text_quotable(name, sizeof(name), ""), "");
	assert_string_equal(text_quotable(name, 4, "ab„c”"), "ab");
}

static void
a_letter_and_its_marks_are_one_cluster(void **state)
{
	const char *text = "z" ACUTE "ół";

	(void)state;
	assert_int_equal(text_cluster(text), 3);
	assert_int_equal(text_cluster(text + 3), 2);
	assert_int_equal(text_cluster(""), 0);
	assert_int_equal(text_cluster("\xff"
				      "a"),
		1);
	assert_int_equal(text_cluster_before(text, strlen(text)), 2);
	assert_int_equal(text_cluster_before(text, 3), 3);
	assert_int_equal(text_cluster_before(text, 0), 0);
	assert_int_equal(text_cluster_before("a\xff", 2), 1);
	assert_int_equal(text_cluster_before("a\x80\x80", 3), 1);
	assert_int_equal(text_cluster_before(ACUTE, 2), 2);
}

static void
width_counts_columns_not_bytes(void **state)
{
	(void)state;
	assert_int_equal(text_width("Łódź"), 4);
	assert_int_equal(text_width("z" ACUTE), 1);
	assert_int_equal(text_width("日本"), 4);
	assert_int_equal(text_width(""), 0);
	assert_int_equal(text_width("a\xff"), 2);
	assert_int_equal(text_fit("Łódź", 2), 4);
	assert_int_equal(text_fit("日本", 3), 3);
	assert_int_equal(text_fit("z" ACUTE "x", 1), 3);
	assert_int_equal(text_fit("abc", 0), 0);
	assert_int_equal(text_fit("abc", 9), 3);
}

static void
composing_makes_polish_letters(void **state)
{
	char text[] = "z" ACUTE "o" ACUTE "l\xcc\xb5"
		      "a\xcc\xa8 Z\xcc\x87 e" ACUTE " " ACUTE;

	(void)state;
	assert_int_equal(text_compose(text), strlen("źółą Ż e" ACUTE " " ACUTE));
	assert_string_equal(text, "źółą Ż e" ACUTE " " ACUTE);
}

static void
lower_case_keeps_accents(void **state)
{
	char text[64];

	(void)state;
	assert_string_equal(text_lower(text, sizeof(text), "ZAŻÓŁĆ GĘŚLĄ JAŹŃ Ÿ Ž Ö × ß İ"),
		"zażółć gęślą jaźń ÿ ž ö × ß i");
	assert_string_equal(text_lower(text, sizeof(text), "КИЇВ ΑΘΗΝΑ"), "київ αθηνα");
	assert_string_equal(text_lower(text, 4, "ŁÓDŹ"), "ł");
	assert_string_equal(text_lower(text, sizeof(text), "A\xff"), "a\xff");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_character_survives_encoding_and_decoding),
		cmocka_unit_test(ill_formed_bytes_are_found_where_they_stand),
		cmocka_unit_test(a_cut_character_is_one_ill_formed_piece),
		cmocka_unit_test(hostile_characters_are_forbidden),
		cmocka_unit_test(ordinary_text_is_let_in),
		cmocka_unit_test(text_of_several_lines_is_asked_line_by_line),
		cmocka_unit_test(one_byte_among_megabytes_is_found),
		cmocka_unit_test(nothing_hostile_reaches_the_screen),
		cmocka_unit_test(lines_are_joined_where_there_is_room_for_one),
		cmocka_unit_test(a_cleaned_text_is_cut_at_a_whole_character),
		cmocka_unit_test(a_copy_ends_at_a_whole_character),
		cmocka_unit_test(quotes_in_a_name_are_others_than_those_around_it),
		cmocka_unit_test(a_letter_and_its_marks_are_one_cluster),
		cmocka_unit_test(width_counts_columns_not_bytes),
		cmocka_unit_test(composing_makes_polish_letters),
		cmocka_unit_test(lower_case_keeps_accents),
	};

	/* Width is the locale's word: an 8-bit one knows no combining marks and no ideographs. */
	setenv("LC_ALL", "C.UTF-8", 1);
	i18n_start("pl");
	return cmocka_run_group_tests_name("text", tests, NULL, NULL);
}
