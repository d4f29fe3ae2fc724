/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Want of memory has one end, here: last words, a message, exit 1. What was committed is safe. */
#include "config.h"

#include "base/memory.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void (*last_words)(void);

static void give_up(void) __attribute__((noreturn));

static void
give_up(void)
{
	/* Not translated: gettext may want memory too. */
	if (last_words)
		last_words();
	fputs("gromada: out of memory; what was saved is safe\n", stderr);
	exit(1);
}

void
memory_set_last_words(void (*hook)(void))
{
	last_words = hook;
}

void *
memory_array(size_t count, size_t size)
{
	/* At least one byte, because calloc may answer NULL to none. */
	void *block = count && size ? calloc(count, size) : calloc(1, 1);

	if (!block)
		give_up();
	return block;
}

void *
memory_new(size_t size)
{
	return memory_array(1, size);
}

void *
memory_grow(void *block, size_t *capacity, size_t need, size_t size)
{
	size_t room = *capacity < 16 ? 16 : *capacity;

	if (block && need <= *capacity)
		return block;
	while (room < need)
		room = room > SIZE_MAX / 2 ? need : 2 * room;
	block = reallocarray(block, room, size ? size : 1);
	if (!block)
		give_up();
	*capacity = room;
	return block;
}

char *
memory_string(const char *text)
{
	char *copy = strdup(text);

	if (!copy)
		give_up();
	return copy;
}
