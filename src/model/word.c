/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looking words up in tables of a handful. */
#include "config.h"

#include "model/word.h"

#include <string.h>

int
word_find(const struct word *words, int count, const char *name, int none)
{
	for (int i = 0; i < count; i++)
		if (strcmp(words[i].name, name) == 0)
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
