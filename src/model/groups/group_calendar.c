/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days on which nobody meets, and hosts in their turn. */
#include "config.h"

#include "model/groups/group_calendar.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/kept.h"
#include "model/queries.h"
#include "model/surveys/wave.h"

#include <stdlib.h>
#include <string.h>

/* ---- public holidays ---- */

struct date
easter_sunday(int year)
{
	int a = year % 19, b = year / 100, c = year % 100;
	int d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
	int h = (19 * a + b - d - g + 15) % 30; /* the age of the moon, then the day of the week */
	int i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7;
	int m = (a + 11 * h + 22 * l) / 451;
	int n = h + l - 7 * m + 114;

	return (struct date){ year, n / 31, n % 31 + 1 };
}

static const struct {
	int month, day, since;
	const char *name;
} fixed[] = {
	{ 1, 1, 0, N_("New Year") },
	{ 1, 6, 2011, N_("Epiphany") },
	{ 5, 1, 0, N_("1 May") },
	{ 5, 3, 1990, N_("3 May") },
	{ 8, 15, 1989, N_("Assumption") },
	{ 11, 1, 0, N_("All Saints") },
	{ 11, 11, 1989, N_("Independence Day") },
	{ 12, 24, 2025, N_("Christmas Eve") },
	{ 12, 25, 0, N_("Christmas") },
	{ 12, 26, 0, N_("Second day of Christmas") },
};
/* Days after Easter Sunday. */
static const struct {
	int days;
	const char *name;
} movable[] = {
	{ 0, N_("Easter") },
	{ 1, N_("Easter Monday") },
	{ 49, N_("Pentecost") },
	{ 60, N_("Corpus Christi") },
};

const char *
holiday_name(struct date d)
{
	long after;

	for (size_t i = 0; i < sizeof(fixed) / sizeof(fixed[0]); i++)
		if (fixed[i].month == d.month && fixed[i].day == d.day && d.year >= fixed[i].since)
			return _(fixed[i].name);
	after = date_to_days(d) - date_to_days(easter_sunday(d.year));
	for (size_t i = 0; i < sizeof(movable) / sizeof(movable[0]); i++)
		if (movable[i].days == after)
			return _(movable[i].name);
	return NULL;
}

int
date_weekday(struct date d)
{
	return (int)(((date_to_days(d) + 3) % 7 + 7) % 7); /* 1970-01-01 was a Thursday */
}

/* ---- winter holidays of schools ---- */

const char *
voivodeship_name(const char *code)
{
	static const char names[][24] = { "Dolnośląskie", "Kujawsko-pomorskie", "Lubelskie",
		"Lubuskie", "Łódzkie", "Małopolskie", "Mazowieckie", "Opolskie", "Podkarpackie",
		"Podlaskie", "Pomorskie", "Śląskie", "Świętokrzyskie", "Warmińsko-mazurskie",
		"Wielkopolskie", "Zachodniopomorskie" };
	int number = atoi(code);

	return number % 2 == 0 && number >= 2 && number <= 32 ? names[number / 2 - 1] : "";
}

int
winter_break_list(struct db *db, const char *voivodeship, struct arena *arena,
	struct winter_break **list, int *count, struct error *err)
{
	struct stmt *q = db_start(db, Q_WINTER_BREAK_LIST, err);
	size_t room = 0;

	*list = NULL;
	*count = 0;
	db_bind_text(q, 1, voivodeship);
	while (db_next(q)) {
		struct winter_break *b;

		*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof(**list));
		b = &(*list)[(*count)++];
		text_copy(b->voivodeship, sizeof(b->voivodeship), db_text(q, 0));
		text_copy(b->first_on, sizeof(b->first_on), db_text(q, 1));
		text_copy(b->last_on, sizeof(b->last_on), db_text(q, 2));
		text_copy(b->source, sizeof(b->source), db_text(q, 3));
	}
	return db_end(q);
}

struct saving {
	const struct winter_break *former, *row; /* row NULL = remove */
};

static int
check_break(struct db *db, const struct saving *s, struct error *err)
{
	const struct winter_break *b = s->row;
	char first[32] = "", last[32] = "";
	struct stmt *q;

	if (strlen(b->voivodeship) != 2)
		return error_field(err, ERROR_INPUT, WINTER_FIELD_VOIVODESHIP,
			_("Choose the voivodeship whose schools have the holidays."));
	if (!b->first_on[0] || !b->last_on[0])
		return error_field(err, ERROR_INPUT,
			b->first_on[0] ? WINTER_FIELD_LAST : WINTER_FIELD_FIRST,
			_("Give the first and the last day of the holidays."));
	if (survey_date_check(b->first_on, WINTER_FIELD_FIRST, err) < 0 ||
		survey_date_check(b->last_on, WINTER_FIELD_LAST, err) < 0 ||
		kept_line_check(b->source, WINTER_FIELD_SOURCE, err) < 0)
		return -1;
	if (strcmp(b->last_on, b->first_on) < 0)
		return error_field(err, ERROR_INPUT, WINTER_FIELD_LAST,
			_("The holidays would end on %s, before they begin."),
			date_show(last, sizeof(last), b->last_on));
	q = db_start(db, Q_WINTER_BREAK_OVERLAP, err);
	db_bind_text(q, 1, b->voivodeship);
	db_bind_text(q, 2, b->first_on);
	db_bind_text(q, 3, b->last_on);
	db_bind_text(q, 4, s->former ? s->former->voivodeship : "");
	db_bind_text(q, 5, s->former ? s->former->first_on : "");
	if (db_next(q)) {
		date_show(first, sizeof(first), db_text(q, 0));
		date_show(last, sizeof(last), db_text(q, 1));
	}
	if (db_end(q) < 0)
		return -1;
	if (first[0])
		return error_field(err, ERROR_INPUT, WINTER_FIELD_FIRST,
			_("This voivodeship has holidays from %s to %s already."), first, last);
	return 0;
}

