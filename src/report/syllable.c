/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where words part at the end of a line. */
#include "config.h"

#include "report/syllable.h"

#include "base/text.h"

#include <stdbool.h>
#include <string.h>

static bool
is_letter(const char *p, const char *letters)
{
	size_t length = text_cluster(p);

	for (; *letters; letters += text_cluster(letters))
		if (text_cluster(letters) == length && strncmp(p, letters, length) == 0)
			return true;
	return false;
}

static bool
stays_together(const char *p, const char *next)
{
	static const char *const pairs[] = { "ch", "cz", "dz", "dź", "dż", "rz", "sz" };

	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
		if (*p == pairs[i][0] && strncmp(next, pairs[i] + 1, strlen(pairs[i]) - 1) == 0)
			return true;
	return false;
}

size_t
syllable_end(const char *text, int width)
{
	static const char vowels[] = "aąeęioóuy", consonants[] = "bcćdfghjklłmnńprsśtwzźż";
	size_t word = strcspn(text, " "), fit = text_fit(text, width - 1), found = 0, before = 0;
	int letters = 0;

	for (size_t at = 0, next; at < word; before = at, at = next, letters++) {
		next = at + text_cluster(text + at);
		if (!is_letter(text + at, vowels) && !is_letter(text + at, consonants) &&
			!(letters == 0 && text[at] >= 'A' && text[at] <= 'Z'))
			return 0; /* a code, a file */
		if (at <= fit && letters > 1 && is_letter(text + at, consonants) &&
			is_letter(text + next, vowels) &&
			next + text_cluster(text + next) <= word &&
			!stays_together(text + before, text + at))
			found = at;
	}
	return found;
}
