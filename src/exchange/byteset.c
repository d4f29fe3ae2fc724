/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An open hash over an array of entries. */
#include "config.h"

#include "exchange/byteset.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

static uint32_t
hash_of(const unsigned char *bytes, size_t length)
{
	uint64_t hash = 0x9e3779b97f4a7c15u ^ length, part;

	for (; length >= 8; bytes += 8, length -= 8) {
		memcpy(&part, bytes, 8);
		hash = (hash ^ part) * 0xff51afd7ed558ccdu;
		hash ^= hash >> 32;
	}
	part = 0;
	memcpy(&part, bytes, length);
	hash = (hash ^ part) * 0xff51afd7ed558ccdu;
	hash ^= hash >> 29;
	hash *= 0xc4ceb9fe1a85ec53u;
	return (uint32_t)(hash >> 32);
}

static size_t
place_of(const struct byteset *set, const void *bytes, size_t length, uint32_t hash)
{
	size_t mask = set->place_count - 1, place = hash & mask;

	for (; set->places[place]; place = (place + 1) & mask) {
		const struct byteset_entry *e = &set->entries[set->places[place] - 1];

		if (e->hash == hash && e->length == length && !memcmp(e->bytes, bytes, length))
			break;
	}
	return place;
}

static void
widen(struct byteset *set)
{
	size_t count = set->place_count ? 2 * set->place_count : 64;

	free(set->places);
	set->places = memory_array(count, sizeof *set->places);
	set->place_count = count;
	for (int i = 0; i < set->count; i++) {
		size_t place = set->entries[i].hash & (count - 1);

		while (set->places[place])
			place = (place + 1) & (count - 1);
		set->places[place] = i + 1;
	}
}

int
byteset_add(struct byteset *set, const void *bytes, size_t length)
{
	uint32_t hash = hash_of(bytes, length);
	char *copy;
	size_t place;

	if (((size_t)set->count + 1) * 2 > set->place_count)
		widen(set);
	place = place_of(set, bytes, length, hash);
	if (set->places[place])
		return set->places[place] - 1;
	copy = arena_new(&set->arena, length + 1);
	memcpy(copy, bytes, length);
	set->entries = memory_grow(
		set->entries, &set->capacity, (size_t)set->count + 1, sizeof *set->entries);
	set->entries[set->count] = (struct byteset_entry){ copy, (uint32_t)length, hash };
	set->places[place] = ++set->count;
	return set->count - 1;
}

int
byteset_find(const struct byteset *set, const void *bytes, size_t length)
{
	if (!set->count)
		return -1;
	return set->places[place_of(set, bytes, length, hash_of(bytes, length))] - 1;
}

void
byteset_release(struct byteset *set)
{
	arena_release(&set->arena);
	free(set->entries);
	free(set->places);
	*set = (struct byteset){ 0 };
}
