/* SPDX-License-Identifier: GPL-3.0-or-later */
/* People crossed by all that a condition names; only tabulate_condition.c, tabulate_dimension.c and
 * tabulate_crossing.c include it.
 *
 * Two tables of the same question under two conditions can be taken from each other, so it is not
 * enough that a condition selects many: no two may differ by few. Conditions are therefore made of
 * groups that are the same for all who name the same questions. A group is `group` people or more.
 * - Cells of the crossing: a choice by answer, all reasons for none together (a condition cannot
 *   tell them apart); several answers by each mark that the condition asks for, else by all marks
 *   at once; ranks and passes of a repeat likewise as a whole.
 * - Numbers and dates are cut into classes from below, each as small as leaves a group in every
 *   cell of the other questions that has one, but of ten groups where there are forty: of smaller
 *   ones every table would hide its cells. Where several numbers are crossed, they are larger.
 *   Limits that one question fewer does not have are none.
 * - Cells of few are a pool, and so is what fewer questions pool. Wherever fewer questions tell a
 *   sum of cells, its pooled ones must be two at least and a group, or all: until they are, the
 *   smallest other cell joins. So sums of groups do not give what is pooled.
 * - Cells of few who left a question blank though it was theirs to answer are in no group: they
 *   count among those who fulfil no condition. */
#ifndef MODEL_TABULATE_CROSSING_H
#define MODEL_TABULATE_CROSSING_H

#include "model/tables/tabulate_parts.h"

enum { DIMENSIONS_MOST = 5, CROSSINGS_MOST = 1 << DIMENSIONS_MOST };

struct dimension { /* what people are parted by */
	const struct answer_column *column;
	int mark;             /* of several choices this one; -1 = the whole answer */
	bool number;          /* cut into classes */
	bool whole;           /* numbers without fractions all of them */
	bool blanks;          /* code 0 is left blank by those who could have answered */
	uint32_t *code;       /* of each form; 0 = no answer */
	uint32_t count;       /* codes from 1 */
	double *low, *before; /* numbers: of each code the lowest, and the one below it */
};

enum crossing_state { CELL_GROUP, CELL_POOLED, CELL_BLANK };

struct crossing {        /* of some of the dimensions */
	uint32_t *cell;  /* of each form */
	uint32_t cells;
	size_t *people;  /* of each cell */
	uint32_t *like;  /* a form of each cell */
	unsigned char *state;
	uint32_t *class[DIMENSIONS_MOST]; /* of numbers: by code */
};

struct crossings {
	struct wave_columns *w;
	size_t group;
	struct arena arena;
	struct dimension list[DIMENSIONS_MOST];
	int count;
	struct crossing by[CROSSINGS_MOST]; /* by the dimensions in the bits */
};

/* One dimension, or one for each mark that `where` asks for. ERROR_DENIED: a text, or too many. */
int crossing_add(struct crossings *x, const char *where, const char *question, struct error *err);
void crossing_make(struct crossings *x);
size_t crossing_class(const struct crossings *x, size_t people); /* of so many, by one number */

struct condition { /* that is looked at */
	struct wave_columns *w;
	const char *where;
	int threshold;
	const unsigned char *selected;
	struct crossings *x;
};

/* ---- tabulate_limit.c ---- */
/* Whether all in the cell who fulfil it lie on one side of those who do not. */
bool condition_cuts(const struct condition *c, uint32_t cell, int dimension);
/* ERROR_DENIED, with the nearest limits: those of the class. */
int condition_too_fine(
	const struct condition *c, int dimension, uint32_t class, struct error *err);
/* A limit that only happens to part nobody would tell, tried again and again, what somebody
 * answered. So it must lie where a class begins, not anywhere between two answers. */
int condition_at_limits(const struct condition *c, struct error *err);

/* Values told apart by small whole numbers, in order of their first appearance. */
struct dense {
	uint64_t *keys;
	uint32_t *ids; /* + 1; 0 = free */
	size_t mask;
	uint32_t count;
};
void dense_open(struct dense *d, size_t most);
uint32_t dense_id(struct dense *d, uint64_t key);
void dense_close(struct dense *d);

#endif
