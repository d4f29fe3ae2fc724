/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keying paper forms, heads-down: choosing wave and batch, the number, the form itself. First and
 * second keying and corrections are one screen in three modes. */
#ifndef SCREENS_KEYING_H
#define SCREENS_KEYING_H

#include "screens/keying/keying_sheet.h"

/* Menu 3 1. Argument NULL or const enum reading_kind *: READING_FIRST, READING_SECOND. Waves, then
 * batches, then numbers. */
extern const struct screen keying_waves_screen;

struct keying_task { /* what the screens below it are given */
	enum reading_kind kind;
	int64_t wave, batch;
	int64_t number; /* keying_number_screen: opened at once; 0 = ask */
};
extern const struct screen keying_batches_screen; /* argument: struct keying_task */
/* The number of the next form. Argument: struct keying_task. In READING_SECOND only forms chosen
 * for second keying are taken, and offered in the order of the batch. */
extern const struct screen keying_number_screen;
extern const struct screen keying_forms_screen; /* forms of a batch; argument: struct keying_task */

struct keying_request {                 /* the form itself, over the screen that lent the session */
	struct keying_session *session; /* must outlive the screen */
	struct form form;
	bool take; /* over from a colleague */
};
/* In the mode of the session. start() fails with the model's sentence: ERROR_CONFLICT where the
 * form can be taken over. When the form is finished or left the screen pops itself and every screen
 * below loads again. */
extern const struct screen keying_form_screen;

#endif
