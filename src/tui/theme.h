/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a thing on the screen is (its role), and how each theme shows it. */
#ifndef TUI_THEME_H
#define TUI_THEME_H

#include <stdbool.h>

/* Code says what a thing is; only theme.c says how it looks. The letter stands for the
 * role in golden files and in canvas_roles(). */
enum role {
	ROLE_TEXT,      /* . ordinary text */
	ROLE_HEAD,      /* h line 1: where am I, source and date */
	ROLE_TITLE,     /* t column heads, section heads */
	ROLE_SELECTED,  /* s the selected item */
	ROLE_OWN,       /* o the own unit, a ticked row */
	ROLE_LABEL,     /* l label of a field */
	ROLE_FIELD,     /* f field that can be filled in */
	ROLE_FOCUS,     /* F the field that is being filled in */
	ROLE_HINT,      /* i help beside a thing, keys in brackets */
	ROLE_FOUND,     /* / text that the search found */
	ROLE_STATUS,    /* u status line */
	ROLE_MESSAGE,   /* m message line: something has been done */
	ROLE_ERROR,     /* e something is wrong */
	ROLE_KEY,       /* k number of a function key */
	ROLE_BAR,       /* b label of a function key that works here */
	ROLE_BAR_OFF,   /* - label of a function key that does nothing here */
	ROLE_MENU,      /* p pull-down menus and their bar */
	ROLE_DIALOG,    /* d dialogs */
	ROLE_FRAME,     /* x lines and frames */
	ROLE_GOOD,      /* g sign and word of a good value */
	ROLE_WARN,      /* w … of a value to watch */
	ROLE_BAD,       /* r … of a bad value */
	ROLE_MISSING,   /* n no data */
	ROLE_SERIES_1,  /* 1 chart series: the own unit */
	ROLE_SERIES_2,  /* 2 */
	ROLE_SERIES_3,  /* 3 */
	ROLE_SERIES_4,  /* 4 */
	ROLE_COUNT
};

enum theme { THEME_NORTON, THEME_LIGHT, THEME_CONTRAST, THEME_MONO, THEME_COUNT };

/* The eight colours; -1 is the terminal's own. */
enum colour { COLOUR_OWN = -1, COLOUR_BLACK, COLOUR_RED, COLOUR_GREEN, COLOUR_YELLOW,
	COLOUR_BLUE, COLOUR_MAGENTA, COLOUR_CYAN, COLOUR_WHITE };

struct look {
	signed char front, back; /* enum colour */
	bool bold, reverse, underline;
};

struct look theme_look(enum theme theme, enum role role);
char theme_letter(enum role role);
/* The first role that looks so in the theme (several may look alike), for reading a
 * terminal's screen back; ROLE_COUNT when none does. */
enum role theme_role(enum theme theme, struct look look);

/* "norton", "light", "contrast", "mono" to a theme; "auto", NULL and unknown words give
 * norton, or mono when NO_COLOR is set (not empty) or the terminal has no colours. An explicit
 * theme with colours wins over neither NO_COLOR nor a terminal without colours. */
enum theme theme_choose(const char *wanted, bool has_colours);

#endif
