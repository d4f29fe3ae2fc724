/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What units are called where two of one name may stand in one list. Whatever speaks of exchange
 * groups says unit->told; lists of other units tell apart those that they hold. */
#ifndef MODEL_UNIT_TOLD_H
#define MODEL_UNIT_TOLD_H

#include "model/units/unit.h"

/* told of all units anew, for members that came since the table was loaded; quick. */
int unit_table_tell(struct db *db, struct unit_table *table, struct error *err);

/* The label of u with its kind, or its powiat where the kind is the same, when another of these
 * has that label. Lies in the arena or in u. */
const char *unit_label_among(const struct unit_table *units, const struct unit *u, const int *slots,
	int count, struct arena *arena);
/* For many rows: by slot, NULL for units that are not asked. */
const char **unit_labels_among(
	const struct unit_table *units, const int *slots, int count, struct arena *arena);
/* Code and name of each row of a list, told apart there, for who has no register at hand; empty
 * where the slot is of no unit. In the arena. */
struct unit_words {
	const char *teryt, *name;
};
int unit_words_among(struct db *db, const int *slots, int count, struct arena *arena,
	struct unit_words **out, struct error *err);
/* "m. Kutno", "gm. Kutno" for heads of narrow columns; the label where nothing has to be told. */
char *unit_told_short(const struct unit *u, char *dst, size_t size);

/* "Kutno, gmina wiejska", of gminy always, for a file or a box that names one unit alone; the
 * label of a powiat says what it is. */
char *unit_told_whole(const struct unit *u, char *dst, size_t size);
/* Whether this (folded) is what a form or list shows of the unit, name and kind in the language of
 * the screens; what is shown is understood when it is typed. */
bool unit_told_as(const struct unit *u, const char *folded);
/* "Kutno, gmina wiejska (1002062)" */
const char *unit_told_with_code(const struct unit *u, struct arena *arena);

#endif
