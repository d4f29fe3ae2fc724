/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Peers of a unit: every unit of its level gets a key, and those of one key belong together. */
#include "config.h"

#include "model/diagnosis/peers.h"

#include "base/i18n.h"
#include "base/number.h"
#include "model/indicators/flag.h"
#include "model/indicators/group.h"
#include "model/indicators/path.h"
#include "model/diagnosis/peers_parts.h"
#include "model/diagnosis/unit_type.h"
#include "model/units/unit_city.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static const struct peers_word words[] = {
	{ "powiat", N_("same powiat") },
	{ "voivodeship", N_("same voivodeship") },
	{ "country", N_("whole country") },
	{ "kind", N_("same kind") },
	{ "size", N_("same size by population") },
	{ "type", N_("same functional type") },
};

const struct peers_word *
peers_word(int i)
{
	return i >= 0 && i < (int)(sizeof words / sizeof *words) ? &words[i] : NULL;
}

char
peers_kind(const struct unit_table *units, const struct unit *u)
{
	if (unit_is_city_powiat(units, u))
		return 'c';
	return u->level == LEVEL_GMINA ? u->kind : 0;
}

/* ---- parting all units ---- */

static int
key_by_area(const struct unit_table *units, const struct unit *u, enum unit_level level)
{
	const struct unit *above = unit_above(units, u, level);

	return above ? above->slot : PEERS_NOBODY;
}

static int
key_by_size(const struct size_classes *classes, double population)
{
	int i = 0;

	if (isnan(population))
		return PEERS_NOBODY;
	while (i < classes->count && population >= classes->limits[i])
		i++;
	return i;
}

static int
part_by_size(struct db *db, const struct unit_table *units, int year, struct arena *arena,
	struct partition *out, struct error *err)
{
	double *population;
	bool found;

	if (size_classes_load(db, &out->classes, err) < 0 ||
		peers_population(db, units, year, arena, &population, &found, err) < 0)
		return -1;
	if (!found)
		return error_set(err, ERROR_INPUT,
			_("Classes of size need the population: read a file of BDL's subgroup 2137 "
			  "in, or values of DE01."));
	for (int i = 0; i < units->slots; i++)
		if (out->key[i] != PEERS_NOBODY)
			out->key[i] = key_by_size(&out->classes, population[i]);
	return 0;
}

static int
part_by_type(struct db *db, const struct unit_table *units, struct arena *arena,
	struct partition *out, struct error *err)
{
	int64_t import_id;

	if (unit_types_load(db, units, arena, &out->types, &import_id, err) < 0)
		return -1;
	if (import_id == 0)
		return error_set(err, ERROR_INPUT,
			_("Functional types are not known yet: read a file of types in (unit;type) "
			  "with “gromada import types FILE” or menu 8 1."));
	for (int i = 0; i < units->slots; i++)
		if (out->key[i] != PEERS_NOBODY)
			out->key[i] = out->types[i] ? out->types[i] : PEERS_NOBODY;
	return 0;
}

/* The member as the unit that it is in that year and of that level: who followed one that ended one
 * to one, the other unit of a city; NO_SLOT = none. */
static int
member_now(const struct unit_table *units, const struct path *path, int slot,
	enum unit_level level, int year)
{
	const struct unit *u = unit_by_slot(units, slot);

	if (u && !path_exists(u, year))
		u = unit_by_slot(units, path_now(path, slot));
	if (u && u->level != level)
		u = unit_by_slot(units, unit_city_twin(units, u->slot));
	return u ? u->slot : NO_SLOT;
}

/* Members beside the one that asks. */
static int
part_by_group(struct db *db, const struct unit_table *units, const char *name, int slot,
	int year, struct arena *arena, struct partition *out, struct error *err)
{
	struct group group;
	struct path path;
	int *slots, count;
	bool *member = arena_array(arena, (size_t)units->slots + 1, sizeof *member);

	if (group_by_name(db, name, &group, err) < 0 ||
		group_members(db, group.id, arena, &slots, &count, err) < 0 ||
		path_load(db, units, arena, &path, err) < 0)
		return -1;
	out->group = group.id;
	for (int i = 0; i < count; i++) {
		int now = member_now(units, &path, slots[i], out->level, year);

		if (now == NO_SLOT || out->key[now] == PEERS_NOBODY)
			out->left_out++;
		else
			member[now] = true;
	}
	if (slot != NO_SLOT && slot < units->slots)
		member[slot] = true;
	for (int i = 0; i < units->slots; i++)
		if (!member[i])
			out->key[i] = PEERS_NOBODY;
	return 0;
}

/* Key 0 for whoever is of the level and existed; BDL's own units only where there is no
 * register. */
static void
part_all(const struct unit_table *units, int slot, int year, struct partition *out)
{
	for (int i = 0; i < units->slots; i++)
		out->key[i] = PEERS_NOBODY;
	for (int i = 0; i < units->count; i++) {
		const struct unit *u = &units->units[i];

		if (u->slot == slot)
			out->key[u->slot] = 0;
		else if (u->level == out->level && path_exists(u, year) &&
			 (!u->from_bdl || !units->register_date[0]))
			out->key[u->slot] = 0;
	}
}

static void
part_by_unit(const struct unit_table *units, const char *name, struct partition *out)
{
	for (int i = 0; i < units->count; i++) {
		const struct unit *u = &units->units[i];
		int *key = &out->key[u->slot];

		if (*key == PEERS_NOBODY)
			continue;
		if (strcmp(name, "kind") == 0)
			*key = peers_kind(units, u);
		else if (strcmp(name, "powiat") == 0 && out->level > LEVEL_POWIAT)
			*key = key_by_area(units, u, LEVEL_POWIAT);
		else if (strcmp(name, "country") && out->level > LEVEL_VOIVODESHIP)
			*key = key_by_area(units, u, LEVEL_VOIVODESHIP);
	}
}

