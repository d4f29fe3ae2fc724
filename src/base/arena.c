/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chain of blocks; the newest stands first and is filled from its beginning. */
#include "config.h"

#include "base/arena.h"

#include "base/memory.h"
#include "base/text.h"

#include <stdalign.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#ifndef ARENA_BLOCK /* tests make it tiny */
#define ARENA_BLOCK 16384
#endif

#define TOO_MUCH (SIZE_MAX / 4 + 1) /* no machine has it; a multiple of every alignment */

struct arena_block {
	struct arena_block *next;
	size_t used, size;
	alignas(max_align_t) char bytes[];
};

static size_t
rounded(size_t size)
{
	const size_t unit = alignof(max_align_t);

	/* An impossible size stays impossible, and memory_new says so. */
	return size > TOO_MUCH ? TOO_MUCH : (size + unit - 1) / unit * unit;
}

void *
arena_new(struct arena *arena, size_t size)
{
	struct arena_block *block = arena->first;
	size_t need = rounded(size ? size : 1);
	size_t room = need > ARENA_BLOCK ? need : ARENA_BLOCK;
	void *place;

	if (!block || block->size - block->used < need) {
		block = memory_new(sizeof(*block) + room);
		block->size = room;
		block->next = arena->first;
		arena->first = block;
	}
	place = block->bytes + block->used;
	block->used += need;
	return place;
}

void *
arena_array(struct arena *arena, size_t count, size_t size)
{
	return arena_new(arena, size && count > TOO_MUCH / size ? TOO_MUCH : count * size);
}

char *
arena_string(struct arena *arena, const char *text)
{
	size_t size = strlen(text) + 1;

	return memcpy(arena_new(arena, size), text, size);
}

char *
arena_format(struct arena *arena, const char *fmt, ...)
{
	va_list args, again;
	char *text;
	int length;

	va_start(args, fmt);
	va_copy(again, args);
	length = vsnprintf(NULL, 0, fmt, args);
	text = arena_new(arena, length < 0 ? 1 : (size_t)length + 1);
	if (length >= 0)
		vsnprintf(text, (size_t)length + 1, fmt, again);
	va_end(again);
	va_end(args);
	return text_whole(text);
}

void *
arena_grow(struct arena *arena, void *items, size_t count, size_t *capacity, size_t size)
{
	size_t room;
	void *moved;

	if (items && count < *capacity)
		return items;
	room = count < 8 ? 16 : 2 * count;
	moved = arena_array(arena, room, size);
	if (items)
		memcpy(moved, items, count * size);
	*capacity = room;
	return moved;
}

void
arena_release(struct arena *arena)
{
	struct arena_block *block = arena->first;

	while (block) {
		struct arena_block *next = block->next;

		free(block);
		block = next;
	}
	arena->first = NULL;
}

void
arena_clear(struct arena *arena)
{
	struct arena_block *kept = arena->first;

	while (kept && kept->size > ARENA_BLOCK) {
		arena->first = kept->next;
		free(kept);
		kept = arena->first;
	}
	if (!kept)
		return;
	arena->first = kept->next;
	arena_release(arena);
	memset(kept->bytes, 0, kept->used);
	kept->used = 0;
	kept->next = NULL;
	arena->first = kept;
}
