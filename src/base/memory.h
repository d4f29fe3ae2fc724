/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Allocation that cannot fail: out of memory ends the program through one hook. */
#ifndef BASE_MEMORY_H
#define BASE_MEMORY_H

#include <stddef.h>

void *memory_new(size_t size) __attribute__((malloc, returns_nonnull));                 /* zeroed */
void *memory_array(size_t count, size_t size) __attribute__((malloc, returns_nonnull)); /* zeroed */
/* Grows *capacity (in elements) to at least need, doubling; returns the moved block. */
void *memory_grow(void *block, size_t *capacity, size_t need, size_t size)
	__attribute__((returns_nonnull));
char *memory_string(const char *text) __attribute__((malloc, returns_nonnull));

/* Called once before the program ends for want of memory (restores the terminal). */
void memory_set_last_words(void (*hook)(void));

#endif
