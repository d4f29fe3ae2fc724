/* SPDX-License-Identifier: GPL-3.0-or-later */
/* With whom a unit is compared: units of its level in its powiat, voivodeship or the country, of
 * its kind, size or functional type, or of a comparison group. */
#ifndef MODEL_PEERS_H
#define MODEL_PEERS_H

#include "base/arena.h"
#include "model/units/unit.h"

struct peers {
	/* as it is kept: powiat, voivodeship, country, kind, size, type, or a group's name */
	const char *name;
	const char *words; /* translated, as tables say it: "gminy, powiat bolesławiecki" */
	int *slots;        /* ascending; the unit itself is among them */
	int count;
	bool *is;      /* by slot */
	int64_t group; /* id of a comparison group, 0 = none */
};

struct peers_word {
	const char *name;  /* "powiat" */
	const char *label; /* N_() as people choose it */
};
/* The kinds that are no groups, in order; NULL at the end. */
const struct peers_word *peers_word(int i);

/* Units that existed in the year; members of a group that ended before it stand as who followed
 * them one to one, cities as their unit of the level. name: one of the words, or a comparison
 * group's name or the code of its exchange group; NULL or "" = voivodeship. Refused: an unknown
 * group (ERROR_MISSING), size without population, type without a file of types or a unit that has
 * none, a unit that ended before the year (ERROR_INPUT). */
int peers_resolve(struct db *db, const struct unit_table *units, int slot, int year,
	const char *name, struct arena *arena, struct peers *out, struct error *err);

/* Limits of classes of population, ascending; from the office's settings ("size_classes": "5000
 * 10000 …"), else 5, 10, 20, 50 and 100 thousand. */
enum { SIZE_LIMITS = 12 };
struct size_classes {
	double limits[SIZE_LIMITS];
	int count;
};
int size_classes_load(struct db *db, struct size_classes *out, struct error *err);
/* Checks the text of the setting. */
int size_classes_parse(const char *text, struct size_classes *out, struct error *err);

#endif
