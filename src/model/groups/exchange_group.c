/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Exchange groups: their words, reading them, and what is unusual in one. */
#include "config.h"

#include "model/groups/exchange_group.h"

#include "base/clock.h"
#include "base/date.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/groups/group_calendar.h"
#include "model/queries.h"
#include "model/word.h"

#include <string.h>

static const struct word kinds[] = {
	[EXCHANGE_GWD] = { "gwd", N_("experience exchange group (GWD)") },
	[EXCHANGE_WZS] = { "wzs", N_("strategic management workshops (WZS)") },
	[EXCHANGE_NETWORK] = { "network", N_("exchange network") },
	[EXCHANGE_JST_NGO] = { "jst_ngo", N_("group on cooperation with NGOs") },
};
static const struct word units_words[] = {
	[UNITS_TOWNS] = { "towns", N_("towns") },
	[UNITS_RURAL] = { "rural", N_("rural gminas") },
	[UNITS_POWIATS] = { "powiats", N_("powiats") },
	[UNITS_VOIVODESHIPS] = { "voivodeships", N_("voivodeships") },
	[UNITS_MIXED] = { "mixed", N_("units of several kinds") },
};
/* How many members a group of the kind usually has. */
static const struct { int smallest, largest; } sizes[] = {
	[EXCHANGE_GWD] = { 4, 8 },
	[EXCHANGE_WZS] = { 6, 10 },
	[EXCHANGE_NETWORK] = { 4, 30 },
	[EXCHANGE_JST_NGO] = { 4, 8 },
};

const char *
exchange_kind_name(enum exchange_kind kind)
{
	return kinds[kind].name;
}

const char *
exchange_kind_label(enum exchange_kind kind)
{
	return _(kinds[kind].label);
}

int
exchange_kind_from_name(const char *name)
{
	return word_find(kinds, EXCHANGE_KINDS, name, -1);
}

const char *
exchange_units_name(enum exchange_units units)
{
	return units_words[units].name;
}

const char *
exchange_units_label(enum exchange_units units)
{
	return _(units_words[units].label);
}

int
exchange_units_from_name(const char *name)
{
	return word_find(units_words, EXCHANGE_UNITS, name, -1);
}

void
exchange_group_defaults(struct exchange_group *g, enum exchange_kind kind)
{
	*g = (struct exchange_group){ .kind = kind, .units = UNITS_MIXED,
		.smallest = sizes[kind].smallest, .largest = sizes[kind].largest };
}

static void
read_group(struct stmt *q, struct exchange_group *g)
{
	*g = (struct exchange_group){ .id = db_int(q, 0), .rev = db_int(q, 1),
		.parent = db_int(q, 8), .smallest = (int)db_int(q, 13),
		.largest = (int)db_int(q, 14), .moderator = db_int(q, 15),
		.made_up = db_int(q, 20) != 0, .retired = !db_null(q, 21),
		.members = (int)db_int(q, 22) };
	text_copy(g->uid, sizeof(g->uid), db_text(q, 2));
	text_copy(g->owner, sizeof(g->owner), db_text(q, 3));
	text_copy(g->code, sizeof(g->code), db_text(q, 4));
	text_copy(g->name, sizeof(g->name), db_text(q, 5));
	g->kind = (enum exchange_kind)word_find(kinds, EXCHANGE_KINDS, db_text(q, 6), -1);
	g->units = (enum exchange_units)word_find(units_words, EXCHANGE_UNITS, db_text(q, 7), -1);
	text_copy(g->parent_code, sizeof(g->parent_code), db_text(q, 9));
	text_copy(g->service, sizeof(g->service), db_text(q, 10));
	text_copy(g->starts_on, sizeof(g->starts_on), db_text(q, 11));
	text_copy(g->ends_on, sizeof(g->ends_on), db_text(q, 12));
	text_copy(g->moderator_name, sizeof(g->moderator_name), db_text(q, 16));
	text_copy(g->case_mark, sizeof(g->case_mark), db_text(q, 17));
	text_copy(g->agreed_on, sizeof(g->agreed_on), db_text(q, 18));
	text_copy(g->note, sizeof(g->note), db_text(q, 19));
	text_copy(g->next_at, sizeof(g->next_at), db_text(q, 23));
}

