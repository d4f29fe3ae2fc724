/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers for byte strings: the first one seen is 0, the next new one 1, and so on. */
#ifndef EXCHANGE_BYTESET_H
#define EXCHANGE_BYTESET_H

#include "base/arena.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct byteset_entry {
	const char *bytes; /* ends with NUL behind its length */
	uint32_t length, hash;
};

/* What most strings are compared by, so that looking one up touches one place of memory. */
struct byteset_place {
	uint64_t head, tail;
	uint32_t length;
	int number; /* of the entry + 1, 0 = free */
};

struct byteset { /* zero-initialise */
	struct arena arena;
	struct byteset_entry *entries;
	int count;
	size_t capacity;
	struct byteset_place *places; /* open addressing */
	size_t place_count;           /* a power of two */
};

/* The number of these bytes; a new one equals the count before. */
int byteset_add(struct byteset *set, const void *bytes, size_t length);
/* -1 when it is not there. */
int byteset_find(const struct byteset *set, const void *bytes, size_t length);
/* Asks memory for the place of bytes that will be looked up soon. */
void byteset_expect(const struct byteset *set, const void *bytes, size_t length);
void byteset_release(struct byteset *set);

/* The first eight bytes as a number, and the last eight: together they hold every byte of a
 * string of up to sixteen. Short ones are read by overlapping pieces, never beyond their end. */
static inline uint64_t
byteset_head(const void *bytes, size_t length)
{
	const unsigned char *p = bytes;
	uint32_t low, high;
	uint64_t all;

	if (length >= 8) {
		memcpy(&all, p, 8);
		return all;
	}
	if (length >= 4) {
		memcpy(&low, p, 4);
		memcpy(&high, p + length - 4, 4);
		return low | (uint64_t)high << 32;
	}
	return length ? p[0] | (uint64_t)p[length / 2] << 8 | (uint64_t)p[length - 1] << 16 : 0;
}

static inline uint64_t
byteset_tail(const void *bytes, size_t length)
{
	uint64_t all;

	if (length < 8)
		return 0;
	memcpy(&all, (const char *)bytes + length - 8, 8);
	return all;
}

/* memcmp for equality of short strings, without a call. */
static inline bool
byteset_same(const void *a, const void *b, size_t length)
{
	return length <= 16 ? byteset_head(a, length) == byteset_head(b, length) &&
				      byteset_tail(a, length) == byteset_tail(b, length)
			    : memcmp(a, b, length) == 0;
}

#endif
