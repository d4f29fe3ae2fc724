/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cities with powiat rights: two units, a powiat and its one gmina, and one local government. */
#ifndef MODEL_UNIT_CITY_H
#define MODEL_UNIT_CITY_H

#include "model/units/unit.h"

/* powiat that is a city, or its gmina */
bool unit_is_city_powiat(const struct unit_table *t, const struct unit *u);
/* of a city's powiat its gmina, of the gmina its powiat; NO_SLOT of any other unit */
int unit_city_twin(const struct unit_table *t, int slot);
/* unit_city_twin() without the table; the slot itself where there is no other. */
int unit_twin_of(struct db *db, int slot, int *twin, struct error *err);

/* The other key of a city, "1061" of "106101" and the other way; "" of any other unit. TERYT
 * numbers the powiats that are cities from 61 on. Returns dst. */
char *unit_code_twin(const char *key, char dst[UNIT_CODE_SIZE]);
/* Whether two keys name one local government: equal ones, and both of a city. */
bool unit_code_same(const char *a, const char *b);

#endif
