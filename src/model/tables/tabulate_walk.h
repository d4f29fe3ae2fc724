/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a table walks over its rows; only the files of tables include it. */
#ifndef MODEL_TABULATE_WALK_H
#define MODEL_TABULATE_WALK_H

#include "model/results/answer_column_sorts.h"
#include "model/tables/tabulate_parts.h"

struct portion { /* rows that say the same */
	long n;
	double weight, squares;
	size_t form; /* of a repeat: the pass's */
};

/* Before answers are listed: which of them there are at all. */
void tally_find_sorts(struct tally *t);
/* A value, or a reason that is an answer; else why it is none. */
bool tally_is_valid(const struct tally *t, size_t row, enum missing *reason);
void tally_walk(struct tally *t);
/* A row, or several like it, whose answers to the question in the head are like those of the row
 * `under`. */
void tally_count_row(struct tally *t, size_t row, size_t under, struct portion p);

#endif
