/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The inside of struct screens, for screen.c and screen_draw.c alone. */
#ifndef TUI_STACK_H
#define TUI_STACK_H

#include "tui/screen.h"

enum { DEPTH_MAX = 32, ABLE_MAX = 64 };

struct entry {
	const struct screen *screen;
	void *self;
	bool stale, late, drawn; /* late: loaded but for what may come a moment later */
};

struct screens {
	const struct screens_program *program;
	void *app;
	struct term *term;
	struct surface *surface;   /* of the last drawing */
	struct entry entries[DEPTH_MAX];
	int count;
	struct entry dead[2 * DEPTH_MAX]; /* popped during an event: freed after it */
	int dead_count;
	int able[ABLE_MAX + 1];    /* what screens_able() gave last */
	char message[512];
	enum role message_role;
	bool escaped;              /* Esc was pressed where digits are answers */
	bool answering;            /* an input gives its answer: see screens_answer() */
	bool small, done;
	int code;
};

/* Loads the entry if it is stale; an error goes to the message line. */
void screens_load(struct screens *s, struct entry *e);

#endif
