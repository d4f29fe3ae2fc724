/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Deleting and bringing back what an office keeps: a noun says which queries and sentences are its
 * own, the rest is alike. Deleting is a mark; only the office that keeps a row sets it. */
#ifndef MODEL_NOUN_H
#define MODEL_NOUN_H

#include "store/db.h"

struct noun {
	const char *table;              /* of the audit lines */
	const char *retired, *restored; /* acts of the audit log */
	int owner;                      /* query by id: its first column is the owner */
	int retire;                     /* query: id, instant; rev as well where it is checked */
	int restore;                    /* query: id */
	const char *gone;               /* N_() no such row; NULL = as the two that follow */
	enum error_code late_retire_code, late_restore_code;
	const char *late_retire, *late_restore; /* N_() nothing was changed: it is not as it was */
};

/* Inside db_write: the row is there and ours; names it in the audit line. */
int noun_find_own(struct db *db, const struct noun *noun, int64_t id, struct error *err);
/* One audited write each. rev 0 = however it is now. */
int noun_retire(struct db *db, const struct noun *noun, int64_t id, int64_t rev, struct error *err);
int noun_restore(struct db *db, const struct noun *noun, int64_t id, struct error *err);

#endif
