/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a condition may ask for; only the files of tables include it. */
#ifndef MODEL_TABULATE_CONDITION_H
#define MODEL_TABULATE_CONDITION_H

#include "model/tabulate_parts.h"

/* ERROR_DENIED, as tally_select() says. selected: the forms that fulfil it, so many.
 *
 * Of the hidden answers to a question that is answered by one of a list it takes all or none. On
 * hidden marks of a question with several answers it does not depend: whoever had them or had them
 * not would be selected alike. Answers that no table lists (texts, many numbers, ranks, passes of a
 * repeat) can be one person's: on them it may ask alone or joined by "and", so that it selects a
 * part of the forms that fulfil the rest of it; and what it leaves out of these is a group. Nobody
 * and few are told alike, or trying again and again would find a number. */
int tally_condition_allowed(struct wave_columns *w, const char *where, int threshold,
	const unsigned char *selected, size_t count, struct error *err);

#endif
