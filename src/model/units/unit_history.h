/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is known of one unit over time: its names and kinds, and the changes of codes. */
#ifndef MODEL_UNIT_HISTORY_H
#define MODEL_UNIT_HISTORY_H

#include "model/units/unit.h"

struct unit_version {
	const char *from; /* YYYY-MM-DD: known in this form since then; "" = always */
	const char *name; /* as the register writes it */
	const char *kind; /* translated: gmina wiejska */
};
struct unit_change {
	const char *after, *by; /* the change happened after the one and not later than the other */
	const char *change;     /* kind, name, begun, ended, recoded, merged, split */
	int predecessor, successor; /* slots, NO_SLOT = none or unknown */
	const char *predecessor_code, *successor_code;
	const char *was, *became; /* as the list of changes writes them */
};
struct unit_history {
	struct unit_version *versions; /* oldest first; equal neighbours are left out */
	int version_count;
	struct unit_change *changes; /* oldest first */
	int change_count;
};

/* Whether a change after the one day and not later than the other has its day: the days are
 * neighbours, or nothing is known of the earlier one (""). */
bool unit_history_day_known(const char *after, const char *by);

int unit_history_load(struct db *db, const struct unit_table *units, const struct unit *unit,
	struct arena *arena, struct unit_history *out, struct error *err);

#endif
