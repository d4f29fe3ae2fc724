/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plays key scripts on a program and compares its screens with golden files.
 *
 *   play PROGRAM SCRIPT…            each script is one test; the output is TAP
 *   UPDATE=1 play PROGRAM SCRIPT…   writes the golden files anew; review the diff
 *
 * A script is text, one command a line; # begins a comment, blank lines are skipped. Words
 * are separated by blanks; "double quotes" keep blanks; $TMP is an empty directory of this
 * script, $SRC the directory of the script, $LOGIN the account that plays. Golden files are SRC/golden/NAME.txt. Nothing
 * waits longer than ten seconds.
 *
 *   size COLUMNS ROWS        size of the terminal, before start (default 80 24)
 *   env NAME=VALUE           adds to the environment, before start or run
 *   theme NAME               theme for the role letters (default norton; NO_COLOR: mono)
 *   copy FILE TARGET         copies a file and gives it a date of old (2026-11-20 10:00 UTC)
 *   touch FILE               gives the file that date
 *   clock INSTANT            moves the clock there (2026-11-22T09:20:00Z); before the first start
 *   write FILE TEXT          writes the rest of the line into a file; \n is a new line
 *   run ARGUMENTS            runs the program without a terminal; it must end with 0
 *   start ARGUMENTS          starts the program and waits until it is idle
 *   beside ARGUMENTS         starts it once more, in a second window, where keys go from now on
 *   swap                     keys go to the other window
 *   key NAME…                presses keys one after the other: F5 Enter Ctrl-P Alt-4 PgDn x
 *   type TEXT                types the rest of the line in one go
 *   paste TEXT               pastes the rest of the line as terminals do (\n = new line)
 *   bytes TEXT               sends raw bytes: \e escape, \r, \n, \xHH, \\
 *   split TEXT MS TEXT       sends raw bytes in two parts, MS milliseconds apart
 *   resize COLUMNS ROWS      changes the size
 *   hangup                   cuts the line
 *   kill                     kills the program at once, as a power cut would
 *   full                     from now on the program writes no byte to any file (a size limit)
 *   room                     it may write again
 *   fill FILE                writes the file until its disk takes no more;   remove FILE
 *   expect-text "TEXT"       some row shows it;   no-text "TEXT": no row shows it
 *   expect-line ROW "TEXT"   the row, from 1, shows it (negative: from the bottom)
 *   expect-cursor ROW COLUMN where the cursor stands, from 1
 *   expect-golden NAME       text, role letters and cursor are those of the golden file
 *   no-cut                   no text was shortened at its end to fit (… after a word)
 *   bytes-at-most N          output since the last key, type, bytes or resize
 *   expect-raw TEXT          all output so far holds these bytes;   no-raw TEXT: it does not
 *   no-colours               no colour has been set so far
 *   expect-exit N            the program ends with this code
 *
 * In a golden file the screen stands as text, then once more as one letter a cell for the role
 * (theme.h has the letters; . is ordinary text), then the cursor. */
#include "config.h"

#include "session.h"

#include "base/i18n.h"
#include "base/memory.h"
#include "base/paths.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <libgen.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum { WORDS = 64, VARIABLES = 64, TEXT = 4096, RANDOM_LETTERS = 6 };

struct play {
	const char *program;
	char source[TEXT], temporary[64];
	struct session *session, *beside;
	int columns, rows, line;
	enum theme theme;
	char *variables[VARIABLES + 1];
	int variable_count;
	bool failed;
};

