/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of functions and operators: control, choices of a checklist, comparing, sets. What
 * works on values, numbers, dates, texts and patterns stands in files of its own. */
#include "config.h"

#include "base/expression_parts.h"

#include "base/i18n.h"

#include <math.h>
#include <string.h>
#include <strings.h>


static int
give(struct expression_call *c, const struct expression_value *v)
{
	c->result = *v;
	return 0;
}

/* How many values an argument has, and each of them. */
static int
size_of(const struct expression_value *v)
{
	return v->kind == EXPRESSION_VALUES ? v->values->count : 1;
}

static struct expression_value
item_of(const struct expression_value *v, int i)
{
	if (v->kind != EXPRESSION_VALUES)
		return *v;
	return (struct expression_value){
		.kind = EXPRESSION_TEXT, .text = expression_item(v->values, i)
	};
}

static bool
equal(const struct expression_value *a, const struct expression_value *b)
{
	if (a->kind == EXPRESSION_BOOLEAN || b->kind == EXPRESSION_BOOLEAN)
		return expression_to_boolean(a) == expression_to_boolean(b);
	if (a->kind == EXPRESSION_NUMBER || b->kind == EXPRESSION_NUMBER) {
		double difference = expression_to_number(a) - expression_to_number(b);

		return fabs(difference) < EXPRESSION_TINY;
	}
	return strcmp(a->text, b->text) == 0;
}

static bool
compare(const char *operator, const struct expression_value *a, const struct expression_value *b)
{
	double x, y;

	if (operator[0] == '=')
		return equal(a, b);
	if (operator[0] == '!')
		return !equal(a, b);
	x = expression_to_number(a);
	y = expression_to_number(b);
	if (operator[0] == '<')
		return operator[1] ? x <= y : x < y;
	return operator[1] ? x >= y : x > y;
}

/* XPath 1.0, 3.4: true if one pair of the values compares so. */
static int
run_compare(struct expression_call *c)
{
	int left = size_of(&c->args[0]), right = size_of(&c->args[1]);

	for (int i = 0; i < left; i++)
		for (int k = 0; k < right; k++) {
			struct expression_value a = item_of(&c->args[0], i);
			struct expression_value b = item_of(&c->args[1], k);

			if (!expression_spend(c, 1) || compare(c->name, &a, &b))
				return expression_give_boolean(c, true);
		}
	return expression_give_boolean(c, false);
}

static int
run_union(struct expression_call *c)
{
	int left = size_of(&c->args[0]), right = size_of(&c->args[1]);
	struct expression_values *both = arena_new(c->arena, sizeof *both);
	const char **texts;

	if (!expression_spend(c, (unsigned long)left + (unsigned long)right))
		return expression_give_boolean(c, false);
	texts = arena_array(c->arena, (size_t)left + (size_t)right, sizeof *texts);
	for (int i = 0; i < left + right; i++) {
		struct expression_value v = i < left ? item_of(&c->args[0], i)
						     : item_of(&c->args[1], i - left);

		texts[i] = expression_to_text(c->arena, &v);
		if (c->args[i < left ? 0 : 1].kind == EXPRESSION_TEXT) /* it ends with the call */
			texts[i] = arena_string(c->arena, texts[i]);
	}
	both->texts = texts;
	both->count = left + right;
	c->result.kind = EXPRESSION_VALUES;
	c->result.values = both;
	return 0;
}

static int
run_if(struct expression_call *c)
{
	return give(c, &c->args[expression_to_boolean(&c->args[0]) ? 1 : 2]);
}

static bool
is_empty(struct expression_call *c, const struct expression_value *v)
{
	return v->kind == EXPRESSION_NUMBER ? isnan(v->number) :
	       v->kind == EXPRESSION_BOOLEAN ? false : !expression_to_text(c->arena, v)[0];
}

static int
run_coalesce(struct expression_call *c)
{
	for (int i = 0; i < c->count; i++)
		if (!is_empty(c, &c->args[i]))
			return give(c, &c->args[i]);
	return expression_give_text(c, "");
}

static int
run_once(struct expression_call *c)
{
	if (c->scope->own && c->scope->own[0])
		return expression_give_text(c, c->scope->own);
	return give(c, &c->args[0]);
}

static int
run_position(struct expression_call *c)
{
	if (c->scope->position < 1)
		return error_set(c->err, ERROR_INPUT,
			_("position(..) was asked outside of a repeat."));
	return expression_give_number(c, c->scope->position);
}

