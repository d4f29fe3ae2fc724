/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Remarks of consultations and opinions on the draft of a strategy, and what was answered. Who
 * made a remark is said by kind (a resident, an organisation), never by name. Lines of the
 * strategy: each change raises its rev. */
#ifndef MODEL_CONSULTATION_H
#define MODEL_CONSULTATION_H

#include "model/kept.h"

enum remark_outcome { REMARK_OPEN, REMARK_TAKEN, REMARK_PARTLY, REMARK_NOT_TAKEN, REMARK_OUTCOMES };
const char *remark_outcome_name(enum remark_outcome o);  /* in files */
const char *remark_outcome_label(enum remark_outcome o); /* translated */
int remark_outcome_from_name(const char *name);          /* -1 = unknown */

enum remark_field { REMARK_FIELD_AUTHOR = 1, REMARK_FIELD_MADE, REMARK_FIELD_PLACE,
	REMARK_FIELD_TEXT, REMARK_FIELD_OUTCOME, REMARK_FIELD_ANSWER };
struct remark {
	int position; /* 0 = a new one, at the end */
	enum remark_outcome outcome;
	/* Never NULL; "" = none. author and place: KEPT_LINE_SIZE, text and answer: KEPT_LINES_SIZE
	 * (model/kept.h). */
	const char *author, *place, *text, *made_on, *answer;
};

/* Texts in the arena. */
int remark_list(struct db *db, int64_t strategy, struct arena *arena, struct remark **list,
	int *count, struct error *err);
int remark_load(struct db *db, int64_t strategy, int position, struct arena *arena,
	struct remark *out, struct error *err);
/* Whether its texts have the room that a form gives them. */
int remark_check_texts(const struct remark *r, struct error *err);
/* rev: of the strategy as it was read; raised. Refused: no text, one that was not or only partly
 * taken without an answer, an answer without an outcome, a day to come, ERROR_CONFLICT. A new
 * one's place is written. */
int remark_save(struct db *db, int64_t strategy, int64_t rev, struct remark *r, struct error *err);
/* The same inside a write of the caller, who has touched the strategy. */
int remark_put(struct db *db, int64_t strategy, struct remark *r, struct error *err);
int remark_remove(struct db *db, int64_t strategy, int64_t rev, int position, struct error *err);
int remark_move(struct db *db, int64_t strategy, int64_t rev, int position, int by,
	struct error *err);

struct remark_totals {
	int count;
	int by_outcome[REMARK_OUTCOMES];
};
void remark_totals(const struct remark *remarks, int count, struct remark_totals *out);

#endif
