/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Marks of words that files carry. */
#include "config.h"

#include "model/strategies/words_mark.h"

#include "base/sha256.h"

#include <stdio.h>
#include <string.h>

static const char spaces[] = " \t\r\n";

char *
words_mark(char dst[WORDS_MARK_SIZE], const char *words)
{
	struct sha256 *sum = sha256_new();
	char hex[SHA256_HEX];
	size_t length;

	words += strspn(words, " '");
	for (words += strspn(words, spaces); *words; words += strspn(words, spaces)) {
		length = strcspn(words, spaces);
		sha256_update(sum, words, length);
		sha256_update(sum, " ", 1);
		words += length;
	}
	sha256_finish(sum, hex);
	snprintf(dst, WORDS_MARK_SIZE, "#%.8s", hex);
	return dst;
}

bool
words_marked(const char *mark, const char *words)
{
	char now[WORDS_MARK_SIZE];

	return !*mark || strcmp(mark, words_mark(now, words)) == 0;
}
