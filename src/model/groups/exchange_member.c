/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Members of exchange groups from a day to a day; their lines belong to the group. */
#include "config.h"

#include "model/groups/exchange_parts.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/kept.h"
#include "model/queries.h"
#include "model/surveys/wave.h"
#include "model/units/unit_city.h"

#include <string.h>

static void
read_member(struct stmt *q, struct exchange_member *m)
{
	*m = (struct exchange_member){ .id = db_int(q, 0),
		.group = db_int(q, 1),
		.slot = (int)db_int(q, 2),
		.host_order = (int)db_int(q, 5) };
	text_copy(m->joined_on, sizeof(m->joined_on), db_text(q, 3));
	text_copy(m->left_on, sizeof(m->left_on), db_text(q, 4));
	text_copy(m->presentation, sizeof(m->presentation), db_text(q, 6));
}

int
exchange_member_list(struct db *db, int64_t group, const char *on_date, struct arena *arena,
	struct exchange_member **list, int *count, struct error *err)
{
	struct stmt *q = db_start(db, Q_EXCHANGE_MEMBER_LIST, err);
	size_t room = 0;

	*list = NULL;
	*count = 0;
	db_bind_int(q, 1, group);
	db_bind_text(q, 2, on_date);
	while (db_next(q)) {
		*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof(**list));
		read_member(q, &(*list)[(*count)++]);
	}
	return db_end(q);
}

int
exchange_member_load(struct db *db, int64_t id, struct exchange_member *out, struct error *err)
{
	struct stmt *q = db_start(db, Q_EXCHANGE_MEMBER_LOAD, err);
	bool found;

	db_bind_int(q, 1, id);
	found = db_next(q);
	if (found)
		read_member(q, out);
	if (db_end(q) < 0)
		return -1;
	return found ? 0 : error_set(err, ERROR_MISSING, _("This member is gone."));
}

bool
exchange_member_left(const struct exchange_member *m, const char *on_date)
{
	return m->left_on[0] && strcmp(m->left_on, on_date) < 0;
}

int
exchange_member_meant(
	struct db *db, const struct unit_table *units, int64_t group, int *slot, struct error *err)
{
	int twin = group ? unit_city_twin(units, *slot) : NO_SLOT, count, result;
	struct arena arena = { 0 };
	struct exchange_member *list;
	bool itself = false, other = false;

	if (twin == NO_SLOT)
		return 0;
	result = exchange_member_list(db, group, NULL, &arena, &list, &count, err);
	for (int i = 0; result == 0 && i < count; i++) {
		itself |= list[i].slot == *slot;
		other |= list[i].slot == twin;
	}
	arena_release(&arena);
	if (other && !itself)
		*slot = twin;
	return result;
}

int
exchange_member_by_code(struct db *db, const struct unit_table *units, int64_t group,
	const char *code, int *slot, struct error *err)
{
	const struct unit *u = code[0] ? unit_by_code(units, code) : NULL;
	int twin = u ? unit_city_twin(units, u->slot) : NO_SLOT, count, result;
	struct arena arena = { 0 };
	struct exchange_member *list;

	*slot = NO_SLOT;
	if (!u)
		return 0;
	result = exchange_member_list(db, group, NULL, &arena, &list, &count, err);
	for (int i = 0; result == 0 && i < count && *slot != u->slot; i++)
		if (list[i].slot == u->slot || (twin != NO_SLOT && list[i].slot == twin))
			*slot = list[i].slot;
	arena_release(&arena);
	return result;
}

/* ---- what cannot be ---- */

struct joining {
	char name[128];
	char ends_on[12]; /* "" = it is still there */
	int twin;         /* a city's other code; NO_SLOT = none */
	char twin_code[UNIT_CODE_SIZE];
};

