/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening a wave for counting: packed columns from the database where they are up to date, else
 * from the answers; then kept, when the database is free. */
#include "config.h"

#include "model/results/answer_column_parts.h"

#include "base/i18n.h"
#include "base/memory.h"
#include "model/surveys/form_import.h"
#include "model/queries.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

static const char *const modes[MODE_COUNT] = { "paper", "online", "interviewer" };

/* ---- what is kept ---- */

static int
load_changes(struct wave_columns *w, int64_t *answers, struct error *err)
{
	struct stmt *row = db_start(w->db, Q_COLUMN_CHANGES, err);

	db_bind_int(row, 1, w->wave->id);
	*answers = w->changes = 0;
	if (db_next(row)) {
		*answers = db_int(row, 0);
		w->changes = db_int(row, 0) + db_int(row, 1);
	}
	return db_end(row);
}

struct kept { /* a blob of the database */
	const char *question;
	unsigned char *data;
	size_t size;
};

static int
load_kept(struct wave_columns *w, int64_t answers, struct kept **list, int *count,
	struct error *err)
{
	struct stmt *row = db_start(w->db, Q_COLUMN_LIST, err);
	size_t room = 0;

	*list = NULL;
	*count = 0;
	db_bind_int(row, 1, w->wave->id);
	db_bind_int(row, 2, answers);
	while (db_next(row)) {
		struct kept *k;
		const void *data;

		*list = arena_grow(w->arena, *list, (size_t)*count, &room, sizeof(**list));
		k = &(*list)[(*count)++];
		data = db_blob(row, 1, &k->size);
		k->question = arena_string(w->arena, db_text(row, 0));
		k->data = arena_new(w->arena, k->size + 1);
		if (k->size)
			memcpy(k->data, data, k->size);
	}
	return db_end(row);
}

/* ---- forms ---- */

/* 8 bytes, or 4 of a number that is not below zero. */
static int64_t
whole(const unsigned char *src, int width)
{
	uint32_t low = (uint32_t)src[0] | (uint32_t)src[1] << 8 | (uint32_t)src[2] << 16 |
		       (uint32_t)src[3] << 24;

	return width == 4 ? (int64_t)low : packed_whole(src, 8);
}

/* false = not as they should be. */
static bool
unpack_forms(struct wave_columns *w, const unsigned char *data, size_t size, int64_t **versions,
	int *count)
{
	struct packed p;
	int64_t *ids, *numbers;
	unsigned char *mode;
	const char *name;
	int half;

	if (packed_read(data, size, &p, NULL) < 0 || p.kind != PACKED_FORMS || p.passes ||
		p.rows == 0 || p.name_count == 0)
		return false;
	half = p.width / 2;
	ids = arena_array(w->arena, p.rows, sizeof(*ids));
	numbers = arena_array(w->arena, p.rows, sizeof(*numbers));
	mode = arena_array(w->arena, p.rows, 1);
	for (size_t i = 0; i < p.rows; i++) {
		const unsigned char *cell = p.cells + i * (size_t)p.width;

		ids[i] = whole(cell, half);
		numbers[i] = whole(cell + half, half);
		mode[i] = cell[2 * half];
		if (mode[i] >= MODE_COUNT)
			return false;
	}
	*versions = arena_array(w->arena, (size_t)p.name_count, sizeof(**versions));
	name = p.names;
	for (*count = 0; *count < p.name_count; name = packed_name_next(name))
		(*versions)[(*count)++] = strtoll(name, NULL, 10);
	w->forms = p.rows;
	w->ids = ids;
	w->numbers = numbers;
	w->mode = mode;
	return true;
}

struct form_row {
	int64_t id, number, version;
	unsigned char mode;
};

