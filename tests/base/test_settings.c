/* SPDX-License-Identifier: GPL-3.0-or-later */
/* gromada.ini: what is taken, what is refused and where, and that comments survive. */
#include "config.h"

#include "base/i18n.h"
#include "base/settings.h"

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

static char folder[64], system_path[96], user_path[96], none[96];

static int
make_folder(void **state)
{
	(void)state;
	strcpy(folder, "/tmp/gromada-settings-XXXXXX");
	if (!mkdtemp(folder))
		return -1;
	snprintf(system_path, sizeof(system_path), "%s/system.ini", folder);
	snprintf(user_path, sizeof(user_path), "%s/sub/gromada.ini", folder);
	snprintf(none, sizeof(none), "%s/none", folder);
	setenv("GROMADA_TEST", "1", 1);
	setenv("HOME", folder, 1);
	unsetenv("XDG_CONFIG_HOME");
	return 0;
}

static int
remove_files(void **state)
{
	(void)state;
	unlink(system_path);
	unlink(user_path);
	return 0;
}

static int
remove_folder(void **state)
{
	char sub[96];

	remove_files(state);
	snprintf(sub, sizeof(sub), "%s/sub", folder);
	rmdir(sub);
	return rmdir(folder);
}

static void
write_bytes(const char *path, const char *text, size_t length)
{
	char sub[96];
	FILE *file;

	snprintf(sub, sizeof(sub), "%s/sub", folder);
	mkdir(sub, 0700);
	file = fopen(path, "wb");
	assert_non_null(file);
	assert_int_equal(fwrite(text, 1, length, file), length);
	fclose(file);
	chmod(path, 0644);
}

static const char *
read_text(const char *path)
{
	static char text[8192];
	FILE *file = fopen(path, "rb");

	assert_non_null(file);
	text[fread(text, 1, sizeof(text) - 1, file)] = '\0';
	fclose(file);
	return text;
}

static struct settings *
load(const char *system, const char *user)
{
	struct error err = { .code = ERROR_NONE };
	struct settings *s;

	if (system)
		write_bytes(system_path, system, strlen(system));
	if (user)
		write_bytes(user_path, user, strlen(user));
	if (settings_load(&s, system ? system_path : none, user_path, &err) < 0)
		fail_msg("%s", err.text);
	return s;
}

static void
without_files_everything_is_at_its_default(void **state)
{
	struct settings *s = load(NULL, NULL);

	(void)state;
	for (int id = 0; id < SETTING_COUNT; id++)
		assert_false(settings_given(s, (enum setting_id)id));
	assert_int_equal(settings_number(s, SETTING_ESCAPE_DELAY), 100);
	assert_true(settings_yes(s, SETTING_FUNCTION_BAR));
	assert_string_equal(settings_text(s, SETTING_COLOURS), "auto");
	assert_string_equal(settings_text(s, SETTING_FOLDER_OUT), folder);
	assert_string_equal(settings_text(s, SETTING_DATABASE_FILE), "");
	assert_false(settings_account_shared(s, "punkt"));
	assert_false(settings_account_shared(s, ""));
	assert_string_equal(settings_user_path(s), user_path);
	settings_free(s);
	settings_free(NULL);
}

static void
the_persons_file_stands_above_the_systems(void **state)
{
	struct settings *s = load("[screen]\ncolours = mono\nescape_delay = "
				  "50\n[security]\nshared_accounts = punkt, urzad2\n",
		"# mine\n[screen]\r\nCOLOURS=light ; why not\r\nletters = nie\nstart =\n"
		"[database]\nfile = \"~/dane; nowe #1/gmina ż.db\"\n[folders]\nout = /srv/wyniki "
		"\n");
	char path[128];

	(void)state;
	assert_string_equal(settings_text(s, SETTING_COLOURS), "light");
	assert_int_equal(settings_number(s, SETTING_ESCAPE_DELAY), 50);
	assert_false(settings_yes(s, SETTING_LETTERS));
	assert_false(settings_given(s, SETTING_START));
	snprintf(path, sizeof(path), "%s/dane; nowe #1/gmina ż.db", folder);
	assert_string_equal(settings_text(s, SETTING_DATABASE_FILE), path);
	assert_string_equal(settings_text(s, SETTING_FOLDER_OUT), "/srv/wyniki");
	assert_true(settings_account_shared(s, "punkt"));
	assert_true(settings_account_shared(s, "urzad2"));
	assert_false(settings_account_shared(s, "urzad"));
	assert_false(settings_account_shared(s, "punkt,"));
	settings_free(s);
}