static void
fail(struct play *p, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

static void
fail(struct play *p, const char *fmt, ...)
{
	va_list ap;

	p->failed = true;
	printf("# line %d: ", p->line);
	va_start(ap, fmt);
	vprintf(fmt, ap);
	va_end(ap);
	putchar('\n');
}

static void
show_screen(const struct play *p)
{
	char row[TEXT];

	for (int i = 0; p->session && i < session_rows(p->session); i++)
		printf("#   |%s\n", session_row(p->session, i, row, sizeof(row)));
}

static void
set_variable(struct play *p, const char *assignment)
{
	size_t name = strcspn(assignment, "=") + 1;
	int i;

	for (i = 0; i < p->variable_count; i++)
		if (strncmp(p->variables[i], assignment, name) == 0)
			break;
	if (i == VARIABLES)
		return;
	if (i == p->variable_count)
		p->variables[++p->variable_count] = NULL;
	else
		free(p->variables[i]);
	p->variables[i] = memory_string(assignment);
	if (strncmp(assignment, "NO_COLOR=", 9) == 0 && assignment[9])
		p->theme = THEME_MONO;
}

/* The environment every program gets; whatever else the caller has stays outside. */
static void
set_defaults(struct play *p)
{
	static const char *const passed[] = { "PATH", "GROMADA_SHARE", "GROMADA_REAL_DATA",
		"ASAN_OPTIONS", "UBSAN_OPTIONS", "LD_LIBRARY_PATH", "TERMINFO", "TERMINFO_DIRS",
		"LOCPATH" };
	char text[TEXT];

	for (size_t i = 0; i < sizeof(passed) / sizeof(passed[0]); i++)
		if (getenv(passed[i])) {
			snprintf(text, sizeof(text), "%s=%s", passed[i], getenv(passed[i]));
			set_variable(p, text);
		}
	set_variable(p, "TERM=xterm-256color");
	set_variable(p, "LC_ALL=C.UTF-8");
	set_variable(p, "GROMADA_TEST=1");
	set_variable(p, "GROMADA_NOW=2026-11-22T09:00:00Z");
	snprintf(text, sizeof(text), "HOME=%s", p->temporary);
	set_variable(p, text);
	snprintf(text, sizeof(text), "TMPDIR=%s", p->temporary);
	set_variable(p, text);
}

/* $TMP and $SRC to directories, $LOGIN to a name. */
static void
expand(const struct play *p, char *dst, size_t size, const char *text)
{
	const struct {
		const char *name, *value;
	} known[] = { { "$TMP", p->temporary }, { "$SRC", p->source }, { "$LOGIN", paths_login() } };
	size_t n = 0;

	while (*text && n + 1 < size) {
		size_t i = 0;

		while (i < 3 && strncmp(text, known[i].name, strlen(known[i].name)) != 0)
			i++;
		if (i == 3) {
			dst[n++] = *text++;
			continue;
		}
		n += (size_t)snprintf(dst + n, size - n, "%s", known[i].value);
		text += strlen(known[i].name);
	}
	dst[n < size ? n : size - 1] = '\0';
}

/* Splits in place; returns the number of words. */
static int
split_words(char *text, char **words)
{
	int count = 0;

	while (count < WORDS - 1) {
		char stop;

		text += strspn(text, " \t");
		if (!*text)
			break;
		stop = *text == '"' ? *text++ : ' ';
		words[count++] = text;
		text = strchr(text, stop);
		if (!text)
			break;
		*text++ = '\0';
	}
	words[count] = NULL;
	return count;
}

/* \e \r \n \t \\ \xHH to bytes; returns the length. */
static size_t
unescape(char *dst, const char *text)
{
	size_t n = 0;
	unsigned value;

	for (; *text; text++) {
		if (*text != '\\' || !text[1]) {
			dst[n++] = *text;
			continue;
		}
		text++;
		if (*text == 'x' && sscanf(text + 1, "%2x", &value) == 1) {
			dst[n++] = (char)value;
			text += 2;
			continue;
		}
		dst[n++] = *text == 'e' ? '\033' : *text == 'r' ? '\r' : *text == 'n' ? '\n' :
			*text == 't' ? '\t' : *text;
	}
	dst[n] = '\0';
	return n;
}

static void
wait_idle(struct play *p)
{
	if (session_idle(p->session) || session_exit(p->session, 1000) >= 0)
		return; /* at rest, or at its end: expect-exit says whether that is right */
	fail(p, "the program did not come to rest");
	show_screen(p);
}

static void
send(struct play *p, const char *bytes, size_t length)
{
	if (session_ended(p->session)) {
		fail(p, "the program has ended, nobody takes what is typed");
		return;
	}
	session_send(p->session, bytes, length);
	wait_idle(p);
}

static void
do_start(struct play *p, char **words, int count)
{
	char *argv[WORDS + 1] = { (char *)p->program };

	for (int i = 1; i <= count; i++)
		argv[i] = i < count ? words[i] : NULL;
	session_end(p->session);
	p->session = session_start(argv, p->variables, p->columns, p->rows);
	wait_idle(p);
}

static void
do_swap(struct play *p)
{
	struct session *other = p->beside;

	p->beside = p->session;
	p->session = other;
}

/* The window that was there stays as it is. */
static void
do_beside(struct play *p, char **words, int count)
{
	session_end(p->beside);
	p->beside = NULL;
	do_swap(p);
	do_start(p, words, count);
}

static void
do_run(struct play *p, char **words, int count)
{
	char *argv[WORDS + 1] = { (char *)p->program }, log[128], text[TEXT] = "";
	int status, fd;
	pid_t pid;

	for (int i = 1; i <= count; i++)
		argv[i] = i < count ? words[i] : NULL;
	snprintf(log, sizeof(log), "%s/run.log", p->temporary);
	pid = fork();
	if (pid == 0) {
		fd = open(log, O_RDWR | O_CREAT | O_TRUNC, 0600);
		dup2(fd, STDOUT_FILENO);
		dup2(fd, STDERR_FILENO);
		execve(argv[0], argv, p->variables);
		_exit(127);
	}
	if (waitpid(pid, &status, 0) == pid && WIFEXITED(status) && WEXITSTATUS(status) == 0)
		return;
	fd = open(log, O_RDONLY);
	if (fd >= 0 && read(fd, text, sizeof(text) - 1) < 0)
		*text = '\0';
	close(fd);
	fail(p, "run failed with status %d: %s", status, text);
}

static void
do_keys(struct play *p, char **words, int count)
{
	char bytes[64];

	for (int i = 1; i < count && !p->failed; i++) {
		size_t length = session_key(words[i], bytes, sizeof(bytes));

		if (length == 0)
			fail(p, "no such key: %s", words[i]);
		else
			send(p, bytes, length);
	}
}

static void
do_split(struct play *p, char **words, int count)
{
	char bytes[TEXT];

	if (count < 4) {
		fail(p, "split needs bytes, milliseconds, bytes");
		return;
	}
	session_send(p->session, bytes, unescape(bytes, words[1]));
	session_listen(p->session, atoi(words[2]));
	send(p, bytes, unescape(bytes, words[3]));
}

/* The random end of $TMP has the same look in every golden file. */
static void
mask(const struct play *p, char *text)
{
	const char *random = p->temporary + strlen(p->temporary) - RANDOM_LETTERS;
	char *at;

	while ((at = strstr(text, random)))
		memset(at, 'X', RANDOM_LETTERS);
}

static char *
render(const struct play *p)
{
	char *text = NULL, row[TEXT];
	size_t size;
	FILE *out = open_memstream(&text, &size);
	int rows = session_rows(p->session), line, column;

	fputs("-- text --\n", out);
	for (int i = 0; i < rows; i++)
		fprintf(out, "%s\n", session_row(p->session, i, row, sizeof(row)));
	fputs("-- roles --\n", out);
	for (int i = 0; i < rows; i++)
		fprintf(out, "%s\n", session_roles(p->session, p->theme, i, row, sizeof(row)));
	session_cursor(p->session, &line, &column);
	fprintf(out, "-- cursor %d %d --\n", line + 1, column + 1);
	fclose(out);
	mask(p, text);
	return text;
}

/* Lines that differ, as diagnostics. */
static void
show_difference(const char *wanted, const char *got)
{
	for (int line = 1; *wanted || *got; line++) {
		int a = (int)strcspn(wanted, "\n"), b = (int)strcspn(got, "\n");

		if (a != b || strncmp(wanted, got, (size_t)a) != 0)
			printf("# %3d - %.*s\n# %3d + %.*s\n", line, a, wanted, line, b, got);
		wanted += a + (wanted[a] != '\0');
		got += b + (got[b] != '\0');
	}
}

static char *
read_all(const char *path)
{
	char *text = memory_new(1 << 18);
	FILE *in = fopen(path, "r");

	if (!in) {
		free(text);
		return NULL;
	}
	text[fread(text, 1, (1 << 18) - 1, in)] = '\0';
	fclose(in);
	return text;
}

static void
do_golden(struct play *p, const char *name)
{
	char path[TEXT + 64], *got = render(p), *wanted;

	snprintf(path, sizeof(path), "%s/golden", p->source);
	if (getenv("UPDATE")) {
		FILE *out;

		mkdir(path, 0777);
		snprintf(path, sizeof(path), "%s/golden/%s.txt", p->source, name);
		out = fopen(path, "w");
		if (!out || fputs(got, out) < 0 || fclose(out) != 0)
			fail(p, "%s cannot be written: %s", path, strerror(errno));
		free(got);
		return;
	}
	snprintf(path, sizeof(path), "%s/golden/%s.txt", p->source, name);
	wanted = read_all(path);
	if (!wanted) {
		fail(p, "%s is missing; UPDATE=1 makes it from the present screen", path);
	} else if (strcmp(wanted, got) != 0) {
		fail(p, "the screen is not %s", name);
		show_difference(wanted, got);
	}
	free(wanted);
	free(got);
}

static void
expect_shown(struct play *p, const char *text, bool wanted)
{
	if (session_shows(p->session, text) == wanted)
		return;
	fail(p, "the screen %s \"%s\"", wanted ? "does not show" : "shows", text);
	show_screen(p);
}

/* An ellipsis before a word is a long path; after one it is a label that did not fit. A ~ on the
 * line of a chart is a mark of it. */
static void
expect_whole(struct play *p)
{
	char row[TEXT];
	const char *at;

	for (int i = 0; i < session_rows(p->session); i++) {
		session_row(p->session, i, row, sizeof(row));
		for (at = strstr(row, "…"); at; at = strstr(at + 1, "…"))
			if (at > row && at[-1] != ' ') {
				fail(p, "row %d is cut: %s", i + 1, row);
				return;
			}
		for (at = strchr(row, '~'); at; at = strchr(at + 1, '~'))
			if (at > row && !strchr(" ~", at[-1]) &&
				(at < row + 3 || memcmp(at - 3, "─", 3) != 0)) {
				fail(p, "row %d is cut: %s", i + 1, row);
				return;
			}
	}
}

static void
expect_line(struct play *p, const char *number, const char *text)
{
	char row[TEXT];
	int line = atoi(number);

	line = line < 0 ? session_rows(p->session) + line : line - 1;
	if (!strstr(session_row(p->session, line, row, sizeof(row)), text))
		fail(p, "row %s is \"%s\", not \"%s\"", number, row, text);
}

static void
expect_cursor(struct play *p, const char *row, const char *column)
{
	int r, c;

	session_cursor(p->session, &r, &c);
	if (r + 1 != atoi(row) || c + 1 != atoi(column))
		fail(p, "the cursor is at %d %d", r + 1, c + 1);
}

static void
expect_raw(struct play *p, const char *text, bool wanted)
{
	char bytes[TEXT];
	size_t length, n = unescape(bytes, text);
	const char *raw = session_raw(p->session, &length);

	if ((memmem(raw, length, bytes, n) != NULL) != wanted)
		fail(p, "the output %s %s", wanted ? "lacks" : "holds", text);
}

/* Looks for ESC [ … m with a colour among its numbers. */
static void
expect_no_colours(struct play *p)
{
	size_t length;
	const char *raw = session_raw(p->session, &length);

	for (size_t i = 0; i + 2 < length; i++) {
		size_t end = i + 2;

		if (raw[i] != '\033' || raw[i + 1] != '[')
			continue;
		end += strspn(raw + end, "0123456789;");
		for (size_t j = i + 2; end < length && raw[end] == 'm' && j < end; j++) {
			int number = atoi(raw + j);

			if ((number >= 30 && number <= 49) || (number >= 90 && number <= 107))
				fail(p, "a colour was set: %.*s", (int)(end - i), raw + i + 1);
			j += strspn(raw + j, "0123456789");
		}
	}
}

/* The limit holds for the running program alone: as a disk without room, without one. */
static void
do_limit(struct play *p, bool full)
{
	struct rlimit limit;

	if (prlimit(session_pid(p->session), RLIMIT_FSIZE, NULL, &limit) == 0) {
		limit.rlim_cur = full ? 0 : limit.rlim_max;
		if (prlimit(session_pid(p->session), RLIMIT_FSIZE, &limit, NULL) == 0)
			return;
	}
	fail(p, "no limit: %s", strerror(errno));
}

static void
do_resize(struct play *p, const char *columns, const char *rows)
{
	session_resize(p->session, atoi(columns), atoi(rows));
	wait_idle(p);
}

/* Commands that need a running program. */
static void
do_command(struct play *p, const char *rest, char **words, int count)
{
	const char *first = count > 1 ? words[1] : "", *second = count > 2 ? words[2] : "";
	char bytes[TEXT];
	int code;

	if (strcmp(words[0], "key") == 0)
		do_keys(p, words, count);
	else if (strcmp(words[0], "type") == 0)
		send(p, rest, strlen(rest));
	else if (strcmp(words[0], "bytes") == 0)
		send(p, bytes, unescape(bytes, rest));
	else if (strcmp(words[0], "paste") == 0) {
		size_t n = (size_t)sprintf(bytes, "\033[200~");

		n += unescape(bytes + n, rest);
		n += (size_t)sprintf(bytes + n, "\033[201~");
		send(p, bytes, n);
	} else if (strcmp(words[0], "split") == 0)
		do_split(p, words, count);
	else if (strcmp(words[0], "resize") == 0)
		do_resize(p, first, second);
	else if (strcmp(words[0], "hangup") == 0)
		session_hangup(p->session);
	else if (strcmp(words[0], "kill") == 0)
		kill(session_pid(p->session), SIGKILL);
	else if (strcmp(words[0], "full") == 0 || strcmp(words[0], "room") == 0)
		do_limit(p, *words[0] == 'f');
	else if (strcmp(words[0], "expect-text") == 0 || strcmp(words[0], "no-text") == 0)
		expect_shown(p, first, *words[0] == 'e');
	else if (strcmp(words[0], "expect-line") == 0)
		expect_line(p, first, second);
	else if (strcmp(words[0], "expect-cursor") == 0)
		expect_cursor(p, first, second);
	else if (strcmp(words[0], "expect-golden") == 0)
		do_golden(p, first);
	else if (strcmp(words[0], "no-cut") == 0)
		expect_whole(p);
	else if (strcmp(words[0], "expect-raw") == 0 || strcmp(words[0], "no-raw") == 0)
		expect_raw(p, rest, *words[0] == 'e');
	else if (strcmp(words[0], "no-colours") == 0)
		expect_no_colours(p);
	else if (strcmp(words[0], "bytes-at-most") == 0) {
		if (session_bytes(p->session) > (size_t)atol(first))
			fail(p, "%zu bytes were sent, more than %s", session_bytes(p->session),
				first);
	} else if (strcmp(words[0], "expect-exit") == 0) {
		code = session_exit(p->session, SESSION_LIMIT);
		if (code != atoi(first))
			fail(p, "the program ended with %d, not %s", code, first);
	} else
		fail(p, "no such command: %s", words[0]);
}

/* A fixed date, so that golden screens may show when a file was changed. */
static void
do_touch(struct play *p, const char *path)
{
	const struct timespec times[2] = { { 1795168800, 0 }, { 1795168800, 0 } };

	if (utimensat(AT_FDCWD, path, times, 0) != 0)
		fail(p, "touch %s: %s", path, strerror(errno));
}

static void
do_copy(struct play *p, const char *from, const char *to)
{
	char buffer[TEXT];
	FILE *in = fopen(from, "r"), *out = in ? fopen(to, "w") : NULL;
	size_t n;

	while (out && (n = fread(buffer, 1, sizeof(buffer), in)) > 0)
		fwrite(buffer, 1, n, out);
	if (!out || fclose(out) != 0)
		fail(p, "copy %s %s: %s", from, to, strerror(errno));
	else
		do_touch(p, to);
	if (in)
		fclose(in);
}

static void
do_write(struct play *p, const char *path, const char *text)
{
	char bytes[TEXT];
	size_t n = unescape(bytes, text);
	FILE *out = fopen(path, "w");

	if (!out || fwrite(bytes, 1, n, out) != n || fclose(out) != 0)
		fail(p, "write %s: %s", path, strerror(errno));
}

static void
do_fill(struct play *p, const char *path)
{
	char bytes[4096] = "";
	size_t length = sizeof(bytes);
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);

	while (fd >= 0 && length)
		if (write(fd, bytes, length) < 0)
			length /= 2;
	if (fd < 0 || errno != ENOSPC)
		fail(p, "fill %s: %s", path, strerror(errno));
	if (fd >= 0)
		close(fd);
}

