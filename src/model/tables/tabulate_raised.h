/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Thresholds above the wave's own; only the files of tables include it. */
#ifndef MODEL_TABULATE_RAISED_H
#define MODEL_TABULATE_RAISED_H

#include "model/tables/tabulation.h"

bool tabulation_raised(const struct wave_columns *w, const struct tabulation *asked);
/* Hides what the same table hides under the wave's own threshold, too. */
void frequency_hide_too(struct frequency *f, const struct frequency *own);
void crosstab_hide_too(struct crosstab *x, const struct crosstab *own);

#endif
