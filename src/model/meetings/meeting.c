/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Meetings: lists, one of them, and what a new one is proposed to be. */
#include "config.h"

#include "model/meetings/meeting.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/groups/group_calendar.h"
#include "model/meetings/meeting_parts.h"
#include "model/queries.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const state_names[] = { "planned", "invited", "held", "cancelled" };

const char *
meeting_state_name(enum meeting_state state)
{
	return state_names[state];
}

const char *
meeting_state_label(enum meeting_state state)
{
	switch (state) {
	case MEETING_PLANNED:
		return C_("meeting", "planned");
	case MEETING_INVITED:
		return C_("meeting", "invited");
	case MEETING_HELD:
		return C_("meeting", "held");
	default:
		return C_("meeting", "cancelled");
	}
}

static enum meeting_state
read_state(const char *name)
{
	int i = MEETING_CANCELLED;

	while (i > 0 && strcmp(state_names[i], name) != 0)
		i--;
	return (enum meeting_state)i;
}

/* ---- hours ---- */

int
meeting_minute(const char *at)
{
	return strlen(at) < 16 ? 0 : atoi(at + 11) * 60 + atoi(at + 14);
}

int
meeting_time_parse(const char *text, char dst[6])
{
	char digits[8];
	size_t count = 0, length = strlen(text);
	int hour, minute, split = -1;

	while (length && text[length - 1] == ' ')
		length--;
	for (size_t i = 0; i < length; i++) {
		if (text[i] == ' ' && count == 0)
			continue;
		if ((text[i] == ':' || text[i] == '.') && split < 0 && count > 0) {
			split = (int)count;
			continue;
		}
		if (text[i] < '0' || text[i] > '9' || count == 4)
			return -1;
		digits[count++] = text[i];
	}
	digits[count] = '\0';
	if (count == 0 || (split >= 0 && count != (size_t)split + 2) || split > 2)
		return -1;
	if (split < 0)
		split = count <= 2 ? (int)count : (int)count - 2;
	minute = atoi(digits + split);
	digits[split] = '\0';
	hour = atoi(digits);
	if (hour > 23 || minute > 59)
		return -1;
	snprintf(dst, 6, "%02u:%02u", (unsigned)hour % 100, (unsigned)minute % 100);
	return 0;
}

static struct date
day_of(const char *at)
{
	struct date day = { 0 };

	if (sscanf(at, "%4d-%2d-%2d", &day.year, &day.month, &day.day) != 3)
		day = (struct date){ 1970, 1, 1 };
	return day;
}

char *
meeting_day_text(char *dst, size_t size, const char *at)
{
	return date_format(dst, size, day_of(at));
}

int
meeting_days(const char *starts_at, const char *ends_at)
{
	long days = date_to_days(day_of(ends_at)) - date_to_days(day_of(starts_at)) + 1;

	return days < 1 ? 1 : (int)days;
}

char *
meeting_when(char *dst, size_t size, const char *starts_at, const char *ends_at)
{
	char first[24], last[24];

	if (strlen(starts_at) < 16 || strlen(ends_at) < 16)
		return text_copy(dst, size, "");
	date_format(first, sizeof(first), day_of(starts_at));
	date_format(last, sizeof(last), day_of(ends_at));
	if (strncmp(starts_at, ends_at, 10) == 0)
		snprintf(dst, size, "%s %s–%s", first, starts_at + 11, ends_at + 11);
	else
		snprintf(dst, size, "%s %s – %s %s", first, starts_at + 11, last, ends_at + 11);
	return dst;
}

char *
meeting_when_said(char *dst, size_t size, const char *starts_at, const char *ends_at)
{
	char day[24];

	if (strlen(starts_at) < 16 || strlen(ends_at) < 16 || strncmp(starts_at, ends_at, 10) != 0)
		return meeting_when(dst, size, starts_at, ends_at);
	date_format(day, sizeof(day), day_of(starts_at));
	snprintf(dst, size, _("%s, %s–%s"), day, starts_at + 11, ends_at + 11);
	return dst;
}

/* ---- reading ---- */

static void
read_row(struct stmt *q, struct arena *arena, struct meeting_row *r)
{
	int64_t counts = db_int(q, 19), guests = db_int(q, 20);

	*r = (struct meeting_row){ .id = db_int(q, 0),
		.rev = db_int(q, 1),
		.group = db_int(q, 2),
		.number = (int)db_int(q, 13),
		.host = (int)db_int(q, 14),
		.sequence = db_int(q, 15),
		.state = read_state(db_text(q, 16)),
		.retired = db_int(q, 17) != 0,
		.made_up = db_int(q, 18) != 0,
		.invited = (int)(counts % 10000 - guests % 10000),
		.accepted = (int)(counts / 10000 % 10000 - guests / 10000 % 10000),
		.attended = (int)(counts / 100000000 - guests / 100000000),
		.guests = (int)(guests % 10000),
		.guests_came = (int)(guests / 100000000) };
	r->group_code = arena_string(arena, db_text(q, 3));
	r->group_name = arena_string(arena, db_text(q, 4));
	r->title = arena_string(arena, db_text(q, 5));
	r->stage_name = arena_string(arena, db_text(q, 6));
	r->place = arena_string(arena, db_text(q, 7));
	r->uid = arena_string(arena, db_text(q, 8));
	r->starts_at = arena_string(arena, db_text(q, 9));
	r->ends_at = arena_string(arena, db_text(q, 10));
	r->presentation = arena_string(arena, db_text(q, 11));
	r->reason = arena_string(arena, db_text(q, 12));
}

