/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Conclusions: what a member will do better after a comparison, with the figures that speak for it
 * frozen as they were seen. */
#ifndef MODEL_CONCLUSION_H
#define MODEL_CONCLUSION_H

#include "base/arena.h"
#include "model/groups/group_sheet.h"
#include "model/owner.h"
#include "store/db.h"

enum conclusion_state { CONCLUSION_PROPOSED, CONCLUSION_ACCEPTED, CONCLUSION_RUNNING,
	CONCLUSION_DONE, CONCLUSION_REJECTED, CONCLUSION_STATES };
const char *conclusion_state_name(enum conclusion_state s);  /* in files */
const char *conclusion_state_label(enum conclusion_state s); /* translated */
int conclusion_state_from_name(const char *name);            /* -1 = unknown */

/* Fields that errors name; a form of fields follows this order. */
enum conclusion_field { CONCLUSION_FIELD_UNIT = 1, CONCLUSION_FIELD_SERVICE, CONCLUSION_FIELD_TEXT,
	CONCLUSION_FIELD_CAUSE, CONCLUSION_FIELD_PROPOSAL, CONCLUSION_FIELD_LEARN_FROM,
	CONCLUSION_FIELD_EFFECT, CONCLUSION_FIELD_COST, CONCLUSION_FIELD_RESPONSIBLE,
	CONCLUSION_FIELD_DUE, CONCLUSION_FIELD_STATE, CONCLUSION_FIELD_REASON };

struct conclusion { /* zero and cost NAN = new */
	int64_t id, rev;
	char uid[33], owner[OWNER_SIZE];
	int64_t group;                 /* 0 = outside a group */
	char group_code[33];           /* read only */
	int slot, learn_from;          /* NO_SLOT = nobody to learn from */
	char service[128];
	char text[1024], cause[1024], proposal[1024], effect[512];
	double cost;                   /* zł; NAN = not estimated */
	char responsible[128];
	char due_on[12], made_on[12];  /* made_on of a new one: today */
	enum conclusion_state state;
	char reason[512];              /* of rejecting */
	int evidence;                  /* read only: how many */
};

struct conclusion_filter {
	int64_t group; /* 0 = any */
	int slot;      /* NO_SLOT = any */
	int64_t plan;  /* those that a plan gathers; 0 = any */
	bool retired;  /* the retired ones in place of those in use */
};
/* The newest first. */
int conclusion_list(struct db *db, const struct conclusion_filter *filter, struct arena *arena,
	struct conclusion **list, int *count, struct error *err);
int conclusion_load(struct db *db, int64_t id, struct conclusion *out, struct error *err);
/* Refused: no text, a unit that is no member of the group, another unit
 * while there is evidence or a plan of the former one, learning from oneself, rejecting without
 * a reason, a rev that is not the one read (ERROR_CONFLICT). */
int conclusion_save(struct db *db, struct conclusion *c, struct error *err);
int conclusion_retire(struct db *db, int64_t id, int64_t rev, struct error *err);
int conclusion_restore(struct db *db, int64_t id, struct error *err);
/* Inside db_write: whose conclusion it is; refused where another office keeps it. */
int conclusion_own(struct db *db, int64_t id, int *slot, struct error *err);

enum evidence_kind { EVIDENCE_INDICATOR, EVIDENCE_DECISIONS, EVIDENCE_ORGANISATION, EVIDENCE_TEXT };

struct evidence { /* texts in the arena; numbers NAN = none */
	int position;
	enum evidence_kind kind;
	const char *indicator; /* code */
	int decimals;
	int year;
	double value, mean, median, best;
	int best_slot, with_data, members;
	const char *text;      /* name, measure and source as they were, or what was found */
	const char *frozen_at;
};
int evidence_list(struct db *db, int64_t conclusion, struct arena *arena, struct evidence **list,
	int *count, struct error *err);
/* The member's figure and the group's beside it, as the sheet shows them now, with the sources that
 * gave them. A draft is no evidence. */
int evidence_freeze(struct db *db, int64_t conclusion, const struct group_sheet *sheet, int row,
	struct error *err);
/* What was found elsewhere, in words: one line of a dialog. */
enum { EVIDENCE_TEXT_SIZE = 1024 };
int evidence_write(struct db *db, int64_t conclusion, enum evidence_kind kind, const char *text,
	struct error *err);
int evidence_remove(struct db *db, int64_t conclusion, int position, struct error *err);

#endif
