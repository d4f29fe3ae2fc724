/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The functions of expressions that work on texts; positions count characters. */
#include "config.h"

#include "base/expression_parts.h"

#include "base/text.h"

#include <math.h>
#include <string.h>

#define PER_STEP 16 /* bytes copied or searched that count as one step */

static bool
spend_bytes(struct expression_call *c, size_t bytes)
{
	return expression_spend(c, bytes / PER_STEP + 1);
}

static size_t
step(const char *text)
{
	size_t used;

	text_decode(text, strlen(text) < 4 ? strlen(text) : 4, &used);
	return used;
}

static size_t
characters(const char *text)
{
	size_t count = 0;

	for (; *text; text++)
		count += ((unsigned char)*text & 0xC0) != 0x80;
	return count;
}

static const char *
after(const char *text, size_t count)
{
	while (*text && count > 0) {
		text += step(text);
		count--;
	}
	return text;
}

static const char *
copy(struct expression_call *c, const char *text, size_t length)
{
	char *out = arena_new(c->arena, length + 1);

	memcpy(out, text, length);
	return out;
}

/* All values of the arguments from the first on, with separator between them. */
static int
join(struct expression_call *c, int first, const char *separator)
{
	size_t size = 1, gap = strlen(separator);
	char *out, *end;
	bool begun = false;

	for (int pass = 0; pass < 2; pass++) {
		out = end = pass ? arena_new(c->arena, size) : NULL;
		begun = false;
		for (int a = first; a < c->count; a++) {
			const struct expression_value *v = &c->args[a];
			int count = v->kind == EXPRESSION_VALUES ? v->values->count : 1;

			for (int i = 0; i < count; i++) {
				const char *text = v->kind == EXPRESSION_VALUES
							   ? expression_item(v->values, i)
							   : expression_arg_text(c, a);
				size_t length = strlen(text);

				if (!pass) {
					size += length + gap;
					if (!spend_bytes(c, length + gap))
						return expression_give_text(c, "");
					continue;
				}
				end = begun ? (char *)memcpy(end, separator, gap) + gap : end;
				end = (char *)memcpy(end, text, length) + length;
				begun = true;
			}
		}
	}
	return expression_give_text(c, out);
}

int
expression_concat(struct expression_call *c)
{
	return join(c, 0, "");
}

int
expression_join(struct expression_call *c)
{
	return join(c, 1, expression_arg_text(c, 0));
}

/* The argument as a place in a text of so many characters; from the end if negative. */
static size_t
place(struct expression_call *c, int arg, size_t length)
{
	double at = trunc(expression_arg_number(c, arg));

	if (isnan(at))
		return 0;
	if (at < 0)
		at += (double)length;
	return at < 0 ? 0 : at > (double)length ? length : (size_t)at;
}

int
expression_substr(struct expression_call *c)
{
	const char *text = expression_arg_text(c, 0), *from;
	size_t length = characters(text), start = place(c, 1, length), end = length;

	if (c->count > 2)
		end = place(c, 2, length);
	if (start >= end || !spend_bytes(c, strlen(text)))
		return expression_give_text(c, "");
	from = after(text, start);
	return expression_give_text(
		c, copy(c, from, (size_t)(after(from, end - start) - from)));
}

int
expression_substring_before(struct expression_call *c)
{
	const char *text = expression_arg_text(c, 0);
	const char *found = strstr(text, expression_arg_text(c, 1));

	if (!found || !spend_bytes(c, strlen(text)))
		return expression_give_text(c, "");
	return expression_give_text(c, copy(c, text, (size_t)(found - text)));
}

int
expression_substring_after(struct expression_call *c)
{
	const char *needle = expression_arg_text(c, 1);
	const char *found = strstr(expression_arg_text(c, 0), needle);

	return expression_give_text(c, found ? found + strlen(needle) : "");
}

static const char *
text_or_own(struct expression_call *c)
{
	if (c->count > 0)
		return expression_arg_text(c, 0);
	return c->scope->own ? c->scope->own : "";
}

int
expression_string_length(struct expression_call *c)
{
	const char *text = text_or_own(c);

	spend_bytes(c, strlen(text));
	return expression_give_number(c, (double)characters(text));
}

