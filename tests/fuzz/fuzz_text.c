/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as text: what is cleaned may be shown; order is an order; pieces are whole. */
#include "fuzz.h"

#include "base/text.h"

#include <string.h>

static int
sign(int n)
{
	return (n > 0) - (n < 0);
}

static void
check_clean(const char *text)
{
	size_t size = 3 * strlen(text) + 1;
	char *clean = malloc(size), *again = malloc(size), *small = malloc(9);

	MUST(clean && again && small);
	text_clean(clean, size, text);
	MUST(text_forbidden(clean, strlen(clean)) == strlen(clean));
	text_clean(again, size, clean);
	MUST(strcmp(clean, again) == 0);
	text_copy(small, 9, clean);
	MUST(text_valid(small, strlen(small)) == strlen(small));
	text_fold(small, 9, clean);
	MUST(text_valid(small, strlen(small)) == strlen(small));
	text_lower(again, size, clean);
	MUST(text_valid(again, strlen(again)) == strlen(again));
	memcpy(again, clean, strlen(clean) + 1);
	MUST(text_compose(again) <= strlen(clean));
	MUST(text_valid(again, strlen(again)) == strlen(again));
	free(clean);
	free(again);
	free(small);
}

static void
check_pieces(const char *text)
{
	size_t length = strlen(text);

	MUST(text_valid(text, length) <= length);
	MUST(text_forbidden(text, length) <= text_valid(text, length));
	MUST(text_fit(text, 5) <= length);
	MUST((text_cluster(text) == 0) == (length == 0) && text_cluster(text) <= length);
	MUST(text_cluster_before(text, length) <= length);
	MUST(text_width(text) >= 0);
}

/* The text is cut in two; each is less than, equal to or greater than the other. */
static void
check_order(char *text)
{
	size_t length = strlen(text);
	char *second = text + (length + 1) / 2;
	int forth = text_compare_n(text, (size_t)(second - text), second, strlen(second));
	int back = text_compare_n(second, strlen(second), text, (size_t)(second - text));

	MUST(sign(forth) == -sign(back));
	MUST(text_compare(text, text) == 0);
	MUST(text_match(text, ""));
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	char *text = malloc(size + 1);

	MUST(text);
	memcpy(text, bytes, size);
	text[size] = '\0';
	check_clean(text);
	check_pieces(text);
	check_order(text);
	free(text);
	return 0;
}
