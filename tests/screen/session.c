/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pseudo-terminal and libvterm. */
#include "config.h"

#include "session.h"

#include "base/clock.h"
#include "base/memory.h"
#include "tui/key.h"
#include "tui/unicode.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vterm.h>

static const char marker[] = "\033]7770;idle\007";
enum { MARKER = sizeof(marker) - 1 };

struct session {
	pid_t pid;
	int fd, status;
	bool ended;
	VTerm *vterm;
	VTermScreen *screen;
	int rows, columns, idle;
	size_t matched;          /* bytes of a marker seen so far */
	char *raw;
	size_t count, capacity, mark; /* mark: count at the last send */
};

struct session *
session_start(char *const argv[], char *const environment[], int columns, int rows)
{
	struct session *s = memory_new(sizeof(*s));
	struct winsize size = { .ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns };

	s->rows = rows;
	s->columns = columns;
	s->pid = forkpty(&s->fd, NULL, NULL, &size);
	if (s->pid == 0) {
		execve(argv[0], argv, environment);
		_exit(127);
	}
	(void)fcntl(s->fd, F_SETFD, FD_CLOEXEC); /* a second window would keep the line open */
	s->vterm = vterm_new(rows, columns);
	vterm_set_utf8(s->vterm, 1);
	s->screen = vterm_obtain_screen(s->vterm);
	vterm_screen_enable_altscreen(s->screen, 1);
	vterm_screen_reset(s->screen, 1);
	vterm_state_set_bold_highbright(vterm_obtain_state(s->vterm), 0);
	return s;
}

static void
reap(struct session *s, int flags)
{
	if (!s->ended && waitpid(s->pid, &s->status, flags) == s->pid)
		s->ended = true;
}

void
session_end(struct session *s)
{
	if (!s)
		return;
	if (s->fd >= 0)
		close(s->fd);
	reap(s, WNOHANG);
	if (!s->ended)
		kill(s->pid, SIGKILL);
	reap(s, 0);
	vterm_free(s->vterm);
	free(s->raw);
	free(s);
}

static void
keep(struct session *s, const char *bytes, size_t length)
{
	s->raw = memory_grow(s->raw, &s->capacity, s->count + length + 1, 1);
	memcpy(s->raw + s->count, bytes, length);
	s->count += length;
	s->raw[s->count] = '\0';
	vterm_input_write(s->vterm, bytes, length);
}

/* Takes the markers out; they may be split between two reads. */
static void
take(struct session *s, const char *bytes, size_t length)
{
	for (size_t i = 0; i < length; i++) {
		if (bytes[i] == marker[s->matched]) {
			if (++s->matched == MARKER) {
				s->idle++;
				s->matched = 0;
			}
			continue;
		}
		keep(s, marker, s->matched);
		s->matched = bytes[i] == marker[0];
		if (!s->matched)
			keep(s, bytes + i, 1);
	}
}

/* Reads what is there within ms; false when nothing came or the line is closed. */
static bool
read_some(struct session *s, int ms)
{
	struct pollfd fds = { .fd = s->fd, .events = POLLIN };
	char bytes[8192];
	ssize_t n;

	if (s->fd < 0 || poll(&fds, 1, ms) <= 0)
		return false;
	n = read(s->fd, bytes, sizeof(bytes));
	if (n <= 0)
		return false;
	take(s, bytes, (size_t)n);
	return true;
}

static void
begin(struct session *s)
{
	while (read_some(s, 0))
		;
	s->idle = 0;
	s->mark = s->count;
}

void
session_send(struct session *s, const char *bytes, size_t length)
{
	begin(s);
	while (length && s->fd >= 0) {
		ssize_t n = write(s->fd, bytes, length);

		if (n <= 0)
			return;
		bytes += n;
		length -= (size_t)n;
	}
}

void
session_resize(struct session *s, int columns, int rows)
{
	struct winsize size = { .ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns };

	begin(s);
	s->rows = rows;
	s->columns = columns;
	vterm_set_size(s->vterm, rows, columns);
	ioctl(s->fd, TIOCSWINSZ, &size);
}

void
session_hangup(struct session *s)
{
	close(s->fd);
	s->fd = -1;
}

bool
session_idle(struct session *s)
{
	int64_t end = clock_monotonic_ms() + SESSION_LIMIT;

	while (s->idle == 0) {
		int64_t left = end - clock_monotonic_ms();

		if (left <= 0 || !read_some(s, (int)left))
			return false;
	}
	return true;
}

void
session_listen(struct session *s, int ms)
{
	int64_t end = clock_monotonic_ms() + ms;

	for (int64_t left = ms; left > 0; left = end - clock_monotonic_ms())
		if (!read_some(s, (int)left) && s->ended)
			return;
}

int
session_exit(struct session *s, int limit)
{
	int64_t end = clock_monotonic_ms() + limit;

	for (;;) {
		reap(s, WNOHANG);
		if (s->ended || clock_monotonic_ms() > end)
			break;
		if (!read_some(s, 5))
			poll(NULL, 0, 1); /* the line is closed: the end is near */
	}
	while (read_some(s, 0))
		;
	if (!s->ended)
		return -1;
	return WIFEXITED(s->status) ? WEXITSTATUS(s->status) : 128 + WTERMSIG(s->status);
}

