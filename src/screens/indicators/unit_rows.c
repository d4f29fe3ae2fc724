/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a unit stands in a list of units. */
#include "config.h"

#include "screens/indicators/unit_rows.h"

#include "base/i18n.h"
#include "base/text.h"
#include "screens/frame/list_screen.h"
#include "screens/indicators/scope.h"

#include <stdio.h>

void
unit_row_cell(const struct unit_table *units, int slot, int marked, int column,
	struct list_cell *c)
{
	const struct unit *unit = unit_by_slot(units, slot);

	if (unit->slot == marked)
		c->role = ROLE_OWN;
	else if (unit->ends_on[0])
		c->role = ROLE_MISSING;
	switch (column) {
	case 0:
		snprintf(c->text, sizeof c->text, "%s%s", unit->slot == marked ? "* " : "",
			unit->label);
		break;
	case 1:
		text_copy(c->text, sizeof c->text, unit_kind_label(unit));
		break;
	case 2:
		text_copy(c->text, sizeof c->text, scope_above(units, unit));
		break;
	default:
		text_copy(c->text, sizeof c->text, unit_teryt(unit));
		break;
	}
}

void
unit_row_key(const struct unit_table *units, int slot, char *dst, size_t size)
{
	const struct unit *unit = unit_by_slot(units, slot);

	snprintf(dst, size, "%s %s", unit->label, unit_teryt(unit));
}

void
unit_row_go(struct screens *s, void *list_screen, int slot)
{
	struct list_screen *l = list_screen;
	char id[16];
	int row;

	snprintf(id, sizeof id, "%d", slot);
	row = list_screen_find(l, id);
	if (row >= 0)
		list_select(&l->list, row);
	else
		screens_say(s, "%s", _("The own unit is not among these units."));
}