static int
read_forms(struct wave_columns *w, struct form_row **list, size_t *count, struct error *err)
{
	struct stmt *row = db_start(w->db, Q_COLUMN_FORMS, err);
	size_t room = 0;

	*list = NULL;
	*count = 0;
	db_bind_int(row, 1, w->wave->id);
	while (db_next(row)) {
		struct form_row *f;

		*list = memory_grow(*list, &room, *count + 1, sizeof(**list));
		f = &(*list)[(*count)++];
		*f = (struct form_row){ db_int(row, 0), db_int(row, 1), db_int(row, 3),
			MODE_PAPER };
		for (int m = 0; m < MODE_COUNT; m++)
			if (!strcmp(modes[m], db_text(row, 2)))
				f->mode = (unsigned char)m;
	}
	return db_end(row);
}

static void
put_whole(unsigned char *dst, int64_t number, int width)
{
	for (int i = 0; i < width; i++)
		dst[i] = (unsigned char)((uint64_t)number >> (8 * i));
}

static void
pack_forms(struct wave_columns *w, const struct form_row *rows, size_t count,
	const int64_t *versions, int version_count)
{
	unsigned char *cells = memory_array(count, COLUMN_FORM_WIDE), *at = cells, *data, *copy;
	int half;
	const char **names = arena_array(w->arena, (size_t)version_count + 1, sizeof(*names));
	struct packing p = { .kind = PACKED_FORMS,
		.rows = count,
		.names = names,
		.name_count = version_count,
		.cells = cells,
		.stride = COLUMN_FORM_NARROW };

	for (size_t i = 0; i < count; i++)
		if (rows[i].id > UINT32_MAX || rows[i].number > UINT32_MAX || rows[i].id < 0)
			p.stride = COLUMN_FORM_WIDE;
	half = p.stride / 2;
	for (size_t i = 0; i < count; i++, at += p.stride) {
		put_whole(at, rows[i].id, half);
		put_whole(at + half, rows[i].number, half);
		at[2 * half] = rows[i].mode;
	}
	for (int v = 0; v < version_count; v++)
		names[v] = arena_format(w->arena, "%lld", (long long)versions[v]);
	data = column_pack(&p, &w->book->forms_size);
	copy = arena_new(w->arena, w->book->forms_size);
	memcpy(copy, data, w->book->forms_size);
	w->book->forms_data = copy;
	free(data);
	free(cells);
}

/* ---- opening ---- */

static bool
fits(const struct wave_columns *w, const struct column_asked *a, const struct packed *p)
{
	enum packed_kind kind = column_packed_kind(a->type);
	bool words = a->type == QUESTION_CALCULATE && p->kind == PACKED_CHOICE;

	if ((p->kind != kind && !words) || p->passes != a->repeats)
		return false;
	return p->passes || p->rows == w->forms;
}

/* Lays the kept blobs beside the questions; false = something is missing or damaged. */
static bool
take_kept(struct wave_columns *w, const struct kept *list, int count)
{
	struct column_book *b = w->book;
	int taken = 0;

	for (int i = 0; i < count; i++) {
		int at = column_asked_by_name(b, list[i].question);
		struct packed p;

		if (at < 0)
			continue;
		if (packed_read(list[i].data, list[i].size, &p, NULL) < 0 ||
			!fits(w, &b->asked[at], &p))
			return false;
		b->asked[at].data = list[i].data;
		b->asked[at].size = list[i].size;
		taken++;
	}
	return taken == b->asked_count;
}

static int
open_kept(struct wave_columns *w, int64_t answers, const char *language, bool *found,
	struct error *err)
{
	const struct kept *forms = NULL;
	struct kept *list;
	int count, version_count;
	int64_t *versions;

	*found = false;
	if (load_kept(w, answers, &list, &count, err) < 0)
		return -1;
	for (int i = 0; i < count; i++)
		if (!list[i].question[0])
			forms = &list[i];
	if (!forms || !unpack_forms(w, forms->data, forms->size, &versions, &version_count))
		return 0;
	if (column_asked_load(w, versions, version_count, language, err) < 0)
		return -1;
	*found = take_kept(w, list, count);
	return 0;
}

