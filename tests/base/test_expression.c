/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Expressions of questionnaires, against what ODK documents. */
#include "base/expression.h"

#include "base/csv.h"
#include "base/i18n.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* The questions that every row of the tables can name. */
static const struct { const char *name, *texts[5]; int count; } questions[] = {
	{ "age", { "42" }, 1 }, { "zero", { "0" }, 1 }, { "negative", { "-7" }, 1 },
	{ "income", { "1500.5" }, 1 }, { "comma", { "3,5" }, 1 }, { "empty", { "" }, 1 },
	{ "consent", { "yes" }, 1 }, { "name", { "Maria da Silva" }, 1 },
	{ "spaced", { "  padded \t out " }, 1 }, { "services", { "water power" }, 1 },
	{ "one", { "water" }, 1 }, { "date", { "2026-08-07" }, 1 },
	{ "stamp", { "2026-08-07T06:31:13.834-03:00" }, 1 }, { "polish", { "Łódź" }, 1 },
	{ "ages", { "34", "7", "19" }, 3 }, { "names", { "Ana", "Bia", "Caio" }, 3 },
	{ "holes", { "3", "", "5" }, 3 }, { "yeses", { "yes", "no", "yes" }, 3 },
	{ "nobody", { NULL }, 0 }, { "project_role_project-alpha", { "role-a role-b" }, 1 },
	{ "q.1", { "dot" }, 1 }, { "_x", { "under" }, 1 },
};

struct counter {
	int asked;
};

static int
values(void *context, const char *name, struct expression_values *out)
{
	struct counter *counter = context;

	counter->asked++;
	for (size_t i = 0; i < sizeof questions / sizeof questions[0]; i++)
		if (strcmp(questions[i].name, name) == 0) {
			out->texts = questions[i].texts;
			out->count = questions[i].count;
			return 0;
		}
	return -1;
}

static int
column(void *context, const char *name, struct expression_values *out)
{
	(void)context;
	*out = (struct expression_values){ .text = "lodzkie", .count = 1 };
	return strcmp(name, "region") == 0 ? 0 : -1;
}

static int
label(void *context, const char *question, const char *choice, const char **out)
{
	static char text[100];

	(void)context;
	snprintf(text, sizeof text, "%s of %s", choice, question);
	*out = text;
	return strcmp(question, "services") == 0 ? 0 : -1;
}

static struct counter counter;
static struct expression_scope scope = { &counter, values, column, label, NULL, 2 };

static struct expression *
compiled(const char *text)
{
	struct expression *e;
	struct error err = { 0 };

	if (expression_compile(&e, text, EXPRESSION_RULE, &err) != 0)
		fail_msg("%s: %s", text, err.text);
	return e;
}

struct row {
	const char *expression, *own, *expected; /* as text */
};

