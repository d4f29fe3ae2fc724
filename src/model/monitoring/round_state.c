/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The state of a strategy in a year: computed, or as it was frozen. */
#include "config.h"

#include "model/monitoring/round_state.h"

#include "base/clock.h"
#include "base/text.h"
#include "model/indicators/flag.h"
#include "model/kept.h"
#include "model/queries.h"
#include "model/monitoring/round_frozen.h"
#include "model/monitoring/round_state_parts.h"
#include "model/strategies/task_state.h"

#include <math.h>
#include <string.h>

struct loading {
	struct db *db;
	struct arena *arena;
	struct round_state *out;
	size_t room;
};

/* ---- indicators ---- */

/* What is known every second year is not missing in the year after a figure, or after the base. */
static bool
not_its_year(const struct target_course *c, int year)
{
	const struct target_point *p = target_point_of(c, year - 1);

	return c->target->frequency == '2' &&
	       ((p && !flag_missing(p->flag)) || c->target->base_year == year - 1);
}

/* Nor what is counted from a later year on; the base itself stands on the card. */
static bool
before_its_time(const struct target_course *c, int year)
{
	const struct target *t = c->target;

	return year < t->base_year || (year == t->base_year && !isnan(t->base));
}

static enum round_want
want_of(const struct target_course *c, int year, struct date today)
{
	const struct target_point *p = target_point_of(c, year);
	int month = c->target->month;

	if (p && p->flag != FLAG_PENDING)
		return WANT_NOTHING; /* a figure, or the word that there is none */
	if (!p && (not_its_year(c, year) || before_its_time(c, year)))
		return WANT_NOTHING;
	if (month && (today.year < year + 1 || (today.year == year + 1 && today.month < month)))
		return WANT_LATER;
	return c->target->indicator[0] ? WANT_SOURCE : WANT_KEYED;
}

static struct round_figure *
add_figure(struct loading *l, const struct target_course *c)
{
	struct round_state *out = l->out;
	struct round_figure *f;

	out->figures =
		arena_grow(l->arena, out->figures, (size_t)out->figure_count, &l->room, sizeof *f);
	f = &out->figures[out->figure_count++];
	*f = (struct round_figure){ .course = c, .source = "" };
	return f;
}

static void
compute_figures(struct loading *l)
{
	const struct strategy_course *course = &l->out->course;
	struct date today = clock_today();

	for (int i = 0; i < course->target_count; i++) {
		const struct target_course *c = &course->targets[i];
		struct round_figure *f = add_figure(l, c);

		f->as = c->now;
		f->flag = c->flag;
		f->base_year = c->target->base_year;
		f->base = c->target->base;
		f->target_year = c->target->target_year;
		f->target = c->target->target;
		f->want = want_of(c, course->year, today);
	}
}

/* The year's figure stands among the values as it was approved. */
static void
put_value(struct loading *l, struct target_course *c, const struct round_figure *f)
{
	struct target_point frozen = { .year = f->as.value_year, .value = f->as.value };
	const struct target_point *now = target_point_of(c, frozen.year);
	struct target_point *points = arena_array(l->arena, (size_t)c->count + 1, sizeof *points);
	int count = 0, i = 0;

	if (now)
		frozen.reading = now->reading;
	while (i < c->count && c->points[i].year < frozen.year)
		points[count++] = c->points[i++];
	if (frozen.year)
		points[count++] = frozen;
	for (; i < c->count; i++)
		if (c->points[i].year > frozen.year &&
			!(c->points[i].corrected && c->points[i].year == l->out->course.year))
			points[count++] = c->points[i];
	c->points = points;
	c->count = count;
}

/* The card with the names and the value that the report has. */
static const struct target_course *
as_approved(struct loading *l, const struct target_course *live, const struct round_frozen *frozen)
{
	const struct strategy_course *course = &l->out->course;
	struct target_course *c = arena_new(l->arena, sizeof *c);

	*c = *live;
	put_value(l, c, &frozen->f);
	c->target = arena_new(l->arena, sizeof *c->target);
	*c->target = *live->target;
	round_frozen_card(frozen, c->target);
	if (frozen->ruled)
		c->goal = -1;
	for (int i = frozen->goal_count - 1; i >= 0; i--) { /* the lowest that is there still */
		int at = goal_index(course->goals, course->goal_count, frozen->goals[i]);

		c->goal = at >= 0 ? at : c->goal;
	}
	return c;
}

static void
thaw_figures(struct loading *l, const struct target_course *list, int count)
{
	for (int i = 0; i < count; i++) {
		const struct target_course *c = &list[i];
		struct round_figure *f;

		if (!c->approved)
			continue;
		f = add_figure(l, as_approved(l, c, c->approved));
		c = f->course;
		*f = c->approved->f;
		f->course = c;
	}
}

/* ---- goals ---- */

