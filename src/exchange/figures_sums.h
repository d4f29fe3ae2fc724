/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether parts of a file's figures add up to their wholes: at most four notes. */
#ifndef EXCHANGE_FIGURES_SUMS_H
#define EXCHANGE_FIGURES_SUMS_H

#include "exchange/figures.h"

struct figure_sums;

struct figure_sums *figures_sums_new(const struct figures *f, const struct unit_table *units);
/* v: one slice by slot, doubtful zeros decided. */
void figures_sums_add(struct figure_sums *s, int slice, const struct vector *v);
void figures_sums_remark(const struct figure_sums *s, struct import_job *job);
void figures_sums_free(struct figure_sums *s);

#endif
