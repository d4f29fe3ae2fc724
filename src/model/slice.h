/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Packed slices: one indicator in one year for all units, as one import brought it. Only this
 * module knows the bytes (HACKING.md); everything above reads vectors. */
#ifndef MODEL_SLICE_H
#define MODEL_SLICE_H

#include "base/error.h"
#include "store/db.h"

#include <stddef.h>
#include <stdint.h>

/* Values of all units by slot. value[i] counts only where !flag_missing(flag[i]). */
struct vector {
	int slots;             /* length of both arrays, highest slot + 1 */
	double *value;
	unsigned char *flag;   /* FLAG_ABSENT where nothing is known */
	int decimals;          /* most decimals among the values */
};

void vector_new(struct vector *v, int slots);   /* all absent */
void vector_reset(struct vector *v);            /* all absent again */
void vector_release(struct vector *v);

/* Packs the cells that are not absent, from the first to the last; *data is the caller's (free). */
int slice_pack(const struct vector *v, unsigned char **data, size_t *size);
/* Lays packed bytes over v: cells that the slice brings replace those of v. Refuses damaged bytes
 * and slots beyond v->slots with ERROR_DATA. */
int slice_unpack(const unsigned char *data, size_t size, struct vector *v, struct error *err);

/* The present values of a series in a year: its rows laid over each other in import order. */
int slice_load(struct db *db, int64_t series_id, int year, struct vector *v, struct error *err);
/* One unit over all years without unpacking whole slices where the format allows. */
struct slice_point { int year; double value; unsigned char flag; int64_t import_id; };
int slice_series(struct db *db, int64_t series_id, int slot, int first_year, int last_year,
	struct slice_point *points, int max, int *count, struct error *err);
/* Which import a value comes from; 0 = none. */
int slice_origin(struct db *db, int64_t series_id, int year, int slot, int64_t *import_id, struct error *err);
/* Inside db_write. Adds nothing (returns 0, *stored 0) when every cell of v equals what is there. */
struct slice_change { long new_values, changed, same; };
int slice_store(struct db *db, int64_t series_id, int year, int64_t import_id, const struct vector *v,
	struct slice_change *change, int *stored, struct error *err);
/* Counts without writing. */
int slice_compare(struct db *db, int64_t series_id, int year, const struct vector *v,
	struct slice_change *change, struct error *err);

#endif
