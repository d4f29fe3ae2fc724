/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Own figures keyed beside data sheets, on screens that show values of an indicator. What a data
 * sheet asks for is entered in the sheet, which opens in place of the form. */
#ifndef SCREENS_FIGURE_FORM_H
#define SCREENS_FIGURE_FORM_H

#include "model/indicators/indicator.h"
#include "model/sheets/own_figure.h"
#include "tui/screen.h"

struct figure_acts { /* of a screen; zeroed at its start */
	struct own_figure asked;  /* whether it is to be deleted */
	struct own_figure former; /* deleted last; indicator_id 0 = none */
};

/* A new one: of the unit in view or the own one, for the year before this. */
void figure_new(struct screens *s, const struct indicator *card);
/* Of a cell: F7, F4 (an empty cell: a new one there), F8, undo; all but F7 need a slot. Else
 * SCREEN_PASS, as for cards whose values are not keyed. */
int figure_act(struct screens *s, struct figure_acts *acts, const struct indicator *card, int year,
	int slot, int action);
/* For struct screen.able: true of all other actions. */
bool figure_able(const struct figure_acts *acts, const struct indicator *card, int action);

#endif
