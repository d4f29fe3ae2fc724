/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of questionnaire_check share: the list of problems found so far. Only they
 * include it. */
#ifndef MODEL_QUESTIONNAIRE_FINDINGS_H
#define MODEL_QUESTIONNAIRE_FINDINGS_H

#include "model/questionnaires/questionnaire_check.h"

struct findings {
	const struct questionnaire *q;
	struct arena *arena;
	struct questionnaire_problem *list;
	int count;
	size_t room;
};

/* On the survey sheet (question), the choices sheet (choice, question -1) or the settings sheet
 * (both -1, column of that sheet; NULL stands for the survey as a whole). */
void findings_add(struct findings *f, bool error, int question, int choice, const char *column,
	const char *fmt, ...) __attribute__((format(printf, 6, 7)));

/* ---- questionnaire_check_choices.c ---- */
void questionnaire_check_choices(struct findings *f);
/* How many choices a list has, 0 = there is no such list. */
int questionnaire_list_size(const struct questionnaire *q, const char *list);

/* ---- questionnaire_check_rules.c ---- */
/* Expressions, names in texts, and routes that lead in circles. */
void questionnaire_check_rules(struct findings *f);

#endif
