/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A whole strategy with the values of all its targets, each series read once. */
#include "config.h"

#include "model/strategies/target_course.h"

#include "base/clock.h"
#include "base/text.h"
#include "model/indicators/flag.h"
#include "model/strategies/goal_status.h"
#include "model/office.h"
#include "model/indicators/path.h"
#include "model/queries.h"
#include "model/units/unit_city.h"
#include "model/monitoring/round_frozen.h"

#include <math.h>
#include <string.h>

int
strategy_usual_year(void)
{
	return clock_today().year - 1;
}

int
status_limits_load(struct db *db, struct status_limits *out, struct error *err)
{
	struct office office;

	*out = status_limits_usual;
	if (office_load(db, &office, err))
		return -1;
	*out = (struct status_limits){ office.on_course / 100.0, office.at_risk / 100.0 };
	return 0;
}

/* ---- loading ---- */

struct read_series { /* of one unit, or of none where there is no card */
	const char *code;
	int slot;
	bool known;
	struct target_point *earlier, *points; /* one array: before the course, and its own */
	int earlier_count, count;
	int *stops, stop_count;
};

struct loading {
	struct db *db;
	const struct unit_table *units;
	struct arena *arena;
	struct strategy_course *out;
	struct path path;
	int shown, first, last; /* years of all series; before the first they are only shown */
	struct read_series *series;
	size_t room;
	int series_count;
	struct target_reading *readings;
	int reading_count;
	struct target_correction *corrections; /* by year, then as they were written */
	int correction_count;
};

static int
read_points(
	struct loading *l, const struct indicator *card, struct read_series *s, struct error *err)
{
	struct value_point *points;
	int count;

	if (value_series_along(l->db, l->units, &l->path, card, s->slot, l->shown, l->last,
		    l->arena, &points, &count, err))
		return -1;
	if (l->first <= l->last)
		s->stops =
			arena_array(l->arena, (size_t)(l->last - l->first) + 1, sizeof(*s->stops));
	for (int year = l->first; year <= l->last; year++)
		if (path_stops(&l->path, s->slot, year))
			s->stops[s->stop_count++] = year;
	s->earlier = arena_array(l->arena, (size_t)count + 1, sizeof(*s->earlier));
	for (int i = 0; i < count; i++) {
		if (points[i].flag == FLAG_ABSENT)
			continue;
		s->earlier[s->earlier_count + s->count] =
			(struct target_point){ .year = points[i].year,
				.value = flag_missing(points[i].flag) ? NAN : points[i].value,
				.flag = points[i].flag,
				.marks = points[i].marks };
		*(points[i].year < l->first ? &s->earlier_count : &s->count) += 1;
	}
	s->points = s->earlier + s->earlier_count;
	return 0;
}

/* A card that is gone is no failure: its import was undone. */
static int
read_card(struct loading *l, struct read_series *s, struct error *err)
{
	struct error missing = { .code = ERROR_NONE };
	struct indicator card;

	if (indicator_load(l->db, s->code, l->arena, &card, &missing))
		return missing.code == ERROR_MISSING
			       ? 0
			       : error_set(err, missing.code, "%s", missing.text);
	s->known = true;
	return read_points(l, &card, s, err);
}

static int
find_series(struct loading *l, const char *code, int slot, const struct read_series **out,
	struct error *err)
{
	struct read_series *s;

	for (int i = 0; i < l->series_count; i++)
		if (l->series[i].slot == slot && strcmp(l->series[i].code, code) == 0) {
			*out = &l->series[i];
			return 0;
		}
	l->series = arena_grow(
		l->arena, l->series, (size_t)l->series_count, &l->room, sizeof(*l->series));
	s = &l->series[l->series_count++];
	*s = (struct read_series){ .code = code, .slot = slot };
	*out = s;
	return read_card(l, s, err);
}

/* Readings are sorted by target. */
static void
take_readings(struct loading *l, struct target_course *c)
{
	int low = 0, high = l->reading_count, from;

	while (low < high) {
		int middle = low + (high - low) / 2;

		if (l->readings[middle].target < c->target->id)
			low = middle + 1;
		else
			high = middle;
	}
	for (from = low; low < l->reading_count && l->readings[low].target == c->target->id; low++)
		;
	c->points = arena_array(l->arena, (size_t)(low - from) + 1, sizeof(*c->points));
	for (int i = from; i < low; i++) {
		target_fit_reading(c->target, l->readings[i].value);
		c->points[c->count++] = (struct target_point){ .year = l->readings[i].year,
			.value = l->readings[i].value,
			.flag = l->readings[i].flag,
			.reading = &l->readings[i] };
	}
}

