/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The quadrant: level from left to right, change from below to above, the middle of the group
 * where the lines cross. Marks are letters of the classes; the selected indicator is marked and
 * named. */
#include "config.h"

#include "screens/diagnosis/diagnosis_view.h"

#include "base/i18n.h"
#include "base/number.h"

#include <math.h>
#include <stdio.h>

enum { LEAST_ROWS = 9, LEAST_COLUMNS = 40 };

struct plot {
	struct canvas inside;
	double reach; /* from the middle to either edge */
};

/* Where the point stands: z over ±reach, unitarised ones over their own distance from the
 * middle. The first and the last row are the names of the quadrants. */
static bool
place(const struct plot *p, const struct diagnosis_row *r, int *row, int *column)
{
	double x = (r->level - r->level_middle) / p->reach;
	double y = (r->change - r->change_middle) / p->reach;

	if (r->standing == STANDING_NONE)
		return false;
	x = fmax(-1, fmin(1, x));
	y = fmax(-1, fmin(1, y));
	*column = (int)lround((x + 1) / 2 * (p->inside.columns - 1));
	*row = 1 + (int)lround((1 - y) / 2 * (p->inside.rows - 3));
	return true;
}

static void
draw_frame(struct plot *p)
{
	struct canvas *c = &p->inside;
	int middle = c->columns / 2, row = c->rows / 2;

	canvas_horizontal(c, row, 0, c->columns, ROLE_FRAME);
	canvas_vertical(c, 0, middle, c->rows, ROLE_FRAME);
	canvas_glyph(c, row, middle, ROLE_FRAME, GLYPH_CROSS);
	canvas_text(
		c, 0, 0, middle, standing_role(STANDING_RISING), standing_label(STANDING_RISING));
	canvas_right(c, 0, middle + 1, c->columns - middle - 1, standing_role(STANDING_DRIVER),
		standing_label(STANDING_DRIVER));
	canvas_text(c, c->rows - 1, 0, middle, standing_role(STANDING_PROBLEM),
		standing_label(STANDING_PROBLEM));
	canvas_right(c, c->rows - 1, middle + 1, c->columns - middle - 1,
		standing_role(STANDING_FALLING), standing_label(STANDING_FALLING));
}

static void
draw_points(const struct diagnosis_view *v, struct plot *p, int selected)
{
	int row, column;

	/* What falls or is a problem lies over the others. */
	for (int s = STANDING_DRIVER; s <= STANDINGS; s++)
		for (int i = 0; i < v->base.count; i++) {
			const struct diagnosis_row *r = diagnosis_view_row(v, i);

			if (r && i != selected && (int)(r->near ? STANDINGS : r->standing) == s &&
				place(p, r, &row, &column))
				canvas_text(&p->inside, row, column, 1,
					standing_role((enum standing)s),
					standing_sign((enum standing)s));
		}
	if (selected >= 0 && place(p, diagnosis_view_row(v, selected), &row, &column))
		canvas_glyph(&p->inside, row, column, ROLE_OWN, GLYPH_MARK_1);
}

static void
draw_selected(const struct diagnosis_row *r, struct canvas *c, int row)
{
	char level[32], change[32];

	number_format(level, sizeof level, r->level, 2);
	number_format(change, sizeof change, r->change, 2);
	canvas_glyph(c, row, 0, ROLE_OWN, GLYPH_MARK_1);
	if (r->standing == STANDING_NONE)
		canvas_printf(c, row, 2, -1, ROLE_MISSING, "%s: %s", r->indicator->name,
			standard_lack_label(
				r->level_lack != LACK_NONE ? r->level_lack : r->change_lack));
	else
		canvas_printf(c, row, 2, -1, ROLE_TEXT, _("%s: level %s, change %s"),
			r->indicator->name, level, change);
}

bool
diagnosis_quadrant(void *self, struct canvas *c)
{
	const struct diagnosis_view *v = self;
	const struct list *l = &v->base.list;
	struct plot p = { .reach = v->question.method == STANDARD_Z ? 3 : 0.7 };
	int selected = list_selected(l);

	if (!v->quadrant || v->folded || !v->unit)
		return false;
	if (c->rows < LEAST_ROWS || c->columns < LEAST_COLUMNS) {
		canvas_text(c, 0, 0, -1, ROLE_HINT, _("The window is too small for the chart."));
		return true;
	}
	canvas_center(c, 0, 0, c->columns, ROLE_HINT,
		_("up: rises against the group, right: stands above its mean"));
	p.inside = canvas_part(c, 1, 1, c->rows - 3, c->columns - 2);
	draw_frame(&p);
	draw_points(v, &p, selected);
	if (selected >= 0)
		draw_selected(diagnosis_view_row(v, selected), c, c->rows - 1);
	return true;
}
