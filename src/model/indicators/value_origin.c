/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where one value comes from, down to the files and surveys of what it was computed from. */
#include "config.h"

#include "model/indicators/value.h"

#include "model/indicators/flag.h"
#include "model/sheets/decision_feed.h"
#include "model/sheets/own_figure.h"
#include "model/indicators/path.h"
#include "model/results/published.h"

enum { DEEPEST = 4 }; /* as deep as values are computed */

struct question {
	struct db *db;
	const struct unit_table *units;
	struct path path;
	int year;
	struct arena *arena;
};

static int
ask(struct question *a, int slot, int depth, struct value_origin *out, struct error *err);

static int
ask_part(struct question *a, int64_t indicator_id, int slot, int depth, struct value_origin **out,
	struct error *err)
{
	*out = arena_new(a->arena, sizeof **out);
	**out = (struct value_origin){ 0 };
	return indicator_load_id(a->db, indicator_id, a->arena, &(*out)->indicator, err) ||
			       ask(a, slot, depth, *out, err)
		       ? -1
		       : 0;
}

static int
ask_parts(struct question *a, int depth, struct value_origin *out, struct error *err)
{
	const struct indicator *i = &out->indicator;

	return ask_part(a, i->numerator_id, out->slot, depth - 1, &out->numerator, err) ||
			       ask_part(a, i->denominator_id, out->slot, depth - 1,
				       &out->denominator, err)
		       ? -1
		       : 0;
}

/* The value of a unit, which a predecessor can have lent. */
static int
ask_value(struct question *a, int slot, struct value_origin *out, int64_t *import_id,
	struct error *err)
{
	struct value_point *points;
	int count;

	if (value_series(a->db, a->units, &out->indicator, slot, a->year, a->year, a->arena,
		    &points, &count, err))
		return -1;
	if (count < 1)
		return 0;
	out->value = points[0].value;
	out->flag = points[0].flag;
	out->marks = points[0].marks;
	if (out->marks & MARK_SUCCESSION)
		out->slot = path_slot(&a->path, slot, a->year);
	*import_id = points[0].import_id;
	return 0;
}

/* out->indicator says of which card. */
static int
ask(struct question *a, int slot, int depth, struct value_origin *out, struct error *err)
{
	bool derived = out->indicator.kind == INDICATOR_DERIVED;
	int64_t import_id = 0;

	out->slot = slot;
	out->flag = FLAG_ABSENT;
	if (slot != NO_SLOT && ask_value(a, slot, out, &import_id, err))
		return -1;
	if (derived)
		return depth > 0 ? ask_parts(a, depth, out, err) : 0;
	if (out->indicator.kind == INDICATOR_SURVEY && slot != NO_SLOT && !import_id)
		return published_find(a->db, out->indicator.id, out->slot, a->year, a->arena,
			&out->published, err);
	if (out->indicator.kind == INDICATOR_OWN && slot != NO_SLOT)
		return own_source(
			a->db, out->indicator.id, a->year, out->slot, &out->source, err);
	if (value_has_totals(&out->indicator) && slot != NO_SLOT && !import_id)
		return decision_source(
			a->db, out->indicator.id, a->year, out->slot, &out->source, err);
	return slot == NO_SLOT
		       ? value_slice_source(a->db, &out->indicator, a->year, &out->source, err)
		       : value_source_of_import(a->db, import_id, &out->source, err);
}

int
value_origin_load(struct db *db, const struct unit_table *units, const struct indicator *indicator,
	int year, int slot, struct arena *arena, struct value_origin *out, struct error *err)
{
	struct question a = { .db = db, .units = units, .year = year, .arena = arena };

	*out = (struct value_origin){ .indicator = *indicator };
	if (path_load(db, units, arena, &a.path, err))
		return -1;
	return ask(&a, slot, DEEPEST, out, err);
}