/* The program reads its clock from a file then (base/clock.h). */
static void
do_clock(struct play *p, const char *instant)
{
	char path[128], variable[160];

	snprintf(path, sizeof(path), "%s/clock", p->temporary);
	snprintf(variable, sizeof(variable), "GROMADA_NOW=%s", path);
	do_write(p, path, instant);
	set_variable(p, variable);
}

static void
do_line(struct play *p, const char *text)
{
	char line[TEXT], *words[WORDS], rest[TEXT];
	int count;

	expand(p, line, sizeof(line), text + strspn(text, " \t"));
	if (!*line || *line == '#')
		return;
	strcpy(rest, line + strcspn(line, " \t"));
	memmove(rest, rest + strspn(rest, " \t"), strlen(rest + strspn(rest, " \t")) + 1);
	count = split_words(line, words);
	if (strcmp(words[0], "size") == 0 && count > 2) {
		p->columns = atoi(words[1]);
		p->rows = atoi(words[2]);
	} else if (strcmp(words[0], "env") == 0 && count > 1)
		set_variable(p, rest);
	else if (strcmp(words[0], "theme") == 0 && count > 1)
		p->theme = theme_choose(words[1], true);
	else if (strcmp(words[0], "copy") == 0 && count > 2)
		do_copy(p, words[1], words[2]);
	else if (strcmp(words[0], "touch") == 0 && count > 1)
		do_touch(p, words[1]);
	else if (strcmp(words[0], "write") == 0 && count > 2)
		do_write(p, words[1], rest + strlen(words[1]) + 1);
	else if (strcmp(words[0], "fill") == 0 && count > 1)
		do_fill(p, words[1]);
	else if (strcmp(words[0], "remove") == 0 && count > 1)
		unlink(words[1]);
	else if (strcmp(words[0], "clock") == 0 && count > 1)
		do_clock(p, words[1]);
	else if (strcmp(words[0], "run") == 0)
		do_run(p, words, count);
	else if (strcmp(words[0], "start") == 0)
		do_start(p, words, count);
	else if (strcmp(words[0], "beside") == 0 && p->session)
		do_beside(p, words, count);
	else if (strcmp(words[0], "swap") == 0 && p->beside)
		do_swap(p);
	else if (!p->session)
		fail(p, "%s before start", words[0]);
	else
		do_command(p, rest, words, count);
}

