/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cards of a ballot to be printed and handed out. */
#include "config.h"

#include "report/swot_document.h"

#include "base/i18n.h"
#include "base/number.h"

#define BOX "[ ]"
#define DOTS "............"

enum { MOST_BOXES = 12 }; /* of one row; wider scales are written by hand */

const char *
ballot_instruction(const struct ballot *b, struct arena *arena)
{
	if (b->method == BALLOT_POINTS)
		return arena_format(arena,
			P_("Distribute %d point among the rows: as many as you like to each, none "
			   "where you like. More in all makes the card invalid. Do not sign it.",
				"Distribute %d points among the rows: as many as you like to each, "
				"none where you like. More in all makes the card invalid. Do not "
				"sign it.",
				b->points),
			b->points);
	if (b->method == BALLOT_AXIS)
		return arena_string(arena,
			_("Give each row one place on the axis: from −5, hinders development most, "
			  "over 0 to 5, helps it most; leave empty what you cannot judge. Do not "
			  "sign the card."));
	return arena_format(arena,
		_("Give each row one score from %d, the lowest, to %d, the highest; leave empty "
		  "what you cannot judge. Do not sign the card."),
		b->lowest, b->highest);
}

static bool
boxes(const struct ballot *b)
{
	return b->method != BALLOT_POINTS && b->highest - b->lowest < MOST_BOXES;
}

static const char *
score_text(int score, struct arena *arena)
{
	char text[16];

	return arena_string(arena, number_format(text, sizeof text, score, 0));
}

static void
start_columns(const struct ballot *b, struct report_table *t, struct arena *arena)
{
	report_table_column(t, "item", _("No."), REPORT_CODE, 0);
	report_table_column(t, "text", _("What"), REPORT_TEXT, 0);
	if (!boxes(b))
		report_table_column(t, "value",
			b->method == BALLOT_POINTS ? _("Points") : _("Score"), REPORT_TEXT, 0);
	for (int score = b->lowest; boxes(b) && score <= b->highest; score++)
		report_table_column(t, "score", score_text(score, arena), REPORT_TEXT, 0);
}

static void
put_card(struct document *d, const struct ballot *b, const char *unit,
	const struct ballot_item *items, int count, int number)
{
	struct arena *arena = d->arena;
	struct report_table *t;

	document_heading(d, 2, arena_format(arena, _("Card %d"), number));
	t = document_table(d);
	report_table_start(t, arena, b->title);
	report_table_line(t, unit);
	report_table_line(t, ballot_instruction(b, arena));
	start_columns(b, t, arena);
	for (int i = 0; i < count; i++) {
		report_table_row(t);
		report_cell_text(t, arena_format(arena, "%d", items[i].position));
		report_cell_text(t, items[i].text);
		if (!boxes(b))
			report_cell_text(t, DOTS);
		for (int score = b->lowest; boxes(b) && score <= b->highest; score++)
			report_cell_text(t, BOX);
	}
}

int
ballot_cards_document(struct db *db, const struct ballot *ballot, const char *unit, int first,
	int last, struct arena *arena, struct document *out, struct error *err)
{
	struct ballot_item *items;
	int count;

	if (first < 1 || last < first || last > ballot->cards)
		return error_set(err, ERROR_INPUT,
			_("This ballot has cards 1 to %d. Change their number in its card (F4)."),
			ballot->cards);
	if (ballot_items(db, ballot->id, arena, &items, &count, err))
		return -1;
	document_start(out, arena, _("Voting cards"));
	document_fact(out, _("Ballot"), arena_format(arena, "%lld", (long long)ballot->id));
	document_fact(out, _("Cards"), arena_format(arena, "%d–%d", first, last));
	for (int number = first; number <= last; number++)
		put_card(out, ballot, unit, items, count, number);
	return 0;
}
