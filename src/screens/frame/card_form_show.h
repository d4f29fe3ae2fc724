/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values of a form to read: as words, and whole where nothing of them is changed here. */
#ifndef SCREENS_CARD_FORM_SHOW_H
#define SCREENS_CARD_FORM_SHOW_H

#include "screens/frame/card_form.h"

/* The value as people read it: of a choice its word. */
const char *card_form_shown(const struct field *f, const void *values);
/* Whether field i means the same in both: what it shows, or as the kind says. */
bool card_form_same(const struct card_form_kind *kind, int i, const void *a, const void *b);
/* The value of one field from other values of the same form. */
void card_form_take(const struct field *f, void *to, const void *from);
/* Every field with its sentence, for F1; where the cursor stands it is in the status line too. The
 * caller frees; NULL = no memory. */
char *card_form_help(const struct card_form_kind *kind);
/* Of what another office keeps: a screen to read with the sentence that says whose it is. False:
 * it is ours, or cannot be read, and nothing was opened. */
bool card_form_show_foreign(
	struct screens *s, const struct card_form_kind *kind, int64_t id, int64_t parent);

#endif
