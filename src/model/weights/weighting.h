/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a wave's forms are weighted to its population: margins, where their figures are from, and
 * the weights that follow. */
#ifndef MODEL_WEIGHTING_H
#define MODEL_WEIGHTING_H

#include "model/results/answer_column.h"
#include "model/weights/raking.h"

enum { WEIGHTING_QUESTIONS = 3, WEIGHTING_MARGINS = 20, WEIGHTING_CELLS = 1000,
	WEIGHTING_FIRST_YEAR = 1900 };

/* categories: one of each question, parted by blanks. Of a choice its name; of a number a span
 * with both ends in it: 18-34, -17, 65-, 18. Several that count as one are joined by +. */
struct weighting_cell {
	const char *categories;
	double population;
	const char *source; /* "" = keyed */
};

struct weighting_margin {
	const char *questions; /* names parted by blanks, crossed */
	struct weighting_cell *cells;
	int cell_count;
};

struct weighting { /* zero = none; margins lie in an arena */
	int64_t id, rev, wave;
	double cap; /* largest weight as a multiple of the mean; 0 = none */
	char note[512];
	struct weighting_margin *margins;
	int margin_count;
};

/* A wave without weights: id 0 and no margins. */
int weighting_load(struct db *db, int64_t wave, struct arena *arena, struct weighting *out,
	struct error *err);
/* Saves the whole of it; rev checked. Margins of which not all is known yet may be saved: what
 * the answers say about them is looked at by weighting_compute(). Published results that are
 * weighted are computed anew in the same transaction; where there are any, margins that give no
 * weights, and taking the weights away, are refused in words. */
int weighting_save(struct db *db, struct weighting *w, struct error *err);
int weighting_drop(struct db *db, const struct weighting *w, struct error *err); /* rev checked */
/* Margin and cell with room for one more; texts are copied into the arena. */
struct weighting_margin *weighting_add_margin(
	struct weighting *w, const char *questions, struct arena *arena);
void weighting_add_cell(struct weighting_margin *m, const char *categories, double population,
	const char *source, struct arena *arena);
/* Whether the answers bear one margin, before it is saved: questions and answers that exist, cells
 * that do not overlap and are people's. cell: the one that the sentence is about. */
int weighting_check(struct wave_columns *wave, const struct weighting_margin *m,
	struct arena *arena, int *cell, struct error *err);
/* All cells of a margin by the answers that its questions offer, population 0: choices without
 * printed exits, crossed. A number has no cells of its own: give spans for it in `spans` (NULL =
 * none), parted by blanks. */
int weighting_lay_out(struct wave_columns *wave, const char *questions, const char *spans,
	struct arena *arena, struct weighting_margin *out, struct error *err);
/* "Sex × Age": what a margin is called, as the questionnaire words its questions; language as in
 * questionnaire_text(). One that is not asked there goes by its name. */
const char *weighting_title(const struct questionnaire *q, int language, const char *questions,
	struct arena *arena);
/* What its cells are called, for people. */
int weighting_labels(struct wave_columns *wave, const struct weighting_margin *m,
	struct arena *arena, const char ***labels, struct error *err);
/* The sum of what these indicators (codes parted by blanks) say about the wave's unit in the
 * year (0 = the newest up to the wave's for which all say something), and the text that names
 * them. A missing value is an error that names it. */
int weighting_population(struct db *db, const struct wave *wave, const char *indicators, int year,
	struct arena *arena, double *population, const char **source, struct error *err);

struct weighting_fit { /* one margin, how it was and what it became */
	const char *questions;
	int cell_count;
	struct weighting_fit_cell {
		const char *categories, *label;      /* label: of the answers, for people */
		long n;                              /* −1 = hidden as in a table: then NAN, too, */
		double sample, weighted;             /* shares of those with a cell, 0..1 */
		double population;
		double weight;                       /* mean weight of its forms; NAN = hidden */
	} *cells;
	long unknown; /* forms without a cell in it: they count as average ones */
	const int16_t *cell; /* of each form; below 0 = none */
};

struct weights { /* in the arena given */
	const double *weight; /* of each form in the wave's order; mean 1 */
	size_t forms;
	double sum;           /* = forms */
	struct raking_result result; /* where hidden, NAN and 0 stand for what is not to be said */
	struct weighting_fit *margins;
	int margin_count;
	/* A category of some margin is hidden. With the population its n would follow from the
	 * smallest or the largest weight, the effective n, the forms at the cap, or from how far a
	 * capped margin is missed: none of them is said, and no interval that rests on them. */
	bool hidden;
};

/* ERROR_INPUT in words: a question that is not asked or cannot part people, a category that does
 * not exist or overlaps another, and what raking_weights() refuses. */
int weighting_compute(struct wave_columns *wave, const struct weighting *w, struct arena *arena,
	struct weights *out, struct error *err);
/* The wave's own, into wave->weights as well; in the wave's arena. A wave without weights is the
 * user's error: a sentence that says where to make them. out may be NULL. */
int weighting_of_wave(struct wave_columns *wave, struct weights *out, struct error *err);

#endif
