/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether figures of a target's unit come from its card. */
#include "config.h"

#include "model/strategies/target_course.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "model/indicators/flag.h"
#include "model/indicators/indicator.h"
#include "model/indicators/path.h"
#include "model/indicators/value.h"

enum { OLDEST_YEAR = 1990 };

struct looking {
	struct db *db;
	const struct unit_table *units;
	struct arena *arena;
	struct path path;
	struct indicator card;
};

static int
has_values(struct looking *l, int slot, bool *has, struct error *err)
{
	struct value_point *points;
	int count;

	*has = false;
	if (value_series_along(l->db, l->units, &l->path, &l->card, path_now(&l->path, slot),
		    OLDEST_YEAR, clock_today().year, l->arena, &points, &count, err))
		return -1;
	for (int i = 0; i < count && !*has; i++)
		*has = points[i].flag != FLAG_ABSENT;
	return 0;
}

static int
look_above(struct looking *l, int slot, const struct unit **above, struct error *err)
{
	const struct unit *unit = unit_by_slot(l->units, slot);
	bool has = false;

	*above = NULL;
	while (unit && unit->parent != NO_SLOT && !has) {
		unit = unit_by_slot(l->units, unit->parent);
		if (unit && has_values(l, unit->slot, &has, err))
			return -1;
	}
	*above = has ? unit : NULL;
	return 0;
}

int
target_fed(struct db *db, const struct unit_table *units, const struct target *t, bool *fed,
	const struct unit **above, struct error *err)
{
	struct arena arena = { 0 };
	struct looking l = { .db = db, .units = units, .arena = &arena };
	struct error missing = { .code = ERROR_NONE };
	struct strategy s;
	int slot, failed;

	*fed = true;
	*above = NULL;
	if (!t->indicator[0])
		return 0;
	if (strategy_load(db, t->strategy, &s, err))
		return -1;
	slot = t->slot == NO_SLOT ? s.slot : t->slot;
	if (indicator_load(db, t->indicator, &arena, &l.card, &missing))
		failed = 0; /* the save says so */
	else
		failed = path_load(db, units, &arena, &l.path, err) ||
			 has_values(&l, slot, fed, err) ||
			 (!*fed && look_above(&l, slot, above, err));
	arena_release(&arena);
	return failed ? -1 : 0;
}

const char *
target_unfed_text(const struct target *t, const struct unit *whose, const struct unit *above,
	struct arena *arena)
{
	const char *text = arena_format(arena, _("Indicator %s has no value of this unit (%s)."),
		t->indicator, whose ? whose->label : "–");

	return above ? arena_format(arena,
			       _("%s It has values of %s, whose figure an indicator of context can "
				 "show."),
			       text, above->label)
		     : text;
}
