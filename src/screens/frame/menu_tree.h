/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The menu tree: numbers and letters of entries never change; an entry appears when it works. */
#ifndef SCREENS_MENU_TREE_H
#define SCREENS_MENU_TREE_H

#include "screens/frame/app.h"
#include "tui/menu.h"
#include "tui/pulldown.h"

enum menu_need { NEED_NOTHING, NEED_UNITS, NEED_INDICATORS, NEED_VALUES };

struct menu_item {
	int number;
	const char *letter;          /* N_() */
	const char *text;            /* N_() */
	const struct screen *screen; /* what it opens, pushed with argument NULL */
	enum menu_need need;         /* without it the entry says what to do first */
	const char *help;            /* N_() one sentence */
};

struct menu_section {
	int number;
	const char *letter, *text;
	const char *brief; /* N_() for the F9 bar */
	const struct menu_item *items;
	int count;
};

extern const struct menu_section menu_sections[];
extern const int menu_section_count;

/* The entry of an action id (ACTION_MENU_FIRST …), of "5.1"; NULL when there is none. */
const struct menu_item *menu_item_of(int action);
int menu_action_of(const char *name); /* 0 when there is no such entry */
/* Opens the entry over the top screen, or says what to do first. */
void menu_item_open(struct screens *s, const struct menu_item *item);
/* What to do first, or NULL when the entry can be opened now. */
const char *menu_item_note(const struct menu_item *item, const struct database_state *state);
/* Pull-down menus for F9, made once from the tree. */
const struct pulldown_menu *menu_pulldowns(int *count);

#endif
