/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is typed in a field of choices. */
#ifndef TUI_FORM_CHOICE_H
#define TUI_FORM_CHOICE_H

#include "tui/form.h"

int form_choices(const struct field *field); /* how many it has */
/* The choice whose number or first letters were typed: "za" goes on from what "z" has found, "zz"
 * to the next one with z after at. -1 = none: letters that no word begins with choose nothing,
 * whatever follows them, but in a field of yes and no each letter is one. typed: the letters so
 * far, "" where the field was entered, another key came or FORM_CHOICE_PAUSE went by. */
int form_choice_typed(const struct field *field, char typed[FORM_CHOICE_TYPED],
	const struct event *event, int at);

#endif
