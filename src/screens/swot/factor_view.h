/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The factors of a SWOT analysis: what the list holds, for the file that draws the axis. */
#ifndef SCREENS_FACTOR_VIEW_H
#define SCREENS_FACTOR_VIEW_H

#include "model/diagnosis/problem.h"
#include "screens/frame/list_screen.h"
#include "screens/swot/swot_screens.h"

struct factor_view {
	struct list_screen base;
	int64_t id;
	struct swot swot;
	struct swot_factor *rows;
	const struct unit_table *units;
	struct problem *problems; /* that may be taken, while asked */
	int problem_count;
	int weighing; /* choice of w that waits for a yes */
	bool axis; /* columns show the axis; Left and Right move the factor along it */
};

enum { FACTOR_AXIS_WIDTH = 31 };

/* "  ----*----|---------": the factor's place between hinders most and helps most. */
void factor_axis_cell(const struct swot_factor *f, struct list_cell *c);
/* Asks which problem or driver of the unit becomes a factor; the answer. */
void factor_take_ask(struct screens *s, struct factor_view *v, int action);
void factor_take(struct screens *s, struct factor_view *v, int number);
/* Half a step to the left (-1) or right (1); from nowhere to the middle. */
void factor_axis_move(struct screens *s, struct factor_view *v, int row, int by);

#endif
