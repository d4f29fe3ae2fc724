/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The inside of the screen of numbers, for keying_number*.c alone. */
#ifndef SCREENS_KEYING_NUMBER_H
#define SCREENS_KEYING_NUMBER_H

#include "screens/frame/screens.h"
#include "screens/keying/keying.h"

enum { NUMBER_DIGITS = 8 };

struct number {
	struct screens *screens;
	struct keying_task task;
	struct keying_session session; /* of first or second keying */
	struct keying_session mending; /* of corrections */
	char typed[NUMBER_DIGITS + 1];
	int64_t offered;       /* number that waits, 0 = none */
	int64_t begun, mended; /* what this keyer began and did not finish: a form, a correction */
	bool held;             /* what was typed was told of: the next digit begins anew */
	bool open_at_once;     /* the task's number, once it is known who keys */
	bool correct_at_once;  /* the same number was typed to be corrected */
	struct form form;      /* that a question is about */
	enum form_state state; /* that is wanted for it */
};

/* What Enter opens: what was typed, what this keyer began, what waits where that is offered; 0 =
 * nothing. */
int64_t keying_number_wanted(const struct number *n);
void keying_number_draw(void *self, struct canvas *c);

#endif
