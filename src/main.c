/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A clean process, then the full-screen program or one command, then the exit code. */
#include "config.h"

#include "base/arena.h"
#include "base/i18n.h"
#include "base/memory.h"
#include "base/paths.h"
#include "base/settings.h"
#include "base/testmode.h"
#include "commands/commands.h"
#include "screens/frame/start.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

extern char **environ;

/* Otherwise the database could get the number of standard error, and a message would be
 * written into it. */
static void
fill_standard_files(void)
{
	int fd;

	do
		fd = open("/dev/null", O_RDWR | O_CLOEXEC);
	while (fd >= 0 && fd <= STDERR_FILENO);
	if (fd > STDERR_FILENO)
		close(fd);
	for (int i = STDIN_FILENO; i <= STDERR_FILENO; i++)
		fcntl(i, F_SETFD, 0);
}

static bool
kept_variable(const char *entry, bool test, bool restricted)
{
	static const char *const names[] = { "TERM=", "LANG=", "LC_",
		"TZ=", "COLORTERM=", "NO_COLOR=", "ESCDELAY=", "SSH_CONNECTION=" };
	static const char *const test_names[] = { "GROMADA_", "LOCPATH=" };

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (strncmp(entry, names[i], strlen(names[i])) == 0)
			return true;
	for (size_t i = 0; i < sizeof(test_names) / sizeof(test_names[0]) && test; i++)
		if (strncmp(entry, test_names[i], strlen(test_names[i])) == 0)
			return true;
	return !restricted &&
	       (strncmp(entry, "XDG_", 4) == 0 || strncmp(entry, "HOME=", 5) == 0);
}

/* What libraries would obey and nobody asked for (terminal descriptions, loaders, locale
 * paths) goes; the few variables that describe the person's terminal and language stay. */
static void
clean_environment(bool restricted)
{
	const bool test = testmode_on(); /* asked before its variable may go */
	size_t kept = 0;

	if (!environ)
		return;
	for (size_t i = 0; environ[i]; i++)
		if (kept_variable(environ[i], test, restricted))
			environ[kept++] = environ[i];
	environ[kept] = NULL;
}

/* No memory of ours in a core file or another process's hands: it may hold personal data. */
static void
keep_memory_private(void)
{
	const struct rlimit none = { 0, 0 };

	setrlimit(RLIMIT_CORE, &none);
	if (!testmode_on()) /* a leak checker must be able to look */
		prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}

/* Settings, and whether the account is shared; a shared one has no say in where files are. */
static int
load_settings(struct settings **settings, bool *shared, struct error *err)
{
	const char *trial = testmode_on() ? getenv("GROMADA_SYSTEM_SETTINGS") : NULL;

	/* The system's file alone decides first, for the test mode must not escape it. */
	if (settings_load(settings, NULL, "", err))
		return -1;
	*shared = settings_account_shared(*settings, paths_login());
	settings_free(*settings);
	*settings = NULL;
	if (*shared) {
		testmode_forbid();
		clean_environment(true);
		trial = NULL;
	}
	if (settings_load(settings, trial, NULL, err))
		return -1;
	if (trial)
		*shared = settings_account_shared(*settings, paths_login());
	return 0;
}

static int
run_screens(const struct arguments *arguments, struct settings *settings, struct error *err)
{
	char path[4096];
	const struct start start = {
		.settings = settings,
		.database = commands_database(path, sizeof(path), arguments, settings),
		.database_given = arguments->value[OPTION_DATABASE] != NULL,
		.as = arguments->value[OPTION_AS],
	};

	return screens_main(&start, err);
}

static int
act(const struct arguments *arguments, struct settings *settings, bool shared, struct error *err)
{
	int status = EXIT_REFUSED;

	if (arguments->value[OPTION_HELP] || arguments->value[OPTION_VERSION]) {
		if (arguments->value[OPTION_HELP])
			commands_help(arguments);
		else
			commands_version();
		return EXIT_DONE;
	}
	if (settings && arguments->command)
		status = commands_run(arguments, settings, shared, err);
	else if (settings)
		status = run_screens(arguments, settings, err);
	if (err->code != ERROR_NONE)
		commands_complain(err->text);
	return status;
}

static int
run(int argc, char **argv, struct arena *arena)
{
	const char *language = arguments_language(argc, argv);
	struct error err = { .code = ERROR_NONE }, settings_err = { .code = ERROR_NONE };
	struct settings *settings = NULL;
	struct arguments arguments;
	bool shared = false;
	int status;

	i18n_start(language);
	load_settings(&settings, &shared, &settings_err);
	if (!language && settings)
		language = settings_text(settings, SETTING_LANGUAGE);
	i18n_start(language); /* again: the test mode may be forbidden by now */
	if (arguments_read(argc, argv, arena, &arguments, &err)) {
		commands_complain(err.text);
		settings_free(settings);
		return EXIT_USAGE;
	}
	status = act(&arguments, settings, shared, settings ? &err : &settings_err);
	settings_free(settings);
	return status;
}

int
main(int argc, char **argv)
{
	struct arena arena = { NULL };
	int status;

	fill_standard_files();
	umask(0007);
	signal(SIGXFSZ, SIG_IGN); /* a limit on file sizes is told in words, like a full disk */
	keep_memory_private();
	clean_environment(false);
	memory_set_last_words(commands_last_words);
	status = run(argc, argv, &arena);
	arena_release(&arena);
	if (fflush(stdout) == 0 && !ferror(stdout))
		return status;
	commands_complain(_("Standard output could not be written."));
	return EXIT_REFUSED;
}
