/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The store with the tables and queries of the model. */
#include "config.h"

#include "model/database.h"

#include "model/results/published.h"
#include "model/queries.h"
#include "model/schema.h"

const struct db_schema *
database_schema(void)
{
	static struct db_schema schema;

	schema = (struct db_schema){
		.application_id = DATABASE_APPLICATION_ID,
		.steps = schema_steps,
		.step_count = schema_step_count,
		.queries = queries_table,
		.query_count = QUERY_COUNT,
		.watched = "wave_change", /* kept by triggers: whatever counts in a wave */
		.settle = published_recompute,
	};
	return &schema;
}

int
database_open(struct db **out, const char *path, enum db_mode mode, const struct db_wait *wait,
	struct error *err)
{
	return db_open(out, path, mode, database_schema(), wait, err);
}

int
database_open_memory(struct db **out, struct error *err)
{
	return db_open_memory(out, database_schema(), err);
}