static const struct row documented[] = {
	/* operators */
	{ "1 + 1", "", "2" }, { "${age} + ${income}", "", "1542.5" }, { "${age} - 50", "", "-8" },
	{ "${income} * 1.2", "", "1800.6" }, { "${age} div 100", "", "0.42" },
	{ "(${age} mod 2) = 0", "", "true" }, { "7 mod 3", "", "1" }, { "-7 mod 3", "", "-1" },
	{ "1 div 0", "", "Infinity" }, { "-1 div 0", "", "-Infinity" }, { "0 div 0", "", "" },
	{ "2 + 3 * 4", "", "14" }, { "(2 + 3) * 4", "", "20" }, { "10 - 4 - 3", "", "3" },
	{ "100 div 10 div 2", "", "5" }, { "- -3", "", "3" }, { "-${age}", "", "-42" },
	{ "${empty} + 1", "", "" }, { "${comma} * 2", "", "7" }, { "0.1 + 0.2 = 0.3", "", "true" },
	{ "${consent} = 'yes'", "", "true" }, { "${consent} != 'yes'", "", "false" },
	{ "${age} > 17", "", "true" }, { "${age} >= 42", "", "true" }, { "${age} < 42", "", "false" },
	{ "${age} <= 42", "", "true" }, { "${age} = 42.0", "", "true" }, { "${age} = '42.0'", "", "false" },
	{ "${empty} > 17", "", "false" }, { "${empty} < 17", "", "false" }, { "${empty} = ''", "", "true" },
	{ "${empty} = 0", "", "false" }, { "${age} > -1 and ${age} < 120", "", "true" },
	{ "${age} < 19 or ${age} > 64", "", "false" }, { "true() or false() and false()", "", "true" },
	{ "1 < 2 = true()", "", "true" }, { "'a' or ''", "", "true" }, { "${empty} or ${zero}", "", "true" },
	{ ". >= 18", "20", "true" }, { ". >= 18", "17", "false" }, { ". >= 18", "", "false" },
	{ ".", "abc", "abc" }, { ".*2", "21", "42" }, { ".5 + .", "1", "1.5" },
	{ "position(..)", "", "2" }, { "${ages} > 30", "", "true" }, { "${ages} > 40", "", "false" },
	{ "${nobody} = ''", "", "false" }, { "count(${ages} | ${holes})", "", "6" },
	{ "join('-', concat('a', 'b') | ${names} | 1.50)", "", "ab-Ana-Bia-Caio-1.5" },
	/* control */
	{ "if(${age} > 17, 'adult', 'child')", "", "adult" }, { "if(${empty}, 1, 2)", "", "2" },
	{ "if('', 'a', 'b')", "", "b" }, { "once('first')", "", "first" }, { "once('first')", "kept", "kept" },
	{ "coalesce(${empty}, 'x')", "", "x" }, { "coalesce(${age}, 'x')", "", "42" },
	{ "coalesce(${empty}, ${empty})", "", "" }, { "coalesce(${nobody}, 5)", "", "5" },
	/* choices */
	{ "selected(${services}, 'water')", "", "true" }, { "selected(${services}, 'wat')", "", "false" },
	{ "selected(., 'power')", "water power", "true" }, { "selected(${empty}, 'water')", "", "false" },
	{ "selected(${services}, ' power ')", "", "true" }, { "selected('1 2 3', 2)", "", "true" },
	{ "selected(${services}, 'water power')", "", "false" },
	{ "selected(${project_role_project-alpha}, 'role-b')", "", "true" },
	{ "selected-at(${services}, 0)", "", "water" }, { "selected-at(${services}, 1)", "", "power" },
	{ "selected-at(${services}, 2)", "", "" }, { "selected-at(${services}, -1)", "", "" },
	{ "count-selected(${services})", "", "2" }, { "count-selected(.)=3", "a b c", "true" },
	{ "count-selected(${empty})", "", "0" }, { "count-selected(.)", " a  b ", "2" },
	{ "jr:choice-name(selected-at(${services}, 1), '${services}')", "", "power of services" },
	/* repeats */
	{ "count(${ages})", "", "3" }, { "count(${nobody})", "", "0" }, { "count(${empty})", "", "1" },
	{ "count-non-empty(${holes})", "", "2" }, { "count-non-empty(${empty})", "", "0" },
	{ "sum(${ages})", "", "60" }, { "sum(${holes})", "", "8" }, { "sum(${nobody})", "", "0" },
	{ "max(${ages})", "", "34" }, { "min(${ages})", "", "7" }, { "max(${nobody})", "", "" },
	{ "max(-5, -3)", "", "-3" }, { "min(4, ${ages}, 9)", "", "4" }, { "max(${holes})", "", "5" },
	{ "sum(${ages}) div count(${ages})", "", "20" },
	/* texts */
	{ "regex(${name}, '[A-Za-z ]+')", "", "true" }, { "regex('abc1', '[a-z]+')", "", "false" },
	{ "regex('00-950', '\\d{2}-\\d{3}')", "", "true" }, { "regex('0-950', '\\d{2}-\\d{3}')", "", "false" },
	{ "regex(., '^\\S+@\\S+\\.\\S+$')", "biuro@gmina.pl", "true" },
	{ "regex(., '^\\S+@\\S+\\.\\S+$')", "biuro gmina.pl", "false" },
	{ "regex('a-b.c', '[\\w.-]+')", "", "true" }, { "regex('a]b', '[a\\]b]+')", "", "true" },
	{ "regex('a^b', '[a^b]+')", "", "true" }, { "regex('ab', 'a|ab')", "", "true" },
	{ "regex('ABC', '(?i)abc')", "", "true" }, { "regex('abab', '(?:ab)+')", "", "true" },
	{ "regex('aab', 'a*?b')", "", "true" }, { "regex(' x', '\\sx')", "", "true" },
	{ "regex('x', '[^\\d]')", "", "true" }, { "regex('', 'a*')", "", "true" },
	{ "regex('a.b', 'a\\.b')", "", "true" }, { "regex('axb', 'a\\.b')", "", "false" },
	{ "regex('Łódź', '[Ł-ź]+|.{4}')", "", "true" }, { "regex('-', '[\\w-.]')", "", "true" },
	{ "regex('^', '[\\^]')", "", "true" }, { "regex('-', '[\\^-]')", "", "true" }, { "regex('x', '[^^]')", "", "true" },
	{ "regex('[', '[\\[a]')", "", "true" }, { "regex('}', '}')", "", "true" },
	{ "contains(${name}, 'Silva')", "", "true" }, { "contains(${name}, 'silva')", "", "false" },
	{ "starts-with(${name}, 'Maria')", "", "true" }, { "ends-with(${name}, 'Silva')", "", "true" },
	{ "ends-with('a', 'ba')", "", "false" }, { "substr('hello', 2, 3)", "", "l" },
	{ "substr('hello', 2)", "", "llo" }, { "substr('hello', -2)", "", "lo" },
	{ "substr('hello', 0, -1)", "", "hell" }, { "substr('hello', 3, 1)", "", "" },
	{ "substr(${polish}, 1, 3)", "", "ód" }, { "substring-before(${name}, ' ')", "", "Maria" },
	{ "substring-before('abc', 'x')", "", "" }, { "substring-before('abc', 'a')", "", "" },
	{ "substring-after(${name}, 'da ')", "", "Silva" }, { "substring-after('abc', 'x')", "", "" },
	{ "translate('bar', 'abc', 'ABC')", "", "BAr" }, { "translate('--aaa--', 'a-', 'A')", "", "AAA" },
	{ "translate(${polish}, 'Łóź', 'Loz')", "", "Lodz" }, { "string-length(${polish})", "", "4" },
	{ "string-length()", "abc", "3" }, { "string-length(.) < 4", "abc", "true" },
	{ "normalize-space(${spaced})", "", "padded out" }, { "normalize-space()", " a  b ", "a b" },
	{ "concat('a', 1, true())", "", "a1true" }, { "concat(${names})", "", "AnaBiaCaio" },
	{ "concat(${names}, '!')", "", "AnaBiaCaio!" }, { "join(', ', ${names})", "", "Ana, Bia, Caio" },
	{ "join('-', 'a', 'b', 'c')", "", "a-b-c" }, { "join(', ', ${nobody})", "", "" },
	{ "boolean-from-string('true')", "", "true" }, { "boolean-from-string('1')", "", "true" },
	{ "boolean-from-string('yes')", "", "false" }, { "string(1.0)", "", "1" },
	{ "string(1 div 3)", "", "0.3333333333333333" }, { "string(0.000001)", "", "0.000001" },
	{ "string(12345678901)", "", "12345678901" }, { "string(100000 * 1000000)", "", "100000000000" },
	{ "string(0 div 0)", "", "NaN" }, { "string(-0.5 * 0)", "", "0" }, { "string(true())", "", "true" },
	/* numbers */
	{ "round(3.14159, 2)", "", "3.14" }, { "round(1.5)", "", "2" }, { "round(-1.5)", "", "-1" },
	{ "round(1.005, 2)", "", "1.01" }, { "round(33.33, -1)", "", "30" }, { "round(1250, -2)", "", "1300" },
	{ "round(12.345, 2)", "", "12.35" }, { "round(5, 40)", "", "" }, { "int(3.99)", "", "3" },
	{ "int(-3.99)", "", "-3" }, { "int('7')", "", "7" }, { "number('42')", "", "42" },
	{ "number('abc')", "", "" }, { "number(true())", "", "1" }, { "number(false())", "", "0" },
	{ "number('1e3')", "", "" }, { "number(' 5 ')", "", "5" }, { "number('')", "", "" },
	{ "number('1-2')", "", "" }, { "number('.')", "", "" }, { "pow(2, 10)", "", "1024" },
	{ "log(1)", "", "0" }, { "round(log(10), 4)", "", "2.3026" }, { "log10(1000)", "", "3" },
	{ "abs(${negative})", "", "7" }, { "sin(0)", "", "0" }, { "cos(0)", "", "1" }, { "tan(0)", "", "0" },
	{ "round(asin(1), 4)", "", "1.5708" }, { "acos(1)", "", "0" }, { "atan(0)", "", "0" },
	{ "round(atan2(1, 1), 4)", "", "0.7854" }, { "sqrt(16)", "", "4" }, { "exp(0)", "", "1" },
	{ "exp10(3)", "", "1000" }, { "round(pi(), 5)", "", "3.14159" }, { "sqrt(-1)", "", "" },
	/* dates; the test's clock stands at 2026-01-31 13:00 in Warsaw */
	{ "today()", "", "2026-01-31" }, { "now()", "", "2026-01-31T13:00:00.000+01:00" },
	{ "${date} > today()", "", "true" }, { "${date} < '2026-08-08'", "", "true" },
	{ ". <= today()", "2026-02-01", "false" }, { ". <= today()", "2026-01-31", "true" },
	{ "${date} = date('2026-08-07')", "", "true" }, { "date(today() + 7)", "", "2026-02-07" },
	{ "date('2026-03-01') - date('2026-02-01')", "", "28" }, { "date(0)", "", "1970-01-01" },
	{ "date(19723)", "", "2024-01-01" }, { "date(-1)", "", "1969-12-31" }, { "date('')", "", "" },
	{ "date(${stamp})", "", "2026-08-07" }, { "date-time(0.5)", "", "1970-01-01T12:00:00.000" },
	{ "decimal-date-time('1970-01-02')", "", "1" }, { "decimal-date-time('1970-01-01T18:00:00')", "", "0.75" },
	{ "decimal-time('06:00')", "", "0.25" }, { "decimal-time('2026-08-07T12:00:00')", "", "0.5" },
	{ "decimal-time('18:00:00.000+01:00')", "", "0.75" },
	{ "int((today() - date('1996-02-01')) div 365.25)", "", "29" },
	{ "format-date(${date}, '%d.%m.%Y')", "", "07.08.2026" }, { "format-date(${date}, '%e.%n.%y')", "", "7.8.26" },
	{ "format-date(${date}, '%a %b')", "", "Fri Aug" }, { "format-date(${empty}, '%Y')", "", "" },
	{ "format-date-time(${stamp}, '%H:%M:%S.%3')", "", "06:31:13.834" },
	{ "format-date-time('2026-08-07T06:05', '%h:%M')", "", "6:05" },
	/* logic */
	{ "boolean(0)", "", "false" }, { "boolean(-1)", "", "true" }, { "boolean('0')", "", "true" },
	{ "boolean('')", "", "false" }, { "boolean(${empty})", "", "false" }, { "boolean(${nobody})", "", "false" },
	{ "boolean(0 div 0)", "", "false" }, { "not(${age} > 17)", "", "false" }, { "not('')", "", "true" },
	{ "true()", "", "true" }, { "false()", "", "false" },
	{ "checklist(1, 2, ${consent}, 'no', 'yes')", "", "true" }, { "checklist(-1, 1, 'yes', 'yes')", "", "false" },
	{ "checklist(2, -1, ${yeses})", "", "true" }, { "checklist(3, -1, ${yeses})", "", "false" },
	{ "weighted-checklist(5, -1, 'yes', 3, 'no', 9, 'yes', 2)", "", "true" },
	{ "weighted-checklist(-1, 4, 'yes', 3, 'yes', 2)", "", "false" },
	{ "weighted-checklist(-1, -1, ${yeses}, ${ages})", "", "true" },
	/* how names and words are written */
	{ "${q.1}", "", "dot" }, { "${_x}", "", "under" }, { "${ age }", "", "42" }, { "${age}-1", "", "41" },
	{ "${age} div${age}", "", "1" }, { "\n${age}\t=\r\n42 ", "", "true" }, { "\"it's\"", "", "it's" },
};

