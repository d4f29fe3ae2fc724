/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looking words up in tables of a handful. */
#include "config.h"

#include "model/word.h"

#include "base/i18n.h"
#include "base/text.h"

#include <stdbool.h>
#include <string.h>

int
word_find(const struct word *words, int count, const char *name, int none)
{
	for (int i = 0; i < count; i++)
		if (strcmp(words[i].name, name) == 0)
			return i;
	return none;
}

static bool
says(const struct word *word, const char *folded)
{
	char known[64];

	if (strcmp(folded, text_fold(known, sizeof known, word->name)) == 0)
		return true;
	for (int l = 0; l < LANGUAGES; l++)
		if (strcmp(folded, text_fold(known, sizeof known,
					   i18n_text_in((enum language)l, word->label))) == 0)
			return true;
	return false;
}

int
word_find_said(const struct word *words, int count, const char *said, int none)
{
	char folded[64];

	text_fold(folded, sizeof folded, said);
	for (int i = 0; i < count; i++)
		if (says(&words[i], folded))
			return i;
	return none;
}

int
word_place(const char *const *names, int count, const char *name, int none)
{
	for (int i = 0; i < count; i++)
		if (strcmp(names[i], name) == 0)
			return i;
	return none;
}
