/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Successions as the readers of values need them. */
#include "config.h"

#include "model/indicators/path.h"

#include "model/indicators/flag.h"
#include "model/indicators/value.h"

#include <stdlib.h>
#include <string.h>

enum { LONGEST_PATH = 16 };

int
path_load(struct db *db, const struct unit_table *units, struct arena *arena, struct path *out,
	struct error *err)
{
	*out = (struct path){ .slots = units->slots };
	if (succession_load(db, units, arena, &out->links, &out->link_count, err))
		return -1;
	out->before = arena_array(arena, (size_t)units->slots + 1, sizeof *out->before);
	out->since = arena_array(arena, (size_t)units->slots + 1, sizeof *out->since);
	for (int i = 0; i < out->link_count; i++) {
		const struct succession_link *link = &out->links[i];

		if (!link->follows || link->other == NO_SLOT || link->other == link->slot)
			continue;
		out->before[link->slot] = link->other;
		out->since[link->slot] = link->year;
	}
	return 0;
}

int
path_slot(const struct path *path, int slot, int year)
{
	for (int step = 0; step < LONGEST_PATH && slot > 0 && slot < path->slots; step++) {
		if (path->before[slot] == NO_SLOT || year >= path->since[slot])
			break;
		slot = path->before[slot];
	}
	return slot;
}

int
path_figure_slot(const struct path *path, const struct vector *v, int slot, int year)
{
	unsigned char flag = slot < v->slots ? v->flag[slot] : FLAG_ABSENT;
	int before;

	if (path->before[slot] == NO_SLOT || (flag != FLAG_ABSENT && flag != FLAG_EMPTY))
		return slot;
	before = path_slot(path, slot, year);
	return before >= v->slots || v->flag[before] == FLAG_ABSENT ? slot : before;
}

int
path_now(const struct path *path, int slot)
{
	for (int step = 0, next = 0; step < LONGEST_PATH && slot > 0; step++, slot = next) {
		for (next = 1; next < path->slots && path->before[next] != slot; next++)
			;
		if (next >= path->slots)
			break;
	}
	return slot;
}

bool
path_stops(const struct path *path, int slot, int year)
{
	for (int i = 0; i < path->link_count; i++) {
		const struct succession_link *link = &path->links[i];

		if (link->slot == slot && link->year == year &&
			(!strcmp(link->change, "split") || !strcmp(link->change, "merged")))
			return true;
	}
	return false;
}

bool
path_exists(const struct unit *u, int year)
{
	return (!u->starts_on[0] && !u->ends_on[0]) || unit_exists_in(u, year);
}

unsigned
path_marks(const struct unit_table *units, int slot, int year, unsigned char flag)
{
	const struct unit *u = unit_by_slot(units, slot);
	unsigned marks = flag_meaning(flag)->series_break ? MARK_BREAK : 0;

	if (flag == FLAG_ABSENT || flag_missing(flag) || !u || path_exists(u, year))
		return marks;
	if (unit_begins_after(u, year))
		return marks | MARK_BEFORE_UNIT;
	return marks | MARK_AFTER_UNIT;
}
