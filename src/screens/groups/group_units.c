/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Units in forms of groups: which are offered first, and which one a new line is about. */
#include "config.h"

#include "model/groups/exchange_group.h"
#include "model/groups/own_member.h"
#include "screens/frame/lookup.h"
#include "screens/groups/group_screens.h"

/* Each once, though it was a member of several groups, or twice of one. */
static int
members_of(struct app *app, int64_t group, struct arena *arena, int **slots, int *count,
	struct error *err)
{
	struct exchange_member *list;
	int members, n = 0;

	*slots = NULL;
	*count = 0;
	if (exchange_member_list(app->db, group, NULL, arena, &list, &members, err))
		return -1;
	*slots = arena_array(arena, (size_t)members + 1, sizeof **slots);
	for (int i = 0; i < members; i++) {
		bool there = false;

		for (int j = 0; j < n && !there; j++)
			there = (*slots)[j] == list[i].slot;
		if (!there)
			(*slots)[n++] = list[i].slot;
	}
	*count = n;
	return 0;
}

static int
suggest(struct app *app, int64_t group, bool only, const char *typed, struct field_suggestion *rows,
	int max)
{
	struct arena arena = { 0 };
	struct error ignored = { 0 };
	int count = 0, *slots = NULL, n, kept = 0;

	if (app->db && members_of(app, group, &arena, &slots, &count, &ignored))
		count = 0;
	n = lookup_suggest_unit_first(app, slots, count, typed, rows, max);
	for (int i = 0; only && i < n; i++) {
		const struct unit *unit = unit_by_code(&app->units, rows[i].key);

		for (int j = 0; unit && j < count; j++)
			if (slots[j] == unit->slot) {
				rows[kept++] = rows[i];
				break;
			}
	}
	arena_release(&arena);
	return only ? kept : n;
}

int
group_suggest_unit(
	struct app *app, int64_t group, const char *typed, struct field_suggestion *rows, int max)
{
	return suggest(app, group, false, typed, rows, max);
}

int
group_suggest_its_member(
	struct app *app, int64_t group, const char *typed, struct field_suggestion *rows, int max)
{
	return suggest(app, group, group != 0, typed, rows, max);
}

int
group_suggest_member(void *app, const char *typed, struct field_suggestion *rows, int max)
{
	return group_suggest_unit(app, 0, typed, rows, max);
}

int
group_member_meant(struct app *app, int64_t group, int *slot, struct error *err)
{
	const struct unit_table *units = app_units(app, err);

	return units ? exchange_member_meant(app->db, units, group, slot, err) : -1;
}

int
group_unit_of_new(struct app *app, int64_t group, int *slot, struct error *err)
{
	const struct unit_table *units = app_units(app, err);
	const char *const codes[] = { app->chosen_unit, app->office.own_unit };
	const struct unit *own;

	*slot = NO_SLOT;
	if (!units || (group && own_member_of(app->db, group, slot, err)))
		return -1;
	for (int i = 0; i < 2 && *slot == NO_SLOT; i++)
		if (exchange_member_by_code(app->db, units, group, codes[i], slot, err))
			return -1;
	own = app->office.own_unit[0] ? unit_by_code(units, app->office.own_unit) : NULL;
	if (*slot == NO_SLOT && own && !group)
		*slot = own->slot;
	return 0;
}
