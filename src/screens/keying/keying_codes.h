/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be keyed in a question: its codes as they are printed, and a stored answer in them. */
#ifndef SCREENS_KEYING_CODES_H
#define SCREENS_KEYING_CODES_H

#include "screens/keying/keying_sheet.h"

/* Codes of a question with choices, or of a scale of whole numbers, in the order of the paper;
 * none for others. Labels in the language. */
int keying_codes(const struct questionnaire *q, int question, int language, struct arena *arena,
	struct keyed_code **codes);
/* A stored answer as it is keyed: codes, a date as people write it, the reason of a missing one. */
char *keying_codes_show(const struct questionnaire *q, const struct answer *x,
	const struct keyed_code *codes, int count, char *dst, size_t size);
/* Makes the sheet's field that of its place. */
void keying_codes_field(struct sheet *h);

#endif
