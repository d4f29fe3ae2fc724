/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a parsed command line to a finished command: database, person, role, exit code. */
#include "config.h"

#include "commands/run.h"

#include "base/i18n.h"
#include "base/paths.h"
#include "base/text.h"
#include "model/database.h"
#include "model/kept.h"
#include "model/office.h"

#include <ctype.h>
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define WAIT_SAY 1000   /* milliseconds before the wait is explained */
#define WAIT_MOST 10000 /* and before it is given up */

void
commands_complain(const char *sentence)
{
	char clean[2048];

	progress_clear();
	fprintf(stderr, "gromada: %s\n", text_clean(clean, sizeof(clean), sentence));
}

char *
commands_database(
	char *dst, size_t size, const struct arguments *arguments, const struct settings *settings)
{
	const char *given = arguments->value[OPTION_DATABASE];

	if (!given && settings && *settings_text(settings, SETTING_DATABASE_FILE))
		given = settings_text(settings, SETTING_DATABASE_FILE);
	if (!given)
		return paths_data(dst, size, "gromada.db");
	snprintf(dst, size, "%s", given);
	return dst;
}

static int
waiting(void *context, int waited_ms)
{
	bool *said = context;

	if (waited_ms >= WAIT_SAY && !*said && isatty(STDERR_FILENO)) {
		*said = true;
		progress_clear();
		fprintf(stderr, "%s\n",
			_("A colleague is saving just now; waiting for the database."));
	}
	return interrupt_caught() || waited_ms >= WAIT_MOST;
}

static bool
is_login(const char *name)
{
	size_t length = strlen(name);

	for (size_t i = 0; i < length; i++)
		if (!isalnum((unsigned char)name[i]) && !(i && strchr("._-@", name[i])))
			return false;
	return length > 0 && length < 64;
}

int
run_refuse_as(struct error *err)
{
	return error_set(err, ERROR_DENIED,
		_("--as is allowed only on a shared account that the administrator of this "
		  "computer "
		  "has named in the system's settings, or on a demonstration database."));
}

int
run_advise(struct error *err, const char *sentence)
{
	char text[2 * sizeof(err->text)];

	snprintf(text, sizeof(text), "%s %s", err->text, sentence);
	text_copy(err->text, sizeof(err->text), text);
	return -1;
}

int
run_advise_force(struct error *err)
{
	if (err->code != ERROR_CONFLICT)
		return -1;
	return run_advise(err, _("To replace it add --force."));
}

int
run_not_database(const struct run *run, const char *path, struct error *err)
{
	if (!path || !run->db || !db_is_file(run->db, path))
		return 0;
	return error_set(err, ERROR_INPUT,
		_("%s is the database itself or belongs to it. Give another name."), path);
}

int
run_output(struct run *run, const char *path, struct output **out, struct error *err)
{
	if (run_not_database(run, path, err))
		return -1;
	if (output_open(out, path ? path : "-", run_option(run, OPTION_FORCE) != NULL, err))
		return run_advise_force(err);
	return 0;
}

/* A new database has no purpose yet; init has asked before it makes one. */
static int
find_login(struct run *run, enum db_mode mode, char *login, size_t size, struct error *err)
{
	const char *as = run_option(run, OPTION_AS);
	struct office office;

	text_copy(login, size, as ? as : paths_login());
	if (!as)
		return 0;
	if (!is_login(as))
		return error_set(err, ERROR_INPUT,
			_("\"%s\" cannot be the login of a person: it is made of letters, digits, "
			  "points "
			  "and hyphens."),
			as);
	if (run->shared || mode == DB_CREATE)
		return 0;
	if (office_load(run->db, &office, err))
		return -1;
	return office.purpose == PURPOSE_WORK ? run_refuse_as(err) : 0;
}

/* Who only looks leaves no trace; who writes is entered among the people. */
static bool
only_reads(const struct run *run, enum db_mode mode)
{
	const struct command *command = run->arguments->command;

	return mode == DB_EXISTING && command->need == NEED_DATABASE &&
	       (command->role == PERSON_READER || command->run == command_operators);
}

int
run_open(struct run *run, enum db_mode mode, struct error *err)
{
	static bool said;
	const struct db_wait wait = { waiting, &said };
	char login[64];
	struct stat st;

	if (mode == DB_EXISTING && stat(run->path, &st) && errno == ENOENT)
		return error_set(err, ERROR_MISSING,
			_("The database %s does not exist; create it with: gromada init"),
			run->path);
	if (database_open(&run->db, run->path, mode, &wait, err) ||
		find_login(run, mode, login, sizeof(login), err) ||
		(only_reads(run, mode) ? person_look : person_enter)(
			run->db, login, &run->person, err))
		return -1;
	db_set_progress(run->db, &run->progress);
	return 0;
}

int
run_units(struct run *run, struct error *err)
{
	if (!run->units_loaded && unit_table_load(run->db, &run->units, err))
		return -1;
	run->units_loaded = true;
	return 0;
}

void
run_say(const char *fmt, ...)
{
	char text[2048], clean[2048];
	va_list args;

	va_start(args, fmt);
	vsnprintf(text, sizeof(text), fmt, args);
	va_end(args);
	progress_clear();
	puts(text_clean(clean, sizeof(clean), text));
}

void
run_say_passed(const char *day, const char *before)
{
	if (strcmp(day, before) && kept_day_passed(day))
		run_say(_("It is due by %s, which has passed: it is overdue from the beginning."),
			day);
}

int
run_ask(const char *question)
{
	char answer[16], clean[4300];
	ssize_t n;

	if (!isatty(STDIN_FILENO) || !isatty(STDERR_FILENO))
		return -1;
	progress_clear();
	/* TRANSLATORS: the letter for yes is t or y in both languages */
	fprintf(stderr, _("%s [y/N] "), text_clean(clean, sizeof(clean), question));
	fflush(stderr);
	if (interrupt_wait(STDIN_FILENO))
		return 0;
	n = read(STDIN_FILENO, answer, sizeof(answer) - 1);
	return n > 0 && strchr("tTyY", answer[0]) != NULL;
}

int
run_declined(struct run *run, const char *sentence)
{
	run->status = EXIT_REFUSED;
	run_say("%s", sentence);
	return 0;
}

static int
run_command(struct run *run, struct error *err)
{
	const struct command *command = run->arguments->command;

	if (command->need == NEED_DATABASE &&
		(run_open(run, DB_EXISTING, err) || person_may(&run->person, command->role, err)))
		return -1;
	return command->run(run, err);
}

int
commands_run(const struct arguments *arguments, struct settings *settings, bool shared,
	struct error *err)
{
	struct run run = { .arguments = arguments,
		.settings = settings,
		.shared = shared,
		.progress = { progress_bar, NULL } };
	int result;

	interrupt_start();
	commands_database(run.path, sizeof(run.path), arguments, settings);
	result = run_command(&run, err);
	progress_clear();
	if (run.units_loaded)
		unit_table_release(&run.units);
	db_close(run.db);
	arena_release(&run.arena);
	if (result == 0)
		return run.status;
	if (interrupt_caught()) {
		error_clear(err); /* the person knows */
		return 128 + interrupt_caught();
	}
	return EXIT_REFUSED;
}
