/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading values of any kind of indicator: stored ones by the slice, those of surveys from
 * published results, own figures one by one, derived ones from the values of their numerator and
 * denominator. */
#include "config.h"

#include "model/indicators/value.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/indicators/flag.h"
#include "model/sheets/decision_feed.h"
#include "model/sheets/own_figure.h"
#include "model/indicators/path.h"
#include "model/results/published.h"
#include "model/queries.h"

#include <math.h>
#include <string.h>

enum { DERIVED_DEPTH = 4 };

/* What is needed of a card to read its values. */
struct source {
	bool derived;
	/* of the card itself, fed by surveys, by hand, by totals of decisions below a series;
	 * else 0 */
	int64_t series_id, survey_id, own_id, totals_id;
	int64_t numerator_id, denominator_id;
	double multiplier;
	int decimals;
};

bool
value_has_totals(const struct indicator *indicator)
{
	return indicator->kind == INDICATOR_PUBLISHED && decision_feeds(indicator->code);
}

static struct source
source_of(const struct indicator *indicator)
{
	return (struct source){ indicator->kind == INDICATOR_DERIVED, indicator->series_id,
		indicator->kind == INDICATOR_SURVEY ? indicator->id : 0,
		indicator->kind == INDICATOR_OWN ? indicator->id : 0,
		value_has_totals(indicator) ? indicator->id : 0, indicator->numerator_id,
		indicator->denominator_id, indicator->multiplier, indicator->decimals };
}

static int
load_source(struct db *db, int64_t indicator_id, struct source *out, struct error *err)
{
	struct stmt *q = db_start(db, Q_VALUE_CARD, err);

	*out = (struct source){ 0 };
	db_bind_int(q, 1, indicator_id);
	if (db_next(q))
		*out = (struct source){ !strcmp(db_text(q, 0), "derived"), db_int(q, 4),
			!strcmp(db_text(q, 0), "survey") ? indicator_id : 0,
			!strcmp(db_text(q, 0), "own") ? indicator_id : 0,
			!strcmp(db_text(q, 0), "published") && decision_feeds(db_text(q, 6))
				? indicator_id
				: 0,
			db_int(q, 1), db_int(q, 2), db_double(q, 3), (int)db_int(q, 5) };
	return db_end(q);
}

/* numerator * multiplier / denominator, or the reason why there is none. What has a draft in it is
 * one. */
static double
ratio(double numerator, unsigned char numerator_flag, double denominator,
	unsigned char denominator_flag, double multiplier, unsigned char *flag)
{
	*flag = numerator_flag;
	if (flag_missing(numerator_flag) && numerator_flag != FLAG_DRAFT)
		return 0;
	if ((flag_missing(denominator_flag) && denominator_flag != FLAG_DRAFT) ||
		denominator == 0) {
		*flag = FLAG_NO_DENOMINATOR;
		return 0;
	}
	if (numerator_flag == FLAG_NONE || denominator_flag == FLAG_DRAFT)
		*flag = denominator_flag;
	return numerator * multiplier / denominator;
}

static void
divide(const struct vector *numerator, const struct vector *denominator, double multiplier,
	struct vector *v)
{
	for (int i = 0; i < numerator->slots; i++) {
		bool there = i < denominator->slots;

		v->value[i] = ratio(numerator->value[i], numerator->flag[i],
			there ? denominator->value[i] : 0,
			there ? denominator->flag[i] : FLAG_ABSENT, multiplier, &v->flag[i]);
	}
}

static int load_vector(struct db *db, const struct source *source, int year, int depth,
	struct vector *v, struct error *err);

static int
load_parts(struct db *db, const struct source *source, int year, int depth,
	struct vector *numerator, struct vector *denominator, struct error *err)
{
	struct source above, below;

	if (load_source(db, source->numerator_id, &above, err) ||
		load_source(db, source->denominator_id, &below, err))
		return -1;
	return load_vector(db, &above, year, depth - 1, numerator, err) ||
			       load_vector(db, &below, year, depth - 1, denominator, err)
		       ? -1
		       : 0;
}

static int
load_vector(struct db *db, const struct source *source, int year, int depth, struct vector *v,
	struct error *err)
{
	struct vector numerator, denominator;
	int failed;

