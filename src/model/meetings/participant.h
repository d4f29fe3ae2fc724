/* SPDX-License-Identifier: GPL-3.0-or-later */
/* People of a meeting: invited, answered; substitutes and guests. Who came: attendance.h. */
#ifndef MODEL_PARTICIPANT_H
#define MODEL_PARTICIPANT_H

#include "model/meetings/meeting.h"
#include "model/units/unit.h"

enum participant_part {
	PARTICIPANT_MEMBER,
	PARTICIPANT_MODERATOR,
	PARTICIPANT_EXPERT,
	PARTICIPANT_GUEST,
	PARTICIPANT_SUBSTITUTE,
	PARTICIPANT_COORDINATOR
};
enum participant_answer { REPLY_NONE, REPLY_YES, REPLY_NO, REPLY_MAYBE, REPLY_SUBSTITUTE };
enum participant_came { CAME_UNKNOWN, CAME_YES, CAME_NO };
const char *participant_part_name(enum participant_part part);
const char *participant_part_label(enum participant_part part);
const char *participant_answer_name(enum participant_answer answer);
const char *participant_answer_label(enum participant_answer answer);

enum participant_field {
	PARTICIPANT_FIELD_NAME = 1,
	PARTICIPANT_FIELD_UNIT,
	PARTICIPANT_FIELD_PART,
	PARTICIPANT_FIELD_FOR,
	PARTICIPANT_FIELD_ANSWER,
	PARTICIPANT_FIELD_ANSWERED_ON,
	PARTICIPANT_FIELD_REMARK
};

struct participant {
	int64_t id, meeting;
	int64_t contact; /* 0 = without a card, or erased */
	int slot;        /* for whom; NO_SLOT = of no unit */
	enum participant_part part;
	char name[128];                    /* of the card, else the guest's own; "" = erased */
	char post[128], organisation[128]; /* of the card, shown only */
	int64_t stands_for;                /* participant, 0 = nobody */
	char stands_for_name[128];
	char invited_on[11];
	enum participant_answer answer;
	char answered_on[11], remark[200];
	enum participant_came came;
	int64_t seen;  /* what it said when it was read, for ERROR_CONFLICT */
	int64_t whole; /* the same with the tick, which is one key */
};

/* Units in TERYT order, a substitute after whom he stands for; people of no unit come last. */
int participant_list(struct db *db, int64_t meeting, struct arena *arena, struct participant **list,
	int *count, struct error *err);
int participant_load(struct db *db, int64_t id, struct participant *out, struct error *err);
int participant_save(struct db *db, struct participant *p, struct error *err);
/* As it was read: whole is checked. */
int participant_remove(struct db *db, int64_t id, int64_t whole, struct error *err);
/* The answer to the invitation by one key: refused with ERROR_CONFLICT where a colleague entered
 * another one since shown was read. */
int participant_answered(struct db *db, const struct participant *shown,
	enum participant_answer answer, struct error *err);
/* Adds the people of the group who are missing on the list. *count: how many. */
int participant_invite_group(struct db *db, int64_t meeting, int *count, struct error *err);
/* The same order with units by their Polish names, for people. */
void participant_sort(struct participant *list, int count, const struct unit_table *units);
/* Inside a write. */
int participant_fill(struct db *db, int64_t meeting, int64_t *added, struct error *err);

#endif