static int
load_unit(struct db *db, int slot, struct joining *out, struct error *err)
{
	struct unit_table units;
	const struct unit *u, *twin;
	bool can = false;

	*out = (struct joining){ .twin = NO_SLOT };
	if (unit_table_load(db, &units, err) < 0)
		return -1;
	u = unit_by_slot(&units, slot);
	if (u) {
		can = u->level >= LEVEL_VOIVODESHIP && u->level <= LEVEL_GMINA;
		text_copy(out->name, sizeof(out->name), u->told);
		text_copy(out->ends_on, sizeof(out->ends_on), u->ends_on);
		twin = unit_by_slot(&units, unit_city_twin(&units, slot));
		out->twin = twin ? twin->slot : NO_SLOT;
		text_copy(out->twin_code, sizeof(out->twin_code), twin ? twin->teryt : "");
	}
	unit_table_release(&units);
	if (!u)
		return error_field(err, ERROR_INPUT, MEMBER_FIELD_UNIT,
			_("Choose the unit (JST) that joins."));
	if (!can)
		return error_field(err, ERROR_INPUT, MEMBER_FIELD_UNIT,
			_("%s cannot be a member: members are gminas, powiats and voivodeships."),
			out->name);
	return 0;
}

int
exchange_unit_name(struct db *db, int slot, char *name, size_t size, struct error *err)
{
	struct joining unit;

	if (load_unit(db, slot, &unit, err) < 0)
		return -1;
	text_copy(name, size, unit.name);
	return 0;
}

static int
check_ended(const struct exchange_member *m, const struct joining *unit, struct error *err)
{
	char day[32];

	if (m->id || !unit->ends_on[0] || strcmp(m->joined_on, unit->ends_on) < 0)
		return 0;
	return error_field(err, ERROR_INPUT, MEMBER_FIELD_UNIT,
		_("%s ended on %s; what goes on in its place joins under its own code."),
		unit->name, date_show(day, sizeof(day), unit->ends_on));
}

/* Another membership of the slot that shares a day with m. */
static int
find_overlap(struct db *db, const struct exchange_member *m, int slot, char since[32],
	char until[32], struct error *err)
{
	struct stmt *q = db_start(db, Q_EXCHANGE_MEMBER_OVERLAP, err);

	since[0] = until[0] = '\0';
	db_bind_int(q, 1, m->group);
	db_bind_int(q, 2, slot);
	db_bind_int(q, 3, m->id);
	db_bind_text(q, 4, m->joined_on);
	db_bind_text(q, 5, exchange_or_null(m->left_on));
	if (db_next(q)) {
		date_show(since, 32, db_text(q, 0));
		date_show(until, 32, db_text(q, 1));
	}
	return db_end(q);
}

/* A city with powiat rights is one member, whichever of its codes it stands under. One that is a
 * member twice from before can leave, so its days are held against those that it had. */
static int
check_twin(struct db *db, const struct exchange_member *m, const struct joining *unit,
	struct error *err)
{
	struct exchange_member was;
	char since[32], until[32];

	if (unit->twin == NO_SLOT)
		return 0;
	if (find_overlap(db, m, unit->twin, since, until, err) < 0)
		return -1;
	if (since[0] && m->id) {
		char former[32];

		if (exchange_member_load(db, m->id, &was, err) < 0 ||
			find_overlap(db, &was, unit->twin, former, until, err) < 0)
			return -1;
		if (former[0])
			return 0;
	}
	return !since[0] ? 0
			 : error_field(err, ERROR_INPUT, MEMBER_FIELD_UNIT,
				   _("%s is a member already, since %s, under its other code (%s). "
				     "The comparison shows the figures of both codes."),
				   unit->name, since, unit->twin_code);
}

static int
check_once(struct db *db, const struct exchange_member *m, const struct joining *unit,
	struct error *err)
{
	const char *name = unit->name;
	char since[32], until[32];

