/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A colleague was faster: both versions field by field, and the person decides. */
#ifndef SCREENS_CONFLICT_H
#define SCREENS_CONFLICT_H

#include "tui/screen.h"

struct conflict_field { /* copied */
	const char *label;          /* translated */
	const char *mine, *theirs;
};

/* fields: those that differ. The answer comes as act(action): event->answer has one letter per
 * field, 'm' = mine, 't' = theirs; Esc answers nothing. Starts with mine everywhere. */
void conflict_open(struct screens *s, const char *title, const struct conflict_field *fields,
	int count, int action);

#endif