static struct stmt *
start_list(struct db *db, const char *today, int64_t id, const char *code, bool retired_too,
	struct error *err)
{
	struct stmt *q = db_start(db, Q_EXCHANGE_GROUP_LIST, err);
	char now[16];

	db_bind_text(q, 1, today ? today : date_iso(now, sizeof(now), clock_today()));
	db_bind_int_or_null(q, 2, id);
	db_bind_text(q, 3, code);
	db_bind_int(q, 4, retired_too);
	return q;
}

int
exchange_group_list(struct db *db, bool retired_too, const char *today, struct arena *arena,
	struct exchange_group **list, int *count, struct error *err)
{
	struct stmt *q = start_list(db, today, 0, NULL, retired_too, err);
	size_t room = 0;

	*list = NULL;
	*count = 0;
	while (db_next(q)) {
		*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof(**list));
		read_group(q, &(*list)[(*count)++]);
	}
	return db_end(q);
}

int
exchange_group_load(struct db *db, int64_t id, struct exchange_group *out, struct error *err)
{
	struct stmt *q = start_list(db, NULL, id ? id : -1, NULL, true, err);
	bool found = db_next(q);

	if (found)
		read_group(q, out);
	if (db_end(q) < 0)
		return -1;
	return found ? 0 : error_set(err, ERROR_MISSING, _("This exchange group is gone."));
}

int
exchange_group_by_code(
	struct db *db, const char *code, struct exchange_group *out, struct error *err)
{
	struct stmt *q = start_list(db, NULL, 0, code, false, err);
	bool found = db_next(q);

	if (found)
		read_group(q, out);
	if (db_end(q) < 0)
		return -1;
	if (!found)
		return error_set(err, ERROR_MISSING, _("There is no exchange group “%s”."), code);
	return 0;
}

/* ---- what is unusual ---- */

struct warnings {
	struct arena *arena;
	const char **list;
	size_t room;
	int count;
};

static void
warn(struct warnings *w, const char *sentence)
{
	w->list = arena_grow(w->arena, w->list, (size_t)w->count, &w->room, sizeof(*w->list));
	w->list[w->count++] = sentence;
}

/* Towns are urban and mixed gminas, whose seat is a town, and cities with rights of a powiat. */
static bool
unit_fits(const struct unit *u, enum exchange_units units)
{
	switch (units) {
	case UNITS_TOWNS:
		return (u->level == LEVEL_GMINA && u->kind != '2') || u->city;
	case UNITS_RURAL:
		return u->level == LEVEL_GMINA && u->kind == '2';
	case UNITS_POWIATS:
		return u->level == LEVEL_POWIAT && !u->city;
	case UNITS_VOIVODESHIPS:
		return u->level == LEVEL_VOIVODESHIP;
	default:
		return true;
	}
}

static int
warn_members(struct db *db, const struct exchange_group *g, const struct unit_table *units,
	struct warnings *w, struct error *err)
{
	struct exchange_member *list;
	int count, present;
	char today[16];

