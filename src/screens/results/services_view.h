/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Importance, rating and strength: what the files of this screen share. */
#ifndef SCREENS_SERVICES_VIEW_H
#define SCREENS_SERVICES_VIEW_H

#include "model/results/importance.h"
#include "screens/frame/list_screen.h"
#include "screens/surveys/wave_view.h"
#include "tui/glyph.h"

enum services_part { SERVICES_LIST, SERVICES_CHART, SERVICES_STRENGTHS, SERVICES_PARTS };

struct services_view {
	struct list_screen base;
	struct wave_view view;
	enum services_part part;
	bool chosen;          /* the person chose the part */
	enum service_sort sort;
	struct wave_columns columns;
	struct services services;
	struct strengths strengths;
	struct strength_row { /* an area (strength NULL), then its questions */
		const struct strength_area *area;
		const struct strength *strength;
	} *rows;
	enum tier tier;
};

const char *services_part_text(enum services_part part);
const struct list_column *services_columns(enum services_part part, int *count);
void services_cell(const void *self, int row, int column, struct list_cell *c);
void services_above(void *self, struct canvas *c);
/* Importance upwards, rating to the right, the lines between the four fields, and who is who. */
void services_chart(const struct services_view *v, struct canvas *c);

#endif
