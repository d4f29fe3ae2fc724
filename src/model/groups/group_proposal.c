/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A calendar proposed for the whole cycle of a group: for each stage a day and a host. */
#include "config.h"

#include "model/groups/group_calendar.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/meetings/meeting.h"
#include "model/meetings/meeting_parts.h"
#include "model/queries.h"
#include "model/groups/stage.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct taken { long from, to; const char *group; }; /* a member is elsewhere on these days */

struct plan {
	struct arena *arena;
	struct free_days free;
	const char **voivodeships;
	struct taken *taken;
	int taken_count;
	const struct exchange_group *group;
	struct host_turn *turns;
	int turn_count;
	long after; /* the meeting before */
};

static long
days_of(const char *iso)
{
	struct date d = { 0 };

	date_parse(iso, (struct date){ 2000, 1, 1 }, &d);
	return date_to_days(d);
}

int
group_calendar_voivodeships(struct db *db, const struct exchange_group *g, struct arena *arena,
	const char ***codes, struct error *err)
{
	struct stmt *q = db_start(db, Q_GROUP_CALENDAR_VOIVODESHIPS, err);
	size_t room = 0, count = 0;
	const char **list = NULL;
	char today[16];

	db_bind_int(q, 1, g->id);
	db_bind_text(q, 2, date_iso(today, sizeof(today), clock_today()));
	while (db_next(q)) {
		list = arena_grow(arena, list, count, &room, sizeof(*list));
		list[count++] = arena_string(arena, db_text(q, 0));
	}
	list = arena_grow(arena, list, count, &room, sizeof(*list));
	list[count] = NULL;
	*codes = list;
	return db_end(q);
}

static int
load_taken(struct db *db, const struct exchange_group *g, struct plan *p, struct error *err)
{
	struct stmt *q = db_start(db, Q_GROUP_CALENDAR_TAKEN, err);
	size_t room = 0;

	db_bind_int(q, 1, g->id);
	db_bind_text(q, 2, g->starts_on);
	while (db_next(q)) {
		p->taken = arena_grow(
			p->arena, p->taken, (size_t)p->taken_count, &room, sizeof(*p->taken));
		p->taken[p->taken_count++] = (struct taken){ days_of(db_text(q, 0)),
			days_of(db_text(q, 1)), arena_string(p->arena, db_text(q, 2)) };
	}
	return db_end(q);
}

static int
load_met(struct db *db, const struct exchange_group *g, struct proposed_meeting *list, int count,
	struct error *err)
{
	struct stmt *q = db_start(db, Q_GROUP_CALENDAR_MET, err);

	db_bind_int(q, 1, g->id);
	while (db_next(q))
		for (int i = 0; i < count; i++)
			if (list[i].stage == (int)db_int(q, 0)) {
				list[i].there = true;
				text_copy(list[i].starts_on, sizeof(list[i].starts_on),
					db_text(q, 1));
				list[i].host = (int)db_int(q, 2);
			}
	return db_end(q);
}

enum { MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY };

/* Which days will do: the first of these that a period has. */
struct wish {
	int from_weekday, to_weekday;
	bool christmas; /* between Christmas and New Year, too */
	const char *remark;
};
static const struct wish wishes[] = {
	{ TUESDAY, THURSDAY, false, "" },
	{ MONDAY, FRIDAY, false, N_("no free Tuesday to Thursday") },
	{ MONDAY, FRIDAY, true, N_("free days only between Christmas and New Year") },
};

/* Working days, but offices are half empty. */
static bool
is_christmas_week(struct date d)
{
	return d.month == 12 && d.day >= 24;
}

/* All days of a meeting that begins then are free and such as are wished for. */
static bool
days_free(const struct plan *p, long first, int days, const struct wish *wish)
{
	for (long day = first; day < first + days; day++) {
		struct date d = date_from_days(day);
		int weekday = date_weekday(d);

		if (weekday < wish->from_weekday || weekday > wish->to_weekday ||
			(is_christmas_week(d) && !wish->christmas) ||
			free_days_reason(&p->free, d, p->voivodeships, p->arena))
			return false;
		for (int i = 0; i < p->taken_count; i++)
			if (day >= p->taken[i].from && day <= p->taken[i].to)
				return false;
	}
	return true;
}

/* The free day nearest to the middle of the period; -1 = none. */
static long
find_day(const struct plan *p, long from, long to, int days, const struct wish *wish)
{
	long middle = from + (to - from) / 2, best = -1;

	for (long day = from; day + days - 1 <= to; day++)
		if ((best < 0 || labs(day - middle) < labs(best - middle)) &&
			days_free(p, day, days, wish))
			best = day;
	return best;
}

/* Whether the table has the winter holidays of that year for all voivodeships of members. */
static bool
winter_known(const struct plan *p, int year)
{
	for (int v = 0; p->voivodeships[v]; v++) {
		bool known = false;

		for (int i = 0; i < p->free.count; i++)
			known |= !strcmp(p->free.breaks[i].voivodeship, p->voivodeships[v]) &&
				 atoi(p->free.breaks[i].first_on) == year;
		if (!known)
			return false;
	}
	return true;
}

