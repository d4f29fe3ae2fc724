/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A box over the screen: type some letters, choose one of the rows that match. */
#ifndef SCREENS_PICKER_H
#define SCREENS_PICKER_H

#include "tui/screen.h"

enum { PICKER_ROWS = 8, PICKER_MOST = 200, PICKER_NEW = -1 }; /* shown at once; in all */

struct pick {
	char text[128]; /* what is chosen */
	char note[96];  /* what tells two of one name apart */
	char key[64];   /* the answer's text; shown at the right end */
	int number;     /* the answer's number */
};

struct picker_request {    /* copied */
	const char *title; /* translated, lives on */
	const char *label; /* translated, before the line that is typed */
	const char *empty; /* translated: shown when nothing matches */
	/* Fills at most max rows for what was typed; how many, or -1 and *err. *total: how many
	 * there are in all. */
	int (*find)(struct screens *s, const void *context, const char *typed, struct pick *rows,
		int max, int *total, struct error *err);
	const void *context; /* for find; copied, context_size bytes at most 256 */
	size_t context_size;
	bool hide_key;
	const char *make; /* translated: what F7 makes, answer PICKER_NEW; NULL = nothing */
	int action; /* the answer, on the screen below */
};

void picker_open(struct screens *s, const struct picker_request *request);

#endif
