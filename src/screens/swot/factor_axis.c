/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Factors on the axis from what hinders development most to what helps it most. */
#include "config.h"

#include "base/i18n.h"
#include "screens/frame/actions.h"
#include "screens/swot/factor_view.h"

#include <math.h>
#include <string.h>

#define STEP 0.5

void
factor_axis_cell(const struct swot_factor *f, struct list_cell *c)
{
	const int middle = FACTOR_AXIS_WIDTH / 2;

	memset(c->text, '-', FACTOR_AXIS_WIDTH);
	c->text[FACTOR_AXIS_WIDTH] = '\0';
	c->text[middle] = '|';
	if (isnan(f->axis)) {
		c->role = ROLE_MISSING;
		return;
	}
	c->text[middle + (int)lround(f->axis * middle / 5)] = '*';
	c->role = f->axis > 0 ? ROLE_GOOD : f->axis < 0 ? ROLE_BAD : ROLE_TEXT;
}

void
factor_axis_move(struct screens *s, struct factor_view *v, int row, int by)
{
	struct app *app = app_of(s);
	const struct swot_factor *f = &v->rows[row];
	double place = isnan(f->axis) ? 0 : f->axis + by * STEP;
	struct error err = { 0 };

	if (place < -5 || place > 5) {
		screens_say(s, "%s", _("The axis ends here."));
		return;
	}
	app_done(s,
		app_may_write(app, &err) ||
			swot_factor_place(app->db, v->id, &v->swot.rev, f->id, place, &err),
		&err, NULL);
}
