/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Deleting and bringing back, alike for nouns that an office keeps. */
#include "config.h"

#include "model/noun.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/owner.h"

int
noun_find_own(struct db *db, const struct noun *noun, int64_t id, struct error *err)
{
	struct stmt *q = db_start(db, noun->owner, err);
	char owner[OWNER_SIZE] = "";
	bool found;

	db_bind_int(q, 1, id);
	found = db_next(q);
	if (found)
		text_copy(owner, sizeof(owner), db_text(q, 0));
	if (db_end(q) < 0)
		return -1;
	if (!found && noun->gone)
		return error_set(err, ERROR_MISSING, "%s", _(noun->gone));
	db_act_entity(db, id);
	return owner_check(db, owner, err);
}

struct marking {
	const struct noun *noun;
	int64_t id, rev;
	bool back;
};

static int
mark(struct db *db, void *context, struct error *err)
{
	const struct marking *m = context;
	const struct noun *noun = m->noun;
	struct stmt *q;
	int64_t changed;
	char now[32];

	if (noun_find_own(db, noun, m->id, err))
		return -1;
	q = db_start(db, m->back ? noun->restore : noun->retire, err);
	db_bind_int(q, 1, m->id);
	if (!m->back)
		db_bind_text(q, 2, clock_now_utc(now, sizeof(now)));
	if (m->rev)
		db_bind_int(q, 3, m->rev);
	if (db_run(q, &changed) < 0)
		return -1;
	if (changed)
		return 0;
	return error_set(err, m->back ? noun->late_restore_code : noun->late_retire_code, "%s",
		m->back ? _(noun->late_restore) : _(noun->late_retire));
}

static int
write_mark(struct db *db, struct marking *m, struct error *err)
{
	const struct db_act act = { .action = m->back ? m->noun->restored : m->noun->retired,
		.entity = m->noun->table };

	return db_write(db, &act, mark, m, err);
}

int
noun_retire(struct db *db, const struct noun *noun, int64_t id, int64_t rev, struct error *err)
{
	struct marking m = { noun, id, rev, false };

	return write_mark(db, &m, err);
}

int
noun_restore(struct db *db, const struct noun *noun, int64_t id, struct error *err)
{
	struct marking m = { noun, id, 0, true };

	return write_mark(db, &m, err);
}
