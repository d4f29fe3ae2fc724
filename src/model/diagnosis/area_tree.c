/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Trees of areas, loaded whole; a file brings a newer tree beside the older one. */
#include "config.h"

#include "model/diagnosis/area_tree.h"

#include "base/i18n.h"
#include "model/queries.h"

#include <string.h>

/* ---- reading ---- */

static void
read_head(struct stmt *q, struct arena *arena, struct area_tree *t)
{
	*t = (struct area_tree){ .id = db_int(q, 0),
		.code = arena_string(arena, db_text(q, 1)),
		.name = arena_string(arena, db_text(q, 2)),
		.source = arena_string(arena, db_text(q, 3)),
		.import_id = db_int(q, 4) };
}

int
area_tree_list(
	struct db *db, struct arena *arena, struct area_tree **list, int *count, struct error *err)
{
	struct stmt *q = db_start(db, Q_AREA_TREE_LIST, err);
	size_t room = 0;

	*list = NULL;
	*count = 0;
	while (db_next(q)) {
		*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof **list);
		read_head(q, arena, &(*list)[(*count)++]);
	}
	return db_end(q);
}

int
area_tree_find(const struct area_tree *tree, const char *code)
{
	for (int i = 0; i < tree->count; i++)
		if (strcmp(tree->areas[i].code, code) == 0)
			return i;
	return -1;
}

/* Where each area stands: behind its parent and all of those before it. */
static void
place_within(const struct area_tree *t, int parent, int *place, int *next)
{
	for (int i = 0; i < t->count; i++)
		if (t->areas[i].parent == parent) {
			place[i] = (*next)++;
			place_within(t, i, place, next);
		}
}

void
area_tree_order(struct area_tree *t, struct arena *arena)
{
	struct area *areas = arena_array(arena, (size_t)t->count + 1, sizeof *areas);
	int *place = arena_array(arena, (size_t)t->count + 1, sizeof *place);
	struct area_indicator *indicators =
		arena_array(arena, (size_t)t->indicator_count + 1, sizeof *indicators);
	int next = 0;

	place_within(t, -1, place, &next);
	for (int i = 0; i < t->count; i++) {
		areas[place[i]] = t->areas[i];
		if (t->areas[i].parent >= 0)
			areas[place[i]].parent = place[t->areas[i].parent];
	}
	next = 0;
	for (int area = 0; area < t->count; area++)
		for (int i = 0; i < t->indicator_count; i++)
			if (place[t->indicators[i].area] == area) {
				indicators[next] = t->indicators[i];
				indicators[next++].area = area;
			}
	t->areas = areas;
	t->indicators = indicators;
}

static int
load_areas(struct db *db, struct arena *arena, struct area_tree *t, struct error *err)
{
	struct stmt *q = db_start(db, Q_AREA_TREE_AREAS, err);
	size_t room = 0;

	db_bind_int(q, 1, t->id);
	while (db_next(q)) {
		struct area *a;
		int parent = area_tree_find(t, db_text(q, 1));

		t->areas = arena_grow(arena, t->areas, (size_t)t->count, &room, sizeof *t->areas);
		a = &t->areas[t->count++];
		*a = (struct area){ .code = arena_string(arena, db_text(q, 0)),
			.name = arena_string(arena, db_text(q, 2)),
			.parent = parent,
			.depth = parent < 0 ? 0 : t->areas[parent].depth + 1,
			.weight = db_double(q, 3) };
	}
	return db_end(q);
}

static int
load_indicators(struct db *db, struct arena *arena, struct area_tree *t, struct error *err)
{
	struct stmt *q = db_start(db, Q_AREA_TREE_INDICATORS, err);
	size_t room = 0;

	db_bind_int(q, 1, t->id);
	while (db_next(q)) {
		t->indicators = arena_grow(arena, t->indicators, (size_t)t->indicator_count, &room,
			sizeof *t->indicators);
		t->indicators[t->indicator_count++] =
			(struct area_indicator){ .code = arena_string(arena, db_text(q, 1)),
				.area = area_tree_find(t, db_text(q, 0)),
				.weight = db_double(q, 2) };
	}
	return db_end(q);
}

