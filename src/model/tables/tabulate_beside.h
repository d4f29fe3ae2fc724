/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a table under a condition tells beside the tables by what the condition names; only the
 * files of tables include it.
 *
 * Those tables part all people into groups, of which the condition takes some. Where one of them
 * hides cells of an answer, the condition takes all of these or none: their sum then is known
 * anyway, from the total and the cells that are shown. So all conditions on the same questions
 * tell together what one safe table tells. Of one question with choices it is the cross-table that
 * anybody may ask for; of several questions, and of numbers in classes, a table by the groups of
 * tabulate_crossing.h, which nobody sees. Under heads each of them has such a table. */
#ifndef MODEL_TABULATE_BESIDE_H
#define MODEL_TABULATE_BESIDE_H

#include "model/tables/tabulate_parts.h"

/* Of t, which has a condition, its distribution (asked->by NULL), or all cells but the totals.
 * told: [row * heads + head] of t, the last row are the bases: enum told. */
enum told { TOLD_NOTHING, TOLD_COUNT, TOLD_MEAN }; /* what is not to be shown; MEAN: of a base */
int tally_beside(const struct tally *t, const struct tabulation *asked, const unsigned char **told,
	struct error *err);

#endif
