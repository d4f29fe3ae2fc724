/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a unit stands in a list of units: name, kind, unit above, code. */
#ifndef SCREENS_UNIT_ROWS_H
#define SCREENS_UNIT_ROWS_H

#include "model/units/unit.h"
#include "tui/list.h"
#include "tui/screen.h"

/* marked: slot of the own unit. column: 0 name, 1 kind, 2 unit above, 3 code. */
void unit_row_cell(const struct unit_table *units, int slot, int marked, int column,
	struct list_cell *c);
/* What search and filter look through: name and code. */
void unit_row_key(const struct unit_table *units, int slot, char *dst, size_t size);
/* In a list screen whose ids are slots: to the row of the own unit, or says it is not there. */
void unit_row_go(struct screens *s, void *list_screen, int slot);

#endif
