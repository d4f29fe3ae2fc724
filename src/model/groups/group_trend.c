/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One indicator over the years for all members of a group. */
#include "config.h"

#include "model/indicators/flag.h"
#include "model/groups/group_sheet.h"
#include "model/indicators/lent.h"
#include "model/indicators/path.h"

#include <math.h>
#include <string.h>

static bool
any_value(const struct group_trend *t, int at)
{
	for (int i = 0; i < t->member_count; i++)
		if (!isnan(t->values[i][at]))
			return true;
	return false;
}

/* Years in which no member has a value stand at neither end. */
static void
cut_ends(struct group_trend *t)
{
	int first = 0;

	while (first < t->count && !any_value(t, first))
		first++;
	while (t->count > first && !any_value(t, t->count - 1))
		t->count--;
	t->first_year += first;
	t->count -= first;
	t->median += first;
	t->made_up += first;
	for (int i = 0; i < t->member_count; i++) {
		t->values[i] += first;
		t->flags[i] += first;
		t->before[i] += first;
	}
}

static void
take_year(struct group_trend *t, const struct unit_table *units, const struct path *path,
	const struct vector *v, int at, const bool *in, double *room)
{
	struct summary s;
	int n = 0;

	for (int i = 0; i < t->member_count; i++) {
		int member = t->members[i].slot;
		int slot = lent_slot(
			units, path, v, member, t->first_year + at, &t->before[i][at]);

		t->flags[i][at] = slot < v->slots && in[member] ? v->flag[slot] : FLAG_ABSENT;
		t->values[i][at] = NAN;
		t->before[i][at] &= in[member];
		if (flag_missing(t->flags[i][at]) && t->flags[i][at] != FLAG_DRAFT)
			continue;
		t->values[i][at] = v->value[slot];
		if (t->flags[i][at] == FLAG_DRAFT)
			t->flags[i][at] = FLAG_PRELIMINARY;
		else
			room[n++] = v->value[slot];
	}
	statistics_summary(room, n, &s);
	t->median[at] = n ? s.median : NAN;
}

static void
make_room(struct group_trend *t, const int *years, int count, struct arena *arena)
{
	t->first_year = years[0];
	t->count = years[count - 1] - years[0] + 1;
	t->median = arena_array(arena, (size_t)t->count, sizeof *t->median);
	t->made_up = arena_array(arena, (size_t)t->count, sizeof *t->made_up);
	t->values = arena_array(arena, (size_t)t->member_count + 1, sizeof *t->values);
	t->flags = arena_array(arena, (size_t)t->member_count + 1, sizeof *t->flags);
	t->before = arena_array(arena, (size_t)t->member_count + 1, sizeof *t->before);
	for (int i = 0; i < t->member_count; i++) {
		t->values[i] = arena_array(arena, (size_t)t->count, sizeof **t->values);
		t->flags[i] = arena_array(arena, (size_t)t->count, sizeof **t->flags);
		t->before[i] = arena_array(arena, (size_t)t->count, sizeof **t->before);
	}
}

/* By slot: whose figures the year's sheet shows. */
static int
find_members(struct db *db, const struct unit_table *units, int64_t group, int year, bool *in,
	struct error *err)
{
	struct arena arena = { 0 };
	struct sheet_member *list;
	int count, failed = group_sheet_members(db, units, group, year, &arena, &list, &count, err);

	memset(in, 0, (size_t)units->slots * sizeof *in);
	for (int i = 0; i < count; i++)
		in[list[i].slot] = true;
	arena_release(&arena);
	return failed;
}

static int
fill(struct db *db, const struct unit_table *units, int64_t group,
	const struct indicator *indicator, struct arena *arena, struct vector *v,
	struct group_trend *t, struct error *err)
{
	struct path path;
	double *room;
	bool *in;
	int *years, count;

	if (group_sheet_members(
		    db, units, group, MEMBERS_EVER, arena, &t->members, &t->member_count, err) ||
		value_years_with(db, indicator, true, arena, &years, &count, err))
		return -1;
	if (!count || !t->member_count)
		return 0;
	if (path_load(db, units, arena, &path, err))
		return -1;
	make_room(t, years, count, arena);
	room = arena_array(arena, (size_t)t->member_count, sizeof *room);
	in = arena_array(arena, (size_t)units->slots, sizeof *in);
	for (int at = 0; at < t->count; at++) {
		if (find_members(db, units, group, t->first_year + at, in, err) ||
			value_load(db, indicator, t->first_year + at, v, NULL, err) ||
			value_made_up(
				db, indicator, t->first_year + at, NO_SLOT, &t->made_up[at], err))
			return -1;
		take_year(t, units, &path, v, at, in, room);
	}
	cut_ends(t);
	return 0;
}

int
group_trend_load(struct db *db, const struct unit_table *units, int64_t group,
	const struct indicator *indicator, struct arena *arena, struct group_trend *out,
	struct error *err)
{
	struct vector v;
	int failed;

	*out = (struct group_trend){ .count = 0 };
	if (db_read_begin(db, err))
		return -1;
	vector_new(&v, units->slots);
	failed = fill(db, units, group, indicator, arena, &v, out, err);
	vector_release(&v);
	db_read_end(db);
	return failed;
}
