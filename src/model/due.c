/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is due in exchange groups, gathered from their nouns and laid in order of days. */
#include "config.h"

#include "model/due.h"

#include "base/text.h"
#include "model/monitoring/monitoring_round.h"
#include "model/queries.h"
#include "model/strategies/target_course.h"
#include "model/units/unit_city.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { NEXT_MEETINGS = 2, NO_LIMIT = -1 };

struct gathering {
	struct db *db;
	struct arena *arena;
	struct due_item *list;
	int count;
	size_t room;
	int slot, twin; /* 0 = all members; of a city its other code, else the same */
	char today[16], soon[16], ahead[16], back[16];
	int year; /* the last full one */
	char report_day[16];
};

static int
begin(struct gathering *g, struct db *db, struct date today, int slot, struct arena *arena,
	struct error *err)
{
	long day = date_to_days(today);

	*g = (struct gathering){ .db = db, .arena = arena, .slot = slot == NO_SLOT ? 0 : slot };
	date_iso(g->today, sizeof g->today, today);
	date_iso(g->soon, sizeof g->soon, date_from_days(day + DUE_SOON + 1));
	date_iso(g->ahead, sizeof g->ahead, date_from_days(day + DUE_AHEAD + 1));
	date_iso(g->back, sizeof g->back, date_from_days(day - DUE_BACK));
	g->year = today.year - 1;
	date_iso(g->report_day, sizeof g->report_day, round_state_report_day(g->year));
	return unit_twin_of(db, g->slot, &g->twin, err);
}

static void
bind_unit(struct stmt *q, const struct gathering *g)
{
	db_bind_int(q, 2, g->slot);
	db_bind_int(q, 5, g->twin);
}

static struct due_item *
add(struct gathering *g, enum due_kind kind, const char *on)
{
	struct due_item *item;

	g->list = arena_grow(g->arena, g->list, (size_t)g->count, &g->room, sizeof *g->list);
	item = &g->list[g->count++];
	*item = (struct due_item){ .kind = kind,
		.on = arena_string(g->arena, on),
		.overdue = on[0] && strcmp(on, g->today) < 0,
		.group_code = "",
		.text = "",
		.slot = NO_SLOT };
	return item;
}

static int
slot_of(int64_t stored)
{
	return stored ? (int)stored : NO_SLOT;
}

static int
meetings(struct gathering *g, const char *from, const char *before, int most, struct error *err)
{
	struct stmt *q = db_start(g->db, Q_DUE_MEETINGS, err);

	db_bind_text(q, 1, from);
	db_bind_text(q, 2, before);
	db_bind_int(q, 3, most);
	while (db_next(q)) {
		struct due_item *item = add(g, DUE_MEETING, db_text(q, 0));

		item->overdue = strncmp(db_text(q, 1), g->today, 10) < 0; /* by its last day */
		item->group = db_int(q, 2);
		item->meeting = item->id = db_int(q, 3);
		item->group_code = arena_string(g->arena, db_text(q, 4));
		item->text = arena_string(g->arena, db_text(q, 5));
		item->number = (int)db_int(q, 6);
		item->slot = slot_of(db_int(q, 7));
	}
	return db_end(q);
}

static int
homework(struct gathering *g, struct error *err)
{
	struct stmt *q = db_start(g->db, Q_DUE_HOMEWORK, err);

	db_bind_text(q, 1, g->ahead);
	bind_unit(q, g);
	while (db_next(q)) {
		struct due_item *item = add(g, DUE_HOMEWORK, db_text(q, 0));

		item->group = db_int(q, 1);
		item->meeting = db_int(q, 2);
		item->id = db_int(q, 3);
		item->group_code = arena_string(g->arena, db_text(q, 4));
		item->text = arena_string(g->arena, db_text(q, 5));
		item->slot = slot_of(db_int(q, 6));
	}
	return db_end(q);
}

static void
sheet(struct gathering *g, struct stmt *q, enum due_kind kind)
{
	struct due_item *item = add(g, kind, db_text(q, kind == DUE_SHEET ? 0 : 9));

	item->group = db_int(q, 1);
	item->id = db_int(q, 2);
	item->group_code = arena_string(g->arena, db_text(q, 3));
	item->year = (int)db_int(q, 4);
	if (kind == DUE_SHEET) {
		item->missing = (int)db_int(q, 5);
		item->of = (int)db_int(q, 6);
		item->queried = (int)db_int(q, 7);
	} else {
		item->missing = (int)db_int(q, 8);
		item->overdue = false; /* the day is that since when it waits */
	}
}

