/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening gromada's database: the store with the schema and queries of the model. */
#ifndef MODEL_DATABASE_H
#define MODEL_DATABASE_H

#include "store/db.h"

#define DATABASE_APPLICATION_ID 0x47524d44 /* "GRMD" */

const struct db_schema *database_schema(void);
int database_open(struct db **out, const char *path, enum db_mode mode, const struct db_wait *wait,
	struct error *err);
int database_open_memory(struct db **out, struct error *err); /* for tests */

#endif