static int
load_newest(struct db *db, const char *code, struct arena *arena, struct area_tree *out,
	bool *found, struct error *err)
{
	struct stmt *q = db_start(db, Q_AREA_TREE_LOAD, err);

	*out = (struct area_tree){ 0 };
	db_bind_text(q, 1, code);
	*found = db_next(q);
	if (*found)
		read_head(q, arena, out);
	if (db_end(q) < 0)
		return -1;
	if (!*found)
		return 0;
	if (load_areas(db, arena, out, err) < 0 || load_indicators(db, arena, out, err) < 0)
		return -1;
	area_tree_order(out, arena);
	return 0;
}

int
area_tree_load(struct db *db, const char *code, struct arena *arena, struct area_tree *out,
	struct error *err)
{
	bool found;

	if (load_newest(db, code, arena, out, &found, err) < 0)
		return -1;
	return found ? 0
		     : error_set(err, ERROR_MISSING,
			       _("There is no tree of areas “%s”; one comes with the program (%s), "
				 "others are read from a file (menu 8 1)."),
			       code, AREA_TREE_DEFAULT);
}

/* ---- files ---- */

static bool
same_tree(const struct area_tree *a, const struct area_tree *b)
{
	if (strcmp(a->name, b->name) || a->count != b->count ||
		a->indicator_count != b->indicator_count)
		return false;
	for (int i = 0; i < a->count; i++)
		if (strcmp(a->areas[i].code, b->areas[i].code) ||
			strcmp(a->areas[i].name, b->areas[i].name) ||
			a->areas[i].parent != b->areas[i].parent ||
			a->areas[i].weight != b->areas[i].weight)
			return false;
	for (int i = 0; i < a->indicator_count; i++) {
		const struct area_indicator *x = &a->indicators[i], *y = NULL;

		for (int j = 0; j < b->indicator_count && !y; j++)
			if (b->indicators[j].area == x->area &&
				!strcmp(b->indicators[j].code, x->code))
				y = &b->indicators[j];
		if (!y || y->weight != x->weight)
			return false;
	}
	return true;
}

static int
store_tree(struct db *db, const struct area_tree *t, const char *source, int64_t import_id,
	struct error *err)
{
	struct stmt *q = db_start(db, Q_AREA_TREE_INSERT, err);
	int64_t id;

	db_bind_text(q, 1, t->code);
	db_bind_text(q, 2, t->name);
	db_bind_text(q, 3, source);
	db_bind_int(q, 4, import_id);
	if (db_run(q, NULL) < 0)
		return -1;
	id = db_last_id(db);
	for (int i = 0; i < t->count; i++) {
		const struct area *a = &t->areas[i];

		q = db_start(db, Q_AREA_TREE_ADD_AREA, err);
		db_bind_int(q, 1, id);
		db_bind_text(q, 2, a->code);
		db_bind_text(q, 3, a->parent < 0 ? "" : t->areas[a->parent].code);
		db_bind_int(q, 4, i + 1);
		db_bind_text(q, 5, a->name);
		db_bind_double(q, 6, a->weight);
		if (db_run(q, NULL) < 0)
			return -1;
	}
	for (int i = 0; i < t->indicator_count; i++) {
		q = db_start(db, Q_AREA_TREE_ADD_INDICATOR, err);
		db_bind_int(q, 1, id);
		db_bind_text(q, 2, t->areas[t->indicators[i].area].code);
		db_bind_text(q, 3, t->indicators[i].code);
		db_bind_double(q, 4, t->indicators[i].weight);
		if (db_run(q, NULL) < 0)
			return -1;
	}
	return 0;
}

int
area_tree_apply(struct db *db, const struct area_tree *trees, int count,
	const struct import_file *file, struct import_counts *counts, bool write,
	int64_t *import_id, struct error *err)
{
	struct arena arena = { 0 };
	int result = 0;

	*counts = (struct import_counts){ 0 };
	*import_id = 0;
	for (int i = 0; i < count && result == 0; i++) {
		struct area_tree former;
		bool found;

		counts->rows += trees[i].count + trees[i].indicator_count;
		result = load_newest(db, trees[i].code, &arena, &former, &found, err);
		if (result < 0)
			break;
		if (found && same_tree(&trees[i], &former)) {
			counts->same++;
			continue;
		}
		*(found ? &counts->changed : &counts->new_values) += 1;
		if (!write)
			continue;
		if (*import_id == 0)
			*import_id = import_begin(db, file, err);
		result = *import_id < 0 ? -1
					: store_tree(db, &trees[i], file->source, *import_id, err);
	}
	arena_release(&arena);
	if (result < 0)
		return -1;
	return *import_id ? import_finish(db, *import_id, counts, err) : 0;
}
