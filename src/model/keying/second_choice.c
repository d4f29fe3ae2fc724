/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which forms are keyed twice. */
#include "config.h"

#include "model/surveys/form_parts.h"
#include "model/queries.h"

#include <string.h>

enum { FIELDS_LEAST = 100 }; /* compared before a batch is judged */

/* Reproducible: who asks again gets the same forms. FNV-1a, its halves mixed. */
static unsigned
draw(const char *uid)
{
	uint64_t hash = 0xcbf29ce484222325u;

	for (; *uid; uid++)
		hash = (hash ^ (unsigned char)*uid) * 0x100000001b3u;
	hash ^= hash >> 32;
	return (unsigned)(hash % 100);
}

bool
second_chosen(const struct form_now *f)
{
	int64_t place = f->number - f->first_number + 1;

	if (!f->paper || !f->batch)
		return false;
	if (f->second_whole || !strcmp(f->second_choice, "all"))
		return true;
	if (!strcmp(f->second_choice, "nth"))
		return place >= f->second_start && (place - f->second_start) % f->second_every == 0;
	if (!strcmp(f->second_choice, "share"))
		return draw(f->uid) < (unsigned)f->second_share;
	return false;
}

/* Whether the finished sample differs in more than the threshold of its fields. */
static int
differs_much(struct db *db, const struct form_now *f, bool *much, struct error *err)
{
	struct stmt *row = db_start(db, Q_SECOND_PENDING, err);
	int64_t pending, compared = 0, differing = 0;

	db_bind_int(row, 1, f->batch);
	pending = db_next(row) ? db_int(row, 0) : 0;
	if (db_end(row) < 0)
		return -1;
	row = db_start(db, Q_SECOND_RATE, err);
	db_bind_int(row, 1, f->batch);
	if (db_next(row)) {
		compared = db_int(row, 0);
		differing = db_int(row, 1);
	}
	*much = pending == 0 && compared >= FIELDS_LEAST &&
		(double)differing * 100 > f->threshold * (double)compared;
	return db_end(row);
}

int
second_extend(struct db *db, const struct form_now *f, bool *extended, struct error *err)
{
	static const int changes[] = { Q_SECOND_WHOLE, Q_SECOND_CHOOSE_REST };

	*extended = false;
	if (!f->batch || f->second_whole)
		return 0;
	if (differs_much(db, f, extended, err) < 0)
		return -1;
	for (size_t i = 0; *extended && i < sizeof(changes) / sizeof(changes[0]); i++) {
		struct stmt *row = db_start(db, changes[i], err);

		db_bind_int(row, 1, f->batch);
		if (db_run(row, NULL) < 0)
			return -1;
	}
	return 0;
}