	vector_reset(v);
	if (source->own_id) {
		v->decimals = source->decimals;
		return own_vector(db, source->own_id, year, v, err);
	}
	if (source->survey_id) { /* results of other offices came as a series, ours lie over them */
		if (source->series_id && slice_load(db, source->series_id, year, v, err))
			return -1;
		if (v->decimals < source->decimals)
			v->decimals = source->decimals;
		return published_vector(db, source->survey_id, year, v, err);
	}
	if (!source->derived && source->series_id &&
		slice_load(db, source->series_id, year, v, err))
		return -1;
	if (source->totals_id)
		return decision_vector(db, source->totals_id, year, v, err);
	if (!source->derived || depth == 0)
		return 0;
	vector_new(&numerator, v->slots);
	vector_new(&denominator, v->slots);
	failed = load_parts(db, source, year, depth, &numerator, &denominator, err);
	if (!failed) {
		vector_grow(v, numerator.slots);
		divide(&numerator, &denominator, source->multiplier, v);
	}
	vector_release(&numerator);
	vector_release(&denominator);
	return failed;
}

int
value_load(struct db *db, const struct indicator *indicator, int year, struct vector *v,
	struct value_parts *parts, struct error *err)
{
	struct source source = source_of(indicator);

	if (parts)
		*parts = (struct value_parts){ .multiplier = source.multiplier };
	if (!parts || !source.derived) {
		int failed = load_vector(db, &source, year, DERIVED_DEPTH, v, err);

		if (source.derived)
			v->decimals = indicator->decimals;
		return failed;
	}
	parts->derived = true;
	vector_new(&parts->numerator, v->slots);
	vector_new(&parts->denominator, v->slots);
	if (load_parts(db, &source, year, DERIVED_DEPTH, &parts->numerator, &parts->denominator,
		    err)) {
		value_parts_release(parts);
		return -1;
	}
	vector_reset(v);
	vector_grow(v, parts->numerator.slots);
	vector_grow(&parts->denominator, v->slots);
	divide(&parts->numerator, &parts->denominator, source.multiplier, v);
	v->decimals = indicator->decimals;
	return 0;
}

void
value_parts_release(struct value_parts *parts)
{
	vector_release(&parts->numerator);
	vector_release(&parts->denominator);
	*parts = (struct value_parts){ 0 };
}

/* ---- years ---- */

#define YEARS 300 /* 1900..2199 */

static int
mark_years_of(struct db *db, int query, int64_t id, unsigned char *years, struct error *err)
{
	struct stmt *q = db_start(db, query, err);

	db_bind_int(q, 1, id);
	while (db_next(q))
		if (db_int(q, 0) >= 1900 && db_int(q, 0) < 1900 + YEARS)
			years[db_int(q, 0) - 1900] = 1;
	return db_end(q);
}

static int
mark_years(struct db *db, const struct source *source, int depth, bool drafts, unsigned char *years,
	struct error *err)
{
	unsigned char above[YEARS] = { 0 }, below[YEARS] = { 0 };
	struct source part;

	if (source->derived && depth > 0) {
		if (load_source(db, source->numerator_id, &part, err) ||
			mark_years(db, &part, depth - 1, drafts, above, err) ||
			load_source(db, source->denominator_id, &part, err) ||
			mark_years(db, &part, depth - 1, drafts, below, err))
			return -1;
		for (int i = 0; i < YEARS; i++)
			years[i] = above[i] & below[i];
		return 0;
	}
	if (source->own_id)
		return own_years(db, source->own_id, drafts, 1900, YEARS, years, err);
	if (source->totals_id && own_years(db, source->totals_id, drafts, 1900, YEARS, years, err))
		return -1;
	if (source->survey_id &&
		mark_years_of(db, Q_PUBLISHED_YEARS, source->survey_id, years, err))
		return -1;
	return source->series_id
		       ? mark_years_of(db, Q_VALUE_YEARS, source->series_id, years, err)
		       : 0;
}

int
value_years_with(struct db *db, const struct indicator *indicator, bool drafts, struct arena *arena,
	int **years, int *count, struct error *err)
{
	struct source source = source_of(indicator);
	unsigned char marked[YEARS] = { 0 };

	*count = 0;
	*years = arena_array(arena, YEARS, sizeof **years);
	if (mark_years(db, &source, DERIVED_DEPTH, drafts, marked, err))
		return -1;
	for (int i = 0; i < YEARS; i++)
		if (marked[i])
			(*years)[(*count)++] = 1900 + i;
	return 0;
}

