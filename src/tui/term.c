/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The terminal through ncurses, bytes in through our own decoder, signals through a pipe. */
#include "config.h"

#include "tui/term.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/memory.h"
#include "base/testmode.h"
#include "base/text.h"
#include "tui/decode.h"
#include "tui/signals.h"
#include "tui/unicode.h"

#include <errno.h>
#include <langinfo.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#define NCURSES_NOMACROS
#include <curses.h>

/* ms after which a lone ESC is Esc: arrows split by 60 ms stay whole */
enum { DEFAULT_DELAY = 100, READ_BYTES = 4096 };

struct term {
	SCREEN *screen;
	struct surface *surface;
	struct decoder *decoder;
	enum theme theme;
	int signals;             /* readable when a signal came */
	int escape_delay;
	attr_t attributes[ROLE_COUNT];
	short pairs[ROLE_COUNT], last_pair;
	cchar_t *cells;          /* one row on its way to curses */
	size_t cells_capacity;
	int64_t read_at;         /* when the last bytes came, ms */
	struct event queued;
	bool has_queued, hung, resized, redraw;
};

static struct term *started;

static const char paste_on[] = "\033[?2004h", paste_off[] = "\033[?2004l";
static const char idle_marker[] = "\033]7770;idle\007";

/* Writes all of it, past curses; a dead line shows at the next read. */
static void
send(const char *text)
{
	size_t length = strlen(text);

	while (length) {
		ssize_t n = write(STDOUT_FILENO, text, length);

		if (n < 0 && errno != EINTR && errno != EAGAIN)
			return;
		if (n > 0) {
			text += n;
			length -= (size_t)n;
		}
	}
}

/* Keypad codes are digits here; vt100's entry calls some of them function keys. */
static bool
keypad_code(const char *sequence)
{
	return sequence[0] == '\033' && sequence[1] == 'O' && sequence[2] &&
	       strchr("jklmnopqrstuvwxyMX", sequence[2]);
}

static void
define_key_of(struct decoder *d, const char *capability, int key)
{
	const char *sequence = tigetstr(capability);

	if (sequence && sequence != (char *)-1 && !keypad_code(sequence))
		decoder_define(d, sequence, key);
}

static void
define_keys(struct decoder *d)
{
	static const struct {
		const char *capability;
		int key;
	} table[] = {
		{ "kcuu1", KEYS_UP }, { "kcud1", KEYS_DOWN }, { "kcub1", KEYS_LEFT },
		{ "kcuf1", KEYS_RIGHT }, { "khome", KEYS_HOME }, { "kend", KEYS_END },
		{ "kpp", KEYS_PAGE_UP }, { "knp", KEYS_PAGE_DOWN }, { "kich1", KEYS_INSERT },
		{ "kdch1", KEYS_DELETE }, { "kcbt", KEYS_BACKTAB }, { "kent", KEYS_ENTER },
	};

	for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++)
		define_key_of(d, table[i].capability, table[i].key);
	for (int i = 1; i <= 12; i++) {
		char name[8];

		snprintf(name, sizeof(name), "kf%d", i);
		define_key_of(d, name, KEYS_F(i));
	}
}

/* The pair for two colours, shared by roles that use the same. */
static short
pair_of(struct term *t, int front, int back, bool own_colours)
{
	short f, b;

	if (front == COLOUR_OWN && back == COLOUR_OWN)
		return 0;
	if (!own_colours) { /* no way back to the terminal's own: white on black */
		front = front == COLOUR_OWN ? COLOUR_WHITE : front;
		back = back == COLOUR_OWN ? COLOUR_BLACK : back;
	}
	for (short i = 1; i <= t->last_pair; i++)
		if (pair_content(i, &f, &b) == OK && f == front && b == back)
			return i;
	init_pair(++t->last_pair, (short)front, (short)back);
	return t->last_pair;
}

static void
prepare_roles(struct term *t)
{
	bool own = false;

	t->last_pair = 0;
	if (t->theme != THEME_MONO) {
		start_color();
		own = use_default_colors() == OK;
	}
	for (int i = 0; i < ROLE_COUNT; i++) {
		struct look look = theme_look(t->theme, (enum role)i);

		t->attributes[i] = (look.bold ? A_BOLD : 0) | (look.reverse ? A_REVERSE : 0) |
			(look.underline ? A_UNDERLINE : 0);
		t->pairs[i] = t->theme == THEME_MONO ? 0 : pair_of(t, look.front, look.back, own);
	}
}

