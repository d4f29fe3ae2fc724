/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One-line editor on the caller's buffer; moves, deletes and measures by clusters. */
#ifndef TUI_EDIT_H
#define TUI_EDIT_H

#include "tui/canvas.h"
#include "tui/widget.h"

#include <stddef.h>

struct edit {
	char *text;      /* the caller's, always ended by NUL */
	size_t size;     /* of the buffer */
	size_t caret;    /* byte offset, at a cluster's start */
	size_t first;    /* first byte shown */
	bool refused;    /* the last key did not fit; cleared by the next */
	bool secret;     /* shows * for each character */
	bool fresh;      /* what stands there is marked: the first character takes its place */
	bool path;       /* "/" or "~" at the start, or at the end after "/", begins anew */
};

void edit_start(struct edit *e, char *text, size_t size); /* caret at the end */
/* Characters, Backspace, Delete, Left, Right, Home, End, Ctrl-A E K U W, paste (newlines
 * become spaces). CHANGED when the text changed. Other keys pass. */
enum widget_result edit_event(struct edit *e, const struct event *event);
/* Draws into width columns, the unused ones as blanks of the role; puts the cursor at the
 * caret when focused. */
void edit_draw(struct edit *e, struct canvas *c, int row, int column, int width, enum role role,
	bool focused);

extern const struct widget_kind edit_widget; /* CONTEXT_TYPING */

#endif
