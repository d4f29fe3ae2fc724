/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Language and locale are two questions: an office whose PuTTY says LANG=C still reads Polish. */
#include "config.h"

#include "base/i18n.h"

#include "base/testmode.h"

#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#ifdef ENABLE_NLS
#include <libintl.h>
#endif

#define DOMAIN "gromada"
#define FALLBACK_LOCALE "C.UTF-8"

static enum language language = LANGUAGE_POLISH;
static bool utf8;

/* The first of three variables that is set and not empty, as POSIX ranks them. */
static const char *
environment(const char *category)
{
	const char *names[] = { "LC_ALL", category, "LANG" };

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		const char *value = getenv(names[i]);

		if (value && *value)
			return value;
	}
	return "";
}

static bool
means_english(const char *name)
{
	return strncasecmp(name, "en", 2) == 0 && (name[2] == '\0' || strchr("_.@-", name[2]));
}

static bool
is_utf8_name(const char *charset)
{
	return strcasecmp(charset, "UTF-8") == 0 || strcasecmp(charset, "utf8") == 0;
}

/* Sets LC_CTYPE and the others; leaves in utf8 what the terminal can show, which is not
 * what the program computes with: under an ASCII charset that is UTF-8 all the same. */
static void
start_locale(void)
{
	if (!setlocale(LC_ALL, "")) {
		/* The locale is not installed here, but its name tells what the terminal speaks. */
		const char *charset = strchr(environment("LC_CTYPE"), '.');

		utf8 = charset && is_utf8_name(charset + 1);
		setlocale(LC_ALL, FALLBACK_LOCALE);
	} else {
		const char *charset = nl_langinfo(CODESET);

		utf8 = is_utf8_name(charset);
		if (strcmp(charset, "ANSI_X3.4-1968") == 0 || strcmp(charset, "US-ASCII") == 0)
			setlocale(LC_CTYPE, FALLBACK_LOCALE);
	}
	setlocale(LC_NUMERIC, "C");
}

#ifdef ENABLE_NLS
/* gettext is silent while LC_MESSAGES is C, and obeys LANGUAGE in any other locale. */
static void
start_messages(void)
{
	const char *now = setlocale(LC_MESSAGES, NULL);
	char share[4096];

	if (!now || strcmp(now, "C") == 0 || strcmp(now, "POSIX") == 0)
		setlocale(LC_MESSAGES, FALLBACK_LOCALE);
	setenv("LANGUAGE", i18n_code(), 1);
	if (testmode_on()) {
		snprintf(share, sizeof(share), "%s/locale", share_path());
		bindtextdomain(DOMAIN, share);
	} else {
		bindtextdomain(DOMAIN, LOCALEDIR);
	}
	bind_textdomain_codeset(DOMAIN, "UTF-8");
	textdomain(DOMAIN);
}
#endif

void
i18n_start(const char *wanted)
{
	const char *name = wanted && *wanted ? wanted : environment("LC_MESSAGES");

	language = means_english(name) ? LANGUAGE_ENGLISH : LANGUAGE_POLISH;
	start_locale();
#ifdef ENABLE_NLS
	start_messages();
#endif
}

enum language
i18n_language(void)
{
	return language;
}

const char *
i18n_code(void)
{
	return language == LANGUAGE_POLISH ? "pl" : "en";
}

bool
i18n_utf8(void)
{
	return utf8;
}

#ifdef ENABLE_NLS

const char *
i18n_text(const char *msgid)
{
	/* gettext answers "" with the header of the catalogue. */
	return *msgid && language == LANGUAGE_POLISH ? gettext(msgid) : msgid;
}

/* English is what is asked by. gettext obeys LANGUAGE at each call; nothing else asks it for a text
 * of this program while that speaks English. */
const char *
i18n_text_in(enum language in, const char *msgid)
{
	const char *text;

	if (!*msgid || in == LANGUAGE_ENGLISH)
		return msgid;
	if (language == in)
		return gettext(msgid);
	setenv("LANGUAGE", "pl", 1);
	text = gettext(msgid);
	setenv("LANGUAGE", i18n_code(), 1);
	return text;
}

const char *
i18n_plural(const char *one, const char *many, unsigned long n)
{
	if (language == LANGUAGE_POLISH)
		return ngettext(one, many, n);
	return n == 1 ? one : many;
}

const char *
i18n_context(const char *context, const char *msgid)
{
	char key[1024];
	const char *found;
	int length = snprintf(key, sizeof(key), "%s\004%s", context, msgid);

	if (language != LANGUAGE_POLISH || length < 0 || (size_t)length >= sizeof(key))
		return msgid;
	found = gettext(key);
	return found == key ? msgid : found;
}

#else

const char *
i18n_text(const char *msgid)
{
	return msgid;
}

const char *
i18n_text_in(enum language in, const char *msgid)
{
	(void)in;
	return msgid;
}

const char *
i18n_plural(const char *one, const char *many, unsigned long n)
{
	return n == 1 ? one : many;
}

const char *
i18n_context(const char *context, const char *msgid)
{
	(void)context;
	return msgid;
}

#endif

const char *
share_path(void)
{
	const char *wish = testmode_on() ? getenv("GROMADA_SHARE") : NULL;

	return wish && *wish ? wish : PKGDATADIR;
}