/* The screen of curses, or NULL when this terminal cannot place its cursor. */
static SCREEN *
open_screen(const char *name, struct error *err)
{
	SCREEN *screen = newterm(NULL, stdout, stdin);
	const char *place = screen ? tigetstr("cup") : NULL;

	if (!screen) {
		error_set(err, ERROR_INPUT,
			_("The terminal \"%s\" (TERM) is not known on this computer. "
			  "Try: TERM=xterm gromada"),
			name);
		return NULL;
	}
	if (!place || place == (char *)-1) {
		error_set(err, ERROR_INPUT,
			_("The terminal \"%s\" (TERM) cannot show a full screen. "
			  "Try: TERM=xterm gromada"),
			name);
		reset_shell_mode();
		delscreen(screen);
		return NULL;
	}
	return screen;
}

static int
escape_delay(const struct term_options *options)
{
	const char *given = getenv("ESCDELAY");
	int delay = options->escape_delay;

	if (delay <= 0 && given)
		delay = atoi(given);
	return delay > 0 && delay <= 10000 ? delay : DEFAULT_DELAY;
}

void
term_style(struct term *t, const struct term_options *options)
{
	t->theme = theme_choose(options->colours, tigetnum("colors") >= 8);
	prepare_roles(t);
	t->escape_delay = escape_delay(options);
	surface_tier(t->surface, glyph_choose(options->glyphs, getenv("TERM"), i18n_utf8()));
	t->redraw = true;
}

struct term *
term_start(const struct term_options *options, struct error *err)
{
	const char *name = getenv("TERM");
	struct term *t;

	if (term_check(name, err) < 0)
		return NULL;
	unsetenv("LINES"); /* they would freeze the size */
	unsetenv("COLUMNS");
	t = memory_new(sizeof(*t));
	t->screen = open_screen(name, err);
	if (!t->screen) {
		free(t);
		return NULL;
	}
	t->signals = signals_start();
	raw();
	noecho();
	nonl();
	intrflush(stdscr, FALSE);
	keypad(stdscr, TRUE);
	idlok(stdscr, TRUE);
	typeahead(-1);
	t->surface = surface_new(LINES, COLS, TIER_LINES);
	term_style(t, options ? options : &(struct term_options){ .escape_delay = 0 });
	t->decoder = decoder_new(strcmp(nl_langinfo(CODESET), "UTF-8") == 0);
	define_keys(t->decoder);
	putp(paste_on);
	started = t;
	return t;
}

void
term_emergency(void)
{
	if (!started || started->hung)
		return;
	send(paste_off);
	endwin();
	started = NULL;
}

/* A terminal without a second screen (the Linux console) would keep ours under what follows. */
static void
leave_blank(const struct term *t)
{
	const char *back = tigetstr("rmcup");

	if (!started || t->hung || (back && back != (char *)-1 && *back))
		return;
	erase();
	refresh();
}

void
term_end(struct term *t, const char *last_line)
{
	char clean[1024];

	if (!t)
		return;
	leave_blank(t);
	term_emergency();
	started = NULL;
	signals_stop();
	if (last_line && *last_line && !t->hung) {
		puts(text_clean(clean, sizeof(clean), last_line));
		fflush(stdout);
	}
	delscreen(t->screen);
	decoder_free(t->decoder);
	surface_free(t->surface);
	free(t->cells);
	free(t);
}

struct surface *
term_surface(struct term *t)
{
	return t->surface;
}

/* One cell for curses; a cluster holds at most a base character and a few marks. */
static void
make_cell(const struct term *t, cchar_t *cell, const char *text, enum role role)
{
	wchar_t wide[CCHARW_MAX + 1];
	size_t n = 0, length;

	for (; n < CCHARW_MAX && *text; text += length)
		wide[n++] = (wchar_t)unicode_read(text, &length);
	wide[n] = L'\0';
	setcchar(cell, wide, t->attributes[role], t->pairs[role], NULL);
}

void
term_flush(struct term *t)
{
	struct canvas all = surface_canvas(t->surface);
	int row, column;

	if (t->hung)
		return;
	t->cells =
		memory_grow(t->cells, &t->cells_capacity, (size_t)all.columns, sizeof(*t->cells));
	for (row = 0; row < all.rows; row++) {
		int n = 0;

		for (column = 0; column < all.columns; column++) {
			enum role role;
			const char *text = surface_cell(t->surface, row, column, &role);

			if (*text)
				make_cell(t, &t->cells[n++], text, role);
		}
		mvwadd_wchnstr(stdscr, row, 0, t->cells, n);
	}
	surface_cursor(t->surface, &row, &column);
	wmove(stdscr, row, column);
	if (t->redraw)
		clearok(curscr, TRUE);
	t->redraw = false;
	wnoutrefresh(stdscr);
	doupdate();
}