/* The user's file with this text is refused, at this line, with these words. */
static void
assert_refused_bytes(const char *text, size_t length, long line, const char *words)
{
	struct error err = { .code = ERROR_NONE };
	struct settings *s;

	write_bytes(user_path, text, length);
	if (settings_load(&s, none, user_path, &err) == 0)
		fail_msg("taken: %s", text);
	assert_null(s);
	assert_int_equal(err.code, ERROR_INPUT);
	assert_int_equal(err.row, line);
	assert_non_null(strstr(err.text, "gromada.ini"));
	if (!strstr(err.text, words))
		fail_msg("\"%s\" does not say \"%s\"", err.text, words);
}

static void
assert_refused(const char *text, long line, const char *words)
{
	assert_refused_bytes(text, strlen(text), line, words);
}

static void
mistakes_are_named_with_file_and_line(void **state)
{
	(void)state;
	assert_refused("[screen]\n\ncolors = light\n", 3, "\"colors\" in the section [screen]");
	assert_refused("colours = light\n", 1, "\"colours\" in the section []");
	assert_refused("[scren]\ncolours = light\n", 2, "[scren]");
	assert_refused("[screen]\ncolours = pink\n", 2, "auto, norton, light, contrast, mono");
	assert_refused("[screen]\nescape_delay = 2001\n", 2, "from 0 to 2000");
	assert_refused("[screen]\nescape_delay = 1.5\n", 2, "whole number");
	assert_refused("[screen]\nletters = perhaps\n", 2, "yes or no");
	assert_refused("[database]\nfile = gmina.db\n", 2, "full path");
	assert_refused("[screen]\nletters = yes\n[screen]\nletters = no\n", 4, "line 2");
	assert_refused("[security]\nshared_accounts = punkt\n", 2, "settings of the system");
}

static void
lines_that_are_no_lines_are_refused(void **state)
{
	char text[1400] = "[screen]\n# ";

	(void)state;
	assert_refused("[screen]\nletters\n", 2, "neither");
	assert_refused("[screen\nletters = yes\n", 1, "neither");
	assert_refused("[screen]\nmy letters = yes\n", 2, "neither");
	assert_refused("[screen]\n# C:\\\nletters = no\n", 2, "backslash");
	assert_refused("[database]\nfile = /a\\\n/b\n", 2, "backslash");
	assert_refused("\xef\xbb\xbf[screen]\n", 1, "byte-order mark");
	assert_refused("[screen]\nstart = \x1b[2J\n", 2, "invisible");
	assert_refused("[screen]\nstart = \xb3\n", 2, "not UTF-8");
	assert_refused_bytes("[screen]\nstart = a\0b\n", 21, 2, "invisible");
	memset(text + strlen(text), 'x', 1200);
	assert_refused(text, 2, "1000");
}

static void
an_untrustworthy_system_file_is_refused(void **state)
{
	struct error err = { .code = ERROR_NONE };
	struct settings *s;

	(void)state;
	write_bytes(system_path, "[screen]\n", 9);
	chmod(system_path, 0664);
	assert_int_equal(settings_load(&s, system_path, none, &err), -1);
	assert_int_equal(err.code, ERROR_DENIED);
	assert_non_null(strstr(err.text, "chmod"));
	error_clear(&err);
	unlink(system_path);
	write_bytes(user_path, "[screen]\n", 9);
	assert_int_equal(symlink(user_path, system_path), 0);
	assert_int_equal(settings_load(&s, system_path, none, &err), -1);
	assert_int_equal(err.code, ERROR_DENIED);
	error_clear(&err);
	assert_int_equal(settings_load(&s, folder, none, &err), -1);
	assert_int_equal(err.code, ERROR_INPUT);
}

