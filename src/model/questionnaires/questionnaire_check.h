/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is wrong with a questionnaire, found whole: names, lists, expressions, routes in circles. */
#ifndef MODEL_QUESTIONNAIRE_CHECK_H
#define MODEL_QUESTIONNAIRE_CHECK_H

#include "model/questionnaires/questionnaire.h"

struct questionnaire_problem {
	bool error;          /* else a remark: it can be published as it is */
	const char *sheet;   /* survey, choices, settings */
	int question;        /* index, -1 = none */
	int choice;          /* index, -1 = none */
	const char *column;  /* relevant, name, … as in the sheet */
	const char *text;    /* whole sentence, translated */
};

/* All of them, in the order of the sheets, in the arena. 0, or -1 on no memory or I/O only. */
int questionnaire_check(const struct questionnaire *q, struct arena *arena,
	struct questionnaire_problem **list, int *count, struct error *err);
/* The problems of one expression in its place, as one types: 0, or -1 and the sentence. kind is
 * the column: relevant, constraint, … */
int questionnaire_check_expression(const struct questionnaire *q, int question, const char *kind,
	const char *text, struct error *err);

#endif
