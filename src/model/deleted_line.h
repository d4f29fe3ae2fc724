/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines that were deleted: factors of a SWOT with their pairs and evidence, money of tasks, risks,
 * steps of adoption and remarks of a strategy, causes and measures of its monitoring, questions of
 * an evaluation with their judgement, recommendations, evidence of problem, factor or judgement.
 * Deleting takes the row away and keeps it as it stood, so that it can be brought back. */
#ifndef MODEL_DELETED_LINE_H
#define MODEL_DELETED_LINE_H

#include "base/arena.h"
#include "store/db.h"

enum deleted_noun {
	DELETED_FACTOR,
	DELETED_MONEY,
	DELETED_RISK,
	DELETED_STEP,
	DELETED_REMARK,
	DELETED_QUESTION,
	DELETED_DEVIATION,
	DELETED_RECOMMENDATION,
	DELETED_PROBLEM_EVIDENCE,
	DELETED_FACTOR_EVIDENCE,
	DELETED_EVALUATION_EVIDENCE,
	DELETED_NOUNS
};
const char *deleted_noun_name(enum deleted_noun n);  /* in files */
const char *deleted_noun_label(enum deleted_noun n); /* translated */

struct deleted_line {   /* texts in the arena */
	int64_t id, of; /* of: the SWOT, its factor, the task, strategy, evaluation or problem */
	enum deleted_noun noun;
	const char *text, *login, *deleted_at;
};
struct deleted_of {
	enum deleted_noun noun;
	int64_t of;
};

/* The last deleted first; of NULL = all there are. */
int deleted_line_list(struct db *db, const struct deleted_of *of, struct arena *arena,
	struct deleted_line **list, int *count, struct error *err);
/* One audited write: back at the end of its list, a question and a recommendation at its own
 * number unless another has it, with all that went with it. Refused: what it hung on is gone or
 * closed, the place of a money line or of a cause is taken again, the same evidence stands there
 * again; without a reason, at TASK_MONEY_REASON, money of a year whose report is approved
 * (task_money.h). */
int deleted_line_restore(struct db *db, int64_t id, const char *reason, struct error *err);

/* ---- for the nouns, inside their db_write ---- */

/* Room for what an act's summary says of a line. */
enum { DELETED_TEXT_SIZE = 1152 };
/* A query that keeps a row, with its name for people bound (NULL = its own text), and who and when;
 * its key is bound from 4 on. */
struct stmt *deleted_line_start(struct db *db, int query, const char *text, struct error *err);
/* Runs it; the line's name goes to summary, of DELETED_TEXT_SIZE. */
int deleted_line_keep(struct db *db, struct stmt *q, char *summary, struct error *err);

#endif
