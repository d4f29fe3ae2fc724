/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A bar for the person who waits; nothing of it reaches a file or a pipe. */
#include "config.h"

#include "commands/run.h"

#include "base/clock.h"
#include "base/text.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define BAR 30       /* columns of the bar */
#define WORDS 40     /* columns of the text beside it */
#define PATIENCE 500 /* milliseconds before a bar is worth showing */
#define PACE 100     /* milliseconds between two pictures */

static int64_t started, drawn;
static bool shown;

int
progress_bar(void *context, double done, const char *what)
{
	char clean[256], bar[BAR + 1];
	int64_t now;
	int filled;

	(void)context;
	if (interrupt_caught())
		return 1;
	if (!isatty(STDERR_FILENO))
		return 0;
	now = clock_monotonic_ms();
	if (!started)
		started = now;
	if (now - started < PATIENCE || now - drawn < PACE)
		return 0;
	drawn = now;
	shown = true;
	done = done < 0 ? 0 : done > 1 ? 1 : done;
	filled = (int)(done * BAR);
	memset(bar, '.', BAR);
	memset(bar, '#', (size_t)filled);
	bar[BAR] = '\0';
	text_clean(clean, sizeof(clean), what ? what : "");
	fprintf(stderr, "\r[%s] %3d%% %.*s\033[K", bar, (int)(done * 100),
		(int)text_fit(clean, WORDS), clean);
	fflush(stderr);
	return 0;
}

void
progress_clear(void)
{
	if (shown)
		fputs("\r\033[K", stderr);
	shown = false;
	started = 0;
}

void
commands_last_words(void)
{
	progress_clear();
}
