/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asking for a condition on forms: its syntax by questions of the wave, and a way to choose
 * them. */
#ifndef SCREENS_RESULT_WHERE_H
#define SCREENS_RESULT_WHERE_H

#include "screens/frame/app.h"

/* text: what stands there now; one that ends in a question mark asks for a question at once. The
 * screen below gets act(action, event) with event->answer; Esc = no action. */
void where_open(struct screens *s, int64_t wave, const char *text, int action);
/* Whether it ends in a question mark: in a form the field is left with it to choose. */
bool where_wants_choice(const char *text);

#endif
