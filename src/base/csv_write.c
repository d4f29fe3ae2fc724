/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One cell of a CSV file that gromada writes. */
#include "config.h"

#include "base/csv_write.h"

#include <string.h>

/* A number below zero is what it says, in any program. */
static bool
negative_number(const char *text)
{
	size_t whole = text[0] == '-' ? strspn(text + 1, "0123456789") : 0;
	const char *rest = text + 1 + whole;

	if (whole == 0)
		return false;
	if (*rest == ',' || *rest == '.')
		rest += 1 + strspn(rest + 1, "0123456789");
	return *rest == '\0';
}

/* Whether a spreadsheet would take the text for a formula, wide forms of the signs included. */
static bool
starts_formula(const char *text)
{
	static const char *const signs[] = {
		"=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"
	};

	if (negative_number(text))
		return false;
	text += strspn(text, "'");
	for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++)
		if (strncmp(text, signs[i], strlen(signs[i])) == 0)
			return true;
	return false;
}

static bool
needs_quotes(const char *text, char separator)
{
	const char special[] = { separator, '"', '\r', '\n', '\0' };
	size_t length = strlen(text);

	if (length == 0)
		return false;
	return strpbrk(text, special) || strchr(" \t", text[0]) || strchr(" \t", text[length - 1]);
}

static void
put_cell(struct output *out, char separator, bool first, const char *guard, const char *text)
{
	if (!first)
		output_write(out, &separator, 1);
	if (!needs_quotes(text, separator)) {
		output_puts(out, guard);
		output_puts(out, text);
		return;
	}
	output_puts(out, "\"");
	output_puts(out, guard);
	for (const char *quote; (quote = strchr(text, '"')); text = quote + 1) {
		output_write(out, text, (size_t)(quote - text));
		output_puts(out, "\"\"");
	}
	output_puts(out, text);
	output_puts(out, "\"");
}

void
csv_cell(struct output *out, char separator, bool first, const char *text)
{
	put_cell(out, separator, first, "", text);
}

void
csv_cell_guarded(struct output *out, char separator, bool first, const char *text)
{
	put_cell(out, separator, first, starts_formula(text) ? "'" : "", text);
}