/* ---- corrections ---- */

/* Into the place of its year. */
static void
put_correction(struct target_course *c, const struct target_correction *correction)
{
	int at = 0;

	while (at < c->count && c->points[at].year < correction->year)
		at++;
	if (at == c->count || c->points[at].year > correction->year) {
		memmove(&c->points[at + 1], &c->points[at],
			(size_t)(c->count - at) * sizeof(*c->points));
		c->points[at] = (struct target_point){ .year = correction->year };
		c->count++;
	}
	c->points[at].value = correction->value;
	c->points[at].flag = correction->flag;
	c->points[at].corrected = correction;
	target_fit_reading(c->target, correction->value);
}

/* The points are those of its series, which other targets share. */
static void
take_corrections(struct loading *l, struct target_course *c)
{
	bool own = false;

	for (int i = 0; i < l->correction_count; i++) {
		if (l->corrections[i].target != c->target->id)
			continue;
		if (!own) {
			struct target_point *points = arena_array(l->arena,
				(size_t)(c->count + l->correction_count) + 1, sizeof(*points));

			if (c->count)
				memcpy(points, c->points, (size_t)c->count * sizeof(*points));
			c->points = points;
			own = true;
		}
		put_correction(c, &l->corrections[i]);
	}
}

static const char *
whose_is(const struct loading *l, const struct target *t)
{
	const struct unit *own = unit_by_slot(l->units, l->out->strategy.slot);
	const struct unit *whose = t->slot == NO_SLOT ? own : unit_by_slot(l->units, t->slot);

	if (!whose || !own || unit_code_same(whose->code, own->code))
		return NULL;
	return arena_string(l->arena, whose->label);
}

static int
load_points(struct loading *l, struct target_course *c, struct error *err)
{
	const struct read_series *s;
	int named = c->target->slot != NO_SLOT ? c->target->slot : l->out->strategy.slot;

	c->whose = whose_is(l, c->target);
	c->slot = path_now(&l->path, named);
	c->former = c->slot == named ? NO_SLOT : named;
	if (!c->target->indicator[0]) {
		take_readings(l, c);
		return 0;
	}
	if (find_series(l, c->target->indicator, c->slot, &s, err))
		return -1;
	c->points = s->points;
	c->count = s->count;
	c->earlier = s->earlier;
	c->earlier_count = s->earlier_count;
	c->no_card = !s->known;
	c->stops = s->stops;
	c->stop_count = s->stop_count;
	return 0;
}

static void
order_targets(struct loading *l, struct target *list, int count)
{
	struct strategy_course *out = l->out;

	out->targets = arena_array(l->arena, (size_t)count + 1, sizeof(*out->targets));
	for (int goal = -1; goal < out->goal_count; goal++) {
		int64_t id = goal < 0 ? 0 : out->goals[goal].id;
		int low = 0, high = count;

		while (low < high) { /* the list is sorted by goal */
			int middle = low + (high - low) / 2;

			if (list[middle].goal < id)
				low = middle + 1;
			else
				high = middle;
		}
		for (; low < count && list[low].goal == id; low++)
			out->targets[out->target_count++] =
				(struct target_course){ .target = &list[low], .goal = goal };
	}
}

static void
choose_years(struct loading *l, const struct target *list, int count)
{
	l->first = l->out->strategy.first_year;
	l->last = clock_today().year;
	for (int i = 0; i < count; i++)
		if (list[i].base_year && list[i].base_year < l->first)
			l->first = list[i].base_year;
	l->shown = l->out->year - COURSE_YEARS_SHOWN + 1;
	if (l->shown > l->first)
		l->shown = l->first;
}

/* Of deleted targets those that an approved report speaks of. */
static int
find_gone(struct loading *l, int64_t strategy, struct error *err)
{
	const struct target_filter filter = { .strategy = strategy, .retired = true };
	struct strategy_course *out = l->out;
	struct target *list;
	struct stmt *q;
	int count;

	if (target_list(l->db, &filter, l->arena, &list, &count, err))
		return -1;
	out->gone = arena_array(l->arena, (size_t)count + 1, sizeof(*out->gone));
	q = db_start(l->db, Q_TARGET_APPROVED, err);
	db_bind_int(q, 1, strategy);
	while (count && db_next(q))
		for (int i = 0; i < count; i++)
			if (list[i].id == db_int(q, 0))
				out->gone[out->gone_count++] =
					(struct target_course){ .target = &list[i],
						.goal = goal_index(out->goals, out->goal_count,
							list[i].goal) };
	return db_end(q);
}

