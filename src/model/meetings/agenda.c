/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Agendas: items in the order of days and places, and their hours. */
#include "config.h"

#include "model/meetings/agenda.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/kept.h"
#include "model/meetings/meeting_parts.h"
#include "model/queries.h"

#include <stdio.h>
#include <string.h>

enum {
	LEAST_MINUTES = 5,
	DAY = 24 * 60,
	MOST_MINUTES = DAY,
	FAR = 1000000 /* behind all places, while they are given anew */
};

/* ---- reading ---- */

static void
read_item(struct stmt *q, struct agenda_item *i)
{
	*i = (struct agenda_item){ .id = db_int(q, 0),
		.meeting = db_int(q, 1),
		.position = (int)db_int(q, 2),
		.day = (int)db_int(q, 3),
		.minutes = (int)db_int(q, 6) };
	text_copy(i->title, sizeof(i->title), db_text(q, 4));
	text_copy(i->speaker, sizeof(i->speaker), db_text(q, 5));
	i->seen = seen_number(
		seen_number(seen_text(seen_text(0, i->title), i->speaker), i->minutes), i->day);
	i->whole = seen_text(i->seen, db_text(q, 7));
}

static int
least(int a, int b)
{
	return a < b ? a : b;
}

static int
most(int a, int b)
{
	return a > b ? a : b;
}

struct agenda_hours
agenda_hours(const struct meeting *m, int day)
{
	enum { MORNING = 9 * 60, EVENING = 18 * 60, HOUR = 60 };
	int first = meeting_minute(m->starts_at), last = meeting_minute(m->ends_at);
	int days = meeting_days(m->starts_at, m->ends_at);

	if (days == 1 || last > first)
		return (struct agenda_hours){ first, last };
	return (struct agenda_hours){
		.begin = day == 1 ? first : least(MORNING, most(last - HOUR, 0)),
		.end = day == days ? last : most(EVENING, least(first + HOUR, DAY)),
	};
}

static void
set_hours(const struct meeting *m, struct agenda_item *list, int count)
{
	int at = 0, day = 0;

	for (int i = 0; i < count; i++) {
		if (list[i].day != day)
			at = agenda_hours(m, list[i].day).begin;
		day = list[i].day;
		list[i].start = at;
		at += list[i].minutes;
	}
}

int
agenda_list(struct db *db, int64_t meeting, struct arena *arena, struct agenda_item **list,
	int *count, struct error *err)
{
	struct meeting m;
	struct stmt *q;
	size_t room = 0;

	*list = NULL;
	*count = 0;
	if (meeting_load(db, meeting, &m, err) < 0)
		return -1;
	q = db_start(db, Q_AGENDA_LIST, err);
	db_bind_int(q, 1, meeting);
	while (db_next(q)) {
		*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof(**list));
		read_item(q, &(*list)[*count]);
		(*list)[(*count)++].notes = arena_string(arena, db_text(q, 7));
	}
	if (db_end(q) < 0)
		return -1;
	set_hours(&m, *list, *count);
	return 0;
}

int
agenda_load(struct db *db, int64_t id, struct agenda_item *out, struct error *err)
{
	struct stmt *q = db_start(db, Q_AGENDA_LOAD, err);
	bool found;

	db_bind_int(q, 1, id);
	found = db_next(q);
	if (found)
		read_item(q, out);
	if (db_end(q) < 0)
		return -1;
	return found ? 0 : meeting_line_gone(err);
}

struct agenda_sum
agenda_sum(const struct meeting *m, const struct agenda_item *list, int count, int day)
{
	struct agenda_sum sum = { 0 };

	for (int i = 0; i < count; i++)
		if (list[i].day == day)
			sum.minutes += list[i].minutes;
	sum.end = agenda_hours(m, day).begin + sum.minutes;
	sum.spare = agenda_hours(m, day).end - sum.end;
	return sum;
}

