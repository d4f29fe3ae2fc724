/* SPDX-License-Identifier: GPL-3.0-or-later */
/* People who key forms. With an account of one's own the operator follows the account; on a
 * shared one a person says who is keying, and reports say that it was only declared. */
#ifndef MODEL_OPERATOR_H
#define MODEL_OPERATOR_H

#include "model/person.h"

/* Fields that errors of operator_save name; a form of fields follows this order. */
enum operator_field { OPERATOR_FIELD_NAME = 1, OPERATOR_FIELD_INITIALS, OPERATOR_FIELD_STARTS,
	OPERATOR_FIELD_ENDS, OPERATOR_FIELD_AUTHORISATION, OPERATOR_FIELD_ACCOUNT };

struct operator_entry { /* zero = new */
	int64_t id, rev;
	char uid[33];
	int64_t person; /* own account, 0 = none */
	char login[64]; /* of the account, shown only */
	char name[128], initials[16];
	char starts_on[12], ends_on[12]; /* dates; ends_on "" = still keys */
	char authorisation[128];         /* number and date of the right to process data */
};

int operator_list(struct db *db, struct arena *arena, struct operator_entry **list, int *count,
	struct error *err);
int operator_load(struct db *db, int64_t id, struct operator_entry *out, struct error *err);
/* ERROR_MISSING: nobody has these initials. */
int operator_by_initials(struct db *db, const char *initials, struct operator_entry *out,
	struct error *err);
int operator_save(struct db *db, struct operator_entry *o, struct error *err);
/* Erases name, initials and authorisation; what was keyed stays, counted under nobody. Refused
 * while a form that this person read waits for second keying or settling, which is another's. */
int operator_erase(struct db *db, int64_t id, struct error *err);

struct keyer { /* who keys now */
	int64_t id;
	char name[128], initials[16];
	bool declared; /* said so on a shared account */
};

/* The operator of the person's own account. ERROR_MISSING: on an account of one's own an operator
 * can be made of it by operator_make_own; on a shared one a person must say who keys. */
int operator_of(struct db *db, int64_t person, struct keyer *out, struct error *err);
int operator_make_own(struct db *db, const struct person *person, struct keyer *out,
	struct error *err);
/* By initials, as declared on a shared account: must key today (starts_on, ends_on). */
int operator_declare(struct db *db, const char *initials, struct keyer *out, struct error *err);

#endif
