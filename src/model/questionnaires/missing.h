/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why an answer has no value: one table for keys, screens and exports. The reason stands
 * beside the value, never inside it. */
#ifndef MODEL_MISSING_H
#define MODEL_MISSING_H

#include <stdbool.h>

enum missing {
	MISSING_NONE, /* there is a value */
	MISSING_NO_ANSWER,
	MISSING_REFUSED,
	MISSING_DONT_KNOW,
	MISSING_NOT_APPLICABLE,
	MISSING_OFF_ROUTE,
	MISSING_ILLEGIBLE,
	MISSING_TWO_MARKS,
	MISSING_PAGE_MISSING,
	MISSING_COUNT
};

struct missing_reason {
	const char *name;  /* no_answer: in files, never translated; "" for a value */
	const char *label; /* N_() */
	int key;           /* digit that chooses it in the menu of reasons, 1 to 8 */
	int sav;           /* user-missing value in SPSS, -91 to -98 */
	char stata;        /* a to h: .a to .h */
	bool valid_base;   /* in the table as an answer of its own, out of means only */
};

const struct missing_reason *missing_reason(enum missing missing);
/* By its name; -1 = unknown. */
int missing_by_name(const char *name);

#endif
