/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A matrix with sums of rows and columns, and below it what is asked of the selected pair. */
#include "config.h"

#include "screens/swot/swot_matrix_view.h"

#include "base/i18n.h"
#include "base/number.h"

#include <math.h>
#include <stdio.h>

enum { CELL = 5, SUM = 7, NARROWEST = 24, ABOVE = 2, BELOW = 5 };

struct places { /* what fits */
	int name, columns, rows;
};

static struct places
fit(const struct matrix_view *v, const struct canvas *c)
{
	struct places p = { .columns = (c->columns - NARROWEST - SUM) / CELL,
		.rows = c->rows - ABOVE - BELOW - 1 };

	if (p.columns > v->m.outer_count)
		p.columns = v->m.outer_count;
	if (p.columns < 1)
		p.columns = 1;
	p.name = c->columns - p.columns * CELL - SUM;
	if (p.rows > v->m.inner_count)
		p.rows = v->m.inner_count;
	return p;
}

static void
scroll(struct matrix_view *v, const struct places *p)
{
	if (v->row < v->top)
		v->top = v->row;
	if (v->row >= v->top + p->rows)
		v->top = v->row - p->rows + 1;
	if (v->column < v->left)
		v->left = v->column;
	if (v->column >= v->left + p->columns)
		v->left = v->column - p->columns + 1;
}

static const char *
figure(char *dst, size_t size, double value)
{
	if (isnan(value)) {
		snprintf(dst, size, "·");
		return dst;
	}
	return number_format(dst, size, value, -1);
}

/* Opportunities and threats are summed apart; the row's sum is of those of the selected kind. */
static double
row_sum(const struct matrix_view *v, int row)
{
	return swot_inner_sum(&v->m, v->direction, row, v->m.outer[v->column].kind);
}

static void
draw_heads(const struct matrix_view *v, struct canvas *c, const struct places *p)
{
	char sum[32], odd[96], said[192];
	int used = canvas_text(c, 0, 0, -1, ROLE_TITLE,
		v->direction == SWOT_FORWARD ? _("SWOT: from inside out")
					     : _("TOWS: from outside in"));

	if (*swot_weights_odd(&v->m, odd, sizeof odd)) {
		snprintf(said, sizeof said, _("weights do not sum to 1: %s"), odd);
		canvas_right(c, 0, used + 2, c->columns - used - 2, ROLE_WARN, said);
	}
	if (v->left > 0)
		canvas_text(c, 1, p->name - 2, 1, ROLE_HINT, "<");
	for (int i = 0; i < p->columns && v->left + i < v->m.outer_count; i++) {
		const struct swot_factor *f = &v->m.outer[v->left + i];

		snprintf(sum, sizeof sum, "%s%d", factor_kind_letter(f->kind), f->position);
		canvas_right(c, 1, p->name + i * CELL, CELL - 1,
			v->left + i == v->column ? ROLE_SELECTED : ROLE_TITLE, sum);
	}
	snprintf(sum, sizeof sum, "Σ %s", factor_kind_letter(v->m.outer[v->column].kind));
	canvas_right(c, 1, c->columns - SUM, SUM - 1, ROLE_TITLE, sum);
}

static void
draw_row(struct matrix_view *v, struct canvas *c, const struct places *p, int line, int row)
{
	const struct swot_factor *f = &v->m.inner[row];
	char text[32];

	canvas_printf(c, line, 0, p->name - 1, row == v->row ? ROLE_SELECTED : ROLE_TEXT,
		"%s%d. %s", factor_kind_letter(f->kind), f->position, f->text);
	for (int i = 0; i < p->columns && v->left + i < v->m.outer_count; i++) {
		double value = *matrix_view_at(v, row, v->left + i);
		bool here = row == v->row && v->left + i == v->column;

		canvas_right(c, line, p->name + i * CELL, CELL - 1,
			here           ? ROLE_FOCUS
			: isnan(value) ? ROLE_MISSING
				       : ROLE_TEXT,
			figure(text, sizeof text, value));
	}
	canvas_right(c, line, c->columns - SUM, SUM - 1, ROLE_HINT,
		figure(text, sizeof text, row_sum(v, row)));
}

static void
draw_sums(const struct matrix_view *v, struct canvas *c, const struct places *p, int line)
{
	enum factor_kind kind = v->m.inner[v->row].kind;
	double all = 0;
	char text[32];

	canvas_printf(c, line, 0, p->name - 1, ROLE_HINT, "Σ %s", factor_kind_letter(kind));
	for (int i = 0; i < p->columns && v->left + i < v->m.outer_count; i++)
		canvas_right(c, line, p->name + i * CELL, CELL - 1, ROLE_HINT,
			figure(text, sizeof text,
				swot_outer_sum(&v->m, v->direction, v->left + i, kind)));
	for (int i = 0; i < v->m.inner_count; i++)
		if (v->m.inner[i].kind == kind)
			all += row_sum(v, i);
	canvas_right(
		c, line, c->columns - SUM, SUM - 1, ROLE_TITLE, figure(text, sizeof text, all));
}

static void
draw_below(const struct matrix_view *v, struct canvas *c)
{
	const struct swot_factor *inner = &v->m.inner[v->row], *outer = &v->m.outer[v->column];

	canvas_horizontal(c, 0, 0, c->columns, ROLE_FRAME);
	canvas_printf(c, 1, 0, -1, ROLE_TEXT, "%s%d. %s", factor_kind_letter(inner->kind),
		inner->position, inner->text);
	canvas_printf(c, 2, 0, -1, ROLE_TEXT, "%s%d. %s", factor_kind_letter(outer->kind),
		outer->position, outer->text);
	if (v->problem[0])
		canvas_text(c, 3, 0, -1, ROLE_ERROR, v->problem);
	else
		canvas_text(c, 3, 0, -1, ROLE_LABEL,
			swot_quadrant_question(
				swot_quadrant_of(inner->kind, outer->kind), v->direction));
}

void
swot_matrix_draw(void *self, struct canvas *c)
{
	struct matrix_view *v = self;
	struct places p;
	struct canvas below;

	if (!v->m.inner_count || !v->m.outer_count) {
		canvas_text(c, 1, 0, -1, ROLE_HINT,
			_("A matrix needs factors from inside and outside; write them in the list "
			  "(F7)."));
		return;
	}
	p = fit(v, c);
	scroll(v, &p);
	draw_heads(v, c, &p);
	for (int i = 0; i < p.rows && v->top + i < v->m.inner_count; i++)
		draw_row(v, c, &p, ABOVE + i, v->top + i);
	draw_sums(v, c, &p, ABOVE + p.rows);
	below = canvas_part(c, c->rows - BELOW + 1, 0, BELOW - 1, c->columns);
	draw_below(v, &below);
	canvas_cursor(c, ABOVE + v->row - v->top, p.name + (v->column - v->left) * CELL + CELL - 2);
}