static int
sheets(struct gathering *g, struct error *err)
{
	struct stmt *q = db_start(g->db, Q_DUE_SHEETS, err);

	db_bind_text(q, 1, g->soon);
	bind_unit(q, g);
	db_bind_text(q, 4, g->today);
	while (db_next(q)) {
		if (db_int(q, 5) || db_int(q, 7))
			sheet(g, q, DUE_SHEET);
		if (db_int(q, 8))
			sheet(g, q, DUE_RETURNS);
	}
	return db_end(q);
}

static int
actions(struct gathering *g, struct error *err)
{
	struct stmt *q = db_start(g->db, Q_DUE_ACTIONS, err);

	db_bind_text(q, 1, g->soon);
	bind_unit(q, g);
	db_bind_text(q, 3, g->back);
	while (db_next(q)) {
		struct due_item *item = add(g, DUE_ACTION, db_text(q, 0));

		item->group = db_int(q, 1);
		item->id = db_int(q, 2);
		item->number = (int)db_int(q, 3);
		item->group_code = arena_string(g->arena, db_text(q, 4));
		item->text = arena_string(g->arena, db_text(q, 5));
		item->slot = slot_of(db_int(q, 6));
	}
	return db_end(q);
}

static int
remarks(struct gathering *g, struct error *err)
{
	struct stmt *q = db_start(g->db, Q_DUE_REMARKS, err);

	while (db_next(q)) {
		struct due_item *item = add(g, DUE_REMARKS, db_text(q, 0));

		item->group = db_int(q, 1);
		item->meeting = db_int(q, 2);
		item->id = db_int(q, 3);
		item->group_code = arena_string(g->arena, db_text(q, 4));
		item->number = (int)db_int(q, 5);
	}
	return db_end(q);
}

/* Of held meetings that no minutes were sent of. */
static int
minutes(struct gathering *g, struct error *err)
{
	struct stmt *q = db_start(g->db, Q_DUE_MINUTES, err);

	db_bind_int(q, 1, DUE_SOON);
	db_bind_text(q, 2, g->back);
	while (db_next(q)) {
		struct due_item *item = add(g, DUE_MINUTES, db_text(q, 0));

		item->group = db_int(q, 1);
		item->meeting = item->id = db_int(q, 2);
		item->group_code = arena_string(g->arena, db_text(q, 3));
		item->number = (int)db_int(q, 4);
	}
	return db_end(q);
}

/* Of strategies: query gives day, strategy, id, code, then a text, or year and counts. */
static int
strategies(struct gathering *g, enum due_kind kind, int query, struct error *err)
{
	struct stmt *q = db_start(g->db, query, err);

	db_bind_text(q, 1, g->soon);
	bind_unit(q, g);
	if (kind == DUE_TASK)
		db_bind_text(q, 3, g->today);
	if (kind == DUE_REPORT) {
		db_bind_int(q, 3, g->year);
		db_bind_text(q, 4, g->report_day);
	}
	while (db_next(q)) {
		struct due_item *item = add(g, kind, db_text(q, 0));

		item->strategy = db_int(q, 1);
		item->id = db_int(q, 2);
		item->group_code = arena_string(g->arena, db_text(q, 3));
		if (kind == DUE_ROUND || kind == DUE_REPORT) {
			item->year = (int)db_int(q, 4);
			item->missing = (int)db_int(q, 5);
			item->of = (int)db_int(q, 6);
			item->slot = slot_of(db_int(q, 7));
		} else {
			item->text = arena_string(g->arena, db_text(q, 4));
			item->slot = slot_of(db_int(q, 5));
		}
		if (kind == DUE_TASK) {
			item->unbegun = db_int(q, 6) != 0;
			item->overdue = item->overdue || db_int(q, 7) != 0;
		}
	}
	return db_end(q);
}

static int
all_of_strategies(struct gathering *g, struct error *err)
{
	static const struct {
		enum due_kind kind;
		int query;
	} parts[] = {
		{ DUE_ROUND, Q_DUE_ROUNDS },
		{ DUE_MEASURE, Q_DUE_MEASURES },
		{ DUE_RECOMMENDATION, Q_DUE_RECOMMENDATIONS },
		{ DUE_TASK, Q_DUE_TASKS },
		{ DUE_STEP, Q_DUE_STEPS },
		{ DUE_REPORT, Q_DUE_REPORTS },
	};

	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		if (strategies(g, parts[i].kind, parts[i].query, err))
			return -1;
	return 0;
}

