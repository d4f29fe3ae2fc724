/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The database as a whole: make it, check it, copy it, put a copy back. */
#include "config.h"

#include "commands/run.h"

#include "base/i18n.h"
#include "base/paths.h"
#include "exchange/demo.h"
#include "model/check.h"
#include "model/database.h"
#include "report/monitoring_report.h"
#include "store/backup.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

/* The file must be new. It is made here and not by the store, so that what is removed after a
 * failure is ours for certain; the store's own sentences follow when it cannot be made. */
static int
make_file(const char *path, bool *made, struct error *err)
{
	int fd = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0660);

	*made = fd >= 0;
	if (fd >= 0)
		close(fd);
	else if (errno == EEXIST || errno == ELOOP)
		return error_set(err, ERROR_CONFLICT,
			_("%s exists already; nothing was changed. Choose another file with "
			  "--database."),
			path);
	return 0;
}

/* A database that could not be filled is no database: nothing of it stays. */
static void
remove_unfinished(struct run *run)
{
	char journal[4200];

	db_close(run->db);
	run->db = NULL;
	snprintf(journal, sizeof(journal), "%s-journal", run->path);
	unlink(run->path);
	unlink(journal);
}

int
command_init(struct run *run, struct error *err)
{
	bool demo = run_option(run, OPTION_DEMO) != NULL, made;

	if (run_option(run, OPTION_AS) && !run->shared && !demo)
		return run_refuse_as(err);
	if (!run_option(run, OPTION_DATABASE) && paths_make_parents(run->path, err))
		return -1;
	if (make_file(run->path, &made, err))
		return -1;
	if (run_open(run, DB_CREATE, err) ||
		demo_fill(run->db, demo, monitoring_report_approve_own, &run->progress, err)) {
		if (made)
			remove_unfinished(run);
		return -1;
	}
	run_say(demo ? _("Made the database %s with demonstration data.")
		     : _("Made the database %s."),
		run->path);
	return 0;
}

static void
print_fault(void *context, const char *sentence)
{
	(void)context;
	run_say("%s", sentence);
}

int
command_check(struct run *run, struct error *err)
{
	int faults = check_database(run->db, print_fault, NULL, err);

	if (faults < 0)
		return -1;
	if (faults) {
		run->status = EXIT_REFUSED;
		run_say(P_("%d fault was found.", "%d faults were found.", (unsigned long)faults),
			faults);
		return 0;
	}
	run_say(_("No fault was found."));
	return 0;
}

int
command_backup(struct run *run, struct error *err)
{
	const char *path = run->arguments->operands[0];

	if (backup_write(run->db, path, run_option(run, OPTION_FORCE) != NULL, &run->progress, err))
		return run_advise_force(err);
	run_say(_("A verified copy lies in %s."), path);
	return 0;
}

/* The role can be asked of a sound database only; a damaged or missing one is why a copy is
 * put back, and whoever can write the file could do so by hand. */
static int
may_restore(struct run *run, struct error *err)
{
	struct error trouble = { .code = ERROR_NONE };
	struct stat st;
	int result = 0;

	if (stat(run->path, &st) && errno == ENOENT)
		return 0;
	if (run_open(run, DB_EXISTING, &trouble)) {
		if (trouble.code != ERROR_DATA)
			result = error_set(err, trouble.code, "%s", trouble.text);
	} else
		result = person_may(&run->person, run->arguments->command->role, err);
	db_close(run->db);
	run->db = NULL;
	return result;
}

int
command_restore(struct run *run, struct error *err)
{
	const char *backup = run->arguments->operands[0];
	char question[4300];
	int answer = 1;

	if (may_restore(run, err))
		return -1;
	if (!run_option(run, OPTION_YES)) {
		snprintf(question, sizeof(question),
			_("Put the copy in place of %s? The present one is kept beside it."),
			run->path);
		answer = run_ask(question);
	}
	if (answer < 0)
		return error_set(err, ERROR_INPUT,
			_("%s was not replaced; add --yes to put the copy in its place."),
			run->path);
	if (answer == 0)
		return run_declined(run, _("Nothing was changed."));
	if (backup_restore(run->path, backup, database_schema(), err))
		return -1;
	run_say(_("The copy is now the database %s."), run->path);
	return 0;
}
