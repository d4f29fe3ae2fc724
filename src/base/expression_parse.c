/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Expressions read by their grammar (XPath 1.0, chapter 3, without paths), so that every error
 * has its place, and written again as calls that libxml2 compiles. */
#include "config.h"

#include "base/expression_tokens.h"

#include "base/i18n.h"
#include "base/memory.h"
#include "base/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int parse_or(struct parser *p);

static void
emit(struct parser *p, const char *code, size_t length)
{
	struct expression_plan *plan = p->plan;

	plan->code = memory_grow(plan->code, &plan->capacity, plan->used + length + 1, 1);
	memcpy(plan->code + plan->used, code, length);
	plan->used += length;
	plan->code[plan->used] = '\0';
}

/* Makes what was written since start the first argument of a function: open, or close too. */
static void
wrap(struct parser *p, size_t start, const char *function, bool close)
{
	struct expression_plan *plan = p->plan;
	char head[24];
	int length = snprintf(head, sizeof head, "f%d(",
		expression_function_find(function, strlen(function)));

	emit(p, head, (size_t)length); /* makes room */
	memmove(plan->code + start + length, plan->code + start,
		plan->used - start - (size_t)length);
	memcpy(plan->code + start, head, (size_t)length);
	emit(p, close ? ")" : ",", 1);
}

static int
name_index(struct expression_names *names, const char *name, size_t length)
{
	for (size_t i = 0; i < names->count; i++)
		if (strlen(names->items[i]) == length && memcmp(names->items[i], name, length) == 0)
			return (int)i;
	names->items = memory_grow(
		names->items, &names->capacity, names->count + 1, sizeof *names->items);
	names->items[names->count] = memory_new(length + 1);
	memcpy(names->items[names->count], name, length);
	return (int)names->count++;
}

static void
emit_variable(struct parser *p, char kind, struct expression_names *names, size_t at, size_t length)
{
	char code[24];
	int index = name_index(names, p->text + at, length);

	emit(p, code, (size_t)snprintf(code, sizeof code, "$%c%d", kind, index));
}

/* '${name}' as an argument that means the question itself. */
static int
parse_question_literal(struct parser *p)
{
	size_t from = p->at + 1, to = p->at + p->length - 1;
	char quote[1] = { p->text[p->at] };
	const char *s = p->text;
	int index;

	if (p->token == LITERAL && s[from] == '$' && s[from + 1] == '{' && s[to - 1] == '}') {
		from += 2;
		to--;
		while (s[from] == ' ')
			from++;
		while (to > from && s[to - 1] == ' ')
			to--;
	}
	if (p->token != LITERAL || to <= from || expression_name_length(s + from) != to - from)
		return tokens_fail(p, p->at,
			_("jr:choice-name() wants the question in quotation marks: '${name}'."));
	index = name_index(&p->plan->names, s + from, to - from);
	emit(p, quote, 1);
	emit(p, p->plan->names.items[index], to - from);
	emit(p, quote, 1);
	return tokens_next(p);
}

/* A pattern that stands in the expression is tried at once, so that its error has a place. */
static int
check_pattern(struct parser *p)
{
	struct expression_regex *cache = NULL;
	struct error own = { 0 };
	char *pattern = memory_new(p->length);
	bool matches;
	int result;

	memcpy(pattern, p->text + p->at + 1, p->length - 2);
	result = expression_regex_match(&cache, "", pattern, &matches, &own);
	expression_regex_free(cache);
	free(pattern);
	return result == 0 ? 0 : tokens_fail(p, p->at, own.text);
}

static int
parse_arguments(struct parser *p, const struct expression_function *f, int *count)
{
	*count = 0;
	if (tokens_is(p, SIGN, ")"))
		return 0;
	do {
		if (*count > 0) {
			if (tokens_next(p) != 0)
				return -1;
			emit(p, ",", 1);
		}
		if (strcmp(f->name, "jr:choice-name") == 0 && *count == 1) {
			if (parse_question_literal(p) != 0)
				return -1;
		} else {
			if (strcmp(f->name, "regex") == 0 && *count == 1 && p->token == LITERAL &&
				check_pattern(p) != 0)
				return -1;
			if (parse_or(p) != 0)
				return -1;
		}
		++*count;
	} while (tokens_is(p, SIGN, ","));
	return 0;
}

