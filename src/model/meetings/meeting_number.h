/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers of a group's meetings in the order of their days. They are given in the order of entering
 * and stay (meeting.h) until somebody asks for this. */
#ifndef MODEL_MEETING_NUMBER_H
#define MODEL_MEETING_NUMBER_H

#include "base/arena.h"
#include "base/error.h"

#include <stdbool.h>
#include <stdint.h>

struct db;

struct meeting_number { /* one whose number the order of days would change */
	int64_t id;
	int from, to;
	const char *starts_at; /* in the arena */
	bool sent;             /* its minutes went out: it cannot change */
};

/* Meetings of the group, neither cancelled nor deleted, by day: none where numbers follow the days
 * already. ERROR_INPUT where the minutes of one of them went out: its number stays. */
int meeting_numbers_astray(struct db *db, int64_t group, struct arena *arena,
	struct meeting_number **list, int *count, struct error *err);
/* Gives the same numbers anew, all in one write; what came from another office is refused. The list
 * is as it was before. */
int meeting_renumber(struct db *db, int64_t group, struct arena *arena,
	struct meeting_number **list, int *count, struct error *err);

#endif
