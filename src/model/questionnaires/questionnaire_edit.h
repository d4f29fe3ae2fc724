/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changing a draft in memory: questions and choices added, moved, copied, deleted; each change
 * can be taken back. New texts lie in the questionnaire's arena. */
#ifndef MODEL_QUESTIONNAIRE_EDIT_H
#define MODEL_QUESTIONNAIRE_EDIT_H

#include "model/questionnaires/questionnaire.h"

struct questionnaire_edit { /* zero-initialise */
	struct questionnaire *q;
	struct arena *arena;
	struct questionnaire_past *past; /* the newest state before a change, and so on */
	int past_count;
};

void questionnaire_edit_start(struct questionnaire_edit *e, struct questionnaire *q,
	struct arena *arena);
/* Keeps the present state so that undo comes back to it; the functions below do it themselves. */
void questionnaire_edit_keep(struct questionnaire_edit *e);
bool questionnaire_edit_undo(struct questionnaire_edit *e); /* false = nothing to take back */
/* After question `after` (-1 = first), inside its group; returns the index. A name is given
 * (q1, q2, …) that is free. */
int questionnaire_edit_insert(struct questionnaire_edit *e, int after, enum question_type type);
/* With all it holds. A copied question keeps its identity and gets a free name. */
int questionnaire_edit_copy(struct questionnaire_edit *e, int question, int after);
/* With all it holds; refused where an expression elsewhere names it: the sentence says which. */
int questionnaire_edit_delete(struct questionnaire_edit *e, int question, struct error *err);
/* One place up (-1) or down (1) among its neighbours; groups move whole; into and out of groups
 * at their edges. Returns the new index. */
int questionnaire_edit_move(struct questionnaire_edit *e, int question, int step);
/* Renames it in every expression and text that refers to it. */
int questionnaire_edit_rename(struct questionnaire_edit *e, int question, const char *name,
	struct error *err);
int questionnaire_edit_insert_choice(struct questionnaire_edit *e, const char *list, int after);
int questionnaire_edit_delete_choice(struct questionnaire_edit *e, int choice, struct error *err);
int questionnaire_edit_move_choice(struct questionnaire_edit *e, int choice, int step);

#endif
