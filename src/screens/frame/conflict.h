/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A colleague was faster: both versions field by field, and the person decides. */
#ifndef SCREENS_CONFLICT_H
#define SCREENS_CONFLICT_H

#include "tui/screen.h"

#include <stdbool.h>

struct conflict_field {    /* copied */
	const char *label; /* translated */
	const char *mine, *theirs;
	bool theirs_first; /* what is proposed: only the colleague changed this field */
};

/* what: "the card B.01", translated. fields: those that differ. The answer comes as act(action):
 * event->answer has one letter per field, 'm' = mine, 't' = theirs; Esc answers nothing. */
void conflict_open(struct screens *s, const char *what, const struct conflict_field *fields,
	int count, int action);

#endif
