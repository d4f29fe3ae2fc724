/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the bytes of a terminal to events. Knows no terminal and no clock, so that PuTTY,
 * the Linux console and broken lines are ordinary test cases. */
#ifndef TUI_DECODE_H
#define TUI_DECODE_H

#include "tui/key.h"

#include <stddef.h>

struct decoder;

/* Starts with the sequences of xterm, PuTTY, the Linux console and rxvt, modifiers, keypad
 * application codes, bracketed paste. utf8 false: bytes are read by the locale's charset. */
struct decoder *decoder_new(bool utf8);
void decoder_free(struct decoder *d);
/* Adds what terminfo says a key sends; the later entry wins. */
void decoder_define(struct decoder *d, const char *sequence, int key);

void decoder_feed(struct decoder *d, const char *bytes, size_t length);
/* Takes the next whole event: true and *event, or false when more bytes are needed. Unknown
 * control sequences are swallowed whole. ESC and digit that came together are the function
 * key; ESC and another character are Alt. */
bool decoder_next(struct decoder *d, struct event *event);

enum decoder_wait {
	DECODER_IDLE,     /* nothing half-read */
	DECODER_ESCAPE,   /* a lone ESC: Esc once the escape delay has passed */
	DECODER_SEQUENCE, /* inside a sequence or a character: wait longer, then drop it */
	DECODER_PASTE     /* inside a paste whose end has not come */
};
enum decoder_wait decoder_waiting(const struct decoder *d);
/* How many ms it may stay so before decoder_timeout(): -1 = for ever. */
int decoder_delay(const struct decoder *d, int escape_delay);
/* The time is up: a lone ESC becomes Esc, a broken sequence is dropped, an open paste ends. */
void decoder_timeout(struct decoder *d);

#endif