static int
wrong_count(struct parser *p, size_t at, const struct expression_function *f, int count)
{
	char what[200];

	if (f->most == f->least)
		snprintf(what, sizeof what,
			P_("%s() takes %d argument, not %d.", "%s() takes %d arguments, not %d.",
				(unsigned long)f->least),
			f->name, f->least, count);
	else if (f->most < 0)
		snprintf(what, sizeof what,
			P_("%s() takes %d argument or more, not %d.",
				"%s() takes %d arguments or more, not %d.",
				(unsigned long)f->least),
			f->name, f->least, count);
	else
		snprintf(what, sizeof what, _("%s() takes %d to %d arguments, not %d."), f->name,
			f->least, f->most, count);
	return tokens_fail(p, at, what);
}

static int
no_function(struct parser *p, size_t at, size_t length)
{
	char name[64], what[256];
	bool known = expression_function_refused(p->text + at, length);

	snprintf(name, sizeof name, "%.*s", length < 60 ? (int)length : 60, p->text + at);
	text_copy(name, text_valid(name, strlen(name)) + 1, name);
	snprintf(what, sizeof what,
		known ? _("the function %s() is not supported.") : _("there is no function %s()."),
		name);
	return tokens_fail(p, at, what);
}

/* The name was taken, the bracket stands next. */
static int
parse_call(struct parser *p, size_t at, size_t length)
{
	int number = expression_function_find(p->text + at, length), count;
	const struct expression_function *f;
	char code[24];

	if (number < 0)
		return no_function(p, at, length);
	f = expression_function(number);
	emit(p, code, (size_t)snprintf(code, sizeof code, "f%d(", number));
	if (tokens_next(p) != 0)
		return -1;
	if (strcmp(f->name, "position") == 0) {
		if (!tokens_is(p, SIGN, ".."))
			return tokens_fail(p, p->at, _("only position(..) is supported."));
		emit(p, ")", 1);
		return tokens_next(p) != 0 ? -1 : tokens_expect(p, ")");
	}
	if (parse_arguments(p, f, &count) != 0)
		return -1;
	if (!tokens_is(p, SIGN, ")"))
		return tokens_unexpected(p);
	if (count < f->least || (f->most >= 0 && count > f->most))
		return wrong_count(p, at, f, count);
	if (strcmp(f->name, "once") == 0 ||
		(count == 0 && (strcmp(f->name, "string-length") == 0 ||
				       strcmp(f->name, "normalize-space") == 0)))
		p->plan->uses_own = true;
	if (strcmp(f->name, "today") == 0 || strcmp(f->name, "now") == 0)
		p->plan->uses_clock = true;
	emit(p, ")", 1);
	return tokens_next(p);
}

static int
parse_name(struct parser *p)
{
	size_t at = p->at, length = p->length;

	if (tokens_next(p) != 0)
		return -1;
	if (tokens_is(p, SIGN, "("))
		return parse_call(p, at, length);
	if (p->use == EXPRESSION_FILTER && !memchr(p->text + at, ':', length)) {
		emit_variable(p, 'c', &p->plan->columns, at, length);
		return 0;
	}
	return tokens_fail(p, at,
		_("a bare name means nothing here. A question is written ${name}, a text in "
		  "quotation marks."));
}

static int
parse_primary(struct parser *p)
{
	switch (p->token) {
	case NUMBER:
	case LITERAL:
		emit(p, p->text + p->at, p->length);
		return tokens_next(p);
	case QUESTION:
		emit_variable(p, 'v', &p->plan->names, p->name, p->name_length);
		return tokens_next(p);
	case NAME:
		return parse_name(p);
	case SIGN:
		break;
	case END:
		return tokens_unexpected(p);
	}
	if (tokens_is(p, SIGN, ".")) {
		p->plan->uses_own = true;
		emit(p, "$o", 2);
		return tokens_next(p);
	}
	if (!tokens_is(p, SIGN, "("))
		return tokens_unexpected(p);
	emit(p, "(", 1);
	if (tokens_next(p) != 0 || parse_or(p) != 0)
		return -1;
	emit(p, ")", 1);
	return tokens_expect(p, ")");
}

