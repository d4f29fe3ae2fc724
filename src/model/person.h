/* SPDX-License-Identifier: GPL-3.0-or-later */
/* People who use the database. Roles prevent mistakes, not attacks. */
#ifndef MODEL_PERSON_H
#define MODEL_PERSON_H

#include "base/arena.h"
#include "store/db.h"

enum person_role { PERSON_READER, PERSON_CLERK, PERSON_COORDINATOR, PERSON_ADMINISTRATOR };

struct person {
	int64_t id;
	char uid[33];
	int64_t rev;
	char login[64];
	char name[128];
	enum person_role role;
};

/* The person with this login; the first one ever becomes administrator, later ones clerks.
 * Tells the store who acts. In a database that may only be read a new person is a reader
 * without a row (id 0). */
int person_enter(struct db *db, const char *login, struct person *out, struct error *err);
int person_list(struct db *db, struct arena *arena, struct person **list, int *count,
	struct error *err);
/* 0 when the person may, else ERROR_DENIED with a sentence that names the role needed. */
int person_may(const struct person *person, enum person_role needed, struct error *err);
const char *person_role_name(enum person_role role);  /* machine name */
const char *person_role_label(enum person_role role); /* translated */

#endif
