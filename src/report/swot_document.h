/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A SWOT analysis as a document, and what goes with ballots: cards to hand out. */
#ifndef REPORT_SWOT_DOCUMENT_H
#define REPORT_SWOT_DOCUMENT_H

#include "model/swot/ballot.h"
#include "model/swot/swot_position.h"
#include "report/document.h"

/* Factors by kind with their evidence, the axis, both matrices with their sums, and the position
 * with its arithmetic. unit: as people call it. */
int swot_document(struct db *db, const struct swot *swot, const char *unit, struct arena *arena,
	struct document *out, struct error *err);

/* The position's arithmetic as a table: a row a quadrant. t is started by it. */
void swot_position_table(const struct swot_position *p, const char *title, struct arena *arena,
	struct report_table *t);
/* What the largest sums say, a sentence each; in the arena. by: 0 sums, 1 weighted sums, 2
 * means. */
const char *swot_position_words(const struct swot_position *p, int by, struct arena *arena);
/* How weighted sums are made, in a sentence; and that of a quadrant with its numbers: "S × O:
 * S1→O1 2 × (0.40 + 0.30) + O1→S1 1 × (0.40 + 0.30) = 2.10". The first half is SWOT's, the second
 * TOWS's; zeros are left out. In the arena. */
const char *swot_weighted_formula(void);
const char *swot_weighted_terms(const struct swot_matrix *m, enum swot_quadrant q,
	const struct swot_sum *sum, struct arena *arena);
/* What a position that is not complete still wants, in a sentence. */
const char *swot_position_rest(const struct swot_position *p);

/* Cards number first to last: what is asked, how to mark it, a row an item. Anonymous. */
int ballot_cards_document(struct db *db, const struct ballot *ballot, const char *unit, int first,
	int last, struct arena *arena, struct document *out, struct error *err);
/* How a card is filled in, in a sentence or two; in the arena. */
const char *ballot_instruction(const struct ballot *ballot, struct arena *arena);

#endif
