/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is typed in a field of choices. */
#ifndef TUI_FORM_CHOICE_H
#define TUI_FORM_CHOICE_H

#include "tui/form.h"

int form_choices(const struct field *field); /* how many it has */
/* The choice whose number or first letters were typed: "za" goes on from what "z" has found; a
 * letter that no word goes on with begins anew, at the next one after at. -1 = none. typed: the
 * letters so far, "" where the field was entered or another key came. */
int form_choice_typed(const struct field *field, char typed[FORM_CHOICE_TYPED],
	const struct event *event, int at);

#endif
