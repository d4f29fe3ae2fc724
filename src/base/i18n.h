/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program's language. The only file that knows gettext. */
#ifndef BASE_I18N_H
#define BASE_I18N_H

#include <stdbool.h>
#include <stddef.h>

#define N_(text) (text) /* marks text in tables; shown through _() */
#define _(text) i18n_text(text)
#define P_(one, many, n) i18n_plural(one, many, n)
#define C_(context, text) i18n_context(context, text)

enum language { LANGUAGE_POLISH, LANGUAGE_ENGLISH, LANGUAGES };

/* Chooses the language: wanted ("pl", "en", NULL or "" = LC_ALL, LC_MESSAGES, LANG as
 * text, else Polish), sets the locale (falls back to C.UTF-8), LC_NUMERIC stays C. */
void i18n_start(const char *wanted);
enum language i18n_language(void);
const char *i18n_code(void); /* of that language, as files and standards write it: pl, en */
bool i18n_utf8(void);        /* false when the terminal's charset is ASCII or 8-bit */
const char *i18n_text(const char *msgid) __attribute__((format_arg(1)));
/* The text in that language, whichever the program speaks: for words that come back in files. */
const char *i18n_text_in(enum language in, const char *msgid);
const char *i18n_plural(const char *one, const char *many, unsigned long n)
	__attribute__((format_arg(1), format_arg(2)));
const char *i18n_context(const char *context, const char *msgid) __attribute__((format_arg(2)));

/* The directory of the installed data (catalogue/, demo/, locale/): PKGDATADIR, or in
 * test mode GROMADA_SHARE. */
const char *share_path(void);

#endif
