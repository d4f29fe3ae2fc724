/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is missing of the years that are monitored. */
#include "config.h"

#include "model/monitoring/round_missing.h"

#include "model/queries.h"
#include "model/units/unit_city.h"

#include <string.h>

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

static void
add_office(struct gathering *g, const struct round_state *state, const char *office,
	const struct round_delivery *asked)
{
	struct round_share share = round_share_of(state, office);
	bool delivered = asked && asked->delivered_on[0];

	if ((delivered || !asked) && !share.missing)
		return;
	g->list = arena_grow(g->arena, g->list, (size_t)g->count, &g->room, sizeof *g->list);
	g->list[g->count++] = (struct round_missing){ .strategy = &state->course.strategy,
		.round = state->round.id,
		.year = state->round.year,
		.due_on = state->round.due_on,
		.office = office,
		.missing = share.missing,
		.figures = share.figures,
		.asked = asked != NULL,
		.delivered = delivered,
		.late = asked && asked->late };
}

/* Offices that answer for figures of files alone: they get no sheet, so there is nothing that they
 * deliver. */
static void
add_unasked(struct gathering *g, const struct round_state *state,
	const struct round_delivery *asked, int count)
{
	int first = g->count;

	for (int i = 0; i < state->figure_count; i++) {
		const char *office = state->figures[i].course->target->office;
		bool known = false;

		for (int k = 0; k < count && !known; k++)
			known = strcmp(asked[k].office, office) == 0;
		for (int k = first; k < g->count && !known; k++)
			known = strcmp(g->list[k].office, office) == 0;
		if (!known)
			add_office(g, state, office, NULL);
	}
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
	for (int i = 0; i < count; i++)
		add_office(g, state, offices[i].office, &offices[i]);
	add_unasked(g, state, offices, count);
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
