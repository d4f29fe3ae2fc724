/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keying one card of a ballot: on scales of one digit a digit and the next item, on others a number
 * and Enter; on the axis a minus goes before the digit. For the grid of cards and the own vote. */
#ifndef SCREENS_BALLOT_ENTRY_H
#define SCREENS_BALLOT_ENTRY_H

#include "model/swot/ballot.h"

struct ballot_entry {
	const struct ballot *ballot;
	int *values; /* by item, BALLOT_BLANK = none */
	int count, at;
	char typed[8]; /* of the item at, before Enter or the digit after a minus */
	bool touched;  /* something was keyed since ballot_entry_start */
};

void ballot_entry_start(
	struct ballot_entry *e, const struct ballot *ballot, int *values, int count);
enum ballot_entry_result { ENTRY_PASS, ENTRY_HANDLED, ENTRY_END /* past the last item */ };
/* -1 and the sentence: off the scale; what was typed is gone. */
int ballot_entry_key(struct ballot_entry *e, int key, struct error *err);
/* Digits with nothing but the number behind them: takes what is typed. */
int ballot_entry_take(struct ballot_entry *e, struct error *err);
int ballot_entry_sum(const struct ballot_entry *e);
/* "4", "" of a blank, or what is being typed; dst. */
char *ballot_entry_text(const struct ballot_entry *e, int item, char *dst, size_t size);

#endif
