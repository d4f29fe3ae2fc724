/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A condition on forms as a clerk reads it. */
#ifndef MODEL_CONDITION_WORDS_H
#define MODEL_CONDITION_WORDS_H

#include "model/questionnaires/questionnaire.h"

/* "${sex} = '2' and ${age} > 60" as "Sex: woman and Age > 60", in the arena: labels of questions
 * and answers in place of their names. What is no comparison with an answer stays as it was typed.
 * NULL or "" as they are. */
const char *condition_words(
	const struct questionnaire *q, int language, const char *condition, struct arena *arena);

#endif
