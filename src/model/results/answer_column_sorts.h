/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of a column that say the same are of one sort: tables count sorts instead of rows. */
#ifndef MODEL_ANSWER_COLUMN_SORTS_H
#define MODEL_ANSWER_COLUMN_SORTS_H

#include "model/results/answer_column.h"

/* Rows that say the same, or have the same reason for saying nothing. */
struct column_sorts {
	const uint16_t *of; /* of each row */
	size_t count;       /* some of no row; numbers in order, before reasons */
	uint32_t *like;     /* a row of each; where it has rows */
	size_t *rows;       /* how many they are */
};
/* NULL = passes of a repeat, or so many different ones that nothing is gained. Sorted at the first
 * call. */
const struct column_sorts *wave_column_sorts(
	struct wave_columns *w, const struct answer_column *column);

#endif
