/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The audit log: one line per act of a person, each line sealed by the hash of the one before.
 *
 * hash = SHA-256 in hexadecimal over these fields of the line, in this order:
 *	id, at, person_id, login, action, entity, entity_id, summary, previous
 * each written as "LENGTH:VALUE," (length in bytes, decimal; numbers in decimal), NULL as "-,".
 * previous is the hash of the line before; before the first line stand 64 zeros. Whoever
 * rewrites the whole log can make it fit again: compare the head with one kept elsewhere. */
#ifndef STORE_AUDIT_H
#define STORE_AUDIT_H

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

#endif
