/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Line chart over years. Bars, boxes and sparks are in chart_bars.c. */
#include "config.h"

#include "tui/chart.h"

#include "base/i18n.h"
#include "base/memory.h"
#include "base/number.h"
#include "base/text.h"
#include "tui/unicode.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { NUMBER = 48, ROWS_A_TICK = 3, PLOT_LEAST = 4, PLOT_LETTERED = 12, DOTS_X = 2, DOTS_Y = 4 };
enum { UNIT_LEAST = 10 }; /* columns for a part of a long unit of measure */

static const enum glyph marks[CHART_SERIES] = { GLYPH_MARK_1, GLYPH_MARK_2, GLYPH_MARK_3,
	GLYPH_MARK_4 };

void
chart_scale(double min, double max, int steps, double *low, double *high, double *step)
{
	static const double round[] = { 1, 2, 2.5, 5, 10 };
	double span = max - min, power;

	if (!(span > 0))
		span = max != 0 ? fabs(max) : 1;
	power = pow(10, floor(log10(span / (steps > 0 ? steps : 1))));
	*step = power * 10;
	for (size_t i = 0; i < sizeof(round) / sizeof(round[0]); i++)
		if (power * round[i] * steps >= span) {
			*step = power * round[i];
			break;
		}
	*low = floor(min / *step) * *step;
	*high = ceil(max / *step) * *step;
	if (!(*high > *low))
		*high = *low + *step;
}

/* Where things are on the canvas. */
struct plot {
	struct canvas area; /* of the points */
	double low, high, step;
	int ticks; /* steps from low to high */
	int count;
	const struct chart_lines *chart;
};

static int
year_of(const struct chart_lines *chart, int i)
{
	return chart->years ? chart->years[i] : chart->first_year + i;
}

/* Years from the first value to this one. */
static int
years_to(const struct chart_lines *chart, int i)
{
	return year_of(chart, i) - year_of(chart, 0);
}

static int
x_of(const struct plot *p, int i, int columns)
{
	int span = p->count > 1 ? years_to(p->chart, p->count - 1) : 0;

	return span > 0 ? (years_to(p->chart, i) * (columns - 1) + span / 2) / span : columns / 2;
}

static int
y_of(const struct plot *p, double value, int rows)
{
	return (int)lround((p->high - value) / (p->high - p->low) * (rows - 1));
}

static bool
range(const struct chart_lines *chart, double *min, double *max)
{
	bool any = false;

	for (int s = 0; s < chart->series_count; s++)
		for (int i = 0; i < chart->count; i++) {
			double v = chart->series[s].values[i];

			if (!isfinite(v))
				continue;
			*min = any && *min < v ? *min : v;
			*max = any && *max > v ? *max : v;
			any = true;
		}
	return any;
}

/* Whether the line goes on from value i - 1 to value i. */
static bool
joined(const struct chart_series *s, int i)
{
	return i > 0 && isfinite(s->values[i]) && isfinite(s->values[i - 1]) &&
	       !(s->breaks && s->breaks[i]);
}

/* Box lines: level, a step in the middle, level again. */
static void
join_with_lines(struct plot *p, const struct chart_series *s, int i)
{
	struct canvas *c = &p->area;
	int x0 = x_of(p, i - 1, c->columns), x1 = x_of(p, i, c->columns), middle = (x0 + x1) / 2;
	int y0 = y_of(p, s->values[i - 1], c->rows), y1 = y_of(p, s->values[i], c->rows);
	int top = y0 < y1 ? y0 : y1, bottom = y0 < y1 ? y1 : y0;

	if (y0 == y1) {
		canvas_horizontal(c, y0, x0, x1 - x0, s->role);
		return;
	}
	canvas_horizontal(c, y0, x0, middle - x0, s->role);
	canvas_horizontal(c, y1, middle + 1, x1 - middle - 1, s->role);
	canvas_vertical(c, top + 1, middle, bottom - top - 1, s->role);
	canvas_glyph(c, y0, middle, s->role, y0 > y1 ? GLYPH_BOTTOM_RIGHT : GLYPH_TOP_RIGHT);
	canvas_glyph(c, y1, middle, s->role, y0 > y1 ? GLYPH_TOP_LEFT : GLYPH_BOTTOM_LEFT);
}

