/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The two codes of a city with powiat rights. */
#include "config.h"

#include "model/units/unit_city.h"

#include "model/queries.h"

#include <stdio.h>
#include <string.h>

bool
unit_is_city_powiat(const struct unit_table *t, const struct unit *u)
{
	const struct unit *above;

	if (u->level == LEVEL_POWIAT)
		return u->city;
	if (u->level != LEVEL_GMINA)
		return false;
	above = unit_by_slot(t, u->parent);
	return above && above->city;
}

int
unit_city_twin(const struct unit_table *t, int slot)
{
	const struct unit *u = unit_by_slot(t, slot);

	if (!u || !unit_is_city_powiat(t, u))
		return NO_SLOT;
	if (u->level == LEVEL_GMINA)
		return u->parent;
	for (int i = 0; i < t->count; i++)
		if (t->units[i].parent == slot && t->units[i].level == LEVEL_GMINA)
			return t->units[i].slot;
	return NO_SLOT;
}

int
unit_twin_of(struct db *db, int slot, int *twin, struct error *err)
{
	struct stmt *q = db_start(db, Q_UNIT_CODE_OF, err);
	char key[UNIT_CODE_SIZE] = "";

	db_bind_int(q, 1, slot);
	if (db_next(q))
		unit_code_twin(db_text(q, 0), key);
	*twin = slot;
	if (db_end(q) < 0 || (key[0] && unit_slot_of(db, key, twin, err) < 0))
		return -1;
	if (*twin == NO_SLOT)
		*twin = slot;
	return 0;
}

char *
unit_code_twin(const char *key, char dst[UNIT_CODE_SIZE])
{
	size_t length = strlen(key);
	bool powiat = length == 4, gmina = length == 6 && strcmp(key + 4, "01") == 0;

	if ((powiat || gmina) && key[2] >= '6')
		snprintf(dst, UNIT_CODE_SIZE, "%.4s%s", key, powiat ? "01" : "");
	else
		dst[0] = '\0';
	return dst;
}

bool
unit_code_same(const char *a, const char *b)
{
	char twin[UNIT_CODE_SIZE];

	return strcmp(a, b) == 0 || (a[0] && strcmp(unit_code_twin(a, twin), b) == 0);
}