static void
outside_test_mode_the_system_file_belongs_to_root(void **state)
{
	struct error err = { .code = ERROR_NONE };
	struct settings *s;

	(void)state;
	write_bytes(system_path, "[screen]\n", 9);
	if (geteuid() == 0 && chown(system_path, 12345, 0) < 0)
		skip();
	unsetenv("GROMADA_TEST");
	assert_int_equal(settings_load(&s, system_path, none, &err), -1);
	setenv("GROMADA_TEST", "1", 1);
	assert_int_equal(err.code, ERROR_DENIED);
	assert_non_null(strstr(err.text, "chown root"));
}

static void
set(struct settings *s, enum setting_id id, const char *value)
{
	struct error err = { .code = ERROR_NONE };

	if (settings_set(s, id, value, &err) < 0)
		fail_msg("%s", err.text);
}

static void
a_changed_setting_keeps_comments_and_order(void **state)
{
	struct settings *s = load(NULL, "# Urząd\n[screen]\n; bar\nletters = yes # "
					"always\n#colours = auto\nstart = 5.1\n\n[folders]\n"
					"in = /srv\n");

	(void)state;
	set(s, SETTING_LETTERS, "no");
	set(s, SETTING_COLOURS, "mono");
	set(s, SETTING_FUNCTION_BAR, "no");
	set(s, SETTING_FOLDER_IN, "/srv/a;b");
	set(s, SETTING_DATABASE_FILE, "~/ż.db");
	set(s, SETTING_START, "");
	assert_string_equal(read_text(user_path),
		"# Urząd\n[screen]\n; bar\nletters = no\n#colours = auto\ncolours = mono\n"
		"function_bar = no\n\n[folders]\nin = \"/srv/a;b\"\n\n[database]\nfile = ~/ż.db\n");
	assert_false(settings_yes(s, SETTING_LETTERS));
	assert_string_equal(settings_text(s, SETTING_FOLDER_IN), "/srv/a;b");
	settings_free(s);
	s = load(NULL, NULL);
	assert_string_equal(settings_text(s, SETTING_COLOURS), "mono");
	assert_string_equal(settings_text(s, SETTING_FOLDER_IN), "/srv/a;b");
	assert_false(settings_given(s, SETTING_START));
	settings_free(s);
}

static void
the_first_change_writes_a_file_with_every_setting(void **state)
{
	struct settings *s = load(NULL, NULL);
	const char *text;

	(void)state;
	set(s, SETTING_COLOURS, "light");
	settings_free(s);
	text = read_text(user_path);
	assert_non_null(strstr(text, "#colours = auto\ncolours = light\n"));
	assert_non_null(strstr(text, "#escape_delay = 100\n"));
	s = load(NULL, NULL);
	assert_string_equal(settings_text(s, SETTING_COLOURS), "light");
	settings_free(s);
}

static void
taking_a_setting_back_uncovers_the_systems(void **state)
{
	struct settings *s = load("[screen]\ncolours = mono\n", "[screen]\ncolours = light\n");

	(void)state;
	set(s, SETTING_COLOURS, "");
	assert_string_equal(settings_text(s, SETTING_COLOURS), "mono");
	settings_free(s);
}

static void
assert_not_set(struct settings *s, enum setting_id id, const char *value, enum error_code code)
{
	struct error err = { .code = ERROR_NONE };

	assert_int_equal(settings_set(s, id, value, &err), -1);
	assert_int_equal(err.code, code);
	assert_true(*err.text);
}

