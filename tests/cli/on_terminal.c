/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs a program on a terminal of its own and answers its question: on_terminal ANSWER PROGRAM…
 * Prints what the terminal showed; ends with the program's exit code, or 99 after ten seconds. */
#include "config.h"

#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define QUESTION "/N] "
#define LIMIT 10000 /* milliseconds without a word */

static void
answer(int terminal, const char *text)
{
	if (write(terminal, text, strlen(text)) < 0)
		perror("on_terminal");
}

/* Until the program closes the terminal. -1: it went silent. */
static int
listen(int terminal, const char *text)
{
	char seen[65536];
	size_t length = 0;
	bool answered = false;

	for (;;) {
		struct pollfd wait = { .fd = terminal, .events = POLLIN };
		ssize_t n;

		if (poll(&wait, 1, LIMIT) != 1)
			return -1;
		n = read(terminal, seen + length, sizeof(seen) - 1 - length);
		if (n <= 0)
			return 0;
		fwrite(seen + length, 1, (size_t)n, stdout);
		length += (size_t)n;
		seen[length] = '\0';
		if (!answered && strstr(seen, QUESTION)) {
			answer(terminal, text);
			answered = true;
		}
		if (length > sizeof(seen) / 2)
			length = 0;
	}
}

int
main(int argc, char **argv)
{
	struct winsize size = { .ws_row = 24, .ws_col = 80 };
	char text[64];
	int terminal, status, silent;
	pid_t child;

	if (argc < 3)
		return 99;
	/* ^C stands for the key, anything else is a line. */
	if (strcmp(argv[1], "^C") == 0)
		strcpy(text, "\003");
	else
		snprintf(text, sizeof(text), "%s\n", argv[1]);
	child = forkpty(&terminal, NULL, NULL, &size);
	if (child == 0) {
		signal(SIGINT, SIG_DFL); /* jobs in the background of a script ignore it */
		execv(argv[2], argv + 2);
		_exit(98);
	}
	silent = child < 0 ? -1 : listen(terminal, text);
	if (silent || waitpid(child, &status, 0) != child)
		return 99;
	return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
