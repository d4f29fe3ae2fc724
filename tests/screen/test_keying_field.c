/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys of one field as a table: what is pressed, and what the answer is. */
#include "config.h"

#include "base/text.h"
#include "screens/keying/keying_field.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static const struct keyed_code sex[] = { { "1", "female", "", false, 0, false },
	{ "2", "male", "", false, 0, false },
	{ "9", "refused", "", false, MISSING_REFUSED, false } };
static const struct keyed_code ten[] = { { "1", "1", "", false, 0, false },
	{ "2", "2", "", false, 0, false }, { "3", "3", "", false, 0, true },
	{ "10", "10", "", false, 0, false } };
static const struct keyed_code scale[] = { { "0", "0", "", false, 0, false },
	{ "1", "1", "", false, 0, false }, { "2", "2", "", false, 0, false },
	{ "10", "10", "", false, 0, false } };
static const struct keyed_code places[] = { { "01", "a", "", false, 0, false },
	{ "02", "b", "", false, 0, false }, { "11", "k", "", false, 0, false } };
static const struct keyed_code services[] = { { "1", "bus", "", false, 0, false },
	{ "2", "school", "", false, 0, false }, { "3", "park", "", false, 0, false },
	{ "4", "library", "", false, 0, false }, { "0", "none", "", true, 0, false } };

#define CODES(list) list, sizeof(list) / sizeof(list)[0]

