/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who deleted a thing, and when: told to whoever still has it open in a form. */
#ifndef MODEL_DELETION_H
#define MODEL_DELETION_H

#include "model/deleted_line.h"

enum deletion_noun {
	DELETION_GOAL,
	DELETION_TARGET,
	DELETION_TASK,
	DELETION_PROBLEM,
	DELETION_FACTOR,
	DELETION_MEETING,
	DELETION_HOMEWORK,
	DELETION_OPINION,
	DELETION_NOUNS
};

struct deletion {
	bool deleted;
	char login[64]; /* of whose act the log says it was; "" = it does not */
	char at[32];    /* UTC */
	int64_t line;   /* for deleted_line_restore(); 0 = the row is there and marked */
};

/* By its id. Not deleted where there is no such row. */
int deletion_of(struct db *db, enum deletion_noun noun, int64_t id, struct deletion *out,
	struct error *err);
/* Of a line that only its words tell from others: the last one deleted with these since it was
 * read (UTC); what was deleted before was another. */
int deletion_of_words(struct db *db, const struct deleted_of *of, const char *words,
	const char *read_at, struct deletion *out, struct error *err);

#endif
