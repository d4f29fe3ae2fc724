/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How units are parted into groups of peers. Known in this folder only. */
#ifndef MODEL_PEERS_PARTS_H
#define MODEL_PEERS_PARTS_H

#include "model/diagnosis/peers.h"

enum { PEERS_NOBODY = -1 };

/* All units of a level at once: units of one key are each other's peers. */
struct partition {
	enum unit_level level;
	int *key;       /* by slot; PEERS_NOBODY = stands in no group */
	int64_t group;  /* id of a comparison group, else 0 */
	int left_out;   /* its members that are no unit of the level in that year */
	struct size_classes classes; /* of size */
	char *types;    /* by slot, of type */
};
/* slot: the unit that asks, which is always somewhere; NO_SLOT = all alike. */
int peers_partition(struct db *db, const struct unit_table *units, enum unit_level level, int slot,
	int year, const char *name, struct arena *arena, struct partition *out,
	struct error *err);

/* The kind by which units are alike: '1' '2' '3' of a gmina, 'c' a city with powiat rights; 0 = no
 * kinds at this level. */
char peers_kind(const struct unit_table *units, const struct unit *u);

/* Population by slot, NAN = none: of the year, else of the nearest earlier one, else of the next;
 * *found false = no file has any. */
int peers_population(struct db *db, const struct unit_table *units, int year,
	struct arena *arena, double **population, bool *found, struct error *err);

#endif
