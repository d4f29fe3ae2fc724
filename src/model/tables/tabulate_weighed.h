/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What weighted figures would tell beside unweighted ones; only the files of tables include it.
 *
 * n and weighted n of a row are two equations for the people of each category of a margin who
 * stand in it, because the weight of a category is known. So a row's weighted figures are hidden
 * where its crossing with a margin (its categories as they are weighted, and each of its
 * questions as tables show it) hides a cell. Cells hidden in a crossing stand in two rows at
 * least, and all cells of the rows that keep their figures are shown, so that the weighted total
 * tells nothing more. Under a condition those whom it leaves out are crossed, too. A weighted
 * mean of such rows is said only as far as each hidden cell of the crossing could still be as
 * many other numbers as the threshold asks for. Under the heads of a cross-table weighted
 * figures stand where the crossing of rows, heads and margin hides nothing at all, or where each
 * head holds one category only, so that weights tell nothing beside its n. With hidden
 * categories of a margin nothing weighted is said. Margins that are raked are looked at one by
 * one: of two crossed ones no table is shown here. */
#ifndef MODEL_TABULATE_WEIGHED_H
#define MODEL_TABULATE_WEIGHED_H

#include "model/tables/tabulate_parts.h"

int frequency_hide_weighed(const struct tally *t, const struct tabulation *asked,
	struct frequency *f, struct error *err);
int crosstab_hide_weighed(const struct tally *t, const struct tabulation *asked, struct crosstab *x,
	struct error *err);

#endif
