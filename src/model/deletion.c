/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Marks are looked up in the row, who set them in the audit log; lines that went for good were
 * kept with both. */
#include "config.h"

#include "model/deletion.h"

#include "base/text.h"
#include "model/queries.h"

static int
read_one(struct stmt *q, struct deletion *out)
{
	*out = (struct deletion){ .deleted = db_next(q) };
	if (out->deleted) {
		text_copy(out->at, sizeof out->at, db_text(q, 0));
		text_copy(out->login, sizeof out->login, db_text(q, 1));
		out->line = db_int(q, 2);
	}
	return db_end(q);
}

int
deletion_of(
	struct db *db, enum deletion_noun noun, int64_t id, struct deletion *out, struct error *err)
{
	static const char *const marked[DELETION_NOUNS] = { [DELETION_GOAL] = "goal",
		[DELETION_TARGET] = "target",
		[DELETION_TASK] = "task",
		[DELETION_PROBLEM] = "problem",
		[DELETION_MEETING] = "meeting",
		[DELETION_HOMEWORK] = "homework",
		[DELETION_OPINION] = "opinion" };
	struct stmt *q = db_start(db, marked[noun] ? Q_DELETION_MARKED : Q_DELETION_FACTOR, err);

	if (marked[noun])
		db_bind_text(q, 1, marked[noun]);
	db_bind_int(q, marked[noun] ? 2 : 1, id);
	return read_one(q, out);
}

int
deletion_of_words(struct db *db, const struct deleted_of *of, const char *words,
	const char *read_at, struct deletion *out, struct error *err)
{
	struct stmt *q = db_start(db, Q_DELETION_WORDS, err);

	db_bind_text(q, 1, deleted_noun_name(of->noun));
	db_bind_int(q, 2, of->of);
	db_bind_text(q, 3, words);
	db_bind_text(q, 4, read_at);
	return read_one(q, out);
}
