/* SPDX-License-Identifier: GPL-3.0-or-later */
/* This office as a member of groups that other offices keep: its packages take there what is of its
 * own unit alone. */
#ifndef MODEL_OWN_MEMBER_H
#define MODEL_OWN_MEMBER_H

#include "store/db.h"

/* The slot under which the office's own unit is or was a member. NO_SLOT where this office keeps
 * the group itself, has no unit, or its unit was never a member. */
int own_member_of(struct db *db, int64_t group, int *slot, struct error *err);
/* ERROR_INPUT at the field for what would stay here for good, because it is about another member.
 * former: the unit that it was about before, NO_SLOT of new ones. */
int own_member_check(
	struct db *db, int64_t group, int slot, int former, int field, struct error *err);

/* The unit that a row was about before: query gives its slot by its id; NO_SLOT of a new one. */
int own_member_former(struct db *db, int query, int64_t id, int *slot, struct error *err);

#endif
