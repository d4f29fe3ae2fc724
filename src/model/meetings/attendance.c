/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who was at a meeting: ticks, and seats counted by unit. No names go into the audit. */
#include "config.h"

#include "model/meetings/attendance.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "model/meetings/meeting_parts.h"
#include "model/queries.h"

#include <stdlib.h>
#include <string.h>

int
attendance_count(struct db *db, int64_t meeting, struct arena *arena, struct attendance **list,
	int *count, struct error *err)
{
	struct stmt *q = db_start(db, Q_ATTENDANCE_COUNT, err);
	size_t room = 0;

	*list = NULL;
	*count = 0;
	db_bind_int(q, 1, meeting);
	while (db_next(q)) {
		*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof(**list));
		(*list)[(*count)++] = (struct attendance){ .slot = (int)db_int(q, 0),
			.invited = (int)db_int(q, 1),
			.accepted = (int)db_int(q, 2),
			.came = (int)db_int(q, 3),
			.member = db_int(q, 4) != 0,
			.guests = (int)db_int(q, 5),
			.guests_came = (int)db_int(q, 6) };
	}
	return db_end(q);
}

struct seats { /* of a unit, with its place by name */
	int place;
	struct attendance of;
};

static int
compare_seats(const void *a, const void *b)
{
	const struct seats *x = a, *y = b;

	return (x->place > y->place) - (x->place < y->place);
}

void
attendance_sort(struct attendance *list, int count, const struct unit_table *units)
{
	struct arena arena = { 0 };
	struct seats *seats = arena_array(&arena, (size_t)count + 1, sizeof(*seats));

	for (int i = 0; i < count; i++)
		seats[i] = (struct seats){ unit_place(units, list[i].slot), list[i] };
	qsort(seats, (size_t)count, sizeof(*seats), compare_seats);
	for (int i = 0; i < count; i++)
		list[i] = seats[i].of;
	arena_release(&arena);
}

/* ---- ticks ---- */

static int
refuse_early(struct db *db, int64_t meeting, struct error *err)
{
	struct meeting m;
	char today[16], shown[24];

	if (meeting_load(db, meeting, &m, err) < 0)
		return -1;
	date_iso(today, sizeof(today), clock_today());
	if (m.state == MEETING_CANCELLED)
		return error_set(
			err, ERROR_INPUT, _("This meeting is cancelled; nobody was there."));
	if (strncmp(m.starts_at, today, 10) > 0)
		return error_set(err, ERROR_INPUT,
			_("The meeting is on %s; who came is ticked from that day on."),
			meeting_day_text(shown, sizeof(shown), m.starts_at));
	return meeting_touch(db, meeting, 0, err);
}

static void
bind_came(struct stmt *q, int parameter, enum participant_came came)
{
	if (came == CAME_UNKNOWN)
		db_bind_null(q, parameter);
	else
		db_bind_int(q, parameter, came == CAME_YES);
}

/* shown: as the person saw it who ticks, NULL = whatever it says. */
static int
check_ticked(const struct participant *shown, const struct participant *now,
	enum participant_came wanted, struct error *err)
{
	static const char *const labels[] = { N_("not ticked"), N_("was there"),
		N_("was not there") };

	if (!shown || shown->came == now->came || now->came == wanted)
		return 0;
	return error_set(err, ERROR_CONFLICT,
		_("A colleague has ticked %s meanwhile: %s. The list shows it now; the key changes "
		  "it."),
		now->name, _(labels[now->came]));
}

struct mark {
	int64_t id, meeting, count;
	enum participant_came came;
	const struct participant *shown;
};

static int
tick(struct db *db, void *context, struct error *err)
{
	const struct mark *m = context;
	struct participant p;
	struct stmt *q;

	if (participant_load(db, m->id, &p, err) < 0 || refuse_early(db, p.meeting, err) < 0 ||
		check_ticked(m->shown, &p, m->came, err) < 0)
		return -1;
	q = db_start(db, Q_ATTENDANCE_TICK, err);
	db_bind_int(q, 1, m->id);
	bind_came(q, 2, m->came);
	if (db_run(q, NULL) < 0)
		return -1;
	if (m->came != CAME_YES)
		return 0;
	q = db_start(db, Q_ATTENDANCE_TICK_SEAT, err);
	db_bind_int(q, 1, m->id);
	return db_run(q, NULL);
}

int
attendance_tick(struct db *db, int64_t id, enum participant_came came, struct error *err)
{
	struct db_act act = { .action = "participant.tick", .entity = "meeting" };
	struct mark m = { .id = id, .came = came };

	return db_write(db, &act, tick, &m, err);
}

int
attendance_tick_shown(struct db *db, const struct participant *shown, enum participant_came came,
	struct error *err)
{
	struct db_act act = { .action = "participant.tick", .entity = "meeting" };
	struct mark m = { .id = shown->id, .came = came, .shown = shown };

	return db_write(db, &act, tick, &m, err);
}

static int
tick_rest(struct db *db, void *context, struct error *err)
{
	struct mark *m = context;
	struct stmt *q;

	if (refuse_early(db, m->meeting, err) < 0)
		return -1;
	q = db_start(db, Q_ATTENDANCE_TICK_REST, err);
	db_bind_int(q, 1, m->meeting);
	bind_came(q, 2, m->came);
	return db_run(q, &m->count);
}

int
attendance_tick_rest(
	struct db *db, int64_t meeting, enum participant_came came, int *count, struct error *err)
{
	struct db_act act = { .action = "participant.tick", .entity = "meeting" };
	struct mark m = { .meeting = meeting, .came = came };

	*count = 0;
	if (db_write(db, &act, tick_rest, &m, err) < 0)
		return -1;
	*count = (int)m.count;
	return 0;
}
