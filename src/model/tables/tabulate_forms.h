/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many forms a condition takes. */
#ifndef MODEL_TABULATE_FORMS_H
#define MODEL_TABULATE_FORMS_H

#include "model/tables/tabulation.h"

/* Those that fulfil t->where; refused where no table would have this condition. */
int tabulate_forms(
	struct wave_columns *wave, const struct tabulation *t, size_t *forms, struct error *err);

#endif
