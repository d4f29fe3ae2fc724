/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What every widget answers, and how a screen hands events to the one in focus. */
#ifndef TUI_WIDGET_H
#define TUI_WIDGET_H

#include "tui/key.h"

/* How keys are read: in a list letters are actions; where text is typed they are text and
 * actions have function, Ctrl and Alt keys only; where digits are answers a lone Esc numbers
 * the function bar and waits for a digit without limit. */
enum context { CONTEXT_LIST, CONTEXT_TYPING, CONTEXT_DIGITS };

enum widget_result {
	WIDGET_PASS,     /* not mine */
	WIDGET_HANDLED,  /* done, nothing the screen must know */
	WIDGET_CHANGED,  /* a value or the filter changed: act() is called with ACTION_CHANGED */
	WIDGET_CHOSEN    /* an entry was chosen: act() is called with ACTION_CHOSEN */
};

/* A widget's functions; list_widget, form_widget … are constants of their headers. */
struct widget_kind {
	enum widget_result (*event)(void *widget, const struct event *event);
	enum context (*context)(const void *widget); /* NULL: always CONTEXT_LIST */
};

struct focus { /* which widget of a screen takes the keys */
	const struct widget_kind *kind; /* NULL: none */
	void *widget;
};

#endif
