/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The driver itself: work that tears must be found, sound work must pass. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../store/files.h"
#include "fault.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

static int
run(const char *sql, struct error *err)
{
	sqlite3 *handle;
	int code = sqlite3_open(fixture_path("a.db"), &handle);

	if (code == SQLITE_OK)
		code = sqlite3_exec(handle, sql, NULL, NULL, NULL);
	sqlite3_close(handle);
	return code == SQLITE_OK ? 0 : error_set(err, ERROR_IO, "code %d", code);
}

static int
prepare(int variant, struct error *err)
{
	(void)variant;
	return run("CREATE TABLE t (a)", err);
}

static int
whole(int variant, struct error *err)
{
	(void)variant;
	return run("BEGIN; INSERT INTO t VALUES (1); INSERT INTO t VALUES (2); COMMIT", err);
}

static int
torn(int variant, struct error *err)
{
	(void)variant;
	return run("INSERT INTO t VALUES (1); INSERT INTO t VALUES (2)", err);
}

static int
boastful(int variant, struct error *err)
{
	whole(variant, err);
	return 0;
}

static int
silent(int variant, struct error *err)
{
	(void)err;
	return whole(variant, NULL);
}

static int
verify(const struct fault_outcome *outcome, struct error *err)
{
	sqlite3 *handle;
	sqlite3_stmt *q = NULL;
	int count = -1;

	if (sqlite3_open(fixture_path("a.db"), &handle) == SQLITE_OK &&
		sqlite3_prepare_v2(handle, "SELECT count(*) FROM t", -1, &q, NULL) == SQLITE_OK &&
		sqlite3_step(q) == SQLITE_ROW)
		count = sqlite3_column_int(q, 0);
	sqlite3_finalize(q);
	sqlite3_close(handle);
	if (count == 2 || (count == 0 && !outcome->acknowledged))
		return 0;
	return error_set(err, ERROR_DATA, "%d rows", count);
}

/* What the driver says of such work, in a child of its own. */
static int
judged(int (*act)(int variant, struct error *err))
{
	const struct fault_scenario scenario = { "work", prepare, act, verify };
	int status;
	pid_t pid = fork();

	if (pid == 0) {
		if (!freopen("/dev/null", "w", stdout))
			_exit(9);
		setenv("FAULT_POINTS", "50", 1);
		setenv("FAULT_KILLS", "20", 1);
		_exit(fault_main("driver", &scenario, 1, NULL));
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_true(WIFEXITED(status));
	return WEXITSTATUS(status);
}

static void
work_in_one_transaction_passes(void **state)
{
	(void)state;
	assert_int_equal(judged(whole), 0);
}

static void
work_that_can_tear_is_found(void **state)
{
	(void)state;
	assert_int_equal(judged(torn), 1);
}

static void
success_that_was_none_is_found(void **state)
{
	(void)state;
	assert_int_equal(judged(boastful), 1);
}

static void
a_failure_without_a_sentence_is_found(void **state)
{
	(void)state;
	assert_int_equal(judged(silent), 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(work_in_one_transaction_passes),
		cmocka_unit_test(work_that_can_tear_is_found),
		cmocka_unit_test(success_that_was_none_is_found),
		cmocka_unit_test(a_failure_without_a_sentence_is_found),
	};

	return cmocka_run_group_tests_name("the fault driver", tests, NULL, NULL);
}