/* later: columns are packed when they are asked for. */
static int
open_anew(struct wave_columns *w, const char *language, bool later, struct error *err)
{
	struct form_row *rows = NULL;
	int64_t *versions, *of_forms;
	int version_count, result = -1;
	size_t count = 0;

	w->q = NULL;
	*w->book = (struct column_book){ 0 };
	if (form_versions(w->db, w->wave->id, w->arena, &versions, &version_count, err) < 0 ||
		read_forms(w, &rows, &count, err) < 0)
		goto end;
	if (count == 0) {
		error_set(err, ERROR_INPUT,
			_("The wave %s has no keyed forms yet, so there is nothing to count."),
			w->wave->code);
		goto end;
	}
	pack_forms(w, rows, count, versions, version_count);
	unpack_forms(w, w->book->forms_data, w->book->forms_size, &versions, &version_count);
	of_forms = arena_array(w->arena, count, sizeof(*of_forms));
	for (size_t i = 0; i < count; i++)
		of_forms[i] = rows[i].version;
	if (later)
		w->book->of_forms = of_forms;
	if (column_asked_load(w, versions, version_count, language, err) == 0)
		result = later ? 0 : column_read_all(w, of_forms, err);
end:
	free(rows);
	return result;
}

/* ---- keeping ---- */

struct keeping {
	struct wave_columns *w;
	int64_t answers;
};

static int
put_column(struct db *db, const struct keeping *k, const char *question,
	const unsigned char *data, size_t size, struct error *err)
{
	struct stmt *row = db_start(db, Q_COLUMN_PUT, err);

	db_bind_int(row, 1, k->w->wave->id);
	db_bind_text(row, 2, question);
	db_bind_int(row, 3, k->answers);
	db_bind_blob(row, 4, data, size);
	return db_run(row, NULL);
}

static int
keep(struct db *db, void *context, struct error *err)
{
	const struct keeping *k = context;
	const struct column_book *b = k->w->book;
	struct wave_columns now = { .db = db, .wave = k->w->wave };
	struct stmt *row;
	int64_t answers;

	if (load_changes(&now, &answers, err) < 0)
		return -1;
	if (answers != k->answers) /* they have changed since: what was packed is old already */
		return 0;
	row = db_start(db, Q_COLUMN_DROP, err);
	db_bind_int(row, 1, k->w->wave->id);
	if (db_run(row, NULL) < 0 ||
		put_column(db, k, "", b->forms_data, b->forms_size, err) < 0)
		return -1;
	for (int i = 0; i < b->asked_count; i++)
		if (put_column(db, k, b->asked[i].name, b->asked[i].data, b->asked[i].size, err) <
			0)
			return -1;
	return 0;
}

static struct wave_columns
columns_of(struct db *db, const struct wave *wave, struct arena *arena)
{
	return (struct wave_columns){ .db = db,
		.arena = arena,
		.wave = wave,
		.book = arena_new(arena, sizeof(struct column_book)) };
}

int
wave_columns_open(struct db *db, const struct wave *wave, const char *language,
	struct arena *arena, struct wave_columns *out, struct error *err)
{
	struct keeping k = { .w = out };
	bool found = false;
	int result;

	*out = columns_of(db, wave, arena);
	if (db_read_begin(db, err) < 0)
		return -1;
	result = load_changes(out, &k.answers, err);
	if (result == 0)
		result = open_kept(out, k.answers, language, &found, err);
	if (result == 0 && !found)
		result = open_anew(out, language, false, err);
	db_read_end(db);
	if (result == 0 && !found)
		db_write_if_free(db, keep, &k);
	return result;
}

int
wave_columns_open_few(struct db *db, const struct wave *wave, const char *language,
	struct arena *arena, struct wave_columns *out, struct error *err)
{
	int64_t answers;
	bool found = false;

	assert(db_writing(db)); /* what is read later is of the same moment */
	*out = columns_of(db, wave, arena);
	if (load_changes(out, &answers, err) < 0 ||
		open_kept(out, answers, language, &found, err) < 0)
		return -1;
	return found ? 0 : open_anew(out, language, true, err);
}

int
column_open_anew(struct db *db, const struct wave *wave, struct arena *arena,
	struct wave_columns *out, struct error *err)
{
	*out = columns_of(db, wave, arena);
	return open_anew(out, "", false, err);
}
