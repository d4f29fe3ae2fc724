/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What members of a group are lent by their former codes and by the other code of a city. */
#include "config.h"

#include "model/indicators/lent.h"

#include "model/indicators/flag.h"
#include "model/units/unit_city.h"

static bool
valued(const struct vector *v, int slot)
{
	return slot != NO_SLOT && slot < v->slots && !flag_missing(v->flag[slot]);
}

int
lent_slot(const struct unit_table *units, const struct path *path, const struct vector *v,
	int member, int year, bool *before)
{
	int from = path_figure_slot(path, v, member, year);
	int twin = NO_SLOT, other = NO_SLOT;

	if (from >= v->slots || v->flag[from] == FLAG_ABSENT || v->flag[from] == FLAG_EMPTY)
		twin = unit_city_twin(units, member);
	if (twin != NO_SLOT)
		other = path_figure_slot(path, v, twin, year);
	if (valued(v, other)) {
		*before = other != twin;
		return other;
	}
	*before = from != member && valued(v, from);
	return from;
}

int
lent_load(struct db *db, const struct unit_table *units, const struct unit_filter *filter,
	struct arena *arena, struct lent *out, struct error *err)
{
	*out = (struct lent){ .units = units, .members = filter->group ? filter->members : NULL };
	return out->members ? path_load(db, units, arena, &out->path, err) : 0;
}

static void
copy(struct vector *v, int from, int to)
{
	if (from >= v->slots || to >= v->slots)
		return;
	v->value[to] = v->value[from];
	v->flag[to] = v->flag[from];
}

void
lent_fill(const struct lent *l, int year, struct vector *v, struct value_parts *parts,
	unsigned char *before)
{
	for (int slot = 1; l->members && slot < l->units->slots; slot++) {
		bool former = false;
		int from = slot;

		if (l->members[slot])
			from = lent_slot(l->units, &l->path, v, slot, year, &former);
		if (from == slot || l->members[from] || !valued(v, from))
			continue;
		copy(v, from, slot);
		if (parts && parts->derived) {
			copy(&parts->numerator, from, slot);
			copy(&parts->denominator, from, slot);
		}
		if (before)
			before[slot] = former;
	}
}