char *
agenda_clock(char *dst, size_t size, int minutes)
{
	if (minutes < DAY)
		snprintf(dst, size, "%02d:%02d", minutes / 60, minutes % 60);
	else
		snprintf(dst, size, "%02d:%02d+%d", minutes / 60 % 24, minutes % 60, minutes / DAY);
	return dst;
}

char *
agenda_hour(char *dst, size_t size, int minutes)
{
	if (minutes >= DAY)
		snprintf(dst, size, _("%02d:%02d (the next day)"), minutes / 60 % 24, minutes % 60);
	else
		agenda_clock(dst, size, minutes);
	return dst;
}

const char *
agenda_day_date(struct arena *arena, const char *starts_at, int day)
{
	struct date first = { 0 };
	char text[24];

	if (sscanf(starts_at, "%4d-%2d-%2d", &first.year, &first.month, &first.day) != 3)
		return "";
	return arena_string(arena,
		date_format(text, sizeof(text), date_from_days(date_to_days(first) + day - 1)));
}

const char *
agenda_day_heading(struct arena *arena, const char *starts_at, int day)
{
	return arena_format(arena, _("Day %d, %s"), day, agenda_day_date(arena, starts_at, day));
}

int
agenda_check_days(struct db *db, const struct meeting *m, struct error *err)
{
	struct stmt *q = db_start(db, Q_AGENDA_LAST_DAY, err);
	int days = meeting_days(m->starts_at, m->ends_at), last;

	db_bind_int(q, 1, m->id);
	last = db_next(q) ? (int)db_int(q, 0) : 0;
	if (db_end(q) < 0)
		return -1;
	if (last <= days)
		return 0;
	return error_field(err, ERROR_INPUT, MEETING_FIELD_LAST_DAY,
		_("Items of the agenda stand on day %d; move them to an earlier day or delete "
		  "them, then the meeting can be shorter."),
		last);
}

/* ---- places ---- */

static int
put(struct db *db, int64_t id, int day, int position, struct error *err)
{
	struct stmt *q = db_start(db, Q_AGENDA_PLACE, err);

	db_bind_int(q, 1, id);
	db_bind_int(q, 2, day);
	db_bind_int(q, 3, position);
	return db_run(q, NULL);
}

/* Places 1, 2, … in the order of the list. No two may share one even for a moment, so all go behind
 * the end first. */
static int
place(struct db *db, const struct agenda_item *list, int count, struct error *err)
{
	for (int i = 0; i < count; i++)
		if (put(db, list[i].id, list[i].day, FAR + i, err) < 0)
			return -1;
	for (int i = 0; i < count; i++)
		if (put(db, list[i].id, list[i].day, i + 1, err) < 0)
			return -1;
	return 0;
}

/* Whether an item ends a day: the agenda of some stage of the group ends with it. */
static int
is_closing(struct db *db, const struct agenda_item *item, bool *closing, struct error *err)
{
	struct stmt *q = db_start(db, Q_AGENDA_CLOSING, err);

	db_bind_text(q, 1, item->title);
	db_bind_int(q, 2, item->meeting);
	*closing = db_next(q);
	return db_end(q);
}

/* A new item (0 = none) is the last of its day: it goes before one that closes the day. */
static int
before_closing(struct db *db, struct agenda_item *list, int count, int64_t fresh, struct error *err)
{
	for (int i = 1; i < count; i++) {
		struct agenda_item item = list[i];
		bool closes, closing;

		if (item.id != fresh || list[i - 1].day != item.day)
			continue;
		if (is_closing(db, &item, &closes, err) < 0 ||
			is_closing(db, &list[i - 1], &closing, err) < 0)
			return -1;
		if (closing && !closes) {
			list[i] = list[i - 1];
			list[i - 1] = item;
		}
	}
	return 0;
}

