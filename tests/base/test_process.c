/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a named process still runs. */
#include "config.h"

#include "base/process.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

static void
a_process_lives_until_it_ends(void **state)
{
	char name[PROCESS_NAME_SIZE] = "";
	siginfo_t ended;
	int ends[2];
	pid_t child;

	(void)state;
	assert_int_equal(pipe(ends), 0);
	child = fork();
	if (child == 0) {
		process_name(name, sizeof name);
		if (write(ends[1], name, sizeof name) != (ssize_t)sizeof name)
			_exit(1);
		for (;;)
			pause();
	}
	assert_int_equal(read(ends[0], name, sizeof name), sizeof name);
	assert_true(process_lives(name));
	kill(child, SIGKILL);
	assert_int_equal(waitid(P_PID, (id_t)child, &ended, WEXITED | WNOWAIT), 0);
	assert_false(process_lives(name)); /* ended, and nobody has taken it away yet */
	waitpid(child, NULL, 0);
	assert_false(process_lives(name));
	close(ends[0]);
	close(ends[1]);
}

static void
the_number_alone_is_no_name(void **state)
{
	char name[PROCESS_NAME_SIZE], *last;

	(void)state;
	assert_true(process_lives(process_name(name, sizeof name)));
	last = name + strlen(name) - 1;
	*last = *last == '1' ? '2' : '1'; /* another start */
	assert_false(process_lives(name));
	assert_false(process_lives(""));
	assert_false(process_lives("elsewhere 1 1"));
	assert_false(process_lives("elsewhere -1 1"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_process_lives_until_it_ends),
		cmocka_unit_test(the_number_alone_is_no_name),
	};

	return cmocka_run_group_tests_name("process", tests, NULL, NULL);
}
