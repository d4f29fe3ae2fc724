/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Slices in the database: layers read over each other, stored where they bring something,
 * taken back with their import. */
#include "config.h"

#include "model/indicators/slice.h"

#include "base/arena.h"
#include "model/indicators/flag.h"
#include "model/queries.h"

#include <stdbool.h>
#include <stdlib.h>

/* The highest slot of packed bytes plus one; damaged ones are left to slice_unpack. */
static int
slots_of(const unsigned char *data, size_t size)
{
	uint64_t end = 0;

	if (size < 12)
		return 0;
	for (int i = 0; i < 4; i++)
		end += ((uint64_t)data[4 + i] << (8 * i)) + ((uint64_t)data[8 + i] << (8 * i));
	return end <= SLICE_MAX_SLOTS ? (int)end : 0;
}

static int
load_layers(struct db *db, int64_t series_id, int year, struct vector *v, int *layers,
	struct error *err)
{
	struct stmt *q = db_start(db, Q_SLICE_LAYERS, err);
	int failed = 0;

	*layers = 0;
	vector_reset(v);
	db_bind_int(q, 1, series_id);
	db_bind_int(q, 2, year);
	while (!failed && db_next(q)) {
		size_t size;
		const unsigned char *data = db_blob(q, 0, &size);

		vector_grow(v, slots_of(data, size));
		failed = slice_unpack(data, size, v, err);
		++*layers;
	}
	return db_end(q) || failed ? -1 : 0;
}

int
slice_load(struct db *db, int64_t series_id, int year, struct vector *v, struct error *err)
{
	int layers;

	return load_layers(db, series_id, year, v, &layers, err);
}

int
slice_series(struct db *db, int64_t series_id, int slot, int first_year, int last_year,
	struct slice_point *points, int max, int *count, struct error *err)
{
	struct stmt *q = db_start(db, Q_SLICE_YEARS, err);
	int failed = 0;

	*count = 0;
	db_bind_int(q, 1, series_id);
	db_bind_int(q, 2, first_year);
	db_bind_int(q, 3, last_year);
	while (!failed && db_next(q)) {
		int year = (int)db_int(q, 0);
		size_t size;
		const unsigned char *data = db_blob(q, 2, &size);
		struct slice_cell cell;

		failed = slice_unpack_cell(data, size, slot, &cell, err);
		if (failed || cell.flag == FLAG_ABSENT)
			continue;
		if (!*count || points[*count - 1].year != year) {
			if (*count == max)
				break;
			++*count;
		}
		points[*count - 1] =
			(struct slice_point){ year, cell.value, cell.flag, db_int(q, 1) };
	}
	return db_end(q) || failed ? -1 : 0;
}

/* What v would change over what is there. */
static void
compare_vectors(const struct vector *there, const struct vector *v, struct slice_change *change)
{
	*change = (struct slice_change){ 0 };
	for (int i = 0; i < v->slots; i++) {
		unsigned char was = i < there->slots ? there->flag[i] : FLAG_ABSENT;
		bool had = !flag_missing(was), has = !flag_missing(v->flag[i]);

		if (v->flag[i] == FLAG_ABSENT)
			continue;
		if (was == v->flag[i] && (!has || there->value[i] == v->value[i]))
			change->same++;
		else if (had)
			change->changed++;
		else if (has)
			change->new_values++;
		else
			change->missing++;
	}
}

static bool
changes_any(const struct slice_change *change)
{
	return change->new_values || change->changed || change->missing;
}

int
slice_compare(struct db *db, int64_t series_id, int year, const struct vector *v,
	struct slice_change *change, struct error *err)
{
	struct vector there;
	int failed;

	vector_new(&there, v->slots);
	failed = series_id ? slice_load(db, series_id, year, &there, err) : 0;
	compare_vectors(&there, v, change);
	vector_release(&there);
	return failed;
}

/* Cells brought and cells with a value. */
static void
count_cells(const struct vector *v, int *count, int *valued)
{
	*count = *valued = 0;
	for (int i = 0; i < v->slots; i++) {
		*count += v->flag[i] != FLAG_ABSENT;
		*valued += !flag_missing(v->flag[i]);
	}
}

/* Values that disappear under v: a value before, none in v. */
static long
count_covered(const struct vector *there, const struct vector *v)
{
	long covered = 0;

	for (int i = 0; i < v->slots && i < there->slots; i++)
		covered += v->flag[i] != FLAG_ABSENT && flag_missing(v->flag[i]) &&
			   !flag_missing(there->flag[i]);
	return covered;
}

static int
insert_slice(struct db *db, int64_t series_id, int year, int64_t import_id, const struct vector *v,
	int count, int valued, struct error *err)
{
	struct stmt *q;
	unsigned char *data;
	size_t size;
	int failed;

	if (slice_pack(v, &data, &size))
		return 0;
	q = db_start(db, Q_SLICE_INSERT, err);
	db_bind_int(q, 1, series_id);
	db_bind_int(q, 2, year);
	db_bind_int(q, 3, import_id);
	db_bind_int(q, 4, count);
	db_bind_int(q, 5, valued);
	db_bind_blob(q, 6, data, size);
	failed = db_run(q, NULL);
	free(data);
	return failed;
}

