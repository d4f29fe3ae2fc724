/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is odd about a meeting and allowed all the same. */
#include "config.h"

#include "model/meetings/meeting.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/groups/group_calendar.h"
#include "model/meetings/meeting_parts.h"
#include "model/queries.h"

#include <stdio.h>
#include <string.h>

static void
add_sentence(char *dst, size_t size, const char *sentence)
{
	size_t length = strlen(dst);

	snprintf(dst + length, size - length, "%s%s", length ? "\n" : "", sentence);
}

static void
odd_days(struct db *db, const struct meeting *m, char *dst, size_t size)
{
	struct arena arena = { 0 };
	struct error ignored = { 0 };
	struct exchange_group g;
	struct free_days free_days;
	const char **codes = NULL;
	int days = meeting_days(m->starts_at, m->ends_at);
	char day[12], shown[24];
	struct date first;

	text_copy(day, 11, m->starts_at);
	if (exchange_group_load(db, m->group, &g, &ignored) == 0 &&
		group_calendar_voivodeships(db, &g, &arena, &codes, &ignored) == 0 &&
		free_days_load(db, &arena, &free_days, &ignored) == 0 &&
		date_parse(day, clock_today(), &first) == 0)
		for (int i = 0; i < days && i < MEETING_MOST_DAYS; i++) {
			struct date d = date_from_days(date_to_days(first) + i);
			const char *why = free_days_reason(&free_days, d, codes, &arena);

			if (why)
				add_sentence(dst, size,
					arena_format(&arena, _("%s: %s."),
						date_format(shown, sizeof(shown), d), why));
		}
	arena_release(&arena);
}

static void
odd_host(struct db *db, const struct meeting *m, char *dst, size_t size)
{
	struct error ignored = { 0 };
	enum host_found found;
	char gone[12];

	if (m->host != NO_SLOT && meeting_find_host(db, m, &found, gone, &ignored) == 0 &&
		found == HOST_NEVER)
		add_sentence(dst, size, _("The host is no member of the group."));
}

static void
odd_neighbours(struct db *db, const struct meeting *m, char *dst, size_t size)
{
	struct error ignored = { 0 };
	struct stmt *q = db_start(db, Q_MEETING_SAME_DAY, &ignored);
	char sentence[200] = "", first[12], after[16];

	text_copy(first, 11, m->starts_at);
	snprintf(after, sizeof(after), "%.10sU", m->ends_at); /* behind every hour of that day */
	db_bind_int(q, 1, m->id);
	db_bind_int(q, 2, m->group);
	db_bind_text(q, 3, first);
	db_bind_text(q, 4, after);
	db_bind_int(q, 5, m->host);
	if (db_next(q))
		snprintf(sentence, sizeof(sentence),
			_("On this day there is meeting %d of the group %s too."),
			(int)db_int(q, 1), db_text(q, 0));
	if (db_end(q) == 0 && sentence[0])
		add_sentence(dst, size, sentence);
}

/* A number stands in invitations and minutes, so it is told of and changed when asked for only. */
static void
odd_number(struct db *db, const struct meeting *m, char *dst, size_t size)
{
	struct error ignored = { 0 };
	struct stmt *q = db_start(db, Q_MEETING_OUT_OF_ORDER, &ignored);
	char sentence[320] = "";

	db_bind_int(q, 1, m->id);
	db_bind_int(q, 2, m->group);
	db_bind_text(q, 3, m->starts_at);
	db_bind_int(q, 4, m->number);
	if (db_next(q) && m->number) {
		int other = (int)db_int(q, 0);

		snprintf(sentence, sizeof(sentence),
			_("Meeting %d is before meeting %d although its number is higher. Numbers "
			  "are given in the order of entering; m in the group's meetings (meeting "
			  "renumber) puts them in the order of days."),
			m->number > other ? m->number : other,
			m->number > other ? other : m->number);
	}
	if (db_end(q) == 0 && sentence[0])
		add_sentence(dst, size, sentence);
}

char *
meeting_warnings(struct db *db, const struct meeting *m, char *dst, size_t size)
{
	text_copy(dst, size, "");
	if (m->state == MEETING_CANCELLED || strlen(m->starts_at) < 16 || strlen(m->ends_at) < 16)
		return dst;
	odd_days(db, m, dst, size);
	odd_host(db, m, dst, size);
	odd_neighbours(db, m, dst, size);
	odd_number(db, m, dst, size);
	return dst;
}
