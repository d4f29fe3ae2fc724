/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The terminal: the only module that knows curses. Shows a surface, fetches events. */
#ifndef TUI_TERM_H
#define TUI_TERM_H

#include "base/error.h"
#include "tui/canvas.h"
#include "tui/key.h"

struct term;

struct term_options { /* NULL and 0 mean the default */
	const char *colours;  /* theme_choose */
	const char *glyphs;   /* glyph_choose */
	int escape_delay;     /* ms; 0 = the ESCDELAY variable, else 100 */
};

/* Whether both ends are a terminal, and name says of which kind. */
int term_check(const char *name, struct error *err);
/* Starts full-screen work. NULL and *err when there is no usable terminal (no TERM, dumb,
 * unknown, not a terminal). From here SIGHUP, SIGTERM, SIGINT, SIGWINCH come as events. */
struct term *term_start(const struct term_options *options, struct error *err);
/* Other colours, signs and wait after Esc from the next flush on. */
void term_style(struct term *t, const struct term_options *options);
/* Restores the terminal and prints a last line (may be NULL). term may be NULL. */
void term_end(struct term *t, const char *last_line);
/* The same without freeing anything, for memory_set_last_words(); safe when none is started. */
void term_emergency(void);

/* What will be shown; erased and sized by the terminal. */
struct surface *term_surface(struct term *t);
/* Shows the surface with one write; no byte when nothing changed. The cursor goes last. */
void term_flush(struct term *t);
/* Everything anew at the next flush (Ctrl-L). */
void term_redraw(struct term *t);

/* Fetches the next event, waiting at most timeout ms (< 0: for ever, 0: only what is there).
 * Resizes are merged. After EVENT_HANGUP every call gives EVENT_HANGUP at once. */
void term_event(struct term *t, int timeout, struct event *event);
/* Whether another event can be had without waiting: drain them before one flush. */
bool term_pending(struct term *t);
/* Gives an event back: the next call fetches it. For work that cannot answer it yet. */
void term_put_back(struct term *t, const struct event *event);
/* Drops keys typed ahead (after an entry error only). */
void term_drop_keys(struct term *t);

void term_suspend(struct term *t); /* Ctrl-Z: stops the process, comes back repainted */
void term_beep(struct term *t);

#endif
