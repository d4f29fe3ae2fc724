/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The grid of cards, people by items, and below it the item that is asked. */
#include "config.h"

#include "screens/swot/ballot_grid.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"

#include <stdio.h>

enum { NUMBER = 9, CELL = 5, SUM = 7, ABOVE = 3, BELOW = 4 };

static int
fit_items(const struct grid_view *v, const struct canvas *c)
{
	int fit = (c->columns - NUMBER - SUM) / CELL;

	return fit < 1 ? 1 : fit > v->item_count ? v->item_count : fit;
}

static void
draw_heads(const struct grid_view *v, struct canvas *c, int shown)
{
	char text[16];

	canvas_text(c, 0, 0, -1, ROLE_TITLE, v->ballot.title);
	if (v->ballot.unfinished)
		canvas_printf(c, 1, 0, -1, ROLE_WARN,
			_("Keyed %d of %d, spoilt %d, unfinished %d; votes at own logins: %d"),
			v->ballot.keyed, v->ballot.cards, v->ballot.spoilt, v->ballot.unfinished,
			v->ballot.own);
	else
		canvas_printf(c, 1, 0, -1,
			v->ballot.keyed == v->ballot.cards ? ROLE_GOOD : ROLE_HINT,
			_("Keyed %d of %d, spoilt %d; votes at own logins: %d"), v->ballot.keyed,
			v->ballot.cards, v->ballot.spoilt, v->ballot.own);
	canvas_text(c, 2, 0, NUMBER - 1, ROLE_TITLE, _("Card"));
	for (int i = 0; i < shown && v->left + i < v->item_count; i++) {
		snprintf(text, sizeof text, "%d", v->left + i + 1);
		canvas_right(c, 2, NUMBER + i * CELL, CELL - 1,
			v->number && v->left + i == v->entry.at ? ROLE_SELECTED : ROLE_TITLE, text);
	}
	if (v->ballot.method == BALLOT_POINTS)
		canvas_right(c, 2, c->columns - SUM, SUM - 1, ROLE_TITLE, _("Sum"));
}

/* A card that is only looked at. */
static void
draw_card(const struct grid_view *v, struct canvas *c, int line, const struct ballot_card *card,
	int shown)
{
	bool unfinished = card->state == BALLOT_CARD_UNFINISHED;
	char text[16];
	int sum = 0;

	canvas_printf(c, line, 0, NUMBER - 1, unfinished ? ROLE_WARN : ROLE_TEXT,
		unfinished ? "%d …" : "%d", card->number);
	if (card->state == BALLOT_CARD_SPOILT) {
		canvas_text(c, line, NUMBER, -1, ROLE_WARN, _("spoilt"));
		return;
	}
	for (int i = 0; i < v->item_count; i++)
		sum += card->values[i] == BALLOT_BLANK ? 0 : card->values[i];
	for (int i = 0; i < shown && v->left + i < v->item_count; i++) {
		int value = card->values[v->left + i];

		number_format(text, sizeof text, value, 0);
		canvas_right(c, line, NUMBER + i * CELL, CELL - 1,
			value == BALLOT_BLANK ? ROLE_MISSING : ROLE_TEXT,
			value == BALLOT_BLANK ? "–" : text);
	}
	if (v->ballot.method == BALLOT_POINTS) {
		snprintf(text, sizeof text, "%d", sum);
		canvas_right(c, line, c->columns - SUM, SUM - 1, ROLE_HINT, text);
	}
}

/* The card in work. */
static void
draw_entry(const struct grid_view *v, struct canvas *c, int line, int shown)
{
	int next = grid_next_number(v), caret = NUMBER + (v->entry.at - v->left) * CELL + CELL - 2;
	char text[16];

	if (!v->number) {
		if (v->typed[0])
			text_copy(text, sizeof text, v->typed);
		else
			snprintf(text, sizeof text, next ? "%d?" : "–", next);
		canvas_fill(c, line, 0, 1, NUMBER - 2, ROLE_FOCUS, " ");
		canvas_text(c, line, 0, NUMBER - 2, ROLE_FOCUS, text);
		canvas_cursor(c, line, (int)(v->typed[0] ? text_width(text) : 0));
		return;
	}
	canvas_printf(c, line, 0, NUMBER - 1, ROLE_SELECTED, "%d", v->number);
	for (int i = 0; i < shown && v->left + i < v->item_count; i++) {
		bool here = v->left + i == v->entry.at;

		canvas_fill(c, line, NUMBER + i * CELL + 1, 1, CELL - 2,
			here ? ROLE_FOCUS : ROLE_FIELD, " ");
		canvas_right(c, line, NUMBER + i * CELL, CELL - 1, here ? ROLE_FOCUS : ROLE_FIELD,
			ballot_entry_text(&v->entry, v->left + i, text, sizeof text));
	}
	if (v->ballot.method == BALLOT_POINTS) {
		snprintf(text, sizeof text, "%d/%d", ballot_entry_sum(&v->entry), v->ballot.points);
		canvas_right(c, line, c->columns - SUM, SUM, ROLE_LABEL, text);
	}
	canvas_cursor(c, line, caret);
}

static void
draw_below(const struct grid_view *v, struct canvas *c)
{
	canvas_horizontal(c, 0, 0, c->columns, ROLE_FRAME);
	if (v->number && v->item_count)
		canvas_printf(c, 1, 0, -1, ROLE_TEXT, "%d. %s", v->entry.at + 1,
			v->items[v->entry.at].text);
	if (v->problem[0])
		canvas_text(c, 2, 0, -1, ROLE_ERROR, v->problem);
	else if (v->ballot.closed_on[0])
		canvas_text(c, 2, 0, -1, ROLE_WARN, _("The ballot is closed: cards stand."));
	else if (v->ballot.keyed == v->ballot.cards)
		canvas_text(c, 2, 0, -1, ROLE_GOOD, _("All cards are keyed: r shows the result."));
	else if (v->ballot.unfinished && !v->number)
		canvas_text(c, 2, 0, -1, ROLE_WARN,
			_("… a card that was broken off: its number and Enter go on with it."));
}

void
ballot_grid_draw(void *self, struct canvas *c)
{
	struct grid_view *v = self;
	int shown = fit_items(v, c), lines = c->rows - ABOVE - BELOW, row = grid_row(v);
	struct canvas below;

	if (v->entry.at < v->left)
		v->left = v->entry.at;
	if (v->entry.at >= v->left + shown)
		v->left = v->entry.at - shown + 1;
	if (row < v->top)
		v->top = row;
	if (row >= v->top + lines)
		v->top = row - lines + 1;
	draw_heads(v, c, shown);
	for (int i = 0; i < lines && v->top + i <= v->card_count; i++) {
		if (v->top + i == row)
			draw_entry(v, c, ABOVE + i, shown);
		else if (v->top + i < v->card_count)
			draw_card(v, c, ABOVE + i, &v->cards[v->top + i], shown);
	}
	below = canvas_part(c, c->rows - BELOW + 1, 0, BELOW - 1, c->columns);
	draw_below(v, &below);
}
