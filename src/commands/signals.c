/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A signal is noted; the work looks at the note between its steps and leaves no trace. */
#include "config.h"

#include "commands/run.h"

#include <signal.h>
#include <string.h>

static volatile sig_atomic_t caught;

static void
note(int number)
{
	caught = number;
}

void
interrupt_start(void)
{
	static const int stopping[] = { SIGINT, SIGTERM, SIGHUP };
	struct sigaction action;

	memset(&action, 0, sizeof(action));
	action.sa_handler = note; /* without SA_RESTART: a question is interrupted */
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
