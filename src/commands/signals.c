/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A signal is noted; the work looks at the note between its steps and leaves no trace. */
#include "config.h"

#include "commands/run.h"

#include <poll.h>
#include <signal.h>
#include <string.h>

static const int stopping[] = { SIGINT, SIGTERM, SIGHUP };
static volatile sig_atomic_t caught;

static void
note(int number)
{
	caught = number;
}

void
interrupt_start(void)
{
	struct sigaction action;

	memset(&action, 0, sizeof(action));
	action.sa_handler = note;
	for (size_t i = 0; i < sizeof(stopping) / sizeof(stopping[0]); i++) {
		struct sigaction before;

		/* What the caller ignores (nohup) stays ignored. */
		if (sigaction(stopping[i], NULL, &before) == 0 && before.sa_handler != SIG_IGN)
			sigaction(stopping[i], &action, NULL);
	}
	/* A reader that goes away ends the program without a word. */
	action.sa_handler = SIG_DFL;
	sigaction(SIGPIPE, &action, NULL);
}

int
interrupt_caught(void)
{
	return caught;
}

int
interrupt_wait(int fd)
{
	struct pollfd wait = { .fd = fd, .events = POLLIN };
	sigset_t blocked, before;
	int ready = 0;

	/* Between the look and the wait a signal would be slept over: it may come only inside. */
	sigemptyset(&blocked);
	for (size_t i = 0; i < sizeof(stopping) / sizeof(stopping[0]); i++)
		sigaddset(&blocked, stopping[i]);
	sigprocmask(SIG_BLOCK, &blocked, &before);
	while (!caught && ready < 1)
		ready = ppoll(&wait, 1, NULL, &before);
	sigprocmask(SIG_SETMASK, &before, NULL);
	return caught ? -1 : 0;
}
