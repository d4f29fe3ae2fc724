/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The agenda that a meeting of a stage begins with. */
#include "config.h"

#include "model/meetings/agenda.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/meetings/meeting_parts.h"
#include "model/queries.h"

#include <string.h>

enum { HOMEWORK_MINUTES = 15 };

static int
count_homework(struct db *db, int64_t meeting, int *open, struct error *err)
{
	struct stmt *q = db_start(db, Q_AGENDA_OPEN_HOMEWORK, err);

	db_bind_int(q, 1, meeting);
	*open = db_next(q) ? (int)db_int(q, 0) : 0;
	return db_end(q);
}

static int
read_template(struct db *db, int64_t meeting, struct arena *arena, struct agenda_item **list,
	int *count, struct error *err)
{
	struct stmt *q = db_start(db, Q_AGENDA_TEMPLATE, err);
	size_t room = 0;

	*list = NULL;
	*count = 0;
	db_bind_int(q, 1, meeting);
	while (db_next(q)) {
		struct agenda_item item = { .meeting = meeting, .minutes = (int)db_int(q, 2) };

		text_copy(item.title, sizeof(item.title), db_text(q, 0));
		text_copy(item.speaker, sizeof(item.speaker), db_text(q, 1));
		*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof(**list));
		(*list)[(*count)++] = item;
	}
	return db_end(q);
}

bool
agenda_begins_with_homework(const struct agenda_item *list, int count)
{
	char folded[256];

	if (count == 0)
		return false;
	text_fold(folded, sizeof(folded), list[0].title);
	return text_match(folded, "zadan") || text_match(folded, "homework");
}

static const char *
homework_title(void)
{
	return _("Homework since the last meeting");
}

int
agenda_make(struct db *db, int64_t meeting, struct error *err)
{
	struct arena arena = { 0 };
	struct agenda_item *list, first = { .meeting = meeting, .day = 1 };
	struct meeting m;
	int count, open, days, day = 1, used = 0, result;

	if (meeting_load(db, meeting, &m, err) < 0 || count_homework(db, meeting, &open, err) < 0)
		return -1;
	days = meeting_days(m.starts_at, m.ends_at);
	result = read_template(db, meeting, &arena, &list, &count, err);
	if (result == 0 && open && !agenda_begins_with_homework(list, count)) {
		text_copy(first.title, sizeof(first.title), homework_title());
		first.minutes = used = HOMEWORK_MINUTES;
		result = agenda_write(db, &first, err);
	}
	for (int i = 0; result == 0 && i < count; i++) {
		struct agenda_hours hours = agenda_hours(&m, day);
		int room = hours.end - hours.begin;

		if (used && used + list[i].minutes > room && day < days) {
			day++;
			used = 0;
		}
		list[i].day = day;
		used += list[i].minutes;
		result = agenda_write(db, &list[i], err);
	}
	arena_release(&arena);
	return result;
}

/* ---- homework given when the next meeting is planned already ---- */

static int
find_next(struct db *db, int64_t group, int64_t meeting, int64_t *next, struct error *err)
{
	struct stmt *q = db_start(db, Q_AGENDA_AWAITS_HOMEWORK, err);
	char today[16];

	db_bind_int(q, 1, group);
	db_bind_int(q, 2, meeting);
	db_bind_text(q, 3, date_iso(today, sizeof(today), clock_today()));
	*next = db_next(q) ? db_int(q, 0) : 0;
	return db_end(q);
}

static int
find_homework(struct db *db, int64_t meeting, bool *found, struct error *err)
{
	struct arena arena = { 0 };
	struct agenda_item *list;
	int count, result = agenda_list(db, meeting, &arena, &list, &count, err);

	*found = result == 0 && agenda_begins_with_homework(list, count);
	for (int i = 0; result == 0 && i < count; i++) /* somebody has moved it */
		*found |= strcmp(list[i].title, homework_title()) == 0;
	arena_release(&arena);
	return result;
}

static int
shift(struct db *db, int64_t meeting, int by, int behind, struct error *err)
{
	struct stmt *q = db_start(db, Q_AGENDA_SHIFT, err);

	db_bind_int(q, 1, meeting);
	db_bind_int(q, 2, by);
	db_bind_int(q, 3, behind);
	return db_run(q, NULL);
}

/* No two may share a place even for a moment, so all go far behind first. */
static int
put_first(struct db *db, int64_t meeting, struct error *err)
{
	enum { FAR = 1000000 };
	struct stmt *q;

	if (shift(db, meeting, FAR, 0, err) < 0)
		return -1;
	q = db_start(db, Q_AGENDA_INSERT_FIRST, err);
	db_bind_int(q, 1, meeting);
	db_bind_text(q, 2, homework_title());
	db_bind_int(q, 3, HOMEWORK_MINUTES);
	return db_run(q, NULL) < 0 ? -1 : shift(db, meeting, 1 - FAR, 1, err);
}

int
agenda_await_homework(struct db *db, int64_t group, int64_t meeting, struct error *err)
{
	int64_t next;
	bool there;

	if (find_next(db, group, meeting, &next, err) < 0)
		return -1;
	if (next == 0)
		return 0;
	if (find_homework(db, next, &there, err) < 0)
		return -1;
	return there || (meeting_touch(db, next, 0, err) == 0 && put_first(db, next, err) == 0)
		       ? 0
		       : -1;
}

static int
remake(struct db *db, void *context, struct error *err)
{
	const int64_t *meeting = context;
	struct stmt *q;
	bool held;

	if (meeting_touch(db, *meeting, 0, err) < 0)
		return -1;
	q = db_start(db, Q_AGENDA_HELD_FAST, err);
	db_bind_int(q, 1, *meeting);
	held = db_next(q) && db_int(q, 0);
	if (db_end(q) < 0)
		return -1;
	if (held)
		return error_set(err, ERROR_INPUT,
			_("Notes, agreements, homework or documents belong to items of this "
			  "agenda; it "
			  "is not replaced. Change its items one by one."));
	q = db_start(db, Q_AGENDA_DELETE_ALL, err);
	db_bind_int(q, 1, *meeting);
	return db_run(q, NULL) < 0 ? -1 : agenda_make(db, *meeting, err);
}

int
agenda_from_stage(struct db *db, int64_t meeting, struct error *err)
{
	struct db_act act = { .action = "agenda.stage", .entity = "meeting" };

	return db_write(db, &act, remake, &meeting, err);
}
