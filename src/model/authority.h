/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The authorities of a unit as documents name them: its council and its executive. */
#ifndef MODEL_AUTHORITY_H
#define MODEL_AUTHORITY_H

#include "model/office.h"
#include "model/units/unit.h"

/* As the office's settings say where the unit is the office's own, else as the kind of unit has it,
 * translated. office and unit may be NULL. */
const char *authority_council(const struct office *office, const struct unit *unit);
const char *authority_executive(const struct office *office, const struct unit *unit);

#endif
