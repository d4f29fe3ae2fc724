/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of roles and themes. */
#include "config.h"

#include "tui/theme.h"

#include <stdlib.h>
#include <string.h>

#define OWN COLOUR_OWN
#define BLACK COLOUR_BLACK
#define RED COLOUR_RED
#define GREEN COLOUR_GREEN
#define YELLOW COLOUR_YELLOW
#define BLUE COLOUR_BLUE
#define MAGENTA COLOUR_MAGENTA
#define CYAN COLOUR_CYAN
#define WHITE COLOUR_WHITE

#define PLAIN(front, back) { front, back, false, false, false }
#define BOLD(front, back) { front, back, true, false, false }
#define REVERSE(front, back) { front, back, false, true, false }
#define BOLD_REVERSE(front, back) { front, back, true, true, false }
#define UNDER(front, back) { front, back, false, false, true }
#define BOLD_UNDER(front, back) { front, back, true, false, true }

static const char letters[ROLE_COUNT + 1] = ".htsolfFi/umekb-pdxgwrn1234";

/* A selected item is reversed in every theme, so that it is seen without colour and beside
 * every background used here. */
static const struct look looks[THEME_COUNT][ROLE_COUNT] = {
	[THEME_NORTON] = {
		[ROLE_TEXT] = PLAIN(OWN, OWN),
		[ROLE_HEAD] = BOLD(WHITE, BLUE),
		[ROLE_TITLE] = BOLD(CYAN, OWN),
		[ROLE_SELECTED] = REVERSE(OWN, OWN),
		[ROLE_OWN] = BOLD(OWN, OWN),
		[ROLE_LABEL] = PLAIN(CYAN, OWN),
		[ROLE_FIELD] = UNDER(OWN, OWN),
		[ROLE_FOCUS] = REVERSE(CYAN, OWN),
		[ROLE_HINT] = PLAIN(CYAN, OWN),
		[ROLE_FOUND] = PLAIN(BLACK, YELLOW),
		[ROLE_STATUS] = PLAIN(OWN, OWN),
		[ROLE_MESSAGE] = BOLD(GREEN, OWN),
		[ROLE_ERROR] = BOLD(WHITE, RED),
		[ROLE_KEY] = PLAIN(OWN, OWN),
		[ROLE_BAR] = PLAIN(BLACK, CYAN),
		[ROLE_BAR_OFF] = PLAIN(OWN, OWN),
		[ROLE_MENU] = PLAIN(BLACK, CYAN),
		[ROLE_DIALOG] = PLAIN(WHITE, BLUE),
		[ROLE_FRAME] = PLAIN(BLUE, OWN),
		[ROLE_GOOD] = PLAIN(GREEN, OWN),
		[ROLE_WARN] = BOLD(YELLOW, OWN),
		[ROLE_BAD] = BOLD(RED, OWN),
		[ROLE_MISSING] = PLAIN(OWN, OWN),
		[ROLE_SERIES_1] = PLAIN(YELLOW, OWN),
		[ROLE_SERIES_2] = PLAIN(CYAN, OWN),
		[ROLE_SERIES_3] = PLAIN(GREEN, OWN),
		[ROLE_SERIES_4] = PLAIN(MAGENTA, OWN),
	},
	[THEME_LIGHT] = {
		[ROLE_TEXT] = PLAIN(OWN, OWN),
		[ROLE_HEAD] = BOLD(WHITE, BLUE),
		[ROLE_TITLE] = BOLD(BLUE, OWN),
		[ROLE_SELECTED] = REVERSE(OWN, OWN),
		[ROLE_OWN] = BOLD(OWN, OWN),
		[ROLE_LABEL] = PLAIN(BLUE, OWN),
		[ROLE_FIELD] = UNDER(OWN, OWN),
		[ROLE_FOCUS] = REVERSE(BLUE, OWN),
		[ROLE_HINT] = PLAIN(BLUE, OWN),
		[ROLE_FOUND] = PLAIN(BLACK, YELLOW),
		[ROLE_STATUS] = PLAIN(OWN, OWN),
		[ROLE_MESSAGE] = BOLD(GREEN, OWN),
		[ROLE_ERROR] = BOLD(WHITE, RED),
		[ROLE_KEY] = PLAIN(OWN, OWN),
		[ROLE_BAR] = PLAIN(BLACK, CYAN),
		[ROLE_BAR_OFF] = PLAIN(OWN, OWN),
		[ROLE_MENU] = PLAIN(BLACK, CYAN),
		[ROLE_DIALOG] = PLAIN(BLACK, CYAN),
		[ROLE_FRAME] = PLAIN(BLUE, OWN),
		[ROLE_GOOD] = PLAIN(GREEN, OWN),
		[ROLE_WARN] = BOLD(MAGENTA, OWN),
		[ROLE_BAD] = BOLD(RED, OWN),
		[ROLE_MISSING] = PLAIN(OWN, OWN),
		[ROLE_SERIES_1] = PLAIN(RED, OWN),
		[ROLE_SERIES_2] = PLAIN(BLUE, OWN),
		[ROLE_SERIES_3] = PLAIN(GREEN, OWN),
		[ROLE_SERIES_4] = PLAIN(MAGENTA, OWN),
	},
	[THEME_CONTRAST] = {
		[ROLE_TEXT] = BOLD(OWN, OWN),
		[ROLE_HEAD] = BOLD_REVERSE(OWN, OWN),
		[ROLE_TITLE] = BOLD_UNDER(YELLOW, OWN),
		[ROLE_SELECTED] = REVERSE(OWN, OWN),
		[ROLE_OWN] = BOLD(YELLOW, OWN),
		[ROLE_LABEL] = BOLD(OWN, OWN),
		[ROLE_FIELD] = BOLD_UNDER(OWN, OWN),
		[ROLE_FOCUS] = BOLD_REVERSE(YELLOW, OWN),
		[ROLE_HINT] = BOLD(OWN, OWN),
		[ROLE_FOUND] = PLAIN(BLACK, YELLOW),
		[ROLE_STATUS] = BOLD(OWN, OWN),
		[ROLE_MESSAGE] = BOLD(YELLOW, OWN),
		[ROLE_ERROR] = BOLD(WHITE, RED),
		[ROLE_KEY] = BOLD(OWN, OWN),
		[ROLE_BAR] = PLAIN(BLACK, WHITE),
		[ROLE_BAR_OFF] = PLAIN(OWN, OWN),
		[ROLE_MENU] = BOLD(WHITE, BLUE),
		[ROLE_DIALOG] = BOLD(WHITE, BLUE),
		[ROLE_FRAME] = BOLD(OWN, OWN),
		[ROLE_GOOD] = BOLD(GREEN, OWN),
		[ROLE_WARN] = BOLD(YELLOW, OWN),
		[ROLE_BAD] = BOLD(WHITE, RED),
		[ROLE_MISSING] = BOLD(OWN, OWN),
		[ROLE_SERIES_1] = BOLD(YELLOW, OWN),
		[ROLE_SERIES_2] = BOLD(CYAN, OWN),
		[ROLE_SERIES_3] = BOLD(GREEN, OWN),
		[ROLE_SERIES_4] = BOLD(MAGENTA, OWN),
	},
	[THEME_MONO] = {
		[ROLE_TEXT] = PLAIN(OWN, OWN),
		[ROLE_HEAD] = BOLD_REVERSE(OWN, OWN),
		[ROLE_TITLE] = UNDER(OWN, OWN),
		[ROLE_SELECTED] = REVERSE(OWN, OWN),
		[ROLE_OWN] = BOLD(OWN, OWN),
		[ROLE_LABEL] = PLAIN(OWN, OWN),
		[ROLE_FIELD] = UNDER(OWN, OWN),
		[ROLE_FOCUS] = REVERSE(OWN, OWN),
		[ROLE_HINT] = PLAIN(OWN, OWN),
		[ROLE_FOUND] = BOLD_UNDER(OWN, OWN),
		[ROLE_STATUS] = PLAIN(OWN, OWN),
		[ROLE_MESSAGE] = BOLD(OWN, OWN),
		[ROLE_ERROR] = BOLD_REVERSE(OWN, OWN),
		[ROLE_KEY] = PLAIN(OWN, OWN),
		[ROLE_BAR] = REVERSE(OWN, OWN),
		[ROLE_BAR_OFF] = PLAIN(OWN, OWN),
		[ROLE_MENU] = BOLD(OWN, OWN),
		[ROLE_DIALOG] = PLAIN(OWN, OWN),
		[ROLE_FRAME] = PLAIN(OWN, OWN),
		[ROLE_GOOD] = PLAIN(OWN, OWN),
		[ROLE_WARN] = BOLD(OWN, OWN),
		[ROLE_BAD] = BOLD_UNDER(OWN, OWN),
		[ROLE_MISSING] = PLAIN(OWN, OWN),
		[ROLE_SERIES_1] = BOLD(OWN, OWN),
		[ROLE_SERIES_2] = PLAIN(OWN, OWN),
		[ROLE_SERIES_3] = PLAIN(OWN, OWN),
		[ROLE_SERIES_4] = PLAIN(OWN, OWN),
	},
};

static const char *const names[THEME_COUNT] = {
	[THEME_NORTON] = "norton",
	[THEME_LIGHT] = "light",
	[THEME_CONTRAST] = "contrast",
	[THEME_MONO] = "mono",
};

struct look
theme_look(enum theme theme, enum role role)
{
	return looks[theme][role];
}

char
theme_letter(enum role role)
{
	return letters[role];
}

static bool
same(struct look a, struct look b)
{
	return a.front == b.front && a.back == b.back && a.bold == b.bold &&
	       a.reverse == b.reverse && a.underline == b.underline;
}

enum role
theme_role(enum theme theme, struct look look)
{
	int i;

	for (i = 0; i < ROLE_COUNT; i++)
		if (same(looks[theme][i], look))
			break;
	return (enum role)i;
}

enum theme
theme_choose(const char *wanted, bool has_colours)
{
	const char *no_color = getenv("NO_COLOR");

	if (!has_colours || (no_color && *no_color))
		return THEME_MONO;
	for (int i = 0; wanted && i < THEME_COUNT; i++)
		if (strcmp(wanted, names[i]) == 0)
			return (enum theme)i;
	return THEME_NORTON;
}