static void
every_documented_result_comes_out(void **state)
{
	int wrong = 0;

	(void)state;
	for (size_t i = 0; i < sizeof documented / sizeof documented[0]; i++) {
		const struct row *row = &documented[i];
		struct expression *e = compiled(row->expression);
		struct error err = { 0 };
		char *text = NULL;

		scope.own = row->own;
		if (expression_text(e, &scope, &text, &err) != 0 ||
			strcmp(text, row->expected) != 0) {
			print_error("%s gives “%s”, not “%s” %s\n", row->expression,
				text ? text : "", row->expected, err.text);
			wrong++;
		}
		free(text);
		expression_free(e);
	}
	print_message("%zu rows\n", sizeof documented / sizeof documented[0]);
	assert_true(sizeof documented / sizeof documented[0] >= 120);
	assert_int_equal(wrong, 0);
}

static void
truth_and_numbers_follow_odk(void **state)
{
	static const struct { const char *text; bool truth; double number; } rows[] = {
		{ "${empty}", false, NAN }, { "${zero}", true, 0 }, { "0", false, 0 },
		{ "'no'", true, NAN }, { "${nobody}", false, NAN }, { "${holes}", true, 3 },
		{ "true()", true, 1 }, { "0 div 0", false, NAN }, { "'2,5'", true, 2.5 },
		{ "'1970-01-11'", true, 10 }, { "'1970-01-11T12:00'", true, 10.5 },
		{ "'1970-02-30'", true, NAN }, { "'1970-01-11x'", true, NAN },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct expression *e = compiled(rows[i].text);
		bool truth;
		double number;

		assert_int_equal(expression_boolean(e, &scope, &truth, NULL), 0);
		assert_int_equal(expression_number(e, &scope, &number, NULL), 0);
		assert_int_equal(truth, rows[i].truth);
		if (isnan(rows[i].number))
			assert_true(isnan(number));
		else
			assert_float_equal(number, rows[i].number, 1e-9);
		expression_free(e);
	}
}

