/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Territorial units: the register in memory, codes, lookup by name or code, Polish order. */
#ifndef MODEL_UNIT_H
#define MODEL_UNIT_H

#include "base/arena.h"
#include "base/error.h"
#include "store/db.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum unit_level {
	LEVEL_COUNTRY,
	LEVEL_VOIVODESHIP,
	LEVEL_POWIAT,      /* the cities with powiat rights included */
	LEVEL_GMINA,       /* kinds 1, 2, 3 */
	LEVEL_PART,        /* town (4) and rural part (5) of a mixed gmina */
	LEVEL_DISTRICT,    /* 8, 9 */
	LEVEL_REGION,      /* BDL's macroregions, regions, subregions: 12 digits */
	LEVEL_COUNT
};

const char *unit_level_name(enum unit_level level);    /* "gmina": machine name, never translated */
const char *unit_level_label(enum unit_level level);   /* translated */
int unit_level_from_name(const char *name);            /* -1 when unknown */

#define UNIT_CODE_SIZE 16 /* "020103-4", 12 digits of BDL */
/* Days in registers and lists of changes lie in these years, else they are slips of the pen. */
#define UNIT_FIRST_YEAR 1900
#define UNIT_LAST_YEAR 2199
#define NO_SLOT 0         /* slots count from 1 */

/* A code as files and people write it, in its parts. */
struct unit_code {
	char key[UNIT_CODE_SIZE]; /* 00, 02, 0201, 020101, 020103-4, 12 digits of a BDL region */
	enum unit_level level;
	char kind;                /* '1'..'9', or 0 where the code has none */
};

/* Reads 2, 4, 6 or 7 digits (optionally with "-4"/"-5" after six), 10 digits (NTS), 12 and 11
 * digits (BDL; 11 = a lost zero). A BDL code with powiat 00 stays a region with its 12 digits,
 * except country and voivodeships. 0, or -1 with a sentence: which digit cannot be. */
int unit_code_parse(const char *text, size_t length, struct unit_code *out, struct error *err);
/* The same without a sentence, for hot loops: a 64-bit key for unit_slot_by_number, 0 = no code.
 * The kind digits of a whole unit (1, 2, 3, 8, 9) give one number, so that a row of an earlier
 * kind finds the unit; 4 and 5 are units of their own. */
uint64_t unit_code_number(const char *text, size_t length);
/* For a column whose leading zeros a spreadsheet took: "201011" becomes "0201011", "0" the
 * country; other lengths are copied. Six digits may also be a key without kind: decide once per
 * column, when seven digits stand beside. Returns the length in dst. */
size_t unit_code_restore(const char *text, size_t length, char dst[UNIT_CODE_SIZE]);

struct unit {
	int slot;
	char code[UNIT_CODE_SIZE];  /* the key */
	char teryt[8];              /* seven digits in the latest kind; "" for a region */
	enum unit_level level;
	char kind;                  /* latest RODZ, or 0 */
	bool city;                  /* powiat that is a city */
	int parent;                 /* slot, or NO_SLOT */
	bool from_bdl;              /* known from BDL files only */
	/* latest, as the register writes it: DOLNOŚLĄSKIE, bolesławiecki, Łódź */
	const char *name;
	/* as shown: Dolnośląskie, powiat bolesławiecki, Łódź, Nowogrodziec (miasto) */
	const char *label;
	/* The same where exchange groups are spoken of: "Kutno, gmina wiejska" where another unit
	 * of that label is or was a member of one or has people there. */
	const char *told;
	const char *in_full;        /* private: that text once it was needed */
	const char *folded;         /* for text_match: name, kind words, code */
	const char *starts_on, *ends_on; /* YYYY-MM-DD or ""; not later than this day */
	/* and after this day; "" = unknown. The day before is as good as the day itself. */
	const char *starts_after, *ends_after;
	int order;                  /* place in Polish order of names among all units */
};

/* All units, loaded once per screen or command (4,500 units: a few ms). */
struct unit_table {
	struct arena arena;
	struct unit *units;         /* in order of slots; count of them */
	int count;
	int slots;                  /* highest slot + 1: length of a vector */
	int *by_slot;               /* slot -> index into units, -1 = none */
	int *in_order;              /* indexes in Polish order of names */
	/* private: hash from code number to slot */
	struct unit_hash *hash;
	char register_date[11];     /* of the newest register, "" = none */
};

int unit_table_load(struct db *db, struct unit_table *table, struct error *err);
void unit_table_release(struct unit_table *table);

const struct unit *unit_by_slot(const struct unit_table *t, int slot);      /* NULL when unknown */
const struct unit *unit_by_code(const struct unit_table *t, const char *text); /* in any form */
/* The code as people read it, 0201000 of 0201: of TERYT where the unit has one. */
const char *unit_teryt(const struct unit *u);
/* The same of a code; one that no unit has stays as it is. */
const char *unit_code_shown(const struct unit_table *t, const char *code);
/* For lists by name: its place in Polish order; of no unit behind all. */
int unit_place(const struct unit_table *t, int slot);
/* NO_SLOT when unknown; hot loop */
int unit_slot_by_number(const struct unit_table *t, uint64_t number);
/* A code that must be known, else a sentence with what was typed. */
const struct unit *unit_need(const struct unit_table *t, const char *text, struct error *err);
bool unit_is_in(const struct unit_table *t, int slot, int area); /* area itself or below */
/* The unit of that level that u lies in, or u itself; NULL when there is none. */
const struct unit *unit_above(const struct unit_table *t, const struct unit *u,
	enum unit_level level);
/* "gmina wiejska, powiat bolesławiecki, 0201022": what tells equal names apart. */
char *unit_describe(const struct unit_table *t, const struct unit *u, char *dst, size_t size);
/* translated: gmina wiejska, miasto na prawach powiatu … */
const char *unit_kind_label(const struct unit *u);
/* not ended before that year, and it may have begun in it or before */
bool unit_exists_in(const struct unit *u, int year);
/* the whole year lies before the first day on which the unit can have begun */
bool unit_begins_after(const struct unit *u, int year);

/* One slot without the table, for the first screen; NO_SLOT when no unit has that key. */
int unit_slot_of(struct db *db, const char *key, int *slot, struct error *err);

/* Which units: filled by commands and screens. */
struct unit_filter {
	int level;            /* enum unit_level or -1 = all */
	int area;             /* slot, or NO_SLOT = everywhere */
	const char *search;   /* name or code as typed, or NULL */
	bool ended_too;       /* also units that are no more */
	bool bdl_too;         /* also units known from BDL only */
	/* id of a comparison group, 0 = none; members set by group_load_filter */
	int group;
	const unsigned char *members; /* by slot, nonzero = in the group; NULL = no group */
};
/* Inside db_write, for importers: a unit that the register does not hold. A new one becomes known
 * from BDL only, under the file's name; one known so already is noted as named by this import
 * too. *slot is set either way. */
int unit_add(struct db *db, int64_t import_id, const struct unit_code *code, const char *name,
	int *slot, struct error *err);
/* Inside db_write: parents of units that have none yet, first and last days from what the
 * imports in force say. */
int unit_settle(struct db *db, struct error *err);

/* Slots that pass, in Polish order; with a search the whole name first, then what begins so,
 * equally near ones from the voivodeship down. Returned array lies in the arena. Codes match from
 * their beginning ("1061" finds powiat, gmina and delegatury); "gm", "pow", "woj", "miasto"
 * restrict the level. */
int unit_find(const struct unit_table *t, const struct unit_filter *filter, struct arena *arena,
	int **slots);

#endif
