/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values of expressions, what they turn into, and arithmetic. */
#include "config.h"

#include "base/expression_parts.h"

#include "base/number.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define NUMBER_SIZE 512

const char *
expression_item(const struct expression_values *values, int i)
{
	const char *text = values->texts ? values->texts[i] : values->text;

	return text ? text : "";
}

static double
text_to_number(const char *text)
{
	double days;
	const char *p = text + strspn(text, " \t\r\n");
	size_t length = strcspn(p, " \t\r\n"), digits = 0;
	char copy[64];

	if (p[length + strspn(p + length, " \t\r\n")] || length == 0 || length >= sizeof copy)
		return NAN;
	for (size_t i = 0; i < length; i++) {
		copy[i] = p[i];
		if (p[i] == ',')
			copy[i] = '.';
		if (p[i] >= '0' && p[i] <= '9')
			digits++;
		else if (!(p[i] == '-' && i == 0) &&
			 !(copy[i] == '.' && !memchr(copy, '.', i)))
			return expression_days(text, &days, NULL) == 0 ? days : NAN;
	}
	copy[length] = '\0';
	return digits ? strtod(copy, NULL) : NAN;
}

bool
expression_to_boolean(const struct expression_value *v)
{
	switch (v->kind) {
	case EXPRESSION_BOOLEAN:
		return v->boolean;
	case EXPRESSION_NUMBER:
		return fabs(v->number) > EXPRESSION_TINY;
	case EXPRESSION_TEXT:
		return v->text[0] != '\0';
	case EXPRESSION_VALUES:
		break;
	}
	for (int i = 0; i < v->values->count; i++)
		if (expression_item(v->values, i)[0])
			return true;
	return false;
}

double
expression_to_number(const struct expression_value *v)
{
	switch (v->kind) {
	case EXPRESSION_BOOLEAN:
		return v->boolean ? 1 : 0;
	case EXPRESSION_NUMBER:
		return v->number;
	case EXPRESSION_TEXT:
		return text_to_number(v->text);
	case EXPRESSION_VALUES:
		break;
	}
	return v->values->count > 0 ? text_to_number(expression_item(v->values, 0)) : NAN;
}

const char *
expression_to_text(struct arena *arena, const struct expression_value *v)
{
	char text[NUMBER_SIZE];

	switch (v->kind) {
	case EXPRESSION_BOOLEAN:
		return v->boolean ? "true" : "false";
	case EXPRESSION_NUMBER:
		if (isnan(v->number))
			return "NaN";
		if (isinf(v->number))
			return v->number < 0 ? "-Infinity" : "Infinity";
		return arena_string(arena, number_plain(text, sizeof text,
			fabs(v->number) < EXPRESSION_TINY ? 0 : v->number, -1));
	case EXPRESSION_TEXT:
		return v->text;
	case EXPRESSION_VALUES:
		break;
	}
	return v->values->count > 0 ? expression_item(v->values, 0) : "";
}

bool
expression_spend(struct expression_call *c, unsigned long steps)
{
	c->steps += steps;
	return c->steps <= c->left;
}

const char *
expression_arg_text(struct expression_call *c, int i)
{
	return expression_to_text(c->arena, &c->args[i]);
}

double
expression_arg_number(const struct expression_call *c, int i)
{
	return expression_to_number(&c->args[i]);
}

int
expression_give_text(struct expression_call *c, const char *text)
{
	c->result.kind = EXPRESSION_TEXT;
	c->result.text = text;
	return 0;
}

int
expression_give_number(struct expression_call *c, double number)
{
	c->result.kind = EXPRESSION_NUMBER;
	c->result.number = number;
	return 0;
}

int
expression_give_boolean(struct expression_call *c, bool boolean)
{
	c->result.kind = EXPRESSION_BOOLEAN;
	c->result.boolean = boolean;
	return 0;
}

int
expression_arithmetic(struct expression_call *c)
{
	double a = expression_arg_number(c, 0), b = expression_arg_number(c, 1);

	switch (c->name[0]) {
	case '+':
		return expression_give_number(c, a + b);
	case '-':
		return expression_give_number(c, a - b);
	case '*':
		return expression_give_number(c, a * b);
	case '/':
		return expression_give_number(c, a / b);
	case '%':
		return expression_give_number(c, fmod(a, b));
	default:
		return expression_give_number(c, pow(a, b));
	}
}

int
expression_negative(struct expression_call *c)
{
	return expression_give_number(c, -expression_arg_number(c, 0));
}

int
expression_int(struct expression_call *c)
{
	return expression_give_number(c, trunc(expression_arg_number(c, 0)));
}

/* Half goes up, as XPath has it, and counts on the decimal digits: round(1.005, 2) is 1.01. */
static double
rounded(double number, int places)
{
	char text[NUMBER_SIZE];
	double size = fabs(number);
	char *point;

	if (!isfinite(number))
		return number;
	if (abs(places) > 30)
		return NAN;
	if (places < 0)
		return floor(number / pow(10, -places) + 0.5) * pow(10, -places);
	number_plain(text, sizeof text, size, -1);
	point = strchr(text, '.');
	if (!point || strlen(point + 1) <= (size_t)places)
		return number;
	if (number < 0 && strcmp(point + 1 + places, "5") == 0)
		point[1 + places] = '\0';
	else
		number_plain(text, sizeof text, size, places);
	return number < 0 ? -strtod(text, NULL) : strtod(text, NULL);
}

int
expression_round(struct expression_call *c)
{
	double places = c->count > 1 ? expression_arg_number(c, 1) : 0;

	if (isnan(places) || fabs(places) > 99)
		places = 99;
	return expression_give_number(c, rounded(expression_arg_number(c, 0), (int)places));
}

int
expression_pi(struct expression_call *c)
{
	return expression_give_number(c, 3.14159265358979323846);
}

int
expression_atan2(struct expression_call *c)
{
	return expression_give_number(
		c, atan2(expression_arg_number(c, 0), expression_arg_number(c, 1)));
}

static double
exp10_of(double x)
{
	return pow(10, x);
}

int
expression_of_one_number(struct expression_call *c)
{
	static const struct { const char *name; double (*f)(double); } all[] = {
		{ "abs", fabs }, { "sin", sin }, { "cos", cos }, { "tan", tan }, { "asin", asin },
		{ "acos", acos }, { "atan", atan }, { "sqrt", sqrt }, { "exp", exp },
		{ "exp10", exp10_of }, { "log", log }, { "log10", log10 },
	};

	for (size_t i = 0; i < sizeof all / sizeof all[0]; i++)
		if (strcmp(all[i].name, c->name) == 0)
			return expression_give_number(c, all[i].f(expression_arg_number(c, 0)));
	return expression_give_number(c, NAN);
}