static int
write_break(struct db *db, void *context, struct error *err)
{
	const struct saving *s = context;
	int64_t changed;
	struct stmt *q;

	if (s->row && check_break(db, s, err) < 0)
		return -1;
	if (s->former) {
		q = db_start(db, Q_WINTER_BREAK_DELETE, err);
		db_bind_text(q, 1, s->former->voivodeship);
		db_bind_text(q, 2, s->former->first_on);
		if (db_run(q, &changed) < 0)
			return -1;
		if (!changed)
			return error_set(err, ERROR_CONFLICT,
				_("A colleague has changed these holidays meanwhile. Nothing was "
				  "saved; look at the new state first."));
	}
	if (!s->row)
		return 0;
	q = db_start(db, Q_WINTER_BREAK_PUT, err);
	db_bind_text(q, 1, s->row->voivodeship);
	db_bind_text(q, 2, s->row->first_on);
	db_bind_text(q, 3, s->row->last_on);
	db_bind_text(q, 4, s->row->source);
	return db_run(q, NULL);
}

static int
act_break(struct db *db, const char *action, struct saving *s, struct error *err)
{
	const struct winter_break *b = s->row ? s->row : s->former;
	struct db_act act = {
		.action = action, .entity = "winter_break", .summary = b->voivodeship
	};

	return db_write(db, &act, write_break, s, err);
}

int
winter_break_save(struct db *db, const struct winter_break *former, const struct winter_break *b,
	struct error *err)
{
	struct saving s = { former, b };

	return act_break(db, former ? "winter_break.change" : "winter_break.add", &s, err);
}

int
winter_break_remove(struct db *db, const struct winter_break *b, struct error *err)
{
	struct saving s = { b, NULL };

	return act_break(db, "winter_break.remove", &s, err);
}

int
free_days_load(struct db *db, struct arena *arena, struct free_days *out, struct error *err)
{
	return winter_break_list(db, NULL, arena, &out->breaks, &out->count, err);
}

static bool
is_one_of(const char *code, const char *const *codes)
{
	if (!codes)
		return true;
	for (; *codes; codes++)
		if (strcmp(*codes, code) == 0)
			return true;
	return false;
}

const char *
free_days_reason(const struct free_days *f, struct date d, const char *const *voivodeships,
	struct arena *arena)
{
	const char *holiday = holiday_name(d), *where = "";
	char day[16];

	if (holiday)
		return holiday;
	if (date_weekday(d) >= 5)
		return date_weekday(d) == 5 ? _("Saturday") : _("Sunday");
	date_iso(day, sizeof(day), d);
	for (int i = 0; i < f->count; i++) {
		const struct winter_break *b = &f->breaks[i];

		if (strcmp(day, b->first_on) >= 0 && strcmp(day, b->last_on) <= 0 &&
			is_one_of(b->voivodeship, voivodeships))
			where = arena_format(arena, "%s%s%s", where, *where ? ", " : "",
				voivodeship_name(b->voivodeship));
	}
	return *where ? arena_format(arena, _("winter holidays (%s)"), where) : NULL;
}

/* ---- hosts ---- */

bool
host_turn_on(const struct host_turn *turn, const char *day)
{
	return strcmp(turn->member.joined_on, day) <= 0 &&
	       !exchange_member_left(&turn->member, day);
}

const char *
host_turn_shared(const struct exchange_member *list, int count, const struct exchange_member *m,
	const struct unit_table *units, struct arena *arena)
{
	const struct unit *own = unit_by_slot(units, m->slot), *other;
	char today[16];

	date_iso(today, sizeof(today), clock_today());
	if (m->host_order == 0 || exchange_member_left(m, today))
		return NULL;
	for (int i = 0; i < count; i++) {
		other = unit_by_slot(units, list[i].slot);
		if (list[i].host_order == m->host_order && list[i].slot != m->slot && own &&
			other && !exchange_member_left(&list[i], today))
			return arena_format(arena,
				_("%s and %s have the same turn as host, %d: give one of them "
				  "another; until then the one with the lower code comes first."),
				own->told, other->told, m->host_order);
	}
	return NULL;
}

int
host_turn_list(struct db *db, int64_t group, bool later, struct arena *arena,
	struct host_turn **list, int *count, struct error *err)
{
	struct stmt *q = db_start(db, Q_HOST_TURN_COUNTS, err);
	size_t room = 0;
	char today[16];

	*list = NULL;
	*count = 0;
	db_bind_int(q, 1, group);
	date_iso(today, sizeof(today), clock_today());
	db_bind_text(q, 2, today);
	db_bind_text(q, 3, later ? "9999-12-31" : today);
	while (db_next(q)) {
		struct host_turn *t;

		*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof(**list));
		t = &(*list)[(*count)++];
		*t = (struct host_turn){ .hosted = (int)db_int(q, 7),
			.planned = (int)db_int(q, 8),
			.last_on = arena_string(arena, db_text(q, 9)),
			.turn = *count };
		t->member = (struct exchange_member){ .id = db_int(q, 0),
			.group = db_int(q, 1),
			.slot = (int)db_int(q, 2),
			.host_order = (int)db_int(q, 5) };
		text_copy(t->member.joined_on, sizeof(t->member.joined_on), db_text(q, 3));
		text_copy(t->member.left_on, sizeof(t->member.left_on), db_text(q, 4));
		text_copy(t->member.presentation, sizeof(t->member.presentation), db_text(q, 6));
	}
	return db_end(q);
}
