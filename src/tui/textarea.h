/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Editor of several lines, wrapped at words, on the caller's buffer. */
#ifndef TUI_TEXTAREA_H
#define TUI_TEXTAREA_H

#include "tui/canvas.h"
#include "tui/widget.h"

#include <stddef.h>

struct textarea {
	char *text;      /* the caller's; lines are ended by \n */
	size_t size;
	size_t caret;
	int top;         /* first wrapped line shown */
	int columns;     /* width of the last drawing; wraps by it */
	int rows;
	bool refused;
};

void textarea_start(struct textarea *t, char *text, size_t size); /* caret at the end */
/* As edit, Ctrl-U and Ctrl-K on the line that was written, and Enter, Up, Down, PgUp, PgDn; Home
 * and End twice go to the edges of the text. Up in the first and Down in the last line pass. */
enum widget_result textarea_event(struct textarea *t, const struct event *event);
void textarea_draw(struct textarea *t, struct canvas *c, enum role role, bool focused);

extern const struct widget_kind textarea_widget; /* CONTEXT_TYPING */

#endif