static void
what_cannot_be_compiled_is_refused_with_its_place(void **state)
{
	static const struct { const char *text; int place; const char *says; } rows[] = {
		{ "", 1, "empty" }, { "   ", 1, "empty" }, { "1 +", 4, "too early" },
		{ "1 + )", 5, "“)” cannot" }, { "(1", 3, "too early" }, { "1 2", 3, "“2” cannot" },
		{ "'abc", 1, "never closed" }, { "${a b}", 1, "${name}" }, { "${}", 1, "${name}" },
		{ "$a", 1, "“$” cannot" }, { "1 + foo(2)", 5, "no function foo()" },
		{ "pulldata('f', 'a', 'b', 'c')", 1, "pulldata() is not supported" },
		{ "random()", 1, "random() is not supported" }, { "document('x')", 1, "no function document()" },
		{ "digest(., 'MD5')", 1, "digest() is not supported" }, { "f0(1)", 1, "no function f0()" },
		{ "selected(.)", 1, "selected() takes 2 arguments, not 1" },
		{ "today(1)", 1, "today() takes 0 arguments" }, { "if(1, 2)", 1, "3 arguments, not 2" },
		{ "round(1, 2, 3)", 1, "takes 1 to 2" }, { "concat()", 1, "1 argument or more" },
		{ "/data/age", 1, "paths" }, { "../age", 1, "“..” cannot" }, { "${a}/b", 5, "paths" },
		{ "${a}[1]", 5, "paths" }, { "@id", 1, "paths" }, { "age > 3", 1, "bare name" },
		{ "position(1)", 10, "position(..)" }, { "Łódź", 1, "cannot" }, { "'Łódź' + ”a”", 10, "”" },
		{ "jr:choice-name(1, ${a})", 19, "quotation" }, { "jr:choice-name(1, 'a b')", 19, "quotation" },
		{ "regex(., '(a')", 10, "not closed" }, { "regex(., 'a)')", 10, "closes nothing" },
		{ "regex(., '(?=a)')", 10, "ahead" }, { "regex(., '(.)\\1')", 10, "not supported" },
		{ "regex(., '[a')", 10, "not closed" }, { "regex(., '*a')", 10, "nothing" },
		{ "regex(., 'a++')", 10, "already" }, { "regex(., '(a{1,200}){1,200}')", 10, "too long" },
		{ "regex(., 'a{2,1}')", 10, "not supported" }, { "regex(., 'a\\')", 10, "lone" },
		{ "a:b:c()", 4, "“:”" }, { "1 = = 2", 5, "“=” cannot" }, { "'a\001'", 3, "character" },
		{ "'\xff'", 2, "character" }, { "${last-saved#a}", 1, "${name}" }, { "not(", 5, "too early" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct expression *e;
		struct error err = { 0 };

		if (expression_compile(&e, rows[i].text, EXPRESSION_RULE, &err) != -1 ||
			!strstr(err.text, rows[i].says) || err.column != rows[i].place)
			fail_msg("%s: “%s” at %d", rows[i].text, err.text, err.column);
		assert_null(e);
		assert_int_equal(err.code, ERROR_INPUT);
	}
}

static void
what_is_too_long_or_too_deep_is_refused(void **state)
{
	char text[3 * EXPRESSION_MAX_TEXT];
	struct expression *e;
	struct error err = { 0 };
	bool truth;

	(void)state;
	memset(text, ' ', sizeof text);
	text[0] = '1';
	text[EXPRESSION_MAX_TEXT] = '\0';
	assert_int_equal(expression_compile(&e, text, EXPRESSION_RULE, &err), 0);
	expression_free(e);
	text[EXPRESSION_MAX_TEXT] = ' ';
	text[EXPRESSION_MAX_TEXT + 1] = '\0';
	assert_int_equal(expression_compile(&e, text, EXPRESSION_RULE, &err), -1);
	assert_non_null(strstr(err.text, "too long"));
	error_clear(&err);
	memset(text, '(', 2000);
	memset(text + 2000, ')', 2000);
	text[2000] = '1';
	text[4000] = '\0';
	assert_int_equal(expression_compile(&e, text, EXPRESSION_RULE, &err), -1);
	assert_non_null(strstr(err.text, "too deep"));
	error_clear(&err);
	memset(text, '-', 4000);
	strcpy(text + 4000, "1=1");
	assert_int_equal(expression_compile(&e, text, EXPRESSION_RULE, &err), 0);
	assert_int_equal(expression_boolean(e, &scope, &truth, &err), 0);
	assert_true(truth);
	expression_free(e);
	for (int i = 0; i < 2000; i++)
		memcpy(text + 2 * i, "1+", 2);
	strcpy(text + 4000, "1");
	assert_int_equal(expression_compile(&e, text, EXPRESSION_RULE, &err), -1);
	assert_non_null(strstr(err.text, "too complicated"));
	error_clear(&err);
	for (int i = 0; i < 1000; i++)
		memcpy(text + 4 * i, "1or ", 4);
	strcpy(text + 4000, "1");
	assert_int_equal(expression_compile(&e, text, EXPRESSION_RULE, &err), 0);
	assert_int_equal(expression_boolean(e, &scope, &truth, &err), 0);
	assert_true(truth);
	expression_free(e);
}

static void
what_cannot_be_evaluated_says_why(void **state)
{
	static const struct { const char *text, *says; } rows[] = {
		{ "${stranger} = 1", "no question stranger" }, { "date('yesterday')", "no date" },
		{ "format-date(${date}, '%Q')", "%Q" }, { "format-date(${date}, '%H')", "%H" },
		{ "count(1)", "count()" }, { "date(1 div 0)", "no year" },
		{ "weighted-checklist(1, 2, 'yes', 1, 'no')", "weight" },
		{ "jr:choice-name('a', '${age}')", "choices of age" },
		{ "regex(., concat('(', 'a'))", "not closed" },
	};

	(void)state;
	scope.own = "x";
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct expression *e = compiled(rows[i].text);
		struct error err = { 0 };
		bool truth;

		if (expression_boolean(e, &scope, &truth, &err) != -1 ||
			!strstr(err.text, rows[i].says))
			fail_msg("%s: “%s”", rows[i].text, err.text);
		assert_int_equal(err.code, ERROR_INPUT);
		expression_free(e);
	}
}

