/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Directories of the person. */
#include "config.h"

#include "base/i18n.h"
#include "base/paths.h"

#include <pwd.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

static char home[64];

static const char *
below(const char *name)
{
	static char path[256];

	snprintf(path, sizeof(path), "%s/%s", home, name);
	return path;
}

static int
make_home(void **state)
{
	(void)state;
	strcpy(home, "/tmp/gromada-paths-XXXXXX");
	unsetenv("XDG_DATA_HOME");
	unsetenv("XDG_CONFIG_HOME");
	setenv("GROMADA_TEST", "1", 1);
	return mkdtemp(home) && setenv("HOME", home, 1) == 0 ? 0 : -1;
}

static int
remove_home(void **state)
{
	static const char *const names[] = { ".config/user-dirs.dirs", ".config", "Dokumenty",
		"Akta", "a/b/c", "a/b", "a", "plain" };

	(void)state;
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		remove(below(names[i]));
	return rmdir(home);
}

static void
the_home_is_what_home_says_else_the_accounts(void **state)
{
	const struct passwd *account = getpwuid(getuid());

	(void)state;
	unsetenv("GROMADA_TEST");
	assert_string_equal(paths_home(), home);
	setenv("HOME", "no/full/path", 1);
	if (account)
		assert_string_equal(paths_home(), account->pw_dir);
	unsetenv("HOME");
	if (account) {
		assert_string_equal(paths_home(), account->pw_dir);
		assert_string_equal(paths_login(), account->pw_name);
	}
	setenv("HOME", home, 1);
	setenv("GROMADA_TEST", "1", 1);
	setenv("LOGNAME", "somebody-else", 1);
	if (account)
		assert_string_equal(paths_login(), account->pw_name);
}

static void
xdg_variables_count_when_they_hold_a_full_path(void **state)
{
	char path[256];

	(void)state;
	assert_string_equal(paths_data(path, sizeof(path), "gromada.db"),
		below(".local/share/gromada/gromada.db"));
	assert_string_equal(paths_config(path, sizeof(path), "gromada.ini"),
		below(".config/gromada/gromada.ini"));
	setenv("XDG_DATA_HOME", "/srv/data", 1);
	assert_string_equal(paths_data(path, sizeof(path), "x"), "/srv/data/gromada/x");
	assert_string_equal(paths_data(path, sizeof(path), ""), "/srv/data/gromada");
	setenv("XDG_DATA_HOME", "data", 1);
	assert_string_equal(paths_data(path, sizeof(path), "x"), below(".local/share/gromada/x"));
	unsetenv("XDG_DATA_HOME");
}

static void
write_user_dirs(const char *line)
{
	FILE *file;

	mkdir(below(".config"), 0700);
	file = fopen(below(".config/user-dirs.dirs"), "w");
	assert_non_null(file);
	fprintf(file, "# comment\nXDG_MUSIC_DIR=\"$HOME/Muzyka\"\n%s\n", line);
	fclose(file);
}

static void
documents_are_found_or_are_the_home(void **state)
{
	char path[256];

	(void)state;
	assert_string_equal(paths_documents(path, sizeof(path)), home);
	mkdir(below("Dokumenty"), 0700);
	assert_string_equal(paths_documents(path, sizeof(path)), below("Dokumenty"));
	write_user_dirs("XDG_DOCUMENTS_DIR=\"$HOME/Akta\"");
	assert_string_equal(paths_documents(path, sizeof(path)), below("Dokumenty"));
	mkdir(below("Akta"), 0700);
	assert_string_equal(paths_documents(path, sizeof(path)), below("Akta"));
	write_user_dirs("XDG_DOCUMENTS_DIR=\"/\"");
	assert_string_equal(paths_documents(path, sizeof(path)), "/");
	write_user_dirs("XDG_DOCUMENTS_DIR=\"Akta\"");
	assert_string_equal(paths_documents(path, sizeof(path)), below("Dokumenty"));
}

static void
missing_folders_are_made_for_the_person_alone(void **state)
{
	struct error err = { .code = ERROR_NONE };
	struct stat st;

	(void)state;
	assert_int_equal(paths_make_parents(below("a/b/c/file"), &err), 0);
	assert_int_equal(paths_make_parents(below("a/b/c/file"), &err), 0);
	assert_int_equal(stat(below("a/b/c"), &st), 0);
	assert_int_equal(st.st_mode & 0777, 0700);
	assert_int_equal(stat(below("a/b/c/file"), &st), -1);
	assert_int_equal(paths_make_parents("file", &err), 0);
}

static void
a_file_in_the_way_is_told_in_words(void **state)
{
	struct error err = { .code = ERROR_NONE };
	FILE *file = fopen(below("plain"), "w");

	(void)state;
	assert_non_null(file);
	fclose(file);
	assert_int_equal(paths_make_parents(below("plain/x/y"), &err), -1);
	assert_int_equal(err.code, ERROR_IO);
	assert_non_null(strstr(err.text, "plain"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_home_is_what_home_says_else_the_accounts),
		cmocka_unit_test(xdg_variables_count_when_they_hold_a_full_path),
		cmocka_unit_test(documents_are_found_or_are_the_home),
		cmocka_unit_test(missing_folders_are_made_for_the_person_alone),
		cmocka_unit_test(a_file_in_the_way_is_told_in_words),
	};

	i18n_start("en");
	return cmocka_run_group_tests_name("paths", tests, make_home, remove_home);
}