bool
session_ended(const struct session *s)
{
	return s->ended;
}

pid_t
session_pid(const struct session *s)
{
	return s->pid;
}

int
session_rows(const struct session *s)
{
	return s->rows;
}

size_t
session_bytes(const struct session *s)
{
	return s->count - s->mark;
}

const char *
session_raw(const struct session *s, size_t *length)
{
	*length = s->count;
	return s->raw ? s->raw : "";
}

char *
session_row(const struct session *s, int row, char *dst, size_t size)
{
	size_t n = 0, end = 0;

	for (int column = 0; column < s->columns && n + 32 < size; column++) {
		VTermScreenCell cell;
		VTermPos pos = { .row = row, .col = column };

		if (!vterm_screen_get_cell(s->screen, pos, &cell))
			break;
		if (cell.chars[0] == 0)
			dst[n++] = ' ';
		for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell.chars[i]; i++)
			n += unicode_write(dst + n, (int)cell.chars[i]);
		if (cell.chars[0] && cell.chars[0] != ' ')
			end = n;
		column += cell.width - 1;
	}
	dst[end] = '\0';
	return dst;
}

static signed char
colour(const VTermColor *c)
{
	if (VTERM_COLOR_IS_DEFAULT_FG(c) || VTERM_COLOR_IS_DEFAULT_BG(c))
		return COLOUR_OWN;
	return VTERM_COLOR_IS_INDEXED(c) ? (signed char)c->indexed.idx : 99;
}

char *
session_roles(const struct session *s, enum theme theme, int row, char *dst, size_t size)
{
	size_t n = 0, end = 0;

	for (int column = 0; column < s->columns && n + 1 < size; column++) {
		VTermScreenCell cell;
		VTermPos pos = { .row = row, .col = column };
		struct look look;
		enum role role;

		vterm_screen_get_cell(s->screen, pos, &cell);
		look = (struct look){ colour(&cell.fg), colour(&cell.bg), cell.attrs.bold,
			cell.attrs.reverse, cell.attrs.underline };
		role = theme_role(theme, look);
		dst[n] = role == ROLE_COUNT ? '?' : theme_letter(role);
		if (dst[n++] != '.')
			end = n;
	}
	dst[end] = '\0';
	return dst;
}

void
session_cursor(const struct session *s, int *row, int *column)
{
	VTermPos pos;

	vterm_state_get_cursorpos(vterm_obtain_state(s->vterm), &pos);
	*row = pos.row;
	*column = pos.col;
}

bool
session_shows(const struct session *s, const char *text)
{
	char row[2048];

	for (int i = 0; i < s->rows; i++)
		if (strstr(session_row(s, i, row, sizeof(row)), text))
			return true;
	return false;
}

size_t
session_key(const char *name, char *dst, size_t size)
{
	static const struct {
		int key;
		const char *bytes;
	} table[] = {
		{ KEYS_ENTER, "\r" },
		{ KEYS_TAB, "\t" },
		{ KEYS_BACKTAB, "\033[Z" },
		{ KEYS_ESC, "\033" },
		{ KEYS_BACKSPACE, "\177" },
		{ KEYS_DELETE, "\033[3~" },
		{ KEYS_INSERT, "\033[2~" },
		{ KEYS_UP, "\033OA" },
		{ KEYS_DOWN, "\033OB" },
		{ KEYS_RIGHT, "\033OC" },
		{ KEYS_LEFT, "\033OD" },
		{ KEYS_HOME, "\033OH" },
		{ KEYS_END, "\033OF" },
		{ KEYS_PAGE_UP, "\033[5~" },
		{ KEYS_PAGE_DOWN, "\033[6~" },
		{ KEYS_F(1), "\033OP" },
		{ KEYS_F(2), "\033OQ" },
		{ KEYS_F(3), "\033OR" },
		{ KEYS_F(4), "\033OS" },
		{ KEYS_F(5), "\033[15~" },
		{ KEYS_F(6), "\033[17~" },
		{ KEYS_F(7), "\033[18~" },
		{ KEYS_F(8), "\033[19~" },
		{ KEYS_F(9), "\033[20~" },
		{ KEYS_F(10), "\033[21~" },
		{ KEYS_F(11), "\033[23~" },
		{ KEYS_F(12), "\033[24~" },
		{ KEYS_CTRL | KEYS_RIGHT, "\033[1;5C" },
		{ KEYS_CTRL | KEYS_LEFT, "\033[1;5D" },
		{ KEYS_CTRL | KEYS_HOME, "\033[1;5H" },
		{ KEYS_CTRL | KEYS_END, "\033[1;5F" },
	};
	int key = key_parse(name, strlen(name)), plain = key & ~(KEYS_CTRL | KEYS_ALT);
	size_t n = 0;

	for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++)
		if (table[i].key == key)
			return (size_t)snprintf(dst, size, "%s", table[i].bytes);
	if (key == KEYS_NONE || plain >= KEYS_BASE)
		return 0;
	if (key & KEYS_ALT)
		dst[n++] = '\033';
	if (key & KEYS_CTRL) {
		dst[n++] = (char)(plain & 0x1f);
		dst[n] = '\0';
		return n;
	}
	return n + unicode_write(dst + n, plain);
}
