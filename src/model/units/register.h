/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking over a state of the territorial register (TERC) and the list of code changes. */
#ifndef MODEL_REGISTER_H
#define MODEL_REGISTER_H

#include "base/arena.h"
#include "base/error.h"
#include "model/import.h"
#include "model/units/unit.h"
#include "store/db.h"

struct register_row {
	struct unit_code code;
	const char *name;         /* NAZWA */
	const char *designation;  /* NAZWA_DOD */
	long line;
};

struct register_state {       /* made by exchange/teryt.c */
	struct arena arena;
	char date[11];            /* STAN_NA */
	bool partial;             /* a selection, such as the demonstration data: ends nothing */
	struct register_row *rows;
	int count;
};

struct register_change {      /* one row of the list of changes */
	char from[11], to[11];    /* the change happened after from, not later than to */
	struct unit_code code;
	char change[16];          /* kind, name, begun, ended, recoded, merged, split */
	char successor[UNIT_CODE_SIZE]; /* recoded: the new key; merged: the unit that took it in;
	                           * split: one that got a part (whether the old one ended is said
	                           * by a row of its own) */
	const char *was, *became;
	long line;
};

struct register_changes {     /* made by exchange/changes.c */
	struct arena arena;
	struct register_change *rows;
	int count;
};

struct register_preview {
	int same, added, ended, renamed, kind_changed, reopened;
	bool older;               /* than the newest register in the database */
	char newest[11];          /* date of that one, "" = none */
};

/* Refuses what cannot be a whole register: fewer than 16 voivodeships (unless partial), a unit
 * without the one above, a kind 3 without its parts 4 and 5, two rows of one unit. Sorts the
 * rows by code. register_compare and register_apply expect rows so checked. */
int register_check(struct register_state *state, struct error *err);
/* Compares without writing. */
int register_compare(struct db *db, const struct register_state *state,
	struct register_preview *preview, struct error *err);
/* Writes inside import_write: new units get slots in TERYT order, missing ones end on the
 * register's date, names and kinds get a dated version; an older state only adds what was
 * not known. Refuses an older state unless allow_older. *import_id 0 when nothing changed. */
int register_apply(struct db *db, const struct register_state *state,
	const struct import_file *file,
	bool allow_older, int64_t *import_id, struct error *err);
int register_changes_apply(struct db *db, const struct register_changes *changes,
	const struct import_file *file, struct import_counts *counts, bool write,
		int64_t *import_id,
	struct error *err);

/* Inside db_write, after any change of units or successions: names and days that the
 * successions say of units the register lacks them for, then unit_settle. */
int succession_settle(struct db *db, struct error *err);

/* Dated successions for reading series: for each slot at most one predecessor that it follows
 * one to one, and the years in which a series stops or carries a mark. */
struct succession_link { /* split, merged: one link for the unit after, one for the unit before */
	int slot, other;          /* other: predecessor's slot or NO_SLOT */
	int year;                 /* first year of the new state */
	bool follows;             /* one-to-one recoding: the series goes on */
	const char *change;
};
int succession_load(struct db *db, const struct unit_table *units, struct arena *arena,
	struct succession_link **links, int *count, struct error *err);

#endif
