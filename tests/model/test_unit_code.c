/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Codes of units in all their forms. */
#include "config.h"

#include "model/units/unit.h"
#include "model/units/unit_city.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static void
codes_of_every_form_give_key_level_and_kind(void **state)
{
	static const struct { const char *text, *key; enum unit_level level; char kind; } good[] = {
		{ "00", "00", LEVEL_COUNTRY, 0 }, { "0000000", "00", LEVEL_COUNTRY, 0 },
		{ "02", "02", LEVEL_VOIVODESHIP, 0 }, { "0200000", "02", LEVEL_VOIVODESHIP, 0 },
		{ "0201", "0201", LEVEL_POWIAT, 0 }, { "0201000", "0201", LEVEL_POWIAT, 0 },
		{ "020101", "020101", LEVEL_GMINA, 0 }, { "0201011", "020101", LEVEL_GMINA, '1' },
		{ "0201034", "020103-4", LEVEL_PART, '4' }, { "020103-5", "020103-5", LEVEL_PART, '5' },
		{ "1465028", "146502", LEVEL_DISTRICT, '8' }, { "1261029", "126102", LEVEL_DISTRICT, '9' },
		{ "1431001", "143100-1", LEVEL_GMINA, '1' }, { "143100-1", "143100-1", LEVEL_GMINA, '1' },
		/* 10 digits */
		{ "1101506000", "1006", LEVEL_POWIAT, 0 }, { "4081361000", "0861", LEVEL_POWIAT, 0 },
		{ "0000000000", "00", LEVEL_COUNTRY, 0 }, { "1100000000", "10", LEVEL_VOIVODESHIP, 0 },
		{ "1101500000", "1101500000", LEVEL_REGION, 0 },
		/* 12 digits, and 11 when a spreadsheet took the zero */
		{ "011212001011", "120101", LEVEL_GMINA, '1' }, { "11212001011", "120101", LEVEL_GMINA, '1' },
		{ "000000000000", "00", LEVEL_COUNTRY, 0 }, { "011200000000", "12", LEVEL_VOIVODESHIP, 0 },
		{ "010000000000", "010000000000", LEVEL_REGION, 0 },
		{ "071427300000", "071427300000", LEVEL_REGION, 0 },
		{ "71427300000", "071427300000", LEVEL_REGION, 0 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(good) / sizeof(good[0]); i++) {
		struct error err = { .code = ERROR_NONE };
		struct unit_code code;

		if (unit_code_parse(good[i].text, strlen(good[i].text), &code, &err) < 0)
			fail_msg("%s: %s", good[i].text, err.text);
		assert_string_equal(code.key, good[i].key);
		assert_int_equal(code.level, good[i].level);
		assert_int_equal(code.kind, good[i].kind);
		assert_true(unit_code_number(good[i].text, strlen(good[i].text)) ==
			unit_code_number(code.key, strlen(code.key)));
	}
}

static void
impossible_codes_are_refused_with_the_reason(void **state)
{
	static const struct { const char *text, *why; } bad[] = {
		{ "", "digits" }, { "02010", "digits" }, { "020", "digits" }, { "0201011222222", "digits" },
		{ "0301011", "even" }, { "3401011", "even" }, { "0001011", "even" }, { "99", "even" },
		{ "0200011", "powiat" }, { "0201017", "kind" }, { "0201016", "kind" }, { "0201002", "seventh" },
		{ "020a011", "consists" }, { "02 1011", "consists" }, { "0201-11", "consists" },
		{ "020103-3", "-4" }, { "011200000011", "powiat" }, { "9101506000", "begins" }, { "991212001011", "begins" }, { "1031500000", "even" },
		{ "-201011", "consists" }, { "020101\xc5\x82", "digits" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		struct error err = { .code = ERROR_NONE };
		struct unit_code code;

		assert_int_equal(unit_code_parse(bad[i].text, strlen(bad[i].text), &code, &err), -1);
		if (!strstr(err.text, bad[i].why))
			fail_msg("%s: %s", bad[i].text, err.text);
		assert_true(unit_code_number(bad[i].text, strlen(bad[i].text)) == 0);
	}
}

static void
the_kind_of_a_whole_unit_does_not_change_its_number(void **state)
{
	(void)state;
	assert_true(unit_code_number("1214022", 7) == unit_code_number("1214023", 7));
	assert_true(unit_code_number("1214022", 7) == unit_code_number("121402", 6));
	assert_true(unit_code_number("1214024", 7) != unit_code_number("1214023", 7));
	assert_true(unit_code_number("1431001", 7) != unit_code_number("1431000", 7));
}

/* The quick way for seven digits must agree with the slow one for all of them. */
static void
every_seven_digits_have_the_number_of_their_key(void **state)
{
	(void)state;
	for (unsigned n = 0; n < 10000000; n += n % 1000 < 30 ? 1 : 37) {
		struct error err = { .code = ERROR_NONE };
		struct unit_code code;
		char text[16];
		uint64_t number;

		snprintf(text, sizeof(text), "%07u", n % 10000000);
		number = unit_code_number(text, 7);
		if (unit_code_parse(text, 7, &code, &err) < 0)
			assert_true(number == 0);
		else
			assert_true(number != 0 && number == unit_code_number(code.key, strlen(code.key)));
	}
}

static void
a_lost_zero_is_put_back(void **state)
{
	char text[UNIT_CODE_SIZE];

	(void)state;
	assert_int_equal(unit_code_restore("201011", 6, text), 7);
	assert_string_equal(text, "0201011");
	unit_code_restore("0", 1, text);
	assert_string_equal(text, "0000000");
	unit_code_restore("11212001011", 11, text);
	assert_string_equal(text, "011212001011");
	unit_code_restore("1465011", 7, text);
	assert_string_equal(text, "1465011");
}

static void
a_city_with_powiat_rights_has_two_codes(void **state)
{
	char text[UNIT_CODE_SIZE];

	(void)state;
	assert_string_equal(unit_code_twin("1061", text), "106101");
	assert_string_equal(unit_code_twin("106101", text), "1061");
	assert_string_equal(unit_code_twin("0201", text), "");
	assert_string_equal(unit_code_twin("020101", text), "");
	assert_string_equal(unit_code_twin("106102", text), "");
	assert_string_equal(unit_code_twin("02", text), "");
	assert_true(unit_code_same("146501", "1465"));
	assert_true(unit_code_same("0201", "0201"));
	assert_false(unit_code_same("0201", "020101"));
	assert_true(unit_code_same("", ""));
	assert_false(unit_code_same("", "1465"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(codes_of_every_form_give_key_level_and_kind),
		cmocka_unit_test(impossible_codes_are_refused_with_the_reason),
		cmocka_unit_test(the_kind_of_a_whole_unit_does_not_change_its_number),
		cmocka_unit_test(every_seven_digits_have_the_number_of_their_key),
		cmocka_unit_test(a_lost_zero_is_put_back),
		cmocka_unit_test(a_city_with_powiat_rights_has_two_codes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
