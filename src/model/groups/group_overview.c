/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The coordinator's overview: counts by group, laid beside each other. */
#include "config.h"

#include "model/groups/group_overview.h"

#include "model/queries.h"

#include <stdlib.h>

struct filling {
	struct db *db;
	struct arena *arena;
	const char *today;
	struct overview_row *rows;
	struct overview_row **by_id; /* the same in order of ids */
	int count;
};

static int
compare_ids(const void *a, const void *b)
{
	int64_t x = (*(struct overview_row *const *)a)->group;
	int64_t y = (*(struct overview_row *const *)b)->group;

	return (x > y) - (x < y);
}

/* The row that counts of a group go to; NULL = a retired one. */
static struct overview_row *
row_of(const struct filling *f, int64_t group)
{
	struct overview_row wanted = { .group = group }, *key = &wanted, **found;

	found = bsearch(&key, f->by_id, (size_t)f->count, sizeof *f->by_id, compare_ids);
	return found ? *found : NULL;
}

static int
load_groups(struct filling *f, struct error *err)
{
	struct stmt *q = db_start(f->db, Q_OVERVIEW_GROUPS, err);
	size_t room = 0;

	while (db_next(q)) {
		f->rows = arena_grow(f->arena, f->rows, (size_t)f->count, &room, sizeof *f->rows);
		f->rows[f->count++] = (struct overview_row){ .group = db_int(q, 0),
			.code = arena_string(f->arena, db_text(q, 1)),
			.name = arena_string(f->arena, db_text(q, 2)),
			.kind = arena_string(f->arena, db_text(q, 3)),
			.service = arena_string(f->arena, db_text(q, 4)),
			.made_up = db_int(q, 5) != 0,
			.stage = "",
			.next_at = "",
			.last_at = "" };
	}
	if (db_end(q) < 0)
		return -1;
	f->by_id = arena_array(f->arena, (size_t)f->count + 1, sizeof *f->by_id);
	for (int i = 0; i < f->count; i++)
		f->by_id[i] = &f->rows[i];
	qsort(f->by_id, (size_t)f->count, sizeof *f->by_id, compare_ids);
	return 0;
}

/* ---- what each query says of a group ---- */

static void
take_members(const struct filling *f, struct stmt *q, struct overview_row *r)
{
	(void)f;
	r->members = (int)db_int(q, 1);
}

static void
take_meetings(const struct filling *f, struct stmt *q, struct overview_row *r)
{
	r->held = (int)db_int(q, 1);
	r->planned = (int)db_int(q, 2);
	r->next_at = arena_string(f->arena, db_text(q, 3));
	r->last_at = arena_string(f->arena, db_text(q, 4));
}

static void
take_stage(const struct filling *f, struct stmt *q, struct overview_row *r)
{
	r->stage = arena_string(f->arena, db_text(q, 1));
}

static void
take_attendance(const struct filling *f, struct stmt *q, struct overview_row *r)
{
	(void)f;
	r->invited = (int)db_int(q, 1);
	r->attended = (int)db_int(q, 2);
}

static void
take_guests(const struct filling *f, struct stmt *q, struct overview_row *r)
{
	(void)f;
	r->invited -= (int)db_int(q, 1);
	r->attended -= (int)db_int(q, 2);
}

static void
take_homework(const struct filling *f, struct stmt *q, struct overview_row *r)
{
	(void)f;
	r->homework_open = (int)db_int(q, 1);
	r->homework_overdue = (int)db_int(q, 2);
}

static void
take_returns(const struct filling *f, struct stmt *q, struct overview_row *r)
{
	(void)f;
	r->returns = (int)db_int(q, 1);
	r->returns_in = (int)db_int(q, 2);
}

static void
take_conclusions(const struct filling *f, struct stmt *q, struct overview_row *r)
{
	(void)f;
	r->conclusions = (int)db_int(q, 1);
}

static void
take_plans(const struct filling *f, struct stmt *q, struct overview_row *r)
{
	(void)f;
	r->plans = (int)db_int(q, 1);
}

static const struct {
	int query;
	bool today; /* is its ?1 */
	void (*take)(const struct filling *f, struct stmt *q, struct overview_row *r);
} parts[] = {
	{ Q_OVERVIEW_MEMBERS, true, take_members },
	{ Q_OVERVIEW_MEETINGS, true, take_meetings },
	{ Q_OVERVIEW_STAGE, false, take_stage },
	{ Q_OVERVIEW_ATTENDANCE, false, take_attendance },
	{ Q_OVERVIEW_GUESTS, false, take_guests },
	{ Q_OVERVIEW_HOMEWORK, true, take_homework },
	{ Q_OVERVIEW_RETURNS, true, take_returns },
	{ Q_OVERVIEW_CONCLUSIONS, false, take_conclusions },
	{ Q_OVERVIEW_PLANS, false, take_plans },
};

static int
fill(struct filling *f, struct error *err)
{
	if (load_groups(f, err))
		return -1;
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		struct stmt *q = db_start(f->db, parts[i].query, err);

		if (parts[i].today)
			db_bind_text(q, 1, f->today);
		while (db_next(q)) {
			struct overview_row *r = row_of(f, db_int(q, 0));

			if (r)
				parts[i].take(f, q, r);
		}
		if (db_end(q) < 0)
			return -1;
	}
	return 0;
}

int
group_overview(struct db *db, const char *today, struct arena *arena, struct overview_row **list,
	int *count, struct error *err)
{
	struct filling f = { .db = db, .arena = arena, .today = today };
	int failed;

	if (db_read_begin(db, err))
		return -1;
	failed = fill(&f, err);
	db_read_end(db);
	*list = f.rows;
	*count = f.count;
	return failed;
}
