/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Charts of characters in four glyph tiers; the number always stands beside the drawing. */
#ifndef TUI_CHART_H
#define TUI_CHART_H

#include "tui/canvas.h"

#include <stdbool.h>
#include <stddef.h>

enum { CHART_SERIES = 4, CHART_LETTERED = 12 };

struct chart_series {
	const char *name;       /* shown in the legend, not translated here */
	const double *values;   /* count of the chart; NAN = missing, drawn as a gap */
	const bool *breaks;     /* break in the series before this value; may be NULL */
	enum role role;         /* ROLE_SERIES_1 … */
	char letter;            /* its mark; 0 = the sign of its place. All series or none */
	bool loose;             /* marks without a line between them */
};

struct chart_lines {
	int first_year, count;
	const struct chart_series *series;
	int series_count;       /* at most CHART_SERIES, each with its own mark; CHART_LETTERED
	                         * of those with letters, whose legend stands below */
	int decimals;
	const char *unit;       /* of measure; may be NULL */
	const int *years;       /* of the values, ascending, where some between them have none;
	                         * NULL = year by year from the first. Distances are of time */
};

/* Axis with round numbers, years below, legend with mark, name and last value (with its year where
 * series end in different ones), and under it,
 * where rows are left, the values of each series by year. */
void chart_lines(struct canvas *c, const struct chart_lines *chart);
/* The same as text rows "year  value value", for the key that shows the table. The caller frees. */
char *chart_lines_text(const struct chart_lines *chart);

struct chart_bar {
	const char *label;
	double value;           /* NAN = no data, said in words */
	enum role role;         /* ROLE_OWN marks the own unit (and a mark stands before it) */
};
/* One row a bar, from bar first on, on the scale of those shown; negative values grow to the left
 * of zero. */
void chart_bars(struct canvas *c, const struct chart_bar *bars, int count, int first, int decimals);

struct chart_box {
	double min, q1, median, q3, max;
	double own;             /* NAN = none */
	int decimals;
};
/* Three rows: box, pointer of the own unit, numbers in words. Scale low … high is shared by
 * several boxes (low < high), else the box's own. Returns rows used. */
int chart_box(struct canvas *c, int row, const struct chart_box *box, double low, double high);

/* One column a value, at most width: digits 0-9 (smallest to largest), in T3 eighths; a missing
 * value is a dot. Returns columns used. */
int chart_spark(struct canvas *c, int row, int column, int width, enum role role,
	const double *values, int count);

/* Rounds outward to a scale of 1, 2, 2.5 or 5 times a power of ten: *low, *high, *step. */
void chart_scale(double min, double max, int steps, double *low, double *high, double *step);

#endif
