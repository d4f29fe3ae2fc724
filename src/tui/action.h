/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One table row per action; keys, function bar, F9 menus and F1 help are made from it.
 * The words are the program's, so the table lives in its screens; here is what reads it. */
#ifndef TUI_ACTION_H
#define TUI_ACTION_H

#include "tui/key.h"
#include "tui/widget.h"

#include <stdbool.h>
#include <stddef.h>

/* Ids that tui itself gives or knows. The first ten are the function keys. */
enum {
	ACTION_NONE = 0,
	ACTION_HELP = 1,
	ACTION_SAVE,
	ACTION_SEARCH,
	ACTION_EDIT,
	ACTION_FILTER,
	ACTION_SORT,
	ACTION_NEW,
	ACTION_DELETE,
	ACTION_MENU,
	ACTION_BACK,         /* F10, Esc, q: back, at the end quit */
	ACTION_PALETTE = 11, /* Ctrl-P: "Czego szukasz?" */
	ACTION_REDRAW = 12,  /* Ctrl-L */
	ACTION_SUSPEND = 13, /* Ctrl-Z */
	ACTION_FIRST = 32,   /* the program's own ids start here */
	ACTION_CHOSEN = -1,  /* the focused widget: an entry was chosen */
	ACTION_CHANGED = -2  /* the focused widget: a value changed */
};

enum { ACTION_LABEL_WIDTH = 6 };

struct action {
	int id;
	const char *name;    /* "open": never translated; for settings and tests */
	const char *keys;    /* "Enter F4 Ctrl-O": work in every context (not plain characters) */
	const char *letters; /* "o n": work in lists only; NULL = none */
	const char *label;   /* N_() at most 6 columns, for the function bar */
	const char *title;   /* N_() for menus: "Open the row" */
	const char *help;    /* N_() one whole sentence */
};

struct action_table {
	const struct action *rows;
	size_t count;
	bool letters_off; /* setting: single-letter shortcuts do nothing */
};

const struct action *action_by_id(const struct action_table *t, int id);
const struct action *action_by_name(const struct action_table *t, const char *name);
/* The action of ids (ends with 0, may be NULL) that the key means in this context, or 0.
 * Alt-digit counts as the function key. */
int action_find(const struct action_table *t, const int *ids, enum context context, int key);
/* Whether the action is in ids. */
bool action_listed(const int *ids, int id);

/* The action a function key (1-10) has here: first in ids, then in global; NULL = none. */
const struct action *action_function(const struct action_table *t, const int *ids,
	const int *global, int number);

/* The keys as a person reads them: "F4, Enter, o". Returns dst. */
char *action_keys(char *dst, size_t size, const struct action_table *t, const struct action *a,
	enum context context);

/* Text of the F1 help: one paragraph per action of ids, then of global. The caller frees. */
char *action_help(const struct action_table *t, const int *ids, const int *global,
	enum context context);

/* Finds two actions of (ids, global) with one key in a context, a global key taken over by
 * ids being allowed, an unknown key name, or a label wider than 6 columns (translated).
 * Returns false and a sentence in dst; for tests. */
bool action_check(const struct action_table *t, const int *ids, const int *global,
	char *dst, size_t size);

#endif
