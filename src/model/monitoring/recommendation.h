/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Recommendations of evaluations, and proposals for correction of self-assessments, followed until
 * they are carried out or rejected. */
#ifndef MODEL_RECOMMENDATION_H
#define MODEL_RECOMMENDATION_H

#include "model/monitoring/evaluation.h"

enum recommendation_state { RECOMMENDATION_OPEN, RECOMMENDATION_ACCEPTED, RECOMMENDATION_DONE,
	RECOMMENDATION_REJECTED, RECOMMENDATION_STATES };
const char *recommendation_state_name(enum recommendation_state s);  /* in files */
const char *recommendation_state_label(enum recommendation_state s); /* translated */
int recommendation_state_from_name(const char *name);                /* -1 = unknown */

struct recommendation { /* id 0 = new, at the end */
	int64_t id, evaluation;
	int position;
	int question;         /* position; 0 = of the whole */
	char text[1024], office[128], due_on[12];
	enum recommendation_state state;
	char answer[1024];    /* what became of it, or why not */
	char settled_on[12];  /* of one that is done or rejected; "" = today */
	/* Read only. */
	int64_t strategy;
	char strategy_code[33], evaluation_title[256];
	bool overdue;
};

enum recommendation_field { RECOMMENDATION_FIELD_QUESTION = 1, RECOMMENDATION_FIELD_TEXT,
	RECOMMENDATION_FIELD_OFFICE, RECOMMENDATION_FIELD_DUE, RECOMMENDATION_FIELD_STATE,
	RECOMMENDATION_FIELD_ANSWER, RECOMMENDATION_FIELD_SETTLED };

struct recommendation_filter {
	int64_t evaluation, strategy; /* 0 = any */
	bool open;                    /* only open and accepted ones */
};
/* By evaluation and position; open ones by day. */
int recommendation_list(struct db *db, const struct recommendation_filter *filter,
	struct arena *arena, struct recommendation **list, int *count, struct error *err);
/* e->rev is checked and raised. What became of one may be written after the evaluation is closed, a
 * new one may not. Refused: no text, rejecting without an answer, a question that is not there. */
int recommendation_save(
	struct db *db, struct evaluation *e, struct recommendation *r, struct error *err);
/* Only an open one of an open evaluation: others stay to be seen.
 * deleted_line_restore() brings it back. */
int recommendation_remove(struct db *db, struct evaluation *e, int64_t id, struct error *err);

#endif
