/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tasks as bars over years: what is planned is shaded, what was really done is filled, what lies
 * behind the planned end stands out; a line marks today. */
#include "config.h"

#include "screens/strategies/task_forms.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "model/strategies/task_state.h"

#include <stdio.h>

struct span {
	long from, to; /* days; from > to = none */
};

struct scale {
	long first, days; /* of the whole line */
	int left, width;  /* columns */
	long today;
};

static long
day_number(const char *iso, long none)
{
	struct date d;

	return iso[0] && !date_parse(iso, clock_today(), &d) ? date_to_days(d) : none;
}

/* A day without the other is a span of one day; without both there is none. */
static struct span
span_of(const char *from, const char *to)
{
	struct span s = { day_number(from, 1), day_number(to, 0) };

	if (from[0] && !to[0])
		s.to = s.from;
	if (to[0] && !from[0])
		s.from = s.to;
	return s;
}

static void
reach(struct span s, long *first, long *last)
{
	if (s.from > s.to)
		return;
	if (s.from < *first)
		*first = s.from;
	if (s.to > *last)
		*last = s.to;
}

/* What began and has not ended goes on until today. */
static struct span
real_span(const struct task *t, long today)
{
	struct span s = span_of(t->real_from, t->real_to);

	if (t->real_from[0] && !t->real_to[0] && today > s.from)
		s.to = today;
	return s;
}

static struct scale
make_scale(const struct strategy_view *view, const struct task *tasks, const int *shown, int count,
	const struct canvas *c, long today)
{
	long first = date_to_days((struct date){ view->strategy.first_year, 1, 1 });
	long last = date_to_days((struct date){ view->strategy.last_year, 12, 31 });
	int left = c->columns * 2 / 5;

	for (int i = 0; i < count; i++) {
		const struct task *t = &tasks[shown[i]];

		reach(span_of(t->planned_from, t->planned_to), &first, &last);
		reach(real_span(t, today), &first, &last);
	}
	return (struct scale){ .first = first,
		.days = last - first + 1,
		.left = left,
		.width = c->columns - left,
		.today = today };
}

static int
column_of(const struct scale *s, long day)
{
	return s->left + (int)((day - s->first) * s->width / s->days);
}

static bool
covers(struct span s, long from, long to)
{
	return s.from <= s.to && s.from <= to && s.to >= from;
}

/* Every year's number at its beginning, or every other's where there is no room for all. */
static void
draw_years(const struct scale *s, struct canvas *c)
{
	int year = date_from_days(s->first).year, last = date_from_days(s->first + s->days).year;
	int free_from = 0, step = s->width * 365 / s->days < 5 ? 2 : 1;

	for (; year <= last; year += step) {
		int at = column_of(s, date_to_days((struct date){ year, 1, 1 }));

		if (at < s->left)
			at = s->left;
		if (at < free_from || at + 4 > c->columns)
			continue;
		canvas_printf(c, 0, at, 4, ROLE_TITLE, "%d", year);
		free_from = at + 5;
	}
}

static void
draw_bar(const struct scale *s, struct canvas *c, int row, const struct task *t, bool bad)
{
	struct span planned = span_of(t->planned_from, t->planned_to);
	struct span real = real_span(t, s->today);

	for (int i = 0; i < s->width; i++) {
		long from = s->first + i * s->days / s->width;
		long to = s->first + (i + 1) * s->days / s->width - 1;
		bool in_plan, done;

		if (to < from)
			to = from;
		in_plan = covers(planned, from, to);
		done = covers(real, from, to);
		if (done)
			canvas_glyph(c, row, s->left + i,
				planned.from <= planned.to && from > planned.to ? ROLE_BAD
										: ROLE_SERIES_1,
				GLYPH_BLOCK);
		else if (in_plan)
			canvas_glyph(c, row, s->left + i, bad ? ROLE_WARN : ROLE_HINT, GLYPH_SHADE);
	}
}

static void
draw_today(const struct scale *s, struct canvas *c, int rows)
{
	if (s->today < s->first || s->today >= s->first + s->days)
		return;
	for (int row = 1; row < rows; row++) {
		int column = column_of(s, s->today);
		const char *there = surface_cell(
			c->surface, c->top + row, c->left + column, &(enum role){ ROLE_TEXT });

		if (!there[0] || there[0] == ' ')
			canvas_glyph(c, row, column, ROLE_FRAME, GLYPH_VERTICAL);
	}
}

void
task_time_draw(struct canvas *c, const struct strategy_view *view, const struct task *tasks,
	const int *shown, int count, int selected, const char *day)
{
	struct scale s = make_scale(view, tasks, shown, count, c, date_to_days(clock_today()));
	int rows = count + 1 < c->rows - 1 ? count + 1 : c->rows - 1;

	draw_years(&s, c);
	for (int i = 0; i + 1 < rows; i++) {
		const struct task *t = &tasks[shown[i]];
		bool late = task_state_on(t, day) == TASK_LATE;

		canvas_text(c, i + 1, 0, s.left - 1,
			i == selected ? ROLE_SELECTED
			: late        ? ROLE_BAD
				      : ROLE_TEXT,
			t->name);
		draw_bar(&s, c, i + 1, t, late);
	}
	draw_today(&s, c, rows);
	canvas_printf(c, c->rows - 1, 0, -1, ROLE_HINT,
		_("%s planned, %s real (in its plan, and behind it), %s today"),
		glyph_text(canvas_tier(c), GLYPH_SHADE), glyph_text(canvas_tier(c), GLYPH_BLOCK),
		glyph_text(canvas_tier(c), GLYPH_VERTICAL));
}
