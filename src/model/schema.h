/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The migration steps of data/schema, compiled in. */
#ifndef MODEL_SCHEMA_H
#define MODEL_SCHEMA_H

#include "store/db.h"

extern const struct db_step schema_steps[];
extern const int schema_step_count;

#endif