void
term_redraw(struct term *t)
{
	t->redraw = true;
}

/* Takes the terminal's present size; true when it is another one. */
static bool
take_size(struct term *t)
{
	struct winsize size;
	struct canvas all = surface_canvas(t->surface);

	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) < 0 || size.ws_row == 0 || size.ws_col == 0)
		return false;
	if (size.ws_row == all.rows && size.ws_col == all.columns)
		return false;
	resizeterm(size.ws_row, size.ws_col);
	surface_resize(t->surface, size.ws_row, size.ws_col);
	return true;
}

void
term_suspend(struct term *t)
{
	send(paste_off);
	endwin();
	signals_stop_process();
	send(paste_on);
	t->redraw = true;
	t->resized = take_size(t) || t->resized;
}

void
term_beep(struct term *t)
{
	if (!t->hung)
		beep();
}

/* Events that signals have left, most urgent first. */
static bool
take_signal(struct term *t, struct event *event)
{
	int number;

	if (signals_hangup())
		t->hung = true;
	if (t->hung) {
		event->type = EVENT_HANGUP;
		return true;
	}
	number = signals_end();
	if (number) {
		*event = (struct event){ .type = EVENT_SIGNAL, .number = number };
		return true;
	}
	if (signals_stopped())
		term_suspend(t);
	if (signals_resized())
		t->resized = take_size(t) || t->resized;
	if (t->resized) {
		struct canvas all = surface_canvas(t->surface);

		t->resized = false;
		*event = (struct event){
			.type = EVENT_RESIZE, .rows = all.rows, .columns = all.columns
		};
		return true;
	}
	return false;
}

static void
read_bytes(struct term *t)
{
	char bytes[READ_BYTES];
	ssize_t n = read(STDIN_FILENO, bytes, sizeof(bytes));

	t->read_at = clock_monotonic_ms();
	if (n > 0)
		decoder_feed(t->decoder, bytes, (size_t)n);
	else if (n == 0 || (errno != EINTR && errno != EAGAIN))
		t->hung = true;
}

/* Waits for bytes or a signal; false when the time was up. */
static bool
wait_bytes(struct term *t, int timeout)
{
	struct pollfd fds[] = { { .fd = STDIN_FILENO, .events = POLLIN },
		{ .fd = t->signals, .events = POLLIN } };
	int n = poll(fds, 2, timeout);

	if (n < 0)
		return errno == EINTR;
	if (fds[1].revents)
		signals_drain();
	if (fds[0].revents & POLLIN)
		read_bytes(t);
	else if (fds[0].revents)
		t->hung = true;
	return n > 0;
}

/* Nothing is left to do but wait: the test harness reads the screen now. */
static void
tell_idle(struct term *t)
{
	struct pollfd fds = { .fd = STDIN_FILENO, .events = POLLIN };

	if (testmode_on() && !t->hung && poll(&fds, 1, 0) == 0)
		send(idle_marker);
}

void
term_event(struct term *t, int timeout, struct event *event)
{
	int64_t end = timeout > 0 ? clock_monotonic_ms() + timeout : 0;

	if (t->has_queued) {
		t->has_queued = false;
		*event = t->queued;
		return;
	}
	*event = (struct event){ .type = EVENT_TIMEOUT };
	while (!take_signal(t, event) && !decoder_next(t->decoder, event)) {
		int delay = decoder_delay(t->decoder, t->escape_delay);
		int left = timeout > 0 ? (int)(end - clock_monotonic_ms()) : timeout;
		bool half_read = delay >= 0 && (left < 0 || delay < left || timeout == 0);

		if (timeout > 0 && left < 0)
			left = 0;
		if (delay < 0 && timeout != 0)
			tell_idle(t);
		if (wait_bytes(t, timeout == 0 ? 0 : half_read ? delay : left))
			continue;
		if (!half_read || (timeout == 0 && clock_monotonic_ms() < t->read_at + delay))
			return;
		decoder_timeout(t->decoder);
	}
}

void
term_put_back(struct term *t, const struct event *event)
{
	t->queued = *event;
	t->has_queued = true;
}

bool
term_pending(struct term *t)
{
	struct event event;

	if (t->has_queued)
		return true;
	term_event(t, 0, &event);
	if (event.type == EVENT_TIMEOUT)
		return false;
	term_put_back(t, &event);
	return true;
}

void
term_drop_keys(struct term *t)
{
	struct event event;

	tcflush(STDIN_FILENO, TCIFLUSH);
	while (decoder_next(t->decoder, &event))
		;
	if (t->has_queued && (t->queued.type == EVENT_KEY || t->queued.type == EVENT_PASTE))
		t->has_queued = false;
}
