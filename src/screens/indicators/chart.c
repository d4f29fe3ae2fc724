/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Charts of one indicator: the unit's line over years beside median and best, bars of the ranking
 * round the unit, box plots by year with the unit's mark. */
#include "config.h"
#include "screens/indicators/scope.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "model/indicators/flag.h"
#include "model/indicators/ranking.h"
#include "model/indicators/trend.h"
#include "report/documents.h"
#include "screens/files/export.h"
#include "screens/frame/actions.h"
#include "screens/frame/help.h"
#include "screens/indicators/source.h"
#include "tui/chart.h"
#include "tui/pager.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum chart_kind { KIND_LINES, KIND_BARS, KIND_BOXES, KINDS };

struct view_of_chart {
	struct scope scope;
	struct arena arena;
	enum chart_kind kind;
	const struct unit *unit; /* NULL: the group alone */
	struct trend_point *points;
	int count;
	struct ranking ranking; /* bars, of scope.year */
	/* the series of the line chart */
	double *own, *median, *best;
	bool *breaks;
	int *years;
	bool has_best; /* not so for a nominant without a wanted value */
};

static int
start(struct screens *s, void *self, const void *argument, struct error *err)
{
	struct view_of_chart *v = self;

	(void)err;
	scope_start(&v->scope, app_of(s), argument);
	return 0;
}

static void
fill_series(struct view_of_chart *v)
{
	size_t n = (size_t)v->count + 1;

	v->own = arena_array(&v->arena, n, sizeof *v->own);
	v->median = arena_array(&v->arena, n, sizeof *v->median);
	v->best = arena_array(&v->arena, n, sizeof *v->best);
	v->breaks = arena_array(&v->arena, n, sizeof *v->breaks);
	v->years = arena_array(&v->arena, n, sizeof *v->years);
	v->has_best = false;
	for (int i = 0; i < v->count; i++) {
		v->has_best |= !isnan(v->points[i].best);
		v->years[i] = v->points[i].year;
		v->own[i] = v->points[i].own;
		v->median[i] = v->points[i].median;
		v->best[i] = v->points[i].best;
		v->breaks[i] =
			(v->points[i].own_marks & (MARK_BREAK | MARK_SUCCESSION | MARK_STOP)) != 0;
	}
}

static int
load(struct screens *s, void *self, struct error *err)
{
	struct view_of_chart *v = self;
	struct app *app = app_of(s);

	arena_release(&v->arena);
	v->points = NULL;
	v->count = 0;
	memset(&v->ranking, 0, sizeof v->ranking);
	if (scope_load(&v->scope, app, &v->arena, err))
		return -1;
	v->unit = unit_by_slot(v->scope.units, v->scope.slot);
	if (!scope_ready(&v->scope))
		return 0;
	if (trend_load(app->db, v->scope.units, &v->scope.indicator, v->scope.slot,
		    &v->scope.filter, &v->arena, &v->points, &v->count, err))
		return -1;
	fill_series(v);
	return v->kind != KIND_BARS
		       ? 0
		       : ranking_load(app->db, v->scope.units, &v->scope.indicator, v->scope.year,
				 &v->scope.filter, false, &v->arena, &v->ranking, err);
}

static void
draw_lines(const struct view_of_chart *v, struct canvas *c)
{
	struct chart_series series[3];
	char name[160];
	int n = 0;

	if (v->unit)
		series[n++] = (struct chart_series){ scope_unit(v->scope.units, v->unit, name,
							     sizeof name),
			v->own, v->breaks, ROLE_SERIES_1, 0, false };
	series[n++] =
		(struct chart_series){ _("median"), v->median, NULL, ROLE_SERIES_2, 0, false };
	if (v->has_best)
		series[n++] =
			(struct chart_series){ _("best"), v->best, NULL, ROLE_SERIES_3, 0, false };
	chart_lines(c, &(struct chart_lines){ .years = v->years,
			       .count = v->count,
			       .series = series,
			       .series_count = n,
			       .decimals = v->scope.indicator.decimals,
			       .unit = v->scope.indicator.measure });
}

