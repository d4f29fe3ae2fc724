/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Language: who chooses it, and that Polish works where the machine knows no Polish. */
#include "config.h"

#include "base/i18n.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <wchar.h>

#include <cmocka.h>

static char share[64];

static void
put32(FILE *file, uint32_t n)
{
	fwrite(&n, sizeof(n), 1, file);
}

/* A catalogue as msgfmt writes it (GNU gettext manual, "The Format of GNU MO Files"). */
static void
write_catalogue(const char *path)
{
	static const struct {
		const char *id, *text;
		size_t id_length, text_length;
	} rows[] = {
#define ROW(id, text) { id, text, sizeof(id) - 1, sizeof(text) - 1 }
		ROW("", "Content-Type: text/plain; charset=UTF-8\n"
			"Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && "
			"(n%100<10 || n%100>=20) ? 1 : 2);\n"),
		ROW("%lu row\0%lu rows", "%lu wiersz\0%lu wiersze\0%lu wierszy"),
		ROW("Open", "Otwórz"),
		ROW("state\004Open", "Otwarte"),
#undef ROW
	};
	enum { COUNT = sizeof(rows) / sizeof(rows[0]) };
	uint32_t at = 28 + 16 * COUNT;
	FILE *file = fopen(path, "wb");

	assert_non_null(file);
	put32(file, 0x950412de);
	put32(file, 0);
	put32(file, COUNT);
	put32(file, 28);
	put32(file, 28 + 8 * COUNT);
	put32(file, 0);
	put32(file, at);
	for (int i = 0; i < COUNT; at += (uint32_t)rows[i++].id_length + 1) {
		put32(file, (uint32_t)rows[i].id_length);
		put32(file, at);
	}
	for (int i = 0; i < COUNT; at += (uint32_t)rows[i++].text_length + 1) {
		put32(file, (uint32_t)rows[i].text_length);
		put32(file, at);
	}
	for (int i = 0; i < COUNT; i++)
		fwrite(rows[i].id, rows[i].id_length + 1, 1, file);
	for (int i = 0; i < COUNT; i++)
		fwrite(rows[i].text, rows[i].text_length + 1, 1, file);
	fclose(file);
}

static const char *const folders[] = { "", "/locale", "/locale/pl", "/locale/pl/LC_MESSAGES" };

static int
make_share(void **state)
{
	char path[160];

	(void)state;
	strcpy(share, "/tmp/gromada-i18n-XXXXXX");
	if (!mkdtemp(share))
		return -1;
	for (size_t i = 1; i < sizeof(folders) / sizeof(folders[0]); i++) {
		snprintf(path, sizeof(path), "%s%s", share, folders[i]);
		mkdir(path, 0700);
	}
	snprintf(path, sizeof(path), "%s/locale/pl/LC_MESSAGES/gromada.mo", share);
	write_catalogue(path);
	setenv("GROMADA_TEST", "1", 1);
	setenv("GROMADA_SHARE", share, 1);
	return 0;
}

static int
remove_share(void **state)
{
	char path[160];

	(void)state;
	snprintf(path, sizeof(path), "%s/locale/pl/LC_MESSAGES/gromada.mo", share);
	unlink(path);
	for (size_t i = sizeof(folders) / sizeof(folders[0]); i-- > 0;) {
		snprintf(path, sizeof(path), "%s%s", share, folders[i]);
		rmdir(path);
	}
	return 0;
}

static void
set_locale_variables(const char *all, const char *messages, const char *lang)
{
	unsetenv("LC_CTYPE");
	unsetenv("LANGUAGE");
	setenv("LC_ALL", all, 1);
	setenv("LC_MESSAGES", messages, 1);
	setenv("LANG", lang, 1);
}

static void
the_environment_is_asked_in_its_order_and_polish_is_the_rest(void **state)
{
	static const struct {
		const char *wanted, *all, *messages, *lang;
		enum language language;
	} cases[] = {
		{ NULL, "", "", "", LANGUAGE_POLISH },
		{ NULL, "", "", "C", LANGUAGE_POLISH },
		{ NULL, "", "", "en_GB.UTF-8", LANGUAGE_ENGLISH },
		{ NULL, "", "pl_PL.UTF-8", "en_GB.UTF-8", LANGUAGE_POLISH },
		{ NULL, "en_US", "pl_PL", "pl_PL", LANGUAGE_ENGLISH },
		{ NULL, "C", "en_US", "en_US", LANGUAGE_POLISH },
		{ NULL, "", "", "de_DE.UTF-8", LANGUAGE_POLISH },
		{ NULL, "", "", "enlightened", LANGUAGE_POLISH },
		{ "", "", "", "en_GB.UTF-8", LANGUAGE_ENGLISH },
		{ "pl", "en_US", "", "", LANGUAGE_POLISH },
		{ "en", "pl_PL.UTF-8", "", "pl_PL.UTF-8", LANGUAGE_ENGLISH },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		set_locale_variables(cases[i].all, cases[i].messages, cases[i].lang);
		i18n_start(cases[i].wanted);
		assert_int_equal(i18n_language(), cases[i].language);
	}
}