/* ---- one unit over years ---- */

static int load_points(struct db *db, const struct source *source, int slot, int first, int last,
	int depth, struct slice_point *points, struct error *err);

static int
divide_points(struct db *db, const struct source *source, int slot, int first, int last, int depth,
	struct slice_point *points, struct error *err)
{
	struct slice_point below[YEARS];
	struct source part;

	if (load_source(db, source->numerator_id, &part, err) ||
		load_points(db, &part, slot, first, last, depth - 1, points, err) ||
		load_source(db, source->denominator_id, &part, err) ||
		load_points(db, &part, slot, first, last, depth - 1, below, err))
		return -1;
	for (int i = 0; i <= last - first; i++) {
		points[i].value = ratio(points[i].value, points[i].flag, below[i].value,
			below[i].flag, source->multiplier, &points[i].flag);
		points[i].import_id = 0;
	}
	return 0;
}

/* Fills one point for every year from first to last. */
static int
load_points(struct db *db, const struct source *source, int slot, int first, int last, int depth,
	struct slice_point *points, struct error *err)
{
	struct slice_point found[YEARS];
	int count = 0;

	if (source->derived && depth > 0)
		return divide_points(db, source, slot, first, last, depth, points, err);
	for (int i = 0; i <= last - first; i++)
		points[i] = (struct slice_point){ first + i, 0, FLAG_ABSENT, 0 };
	if (source->own_id)
		return own_points(db, source->own_id, slot, first, last, points, err);
	if (source->series_id && !source->derived &&
		slice_series(db, source->series_id, slot, first, last, found, YEARS, &count, err))
		return -1;
	for (int i = 0; i < count; i++)
		points[found[i].year - first] = found[i];
	if (source->totals_id)
		return decision_points(db, source->totals_id, slot, first, last, points, err);
	return source->survey_id ? published_points(db, source->survey_id, slot, first, last,
					   points, err)
				 : 0;
}

static void
mark_points(const struct unit_table *units, const struct path *path, int slot,
	struct value_point *points, int count)
{
	for (int i = 0; i < count; i++) {
		struct value_point *p = &points[i];
		bool before = p->marks & MARK_SUCCESSION;
		int from = before ? path_slot(path, slot, p->year) : slot;

		p->marks |= path_marks(units, from, p->year, p->flag);
		if (path_stops(path, slot, p->year))
			p->marks |= MARK_STOP;
	}
}

/* A year that the unit's own series leaves open is taken from its predecessor. */
static int
follow_back(struct db *db, const struct source *source, const struct path *path, int slot,
	struct value_point *points, int count, struct error *err)
{
	struct slice_point found[YEARS];
	int loaded = slot;

	for (int i = count - 1; i >= 0; i--) {
		struct value_point *p = &points[i];
		int before = path_slot(path, slot, p->year);

		if (before == slot || (p->flag != FLAG_ABSENT && p->flag != FLAG_EMPTY))
			continue;
		if (before != loaded && load_points(db, source, before, points[0].year,
						points[count - 1].year, DERIVED_DEPTH, found, err))
			return -1;
		loaded = before;
		if (found[i].flag == FLAG_ABSENT)
			continue;
		p->value = found[i].value;
		p->flag = found[i].flag;
		p->import_id = found[i].import_id;
		p->marks |= MARK_SUCCESSION;
	}
	return 0;
}

int
value_series_along(struct db *db, const struct unit_table *units, const struct path *path,
	const struct indicator *indicator, int slot, int first_year, int last_year,
	struct arena *arena, struct value_point **points, int *count, struct error *err)
{
	struct source source = source_of(indicator);
	struct slice_point found[YEARS];

	first_year = first_year < 1900 ? 1900 : first_year;
	last_year = last_year > 2199 ? 2199 : last_year;
	*count = last_year < first_year ? 0 : last_year - first_year + 1;
	*points = arena_array(arena, (size_t)*count + 1, sizeof **points);
	if (!*count)
		return 0;
	if (load_points(db, &source, slot, first_year, last_year, DERIVED_DEPTH, found, err))
		return -1;
	for (int i = 0; i < *count; i++)
		(*points)[i] = (struct value_point){ found[i].year, found[i].value, found[i].flag,
			0, found[i].import_id };
	if (follow_back(db, &source, path, slot, *points, *count, err))
		return -1;
	mark_points(units, path, slot, *points, *count);
	return 0;
}

