/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys, their names, and what else can happen to a screen. */
#ifndef TUI_KEY_H
#define TUI_KEY_H

#include <stdbool.h>
#include <stddef.h>

/* A key is the character's code point, or one of these; a letter with Ctrl is
 * KEYS_CTRL | 'p' (small letter), with Alt KEYS_ALT | the key. Space is ' '. */
enum {
	KEYS_NONE = 0,
	KEYS_BASE = 0x110000,
	KEYS_ENTER,
	KEYS_TAB,
	KEYS_BACKTAB,
	KEYS_ESC,
	KEYS_BACKSPACE,
	KEYS_DELETE,
	KEYS_INSERT,
	KEYS_UP,
	KEYS_DOWN,
	KEYS_LEFT,
	KEYS_RIGHT,
	KEYS_HOME,
	KEYS_END,
	KEYS_PAGE_UP,
	KEYS_PAGE_DOWN,
	KEYS_F0 = 0x110100, /* KEYS_F0 + 1 … KEYS_F0 + 24 */
	KEYS_CTRL = 1 << 24,
	KEYS_ALT = 1 << 25,
	KEYS_SHIFT = 1 << 26 /* with named keys only, "Shift-Up"; Shift-Tab is KEYS_BACKTAB */
};
#define KEYS_F(n) (KEYS_F0 + (n))
#define KEYS_CONTROL(letter) (KEYS_CTRL | (letter))

/* "F3", "Ctrl-P", "Alt-4", "Enter", "PgDn", "Space", "q", "/" to a key; KEYS_NONE if unknown. */
int key_parse(const char *name, size_t length);
/* The keys of "Enter F4 Ctrl-O", at most max; returns how many. Unknown names are KEYS_NONE. */
int key_list(const char *names, int *keys, int max);
/* The name that key_parse reads. Returns dst. */
char *key_spell(char *dst, size_t size, int key);
/* The name a person reads, translated ("Spacja", "strzałka w górę"). Returns dst. */
char *key_label(char *dst, size_t size, int key);
/* Whether the key types a character (no Ctrl, no Alt, not a named key). */
bool key_is_text(int key);
/* 1-10 for F1-F10 and for Alt-1 … Alt-9, Alt-0; else 0. */
int key_function(int key);

enum event_type {
	EVENT_NONE,
	EVENT_KEY,     /* key; text holds the character if it types one */
	EVENT_PASTE,   /* paste: what the terminal pasted, cleaned to UTF-8, newlines as \n */
	EVENT_RESIZE,  /* rows, columns */
	EVENT_TIMEOUT, /* nothing came in the time given */
	EVENT_SIGNAL,  /* number: SIGTERM or SIGINT; keep drafts and end */
	EVENT_HANGUP,  /* the terminal is gone: keep drafts, touch no screen, exit 129 */
	EVENT_ANSWER   /* from a dialog or picker to the screen below: number, text */
};

struct event {
	enum event_type type;
	int key;
	char text[8];
	const char *paste;   /* valid until the next event is fetched */
	int rows, columns;
	int number;          /* EVENT_ANSWER: choice from 0; EVENT_SIGNAL: the signal */
	const char *answer;  /* EVENT_ANSWER: text of an input dialog, valid during the call */
};

struct event event_key(int key);           /* for tests and for synthesised keys */

#endif