/* As many bars as rows, with the unit in the middle. */
static void
draw_bars(const struct view_of_chart *v, struct canvas *c)
{
	struct arena arena = { 0 };
	struct chart_bar *bars = arena_array(&arena, (size_t)v->ranking.ranked + 1, sizeof *bars);
	int own = 0, first;
	char name[160];

	for (int i = 0; i < v->ranking.ranked; i++)
		if (v->unit && v->ranking.rows[i].slot == v->unit->slot)
			own = i;
	first = own - c->rows / 2;
	if (first > v->ranking.ranked - c->rows)
		first = v->ranking.ranked - c->rows;
	if (first < 0)
		first = 0;
	for (int i = first; i < v->ranking.ranked && i < first + c->rows; i++) {
		const struct ranking_row *r = &v->ranking.rows[i];
		bool is_own = v->unit && r->slot == v->unit->slot;

		scope_unit(
			v->scope.units, unit_by_slot(v->scope.units, r->slot), name, sizeof name);
		bars[i] = (struct chart_bar){ arena_string(&arena, name), r->value,
			is_own ? ROLE_OWN : ROLE_TEXT };
	}
	chart_bars(c, bars, v->ranking.ranked, first, v->scope.indicator.decimals);
	arena_release(&arena);
}

/* What the boxes span, and half as much again on either side: single extremes would press
 * every box into one cell. */
static void
boxes_scale(const struct view_of_chart *v, int first, double *low, double *high)
{
	*low = INFINITY;
	*high = -INFINITY;
	for (int i = first; i < v->count; i++) {
		const struct trend_point *p = &v->points[i];
		double reach = 1.5 * (p->group.q3 - p->group.q1);

		if (p->group.n == 0)
			continue;
		*low = fmin(*low, fmax(p->group.min, p->group.q1 - reach));
		*high = fmax(*high, fmin(p->group.max, p->group.q3 + reach));
	}
	if (!(*low < *high)) {
		*low -= 1;
		*high += 1;
	}
}

/* The newest years that fit, oldest on top, on one scale. */
static void
draw_boxes(const struct view_of_chart *v, struct canvas *c)
{
	double low, high;
	int first = v->count - c->rows / 4, row = 0;
	char n[24];

	if (first < 0)
		first = 0;
	boxes_scale(v, first, &low, &high);
	for (int i = first; i < v->count && row < c->rows; i++) {
		const struct trend_point *p = &v->points[i];

		canvas_printf(c, row++, 0, -1, ROLE_TITLE, _("%d, units with data %s"), p->year,
			number_format(n, sizeof n, p->group.n, 0));
		if (p->group.n > 0)
			row += chart_box(c, row,
				&(struct chart_box){ p->group.min, p->group.q1, p->group.median,
					p->group.q3, p->group.max, p->own,
					v->scope.indicator.decimals },
				low, high);
	}
}

static void
draw(void *self, struct canvas *c)
{
	struct view_of_chart *v = self;
	struct canvas below = canvas_part(c, 2, 0, c->rows - 2, c->columns);
	char title[256], units[256], name[160] = "";

	if (!scope_ready(&v->scope) || v->count == 0) {
		canvas_text(c, 0, 0, -1, ROLE_TITLE, scope_title(&v->scope, title, sizeof title));
		canvas_text(c, 2, 2, -1, ROLE_HINT, _(scope_empty(&v->scope)));
		canvas_cursor(c, 2, 2);
		return;
	}
	canvas_text(c, 0, 0, -1, ROLE_TITLE, scope_title(&v->scope, title, sizeof title));
	if (v->unit)
		scope_unit(v->scope.units, v->unit, name, sizeof name);
	canvas_printf(c, 1, 0, -1, ROLE_HINT, "%s%s%s", name, v->unit ? "; " : "",
		scope_units_text(&v->scope, units, sizeof units));
	canvas_cursor(c, 0, 0);
	if (v->kind == KIND_LINES)
		draw_lines(v, &below);
	else if (v->kind == KIND_BARS)
		draw_bars(v, &below);
	else
		draw_boxes(v, &below);
}

static void
head(void *self, char *left, size_t left_size, char *right, size_t right_size)
{
	const struct view_of_chart *v = self;

	if (v->kind == KIND_BARS) {
		scope_head(&v->scope, _("Chart"), left, left_size, right, right_size);
	} else {
		text_copy(left, left_size, _("Chart"));
		text_copy(right, right_size, v->scope.source);
	}
}

