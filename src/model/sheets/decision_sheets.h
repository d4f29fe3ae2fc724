/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Totals of decisions entered after a sheet was handed in: which figures of it they no longer say.
 * A figure that was keyed stays as it was handed in; a line that totals fill goes on with them. */
#ifndef MODEL_DECISION_SHEETS_H
#define MODEL_DECISION_SHEETS_H

#include "base/arena.h"
#include "store/db.h"

#include <stdbool.h>
#include <stdint.h>

/* Zero-initialise; of what was handed in, as it stands before the change. */
struct decision_sheets {
	struct decision_sheet_line *lines;
	int count;
	size_t room;
};

/* Adds the lines about decisions of the unit's sheets of the year that are handed in or verified;
 * of a city under either code. */
int decision_sheets_load(struct db *db, int slot, int year, struct arena *arena,
	struct decision_sheets *out, struct error *err);
/* After the change: sentences in the arena; "" = no sheet says anything else. */
int decision_sheets_told(struct db *db, const struct decision_sheets *before, struct arena *arena,
	const char **text, struct error *err);

#endif
