/* SPDX-License-Identifier: GPL-3.0-or-later */
/* People who use the database. Roles prevent mistakes, not attacks. */
#ifndef MODEL_PERSON_H
#define MODEL_PERSON_H

#include "base/arena.h"
#include "store/db.h"

#include <stdbool.h>

enum person_role { PERSON_READER, PERSON_CLERK, PERSON_COORDINATOR, PERSON_ADMINISTRATOR };

struct person {
	int64_t id;
	char uid[33];
	int64_t rev;
	char login[64];
	char name[128];
	enum person_role role;
	bool retired; /* may not use the database any more */
};

/* The person with this login; the first one ever becomes administrator, later ones clerks.
 * Tells the store who acts. In a database that may only be read a new person is a reader
 * without a row (id 0). */
int person_enter(struct db *db, const char *login, struct person *out, struct error *err);
/* For who only reads: the same, but a new person gets no row; what a first act would make of them
 * stands in out (id 0). */
int person_look(struct db *db, const char *login, struct person *out, struct error *err);
int person_list(struct db *db, struct arena *arena, struct person **list, int *count,
	struct error *err);
/* The same and then those shut out. */
int person_list_everyone(struct db *db, struct arena *arena, struct person **list, int *count,
	struct error *err);
/* By login, whether in use or retired; ERROR_MISSING with a sentence when unknown. */
int person_load(struct db *db, const char *login, struct person *out, struct error *err);
/* Saves name and role; rev must be the one that was read, else ERROR_CONFLICT. */
int person_save(struct db *db, struct person *person, struct error *err);
/* Shuts a person out, and lets one in again. There is always an administrator. */
int person_retire(struct db *db, const struct person *person, struct error *err);
int person_restore(struct db *db, const struct person *person, struct error *err);
/* -1 when there is no such role. */
int person_role_from_name(const char *name);
/* 0 when the person may, else ERROR_DENIED with a sentence that names the role needed. */
int person_may(const struct person *person, enum person_role needed, struct error *err);
const char *person_role_name(enum person_role role);  /* machine name */
const char *person_role_label(enum person_role role); /* translated */

#endif
