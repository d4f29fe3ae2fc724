/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Packed slices: one indicator in one year for all units, as one import brought it. Only this
 * module knows the bytes (described in slice.c); everything above reads vectors. */
#ifndef MODEL_SLICE_H
#define MODEL_SLICE_H

#include "base/error.h"
#include "store/db.h"

#include <stddef.h>
#include <stdint.h>

/* Values of all units by slot. value[i] counts only where !flag_missing(flag[i]). */
struct vector {
	int slots; /* length of both arrays, highest slot + 1 */
	double *value;
	unsigned char *flag; /* FLAG_ABSENT where nothing is known */
	int decimals;        /* most decimals among the values */
};

#define SLICE_MAX_SLOTS (1 << 20) /* more units than any register will ever have */

void vector_new(struct vector *v, int slots);  /* all absent */
void vector_reset(struct vector *v);           /* all absent again */
void vector_grow(struct vector *v, int slots); /* room for more; what is there stays */
void vector_release(struct vector *v);

/* Packs the cells that are not absent, from the first to the last; *data is the caller's (free).
 * v->decimals is kept when every value is exact in it, else the fewest that serve. 0, or -1
 * when every cell is absent. */
int slice_pack(const struct vector *v, unsigned char **data, size_t *size);
/* Lays packed bytes over v: cells that the slice brings replace those of v. Refuses damaged bytes
 * and slots beyond v->slots with ERROR_DATA; v is then as it was. */
int slice_unpack(const unsigned char *data, size_t size, struct vector *v, struct error *err);
/* One cell without unpacking the others; FLAG_ABSENT when the slice says nothing about it. */
struct slice_cell {
	double value;
	unsigned char flag;
};
int slice_unpack_cell(const unsigned char *data, size_t size, int slot, struct slice_cell *out,
	struct error *err);

/* The present values of a series in a year: its rows laid over each other in import order. v is
 * emptied first, and grows when the database has more slots than the caller knew. */
int slice_load(struct db *db, int64_t series_id, int year, struct vector *v, struct error *err);
/* One unit over all years without unpacking whole slices. Only years that say something about
 * the unit; *count at most max. */
struct slice_point {
	int year;
	double value;
	unsigned char flag;
	int64_t import_id;
};
int slice_series(struct db *db, int64_t series_id, int slot, int first_year, int last_year,
	struct slice_point *points, int max, int *count, struct error *err);
/* Inside db_write. Adds nothing (returns 0, *stored 0) when every cell of v equals what is
 * there. */
struct slice_change {
	long new_values; /* a value where there was none */
	long changed;    /* another value, another flag, or no value where there was one */
	long same;
	long missing; /* a reason of missing where there was nothing, or another reason */
};
int slice_store(struct db *db, int64_t series_id, int year, int64_t import_id,
	const struct vector *v, struct slice_change *change, int *stored, struct error *err);
/* Counts without writing. */
int slice_compare(struct db *db, int64_t series_id, int year, const struct vector *v,
	struct slice_change *change, struct error *err);
/* Inside db_write: takes away every slice of an import; what it covered comes back. Keeps the
 * years and counts of the series concerned, and drops series that nothing feeds any more
 * together with the cards made for them (unless a person touched the card). */
int slice_forget(struct db *db, int64_t import_id, struct error *err);

#endif
