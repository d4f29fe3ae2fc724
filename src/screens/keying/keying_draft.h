/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A correction of a form is kept as a draft until it is saved; sheet_settle does it. */
#ifndef SCREENS_KEYING_DRAFT_H
#define SCREENS_KEYING_DRAFT_H

#include "screens/keying/keying_sheet.h"

/* Lays the keyer's draft over what stands now; what a colleague changed too goes into apart. */
int sheet_draft_take(struct sheet *h, struct error *err);
int sheet_draft_put(struct sheet *h, struct error *err); /* what was changed */
int sheet_draft_drop(struct sheet *h, struct error *err);
/* Saving found the form changed: what was typed is laid over it as it is now. 1 = it was changed,
 * 0 = it was not. */
int sheet_rebase(struct sheet *h, struct error *err);
void sheet_decide(struct sheet *h, const char *choice); /* of apart: a letter each, m = mine */
void sheet_answers_copy(struct answers *to, const struct answers *from);

#endif
