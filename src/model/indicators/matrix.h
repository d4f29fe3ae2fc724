/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables units x years and units x indicators. */
#ifndef MODEL_MATRIX_H
#define MODEL_MATRIX_H

#include "model/indicators/value.h"

struct matrix_cell {
	double value;
	unsigned char flag;
	unsigned char marks;
};
struct matrix {
	int rows, columns; /* rows = slots found by the filter, in Polish order */
	int *slots;
	int *years;                   /* ascending; NULL for indicators */
	struct indicator *indicators; /* NULL for years */
	struct matrix_cell *cells;    /* row-major */
};
int matrix_years(struct db *db, const struct unit_table *units, const struct indicator *indicator,
	int first_year, int last_year, const struct unit_filter *filter, struct arena *arena,
	struct matrix *out, struct error *err);
int matrix_indicators(struct db *db, const struct unit_table *units,
	const struct indicator *indicators, int count, int year, const struct unit_filter *filter,
	struct arena *arena, struct matrix *out, struct error *err);

#endif
