/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drafts on which members are asked: each member's view, and whether it was taken over. */
#ifndef MODEL_OPINION_H
#define MODEL_OPINION_H

#include "base/arena.h"
#include "model/owner.h"
#include "model/units/unit.h"

enum opinion_view { OPINION_AGREES, OPINION_REMARKS, OPINION_AGAINST, OPINION_NONE,
	OPINION_VIEWS };
enum opinion_outcome { OPINION_OPEN, OPINION_TAKEN, OPINION_PARTLY, OPINION_NOT_TAKEN,
	OPINION_OUTCOMES };
const char *opinion_view_name(enum opinion_view v);        /* agrees … */
const char *opinion_outcome_name(enum opinion_outcome o);  /* "", taken, partly, not_taken */
const char *opinion_view_label(enum opinion_view v);       /* translated */
const char *opinion_outcome_label(enum opinion_outcome o); /* translated; "" while open */

/* Texts in the arena, never NULL. Title and version have KEPT_LINE_SIZE; the question, an answer's
 * text and its reason KEPT_LINES_SIZE (model/kept.h). */
struct opinion {
	int64_t id, rev;
	const char *uid, *owner;
	int64_t group, document;
	const char *group_code, *document_title;
	const char *title, *version, *question, *asked_on, *due_on, *retired_at;
	int members;          /* on the day it was asked */
	int answers, settled; /* settled: with an outcome */
};
struct opinion_answer {
	int64_t id, rev; /* id 0 = the member has not answered */
	const char *owner;
	int slot;
	enum opinion_view view;
	const char *text, *answered_on;
	enum opinion_outcome outcome;
	const char *reason;
};

/* The newest first; group 0 = of all. */
int opinion_list(struct db *db, int64_t group, bool retired, struct arena *arena,
	struct opinion **list, int *count, struct error *err);
int opinion_load(struct db *db, int64_t id, struct arena *arena, struct opinion *out,
	struct error *err);
enum opinion_field { OPINION_FIELD_GROUP = 1, OPINION_FIELD_TITLE, OPINION_FIELD_VERSION,
	OPINION_FIELD_DOCUMENT, OPINION_FIELD_QUESTION, OPINION_FIELD_ASKED, OPINION_FIELD_DUE };
int opinion_save(struct db *db, struct opinion *o, struct arena *arena, struct error *err);
int opinion_retire(struct db *db, int64_t id, int64_t rev, struct error *err);
int opinion_bring_back(struct db *db, int64_t id, struct error *err);

/* One row for each member on the day it was asked, and for whoever else answered. */
int opinion_answers(struct db *db, int64_t opinion, struct arena *arena,
	struct opinion_answer **list, int *count, struct error *err);
enum opinion_answer_field { OPINION_ANSWER_VIEW = 1, OPINION_ANSWER_TEXT, OPINION_ANSWER_ON,
	OPINION_ANSWER_OUTCOME, OPINION_ANSWER_REASON };
/* Remarks and "against" need a text; not taken and partly need a reason. */
int opinion_answer_save(struct db *db, int64_t opinion, struct opinion_answer *a,
	struct error *err);

#endif