static int
settle(struct db *db, int64_t meeting, int64_t fresh, struct error *err)
{
	struct arena arena = { 0 };
	struct agenda_item *list;
	int count, result = agenda_list(db, meeting, &arena, &list, &count, err);

	if (result == 0)
		result = before_closing(db, list, count, fresh, err);
	if (result == 0)
		result = place(db, list, count, err);
	arena_release(&arena);
	return result;
}

struct step {
	int64_t id;
	int by;
	bool moved;
};

static int
count_days(struct db *db, int64_t meeting, int *days, struct error *err)
{
	struct meeting m;

	if (meeting_load(db, meeting, &m, err) < 0)
		return -1;
	*days = meeting_days(m.starts_at, m.ends_at);
	return 0;
}

/* Within a day two items change places; at its edge the item goes over into the next or the former
 * day and stands first or last there, where it stands already. */
static void
step(struct agenda_item *list, int count, int at, int days, struct step *s)
{
	int other = at + s->by;
	bool inside = other >= 0 && other < count && list[other].day == list[at].day;

	if (inside) {
		struct agenda_item item = list[at];

		list[at] = list[other];
		list[other] = item;
		s->moved = true;
	} else if (list[at].day + s->by >= 1 && list[at].day + s->by <= days) {
		list[at].day += s->by;
		s->moved = true;
	}
}

static int
move(struct db *db, void *context, struct error *err)
{
	struct step *s = context;
	struct arena arena = { 0 };
	struct agenda_item item, *list;
	int count, days, at = 0, result;

	if (agenda_load(db, s->id, &item, err) < 0 || meeting_touch(db, item.meeting, 0, err) < 0 ||
		count_days(db, item.meeting, &days, err) < 0)
		return -1;
	result = agenda_list(db, item.meeting, &arena, &list, &count, err);
	while (at < count && list[at].id != s->id)
		at++;
	if (result == 0 && at < count) {
		step(list, count, at, days, s);
		result = place(db, list, count, err);
	}
	arena_release(&arena);
	return result;
}

int
agenda_move(struct db *db, int64_t id, int by, struct error *err)
{
	struct db_act act = { .action = "agenda.move", .entity = "meeting" };
	struct step s = { .id = id, .by = by };

	return db_write(db, &act, move, &s, err) < 0 ? -1 : s.moved;
}

/* ---- saving ---- */

int
agenda_write(struct db *db, const struct agenda_item *i, struct error *err)
{
	struct stmt *q = db_start(db, i->id ? Q_AGENDA_UPDATE : Q_AGENDA_INSERT, err);

	db_bind_int(q, 1, i->id ? i->id : i->meeting);
	db_bind_int(q, 2, i->day);
	db_bind_text(q, 3, i->title);
	db_bind_text(q, 4, i->speaker);
	db_bind_int(q, 5, i->minutes);
	return db_run(q, NULL);
}

static int
check(struct db *db, struct agenda_item *i, struct error *err)
{
	int days;

	if (!i->title[0])
		return error_field(err, ERROR_INPUT, AGENDA_FIELD_TITLE,
			_("An item of the agenda needs a title."));
	if (kept_line_check(i->title, AGENDA_FIELD_TITLE, err) < 0 ||
		kept_line_check(i->speaker, AGENDA_FIELD_SPEAKER, err) < 0 ||
		count_days(db, i->meeting, &days, err) < 0)
		return -1;
	if (i->minutes < 0 || i->minutes > MOST_MINUTES)
		return error_field(err, ERROR_INPUT, AGENDA_FIELD_MINUTES,
			_("An item lasts from 0 to %d minutes."), MOST_MINUTES);
	if (i->day == 0)
		i->day = 1;
	if (i->day < 1 || i->day > days)
		return error_field(err, ERROR_INPUT, AGENDA_FIELD_DAY,
			P_("The meeting has %d day.", "The meeting has %d days.",
				(unsigned long)days),
			days);
	return 0;
}