static int
many_values(void *context, const char *name, struct expression_values *out)
{
	static const char *texts[1100];

	(void)context;
	for (int i = 0; i < 1100; i++)
		texts[i] = name[0] == 'a' ? "a" : "b";
	*out = (struct expression_values){ .texts = texts, .count = 1100 };
	return 0;
}

static void
an_evaluation_of_a_million_steps_is_stopped(void **state)
{
	/* Both names share the array, so a number that fits none is compared with all. */
	struct expression_scope many = { .values = many_values };
	struct expression *e = compiled("${a} < ${b}");
	struct error err = { 0 };
	bool truth;
	double count;

	(void)state;
	assert_int_equal(expression_boolean(e, &many, &truth, &err), -1);
	assert_non_null(strstr(err.text, "stopped"));
	expression_free(e);
	e = compiled("count(${a})");
	assert_int_equal(expression_number(e, &many, &count, NULL), 0);
	assert_float_equal(count, 1100, 0);
	expression_free(e);
}

static void
names_are_told_once_in_order(void **state)
{
	struct expression *e = compiled(
		"${b} + ${a} > ${b} and . = jr:choice-name('x', '${c-1}') or today() > ${d}");
	const char *const *names;
	int count;

	(void)state;
	names = expression_names(e, &count);
	assert_int_equal(count, 4);
	assert_string_equal(names[0], "b");
	assert_string_equal(names[1], "a");
	assert_string_equal(names[2], "c-1");
	assert_string_equal(names[3], "d");
	assert_true(expression_uses_own(e) && expression_uses_clock(e));
	expression_free(e);
	e = compiled("${a} = 1");
	assert_false(expression_uses_own(e) || expression_uses_clock(e));
	expression_free(e);
}