static int
remove_one(const char *path, const struct stat *st, int type, struct FTW *walk)
{
	(void)st;
	(void)type;
	(void)walk;
	return remove(path);
}

static bool
play(const char *program, const char *script)
{
	struct play p = { .program = program, .columns = 80, .rows = 24, .theme = THEME_NORTON };
	char path[TEXT], line[TEXT];
	FILE *in = fopen(script, "r");

	if (!in) {
		printf("# %s: %s\n", script, strerror(errno));
		return false;
	}
	snprintf(path, sizeof(path), "%s", script);
	snprintf(p.source, sizeof(p.source), "%s", dirname(path));
	strcpy(p.temporary, "/tmp/gromada-play-XXXXXX");
	if (!mkdtemp(p.temporary))
		fail(&p, "no temporary directory: %s", strerror(errno));
	set_defaults(&p);
	while (!p.failed && fgets(line, sizeof(line), in)) {
		p.line++;
		line[strcspn(line, "\n")] = '\0';
		do_line(&p, line);
	}
	fclose(in);
	session_end(p.session);
	session_end(p.beside);
	nftw(p.temporary, remove_one, 8, FTW_DEPTH | FTW_PHYS);
	for (int i = 0; i < p.variable_count; i++)
		free(p.variables[i]);
	return !p.failed;
}

int
main(int argc, char **argv)
{
	int failures = 0;

	if (argc < 2) {
		fprintf(stderr, "usage: play PROGRAM SCRIPT...\n");
		return 2;
	}
	i18n_start("en");
	setvbuf(stdout, NULL, _IOLBF, 0);
	printf("1..%d\n", argc - 2);
	for (int i = 2; i < argc; i++) {
		bool good = play(argv[1], argv[i]);
		const char *name = strrchr(argv[i], '/');

		failures += !good;
		printf("%s %d - %s\n", good ? "ok" : "not ok", i - 1, name ? name + 1 : argv[i]);
	}
	return failures > 0;
}
