/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The iCalendar writer: lines folded at 75 bytes between characters, texts escaped, the time zone
 * of Warsaw by the rules of Directive 2000/84/EC. */
#include "config.h"

#include "exchange/icalendar.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "model/meetings/agenda.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FOLD = 75 }; /* bytes of a line without its end; RFC 5545, 3.1 */

static void
put_line(struct output *out, const char *line)
{
	size_t length = strlen(line), at = 0, room = FOLD;

	while (length - at > room) {
		size_t cut = at + room;

		while (cut > at && ((unsigned char)line[cut] & 0xc0) == 0x80)
			cut--;
		output_write(out, line + at, cut - at);
		output_puts(out, "\r\n ");
		at = cut;
		room = FOLD - 1; /* the blank counts */
	}
	output_write(out, line + at, length - at);
	output_puts(out, "\r\n");
}

static __attribute__((format(printf, 3, 4))) void
put(struct output *out, struct arena *arena, const char *fmt, ...)
{
	va_list args, again;
	char *line;
	int length;

	va_start(args, fmt);
	va_copy(again, args);
	length = vsnprintf(NULL, 0, fmt, again);
	va_end(again);
	line = arena_new(arena, (size_t)length + 1);
	vsnprintf(line, (size_t)length + 1, fmt, args);
	va_end(args);
	put_line(out, line);
}

/* RFC 5545, 3.3.11: backslash, semicolon, comma and new lines. */
static const char *
escape(struct arena *arena, const char *text)
{
	char *copy = arena_new(arena, 2 * strlen(text) + 1), *to = copy;

	for (; *text; text++) {
		if (*text == '\r')
			continue;
		if (*text == '\n' || strchr("\\;,", *text))
			*to++ = '\\';
		*to++ = *text == '\n' ? 'n' : *text;
	}
	*to = '\0';
	return copy;
}

/* 2027-03-12T10:00 to 20270312T100000. */
static const char *
local_time(struct arena *arena, const char *at)
{
	return arena_format(arena, "%.4s%.2s%.2sT%.2s%.2s00", at, at + 5, at + 8, at + 11, at + 14);
}

/* 2026-11-22T02:40:00Z to 20261122T024000Z. */
static const char *
stamp(struct arena *arena)
{
	char now[32];

	clock_now_utc(now, sizeof(now));
	return arena_format(arena, "%.4s%.2s%.2sT%.2s%.2s%.2sZ", now, now + 5, now + 8, now + 11,
		now + 14, now + 17);
}

/* Last Sundays of March and October, one o'clock UTC; in force in Poland since 1996. */
static void
put_zone(struct output *out)
{
	static const char *const lines[] = { "BEGIN:VTIMEZONE", "TZID:Europe/Warsaw",
		"BEGIN:DAYLIGHT", "DTSTART:19960331T020000",
		"RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200",
		"TZNAME:CEST", "END:DAYLIGHT", "BEGIN:STANDARD", "DTSTART:19961027T030000",
		"RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "TZOFFSETFROM:+0200", "TZOFFSETTO:+0100",
		"TZNAME:CET", "END:STANDARD", "END:VTIMEZONE" };

	for (size_t i = 0; i < sizeof(lines) / sizeof(*lines); i++)
		put_line(out, lines[i]);
}

struct writing {
	struct db *db;
	const struct unit_table *units;
	struct output *out;
	struct arena arena;
	const char *stamp;
};

static const char *
summary(struct writing *w, const struct meeting_row *m)
{
	const char *title = m->title[0] ? m->title : m->stage_name;

	return arena_format(&w->arena, _("%s, meeting %d%s%s"), m->group_code, m->number,
		title[0] ? ": " : "", title);
}

static const char *
host_label(const struct writing *w, int slot)
{
	const struct unit *u = slot == NO_SLOT ? NULL : unit_by_slot(w->units, slot);

	return u ? u->told : "";
}

