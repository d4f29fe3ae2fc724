/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bars, box plots and sparks. */
#include "config.h"

#include "tui/chart.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "tui/unicode.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { NUMBER = 32, EIGHTHS = 8, DIGITS = 10, TIP_SHADE = 4 };

/* Widest label and number, and the range with zero in it. */
struct measure {
	int label, number;
	double low, high;
};

static struct measure
measure(const struct chart_bar *bars, int first, int count, int decimals)
{
	struct measure m = { 0, 0, 0, 0 };
	char number[NUMBER];

	for (int i = first; i < count; i++) {
		double v = bars[i].value;
		int label = text_width(bars[i].label) + 2, width;

		m.label = label > m.label ? label : m.label;
		if (!isfinite(v))
			continue;
		width = text_width(number_format(number, sizeof(number), v, decimals));
		m.number = width > m.number ? width : m.number;
		m.low = v < m.low ? v : m.low;
		m.high = v > m.high ? v : m.high;
	}
	return m;
}

/* The last, partly filled cell of a bar, by tier. */
static void
draw_tip(struct canvas *c, int row, int column, int eighths, enum role role)
{
	char text[5];

	if (canvas_tier(c) == TIER_BRAILLE && eighths > 0) {
		unicode_write(text, 0x2590 - eighths); /* U+2589 … U+258F: seven eighths to one */
		canvas_text(c, row, column, 1, role, text);
	} else if (canvas_tier(c) == TIER_HALF && eighths >= TIP_SHADE) {
		canvas_text(c, row, column, 1, role, "▌");
	} else if (eighths >= TIP_SHADE) {
		canvas_glyph(c, row, column, role, GLYPH_SHADE);
	}
}

static void
draw_bar(struct canvas *c, int row, int left, int width, const struct measure *m,
	const struct chart_bar *bar)
{
	double unit = m->high > m->low ? width / (m->high - m->low) : 0;
	int zero = left + (int)lround(-m->low * unit);
	int eighths = (int)lround(fabs(bar->value) * unit * EIGHTHS);
	int full;
	const char *block = glyph_text(canvas_tier(c), GLYPH_BLOCK);

	if (eighths < EIGHTHS && bar->value != 0)
		eighths = EIGHTHS; /* what is not zero shows */
	full = eighths / EIGHTHS;
	if (full > width)
		full = width;
	if (bar->value < 0) {
		canvas_fill(c, row, zero - full, 1, full, bar->role, block);
		return;
	}
	canvas_fill(c, row, zero, 1, full, bar->role, block);
	if (zero + full < left + width)
		draw_tip(c, row, zero + full, eighths % EIGHTHS, bar->role);
}

void
chart_bars(struct canvas *c, const struct chart_bar *bars, int count, int first, int decimals)
{
	/* of the rows shown: beside the largest city villages would have no bars at all */
	int end = first + c->rows < count ? first + c->rows : count;
	struct measure m = measure(bars, first, end, decimals);
	int label = m.label < c->columns / 3 ? m.label : c->columns / 3;
	int width = c->columns - label - m.number - 3;

	for (int row = 0; first + row < end; row++) {
		const struct chart_bar *bar = &bars[first + row];
		char number[NUMBER];

		if (bar->role == ROLE_OWN)
			canvas_text(c, row, 0, 1, bar->role, ">");
		canvas_text(c, row, 2, label - 2, bar->role, bar->label);
		canvas_glyph(c, row, label, ROLE_FRAME, GLYPH_VERTICAL);
		if (!isfinite(bar->value)) {
			canvas_text(c, row, label + 2, -1, ROLE_MISSING, _("no data"));
			continue;
		}
		draw_bar(c, row, label + 1, width, &m, bar);
		number_format(number, sizeof(number), bar->value, decimals);
		canvas_right(c, row, c->columns - m.number, m.number, ROLE_TEXT, number);
	}
}

static int
place(double value, double low, double high, int columns)
{
	int column = (int)lround((value - low) / (high - low) * (columns - 1));

	return column < 0 ? 0 : column >= columns ? columns - 1 : column;
}

static void
draw_box(struct canvas *c, int row, const struct chart_box *b, double low, double high)
{
	bool ascii = canvas_tier(c) == TIER_ASCII;
	int min = place(b->min, low, high, c->columns), max = place(b->max, low, high, c->columns);
	int q1 = place(b->q1, low, high, c->columns), q3 = place(b->q3, low, high, c->columns);

	canvas_horizontal(c, row, min, max - min + 1, ROLE_SERIES_2);
	canvas_fill(c, row, q1, 1, q3 - q1 + 1, ROLE_SERIES_2,
		ascii ? "=" : glyph_text(canvas_tier(c), GLYPH_BLOCK));
	/* a whisker that leaves the scale ends in an arrow */
	canvas_glyph(c, row, min, ROLE_SERIES_2, b->min < low ? GLYPH_LEFT : GLYPH_VERTICAL);
	canvas_glyph(c, row, max, ROLE_SERIES_2, b->max > high ? GLYPH_RIGHT : GLYPH_VERTICAL);
	canvas_text(c, row, place(b->median, low, high, c->columns), 1, ROLE_SERIES_2,
		ascii ? "M" : glyph_text(canvas_tier(c), GLYPH_SHADE_2));
}

int
chart_box(struct canvas *c, int row, const struct chart_box *b, double low, double high)
{
	char text[6][NUMBER];
	const double values[] = { b->min, b->q1, b->median, b->q3, b->max, b->own };

	if (!isfinite(b->median)) {
		canvas_text(c, row, 0, -1, ROLE_MISSING, _("no data"));
		return 1;
	}
	if (!(low < high)) {
		low = !isfinite(b->own) || b->min < b->own ? b->min : b->own;
		high = !isfinite(b->own) || b->max > b->own ? b->max : b->own;
	}
	if (!(low < high))
		high = low + 1;
	draw_box(c, row, b, low, high);
	for (int i = 0; i < 6; i++)
		if (!isfinite(values[i]))
			text_copy(text[i], NUMBER, _("no data"));
		else
			number_format(text[i], NUMBER, values[i], b->decimals);
	if (isfinite(b->own))
		canvas_glyph(c, row + 1, place(b->own, low, high, c->columns), ROLE_SERIES_1,
			GLYPH_POINTER);
	canvas_printf(c, row + 2, 0, -1, ROLE_TEXT,
		_("own %s   from %s to %s   quarters %s and %s   median %s"), text[5], text[0],
		text[4], text[1], text[3], text[2]);
	return 3;
}

int
chart_spark(struct canvas *c, int row, int column, int width, enum role role, const double *values,
	int count)
{
	int levels = canvas_tier(c) == TIER_BRAILLE ? EIGHTHS : DIGITS;
	double min = NAN, max = NAN;
	char text[5];

	if (count > width)
		count = width;
	for (int i = 0; i < count; i++) {
		min = !isfinite(min) || values[i] < min ? values[i] : min;
		max = !isfinite(max) || values[i] > max ? values[i] : max;
	}
	for (int i = 0; i < count; i++) {
		int level;

		if (!isfinite(values[i])) {
			canvas_text(c, row, column + i, 1, ROLE_MISSING, ".");
			continue;
		}
		level = max > min ? (int)((values[i] - min) / (max - min) * (levels - 1) + 0.5)
				  : levels / 2;
		if (levels == EIGHTHS)
			unicode_write(text, 0x2581 + level);
		else
			snprintf(text, sizeof(text), "%d", level % DIGITS);
		canvas_text(c, row, column + i, 1, role, text);
	}
	return count;
}