/* Winter holidays lie in January to March: a day there is free only as far as the table goes. */
static void
tell_winter(const struct plan *p, struct date d, struct proposed_meeting *m)
{
	const char *end;

	if (d.month > 3 || winter_known(p, d.year))
		return;
	end = arena_format(p->arena, _("no winter holidays known for %d"), d.year);
	m->remark = m->remark[0] ? arena_format(p->arena, "%s; %s", m->remark, end) : end;
}

static void
choose_day(const struct plan *p, const struct group_stage *s, struct proposed_meeting *m)
{
	long today = date_to_days(clock_today()), from, to, day = -1;

	if (!s->from_on[0] || !s->to_on[0]) {
		m->remark = _("the stage has no period");
		return;
	}
	from = days_of(s->from_on);
	to = days_of(s->to_on);
	if (to < today) {
		m->remark = _("its period has passed");
		return;
	}
	if (p->group->ends_on[0] && from > days_of(p->group->ends_on)) {
		m->remark = _("the group ends before it");
		return;
	}
	if (p->group->ends_on[0] && to > days_of(p->group->ends_on))
		to = days_of(p->group->ends_on);
	if (from < days_of(p->group->starts_on))
		from = days_of(p->group->starts_on);
	if (from <= today)
		from = today + 1;
	if (from <= p->after)
		from = p->after + 1;
	for (size_t i = 0; day < 0 && i < sizeof(wishes) / sizeof(*wishes); i++) {
		day = find_day(p, from, to, s->days, &wishes[i]);
		m->remark = wishes[i].remark[0] ? _(wishes[i].remark) : "";
	}
	if (day < 0) {
		m->remark = _("no free day in its period");
		return;
	}
	date_iso(m->starts_on, sizeof(m->starts_on), date_from_days(day));
	tell_winter(p, date_from_days(day), m);
}

/* ---- hosts ---- */

static bool
is_to_have_host(const struct proposed_meeting *m)
{
	return !m->there && m->starts_on[0] != '\0';
}

static int
turn_of(const struct host_turn *turns, int count, int slot)
{
	for (int i = 0; i < count; i++)
		if (turns[i].member.slot == slot)
			return i;
	return -1;
}

/* The host of the meeting before (step -1) or after (1), where it stands; NO_SLOT = none. */
static int
neighbour(const struct proposed_meeting *list, int count, int at, int step, const bool *kept)
{
	for (int i = at + step; i >= 0 && i < count; i += step)
		if (list[i].starts_on[0])
			return step < 0 || list[i].there || (kept && kept[i]) ? list[i].host
									     : NO_SLOT;
	return NO_SLOT;
}

void
group_calendar_hosts(struct proposed_meeting *list, int count, const bool *kept,
	const struct host_turn *turns, int turn_count, struct arena *arena)
{
	int *uses = arena_array(arena, (size_t)turn_count + 1, sizeof(*uses));

	for (int i = 0; i < count; i++) {
		int turn = kept && kept[i] && is_to_have_host(&list[i])
				   ? turn_of(turns, turn_count, list[i].host)
				   : -1;

		if (turn >= 0)
			uses[turn]++;
	}
	for (int i = 0; i < count; i++) {
		struct proposed_meeting *m = &list[i];
		int before = neighbour(list, count, i, -1, kept), best = -1;
		int after = neighbour(list, count, i, 1, kept);

		if (!is_to_have_host(m) || (kept && kept[i]))
			continue;
		for (int t = 0; t < turn_count; t++) {
			const struct exchange_member *host = &turns[t].member;
			/* twice running only where nobody else is there */
			int cost = uses[t] + (host->slot == before || host->slot == after) * 1000;

			if (!host_turn_on(&turns[t], m->starts_on))
				continue;
			if (best < 0 || cost < uses[best] + (turns[best].member.slot == before ||
						      turns[best].member.slot == after) * 1000)
				best = t;
		}
		m->host = best < 0 ? NO_SLOT : turns[best].member.slot;
		m->presentation =
			best < 0 ? "" : arena_string(arena, turns[best].member.presentation);
		if (best >= 0)
			uses[best]++;
	}
}

int
group_calendar_propose(struct db *db, const struct exchange_group *g, struct arena *arena,
	struct proposed_meeting **list, int *count, struct error *err)
{
	struct plan p = { .arena = arena, .group = g };
	struct group_stage *stages;

	*list = NULL;
	if (group_stage_list(db, g->id, arena, &stages, count, err) < 0 ||
		free_days_load(db, arena, &p.free, err) < 0 ||
		group_calendar_voivodeships(db, g, arena, &p.voivodeships, err) < 0 ||
		load_taken(db, g, &p, err) < 0 ||
		host_turn_list(db, g->id, true, arena, &p.turns, &p.turn_count, err) < 0)
		return -1;
	*list = arena_array(arena, (size_t)*count + 1, sizeof(**list));
	for (int i = 0; i < *count; i++)
		(*list)[i] = (struct proposed_meeting){ .stage = stages[i].position,
			.stage_name = stages[i].name,
			.days = stages[i].days,
			.presentation = "",
			.from_on = stages[i].from_on,
			.to_on = stages[i].to_on,
			.remark = "" };
	if (load_met(db, g, *list, *count, err) < 0)
		return -1;
	for (int i = 0; i < *count; i++) {
		struct proposed_meeting *m = &(*list)[i];

		if (!m->there)
			choose_day(&p, &stages[i], m);
		if (m->starts_on[0])
			p.after = days_of(m->starts_on) + m->days - 1;
	}
	group_calendar_hosts(*list, *count, NULL, p.turns, p.turn_count, arena);
	return 0;
}

