/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Diagnosis of one unit: level and change of every indicator against its peers, folded into
 * sub-areas, areas and dimensions. The question is kept, the answer is computed anew each time. */
#ifndef MODEL_DIAGNOSIS_H
#define MODEL_DIAGNOSIS_H

#include "model/diagnosis/area_tree.h"
#include "model/diagnosis/peers.h"
#include "model/diagnosis/standardise.h"
#include "model/indicators/statistics.h"
#include "model/indicators/value.h"

struct diagnosis { /* the question; zero = new */
	int64_t id, rev;
	char uid[33];
	int slot, year;
	char peers[128]; /* as peers_resolve takes it */
	enum standard_method method;
	int years;     /* of change, year the last of them: 3 to 30; 0 = 5 */
	char tree[33]; /* "" = all indicators without areas */
	int findings; /* read only */
};
enum diagnosis_field {
	DIAGNOSIS_FIELD_UNIT = 1,
	DIAGNOSIS_FIELD_YEAR,
	DIAGNOSIS_FIELD_PEERS,
	DIAGNOSIS_FIELD_YEARS
};

struct diagnosis_row { /* one indicator */
	const struct indicator *indicator;
	double value; /* NAN = none, why says the flag */
	unsigned char flag;
	struct summary group;       /* of the values as they are; the unit among them */
	int missing;                /* peers without a value */
	int rank, quarter;          /* 0 = none */
	double level, level_middle; /* standardised, more is better; NAN = none */
	enum standard_lack level_lack;
	double slope, mean_change;    /* of the values as they are, a year; NAN = none */
	double change, change_middle; /* standardised slope */
	double change_mean;           /* standardised mean yearly change */
	int points, change_n;         /* years that count; peers with a change */
	int change_first, change_last; /* years between which it is drawn; 0 = none */
	int change_other;             /* peers whose change is drawn between other years */
	enum standard_lack change_lack;
	enum standing standing; /* by the signs */
	bool near;              /* level or change is about the middle: standing_near() */
	bool judged; /* by direction; else shown only */
	int area;    /* index into the tree, -1 = in none */
	double weight;
};

struct diagnosis_area { /* one area of the tree, by its index; [count] = the whole */
	double level, level_middle, change, change_middle; /* NAN = none */
	enum standing standing;
	bool near;
	int change_n;          /* parts with a change */
	int n, of;             /* parts with a level, all parts: indicators and areas below */
	/* share of the weight whose parts have no level; it was given to the others */
	double weight_missing;
};

struct diagnosis_result {
	struct diagnosis_row *rows; /* in order of the tree, else of services and codes */
	int count;
	struct peers peers;
	struct area_tree tree; /* count 0 = none */
	struct diagnosis_area *areas;
	int first_year; /* of change */
};

/* All in one read transaction; texts in the arena. Without a tree all indicators that have a
 * value for the unit or a peer; with one those it names and the database knows. */
int diagnosis_compute(struct db *db, const struct unit_table *units,
	const struct diagnosis *question, struct arena *arena, struct diagnosis_result *out,
	struct error *err);
/* One indicator alone, for evidence. */
int diagnosis_row_compute(struct db *db, const struct unit_table *units,
	const struct diagnosis *question, const char *indicator, struct arena *arena,
	struct diagnosis_row *out, struct peers *peers, struct error *err);

/* Every unit of the level at once: its standing in the whole of the tree (area -1), or in one
 * area of it. */
struct diagnosis_unit {
	int slot;
	double level, change; /* NAN = none */
	enum standing standing;
	bool near;
	int n, missing; /* indicators with a level; judged ones without */
};
int diagnosis_all(struct db *db, const struct unit_table *units, const struct diagnosis *question,
	int area, struct arena *arena, struct diagnosis_unit **list, int *count,
	const struct progress *progress, struct error *err);

/* "z against 8 units (gminy, powiat bolesławiecki), 2020, change over 2016-2020": under every
 * table. */
char *diagnosis_describe(const struct diagnosis *question, const struct diagnosis_result *result,
	char *dst, size_t size);

/* The same under all units at once. */
char *diagnosis_describe_all(const struct diagnosis *question, const struct diagnosis_unit *list,
	int count, char *dst, size_t size);
/* The change of the row is over fewer years than was asked: to be marked, and its years said. */
bool diagnosis_short(const struct diagnosis *question, const struct diagnosis_row *row);
/* Which parts of an area (tree.count = the whole) have no level: "EDU, DE07". In the
 * arena. */
const char *diagnosis_area_missing(
	const struct diagnosis_result *result, int area, struct arena *arena);
/* The question with what was left open filled in. */
struct diagnosis diagnosis_settled(const struct diagnosis *question);

/* ---- questions that are kept ---- */
/* The one that asks the same: id, uid, rev and findings; id 0 = none does. Asked inside the write
 * too, so that two people who decide at once share it. */
int diagnosis_kept(struct db *db, struct diagnosis *d, struct error *err);

#endif
