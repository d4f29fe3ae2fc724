/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Everything that a person can see in a database, read through the model, as text to compare:
 * units and their names over time, successions, imports, cards, values with their flags and
 * origin, groups, people, the office. No random identifiers and no instants. */
#ifndef TESTS_FAULT_STATE_H
#define TESTS_FAULT_STATE_H

#include "base/error.h"
#include "store/db.h"

/* The caller's (free); NULL and a sentence when something cannot be read. */
char *state_text(struct db *db, struct error *err);
/* The same without the list of imports and its numbers: what is left after an undo. */
char *state_content(struct db *db, struct error *err);
/* check_database() finds nothing, else -1 with its first sentence. */
int state_sound(struct db *db, struct error *err);
/* 0 when equal, else -1 with the first line that differs. */
int state_same(const char *found, const char *wanted, struct error *err);

#endif