int
expression_normalize_space(struct expression_call *c)
{
	const char *text = text_or_own(c);
	size_t length = strlen(text);
	char *out, *end;

	if (!spend_bytes(c, length))
		return expression_give_text(c, "");
	end = out = arena_new(c->arena, length + 2);
	while (*text) {
		text += strspn(text, " \t\r\n");
		length = strcspn(text, " \t\r\n");
		if (length > 0 && end > out)
			*end++ = ' ';
		memcpy(end, text, length);
		end += length;
		text += length;
	}
	*end = '\0';
	return expression_give_text(c, out);
}

int
expression_translate(struct expression_call *c)
{
	const char *text = expression_arg_text(c, 0);
	const char *from = expression_arg_text(c, 1), *to = expression_arg_text(c, 2);
	size_t length = strlen(text);
	char *out, *end;

	if (!expression_spend(c, length / 4 * (strlen(from) / 8 + 1)))
		return expression_give_text(c, "");
	end = out = arena_new(c->arena, 4 * length + 1);
	for (size_t used; *text; text += used) {
		size_t at = 0;
		const char *f = from, *new;

		used = step(text);
		while (*f && strncmp(f, text, used) != 0) {
			f += step(f);
			at++;
		}
		new = *f ? after(to, at) : text;
		if (*new) {
			size_t size = step(new);

			end = (char *)memcpy(end, new, size) + size;
		}
	}
	*end = '\0';
	return expression_give_text(c, out);
}

int
expression_contains(struct expression_call *c)
{
	const char *text = expression_arg_text(c, 0);

	spend_bytes(c, strlen(text));
	return expression_give_boolean(c, strstr(text, expression_arg_text(c, 1)) != NULL);
}

int
expression_starts_with(struct expression_call *c)
{
	const char *start = expression_arg_text(c, 1);

	return expression_give_boolean(
		c, strncmp(expression_arg_text(c, 0), start, strlen(start)) == 0);
}

int
expression_ends_with(struct expression_call *c)
{
	const char *text = expression_arg_text(c, 0), *end = expression_arg_text(c, 1);
	size_t length = strlen(text), size = strlen(end);

	return expression_give_boolean(c, size <= length && strcmp(text + length - size, end) == 0);
}

/* The next choice of a multiple answer and its length; NULL at the end. */
static const char *
choice(const char *text, size_t *length)
{
	text += strspn(text, " \t\r\n");
	*length = strcspn(text, " \t\r\n");
	return *length ? text : NULL;
}

int
expression_selected(struct expression_call *c)
{
	const struct expression_value *v = &c->args[0];
	const char *wanted = expression_arg_text(c, 1), *at;
	int count = v->kind == EXPRESSION_VALUES ? v->values->count : 1;
	size_t length, size;

	wanted += strspn(wanted, " \t\r\n");
	size = strcspn(wanted, " \t\r\n");
	if (wanted[size + strspn(wanted + size, " \t\r\n")])
		size = 0; /* no choice has a blank in its name */
	for (int i = 0; i < count; i++) {
		const char *text = v->kind == EXPRESSION_VALUES ? expression_item(v->values, i)
								: expression_arg_text(c, 0);

		if (!spend_bytes(c, strlen(text)))
			break;
		for (at = text; size && (at = choice(at, &length)); at += length)
			if (length == size && memcmp(at, wanted, size) == 0)
				return expression_give_boolean(c, true);
	}
	return expression_give_boolean(c, false);
}

int
expression_count_selected(struct expression_call *c)
{
	const char *at = expression_arg_text(c, 0);
	size_t length;
	int count = 0;

	spend_bytes(c, strlen(at));
	for (; (at = choice(at, &length)); at += length)
		count++;
	return expression_give_number(c, count);
}

int
expression_selected_at(struct expression_call *c)
{
	const char *at = expression_arg_text(c, 0);
	double wanted = trunc(expression_arg_number(c, 1));
	size_t length;

	spend_bytes(c, strlen(at));
	for (double i = 0; (at = choice(at, &length)); at += length, i++)
		if (i == wanted)
			return expression_give_text(c, copy(c, at, length));
	return expression_give_text(c, "");
}
