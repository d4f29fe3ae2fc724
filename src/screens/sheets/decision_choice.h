/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Of which type of cases and which department decisions are shown: two keys that ask, and the
 * choice that stays over all tables, the trend and the document. */
#ifndef SCREENS_DECISION_CHOICE_H
#define SCREENS_DECISION_CHOICE_H

#include "base/arena.h"
#include "model/sheets/decision_count.h"
#include "screens/frame/app.h"

struct decision_choice {    /* zero-initialise; part of a screen's struct */
	struct arena arena; /* of what was offered */
	const char **words;
	int count;
	char cases[96], department[96]; /* "" = all */
};

void decision_choice_release(struct decision_choice *c);
void decision_choice_filter(const struct decision_choice *c, struct decision_filter *out);
/* "warunki zabudowy, GP" or "": for titles. Returns dst. */
char *decision_choice_text(const struct decision_choice *c, char *dst, size_t size);
/* ACTION_DECISION_CASES and ACTION_DECISION_DEPARTMENT ask; answer and the one after it are what
 * comes back. Else SCREEN_PASS. */
int decision_choice_act(struct screens *s, struct decision_choice *c, int action, int answer,
	const struct event *event);

#endif
