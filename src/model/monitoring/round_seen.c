/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a year is still as it was shown to the person who approves it. */
#include "config.h"

#include "base/i18n.h"
#include "base/number.h"
#include "model/monitoring/round_freeze_parts.h"

#include <math.h>
#include <string.h>

static bool
differ(double a, double b)
{
	return isnan(a) || isnan(b) ? isnan(a) != isnan(b) : a < b || a > b;
}

static const char *
shown(struct arena *arena, double value, int decimals)
{
	char text[64];

	return isnan(value)
		       ? "–"
		       : arena_string(arena, number_format(text, sizeof text, value, decimals));
}

static int
changed_value(const struct target *t, int year, double before, double now, struct arena *arena,
	struct error *err)
{
	return error_set(err, ERROR_CONFLICT,
		_("“%s”, %d: you saw %s, meanwhile it became %s. Look at the year again before you "
		  "approve it."),
		t->name, year, shown(arena, before, t->decimals), shown(arena, now, t->decimals));
}

static int
changed_words(const char *name, const char *before, const char *now, struct error *err)
{
	return error_set(err, ERROR_CONFLICT,
		_("“%s”: you saw “%s”, meanwhile it became “%s”. Look at the year again before you "
		  "approve it."),
		name, before, now);
}

/* ---- figures ---- */

static double
value_of(const struct target_course *c, int year)
{
	const struct target_point *p = target_point_shown(c, year);

	return p ? p->value : NAN;
}

/* Values of all years stand in the report. */
static int
check_values(const struct target_course *seen, const struct target_course *now, int last,
	struct arena *arena, struct error *err)
{
	const struct target_course *both[2] = { seen, now };
	int first = last;

	for (int k = 0; k < 2; k++) {
		if (both[k]->count && both[k]->points[0].year < first)
			first = both[k]->points[0].year;
		if (both[k]->earlier_count && both[k]->earlier[0].year < first)
			first = both[k]->earlier[0].year;
	}
	for (int year = first; year <= last; year++) {
		double before = value_of(seen, year), after = value_of(now, year);

		if (differ(before, after))
			return changed_value(now->target, year, before, after, arena, err);
	}
	return 0;
}

static int
check_figure(const struct round_figure *seen, const struct round_figure *now, int year,
	struct arena *arena, struct error *err)
{
	const struct target *t = now->course->target;

	if (differ(seen->as.value, now->as.value))
		return changed_value(t, now->as.value_year ? now->as.value_year : year,
			seen->as.value, now->as.value, arena, err);
	if (differ(seen->as.expected, now->as.expected) || differ(seen->target, now->target) ||
		differ(seen->base, now->base))
		return error_set(err, ERROR_CONFLICT,
			_("“%s”: base, path or target were changed meanwhile. Look at the year "
			  "again before you approve it."),
			t->name);
	if (seen->as.state != now->as.state)
		return changed_words(t->name, target_state_label(seen->as.state),
			target_state_label(now->as.state), err);
	return check_values(seen->course, now->course, year, arena, err);
}

static const struct round_figure *
figure_of(const struct round_state *s, int64_t target)
{
	for (int i = 0; i < s->figure_count; i++)
		if (s->figures[i].course->target->id == target)
			return &s->figures[i];
	return NULL;
}

/* ---- tasks ---- */

static const struct round_task *
task_of(const struct round_state *s, int64_t task)
{
	for (int i = 0; i < s->task_count; i++)
		if (s->tasks[i].task->id == task)
			return &s->tasks[i];
	return NULL;
}

static int
check_task(const struct round_task *seen, const struct round_task *now, struct error *err)
{
	const char *name = now->task->name;

	if (seen->said.state != now->said.state)
		return changed_words(name, task_state_label(seen->said.state),
			task_state_label(now->said.state), err);
	if (seen->said.percent != now->said.percent || seen->said.planned != now->said.planned ||
		seen->said.spent != now->said.spent)
		return error_set(err, ERROR_CONFLICT,
			_("“%s”: per cent or money were changed meanwhile. Look at the year again "
			  "before you approve it."),
			name);
	return 0;
}

int
round_seen_check(const struct round_state *seen, const struct round_state *now, struct arena *arena,
	struct error *err)
{
	for (int i = 0; i < now->figure_count; i++) {
		const struct round_figure *f = &now->figures[i];
		const struct round_figure *before = figure_of(seen, f->course->target->id);

		if (before && check_figure(before, f, now->course.year, arena, err))
			return -1;
	}
	for (int i = 0; i < now->task_count; i++) {
		const struct round_task *before = task_of(seen, now->tasks[i].task->id);

		if (before && check_task(before, &now->tasks[i], err))
			return -1;
	}
	if (seen->course.strategy.rev != now->course.strategy.rev ||
		seen->figure_count != now->figure_count || seen->task_count != now->task_count ||
		differ(seen->course.limits.on_course, now->course.limits.on_course) ||
		differ(seen->course.limits.at_risk, now->course.limits.at_risk))
		return error_set(err, ERROR_CONFLICT,
			_("The strategy was changed meanwhile: its goals, indicators, tasks or the "
			  "limits of statuses. Look at the year again before you approve it."));
	return 0;
}
