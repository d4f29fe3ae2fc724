/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A matrix of a SWOT analysis: what the screen holds, for the file that draws it. */
#ifndef SCREENS_SWOT_MATRIX_VIEW_H
#define SCREENS_SWOT_MATRIX_VIEW_H

#include "model/swot/swot_position.h"
#include "screens/swot/swot_screens.h"

struct matrix_view {
	struct app *app;
	struct arena arena;
	int64_t id;
	struct swot swot;
	struct swot_matrix m;
	enum swot_direction direction;
	int row, column;       /* selected pair */
	int top, left;         /* first shown */
	int keyed_row, keyed_column; /* keyed last: a comma adds a half there; -1 = none */
	bool written;          /* a first pair is written: its audit line stands for the rest */
	char problem[512];
};

static inline double *
matrix_view_at(struct matrix_view *v, int row, int column)
{
	return &v->m.value[v->direction][row * v->m.outer_count + column];
}

void swot_matrix_draw(void *self, struct canvas *c);

#endif