	if (check_twin(db, m, unit, err) < 0 || find_overlap(db, m, m->slot, since, until, err) < 0)
		return -1;
	if (!since[0])
		return 0;
	if (until[0])
		return error_field(err, ERROR_INPUT, MEMBER_FIELD_JOINED,
			_("%s was a member from %s to %s, the last day; it can join again "
			  "from the day after."),
			name, since, until);
	return error_field(err, ERROR_INPUT, MEMBER_FIELD_UNIT,
		_("%s is a member already, since %s."), name, since);
}

/* A meeting at the member on a day that its time had and would have no more. */
static int
check_hosting(struct db *db, const struct exchange_member *m, const char *name, struct error *err)
{
	char day[32] = "";
	bool held = false, before = false;
	struct stmt *q;

	if (!m->id)
		return 0;
	q = db_start(db, Q_EXCHANGE_MEMBER_HOSTS, err);
	db_bind_int(q, 1, m->id);
	db_bind_text(q, 2, m->joined_on);
	db_bind_text(q, 3, exchange_or_null(m->left_on));
	if (db_next(q)) {
		date_show(day, sizeof(day), db_text(q, 0));
		held = db_int(q, 1) != 0;
		before = db_int(q, 2) != 0;
	}
	if (db_end(q) < 0)
		return -1;
	if (before)
		return error_field(err, ERROR_INPUT, MEMBER_FIELD_JOINED,
			_("%s is host of the meeting of %s; it joined by that day."), name, day);
	if (held)
		return error_field(err, ERROR_INPUT, MEMBER_FIELD_LEFT,
			_("%s was host of the meeting of %s; it left after that day."), name, day);
	if (day[0])
		return error_field(err, ERROR_INPUT, MEMBER_FIELD_LEFT,
			_("%s is to host the meeting of %s; give it another host first."), name,
			day);
	return 0;
}

static int
check(struct db *db, const struct exchange_group *g, struct exchange_member *m, struct error *err)
{
	struct joining unit;
	const char *name = unit.name;
	char day[32], other[32];

	if (load_unit(db, m->slot, &unit, err) < 0 ||
		survey_date_check(m->joined_on, MEMBER_FIELD_JOINED, err) < 0 ||
		survey_date_check(m->left_on, MEMBER_FIELD_LEFT, err) < 0 ||
		kept_line_check(m->presentation, MEMBER_FIELD_PRESENTATION, err) < 0)
		return -1;
	if (strcmp(m->joined_on, g->starts_on) < 0)
		return error_field(err, ERROR_INPUT, MEMBER_FIELD_JOINED,
			_("The group begins on %s; nobody can join it earlier."),
			date_show(day, sizeof(day), g->starts_on));
	if (g->ends_on[0] && strcmp(m->joined_on, g->ends_on) > 0)
		return error_field(err, ERROR_INPUT, MEMBER_FIELD_JOINED,
			_("The group ended on %s; nobody can join it later."),
			date_show(day, sizeof(day), g->ends_on));
	if (m->left_on[0] && strcmp(m->left_on, m->joined_on) <= 0)
		return error_field(err, ERROR_INPUT, MEMBER_FIELD_LEFT,
			_("%s cannot leave on %s: it joins on %s."), name,
			date_show(day, sizeof(day), m->left_on),
			date_show(other, sizeof(other), m->joined_on));
	if (m->host_order < 0)
		return error_field(err, ERROR_INPUT, MEMBER_FIELD_HOST,
			_("The turn as host is 1 for the first, or empty."));
	if (check_ended(m, &unit, err) < 0 || check_once(db, m, &unit, err) < 0)
		return -1;
	return check_hosting(db, m, name, err);
}

/* ---- saving ---- */

int
exchange_member_day(
	struct db *db, const struct exchange_group *g, char joined_on[12], struct error *err)
{
	struct stmt *q = db_start(db, Q_EXCHANGE_GROUP_HAS_MET, err);
	char today[16];
	bool met;

