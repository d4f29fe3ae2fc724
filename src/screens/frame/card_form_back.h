/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a colleague deleted while it stood in a form comes back with what was typed. */
#ifndef SCREENS_CARD_FORM_BACK_H
#define SCREENS_CARD_FORM_BACK_H

#include "screens/frame/card_form.h"

/* After a save that failed: whether it is deleted meanwhile. Says who did that, when, and that F2
 * puts it back. */
bool card_form_deleted(struct screens *s, const struct card_form_kind *kind,
	struct card_form_of *of, const void *base);
/* On F2 then: puts it back. Where it says what base says, base and of become it as it is now, and
 * so does what values hold beside the fields; else the next save finds a newer version. What is
 * there again already stays. */
int card_form_back(struct app *app, const struct card_form_kind *kind, struct card_form_of *of,
	void *base, void *values, struct error *err);

#endif