static int
load_values(struct loading *l, struct target_course *list, int count, struct error *err)
{
	for (int i = 0; i < count; i++) {
		if (load_points(l, &list[i], err))
			return -1;
		if (l->correction_count)
			take_corrections(l, &list[i]);
	}
	return 0;
}

static int
load_all(struct loading *l, int64_t strategy, struct error *err)
{
	struct strategy_course *out = l->out;
	const struct target_filter filter = { .strategy = strategy };
	struct target *list;
	int count;

	if (strategy_load(l->db, strategy, &out->strategy, err) ||
		status_limits_load(l->db, &out->limits, err) ||
		goal_tree(l->db, strategy, false, l->arena, &out->goals, &out->goal_count, err) ||
		target_list(l->db, &filter, l->arena, &list, &count, err) ||
		target_readings(
			l->db, strategy, 0, l->arena, &l->readings, &l->reading_count, err) ||
		target_corrections(
			l->db, strategy, l->arena, &l->corrections, &l->correction_count, err) ||
		path_load(l->db, l->units, l->arena, &l->path, err))
		return -1;
	choose_years(l, list, count);
	order_targets(l, list, count);
	return find_gone(l, strategy, err) ||
			       load_values(l, out->targets, out->target_count, err) ||
			       load_values(l, out->gone, out->gone_count, err)
		       ? -1
		       : 0;
}

/* What the approved report of the year says takes the place of what would be said now. */
static int
take_approved(struct loading *l, struct error *err)
{
	struct strategy_course *out = l->out;
	struct monitoring_round round;
	struct round_frozen *list;
	int count;

	if (round_find(l->db, out->strategy.id, out->year, &round, err))
		return -1;
	if (!round.approved_on[0])
		return 0;
	text_copy(out->approved_on, sizeof(out->approved_on), round.approved_on);
	if (round_frozen_figures(l->db, round.id, l->arena, &list, &count, err))
		return -1;
	for (int j = 0; j < count; j++) {
		struct target_course *c = target_course_of(out, list[j].target);

		if (!c)
			continue;
		c->approved = &list[j];
		target_course_approved(out, c, c->approved, out->year, &c->now);
		if (!target_corrected(c, &c->now, out->year))
			c->flag = list[j].f.flag;
	}
	for (int i = 0; i < out->target_count; i++)
		if (!out->targets[i].approved)
			target_judgement_doubt(&out->targets[i].now, DOUBT_LATER);
	return 0;
}

static void
count_states(struct strategy_course *out)
{
	bool frozen = out->approved_on[0] != '\0';

	for (int i = 0; i < out->target_count; i++)
		out->counts[out->targets[i].now.state] += !frozen || out->targets[i].approved;
	for (int i = 0; i < out->gone_count; i++)
		out->counts[out->gone[i].now.state] += out->gone[i].approved != NULL;
}

static int
judge_all(struct loading *l, struct error *err)
{
	struct strategy_course *out = l->out;

	for (int i = 0; i < out->target_count; i++) {
		struct target_course *c = &out->targets[i];
		const struct target_point *p = target_point_of(c, out->year);

		c->flag = p ? p->flag : FLAG_ABSENT;
		target_course_at(out, c, out->year, &c->now);
	}
	if (take_approved(l, err))
		return -1;
	count_states(out);
	return goal_status_load(l->db, out, out->year, l->arena, &out->goal_status, err);
}

/* What a report was approved with is not told by files of today. */
static int
find_taken(struct loading *l, int64_t strategy, struct error *err)
{
	struct strategy_course *out = l->out;
	struct target_taken *list;
	int count;

	if (target_taken_list(l->db, strategy, l->arena, &list, &count, err))
		return -1;
	for (int i = 0; i < count; i++) {
		struct target_course *c = target_course_of(out, list[i].target);
		const struct target_point *p = c ? target_point_of(c, list[i].year) : NULL;

		if (c && !c->approved && !(p && !isnan(p->value)) && list[i].year <= out->year &&
			list[i].year > c->target->base_year && list[i].year > c->now.value_year)
			c->taken = &list[i];
	}
	return 0;
}

int
target_course_load(struct db *db, const struct unit_table *units, int64_t strategy, int year,
	struct arena *arena, struct strategy_course *out, struct error *err)
{
	struct loading l = { .db = db, .units = units, .arena = arena, .out = out };
	int result;

	*out = (struct strategy_course){ .year = year ? year : strategy_usual_year() };
	if (db_read_begin(db, err)) /* one look at the file for hundreds of series */
		return -1;
	result = load_all(&l, strategy, err) || judge_all(&l, err) || find_taken(&l, strategy, err)
			 ? -1
			 : 0;
	db_read_end(db);
	return result;
}
