/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of published results share; nobody else includes it. */
#ifndef MODEL_PUBLISHED_PARTS_H
#define MODEL_PUBLISHED_PARTS_H

#include "model/results/answer_column.h"
#include "model/results/published.h"

/* *choice: the name under which the answer is stored, "" where the statistic has none. */
int publication_count(struct wave_columns *w, const struct publication *p, int decimals,
	const char **choice, struct published_value *out, struct error *err);
/* What was published, anew: nothing to count is no failure of the change that led to it, but a
 * value that is missing. w NULL: the wave has no forms any more. */
int publication_count_again(struct wave_columns *w, const struct publication *p, int decimals,
	struct published_value *now, struct error *err);

#endif
