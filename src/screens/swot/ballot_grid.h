/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keying the cards of a ballot, people by items: what the screen holds, for the file that draws. */
#ifndef SCREENS_BALLOT_GRID_H
#define SCREENS_BALLOT_GRID_H

#include "screens/swot/ballot_entry.h"
#include "screens/swot/swot_screens.h"

struct grid_view {
	struct app *app;
	struct arena arena; /* of what is loaded */
	struct arena kept;  /* of the card in work, over reloads */
	int64_t id;
	struct ballot ballot;
	struct ballot_item *items;
	int item_count;
	struct ballot_card *cards;
	int card_count;
	struct ballot_entry entry;
	int *values;
	int number;      /* of the card in work; 0 = its number is asked for */
	struct ballot_card *seen; /* as it was read; NULL = it is not keyed yet */
	struct ballot_card read;
	char typed[8];   /* its number, before Enter */
	int top, left;   /* first row and item shown */
	int asked; /* a keyed card whose number was typed: Enter once more opens it */
	bool changed, given_up;
	char problem[512];
};

/* The lowest number that no card has; 0 = all are keyed. */
int grid_next_number(const struct grid_view *v);
/* The row of the card in work: its place among the cards, or the one after the last. */
int grid_row(const struct grid_view *v);
void ballot_grid_draw(void *self, struct canvas *c);

#endif
