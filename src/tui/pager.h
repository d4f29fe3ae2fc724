/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Read-only text that scrolls and can be searched: help, previews, text tables. */
#ifndef TUI_PAGER_H
#define TUI_PAGER_H

#include "tui/canvas.h"
#include "tui/screen.h"
#include "tui/widget.h"

struct pager_line {
	size_t start;   /* byte offset */
	size_t length;
	int indent;     /* columns; of lines that carry on the one before */
};

struct pager { /* zero-initialise, then pager_start */
	const char *text;     /* the caller's; must live as long as the pager */
	bool wrap;            /* at words; else Left and Right move sideways */
	bool walks;           /* arrows move a marked line; the page follows it */
	/* the rest is the widget's */
	struct pager_line *lines;
	size_t capacity;
	int count, columns;   /* lines at this width */
	int top, left, rows;
	int at;               /* the marked line, where it walks */
	bool typing;
	char search[64];
	size_t caret;
	int hit;              /* line of the current hit, -1 = none */
};

void pager_start(struct pager *p, const char *text, bool wrap);
void pager_release(struct pager *p);
/* Arrows, PgUp PgDn Space, Home End, "/" and F3, n N. */
enum widget_result pager_event(struct pager *p, const struct event *event);
void pager_draw(struct pager *p, struct canvas *c);
size_t pager_place(const struct pager *p); /* byte of the text where the marked line begins */
char *pager_status(const struct pager *p, char *dst, size_t size);

extern const struct widget_kind pager_widget;

/* A whole screen that shows a copy of the text under the title. */
void pager_open(struct screens *s, const char *title, const char *text, bool wrap);

#endif
