/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A rule made without knowing how rules are written: a question, a comparison, a value. */
#ifndef SCREENS_QUESTIONNAIRE_RULE_H
#define SCREENS_QUESTIONNAIRE_RULE_H

#include "screens/questionnaires/questionnaire_design.h"

/* column: the rule's. now: what stands in it. The answer is the whole new rule, on the screen
 * below. */
void questionnaire_rule_open(struct screens *s, struct design *d, int question, const char *column,
	const char *now, int action);

#endif
