/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers for byte strings: the first one seen is 0, the next new one 1, and so on. */
#ifndef EXCHANGE_BYTESET_H
#define EXCHANGE_BYTESET_H

#include "base/arena.h"

#include <stddef.h>
#include <stdint.h>

struct byteset_entry {
	const char *bytes; /* ends with NUL behind its length */
	uint32_t length, hash;
};

struct byteset { /* zero-initialise */
	struct arena arena;
	struct byteset_entry *entries;
	int count;
	size_t capacity;
	int *places;        /* open addressing; entry + 1, 0 = free */
	size_t place_count; /* a power of two */
};

/* The number of these bytes; a new one equals the count before. */
int byteset_add(struct byteset *set, const void *bytes, size_t length);
/* -1 when it is not there. */
int byteset_find(const struct byteset *set, const void *bytes, size_t length);
void byteset_release(struct byteset *set);

#endif
