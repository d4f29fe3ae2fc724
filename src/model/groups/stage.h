/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stages: how a kind of group usually goes, and how one group does. */
#ifndef MODEL_STAGE_H
#define MODEL_STAGE_H

#include "base/arena.h"
#include "model/groups/exchange_group.h"
#include "store/db.h"

enum stage_field { STAGE_FIELD_NAME = 1, STAGE_FIELD_AIM, STAGE_FIELD_MONTH, STAGE_FIELD_MONTHS,
	STAGE_FIELD_DAYS };
struct stage { /* of a kind of group; copied into each new group */
	enum exchange_kind kind;
	int position;               /* from 1 */
	char name[160], aim[256];
	int month, months;          /* from the beginning of the group, 0 = its first; how long */
	int days;                   /* of the meeting */
	int64_t seen;               /* what it said when it was read, for ERROR_CONFLICT */
};
int stage_list(struct db *db, enum exchange_kind kind, struct arena *arena, struct stage **list,
	int *count, struct error *err);
/* position 0 = a new one at the end. Groups that are there keep theirs. */
int stage_save(struct db *db, struct stage *s, struct error *err);
/* Those behind it move up, with their agendas. */
int stage_remove(struct db *db, const struct stage *s, struct error *err);

struct stage_place { /* a stage of a kind, or of one group */
	enum exchange_kind kind;
	int64_t group;              /* 0 = of the kind */
	int stage;                  /* its position */
};
enum stage_item_field { STAGE_ITEM_TITLE = 1, STAGE_ITEM_SPEAKER, STAGE_ITEM_MINUTES };
struct stage_item { /* of the agenda that a meeting of the stage begins with */
	struct stage_place of;
	int position; /* 1, 2, …; 0 = a new one at the end */
	char title[200], speaker[128]; /* the speaker is a role: moderator, host */
	int minutes;
	int64_t seen; /* what it said when it was read, for ERROR_CONFLICT */
};
int stage_item_list(struct db *db, const struct stage_place *of, struct arena *arena,
	struct stage_item **list, int *count, struct error *err);
/* Agendas of meetings that are there keep theirs, with these as well. Those of a group belong to
 * the office that keeps it. */
int stage_item_save(struct db *db, struct stage_item *item, struct error *err);
int stage_item_remove(struct db *db, const struct stage_item *item, struct error *err);
/* One place up (-1) or down (+1). 1 = it moved, 0 = it stands at the end. */
int stage_item_move(struct db *db, const struct stage_item *item, int by, struct error *err);

enum group_stage_field { GROUP_STAGE_NAME = 1, GROUP_STAGE_AIM, GROUP_STAGE_FROM, GROUP_STAGE_TO,
	GROUP_STAGE_DAYS };
struct group_stage { /* of one group */
	int position;
	char name[160], aim[256];
	char from_on[12], to_on[12]; /* its period; "" = none */
	int days;
	int month, months; /* as its kind gave them; months 0 = added by hand. Read only */
};
int group_stage_list(struct db *db, int64_t group, struct arena *arena, struct group_stage **list,
	int *count, struct error *err);
/* position 0 = a new one at the end. The group's rev is checked and raised. */
int group_stage_save(struct db *db, struct exchange_group *g, struct group_stage *s,
	struct error *err);
/* The last one only, and not while a meeting is of it: meetings name stages by their number. */
int group_stage_remove(struct db *db, struct exchange_group *g, int position, struct error *err);
/* Periods anew from the group's first day; stages that were added by hand keep theirs. */
int group_stage_move(struct db *db, struct exchange_group *g, struct error *err);

/* Whether the group has met, so that its kind and stages stay. */
int group_stage_fixed(struct db *db, int64_t group, bool *fixed, struct error *err);
/* Inside db_write: the stages of the kind with their agendas; periods from the first day on. */
int group_stage_copy(struct db *db, const struct exchange_group *g, struct error *err);
/* Inside db_write: those of the group's new kind in place of the former ones; planned meetings
 * stay, of no stage. Refused once a meeting was held. */
int group_stage_renew(struct db *db, const struct exchange_group *g, struct error *err);

#endif
