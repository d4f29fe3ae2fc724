/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is missing of the years that are monitored. */
#include "config.h"

#include "model/monitoring/round_missing.h"

#include "model/queries.h"
#include "model/units/unit_city.h"

struct gathering {
	struct db *db;
	const struct unit_table *units;
	struct arena *arena;
	struct round_missing *list;
	int count;
	size_t room;
};

static int
open_rounds(struct gathering *g, int slot, int64_t **ids, int *count, struct error *err)
{
	int whose = slot == NO_SLOT ? 0 : slot, twin = 0;
	size_t room = 0;
	struct stmt *q;

	*ids = NULL;
	*count = 0;
	if (whose && unit_twin_of(g->db, slot, &twin, err))
		return -1;
	q = db_start(g->db, Q_ROUND_OPEN, err);
	db_bind_int(q, 1, whose);
	db_bind_int(q, 2, twin);
	while (db_next(q)) {
		*ids = arena_grow(g->arena, *ids, (size_t)*count, &room, sizeof **ids);
		(*ids)[(*count)++] = db_int(q, 0);
	}
	return db_end(q);
}

static int
add_offices(struct gathering *g, int64_t id, struct error *err)
{
	struct round_state *state = arena_new(g->arena, sizeof *state);
	struct monitoring_round r;
	struct round_delivery *offices;
	int count;

	if (round_load(g->db, id, &r, err) ||
		round_state_load(g->db, g->units, r.strategy, r.year, g->arena, state, err) ||
		round_deliveries(g->db, &r, g->arena, &offices, &count, err))
		return -1;
	for (int i = 0; i < count; i++) {
		struct round_share share = round_share_of(state, offices[i].office);
		bool delivered = offices[i].delivered_on[0] != '\0';

		if (delivered && !share.missing)
			continue;
		g->list =
			arena_grow(g->arena, g->list, (size_t)g->count, &g->room, sizeof *g->list);
		g->list[g->count++] = (struct round_missing){ .strategy = &state->course.strategy,
			.round = id,
			.year = r.year,
			.due_on = state->round.due_on,
			.office = offices[i].office,
			.missing = share.missing,
			.figures = share.figures,
			.delivered = delivered,
			.late = offices[i].late };
	}
	return 0;
}

int
round_missing_list(struct db *db, const struct unit_table *units, int slot, struct arena *arena,
	struct round_missing **list, int *count, struct error *err)
{
	struct gathering g = { .db = db, .units = units, .arena = arena };
	int64_t *ids;
	int rounds;

	if (open_rounds(&g, slot, &ids, &rounds, err))
		return -1;
	for (int i = 0; i < rounds; i++)
		if (add_offices(&g, ids[i], err))
			return -1;
	*list = g.list;
	*count = g.count;
	return 0;
}