static const char *
location(struct writing *w, const struct meeting_row *m)
{
	const char *host = host_label(w, m->host);

	return arena_format(
		&w->arena, "%s%s%s", host, host[0] && m->place[0] ? ", " : "", m->place);
}

/* Group, host's presentation, then the agenda with hours. */
static int
description(struct writing *w, const struct meeting_row *m, const char **text, struct error *err)
{
	struct agenda_item *items;
	const char *all = m->group_name;
	int count, days = meeting_days(m->starts_at, m->ends_at), day = 0;

	if (agenda_list(w->db, m->id, &w->arena, &items, &count, err) < 0)
		return -1;
	if (m->state == MEETING_CANCELLED && !m->retired)
		all = arena_format(&w->arena, _("%s\nCancelled: %s"), all, m->reason);
	if (m->presentation[0])
		all = arena_format(&w->arena, _("%s\nThe host shows: %s"), all, m->presentation);
	if (count)
		all = arena_format(&w->arena, "%s\n", all);
	for (int i = 0; i < count; i++) {
		char clock[40];

		if (days > 1 && items[i].day != day)
			all = arena_format(&w->arena, "%s\n%s", all,
				agenda_day_heading(&w->arena, m->starts_at, items[i].day));
		day = items[i].day;
		all = arena_format(&w->arena, "%s\n%s %s%s%s%s", all,
			agenda_hour(clock, sizeof(clock), items[i].start), items[i].title,
			items[i].speaker[0] ? " (" : "", items[i].speaker,
			items[i].speaker[0] ? ")" : "");
	}
	*text = all;
	return 0;
}

static int
put_meeting(struct writing *w, const struct meeting_row *m, struct error *err)
{
	struct arena *a = &w->arena;
	struct output *out = w->out;
	const char *text, *place = location(w, m);

	if (description(w, m, &text, err) < 0)
		return -1;
	put_line(out, "BEGIN:VEVENT");
	put(out, a, "UID:%s@gromada", m->uid);
	put(out, a, "DTSTAMP:%s", w->stamp);
	put(out, a, "SEQUENCE:%lld", (long long)m->sequence);
	put(out, a, "DTSTART;TZID=Europe/Warsaw:%s", local_time(a, m->starts_at));
	put(out, a, "DTEND;TZID=Europe/Warsaw:%s", local_time(a, m->ends_at));
	put(out, a, "SUMMARY:%s", escape(a, summary(w, m)));
	if (place[0])
		put(out, a, "LOCATION:%s", escape(a, place));
	put(out, a, "DESCRIPTION:%s", escape(a, text));
	put(out, a, "CATEGORIES:%s", escape(a, m->group_code));
	put(out, a, "STATUS:%s",
		m->retired || m->state == MEETING_CANCELLED ? "CANCELLED"
		: m->state == MEETING_PLANNED ? "TENTATIVE"
					      : "CONFIRMED");
	put_line(out, "END:VEVENT");
	return 0;
}

int
icalendar_write(struct db *db, const struct meeting_filter *filter, const struct unit_table *units,
	struct output *out, int *count, struct error *err)
{
	struct writing w = { .db = db, .units = units, .out = out };
	struct arena arena = { 0 };
	struct meeting_row *rows;
	struct meeting_filter all = *filter;
	int result;

	all.retired_too = true;
	result = meeting_list(db, &all, &arena, &rows, count, err);

	if (result == 0) {
		put_line(out, "BEGIN:VCALENDAR");
		put_line(out, "VERSION:2.0");
		put_line(out, "PRODID:-//gromada//gromada " PACKAGE_VERSION "//PL");
		put_line(out, "CALSCALE:GREGORIAN");
		put_line(out, "METHOD:PUBLISH");
		put_zone(out);
	}
	for (int i = 0; result == 0 && i < *count; i++) {
		arena_clear(&w.arena);
		w.stamp = stamp(&w.arena);
		result = put_meeting(&w, &rows[i], err);
	}
	if (result == 0)
		put_line(out, "END:VCALENDAR");
	arena_release(&w.arena);
	arena_release(&arena);
	return result;
}