int
value_series(struct db *db, const struct unit_table *units, const struct indicator *indicator,
	int slot, int first_year, int last_year, struct arena *arena, struct value_point **points,
	int *count, struct error *err)
{
	struct path path;

	return path_load(db, units, arena, &path, err) ||
			       value_series_along(db, units, &path, indicator, slot, first_year,
				       last_year, arena, points, count, err)
		       ? -1
		       : 0;
}

/* ---- where from ---- */

int
value_source_of_import(
	struct db *db, int64_t import_id, struct value_source *out, struct error *err)
{
	struct stmt *q;

	*out = (struct value_source){ .import_id = import_id };
	if (!import_id)
		return 0;
	q = db_start(db, Q_VALUE_SOURCE, err);
	db_bind_int(q, 1, import_id);
	if (db_next(q)) {
		text_copy(out->file_name, sizeof out->file_name, db_text(q, 0));
		text_copy(out->source, sizeof out->source, db_text(q, 1));
		text_copy(out->imported_at, sizeof out->imported_at, db_text(q, 2));
		text_copy(out->data_date, sizeof out->data_date, db_text(q, 3));
		out->made_up = db_int(q, 4) != 0;
		text_copy(out->inner_name, sizeof out->inner_name, db_text(q, 5));
		text_copy(out->person, sizeof out->person, db_text(q, 6));
	}
	return db_end(q);
}

/* What feeds a card: of a derived one its numerator. */
static int
feeding(struct db *db, const struct indicator *indicator, struct source *source, struct error *err)
{
	*source = source_of(indicator);
	for (int depth = 0; source->derived && depth < DERIVED_DEPTH; depth++)
		if (load_source(db, source->numerator_id, source, err))
			return -1;
	return 0;
}

int
value_slice_source(struct db *db, const struct indicator *indicator, int year,
	struct value_source *out, struct error *err)
{
	int64_t import_id = 0;
	struct source source;
	struct stmt *q;

	if (feeding(db, indicator, &source, err))
		return -1;
	if (source.survey_id)
		return published_source(db, source.survey_id, year, out, err);
	if (source.own_id)
		return own_source(db, source.own_id, year, NO_SLOT, out, err);
	if (!source.derived && source.series_id) {
		q = db_start(db, Q_VALUE_NEWEST_IMPORT, err);
		db_bind_int(q, 1, source.series_id);
		db_bind_int(q, 2, year);
		if (db_next(q))
			import_id = db_int(q, 0);
		if (db_end(q))
			return -1;
	}
	if (!import_id && source.totals_id)
		return decision_source(db, source.totals_id, year, NO_SLOT, out, err);
	return value_source_of_import(db, import_id, out, err);
}

static int
made_up_of(struct db *db, const struct source *source, int year, int slot, int depth, bool *made_up,
	struct error *err)
{
	struct source above, below;
	struct stmt *q;

	if (*made_up || depth == 0)
		return 0;
	if (source->derived)
		return load_source(db, source->numerator_id, &above, err) ||
				       load_source(db, source->denominator_id, &below, err) ||
				       made_up_of(
					       db, &above, year, slot, depth - 1, made_up, err) ||
				       made_up_of(db, &below, year, slot, depth - 1, made_up, err)
			       ? -1
			       : 0;
	if (source->own_id)
		return own_made_up(db, source->own_id, year, slot, made_up, err);
	if (source->series_id) {
		q = db_start(db, Q_VALUE_MADE_UP, err);
		db_bind_int(q, 1, source->series_id);
		db_bind_int(q, 2, year);
		*made_up = db_next(q);
		if (db_end(q))
			return -1;
	}
	return *made_up || !source->totals_id
		       ? 0
		       : own_made_up(db, source->totals_id, year, slot, made_up, err);
}

int
value_made_up(struct db *db, const struct indicator *indicator, int year, int slot, bool *made_up,
	struct error *err)
{
	struct source source = source_of(indicator);

	*made_up = false;
	return made_up_of(db, &source, year, slot, DERIVED_DEPTH, made_up, err);
}
