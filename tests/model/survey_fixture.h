/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A survey made up by numbers that are always the same: every type of question, every reason for
 * a missing answer, as many forms as asked for. */
#ifndef TESTS_MODEL_SURVEY_FIXTURE_H
#define TESTS_MODEL_SURVEY_FIXTURE_H

#include "model/results/answer_column.h"

enum { MADE_RATINGS = 24, MADE_QUESTIONS = 37 /* 35 asked, 2 calculations */ };

struct made_answer {
	const char *value; /* as stored; "" = none */
	enum missing missing;
};

struct made_survey {
	struct db *db;
	struct arena arena;
	struct questionnaire q;
	struct wave wave;
	int forms;
	struct made_answer *answers; /* [form * MADE_QUESTIONS + question] */
	double *weights;             /* of forms, three decimals */
	int *codes;                  /* of the open answer: bits of categories 1 to 3; 0 = none */
	const char **modes;
	struct error err;
};

/* path NULL = in memory; 0 or -1 with err. login: who owns it. */
int survey_make(struct made_survey *s, const char *path, const char *login, int forms);
void survey_release(struct made_survey *s);
int survey_question(const struct made_survey *s, const char *name); /* index into answers */
const struct made_answer *survey_answer(const struct made_survey *s, int form, int question);

#endif
