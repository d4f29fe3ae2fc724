/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is keying: the operator of one's own account, or on a shared one whoever says so. */
#ifndef SCREENS_KEYER_H
#define SCREENS_KEYER_H

#include "model/operator.h"
#include "screens/frame/app.h"

enum { KEYER_IDLE = 600 }; /* seconds without a key after which a shared account asks again */

/* Without a question: the operator of one's own account, or id 0 (none yet, or a shared one). */
int keyer_own(struct app *app, struct keyer *out, struct error *err);
/* 0: *out is who keys. 1: a question stands over the top screen; its answer comes there as the
 * action and goes to keyer_answer. -1: *err. */
int keyer_find(struct screens *s, struct keyer *out, int action, struct error *err);
int keyer_answer(
	struct screens *s, const struct event *event, struct keyer *out, struct error *err);

#endif