	date_iso(today, sizeof(today), clock_today());
	if (exchange_member_list(db, g->id, today, w->arena, &list, &present, err) < 0 ||
		exchange_member_list(db, g->id, NULL, w->arena, &list, &count, err) < 0)
		return -1;
	for (int i = 0; i < count; i++) {
		const struct unit *u = unit_by_slot(units, list[i].slot);
		const char *shared;

		if (exchange_member_left(&list[i], today))
			continue;
		shared = host_turn_shared(list, i, &list[i], units, w->arena);
		if (shared)
			warn(w, shared);
		if (u && !unit_fits(u, g->units))
			warn(w,
				arena_format(w->arena, _("%s (%s) is a member of a group of: %s."),
					u->label, unit_kind_label(u),
					exchange_units_label(g->units)));
	}
	if (present < g->smallest || present > g->largest)
		warn(w,
			arena_format(w->arena,
				P_("The group has %d member; it is meant for %d to %d.",
					"The group has %d members; it is meant for %d to %d.",
					(unsigned long)present),
				present, g->smallest, g->largest));
	return 0;
}

int
exchange_services(struct db *db, bool in_use, struct arena *arena, const char ***list, int *count,
	struct error *err)
{
	struct stmt *q = db_start(db, Q_EXCHANGE_SERVICES, err);
	size_t room = 0;

	*list = NULL;
	*count = 0;
	db_bind_int(q, 1, in_use);
	while (db_next(q)) {
		*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof(**list));
		(*list)[(*count)++] = arena_string(arena, db_text(q, 0));
	}
	return db_end(q);
}

static int
warn_service(struct db *db, const struct exchange_group *g, struct warnings *w, struct error *err)
{
	const char **list;
	int count;

	if (!g->service[0])
		return 0;
	if (exchange_services(db, false, w->arena, &list, &count, err))
		return -1;
	for (int i = 0; i < count; i++)
		if (strcmp(list[i], g->service) == 0)
			return 0;
	warn(w, arena_format(w->arena,
			_("No indicator has the service “%s”: the comparison has no rows of its "
			  "own."),
			g->service));
	return 0;
}

static int
warn_people(struct db *db, const struct exchange_group *g, struct warnings *w, struct error *err)
{
	struct stmt *q = db_start(db, Q_EXCHANGE_PERSON_UNINFORMED, err);
	int silent;

	db_bind_int(q, 1, g->id);
	silent = db_next(q) ? (int)db_int(q, 0) : 0;
	if (db_end(q) < 0)
		return -1;
	if (silent)
		warn(w,
			arena_format(w->arena,
				P_("%d person was not informed that their data are kept.",
					"%d people were not informed that their data are kept.",
					(unsigned long)silent),
				silent));
	if (!g->moderator)
		warn(w, _("The group has no moderator."));
	return 0;
}

static int
warn_stages(struct db *db, const struct exchange_group *g, struct warnings *w, struct error *err)
{
	struct stmt *q = db_start(db, Q_EXCHANGE_GROUP_STAGES_OUTSIDE, err);
	char day[32];
	int early = 0, late = 0;

	db_bind_int(q, 1, g->id);
	db_bind_text(q, 2, g->starts_on);
	db_bind_text(q, 3, g->ends_on);
	if (db_next(q)) {
		early = (int)db_int(q, 0);
		late = (int)db_int(q, 1);
	}
	if (early)
		warn(w,
			arena_format(w->arena,
				P_("%d stage begins before the group does (%s).",
					"%d stages begin before the group does (%s).",
					(unsigned long)early),
				early, date_show(day, sizeof(day), g->starts_on)));
	if (late)
		warn(w,
			arena_format(w->arena,
				P_("%d stage runs past the end of the group (%s).",
					"%d stages run past the end of the group (%s).",
					(unsigned long)late),
				late, date_show(day, sizeof(day), g->ends_on)));
	return db_end(q);
}

int
exchange_group_warnings(struct db *db, const struct exchange_group *g,
	const struct unit_table *units, struct arena *arena, const char ***list, int *count,
	struct error *err)
{
	struct warnings w = { .arena = arena };
	int result = warn_members(db, g, units, &w, err);

	if (result == 0)
		result = warn_service(db, g, &w, err);
	if (result == 0)
		result = warn_stages(db, g, &w, err);
	if (result == 0)
		result = warn_people(db, g, &w, err);
	*list = w.list;
	*count = w.count;
	return result;
}
