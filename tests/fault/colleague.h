/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A colleague: another process that works on the same database. */
#ifndef TESTS_FAULT_COLLEAGUE_H
#define TESTS_FAULT_COLLEAGUE_H

#include "../store/cmocka_store.h"
#include "faultvfs.h"
#include "state.h"
#include "store/internal.h"
#include "works.h"

#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

/* stop_at: the write at which it stands still, 0 = never. */
static inline pid_t
colleague(int (*work)(struct db *, struct error *), int variant, long stop_at)
{
	struct error err = { .code = ERROR_NONE };
	struct db *db;
	int result;
	pid_t pid;

	fflush(stdout);
	pid = fork();
	if (pid)
		return pid;
	if (work_open(&db, variant, &err))
		_exit(2);
	faultvfs_plan(stop_at ? FAULT_STOP : FAULT_NONE, stop_at, false);
	result = work(db, &err);
	if (result)
		fprintf(stderr, "# colleague: %s\n", err.text);
	db_close(db);
	_exit(result ? 1 : 0);
}

static inline void
finish(pid_t pid)
{
	int status;

	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), 0);
}

/* The state before a work, open. */
static inline struct db *
prepared(const char *work)
{
	struct error err = { .code = ERROR_NONE };
	struct db *db;

	faultvfs_plan(FAULT_NONE, 0, false);
	fixture_empty();
	assert_done(work_prepare(work_named(work), 0, &err), err);
	assert_done(work_open(&db, 0, &err), err);
	return db;
}

static inline void
check_and_close(struct db *db)
{
	struct error err = { .code = ERROR_NONE };

	assert_true(db_idle(db));
	assert_done(state_sound(db, &err), err);
	db_close(db);
}

#endif
