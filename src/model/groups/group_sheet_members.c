/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whose columns a group's comparison has. */
#include "config.h"

#include "model/groups/group_sheet.h"

#include "base/clock.h"
#include "base/date.h"
#include "base/text.h"
#include "model/queries.h"

/* By slot; the end of a unit that came and went twice is the last one. */
static int
read_members(struct db *db, const struct unit_table *units, int64_t group, int year,
	struct arena *arena, struct sheet_member *members, struct error *err)
{
	struct stmt *q = db_start(db, Q_GROUP_SHEET_MEMBERS, err);
	char today[16], first[16] = "", last[16] = "";

	if (year == MEMBERS_PRESENT)
		text_copy(first, sizeof first, "9999-12-31");
	else if (year == MEMBERS_EVER)
		text_copy(last, sizeof last, "9999-12-31");
	else {
		date_iso(first, sizeof first, (struct date){ year, 1, 1 });
		date_iso(last, sizeof last, (struct date){ year, 12, 31 });
	}
	db_bind_int(q, 1, group);
	db_bind_text(q, 2, date_iso(today, sizeof today, clock_today()));
	db_bind_text(q, 3, first);
	db_bind_text(q, 4, last);
	while (db_next(q)) {
		const struct unit *u = unit_by_slot(units, (int)db_int(q, 0));
		bool left = !db_int(q, 2);

		if (!u)
			continue;
		members[u->slot] = (struct sheet_member){ .slot = u->slot,
			.label = arena_string(arena, u->told),
			.head = left ? arena_format(arena, "%s *", u->told)
				     : arena_string(arena, u->told),
			.left_on = left ? arena_string(arena, db_text(q, 1)) : "" };
	}
	return db_end(q);
}

int
group_sheet_members(struct db *db, const struct unit_table *units, int64_t group, int year,
	struct arena *arena, struct sheet_member **list, int *count, struct error *err)
{
	struct arena room = { 0 };
	struct sheet_member *by_slot = arena_array(&room, (size_t)units->slots, sizeof *by_slot);
	int members = 0, failed = read_members(db, units, group, year, arena, by_slot, err);

	*count = 0;
	for (int i = 0; i < units->slots; i++)
		members += by_slot[i].slot != NO_SLOT;
	*list = arena_array(arena, (size_t)members + 1, sizeof **list);
	for (int i = 0; i < units->count; i++) {
		const struct sheet_member *m = &by_slot[units->units[units->in_order[i]].slot];

		if (m->slot != NO_SLOT)
			(*list)[(*count)++] = *m;
	}
	arena_release(&room);
	return failed;
}
