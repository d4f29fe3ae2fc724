/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The coordinator's overview: how far every group is, in one table. */
#ifndef MODEL_GROUP_OVERVIEW_H
#define MODEL_GROUP_OVERVIEW_H

#include "base/arena.h"
#include "store/db.h"

struct overview_row { /* texts in the arena, never NULL */
	int64_t group;
	const char *code, *name, *kind, *service; /* kind: machine name */
	const char *stage;             /* of the last meeting held, else of the first planned; "" */
	const char *next_at; /* of the next meeting that is neither held nor cancelled; "" */
	const char *last_at;           /* of the last one held; "" */
	int members;                   /* present ones */
	int held, planned;             /* meetings; planned: invited ones too */
	int invited, attended;         /* people at meetings held, without guests */
	int homework_open, homework_overdue;
	int returns, returns_in;       /* data sheets asked of present members; sent or verified */
	int conclusions, plans;
	bool made_up;
};

/* All groups in order of codes; today: 2026-11-22. A few queries whatever the number of groups. */
int group_overview(struct db *db, const char *today, struct arena *arena,
	struct overview_row **list, int *count, struct error *err);

#endif
