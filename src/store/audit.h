/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The audit log: one line per act of a person, each line sealed by the hash of the one before.
 *
 * hash = SHA-256 in hexadecimal over these fields of the line, in this order:
 *	id, at, person_id, login, action, entity, entity_id, summary, previous
 * each written as "LENGTH:VALUE," (length in bytes, decimal; numbers in decimal), NULL as "-,".
 * previous is the hash of the line before; before the first line stand 64 zeros. Whoever
 * rewrites the whole log can make it fit again: compare the head with one kept elsewhere.
 *
 * Lines are kept two years. Pruning takes the oldest away and adds a line "audit.prune" whose
 * entity_id is the last line that went and whose summary is its hash: the chain begins there. */
#ifndef STORE_AUDIT_H
#define STORE_AUDIT_H

#include "base/arena.h"
#include "store/check.h"
#include "store/db.h"

struct audit_head {
	int64_t id;    /* of the last line; 0 = the log is empty */
	char hash[65]; /* 64 zeros for an empty log */
};

int audit_head(struct db *db, struct audit_head *head, struct error *err);
/* Reads the whole log; tells each line that was changed, left out or put in. The number of
 * faults, or -1. */
int audit_verify(struct db *db, check_fault *fault, void *context, struct error *err);

struct audit_line {
	int64_t id, entity_id; /* 0 = none */
	const char *at;        /* UTC */
	const char *login, *action, *entity, *summary;
};

/* The newest lines first, at most limit; -1 = all. */
int audit_list(struct db *db, int limit, struct arena *arena, struct audit_line **list, int *count,
	struct error *err);
/* Takes away what is older than two years once the oldest line is a month beyond, so that it
 * happens once a month. *pruned: lines that went. */
int audit_prune(struct db *db, int64_t *pruned, struct error *err);

#endif
