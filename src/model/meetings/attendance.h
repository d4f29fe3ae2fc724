/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who was at a meeting: ticked by one key a person, counted by unit. */
#ifndef MODEL_ATTENDANCE_H
#define MODEL_ATTENDANCE_H

#include "model/meetings/participant.h"

/* One key: came, did not, not ticked. Refused before the day of the meeting. Of a substitute and
 * whom they stand for the other one, not ticked yet, is then ticked as absent. */
int attendance_tick(struct db *db, int64_t id, enum participant_came came, struct error *err);
/* The same from what a person sees: refused with ERROR_CONFLICT where a colleague ticked otherwise
 * since shown was read. */
int attendance_tick_shown(struct db *db, const struct participant *shown,
	enum participant_came came, struct error *err);
/* All who are not ticked yet; when they came, without who declined, who sends a substitute and
 * whose substitute came.
 * *count: how many. */
int attendance_tick_rest(
	struct db *db, int64_t meeting, enum participant_came came, int *count, struct error *err);

struct attendance { /* of one unit, or of all who belong to none (slot NO_SLOT) */
	int slot;
	int invited, accepted, came; /* seats invited; people who will come, came; no guests */
	int guests, guests_came;
	bool member; /* of the group on that day */
};
/* Members in the order of slots, also those of whom nobody was invited. */
int attendance_count(struct db *db, int64_t meeting, struct arena *arena, struct attendance **list,
	int *count, struct error *err);
/* By their Polish names, those of no unit last. */
void attendance_sort(struct attendance *list, int count, const struct unit_table *units);

#endif
