/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How units are called on screens and found by words; used by the register in memory only. */
#ifndef MODEL_UNIT_NAME_H
#define MODEL_UNIT_NAME_H

#include "model/units/unit.h"

/* Sets label and folded from level, name, kind and code. */
void unit_name_fill(struct unit *u, struct arena *arena);
/* Whether this powiat is a city, by the register's designation or, for units known from BDL
 * only, by its number (cities count from 61). */
bool unit_name_is_city(const struct unit *u, const char *designation);
/* The beginning of a name as a number. Where two names' numbers both lack ORDER_KEY_VAGUE and
 * differ, text_compare of the names differs the same way. */
#define ORDER_KEY_VAGUE UINT64_C(1)
uint64_t unit_name_order_key(const char *name);

#endif
