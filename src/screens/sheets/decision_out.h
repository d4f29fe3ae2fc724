/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What leaves the screens of decisions and forms of organisation: a chart and a document. */
#ifndef SCREENS_DECISION_OUT_H
#define SCREENS_DECISION_OUT_H

#include "model/sheets/decision_count.h"
#include "screens/plans/group_view.h"
#include "screens/sheets/decision_choice.h"

/* One share of one unit, quarter by quarter as bars: of sums in the order of time. which: of which
 * decisions, for the title; "" = of all. */
void decision_chart(const struct decision_sum *sums, int count, int slot,
	enum decision_share share, const char *which, struct canvas *c);
/* All shares of a unit and period in a window, each with its denominator. */
void decision_shares_open(struct screens *s, const struct decision_sum *sum, const char *which);
/* Members of the group side by side, as a document; year 0 = the newest. choice NULL = all. */
void practice_write(struct screens *s, const struct group_view *view, int year,
	const struct decision_choice *choice);
/* Deletes the totals, or brings them back. sheets, in the arena: what those handed in say. */
int decision_change(struct app *app, const struct decision_count *c, bool back,
	struct arena *arena, const char **sheets, struct error *err);

#endif
