/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What offices still owe the years of strategies that are monitored: who has not delivered, and
 * figures that are due and not there, whoever was to bring them. */
#ifndef MODEL_ROUND_MISSING_H
#define MODEL_ROUND_MISSING_H

#include "model/monitoring/round_state.h"

struct round_missing {
	const struct strategy *strategy;
	int64_t round;
	int year;
	const char *due_on;
	const char *office; /* "" = indicators and tasks that name none */
	int missing, figures;
	bool asked; /* else it answers for figures of files alone, and gets no sheet */
	bool delivered, late; /* late: not delivered and the day is over */
};
/* Of rounds that are not approved, by their days, then offices; slot: whose strategies, NO_SLOT =
 * all. An office that has delivered, or is not asked, and owes no figure is left out. */
int round_missing_list(struct db *db, const struct unit_table *units, int slot, struct arena *arena,
	struct round_missing **list, int *count, struct error *err);

#endif