static void
a_bad_value_changes_nothing(void **state)
{
	struct settings *s = load(NULL, "[screen]\ncolours = light\n");
	char longer[1100];

	(void)state;
	memset(longer, 'x', sizeof(longer) - 1);
	longer[0] = '/';
	longer[sizeof(longer) - 1] = '\0';
	assert_not_set(s, SETTING_COLOURS, "pink", ERROR_INPUT);
	assert_not_set(s, SETTING_ESCAPE_DELAY, "-1", ERROR_INPUT);
	assert_not_set(s, SETTING_START, "5\n[security]", ERROR_INPUT);
	assert_not_set(s, SETTING_START, "a\"b'c", ERROR_INPUT);
	assert_not_set(s, SETTING_FOLDER_IN, longer, ERROR_INPUT);
	assert_not_set(s, SETTING_SHARED_ACCOUNTS, "punkt", ERROR_DENIED);
	assert_string_equal(settings_text(s, SETTING_COLOURS), "light");
	assert_string_equal(read_text(user_path), "[screen]\ncolours = light\n");
	settings_free(s);
}

static void
odd_values_come_back_as_they_were(void **state)
{
	static const char *const odd[] = { "a b", " a ", "\"a\"", "it's", "a;b#c", "a=b", "[x]",
		"ą\\" };
	struct settings *s = load(NULL, NULL);

	(void)state;
	for (size_t i = 0; i < sizeof(odd) / sizeof(odd[0]); i++) {
		struct settings *again;

		set(s, SETTING_START, odd[i]);
		again = load(NULL, NULL);
		assert_string_equal(settings_text(again, SETTING_START), odd[i]);
		settings_free(again);
	}
	settings_free(s);
}

static void
collect(void *context, const char *line)
{
	char *text = context;

	assert_true(strlen(text) + strlen(line) + 2 < 8192);
	strcat(text, line);
	strcat(text, "\n");
}

/* UPDATE=1 writes data/gromada.ini anew; the change is then reviewed like any other. */
static void
the_shipped_file_is_in_step_with_the_table(void **state)
{
	static char text[8192];
	const char *path = TOP_SRCDIR "/data/gromada.ini";

	(void)state;
	*text = '\0';
	settings_print_defaults(collect, text);
	if (getenv("UPDATE")) {
		FILE *file = fopen(path, "w");

		assert_non_null(file);
		fputs(text, file);
		fclose(file);
	}
	assert_string_equal(read_text(path), text);
	settings_free(load(text, text));
}

static void
every_setting_has_its_words_and_a_good_default(void **state)
{
	(void)state;
	for (int id = 0; id < SETTING_COUNT; id++) {
		const struct setting *setting = &settings_table[id];

		assert_non_null(setting->section);
		assert_non_null(setting->key);
		assert_non_null(setting->fallback);
		assert_true(setting->help[strlen(setting->help) - 1] == '.');
		assert_int_equal(setting->type == SETTING_CHOICE, setting->choices != NULL);
	}
}

int
main(void)
{
#define FRESH(test) cmocka_unit_test_setup(test, remove_files)
	const struct CMUnitTest tests[] = {
		FRESH(without_files_everything_is_at_its_default),
		FRESH(the_persons_file_stands_above_the_systems),
		FRESH(mistakes_are_named_with_file_and_line),
		FRESH(lines_that_are_no_lines_are_refused),
		FRESH(an_untrustworthy_system_file_is_refused),
		FRESH(outside_test_mode_the_system_file_belongs_to_root),
		FRESH(a_changed_setting_keeps_comments_and_order),
		FRESH(the_first_change_writes_a_file_with_every_setting),
		FRESH(taking_a_setting_back_uncovers_the_systems),
		FRESH(a_bad_value_changes_nothing),
		FRESH(odd_values_come_back_as_they_were),
		FRESH(the_shipped_file_is_in_step_with_the_table),
		FRESH(every_setting_has_its_words_and_a_good_default),
	};
#undef FRESH

	i18n_start("en");
	return cmocka_run_group_tests_name("settings", tests, make_folder, remove_folder);
}
