/* SPDX-License-Identifier: GPL-3.0-or-later */
/* gromada.ini: one table of settings, two files (the system's, the user's). */
#ifndef BASE_SETTINGS_H
#define BASE_SETTINGS_H

#include "base/error.h"

#include <stdbool.h>
#include <stddef.h>

enum setting_id {
	SETTING_DATABASE_FILE,   /* [database] file */
	SETTING_FOLDER_IN,       /* [folders] in: where the file chooser opens */
	SETTING_FOLDER_OUT,      /* [folders] out: where exports go */
	SETTING_FONTS,           /* [folders] fonts: of DejaVu Sans, for PDF */
	SETTING_LANGUAGE,        /* [screen] language: pl, en, empty = environment */
	SETTING_COLOURS,         /* [screen] colours: auto, norton, light, contrast, mono */
	SETTING_GLYPHS,          /* [screen] glyphs: auto, ascii, lines, half, braille */
	SETTING_ESCAPE_DELAY,    /* [screen] escape_delay: milliseconds, 0..2000 */
	SETTING_FUNCTION_BAR,    /* [screen] function_bar: yes, no */
	SETTING_LETTERS,         /* [screen] letters: yes, no = single-letter shortcuts off */
	SETTING_START,           /* [screen] start: menu entry shown after start, as 5.1 */
	SETTING_SOUND,           /* [screen] sound: yes, no = keying is silent */
	SETTING_SHARED_ACCOUNTS, /* [security] shared_accounts: logins, system file only */
	SETTING_COUNT
};

enum setting_type {
	SETTING_TEXT,
	SETTING_PATH, /* a full path; ~/ stands for the home */
	SETTING_CHOICE,
	SETTING_NUMBER,
	SETTING_YES_NO
};

struct setting {
	const char *section, *key;
	enum setting_type type;
	const char *choices;  /* "auto|norton|light" for SETTING_CHOICE */
	long min, max;        /* for SETTING_NUMBER */
	const char *fallback; /* default, as text; "" where the program finds it out */
	const char *help;     /* N_() one sentence */
	bool system_only;     /* honoured only in the system's file */
};

extern const struct setting settings_table[SETTING_COUNT];

struct settings;
/* Reads the system's file (SYSCONFDIR/gromada.ini, only if owned by root and not group-
 * or world-writable) and then the user's (XDG_CONFIG_HOME or ~/.config/gromada/gromada.ini,
 * the home of paths_home()). Absent files are fine; an unknown key, a bad value or a broken
 * line is an error that names file, line, and what is allowed. An empty value counts as absent.
 * system or user NULL = the usual place. In test mode the system's file may belong to the one
 * who runs the test. *out is NULL after an error. */
int settings_load(struct settings **out, const char *system, const char *user, struct error *err);
void settings_free(struct settings *s);
/* Text lives until settings_set or settings_free. The folders never come back empty: their
 * default is the documents folder. */
const char *settings_text(const struct settings *s, enum setting_id id);
long settings_number(const struct settings *s, enum setting_id id);
bool settings_yes(const struct settings *s, enum setting_id id);
bool settings_given(const struct settings *s, enum setting_id id); /* not the default */
/* Whether [security] shared_accounts names the login. */
bool settings_account_shared(const struct settings *s, const char *login);
/* The files, whether they are there or not: the system's is read first. */
const char *settings_system_path(const struct settings *s);
const char *settings_user_path(const struct settings *s);
/* Checks value against the table, keeps it, and rewrites the user's file with its comments;
 * a file that is not there is written with every setting. "" goes back to the system's
 * setting or the default. */
int settings_set(struct settings *s, enum setting_id id, const char *value, struct error *err);
/* The commented file with every setting at its default, line by line without line ends, in
 * the person's language; data/gromada.ini holds the English one. text is valid in the call only. */
void settings_print_defaults(void (*line)(void *context, const char *text), void *context);

#endif