/* Not through _(): these are no messages of the program. */
static void
assert_polish_speaks(void)
{
#ifdef ENABLE_NLS
	assert_string_equal(i18n_text("Open"), "Otwórz");
	assert_string_equal(i18n_context("state", "Open"), "Otwarte");
	assert_string_equal(i18n_plural("%lu row", "%lu rows", 1), "%lu wiersz");
	assert_string_equal(i18n_plural("%lu row", "%lu rows", 22), "%lu wiersze");
	assert_string_equal(i18n_plural("%lu row", "%lu rows", 12), "%lu wierszy");
#else
	assert_string_equal(i18n_text("Open"), "Open");
#endif
	assert_string_equal(i18n_text("Close"), "Close");
	assert_string_equal(i18n_context("state", "Close"), "Close");
	assert_string_equal(i18n_text(""), "");
}

static void
polish_speaks_under_every_locale(void **state)
{
	static const char *const names[] = { "", "C", "POSIX", "C.UTF-8", "pl_PL.UTF-8",
		"en_US.UTF-8", "pl_PL", "no_SUCH" };

	(void)state;
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		set_locale_variables(names[i], "", "");
		i18n_start("pl");
		assert_polish_speaks();
	}
}

static void
english_speaks_for_itself(void **state)
{
	(void)state;
	set_locale_variables("pl_PL.UTF-8", "", "");
	i18n_start("en");
	assert_string_equal(i18n_text("Open"), "Open");
	assert_string_equal(i18n_context("state", "Open"), "Open");
	assert_string_equal(i18n_plural("%lu row", "%lu rows", 1), "%lu row");
	assert_string_equal(i18n_plural("%lu row", "%lu rows", 2), "%lu rows");
	i18n_start("pl");
	assert_polish_speaks();
}

static void
words_of_files_are_known_in_each_language(void **state)
{
	static const char *const spoken[] = { "en", "pl", "en" };

	(void)state;
	set_locale_variables("C.UTF-8", "", "");
	for (size_t i = 0; i < sizeof(spoken) / sizeof(spoken[0]); i++) {
		i18n_start(spoken[i]);
		assert_string_equal(i18n_text_in(LANGUAGE_ENGLISH, "Open"), "Open");
#ifdef ENABLE_NLS
		assert_string_equal(i18n_text_in(LANGUAGE_POLISH, "Open"), "Otwórz");
		assert_string_equal(getenv("LANGUAGE"), spoken[i]);
#endif
		assert_string_equal(i18n_text_in(LANGUAGE_POLISH, ""), "");
	}
}

static void
letters_have_a_width_and_numbers_a_point_under_every_locale(void **state)
{
	static const struct {
		const char *all;
		bool utf8;
	} cases[] = { { "C", false }, { "C.UTF-8", true }, { "no_SUCH.UTF-8", true },
		{ "no_SUCH.ISO-8859-2", false }, { "no_SUCH", false } };
	char text[8];

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		set_locale_variables(cases[i].all, "", "");
		i18n_start("pl");
		assert_int_equal(i18n_utf8(), cases[i].utf8);
		assert_int_equal(wcwidth(L'ł'), 1);
		assert_string_equal(setlocale(LC_NUMERIC, NULL), "C");
		snprintf(text, sizeof(text), "%.1f", 1.5);
		assert_string_equal(text, "1.5");
	}
}

static void
the_installed_data_may_stand_elsewhere_in_test_mode_only(void **state)
{
	(void)state;
	assert_string_equal(share_path(), share);
	setenv("GROMADA_TEST", "0", 1);
	assert_string_equal(share_path(), PKGDATADIR);
	setenv("GROMADA_TEST", "1", 1);
	unsetenv("GROMADA_SHARE");
	assert_string_equal(share_path(), PKGDATADIR);
	setenv("GROMADA_SHARE", share, 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_environment_is_asked_in_its_order_and_polish_is_the_rest),
		cmocka_unit_test(polish_speaks_under_every_locale),
		cmocka_unit_test(english_speaks_for_itself),
		cmocka_unit_test(words_of_files_are_known_in_each_language),
		cmocka_unit_test(letters_have_a_width_and_numbers_a_point_under_every_locale),
		cmocka_unit_test(the_installed_data_may_stand_elsewhere_in_test_mode_only),
	};

	return cmocka_run_group_tests_name("i18n", tests, make_share, remove_share);
}
