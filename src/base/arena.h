/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Memory that is given back all at once: a screen's list, a command's table. */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stddef.h>

struct arena { /* zero-initialise; no other start needed */
	struct arena_block *first;
};

void *arena_new(struct arena *arena, size_t size)
	__attribute__((returns_nonnull)); /* zeroed, aligned */
void *arena_array(struct arena *arena, size_t count, size_t size) __attribute__((returns_nonnull));
char *arena_string(struct arena *arena, const char *text) __attribute__((returns_nonnull));
char *arena_format(struct arena *arena, const char *fmt, ...)
	__attribute__((returns_nonnull, format(printf, 2, 3)));
/* A growing array in the arena: returns items with room for one more than count. */
void *arena_grow(struct arena *arena, void *items, size_t count, size_t *capacity, size_t size)
	__attribute__((returns_nonnull));
void arena_release(struct arena *arena); /* frees everything; the arena may be used again */
/* The same where it is soon filled again, row after row: what was not large stays at hand. */
void arena_clear(struct arena *arena);

#endif
