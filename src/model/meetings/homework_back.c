/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Deleting homework and bringing it back. */
#include "config.h"

#include "model/meetings/homework_parts.h"

#include <stdio.h>

static int
retire(struct db *db, void *context, struct error *err)
{
	const struct homework *h = context;

	return homework_check_deleting(db, h->id, err) ||
			       kept_mark_retired(db, &homework_kept, h->id, h->rev, err)
		       ? -1
		       : 0;
}

static int
bring_back(struct db *db, void *context, struct error *err)
{
	const struct homework *h = context;

	return homework_check_return(db, h->id, err) ||
			       kept_mark_restored(db, &homework_kept, h->id, err)
		       ? -1
		       : 0;
}

/* One act of either kind. */
static int
write_mark(struct db *db, struct homework *h, const char *action,
	int (*change)(struct db *, void *, struct error *), struct error *err)
{
	char number[32];
	const struct db_act act = { .action = action,
		.entity = homework_kept.table,
		.entity_id = h->id,
		.summary = number };

	snprintf(number, sizeof(number), "%lld", (long long)h->id);
	return db_write(db, &act, change, h, err);
}

int
homework_retire(struct db *db, int64_t id, int64_t rev, struct error *err)
{
	struct homework h = { .id = id, .rev = rev };

	return write_mark(db, &h, homework_kept.retired, retire, err);
}

int
homework_bring_back(struct db *db, int64_t id, struct error *err)
{
	struct homework h = { .id = id };

	return write_mark(db, &h, homework_kept.restored, bring_back, err);
}
