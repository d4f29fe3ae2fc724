/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of imported files, and undoing one. */
#ifndef MODEL_IMPORT_H
#define MODEL_IMPORT_H

#include "base/arena.h"
#include "base/error.h"
#include "store/db.h"

#include <stdbool.h>
#include <stdint.h>

struct import_file { /* what is kept about the file */
	const char *kind;      /* teryt, changes, bdl, values, catalogue */
	const char *name;      /* without folders */
	const char *sha256;
	int64_t size;
	const char *encoding;
	const char *source;    /* "GUS, BDL"; shown with the values */
	bool made_up;
	const char *data_date; /* YYYY-MM-DD or "" */
	const char *inner_name; /* of the file inside the zip; NULL or "" = no zip */
	int64_t entry;         /* a part of a file that has its entry already; 0 = none */
};

struct import_counts {
	long rows, units, new_values, changed, same, skipped;
};

struct import_entry {
	int64_t id;
	const char *kind, *file_name, *sha256, *encoding, *source, *data_date, *imported_at,
		*undone_at;
	const char *inner_name; /* of the file inside the zip; "" = no zip */
	const char *person;    /* login */
	bool made_up;
	int64_t size;
	struct import_counts counts;
};

/* Inside a db_write change: the entry of the list; returns its id or -1. */
int64_t import_begin(struct db *db, const struct import_file *file, struct error *err);
int import_finish(struct db *db, int64_t id, const struct import_counts *counts, struct error *err);

int import_list(struct db *db, struct arena *arena, struct import_entry **entries, int *count,
	struct error *err); /* newest first */
/* An import in force with the same checksum; id 0 = none. */
int import_by_checksum(struct db *db, const char *sha256, const char *kind, int64_t *id,
	struct error *err);
/* A number that differs after any import, undo or new unit; to see whether the database moved. */
int import_state(struct db *db, int64_t *state, struct error *err);
/* Takes an import back in one transaction. Refuses: unknown number, undone already, a register
 * on whose units later imports rest (the sentence names them). A card that a catalogue file
 * changed says again what it said before, unless a person has edited it since or a later
 * catalogue changed it too. */
int import_undo(struct db *db, int64_t id, struct error *err);

#endif
