/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as an expression (after a letter that says for what): what compiles also evaluates or
 * says why not, the same way twice, and its names are names. */
#include "fuzz.h"

#include "base/expression.h"

#include <string.h>

static int
values(void *context, const char *name, struct expression_values *out)
{
	static const char *const many[] = { "3", "", "x y", "2026-01-31", "ąę" };

	(void)context;
	if (strcmp(name, "many") == 0)
		*out = (struct expression_values){ .texts = many, .count = 5 };
	else
		*out = (struct expression_values){ .text = name, .count = name[0] != 'n' };
	return name[0] == 'x' ? -1 : 0;
}

static int
label(void *context, const char *question, const char *choice, const char **out)
{
	(void)context, (void)question;
	*out = choice;
	return 0;
}

static void
check_names(const char *const *names, int count)
{
	for (int i = 0; i < count; i++)
		for (int k = 0; k < i; k++)
			MUST(strcmp(names[i], names[k]) != 0);
}

static void
evaluate(struct expression *e, const struct expression_scope *scope)
{
	char *text[2];
	int result[2];

	for (int i = 0; i < 2; i++) {
		struct error err = { 0 };

		result[i] = expression_text(e, scope, &text[i], &err);
		MUST_FIT(result[i], err);
		MUST((result[i] == 0) == (text[i] != NULL));
	}
	MUST(result[0] == result[1]);
	MUST(!text[0] || strcmp(text[0], text[1]) == 0);
	free(text[0]);
	free(text[1]);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	static const struct expression_scope scope = { NULL, values, values, label, "1,5 a", 3 };
	struct error err = { 0 };
	struct expression *e;
	const char *const *names;
	char *text;
	int count, result;

	if (size == 0)
		return 0;
	text = calloc(size, 1);
	MUST(text);
	memcpy(text, bytes + 1, size - 1);
	result = expression_compile(
		&e, text, bytes[0] == 'F' ? EXPRESSION_FILTER : EXPRESSION_RULE, &err);
	MUST_FIT(result, err);
	MUST((result == 0) == (e != NULL));
	if (e) {
		char *renamed = expression_rename(text, "age", "age");

		MUST(strcmp(renamed, text) == 0);
		free(renamed);
		names = expression_names(e, &count);
		check_names(names, count);
		names = expression_columns(e, &count);
		check_names(names, count);
		if (!expression_uses_clock(e))
			evaluate(e, &scope);
		expression_free(e);
	}
	free(text);
	return 0;
}