static int
run_choice_name(struct expression_call *c)
{
	const char *question = expression_arg_text(c, 1), *label = NULL;

	if (!c->scope->label ||
		c->scope->label(c->scope->context, question, expression_arg_text(c, 0),
			&label) != 0)
		return error_set(c->err, ERROR_INPUT,
			_("jr:choice-name() asks for the choices of %s, which are not here."),
			question);
	return expression_give_text(c, label ? label : "");
}

static int
run_boolean(struct expression_call *c)
{
	return expression_give_boolean(c, expression_to_boolean(&c->args[0]));
}

static int
run_not(struct expression_call *c)
{
	return expression_give_boolean(c, !expression_to_boolean(&c->args[0]));
}

static int
run_true(struct expression_call *c)
{
	return expression_give_boolean(c, c->name[0] == 't');
}

static int
run_boolean_from_string(struct expression_call *c)
{
	const char *text = expression_arg_text(c, 0);

	return expression_give_boolean(c, strcmp(text, "1") == 0 || strcasecmp(text, "true") == 0);
}

static int
run_string(struct expression_call *c)
{
	return expression_give_text(c, expression_arg_text(c, 0));
}

static int
run_number(struct expression_call *c)
{
	return expression_give_number(c, expression_arg_number(c, 0));
}

static int
run_regex(struct expression_call *c)
{
	const char *text = expression_arg_text(c, 0);
	bool matches = false;

	if (expression_spend(c, strlen(text)) &&
		expression_regex_match(
			c->regex, text, expression_arg_text(c, 1), &matches, c->err) != 0)
		return -1;
	return expression_give_boolean(c, matches);
}

static int
run_sum(struct expression_call *c)
{
	double sum = 0;

	for (int i = 0; i < size_of(&c->args[0]) && expression_spend(c, 1); i++) {
		struct expression_value v = item_of(&c->args[0], i);
		double number = expression_to_number(&v);

		if (!isnan(number))
			sum += number;
	}
	return expression_give_number(c, sum);
}

/* The smallest or largest number of all arguments; NaN if there is none. */
static int
run_extreme(struct expression_call *c)
{
	bool largest = strcmp(c->name, "max") == 0;
	double best = NAN;

	for (int a = 0; a < c->count; a++)
		for (int i = 0; i < size_of(&c->args[a]) && expression_spend(c, 1); i++) {
			struct expression_value v = item_of(&c->args[a], i);
			double number = expression_to_number(&v);

			if (!isnan(number) &&
				(isnan(best) || (largest ? number > best : number < best)))
				best = number;
		}
	return expression_give_number(c, best);
}

static int
run_count(struct expression_call *c)
{
	bool all = strcmp(c->name, "count") == 0;
	int count = 0;

	if (c->args[0].kind != EXPRESSION_VALUES)
		return error_set(c->err, ERROR_INPUT,
			_("%s() counts the answers to a question: name one."), c->name);
	for (int i = 0; i < c->args[0].values->count && expression_spend(c, 1); i++)
		count += all || expression_item(c->args[0].values, i)[0];
	return expression_give_number(c, count);
}

static bool
is_yes(const struct expression_value *v)
{
	return v->kind == EXPRESSION_TEXT ? strcmp(v->text, "yes") == 0 : expression_to_boolean(v);
}

/* checklist(min, max, response…) and weighted-checklist(min, max, response, weight, …). */
static int
run_checklist(struct expression_call *c)
{
	double least = expression_arg_number(c, 0), most = expression_arg_number(c, 1), sum = 0;
	bool weighted = c->name[0] == 'w';

	if (weighted && c->count % 2)
		return error_set(c->err, ERROR_INPUT,
			_("weighted-checklist() wants a weight for every response."));
	for (int a = 2; a < c->count; a += weighted ? 2 : 1)
		for (int i = 0; i < size_of(&c->args[a]) && expression_spend(c, 1); i++) {
			struct expression_value v = item_of(&c->args[a], i), weight;

			if (weighted && i < size_of(&c->args[a + 1]))
				weight = item_of(&c->args[a + 1], i);
			else
				weight = (struct expression_value){
					.kind = EXPRESSION_NUMBER, .number = weighted ? 0 : 1
				};
			sum += is_yes(&v) ? expression_to_number(&weight) : 0;
		}
	return expression_give_boolean(
		c, (least == -1 || sum >= least) && (most == -1 || sum <= most));
}

