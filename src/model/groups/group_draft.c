/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which figures of a group's comparison are not verified, and which are drafts. */
#include "config.h"

#include "model/groups/group_sheet.h"

#include "model/queries.h"

#include <string.h>

static int
read_stages(struct db *db, int64_t indicator, int year, unsigned char *stages, int slots,
	struct error *err)
{
	struct stmt *q = db_start(db, Q_GROUP_SHEET_UNVERIFIED, err);

	db_bind_int(q, 1, indicator);
	db_bind_int(q, 2, year);
	while (db_next(q)) {
		unsigned char stage = db_int(q, 1) ? FIGURE_DRAFT : FIGURE_UNVERIFIED;
		int64_t slot = db_int(q, 0);

		if (slot < slots && stage > stages[slot])
			stages[slot] = stage;
	}
	return db_end(q);
}

int
group_figure_stages(struct db *db, const struct indicator *indicator, int year,
	unsigned char *stages, int slots, struct error *err)
{
	const int64_t parts[] = { indicator->numerator_id, indicator->denominator_id };

	memset(stages, FIGURE_SETTLED, (size_t)slots);
	if (indicator->kind == INDICATOR_OWN)
		return read_stages(db, indicator->id, year, stages, slots, err);
	if (indicator->kind != INDICATOR_DERIVED)
		return 0;
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		if (read_stages(db, parts[i], year, stages, slots, err))
			return -1;
	return 0;
}
