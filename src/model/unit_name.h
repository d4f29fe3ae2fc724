/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How units are called on screens and found by words; used by the register in memory only. */
#ifndef MODEL_UNIT_NAME_H
#define MODEL_UNIT_NAME_H

#include "model/unit.h"

/* Sets label and folded from level, name, kind and code. */
void unit_name_fill(struct unit *u, struct arena *arena);
/* Whether this powiat is a city, by the register's designation or, for units known from BDL
 * only, by its number (cities count from 61). */
bool unit_name_is_city(const struct unit *u, const char *designation);
#endif
