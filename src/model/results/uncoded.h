/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Open answers that no category was given to: without them tables of categories do not add up. */
#ifndef MODEL_UNCODED_H
#define MODEL_UNCODED_H

#include "model/tables/tabulation.h"

enum uncoded { UNCODED_NONE, UNCODED_SOME, UNCODED_TOLD };
/* NONE where all have one, or it is no open question; TOLD with row filled in; SOME where there are
 * such answers and how many is not to be said. */
enum uncoded uncoded_row(const struct frequency *f, bool weighted, struct result_row *row);

#endif