	date_iso(today, sizeof(today), clock_today());
	db_bind_int(q, 1, g->id);
	db_bind_text(q, 2, today);
	met = db_next(q) && db_int(q, 0) != 0;
	if (db_end(q) < 0)
		return -1;
	text_copy(joined_on, 12,
		!met || (g->ends_on[0] && strcmp(g->ends_on, today) < 0) ? g->starts_on : today);
	return 0;
}

int
exchange_member_put(
	struct db *db, const struct exchange_group *g, struct exchange_member *m, struct error *err)
{
	int64_t changed;
	struct stmt *q;
	int p = 1;

	m->group = g->id;
	if (!m->joined_on[0] && exchange_member_day(db, g, m->joined_on, err) < 0)
		return -1;
	if (check(db, g, m, err) < 0)
		return -1;
	q = db_start(db, m->id ? Q_EXCHANGE_MEMBER_UPDATE : Q_EXCHANGE_MEMBER_INSERT, err);
	db_bind_int(q, p++, m->group);
	if (m->id)
		db_bind_int(q, p++, m->id);
	db_bind_int(q, p++, m->slot);
	db_bind_text(q, p++, m->joined_on);
	db_bind_text(q, p++, exchange_or_null(m->left_on));
	db_bind_int(q, p++, m->host_order);
	db_bind_text(q, p, m->presentation);
	if (db_run(q, &changed) < 0)
		return -1;
	if (changed == 0)
		return error_set(err, ERROR_MISSING, _("This member is gone."));
	if (!m->id)
		m->id = db_last_id(db);
	return 0;
}

struct saving {
	struct exchange_group *group;
	struct exchange_member *member;
};

static int
save(struct db *db, void *context, struct error *err)
{
	const struct saving *s = context;

	if (exchange_group_touch(db, s->group->id, s->group->rev, err) < 0)
		return -1;
	return exchange_member_put(db, s->group, s->member, err);
}

int
exchange_member_save(
	struct db *db, struct exchange_group *g, struct exchange_member *m, struct error *err)
{
	struct db_act act = { .action = m->id ? "exchange_member.change" : "exchange_member.add",
		.entity = "exchange_group",
		.summary = g->code };
	struct exchange_member copy = *m;
	struct saving s = { g, &copy };

	if (db_write(db, &act, save, &s, err) < 0)
		return -1;
	*m = copy;
	g->rev++;
	return 0;
}

struct removing {
	const struct exchange_group *group;
	int64_t member;
};

static int
remove_member(struct db *db, void *context, struct error *err)
{
	const struct removing *r = context;
	struct exchange_member m;
	bool used;
	struct stmt *q;

	if (exchange_group_touch(db, r->group->id, r->group->rev, err) < 0 ||
		exchange_member_load(db, r->member, &m, err) < 0)
		return -1;
	q = db_start(db, Q_EXCHANGE_MEMBER_TRACES, err);
	db_bind_int(q, 1, r->group->id);
	db_bind_int(q, 2, m.slot);
	used = db_next(q) && db_int(q, 0) != 0;
	if (db_end(q) < 0)
		return -1;
	if (used)
		return error_set(err, ERROR_INPUT,
			_("This member has a part in the group: a meeting, homework, a sheet, an "
			  "opinion, a conclusion, a plan or a closing note. Give the day on which "
			  "it leaves instead, so that its part stays."));
	q = db_start(db, Q_EXCHANGE_MEMBER_DELETE, err);
	db_bind_int(q, 1, r->group->id);
	db_bind_int(q, 2, r->member);
	return db_run(q, NULL);
}

int
exchange_member_remove(struct db *db, struct exchange_group *g, int64_t id, struct error *err)
{
	struct db_act act = {
		.action = "exchange_member.remove", .entity = "exchange_group", .summary = g->code
	};
	struct removing r = { g, id };

	if (db_write(db, &act, remove_member, &r, err) < 0)
		return -1;
	g->rev++;
	return 0;
}