/* In keys: \n Enter, \b Backspace, u Up, d Down; text as it is. */
static const struct {
	const char *name;
	enum keyed_kind kind;
	enum keyed_date date;
	const struct keyed_code *codes;
	size_t code_count;
	int most;
	const char *stored, *keys;
	enum keyed result; /* of the last key */
	const char *value;
	enum missing missing;
} table[] = {
	{ "one digit answers", KEYED_ONE, 0, CODES(sex), 0, "", "2", KEYED_ANSWER, "male", 0 },
	{ "a printed exit has its reason", KEYED_ONE, 0, CODES(sex), 0, "", "9", KEYED_ANSWER,
		"refused", MISSING_REFUSED },
	{ "another digit is refused", KEYED_ONE, 0, CODES(sex), 0, "", "5", KEYED_REFUSED, "", 0 },
	{ "a letter is refused", KEYED_ONE, 0, CODES(sex), 0, "", "x", KEYED_REFUSED, "", 0 },
	{ "1 waits beside 10", KEYED_ONE, 0, CODES(ten), 0, "", "1", KEYED_WAITS, "", 0 },
	{ "Enter takes the 1", KEYED_ONE, 0, CODES(ten), 0, "", "1\n", KEYED_ANSWER, "1", 0 },
	{ "10 needs no Enter", KEYED_ONE, 0, CODES(ten), 0, "", "10", KEYED_ANSWER, "10", 0 },
	{ "2 beside 10 needs none", KEYED_ONE, 0, CODES(ten), 0, "", "2", KEYED_ANSWER, "2", 0 },
	{ "01 is 1 without Enter", KEYED_ONE, 0, CODES(ten), 0, "", "01", KEYED_ANSWER, "1", 0 },
	{ "13 is refused and leaves 1", KEYED_ONE, 0, CODES(ten), 0, "", "13", KEYED_REFUSED, "", 0 },
	{ "and Enter takes it then", KEYED_ONE, 0, CODES(ten), 0, "", "13\n", KEYED_ANSWER, "1", 0 },
	{ "a barred code is refused", KEYED_ONE, 0, CODES(ten), 0, "", "3", KEYED_REFUSED, "", 0 },
	{ "0 on a scale to 10 answers", KEYED_ONE, 0, CODES(scale), 0, "", "0", KEYED_ANSWER, "0", 0 },
	{ "codes of two digits", KEYED_ONE, 0, CODES(places), 0, "", "02", KEYED_ANSWER, "b", 0 },
	{ "their first digit waits", KEYED_ONE, 0, CODES(places), 0, "", "1", KEYED_WAITS, "", 0 },
	{ "Backspace takes it away", KEYED_ONE, 0, CODES(places), 0, "", "1\b02", KEYED_ANSWER, "b",
		0 },
	{ "half a code is no answer", KEYED_ONE, 0, CODES(places), 0, "", "0\n", KEYED_REFUSED, "",
		0 },
	{ "minus goes back", KEYED_ONE, 0, CODES(sex), 0, "", "-", KEYED_BACK, "", 0 },
	{ "minus takes a digit first", KEYED_ONE, 0, CODES(ten), 0, "", "1-", KEYED_WAITS, "", 0 },
	{ "and goes back then", KEYED_ONE, 0, CODES(ten), 0, "", "1--", KEYED_BACK, "", 0 },
	{ "Up goes back", KEYED_ONE, 0, CODES(sex), 0, "", "u", KEYED_BACK, "", 0 },
	{ "star is no answer", KEYED_ONE, 0, CODES(sex), 0, "", "*", KEYED_NO_ANSWER, "", 0 },
	{ "plus", KEYED_ONE, 0, CODES(sex), 0, "", "+", KEYED_REPEAT, "", 0 },
	{ "its twin", KEYED_ONE, 0, CODES(sex), 0, "", "=", KEYED_REPEAT, "", 0 },
	{ "point opens the reasons", KEYED_ONE, 0, CODES(sex), 0, "", ".", KEYED_REASONS, "", 0 },
	{ "comma too", KEYED_ONE, 0, CODES(sex), 0, "", ",", KEYED_REASONS, "", 0 },
	{ "slash ends a group", KEYED_ONE, 0, CODES(sex), 0, "", "/", KEYED_END_REPEAT, "", 0 },
	{ "Enter alone", KEYED_ONE, 0, CODES(sex), 0, "", "\n", KEYED_NEXT, "", 0 },

	{ "several wait for Enter", KEYED_SEVERAL, 0, CODES(services), 3, "", "13", KEYED_WAITS, "",
		0 },
	{ "several in their order", KEYED_SEVERAL, 0, CODES(services), 3, "", "31\n", KEYED_ANSWER,
		"park bus", 0 },
	{ "at most three", KEYED_SEVERAL, 0, CODES(services), 3, "", "1234", KEYED_REFUSED, "", 0 },
	{ "which leaves the three", KEYED_SEVERAL, 0, CODES(services), 3, "", "1234\n", KEYED_ANSWER,
		"bus school park", 0 },
	{ "none twice", KEYED_SEVERAL, 0, CODES(services), 3, "", "11", KEYED_REFUSED, "", 0 },
	{ "none beside none of these", KEYED_SEVERAL, 0, CODES(services), 3, "", "10", KEYED_REFUSED,
		"", 0 },
	{ "nor behind it", KEYED_SEVERAL, 0, CODES(services), 3, "", "01", KEYED_REFUSED, "", 0 },
	{ "alone it is an answer", KEYED_SEVERAL, 0, CODES(services), 3, "", "0\n", KEYED_ANSWER,
		"none", 0 },
	{ "minus takes the last one back", KEYED_SEVERAL, 0, CODES(services), 3, "", "12-\n",
		KEYED_ANSWER, "bus", 0 },
	{ "what stood there stays", KEYED_SEVERAL, 0, CODES(services), 3, "bus park", "\n",
		KEYED_NEXT, "", 0 },
	{ "a code begins anew", KEYED_SEVERAL, 0, CODES(services), 3, "bus park", "2\n",
		KEYED_ANSWER, "school", 0 },
	{ "Backspace changes it", KEYED_SEVERAL, 0, CODES(services), 3, "bus park", "\b4\n",
		KEYED_ANSWER, "bus library", 0 },
	{ "what was all taken away is not what stood there", KEYED_SEVERAL, 0, CODES(services), 3,
		"bus park", "\b\b\n", KEYED_REFUSED, "", 0 },
	{ "Enter where nothing stood", KEYED_SEVERAL, 0, CODES(services), 3, "", "1\b\n", KEYED_NEXT,
		"", 0 },
	{ "half a code taken back leaves the beginning", KEYED_SEVERAL, 0, CODES(ten), 0, "2 10",
		"1\b2\n", KEYED_ANSWER, "2", 0 },
	{ "a last code is taken with Enter", KEYED_SEVERAL, 0, CODES(ten), 0, "", "21\n",
		KEYED_ANSWER, "2 1", 0 },

	{ "a whole number", KEYED_WHOLE, 0, NULL, 0, 0, "", "1980\n", KEYED_ANSWER, "1980", 0 },
	{ "without leading zeros", KEYED_WHOLE, 0, NULL, 0, 0, "", "007\n", KEYED_ANSWER, "7", 0 },
	{ "zero", KEYED_WHOLE, 0, NULL, 0, 0, "", "0\n", KEYED_ANSWER, "0", 0 },
	{ "no point in it", KEYED_WHOLE, 0, NULL, 0, 0, "", "12.", KEYED_REFUSED, "", 0 },
	{ "point first is the reasons", KEYED_WHOLE, 0, NULL, 0, 0, "", ".", KEYED_REASONS, "", 0 },
	{ "not endless", KEYED_WHOLE, 0, NULL, 0, 0, "", "1234567890123456", KEYED_REFUSED, "", 0 },
	{ "slash behind digits makes them negative", KEYED_WHOLE, 0, NULL, 0, 0, "", "12/\n",
		KEYED_ANSWER, "-12", 0 },
	{ "and positive again", KEYED_WHOLE, 0, NULL, 0, 0, "", "12//\n", KEYED_ANSWER, "12", 0 },
	{ "digits may follow", KEYED_WHOLE, 0, NULL, 0, 0, "", "1/02\n", KEYED_ANSWER, "-102", 0 },
	{ "no sign without a digit", KEYED_WHOLE, 0, NULL, 0, 0, "", "1/-\n", KEYED_NEXT, "", 0 },
	{ "zero has no sign", KEYED_WHOLE, 0, NULL, 0, 0, "", "00/\n", KEYED_ANSWER, "0", 0 },
	{ "a decimal below zero", KEYED_DECIMAL, 0, NULL, 0, 0, "", "0.5/\n", KEYED_ANSWER, "-0.5",
		0 },
	{ "fifteen digits and a sign", KEYED_WHOLE, 0, NULL, 0, 0, "", "123456789012345/\n",
		KEYED_ANSWER, "-123456789012345", 0 },
	{ "a decimal", KEYED_DECIMAL, 0, NULL, 0, 0, "", "12.5\n", KEYED_ANSWER, "12.5", 0 },
	{ "with a comma", KEYED_DECIMAL, 0, NULL, 0, 0, "", "0,75\n", KEYED_ANSWER, "0.75", 0 },
	{ "one point only", KEYED_DECIMAL, 0, NULL, 0, 0, "", "1.5.", KEYED_REFUSED, "", 0 },
	{ "not at the end", KEYED_DECIMAL, 0, NULL, 0, 0, "", "1.\n", KEYED_REFUSED, "", 0 },

	{ "eight digits are a date", KEYED_DATE, KEYED_DAY, NULL, 0, 0, "", "22112026",
		KEYED_ANSWER, "2026-11-22", 0 },
	{ "with points", KEYED_DATE, KEYED_DAY, NULL, 0, 0, "", "1.2.2026\n", KEYED_ANSWER,
		"2026-02-01", 0 },
	{ "with hyphens", KEYED_DATE, KEYED_DAY, NULL, 0, 0, "", "1-2-2026\n", KEYED_ANSWER,
		"2026-02-01", 0 },
	{ "no 31 February", KEYED_DATE, KEYED_DAY, NULL, 0, 0, "", "31022026", KEYED_REFUSED, "",
		0 },
	{ "which is keyed anew", KEYED_DATE, KEYED_DAY, NULL, 0, 0, "", "3102202628022026",
		KEYED_ANSWER, "2026-02-28", 0 },
	{ "29 February in a leap year", KEYED_DATE, KEYED_DAY, NULL, 0, 0, "", "29022024",
		KEYED_ANSWER, "2024-02-29", 0 },
	{ "month and year", KEYED_DATE, KEYED_MONTH, NULL, 0, 0, "", "112026\n", KEYED_ANSWER,
		"2026-11", 0 },
	{ "a year", KEYED_DATE, KEYED_YEAR, NULL, 0, 0, "", "1998\n", KEYED_ANSWER, "1998", 0 },
	{ "half a date", KEYED_DATE, KEYED_DAY, NULL, 0, 0, "", "2211\n", KEYED_REFUSED, "", 0 },
	{ "two points", KEYED_DATE, KEYED_DAY, NULL, 0, 0, "", "1..", KEYED_REFUSED, "", 0 },
	{ "minus first goes back", KEYED_DATE, KEYED_DAY, NULL, 0, 0, "", "-", KEYED_BACK, "", 0 },

	{ "a text", KEYED_TEXT, 0, NULL, 0, 0, "", "Ala - 2 + 3.  \n", KEYED_ANSWER, "Ala - 2 + 3.",
		0 },
	{ "an empty text", KEYED_TEXT, 0, NULL, 0, 0, "", " \n", KEYED_REFUSED, "", 0 },
	{ "star before a text", KEYED_TEXT, 0, NULL, 0, 0, "", "*", KEYED_NO_ANSWER, "", 0 },
	{ "star when the text was taken away", KEYED_TEXT, 0, NULL, 0, 0, "", "ab\b\b*",
		KEYED_NO_ANSWER, "", 0 },
	{ "star when what stood was taken away", KEYED_TEXT, 0, NULL, 0, 0, "ab", "\b\b*",
		KEYED_NO_ANSWER, "", 0 },
	{ "star when letters of two bytes were taken away", KEYED_TEXT, 0, NULL, 0, 0, "", "ąż\b\b*",
		KEYED_NO_ANSWER, "", 0 },
	{ "a text begins with a sign behind a blank", KEYED_TEXT, 0, NULL, 0, 0, "", " +48 12\n",
		KEYED_ANSWER, "+48 12", 0 },
	{ "a text of a star", KEYED_TEXT, 0, NULL, 0, 0, "", " *\n", KEYED_ANSWER, "*", 0 },
	{ "nothing but blanks, then a text", KEYED_TEXT, 0, NULL, 0, 0, "", "   \nx\n", KEYED_ANSWER,
		"x", 0 },
	{ "minus before a text", KEYED_TEXT, 0, NULL, 0, 0, "stood", "-", KEYED_BACK, "", 0 },
	{ "a text that stood", KEYED_TEXT, 0, NULL, 0, 0, "stood", "\n", KEYED_NEXT, "", 0 },
	{ "goes on from there", KEYED_TEXT, 0, NULL, 0, 0, "stood", "s\n", KEYED_ANSWER, "stoods",
		0 },
};