int
peers_partition(struct db *db, const struct unit_table *units, enum unit_level level, int slot,
	int year, const char *name, struct arena *arena, struct partition *out, struct error *err)
{
	*out = (struct partition){ .level = level };
	out->key = arena_array(arena, (size_t)units->slots + 1, sizeof *out->key);
	part_all(units, slot, year, out);
	for (size_t i = 0; i < 4; i++) {
		if (strcmp(name, words[i].name) == 0) {
			part_by_unit(units, name, out);
			return 0;
		}
	}
	if (strcmp(name, "size") == 0)
		return part_by_size(db, units, year, arena, out, err);
	if (strcmp(name, "type") == 0)
		return part_by_type(db, units, arena, out, err);
	return part_by_group(db, units, name, slot, year, arena, out, err);
}

/* ---- one unit's ---- */

static const char *
level_words(enum unit_level level)
{
	switch (level) {
	case LEVEL_GMINA:
		return _("gminy");
	case LEVEL_POWIAT:
		return _("powiaty");
	case LEVEL_VOIVODESHIP:
		return _("voivodeships");
	default:
		return unit_level_label(level);
	}
}

static const char *
size_words(const struct size_classes *classes, int key, struct arena *arena)
{
	char from[32], to[32];

	number_format(from, sizeof from, key ? classes->limits[key - 1] : 0, 0);
	if (key == classes->count)
		return arena_format(arena, _("population from %s"), from);
	number_format(to, sizeof to, classes->limits[key], 0);
	return key ? arena_format(arena, _("population from %s, below %s"), from, to)
		   : arena_format(arena, _("population below %s"), to);
}

static const char *
describe(const struct unit_table *units, const struct unit *u, const char *name,
	const struct partition *p, struct arena *arena)
{
	const char *level = level_words(u->level);
	int key = p->key[u->slot];
	const struct unit *area = NULL;

	if (p->group && p->left_out)
		return arena_format(arena,
			P_("group “%s” without %d unit of another level or time",
				"group “%s” without %d units of another level or time",
				p->left_out),
			name, p->left_out);
	if (p->group)
		return arena_format(arena, _("group “%s”"), name);
	if (strcmp(name, "size") == 0)
		return arena_format(arena, "%s, %s", level, size_words(&p->classes, key, arena));
	if (strcmp(name, "type") == 0)
		return arena_format(
			arena, _("%s of type %c (%s)"), level, key, unit_type_label((char)key));
	if (strcmp(name, "kind") == 0)
		return arena_format(arena, _("%s of the same kind: %s"), level, unit_kind_label(u));
	if (strcmp(name, "country"))
		area = unit_by_slot(units, key);
	return area ? arena_format(arena, "%s, %s", level, area->label)
		    : arena_format(arena, _("%s of the whole country"), level);
}

static int
refuse_nobody(const struct unit *u, const char *name, struct error *err)
{
	if (strcmp(name, "type") == 0)
		return error_set(err, ERROR_INPUT,
			_("%s has no functional type in the newest file; types are of gminy only. "
			  "Choose other peers."),
			u->label);
	if (strcmp(name, "size") == 0)
		return error_set(err, ERROR_INPUT,
			_("The population of %s is not known, so it has no class of size. Choose "
			  "other peers."),
			u->label);
	return error_set(err, ERROR_INPUT,
		_("%s lies in no such area, so it has no such peers. Choose other peers."),
		u->label);
}

/* A unit that ended has no figures of the year: who goes on in its place is named. */
static int
refuse_ended(struct db *db, const struct unit_table *units, const struct unit *u, int year,
	struct arena *arena, struct error *err)
{
	const struct unit *next;
	struct path path;

	if (path_exists(u, year) || unit_begins_after(u, year))
		return 0;
	if (path_load(db, units, arena, &path, err) < 0)
		return -1;
	next = unit_by_slot(units, path_now(&path, u->slot));
	if (!next || next == u)
		return error_set(err, ERROR_INPUT,
			_("%s (%s) ended before %d. Choose another unit, or an earlier year."),
			u->label, u->code, year);
	return error_set(err, ERROR_INPUT,
		_("%s (%s) ended before %d; it goes on as %s (%s). Choose that one."), u->label,
		u->code, year, next->label, unit_teryt(next));
}

int
peers_resolve(struct db *db, const struct unit_table *units, int slot, int year, const char *name,
	struct arena *arena, struct peers *out, struct error *err)
{
	const struct unit *u = unit_by_slot(units, slot);
	struct partition p;

	*out = (struct peers){ 0 };
	if (!name || !name[0])
		name = "voivodeship";
	if (!u)
		return error_set(err, ERROR_MISSING, _("Choose a unit first."));
	if (refuse_ended(db, units, u, year, arena, err))
		return -1;
	if (peers_partition(db, units, u->level, slot, year, name, arena, &p, err) < 0)
		return -1;
	if (p.key[slot] == PEERS_NOBODY)
		return refuse_nobody(u, name, err);
	out->name = arena_string(arena, name);
	out->words = describe(units, u, name, &p, arena);
	out->group = p.group;
	out->slots = arena_array(arena, (size_t)units->slots + 1, sizeof *out->slots);
	out->is = arena_array(arena, (size_t)units->slots + 1, sizeof *out->is);
	for (int i = 0; i < units->slots; i++) {
		if (p.key[i] != p.key[slot])
			continue;
		out->slots[out->count++] = i;
		out->is[i] = true;
	}
	return 0;
}