/* Braille: a straight line of dots, eight to a cell. */
static void
dots_line(unsigned char *dots, int columns, int x0, int y0, int x1, int y1)
{
	static const unsigned char bit[DOTS_Y][DOTS_X] = { { 1, 8 }, { 2, 16 }, { 4, 32 },
		{ 64, 128 } };
	int steps = abs(x1 - x0) > abs(y1 - y0) ? abs(x1 - x0) : abs(y1 - y0);

	for (int k = 0; k <= steps; k++) {
		int x = steps ? x0 + (x1 - x0) * k / steps : x0,
		    y = steps ? y0 + (y1 - y0) * k / steps : y0;

		dots[y / DOTS_Y * columns + x / DOTS_X] |= bit[y % DOTS_Y][x % DOTS_X];
	}
}

static void
draw_dots(struct plot *p, const struct chart_series *s)
{
	struct canvas *c = &p->area;
	int w = c->columns * DOTS_X, h = c->rows * DOTS_Y;
	unsigned char *dots = memory_new((size_t)c->columns * (size_t)c->rows + 1);
	char text[5];

	for (int i = 1; i < p->count; i++)
		if (joined(s, i))
			dots_line(dots, c->columns, x_of(p, i - 1, w), y_of(p, s->values[i - 1], h),
				x_of(p, i, w), y_of(p, s->values[i], h));
	for (int i = 0; i < c->rows * c->columns; i++)
		if (dots[i]) {
			unicode_write(text, 0x2800 + dots[i]);
			canvas_text(c, i / c->columns, i % c->columns, 1, s->role, text);
		}
	free(dots);
}

static int
draw_mark(struct canvas *c, int row, int column, const struct chart_series *s, int which)
{
	const char letter[] = { s->letter, '\0' };

	return s->letter ? canvas_text(c, row, column, 1, s->role, letter)
			 : canvas_glyph(c, row, column, s->role, marks[which]);
}

static void
draw_series(struct plot *p, const struct chart_series *s, int which)
{
	struct canvas *c = &p->area;

	if (canvas_tier(c) == TIER_BRAILLE && !s->loose)
		draw_dots(p, s);
	for (int i = 1; i < p->count; i++) {
		if (joined(s, i) && !s->loose && canvas_tier(c) != TIER_BRAILLE)
			join_with_lines(p, s, i);
		if (s->breaks && s->breaks[i] && isfinite(s->values[i])) {
			int x = (x_of(p, i - 1, c->columns) + x_of(p, i, c->columns)) / 2;

			canvas_glyph(c, y_of(p, s->values[i], c->rows), x, s->role, GLYPH_BREAK);
		}
	}
	for (int i = 0; i < p->count; i++)
		if (isfinite(s->values[i]))
			draw_mark(c, y_of(p, s->values[i], c->rows), x_of(p, i, c->columns), s,
				which);
}

static int
last_place(const struct chart_lines *chart, int which)
{
	int last = chart->count - 1;

	while (last >= 0 && !isfinite(chart->series[which].values[last]))
		last--;
	return last;
}

/* With its year where series end in different ones. */
static const char *
last_value(const struct chart_lines *chart, int which, char *number, size_t size)
{
	int last = last_place(chart, which);
	char value[32];

	if (last < 0)
		return _("no data");
	number_format(value, sizeof(value), chart->series[which].values[last], chart->decimals);
	text_copy(number, size, value);
	for (int s = 0; s < chart->series_count; s++)
		if (last_place(chart, s) >= 0 && last_place(chart, s) != last)
			snprintf(number, size, "%s (%d)", value, year_of(chart, last));
	return number;
}

/* Its columns where all of it is written whole. */
static int
legend_width(const struct chart_lines *chart)
{
	char number[NUMBER];
	int width = 0;

	for (int s = 0; s < chart->series_count; s++)
		width += text_width(chart->series[s].name) + 5 +
			 text_width(last_value(chart, s, number, sizeof(number)));
	return width;
}

/* Mark, name and last value of each series, in one row; where there is no room for all of it, each
 * has its share. */