int
meeting_list(struct db *db, const struct meeting_filter *filter, struct arena *arena,
	struct meeting_row **list, int *count, struct error *err)
{
	struct stmt *q = db_start(db, Q_MEETING_LIST, err);
	char first[12] = "", after[12] = "9999";
	size_t room = 0;

	*list = NULL;
	*count = 0;
	if (filter->year) {
		snprintf(first, sizeof(first), "%04d", filter->year);
		snprintf(after, sizeof(after), "%04d", filter->year + 1);
	}
	if (filter->before && strcmp(filter->before, after) < 0)
		text_copy(after, sizeof(after), filter->before);
	db_bind_text(q, 1, filter->from ? filter->from : "");
	db_bind_text(q, 2, first);
	db_bind_text(q, 3, after);
	db_bind_int(q, 4, filter->group);
	db_bind_int(q, 5, filter->id);
	db_bind_int(q, 6, filter->retired_too ? 2 : filter->retired);
	while (db_next(q)) {
		*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof(**list));
		read_row(q, arena, &(*list)[(*count)++]);
	}
	for (int i = 0; filter->newest_first && i < *count / 2; i++) {
		struct meeting_row row = (*list)[i];

		(*list)[i] = (*list)[*count - 1 - i];
		(*list)[*count - 1 - i] = row;
	}
	return db_end(q);
}

static void
read_meeting(struct stmt *q, struct meeting *m)
{
	*m = (struct meeting){ .id = db_int(q, 0),
		.rev = db_int(q, 1),
		.group = db_int(q, 4),
		.stage = (int)db_int(q, 7),
		.number = (int)db_int(q, 9),
		.host = (int)db_int(q, 13),
		.state = read_state(db_text(q, 16)),
		.sequence = db_int(q, 18),
		.frozen = db_int(q, 21) != 0 };
	text_copy(m->uid, sizeof(m->uid), db_text(q, 2));
	text_copy(m->owner, sizeof(m->owner), db_text(q, 3));
	text_copy(m->group_code, sizeof(m->group_code), db_text(q, 5));
	text_copy(m->group_name, sizeof(m->group_name), db_text(q, 6));
	text_copy(m->stage_name, sizeof(m->stage_name), db_text(q, 8));
	text_copy(m->title, sizeof(m->title), db_text(q, 10));
	text_copy(m->starts_at, sizeof(m->starts_at), db_text(q, 11));
	text_copy(m->ends_at, sizeof(m->ends_at), db_text(q, 12));
	text_copy(m->place, sizeof(m->place), db_text(q, 14));
	text_copy(m->presentation, sizeof(m->presentation), db_text(q, 15));
	text_copy(m->reason, sizeof(m->reason), db_text(q, 17));
	text_copy(m->note, sizeof(m->note), db_text(q, 19));
	text_copy(m->retired_at, sizeof(m->retired_at), db_text(q, 20));
}

int
meeting_load(struct db *db, int64_t id, struct meeting *out, struct error *err)
{
	struct stmt *q = db_start(db, Q_MEETING_LOAD, err);
	bool found;

	db_bind_int(q, 1, id);
	found = db_next(q);
	if (found)
		read_meeting(q, out);
	if (db_end(q) < 0)
		return -1;
	return found ? 0 : error_set(err, ERROR_MISSING, _("There is no such meeting."));
}

int
meeting_by_uid(struct db *db, const char *uid, int64_t *id, struct error *err)
{
	struct stmt *q = db_start(db, Q_MEETING_BY_UID, err);

	db_bind_text(q, 1, uid);
	*id = db_next(q) ? db_int(q, 0) : 0;
	return db_end(q);
}

/* ---- what a new one is proposed to be ---- */

static int
last_hours(struct db *db, int64_t group, char from[6], char to[6], struct error *err)
{
	struct stmt *q = db_start(db, Q_MEETING_LAST_HOURS, err);

	snprintf(from, 6, "10:00");
	snprintf(to, 6, "15:00");
	db_bind_int(q, 1, group);
	if (db_next(q)) {
		text_copy(from, 6, db_text(q, 0) + 11);
		text_copy(to, 6, db_text(q, 1) + 11);
	}
	return db_end(q);
}

static void
take_proposed(struct meeting *m, const struct proposed_meeting *p, const char *from, const char *to)
{
	char last[12];

	m->stage = p->stage;
	m->host = p->host;
	text_copy(m->stage_name, sizeof(m->stage_name), p->stage_name);
	text_copy(m->presentation, sizeof(m->presentation), p->presentation ? p->presentation : "");
	if (!p->starts_on[0])
		return;
	snprintf(m->starts_at, sizeof(m->starts_at), "%.10sT%.5s", p->starts_on, from);
	snprintf(
		m->ends_at, sizeof(m->ends_at), "%.10sT%.5s", group_calendar_last_day(last, p), to);
}

int
meeting_defaults(struct db *db, int64_t group, struct meeting *out, struct error *err)
{
	struct arena arena = { 0 };
	struct exchange_group g;
	struct proposed_meeting *list;
	char from[6], to[6];
	int count, result;

	*out = (struct meeting){ .group = group, .host = NO_SLOT };
	if (exchange_group_load(db, group, &g, err) < 0)
		return -1;
	text_copy(out->group_code, sizeof(out->group_code), g.code);
	text_copy(out->group_name, sizeof(out->group_name), g.name);
	if (last_hours(db, group, from, to, err) < 0)
		return -1;
	result = group_calendar_propose(db, &g, &arena, &list, &count, err);
	for (int i = 0; result == 0 && i < count; i++)
		if (!list[i].there) {
			take_proposed(out, &list[i], from, to);
			break;
		}
	arena_release(&arena);
	return result;
}