static int
parse_union(struct parser *p)
{
	size_t start = p->plan->used;

	if (parse_primary(p) != 0)
		return -1;
	while (tokens_is(p, SIGN, "|")) {
		wrap(p, start, "|", false);
		if (tokens_next(p) != 0 || parse_primary(p) != 0)
			return -1;
		emit(p, ")", 1);
	}
	return 0;
}

static int
parse_unary(struct parser *p)
{
	size_t start = p->plan->used;
	int minus = 0;

	while (tokens_is(p, SIGN, "-")) {
		minus++;
		if (tokens_next(p) != 0)
			return -1;
	}
	if (parse_union(p) != 0)
		return -1;
	/* Two of them still make a number of a text. */
	for (int i = minus > 2 ? 2 - minus % 2 : minus; i > 0; i--)
		wrap(p, start, "negative", true);
	return 0;
}

/* The levels of operators that group from the left, the weakest first. */
static const struct level {
	struct operator { enum token token; const char *text, *function; } operators[5];
} levels[] = {
	{ { { SIGN, "=", "=" }, { SIGN, "!=", "!=" } } },
	{ { { SIGN, "<=", "<=" }, { SIGN, "<", "<" }, { SIGN, ">=", ">=" }, { SIGN, ">", ">" } } },
	{ { { SIGN, "+", "+" }, { SIGN, "-", "-" } } },
	{ { { SIGN, "*", "*" }, { NAME, "div", "/" }, { NAME, "mod", "%" } } },
};

static int
parse_level(struct parser *p, size_t level)
{
	size_t start = p->plan->used;
	const struct operator *o;

	if (level == sizeof levels / sizeof levels[0])
		return parse_unary(p);
	if (parse_level(p, level + 1) != 0)
		return -1;
	for (;;) {
		for (o = levels[level].operators; o->text && !tokens_is(p, o->token, o->text); o++)
			;
		if (!o->text)
			return 0;
		wrap(p, start, o->function, false);
		if (tokens_next(p) != 0 || parse_level(p, level + 1) != 0)
			return -1;
		emit(p, ")", 1);
	}
}

static int
parse_and(struct parser *p)
{
	size_t start = p->plan->used;

	if (parse_level(p, 0) != 0)
		return -1;
	if (!tokens_is(p, NAME, "and"))
		return 0;
	wrap(p, start, "boolean", true);
	while (tokens_is(p, NAME, "and")) {
		emit(p, " and ", 5);
		start = p->plan->used;
		if (tokens_next(p) != 0 || parse_level(p, 0) != 0)
			return -1;
		wrap(p, start, "boolean", true);
	}
	return 0;
}

static int
parse_or(struct parser *p)
{
	size_t start = p->plan->used;

	if (++p->depth > EXPRESSION_MAX_DEPTH)
		return tokens_fail(p, p->at, _("brackets stand too deep inside one another."));
	if (parse_and(p) != 0)
		return -1;
	if (tokens_is(p, NAME, "or")) {
		wrap(p, start, "boolean", true);
		while (tokens_is(p, NAME, "or")) {
			emit(p, " or ", 4);
			start = p->plan->used;
			if (tokens_next(p) != 0 || parse_and(p) != 0)
				return -1;
			wrap(p, start, "boolean", true);
		}
	}
	p->depth--;
	return 0;
}

int
expression_parse(struct expression_plan *plan, const char *text, enum expression_use use,
	struct error *err)
{
	struct parser p = { .text = text, .use = use, .plan = plan, .err = err };

	if (tokens_check(&p) != 0 || tokens_next(&p) != 0)
		return -1;
	if (p.token == END)
		return tokens_fail(&p, 0, _("it is empty."));
	if (parse_or(&p) != 0)
		return -1;
	return p.token == END ? 0 : tokens_unexpected(&p);
}

static void
release_names(struct expression_names *names)
{
	for (size_t i = 0; i < names->count; i++)
		free(names->items[i]);
	free(names->items);
}

void
expression_plan_release(struct expression_plan *plan)
{
	release_names(&plan->names);
	release_names(&plan->columns);
	free(plan->code);
}

