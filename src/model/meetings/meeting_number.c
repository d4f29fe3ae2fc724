/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Meetings numbered anew in the order of their days. */
#include "config.h"

#include "model/meetings/meeting_number.h"

#include "base/i18n.h"
#include "model/groups/exchange_group.h"
#include "model/meetings/meeting_parts.h"
#include "model/queries.h"

#include <stdlib.h>

struct numbering {
	int64_t group;
	struct arena *arena;
	struct meeting_number *list;
	int count;
};

static int
by_number(const void *a, const void *b)
{
	int one = *(const int *)a, other = *(const int *)b;

	return (one > other) - (one < other);
}

static int
load(struct db *db, struct numbering *n, struct error *err)
{
	struct stmt *q = db_start(db, Q_MEETING_NUMBERS, err);
	size_t room = 0;

	n->list = NULL;
	n->count = 0;
	db_bind_int(q, 1, n->group);
	while (db_next(q)) {
		n->list = arena_grow(
			n->arena, n->list, (size_t)n->count, &room, sizeof(*n->list));
		n->list[n->count++] = (struct meeting_number){ .id = db_int(q, 0),
			.from = (int)db_int(q, 1),
			.starts_at = arena_string(n->arena, db_text(q, 2)),
			.sent = db_int(q, 3) != 0 };
	}
	return db_end(q);
}

/* The numbers that these meetings have, lowest first, to the meetings as their days follow. */
static void
deal(struct numbering *n)
{
	int *numbers = arena_array(n->arena, (size_t)n->count + 1, sizeof(*numbers));

	for (int i = 0; i < n->count; i++)
		numbers[i] = n->list[i].from;
	qsort(numbers, (size_t)n->count, sizeof(*numbers), by_number);
	for (int i = 0; i < n->count; i++)
		n->list[i].to = numbers[i];
}

/* Leaves those alone whose number changes. */
static int
find_astray(struct db *db, struct numbering *n, struct error *err)
{
	char shown[24];
	int kept = 0;

	if (load(db, n, err))
		return -1;
	deal(n);
	for (int i = 0; i < n->count; i++) {
		const struct meeting_number *m = &n->list[i];

		if (m->from == m->to)
			continue;
		if (m->sent)
			return error_set(err, ERROR_INPUT,
				_("The minutes of meeting %d of %s went out with this number, so "
				  "it stays, and numbers cannot follow the days. The terms of a "
				  "meeting (F4 on the list, t inside it, command meeting change) "
				  "give it a free number."),
				m->from,
				meeting_day_text(shown, sizeof(shown), m->starts_at));
		n->list[kept++] = *m;
	}
	n->count = kept;
	return 0;
}

int
meeting_numbers_astray(struct db *db, int64_t group, struct arena *arena,
	struct meeting_number **list, int *count, struct error *err)
{
	struct numbering n = { .group = group, .arena = arena };

	if (find_astray(db, &n, err))
		return -1;
	*list = n.list;
	*count = n.count;
	return 0;
}

static int
put(struct db *db, int query, const struct meeting_number *m, struct error *err)
{
	struct stmt *q = db_start(db, query, err);

	db_bind_int(q, 1, m->id);
	if (query == Q_MEETING_NUMBER_PUT)
		db_bind_int(q, 2, m->to);
	return db_run(q, NULL);
}

static int
renumber(struct db *db, void *context, struct error *err)
{
	struct numbering *n = context;
	struct exchange_group g;

	if (exchange_group_load(db, n->group, &g, err) || owner_check(db, g.owner, err) ||
		find_astray(db, n, err))
		return -1;
	for (int i = 0; i < n->count; i++)
		if (put(db, Q_MEETING_NUMBER_ASIDE, &n->list[i], err))
			return -1;
	for (int i = 0; i < n->count; i++)
		if (put(db, Q_MEETING_NUMBER_PUT, &n->list[i], err))
			return -1;
	db_act_entity(db, n->group);
	return 0;
}

int
meeting_renumber(struct db *db, int64_t group, struct arena *arena, struct meeting_number **list,
	int *count, struct error *err)
{
	struct db_act act = { .action = "meeting.renumber", .entity = "exchange_group" };
	struct numbering n = { .group = group, .arena = arena };
	struct exchange_group g;

	if (exchange_group_load(db, group, &g, err))
		return -1;
	act.summary = g.code;
	if (db_write(db, &act, renumber, &n, err))
		return -1;
	*list = n.list;
	*count = n.count;
	return 0;
}
