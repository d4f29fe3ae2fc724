/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An open hash over an array of entries. */
#include "config.h"

#include "exchange/byteset.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

static uint64_t
stir(uint64_t hash, uint64_t part)
{
	hash = (hash ^ part) * 0xff51afd7ed558ccdu;
	return hash ^ hash >> 32;
}

static uint32_t
hash_of(const unsigned char *bytes, size_t length, uint64_t head, uint64_t tail)
{
	uint64_t hash = stir(stir(0x9e3779b97f4a7c15u ^ length, head), tail), part;

	for (size_t i = 8; i + 8 < length; i += 8) {
		memcpy(&part, bytes + i, 8);
		hash = stir(hash, part);
	}
	return (uint32_t)(hash * 0xc4ceb9fe1a85ec53u >> 32);
}

/* What to look for, with all that is computed of it once. */
struct wanted {
	const void *bytes;
	uint64_t head, tail;
	size_t length;
	uint32_t hash;
};

static inline struct wanted
want(const void *bytes, size_t length)
{
	struct wanted w = { bytes, byteset_head(bytes, length), byteset_tail(bytes, length), length,
		0 };

	w.hash = hash_of(bytes, length, w.head, w.tail);
	return w;
}

static size_t
place_of(const struct byteset *set, const struct wanted *w)
{
	size_t mask = set->place_count - 1, place = w->hash & mask;

	for (; set->places[place].number; place = (place + 1) & mask) {
		const struct byteset_place *p = &set->places[place];

		if (p->head == w->head && p->tail == w->tail && p->length == w->length &&
			(w->length <= 16 ||
				!memcmp(set->entries[p->number - 1].bytes, w->bytes, w->length)))
			break;
	}
	return place;
}

static void
widen(struct byteset *set)
{
	size_t count = set->place_count ? 2 * set->place_count : 64;
	struct byteset_place *wider = memory_array(count, sizeof *wider);

	for (size_t i = 0; i < set->place_count; i++) {
		const struct byteset_place *p = &set->places[i];
		size_t place;

		if (!p->number)
			continue;
		place = set->entries[p->number - 1].hash & (count - 1);
		while (wider[place].number)
			place = (place + 1) & (count - 1);
		wider[place] = *p;
	}
	free(set->places);
	set->places = wider;
	set->place_count = count;
}

int
byteset_add(struct byteset *set, const void *bytes, size_t length)
{
	struct wanted w = want(bytes, length);
	char *copy;
	size_t place;

	if (((size_t)set->count + 1) * 2 > set->place_count)
		widen(set);
	place = place_of(set, &w);
	if (set->places[place].number)
		return set->places[place].number - 1;
	copy = arena_new(&set->arena, length + 1);
	memcpy(copy, bytes, length);
	set->entries = memory_grow(
		set->entries, &set->capacity, (size_t)set->count + 1, sizeof *set->entries);
	set->entries[set->count++] = (struct byteset_entry){ copy, (uint32_t)length, w.hash };
	set->places[place] =
		(struct byteset_place){ w.head, w.tail, (uint32_t)length, set->count };
	return set->count - 1;
}

int
byteset_find(const struct byteset *set, const void *bytes, size_t length)
{
	struct wanted w = want(bytes, length);

	return set->count ? set->places[place_of(set, &w)].number - 1 : -1;
}

void
byteset_expect(const struct byteset *set, const void *bytes, size_t length)
{
	if (set->count)
		__builtin_prefetch(&set->places[want(bytes, length).hash & (set->place_count - 1)]);
}

void
byteset_release(struct byteset *set)
{
	arena_release(&set->arena);
	free(set->entries);
	free(set->places);
	*set = (struct byteset){ 0 };
}