static struct event
event_of(const char **at)
{
	size_t used;
	long c = text_decode(*at, strlen(*at), &used);

	*at += used;
	return event_key(c == '\n' ? KEYS_ENTER : c == '\b' ? KEYS_BACKSPACE : (int)c);
}

static enum keyed
press(struct keying_field *f, const char *keys, struct error *err)
{
	enum keyed result = KEYED_PASS;

	for (const char *at = keys; *at;) {
		struct event event = event_of(&at);

		if (f->kind != KEYED_TEXT && (event.key == 'u' || event.key == 'd'))
			event = event_key(event.key == 'u' ? KEYS_UP : KEYS_DOWN);
		error_clear(err);
		result = keying_field_event(f, &event, err);
	}
	return result;
}

static void
each_key_means_one_thing(void **state)
{
	static char buffer[64];
	int bad = 0;

	(void)state;
	for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
		struct keying_field f = { .kind = table[i].kind,
			.date = table[i].date,
			.codes = table[i].codes,
			.code_count = (int)table[i].code_count,
			.most = table[i].most,
			.edit = { .text = buffer, .size = sizeof buffer } };
		struct error err = { 0 };
		enum keyed result;
		const char *value;

		keying_field_start(&f, table[i].stored);
		result = press(&f, table[i].keys, &err);
		value = f.kind == KEYED_TEXT ? buffer : f.value;
		if (result == table[i].result && (result == KEYED_REFUSED) == (err.code != 0) &&
			(result != KEYED_ANSWER || (strcmp(value, table[i].value) == 0 &&
							   f.missing == table[i].missing)))
			continue;
		bad++;
		print_message("# %s: %d \"%s\" %s\n", table[i].name, (int)result, value, err.text);
	}
	assert_int_equal(bad, 0);
}

