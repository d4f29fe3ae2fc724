/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A keyer on a pseudo-terminal: forms of QUESTIONS questions with five codes, keyed at so many keys
 * a second and as fast as the line takes them. keying DATABASE FIRST FORMS KEYS_A_SECOND (0 = full
 * speed); the program is $GROMADA_PROGRAM. The batch must be the first one that keying offers.
 * Prints lines "what number". The keys of a form follow from its number, so that whoever reads
 * the database can tell whether each answer is right. */
#include "config.h"

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

enum { ROWS = 24, COLUMNS = 80, QUESTIONS = 60, MOST = 100000 };

static const char marker[] = "\033]7770;idle\007";

static int fd;
static double late[MOST]; /* ms from a key to its repaint */
static size_t sent_bytes[MOST];
static bool turned[MOST]; /* another screen of the paper */
static int samples;

static double
now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

/* How often the cursor goes to another row: an answer and the move touch few. */
static int
jumps(const char *text, size_t length)
{
	int count = 0;

	for (size_t i = 0; i < length; i++)
		count += text[i] == '\n' || text[i] == 'H' || text[i] == 'd';
	return count;
}

/* Until the program waits for a key again; bytes of the screen, the marker not counted. */
static size_t
until_idle(void)
{
	static char buffer[1 << 16];
	size_t length = 0, all = 0;
	struct pollfd p = { .fd = fd, .events = POLLIN };

	while (poll(&p, 1, 5000) > 0) {
		ssize_t got = read(fd, buffer + length, sizeof buffer - length - 1);

		if (got <= 0)
			break;
		length += (size_t)got;
		all += (size_t)got;
		if (length >= sizeof marker - 1 &&
			memcmp(buffer + length - (sizeof marker - 1), marker, sizeof marker - 1) ==
				0) {
			if (samples < MOST)
				turned[samples] = jumps(buffer, length) > 8;
			return all - (sizeof marker - 1);
		}
		if (length > sizeof buffer / 2) {
			memmove(buffer, buffer + length - 64, 64);
			length = 64;
		}
	}
	fprintf(stderr, "the program did not come to rest\n");
	exit(1);
}

static size_t
press(const char *keys)
{
	if (write(fd, keys, strlen(keys)) < 0)
		perror("write");
	return until_idle();
}

static char
code_of(long form, int question)
{
	return (char)('1' + (form * 7 + question * 3 + question / 5) % 5);
}

static void
pause_until(double when)
{
	double left = when - now_ms();
	struct timespec t = { 0, (long)(left * 1e6) };

	if (left > 0)
		nanosleep(&t, NULL);
}

static void
key_slowly(long first, long forms, double rate)
{
	double next = now_ms();

	for (long form = first; form < first + forms; form++) {
		char number[32];

		snprintf(number, sizeof number, "%ld\r", form);
		press(number);
		for (int i = 0; i < QUESTIONS && samples < MOST; i++) {
			char key[2] = { code_of(form, i), 0 };
			double begin;

			next += 1000 / rate;
			pause_until(next);
			begin = now_ms();
			sent_bytes[samples] = press(key);
			late[samples++] = now_ms() - begin;
		}
		press("\r"); /* the end of the form */
	}
}

/* Everything as fast as the line takes it, while the screen is read. */
static void
key_fast(long first, long forms)
{
	size_t length = 0, done = 0;
	char *keys = malloc((size_t)forms * (QUESTIONS + 40)), dump[1 << 16];
	struct pollfd p = { .fd = fd, .events = POLLIN | POLLOUT };

	for (long form = first; form < first + forms; form++) {
		length += (size_t)sprintf(keys + length, "%ld\r", form);
		for (int i = 0; i < QUESTIONS; i++)
			keys[length++] = code_of(form, i);
		keys[length++] = '\r';
	}
	while (done < length && poll(&p, 1, 5000) > 0) {
		if ((p.revents & POLLIN) && read(fd, dump, sizeof dump) <= 0)
			break;
		if (p.revents & POLLOUT) {
			size_t piece = length - done < 512 ? length - done : 512;
			ssize_t n = write(fd, keys + done, piece);

			done += n > 0 ? (size_t)n : 0;
		}
	}
	free(keys);
	/* A key that means nothing on the screen of numbers is answered after all the others. */
	do
		until_idle();
	while (poll(&(struct pollfd){ .fd = fd, .events = POLLIN }, 1, 300) > 0);
}

static int
by_value(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static void
report(void)
{
	size_t most = 0, all = 0;
	size_t over = 0;

	if (!samples)
		return;
	for (int i = 0; i < samples; i++) {
		all += sent_bytes[i];
		over += turned[i];
		if (sent_bytes[i] > most && !turned[i])
			most = sent_bytes[i];
	}
	qsort(late, (size_t)samples, sizeof *late, by_value);
	printf("answers %d\nmedian %.2f\np99 %.2f\nslowest %.2f\n", samples, late[samples / 2],
		late[samples * 99 / 100], late[samples - 1]);
	printf("bytes_within %zu\nbytes_mean %.1f\nscreens_turned %zu\n", most,
		(double)all / samples, over);
}

int
main(int argc, char **argv)
{
	const char *program = getenv("GROMADA_PROGRAM");
	const struct winsize size = { .ws_row = ROWS, .ws_col = COLUMNS };
	double begin, took;
	long first, forms;
	int status;
	pid_t pid;

	if (argc != 5 || !program) {
		fprintf(stderr, "usage: GROMADA_PROGRAM=FILE keying DATABASE FIRST FORMS RATE\n");
		return 2;
	}
	first = atol(argv[2]);
	forms = atol(argv[3]);
	pid = forkpty(&fd, NULL, NULL, &size);
	if (pid == 0) {
		setenv("TERM", "xterm-256color", 1);
		setenv("LC_ALL", "C.UTF-8", 1);
		execlp(program, program, "--language", "pl", "--database", argv[1], (char *)NULL);
		_exit(127);
	}
	until_idle();
	press("3");
	press("1");
	press("\r");
	press("\r");
	begin = now_ms();
	if (atof(argv[4]) > 0)
		key_slowly(first, forms, atof(argv[4]));
	else
		key_fast(first, forms);
	took = now_ms() - begin - (atof(argv[4]) > 0 ? 0 : 300);
	report();
	printf("rate %.0f\n", (double)forms * QUESTIONS * 1000 / took);
	kill(pid, SIGTERM);
	waitpid(pid, &status, 0);
	return 0;
}
