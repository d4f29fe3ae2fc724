/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pull-down menus of F9: what this screen can do, then the program's own menus. */
#ifndef TUI_PULLDOWN_H
#define TUI_PULLDOWN_H

#include "tui/screen.h"

struct pulldown_entry {
	const char *text;   /* N_() */
	const char *letter; /* N_(); NULL = none */
	int action;         /* given to the act functions */
};

struct pulldown_menu {
	const char *title;  /* N_() */
	const struct pulldown_entry *entries;
	int count;
};

/* Opens the bar over the top screen: its actions and the global ones first, then
 * program->menus. A choice closes it and runs the action on the screen below. */
void pulldown_open(struct screens *s);

#endif
