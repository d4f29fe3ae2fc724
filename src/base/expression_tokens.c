/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words and signs of an expression, and its names written anew. */
#include "config.h"

#include "base/expression_tokens.h"

#include "base/i18n.h"
#include "base/memory.h"
#include "base/text.h"

#include <stdio.h>
#include <string.h>

int
expression_place(const char *text, size_t offset)
{
	int place = 1;

	for (size_t i = 0; i < offset; i++)
		place += ((unsigned char)text[i] & 0xC0) != 0x80;
	return place;
}

static bool
name_start(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (c & 0x80);
}

static bool
digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
name_part(char c)
{
	return name_start(c) || digit(c) || c == '-' || c == '.';
}

size_t
expression_name_length(const char *text)
{
	size_t length = 0;

	if (name_start(*text))
		while (name_part(text[length]))
			length++;
	return length;
}

int
tokens_fail(struct parser *p, size_t offset, const char *what)
{
	int place = expression_place(p->text, offset);

	return error_at(p->err, ERROR_INPUT, 0, place, _("Character %d of the expression: %s"),
		place, what);
}

int
tokens_unexpected(struct parser *p)
{
	char shown[80], what[256];

	if (p->token == END)
		return tokens_fail(p, p->at, _("it ends too early."));
	snprintf(shown, sizeof shown, "%.*s", p->length < 60 ? (int)p->length : 60,
		p->text + p->at);
	text_copy(shown, text_valid(shown, strlen(shown)) + 1, shown);
	snprintf(what, sizeof what, _("“%s” cannot stand here."), shown);
	return tokens_fail(p, p->at, what);
}

/* ${name}: the brace was seen. Blanks inside the braces do not count. */
static int
read_question(struct parser *p)
{
	const char *s = p->text;
	size_t i = p->at + 2;

	while (s[i] == ' ')
		i++;
	p->name = i;
	p->name_length = 0;
	while (name_part(s[i]))
		i++, p->name_length++;
	while (s[i] == ' ')
		i++;
	if (s[i] != '}' || p->name_length == 0)
		return tokens_fail(p, p->at,
			_("a question is written ${name}: letters, digits, “_”, “-” and “.”."));
	p->token = QUESTION;
	p->length = i + 1 - p->at;
	return 0;
}

static void
read_number(struct parser *p)
{
	const char *s = p->text + p->at;
	size_t i = 0;

	while (digit(s[i]))
		i++;
	if (s[i] == '.')
		i++;
	while (digit(s[i]))
		i++;
	p->token = NUMBER;
	p->length = i;
}

static int
read_sign(struct parser *p)
{
	static const char *const two[] = { "!=", "<=", ">=", "..", "//", "::" };
	const char *s = p->text + p->at;

	p->token = SIGN;
	p->length = 1;
	for (size_t i = 0; i < sizeof two / sizeof two[0]; i++)
		if (strncmp(s, two[i], 2) == 0)
			p->length = 2;
	if (p->length == 2 && s[0] != '/' && s[0] != ':')
		return 0;
	if (strchr("/[]@", *s) || p->length == 2)
		return tokens_fail(p, p->at,
			_("paths through the form are not supported. Name the question: "
			  "${name}."));
	if (strchr("()+-*=<>|,.", *s))
		return 0;
	text_decode(s, strlen(s), &p->length);
	return tokens_unexpected(p);
}

int
tokens_next(struct parser *p)
{
	const char *s = p->text;
	const char *end;

	p->at += p->length;
	p->taken++;
	while (s[p->at] == ' ' || s[p->at] == '\t' || s[p->at] == '\n' || s[p->at] == '\r')
		p->at++;
	s += p->at;
	p->length = 0;
	p->token = END;
	if (!*s)
		return 0;
	if (s[0] == '$' && s[1] == '{')
		return read_question(p);
	if (*s == '\'' || *s == '"') {
		end = strchr(s + 1, *s);
		if (!end)
			return tokens_fail(p, p->at, _("a text begins here and is never closed."));
		p->token = LITERAL;
		p->length = (size_t)(end + 1 - s);
	} else if (digit(s[0]) || (s[0] == '.' && digit(s[1]))) {
		read_number(p);
	} else if (name_start(*s) && !(*s & 0x80)) {
		p->token = NAME;
		p->length = expression_name_length(s);
		if (s[p->length] == ':' && name_start(s[p->length + 1]))
			p->length += 1 + expression_name_length(s + p->length + 1);
	} else {
		return read_sign(p);
	}
	return 0;
}

bool
tokens_is(const struct parser *p, enum token token, const char *text)
{
	return p->token == token && p->length == strlen(text) &&
	       memcmp(p->text + p->at, text, p->length) == 0;
}

int
tokens_expect(struct parser *p, const char *sign)
{
	return tokens_is(p, SIGN, sign) ? tokens_next(p) : tokens_unexpected(p);
}

int
tokens_check(struct parser *p)
{
	size_t length = strlen(p->text), good = text_valid(p->text, length);

	if (length > EXPRESSION_MAX_TEXT)
		return error_set(p->err, ERROR_INPUT,
			_("The expression is too long: it has %zu bytes, at most %d are taken."),
			length, EXPRESSION_MAX_TEXT);
	for (size_t i = 0; i < good; i++) {
		unsigned char c = (unsigned char)p->text[i];

		/* Besides control characters these are the two that XML has not. */
		if ((c < ' ' && c != '\t' && c != '\n' && c != '\r') ||
			(c == 0xEF && (memcmp(p->text + i, "\357\277\276", 3) == 0 ||
					      memcmp(p->text + i, "\357\277\277", 3) == 0)))
			good = i;
	}
	return good == length ? 0 : tokens_fail(p, good, _("this character cannot stand here."));
}

bool
expression_name_valid(const char *name)
{
	return *name && expression_name_length(name) == strlen(name);
}

char *
expression_rename(const char *text, const char *old_name, const char *new_name)
{
	size_t old_length = strlen(old_name), new_length = strlen(new_name);
	size_t used = 0, capacity = 0;
	char *out = memory_grow(NULL, &capacity, strlen(text) + 1, 1);

	while (*text) {
		const char *name = text + 2;
		size_t before = 1;

		if (text[0] == '$' && text[1] == '{') {
			name += strspn(name, " ");
			if (strncmp(name, old_name, old_length) == 0 &&
				name[old_length + strspn(name + old_length, " ")] == '}')
				before = (size_t)(name - text);
		}
		out = memory_grow(out, &capacity,
			used + before + new_length + strlen(text) + 1, 1);
		memcpy(out + used, text, before);
		used += before;
		text += before;
		if (before > 1) {
			memcpy(out + used, new_name, new_length);
			used += new_length;
			text += old_length;
		}
	}
	out[used] = '\0';
	return out;
}
