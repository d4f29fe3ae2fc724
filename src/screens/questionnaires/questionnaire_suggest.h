/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the lookups of the designer offer; context is a struct design. */
#ifndef SCREENS_QUESTIONNAIRE_SUGGEST_H
#define SCREENS_QUESTIONNAIRE_SUGGEST_H

#include "screens/questionnaires/questionnaire_design.h"
#include "tui/form.h"

/* Lists of choices that are there, with the first of them. */
int questionnaire_suggest_list(
	void *design, const char *typed, struct field_suggestion *rows, int max);
/* Whether the typed letters fit this text: folded, any words. */
bool questionnaire_fits(const char *typed, const char *text);
/* Whether this is the question's number on paper. */
bool questionnaire_has_number(const struct design *d, int question, const char *typed);
/* "2 no": code and text of the choice at the place (0, 1, …) of a list of count. Returns dst. */
char *questionnaire_choice_text(const struct design *d, const int *list, int place, int count,
	char *dst, size_t size);

#endif
