/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Open answers as people wrote them. */
#ifndef MODEL_TABULATE_TEXTS_H
#define MODEL_TABULATE_TEXTS_H

#include "model/tables/tabulation.h"

/* What people wrote as answers to an open question. */
struct text_list {
	const struct open_question *question;
	/* In an order made by chance anew each time; those that say the same, whatever their case
	 * and signs, stand once. Forms leave no trace in it. */
	struct listed_text {
		const char *text; /* cleaned, on one line */
		long n;           /* forms that say so */
	} *texts;
	int count;
	long given;  /* forms with a text; -1 = hidden, and no texts with it */
	int group;   /* how many must have written: TABULATION_GROUP, or the threshold where that
	              * is more; 0 = as few as there are */
	bool erased; /* the wave's texts are gone: its time is over */
};

/* t->by and t->weighted play no part. A text is as telling as a name: where cells are hidden, texts
 * are too when only few wrote one, and under a condition there are none: ERROR_DENIED. */
int tabulate_texts(struct wave_columns *wave, const struct tabulation *t, struct text_list *out,
	struct error *err);

#endif
