/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Functional types of gminy, A to J, after P. Śleszyński and T. Komornicki, "Klasyfikacja
 * funkcjonalna gmin Polski na potrzeby monitoringu planowania przestrzennego", Przegląd
 * Geograficzny 88 (2016) 469-488. They come in a file; the newest that was not undone counts
 * whole. */
#ifndef MODEL_UNIT_TYPE_H
#define MODEL_UNIT_TYPE_H

#include "base/arena.h"
#include "model/import.h"
#include "model/units/unit.h"

#define UNIT_TYPES "ABCDEFGHIJ"
const char *unit_type_label(char type); /* translated: "core of a voivodeship capital's area" */

/* By slot, '\0' = none; *import_id (if not NULL) 0 = no file. */
int unit_types_load(struct db *db, const struct unit_table *units, struct arena *arena,
	char **types, int64_t *import_id, struct error *err);

struct unit_type {
	int slot;
	char type;
};
/* A file's types, made by exchange/types.c: compared, or written inside db_write. */
int unit_types_apply(struct db *db, const struct unit_type *types, int count,
	const struct import_file *file, struct import_counts *counts, bool write,
	int64_t *import_id, struct error *err);

#endif
