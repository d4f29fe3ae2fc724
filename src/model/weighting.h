/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a wave's forms are weighted to its population: margins, where their figures are from, and
 * the weights that follow. */
#ifndef MODEL_WEIGHTING_H
#define MODEL_WEIGHTING_H

#include "model/answer_column.h"
#include "model/raking.h"

enum { WEIGHTING_QUESTIONS = 3, WEIGHTING_FIRST_YEAR = 1900 };

struct weighting_cell {
	const char *categories; /* of each question, parted by blanks: a choice's name, or 18-34, 65- */
	double population;
	const char *source;     /* "" = keyed */
};

struct weighting_margin {
	const char *questions;  /* names parted by blanks, crossed */
	struct weighting_cell *cells;
	int cell_count;
};

struct weighting { /* zero = none; texts and margins lie in an arena */
	int64_t id, rev, wave;
	double cap;             /* 0 = none */
	char note[512];
	struct weighting_margin *margins;
	int margin_count;
};

/* A wave without weights: id 0 and no margins. */
int weighting_load(struct db *db, int64_t wave, struct arena *arena, struct weighting *out,
	struct error *err);
/* The whole of it; rev checked. */
int weighting_save(struct db *db, struct weighting *w, struct error *err);
/* Takes a wave's weights away; rev checked. */
int weighting_drop(struct db *db, const struct weighting *w, struct error *err);

struct weighting_fit { /* one margin, how it was and what it became */
	const char *questions;
	int cell_count;
	struct weighting_fit_cell {
		const char *categories, *label; /* label: translated, for people */
		long n;
		double sample, population, weighted; /* shares of those with a cell, 0..1 */
		double weight;                       /* mean weight of its forms */
	} *cells;
	long unknown; /* forms without a cell in it */
};

struct weights { /* in the arena given */
	const double *weight;       /* of each form in the wave's order; mean 1 */
	size_t forms;
	double sum, sum_of_squares; /* sum = forms */
	struct raking_result result;
	struct weighting_fit *margins;
	int margin_count;
};

/* ERROR_INPUT in words: a question that is not asked or cannot part people, a category that does
 * not exist or overlaps another, and what raking_weights() refuses. */
int weighting_compute(struct wave_columns *wave, const struct weighting *w, struct arena *arena,
	struct weights *out, struct error *err);
/* The wave's own; a wave without weights is the user's error: a sentence that says where to make
 * them. Computed once, kept with the wave's columns by the caller. */
int weighting_of_wave(struct wave_columns *wave, struct weights *out, struct error *err);

#endif