static void
count_goals(struct loading *l)
{
	struct round_state *out = l->out;
	const struct strategy_course *c = &out->course;
	int whole = c->goal_count;

	out->goals = arena_array(l->arena, (size_t)whole + 1, sizeof *out->goals);
	for (int i = 0; i < out->figure_count; i++) {
		const struct round_figure *f = &out->figures[i];

		out->counts[f->as.state]++;
		for (int g = f->course->goal; g >= 0; g = c->goals[g].above)
			out->goals[g].counts[f->as.state]++;
	}
	memcpy(out->goals[whole].counts, out->counts, sizeof out->counts);
	for (int i = 0; i < out->task_count; i++) {
		const struct round_task *t = &out->tasks[i];

		if (!out->frozen && task_comes_after(t->task, c->year))
			continue;
		for (int g = t->goal, last = 0; !last; g = g < 0 ? g : c->goals[g].above) {
			struct goal_status *s = &out->goals[g < 0 ? whole : g];

			s->tasks++;
			s->done += t->said.state == TASK_DONE;
			s->behind += task_state_behind(t->said.state);
			last = g < 0;
		}
	}
	for (int i = 0; i <= whole; i++)
		out->goals[i].state = goal_status_of(c->strategy.rule, out->goals[i].counts,
			out->goals[i].tasks, out->goals[i].done, out->goals[i].behind);
}

static int
judge_goals(struct loading *l, struct error *err)
{
	struct round_state *out = l->out;
	bool kept;

	count_goals(l);
	return out->frozen ? round_frozen_goals(
				     l->db, out->round.id, &out->course, out->goals, &kept, err)
			   : 0;
}

/* ---- what was said of it ---- */

static int
load_corrections(struct loading *l, struct error *err)
{
	struct stmt *q = db_start(l->db, Q_ROUND_CORRECTIONS, err);
	struct round_state *out = l->out;
	size_t room = 0;

	db_bind_int(q, 1, out->round.id);
	while (db_next(q)) {
		out->corrections = arena_grow(l->arena, out->corrections,
			(size_t)out->correction_count, &room, sizeof *out->corrections);
		out->corrections[out->correction_count++] =
			(struct round_correction){ .position = (int)db_int(q, 0),
				.target = db_int(q, 1),
				.value = db_double_or_nan(q, 2),
				.flag = (unsigned char)db_int(q, 3),
				.dated_on = kept_string(l->arena, db_text(q, 4)),
				.reason = kept_string(l->arena, db_text(q, 5)),
				.login = kept_string(l->arena, db_text(q, 6)) };
	}
	return db_end(q);
}

static void
judge_corrections(struct round_state *out)
{
	for (int i = 0; i < out->correction_count; i++) {
		struct round_correction *c = &out->corrections[i];
		const struct target_course *t = target_course_of(&out->course, c->target);

		if (t && t->approved)
			target_course_corrected(&out->course, t, t->approved, out->course.year,
				c->value, c->flag, &c->as);
	}
}

static void
join_words(struct round_state *out)
{
	for (int i = 0; i < out->figure_count; i++) {
		struct round_figure *f = &out->figures[i];
		int64_t id = f->course->target->id;
		enum target_state state;

		for (int j = 0; j < out->deviation_count; j++)
			if (out->deviations[j].target == id)
				f->deviation = &out->deviations[j];
		for (int j = 0; j < out->correction_count; j++)
			if (out->corrections[j].target == id)
				f->correction = &out->corrections[j];
		state = round_figure_judged(f)->state;
		f->off = state == TARGET_AT_RISK || state == TARGET_OFF_COURSE;
	}
	for (int i = 0; i < out->task_count; i++) {
		struct round_task *t = &out->tasks[i];

		t->off = task_state_behind(t->said.state);
		for (int j = 0; j < out->deviation_count; j++)
			if (out->deviations[j].task == t->task->id)
				t->deviation = &out->deviations[j];
	}
}

static int
load_words(struct loading *l, struct error *err)
{
	struct round_state *out = l->out;

	if (!out->round.id)
		return 0;
	return deviation_list(l->db, out->round.id, l->arena, &out->deviations,
		       &out->deviation_count, err) ||
			       load_corrections(l, err)
		       ? -1
		       : 0;
}

int
round_state_load(struct db *db, const struct unit_table *units, int64_t strategy, int year,
	struct arena *arena, struct round_state *out, struct error *err)
{
	struct loading l = { .db = db, .arena = arena, .out = out };

	*out = (struct round_state){ .counts = { 0 } };
	if (target_course_load(db, units, strategy, year, arena, &out->course, err) ||
		round_find(db, strategy, out->course.year, &out->round, err))
		return -1;
	out->frozen = out->round.approved_on[0] != 0;
	if (out->frozen) {
		thaw_figures(&l, out->course.targets, out->course.target_count);
		thaw_figures(&l, out->course.gone, out->course.gone_count);
	} else {
		compute_figures(&l);
	}
	if (round_state_tasks(db, arena, out, err) || load_words(&l, err))
		return -1;
	judge_corrections(out);
	join_words(out);
	return judge_goals(&l, err);
}
