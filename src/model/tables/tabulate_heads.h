/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What heads are called; only the files of tables include it. */
#ifndef MODEL_TABULATE_HEADS_H
#define MODEL_TABULATE_HEADS_H

#include "model/tables/tabulate_parts.h"

void tally_name_head(const struct answer_column *by, const struct tally_heads *heads, int head,
	const char **name, const char **label);
/* The head of those without an answer, by their reasons. */
void tally_name_blank(const struct tally *t, const char **name, const char **label);
/* As the paper words it where it prints it. */
const char *tally_reason_label(const struct answer_column *c, enum missing reason);
/* Of any head but the total. */
bool tally_stands_under(const struct tally *t, size_t row, int head);

#endif
