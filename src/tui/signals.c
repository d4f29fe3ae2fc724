/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one place with signal handlers. */
#include "config.h"

#include "tui/signals.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stddef.h>
#include <unistd.h>

/* Handlers may touch only these. */
static volatile sig_atomic_t got_hangup, got_end, got_resize, got_stop;
static int ends[2] = { -1, -1 };

static const int watched[] = { SIGHUP, SIGTERM, SIGINT, SIGWINCH, SIGTSTP };
enum { WATCHED = sizeof(watched) / sizeof(watched[0]) };
static struct sigaction saved[WATCHED], saved_pipe;

static void
on_signal(int number)
{
	int kept = errno;

	if (number == SIGHUP)
		got_hangup = 1;
	else if (number == SIGWINCH)
		got_resize = 1;
	else if (number == SIGTSTP)
		got_stop = 1;
	else
		got_end = number;
	if (write(ends[1], "", 1) < 0)
		errno = kept; /* the pipe is full: the reader looks at the flags anyway */
	errno = kept;
}

int
signals_start(void)
{
	struct sigaction action = { .sa_handler = on_signal }, ignore = { .sa_handler = SIG_IGN };

	if (pipe2(ends, O_NONBLOCK | O_CLOEXEC) < 0)
		return -1;
	sigemptyset(&action.sa_mask);
	sigemptyset(&ignore.sa_mask);
	got_hangup = got_end = got_resize = got_stop = 0;
	for (int i = 0; i < WATCHED; i++)
		sigaction(watched[i], &action, &saved[i]);
	sigaction(SIGPIPE, &ignore, &saved_pipe);
	return ends[0];
}

void
signals_stop(void)
{
	for (int i = 0; i < WATCHED; i++)
		sigaction(watched[i], &saved[i], NULL);
	sigaction(SIGPIPE, &saved_pipe, NULL);
	close(ends[0]);
	close(ends[1]);
	ends[0] = ends[1] = -1;
}

void
signals_drain(void)
{
	char bytes[64];

	while (read(ends[0], bytes, sizeof(bytes)) > 0)
		;
}

bool
signals_hangup(void)
{
	return got_hangup;
}

int
signals_end(void)
{
	int number = got_end;

	got_end = 0;
	return number;
}

bool
signals_resized(void)
{
	bool was = got_resize;

	got_resize = 0;
	return was;
}

bool
signals_stopped(void)
{
	bool was = got_stop;

	got_stop = 0;
	return was;
}

void
signals_stop_process(void)
{
	struct sigaction usual = { .sa_handler = SIG_DFL }, ours;

	sigemptyset(&usual.sa_mask);
	sigaction(SIGTSTP, &usual, &ours);
	raise(SIGTSTP);
	sigaction(SIGTSTP, &ours, NULL);
	got_stop = 0;
}
