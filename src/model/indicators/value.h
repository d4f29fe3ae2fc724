/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading values: the one function that fills a vector from any kind of indicator, and series
 * of one unit over years with breaks and successions. */
#ifndef MODEL_VALUE_H
#define MODEL_VALUE_H

#include "base/arena.h"
#include "base/error.h"
#include "model/indicators/indicator.h"
#include "model/indicators/slice.h"
#include "model/units/unit.h"
#include "store/db.h"

/* Values of an indicator in a year. For a derived one *parts (if not NULL) gets the numerator
 * and denominator, so that a group's ratio is a ratio of sums. v comes from vector_new. */
struct value_parts {
	struct vector numerator, denominator;
	double multiplier;
	bool derived;
};
int value_load(struct db *db, const struct indicator *indicator, int year, struct vector *v,
	struct value_parts *parts, struct error *err);
/* Whether totals of decisions are read where a card's files say nothing. */
bool value_has_totals(const struct indicator *indicator);
void value_parts_release(struct value_parts *parts);

/* Years that have any value, ascending; drafts: and those in which all values are drafts. */
int value_years_with(struct db *db, const struct indicator *indicator, bool drafts,
	struct arena *arena, int **years, int *count, struct error *err);
static inline int
value_years(struct db *db, const struct indicator *indicator, struct arena *arena, int **years,
	int *count, struct error *err)
{
	return value_years_with(db, indicator, false, arena, years, count, err);
}

enum value_mark {
	MARK_BREAK = 1,       /* flag says: change of method */
	MARK_SUCCESSION = 2,  /* value of the predecessor: recoded one to one */
	MARK_STOP = 4,        /* split or merge: the series stops before this year */
	MARK_BEFORE_UNIT = 8, /* dated before the unit began; as the source gave it */
	MARK_AFTER_UNIT = 16  /* dated after the unit ended */
};
struct value_point {
	int year;
	double value;
	unsigned char flag; /* FLAG_ABSENT: no file says anything */
	unsigned marks;
	int64_t import_id; /* 0 = derived or absent */
};
/* One unit's series from first to last year, one point per year (absent ones too). */
int value_series(struct db *db, const struct unit_table *units, const struct indicator *indicator,
	int slot, int first_year, int last_year, struct arena *arena, struct value_point **points,
	int *count, struct error *err);

/* An imported file, for the person: name, date, who imported it, made up or not. "" when
 * unknown. Of a survey: file_name is the wave's code, source the survey's name, imported_at
 * when it was published. */
struct value_source {
	int64_t import_id; /* 0 = none */
	char file_name[128], source[64], imported_at[24], data_date[11];
	char inner_name[128]; /* of the file inside the zip; "" = no zip */
	char person[96];      /* who imported it, as shown to colleagues */
	bool made_up;
	bool unsaid; /* an own figure whose source nobody wrote: source says so in words */
};
int value_source_of_import(
	struct db *db, int64_t import_id, struct value_source *out, struct error *err);
/* Of a whole slice: the newest import, or survey result, that feeds it. */
int value_slice_source(struct db *db, const struct indicator *indicator, int year,
	struct value_source *out, struct error *err);

/* Whether figures of a card in a year are made up: a file says so of its own, or who keyed them; of
 * a derived one any part. slot NO_SLOT = of any unit. Of files all of the year counts. */
int value_made_up(struct db *db, const struct indicator *indicator, int year, int slot,
	bool *made_up, struct error *err);

struct published; /* model/results/published.h */

/* One value with all that stands behind it; of a derived one its parts, each with its own. */
struct value_origin {
	struct indicator indicator; /* texts in the arena */
	int slot;                   /* whose figure it is: with MARK_SUCCESSION the unit before */
	double value;               /* counts where !flag_missing(flag) */
	unsigned char flag;
	unsigned marks;
	struct value_source source; /* import_id 0: derived, a survey's, or no file says anything */
	struct published *published; /* the survey's result, in the arena; NULL = none */
	struct value_origin *numerator, *denominator; /* in the arena; NULL = not derived */
};
/* slot NO_SLOT: the whole year, so no value, and the newest file or wave of the year. */
int value_origin_load(struct db *db, const struct unit_table *units,
	const struct indicator *indicator, int year, int slot, struct arena *arena,
	struct value_origin *out, struct error *err);

#endif
