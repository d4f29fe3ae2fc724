/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person at a terminal waits for: the first screen beside mc's, memory, bytes and time
 * per key. screen DATABASE; the program is $GROMADA_PROGRAM. Prints lines "what number unit".
 *
 * screen DATABASE KEY NAME ...: how long each key takes to its last byte, the median of several
 * walks; - for a name = not printed. */
#include "config.h"

#include <errno.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { ROWS = 24, COLUMNS = 80, RUNS = 9, STEPS = 40, WALKS = 5 };

struct line {
	int fd;
	pid_t pid;
	double last;  /* ms from the start or send to the last byte */
	size_t bytes; /* since the start or send */
};

static double
now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

/* In test mode the program says that it waits for a key; that is not part of the screen. */
static size_t
marker_bytes(const char *buffer, size_t length)
{
	static const char marker[] = "\033]7770;idle\007";
	size_t found = 0;

	for (const char *at = buffer; (at = memmem(at, length - (size_t)(at - buffer), marker,
		sizeof marker - 1)); at += sizeof marker - 1)
		found += sizeof marker - 1;
	return found;
}

/* Takes output until the line has been silent for so long. */
static void
listen_until_quiet(struct line *l, double start, int quiet_ms)
{
	struct pollfd p = { .fd = l->fd, .events = POLLIN };
	char buffer[16384];

	l->bytes = 0;
	l->last = 0;
	while (poll(&p, 1, l->last > 0 ? quiet_ms : 2000) > 0) {
		ssize_t got = read(l->fd, buffer, sizeof buffer);

		if (got <= 0)
			return;
		l->bytes += (size_t)got - marker_bytes(buffer, (size_t)got);
		l->last = now_ms() - start;
	}
}

static void
start(struct line *l, const char *const argv[], int quiet_ms)
{
	const struct winsize size = { .ws_row = ROWS, .ws_col = COLUMNS };
	double begin = now_ms();

	l->pid = forkpty(&l->fd, NULL, NULL, &size);
	if (l->pid < 0) {
		perror("forkpty");
		exit(1);
	}
	if (l->pid == 0) {
		setenv("TERM", "xterm-256color", 1);
		setenv("LC_ALL", "C.UTF-8", 1);
		execvp(argv[0], (char *const *)argv);
		_exit(127);
	}
	listen_until_quiet(l, begin, quiet_ms);
}

static void
end(struct line *l)
{
	kill(l->pid, SIGKILL);
	waitpid(l->pid, NULL, 0);
	close(l->fd);
}

static void
send_keys(struct line *l, const char *keys, int quiet_ms)
{
	double begin = now_ms();

	if (write(l->fd, keys, strlen(keys)) < 0)
		perror("write");
	listen_until_quiet(l, begin, quiet_ms);
}

static int
by_value(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static double
median(double *values, int n)
{
	qsort(values, (size_t)n, sizeof *values, by_value);
	return values[n / 2];
}

static double
resident_mb(pid_t pid)
{
	char path[64], row[256];
	long kb = 0;
	FILE *f;

	snprintf(path, sizeof path, "/proc/%ld/status", (long)pid);
	f = fopen(path, "r");
	while (f && fgets(row, sizeof row, f))
		if (sscanf(row, "VmHWM: %ld", &kb) == 1)
			break;
	if (f)
		fclose(f);
	return (double)kb / 1000;
}

/* The median time to the first screen; -1 when the program cannot be run. */
static double
first_screen(const char *const argv[], double *memory)
{
	double times[RUNS];

	for (int i = 0; i < RUNS; i++) {
		struct line l;

		start(&l, argv, 150);
		times[i] = l.last;
		*memory = resident_mb(l.pid);
		end(&l);
		if (l.bytes < 200)
			return -1;
	}
	return median(times, RUNS);
}

/* Presses a key many times: most bytes of one press, median time to its last byte. */
static void
press(struct line *l, const char *what, const char *key, int times)
{
	double ms[STEPS];
	size_t most = 0;

	for (int i = 0; i < times; i++) {
		send_keys(l, key, 25);
		ms[i] = l->last;
		if (l->bytes > most)
			most = l->bytes;
	}
	printf("%s_bytes %zu\n%s_ms %.2f\n", what, most, what, median(ms, times));
}

/* The keys one after another, again and again from a fresh start. */
static void
walk(const char *const argv[], char **keys, int count)
{
	double ms[STEPS][WALKS];

	for (int i = 0; i < WALKS; i++) {
		struct line l;

		start(&l, argv, 150);
		for (int k = 0; k < count; k++) {
			send_keys(&l, keys[2 * k], 100);
			ms[k][i] = l.last;
		}
		end(&l);
	}
	for (int k = 0; k < count; k++)
		if (strcmp(keys[2 * k + 1], "-") != 0)
			printf("%s %.2f\n", keys[2 * k + 1], median(ms[k], WALKS));
}

int
main(int argc, char **argv)
{
	const char *program = getenv("GROMADA_PROGRAM");
	double memory = 0, ours, theirs;
	struct line l;

	if (argc < 2 || argc % 2 || argc / 2 - 1 > STEPS || !program) {
		fprintf(stderr, "usage: GROMADA_PROGRAM=FILE screen DATABASE [KEY NAME]...\n");
		return 2;
	}

	const char *const us[] = { program, "--language", "pl", "--database", argv[1], NULL };
	const char *const mc[] = { "mc", "-u", NULL }; /* its shell alone takes longer */

	if (argc > 2) {
		walk(us, argv + 2, argc / 2 - 1);
		return 0;
	}
	ours = first_screen(us, &memory);
	printf("first_screen %.1f\nmemory %.1f\n", ours, memory);
	theirs = first_screen(mc, &memory);
	printf("mc %.1f\n", theirs);

	start(&l, us, 150);
	send_keys(&l, "5", 60);
	send_keys(&l, "1", 200); /* ranking */
	printf("ranking_opens %.1f\n", l.last);
	send_keys(&l, "\033[H", 60);
	press(&l, "arrow", "\033OB", 10);
	send_keys(&l, "\033[6~", 60);
	press(&l, "scroll", "\033OB", STEPS);
	press(&l, "page", "\033[6~", 5);
	press(&l, "year", "\033OD", 10);
	press(&l, "indicator", "]", 10);
	send_keys(&l, "\033[H", 60);
	press(&l, "nothing", "\033OA", 3);
	printf("memory_in_ranking %.1f\n", resident_mb(l.pid));
	end(&l);
	return ours < 0;
}
