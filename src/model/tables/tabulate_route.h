/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the number of those who were asked a question tells of the one whose answers led them there;
 * only the files of tables include it.
 *
 * "Asked: 37" under "Which ones?" says how many answered "Do you use any?" with yes. So the answers
 * to such a question are parts: those that lead to the same questions, whose sum is told. Hidden
 * ones are chosen within each part (tally_route_hide()). Where a part has one hidden answer alone,
 * because each of the others leads elsewhere, that does not help; then it is not said how many were
 * asked, nor why some of them did not answer, but how many answered: fewer may have. Where that
 * alone leaves the hidden answer one number, the answers are not shown either.
 *
 * Only answers that decide alone are looked at: where several questions lead to one, its number
 * tells less. How many stand under a head of a cross-table is told as it is. */
#ifndef MODEL_TABULATE_ROUTE_H
#define MODEL_TABULATE_ROUTE_H

#include "model/tables/tabulate_parts.h"

/* Hides the answers of a distribution part by part: false = it cannot, and hidden is as it was. */
bool tally_route_hide(const struct tally *t, const long *counts, unsigned char *hidden);
/* What may not be shown of a question, because it tells a hidden answer to an earlier one. */
enum route_telling { ROUTE_NOTHING, ROUTE_ASKED, ROUTE_ANSWERS };
enum route_telling tally_route_tells(const struct tally *t);
bool tally_route_asks_all(const struct answer_column *c); /* then it tells nothing */

#endif