static void
status(void *self, char *dst, size_t size)
{
	struct view_of_chart *v = self;

	text_copy(dst, size,
		!v->unit ? _("No unit is chosen (key j): the group alone is shown.")
		: v->kind == KIND_LINES
			? _("Tab: bars; t: the numbers; [ and ]: another indicator.")
		: v->kind == KIND_BARS
			? _("Tab: box plots; arrows: another year; [ and ]: another indicator.")
			: _("Tab: line over years; t: the numbers; [ and ]: another indicator."));
}

static int
build(const void *self, struct arena *arena, struct report_table *table, struct error *err)
{
	const struct view_of_chart *v = self;
	char units[256];
	const struct document_facts facts = { .units = v->scope.units,
		.source = v->scope.source,
		.where = scope_units_text(&v->scope, units, sizeof units) };

	if (!scope_ready(&v->scope))
		return error_set(err, ERROR_MISSING, "%s", _(scope_empty(&v->scope)));
	if (v->kind == KIND_BARS)
		document_ranking(
			table, arena, &facts, &v->scope.indicator, v->scope.year, &v->ranking);
	else
		document_trend(
			table, arena, &facts, &v->scope.indicator, v->unit, v->points, v->count);
	return 0;
}

/* The table behind the chart: what a reader of braille or speech needs. */
static void
show_numbers(struct screens *s, const struct view_of_chart *v)
{
	struct arena arena = { 0 };
	struct report_table table;
	struct error err = { 0 };
	struct output *out = output_memory();

	if (build(v, &arena, &table, &err) || report_write(&table, REPORT_FORMAT_TEXT, out, &err))
		screens_error(s, &err);
	else
		pager_open(s, _("Numbers behind the chart"), output_text(out, NULL), false);
	output_abort(out);
	arena_release(&arena);
}

static int
act(struct screens *s, void *self, int action, const struct event *event)
{
	struct view_of_chart *v = self;
	char name[256];

	switch (action) {
	case ACTION_CHART_KIND:
		v->kind = (enum chart_kind)((v->kind + 1) % KINDS);
		screens_stale(s);
		return SCREEN_HANDLED;
	case ACTION_NUMBERS:
		show_numbers(s, v);
		return SCREEN_HANDLED;
	case ACTION_EXPORT:
		export_open(s, build, v,
			scope_file_name(&v->scope, _("chart"), NULL, v->kind == KIND_BARS, name,
				sizeof name));
		return SCREEN_HANDLED;
	case ACTION_LEGEND:
		legend_open(s);
		return SCREEN_HANDLED;
	case ACTION_SOURCE:
		if (scope_ready(&v->scope))
			source_open(s, &v->scope.indicator, v->scope.year, v->scope.slot);
		return SCREEN_HANDLED;
	default:
		if (scope_open(&v->scope, s, action, NO_SLOT) == SCREEN_HANDLED)
			return SCREEN_HANDLED;
		return scope_act(&v->scope, s, action, event);
	}
}

static void
release(void *self)
{
	struct view_of_chart *v = self;

	arena_release(&v->arena);
}

static const int screen_actions[] = { ACTION_EXPORT, ACTION_CHART_KIND, ACTION_NUMBERS,
	ACTION_YEAR_PREVIOUS, ACTION_YEAR_NEXT, ACTION_YEAR_CHOOSE, ACTION_INDICATOR_PREVIOUS,
	ACTION_INDICATOR_NEXT, ACTION_INDICATOR_CHOOSE, ACTION_LEVEL, ACTION_AREA,
	ACTION_GROUP_CHOOSE, ACTION_RANKING, ACTION_PROFILE, ACTION_CARD, ACTION_LEGEND,
	ACTION_SOURCE, 0 };

const struct screen chart_screen = {
	.name = "chart",
	.title = N_("Chart"),
	.size = sizeof(struct view_of_chart),
	.actions = screen_actions,
	.start = start,
	.load = load,
	.draw = draw,
	.head = head,
	.status = status,
	.act = act,
	.release = release,
};