static int
save(struct db *db, void *context, struct error *err)
{
	struct agenda_item *i = context, former;
	bool fresh = i->id == 0;

	if (i->id) {
		if (agenda_load(db, i->id, &former, err) < 0)
			return -1;
		if (former.seen != i->seen)
			return meeting_line_changed(err);
		i->meeting = former.meeting;
	}
	if (check(db, i, err) < 0 || meeting_touch(db, i->meeting, 0, err) < 0 ||
		agenda_write(db, i, err) < 0)
		return -1;
	if (fresh)
		i->id = db_last_id(db);
	return settle(db, i->meeting, fresh ? i->id : 0, err);
}

int
agenda_save(struct db *db, struct agenda_item *item, struct error *err)
{
	struct db_act act = { .action = item->id ? "agenda.change" : "agenda.add",
		.entity = "meeting" };
	struct agenda_item copy = *item;

	if (db_write(db, &act, save, &copy, err) < 0)
		return -1;
	return agenda_load(db, copy.id, item, err);
}

static int
delete_item(struct db *db, void *context, struct error *err)
{
	const struct agenda_item *asked = context;
	struct agenda_item item;
	struct stmt *q;

	if (agenda_load(db, asked->id, &item, err) < 0 ||
		meeting_line_same(item.whole, asked->whole, err) < 0 ||
		meeting_touch(db, item.meeting, 0, err) < 0)
		return -1;
	q = db_start(db, Q_AGENDA_DELETE, err);
	db_bind_int(q, 1, item.id);
	return db_run(q, NULL) < 0 ? -1 : settle(db, item.meeting, 0, err);
}

int
agenda_delete(struct db *db, int64_t id, int64_t whole, struct error *err)
{
	struct db_act act = { .action = "agenda.delete", .entity = "meeting" };
	struct agenda_item asked = { .id = id, .whole = whole };

	return db_write(db, &act, delete_item, &asked, err);
}

static int
lengthen(struct db *db, void *context, struct error *err)
{
	const struct step *s = context;
	struct agenda_item item;

	if (agenda_load(db, s->id, &item, err) < 0 || meeting_touch(db, item.meeting, 0, err) < 0)
		return -1;
	item.minutes += s->by;
	if (item.minutes < LEAST_MINUTES)
		item.minutes = LEAST_MINUTES;
	if (item.minutes > MOST_MINUTES)
		item.minutes = MOST_MINUTES;
	return agenda_write(db, &item, err);
}

int
agenda_lengthen(struct db *db, int64_t id, int by, struct error *err)
{
	struct db_act act = { .action = "agenda.change", .entity = "meeting" };
	struct step s = { .id = id, .by = by };

	return db_write(db, &act, lengthen, &s, err);
}

struct item_notes {
	int64_t id;
	const char *former, *text;
};

static int
save_notes(struct db *db, void *context, struct error *err)
{
	const struct item_notes *n = context;
	struct agenda_item item;
	struct stmt *q;
	int64_t changed;

	if (kept_lines_check(n->text, 1, err) < 0 ||
		kept_fits(n->text, MEETING_NOTES_SIZE, 1, _("Notes"), err) < 0 ||
		agenda_load(db, n->id, &item, err) < 0 ||
		meeting_touch(db, item.meeting, 0, err) < 0)
		return -1;
	q = db_start(db, Q_AGENDA_NOTES_SAVE, err);
	db_bind_int(q, 1, n->id);
	db_bind_text(q, 2, n->former);
	db_bind_text(q, 3, n->text);
	if (db_run(q, &changed) < 0)
		return -1;
	return changed ? 0 : meeting_line_changed(err);
}

int
agenda_notes_save(
	struct db *db, int64_t id, const char *former, const char *notes, struct error *err)
{
	struct db_act act = { .action = "agenda.notes", .entity = "meeting" };
	struct item_notes n = { id, former, notes };

	return db_write(db, &act, save_notes, &n, err);
}
