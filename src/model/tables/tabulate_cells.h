/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which cells of a cross-table are hidden; only the files of tables include it. */
#ifndef MODEL_TABULATE_CELLS_H
#define MODEL_TABULATE_CELLS_H

#include "model/privacy/suppression.h"
#include "model/tables/tabulate_parts.h"

/* hidden: [row * heads + head], the last row are the bases: enum suppression_state. */
int tally_hide_cells(const struct tally *t, const struct tabulation *asked, unsigned char *hidden,
	struct suppression_outcome *outcome, struct error *err);

/* Whether who answered has given one of the answers listed at least. */
bool tally_covers(const struct tally *t);

#endif
