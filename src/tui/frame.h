/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands round every screen: line 1, the message line, the function bar. */
#ifndef TUI_FRAME_H
#define TUI_FRAME_H

#include "tui/action.h"
#include "tui/canvas.h"

/* Line 1: pieces joined by >; those after the first, the unit, go when they do not fit. */
void frame_head(struct canvas *c, const char *const *pieces, int count, const char *right);
/* The line above the function bar. */
void frame_line(struct canvas *c, int row, enum role role, const char *text);
/* The same for a sentence that comes and goes: a long one takes the row above too. */
void frame_message(struct canvas *c, int row, enum role role, const char *text);
/* F1-F10: named where the key does something here; so is F10, which always leaves. Nobody should be
 * told of keys that do nothing. global is NULL under a dialog. */
void frame_bar(struct canvas *c, int row, const struct action_table *t, const int *ids,
	const int *global);
/* The one line of a window that is too small. */
void frame_small(struct canvas *c, int rows, int columns);

#endif
