/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a script cannot say: how fast a cut line ends the program and at what cost of processor
 * time, signals, a storm of resizes, and the size in the environment. */
#include "config.h"

#include "../screen/session.h"


#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum { CUT_LIMIT = 1000, PROCESSOR_LIMIT = 200, STORM = 60 };

static char term_name[] = "TERM=xterm-256color", locale[] = "LC_ALL=C.UTF-8",
	    test[] = "GROMADA_TEST=1";
static char lines[] = "LINES=10", columns[] = "COLUMNS=40";
static char *const usual[] = { term_name, locale, test, NULL };
static char *const fixed_size[] = { term_name, locale, test, lines, columns, NULL };
static const char *demo = "tests/term/demo";

static struct session *
run(char *const environment[])
{
	char *const argv[] = { (char *)demo, NULL };
	struct session *s = session_start(argv, environment, 80, 24);

	assert_true(session_idle(s));
	return s;
}

/* Processor time of the ended children, ms. */
static long
children_ms(void)
{
	struct rusage usage;

	getrusage(RUSAGE_CHILDREN, &usage);
	return (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000 +
	       (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1000;
}

static void
a_cut_line_ends_the_program_within_a_second_and_without_a_spin(void **state)
{
	struct session *s = run(usual);
	long before = children_ms();

	(void)state;
	session_hangup(s);
	assert_int_equal(session_exit(s, CUT_LIMIT), 129);
	assert_true(children_ms() - before < PROCESSOR_LIMIT);
	session_end(s);
}

static void
sighup_alone_ends_the_program_too(void **state)
{
	struct session *s = run(usual);

	(void)state;
	kill(session_pid(s), SIGHUP);
	assert_int_equal(session_exit(s, CUT_LIMIT), 129);
	session_end(s);
}

static void
sigterm_restores_the_terminal_and_says_goodbye(void **state)
{
	struct session *s = run(usual);
	const char *raw;
	size_t length;

	(void)state;
	kill(session_pid(s), SIGTERM);
	assert_int_equal(session_exit(s, CUT_LIMIT), 143);
	raw = session_raw(s, &length);
	assert_non_null(memmem(raw, length, "\033[?2004l", 8));
	assert_non_null(memmem(raw, length, "\033[?1049l", 8));
	assert_true(session_shows(s, "The demo has ended."));
	session_end(s);
}

static void
sigterm_in_the_middle_of_work_stops_it_before_drafts_are_kept(void **state)
{
	struct session *s = run(usual);

	(void)state;
	session_send(s, "w", 1);
	session_listen(s, 700); /* the bar appears after half a second and listens from then on */
	kill(session_pid(s), SIGTERM);
	assert_int_equal(session_exit(s, CUT_LIMIT), 143);
	assert_true(session_shows(s, "The demo has ended."));
	session_end(s);
}

static void
a_waiting_program_uses_no_processor_time(void **state)
{
	struct session *s = run(usual);
	long before = children_ms();

	(void)state;
	session_listen(s, 400);
	kill(session_pid(s), SIGHUP);
	session_exit(s, CUT_LIMIT);
	assert_true(children_ms() - before < PROCESSOR_LIMIT);
	session_end(s);
}

static void
a_storm_of_resizes_ends_in_the_right_picture(void **state)
{
	struct session *s = run(usual);
	char row[600];

	(void)state;
	for (int i = 0; i < STORM; i++)
		session_resize(s, 81 + i % 50, 24 + i % 30);
	session_resize(s, 100, 30);
	do
		assert_true(session_idle(s));
	while (!session_shows(s, "1/2,900") || (session_send(s, "\f", 1), !session_idle(s)));
	assert_non_null(strstr(session_row(s, 28, row, sizeof(row)), "1/2,900"));
	assert_non_null(strstr(session_row(s, 29, row, sizeof(row)), "10Quit"));
	session_end(s);
}

static void
lines_and_columns_of_the_environment_do_not_freeze_the_size(void **state)
{
	struct session *s = run(fixed_size);
	char row[600];

	(void)state;
	assert_non_null(strstr(session_row(s, 22, row, sizeof(row)), "1/2,900"));
	session_resize(s, 120, 40);
	assert_true(session_idle(s));
	assert_non_null(strstr(session_row(s, 38, row, sizeof(row)), "1/2,900"));
	session_end(s);
}

static void
every_one_of_two_hundred_keys_is_answered(void **state)
{
	struct session *s = run(usual);
	char row[600];

	(void)state;
	for (int i = 0; i < 200; i++) {
		session_send(s, "\033OB", 3);
		assert_true(session_idle(s));
	}
	assert_non_null(strstr(session_row(s, 22, row, sizeof(row)), "201/2,900"));
	session_end(s);
}

static void
input_from_a_pipe_is_refused_in_a_sentence(void **state)
{
	char line[400] = "";
	int ends[2];
	pid_t pid;

	(void)state;
	assert_int_equal(pipe(ends), 0);
	pid = fork();
	if (pid == 0) {
		dup2(ends[0], STDIN_FILENO);
		dup2(ends[1], STDERR_FILENO);
		execle(demo, demo, (char *)NULL, usual);
		_exit(127);
	}
	close(ends[1]); /* or a program that cannot start would never be heard of */
	assert_true(read(ends[0], line, sizeof(line) - 1) > 0);
	assert_non_null(strstr(line, "needs a terminal"));
	close(ends[0]);
	assert_int_equal(waitpid(pid, NULL, 0), pid);
}

int
main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_cut_line_ends_the_program_within_a_second_and_without_a_spin),
		cmocka_unit_test(sighup_alone_ends_the_program_too),
		cmocka_unit_test(sigterm_restores_the_terminal_and_says_goodbye),
		cmocka_unit_test(sigterm_in_the_middle_of_work_stops_it_before_drafts_are_kept),
		cmocka_unit_test(a_waiting_program_uses_no_processor_time),
		cmocka_unit_test(a_storm_of_resizes_ends_in_the_right_picture),
		cmocka_unit_test(lines_and_columns_of_the_environment_do_not_freeze_the_size),
		cmocka_unit_test(every_one_of_two_hundred_keys_is_answered),
		cmocka_unit_test(input_from_a_pipe_is_refused_in_a_sentence),
	};

	if (argc > 1)
		demo = argv[1];
	return cmocka_run_group_tests_name("line", tests, NULL, NULL);
}