static void
a_pasted_page_is_refused_as_a_whole(void **state)
{
	struct keying_field f = { .kind = KEYED_ONE, .codes = sex, .code_count = 3 };
	struct event paste = { .type = EVENT_PASTE, .paste = "1\n2\n1\n9\n" };
	struct error err = { 0 };

	(void)state;
	keying_field_start(&f, "");
	assert_int_equal(keying_field_event(&f, &paste, &err), KEYED_REFUSED);
	assert_string_equal(f.typed, "");
	assert_true(err.text[0] != '\0');
}

static void
a_text_over_the_limit_is_refused_and_the_typed_stays(void **state)
{
	static char buffer[50000], page[20001];
	struct keying_field f = { .kind = KEYED_TEXT,
		.edit = { .text = buffer, .size = sizeof buffer } };
	struct event paste = { .type = EVENT_PASTE, .paste = page };
	struct error err = { 0 };

	(void)state;
	memset(page, 'a', 9999);
	keying_field_start(&f, "");
	assert_int_equal(keying_field_event(&f, &paste, &err), KEYED_WAITS);
	assert_int_equal(press(&f, "ł", &err), KEYED_WAITS);
	assert_int_equal(strlen(buffer), 10001);
	assert_int_equal(press(&f, "b", &err), KEYED_REFUSED);
	assert_int_equal(strlen(buffer), 10001);
	memset(page, 'a', 20000);
	assert_int_equal(keying_field_event(&f, &paste, &err), KEYED_REFUSED);
	assert_int_equal(strlen(buffer), 10001);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_key_means_one_thing),
		cmocka_unit_test(a_pasted_page_is_refused_as_a_whole),
		cmocka_unit_test(a_text_over_the_limit_is_refused_and_the_typed_stays),
	};

	return cmocka_run_group_tests_name("keys of a field", tests, NULL, NULL);
}
