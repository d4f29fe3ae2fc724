/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbered entries in two columns, with a letter in brackets; digit or letter chooses. */
#ifndef TUI_MENU_H
#define TUI_MENU_H

#include "tui/canvas.h"
#include "tui/widget.h"

struct menu_entry {
	int number;          /* 1-9, fixed for ever; 0 = shown without a number */
	const char *letter;  /* "W": N_() one letter, NULL = none */
	const char *text;    /* N_() */
	int action;          /* for the screen */
	bool off;            /* shown dimmed; choosing it says note */
	const char *note;    /* N_() what to do first, or NULL */
};

struct menu {
	const struct menu_entry *entries;
	int count;
	int selected;
	int columns;         /* 1 or 2; 0 = 2 when more than four entries */
};

void menu_start(struct menu *m, const struct menu_entry *entries, int count);
/* Digit, letter, Enter: CHOSEN, and the entry is m->selected; arrows move. */
enum widget_result menu_event(struct menu *m, const struct event *event);
void menu_draw(struct menu *m, struct canvas *c);
const struct menu_entry *menu_chosen(const struct menu *m);

extern const struct widget_kind menu_widget;

#endif