/* By day, those without one last; what begins at an hour stands after what is due that day. */
static int
compare(const void *a, const void *b)
{
	const struct due_item *x = a, *y = b;
	int order;

	if (!x->on[0] != !y->on[0])
		return x->on[0] ? -1 : 1;
	order = strcmp(x->on, y->on);
	if (!order)
		order = (x->kind > y->kind) - (x->kind < y->kind);
	if (!order)
		order = (x->id > y->id) - (x->id < y->id);
	return order ? order : (x->number > y->number) - (x->number < y->number);
}

int
due_list(struct db *db, struct date today, int slot, struct arena *arena, struct due_item **list,
	int *count, struct error *err)
{
	struct gathering g;
	int failed;

	*list = NULL;
	*count = 0;
	if (begin(&g, db, today, slot, arena, err) || db_read_begin(db, err))
		return -1;
	failed = meetings(&g, g.back, g.ahead, NO_LIMIT, err) || homework(&g, err) ||
		 sheets(&g, err) || actions(&g, err) || remarks(&g, err) || minutes(&g, err) ||
		 all_of_strategies(&g, err);
	db_read_end(db);
	if (failed)
		return -1;
	if (g.count)
		qsort(g.list, (size_t)g.count, sizeof *g.list, compare);
	*list = g.list;
	*count = g.count;
	return 0;
}

static int
count_homework(const struct gathering *g, int *count, struct error *err)
{
	struct stmt *q = db_start(g->db, Q_DUE_HOMEWORK_COUNT, err);

	db_bind_text(q, 1, g->today);
	bind_unit(q, g);
	if (db_next(q))
		*count = (int)db_int(q, 0);
	return db_end(q);
}

static int
in_force(const struct gathering *g, struct due_summary *out, struct error *err)
{
	struct stmt *q = db_start(g->db, Q_DUE_IN_FORCE, err);
	size_t room = 0;

	out->year = g->year;
	db_bind_int(q, 1, g->year);
	bind_unit(q, g);
	while (db_next(q)) {
		out->in_force = arena_grow(g->arena, out->in_force, (size_t)out->in_force_count,
			&room, sizeof *out->in_force);
		out->in_force[out->in_force_count++] = db_int(q, 0);
	}
	return db_end(q);
}

int
due_in_force(struct db *db, struct date today, int slot, struct arena *arena,
	struct due_summary *out, struct error *err)
{
	struct gathering g;

	*out = (struct due_summary){ .overdue = 0 };
	return begin(&g, db, today, slot, arena, err) || in_force(&g, out, err) ? -1 : 0;
}

int
due_course_load(struct db *db, const struct unit_table *units, const struct due_summary *due,
	int counts[TARGET_WORDS], struct error *err)
{
	struct arena arena = { 0 };
	struct strategy_course course;
	int failed = 0;

	memset(counts, 0, TARGET_WORDS * sizeof *counts);
	for (int i = 0; !failed && i < due->in_force_count; i++) {
		failed = target_course_load(
			db, units, due->in_force[i], due->year, &arena, &course, err);
		for (int s = 0; !failed && s < TARGET_WORDS; s++)
			counts[s] += course.counts[s];
	}
	arena_release(&arena);
	return failed ? -1 : 0;
}

int
due_summary(struct db *db, struct date today, int slot, struct arena *arena,
	struct due_summary *out, struct error *err)
{
	struct gathering g, missing;
	int failed;

	*out = (struct due_summary){ .overdue = 0 };
	if (begin(&g, db, today, slot, arena, err) ||
		begin(&missing, db, today, slot, arena, err) || db_read_begin(db, err))
		return -1;
	failed = meetings(&g, g.today, "9999", NEXT_MEETINGS, err) || sheets(&missing, err) ||
		 count_homework(&g, &out->overdue, err) || minutes(&missing, err) ||
		 all_of_strategies(&missing, err) || in_force(&g, out, err);
	db_read_end(db);
	for (int i = 0; i < missing.count; i++)
		if (missing.list[i].strategy)
			out->strategies += missing.list[i].overdue;
		else if (missing.list[i].kind == DUE_MINUTES)
			out->minutes += missing.list[i].overdue;
		else
			out->sheets += missing.list[i].missing + missing.list[i].queried;
	out->meetings = g.list;
	out->meeting_count = g.count;
	return failed ? -1 : 0;
}

char *
due_when(const struct due_item *item, char *dst, size_t size)
{
	char day[32];

	if (!item->on[0])
		return text_copy(dst, size, "");
	date_show(day, sizeof day, item->on);
	if (item->kind == DUE_MEETING && strlen(item->on) > 11)
		snprintf(dst, size, "%s %s", day, item->on + 11);
	else
		text_copy(dst, size, day);
	return dst;
}
