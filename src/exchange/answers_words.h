/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers as people read them: questions by number and wording, choices by labels, reasons in the
 * language of the program. */
#ifndef EXCHANGE_ANSWERS_WORDS_H
#define EXCHANGE_ANSWERS_WORDS_H

#include "base/arena.h"
#include "model/keying/route.h"
#include "model/questionnaires/questionnaire.h"

struct answers_words { /* of a version */
	const struct questionnaire *q;
	int language;
	struct words_list *lists; /* by question */
};

/* The arena must outlive out; q too. */
void answers_words_open(
	const struct questionnaire *q, struct arena *arena, struct answers_words *out);
/* "6a. availability of housing – How do you rate …?", in a repeat with its pass; in the arena. */
const char *answers_words_heading(
	const struct answers_words *w, int question, int pass, struct arena *arena);
/* Labels parted by "; ", of places in their order; numbers with a comma; a reason in brackets. In
 * the arena. */
const char *answers_words_cell(
	const struct answers_words *w, const struct answer *answer, struct arena *arena);
/* "on paper" of paper. */
const char *answers_words_mode(const char *mode);

#endif