static void
draw_legend(struct canvas *c, const struct chart_lines *chart)
{
	int share = legend_width(chart) - 2 <= c->columns ? c->columns
							  : c->columns / chart->series_count - 4;
	int column = 0;

	for (int s = 0; s < chart->series_count; s++) {
		const struct chart_series *series = &chart->series[s];
		char number[NUMBER];

		column += draw_mark(c, 0, column, series, s) + 1;
		column += canvas_printf(c, 0, column, share, ROLE_TEXT, "%s %s", series->name,
				  last_value(chart, s, number, sizeof(number))) +
			  2;
	}
	if (chart->unit && *chart->unit &&
		(c->columns - column >= UNIT_LEAST ||
			c->columns - column >= text_width(chart->unit) + 2))
		canvas_printf(c, 0, column, -1, ROLE_HINT, "(%s)", chart->unit);
}

/* Many series stand in as many columns as their longest entry leaves room for. */
static int
letters_width(const struct chart_lines *chart)
{
	char number[NUMBER];
	int widest = 1;

	for (int s = 0; s < chart->series_count; s++) {
		int width = text_width(chart->series[s].name) +
			    text_width(last_value(chart, s, number, sizeof(number))) + 5;

		widest = width > widest ? width : widest;
	}
	return widest;
}

static int
letters_rows(const struct chart_lines *chart, int columns)
{
	int beside = columns / letters_width(chart);

	return beside > 1 ? (chart->series_count + beside - 1) / beside : chart->series_count;
}

static void
draw_letters(struct canvas *c, const struct chart_lines *chart, int top)
{
	int rows = letters_rows(chart, c->columns), width = letters_width(chart);
	char number[NUMBER];

	if (chart->unit && *chart->unit)
		canvas_printf(c, 0, 0, -1, ROLE_HINT, "(%s)", chart->unit);
	for (int s = 0; s < chart->series_count; s++) {
		int place = 0, row, column;

		for (int other = 0; other < chart->series_count; other++)
			place += chart->series[other].letter < chart->series[s].letter;
		row = top + place % rows;
		column = place / rows * width;
		draw_mark(c, row, column, &chart->series[s], s);
		canvas_printf(c, row, column + 2, c->columns - column - 2,
			chart->series[s].loose ? ROLE_TEXT : chart->series[s].role, "%s %s",
			chart->series[s].name, last_value(chart, s, number, sizeof(number)));
	}
}

static int
tick_width(const struct plot *p, int decimals)
{
	char number[NUMBER];
	int widest = 0;

	for (int i = 0; i <= p->ticks; i++) {
		int width = text_width(
			number_format(number, sizeof(number), p->low + i * p->step, decimals));

		if (width > widest)
			widest = width;
	}
	return widest;
}

static int
step_decimals(double step)
{
	int decimals = 0;

	for (; decimals < 6 && fabs(step - round(step)) > 1e-9; step *= 10)
		decimals++;
	return decimals;
}

/* The columns that the widest number needs, with a gap. */
static int
number_width(const struct chart_lines *chart)
{
	char number[NUMBER];
	int widest = 0;

	for (int s = 0; s < chart->series_count; s++)
		for (int i = 0; i < chart->count; i++) {
			double v = chart->series[s].values[i];
			int width = isfinite(v) ? text_width(number_format(number, sizeof(number),
							  v, chart->decimals))
						: 1;

			widest = width > widest ? width : widest;
		}
	return (widest > 4 ? widest : 4) + 1; /* a year needs four */
}

/* The years that numbers under the axis must be apart, so that they stand free of each other. */
static int
years_apart(const struct chart_lines *chart, int columns)
{
	int needed = number_width(chart), span = years_to(chart, chart->count - 1), apart = 1;

	while (apart <= span && (columns - 1) * apart / span < needed)
		apart++;
	return apart;
}

/* The next value to the left of i whose number and year have room; -1 = none. */
static int
next_shown(const struct chart_lines *chart, int i, int apart)
{
	int next = i - 1;

	while (next >= 0 && year_of(chart, i) - year_of(chart, next) < apart)
		next--;
	return next;
}