char *
group_calendar_last_day(char dst[12], const struct proposed_meeting *m)
{
	dst[0] = '\0';
	return m->starts_on[0] ? date_iso(dst, 12,
					 date_from_days(days_of(m->starts_on) +
							(m->days > 1 ? m->days - 1 : 0)))
			       : dst;
}

const char *
group_calendar_against(const struct free_days *f, const char *const *voivodeships,
	const struct proposed_meeting *m, struct arena *arena)
{
	char shown[24];

	for (int i = 0; m->starts_on[0] && (i == 0 || i < m->days); i++) {
		struct date d = date_from_days(days_of(m->starts_on) + i);
		const char *reason = free_days_reason(f, d, voivodeships, arena);

		if (reason)
			return m->days > 1 ? arena_format(arena, "%s: %s",
						     date_format(shown, sizeof(shown), d), reason)
					   : reason;
	}
	return NULL;
}

const char *
group_calendar_outside(const struct exchange_group *g, const struct proposed_meeting *m)
{
	long first;

	if (!m->starts_on[0])
		return NULL;
	first = days_of(m->starts_on);
	if (first < days_of(g->starts_on))
		return _("before the group begins");
	if (g->ends_on[0] && first + m->days - 1 > days_of(g->ends_on))
		return _("after the group ends");
	return NULL;
}

const char *
group_calendar_beside(const struct proposed_meeting *m)
{
	long first;

	if (!m->starts_on[0])
		return NULL;
	first = days_of(m->starts_on);
	if (m->to_on[0] && first + m->days - 1 > days_of(m->to_on))
		return _("! after the period of its stage");
	if (m->from_on[0] && first < days_of(m->from_on))
		return _("! before the period of its stage");
	return NULL;
}

/* ---- taking over ---- */

static int
put_meeting(struct db *db, int64_t group, const struct proposed_meeting *m, struct error *err)
{
	struct meeting meeting;
	char last[12];

	if (meeting_defaults(db, group, &meeting, err))
		return -1;
	meeting.number = 0;
	meeting.stage = m->stage;
	meeting.title[0] = '\0';
	snprintf(meeting.starts_at, sizeof(meeting.starts_at), "%.10sT10:00", m->starts_on);
	snprintf(meeting.ends_at, sizeof(meeting.ends_at), "%.10sT15:00",
		group_calendar_last_day(last, m));
	meeting.host = m->host;
	meeting.place[0] = '\0';
	text_copy(meeting.presentation, sizeof(meeting.presentation), m->presentation);
	return meeting_put(db, &meeting, err);
}

/* What the proposal was made from is still so. */
static int
check_stage(struct db *db, int64_t group, const struct proposed_meeting *m, struct error *err)
{
	struct stmt *q = db_start(db, Q_GROUP_CALENDAR_STAGE, err);
	char day[32], met[16] = "";
	bool same = false;

	db_bind_int(q, 1, group);
	db_bind_int(q, 2, m->stage);
	if (db_next(q)) {
		same = !m->stage_name || !strcmp(db_text(q, 0), m->stage_name);
		text_copy(met, sizeof(met), db_text(q, 1));
	}
	if (db_end(q) < 0)
		return -1;
	if (!same)
		return error_set(err, ERROR_CONFLICT,
			_("the stages of the group have changed meanwhile; propose anew."));
	if (met[0])
		return error_set(err, ERROR_CONFLICT,
			_("it got its meeting on %s meanwhile; propose anew."),
			date_show(day, sizeof(day), met));
	return 0;
}

struct taking {
	int64_t group;
	const struct proposed_meeting *list;
	int count;
};

static int
put_meetings(struct db *db, void *context, struct error *err)
{
	const struct taking *t = context;

	for (int i = 0; i < t->count; i++) {
		struct error why = { 0 };

		if ((t->list[i].stage == 0 || check_stage(db, t->group, &t->list[i], &why) == 0) &&
			put_meeting(db, t->group, &t->list[i], &why) == 0)
			continue;
		return t->list[i].stage_name
			       ? error_set(err, why.code, "%s: %s", t->list[i].stage_name, why.text)
			       : error_set(err, why.code, "%s", why.text);
	}
	return 0;
}

int
group_calendar_take(struct db *db, int64_t group, const struct proposed_meeting *list, int count,
	struct error *err)
{
	struct taking t = { group, list, count };
	char summary[16];
	struct db_act act = { .action = "meeting.add", .entity = "meeting", .summary = summary };

	snprintf(summary, sizeof(summary), "%d", count);
	return db_write(db, &act, put_meetings, &t, err);
}