static const struct expression_function functions[] = {
	{ "boolean", 1, 1, run_boolean },
	{ "=", 2, 2, run_compare }, { "!=", 2, 2, run_compare }, { "<", 2, 2, run_compare },
	{ "<=", 2, 2, run_compare }, { ">", 2, 2, run_compare }, { ">=", 2, 2, run_compare },
	{ "+", 2, 2, expression_arithmetic }, { "-", 2, 2, expression_arithmetic },
	{ "*", 2, 2, expression_arithmetic }, { "/", 2, 2, expression_arithmetic },
	{ "%", 2, 2, expression_arithmetic }, { "pow", 2, 2, expression_arithmetic },
	{ "negative", 1, 1, expression_negative }, { "|", 2, 2, run_union },
	{ "selected", 2, 2, expression_selected }, { "if", 3, 3, run_if },
	{ "not", 1, 1, run_not }, { "true", 0, 0, run_true }, { "false", 0, 0, run_true },
	{ "coalesce", 2, 2, run_coalesce }, { "once", 1, 1, run_once },
	{ "position", 1, 1, run_position }, { "jr:choice-name", 2, 2, run_choice_name },
	{ "count-selected", 1, 1, expression_count_selected },
	{ "selected-at", 2, 2, expression_selected_at },
	{ "boolean-from-string", 1, 1, run_boolean_from_string },
	{ "string", 1, 1, run_string }, { "number", 1, 1, run_number },
	{ "regex", 2, 2, run_regex }, { "int", 1, 1, expression_int },
	{ "round", 1, 2, expression_round },
	{ "pi", 0, 0, expression_pi }, { "atan2", 2, 2, expression_atan2 },
	{ "abs", 1, 1, expression_of_one_number },
	{ "sin", 1, 1, expression_of_one_number }, { "cos", 1, 1, expression_of_one_number },
	{ "tan", 1, 1, expression_of_one_number }, { "asin", 1, 1, expression_of_one_number },
	{ "acos", 1, 1, expression_of_one_number }, { "atan", 1, 1, expression_of_one_number },
	{ "sqrt", 1, 1, expression_of_one_number }, { "exp", 1, 1, expression_of_one_number },
	{ "exp10", 1, 1, expression_of_one_number }, { "log", 1, 1, expression_of_one_number },
	{ "log10", 1, 1, expression_of_one_number }, { "sum", 1, 1, run_sum },
	{ "min", 1, -1, run_extreme }, { "max", 1, -1, run_extreme },
	{ "count", 1, 1, run_count }, { "count-non-empty", 1, 1, run_count },
	{ "checklist", 3, -1, run_checklist }, { "weighted-checklist", 4, -1, run_checklist },
	{ "concat", 1, -1, expression_concat }, { "join", 2, -1, expression_join },
	{ "substr", 2, 3, expression_substr },
	{ "substring-before", 2, 2, expression_substring_before },
	{ "substring-after", 2, 2, expression_substring_after },
	{ "string-length", 0, 1, expression_string_length },
	{ "normalize-space", 0, 1, expression_normalize_space },
	{ "translate", 3, 3, expression_translate }, { "contains", 2, 2, expression_contains },
	{ "starts-with", 2, 2, expression_starts_with },
	{ "ends-with", 2, 2, expression_ends_with }, { "today", 0, 0, expression_today },
	{ "now", 0, 0, expression_now }, { "date", 1, 1, expression_date },
	{ "date-time", 1, 1, expression_date_time },
	{ "decimal-date-time", 1, 1, expression_decimal_date_time },
	{ "decimal-time", 1, 1, expression_decimal_time },
	{ "format-date", 2, 2, expression_format_date },
	{ "format-date-time", 2, 2, expression_format_date },
};

/* What ODK or XPath have beyond, so that the refusal can say that the name is right. */
static const char *const refused[] = { "area", "base64-decode", "ceiling", "current", "depend",
	"digest", "distance", "enclosed-area", "extract-signed", "floor", "geofence", "id",
	"indexed-repeat", "index", "instance", "intersects", "is-selected", "jr:itext", "lang",
	"last", "local-name", "name", "namespace-uri", "property", "pulldata", "random",
	"randomize", "substring", "uuid", "version" };

const struct expression_function *
expression_function(int number)
{
	return &functions[number];
}

int
expression_function_find(const char *name, size_t length)
{
	for (size_t i = 0; i < sizeof functions / sizeof functions[0]; i++)
		if (strlen(functions[i].name) == length &&
			memcmp(functions[i].name, name, length) == 0)
			return (int)i;
	return -1;
}

bool
expression_function_refused(const char *name, size_t length)
{
	for (size_t i = 0; i < sizeof refused / sizeof refused[0]; i++)
		if (strlen(refused[i]) == length && memcmp(refused[i], name, length) == 0)
			return true;
	return false;
}
