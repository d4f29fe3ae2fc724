/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What members do between meetings: given at a meeting, answered by the member, reviewed at the
 * next one. */
#ifndef MODEL_HOMEWORK_H
#define MODEL_HOMEWORK_H

#include "base/arena.h"
#include "model/owner.h"
#include "model/units/unit.h"

enum homework_state { HOMEWORK_OPEN, HOMEWORK_OVERDUE, HOMEWORK_DONE, HOMEWORK_NOT_DONE,
	HOMEWORK_STATES };
const char *homework_state_name(enum homework_state s);  /* open, overdue, done, not_done */
const char *homework_state_label(enum homework_state s); /* translated */

struct homework_answer { /* the member's own row; id 0 = none yet */
	int64_t id, rev;
	const char *owner;
	enum homework_state state; /* HOMEWORK_OPEN, _DONE, _NOT_DONE */
	const char *text;          /* what was done, or why not */
	const char *answered_on;   /* "" while it is open */
};

/* Texts in the arena, never NULL; text, review and an answer's text have KEPT_LINES_SIZE
 * (model/kept.h). */
struct homework {
	int64_t id, rev;
	const char *uid, *owner;
	int64_t group, meeting, item; /* meeting, item: 0 = none */
	const char *group_code;
	int meeting_number;           /* in its group, 0 = none */
	const char *meeting_on;       /* its day */
	int slot;                     /* who; NO_SLOT = moderator or coordinator */
	int64_t contact;              /* person, 0 = none */
	const char *text, *due_on;
	int64_t reviewed;             /* meeting, 0 = not yet */
	int reviewed_number;
	const char *review;           /* what that meeting said */
	const char *retired_at;       /* "" = in use */
	struct homework_answer answer;
	enum homework_state state;    /* as of today */
};

enum homework_show { HOMEWORK_SHOW_ALL, HOMEWORK_SHOW_OPEN /* overdue ones too */,
	HOMEWORK_SHOW_OVERDUE, HOMEWORK_SHOW_RETIRED };
struct homework_filter { /* zeros = everything */
	int64_t group;
	int64_t meeting;   /* given there */
	int64_t before;    /* meeting: given before it in its group, what it reviews */
	int slot;
	enum homework_show show;
};

/* By due day. */
int homework_list(struct db *db, const struct homework_filter *filter, struct arena *arena,
	struct homework **list, int *count, struct error *err);
/* For people: within a due day by the names of units, what is no unit's last. */
void homework_sort(struct homework *list, int count, const struct unit_table *units);
/* ERROR_MISSING */
int homework_load(struct db *db, int64_t id, struct arena *arena, struct homework *out,
	struct error *err);

/* Fields of errors; a form of fields follows this order. */
enum homework_field {
	HOMEWORK_FIELD_GROUP = 1,
	HOMEWORK_FIELD_MEETING,
	HOMEWORK_FIELD_WHO,
	HOMEWORK_FIELD_UNIT,
	HOMEWORK_FIELD_CHOSEN,
	HOMEWORK_FIELD_TEXT,
	HOMEWORK_FIELD_DUE,
	HOMEWORK_FIELD_REVIEWED,
	HOMEWORK_FIELD_REVIEW
};
/* id 0 = a new one; rev is checked, reviewed and review are written too. Fills id, rev and uid,
 * which goes into the arena. */
int homework_save(struct db *db, struct homework *h, struct arena *arena, struct error *err);
/* A copy for every member of the group on the day it is given; *given: how many. */
int homework_give_all(struct db *db, const struct homework *h, int *given, struct error *err);
/* A copy for each of these units in one write, however often it is named; *given: how many. */
int homework_give(struct db *db, const struct homework *h, const int *slots, int count, int *given,
	struct error *err);
/* The member's answer: state, text, answered_on. Not done needs a reason. */
int homework_answer(struct db *db, const struct homework *h, const struct homework_answer *answer,
	struct error *err);
/* A meeting has looked at it and says so. */
int homework_review(struct db *db, const struct homework *h, int64_t meeting, const char *review,
	struct error *err);
int homework_retire(struct db *db, int64_t id, int64_t rev, struct error *err);
int homework_bring_back(struct db *db, int64_t id, struct error *err);

#endif
