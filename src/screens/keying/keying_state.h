/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the keypad alone says of a number that cannot be keyed: its state by a digit, then the
 * reason by a digit. A digit that was meant for the next number is never a reason in words. */
#ifndef SCREENS_KEYING_STATE_H
#define SCREENS_KEYING_STATE_H

#include "model/surveys/form.h"
#include "tui/screen.h"

/* Asks which of the states that a form in this one may take; a keyed one is refused in words. */
int keying_state_ask(
	struct screens *s, const struct form *form, int action, struct error *err);
enum form_state keying_state_chosen(int choice);
void keying_state_ask_reason(struct screens *s, enum form_state state, int action);
/* NULL: another one, to be typed. */
const char *keying_state_reason(enum form_state state, int choice);
void keying_state_ask_words(struct screens *s, enum form_state state, int action);
/* Refuses a typed reason without a letter. */
int keying_state_typed(const struct form *form, const char *reason, struct error *err);

#endif