static void
each_name_is_asked_for_once(void **state)
{
	struct expression *e = compiled("${age} > 1 and ${age} < 100 and ${age} != 5");
	bool truth;

	(void)state;
	counter.asked = 0;
	assert_int_equal(expression_boolean(e, &scope, &truth, NULL), 0);
	assert_true(truth);
	assert_int_equal(counter.asked, 1);
	expression_free(e);
}

static void
a_filter_names_columns_of_the_choices(void **state)
{
	struct expression *e;
	struct error err = { 0 };
	const char *const *names;
	bool truth;
	int count;

	(void)state;
	assert_int_equal(expression_compile(&e, "region = . and ${age} > 1", EXPRESSION_FILTER, &err), 0);
	names = expression_columns(e, &count);
	assert_int_equal(count, 1);
	assert_string_equal(names[0], "region");
	scope.own = "lodzkie";
	assert_int_equal(expression_boolean(e, &scope, &truth, &err), 0);
	assert_true(truth);
	expression_free(e);
	assert_int_equal(expression_compile(&e, "town = 1", EXPRESSION_FILTER, &err), 0);
	assert_int_equal(expression_boolean(e, &scope, &truth, &err), -1);
	assert_non_null(strstr(err.text, "no column town"));
	expression_free(e);
}

static void
renaming_leaves_the_rest_as_typed(void **state)
{
	static const struct { const char *text, *expected; } rows[] = {
		{ "${a} >  3 and ${ab}", "${new} >  3 and ${ab}" }, { "${ a }", "${ new }" },
		{ "jr:choice-name(${a}, '${a}')", "jr:choice-name(${new}, '${new}')" },
		{ "a + ${b-a} $ {a} ${a", "a + ${b-a} $ {a} ${a" }, { "", "" }, { "${${a}}", "${${new}}" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		char *text = expression_rename(rows[i].text, "a", "new");

		assert_string_equal(text, rows[i].expected);
		free(text);
	}
	assert_true(expression_name_valid("a-1.b_ą"));
	assert_false(expression_name_valid("1a") || expression_name_valid("") ||
		     expression_name_valid("a b"));
}

struct form {
	int rules[3]; /* columns */
	int compiled;
};

static int
form_row(void *context, long line, const struct csv_field *fields, int count, struct error *err)
{
	static const char *const names[] = { "relevant", "constraint", "calculation" };
	struct form *form = context;

	for (int i = 0; i < 3; i++) {
		struct expression *e;

		for (int k = 0; line == 1 && k < count; k++)
			if (strcmp(fields[k].text, names[i]) == 0)
				form->rules[i] = k;
		if (line == 1 || form->rules[i] >= count || !fields[form->rules[i]].length)
			continue;
		if (expression_compile(&e, fields[form->rules[i]].text, EXPRESSION_RULE, err) != 0)
			return -1;
		form->compiled++;
		expression_free(e);
	}
	return 0;
}

static void
all_rules_of_a_real_form_compile(void **state)
{
	const char *folder = getenv("GROMADA_REAL_DATA");
	struct form form = { .compiled = 0 };
	struct error err = { 0 };
	struct input *in;
	char path[1024];

	(void)state;
	if (!folder) {
		print_message("GROMADA_REAL_DATA is not set\n");
		skip();
	}
	snprintf(path, sizeof path, "%s/xlsform/survey.csv", folder);
	assert_int_equal(input_open(&in, path, ENCODING_UTF8, &err), 0);
	if (csv_read(in, ',', NULL, form_row, &form, NULL, &err) != 0)
		fail_msg("%s", err.text);
	input_close(in);
	assert_int_equal(form.compiled, 34); /* 30 relevant, 1 constraint, 3 calculations */
}

static void
an_expression_holds_as_often_as_it_is_asked(void **state)
{
	struct expression *e = compiled("${age} > 17 and selected(${services}, 'power') and . != ''");
	bool truth;

	(void)state;
	scope.own = "x";
	for (int i = 0; i < 1000; i++) {
		assert_int_equal(expression_boolean(e, &scope, &truth, NULL), 0);
		assert_true(truth);
	}
	expression_free(e);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_documented_result_comes_out),
		cmocka_unit_test(truth_and_numbers_follow_odk),
		cmocka_unit_test(what_cannot_be_compiled_is_refused_with_its_place),
		cmocka_unit_test(what_is_too_long_or_too_deep_is_refused),
		cmocka_unit_test(what_cannot_be_evaluated_says_why),
		cmocka_unit_test(an_evaluation_of_a_million_steps_is_stopped),
		cmocka_unit_test(names_are_told_once_in_order),
		cmocka_unit_test(each_name_is_asked_for_once),
		cmocka_unit_test(a_filter_names_columns_of_the_choices),
		cmocka_unit_test(renaming_leaves_the_rest_as_typed),
		cmocka_unit_test(all_rules_of_a_real_form_compile),
		cmocka_unit_test(an_expression_holds_as_often_as_it_is_asked),
	};

	setenv("GROMADA_TEST", "1", 1);
	setenv("GROMADA_NOW", "2026-01-31T12:00:00Z", 1);
	i18n_start("en");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