static void
draw_axes(struct canvas *c, const struct plot *p, int labels, int rows,
	const struct chart_lines *chart)
{
	int apart = years_apart(chart, p->area.columns);
	char number[NUMBER];

	canvas_vertical(c, 1, labels + 1, rows, ROLE_FRAME);
	for (int i = 0; i <= p->ticks; i++) {
		double v = p->low + i * p->step;
		int row = 1 + y_of(p, v, rows);

		number_format(number, sizeof(number), v, step_decimals(p->step));
		canvas_right(c, row, 0, labels, ROLE_HINT, number);
		canvas_glyph(c, row, labels + 1, ROLE_FRAME, GLYPH_TEE_RIGHT);
	}
	/* the newest always has its year */
	for (int i = p->count - 1; i >= 0; i = next_shown(chart, i, apart)) {
		int column = labels + 3 + x_of(p, i, p->area.columns) - 2;

		if (column + 4 > c->columns)
			column = c->columns - 4;
		canvas_printf(c, rows + 1, column, 4, ROLE_HINT, "%d", year_of(chart, i));
	}
}

/* The numbers under their years, a row a series: each year, or every second, third … */
static void
draw_numbers(
	struct canvas *c, const struct chart_lines *chart, const struct plot *p, int row, int left)
{
	int apart = years_apart(chart, p->area.columns);
	int width = number_width(chart);
	char number[NUMBER];

	for (int s = 0; s < chart->series_count && row < c->rows; s++, row++) {
		draw_mark(c, row, 0, &chart->series[s], s);
		for (int i = p->count - 1; i >= 0; i = next_shown(chart, i, apart)) {
			double v = chart->series[s].values[i];
			int right = left + x_of(p, i, p->area.columns) + 3;

			if (right > c->columns)
				right = c->columns;
			if (right < width)
				break;
			if (!isfinite(v))
				strcpy(number, "-");
			else
				number_format(number, sizeof(number), v, chart->decimals);
			canvas_right(c, row, right - width, width, ROLE_TEXT, number);
		}
	}
}

void
chart_lines(struct canvas *c, const struct chart_lines *chart)
{
	struct plot p = { .count = chart->count, .chart = chart };
	double min = 0, max = 0;
	bool lettered = chart->series_count > 0 && chart->series[0].letter;
	int below = lettered ? letters_rows(chart, c->columns) : 0, labels;
	int rows = c->rows - 2 - below - chart->series_count;

	if (rows < (lettered ? PLOT_LETTERED : PLOT_LEAST))
		rows = c->rows - 2 - below;
	if (lettered)
		draw_letters(c, chart, rows + 2);
	else
		draw_legend(c, chart);
	if (!range(chart, &min, &max) || rows < PLOT_LEAST) {
		canvas_text(c, 2, 2, -1, ROLE_MISSING, _("no data"));
		return;
	}
	chart_scale(min, max, rows / ROWS_A_TICK, &p.low, &p.high, &p.step);
	p.ticks = (int)lround((p.high - p.low) / p.step);
	labels = tick_width(&p, step_decimals(p.step));
	p.area = canvas_part(c, 1, labels + 3, rows, c->columns - labels - 5);
	if (p.area.columns < 1)
		return;
	draw_axes(c, &p, labels, rows, chart);
	for (int s = chart->series_count - 1; s >= 0; s--) /* the own unit last, on top */
		draw_series(&p, &chart->series[s], s);
	draw_numbers(c, chart, &p, rows + 2 + below, labels + 3);
}

char *
chart_lines_text(const struct chart_lines *chart)
{
	char *text = NULL, number[NUMBER];
	size_t size = 0;
	FILE *out = open_memstream(&text, &size);

	if (!out)
		return memory_string("");
	for (int i = -1; i < chart->count; i++) {
		if (i < 0)
			fprintf(out, "%4s", "");
		else
			fprintf(out, "%d", year_of(chart, i));
		for (int s = 0; s < chart->series_count; s++) {
			const struct chart_series *series = &chart->series[s];
			const char *cell = series->name;
			int width = text_width(series->name) > 12 ? text_width(series->name) : 12;

			if (i >= 0)
				cell = !isfinite(series->values[i])
					       ? _("no data")
					       : number_format(number, sizeof(number),
							 series->values[i], chart->decimals);
			fprintf(out, "  %*s%s", width - text_width(cell), "", cell);
			if (i >= 0 && series->breaks && series->breaks[i])
				fprintf(out, " %s", _("(break)"));
		}
		fputc('\n', out);
	}
	fclose(out);
	return text;
}