/* The years of a series, the number of its values and their most decimals, counted anew. */
static int
recount(struct db *db, int64_t series_id, int *years, int *decimals, struct error *err)
{
	struct arena arena = { 0 };
	struct stmt *q = db_start(db, Q_SLICE_SERIES_YEARS, err);
	int *list = NULL, first = 0, last = 0, failed;
	size_t capacity = 0;
	int64_t values = 0;
	struct vector v;

	*years = *decimals = 0;
	db_bind_int(q, 1, series_id);
	while (db_next(q)) {
		list = arena_grow(&arena, list, (size_t)*years, &capacity, sizeof *list);
		list[(*years)++] = (int)db_int(q, 0);
	}
	failed = db_end(q);
	vector_new(&v, 0);
	for (int i = 0; !failed && i < *years; i++) {
		int count, valued;

		failed = slice_load(db, series_id, list[i], &v, err);
		count_cells(&v, &count, &valued);
		values += valued;
		*decimals = v.decimals > *decimals ? v.decimals : *decimals;
		if (valued) {
			first = first ? first : list[i];
			last = list[i];
		}
	}
	vector_release(&v);
	arena_release(&arena);
	if (failed)
		return -1;
	q = db_start(db, Q_SLICE_COUNT_PUT, err);
	db_bind_int(q, 1, series_id);
	db_bind_int(q, 2, values);
	db_bind_int(q, 3, first);
	db_bind_int(q, 4, last);
	return db_run(q, NULL);
}

/* Adds to the counts; when the last value of a year was covered, the years are found anew. */
static int
count_more(struct db *db, int64_t series_id, int year, long more, bool any, bool vanished,
	struct error *err)
{
	struct stmt *q;
	int years, decimals;

	if (vanished)
		return recount(db, series_id, &years, &decimals, err);
	q = db_start(db, Q_SLICE_COUNT_MORE, err);
	db_bind_int(q, 1, series_id);
	db_bind_int(q, 2, more);
	db_bind_int(q, 3, any);
	db_bind_int(q, 4, year);
	return db_run(q, NULL);
}

int
slice_store(struct db *db, int64_t series_id, int year, int64_t import_id, const struct vector *v,
	struct slice_change *change, int *stored, struct error *err)
{
	struct vector there;
	int failed, layers, count, valued;
	long covered = 0;

	*stored = 0;
	count_cells(v, &count, &valued);
	*change = (struct slice_change){ .new_values = valued, .missing = count - valued };
	vector_new(&there, v->slots);
	failed = load_layers(db, series_id, year, &there, &layers, err);
	if (layers) {
		compare_vectors(&there, v, change);
		covered = count_covered(&there, v);
	}
	vector_release(&there);
	if (failed || !changes_any(change))
		return failed;
	if (insert_slice(db, series_id, year, import_id, v, count, valued, err) ||
		count_more(db, series_id, year, change->new_values - covered, valued > 0,
			covered > 0, err))
		return -1;
	*stored = 1;
	return 0;
}

/* A series without slices goes, and with it the card that was made for it only. It stays where
 * what a person did would be lost: a name given to it, an edit, a formula that uses its card. A
 * catalogue card is found by its code again, so its series need not stay. */
static int
drop_empty(struct db *db, int64_t series_id, struct error *err)
{
	struct stmt *q = db_start(db, Q_SLICE_SERIES_CARD, err);
	int64_t card = 0;
	bool keep = true;

	db_bind_int(q, 1, series_id);
	if (db_next(q)) {
		card = db_int(q, 1);
		keep = db_int(q, 0) != card ||
		       (!db_int(q, 2) && (db_int(q, 3) != 1 || db_int(q, 4) != 0));
		if (db_int(q, 2))
			card = 0;
	}
	if (db_end(q))
		return -1;
	if (keep)
		return 0;
	q = db_start(db, Q_SLICE_SERIES_DELETE, err);
	db_bind_int(q, 1, series_id);
	if (db_run(q, NULL))
		return -1;
	if (!card)
		return 0;
	q = db_start(db, Q_SLICE_CARD_DELETE, err);
	db_bind_int(q, 1, card);
	return db_run(q, NULL);
}

/* A card that follows the figures shows no decimals that went with an import. */
static int
fewer_decimals(struct db *db, int64_t series_id, int decimals, struct error *err)
{
	struct stmt *q = db_start(db, Q_SLICE_CARD_DECIMALS, err);

	db_bind_int(q, 1, series_id);
	db_bind_int(q, 2, decimals);
	return db_run(q, NULL);
}

int
slice_forget(struct db *db, int64_t import_id, struct error *err)
{
	struct arena arena = { 0 };
	struct stmt *q = db_start(db, Q_SLICE_OF_IMPORT, err);
	int64_t *list = NULL;
	size_t count = 0, capacity = 0;
	int failed;

	db_bind_int(q, 1, import_id);
	while (db_next(q)) {
		list = arena_grow(&arena, list, count, &capacity, sizeof *list);
		list[count++] = db_int(q, 0);
	}
	failed = db_end(q);
	if (!failed) {
		q = db_start(db, Q_SLICE_DELETE_IMPORT, err);
		db_bind_int(q, 1, import_id);
		failed = db_run(q, NULL);
	}
	for (size_t i = 0; !failed && i < count; i++) {
		int years, decimals;

		failed = recount(db, list[i], &years, &decimals, err);
		if (!failed)
			failed = years ? fewer_decimals(db, list[i], decimals, err)
				       : drop_empty(db, list[i], err);
	}
	arena_release(&arena);
	return failed ? -1 : 0;
}
