/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Results of surveys that an office's packages brought and that are read here, so that those which
 * its newest package does not name any more can be taken back. */
#include "config.h"

#include "model/packages/package_results.h"

#include "model/indicators/flag.h"
#include "model/indicators/slice.h"
#include "model/queries.h"

/* A series in a year. */
struct brought {
	int64_t series;
	int year;
	const char *code;
};

struct gathering {
	struct db *db;
	const struct package_from *from;
	struct arena *arena;
	struct package_came *list;
	int count;
	size_t room;
	struct error *err;
};

static int
load_brought(const struct gathering *g, struct brought **list, int *count)
{
	struct stmt *q = db_start(g->db, Q_PACKAGE_RESULTS_CAME, g->err);
	size_t room = 0;

	*list = NULL;
	*count = 0;
	db_bind_text(q, 1, g->from->office.uid);
	db_bind_text(q, 2, g->from->group);
	db_bind_int(q, 3, g->from->leads);
	while (db_next(q)) {
		*list = arena_grow(g->arena, *list, (size_t)*count, &room, sizeof(**list));
		(*list)[(*count)++] = (struct brought){ db_int(q, 0), (int)db_int(q, 1),
			arena_string(g->arena, db_text(q, 2)) };
	}
	return db_end(q);
}

/* Cells whose last word is of the sender's packages. */
static int
gather_year(struct gathering *g, const struct brought *b, struct vector *layer, bool *theirs)
{
	struct stmt *q = db_start(g->db, Q_PACKAGE_RESULT_LAYERS, g->err);
	bool failed = false;

	for (int s = 0; s < layer->slots; s++)
		theirs[s] = false;
	db_bind_text(q, 1, g->from->office.uid);
	db_bind_text(q, 2, g->from->group);
	db_bind_int(q, 3, g->from->leads);
	db_bind_int(q, 4, b->series);
	db_bind_int(q, 5, b->year);
	while (!failed && db_next(q)) {
		size_t size;
		const unsigned char *data = db_blob(q, 0, &size);

		vector_reset(layer);
		failed = slice_unpack(data, size, layer, g->err) < 0;
		for (int s = 0; s < layer->slots; s++)
			if (layer->flag[s] != FLAG_ABSENT)
				theirs[s] = db_int(q, 1) && layer->flag[s] != FLAG_NO_DATA;
	}
	if (db_end(q) < 0 || failed)
		return -1;
	for (int s = 0; s < layer->slots; s++) {
		if (!theirs[s])
			continue;
		g->list =
			arena_grow(g->arena, g->list, (size_t)g->count, &g->room, sizeof(*g->list));
		g->list[g->count++] = (struct package_came){ b->code, s, b->year };
	}
	return 0;
}

int
package_results_came(struct db *db, const struct package_from *from, int slots, struct arena *arena,
	struct package_came **list, int *count, struct error *err)
{
	struct gathering g = { .db = db, .from = from, .arena = arena, .err = err };
	struct brought *brought;
	struct vector layer;
	bool *theirs = arena_array(arena, (size_t)slots + 1, sizeof(*theirs));
	int brought_count, result = load_brought(&g, &brought, &brought_count);

	vector_new(&layer, slots);
	for (int b = 0; b < brought_count && result == 0; b++)
		result = gather_year(&g, &brought[b], &layer, theirs);
	vector_release(&layer);
	*list = g.list;
	*count = g.count;
	return result;
}
