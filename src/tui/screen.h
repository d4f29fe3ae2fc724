/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Screens, their stack, and the one loop. Works without a terminal too: a test feeds
 * events with screens_event() and reads what screens_draw() drew. */
#ifndef TUI_SCREEN_H
#define TUI_SCREEN_H

#include "base/error.h"
#include "tui/action.h"
#include "tui/canvas.h"
#include "tui/term.h"
#include "tui/widget.h"

#include <stdbool.h>
#include <stddef.h>

struct screens; /* the stack */

enum { SCREEN_PASS, SCREEN_HANDLED };
enum { SCREEN_ROWS = 24, SCREEN_COLUMNS = 80 }; /* smallest size that is drawn */

/* A screen is data and functions. self is its own zeroed memory of .size bytes, made at
 * push and freed at pop after release(). Functions that are NULL do nothing. */
struct screen {
	const char *name;    /* "unit_list": never translated */
	const char *title;   /* N_() its piece of the breadcrumb */
	size_t size;
	const int *actions;  /* ids that work here, ended by 0 */
	bool overlay;        /* dialogs: drawn over the screen below, no breadcrumb of its own */

	/* Once after push; argument is what screens_push was given. -1: not shown. */
	int (*start)(struct screens *s, void *self, const void *argument, struct error *err);
	/* When stale: asks the model, resets and fills the screen's arena. */
	int (*load)(struct screens *s, void *self, struct error *err);
	/* Once after each load, when the screen is painted and no key waits: what takes long and
	 * may come a moment later. Painted again afterwards. */
	int (*load_late)(struct screens *s, void *self, struct error *err);
	/* After the last waiting key and before the repaint, wherever the screen lies on the stack:
	 * what was typed is written down, so that nothing is shown as done that is not. */
	void (*settle)(struct screens *s, void *self);
	/* Pure function of self (a widget may note the rows it got). c: lines 2 … last but two,
	 * for an overlay the whole surface. */
	void (*draw)(void *self, struct canvas *c);
	/* Breadcrumb piece instead of title, and the right end of line 1 (source, date); both
	 * come empty. */
	void (*head)(void *self, char *left, size_t left_size, char *right, size_t right_size);
	/* The status line while there is no message; comes empty. */
	void (*status)(void *self, char *dst, size_t size);
	/* What F1 says first, freed by the caller; NULL or an answer of NULL: what the menu says of
	 * the screen. */
	char *(*help)(const void *self);
	/* Whether an action of actions could be used as things stand: of one that could not neither
	 * bar nor menu nor help speaks. NULL: every one could. */
	bool (*able)(const void *self, int action);
	/* action: id or ACTION_NONE, with its event. SCREEN_HANDLED or SCREEN_PASS. */
	int (*act)(struct screens *s, void *self, int action, const struct event *event);
	struct focus (*focus)(void *self);
	/* How keys are read; NULL: as the focused widget says. */
	enum context (*context)(const void *self);
	/* Before leaving by ACTION_BACK: false = stay (a dialog asks whether to save). */
	bool (*leave)(struct screens *s, void *self);
	/* Hang-up or SIGTERM: keep what was typed as a draft; touch no screen. */
	void (*keep)(struct screens *s, void *self);
	void (*release)(void *self);
};

struct pulldown_menu;

/* What the whole program gives: its table, the actions that work everywhere, F9. */
struct screens_program {
	struct action_table actions;
	const int *global;   /* ids, ended by 0 */
	/* After screen and widget passed. ACTION_BACK, HELP, MENU, REDRAW, SUSPEND are done by
	 * screens when this passes too. */
	int (*act)(struct screens *s, int action, const struct event *event);
	/* Pull-down menus after the screen's own: an entry's id is given to act. */
	const struct pulldown_menu *menus;
	int menu_count;
	/* First words of line 1 (the chosen unit); may be NULL. */
	void (*place)(void *app, char *dst, size_t size);
	/* Asserts before each wait for a key (no open statement); may be NULL. */
	void (*before_wait)(void *app);
	bool bar_off;        /* setting: no function bar */
};

struct screens *screens_new(const struct screens_program *program, void *app);
void screens_free(struct screens *s);
void *screens_app(struct screens *s);

/* Puts a screen on the stack. -1 and a message on the screen when start() fails. */
int screens_push(struct screens *s, const struct screen *screen, const void *argument);
void screens_pop(struct screens *s);     /* the top one; no question asked */
/* Pops the top one and puts another there (tabs: table, chart, profile of one thing). */
int screens_replace(struct screens *s, const struct screen *screen, const void *argument);
void screens_stale(struct screens *s);   /* the data changed: every screen loads again */
void screens_quit(struct screens *s);    /* leaves the loop */
/* Runs an action as if its key had been pressed on the top screen. */
void screens_act(struct screens *s, int action, const struct event *event);

int screens_depth(const struct screens *s);
const struct screen *screens_top(const struct screens *s);
void *screens_self(struct screens *s);   /* memory of the top screen */
const struct screens_program *screens_program(const struct screens *s);
/* What the top screen could do now: ids ended by 0, good until the next call. */
const int *screens_able(struct screens *s);
/* How the top screen reads keys now. */
enum context screens_context(struct screens *s);

/* The message line, until the next key. */
void screens_say(struct screens *s, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
void screens_error(struct screens *s, const struct error *err);
/* As error: what was typed cannot be taken, and the box in which it was typed stays open. */
void screens_refuse(struct screens *s, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
/* Takes the top screen away and gives its answer to the one below. true: an error was said and
 * nothing else has happened; it is in refused, and no longer on the message line. */
bool screens_answer(struct screens *s, int action, const struct event *event, char *refused,
	size_t refused_size);
/* Whether that is going on: an error will be read in the box that gave the answer. */
bool screens_answering(const struct screens *s);

/* One event through the cascade: key, action, act, focused widget, global actions. */
void screens_event(struct screens *s, const struct event *event);
/* Calls settle of every screen: screens_run does it before each repaint. */
void screens_settle(struct screens *s);
/* Calls load_late of the top screen where it is due: true = there is more to paint. */
bool screens_load_late(struct screens *s);
/* Loads what is stale, then draws the whole stack. */
void screens_draw(struct screens *s, struct surface *surface);
/* What was drawn last, as text ("copy the screen"). The caller frees. */
char *screens_text(struct screens *s);
bool screens_done(const struct screens *s);

/* The loop, until the stack is empty or screens_quit(): 0. 129 after a hang-up, 143 after
 * SIGTERM: each screen's keep() has been called. */
int screens_run(struct screens *s, struct term *term);
struct term *screens_term(struct screens *s); /* NULL outside screens_run */

#endif
